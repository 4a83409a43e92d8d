# SPDX-License-Identifier: AGPL-3.0-or-later
"""Lines with boxes are set again among all that real pages have about them: the marks of footnotes, a sign across the
page, striped tables without rules, words that run over the edge of their cell. The bundle is the same whatever the name
is, no box is told of, and what stays is there."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pymupdf
import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from tests.release.test_line_setting import case_of, released, survives

NAMES = ("Al Ng", "Kayleigh Featherstonehaugh")
#: Draws a page with a name.
Draw = Callable[[Canvas, str], None]


def text(page: Canvas, x: float, y: float, told: str, size: float = 11) -> float:
    """Where it ends."""
    page.setFont("Helvetica", size)
    page.drawString(x, y, told)
    return x + float(page.stringWidth(told, "Helvetica", size))


def marked(page: Canvas, name: str) -> None:
    for n, rise in enumerate((3, 4.6, 5, 6, 7)):
        y = 760 - 30 * n
        x = text(page, 60, y, f"The worker saw {name} at the gate")
        x = text(page, x, y + rise, f"{n + 1}", 6.5)
        text(page, x, y, ", and rang her.")


def marked_right_after(page: Canvas, name: str) -> None:
    for n, rise in enumerate((3, 5, 6)):
        y = 760 - 30 * n
        x = text(page, 60, y, f"The worker saw {name}")
        x = text(page, x, y + rise, f"{n + 1}", 6.5)
        text(page, x, y, " at the gate, and rang her.")


def under_a_sign(page: Canvas, name: str) -> None:
    page.saveState()
    page.translate(120, 250)
    page.rotate(50)
    page.setFillGray(0.85)
    text(page, 0, 0, "CONFIDENTIAL", 70)
    page.restoreState()
    for n in range(20):
        text(page, 60, 760 - 30 * n, f"Line {n}: {name} was seen at the shop and went home by bus.")


def striped(page: Canvas, name: str) -> None:
    for n in range(12):
        y = 760 - 22 * n
        if n % 2:
            page.setFillGray(0.9)
            page.rect(50, y - 6, 490, 22, fill=1, stroke=0)
            page.setFillGray(0)
        text(page, 56, y, f"{n + 1} May")
        text(page, 140, y, name)
        text(page, 340, y, "Telephone call, no answer")


def over_its_cell(page: Canvas, name: str) -> None:
    for n, cells in enumerate((("Name", "Link"), (f"{name} (aunt)", "Family"), ("Duty Desk", "Council"))):
        for x, wide, cell in ((60, 168, cells[0]), (228, 120, cells[1])):
            page.rect(x, 700 - 18 * n, wide, 18)
            text(page, x + 5, 705 - 18 * n, cell, 10.5)


def up_to_its_edge(page: Canvas, name: str) -> None:
    for n, cell in enumerate(("What", "Rang about the door", f"Visited {name} at home")):
        for x, wide, told in ((60, 120, "2 May"), (180, 200, cell)):
            page.rect(x, 756 - 16 * n, wide, 16)
            text(page, x + 4, 760 - 16 * n, told, 10.5)


@pytest.mark.parametrize("draw", [marked, marked_right_after, under_a_sign, striped, over_its_cell, up_to_its_edge])
def test_the_bundle_is_the_same_whatever_the_name(draw: Draw, tmp_path: Path) -> None:
    bundles = []
    for name in NAMES:
        out = io.BytesIO()
        page = Canvas(out, pagesize=A4, invariant=1)
        draw(page, name)
        page.save()
        case = case_of(out.getvalue(), (name,))
        folder, counts = released(case, tmp_path / name)
        survives(case, folder)
        assert counts["boxes_set_again"] >= 1 and counts["boxes_whose_width_may_show"] == 0
        bundles.append(folder)
    assert bundles[0] == bundles[1]


def test_what_stands_in_the_next_cell_stays_there(tmp_path: Path) -> None:
    """Though the words before it run over their cell's edge, up to it."""
    out = io.BytesIO()
    page = Canvas(out, pagesize=A4, invariant=1)
    over_its_cell(page, NAMES[1])
    page.save()
    folder, _ = released(case_of(out.getvalue(), NAMES), tmp_path / "out")
    with pymupdf.open(stream=folder["bundle.pdf"]) as bundle:
        places = {word[4]: word[0] for word in bundle[1].get_text("words")}
    assert places["Family"] == pytest.approx(places["Council"], abs=1.1)


def test_letters_too_small_to_tell_their_lines_apart_stay_under_their_boxes(tmp_path: Path) -> None:
    out = io.BytesIO()
    page = Canvas(out, pagesize=A4, invariant=1)
    for size in (1.5, 2, 3):
        for n in range(5):
            text(page, 60 * size, 400 - size * 1.15 * n, f"Signed {NAMES[0]}", size)
    text(page, 60, 760, f"Read by {NAMES[0]} in the office.")
    page.save()
    case = case_of(out.getvalue(), NAMES)
    assert case.release(tmp_path / "out").widths["boxes_set_again"] >= 1


def test_a_page_does_not_tell_that_what_is_hidden_was_in_colour(tmp_path: Path) -> None:
    """A name in blue is a link; written sideways its line is not set again."""
    bundles = []
    for n, colour in enumerate(((0, 0, 0), (0, 0, 0.8))):
        out = io.BytesIO()
        page = Canvas(out, pagesize=A4, invariant=1)
        text(page, 60, 700, "Filed in the office on the first of May.")
        page.setFillColorRGB(*colour)
        page.rotate(90)
        text(page, 300, -100, NAMES[0])
        page.save()
        folder, counts = released(case_of(out.getvalue(), NAMES), tmp_path / str(n))
        assert counts["boxes_whose_width_may_show"] > 0
        bundles.append(folder["bundle.pdf"])
    assert bundles[0] == bundles[1]
