# SPDX-License-Identifier: AGPL-3.0-or-later
"""OCR of scans, pictures and unmapped glyphs, with the models of the wheel and nothing else."""

from __future__ import annotations

import io
import socket
from collections.abc import Callable
from typing import Any, NoReturn

import numpy as np
import pymupdf
import pytest
from PIL import Image, ImageDraw

from redactor.bundle import tasks
from redactor.bundle.ocr.cutting import likelier
from redactor.bundle.page import ocr_reading as ocr_pages
from redactor.domain.geometry import Box
from redactor.domain.pages import PageStatus, Where, WordSource
from tests.typed import typed

LETTER = [
    "Dear Mrs Penhaligon,",
    "I visited Priscilla Bannister at home on Monday 3 June.",
    "Her mother Janet Lister was there with Iris and Rory.",
    "They can be reached at 58 Windmill Rise, Wexbourne.",
    "Telephone 01632 960803 and ask for Hamish Rose.",
    "Yours sincerely, Hazel Winter, social worker",
]


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: Any, **__: Any) -> NoReturn:
        raise AssertionError("OCR must not touch the network")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


def letter(*, dpi: int = 150) -> tuple[Image.Image, list[Box]]:
    """A typed page as pixels (grey), and its words' boxes in points."""
    document = pymupdf.open()
    page = document.new_page(width=440, height=300)
    for number, line in enumerate(LETTER):
        page.insert_text((40, 60 + 30 * number), line, fontsize=12)
    boxes = [Box(*word[:4]) for word in page.get_text("words")]
    pixmap = page.get_pixmap(dpi=dpi, colorspace="gray")
    return Image.frombytes("L", (pixmap.width, pixmap.height), pixmap.samples), boxes


def scan(image: Image.Image, *, dpi: int = 150, rotate: int = 0, hidden: str = "") -> bytes:
    """A PDF whose page is this picture, as a copier makes it; ``hidden`` is an invisible text layer."""
    held = io.BytesIO()
    image.save(held, "PNG")
    document = pymupdf.open()
    page = document.new_page(width=image.width * 72 / dpi, height=image.height * 72 / dpi)
    page.insert_image(page.rect, stream=held.getvalue())
    if hidden:
        page.insert_text((40, 60), hidden, render_mode=3)
    page.set_rotation(rotate)
    data: bytes = document.tobytes()
    return data


def test_a_scan_is_read_into_words_with_boxes_in_reading_order() -> None:
    image, boxes = letter()
    data = scan(image)
    (before,) = tasks.read_pages(data, "", 1, 1)
    assert (before.status, before.words) == (PageStatus.NEEDS_OCR, ())
    page = tasks.ocr_page(data, "", 1, offset=6)
    assert (page.page, page.status, page.needs_eyes) == (7, PageStatus.READ, "")
    assert page.text.split() == " ".join(LETTER).split()
    assert [line.count(" ") for line in page.text.replace("\n\n", "\n").split("\n")] == [s.count(" ") for s in LETTER]
    for word, truth in zip(page.words, boxes, strict=True):
        assert word.source is WordSource.OCR
        assert abs(word.box.x0 - truth.x0) < 1.5, word
        assert abs(word.box.x1 - truth.x1) < 1.5, word
        assert truth.overlap(word.box) > 0.6, word
    assert "MuPDF" in page.engine
    assert "RapidOCR" in page.engine


def lying(box: Box, turn: int, width: float, height: float) -> Box:
    """The box on the page turned by ``turn`` degrees clockwise."""
    x0, y0, x1, y1 = box
    return {
        90: Box(height - y1, x0, height - y0, x1),
        180: Box(width - x1, height - y1, width - x0, height - y0),
        270: Box(y0, width - x1, y1, width - x0),
    }[turn]


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_pages_scanned_sideways_or_upside_down_are_read(turn: int) -> None:
    image, boxes = letter()
    page = tasks.ocr_page(scan(image.rotate(-turn, expand=True)), "", 1)
    assert page.text.split() == " ".join(LETTER).split()
    for word, truth in zip(page.words, boxes, strict=True):
        assert lying(truth, turn, 440, 300).overlap(word.box) > 0.6, word


