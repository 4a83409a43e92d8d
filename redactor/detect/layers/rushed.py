# SPDX-License-Identifier: AGPL-3.0-or-later
"""Names written in a hurry: in lower case, or as initials."""

from __future__ import annotations

import re
from collections.abc import Iterator

from redactor.detect.language.found import RawSpan
from redactor.detect.language.nameread import like_name, read_name
from redactor.detect.language.scan import Scan
from redactor.detect.language.text import Token, starts_sentence
from redactor.detect.language.words import ABBREVIATIONS, ROLE_SHORT, STOP


class Rushed(Scan):
    """Names without their capitals, and names of one letter or two."""

    def _rushed(self, low: str) -> bool:
        """Whether :meth:`_lower` has to look at a word in lower case: most are no names and too long for initials."""
        letters = len(low)
        return low in self.lexicon.gender or letters == 1 or (letters == 3 and low not in self.lexicon.common)

    def _lower(self, index: int) -> Iterator[RawSpan]:
        """Rushed notes: "daisy gordon texted duty". A sure forename, with the word after it when that is unknown."""
        word, lexicon, text = self.words[index], self.lexicon, self.text
        if len(word.low) == 1 and index + 1 < len(self.words):
            # "tfr to b nwosu"
            surname = self.words[index + 1]
            led = re.search(r"\b(?:to|by|from|with|w|per|cc|and)[ /]$", text[max(word.start - 6, 0) : word.start])
            beside = text[word.end : surname.start] == " " and len(surname.low) > 2 and surname.shape == "l"
            if led and beside and lexicon.unheard(surname.low):
                yield self.span(index, index + 2, 0.5, "lower case")
            return
        if len(word.low) == 3 and lexicon.unheard(word.low) and not lexicon.forename(word.low):
            if self.asked(word.start) and word.low.isalpha() and word.low not in STOP:
                yield self.span(index, index + 1, 0.4, "lower case")
            return
        if len(word.low) > 3 and lexicon.forename(word.low) and lexicon.word(word.low) and index + 1 < len(self.words):
            # "daisy gordon texted": an everyday forename, but the surname is none.
            surname = self.words[index + 1]
            sure = surname.low in lexicon.surnames and not lexicon.word(surname.low) and len(surname.low) > 3
            if sure and surname.shape == "l" and text[word.end : surname.start] == " ":
                alive = self.does(index + 2) or self.asked(word.start)
                if not lexicon.forename(surname.low) or alive:
                    yield self.span(index, index + 2, 0.6 if alive else 0.45, "lower case")
                return
        if len(word.low) < 4 or not lexicon.sure_forename(word.low):
            return
        before, after = text[max(word.start - 1, 0) : word.start], text[word.end : word.end + 2]
        if before in {"@", ".", "/", "_", "-"} or after[:1] in {"@", "_", "/"} or re.match(r"\.[a-z]", after):
            return
        # Latin and French in judgments: "inter alia", "ex parte".
        if index and self.words[index - 1].low in {"inter", "ex", "et", "in", "via", "the"}:
            return
        last = index + 1
        if last < len(self.words):
            following = self.words[last]
            beside = text[word.end : following.start] == " " and following.shape == "l" and len(following.low) > 2
            if beside and (lexicon.unheard(following.low) or self._lower_surname(index, last)):
                last += 1
        alive = self.does(last) or self.asked(word.start)
        yield self.span(index, last, 0.6 if last - index > 1 else 0.55 if alive else 0.4, "lower case")

    def _lower_surname(self, index: int, last: int) -> bool:
        """Whether the everyday word after a forename is its surname: "nick faulkner", "kenneth shepherd seen"."""
        low = self.words[last].low
        if low not in self.lexicon.surnames or low in STOP:
            return False
        return (
            not self.lexicon.word(low)
            or (low not in self.lexicon.common and self.does(last + 1))
            or (self.does(last + 1) and starts_sentence(self.text, self.words[index].start))
        )

    def initials(self) -> Iterator[RawSpan]:
        """ "JT was excluded", "spoke to K.D.": two or three capitals that act, or are acted on, as people do."""
        for index, word in enumerate(self.words):
            if word.shape not in {"U", "D"} or len(word.low.replace(".", "")) not in (2, 3):
                continue
            letters = word.low.replace(".", "")
            if (
                letters in ABBREVIATIONS
                or letters in ROLE_SHORT
                or (letters in self.lexicon.gender and len(letters) > 2)
            ):
                continue
            line = self.text[max(word.start - 30, 0) : word.end + 30]
            if sum(map(str.isupper, line)) > sum(map(str.islower, line)):
                continue
            acts = self.does(index + 1) or self.owns(word.end)
            if word.shape == "D" and (acts or self.asked(word.start)):
                yield self.span(index, index + 1, 0.6, "initials")
            elif len(letters) == 2 and (acts or self.asked(word.start)):
                yield self.span(index, index + 1, 0.5, "initials")

    def initial(self) -> Iterator[RawSpan]:
        """ "J Gilgunn", "E. Ó-Neill": an initial before a word that is a surname and nothing else."""
        for index, word in enumerate(self.words[:-1]):
            surname = self.words[index + 1]
            if word.shape not in {"I", "D"} or surname.shape not in {"C", "U"} or len(surname.low) < 3:
                continue
            gap = self.text[word.end : surname.start]
            dotted = gap.startswith(".") or word.shape == "D"
            if gap not in {" ", ". ", "."} or (word.text in {"I", "A"} and not dotted):
                continue
            if not like_name(surname, self.lexicon, True) or self.not_people.thing(word.start, surname.end):
                continue
            if self._heading(word, surname):
                continue
            known = surname.low in self.lexicon.surnames
            unheard = self.lexicon.unheard(surname.low)
            before = self.text[max(word.start - 8, 0) : word.start]
            led = self.asked(word.start) or bool(re.search(r"(?:\bby|\bto|\bwith|\bfrom|[,;&]|\band)[ \t]*$", before))
            if (unheard or known) and (dotted or led):
                last = read_name(self.text, self.words, index, self.lexicon, trusted=True)
                if last > index + 1:
                    yield self.span(index, last, 0.7 if unheard or led else 0.55, "initial")

    def _heading(self, word: Token, beside: Token) -> bool:
        """ "B. Trial" on a line of its own: the letter counts the headings."""
        alone = self.text[word.start - 1 : word.start] in {"", "\n"} and self.text[beside.end : beside.end + 1] in {
            "",
            "\n",
        }
        return self.lexicon.word(beside.low) and (alone or self.text[max(word.start - 2, 0) : word.start] == "\n\n")
