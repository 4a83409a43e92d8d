# SPDX-License-Identifier: AGPL-3.0-or-later
"""What OCR read in a place, put in order, and made one with what the file's own text says there. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass

from redactor.bundle.words.glyphs import garbled, likeness
from redactor.bundle.words.layout import arrange
from redactor.bundle.words.lines import Piece
from redactor.domain.geometry import Box, covered, merged_by_line
from redactor.domain.pages import Place, Where, Word, WordSource

#: Below this a word read is no witness against the file's own.
_LEGIBLE = 0.6
#: A word of the file lies in one that was read when this share of it does.
_INSIDE = 0.7


@dataclass(frozen=True, slots=True)
class Read:
    """Words read in one place, with their boxes on the page laid level, and boxes of what made no sense."""

    words: list[Word]
    flat: list[Box]
    unread: list[Box]


def arranged(read: Read) -> tuple[Word, ...]:
    """A scan's words in reading order: lines put in order by where they stand on the straightened page."""
    order = sorted(range(len(read.words)), key=lambda i: (read.words[i].line, read.flat[i].x0))
    pieces = [Piece(*read.flat[i], 0, read.words[i].line) for i in order]
    placed = arrange(pieces, ordered=False)
    return tuple(read.words[order[p.at]]._replace(line=p.line, block=p.block) for p in placed)


def without_lies(
    text: tuple[Word, ...], lies: tuple[Box, ...], found: list[Word]
) -> tuple[tuple[Word, ...], tuple[Place, ...]]:
    """The file's words but for those in lines that are drawn as others; what it says there is kept as a place.

    A word stays where OCR read nothing in its place.
    """
    boxes = [word.box for word in found if word.confidence >= _LEGIBLE]
    kept: list[Word] = []
    told: dict[int, list[Word]] = {}
    for word in text:
        lying = any(word.box.overlap(line) > 0.5 for line in lies) and covered(word.box, boxes) > 0.3
        if lying:
            told.setdefault(word.line, []).append(word)
        else:
            kept.append(word)
    places = tuple(
        Place(
            Where.HIDDEN_TEXT,
            " ".join(word.text for word in line),
            None,
            tuple(box.rounded() for box in merged_by_line(word.box for word in line)),
            "what the file says where the page shows other words",
        )
        for line in told.values()
    )
    return tuple(kept), places


def merged(text: tuple[Word, ...], reads: list[tuple[Word, ...]]) -> tuple[Word, ...]:
    """The text layer's words, repaired, and the words read that are not among them."""
    found = [word for read in reads for word in read]
    kept: list[Word] = []
    for word in text:
        if not garbled(word.text):
            kept.append(word)
            continue
        over = [other for other in found if max(other.box.overlap(word.box), word.box.overlap(other.box)) > 0.3]
        repaired = next((better for other in over if (better := _repaired(word, other))), None)
        if repaired is not None:
            kept.append(repaired)
        elif not over:
            kept.append(word)
    # A row of dots in the file's words is no reason to leave out what is read there.
    good = [word.box for word in kept if any(map(str.isalnum, word.text))]
    pieces = [Piece(*word.box, word.block, word.line) for word in kept]
    both = list(kept)
    for read in reads:
        first = 1 + max((piece.block for piece in pieces), default=-1)
        new = [word for word in read if covered(word.box, good) < 0.4 and not _said(word, kept)]
        pieces += [Piece(*word.box, first + word.block, word.line) for word in new]
        both += new
    return tuple(both[p.at]._replace(line=p.line, block=p.block) for p in arrange(pieces))


def _said(found: Word, words: list[Word]) -> bool:
    """Whether the file says this very word in this place: around small print OCR's boxes are twice as high as it is."""
    spelt = likeness(found.text) or found.text
    return any(
        word.box.overlap(found.box) > _INSIDE and spelt == (likeness(word.text) or word.text)
        for word in words
        if word.box.y0 < found.box.y1 and word.box.y1 > found.box.y0
    )


def _repaired(word: Word, found: Word) -> Word | None:
    """The word with its unmapped glyphs filled in from what was read there; None when the rest differs.

    One glyph without a character may stand for up to four letters ("tt", "ffi").
    """
    pattern = "".join(".{1,4}" if garbled(char) else re.escape(char) for char in word.text)
    match = re.search(pattern, found.text) or re.search(pattern, found.text, re.IGNORECASE)
    if match is None:
        return None
    return word._replace(text=match[0], source=WordSource.OCR, confidence=found.confidence)
