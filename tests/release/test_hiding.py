# SPDX-License-Identifier: AGPL-3.0-or-later
"""Whatever a source file hides, and however its pages lie: nothing of it leaves, and nothing else is lost."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from pathlib import Path

import pikepdf
import pymupdf
import pypdfium2
import pytest

from redactor.domain.pages import PageContent
from tests.release.hiding import PLACES
from tests.release.papers import LINES, SECRET, Case, letter, words_of


def everything_in(folder: Path) -> bytes:
    """All bytes of a release, and all that any reader makes of them."""
    parts: list[bytes] = []
    for path in sorted(folder.rglob("*")):
        if not path.is_file():
            continue
        data = path.read_bytes()
        parts.append(data)
        if path.suffix == ".xlsx":
            with zipfile.ZipFile(path) as book:
                parts += [book.read(name) for name in book.namelist()]
        if path.suffix == ".pdf":
            for found in re.finditer(rb"stream\n", data):
                try:
                    parts.append(zlib.decompressobj().decompress(data[found.end() :]))
                except zlib.error:
                    continue
            with pikepdf.open(io.BytesIO(data)) as pdf:
                parts += [repr(thing).encode() for thing in pdf.objects]
            document = pypdfium2.PdfDocument(data)
            parts += [page.get_textpage().get_text_range().encode() for page in document]
            with pymupdf.open(stream=data) as again:
                parts += [page.get_text("text").encode() for page in again]
                parts.append(repr((again.metadata, again.get_toc(), again.embfile_names())).encode())
    return b"\n".join(parts).lower()


@pytest.mark.parametrize("what", PLACES)
def test_nothing_of_a_hiding_place_leaves(what: str, tmp_path: Path) -> None:
    data = PLACES[what]()
    assert len(words_of(data)[0].words) >= sum(len(line.split()) for line in LINES)
    case = Case()
    # What can be seen is what the plain letter shows; what the place hides is never among the words.
    plain = words_of(letter())[0]
    case.add(data, words=[PageContent(1, plain.width, plain.height, plain.words)])
    result = case.release(tmp_path / "out")
    found = everything_in(result.folder)
    for piece in SECRET.lower().split():
        for form in (
            piece.encode(),
            piece.encode("utf-16-be"),
            piece.encode("utf-16-le"),
            piece.encode().hex().encode(),
        ):
            assert form not in found, what
    text = pypdfium2.PdfDocument(result.folder / "bundle.pdf")[1].get_textpage().get_text_range()
    for line in LINES:
        for word in line.replace(SECRET, "").split():
            assert word in text


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
    assert b"kayleigh" not in everything_in(result.folder)
