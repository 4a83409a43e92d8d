# SPDX-License-Identifier: AGPL-3.0-or-later
"""Pictures of every make become pages that show them upright, whole and in a size to be believed."""

from __future__ import annotations

import io
import struct
from typing import Any

import numpy as np
import pytest
from PIL import Image

from redactor.bundle import tasks
from redactor.bundle.kinds import file_kind
from redactor.domain.errors import BadInput
from redactor.domain.pages import PageStatus

SIZE = (300, 200)


def marked(mode: str = "RGB", size: tuple[int, int] = SIZE) -> Image.Image:
    """White, with a red corner at the top left."""
    image = Image.new("RGB", size, "white")
    image.paste((255, 0, 0), (0, 0, size[0] // 4, size[1] // 4))
    return image if mode == "RGB" else image.convert(mode)


def saved(image: Image.Image, kind: str, **options: Any) -> bytes:
    held = io.BytesIO()
    image.save(held, kind, **options)
    return held.getvalue()


def turned(orientation: int) -> Image.Exif:
    exif = Image.Exif()
    exif[0x0112] = orientation
    return exif


def shown(data: bytes, page: int = 1) -> tuple[bytes, np.ndarray[Any, Any]]:
    """The document the file becomes, and its page as drawn."""
    kind = file_kind(data)
    data = tasks.convert(data, "p", kind).pdf
    (content,) = tasks.read_pages(data, "", page, page)
    assert content.status is PageStatus.NEEDS_OCR
    return data, tasks.page_pixels(data, "", page, 200 / content.width)


def corner(pixels: np.ndarray[Any, Any]) -> str:
    """Where the dark or red corner is."""
    dark = np.argwhere(pixels[..., 1] < 160)
    y, x = dark.mean(axis=0) / pixels.shape[:2]
    return ("top" if y < 0.5 else "bottom") + (" left" if x < 0.5 else " right")


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "TIFF", "WEBP"])
@pytest.mark.parametrize(
    ("orientation", "where"), [(1, "top left"), (3, "bottom right"), (6, "top right"), (8, "bottom left")]
)
def test_a_camera_held_sideways(kind: str, orientation: int, where: str) -> None:
    extra: dict[str, Any] = {"tiffinfo": {274: orientation}} if kind == "TIFF" else {"exif": turned(orientation)}
    _, pixels = shown(saved(marked(), kind, **extra))
    assert corner(pixels) == where
    assert (pixels.shape[0] > pixels.shape[1]) == (orientation in (6, 8))


@pytest.mark.parametrize(
    ("kind", "mode", "options"),
    [
        ("PNG", "P", {}), ("PNG", "L", {}), ("PNG", "LA", {}), ("PNG", "RGBA", {}), ("PNG", "1", {}),
        ("PNG", "I;16", {}),
        ("JPEG", "L", {}), ("JPEG", "CMYK", {}), ("TIFF", "CMYK", {"compression": "tiff_lzw"}), ("TIFF", "RGBA", {}),
        ("TIFF", "1", {"compression": "group4"}), ("TIFF", "1", {"compression": "group3"}), ("TIFF", "I;16", {}),
        ("TIFF", "RGB", {"compression": "jpeg"}), ("TIFF", "P", {"compression": "tiff_adobe_deflate"}),
        ("WEBP", "RGB", {"lossless": True}), ("WEBP", "RGBA", {}), ("GIF", "P", {}), ("BMP", "RGB", {}),
        ("BMP", "1", {}), ("JPEG2000", "RGB", {}), ("AVIF", "RGB", {}),
    ],
)  # fmt: skip
def test_every_make_of_picture_shows_what_is_on_it(kind: str, mode: str, options: dict[str, Any]) -> None:
    deep = np.asarray(marked("L")).astype(np.uint16) * 257
    image = Image.fromarray(deep) if mode == "I;16" else marked(mode)
    if kind == "AVIF" and "AVIF" not in Image.SAVE:
        Image.init()
        if "AVIF" not in Image.SAVE:
            pytest.skip("this Pillow writes no AVIF")
    _, pixels = shown(saved(image, kind, **options))
    assert corner(pixels) == "top left" and pixels[-5, -5].min() > 240


def test_every_frame_is_a_page() -> None:
    frames = [marked(), marked().rotate(180), marked().transpose(Image.Transpose.FLIP_LEFT_RIGHT)]
    for kind in ("GIF", "WEBP", "TIFF"):
        data = saved(
            frames[0], kind, save_all=True, append_images=frames[1:], **({} if kind == "TIFF" else {"duration": 100})
        )
        assert [corner(shown(data, page)[1]) for page in (1, 2, 3)] == ["top left", "bottom right", "top right"]


@pytest.mark.parametrize(
    ("dpi", "size"), [(None, (4000, 3000)), ((1, 1), (2000, 3000)), ((20000, 20000), (2400, 1800))]
)
def test_a_resolution_that_cannot_be_is_not_believed(dpi: Any, size: tuple[int, int]) -> None:
    data = saved(marked(size=size), "JPEG", **({"dpi": dpi} if dpi else {}))
    made, _ = shown(data)
    (page,) = tasks.read_pages(made, "", 1, 1)
    assert 300 < max(page.width, page.height) <= 1300
    (image,) = pdf_images(made)
    assert image == size, "the photo's own pixels are in the page"


