# SPDX-License-Identifier: AGPL-3.0-or-later
"""Whether the lines of a font are drawn as the file spells them: by whether their words make sense, or by OCR."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import numpy as np
from rapidfuzz.distance import Levenshtein

from redactor.bundle.mupdf.pixels import as_printed, draw
from redactor.bundle.page.mute import WIDE
from redactor.bundle.words.glyphs import garbled, likeness
from redactor.domain.geometry import Box

#: Words that make up a third to a half of any running English or Welsh, as broken fonts do not.
_COMMON_WORDS = """
a about after all also am an and any are as at be been before but by can could did do does for from get had has
have he her here him his how i if in into is it its me more my no not now of off on one or our out said see she
should so some that the their them then there they this to up was we well were what when which who will with
would year you your y yr a'r ac ag ar am at bod dros ei er fel fod gan gyda hi i'r mae maent mewn na neu nid ni
o oedd roedd os sydd un wedi wrth ym yn ynghylch
"""
_COMMON = frozenset(_COMMON_WORDS.split())
_RUNNING, _SHARE = 25, 0.2
#: A font is believed for good after so many pages whose words made sense.
_PAGES = 3
#: Of this share of letters (and no fewer) OCR and the file must agree.
_AGREE = 0.8
#: A line of which OCR knows a smaller share of the letters (Cyrillic, Arabic), and of which it read fewer letters still
#: than this share, tells nothing: it leaves out what it cannot read.
_KNOWN, _READ = 0.8, 0.6
_LINES = 6
_TOKEN = re.compile(r"[^\W\d_]{2,}")
_SUBSET = re.compile(r"^[A-Z]{6}\+")
#: Letters that OCR takes for each other in clean print.
_ALIKE = str.maketrans({"l": "i", "1": "i", "j": "i", "0": "o", "c": "e", "5": "s", "ŵ": "w", "ŷ": "y"})
#: So much is remembered of fonts, and no more.
MOST = 20_000


class Run(NamedTuple):
    """Neighbouring letters of one font on one line; the box is upright, in points as displayed."""

    text: str
    box: Box
    size: float

    @property
    def letters(self) -> int:
        return len(likeness(self.text))

    @property
    def wide(self) -> bool:
        """Whether its letters are wider than letters are: a glyph can be the drawing of a whole word."""
        return 0 < WIDE * self.size * self.letters < self.box.width


@dataclass
class Beliefs:
    """What is believed of fonts, each known by a digest of its data; a page's font of one name can be several."""

    verdicts: dict[bytes, bool] = field(default_factory=dict)
    pages_of_sense: dict[bytes, int] = field(default_factory=dict)
    words: set[str] = field(default_factory=set)

    def trusted(self, group: list[bytes]) -> bool:
        return all(self.verdicts.get(key, False) for key in group)

    def known_to_lie(self, group: list[bytes]) -> bool:
        return any(self.verdicts.get(key) is False for key in group)

    def keep(self, group: list[bytes], verdict: bool) -> None:
        if len(self.verdicts) > MOST:
            self.verdicts.clear()
        self.verdicts.update(dict.fromkeys(group, verdict))

    def learn(self, words: list[str]) -> None:
        if len(self.words) < MOST:
            self.words.update(words)

    def judge(self, runs: list[Run], group: list[bytes]) -> bool | None:
        """True when the words of these lines of a font are words; None when that cannot be told."""
        words = _TOKEN.findall(" ".join(run.text for run in runs).lower())
        if not words:
            return None if any(run.wide for run in runs) else True
        common = sum(word in _COMMON for word in words)
        if len(words) >= _RUNNING and common >= _SHARE * len(words):
            self.learn(words)
            self.keep(group, True)
            return True
        known = sum(word in _COMMON or word in self.words for word in words)
        if len(words) < 3 or known < 0.6 * len(words):
            return None
        for key in group:
            self.pages_of_sense[key] = self.pages_of_sense.get(key, 0) + 1
        if group and all(self.pages_of_sense[key] >= _PAGES for key in group):
            self.keep(group, True)
        return True

    def lines(self, held: Any, believed: set[str]) -> dict[str, list[Run]]:
        """A page's lines of fonts that are not ``believed`` yet, by font; words of the others are learnt on the way."""
        runs: dict[str, list[Run]] = defaultdict(list)
        for block in held.extractDICT()["blocks"]:
            for line in block.get("lines", ()):
                upright = abs(line["dir"][1]) < 0.1 and line["dir"][0] > 0
                last = ""
                for span in line["spans"]:
                    name = plain_name(span["font"])
                    if not name or name in believed or not upright or not span["text"].strip():
                        last = ""
                        if name in believed:
                            self.learn(_TOKEN.findall(span["text"].lower()))
                        continue
                    box = Box(*span["bbox"])
                    if name == last:
                        before = runs[name].pop()
                        runs[name].append(Run(before.text + span["text"], before.box.union(box), before.size))
                    else:
                        runs[name].append(Run(span["text"], box, span["size"]))
                    last = name
        return runs


def plain_name(name: str) -> str:
    """A font's name without its subset's mark, as far as MuPDF keeps it: 31 characters, the mark included."""
    return _SUBSET.sub("", name)[:24]


def read_alike(runs: list[Run], display_list: Any) -> bool | None:
    """Whether OCR reads in some of these lines what the file says; None when it can read none of them."""
    from redactor.bundle.ocr import rapid as ocr

    same = total = 0.0
    for run in _telling(runs):
        spelt = _folded(run.text)
        grown = Box(run.box.x0 - 2, run.box.y0 - 0.5, run.box.x1 + 2, run.box.y1 + 0.5)
        scale = min(max(200 / 72, 48 / grown.height), 600 / 72, 4000 / grown.width)
        read = ocr.read_line(np.ascontiguousarray(as_printed(draw(display_list, scale, grown))[:, :, ::-1])).words
        letters = sum(len(word.text) for word in read)
        if letters < 3 or sum(word.confidence * len(word.text) for word in read) < 0.85 * letters:
            continue
        seen = _folded("".join(word.text for word in read))
        known = sum(letter in ocr.letters_known() for letter in likeness(run.text))
        if known < _KNOWN * run.letters and len(seen) < _READ * run.letters:
            continue
        longest = max(len(spelt), len(seen))
        same += longest - Levenshtein.distance(spelt, seen)
        total += longest
    return None if total < 3 else same >= _AGREE * total


def _folded(text: str) -> str:
    return likeness(text).translate(_ALIKE)


def _telling(runs: list[Run]) -> list[Run]:
    """A few lines that hold between them as many different letters as a few lines can."""
    left = [run for run in runs if (run.letters >= 3 or run.wide) and not garbled(run.text) and run.box.height >= 4]
    chosen: list[Run] = []
    seen: set[str] = set()
    while left and len(chosen) < _LINES:
        best = max(left, key=lambda run: len(set(likeness(run.text)) - seen))
        gained = set(likeness(best.text)) - seen
        if chosen and not gained:
            break
        chosen.append(best)
        seen |= gained
        left.remove(best)
    return chosen
