# SPDX-License-Identifier: AGPL-3.0-or-later
"""Words of one text that are somebody's name of the record though no layer found them: the names of a record are looked
for everywhere, in parts, as initials, misspelt, glued to other words or torn."""

from __future__ import annotations

import re
from collections.abc import Sequence

from redactor.detect.language.found import RawSpan
from redactor.detect.language.notpeople import NotPeople
from redactor.detect.language.text import Token, joins, starts_sentence, tokens
from redactor.detect.language.words import (
    ABBREVIATIONS,
    HUMAN_VERBS,
    MONTHS,
    ROLE_SHORT,
    STOP,
    TITLES,
    brings_person,
)
from redactor.detect.people.people import People
from redactor.domain.mentions import Label
from redactor.domain.torn import is_tear

#: Small words a scan glues to the name before them.
_GLUED = ("at", "of", "and", "was", "is", "has", "who", "said", "with")


class Propagation:
    """One text and everybody in the record."""

    def __init__(self, text: str, raw: Sequence[RawSpan], people: People, nobodys: set[str]) -> None:
        """``nobodys``: words in small letters that are nobody's name wherever they stand, nearly all of a record; what
        is found out about others is added, for the texts that follow (with the same people)."""
        self.text, self.people, self.lexicon = text, people, people.lexicon
        self._nobodys = nobodys
        self.words: list[Token] = tokens(text)
        self.not_people = NotPeople(text)
        self.raw = [s for s in raw if s.label == Label.PERSON]
        blocked = [(s.start, s.end) for s in raw if s.label not in {Label.PERSON, Label.RELATION}]
        self.blocked = sorted(blocked)
        #: The line looked at last: where it begins and ends, itself, and whether it is all in capitals.
        self._line = (0, -1, "", False)

    def _propagated(self, taken: set[int]) -> list[tuple[int, int, float, str]]:
        found: list[tuple[int, int, float, str]] = []
        blocked = self.blocked
        block = 0
        for index, word in enumerate(self.words):
            if word.shape == "l" and word.low in self._nobodys:
                continue
            if index in taken:
                if pieces := self._pieces(index, taken):
                    found.append((index, index + pieces, 0.6, "joined"))
                continue
            while block < len(blocked) and blocked[block][1] <= word.start:
                block += 1
            if block < len(blocked) and blocked[block][0] < word.end:
                if blocked[block][0] > word.start and self._glued(word):
                    found.append((index, index + 1, 0.6, "joined"))
                continue
            pieces = self._pieces(index, taken)
            if pieces:
                found.append((index, index + pieces, 0.6, "joined"))
                continue
            hit = self._word(index, word, taken)
            if hit:
                found.append((index, index + 1, *hit))
            elif word.shape == "l" and self._is_nobodys(word.low):
                self._nobodys.add(word.low)
        return found

    def _is_nobodys(self, low: str) -> bool:
        """Whether :meth:`_word` finds nobody in a word in small letters, wherever it stands."""
        if low in STOP or low in TITLES or len(low) < 3:
            return True
        return low not in self.people.by_joined and not any(self.people.who(low))

    def _pieces(self, index: int, taken: set[int]) -> int:
        """How many words from here are one name torn apart ("Cat rin", "M.anon", over a line's end); 0 for none."""
        words, known = self.words, self.people
        if words[index].shape not in {"C", "U", "I"}:
            return 0
        joined = words[index].low
        for count in (2, 3):
            last = index + count - 1
            if last >= len(words) or last in taken or len(joined) > 20:
                return 0
            gap = self.text[words[last - 1].end : words[last].start]
            torn = gap == "-\n" or is_tear(self.text, words[last - 1].end, words[last].start)
            if gap not in {" ", ".", ". "} and not torn:
                return 0
            if (words[last].shape not in {"l", "I", "N"} and not torn) or known.exact(words[last].low):
                return 0
            joined += words[last].low
            if len(joined) > 4 and known.exact(joined):
                return count
        return 0

    def _word(self, index: int, word: Token, taken: set[int]) -> tuple[float, str] | None:
        """Whether a word that no layer found is somebody's name: (score, why)."""
        low, people, lexicon = word.low, self.people, self.lexicon
        if word.shape == "D" or (word.shape == "U" and len(low) <= 3):
            hit = self._initials(index, word)
            if hit or word.shape == "D":
                return hit
        if low in STOP and not self._surname_here(index, word):
            return None
        if low in TITLES or len(low) < 3 or word.shape == "I":
            return None
        if low in people.by_joined:
            return 0.7, "joined"
        forenames, surnames = people.who(low)
        if not forenames and not surnames:
            if self._family(index, word) or self._glued(word):
                return 0.6, "family" if self._family(index, word) else "joined"
            short = word.shape == "C" and len(low) > 3 and not starts_sentence(self.text, word.start)
            if short and people.short_for(low) and not self.not_people.thing(word.start, word.end):
                return 0.45, "short form"
            return None
        exact = people.exact(low)
        if word.shape == "N":
            return None
        if self.not_people.listed(word.start, word.end) or self.not_people.month(word.start, word.end):
            return None
        if word.shape == "l":
            return self._lower(index, word, exact)
        if self.not_people.thing(word.start, word.end):
            return None
        if not lexicon.word(low):
            return (0.75, "propagated") if exact else (0.6, "misspelt")
        if not exact:
            return None
        return self._ordinary(index, word, taken, bool(forenames))

    def _surname_here(self, index: int, word: Token) -> bool:
        """ "Stills show Best & another" where Connor Best is known: a surname that is also furniture of records, with a
        capital inside a sentence."""
        owners = self.people.by_surname.get(word.low, ())
        if word.shape != "C" or not any(self.people.all[n].given for n in owners):
            return False
        inside = index > 0 and not starts_sentence(self.text, word.start) and self.words[index - 1].shape == "l"
        after = self.words[index + 1] if index + 1 < len(self.words) else None
        return inside and (after is None or after.low not in {"wishes", "regards"})

    def _family(self, index: int, word: Token) -> bool:
        """ "the Stones" where somebody is called Stone, though the plural is a word of its own."""
        if word.shape != "C" or not word.low.endswith("s") or not index or self.words[index - 1].low != "the":
            return False
        after = self.words[index + 1] if index + 1 < len(self.words) else None
        alone = after is None or after.shape not in {"C", "U"} or "\n" in self.text[word.end : after.start]
        joined = self.text[self.words[index - 1].end : word.start] in {" ", "\n"}
        return alone and joined and word.low[:-1] in self.people.by_surname

    def _glued(self, word: Token) -> int:
        """How many letters of "Roryat" are a name of the record, with a small word stuck to it; 0 when none."""
        if word.shape != "C" or self.lexicon.word(word.low) or word.low in self.lexicon.surnames:
            return 0
        low = word.low.rstrip("0123456789")
        for small in _GLUED:
            name = low.removesuffix(small)
            if name != low and len(name) > 3 and self.people.exact(name) and not self.lexicon.word(name):
                return len(name)
        return 0

    def _initials(self, index: int, word: Token) -> tuple[float, str] | None:
        letters = word.low.replace(".", "")
        owners = self.people.by_initials.get(letters)
        if not owners:
            return None
        before = self.text[max(word.start - 40, 0) : word.start].replace("\n", " ")
        after = self.words[index + 1] if index + 1 < len(self.words) else None
        following = after.low if after else ""
        rank = letters in ROLE_SHORT or letters in TITLES
        if rank and after and after.shape == "C" and self.text[word.end : after.start] == " ":
            return None  # "DS Verma"
        context = brings_person(before) or following in HUMAN_VERBS or self.text[word.end : word.end + 2] == "'s"
        context = context or bool(
            re.search(
                r"(?:\bby|\bto|\bwith|\band|\bfor|\bthat|^|\n)[ \t]*$", self.text[max(word.start - 8, 0) : word.start]
            )
        )
        if word.shape == "D":
            return 0.75, "initials"
        shouting = sum(map(str.isupper, before)) > 2 * sum(map(str.islower, before)) and len(before) > 12
        if letters in ABBREVIATIONS or letters in ROLE_SHORT:
            return (0.45, "initials") if context and not shouting else None
        if shouting and not context:
            return None
        return (0.65, "initials") if context else (0.5, "initials")

    def _lower(self, index: int, word: Token, exact: bool) -> tuple[float, str] | None:
        low, lexicon = word.low, self.lexicon
        if len(low) < 3 or (low in lexicon.proper and low not in lexicon.gender):
            return None
        if lexicon.word(low) or len(low) < 4:
            return self._lower_ordinary(index, word, exact)
        around = self.text[max(word.start - 1, 0) : word.start] + self.text[word.end : word.end + 1]
        if any(c in "@/_\\" for c in around):
            return None
        if exact:
            return 0.65, "propagated"
        return (0.45, "misspelt") if len(low) > 4 else None

    def _lower_ordinary(self, index: int, word: Token, exact: bool) -> tuple[float, str] | None:
        """ "carol has not come home": a forename of the record in lower case, doing what people do."""
        forenames, _ = self.people.who(word.low)
        following = self.words[index + 1] if index + 1 < len(self.words) else None
        if not exact or not forenames or following is None or not index:
            return None
        previous = self.words[index - 1]
        does = following.low in HUMAN_VERBS and following.low not in {"will", "would", "could", "should", "can", "may"}
        led = previous.low in {"that", "say", "says", "said", "saying", "if", "and", "when", "but", "told", "think"}
        if not (does and led and self.text[word.end : following.start] == " "):
            return None
        return (0.45 if word.low in self.lexicon.basic else 0.55), "propagated"

    def _ordinary(self, index: int, word: Token, taken: set[int], forename: bool) -> tuple[float, str] | None:
        """A name that is also an everyday word: only where people stand."""
        text = self.text
        before = text[max(word.start - 40, 0) : word.start]
        previous = self.words[index - 1] if index else None
        if (
            previous
            and previous.low in {"the", "a", "an", "this", "that", "some", "no"}
            and text[previous.end : word.start] == " "
        ):
            return None
        following = self.words[index + 1] if index + 1 < len(self.words) else None
        gap = text[word.end : following.start] if following else ""
        if previous and previous.shape == "I" and self._initial_before(index) and self._one(index - 1, index):
            return 0.75, "propagated"
        beside = (
            following is not None
            and joins(text, word.end, following.start, cells=True)
            and index + 1 in taken
            and self._one(index, index + 1)
        ) or (
            previous is not None
            and index - 1 in taken
            and joins(text, previous.end, word.start, cells=True)
            and self._one(index - 1, index)
        )
        if beside:
            return 0.8, "propagated"
        if previous and previous.low in TITLES:
            return 0.9, "propagated"
        owns = text[word.end : word.end + 2] == "'s"
        does = following is not None and gap.strip(" \n") == "" and following.low in HUMAN_VERBS and "\n\n" not in gap
        brings = brings_person(before.replace("\n", " "))
        beginning = starts_sentence(text, word.start)
        line, shouted = self._line_of(word)
        shouted = shouted and word.shape == "U"
        if shouted and not (brings or (does and forename)):
            return (0.4, "ordinary word") if forename and len(line) < 24 else None
        if brings or owns:
            return 0.7, "propagated"
        if not beginning:
            return 0.65, "propagated"
        if does:
            return (0.6, "propagated") if forename else (0.5, "propagated")
        if line.strip(" >|") == word.text:
            return 0.6, "propagated"
        listed = re.match(r"(?:,? and |, | & |/)[A-Z]", text[word.end : word.end + 7])
        if listed and forename:
            return 0.6, "propagated"
        if not forename or word.low in MONTHS:
            return None
        # Iris, Hazel and Lewis are words too, but words few sentences begin with.
        seldom = word.low not in self.lexicon.basic and following is not None and following.shape == "l"
        return (0.6, "propagated") if seldom else (0.4, "ordinary word")

    def _line_of(self, word: Token) -> tuple[str, bool]:
        """The line a word stands in, and whether it is all in capitals. Kept for the next word: lines may be long."""
        start, end, line, shouted = self._line
        if not start <= word.start < word.end <= end:
            start, end = self.text.rfind("\n", 0, word.start) + 1, self.text.find("\n", word.end)
            end = len(self.text) if end < 0 else end
            line = self.text[start:end]
            shouted = line.isupper()
            self._line = (start, end, line, shouted)
        return line, shouted

    def _one(self, a: int, b: int) -> bool:
        """Whether two neighbouring words can be forename and surname of one person."""
        fa, _ = self.people.who(self.words[a].low)
        _, sb = self.people.who(self.words[b].low)
        if fa & sb:
            return True
        if self.words[a].shape == "I":
            letter = self.words[a].low
            return any(self.people.all[n].given and self.people.all[n].given[0][0] == letter for n in sb)
        return False

    def _initial_before(self, first: int) -> bool:
        gap = self.text[self.words[first - 1].end : self.words[first].start]
        if not re.fullmatch(r"\.?[ \t]?(?:\n(?:>[ ]?){0,4})?", gap) or not gap:
            return False
        initial = self.words[first - 1]
        if "." in gap and self._next_sentence(first):
            return False
        if initial.text == "I" and "." not in gap:
            return False
        return self._one(first - 1, first) or "." in gap

    def _next_sentence(self, first: int) -> bool:
        """Whether "Donna" in "by Ruth O. Donna said" begins a sentence: a forename and no surname, after a forename
        that the initial belongs to."""
        word = self.words[first]
        if first < 2 or not self.lexicon.forename(word.low) or word.low in self.lexicon.surnames:
            return False
        if self.words[first - 2].shape == "l":
            # "seen T. Bev will visit"
            return True
        before = self.words[first - 2]
        return before.low in self.people.by_forename and self.text[before.end : self.words[first - 1].start] == " "
