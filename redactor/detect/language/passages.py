# SPDX-License-Identifier: AGPL-3.0-or-later
"""A text cut into sentences, over the line breaks of its layout. Offsets are those of the text."""

from __future__ import annotations

import re
from typing import NamedTuple

from redactor.detect.language.text import flow, plain

#: A full stop after one of these ends no sentence.
_SHORT_WORDS = (
    "mr mrs ms dr prof st rev no nos dob tel ref para sch vs approx re eg ie etc cllr supt insp sgt ph ext inc "
    "ltd dept rd ave jan feb mar apr jun jul aug sep sept oct nov dec"
)
_SHORT = frozenset(_SHORT_WORDS.split())
_END = re.compile(r"[.!?][.!?]*[\"')\]]*(?:(?=\s+\S)|$)")
#: A break in the middle of a sentence: the next line goes on in lower case, whatever mail's marks are between.
_GOES_ON = re.compile(r"(?<=[^\s.!?:|>])[ \t]*\n(?:[ \t>]*\n)?[ \t>]*(?=[a-z(£])")
#: "Juniper Lodge. 3 Withy Walk": a scan's comma before a house number.
_HOUSE = re.compile(r"\d{1,4}[a-z]? [A-Z][a-z]+ [A-Z]")
#: A longer run without a stop than this (characters) is no sentence; it is cut.
LONGEST = 900


class Sentence(NamedTuple):
    """``text`` has its line breaks as blanks, and is as long as the original from ``start`` to ``end``."""

    start: int
    end: int
    text: str


def running(text: str) -> str:
    """The text with breaks inside sentences as blanks; same length."""
    return _GOES_ON.sub(lambda match: " " * len(match[0]), flow(plain(text)))


def sentences(text: str) -> list[Sentence]:
    """The sentences, headings, cells and lines of a text, in order."""
    found: list[Sentence] = []
    offset = 0
    for line in running(text).split("\n"):
        at = 0
        for match in _END.finditer(line):
            if _ends(line, match):
                _add(found, offset, line, at, match.end())
                at = match.end()
        _add(found, offset, line, at, len(line))
        offset += len(line) + 1
    return found


def together(text: str, one: Sentence, other: Sentence) -> bool:
    """Whether two sentences stand in one paragraph."""
    gap = text[one.end : other.start]
    return "\n" not in gap or (gap.count("\n") <= 1 and len(one.text) > 25)


def _ends(line: str, match: re.Match[str]) -> bool:
    word = line[max(match.start() - 12, 0) : match.start()].rsplit(None, 1)[-1:]
    if match[0] == "." and word:
        bare = word[0].lower().strip("(\"'").replace(".", "")
        # "J. Hill", "Dr. Hill", "no. 7"
        if bare in _SHORT or (len(bare) == 1 and bare.isalpha() and bare != "i"):
            return False
    rest = line[match.end() :].lstrip()
    if match[0] == "." and _HOUSE.match(rest):
        return False
    return not rest or not rest[0].islower() or "!" in match[0] or "?" in match[0]


def _add(found: list[Sentence], offset: int, line: str, start: int, end: int) -> None:
    piece = line[start:end]
    start += len(piece) - len(piece.lstrip(" \t>|*-•"))
    end = start + len(line[start:end].rstrip(" \t|"))
    while end - start > LONGEST:
        cut = line.rfind(" ", start, start + LONGEST)
        cut = cut if cut > start else start + LONGEST
        found.append(Sentence(offset + start, offset + cut, line[start:cut]))
        start = cut
    if end > start:
        found.append(Sentence(offset + start, offset + end, line[start:end]))
