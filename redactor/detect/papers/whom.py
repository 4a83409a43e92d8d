# SPDX-License-Identifier: AGPL-3.0-or-later
"""Whom the lines of a shared paper mean: the data subject, somebody else, or somebody who is there for work."""

from __future__ import annotations

import re
from collections.abc import Sequence

from redactor.detect.language.found import SubjectFacts
from redactor.detect.language.lexicon import lexicon
from redactor.detect.language.words import MONTHS, TITLES
from redactor.detect.papers.heads import Head
from redactor.detect.papers.lines import Line
from redactor.domain.mentions import Person, Role

#: What somebody may be called in a paper about many without being anybody's family.
_NO_TIE = re.compile(
    r"(?i)(?:(?:alleged |named )?(?:victim|perpetrator|suspect|offender|defendant|witness|neighbour|resident|patient|"
    r"tenant|young person))?$"
)
#: Words that mean the subject with everybody else.
ALL = re.compile(
    r"(?i)\b(?:every(?:one|body)|all (?:the |of the )?(?:yps?|young people|children|kids|residents|girls|boys|lads|"
    r"others)|all (?:in bed|asleep|settled)|the (?:whole )?group|other (?:yps?|young people|children|kids|residents))\b"
)


class Who:
    """The people of one record, for the papers in it."""

    def __init__(self, subject: Person, people: dict[str, Person], facts: SubjectFacts) -> None:
        self.subject = subject
        self._people = people
        names = [name for name in (subject.name, *subject.aliases, facts.name, *facts.aliases) if name]
        words = {word.strip(".,'") for name in names for word in name.split()}
        self.surnames = {_surname(name) for name in (subject.name, facts.name) if name}
        own = [w for w in words if len(w) > 2 and w.casefold() not in self.surnames | TITLES.keys()]
        self._own = _written(own)
        self._letters = {name[0].casefold() for name in names}

    def other(self, identity: str) -> bool:
        person = self._people.get(identity)
        named = person is not None and sum(c.isalpha() for c in person.name) > 1
        return named and person is not None and person.role in (Role.THIRD_PARTY, Role.UNKNOWN)

    def lettered(self, letters: str) -> str:
        """The one of the record with these initials, "" when there is none or more than one."""
        found = [p.id for p in self._people.values() if "".join(w[0] for w in p.name.split()) == letters]
        return found[0] if len(found) == 1 else ""

    def tied(self, identity: str) -> bool:
        """Whether they belong to somebody's life, most often the subject's, by what the record calls them."""
        return not _NO_TIE.match(self._people[identity].relationship)

    def among_others(self, line: Line) -> bool:
        """Whether several are named who are nobody's family: "In tonight: Kerry, Josh, Mia and Tyler"."""
        return len({person for _, _, person in line.named if self.other(person) and not self.tied(person)}) > 1

    def family(self, line: Line, made: Head) -> tuple[str, ...]:
        """Whom a heading is about: the subject's own family is the subject."""
        named = [line.text[start:end] for start, end, _ in line.named]
        bare = all(word.casefold().removesuffix("'s") in self.surnames for name in named for word in name.split()[-1:])
        if named and bare and (made.family or all(len(name.split()) == 1 for name in named)):
            return (self.subject.id,)
        return made.people

    def meant(self, lines: Sequence[Line]) -> bool:
        """Whether the subject is named in these lines, or meant by a word for everybody."""
        for line in lines:
            if any(person == self.subject.id for _, _, person in line.named):
                return True
            if any(line.text[start:end].casefold() in self._letters for start, end, _ in line.named):
                return True
            if ALL.search(line.text) or any(own.search(line.text) for own in self._own):
                return True
        return False


def _written(names: Sequence[str]) -> list[re.Pattern[str]]:
    """How these names are written where no reader found them. Of somebody called Will or Hope not every "will" tells:
    it needs its capital, within a sentence; and a month nothing but a reader."""
    everyday = lexicon().word
    clear = "|".join(re.escape(name) for name in names if not everyday(name.casefold()))
    capital = "|".join(
        re.escape(name.capitalize()) for name in names if everyday(name.casefold()) and name.casefold() not in MONTHS
    )
    found = [rf"(?i)\b(?:{clear})\b"] if clear else []
    if capital:
        found.append(rf"(?<=[\w,;][ ])(?:{capital})\b")
    return [re.compile(pattern) for pattern in found]


def _surname(name: str) -> str:
    last = name.split(",")[0] if "," in name else name.split()[-1]
    return last.strip().casefold()
