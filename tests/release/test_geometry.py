# SPDX-License-Identifier: AGPL-3.0-or-later
"""However a page lies in its file: nothing hidden leaves, and nothing else is lost or moved."""

from __future__ import annotations

import io
from pathlib import Path

import pikepdf
import pymupdf
import pytest

from tests.release.papers import Case, letter
from tests.release.test_hiding import everything_in


def turned(rotation: int) -> bytes:
    with pymupdf.open(stream=letter()) as document:
        document[0].set_rotation(rotation)
        return bytes(document.tobytes())


def cropped(rotation: int = 0, unit: float = 0) -> bytes:
    with pymupdf.open(stream=letter()) as document:
        page = document[0]
        page.set_cropbox(pymupdf.Rect(40, 30, 560, 500))
        page.set_rotation(rotation)
        if unit:
            document.xref_set_key(page.xref, "UserUnit", str(unit))
        return bytes(document.tobytes())


def elsewhere(x: float, y: float, rotation: int = 0) -> bytes:
    """A page whose MediaBox does not start at the origin."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(letter())) as pdf:
        page = pdf.pages[0]
        page.contents_add(pdf.make_stream(b"q 1 0 0 1 %d %d cm" % (x, y)), prepend=True)
        page.contents_add(pdf.make_stream(b"Q"))
        page.obj.MediaBox = pikepdf.Array([x, y, x + 595, y + 842])
        page.obj.Rotate = rotation
        pdf.save(out, static_id=True)
    return out.getvalue()


GEOMETRY = {
    "turned by 90": lambda: turned(90),
    "turned by 180": lambda: turned(180),
    "turned by 270": lambda: turned(270),
    "cropped": cropped,
    "cropped and turned by 90": lambda: cropped(90),
    "cropped and turned by 180": lambda: cropped(180),
    "cropped and turned by 270": lambda: cropped(270),
    "in units of a 36th of an inch": lambda: cropped(0, 2),
    "in large units, cropped and turned": lambda: cropped(90, 1.5),
    "with a negative origin": lambda: elsewhere(-200, -300),
    "with another origin, turned": lambda: elsewhere(150, 77, 270),
}


@pytest.mark.parametrize("what", GEOMETRY)
def test_boxes_are_over_the_words_however_the_page_lies(what: str, tmp_path: Path) -> None:
    """The verifier compares with the source as another engine draws it; a box elsewhere would not pass."""
    case = Case()
    case.add(GEOMETRY[what]())
    result = case.release(tmp_path / "out")
    assert result.redactions == 2
    with pymupdf.open(result.folder / "bundle.pdf") as bundle:
        picture = bundle[1].get_images()[0]
        drawn = pymupdf.Pixmap(bundle, picture[0])
        assert abs(drawn.width / drawn.height - bundle[1].rect.width / (bundle[1].rect.height - 26)) < 0.05
    assert b"kayleigh" not in everything_in(result.folder / "bundle.pdf")
