# SPDX-License-Identifier: AGPL-3.0-or-later
"""Columns, lines and letters that are where they are because of a hidden name: the bundle is the same whatever the name
is, or the longest name's box is reported. What is the same for every name is not."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from tests.release.test_line_setting import case_of
from tests.release.test_told_beside import LONG, SHORT, released

Draw = Callable[[Canvas, tuple[str, ...]], None]
FONT, SIZE = "Helvetica", 11.0
LEFT, RIGHT = 60.0, A4[0] - 60.0


def wide(words: str, size: float = SIZE, font: str = FONT) -> float:
    return float(Canvas(io.BytesIO()).stringWidth(words, font, size))


def rows(names: tuple[str, ...], order: tuple[int, ...]) -> list[list[str]]:
    what = ("Rang about the door and the keys", "Visited at home with the worker", "Wrote a letter")
    links = ("Neighbour", "Aunt", "Friend")
    told = [["Name", "Link", "What was done", "Date"]]
    told += [
        [name, link, done, f"{n} May"] for n, (name, link, done) in enumerate(zip(names, links, what, strict=True))
    ]
    return [[row[n] for n in order] for row in told]


def table(names: tuple[str, ...], page: Canvas, *, order: tuple[int, ...], ruled: bool, shared: bool) -> None:
    """A table over the width of the page: its columns ``shared`` out in proportion to their widest cells, as browsers
    do, or of widths that somebody chose."""
    cells = rows(names, order)
    room = 10.0
    wanted = [max(wide(row[n]) for row in cells) + room for n in range(len(order))]
    widths = (
        [w * (RIGHT - LEFT) / sum(wanted) for w in wanted] if shared else [150.0, 90.0, 175.0, RIGHT - LEFT - 415.0]
    )
    for number, row in enumerate(cells):
        x, y = LEFT, 640.0 - 18 * number
        for cell, width in zip(row, widths, strict=True):
            page.drawString(x + room / 2, y, cell)
            if ruled:
                page.rect(x, y - 5, width, 18)
            x += width


def under_the_middle(page: Canvas, names: tuple[str, ...]) -> None:
    page.drawString(LEFT, 640, names[0])
    page.setFont(FONT, 8)
    page.drawString(LEFT + (wide(names[0]) - wide("Manager", 8)) / 2, 629, "Manager")


def under_what_follows(page: Canvas, names: tuple[str, ...]) -> None:
    page.drawString(LEFT, 640, f"{names[0]}: said one thing")
    for n, words in enumerate(("and then another", "and a third"), start=1):
        page.drawString(LEFT + wide(f"{names[0]}: "), 640 - 14 * n, words)


def led_by_dots(page: Canvas, names: tuple[str, ...]) -> None:
    """Dots on a grid of their own, as in a table of contents."""
    for n, name in enumerate(names):
        page.drawString(LEFT, 640 - 16 * n, name)
        for at in range(0, 400, 8):
            if LEFT + wide(name) + 6 < LEFT + at:
                page.drawString(LEFT + at, 640 - 16 * n, ".")
        page.drawString(RIGHT - 12, 640 - 16 * n, "12")


def in_greek(page: Canvas, names: tuple[str, ...]) -> None:
    page.drawString(LEFT, 640, "She met ")
    page.setFont("Symbol", SIZE)
    page.drawString(LEFT + wide("She met "), 640, "\u03bb\u03b9")
    page.setFont(FONT, SIZE)
    page.drawString(LEFT + wide("She met ") + 30, 640, f" and {names[0]} there.")


def at_the_margin(page: Canvas, names: tuple[str, ...]) -> None:
    page.drawRightString(RIGHT, 640, f"Seen by {names[0]}")


def in_the_middle_of_a_frame(page: Canvas, names: tuple[str, ...]) -> None:
    """As a note or a field is drawn: cut off at its frame, which is not seen."""
    page.saveState()
    frame = page.beginPath()
    frame.rect(90, 620, 330, 40)
    page.clipPath(frame, stroke=0, fill=0)
    page.drawCentredString(255, 640, f"Seen by {names[0]} at home")
    page.restoreState()


def record(draw: Draw, names: tuple[str, ...]) -> bytes:
    out = io.BytesIO()
    page = Canvas(out, pagesize=A4, invariant=1)
    page.setFont(FONT, SIZE)
    for y in (*range(760, 700, -20), *range(500, 400, -20)):
        page.drawString(LEFT, y, "A line of the rest of the page, said of nobody at all.")
    draw(page, names)
    page.save()
    return out.getvalue()


def both(draw: Draw, tmp_path: Path) -> tuple[bool, list[str], list[str]]:
    """Whether the bundle is the same with short names and long ones, and what became of the boxes of each."""
    (one, kinds), (other, others) = (
        released(case_of(record(draw, names), names), tmp_path / names[0]) for names in (SHORT, LONG)
    )
    return one == other, kinds, others


@pytest.mark.parametrize("ruled", [True, False])
@pytest.mark.parametrize("order", [(0, 1, 2, 3), (3, 0, 1, 2), (3, 1, 2, 0)])
def test_a_name_that_decides_how_wide_its_column_is_is_reported(
    order: tuple[int, ...], ruled: bool, tmp_path: Path
) -> None:
    def draw(page: Canvas, names: tuple[str, ...]) -> None:
        table(names, page, order=order, ruled=ruled, shared=True)

    same, _, kinds = both(draw, tmp_path)
    assert not same
    assert kinds[LONG.index(max(LONG, key=wide))] == "shown"


def test_names_in_columns_that_somebody_chose_are_not(tmp_path: Path) -> None:
    def draw(page: Canvas, names: tuple[str, ...]) -> None:
        table(names, page, order=(0, 1, 2, 3), ruled=True, shared=False)

    same, kinds, others = both(draw, tmp_path)
    assert same
    assert "shown" not in (*kinds, *others)


@pytest.mark.parametrize("draw", [under_the_middle, under_what_follows, led_by_dots])
def test_what_stands_where_a_name_made_it_is_reported(draw: Draw, tmp_path: Path) -> None:
    same, _, kinds = both(draw, tmp_path)
    assert not same
    assert "shown" in kinds


def test_letters_of_another_script_are_reported(tmp_path: Path) -> None:
    case = case_of(record(in_greek, SHORT), ("\u03bb\u03b9",))
    assert released(case, tmp_path / "greek")[1] == ["shown"]


@pytest.mark.parametrize("draw", [at_the_margin, in_the_middle_of_a_frame])
def test_what_is_ranged_by_itself_is_set_from_its_own_edge(draw: Draw, tmp_path: Path) -> None:
    same, kinds, others = both(draw, tmp_path)
    assert same
    assert kinds == others == ["set"]
