# SPDX-License-Identifier: AGPL-3.0-or-later
"""What passes between the process that burns pages and the one that writes the file. Loads no PDF library."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from redactor.domain.geometry import Box
from redactor.domain.pages import PageContent
from redactor.release import wording
from redactor.release.burn.fonts import face
from redactor.release.burn.marks import DRAFT_RED, INK, QUIET, Marks, Node
from redactor.release.widths import Bands, Width


class PixelBox(NamedTuple):
    """Whole pixels, the end exclusive. On a page that lies askew ``y0`` and ``y1`` are those of the left edge, and the
    box falls by so many pixels for each it runs on."""

    x0: int
    y0: int
    x1: int
    y1: int
    fall: float = 0.0


class Slab(NamedTuple):
    """A box as it is drawn, in points: an upright rectangle, or one whose level sides ``fall`` by so much for each
    point to the right; ``y0`` and ``y1`` are those of its left edge."""

    x0: float
    y0: float
    x1: float
    y1: float
    fall: float = 0.0

    @property
    def drop(self) -> float:
        """How much lower its right edge is than its left."""
        return self.fall * (self.x1 - self.x0)

    @property
    def around(self) -> Box:
        return Box(self.x0, self.y0 + min(self.drop, 0.0), self.x1, self.y1 + max(self.drop, 0.0))


@dataclass(frozen=True, slots=True)
class Picture:
    """An encoded picture: ``entries`` are the PDF image dictionary's apart from Length."""

    width: int
    height: int
    entries: bytes
    data: bytes


@dataclass(frozen=True, slots=True)
class Hidden:
    """A redaction as the burner needs it: where, what is printed, and nothing of what it hides."""

    boxes: tuple[Box, ...]
    label: str


@dataclass(frozen=True, slots=True)
class PageJob:
    """One page to burn. ``inner`` counts from 1 inside the file the bytes hold; ``colour`` is that of the boxes.
    ``canonical`` when no box may be as wide as what it hides; else ``why_not`` says why they are; lines at the
    heights in ``left`` are not set again. ``numbers`` are those
    of ``hidden`` where an earlier release gave them; else they count on from ``first_number`` in reading order."""

    where: str
    inner: int
    content: PageContent
    hidden: tuple[Hidden, ...]
    first_number: int
    document: int
    document_page: int
    document_pages: int
    page: int
    pages: int
    draft: bool
    colour: str = "grey"
    canonical: bool = True
    why_not: str = "switched off"
    left: Bands = ()
    numbers: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class LoggedBoxes:
    """Where a redaction's boxes lie on the page of the bundle, in points from its top left."""

    number: int
    index: int
    boxes: tuple[Box, ...]
    widths: tuple[Width, ...] = ()


@dataclass(frozen=True, slots=True)
class Composed:
    """A page ready to be written: ``content`` is compressed; ``picture`` is None on pages of text only."""

    width: float
    height: float
    picture: Picture | None
    content: bytes
    nodes: tuple[Node, ...]
    marks: int
    logged: tuple[LoggedBoxes, ...] = ()
    words: int = 0


def write_band(
    marks: Marks,
    width: float,
    height: float,
    band: float,
    unit: float,
    left: str,
    page: int,
    pages: int,
    draft: bool,
    *,
    heading: bool = False,
) -> None:
    """The band under the picture: which document, which page of the bundle, and DRAFT where it is one. As a
    ``heading``, which document it is comes first when the page is read aloud, and is a place to go to."""
    of, bold = face(), face(True)
    size = 8.5 * unit
    right = wording.PAGE_OF.format(page=page, pages=pages)
    margin = 14 * unit
    wanted = of.width(left, size) + bold.width(right, size) + 4 * margin
    wanted += bold.width(wording.DRAFT, size * 1.25) if draft else 0
    size *= min(1.0, width / wanted)
    margin *= min(1.0, width / wanted)
    base = height + band / 2 + size * 0.32
    marks.artifact()
    marks.colour((0.75,), stroke=True)
    marks.ops.append(b"0.5 w")
    marks.rectangle(0, height, width, height + 0.5, fill=False, line=0.5)
    if heading:
        marks.end()
        marks.nodes.insert(0, marks.tagged(Node("H1")))
    marks.colour(QUIET)
    marks.text(margin, base, left, size)
    if heading:
        marks.end()
        marks.artifact()
    marks.colour(INK)
    marks.text(width - margin - bold.width(right, size), base, right, size, bold=True)
    if draft:
        marks.colour(DRAFT_RED)
        stamp = bold.width(wording.DRAFT, size * 1.25)
        gap = (margin + of.width(left, size) + width - margin - bold.width(right, size)) / 2
        marks.text(gap - stamp / 2, base, wording.DRAFT, size * 1.25, bold=True)
        marks.outline_stamp(wording.DRAFT, width, height)
    marks.end()
