# SPDX-License-Identifier: AGPL-3.0-or-later
"""A name read right after what introduces it, whatever that is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from redactor.detect.language.found import RawSpan
from redactor.detect.language.nameread import like_name, read_name
from redactor.detect.language.scan import Scan
from redactor.detect.language.words import ABBREVIATIONS, TITLES

#: What may stand between an introduction and the name.
_LEAD = re.compile(r"[ :,(\"'-]{0,4}")
_REVERSED = re.compile(r",[ \t]{1,2}")
#: Ranks after which a number stands before the name.
_NUMBERED = frozenset({"role:pc", "role:pcso", "role:dc", "role:ds", "role:sgt", "role:wpc", "role:police constable"})


class Introduced(Scan):
    """What layers share that know where a name has to begin."""

    def _read(
        self, offset: int, by: str, score: float, *, trusted: bool = True, lower: bool = False, far: int = 3
    ) -> Iterator[RawSpan]:
        """A name that begins within ``far`` characters of the offset; also "Surname, Forename"."""
        first = self.at(offset)
        if first >= len(self.words) or self.words[first].start - offset > far:
            return
        if not _LEAD.fullmatch(self.text, offset, self.words[first].start):
            return
        if by in _NUMBERED and self.words[first].shape == "N" and first + 1 < len(self.words):
            # A police officer's collar number stands before the name.
            first += 1
        for _ in range(2):
            # "Mr and Mrs", "Rev. Dr": at most two more titles.
            if first < len(self.words) - 1 and self.words[first].low in TITLES:
                first += 1
        # After a title comes a surname, seldom more: a line break then ends it, unless a forename came first.
        whole = by != "title" or self.lexicon.forename(self.words[first].low)
        last = read_name(self.text, self.words, first, self.lexicon, trusted=trusted, lower=lower, breaks=whole)
        if last == first:
            return
        if self.words[first].shape == "U" and self.words[first].low in ABBREVIATIONS:
            return  # "Temi Fashola (SW, MASH)": where somebody works.
        start, end = self.words[first].start, self.words[last - 1].end
        if self.not_people.thing(start, end, introduced=True) or self.not_people.month(start, end):
            return
        yield RawSpan(start, end, "PERSON", score, by)
        yield from self._forename_after(first, last, score, by)

    def _forename_after(self, first: int, last: int, score: float, by: str) -> Iterator[RawSpan]:
        """The rest of "Surname, Forename" after one word was read as the surname; not after a title."""
        if last - first != 1 or last >= len(self.words) or (first and self.words[first - 1].low in TITLES):
            return
        surname, word = self.words[first], self.words[last]
        if not _REVERSED.fullmatch(self.text[surname.end : word.start]):
            return
        if surname.shape != "U" and self.lexicon.sure_forename(surname.low):
            return
        if word.shape in {"C", "U"} and self.lexicon.forename(word.low) and like_name(word, self.lexicon, True):
            end = read_name(self.text, self.words, last, self.lexicon, trusted=True, breaks=False)
            if end - last == 1:
                yield self.span(first, end, score, by + ":reversed")
