# SPDX-License-Identifier: AGPL-3.0-or-later
"""Lines of what is left that were just decided: off the list at once, while the case is counted anew behind it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from redactor.gui.casework.told.case import Counted


class GoingOff:
    """Things to do by id, each with the turn in which it was decided; None while the case has not answered yet.

    A count of that turn or a later one says itself what is left: it is believed.
    """

    def __init__(self) -> None:
        self._decided: dict[str, int | None] = {}

    def take(self, ids: Collection[str]) -> None:
        self._decided |= dict.fromkeys(ids)

    def decided(self, ids: Collection[str], turn: int) -> None:
        """The decision was taken, in this turn of the case or one before it."""
        self._decided |= {identity: turn for identity in ids if identity in self._decided}

    def give_back(self, ids: Collection[str]) -> None:
        """It was not decided after all."""
        for identity in ids:
            self._decided.pop(identity, None)

    def without(self, counted: Counted) -> Counted:
        """What is left besides these; not said to be complete while the case is being counted with them."""
        known = [identity for identity, turn in self._decided.items() if turn is not None and turn <= counted.turn]
        self.give_back(known)
        rest = tuple(item for item in counted.todo if item.id not in self._decided)
        return counted if len(rest) == len(counted.todo) else replace(counted, todo=rest, complete=False)

    def forget(self) -> None:
        self._decided.clear()
