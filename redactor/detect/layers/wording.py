# SPDX-License-Identifier: AGPL-3.0-or-later
"""Names by their own shape: word lists, tables, "Surname, Forename"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from redactor.detect.language.found import RawSpan
from redactor.detect.language.nameread import MONTH_NAMES, like_name, read_name
from redactor.detect.language.text import Token, joins, starts_sentence
from redactor.detect.language.words import ABBREVIATIONS, MONTHS, RANK_AND_NUMBER, STOP, THING_AFTER, TITLES
from redactor.detect.layers.rushed import Rushed

#: "Janet and Vonny", "Janet, Vonny".
_BESIDE_NAME = re.compile(r"[A-Z][a-z'-]+(?: and|,? &|/|,)[ \n]$")
_PERSON_LED = re.compile(r"(?:\b(?:with|to|by|for|from|and|that|when|if|because|while|as)|,)[ \n]$")
_REVERSED = re.compile(r",[ \t]{1,2}")


class Wording(Rushed):
    """Names that nothing introduces."""

    def find(self) -> list[RawSpan]:
        found: list[RawSpan] = []
        for layer in (self.reversed, self.lists, self.broken, self.lexical, self.initial, self.initials):
            found.extend(layer())
        return found

    def reversed(self) -> Iterator[RawSpan]:
        """ "BANNISTER, Priscilla", "Banks, Hazel", "WILLIS Carl"."""
        for index in range(len(self.words) - 1):
            surname, forename = self.words[index], self.words[index + 1]
            if surname.shape not in {"C", "U"} or forename.shape not in {"C", "U"}:
                continue
            gap = self.text[surname.end : forename.start]
            low = forename.low
            if surname.shape == "U" and surname.low in ABBREVIATIONS:
                continue
            if surname.shape != "U" and self._named_before(index):
                continue
            if _REVERSED.fullmatch(gap):
                shouted = surname.shape == "U" and forename.shape == "C" and len(surname.text) > 2
                alone = self._line_of(surname.start, index, 3)
                known = self.lexicon.forename(low) and not self.lexicon.word(low)
                if not like_name(surname, self.lexicon, True) or not like_name(forename, self.lexicon, True):
                    continue
                surname_like = (
                    surname.low in self.lexicon.surnames
                    or "-" in surname.low
                    or "'" in surname.low
                    or self.lexicon.unheard(surname.low)
                ) and not (self.lexicon.sure_forename(surname.low) and surname.low not in self.lexicon.surnames)
                if (
                    shouted
                    or (alone and self.lexicon.forename(low) and surname_like)
                    or (
                        known
                        and surname_like
                        and not self.lexicon.word(surname.low)
                        and not self.lexicon.sure_forename(surname.low)
                    )
                ):
                    end = read_name(self.text, self.words, index + 1, self.lexicon, trusted=True, breaks=False)
                    yield self.span(index, max(min(end, index + 3), index + 2), 0.85, "reversed")
            elif (
                gap == " "
                and surname.shape == "U"
                and forename.shape == "C"
                and len(surname.text) > 2
                and self.lexicon.forename(low)
                and surname.low not in STOP
                and like_name(surname, self.lexicon, True)
                and like_name(forename, self.lexicon, True)
                and (surname.low in self.lexicon.surnames or self.lexicon.unheard(surname.low))
            ):
                yield self.span(index, index + 2, 0.75, "reversed")

    def _named_before(self, index: int) -> bool:
        """Whether the word before belongs to the same name ("Mr D'Arcy, Janet", "Catrin" + "Lindqvist, Iris")."""
        if not index:
            return False
        before, word = self.words[index - 1], self.words[index]
        if before.low in TITLES or RANK_AND_NUMBER.search(self.text, max(word.start - 16, 0), word.start):
            return True
        named = self.lexicon.sure_forename(before.low) or (before.shape == "C" and self.lexicon.forename(before.low))
        return named and joins(self.text, before.end, word.start, cells=True)

    def _line_of(self, start: int, index: int, most: int) -> bool:
        """Whether the word opens a line or cell of at most ``most`` words."""
        before = self.text[max(start - 4, 0) : start].rstrip(" >")
        if before and before[-1] not in "\n|\t;-:":
            return False
        last = min(index + most, len(self.words))
        line_end = self.text.find("\n", start, start + 80)
        stop = line_end if line_end >= 0 else min(start + 80, len(self.text))
        if line_end < 0 and len(self.text) > start + 80:
            return False
        return (
            last >= len(self.words) or self.words[last].start >= stop or any(c in "|\t" for c in self.text[start:stop])
        )

    def lists(self) -> Iterator[RawSpan]:
        """Two or three name-like words alone on a line or in a cell ("Noor Dunmore" in a table)."""
        for index, word in enumerate(self.words):
            if word.shape not in {"C", "U"} or not self._line_of(word.start, index, 3):
                continue
            last = read_name(self.text, self.words, index, self.lexicon, trusted=True, breaks=False)
            if last - index not in (2, 3) or not self.lexicon.forename(word.low):
                continue
            end = self.words[last - 1].end
            after = self.text[end : end + 3].lstrip(" ")
            surname = self.words[last - 1]
            if after and after[0] not in "\n|\t;,(<":
                continue
            if self.not_people.thing(word.start, end):
                continue
            if surname.low in self.lexicon.surnames or self.lexicon.unheard(surname.low):
                both_words = self.lexicon.word(word.low) and self.lexicon.word(surname.low)
                yield self.span(index, last, 0.45 if both_words else 0.7, "line")

    def broken(self) -> Iterator[RawSpan]:
        """A forename alone on a short line and a surname alone below it: a name broken in a narrow column."""
        for index, (word, surname) in enumerate(pairwise(self.words)):
            if word.shape != "C" or surname.shape != "C" or not self.lexicon.sure_forename(word.low):
                continue
            if self.text[word.end : surname.start] != "\n" or self.text[word.start - 1 : word.start] not in {"", "\n"}:
                continue
            low = surname.low
            like = self.lexicon.unheard(low) or (low in self.lexicon.surnames and not self.lexicon.word(low))
            if like and not self.lexicon.sure_forename(low) and like_name(surname, self.lexicon, True):
                yield self.span(index, index + 2, 0.55, "line")

    def lexical(self) -> Iterator[RawSpan]:
        """Names by the word lists, and unknown capitalised words that do what only people do."""
        for index, word in enumerate(self.words):
            if word.shape == "l":
                if self._rushed(word.low):
                    yield from self._lower(index)
                continue
            if word.shape not in {"C", "U"} or word.low in STOP or word.low in TITLES:
                continue
            sure = self.lexicon.sure_forename(word.low)
            if word.shape == "U" and (len(word.text) < 4 or not sure):
                continue
            if not sure and not like_name(word, self.lexicon, True):
                continue
            last = read_name(self.text, self.words, index, self.lexicon, trusted=True)
            if last == index:
                continue
            end = self.words[last - 1].end
            if self.not_people.thing(word.start, end) or self.not_people.month(word.start, word.end):
                continue
            score = self._two(index, last, sure) if last - index >= 2 else self._one(index, word, sure)
            if score:
                yield self.span(index, last, score, "lists" if sure else "context")

    def _two(self, index: int, last: int, sure: bool) -> float:
        """How sure a run of several capitalised words is one name."""
        lexicon, word, surname = self.lexicon, self.words[index], self.words[last - 1].low
        beginning = starts_sentence(self.text, word.start)
        like_surname = surname in lexicon.surnames or lexicon.unheard(surname)
        if sure and like_surname:
            return 0.8
        if lexicon.forename(word.low) and like_surname:
            everyday = lexicon.word(word.low) and lexicon.word(surname)
            if everyday:
                person = self.does(last) or self.asked(word.start)
                return 0.5 if person and not beginning else 0.0 if beginning else 0.35
            return 0.65
        if (
            (self.does(last) or self.asked(word.start))
            and not beginning
            and (lexicon.unheard(surname) or lexicon.unheard(word.low))
        ):
            return 0.5
        return 0.0

    def _one(self, index: int, word: Token, sure: bool) -> float:
        """How sure one capitalised word is a name."""
        lexicon, low, text = self.lexicon, word.low, self.text
        if self.not_people.town(word.start, word.end):
            return 0.0
        if self.not_people.place(word.start, word.end) and not (sure and low not in lexicon.proper):
            return 0.0
        beginning = starts_sentence(text, word.start)
        does, asked = self.does(index + 1), self.asked(word.start)
        owns = self.owns(word.end) and not beginning
        if sure:
            return 0.7 if does or asked or owns or low not in lexicon.proper else 0.55
        if low in MONTH_NAMES and lexicon.forename(low):
            return (0.45 if beginning else 0.5) if does else 0.0
        listed = re.match(r"(?:,| and| &) [A-Z]", text[word.end : word.end + 6]) is not None
        if lexicon.forename(low) and low in THING_AFTER:
            return 0.5 if word.shape == "C" and not beginning and (does or asked or owns or listed) else 0.0
        if lexicon.forename(low) and low not in MONTHS:
            if word.shape == "U":
                return 0.0
            if not beginning:
                inside = re.match(r"[ ,.;?!)]", text[word.end : word.end + 1] or ".")
                return 0.6 if does or asked or owns else 0.5 if inside else 0.0
            return 0.4 if does or listed or re.match(r" (?:from|and|&|also) ", text[word.end : word.end + 6]) else 0.0
        led = not beginning and bool(_PERSON_LED.search(text[max(word.start - 12, 0) : word.start]))
        if low in lexicon.surnames and low not in lexicon.basic and lexicon.word(low) and word.shape == "C":
            return 0.4 if not beginning and (does or asked or led) and low not in THING_AFTER else 0.0
        if lexicon.unheard(low) and word.shape == "C" and low not in ABBREVIATIONS:
            if does or (asked and not beginning):
                return 0.4 if beginning else 0.55
            if not beginning and _BESIDE_NAME.search(text[max(word.start - 28, 0) : word.start]):
                return 0.5
            if (
                not beginning
                and low not in lexicon.proper
                and _PERSON_LED.search(text[max(word.start - 12, 0) : word.start])
            ):
                return 0.45
        return 0.0
