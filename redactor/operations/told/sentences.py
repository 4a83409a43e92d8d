# SPDX-License-Identifier: AGPL-3.0-or-later
"""The words of the record in which a name stands, so that whoever decides about somebody need not open the page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from redactor.domain.mentions import Label, Mention, Spot, Tier
from redactor.domain.pages import PageContent, Where
from redactor.operations.view import CaseView

#: Characters before and after the name.
BEFORE, AFTER = 110, 150
#: So many words of running text around a name tell something of whoever bears it; a table's cells do not.
TELLS = 4
#: Of each person so many places are looked at, in the order of the record.
LOOKED_AT = 8
_ENDS = re.compile(r"(?<=[.!?])[\"”’')]?\s+(?=[\"“‘'(]?[A-Z0-9]|\Z)|\n[ \t]*\n")
#: What a full stop follows that ends no sentence.
_SHORT = re.compile(r"(?:\b(?:Mr|Mrs|Ms|Miss|Dr|Prof|Rev|St|Sr|Jr|No|no|Yr|e\.g|i\.e|approx|tel)|\b[A-Z])\.\Z")
_RUNNING = re.compile(r"(?<![\w'-])[a-z][a-z'’]+")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A name with what stands before and after it; ``spot`` is where."""

    before: str
    name: str
    after: str
    spot: Spot


def spots_of(mentions: Iterable[Mention]) -> tuple[Spot, ...]:
    """Where to look for words that tell of somebody: their name on pages, sure places first, each kind in the order of
    the record; what else points to them only where they are not named."""
    on_pages = [m for m in mentions if m.where is Where.PAGE]
    chosen = [m for m in on_pages if m.label is Label.PERSON] or on_pages
    sure = [m for m in chosen if m.tier is Tier.PROPOSED][:LOOKED_AT]
    unsure = [m for m in chosen if m.tier is not Tier.PROPOSED][: LOOKED_AT - len(sure)]
    return tuple((m.document, m.page, m.start, m.end, m.id) for m in (*sure, *unsure))


def telling(view: CaseView, spots: Sequence[Spot], pages: dict[tuple[str, int], PageContent | None]) -> Sentence | None:
    """The first of these places whose words tell something, or the one that tells most; None where none can be read.
    ``pages`` keeps what was read, for the next person."""
    best: tuple[int, Sentence | None] = (-1, None)
    for spot in spots:
        document, page, start, end, _ = spot
        if (document, page) not in pages:
            pages[document, page] = view.case.page(document, page)
        content = pages[document, page]
        if content is None:
            continue
        before, after = sentence_around(content.text, start, end)
        told = len(_RUNNING.findall(before)) + len(_RUNNING.findall(after))
        if told > best[0]:
            best = told, Sentence(before, " ".join(content.text[start:end].split()), after, spot)
        if told >= TELLS:
            break
    return best[1]


def sentence_around(text: str, start: int, end: int) -> tuple[str, str]:
    """What stands before and after ``text[start:end]`` in the same sentence, or the whole words of it there is room
    for; "…" where it goes on."""
    before, after = text[max(start - BEFORE, 0) : start], text[end : end + AFTER]
    begins = [m.end() for m in _ENDS.finditer(before) if not _SHORT.search(before[: m.start()])]
    if begins:
        before = before[begins[-1] :]
    elif start > BEFORE:
        before = "…" + before.partition(" ")[2]
    stop = next((m.start() for m in _ENDS.finditer(after) if not _SHORT.search(after[: m.start()])), None)
    if stop is not None:
        after = after[:stop]
    elif end + AFTER < len(text):
        after = after.rpartition(" ")[0] + "…"
    return _one_line(before), _one_line(after)


def _one_line(text: str) -> str:
    """With the blank that parts it from the name kept."""
    bare = " ".join(text.split())
    head = " " if text[:1].isspace() and bare else ""
    tail = " " if text[-1:].isspace() and bare else ""
    return f"{head}{bare}{tail}"
