# SPDX-License-Identifier: AGPL-3.0-or-later
"""Words that go on over a line's end, with a hyphen or torn by a narrow cell (see :mod:`redactor.domain.torn`)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from redactor.detect.language.lexicon import lexicon
from redactor.detect.language.text import fold
from redactor.domain.torn import MOST_PIECES, TEAR, marked

_PIECES = re.compile(rf"[^\W\d_]+(?:(?:-\n\s*|{TEAR}{{1,2}})[^\W\d_]+)+")
_BREAK = re.compile(rf"-\n\s*|{TEAR}{{1,2}}")


def torn_words(text: str) -> Iterator[tuple[int, int, str]]:
    """Where two or three pieces in a row may be one word, and which (folded). ``text`` went through
    :func:`~redactor.detect.language.text.plain`."""
    text = marked(text)
    if TEAR not in text and "-\n" not in text:
        return
    for run in _PIECES.finditer(text):
        starts, ends = [run.start()], []
        for found in _BREAK.finditer(text, run.start(), run.end()):
            ends.append(found.start())
            starts.append(found.end())
        ends.append(run.end())
        for first, start in enumerate(starts):
            for last in range(first + 1, min(first + MOST_PIECES, len(starts))):
                word = "".join(text[a:b] for a, b in zip(starts[first : last + 1], ends[first : last + 1], strict=True))
                if may_be_one(text, start, ends[last]):
                    yield start, ends[last], fold(word)


def may_be_one(text: str, start: int, end: int) -> bool:
    """Whether pieces in a marked text may be one word: not where each is a word of English in a running line. A cell
    tears a word only when it fills the line by itself ("May" over "field")."""
    pieces = _BREAK.split(text[start:end])
    if TEAR not in text[start:end] or not all(lexicon().word(fold(piece)) for piece in pieces):
        return True
    return text[max(start - 1, 0) : start] in {"", "\n", TEAR}


def two_words(text: str, start: int, end: int, wanted: str) -> bool:
    """Whether what was found for ``wanted`` over a line's end of ``text[start:end]`` is two words of English in running
    text rather than one that a cell tore: "as" over "her" for Asher."""
    if "\n" not in text[start:end] or len(text[start:end].split()) <= len(wanted.split()):
        return False
    text = marked(text)
    return any(not may_be_one(text, *piece.span()) for piece in _PIECES.finditer(text, start, end))
