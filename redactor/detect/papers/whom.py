# SPDX-License-Identifier: AGPL-3.0-or-later
"""Whom the lines of a shared paper mean: the data subject, somebody else, or somebody who is there for work."""

from __future__ import annotations

import re
from collections.abc import Sequence

from redactor.detect.language.found import SubjectFacts
from redactor.detect.language.words import TITLES
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
        self._own = re.compile(r"(?i)\b(?:" + "|".join(map(re.escape, own)) + r")\b") if own else None
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
            if ALL.search(line.text) or (self._own is not None and self._own.search(line.text)):
                return True
        return False


def _surname(name: str) -> str:
    last = name.split(",")[0] if "," in name else name.split()[-1]
    return last.strip().casefold()