def pdf_images(pdf: bytes) -> list[tuple[int, int]]:
    import pymupdf

    with pymupdf.open(stream=pdf) as document:
        return [(info["width"], info["height"]) for info in document[0].get_image_info()]


def test_a_picture_cut_short_or_swollen_is_refused_in_plain_words() -> None:
    whole = saved(marked(size=(900, 900)), "WEBP", lossless=True)
    for data in (whole[:60], b"GIF89a" + bytes(40), b"BM" + bytes(12) + b"\x28\0\0\0" + b"\xff" * 30):
        with pytest.raises(BadInput, match=r"damaged|cut short|too large"):
            tasks.convert(data, "p.webp", "picture")


def bitmap(
    bits: int, rows: bytes, *, masks: tuple[int, ...] = (), colours: int = 0, size: tuple[int, int] = (40, 30)
) -> bytes:
    """A Windows bitmap (BITMAPINFOHEADER): its pixels are ``rows``, lowest first; the colours of its palette are shades
    of blue, each brighter than the one before."""
    between = struct.pack(f"<{len(masks)}I", *masks) + b"".join(bytes((n % 256, 0, 0, 0)) for n in range(colours))
    head = struct.pack("<IiiHHIIiiII", 40, *size, 1, bits, 3 if masks else 0, len(rows), 0, 0, colours, 0)
    start = 14 + len(head) + len(between)
    return b"BM" + struct.pack("<IHHI", start + len(rows), 0, 0, start) + head + between + rows


def test_bitmaps_in_odd_colours_are_shown() -> None:
    red, blue = 0x7FF << 21, 0x3FF
    shares = b"".join(struct.pack("<I", red if x < 20 else blue) for _ in range(30) for x in range(40))
    odd = bitmap(32, shares, masks=(red, 0x7FF << 10, blue))
    made = tasks.convert(odd, "odd.bmp", file_kind(odd))
    pixels = tasks.page_pixels(made.pdf, "", 1, 1.0)
    assert pixels.shape == (30, 40, 3) and made.notes == ()
    assert pixels[15, 3].tolist() == [255, 0, 0] and pixels[15, 36].tolist() == [0, 0, 255]
    many = bitmap(8, bytes(200 if x < 20 else 0 for _ in range(30) for x in range(40)), colours=300)
    pixels = tasks.page_pixels(tasks.convert(many, "many.bmp", file_kind(many)).pdf, "", 1, 1.0)
    assert pixels[15, 3].tolist() == [0, 0, 200] and pixels[15, 36].tolist() == [0, 0, 0]
    (note,) = tasks.convert(odd[:-1000], "cut.bmp", "picture").notes
    assert "cut short" in note
    with pytest.raises(BadInput, match="too large"):
        tasks.convert(bitmap(32, b"", masks=(red, 1, blue), size=(60_000, 60_000)), "bomb.bmp", "picture")


def test_a_picture_that_says_it_is_enormous_is_refused() -> None:
    head = b"GIF89a" + (60000).to_bytes(2, "little") * 2 + b"\x80\0\0\0\0\0\xff\xff\xff"
    frame = b"\x2c" + bytes(4) + (60000).to_bytes(2, "little") * 2 + b"\0\x02\x02\x4c\x01\0\x3b"
    with pytest.raises(BadInput, match="too large"):
        tasks.convert(head + frame, "bomb.gif", "picture")


def test_the_same_picture_is_the_same_pdf() -> None:
    data = saved(marked(), "WEBP", lossless=True)
    assert tasks.convert(data, "a", "picture").pdf == tasks.convert(data, "b", "picture").pdf


def test_photos_of_a_telephone() -> None:
    """HEIC, which iPhones write: read, where this machine can also write one for the test."""
    pi_heif = pytest.importorskip("pi_heif")
    pi_heif.register_heif_opener()
    assert file_kind(b"\0\0\0\x18ftypheic\0\0\0\0") == "picture"
    with pytest.raises(BadInput, match="damaged"):
        tasks.convert(b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + bytes(100), "photo.heic", "picture")


def test_what_a_photo_says_of_itself_is_kept_beside_its_page() -> None:
    exif = Image.Exif()
    exif[0x013B] = "Janet Lister"
    for kind in ("JPEG", "PNG", "WEBP"):
        data = saved(marked(), kind, exif=exif)
        made = tasks.convert(data, "p", file_kind(data))
        assert [(place.detail, place.text) for place in made.places] == [("EXIF Artist", "Janet Lister")]


def test_a_photo_keeps_the_bytes_it_was_taken_with() -> None:
    import pikepdf

    data = saved(marked(size=(1200, 900)), "JPEG", dpi=(200, 200))
    with pikepdf.open(io.BytesIO(tasks.convert(data, "p", "jpeg").pdf)) as pdf:
        (image,) = pdf.pages[0].resources.XObject.values()
        assert image.Filter == "/DCTDecode" and abs(len(image.read_raw_bytes()) - len(data)) < 200


def test_a_colour_that_stands_for_nothing_is_white() -> None:
    image = Image.new("RGB", SIZE, "black")
    image.paste((255, 0, 0), (0, 0, 75, 50))
    _, pixels = shown(saved(image, "PNG", transparency=(0, 0, 0)))
    assert corner(pixels) == "top left" and pixels[-5, -5].min() > 240
