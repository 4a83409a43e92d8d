# SPDX-License-Identifier: AGPL-3.0-or-later
"""Lines of scans are set again from their own pixels: boxes have one width whatever they hide, askew pages too."""

from __future__ import annotations

import io
import json
import math
import shutil
from pathlib import Path

import numpy as np
import pymupdf
import pytest
from PIL import Image, ImageDraw

from redactor.domain.geometry import Box
from redactor.domain.pages import PageContent, Word, WordSource
from tests.release.papers import RELEASE, Case
from tests.release.surgery import operate
from tests.release.test_sabotage import broken_rules, in_pixels
from tests.scans import DPI, copied, printed, scanned, tilted

NAMES = ("Al Ng", "Bartholomew Fitzgerald")
SIZE = (440.0, 300.0)
LINES = (
    "A visit to the home on Tuesday afternoon in March.",
    "I saw {} and the dog by the kitchen door.",
    "They had tea and spoke about the bus fare.",
    "Then {} said no.",
    "{} will be asked once more next week.",
    "Nobody else was there that day at all.",
)


def words_of(lines: list[str], degrees: float) -> PageContent:
    """What OCR would read: the printed words with boxes that stand up on a page that lies askew."""
    with pymupdf.open() as document:
        page = document.new_page(width=SIZE[0], height=SIZE[1])
        for n, line in enumerate(lines):
            page.insert_text((30, 40 + 30 * n), line, fontsize=12)
        found = page.get_text("words")
    turn = math.radians(degrees)
    rows = {key: n for n, key in enumerate(dict.fromkeys((word[5], word[6]) for word in found))}
    words = []
    for x0, y0, x1, y1, text, block, line, _ in found:
        x, y = (x0 + x1) / 2 - SIZE[0] / 2, (y0 + y1) / 2 - SIZE[1] / 2
        x, y = x * math.cos(turn) + y * math.sin(turn), y * math.cos(turn) - x * math.sin(turn)
        wide, high = (x1 - x0) / 2, (y1 - y0) / 2 - 2 + abs(math.sin(turn)) * (x1 - x0) / 2
        x, y = x + SIZE[0] / 2, y + SIZE[1] / 2
        words.append(Word(text, Box(x - wide, y - high, x + wide, y + high), rows[block, line], 0, WordSource.OCR, 0.9))
    return PageContent(1, *SIZE, tuple(words))


def scan_of(name: str, *, degrees: float = 0.0, fax: bool = False, stamp: bool = False, grainy: bool = False) -> Case:
    lines = [line.format(name) for line in LINES]
    picture = tilted(printed(lines, width=SIZE[0], height=SIZE[1]), degrees)
    if stamp:
        # A ring over the second line, across words and what is hidden.
        ImageDraw.Draw(picture).ellipse([120, 100, 330, 190], outline=60, width=3)
    if grainy:
        picture = copied(picture)
    if fax:
        picture = picture.point(lambda level: 255 if level > 140 else 0).convert("1")
    case = Case()
    case.add(scanned(picture), (name,), words=[words_of(lines, degrees)])
    return case


def released(case: Case, out: Path) -> tuple[Path, dict[str, int], list[list[float]]]:
    result = case.release(out, RELEASE)
    folder, counts = result.folder, result.widths
    log = json.loads((folder / "redaction-log.json").read_text(encoding="utf-8"))
    return folder, counts, [box for line in log for box in line["boxes_in_bundle"]]


@pytest.mark.parametrize(("degrees", "fax"), [(0.0, False), (0.0, True), (1.0, False), (-1.2, True)])
def test_boxes_on_scans_do_not_tell_how_long_the_name_is(degrees: float, fax: bool, tmp_path: Path) -> None:
    widths = []
    for name in NAMES:
        folder, counts, boxes = released(scan_of(name, degrees=degrees, fax=fax), tmp_path / name)
        assert counts["boxes_set_again"] == 3 and counts["boxes_whose_width_may_show"] == 0
        widths.append([round(x1 - x0, 1) for x0, _, x1, _ in boxes])
        with pymupdf.open(folder / "bundle.pdf") as document:
            page = document[1]
            text = " ".join(word[4] for word in page.get_text("words") if word[1] > 0)
            (picture, *_) = page.get_images()
            shown = pymupdf.Pixmap(document, picture[0])
            spots = {word[4]: Box(*word[:4]) for word in page.get_text("words")}
        assert "and the dog by the kitchen door." in text and "said no." in text
        grey = shown if shown.n == 1 else pymupdf.Pixmap(pymupdf.csGRAY, shown)
        pixels = np.frombuffer(grey.samples, dtype=np.uint8).reshape(grey.height, grey.stride)
        for word in ("kitchen", "said", "asked"):
            box = Box(*(value * DPI / 72 for value in spots[word]))
            assert pixels[int(box.y0) : int(box.y1) + 1, int(box.x0) : int(box.x1) + 1].min() < 90
    assert max(abs(a - b) for a, b in zip(*widths, strict=True)) <= 0.5, "a pixel at most, where a box begins"


