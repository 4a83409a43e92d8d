# SPDX-License-Identifier: AGPL-3.0-or-later
"""On lines that were set again a letter that is another one, is missing or was put in is noticed, in whatever type the
line is; and lines as they should be are not found fault with.

The bundle is made of a paper with the faults in it, and verified against the paper without them: only its pixels tell.
``python -m tests.release.test_lettering 10`` plants ten pages of them in every type and size, and prints a table.
"""

from __future__ import annotations

import random
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import pymupdf
import pytest

from redactor.release.verify import looks
from redactor.release.verify.letterwise import LetteredLines
from redactor.release.verify.moved import Line
from redactor.release.verify.picture import Pixels
from tests.release.papers import DRAFT, Case
from tests.release.test_line_setting import case_of
from tests.release.test_sabotage import broken_rules

NAME = "Kayleigh Barnes"
LINES = (
    f"To the office on Tuesday {NAME} came with the worker and talked a while",
    f"Afterwards he saw {NAME} near the gate, and the dog ran to the fence",
    f"Yesterday {NAME} told the teacher about her brothers, not about money",
    f"We are not sure if {NAME} can be reached at noon or in the evening",
)


class Type(NamedTuple):
    """A font and whether it is in the file, its size, by how much of it letters are set closer, and how light the
    ground is."""

    font: str
    size: float = 11.0
    held: bool = True
    close: float = 0.0
    ground: float = 1.0


TYPES = {
    "plain": Type("helv"),
    "close": Type("helv", close=0.05),
    "italic": Type("tiit", 12, close=0.02),
    "bold": Type("hebo", 10, close=0.03),
    "small": Type("tiro", 7, close=0.02),
    "typewriter": Type("cour", 10, close=0.03),
    "on grey": Type("helv", 10, close=0.03, ground=0.8),
    "not in the file": Type("tiro", held=False),
    "typewriter, not in the file": Type("cour", 9, held=False),
}


class Fault(NamedTuple):
    """In the line with this number, at this place, this stands instead of what should."""

    line: int
    at: int
    instead: str


def fault(line: int, word: str, after: int, instead: str) -> Fault:
    return Fault(line, LINES[line].index(word) + after, instead)


FAULTS = {
    "other letters": (
        fault(0, "worker", 4, "a"),
        fault(1, "dog", 1, "a"),
        fault(2, "teacher", 4, "n"),
        fault(3, "reached", 2, "u"),
    ),
    "left out and put in": (
        fault(0, "worker", 1, ""),
        fault(1, "near", 3, ""),
        fault(2, "told", 0, ""),
        fault(3, "be ", 2, "o"),
    ),
}


def paper(kind: Type, faults: Sequence[Fault] = (), lines: Sequence[str] = LINES) -> bytes:
    """A page of these lines, each letter in its place; ``faults`` and all."""
    font = pymupdf.Font(kind.font)
    with pymupdf.open() as document:
        page = document.new_page(width=595, height=842)
        if kind.ground < 1:
            page.draw_rect(pymupdf.Rect(30, 30, 565, 812), color=None, fill=(kind.ground,) * 3)
        writer = pymupdf.TextWriter(page.rect)
        for n, line in enumerate(lines):
            shown, x, y = list(line), 60.0, 60 + 1.8 * kind.size * n
            for own in faults:
                if own.line == n:
                    shown[own.at] = own.instead
            if not kind.held:
                page.insert_text((x, y), "".join(shown), fontname=kind.font, fontsize=kind.size)
            for letter, own in zip(line, shown, strict=True) if kind.held else ():
                if own.strip():
                    writer.append((x, y), own, font=font, fontsize=kind.size)
                x += font.text_length(letter, fontsize=kind.size) - kind.close * kind.size
        if kind.held:
            writer.write_text(page)
        return bytes(document.tobytes(no_new_id=True))


def found_in(
    case: Case, made_of: bytes, out: Path, monkeypatch: pytest.MonkeyPatch
) -> tuple[set[str], list[tuple[Line, int]]]:
    """The rules that do not hold of a bundle that is made of another paper than the case's one, and the lines on which
    letters are not as they should be."""
    (sha,) = case.data
    good, check_lines, wrong = case.data[sha], looks.check_lines, LetteredLines.wrong
    found: list[tuple[Line, int]] = []
    with monkeypatch.context() as unseen:
        case.data[sha] = made_of
        unseen.setattr(looks, "check_lines", lambda *_: [])
        unseen.setattr(LetteredLines, "wrong", lambda *_: [])
        case.release(out, DRAFT)
    with monkeypatch.context() as seen:
        case.data[sha] = good
        seen.setattr(looks, "check_lines", lambda *given: found.extend(check_lines(*given)) or [])
        seen.setattr(LetteredLines, "wrong", lambda *given: found.extend(wrong(*given)) or found)
        return broken_rules(case, out), found


