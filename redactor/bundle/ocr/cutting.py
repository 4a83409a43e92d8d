# SPDX-License-Identifier: AGPL-3.0-or-later
"""Cutting a line that was read into its words.

The reader says roughly where each letter stands and often swallows blanks ("bepresentfor"). Where one word
ends and the next begins is taken from the ink: the widest gap between the two letters.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import NamedTuple

import cv2
import numpy as np
from numpy.typing import NDArray

#: No English or Welsh word starts with "l" before these letters; the reader takes a bare "I" for one.
_CAPITAL_I = re.compile(r"\bl(?=[cdfghjkmnpqrsvwxz])(?!d\b)|\blt(?=s?\b)")
#: What the reader makes of round and upright digits in some hands.
_DIGITS = str.maketrans({"C": "0", "O": "0", "o": "0", "U": "0", "Q": "0", "D": "0", "I": "1", "l": "1", "|": "1"})
_MOSTLY_DIGITS = re.compile(r"\W*[0-9COoUQDIl|]*[0-9][COoUQDIl|]+[0-9][0-9COoUQDIl|]*\W*")

#: Without any blank read on the page: a blank is at least this wide, in heights of the line's crop.
_USUAL_BLANK = 0.22


@dataclass(frozen=True, slots=True, eq=False)
class ReadLine:
    """A line as read. ``columns``: for each character but blanks, its step along the line, of ``steps``
    steps in all; ``confidences`` is for every character, blanks too. ``crop`` is the line laid flat and
    ``corners`` are the crop's corners in the image."""

    text: str
    score: float
    columns: tuple[int, ...]
    confidences: tuple[float, ...]
    steps: float
    crop: NDArray[np.uint8]
    corners: NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class _Letter:
    char: str
    confidence: float
    x: float
    after_blank: bool


class Measured(NamedTuple):
    """A line with its letters where they stand, and for each column of pixels whether it holds ink."""

    line: ReadLine
    letters: list[_Letter]
    inked: NDArray[np.bool_]

    @classmethod
    def of(cls, line: ReadLine) -> Measured:
        return cls(line, _letters(line), _inked_columns(line.crop))


def blank_widths(lines: list[Measured]) -> float:
    """How wide a blank is on this page, as a share of the height of a line's crop."""
    widths: list[float] = []
    for line, letters, inked in lines:
        for one, two in pairwise(letters):
            if two.after_blank:
                start, end = _gap(inked, one.x, two.x)
                widths.append((end - start) / max(line.crop.shape[0], 1))
    return median(widths) if len(widths) >= 5 else _USUAL_BLANK


def cut_words(measured: Measured, blank: float) -> list[tuple[str, float, float, float]]:
    """The line's words as (text, confidence, left, right), the edges from 0 to 1 along the line.

    ``blank`` is the page's :func:`blank_widths`: a gap nearly as wide between two letters is a blank too,
    whether the reader saw it or not.
    """
    line, letters, inked = measured
    if not letters:
        return []
    height, width = line.crop.shape[:2]
    gaps = [_gap(inked, one.x, two.x) for one, two in pairwise(letters)]
    inside = [end - start for (start, end), two in zip(gaps, letters[1:], strict=False) if not two.after_blank]
    wide = max(0.85 * blank * height, 0.12 * height, 2.5 * median(inside) if inside else 0.0)
    words: list[tuple[str, float, float, float]] = []
    first, left = 0, 0.0
    for index in range(1, len(letters) + 1):
        last = index == len(letters)
        if not last:
            start, end = gaps[index - 1]
            if not letters[index].after_blank and end - start < wide:
                continue
        part = letters[first:index]
        right = float(width) if last else gaps[index - 1][0]
        left, right = _to_ink(inked, left, right)
        text = likelier("".join(letter.char for letter in part))
        sure = sum(letter.confidence for letter in part) / len(part)
        margin = 0.07 * height
        words.append((text, round(sure, 3), max(left - margin, 0.0) / width, min(right + margin, width) / width))
        if not last:
            first, left = index, gaps[index - 1][1]
    return words


def likelier(word: str) -> str:
    """The word with slips set right that no real word explains: "lris" is "Iris", "0770C" is "07700"."""
    word = _CAPITAL_I.sub(lambda match: "I" + match[0][1:], word)
    digits = sum(char.isdigit() for char in word)
    if digits >= 4 and (2 * digits >= len(word) or len(word) >= 9) and _MOSTLY_DIGITS.fullmatch(word):
        return word.translate(_DIGITS)
    return word


def _letters(line: ReadLine) -> list[_Letter]:
    width = line.crop.shape[1]
    chars = [(index, char) for index, char in enumerate(line.text) if not char.isspace()]
    letters: list[_Letter] = []
    for number, (index, char) in enumerate(chars):
        column = line.columns[number] if number < len(line.columns) else number * line.steps / max(len(chars), 1)
        x = min((column + 0.5) / max(line.steps, 1.0), 1.0) * width
        if letters:
            x = max(x, letters[-1].x)
        sure = line.confidences[index] if index < len(line.confidences) else line.score
        after = bool(letters) and line.text[index - 1].isspace()
        letters.append(_Letter(char, sure, x, after))
    return letters


def _inked_columns(crop: NDArray[np.uint8]) -> NDArray[np.bool_]:
    """For each column of pixels whether it holds ink (dark on light or light on dark)."""
    grey = crop if crop.ndim == 2 else cv2.cvtColor(crop, cv2.COLOR_BGR2GRAY)
    _, dark = cv2.threshold(grey, 0, 255, cv2.THRESH_BINARY_INV | cv2.THRESH_OTSU)
    if float(np.mean(dark)) > 127.0:
        dark = 255 - dark
    # The finder's margin holds bits of the lines above and below.
    edge = crop.shape[0] // 8
    inner = dark[edge : crop.shape[0] - edge] if edge else dark
    return np.asarray((inner > 0).sum(axis=0) > max(1.0, 0.03 * crop.shape[0]))


def _gap(inked: NDArray[np.bool_], left: float, right: float) -> tuple[float, float]:
    """The widest stretch without ink between two letters' middles; an empty one halfway when there is none."""
    start, end = int(left), min(int(right) + 1, len(inked))
    best = (0, 0)
    run = start
    for x in range(start, end + 1):
        if x == end or inked[x]:
            if x - run > best[1] - best[0]:
                best = (run, x)
            run = x + 1
    if best == (0, 0):
        middle = (left + right) / 2
        return middle, middle
    return float(best[0]), float(best[1])


def _to_ink(inked: NDArray[np.bool_], left: float, right: float) -> tuple[float, float]:
    part = np.flatnonzero(inked[int(left) : max(int(right), int(left) + 1)])
    return (left + float(part[0]), left + float(part[-1]) + 1.0) if part.size else (left, right)
