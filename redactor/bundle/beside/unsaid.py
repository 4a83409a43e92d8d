# SPDX-License-Identifier: AGPL-3.0-or-later
"""Which of the texts that lie about in a file say something that its pages, fields and notes do not. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Final

from redactor.bundle.words.glyphs import likeness
from redactor.domain.pages import PageContent, Place

_LETTERS = re.compile(r"[^\W\d_]{2}")
#: What is written in base 64: a small picture of the page, mostly.
_PACKED = re.compile(r"(?:[A-Za-z0-9+/]{60,}[=\s]*)+[A-Za-z0-9+/=]*")
_DATE_OR_ID = re.compile(r"D?:?\d[\d\-+:.TZ' ]*|(?:uuid|xmp\.\w+|adobe):.*|[0-9a-fA-F-]{32,}|True|False|\d+")
#: Begins the detail of every place of :mod:`redactor.bundle.beside.leftovers`.
LEFT: Final = "left in the file"


def unsaid(
    places: Iterable[Place], pages: Callable[[], Iterable[PageContent]], attached: Iterable[str] = ()
) -> list[Place]:
    """The places of a document without those leftovers whose words stand elsewhere in it.

    ``pages`` gives the pages as read; it is asked only when there is something left over. ``attached`` are the names
    of what is attached: documents of their own, that are searched with their names."""
    places = list(places)
    if not any(place.detail.startswith(LEFT) for place in places):
        return places
    parts = [likeness(place.text) for place in places if not place.detail.startswith(LEFT)]
    parts += [likeness(name) for name in attached]
    for page in pages():
        parts.append(likeness("".join(word.text for word in page.words)))
        parts += [likeness(place.text) for place in page.places]
    said = "\n".join(parts)
    return [place for place in places if not place.detail.startswith(LEFT) or likeness(place.text) not in said]


def tells(value: str) -> bool:
    """Whether a value of a file's metadata may say something of somebody: words, and no date, switch, id or data."""
    return bool(_LETTERS.search(value)) and not _DATE_OR_ID.fullmatch(value) and not _PACKED.fullmatch(value.strip())
