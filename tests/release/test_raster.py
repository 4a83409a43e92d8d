# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the verification sees of a released picture is what a general reader makes of it, to the pixel."""

from __future__ import annotations

import zlib
from pathlib import Path

import numpy as np
import pikepdf
import pytest

from redactor.release.verify.picture import in_grey, open_pdf, page_picture
from redactor.release.verify.raster import Raster, inflated, read_raster
from tests.release.papers import every_kind


@pytest.fixture(scope="module")
def bundle(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return every_kind().release(tmp_path_factory.mktemp("raster") / "out").folder / "bundle.pdf"


def rasters(path: Path) -> list[tuple[Raster | None, object]]:
    document = open_pdf(str(path))
    with pikepdf.open(path) as pdf:
        return [
            (read_raster(document[n], page.obj.Resources.get("/XObject", {}).get("/P")), page_picture(document[n]))
            for n, page in enumerate(pdf.pages)
        ]


def test_every_kind_of_picture_is_seen_as_another_reader_decodes_it(bundle: Path) -> None:
    seen = 0
    for raster, whole in rasters(bundle):
        if raster is None:
            assert whole is None
            continue
        assert isinstance(whole, np.ndarray) and not raster.problems
        assert raster.shape == whole.shape[:2] and (raster.grey == in_grey(whole)).all()
        for y0, y1, x0, x1 in ((0, 40, 0, 61), (300, 317, 201, 340), (5, 6, 7, 8), (10, 30, 3, whole.shape[1])):
            part, there = raster.part(y0, y1, x0, x1), whole[y0:y1, x0:x1]
            assert (part == there).all() if part.ndim == there.ndim else (part[..., None] == there).all()
        seen += 1
    assert seen == 3, "typed, faxed, photographed"


def indexed(path: Path, columns: int, data: bytes, palette: bytes, bits: int) -> Path:
    """A page with one picture of given data."""
    with pikepdf.new() as pdf:
        page = pdf.add_blank_page(page_size=(100, 100))
        image = pdf.make_stream(zlib.compress(data))
        space = pikepdf.Array([pikepdf.Name.Indexed, pikepdf.Name.DeviceRGB, len(palette) // 3 - 1, palette])
        image.update({"/Type": pikepdf.Name.XObject, "/Subtype": pikepdf.Name.Image, "/Width": columns, "/Height": 4})
        image.update({"/ColorSpace": space, "/BitsPerComponent": bits, "/Filter": pikepdf.Name.FlateDecode})
        page.obj.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(P=image))
        page.obj.Contents = pdf.make_stream(b"q 100 0 0 100 0 0 cm /P Do Q")
        pdf.save(path)
    return path


COLOURS = bytes(range(0, 144, 3))


@pytest.mark.parametrize(("bits", "columns"), [(4, 6), (4, 7), (8, 7)])
def test_colours_come_from_the_pictures_own_palette(tmp_path: Path, bits: int, columns: int) -> None:
    wide = columns if bits == 8 else -(-columns // 2)
    made = np.random.default_rng(3).integers(0, 16, (4, wide), dtype=np.uint8)
    if bits == 4:
        made = made * 16 + np.random.default_rng(4).integers(0, 16, (4, wide), dtype=np.uint8)
        if columns % 2:
            made[:, -1] &= 0xF0
    ((raster, whole),) = rasters(indexed(tmp_path / "a.pdf", columns, made.tobytes(), COLOURS, bits))
    assert raster is not None and isinstance(whole, np.ndarray) and not raster.problems
    assert (raster.part(0, 4, 1, columns) == whole[:, 1:]).all() and (raster.grey == in_grey(whole)).all()


@pytest.mark.parametrize(
    ("data", "palette", "said"),
    [
        (bytes(12), COLOURS, "followed"),
        (bytes(8), COLOURS, "longer or shorter"),
        (bytes(13), COLOURS, "longer or shorter"),
        (bytes([0x0C] + [0] * 11), COLOURS[:9], "colours that it does not have"),
    ],
)
def test_what_is_wrong_with_the_data_is_told(tmp_path: Path, data: bytes, palette: bytes, said: str) -> None:
    if said == "followed":
        data = bytes([0, 0, 0x05] + [0] * 9)
    ((raster, _),) = rasters(indexed(tmp_path / "a.pdf", 5, data, palette, 4))
    assert raster is not None and any(said in problem for problem in raster.problems)


def test_bytes_after_the_compressed_data_are_noticed() -> None:
    data = bytes(np.random.default_rng(1).integers(0, 256, 500, dtype=np.uint8))
    packed = zlib.compress(data)
    assert inflated(packed, 500) == data
    for wrong in (packed + b"!", packed + packed[-4:], packed[:-1], packed[:40], b""):
        assert inflated(wrong, 500) is None
    assert inflated(packed, 499) is None and inflated(packed, 501) is None