def test_a_line_with_a_stamp_over_it_stays_as_it_is(tmp_path: Path) -> None:
    _, plain, _ = released(scan_of(NAMES[0]), tmp_path / "plain")
    _, counts, _ = released(scan_of(NAMES[0], stamp=True), tmp_path / "stamped")
    assert plain["boxes_set_again"] == 3
    assert 0 < counts["boxes_whose_width_may_show"] < 3 and counts["boxes_set_again"] > 0


def test_on_grainy_paper_what_moved_away_leaves_the_same_paper(tmp_path: Path) -> None:
    # A smooth place, or a lighter one, would be as wide as what stood there.
    widths = []
    for name in NAMES:
        folder, counts, boxes = released(scan_of(name, grainy=True), tmp_path / name)
        assert counts["boxes_set_again"] == 3 and counts["boxes_whose_width_may_show"] == 0
        widths.append([round(x1 - x0, 1) for x0, _, x1, _ in boxes])
        with pymupdf.open(folder / "bundle.pdf") as document:
            (picture, *_) = document[1].get_images()
            shown = pymupdf.Pixmap(document, picture[0])
            end = next(word[2] for word in document[1].get_text("words") if word[4] == "no.")
        pixels = np.frombuffer(shown.samples, dtype=np.uint8).reshape(shown.height, shown.stride).astype(float)
        scale = DPI / 72
        after, below = (
            pixels[round(y * scale) : round((y + 12) * scale), round((end + 12) * scale) : round(400 * scale)]
            for y in (120, 200)
        )
        assert abs(after.mean() - below.mean()) < 3 and 0.8 < after.std() / below.std() < 1.25
    assert max(abs(a - b) for a, b in zip(*widths, strict=True)) <= 0.5


@pytest.mark.parametrize("what", ["erased", "raised", "a name beside it"])
def test_what_else_is_done_to_such_a_line_is_noticed(tmp_path: Path, what: str) -> None:
    case = scan_of(NAMES[1], degrees=1.0)
    folder, _, _ = released(case, tmp_path / "good")
    with pymupdf.open(folder / "bundle.pdf") as document:
        spots = {word[4]: Box(*(v * DPI / 72 for v in word[:4])) for word in document[1].get_text("words")}
    copy = Path(shutil.copytree(folder, tmp_path / "bad"))
    word = spots["kitchen"]
    area = (slice(int(word.y0) - 4, int(word.y1) + 4), slice(int(word.x0) - 1, int(word.x1) + 2))

    def change(levels: np.ndarray) -> None:
        if what == "a name beside it":
            picture = Image.fromarray((levels * 17).astype(np.uint8))
            ImageDraw.Draw(picture).text((spots["door."].x1 + 14, word.y0 - 2), "Fitzgerald", fill=0, font_size=24)
            levels[:] = np.asarray(picture) // 17
            return
        part = levels[area].copy()
        levels[area] = 15
        if what == "raised":
            levels[area[0].start - 9 : area[0].stop - 9, area[1]] = part

    operate(copy / "bundle.pdf", in_pixels(1, change))
    assert "source" in broken_rules(case, copy)


