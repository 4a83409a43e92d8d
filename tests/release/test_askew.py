# SPDX-License-Identifier: AGPL-3.0-or-later
"""Two drawings of one page are laid over each other by a little, and what one of them lacks is seen all the same."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from redactor.bundle.tasks import ocr_page
from redactor.release.verify.askew import any_askew, laid_over
from redactor.release.verify.picture import Pixels
from tests import oddmade
from tests.release.papers import RELEASE, Case


@pytest.fixture
def drawn() -> Pixels:
    """A page of 595 points with lines of print, at 100 dpi."""
    rng = np.random.default_rng(4)
    page = np.full((1169, 827), 255, np.uint8)
    for y in range(80, 1000, 24):
        letters = rng.random((12, 660)) < 0.35
        page[y : y + 12, 80:740][letters] = 0
    return page


def moved(page: Pixels, x: int, y: int) -> Pixels:
    return np.roll(page, (y, x), axis=(0, 1))


def test_a_drawing_a_point_aside_is_laid_over(drawn: Pixels) -> None:
    there = laid_over(drawn, moved(drawn, -2, 1), (595, 842))
    assert float(np.mean(np.abs(there.astype(int) - drawn) > 100)) < 0.001


def test_lines_at_equal_distances_are_not_laid_over_the_next_ones() -> None:
    page = np.full((1169, 827), 255, np.uint8)
    for y in range(80, 1080, 24):
        page[y : y + 12, 80:740:3] = 0
    mine = page.copy()
    mine[80:116] = 255
    there = laid_over(mine, moved(page, -1, 2), (595, 842))
    assert float(np.mean(np.abs(there[140:1000].astype(int) - page[140:1000]) > 100)) < 0.01


def test_a_scan_laid_straight_is_released(tmp_path: Path) -> None:
    data = oddmade.laid_straight(ticked=True)
    case = Case()
    case.add(data, ("seen",), words=[ocr_page(data, "", 1)])
    assert case.release(tmp_path / "out", RELEASE).redactions >= 14


def test_a_drawing_farther_aside_stays_where_it_is(drawn: Pixels) -> None:
    aside = moved(drawn, 6, 0)
    assert laid_over(drawn, aside, (595, 842)) is aside


def test_a_line_that_one_of_them_lacks_is_not_made_up_for(drawn: Pixels) -> None:
    short = drawn.copy()
    short[560:572] = 255
    there = laid_over(short, moved(drawn, -2, 1), (595, 842))
    assert float(np.mean(np.abs(there[560:572, 80:740].astype(int) - short[560:572, 80:740]) > 100)) > 0.3


def test_only_pictures_that_are_turned_a_little_count() -> None:
    import pypdfium2

    assert any_askew(pypdfium2.PdfDocument(oddmade.laid_straight())[0])
    assert not any_askew(pypdfium2.PdfDocument(oddmade.photographed_stamp(64, 200))[0])
