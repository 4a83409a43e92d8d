# SPDX-License-Identifier: AGPL-3.0-or-later
"""TIFFs of every make, whichever program reads them, and pictures of which a part is lost."""

from __future__ import annotations

import io
from typing import Any

import numpy as np
import pytest
import tifffile
from PIL import Image

from redactor.bundle import tasks
from redactor.bundle.formats.shades import to_bytes
from redactor.domain.errors import BadInput
from redactor.domain.pages import Where

GREY = np.full((200, 300), 255, np.uint8)
GREY[:50, :75] = 60
COLOUR = np.dstack([np.where(GREY == 60, 200, 255).astype(np.uint8), GREY, GREY])


def made(values: Any, *, big: bool = False, order: str = "<", pages: int = 1, **options: Any) -> bytes:
    held = io.BytesIO()
    with tifffile.TiffWriter(held, bigtiff=big, byteorder=order) as file:
        for _ in range(pages):
            file.write(values, metadata=None, resolution=(100, 100), resolutionunit="INCH", **options)
    return held.getvalue()


def pixels(pdf: bytes, page: int = 1) -> np.ndarray[Any, Any]:
    return tasks.page_pixels(pdf, "", page, 1.0)


RGB = {"photometric": "rgb"}
BLACK = {"photometric": "minisblack"}
MAKES: dict[str, tuple[Any, dict[str, Any]]] = {
    **{f"colour, {c}": (COLOUR, {**RGB, "compression": c}) for c in ("lzma", "zstd", "webp", "jpeg2000", "packbits")},
    "tiles": (COLOUR, {**RGB, "tile": (64, 64), "compression": "lzw"}),
    "planes": (np.moveaxis(COLOUR, 2, 0).copy(), {**RGB, "planarconfig": "separate", "compression": "lzw"}),
    "planes in tiles": (np.moveaxis(COLOUR, 2, 0).copy(), {**RGB, "planarconfig": "separate", "tile": (64, 64)}),
    "BigTIFF": (COLOUR, {**RGB, "big": True}),
    "BigTIFF, the other way round": (COLOUR, {**RGB, "big": True, "order": ">"}),
    "12 bits": (GREY.astype(np.uint16) * 16, {**BLACK, "bitspersample": 12}),
    "12 bits of colour": (COLOUR.astype(np.uint16) * 16, {**RGB, "bitspersample": 12}),
    "12 bits in 16": (GREY.astype(np.uint16) * 16, BLACK),
    "16 bits": (GREY.astype(np.uint16) * 257, BLACK),
    "16 bits of colour, predicted": (COLOUR.astype(np.uint16) * 257, {**RGB, "compression": "lzw", "predictor": True}),
    "signed": (GREY.astype(np.int16) - 128, BLACK),
    "32 bits": (GREY.astype(np.uint32) << 24, BLACK),
    "fractions": ((GREY / 255).astype(np.float32), BLACK),
    "long fractions": (GREY / 255, BLACK),
    "fractions of colour": ((COLOUR / 255).astype(np.float32), RGB),
    "white is nought": (255 - GREY, {"photometric": "miniswhite", "big": True, "order": ">"}),
    "printer's colours": (255 - np.dstack([COLOUR, np.full_like(GREY, 255)]), {"photometric": "separated"}),
}


@pytest.mark.parametrize("make", MAKES)
def test_every_make_of_tiff_shows_what_is_on_it(make: str) -> None:
    values, options = MAKES[make]
    converted = tasks.convert(made(values, **options), "scan.tif", "tiff")
    shown = pixels(converted.pdf)
    assert shown.shape == (144, 216, 3), "by its own resolution"
    assert shown[10, 10, 1] < 80 and shown[-10, -10].min() > 240
    deep = values.dtype != np.uint8
    assert bool(converted.notes) == deep
    assert not deep or "256 shades" in converted.notes[0]


def test_every_page_of_a_bigtiff() -> None:
    converted = tasks.convert(made(COLOUR, big=True, pages=3, compression="zstd", **RGB), "scan.tif", "tiff")
    assert [int(pixels(converted.pdf, page)[10, 10, 1]) for page in (1, 2, 3)] == [60, 60, 60]


