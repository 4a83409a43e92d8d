# SPDX-License-Identifier: AGPL-3.0-or-later
"""On crooked scans boxes follow the lines: they cover their words, and take nothing of the lines above and below."""

from __future__ import annotations

import io
import math
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pymupdf
import pytest
from PIL import Image

from redactor.domain.geometry import Box
from redactor.domain.pages import PageContent, Word, WordSource
from redactor.domain.slant import lay_of
from tests.release.papers import RELEASE, Case, scan
from tests.release.surgery import Parts, operate
from tests.release.test_sabotage import broken_rules, in_content
from tests.scans import scanned, tilted

DPI, PITCH, SIZE = 150, 15.0, (460.0, 220.0)
NAME = "Bartholomew Fitzgerald-Cunningham"
LINES = (
    "My good guy, judging by the going rate, is paying.",
    "Yesterday he jogged to the quay, gladly enough, I say.",
    f"The dog of {NAME} got into the yard.",
    "All the lads had hidden behind the brick shed by then.",
    "I thought that the kettle had boiled dry by the fifth.",
    f"Then {NAME} thanked the old lady.",
    "Half the bill had been settled before they left the hall.",
    "A typically jolly party, by and large, I gather.",
)


def page_of(degrees: float) -> tuple[Image.Image, PageContent]:
    """Dense lines on a page laid askew (anticlockwise), and what is read from it: words with upright boxes."""
    with pymupdf.open() as document:
        page = document.new_page(width=SIZE[0], height=SIZE[1])
        for n, line in enumerate(LINES):
            page.insert_text((40, 60 + PITCH * n), line, fontsize=12)
        pixmap = page.get_pixmap(dpi=DPI, colorspace="gray")
        found = page.get_text("words")
    picture = tilted(Image.frombytes("L", (pixmap.width, pixmap.height), pixmap.samples), degrees)
    turn = math.radians(degrees)
    words = []
    for x0, y0, x1, y1, text, *_ in found:
        y0, y1 = y0 + 2, y1 - 1.5  # as tall as a reader of pixels has them
        corners = [(x - SIZE[0] / 2, y - SIZE[1] / 2) for x in (x0, x1) for y in (y0, y1)]
        turned = [
            (
                x * math.cos(turn) + y * math.sin(turn) + SIZE[0] / 2,
                y * math.cos(turn) - x * math.sin(turn) + SIZE[1] / 2,
            )
            for x, y in corners
        ]
        xs, ys = [x for x, _ in turned], [y for _, y in turned]
        line = next(n for n, line in enumerate(LINES) if abs(y1 + 1.5 - 2.9 - (60 + PITCH * n)) < PITCH / 2)
        words.append(Word(text, Box(min(xs), min(ys), max(xs), max(ys)), line, 0, WordSource.OCR, 0.9))
    return picture, PageContent(1, *SIZE, tuple(words))


def crooked(degrees: float, kind: str, *boxes: Box) -> Case:
    picture, content = page_of(degrees)
    case = Case()
    case.add(scanned(picture) if kind == "png" else scan(picture, kind), (NAME,), words=[content], boxes=boxes)
    return case


def shown_of(folder: Path) -> np.ndarray:
    """The picture of the record's page: what lies under the boxes' labels."""
    with pymupdf.open(folder / "bundle.pdf") as document:
        (picture, *_) = document[1].get_images()
        shown = pymupdf.Pixmap(pymupdf.csGRAY, pymupdf.Pixmap(document, picture[0]))
    return np.frombuffer(shown.samples, dtype=np.uint8).reshape(shown.height, shown.stride)[:, : shown.width]


def ink_of(content: PageContent, pixels: np.ndarray, wanted: Callable[[Word], bool]) -> np.ndarray:
    """The ink of some words, told by the line it lies on once the page is laid level."""
    lay = lay_of(content.words, SIZE[0])
    scale = DPI / 72
    rows, columns = np.nonzero(pixels < 110)
    level = rows / scale - np.array([lay.fall(x / scale) for x in columns])
    own = np.zeros(pixels.shape, dtype=bool)
    for word in filter(wanted, content.words):
        box = lay.level(word.box)
        mine = (
            (abs(level - (box.y0 + box.y1) / 2) < PITCH / 2) & (columns >= box.x0 * scale) & (columns < box.x1 * scale)
        )
        own[rows[mine], columns[mine]] = True
    return own


def is_hidden(word: Word) -> bool:
    return word.text in NAME.split()


