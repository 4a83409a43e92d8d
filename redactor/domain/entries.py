# SPDX-License-Identifier: AGPL-3.0-or-later
"""Parts of shared papers that tell of other people and not of the data subject. Found by the machine, asked about as
one thing each; by itself such a part hides nothing."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from redactor.domain.geometry import Box


class EntryKind(StrEnum):
    """How a paper sets what it tells of one person apart from the rest."""

    ENTRY = "entry"
    ROW = "row"
    SECTION = "section"
    PARAGRAPH = "paragraph"


@dataclass(frozen=True, slots=True)
class EntryPlace:
    """What of an entry stands on one page. ``page`` counts from 1; ``start`` and ``end`` are offsets in the page's
    text, end exclusive; ``boxes`` in points, top left origin, page as displayed."""

    page: int
    start: int
    end: int
    text: str
    boxes: tuple[Box, ...]


@dataclass(frozen=True, slots=True)
class OthersEntry:
    """An entry that names others and, when it was found, not the subject. ``document`` is a SHA-256; ``places`` are
    in the order of its pages, at least one; ``people`` are ids of those it was found to be about, at least one."""

    document: str
    kind: EntryKind
    people: tuple[str, ...]
    places: tuple[EntryPlace, ...]
