# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a page will look like when it is released, and where on it each word of its text layer stands.

The page is burned as an export burns it and its one picture taken out again by the verifier's engine, so that what
is then read in it is what anybody will see. What a place on it was in the source is worked out from the words around.
"""

from __future__ import annotations

import io
import zlib
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from redactor.domain.geometry import Box
from redactor.domain.pages import PageContent
from redactor.release.burn.bundle import Bundle
from redactor.release.burn.composed import Hidden, PageJob
from redactor.release.burn.page import burn_pages
from redactor.release.verify.content import read_content
from redactor.release.verify.expect import ExpectedPage, is_taken
from redactor.release.verify.moved import Line, on_line, released_boxes
from redactor.release.verify.picture import in_grey, open_pdf, page_picture


@dataclass(frozen=True, slots=True)
class Look:
    """One page to look at: what is read on it, the boxes of each of its redactions, and how they will be drawn.
    ``inner`` is the page, from 1, in the source bytes."""

    content: PageContent
    inner: int
    hidden: tuple[tuple[Box, ...], ...]
    colour: str
    canonical: bool


@dataclass(frozen=True, slots=True)
class Sight:
    """``picture`` is grey, at ``scale`` pixels per point; ``words`` and ``boxes`` are where they are on it, in
    points of the page."""

    picture: NDArray[np.uint8]
    scale: float
    words: tuple[Box, ...]
    boxes: tuple[Box, ...]
    lines: tuple[Line, ...]

    def in_source(self, box: Box) -> Box:
        """Where what stands in ``box`` stands in the source: on a line that was set again things have moved along."""
        middle = (box.y0 + box.y1) / 2
        for line in self.lines:
            if not line.y0 - 1 <= middle <= line.y1 + 1:
                continue
            pairs = sorted((new, old) for old, new in (*line.words, *line.boxes))
            nearest = min(pairs, key=lambda pair: min(abs(pair[0].x0 - box.x0), abs(pair[0].x1 - box.x0)))
            new, old = nearest
            # Right of it its end counts, left of it its start: boxes have another width than what they hide.
            by = old.x1 - new.x1 if box.x0 >= (new.x0 + new.x1) / 2 else old.x0 - new.x0
            return Box(box.x0 + by, box.y0, box.x1 + by, box.y1)
        return box


def look(data: bytes, password: str, wanted: Look) -> Sight:
    """The page as it will be released. Raises BadInput when it cannot be burned."""
    content = wanted.content
    hidden = tuple(Hidden(boxes, "") for boxes in wanted.hidden)
    planned = tuple(box for boxes in wanted.hidden for box in boxes)
    job = PageJob(
        "", wanted.inner, content, hidden, 1, 1, 1, 1, 1, 1, False, colour=wanted.colour, canonical=wanted.canonical
    )  # fmt: skip
    (composed,) = burn_pages(data, password, (job,))
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
    picture = in_grey(found)
    kept = [word for word in content.words if not is_taken(word, planned)]
    expected = ExpectedPage(
        0,
        "",
        tuple(word.text for word in kept),
        frozenset(),
        frozenset(),
        planned,
        tuple(word.box for word in kept),
        tuple(word.box for word in content.words if is_taken(word, planned)),
        content.width,
        content.height,
        wanted.inner,
        canonical=wanted.canonical,
    )
    text = read_content(zlib.decompress(composed.content))
    released = released_boxes(expected, text, composed.height, found.shape)
    lines = (*released.lines, *released.perhaps)
    moved = [new for line in lines for _, new in line.words]
    still = [word.box for word in kept if not any(on_line(word.box, line) for line in lines)]
    scale = picture.shape[1] / content.width
    return Sight(picture, scale, (*still, *moved), tuple(released.boxes), lines)
