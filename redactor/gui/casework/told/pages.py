# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the window is told of pages: what they are, what is marked on them, their words and their pixels."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from redactor.domain.geometry import Box
from redactor.domain.slant import LEVEL, Lay
from redactor.gui.casework.shared import Held

if TYPE_CHECKING:
    from redactor.review.request.harm_reasons import Paper

PageKey = tuple[str, int]


@dataclass(frozen=True, slots=True)
class PageRow:
    """One page: size in points, and why somebody must look at it ("" when not). ``turn``: quarters,
    clockwise, by which somebody turned it to read it."""

    document: str
    page: int
    width: float
    height: float
    status: str
    problem: str = ""
    needs_eyes: str = ""
    turn: int = 0

    @property
    def key(self) -> PageKey:
        return (self.document, self.page)


@dataclass(frozen=True, slots=True)
class PageFlag:
    """What is left and what is held back on a page."""

    left: int = 0
    redacted: int = 0
    withheld: bool = False


@dataclass(frozen=True, slots=True)
class Mark:
    """Something shown on a page: a mention, a passage somebody marked, a candidate for the harm test, or words a
    decision lost sight of.

    ``kind``: mention, passage, harm, cue, lost. Of a cue, ``event`` is the thing to do and ``reason`` a suggestion, for
    ``reason_why``.
    ``decided`` says who decided what and when, in one sentence. ``places``: how many the decision marks that marked
    this; ``apart``: one of them can be taken off by itself. ``also`` says what else an answer settles.
    ``facts``: what is on record for a passage that was marked, by the name of what its reason asks.
    """

    id: str
    kind: str
    boxes: tuple[Box, ...]
    text: str
    label: str = ""
    role: str = ""
    status: str = ""
    tier: str = ""
    person: str = ""
    name: str = ""
    why: str = ""
    reason: str = ""
    reason_why: str = ""
    decided: str = ""
    event: str = ""
    where: str = "page"
    score: float = 0.0
    span: tuple[int, int] | None = None  # offsets in the page's text, where it is of the page's words
    places: int = 1
    apart: bool = True
    also: str = ""
    facts: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class PageMarks:
    key: PageKey
    marks: tuple[Mark, ...]
    withheld: str = ""
    paper: Paper | None = None  # what is known of the class of data it is


@dataclass(frozen=True, slots=True)
class WordBoxes:
    """A page's words for selecting: text, offsets in it, and boxes; parallel tuples. ``lay``: how the page lies."""

    key: PageKey
    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    boxes: tuple[Box, ...]
    lines: tuple[int, ...]
    lay: Lay = LEVEL


@dataclass(frozen=True, slots=True)
class Pixels:
    """A drawn page, or a part of it. ``clip`` in points, or None for all of it."""

    key: PageKey
    scale: float
    clip: Box | None
    held: Held


@dataclass(frozen=True, slots=True)
class Hit:
    """A place that was searched for. ``span``: offsets in the page's text; ``before`` and ``after``: words about it;
    ``apart``: two everyday words over a line's end rather than one."""

    document: str
    page: int
    text: str
    boxes: tuple[Box, ...]
    span: tuple[int, int] = (0, 0)
    before: str = ""
    after: str = ""
    apart: bool = False
