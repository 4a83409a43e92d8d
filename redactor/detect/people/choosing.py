# SPDX-License-Identifier: AGPL-3.0-or-later
"""Whom a name means that may be several people's."""

from __future__ import annotations

from collections import Counter
from itertools import chain

from redactor.detect.language.nameform import Form
from redactor.detect.people.assemble import Place
from redactor.detect.people.habits import Habits
from redactor.detect.people.record import Record
from redactor.domain.mentions import Role

#: From this likelihood on that somebody other than a professional is meant a shared name is proposed: hiding one name
#: too many harms less than showing one.
LIKELY = 0.7


class Choice:
    """Chooses among the people of one record. ``overall`` counts how often each is spoken of."""

    def __init__(self, record: Record, roles: dict[int, Role], overall: Counter[int]) -> None:
        self._record, self._roles, self._overall = record, roles, overall
        staff = frozenset(number for number, role in roles.items() if role is Role.PROFESSIONAL)
        self._habits = Habits(chain.from_iterable(record.places), staff)

    def of(self, place: Place, fits: list[int], last: dict[int, int], here: Counter[int]) -> tuple[int, str, bool]:
        """Whom an ambiguous name means: (person, why, whether somebody should look).

        Who was named last in the document (``last``: when each was) is meant. Where a bare forename may be a
        professional's or somebody else's, it is the other's unless the professional is named in the document
        (``here``: how often each is) and the record's habits do not tell.
        """
        recent = {n: last[n] for n in fits if n in last}
        others = [n for n in fits if self._class(n) is Role.THIRD_PARTY]
        mixed = 0 < len(others) < len(fits)
        form = place.name.form if place.name is not None else Form.FULL
        bare = form in {Form.SINGLE, Form.INITIALS}
        if mixed and form is Form.INITIALS:
            return self._either(fits, others, form, here)
        if recent:
            chosen = max(recent, key=lambda n: recent[n])
            why = "the nearest earlier person this can be in the same document"
            if not mixed or self._class(chosen) is Role.THIRD_PARTY:
                return chosen, why, False
            near = [n for n in others if n in recent]
            if bare and near and place.by not in {"greeting", "signature"}:
                return max(near, key=lambda n: recent[n]), "could also be a professional of this name", False
            return chosen, why, False
        chosen = max(fits, key=lambda n: (here[n], self._overall[n], -n))
        why = "could be one of several people of this name"
        if bare and place.name is not None and place.name.surname in self._subjects_forenames(fits):
            # Who is called by the subject's forename in the subject's own record is the subject, where nobody else
            # of that name is named in the document.
            if not any(here[n] for n in others):
                return self._record.subject, "the forename of the data subject", False
            return self._either(fits, others, form, here)
        spoken = place.by.startswith(("greeting", "signature", "mail header", "field"))
        if mixed and bare and not spoken and self._doubtful(fits, others, here):
            return self._either(fits, others, form, here)
        if mixed and not spoken and (bare or not here[chosen]):
            chosen = max(others, key=lambda n: (here[n], self._overall[n], -n))
        elif mixed and spoken:
            chosen = max((n for n in fits if n not in others), key=lambda n: (here[n], self._overall[n], -n))
        return chosen, why, mixed and self._class(chosen) is not Role.THIRD_PARTY

    def _class(self, number: int) -> Role:
        if number == self._record.subject:
            return Role.SUBJECT
        return self._roles.get(number, Role.THIRD_PARTY)

    def _subjects_forenames(self, fits: list[int]) -> set[str]:
        subject = self._record.subject
        return self._record.people.all[subject].forenames if subject in fits else set()

    def _doubtful(self, fits: list[int], others: list[int], here: Counter[int]) -> bool:
        """Whether a bare name may as well be the professional's: they are named in this document; or nobody of the
        name is, and in the whole record the other is not named half as often again."""
        staff = [n for n in fits if n not in others]
        if any(here[n] for n in staff):
            return True
        named = max(self._overall[n] for n in others)
        return not any(here[n] for n in others) and named < 1.5 * max(self._overall[n] for n in staff)

    def _either(self, fits: list[int], others: list[int], form: Form, here: Counter[int]) -> tuple[int, str, bool]:
        """Somebody else's or a professional's: given to the other, and both are named; as possible only, unless the
        way the record calls its people makes it likely."""
        chosen = max(others, key=lambda n: (here[n], self._overall[n], -n))
        rest = sorted((n for n in fits if n not in others), key=lambda n: (-here[n], -self._overall[n], n))
        names = [self._record.people.all[n].name for n in (chosen, *rest[:2])]
        likely = self._record.subject not in fits and self._habits.others(fits, form, here, self._overall) >= LIKELY
        return chosen, f"could be {' or '.join(names)}", not likely