def test_a_river_on_a_map_goes_on_as_it_is_beside_a_box(tmp_path: Path) -> None:
    """A coloured ground is no ink: brought to a few levels it came out black, and the page was not released."""
    across, _ = np.meshgrid(np.arange(900), np.arange(600))
    picture = Image.fromarray(
        np.where(abs(across - 400)[:, :, None] < 24, (8, 120, 170), (255, 255, 225)).astype(np.uint8)
    )
    ImageDraw.Draw(picture).text((386, 300), "Ure", fill=(255, 255, 255), font_size=18)
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=70)
    with pymupdf.open() as document:
        page = document.new_page(width=432, height=288)
        page.insert_image(page.rect, stream=out.getvalue())
        data = document.tobytes()
    box = Box(184, 143, 201, 156)
    case = Case()
    case.add(data, ("Ure",), words=[PageContent(1, 432.0, 288.0, (Word("Ure", box, 0, 0, WordSource.OCR, 0.9),))])
    folder = case.release(tmp_path / "out", RELEASE).folder
    with pymupdf.open(folder / "bundle.pdf") as document:
        held = pymupdf.Pixmap(document, document[1].get_images()[0][0])
        pixels = np.frombuffer(held.samples, dtype=np.uint8).reshape(held.height, held.width, held.n).astype(int)
    assert all(np.abs(pixels[y, 400] - (8, 120, 170)).max() < 24 for y in (*range(270, 292), *range(336, 350)))


def test_a_photograph_with_a_box_on_it_is_released_as_it_is_beside_it(tmp_path: Path) -> None:
    across, down = np.meshgrid(np.arange(460), np.arange(270))
    grain = np.random.default_rng(3).normal(0, 6, (270, 460))
    shade = 125 + 110 * np.sin(across / 9) * np.cos(down / 7) + grain
    picture = Image.fromarray(
        np.clip(np.stack((shade, shade * 0.7 + 40, 200 - shade), axis=2), 0, 255).astype(np.uint8)
    )
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=85)
    with pymupdf.open() as document:
        page = document.new_page(width=460, height=270)
        page.insert_image(page.rect, stream=out.getvalue())
        data = document.tobytes()
    case = Case()
    case.add(data, (), words=[PageContent(1, 460.0, 270.0)], boxes=[Box(150, 60, 300, 170)])
    folder = case.release(tmp_path / "out", RELEASE).folder
    with pymupdf.open(folder / "bundle.pdf") as document:
        held = pymupdf.Pixmap(document, document[1].get_images()[0][0])
        pixels = np.frombuffer(held.samples, dtype=np.uint8).reshape(held.height, held.width, held.n).astype(int)
    with Image.open(out) as source:
        apart = np.abs(pixels - np.asarray(source).astype(int))
    assert apart[80:150, 120:132].mean() < 16, "beside the box"
    assert apart[100:120, 200:240].mean() > 40, "under it"


def stretched(name: str) -> tuple[bytes, PageContent]:
    """A page whose lines end at a margin, by the room between their words; what OCR would read of it."""
    lines = [
        f"She and {name} went by bus to the old town", "where they saw the hall, the school and the yard,",
        f"and {name} told the worker of the long way", "that both of them had come by since the spring.",
        "No more was said of it on that day by them, but", f"{name} asked for a note of the visit to go",
        "to the school before the end of the next term.",
    ]  # fmt: skip
    with pymupdf.open() as document:
        page = document.new_page(width=SIZE[0], height=SIZE[1])
        words = []
        for n, line in enumerate(lines):
            parts = line.split()
            wide = [pymupdf.get_text_length(part, "helv", 12) for part in parts]
            room = (SIZE[0] - 60 - sum(wide)) / (len(parts) - 1)
            x = 30.0
            for part, own in zip(parts, wide, strict=True):
                page.insert_text((x, 40 + 30 * n), part, fontsize=12)
                box = Box(x, 30 + 30 * n, x + own, 43 + 30 * n)
                words.append(Word(part, box, n, 0, WordSource.OCR, 0.9))
                x += own + room
        drawn = page.get_pixmap(dpi=DPI, colorspace=pymupdf.csGRAY)
    picture = Image.frombytes("L", (drawn.width, drawn.height), drawn.samples)
    return scanned(picture), PageContent(1, *SIZE, tuple(words))


def test_the_room_between_words_stretched_to_a_margin_does_not_tell(tmp_path: Path) -> None:
    """The line's length is known, so that what its words and the room between them leave over is the name's."""
    places = []
    for name in ("Tom Barnes", "Kayleigh Barnes"):
        data, content = stretched(name)
        case = Case()
        case.add(data, (name,), words=[content])
        folder, counts, boxes = released(case, tmp_path / name)
        assert counts["boxes_whose_width_may_show"] == 0 and len(boxes) == 3
        with pymupdf.open(folder / "bundle.pdf") as bundle:
            places.append([word[:5] for word in bundle[1].get_text("words")])
    assert len(places[0]) == len(places[1]) > 40
    for one, other in zip(*places, strict=True):
        assert one[4] == other[4] and one[:2] == pytest.approx(other[:2], abs=3)
