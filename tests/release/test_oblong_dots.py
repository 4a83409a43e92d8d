# SPDX-License-Identifier: AGPL-3.0-or-later
"""Scans whose dots stand closer across than down, as those of a fax do (204 by 98 an inch): burned and verified."""

from __future__ import annotations

import io
from pathlib import Path

import pymupdf
import pytest
from PIL import Image

from redactor.domain.pages import PageContent
from tests.release.papers import LINES, RELEASE, SECRET, Case, letter, pixels_of, words_of

A4 = (595.0, 842.0)


def fax(kind: str, lines: tuple[str, ...] = LINES) -> Case:
    """A page of 1686 by 1146 dots, in two levels, in grey, or as a photograph."""
    typed = letter(lines)
    picture = pixels_of(typed, 204)
    picture = picture.resize((picture.width, picture.height * 98 // 204), Image.Resampling.BOX)
    out = io.BytesIO()
    if kind == "two levels":
        picture.point(lambda level: 255 if level > 140 else 0).convert("1").save(out, "TIFF", compression="group4")
    elif kind == "grey":
        picture.save(out, "PNG")
    else:
        picture.convert("RGB").save(out, "JPEG", quality=80)
    with pymupdf.open() as document:
        page = document.new_page(width=A4[0], height=A4[1])
        page.insert_image(page.rect, stream=out.getvalue(), keep_proportion=False)
        data = document.tobytes()
    case = Case()
    case.add(data, (SECRET,), words=[PageContent(1, *A4, words_of(typed)[0].words)])
    return case


@pytest.mark.parametrize("colour", ["grey", "black"])
@pytest.mark.parametrize("kind", ["two levels", "grey", "photograph"])
def test_a_fax_is_released(kind: str, colour: str, tmp_path: Path) -> None:
    case = fax(kind)
    case.settings["box-colour"] = colour
    result = case.release(tmp_path / "out", RELEASE)
    assert result.redactions == 2
    with pymupdf.open(result.folder / "bundle.pdf") as bundle:
        page = bundle[1]
        assert SECRET.split()[1] not in page.get_text() and "kitchen" in page.get_text()
        (picture,) = page.get_images()
        assert picture[2] > 1.8 * picture[3] * A4[0] / A4[1], "its dots are as they were"
