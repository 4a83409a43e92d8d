# SPDX-License-Identifier: AGPL-3.0-or-later
"""What was made for the words of a line - bubbles, frames, lines above, gaps in lines, dots over letters - tells their
length: the box is reported. What a line shares with others is no such thing."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from tests.release.test_line_setting import case_of
from tests.release.test_told_beside import BEFORE, LONG, SHORT, Beside, picture, record, released

UNIT = 12.0


def whole(page: Canvas, wide: float) -> float:
    """How wide a line with a name so wide is."""
    return page.stringWidth(BEFORE, "Helvetica", UNIT) + wide


def bubble(page: Canvas, x: float, y: float, wide: float) -> None:
    page.roundRect(52, y - 8, whole(page, wide) + 16, 26, 6)


def block(page: Canvas, x: float, y: float, wide: float) -> None:
    """An area behind two lines, as wide as the longer one."""
    page.rect(52, y - 9, whole(page, wide) + 16, 36)


def gap_in_a_line(page: Canvas, x: float, y: float, wide: float) -> None:
    """The upper line of a frame, left out where a heading stands in it."""
    page.saveState()
    path = page.beginPath()
    path.rect(40, y - 20, 500, 40)
    path.rect(x - 4, y - 2, wide + 8, 12)
    page.clipPath(path, stroke=0, fill=0, fillMode=0)
    page.line(44, y + 4, 530, y + 4)
    page.restoreState()


def line_after(page: Canvas, x: float, y: float, wide: float) -> None:
    page.line(x + wide + 6, y + 4, 520, y + 4)


def line_above(page: Canvas, x: float, y: float, wide: float) -> None:
    page.line(58, y + 13, 62 + whole(page, wide), y + 13)


def bar_after(page: Canvas, x: float, y: float, wide: float) -> None:
    page.rect(x + wide + 6, y - 1, 90, 9, fill=1)


def dots_above(page: Canvas, x: float, y: float, wide: float) -> None:
    page.setFont("Helvetica", 6)
    for n in range(int(wide / 6)):
        page.drawCentredString(x + 3 + 6 * n + (wide % 6) / 2, y + 12.5, ".")
    page.setFont("Helvetica", UNIT)


def relation_above(page: Canvas, x: float, y: float, wide: float) -> None:
    page.setFont("Helvetica", 6)
    page.drawCentredString(x + wide / 2, y + 12.5, "aunt")
    page.setFont("Helvetica", UNIT)


def stacked(page: Canvas, x: float, y: float, wide: float) -> None:
    """So close above that it is under the same box."""
    page.setFont("Helvetica", 6)
    page.drawCentredString(x + wide / 2, y + 8, "aunt")
    page.setFont("Helvetica", UNIT)


def over_its_cell(page: Canvas, x: float, y: float, wide: float) -> None:
    page.line(150, y - 6, 150, y + 16)


@pytest.mark.parametrize(
    ("beside", "after"),
    [
        (bubble, ""),
        (block, ""),
        (gap_in_a_line, ""),
        (line_after, ""),
        (line_above, ""),
        (bar_after, ""),
        (dots_above, " by the gate."),
        (relation_above, " by the gate."),
        (stacked, " by the gate."),
        (over_its_cell, " by the gate."),
    ],
)
def test_what_was_made_for_a_name_is_reported(beside: Beside, after: str, tmp_path: Path) -> None:
    for names in (SHORT, LONG):
        _, kinds = released(case_of(record(names, beside, after=after), names), tmp_path / names[0])
        assert set(kinds) == {"shown"}


def frame_of_all(page: Canvas, x: float, y: float, wide: float) -> None:
    page.rect(50, y - 7, 460, 22)


def rule_of_all(page: Canvas, x: float, y: float, wide: float) -> None:
    page.line(50, y - 7, 510, y - 7)


def column_of_all(page: Canvas, x: float, y: float, wide: float) -> None:
    for at in (54, 330, 500):
        page.line(at, y - 7, at, y + 15)


@pytest.mark.parametrize("beside", [frame_of_all, rule_of_all, column_of_all])
def test_what_lines_share_is_no_such_thing(beside: Beside, tmp_path: Path) -> None:
    bundles = []
    for names in (SHORT, LONG):
        files, kinds = released(case_of(record(names, beside, after=""), names), tmp_path / names[0])
        assert set(kinds) <= {"set", "filled"}
        bundles.append(files)
    assert bundles[0] == bundles[1]


def under_a_heading(names: tuple[str, ...]) -> bytes:
    """Names in the middle of a column that is not the page's, under a word in its middle."""
    out = io.BytesIO()
    page = Canvas(out, pagesize=A4, invariant=1)
    page.setFont("Helvetica", UNIT)
    for n, name in enumerate(names):
        page.drawCentredString(180 + 20 * n, 760 - 90 * n, "The aunt")
        page.drawCentredString(180 + 20 * n, 745 - 90 * n, name)
    page.drawString(60, 300, "The rest of the page, and nothing else.")
    page.save()
    return out.getvalue()


