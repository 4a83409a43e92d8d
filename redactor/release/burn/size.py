# SPDX-License-Identifier: AGPL-3.0-or-later
"""How large a page of the bundle is, given the page it stands for: that page, with a band under it for its number."""

from __future__ import annotations

from typing import NamedTuple

A4_WIDTH = 595.0
#: PDF pages may not be larger than this, in points.
LARGEST = 14_000.0
#: The band under the picture that carries the page number, in points on a page as wide as A4.
BAND = 26.0


class Sized(NamedTuple):
    """Points. ``unit``: what a point on a page as wide as A4 is here; ``shrink``: below 1 for pages too large."""

    unit: float
    band: float
    shrink: float
    width: float
    height: float


def released_size(width: float, height: float) -> Sized:
    """``width`` and ``height`` of the source page in points; :attr:`Sized.height` is without the band."""
    unit = min(max(min(width, height) / A4_WIDTH, 0.3), 24.0)
    band = BAND * unit
    shrink = min(1.0, LARGEST / max(width, height + band))
    return Sized(unit * shrink, round(band * shrink, 2), shrink, round(width * shrink, 2), round(height * shrink, 2))
