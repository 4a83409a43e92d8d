# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the newer rules look after is damaged at random: lines that were set again, covers, the index and its titles,
statements of the structure, the logs. Every change is noticed, or nobody could tell it was made.

600 in all when REDACTOR_FULL is set.
"""

from __future__ import annotations

import os
import random
import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import pytest
from PIL import ImageDraw

from redactor.domain.plan import Plan, PlanPart
from redactor.release.burn.fonts import face
from tests.release.papers import Case, letter, pixels_of, scan, words_of
from tests.release.surgery import Parts, operate
from tests.release.test_mutations import assert_noticed_or_nothing_changed
from tests.release.test_sabotage import broken_rules

COUNT = 600 if os.environ.get("REDACTOR_FULL") else 36
#: Points by which something is moved: less is rounding.
FEWEST, MOST = 3, 60
OFF_THE_LINE = 26
#: Pixels of a patch painted or copied: as large as a letter or two.
PATCH = (22, 60)
BLOT = 16
#: These pages keep every pixel: what is let by is a part of a letter on paper at most. The mean difference of a page's
#: pixels (of 255), and the share of them that differ.
SPECK, SPECKS = 0.03, 0.0003
TITLES = ("Letter about the visit", "A page as it was sent by fax")
_RECTANGLE = re.compile(rb"(-?[\d.]+) (-?[\d.]+) (-?[\d.]+) (-?[\d.]+) re")
_WORD = re.compile(rb"(-?\d+) (-?\d+) Td <")
_SHOWN = re.compile(rb"BT /([SB]) ([\d.]+) Tf ([\d.]+) ([\d.]+) Td <((?:[0-9A-F]{4})+)> Tj ET")


@dataclass
class Titled(Case):
    """A case whose documents have titles, under a section."""

    @property
    def plan(self) -> Plan:
        parts = (PlanPart(sha, 1, self.documents[sha].pages, title, "From the office")
                 for sha, title in zip(self.documents, TITLES, strict=True))  # fmt: skip
        return replace(Case.plan.fget(self), parts=tuple(parts))  # type: ignore[attr-defined]


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> tuple[Case, Path]:
    case = Titled()
    case.add(letter(pages=2))
    # A stamp across the lines with the name: they are not set again.
    stamped = pixels_of(letter(size=13))
    ImageDraw.Draw(stamped).ellipse([60, 160, 1000, 480], outline=0, width=5)
    case.add(scan(stamped, "fax"), words=words_of(letter(size=13)))
    result = case.release(tmp_path_factory.mktemp("good") / "out")
    assert {width.kind for released in result.released for width in released.widths} >= {"set", "shown"}
    return case, result.folder


def content(parts: Parts, chance: random.Random, *pages: int) -> int:
    return parts.content(parts.page(chance.choice(pages)))


def far(chance: random.Random) -> int:
    return chance.choice((-1, 1)) * chance.randrange(FEWEST, MOST)


def change_one(pattern: re.Pattern[bytes], data: bytes, chance: random.Random, new: Callable[..., bytes]) -> bytes:
    found = list(pattern.finditer(data))
    one = chance.choice(found)
    return data[: one.start()] + new(one) + data[one.end() :]


def move_a_box(parts: Parts, chance: random.Random) -> None:
    """The outline of a box, which says where it is."""
    number = content(parts, chance, 1, 2, 3)
    by, which = far(chance), chance.randrange(2)

    def moved(found: re.Match[bytes]) -> bytes:
        values = [float(found[n]) for n in range(1, 5)]
        values[which] += by
        return b" ".join(b"%g" % round(value, 2) for value in values) + b" re"

    parts.deflate(number, change_one(_RECTANGLE, parts.inflate(number), chance, moved))


def move_a_word(parts: Parts, chance: random.Random) -> None:
    number = content(parts, chance, 1, 2, 3)
    by, up = far(chance), chance.randrange(2)
    if up and abs(by) < OFF_THE_LINE:
        # Up or down within its own line is let by: words read off a crooked scan stand beside it by as much.
        by = OFF_THE_LINE if by > 0 else -OFF_THE_LINE

    def moved(found: re.Match[bytes]) -> bytes:
        return b"%d %d Td <" % (int(found[1]) + (0 if up else by), int(found[2]) + (by if up else 0))

    parts.deflate(number, change_one(_WORD, parts.inflate(number), chance, moved))


def exchange_what_is_printed(parts: Parts, chance: random.Random) -> None:
    """Two strings of the cover: titles, page numbers, labels of the key."""
    number = content(parts, chance, 0)
    data = parts.inflate(number)
    one, other = sorted(chance.sample(list(_SHOWN.finditer(data)), 2), key=lambda found: found.start())
    parts.deflate(
        number,
        data[: one.start(5)] + other[5] + data[one.end(5) : other.start(5)] + one[5] + data[other.end(5) :],
    )


def another_title(parts: Parts, chance: random.Random) -> None:
    number = content(parts, chance, 0)
    words = chance.choice((" ".join(TITLES), "Letter", "the visit about Letter", "A page"))
    shown = face().encode(chance.choice(("1. ", "2. ")) + words)
    data = parts.inflate(number)
    titled = [found for found in _SHOWN.finditer(data) if found[5][:4] in {face().encode(c)[1:5] for c in "12"}]
    one = chance.choice([found for found in titled if len(found[5]) > 40])
    parts.deflate(number, data[: one.start(5)] + shown[1:-1] + data[one.end(5) :])


def levels_of(parts: Parts, number: int) -> np.ndarray:
    entries = parts.streams[number][0]
    width, height = (int(re.search(rb"/%s (\d+)" % key, entries)[1]) for key in (b"Width", b"Height"))  # type: ignore[index]
    packed = np.frombuffer(parts.inflate(number), dtype=np.uint8).reshape(height, -(-width // 2)).copy()
    return np.stack((packed >> 4, packed & 15), axis=2).reshape(height, -1)


def put_levels(parts: Parts, number: int, levels: np.ndarray) -> None:
    parts.deflate(number, ((levels[:, 0::2] << 4) | levels[:, 1::2]).astype(np.uint8).tobytes())


def inked(levels: np.ndarray, chance: random.Random) -> tuple[int, int, int, int]:
    """A patch on a line of text, as (row, column, height, width)."""
    height, width = PATCH
    rows = np.flatnonzero((levels < 6).sum(axis=1) > 30)
    row = int(chance.choice(rows.tolist())) - height // 2
    columns = np.flatnonzero((levels[row : row + height] < 6).any(axis=0))
    column = int(chance.choice(columns.tolist())) - width // 2
    return max(row, 0), min(max(column, 0), levels.shape[1] - width), height, width


def paint_over_words(parts: Parts, chance: random.Random) -> None:
    number = parts.picture(parts.page(chance.choice((1, 2))))
    levels = levels_of(parts, number)
    y, x, h, w = inked(levels, chance)
    levels[y : y + h, x : x + w] = chance.choice((0, 13, 15))
    put_levels(parts, number, levels)


def copy_words_elsewhere(parts: Parts, chance: random.Random) -> None:
    number = parts.picture(parts.page(chance.choice((1, 2))))
    levels = levels_of(parts, number)
    y, x, h, w = inked(levels, chance)
    to_y, to_x = chance.randrange(levels.shape[0] - h), chance.randrange(levels.shape[1] - w)
    levels[to_y : to_y + h, to_x : to_x + w] = levels[y : y + h, x : x + w].copy()
    put_levels(parts, number, levels)


def slide_a_line(parts: Parts, chance: random.Random) -> None:
    """A strip of the page moved along: its words are no longer where the text layer has them."""
    number = parts.picture(parts.page(chance.choice((1, 2))))
    levels = levels_of(parts, number)
    y, _, h, _ = inked(levels, chance)
    levels[y : y + h] = np.roll(levels[y : y + h], chance.choice((-1, 1)) * chance.randrange(12, 200), axis=1)
    put_levels(parts, number, levels)


OPERATIONS = [
    move_a_box, move_a_word, exchange_what_is_printed, another_title, paint_over_words, copy_words_elsewhere,
    slide_a_line,
]  # fmt: skip


@pytest.mark.parametrize("seed", range(COUNT))
def test_it_is_noticed_or_cannot_be_told(seed: int, good: tuple[Case, Path], tmp_path: Path) -> None:
    case, folder = good
    copy = Path(shutil.copytree(folder, tmp_path / "out"))
    chance = random.Random(1000 + seed)
    operation = OPERATIONS[seed % len(OPERATIONS)]
    operate(copy / "bundle.pdf", lambda parts: operation(parts, chance))
    assert_noticed_or_nothing_changed(broken_rules(case, copy), copy, folder, faint=SPECK, trace=SPECKS)


@pytest.mark.parametrize("operation", OPERATIONS)
def test_most_of_each_kind_are_noticed(
    operation: Callable[[Parts, random.Random], None], good: tuple[Case, Path], tmp_path: Path
) -> None:
    case, folder = good
    noticed = 0
    for seed in range(4):
        copy = Path(shutil.copytree(folder, tmp_path / str(seed)))
        operate(copy / "bundle.pdf", lambda parts, seed=seed: operation(parts, random.Random(seed)))  # type: ignore[misc]
        noticed += bool(broken_rules(case, copy))
    assert noticed >= 2, operation.__name__


@pytest.mark.parametrize("seed", range(6))
def test_a_blot_as_large_as_a_letter_is_noticed(seed: int, good: tuple[Case, Path], tmp_path: Path) -> None:
    case, folder = good
    copy = Path(shutil.copytree(folder, tmp_path / "out"))
    chance = random.Random(seed)

    def blot(parts: Parts) -> None:
        number = parts.picture(parts.page(chance.choice((1, 2))))
        levels = levels_of(parts, number)
        y, x, _, _ = inked(levels, chance)
        levels[y : y + BLOT, x : x + BLOT] = 0
        put_levels(parts, number, levels)

    operate(copy / "bundle.pdf", blot)
    assert broken_rules(case, copy)
