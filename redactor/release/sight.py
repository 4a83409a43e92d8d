# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a page will look like when it is released, and where on it each word of its text layer stands.

The page is burned as an export burns it and its one picture taken out again by the verifier's engine, so that what
is then read in it is what anybody will see. What a place on it was in the source is worked out from the words around.
"""

from __future__ import annotations

import io
import zlib
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from redactor.domain.geometry import Box
from redactor.domain.pages import PageContent
from redactor.domain.slant import LEVEL, Lay
from redactor.release.burn.bundle import Bundle
from redactor.release.burn.composed import Composed, Hidden, PageJob
from redactor.release.burn.page import burn_pages
from redactor.release.verify.content import read_content
from redactor.release.verify.expect import ExpectedPage, gone_from
from redactor.release.verify.moved import Line, on_line
from redactor.release.verify.pages import DAMAGED
from redactor.release.verify.picture import in_grey, open_pdf, page_picture
from redactor.release.verify.raster import Raster
from redactor.release.verify.source import SourcePage
from redactor.release.verify.view import View
from redactor.release.widths import DOUBTFUL, WHOLE, Bands, Width


@dataclass(frozen=True, slots=True)
class Look:
    """One page to look at: what is read on it, the boxes of each of its redactions, and how they will be drawn.
    ``inner`` is the page, from 1, in the source bytes; ``as_drawn`` are places known to be drawn differently."""

    content: PageContent
    inner: int
    hidden: tuple[tuple[Box, ...], ...]
    colour: str
    canonical: bool
    as_drawn: tuple[Box, ...] = ()


@dataclass(frozen=True, slots=True)
class Sight:
    """``picture`` is grey, at ``scale`` pixels per point; ``words`` and ``boxes`` are where they are on it, in
    points of the page; ``lines`` are those that were set again, laid level where the page lies askew by ``lay``.
    ``widths`` say of each box of each redaction whether its width may show; ``left`` are the
    heights of lines that, set again, would not be verified, and stay as they are."""

    picture: NDArray[np.uint8]
    scale: float
    words: tuple[Box, ...]
    boxes: tuple[Box, ...]
    lines: tuple[Line, ...]
    lay: Lay = LEVEL
    widths: tuple[tuple[Width, ...], ...] = ()
    left: Bands = ()

    def in_source(self, box: Box) -> Box:
        """Where what stands in ``box`` stands in the source: on a line that was set again things have moved along."""
        level = self.lay.level(box) if self.lay else box
        middle = (level.y0 + level.y1) / 2
        for line in self.lines:
            if not line.y0 - 1 <= middle <= line.y1 + 1:
                continue
            pairs = sorted((new, old) for old, new in (*line.words, *line.boxes))
            nearest = min(pairs, key=lambda pair: min(abs(pair[0].x0 - box.x0), abs(pair[0].x1 - box.x0)))
            new, old = nearest
            # Right of it its end counts, left of it its start: boxes have another width than what they hide.
            by = old.x1 - new.x1 if box.x0 >= (new.x0 + new.x1) / 2 else old.x0 - new.x0
            fall = self.lay.lean * by
            return Box(box.x0 + by, box.y0 + fall, box.x1 + by, box.y1 + fall)
        return box


def look(data: bytes, password: str, wanted: Look) -> Sight:
    """The page as it will be released. Raises BadInput when it cannot be burned."""
    content = wanted.content
    hidden = tuple(Hidden(boxes, "") for boxes in wanted.hidden)
    job = PageJob(
        "", wanted.inner, content, hidden, 1, 1, 1, 1, 1, 1, False, colour=wanted.colour, canonical=wanted.canonical
    )  # fmt: skip
    expected = _expected(wanted)
    left: Bands = ()
    # As an export does: the lines in doubt once more as they were, then the page.
    for attempt in range(3):
        (composed,) = burn_pages(data, password, (replace(job, left=left),))
        view = View.of(expected, read_content(zlib.decompress(composed.content)), composed.height, _raster_of(composed))
        doubted = _doubted(expected, composed, view, data, password) if attempt < 2 else ()
        if not doubted or left == WHOLE:
            break
        left = WHOLE if left else doubted
    lines = (*view.released.lines, *view.released.perhaps)
    moved = view.back([new for line in lines for _, new in line.words])
    still = view.back([box for box in view.page.kept if not any(on_line(box, line) for line in lines)])
    widths = {logged.index: logged.widths for logged in composed.logged}
    ordered = tuple(widths.get(n, ()) for n in range(len(hidden)))
    picture = view.picture.grey
    scale = picture.shape[1] / content.width
    return Sight(picture, scale, (*still, *moved), tuple(view.around), lines, view.page.lay, ordered, left)


def _raster_of(composed: Composed) -> Raster:
    out = io.BytesIO()
    bundle = Bundle(out, "")
    bundle.section("Document 1")
    bundle.add(composed)
    bundle.finish()
    document = open_pdf(out.getvalue())
    try:
        found = page_picture(document[0])
    finally:
        document.close()
    assert found is not None  # a burned page holds one picture
    return Raster(in_grey(found), found)


def _expected(wanted: Look) -> ExpectedPage:
    content = wanted.content
    planned = tuple(box for boxes in wanted.hidden for box in boxes)
    gone = gone_from(content, planned)
    kept = [word for word, out in zip(content.words, gone.words, strict=True) if not out]
    return ExpectedPage(
        0,
        "",
        tuple(word.text for word in kept),
        frozenset(),
        frozenset(),
        planned,
        tuple(word.box for word in kept),
        tuple(word.box for word, out in zip(content.words, gone.words, strict=True) if out),
        content.width,
        content.height,
        wanted.inner,
        colour=wanted.colour,
        canonical=wanted.canonical,
        scan=any(word.source.from_pixels for word in content.words),
        as_drawn=wanted.as_drawn,
        lay=gone.lay,
        slanted=gone.slanted,
    )


def _doubted(expected: ExpectedPage, composed: Composed, view: View, data: bytes, password: str) -> Bands:
    """The heights of lines that were set again and would not be verified."""
    if not any(width.kind in ("set", "filled") for logged in composed.logged for width in logged.widths):
        return ()
    told: list[Bands] = [lines for rule, _, lines in view.problems if rule in DOUBTFUL]

    def say(rule: str, problem: str, lines: Bands = WHOLE) -> None:
        if rule in DOUBTFUL:
            told.append(lines)

    assert composed.picture is not None  # a page of a record is one
    entries = composed.picture.entries
    source = open_pdf(data, password)
    try:
        coded = (b"/BitsPerComponent 1/" in entries, b"/DCTDecode" in entries)
        there = SourcePage(source, data, password, expected.inner, expected.width, expected.height)
        view.check_pixels(there, *coded, say)
    except DAMAGED:
        return ()  # the verification says so of the whole release
    finally:
        source.close()
    return tuple(band for bands in told for band in bands)
