# SPDX-License-Identifier: AGPL-3.0-or-later
"""Which greys and colours stand for those of a page: few for the edges of letters, tints as they are."""

from __future__ import annotations

import re
import zlib

import numpy as np
import pytest
from numpy.typing import NDArray

from redactor.release.burn.draw import Drawn
from redactor.release.burn.encode import encode
from redactor.release.burn.palette import EDGES

FILL = 0xDD


def levels_of(pixels: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """A page's pixels as they are encoded, one row of the page's colours for each pixel."""
    made = encode(Drawn(pixels, 595, 842, False, False, (), ()), FILL)
    assert b"/BitsPerComponent 4/" in made.entries
    packed = np.frombuffer(zlib.decompress(made.data), dtype=np.uint8).reshape(made.height, -1)
    numbers = np.stack((packed >> 4, packed & 15), axis=2).reshape(made.height, -1)[:, : made.width]
    indexed = re.search(rb"<([0-9A-F]+)>", made.entries)
    if indexed is None:
        return np.asarray(numbers * 17, dtype=np.uint8)
    return np.frombuffer(bytes.fromhex(indexed[1].decode()), dtype=np.uint8).reshape(-1, 3)[numbers]


def page(*tints: int) -> NDArray[np.uint8]:
    """White paper with an edge of every level, and a band of each tint."""
    pixels = np.full((300, 256), 255, dtype=np.uint8)
    pixels[16, :] = np.arange(256)
    for n, tint in enumerate(tints):
        pixels[40 + 30 * n : 60 + 30 * n] = tint
    return pixels


@pytest.mark.parametrize("coloured", [False, True])
def test_edges_take_twelve_greys_and_tints_keep_their_own(coloured: bool) -> None:
    tints = (0x33, 0xCC, FILL)
    grey = page(*tints)
    pixels = np.repeat(grey[:, :, None], 3, axis=2) if coloured else grey
    if coloured:
        pixels[200:220] = (255, 0, 0)
    shown = levels_of(pixels)
    own = shown if not coloured else shown[:, :, 0]
    assert all((own[40 + 30 * n : 60 + 30 * n] == tint).all() for n, tint in enumerate(tints))
    assert {int(level) // 17 for level in np.unique(own[16])} <= set(EDGES) | {3, 12}
    assert (own[0] == 255).all() and own[16, 0] == 0 and own[16, -1] == 255
    assert int(np.abs(own[16].astype(int) - np.arange(256)).max()) <= 26
    if coloured:
        assert (shown[200:220] == (255, 0, 0)).all()


def test_without_tints_no_edge_is_off_by_more_than_a_level_and_a_half() -> None:
    shown = levels_of(page())
    assert {int(level) // 17 for level in np.unique(shown)} == set(EDGES)
    assert int(np.abs(shown[16].astype(int) - np.arange(256)).max()) <= 26


@pytest.mark.parametrize(("rows", "columns"), [(1, 1), (1, 5), (3, 3), (5, 7), (4, 4), (31, 33), (64, 96)])
@pytest.mark.parametrize("inked", ["nothing", "the last pixel", "some"])
def test_pictures_of_any_size_keep_every_pixel(rows: int, columns: int, inked: str) -> None:
    pixels = np.full((rows, columns, 3), 255, dtype=np.uint8)
    if inked == "the last pixel":
        pixels[-1, -1] = (255, 0, 0)
    elif inked == "some":
        colours = np.array([(255, 0, 0), (0, 0, 255), (0, 0, 0), (255, 255, 255)], dtype=np.uint8)
        pixels = colours[np.random.default_rng(rows * columns).integers(0, 4, (rows, columns))]
    assert (levels_of(pixels) == pixels).all()
