# SPDX-License-Identifier: AGPL-3.0-or-later
"""Which scanned pages a person must look at: those with something on them that is no print, and no others."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from PIL import Image, ImageDraw

from redactor.bundle import tasks
from redactor.domain.pages import PageContent, PageStatus
from tests.scans import copied, faxed, printed, scanned, scribbled, tilted

LINES = [
    "I visited Priscilla Bannister at home on Monday 3 June.",
    "Her mother Janet Lister was there with Iris and Rory.",
    "Telephone 01632 960803 and ask for Hamish Rose.",
]


def page() -> Image.Image:
    return printed(LINES, height=260)


def read(image: Image.Image) -> PageContent:
    content = tasks.ocr_page(scanned(image), "", 1)
    assert content.status is PageStatus.READ
    return content


def plain(image: Image.Image) -> Image.Image:
    return image


def ruled(image: Image.Image) -> Image.Image:
    """With a table drawn on it, punch holes and the shadow of the lid."""
    pen = ImageDraw.Draw(image)
    for x in (100, 400, 860):
        pen.line((x, 320, x, 480), fill=0, width=2)
    for y in range(320, 481, 40):
        pen.line((100, y, 860, y), fill=0, width=2)
    pen.ellipse((12, 120, 48, 156), fill=10)
    pen.rectangle((0, 0, image.width, 12), fill=40)
    return image


@pytest.mark.parametrize("change", [plain, copied, faxed])
def test_clean_pages_need_no_eyes(change: Callable[[Image.Image], Image.Image]) -> None:
    content = read(change(page()))
    assert content.text.split() == " ".join(LINES).split()
    assert content.needs_eyes == ""


@pytest.mark.parametrize("change", [copied, lambda image: copied(tilted(image, 2))])
def test_tables_holes_and_shadows_need_no_eyes(change: Callable[[Image.Image], Image.Image]) -> None:
    content = read(change(ruled(page())))
    assert " ".join(LINES) == " ".join(content.text.split())
    assert content.needs_eyes == ""


@pytest.mark.parametrize("change", [plain, copied, faxed])
@pytest.mark.parametrize(("width", "height"), [(190, 24), (340, 16)])
def test_a_signature_or_a_line_by_hand_needs_eyes(
    change: Callable[[Image.Image], Image.Image], width: float, height: float
) -> None:
    content = read(change(scribbled(page(), 60, 190, width, height)))
    assert "written" in content.needs_eyes or "writing" in content.needs_eyes
    assert "Janet Lister" in content.text, "what is printed is read all the same"


def test_a_page_all_by_hand_needs_eyes() -> None:
    image = Image.new("L", (900, 540), 255)
    for line in range(5):
        image = scribbled(image, 30, 30 + 40 * line, 360, 20, seed=line)
    assert read(image).needs_eyes


def test_a_ring_drawn_by_hand_needs_eyes() -> None:
    image = page()
    ImageDraw.Draw(image).ellipse((250, 300, 600, 420), outline=30, width=3)
    assert "by hand" in read(image).needs_eyes


def test_a_photograph_on_a_scanned_page_needs_eyes() -> None:
    image = page()
    shades = 90 + 70 * np.linspace(0, 1, 240)[:, None] * np.ones((1, 420))
    photo = Image.fromarray(shades.astype(np.uint8))
    ImageDraw.Draw(photo).ellipse((130, 60, 220, 190), fill=200, outline=60)
    image.paste(photo, (80, 290))
    assert "faces" in read(copied(image)).needs_eyes


@pytest.mark.parametrize("degrees", [-5, 5])
def test_a_page_askew_is_read_whole_and_in_order(degrees: float) -> None:
    content = read(copied(tilted(printed(LINES, height=170, width=480), degrees)))
    assert content.text.split() == " ".join(LINES).split()
    assert content.needs_eyes == ""
