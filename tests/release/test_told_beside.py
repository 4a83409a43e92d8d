# SPDX-License-Identifier: AGPL-3.0-or-later
"""What stands beside, under or behind a hidden name tells nothing of its length: the bundle is the same whatever the
name is, or the box is reported. And no part of a letter looks out of a box that keeps its width."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pymupdf
import pytest
from PIL import Image
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from tests.release.papers import DRAFT, Case
from tests.release.test_line_setting import case_of

SHORT = ("Al Ng", "Idabel Lee", "Jon Itoh")
LONG = ("Bartholomew Fitzgerald", "Wilhelmina Okonkwo", "Kayleigh MacDonald")
BEFORE, AFTER = "She met ", " by the gate of the yard."
#: Draws what goes with a name at (x, y) that is so wide.
Beside = Callable[[Canvas, float, float, float], None]


def wavy(page: Canvas, x: float, y: float, wide: float) -> None:
    path = page.beginPath()
    path.moveTo(x, y - 2)
    for n in range(1, int(wide / 3)):
        path.lineTo(x + 3 * n, y - 2 - 1.5 * (n % 2))
    page.drawPath(path)


def shaded(page: Canvas, x: float, y: float, wide: float) -> None:
    page.saveState()
    path = page.beginPath()
    path.rect(x - 1, y - 3, wide + 2, 2)
    page.clipPath(path, stroke=0)
    page.linearGradient(x, y, x + wide, y, (colors.yellow, colors.pink))
    page.restoreState()


def pictured(page: Canvas, x: float, y: float, wide: float) -> None:
    page.drawImage(ImageReader(Image.new("RGB", (8, 2), (0, 0, 200))), x, y - 3, wide, 1.2)


def struck(page: Canvas, x: float, y: float, wide: float) -> None:
    page.line(x - 1, y + 4, x + wide + 1, y + 4)


def leading(page: Canvas, x: float, y: float, wide: float) -> None:
    for n in range(int((480 - x - wide) / 4)):
        page.drawString(x + wide + 4 * n, y, ".")
    page.drawString(490, y, "12")


def further(page: Canvas, x: float, y: float, wide: float) -> None:
    page.drawString(x + wide + 30, y, "Neighbour")


def barred(page: Canvas, x: float, y: float, wide: float) -> None:
    page.line(x + wide + 3, y - 3, x + wide + 3, y + 10)


def in_a_frame(page: Canvas, x: float, y: float, wide: float) -> None:
    page.rect(56, y - 5, x + wide - 50, 18)


def in_a_cell_made_for_it(page: Canvas, x: float, y: float, wide: float) -> None:
    page.rect(x - 5, y - 5, wide + 10, 18)
    page.rect(x + wide + 5, y - 5, 100, 18)


def dotted(page: Canvas, x: float, y: float, wide: float) -> None:
    page.circle(x + wide + 8, y + 4, 4, fill=1)


def nothing(page: Canvas, x: float, y: float, wide: float) -> None:
    pass


def record(names: tuple[str, ...], beside: Beside, *, after: str = AFTER, ranged: bool = False) -> bytes:
    out = io.BytesIO()
    page = Canvas(out, pagesize=A4, invariant=1)
    page.setFont("Helvetica", 12)
    for n in range(6):
        name, y = names[n % len(names)], 760 - 22 * n
        before = "" if ranged else BEFORE
        x = 500 - page.stringWidth(name, "Helvetica", 12) if ranged else 60
        page.drawString(x, y, before + name + after)
        beside(page, x + page.stringWidth(before, "Helvetica", 12), y, page.stringWidth(name, "Helvetica", 12))
    for n in range(5):
        page.drawString(60, 300 - 20 * n, f"Line {n} of the rest of the page, and nothing else.")
    page.save()
    return out.getvalue()


def released(case: Case, out: Path) -> tuple[dict[str, bytes], list[str]]:
    result = case.release(out, DRAFT)
    kinds = [width.kind for one in result.released for width in one.widths]
    return {path.name: path.read_bytes() for path in result.folder.iterdir()}, kinds


@pytest.mark.parametrize(
    ("beside", "more", "same"),
    [
        (wavy, {}, False),
        (shaded, {}, False),
        (pictured, {}, False),
        (struck, {}, True),
        (leading, {"after": " "}, False),
        (further, {"after": ""}, False),
        (barred, {"after": ""}, False),
        (in_a_frame, {"after": ""}, False),
        (in_a_cell_made_for_it, {"after": ""}, False),
        (dotted, {"after": ""}, False),
        (nothing, {"after": "", "ranged": True}, True),
    ],
)
def test_the_name_changes_nothing_or_its_box_is_reported(
    beside: Beside, more: dict[str, object], same: bool, tmp_path: Path
) -> None:
    (one, kinds), (other, others) = (
        released(case_of(record(names, beside, **more), names), tmp_path / names[0]) for names in (SHORT, LONG)
    )
    if same:
        assert one == other
    else:
        assert set(kinds) == set(others) == {"shown"}


def squeezed(names: tuple[str, ...]) -> bytes:
    """Every line is made to fit the same room, by its letters' width or by their size."""
    out = io.BytesIO()
    page = Canvas(out, pagesize=A4, invariant=1)
    for n in range(6):
        said = BEFORE + names[n % len(names)] + AFTER
        share = 341 / page.stringWidth(said, "Helvetica", 12)
        text = page.beginText(60, 760 - 22 * n)
        text.setFont("Helvetica", 12 if n % 2 else 12.03 * share)
        text.setHorizScale(100 * share if n % 2 else 100)
        text.textOut(said)
        text.setHorizScale(100)
        page.drawText(text)
    page.setFont("Helvetica", 12)
    for n in range(9):
        page.drawString(60, 300 - 20 * n, f"Line {n} of the rest of the page, and nothing else.")
    page.save()
    return out.getvalue()