@pytest.mark.parametrize(("degrees", "kind"), [(4.0, "fax"), (-3.0, "png"), (2.0, "jpeg"), (-4.5, "jpeg")])
def test_boxes_cover_their_words_and_leave_the_lines_beside_alone(degrees: float, kind: str, tmp_path: Path) -> None:
    case = crooked(degrees, kind)
    case.settings["box-width"] = "as-is"
    picture, content = page_of(degrees)
    result = case.release(tmp_path / "out", RELEASE)
    assert result.report.verified
    source, shown = np.asarray(picture), shown_of(result.folder)
    assert ink_of(content, source, is_hidden).sum() > 2000
    assert not (ink_of(content, source, is_hidden) & (shown < 140)).any()
    staying = ink_of(content, source, lambda word: not is_hidden(word))
    lost = staying & (shown > 190)
    assert lost.sum() < 0.002 * staying.sum(), "but for a few edges"
    assert result.words == sum(not is_hidden(word) for word in content.words)


def test_a_box_drawn_by_hand_stands_upright_among_the_others(tmp_path: Path) -> None:
    hand = Box(300.0, 178.0, 440.0, 200.0)
    case = crooked(-3.0, "jpeg", hand)
    result = case.release(tmp_path / "out", RELEASE)
    assert result.report.verified
    shown = shown_of(result.folder)[_rows(hand), _columns(hand)][8:-8, 8:-8]
    assert np.abs(shown.astype(int) - 0xDD).max() <= 4
    with pymupdf.open(result.folder / "bundle.pdf") as document:
        content = document[1].read_contents()
    assert len(re.findall(rb" re S\n", content)) == 2 and len(re.findall(rb" l h S\n", content)) == 2  # and the band's


def _rows(box: Box) -> slice:
    return slice(round(box.y0 * DPI / 72), round(box.y1 * DPI / 72))


def _columns(box: Box) -> slice:
    return slice(round(box.x0 * DPI / 72), round(box.x1 * DPI / 72))


def in_jpeg(change: Callable[[np.ndarray], None]) -> Callable[[Parts], None]:
    """Change the pixels of a photographed page's picture."""

    def operation(parts: Parts) -> None:
        number = parts.picture(parts.page(1))
        entries, data = parts.streams[number]
        with Image.open(io.BytesIO(data)) as picture:
            tables, pixels = picture.quantization, np.array(picture)
        change(pixels)
        out = io.BytesIO()
        Image.fromarray(pixels).save(out, "JPEG", qtables=list(tables.values()), subsampling=0)
        raw = out.getvalue()
        parts.streams[number] = (entries, raw[:2] + raw[20:])  # without the encoder's own header

    return operation


def _level_box(data: bytes) -> bytes:
    """The first slanted box drawn upright, around all of it."""
    n = rb"(-?[\d.]+)"
    path = re.compile(rb" ".join((n, n, rb"m", n, n, rb"l", n, n, rb"l", n, n, rb"l h S")))

    def upright(found: re.Match[bytes]) -> bytes:
        x0, top, x1, other, _, foot, _, last = (float(value) for value in found.groups())
        low, high = min(foot, last), max(top, other)
        return b"%.2f %.2f %.2f %.2f re S" % (x0, low, x1 - x0, high - low)

    return path.sub(upright, data, count=1)


@pytest.mark.parametrize("what", ["a letter in a box", "a box less", "a word beside wiped away", "an upright box"])
def test_what_is_done_to_such_a_page_is_noticed(what: str, tmp_path: Path) -> None:
    case = crooked(-3.0, "jpeg")
    case.settings["box-width"] = "as-is"
    picture, content = page_of(-3.0)
    folder = case.release(tmp_path / "good", RELEASE).folder
    copy = Path(shutil.copytree(folder, tmp_path / "bad"))
    name = next(word.box for word in content.words if is_hidden(word) and word.text.startswith("Fitz"))
    word = next(word.box for word in content.words if word.text == "kettle")

    def change(pixels: np.ndarray) -> None:
        middle = round((name.y0 + name.y1) / 2 * DPI / 72)
        if what == "a letter in a box":
            at = (slice(middle - 4, middle + 4), slice(_columns(name).start + 40, _columns(name).start + 50))
            pixels[at] = 120
        elif what == "a box less":
            pixels[_rows(name), _columns(name)] = np.asarray(picture)[_rows(name), _columns(name)]
        else:
            pixels[_rows(word), _columns(word)] = 255

    operation = in_content(1, _level_box) if what == "an upright box" else in_jpeg(change)
    operate(copy / "bundle.pdf", operation)
    assert broken_rules(case, copy) & ({"source"} if "wiped" in what else {"boxes"})
