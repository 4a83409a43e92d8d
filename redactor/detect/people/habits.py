# SPDX-License-Identifier: AGPL-3.0-or-later
"""How a record calls people: whom it means by a bare forename or by initials that are two people's.

Staff go by their whole name or their title in one record and by their forename in the next; where a name could be
a professional's or somebody else's, the names that can only be one person's tell which it is here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from redactor.detect.language.nameform import Form
from redactor.detect.people.assemble import Place

#: What is assumed before a record tells: the share of bare names among all names of each, as if seen PRIOR times.
_BARE = {True: {Form.SINGLE: 0.2, Form.INITIALS: 0.1}, False: {Form.SINGLE: 0.5, Form.INITIALS: 0.1}}
PRIOR = 10.0
#: How much less a mention elsewhere in the record says than one in the same document.
ELSEWHERE = 0.2


class Habits:
    """The shares of bare names among the names of staff and of everybody else, over places that are one person's."""

    def __init__(self, places: Iterable[Place], staff: frozenset[int]) -> None:
        self._all: Counter[bool] = Counter()
        self._bare: Counter[tuple[bool, Form]] = Counter()
        for place in places:
            if place.person >= 0 and place.name is not None and not place.ambiguous:
                theirs = place.person in staff
                self._all[theirs] += 1
                self._bare[theirs, place.name.form] += 1
        self._staff = staff

    def share(self, staff: bool, form: Form) -> float:
        """How many of the names of staff, or of others, have this form."""
        assumed = _BARE[staff].get(form, 0.5)
        return (self._bare[staff, form] + PRIOR * assumed) / (self._all[staff] + PRIOR)

    def others(self, fits: Sequence[int], form: Form, here: Counter[int], overall: Counter[int]) -> float:
        """How likely (0 to 1) a name of this form means one of ``fits`` who is no member of staff."""
        weights = {False: 0.0, True: 0.0}
        for number in fits:
            named = here[number] + ELSEWHERE * (overall[number] - here[number])
            weights[number in self._staff] += named * self.share(number in self._staff, form)
        whole = sum(weights.values())
        return weights[False] / whole if whole else 0.5
