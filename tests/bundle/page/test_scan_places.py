# SPDX-License-Identifier: AGPL-3.0-or-later
"""Scans on odd pages: wherever the file puts them, the words' boxes lie on their ink as the page is displayed."""

from __future__ import annotations

import io
from typing import Any

import pikepdf
import pymupdf
import pytest
from pikepdf import Array, Dictionary, Name
from PIL import Image

from redactor.bundle import tasks
from redactor.domain.pages import PageContent
from tests.scans import DPI, printed

LINES = ["Seen with Janet Lister at home.", "She rang Gareth Pole on Monday."]


def placed(image: Image.Image, width: float, height: float, media: tuple[float, ...], **keys: Any) -> bytes:
    """A PDF with the picture at the lower left of its media box, ``width`` x ``height`` in the page's own units."""
    pdf = pikepdf.new()
    held = io.BytesIO()
    image.save(held, "JPEG", quality=95)
    picture = pikepdf.Stream(pdf, held.getvalue())
    picture.update(
        Dictionary(
            Type=Name.XObject, Subtype=Name.Image, Width=image.width, Height=image.height, BitsPerComponent=8,
            ColorSpace=Name.DeviceGray, Filter=Name.DCTDecode,
        )
    )  # fmt: skip
    page = Dictionary(
        Type=Name.Page,
        MediaBox=Array(list(media)),
        Resources=Dictionary(XObject=Dictionary(Im=pdf.make_indirect(picture))),
        Contents=pdf.make_stream(f"q {width} 0 0 {height} {media[0]} {media[1]} cm /Im Do Q".encode()),
    )
    for key, value in keys.items():
        page[f"/{key}"] = value
    pdf.pages.append(pikepdf.Page(pdf.make_indirect(page)))
    out = io.BytesIO()
    pdf.save(out)
    return out.getvalue()


def on_ink(data: bytes, content: PageContent) -> None:
    """Every word's box holds ink, and next to no ink lies outside of all of them."""
    scale = max(2.0, 640 / content.width)
    drawn = tasks.page_pixels(data, "", 1, scale)
    assert (round(content.height * scale), round(content.width * scale)) == drawn.shape[:2]
    ink = drawn[:, :, 0] < 110
    outside = ink.copy()
    for word in content.words:
        x0, y0, x1, y1 = (round(value * scale) for value in word.box)
        assert ink[y0:y1, x0:x1].any(), word
        outside[max(y0 - 3, 0) : y1 + 3, max(x0 - 3, 0) : x1 + 3] = False
    assert outside.sum() < 0.02 * ink.sum()


@pytest.mark.parametrize(
    "keys",
    [
        {"media": (0, 0, 320, 110)},
        {"media": (-200, -50, 120, 60)},
        {"media": (100, 300, 420, 410), "Rotate": 90},
        {"media": (0, 0, 320, 110), "UserUnit": 2.5},
        {"media": (-40, -30, 400, 200), "CropBox": Array([-30, -20, 300, 90])},
        {"media": (-40, -30, 400, 200), "CropBox": Array([-30, -20, 300, 90]), "Rotate": 270, "UserUnit": 1.5},
    ],
    ids=["plain", "negative origin", "rotated", "user unit", "crop box", "all of it"],
)
def test_a_scan_is_read_wherever_the_page_puts_it(keys: dict[str, Any]) -> None:
    image = printed(LINES, width=320)
    data = placed(image, 320, 110, **keys)
    content = tasks.ocr_page(data, "", 1)
    assert sorted(content.text.split()) == sorted(" ".join(LINES).split())
    on_ink(data, content)
    if "Rotate" not in keys:
        assert content.text.split() == " ".join(LINES).split()


def test_a_scan_the_size_of_a_postage_stamp() -> None:
    image = printed(LINES, width=320)
    data = placed(image, 32, 11, (0, 0, 32, 11))
    content = tasks.ocr_page(data, "", 1)
    assert content.text.split() == " ".join(LINES).split()
    on_ink(data, content)


def test_a_large_plan_is_read_in_all_its_corners() -> None:
    names = ["Janet Lister", "Gareth Pole", "Hassan Okafor", "Bronwen Tennant"]
    document = pymupdf.open()
    page = document.new_page(width=1684, height=1191)
    for name, at in zip(names, [(40, 60), (1450, 60), (800, 600), (1450, 1150)], strict=True):
        page.insert_text(at, name, fontsize=12)
    pixmap = page.get_pixmap(dpi=DPI, colorspace="gray")
    image = Image.frombytes("L", (pixmap.width, pixmap.height), pixmap.samples)
    data = placed(image, 1684, 1191, (0, 0, 1684, 1191))
    content = tasks.ocr_page(data, "", 1)
    assert sorted(content.text.split()) == sorted(" ".join(names).split()), "each once, though tiles overlap"
    on_ink(data, content)


def test_two_columns_of_a_scan_are_read_one_after_the_other() -> None:
    left = [f"Left line {n} of the story goes" for n in "abcde"]
    right = [f"Right line {n} goes its own way" for n in "abcde"]
    document = pymupdf.open()
    page = document.new_page(width=440, height=200)
    for number, (one, two) in enumerate(zip(left, right, strict=True)):
        page.insert_text((20, 30 + 18 * number), one, fontsize=11)
        page.insert_text((240, 30 + 18 * number), two, fontsize=11)
    pixmap = page.get_pixmap(dpi=DPI, colorspace="gray")
    image = Image.frombytes("L", (pixmap.width, pixmap.height), pixmap.samples)
    content = tasks.ocr_page(placed(image, 440, 200, (0, 0, 440, 200)), "", 1)
    assert content.text.split() == " ".join(left + right).split()
