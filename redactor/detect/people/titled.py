# SPDX-License-Identifier: AGPL-3.0-or-later
"""A title and a surname the subject shares with others: "Ms Winslow" in a child's record is seldom the child."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date

from redactor.detect.language.dates import DATE
from redactor.detect.language.dates import read as read_date
from redactor.detect.language.found import SubjectFacts
from redactor.detect.language.nameform import Form
from redactor.detect.language.words import TITLES
from redactor.detect.people.assemble import Place
from redactor.detect.people.record import Record

#: Titles of adults, and the age (years) below which nobody has one.
GROWN = frozenset({"mr", "mrs", "ms", "mx", "madam", "sir"})
CHILD = 16


class SubjectsTitles:
    """How the record calls its subject, and how old they are in each text."""

    def __init__(self, record: Record, subject: SubjectFacts | None) -> None:
        self._record = record
        #: By title and surname: who is "Mrs Rickard" now was never "Mrs Mossop", who adopted her.
        self._own: Counter[tuple[str, str]] = Counter()
        self._born = date.fromisoformat(subject.dob) if subject is not None and subject.dob else None
        self._others: dict[str, int] = {}
        self._ages: dict[int, int | None] = {}
        for alias in subject.aliases if subject is not None else ():
            words = alias.lower().split()
            if words and (title := words[0].rstrip(".")) in TITLES:
                self._own[title, words[-1]] += 1

    def note(self, place: Place) -> None:
        """Count the title of a full name that is the subject's ("Miss Tabitha Winslow")."""
        name = place.name
        if place.person == self._record.subject and name is not None and name.title and name.form is not Form.TITLED:
            self._own[name.title, name.surname] += 1

    def meant(self, number: int, place: Place, found: Sequence[int]) -> tuple[list[int], bool]:
        """Whom of ``found`` the title allows in text ``number``: (people, whether somebody should look).

        The subject stays when the record itself calls them so, or is an adult there and nobody else has the
        name. A child is not "Mrs": then it is another of the name, or somebody not otherwise named.
        """
        record, name = self._record, place.name
        fits = list(found)
        if name is None or name.form is not Form.TITLED or record.subject not in fits or name.title not in GROWN:
            return fits, False
        others = [n for n in fits if n != record.subject]
        age = self._age(number)
        child = age is not None and age < CHILD
        if self._own[name.title, name.surname] and not child:
            return fits, False
        if child and not others:
            others = [self._somebody(name.title, name.surname)]
        if not others:
            return fits, False
        if child or self._own:
            return others, False
        return others, True

    def _age(self, number: int) -> int | None:
        """The subject's age (years) by the latest date of the text, or of its document; None when unknown."""
        if self._born is None:
            return None
        if number not in self._ages:
            latest = self._latest(number)
            if latest is None:
                group = self._record.units[number].group
                near = [self._latest(n) for n, unit in enumerate(self._record.units) if group and unit.group == group]
                latest = max((day for day in near if day is not None), default=None)
            self._ages[number] = None if latest is None else (latest - self._born).days * 100 // 36525
        return self._ages[number]

    def _latest(self, number: int) -> date | None:
        days = [read_date(match) for match in DATE.finditer(self._record.texts[number])]
        born = self._born or date.min
        return max((day for day in days if day is not None and born < day and day.year - born.year < 100), default=None)

    def _somebody(self, title: str, surname: str) -> int:
        """The one person of this title and surname the record never names in full."""
        gender = TITLES[title]
        key = f"{gender} {surname}"
        if key not in self._others:
            person = self._record.people.add((), surname, fixed_name=f"{title.capitalize()} {surname.capitalize()}")
            if gender != "b":
                person.genders[gender] += 1
            self._others[key] = person.number
        return self._others[key]
