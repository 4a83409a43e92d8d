# SPDX-License-Identifier: AGPL-3.0-or-later
"""Every place in one text where somebody of the record is named: what the layers found, and what follows from it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from redactor.detect.language.nameform import Form, Name, parse
from redactor.detect.language.nameread import NICKNAMED
from redactor.detect.language.text import joins
from redactor.detect.language.words import (
    RELATION_WORDS,
    ROLE_WORDS,
    STOP,
    TITLES,
)
from redactor.detect.people.marks import born_or_died
from redactor.detect.people.propagate import Propagation

#: "Mr and" of "Mr and Mrs Barnes"; search it with ``endpos`` at the second title.
_COUPLE = re.compile(r"(?i)(?<!\w)(?:mr|mrs|ms|miss|mx|dr|prof|rev|sir|lady|lord)\.?[ \t\n](?:and|&|\+)[ \t\n]$")
#: After the letter of a surname: the end of a cell or a mark, not the next word.
_ALONE_AFTER = re.compile(r"[ ]?(?:[-,;:.)(/|\t\n]|$)")
_COMMA = re.compile(r",[ \t]{1,2}(?:\n(?:>[ ]?){0,4})?")


@dataclass(slots=True)
class Place:
    """One mention in one text before it is known whose it is. ``words`` are token indexes, first to last."""

    first: int
    last: int
    start: int
    end: int
    score: float
    by: str
    name: Name | None
    ambiguous: bool = False
    person: int = -1
    why: str = ""


class Reader(Propagation):
    """Finds the places of one text, given everybody in the record."""

    def places(self) -> list[Place]:
        spans = self._from_layers()
        spans = [self._surer(*span) for span in spans]
        taken = {index for first, last, _, _ in spans for index in range(first, last)}
        spans.extend(self._propagated(taken))
        spans.sort(key=lambda s: (s[0], -s[1]))
        joined = self._joined(spans)
        return [self._place(*self._forename_before(joined, number)) for number in range(len(joined))]

    def _forename_before(self, spans: list[tuple[int, int, float, str]], number: int) -> tuple[int, int, float, str]:
        """A surname of the record with an unknown forename before it: "Treasure Mbeki" where Mbekis are known."""
        first, last, score, by = spans[number]
        if last - first != 1 or not first or (number and spans[number - 1][1] >= first):
            return spans[number]
        before, word = self.words[first - 1], self.words[first]
        forenames, surnames = self.people.who(word.low)
        if not surnames or forenames or before.shape != "C" or self.text[before.end : word.start] != " ":
            return spans[number]
        if before.low in STOP or before.low in TITLES or before.low in ROLE_WORDS or before.low in RELATION_WORDS:
            return spans[number]
        alone = self.text[max(before.start - 1, 0) : before.start] in {"", "\n", "\t"} and self.text[
            word.end : word.end + 1
        ] in {"", "\n", "\t"}
        known = self.lexicon.unheard(before.low) or before.low in self.lexicon.gender
        if alone or (known and not self.lexicon.word(before.low)):
            return first - 1, last, score, by
        return spans[number]

    def _surer(self, first: int, last: int, score: float, by: str) -> tuple[int, int, float, str]:
        """A weak find that is also a name of the record is as sure as that: one word, or somebody's forename and
        surname ("Neville Bamister" where Neville Bannister is known)."""
        if last - first == 1 and score < 0.6:
            hit = self._word(first, self.words[first], set())
            if hit and hit[0] > score:
                return first, last, hit[0], hit[1]
        if last - first == 2 and score < 0.6 and (self._one(first, first + 1) or self._titled(first, last)):
            return first, last, 0.6, "propagated"
        return first, last, score, by

    def _titled(self, first: int, last: int) -> bool:
        """Whether this is a title, damaged perhaps, and a surname of the record."""
        name = parse(self.text, self.words[first:last], self.lexicon)
        return name is not None and name.form is Form.TITLED and bool(self.people.who(name.surname)[1])

    def _from_layers(self) -> list[tuple[int, int, float, str]]:
        """The layers' spans as runs of words; overlapping ones united when together they are still one name."""
        runs: list[tuple[int, int, float, str]] = []
        index = 0
        for span in sorted(self.raw, key=lambda s: (s.start, s.end)):
            while index and self.words[index - 1].start >= span.start:
                index -= 1
            while index < len(self.words) and self.words[index].end <= span.start:
                index += 1
            last = index
            while last < len(self.words) and self.words[last].start < span.end:
                last += 1
            if last > index:
                runs.append((index, last, span.score, span.found_by))
        united: list[tuple[int, int, float, str]] = []
        for run in runs:
            if united and run[0] < united[-1][1]:
                a = united[-1]
                both = (a[0], max(a[1], run[1]), max(a[2], run[2]), _better(a, run))
                if both[1] - both[0] <= 4 or both[1] == a[1]:
                    united[-1] = both
                elif run[2] > a[2]:
                    united[-1] = run
                continue
            united.append(run)
        return united

    def _joined(self, spans: list[tuple[int, int, float, str]]) -> list[tuple[int, int, float, str]]:
        """Neighbours that are one name put together: "Viktor" + "Drummond", "Lister" + ", " + "Janet"."""
        out: list[tuple[int, int, float, str]] = []
        for span in spans:
            first, last, score, by = span
            if first > 0 and self.words[first - 1].shape == "I" and last - first == 1 and self._initial_before(first):
                first -= 1
            if out and first < out[-1][1]:
                out[-1] = (out[-1][0], max(out[-1][1], last), max(out[-1][2], score), out[-1][3])
                continue
            if out and first == out[-1][1] and last - out[-1][0] <= 5:
                a, b = self.words[first - 1], self.words[first]
                gap = self.text[a.end : b.start]
                single = last - first == 1 and out[-1][1] - out[-1][0] <= 2
                if (
                    single
                    and joins(self.text, a.end, b.start, cells=True)
                    and "." not in gap
                    and (self._one(first - 1, first) or self._titled(out[-1][0], last))
                ):
                    out[-1] = (out[-1][0], last, max(out[-1][2], score), out[-1][3])
                    continue
                alone = single and out[-1][1] - out[-1][0] == 1 and _COMMA.fullmatch(gap) is not None
                if alone and self._one(first, first - 1) and not self._one_of_list(first):
                    out[-1] = (out[-1][0], last, max(out[-1][2], score), out[-1][3] + ":reversed")
                    continue
            out.append((first, last, score, by))
        return out

    def _one_of_list(self, first: int) -> bool:
        """In "Iris, Rory and ..." the comma separates two people even if one is called by the other's surname."""
        low = self.words[first - 1].low
        return low in self.people.by_forename and low not in self.people.by_surname

    def _place(self, first: int, last: int, score: float, by: str) -> Place:
        words = self.words[first:last]
        name = parse(self.text, words, self.lexicon)
        start, end = words[0].start, words[-1].end
        whole = "".join(word.low for word in words)
        if by == "joined" and len(words) > 1 and self.people.exact(whole):
            name = Name(Form.SINGLE, "", (), whole, whole.title())
        if len(words) == 1 and name is not None and name.form is Form.SINGLE and not self.people.exact(name.surname):
            if by == "family":
                name = name._replace(surname=name.surname[:-1])
            elif by == "joined" and (glued := self._glued(words[0])):
                name = name._replace(surname=name.surname[:glued])
                end = start + glued
        if name is not None and name.form is Form.SINGLE:
            start, end = self._nickname(first, last, start, end)
            name = self._turned(name, first, last, end)
        if first > 0 and name is not None:
            before = self.words[first - 1]
            if (
                before.low in TITLES
                and (before.shape in {"C", "U"} or before.low in {"mr", "mrs", "ms", "miss", "dr"})
                and joins(self.text, before.end, start, cells=True)
            ):
                start = before.start
                if couple := _COUPLE.search(self.text, max(start - 20, 0), start):
                    start = couple.start()
                form = Form.TITLED if name.form is Form.SINGLE else name.form
                name = name._replace(title=before.low, form=form)
        return Place(first, last, start, end, score, by, name)

    def _turned(self, name: Name, first: int, last: int, end: int) -> Name:
        """ "RAHMAN H" as what it is where a Rahman whose forename begins so is known: a surname and an initial."""
        letter = self.words[min(first + 1, len(self.words) - 1)]
        if last - first > 2 or letter.shape != "I" or not self.words[first].end < letter.end <= end:
            return name
        owners = (self.people.all[n] for n in self.people.who(name.surname)[1])
        known = any(person.given and person.given[0][0] == letter.low for person in owners)
        return name._replace(form=Form.INITIAL_SURNAME, given=(letter.low,)) if known else name

    def _nickname(self, first: int, last: int, start: int, end: int) -> tuple[int, int]:
        """ "Big Norm" and "fatima z" with what belongs to them: (start, end)."""
        word = self.words[first]
        before = self.words[first - 1] if first else None
        if before is not None and before.low in NICKNAMED and self.text[before.end : word.start] == " ":
            # "old Norm" says how old he is.
            capitals, small = before.shape == word.shape == "C", before.shape == word.shape == "l"
            start = before.start if capitals or (small and before.low not in {"old", "young", "little"}) else start
        letter = self.words[last] if last < len(self.words) else None
        if letter is not None and letter.shape in {"I", "l"} and len(letter.text) == 1 and letter.low not in "aix":
            alone = self.text[end : letter.start] == " " and _ALONE_AFTER.match(self.text, letter.end)
            alone = None if letter.shape == "l" and born_or_died(self.text, letter.start) else alone
            end = letter.end if alone else end
        return start, end


def _better(a: tuple[int, int, float, str], b: tuple[int, int, float, str]) -> str:
    """Which layer's word for it says more: a role or a relation beats a bare find."""
    for run in (a, b):
        if run[3].startswith(("role:", "relation:", "field:", "greeting", "signature", "mail")):
            return run[3]
    return a[3]
