# SPDX-License-Identifier: AGPL-3.0-or-later
"""How long work may take: by what it computes, not by a clock that runs on while others have the PC. Pure."""

from __future__ import annotations

from typing import Final

#: Whatever the PC does meanwhile, work ends after so many times what it may compute.
TIMES: Final = 10
#: Work that computes less than this share of what it may, in as many seconds as that is, stands still.
_STILL: Final = 0.01
#: Who watches work looks several times a second: this many seconds between two looks, and the PC was asleep.
ASLEEP: Final = 30.0


class Allowance:
    """So many ``seconds`` of computing, told of again and again how far the work is."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        # When, and at how much, it was last seen to have computed something.
        self._moved, self._computed = 0.0, 0.0
        # The last look, and how many of the seconds until then the PC slept.
        self._looked, self._before, self._slept = 0.0, 0.0, 0.0

    def over(self, passed: float, computed: float) -> str:
        """Why the work is to be ended, "" for not yet: it computed too long ("deadline"), it computes nothing
        ("still"), or the PC had so little time for it that it was not done long after ("busy").

        Both in seconds since it began: ``passed`` on the clock, ``computed`` by all its threads together; work that is
        quicker by having several is not ended before that many seconds have passed. To be asked every few seconds at
        most: while the PC sleeps the clock may run on, so of more than :data:`ASLEEP` between two looks only what was
        computed meanwhile counts as passed.
        """
        gap = passed - self._looked
        if gap > ASLEEP:
            self._slept += gap - min(gap, max(computed - self._before, 0.0))
        self._looked, self._before = passed, computed
        passed -= self._slept
        if computed - self._computed >= _STILL * self._seconds:
            self._moved, self._computed = passed, computed
        if min(passed, computed) > self._seconds:
            return "deadline"
        if passed - self._moved > self._seconds:
            return "still"
        return "busy" if passed > TIMES * self._seconds else ""