def test_a_page_whose_rotation_the_file_puts_right_is_read() -> None:
    image, boxes = letter()
    page = tasks.ocr_page(scan(image.rotate(90, expand=True), rotate=90), "", 1)
    assert page.text.split() == " ".join(LETTER).split()
    assert all(truth.overlap(word.box) > 0.6 for word, truth in zip(page.words, boxes, strict=True))


def test_a_slanted_noisy_page_is_read_in_order() -> None:
    image, _ = letter()
    image = image.rotate(2.5, fillcolor=255, resample=Image.Resampling.BICUBIC)
    noise = np.random.default_rng(7).normal(0, 25, (image.height, image.width))
    image = Image.fromarray(np.clip(np.asarray(image, np.float64) * 0.8 + 40 + noise, 0, 255).astype(np.uint8))
    words = tasks.ocr_page(scan(image), "", 1).text.split()
    wanted = " ".join(LETTER).split()
    assert sum(a == b for a, b in zip(words, wanted, strict=False)) >= len(wanted) - 2


def test_an_invisible_text_layer_is_hidden_text_and_the_pixels_are_read() -> None:
    image, _ = letter()
    data = scan(image, hidden="Somebody Else")
    (before,) = tasks.read_pages(data, "", 1, 1)
    assert (before.status, before.words) == (PageStatus.NEEDS_OCR, ())
    page = tasks.ocr_page(data, "", 1)
    assert "Somebody" not in page.text
    assert "Janet Lister" in page.text
    assert [place.text for place in page.places if place.where is Where.HIDDEN_TEXT] == ["Somebody Else"]


def test_a_picture_on_a_typed_page_adds_its_words_and_leaves_the_others() -> None:
    document = pymupdf.open(stream=scan(letter()[0]))
    pixmap = document[0].get_pixmap(clip=(35, 105, 330, 125), dpi=150)
    stamp = Image.frombytes("RGB", (pixmap.width, pixmap.height), pixmap.samples)
    held = io.BytesIO()
    stamp.save(held, "PNG")
    document = pymupdf.open()
    page = document.new_page()
    page.insert_text((72, 100), "The letter said:")
    page.insert_image((72, 130, 367, 150), stream=held.getvalue())
    page.insert_text((72, 200), "Filed by Hamish Rose")
    data = document.tobytes()
    (before,) = tasks.read_pages(data, "", 1, 1)
    assert (before.status, before.text) == (PageStatus.NEEDS_OCR, "The letter said:\n\nFiled by Hamish Rose")
    after = tasks.ocr_page(data, "", 1)
    said = " ".join(after.text.split())
    assert said == f"The letter said: {LETTER[2]} Filed by Hamish Rose"
    assert {word.text: word.source for word in after.words}["letter"] is WordSource.TEXT
    assert {word.text: word.source for word in after.words}["Lister"] is WordSource.OCR


def test_a_flat_picture_is_nothing_to_be_read() -> None:
    document = pymupdf.open()
    page = document.new_page()
    page.insert_text((72, 100), "A letter")
    grey = pymupdf.Pixmap(pymupdf.csRGB, (0, 0, 40, 40), False)
    grey.clear_with(120)
    page.insert_image((72, 130, 367, 250), pixmap=grey)
    (content,) = tasks.read_pages(document.tobytes(), "", 1, 1)
    assert content.status is PageStatus.READ


def test_a_photo_without_words_must_be_looked_at() -> None:
    shades = np.linspace(0, 255, 300)[None, :] * np.linspace(0.2, 1, 300)[:, None]
    image = Image.fromarray(shades.astype(np.uint8))
    ImageDraw.Draw(image).ellipse((90, 60, 210, 240), fill=180, outline=20)
    page = tasks.ocr_page(scan(image, dpi=72), "", 1)
    assert page.words == ()
    assert "look for" in page.needs_eyes


def test_the_blank_back_of_a_scanned_sheet_is_nothing_to_look_at() -> None:
    image = Image.new("L", (827, 1170), 248)
    pen = ImageDraw.Draw(image)
    pen.rectangle((10, 300, 32, 322), fill=20)
    for x, y in [(100, 100), (400, 50), (700, 900), (350, 600)]:
        pen.point((x, y), fill=0)
    page = tasks.ocr_page(scan(image, dpi=100), "", 1)
    assert (page.status, page.words, page.needs_eyes) == (PageStatus.READ, (), "")


