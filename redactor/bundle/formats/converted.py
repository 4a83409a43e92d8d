# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a file of another kind becomes: pages, what the pages do not show, and the files inside it. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from redactor.bundle.words.glyphs import likeness
from redactor.domain.pages import Attachment, Place, Where

_DATE_OR_ID = re.compile(r"[\d\-+:./TZ ]*|[0-9a-fA-F-]{24,}|(?:true|false|yes|no|none)", re.IGNORECASE)
_CHARACTERISTIC = re.compile(r"[^\W\d_]{2}|\d{5}")


@dataclass(frozen=True, slots=True)
class Converted:
    """Pages made from a file. ``notes`` say in plain words what of the file they do not show and somebody should
    compare; ``places`` are texts of the file that are on no page; ``attachments`` are documents of their own."""

    pdf: bytes
    converter: str
    notes: tuple[str, ...] = ()
    places: tuple[Place, ...] = ()
    attachments: tuple[Attachment, ...] = ()


def tells(text: str) -> bool:
    """Whether a value could say something about somebody; a date, a number or an id alone does not."""
    return bool(_CHARACTERISTIC.search(text)) and not _DATE_OR_ID.fullmatch(text.strip())


def not_among(texts: Iterable[str], shown: str) -> list[str]:
    """Those of ``texts`` that ``shown`` does not hold, in order, each once. Compares letters and digits only."""
    there = likeness(shown)
    missing: dict[str, None] = {}
    position = 0
    for text in texts:
        wanted = likeness(text)
        if not wanted:
            continue
        # Most texts come in the order of the pages: go on from the last one found.
        at = there.find(wanted, position)
        if at < 0:
            at = there.find(wanted, 0, position + len(wanted))
        else:
            position = at
        if at < 0:
            missing[text.strip()] = None
    return list(missing)


def hidden_places(texts: Iterable[str], detail: str) -> list[Place]:
    """A place for each text that tells something."""
    return [Place(Where.HIDDEN_TEXT, text, None, (), detail) for text in texts if tells(text)]


def count_of(number: int, one: str, many: str = "") -> str:
    """ "1 comment", "12 comments"."""
    return f"{number} {one if number == 1 else many or one + 's'}"
