# SPDX-License-Identifier: AGPL-3.0-or-later
"""The casing view: text in capitals as it would look written normally, letter for letter as long.

A network trained on ordinary text reads "MISS NICHOLSON ATTENDED THE OFFICE" as one long name. In the view
everyday words are lower case and the rest has one capital.
"""

from __future__ import annotations

import re

from redactor.detect.language.lexicon import Lexicon
from redactor.detect.language.text import fold
from redactor.detect.language.words import MONTHS, ROLE_SHORT, STOP, THING_AFTER, TITLES

_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")
#: Runs of at least this many capital words are shouting, not an abbreviation.
ENOUGH = 4


def _one(word: str, lexicon: Lexicon, first: bool) -> str:
    low = fold(word)
    lowered = word.lower()
    if len(lowered) != len(word):
        return word
    if low in TITLES or low in MONTHS:
        return word[0] + lowered[1:]
    if low in ROLE_SHORT and len(low) < 5:
        return word
    if low in THING_AFTER and low not in STOP and not first:
        # "ROSALIND FRANKLIN HOUSE" is a house in the view too.
        return word[0] + lowered[1:]
    everyday = low in STOP or (low in lexicon.common and low not in lexicon.gender)
    if everyday and not first:
        return lowered
    return "-".join(part[:1] + part[1:].lower() for part in word.split("-"))


def _last(line: str, end: int) -> str:
    """What stands before ``end``, blanks aside. Looks near first: a line may be a million letters long."""
    return (line[max(end - 40, 0) : end].rstrip() or line[:end].rstrip())[-1:]


def view(text: str, lexicon: Lexicon) -> str | None:
    """The text with its shouted lines rewritten; None when there are none."""
    if not any(c.isupper() for c in text):
        return None
    changed = False
    lines = text.split("\n")
    for number, line in enumerate(lines):
        upper = sum(map(str.isupper, line))
        lower = sum(map(str.islower, line))
        if upper < 12 or upper < 2.3 * lower:
            continue
        words = [m for m in _WORD.finditer(line) if len(m.group()) > 1 and m.group().isupper()]
        if len(words) < ENOUGH:
            continue
        out: list[str] = []
        last = 0
        first = True
        for match in _WORD.finditer(line):
            out.append(line[last : match.start()])
            word = match.group()
            if word.isupper() and len(word) > 1:
                begins = first or _last(line, match.start()) in {".", ":", "!", "?"}
                word = _one(word, lexicon, begins)
            elif len(word) == 1 and word in {"A"}:
                word = word.lower() if not first else word
            out.append(word)
            first = False
            last = match.end()
        out.append(line[last:])
        lines[number] = "".join(out)
        changed = True
    return "\n".join(lines) if changed else None
