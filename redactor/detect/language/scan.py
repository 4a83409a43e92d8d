# SPDX-License-Identifier: AGPL-3.0-or-later
"""One text with its words, as the layers that read by words share it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import cached_property

from redactor.detect.language.found import RawSpan
from redactor.detect.language.lexicon import Lexicon
from redactor.detect.language.notpeople import NotPeople
from redactor.detect.language.text import Token
from redactor.detect.language.words import HUMAN_VERBS, ROLE_SHORT, TITLES, brings_person
from redactor.domain.mentions import Label


class Scan:
    """``text`` went through :func:`text.plain`; ``words`` are its tokens."""

    def __init__(self, text: str, words: list[Token], lexicon: Lexicon) -> None:
        self.text, self.words, self.lexicon = text, words, lexicon
        self.starts = [word.start for word in words]
        self.not_people = NotPeople(text)

    @cached_property
    def _one_line(self) -> str:
        return self.text.replace("\n", " ")

    @cached_property
    def cased(self) -> bool:
        """Whether names have their capitals in this text: one letter in fifty is a capital or more."""
        return 50 * sum(map(str.isupper, self.text)) >= sum(map(str.isalpha, self.text))

    @cached_property
    def _lines(self) -> list[int]:
        return [0, *(match.end() for match in re.finditer("\n", self.text))]

    def line_start(self, offset: int) -> int:
        """Where the line begins in which an offset lies."""
        return self._lines[bisect_right(self._lines, offset) - 1]

    def at(self, offset: int) -> int:
        """The index of the first word that starts at or after the offset."""
        return bisect_left(self.starts, offset)

    def span(self, first: int, last: int, score: float, by: str) -> RawSpan:
        """The words from ``first`` up to, not including, ``last`` as a person."""
        return RawSpan(self.words[first].start, self.words[last - 1].end, Label.PERSON, score, by)

    def asked(self, start: int) -> bool:
        """Whether the words before bring a person ("spoke to")."""
        return brings_person(self._one_line[max(start - 40, 0) : start])

    def does(self, last: int) -> bool:
        """Whether the word at index ``last`` is something only people do, right after the word before it."""
        if last >= len(self.words) or self.words[last].low not in HUMAN_VERBS:
            return False
        gap = self.text[self.words[last - 1].end : self.words[last].start]
        return re.fullmatch(r"(?:'s)?[ \t]*\n?[ \t>]*", gap) is not None

    def owns(self, end: int) -> bool:
        return self.text[end : end + 2] in {"'s", "'S", "' "}

    def beside(self, index: int) -> bool:
        """Whether only a blank stands between this word and the next."""
        return self.text[self.words[index].end : self.words[index + 1].start] in {" ", ". "}

    def titled(self, word: Token) -> bool:
        """Whether the word before is a title or the short form of a role, on the same line."""
        at = self.at(word.start)
        if not at:
            return False
        before = self.words[at - 1]
        gap = self.text[before.end : word.start]
        return gap in {" ", ".", ". "} and (before.low in TITLES or (before.low in ROLE_SHORT and before.shape == "U"))