def test_letters_made_to_fit_are_reported(tmp_path: Path) -> None:
    for names in (SHORT, LONG):
        _, kinds = released(case_of(squeezed(names), names), tmp_path / names[0])
        assert kinds.count("shown") >= 5


# -- boxes that keep their width ----------------------------------------------------------------------

LEANING = ("Rolf", "Jeff", "Gyorgy Fjolf")


def leaning(*, drawn: bool, thick: bool) -> bytes:
    """A page in italics, or with names in a thick outline; not ``drawn`` the names keep their place and are not
    seen."""
    out = io.BytesIO()
    page = Canvas(out, pagesize=A4, invariant=1)
    font = "Helvetica" if thick else "Times-Italic"
    for n in range(6):
        name, y = LEANING[n % len(LEANING)], 760 - 22 * n
        page.setFont(font, 12)
        page.drawString(60, y, BEFORE)
        text = page.beginText(60 + page.stringWidth(BEFORE, font, 12), y)
        page.setLineWidth(2.5)
        text.setTextRenderMode((2 if thick else 0) if drawn else 3)
        text.textOut(name)
        text.setTextRenderMode(0)
        page.drawText(text)
        page.drawString(60 + page.stringWidth(BEFORE + name, font, 12), y, AFTER)
    page.save()
    return out.getvalue()


def picture(bundle: bytes) -> np.ndarray:
    with pymupdf.open(stream=bundle) as document:
        held = pymupdf.Pixmap(document, document[1].get_images()[0][0])
        return np.frombuffer(held.samples, dtype=np.uint8).copy()


@pytest.mark.parametrize("thick", [False, True])
def test_no_part_of_a_letter_looks_out_of_a_box_as_wide_as_its_word(thick: bool, tmp_path: Path) -> None:
    case = case_of(leaning(drawn=True, thick=thick), LEANING)
    without = case_of(leaning(drawn=False, thick=thick), LEANING)
    (sha,), (other,) = case.documents, without.documents
    held = tuple(replace(redaction, document=other) for redaction in case.pages[0].redactions)
    without.contents, without.pages = {(other, 1): case.contents[sha, 1]}, [replace(case.pages[0], document=other)]
    without.pages = [replace(without.pages[0], redactions=held)]
    bundles = []
    for own in (case, without):
        own.settings = {"box-width": "as-is"}
        bundles.append(released(own, tmp_path / str(len(bundles)))[0]["bundle.pdf"])
    assert (picture(bundles[0]) == picture(bundles[1])).all()