def test_letters_drawn_as_outlines_are_read() -> None:
    document = pymupdf.open()
    page = document.new_page()
    page.insert_text((72, 100), "Signed for the council:")
    page.insert_text((72, 160), "Janet Lister", fontsize=18)
    outlined = pymupdf.open("pdf", pymupdf.open("svg", page.get_svg_image(text_as_path=True).encode()).convert_to_pdf())
    assert outlined[0].get_text().strip() == ""
    data = outlined.tobytes()
    (before,) = tasks.read_pages(data, "", 1, 1)
    assert before.status is PageStatus.NEEDS_OCR
    assert "Janet Lister" in tasks.ocr_page(data, "", 1).text


@pytest.mark.parametrize("without", ["t", "abcdefghijklmnopqrstuvwxyz"])
def test_unmapped_glyphs_are_read_from_their_pixels(truetype: bytes, without: str) -> None:
    text = "Jamal Little attended on Monday and Rashid Little left early."
    data = typed(truetype, text, lambda char: "" if char in without else char)
    (before,) = tasks.read_pages(data, "", 1, 1)
    assert before.status is PageStatus.NEEDS_OCR
    page = tasks.ocr_page(data, "", 1)
    assert page.text == text
    (little,) = {(word.source, word.box.y0) for word in page.words if word.text == "Little"}
    assert little[0] is WordSource.OCR


def test_a_page_that_needs_no_ocr_is_returned_as_read(make_pdf: Callable[..., bytes], line: Callable[..., str]) -> None:
    data = make_pdf(line(100, 700, "Janet Lister"))
    assert tasks.ocr_page(data, "", 1) == tasks.read_pages(data, "", 1, 1)[0]


def test_tiles_cover_a_large_page_and_share_their_edges() -> None:
    area = Box(0, 0, 3370, 2384)
    tiles = ocr_pages._tiles(area)
    assert all(tile.width <= 1051 and tile.height <= 1051 for tile in tiles)
    for box in (Box(x, y, x + 60, y + 12) for x in range(0, 3300, 37) for y in range(0, 2370, 41)):
        assert any(box.overlap(tile) == 1.0 for tile in tiles), box


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("lris", "Iris"),
        ("lqbal's", "Iqbal's"),
        ("lt", "It"),
        ("little", "little"),
        ("ltd", "ltd"),
        ("lbs", "lbs"),
        ("C770090C298", "07700900298"),
        ("(C77UC9CC9C1)", "(07700900901)"),
        ("Collins", "Collins"),
        ("C1632", "C1632"),
        ("2OO3", "2OO3"),
        ("COO", "COO"),
    ],
)
def test_slips_that_no_real_word_explains_are_set_right(read: str, meant: str) -> None:
    assert likelier(read) == meant


def test_a_page_of_any_size_is_read_in_a_bearable_number_of_tiles() -> None:
    area = Box(0, 0, 18_000, 36_000)
    tiles = ocr_pages._tiles(area)
    assert len(tiles) <= 2 * ocr_pages._MOST_TILES
    assert min(tile.x0 for tile in tiles) == 0 and max(tile.y1 for tile in tiles) == 36_000


@pytest.mark.parametrize(
    ("width", "height", "letters"),
    [
        pytest.param(2384.0, 3370.0, 40.0, id="A0"),
        pytest.param(12_000.0, 9_000.0, 300.0, id="a page in wrong units"),
        pytest.param(96.0, 62.0, 9.0, id="a postage stamp"),
    ],
)
def test_scans_of_any_size_are_read(width: float, height: float, letters: float) -> None:
    import pymupdf

    drawn = pymupdf.open()
    page = drawn.new_page(width=width, height=height)
    page.insert_text((0.05 * width, 0.3 * height), "Gareth Pole", fontsize=letters)
    scale = min(300 / 72, 4000 / max(width, height))
    picture = page.get_pixmap(matrix=pymupdf.Matrix(scale, scale), colorspace=pymupdf.csGRAY)
    scanned = pymupdf.open()
    scanned.new_page(width=width, height=height).insert_image((0, 0, width, height), pixmap=picture)
    read = tasks.ocr_page(scanned.tobytes(), "", 1)
    assert read.text.split() == ["Gareth", "Pole"]
    assert all(word.box.y0 < 0.3 * height < word.box.y1 + 0.4 * letters for word in read.words)