def test_a_name_in_the_middle_under_other_words_stays_in_the_middle(tmp_path: Path) -> None:
    logs, pictures = [], []
    for names in (SHORT, LONG):
        files, _ = released(case_of(under_a_heading(names), names), tmp_path / names[0])
        logs.append(files["redaction-log.json"])
        pictures.append(picture(files["bundle.pdf"]))
    assert logs[0] == logs[1]
    assert (pictures[0] == pictures[1]).all()


def test_a_line_whose_middle_is_that_of_a_line_at_the_margin_starts_where_it_did(tmp_path: Path) -> None:
    out = io.BytesIO()
    page = Canvas(out, pagesize=A4, invariant=1)
    page.setFont("Helvetica", UNIT)
    wide = page.stringWidth(LONG[0], "Helvetica", UNIT)
    page.drawString(90, 745, LONG[0])
    page.drawString(60, 730, "The rest")
    page.drawRightString(2 * 90 + wide - 60, 730, "here.")
    page.drawString(60, 715, "And nothing else is on the page.")
    page.save()
    files, _ = released(case_of(out.getvalue(), LONG[:1]), tmp_path / "out")
    ((line,),) = (one["boxes_in_bundle"] for one in json.loads(files["redaction-log.json"]))
    assert abs(line[0] - 90) < 1.5


def table_as_wide_as_its_words(names: tuple[str, ...]) -> bytes:
    """Columns as wide as their widest words: the next column's come close."""
    out = io.BytesIO()
    page = Canvas(out, pagesize=A4, invariant=1)
    page.setFont("Helvetica", UNIT)
    rule = 60 + max(page.stringWidth(name, "Helvetica", UNIT) for name in names) + 1.5
    for n, name in enumerate(names):
        y = 760 - 18 * n
        page.drawString(60, y, name)
        page.drawString(rule + 1.5, y, ("Neighbour", "Aunt", "Duty")[n])
        for at in (58.5, rule, rule + 80):
            page.rect(at - 0.4, y - 5, 0.8, 18, stroke=0, fill=1)
    page.drawString(60, 300, "The rest of the page, and nothing else.")
    page.save()
    return out.getvalue()


def test_the_widest_name_of_a_column_made_for_it_is_reported(tmp_path: Path) -> None:
    for names in (SHORT, LONG):
        _, kinds = released(case_of(table_as_wide_as_its_words(names), names), tmp_path / names[0])
        assert "shown" in kinds


def narrow_columns(names: tuple[str, ...]) -> bytes:
    """A table without lines whose columns are as close as words, and a colour behind a name that a clip cuts out."""
    out = io.BytesIO()
    page = Canvas(out, pagesize=A4, invariant=1)
    page.setFont("Helvetica", UNIT)
    second = 60 + max(page.stringWidth(name, "Helvetica", UNIT) for name in names) + 4
    for n, words in enumerate((*names, "Duty", "Desk")):
        page.drawString(60, 760 - 15 * n, words)
        page.drawString(second, 760 - 15 * n, ("Neighbour", "Aunt", "Uncle", "Council", "Council")[n])
    page.drawString(60, 300, "The rest of the page, and nothing else.")
    page.save()
    return out.getvalue()


def test_columns_as_close_as_words_are_reported(tmp_path: Path) -> None:
    for names in (SHORT, LONG):
        _, kinds = released(case_of(narrow_columns(names), names), tmp_path / names[0])
        assert "shown" in kinds


def coloured_by_a_clip(names: tuple[str, ...]) -> bytes:
    """The whole page is filled with a colour where a clip as large as the name lets it."""
    out = io.BytesIO()
    page = Canvas(out, pagesize=A4, invariant=1)
    page.setFont("Helvetica", UNIT)
    for n, name in enumerate(names):
        x, y, wide = 60, 760 - 22 * n, page.stringWidth(name, "Helvetica", UNIT)
        page.saveState()
        path = page.beginPath()
        path.rect(x + page.stringWidth(BEFORE, "Helvetica", UNIT), y - 3, wide, 13)
        page.clipPath(path, stroke=0, fill=0)
        page.setFillGray(0.8)
        page.rect(0, 0, *A4, stroke=0, fill=1)
        page.restoreState()
        page.drawString(x, y, f"{BEFORE}{name} by the gate.")
    page.save()
    return out.getvalue()


def test_a_colour_that_a_clip_cuts_out_moves_or_is_reported(tmp_path: Path) -> None:
    (one, kinds), (other, others) = (
        released(case_of(coloured_by_a_clip(names), names), tmp_path / names[0]) for names in (SHORT, LONG)
    )
    assert one == other or set(kinds) == set(others) == {"shown"}