@pytest.mark.parametrize("colours", ["rgb", "ycbcr", "grey"])
def test_a_scan_packed_as_jpeg_stays_as_small_as_it_was(colours: str) -> None:
    noise = np.random.default_rng(1).integers(0, 40, (600, 400), np.uint8)
    values = np.dstack([noise + 200, noise + 100, noise]) if colours != "grey" else noise + 100
    if colours == "ycbcr":
        values = np.asarray(Image.fromarray(values).convert("YCbCr"))
    photometric = {"rgb": "rgb", "ycbcr": "ycbcr", "grey": "minisblack"}[colours]
    data = made(values, compression="jpeg", photometric=photometric, rowsperstrip=600, pages=2)
    converted = tasks.convert(data, "scan.tif", "tiff")
    assert len(converted.pdf) < 1.1 * len(data) and converted.notes == ()
    near = pixels(converted.pdf, 2).reshape(-1, 3).mean(axis=0)
    assert near == pytest.approx([220, 120, 20] if colours != "grey" else [120] * 3, abs=6)


def test_a_page_that_cannot_be_shown_says_so_and_the_others_stand() -> None:
    data = bytearray(made(GREY, pages=3, compression="zstd", **BLACK))
    with tifffile.TiffFile(io.BytesIO(bytes(data))) as file:
        at, length = file.pages[1].dataoffsets[0], file.pages[1].databytecounts[0]
    data[at : at + length] = bytes(length)
    converted = tasks.convert(bytes(data), "scan.tif", "tiff")
    (note,) = converted.notes
    assert note.startswith("page 2 cannot be shown") and "Ask for the file again" in note
    texts = [" ".join(word.text for word in page.words) for page in tasks.read_pages(converted.pdf, "", 1, 3)]
    assert texts == ["", "Page 2 of this picture is damaged and cannot be shown.", ""]


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_a_picture_cut_short_is_shown_as_far_as_it_goes(kind: str) -> None:
    noise = np.random.default_rng(3).integers(0, 255, (400, 300, 3), np.uint8)
    held = io.BytesIO()
    Image.fromarray(noise).save(held, kind)
    converted = tasks.convert(held.getvalue()[: len(held.getvalue()) // 2], "photo", kind.lower())
    assert "cut short or damaged" in converted.notes[0]
    shown = pixels(converted.pdf).astype(int)
    assert shown[:50].std() > 20 > shown[-50:].std()


def test_a_tiff_of_which_nothing_is_left_is_refused() -> None:
    with pytest.raises(BadInput, match="damaged"):
        tasks.convert(made(GREY, **BLACK)[:8] + bytes(40), "scan.tif", "tiff")


def test_too_many_shades_are_never_too_dark_to_be_seen() -> None:
    assert to_bytes(np.array([0, 4095], np.uint16)).tolist() == [0, 255]
    assert to_bytes(np.array([0, 40000], np.uint16)).tolist() == [0, 156], "half of the room is used: as it is"
    assert to_bytes(np.array([-100.0, 300.0])).tolist() == [0, 255]
    assert to_bytes(np.array([np.nan, 1.0])).tolist() == [0, 255]
    assert to_bytes(np.zeros(2, np.float32)).tolist() == [0, 0]


def test_notes_that_old_imaging_programs_hung_on_a_scan_are_told_of() -> None:
    note = b"\0\1\2OiAnText\0\0Rang Mrs Adeyemi about this\0\3"
    data = made(GREY, extratags=[(32932, 1, len(note), note, True)], **BLACK)
    places = tasks.convert(data, "scan.tif", "tiff").places
    assert (Where.HIDDEN_TEXT, "Rang Mrs Adeyemi about this") in [(place.where, place.text) for place in places]


def test_comments_and_captions_of_a_picture_are_told_of() -> None:
    from PIL.PngImagePlugin import PngInfo

    told = PngInfo()
    told.add_text("Description", "Kayleigh at the contact centre")
    told.add_itxt("XML:com.adobe.xmp", "<x:xmpmeta><dc:creator>Janet Lister</dc:creator></x:xmpmeta>")
    held = io.BytesIO()
    Image.fromarray(COLOUR).save(held, "PNG", pnginfo=told)
    assert {place.text for place in tasks.convert(held.getvalue(), "p.png", "png").places} == {
        "Kayleigh at the contact centre",
        "Janet Lister",
    }
