# SPDX-License-Identifier: AGPL-3.0-or-later
"""A finished bundle is damaged at random, in its bytes and in its objects: every change is noticed.

The manifest's hashes notice all of them; here it is asked of the rules that read the bundle itself. What they let
pass must show and say the same as before, but for a trace in a photograph's coded data: fainter than any writing, and
less than what the pictures of two engines differ by.
"""

from __future__ import annotations

import os
import random
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pikepdf
import pypdfium2
import pytest

from tests.release.papers import Case, letter, pixels_of, scan, words_of
from tests.release.surgery import Parts, operate
from tests.release.test_sabotage import broken_rules, rules_broken

#: How many changes of each kind; 600 in all when REDACTOR_FULL is set.
COUNT = 300 if os.environ.get("REDACTOR_FULL") else 25
#: Where a photograph's data were changed: the mean difference of a page's pixels (of 255), and the share of them
#: that may differ by as much as faint writing does.
FAINT, CONTRAST, TRACE = 3.0, 40, 0.002


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> tuple[Case, Path]:
    case = Case()
    case.add(letter())
    other = letter(size=13)
    case.add(scan(pixels_of(other), "jpeg"), words=words_of(other))
    return case, case.release(tmp_path_factory.mktemp("good") / "out").folder


def read(path: Path) -> tuple[list[str], list[np.ndarray], list[str]]:
    """What a reader makes of a bundle: the text and the picture of every page, and the strings of its structure."""
    document = pypdfium2.PdfDocument(path)
    texts = [page.get_textpage().get_text_range() for page in document]
    pictures = [page.render(scale=2).to_numpy() for page in document]
    with pikepdf.open(path) as pdf:
        strings = [str(thing.Alt) for thing in pdf.objects if isinstance(thing, pikepdf.Dictionary) and "/Alt" in thing]
    return texts, pictures, strings


def mutated(data: bytes, chance: random.Random) -> bytes:
    at, size = chance.randrange(len(data)), chance.choice((1, 1, 1, 2, 8, 40))
    some = bytes(chance.randrange(256) for _ in range(size))
    kind = chance.randrange(5)
    if kind == 0:
        return data[:at] + bytes((data[at] ^ 1 << chance.randrange(8),)) + data[at + 1 :]
    if kind == 1:
        return data[:at] + some + data[at + size :]
    if kind == 2:
        return data[:at] + some + data[at:]
    if kind == 3:
        return data[:at] + data[at + size :]
    other = chance.randrange(len(data))
    return data[:at] + data[other : other + size] + data[at + size :]


def a_body(parts: Parts, chance: random.Random) -> int:
    return chance.choice(sorted(parts.bodies))


def drop_a_key(parts: Parts, chance: random.Random) -> None:
    number = a_body(parts, chance)
    keys = re.findall(rb"/[A-Za-z]+", parts.bodies[number])
    if keys:
        parts.bodies[number] = parts.bodies[number].replace(chance.choice(keys), b"/Dropped", 1)


def change_a_number(parts: Parts, chance: random.Random) -> None:
    number = a_body(parts, chance)
    places = list(re.finditer(rb"(?<![\dA-Fa-f<.])\d+(?! 0 R)\b", parts.bodies[number]))
    if places:
        place = chance.choice(places)
        new = b"%d" % (int(place[0]) + chance.choice((-1, 1, 7)))
        parts.bodies[number] = parts.bodies[number][: place.start()] + new + parts.bodies[number][place.end() :]


def change_a_reference(parts: Parts, chance: random.Random) -> None:
    number = a_body(parts, chance)
    places = list(re.finditer(rb"\d+(?= 0 R)", parts.bodies[number]))
    if places:
        place = chance.choice(places)
        new = b"%d" % chance.choice(sorted((*parts.bodies, *parts.streams)))
        parts.bodies[number] = parts.bodies[number][: place.start()] + new + parts.bodies[number][place.end() :]


def exchange_bodies(parts: Parts, chance: random.Random) -> None:
    one, two = a_body(parts, chance), a_body(parts, chance)
    parts.bodies[one], parts.bodies[two] = parts.bodies[two], parts.bodies[one]


def repeat_a_body(parts: Parts, chance: random.Random) -> None:
    parts.add(parts.bodies[a_body(parts, chance)])


def exchange_streams(parts: Parts, chance: random.Random) -> None:
    one, two = (chance.choice(sorted(parts.streams)) for _ in range(2))
    (a, x), (b, y) = parts.streams[one], parts.streams[two]
    parts.streams[one], parts.streams[two] = (a, y), (b, x)


def damage_a_stream(parts: Parts, chance: random.Random) -> None:
    number = chance.choice(sorted(parts.streams))
    entries, data = parts.streams[number]
    parts.streams[number] = (entries, mutated(data, chance))


def damage_what_a_stream_says(parts: Parts, chance: random.Random) -> None:
    flate = [n for n, (entries, _) in sorted(parts.streams.items()) if b"/FlateDecode" in entries]
    number = chance.choice(flate)
    parts.deflate(number, mutated(parts.inflate(number), chance))


def change_a_letter_of_a_body(parts: Parts, chance: random.Random) -> None:
    number = a_body(parts, chance)
    body = bytearray(parts.bodies[number])
    body[chance.randrange(len(body))] = chance.choice(b"abcXYZ019()<>/[] ")
    parts.bodies[number] = bytes(body)


OPERATIONS: list[Callable[[Parts, random.Random], None]] = [
    drop_a_key, change_a_number, change_a_reference, exchange_bodies, repeat_a_body, exchange_streams, damage_a_stream,
    damage_what_a_stream_says, change_a_letter_of_a_body,
]  # fmt: skip


def assert_noticed_or_nothing_changed(
    noticed: set[str], folder: Path, before: Path, faint: float = FAINT, trace: float = TRACE
) -> bool:
    """True when a rule noticed; else nothing may read otherwise than before."""
    if noticed:
        return True
    texts, pictures, strings = read(folder / "bundle.pdf")
    old_texts, old_pictures, old_strings = read(before / "bundle.pdf")
    assert texts == old_texts
    assert strings == old_strings
    for one, other in zip(pictures, old_pictures, strict=True):
        assert one.shape == other.shape
        apart = np.abs(one.astype(int) - other.astype(int))
        assert apart.mean() <= faint
        assert (apart > CONTRAST).mean() <= trace
    return False


@pytest.mark.parametrize("seed", range(COUNT))
def test_damaged_bytes_are_noticed(seed: int, good: tuple[Case, Path], tmp_path: Path) -> None:
    case, folder = good
    copy = Path(shutil.copytree(folder, tmp_path / "out"))
    bundle = copy / "bundle.pdf"
    data = bundle.read_bytes()
    after = mutated(data, random.Random(seed))
    bundle.write_bytes(after)
    if after != data:
        report = case.verify(copy)
        assert not report.verified
        assert_noticed_or_nothing_changed(rules_broken(report), copy, folder)


@pytest.mark.parametrize("seed", range(COUNT))
def test_damaged_objects_are_noticed(seed: int, good: tuple[Case, Path], tmp_path: Path) -> None:
    case, folder = good
    copy = Path(shutil.copytree(folder, tmp_path / "out"))
    chance = random.Random(seed)
    operation = OPERATIONS[seed % len(OPERATIONS)]
    operate(copy / "bundle.pdf", lambda parts: operation(parts, chance))
    assert_noticed_or_nothing_changed(broken_rules(case, copy), copy, folder)
