# SPDX-License-Identifier: AGPL-3.0-or-later
"""The rows of a rota: "Early 7-3", "Waking night", "On call", and after it who works then, day by day. Cells stand so
close that several run together, and each word of such a row is somebody by themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from redactor.detect.language.lexicon import Lexicon
from redactor.detect.language.text import Token

#: What heads a row. Residents have rotas too, for the washing-up and the bath: they are not headed by a shift.
_ROW = re.compile(
    r"(?im)^[ \t]*(?P<shift>(?:earl(?:y|ies)|lates?|long days?|days?|(?:w(?:aking|/)?[ -]?)?nights?|w/night|"
    r"sleep[- ]?ins?|"
    r"sleepover|on[- ]call|[12][:;]1(?:[ \t]+[A-Z]{2,3}\b)?|twilights?|middles?|standby)(?:[ \t]+(?:shift|duty))?"
    r"(?:[ \t]+\(?\d{1,2}(?:[.:]\d{2})?(?:[ap]m)?[ ]?[-–][ ]?\d{1,2}(?:[.:]\d{2})?(?:[ap]m)?\)?)?)"
    r"[ \t]*(?P<on>\n|[ \t:|](?=[ \t]*[A-Z]))"
)
#: The days over the columns stand near above (characters).
_DAYS = re.compile(r"(?i)\b(?:mon|monday|sat|saturday)\b[^.]{0,120}\b(?:fri|friday|sun|sunday)\b")
_ABOVE = 700
_WORD = re.compile(r"(?<!\S)[A-Z][\w'’-]*(?!\S)")
_BLANK = re.compile(r"\n[ \t]*(?:\n|\Z)|\Z")
#: Fewer names make no row of a week; a cell is no longer than this (characters).
_FEWEST, _CELL = 3, 24


def shift_rows(text: str) -> Iterator[tuple[int, int]]:
    """Where the names of each row stand: the rest of its line, or the lines of its block where each cell is one."""
    for row in _ROW.finditer(text):
        if not _DAYS.search(text[max(row.start() - _ABOVE, 0) : row.start()]):
            continue
        start = row.end("on")
        if row["on"] == "\n":
            blank = _BLANK.search(text, start - 1)
            end = blank.start() if blank else len(text)
            lines = text[start:end].split("\n")
            if any(len(line.strip()) > _CELL for line in lines):
                continue
        else:
            end = text.find("\n", start)
            end = len(text) if end < 0 else end
        if start < end and len(_WORD.findall(text[start:end])) >= _FEWEST:
            yield start, end


def repeated(found: list[Token], words: Lexicon) -> bool:
    """Whether a run of words holds a forename twice on end, as a rota's cells do and names hardly: "Will Will Bram"."""
    return len(found) > 2 and any(one.low == two.low and one.low in words.gender for one, two in pairwise(found))
