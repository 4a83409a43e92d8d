# SPDX-License-Identifier: AGPL-3.0-or-later
"""A page's words: each by itself, or all of them kept in columns until one is asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import StrEnum
from functools import partial
from itertools import accumulate, count, pairwise, starmap
from operator import add, ne
from typing import Any, NamedTuple, overload

from redactor.domain.geometry import Box


class WordSource(StrEnum):
    """Who read a word: the file's own text, or OCR of the pixels; TESSERACT where that gave its spelling (Welsh)."""

    TEXT = "text"
    OCR = "ocr"
    # Behind the others: cases keep the place in this list.
    TESSERACT = "tesseract"

    @property
    def from_pixels(self) -> bool:
        """Whether the word was read from pixels, by whichever program."""
        return self is not WordSource.TEXT


class Word(NamedTuple):
    """One word as displayed. ``line`` and ``block`` count from 0 in reading order; ``confidence`` 0 to 1."""

    text: str
    box: Box
    line: int
    block: int
    source: WordSource = WordSource.TEXT
    confidence: float = 1.0


#: Texts, lines and blocks of words.
Columns = tuple[Sequence[str], Sequence[int], Sequence[int]]

# Several times faster than calling the classes, and a page has a thousand of them.
_BOX: Callable[[Any], Box] = partial(tuple.__new__, Box)
_WORD: Callable[[Any], Word] = partial(tuple.__new__, Word)


def made(
    texts: Iterable[str],
    boxes: Iterable[Iterable[float]],
    lines: Iterable[int],
    blocks: Iterable[int],
    sources: Iterable[WordSource],
    confidences: Iterable[float],
) -> tuple[Word, ...]:
    """Words out of columns, equally long; ``boxes`` are x0, y0, x1, y1 each. Raises ValueError where they are not."""
    return tuple(map(_WORD, zip(texts, map(_BOX, boxes), lines, blocks, sources, confidences, strict=True)))


class KeptWords(Sequence[Word]):
    """The words of a page as a case keeps them, column by column; equal to the tuple of them.

    Most readers of a page want its text and the boxes of a few words, and making every word takes five times as long
    as all the rest. ``sides`` are all x0, then all y0, x1, y1, in points.
    """

    def __init__(
        self,
        texts: Sequence[str],
        sides: Sequence[float],
        lines: Sequence[int],
        blocks: Sequence[int],
        sources: Sequence[WordSource],
        confidences: Sequence[float],
    ) -> None:
        number = len(texts)
        if len(sides) != 4 * number or {len(lines), len(blocks), len(sources), len(confidences)} != {number}:
            raise ValueError("the columns are not equally long")
        self._texts, self._sides, self._lines, self._blocks = texts, sides, lines, blocks
        self._sources, self._confidences = sources, confidences
        self._made: tuple[Word, ...] | None = None

    def __len__(self) -> int:
        return len(self._texts)

    @overload
    def __getitem__(self, index: int) -> Word: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Word, ...]: ...

    def __getitem__(self, index: int | slice) -> Word | tuple[Word, ...]:
        if isinstance(index, slice) or self._made is not None:
            return self._words()[index]
        number, sides = len(self._texts), self._sides
        at = range(number)[index]
        box = _BOX((sides[at], sides[at + number], sides[at + 2 * number], sides[at + 3 * number]))
        kept = (self._texts[at], box, self._lines[at], self._blocks[at], self._sources[at], self._confidences[at])
        return _WORD(kept)

    def __iter__(self) -> Iterator[Word]:
        return iter(self._words())

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, tuple | KeptWords):
            return NotImplemented
        return self._words() == (other._words() if isinstance(other, KeptWords) else other)

    def __hash__(self) -> int:
        return hash(self._words())

    def __repr__(self) -> str:
        return repr(self._words())

    def _words(self) -> tuple[Word, ...]:
        if self._made is None:
            number = len(self._texts)
            boxes = zip(*(self._sides[side * number : (side + 1) * number] for side in range(4)), strict=True)
            self._made = made(self._texts, boxes, self._lines, self._blocks, self._sources, self._confidences)
        return self._made

    @property
    def columns(self) -> Columns:
        return self._texts, self._lines, self._blocks


def joined(words: Sequence[Word]) -> str:
    """The words in reading order: a blank between words, a line break between lines, two between blocks."""
    texts, lines, blocks = _columns(words)
    parts: list[str] = []
    start = 0
    for end in range(1, len(texts) + 1):
        if end == len(texts) or lines[end] != lines[start] or blocks[end] != blocks[start]:
            if start:
                parts.append("\n" if blocks[start] == blocks[start - 1] else "\n\n")
            parts.append(" ".join(texts[start:end]))
            start = end
    return "".join(parts)


def starts(words: Sequence[Word]) -> tuple[int, ...]:
    """The offset at which each word starts in the :func:`joined` text."""
    texts, _, blocks = _columns(words)
    if not texts:
        return ()
    # A sign stands after every word, and one more where a block ends.
    sizes = map(add, map(len, texts), starmap(ne, pairwise(blocks)))
    return tuple(map(add, accumulate(sizes, initial=0), count()))


def text_of(words: Sequence[Word], index: int) -> str:
    """The text of one of the words (``index`` from 0), without making the word."""
    return words.columns[0][index] if isinstance(words, KeptWords) else words[index].text


def _columns(words: Sequence[Word]) -> Columns:
    if isinstance(words, KeptWords):
        return words.columns
    return [word.text for word in words], [word.line for word in words], [word.block for word in words]
