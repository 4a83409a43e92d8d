# SPDX-License-Identifier: AGPL-3.0-or-later
"""Where the keys go in the list of people after a decision: on to the next, where those decided left their place."""

from __future__ import annotations

from collections.abc import Sequence

from redactor.gui.casework.told.people import PersonRow
from redactor.gui.look.rows import RowsView


class Stepping:
    """Call :meth:`decided` when a decision is asked for, and :meth:`shown` whenever the list was filled anew."""

    def __init__(self, shown: RowsView) -> None:
        self._list = shown
        self._decided: dict[str, PersonRow] = {}
        #: Where the first of them stood, and who stood after the last.
        self._at, self._next = -1, ""

    def decided(self, people: Sequence[PersonRow]) -> None:
        self._decided = {person.id: person for person in people}
        rows = [row.key.id for row in self._list.rows]
        numbers = [number for number, each in enumerate(rows) if each in self._decided]
        if numbers:
            around = [*rows[numbers[-1] + 1 :], *reversed(rows[: numbers[0]])]
            self._at, self._next = numbers[0], next((each for each in around if each not in self._decided), "")

    def shown(self, people: Sequence[PersonRow]) -> None:
        """``people``: everybody as they are now. Until those decided about are another thing than they were, nothing
        has happened yet."""
        now = {person.id: person for person in people if person.id in self._decided}
        if now == self._decided:
            return
        rows = [row.key.id for row in self._list.rows]
        stays = self._at < len(rows) and rows[self._at] in self._decided
        moved_on = any(person.id not in self._decided for person in self._list.chosen())
        if not stays and not moved_on and self._next in rows:
            self._list.select_key(self._next, quiet=False)
        self._decided = {}
