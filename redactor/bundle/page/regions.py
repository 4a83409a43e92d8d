# SPDX-License-Identifier: AGPL-3.0-or-later
"""Parts of a page's pictures that look like a photograph or a signature: a person decides whether they show somebody.

Nothing is recognised: a photograph is toned all over in many greys, a signature is written ink beside words that ask
for one. What is found is kept with the page and becomes something to decide, with its box.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

import cv2
import numpy as np
from numpy.typing import NDArray

from redactor.bundle.page import unread
from redactor.domain.geometry import Box
from redactor.domain.pages import PictureKind, Region, Word, WordSource

#: A signature's size in points: (least width, most width), (least height, most height), and how much wider than high.
_WIDE, _HIGH, _LONG = (38.0, 300.0), (10.0, 110.0), (1.1, 12.0)
#: How far (points) from the words that ask for a signature it may be: to the right of them, and below.
_BESIDE, _BELOW = 220.0, 90.0
#: More marks by hand than this on a page, and it is a page of handwriting, which is flagged as such.
_MANY = 6
#: Words read less surely than this may be the signature itself.
_SURE = 0.75
#: A photograph has at least so many greys (of 32), none of which fills more than this share of it.
_GREYS, _FLAT = 8, 0.55
_ASKS = re.compile(
    r"(?i)^(?:sign(?:ed|ature|atures)?|sincerely|faithfully|truly|regards|wishes|respectfully|cheers|initials?|witnessed|"
    r"countersigned|pp|p\.p\.)$"
)


def regions_of(
    grey: NDArray[np.uint8], words: Sequence[Word], pictures: Sequence[Box], toned: Sequence[Box]
) -> list[Region]:
    """What in ``pictures`` looks like a photograph or a signature; boxes in points.

    ``grey`` is the page at :data:`redactor.bundle.page.unread.SCALE` pixels a point, ``toned`` its parts that
    :func:`redactor.bundle.page.unread.photographs` finds.
    """
    photos = [box for box in toned if _within(box, pictures) and _many_greys(grey, box)]
    found = [Region(PictureKind.PHOTOGRAPH, box) for box in photos]
    return found + [Region(PictureKind.SIGNATURE, box) for box in _signatures(grey, words, pictures, photos)]


def _signatures(
    grey: NDArray[np.uint8], words: Sequence[Word], pictures: Sequence[Box], photos: Sequence[Box]
) -> list[Box]:
    asking = [word.box for word in words if _ASKS.match(word.text.strip(".,:;_"))]
    if not asking:
        return []
    sure = [word.box for word in words if word.source is WordSource.TEXT or word.confidence >= _SURE]
    marks = [box for box in unread.handwriting(grey, [*photos, *sure]) if _within(box, pictures)]
    likely = [box for box in marks if _sized(box) and any(_asked(box, by) for by in asking)]
    return likely if len(marks) <= _MANY else []


def _sized(box: Box) -> bool:
    fits = _WIDE[0] <= box.width <= _WIDE[1] and _HIGH[0] <= box.height <= _HIGH[1]
    return fits and _LONG[0] <= box.width / box.height <= _LONG[1]


def _asked(box: Box, by: Box) -> bool:
    """Whether the box is where somebody signs who was asked to by the word ``by``."""
    beside = by.y0 - 30 < (box.y0 + box.y1) / 2 < by.y1 + 30 and -10 < box.x0 - by.x1 < _BESIDE
    below = -6 < box.y0 - by.y1 + 12 < _BELOW and box.x0 < by.x1 + _BESIDE and box.x1 > by.x0 - 60
    return beside or below


def _many_greys(grey: NDArray[np.uint8], box: Box) -> bool:
    """Whether the part has the greys of a photograph; a logo or a chart has few."""
    x0, y0, x1, y1 = (int(value * unread.SCALE) for value in box)
    part = cv2.medianBlur(np.ascontiguousarray(grey[y0:y1, x0:x1]), 3)
    if not part.size:
        return False
    shares = np.bincount(part.ravel() >> 3, minlength=32) / part.size
    return int((shares > 0.01).sum()) >= _GREYS and float(shares.max()) <= _FLAT


def _within(box: Box, pictures: Iterable[Box]) -> bool:
    return any(box.overlap(picture) > 0.7 for picture in pictures)