@pytest.mark.parametrize("kind", TYPES)
def test_lines_as_they_should_be_are_all_set_again(kind: str, tmp_path: Path) -> None:
    case = case_of(paper(TYPES[kind]), (NAME,))
    assert case.release(tmp_path / "out").widths["boxes_set_again"] == len(LINES)


@pytest.mark.parametrize("faults", [None, *FAULTS])
def test_what_is_right_is_proved_at_a_glance_and_what_is_not_is_looked_at_finely(
    faults: str | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked: list[Line] = []
    wrong = LetteredLines.wrong
    case = case_of(paper(TYPES["plain"]), (NAME,))

    def seen(held: LetteredLines, lines: Sequence[Line], mine: Pixels) -> list[tuple[Line, int]]:
        looked.extend(lines)
        return wrong(held, lines, mine)

    with monkeypatch.context() as watched:
        watched.setattr(LetteredLines, "wrong", seen)
        found_in(case, paper(TYPES["plain"], FAULTS[faults] if faults else ()), tmp_path / "out", monkeypatch)
    assert len(looked) == (len(LINES) if faults else 0)


@pytest.mark.parametrize("kind", TYPES)
@pytest.mark.parametrize("faults", FAULTS)
def test_a_wrong_letter_in_a_line_is_noticed(
    kind: str, faults: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = case_of(paper(TYPES[kind]), (NAME,))
    rules, found = found_in(case, paper(TYPES[kind], FAULTS[faults]), tmp_path / "out", monkeypatch)
    assert "source" in rules
    assert len({round(line.y0) for line, _ in found}) == len(LINES)


# -- by hand ------------------------------------------------------------------------------------------

ALIKE = ("ce", "oe", "ao", "nu", "hn", "il", "rt", "vy", "bh", "mn", "ft", "sa", "dq", "ec", "ij", "uv", "gy", "kx")
WORDS = (
    "Yesterday the worker spoke about school, fares, fences and quiet days; whom to write, ask or copy it; an ox jumped"
)
STANDARD = ("helv", "tiro", "tiit", "cour")


def main(pages: int) -> None:
    """How many planted letters are noticed, by type and size; and how many lines without one are found fault with."""
    print(f"{'type':12} {'size':>5} {'planted':>8} {'noticed':>8} {'false':>6}  missed")
    for name, held in (
        ("helv", True),
        ("tiro", True),
        ("tiit", True),
        ("cour", True),
        ("helv", False),
        ("tiro", False),
    ):
        for size in (7.0, 9.0, 11.0, 14.0):
            planted = noticed = false = 0
            missed: list[str] = []
            for seed in range(pages):
                pick = random.Random(seed)
                lines = [_line(pick, size) for _ in range(int(740 / 1.8 / size))]
                faults = [_planted(pick, n, line) for n, line in enumerate(lines) if n % 4]
                kind = Type(name, size, held)
                case = case_of(paper(kind, lines=lines), (NAME,))
                with tempfile.TemporaryDirectory() as out:
                    _, found = found_in(case, paper(kind, faults, lines), Path(out, "out"), pytest.MonkeyPatch())
                places = {round((line.y0 + line.y1) / 2 / 1.8 / size - 60 / 1.8 / size + 0.2) for line, _ in found}
                planted += len(faults)
                noticed += sum(own.line in places for own in faults)
                missed += [f"{lines[own.line][own.at]}>{own.instead}" for own in faults if own.line not in places]
                false += len([n for n in places if n % 4 == 0])
            told = f"{name + ('' if held else '*'):12} {size:5} {planted:8} {noticed:8} {false:6}"
            print(told, " ", *missed[:12], flush=True)


def _line(pick: random.Random, size: float) -> str:
    words = [pick.choice(WORDS.split()) for _ in range(6)]
    return " ".join((*words[:2], NAME, *words[2:]))


def _planted(pick: random.Random, number: int, line: str) -> Fault:
    """A letter or digit of the line, not of the name, that is another: any, or one much like it; or left out."""
    name = line.index(NAME)
    places = [n for n, c in enumerate(line) if c.isalpha() and not name <= n < name + len(NAME)]
    at = pick.choice(places)
    own = line[at]
    like = [pair[1 - pair.index(own)] for pair in ALIKE if own in pair]
    other = pick.choice([c for c in "abcdefghijklmnopqrstuvwxyz" if c != own])
    return Fault(number, at, pick.choice(([*like, other], [other], [other], [""])[pick.randrange(4)]))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 2)
