# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the whitelist is made of: rules for single values, and a walk that keeps what breaks them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pikepdf

from redactor.release.verify.reopened import Place, Reopened

Rule = Callable[[Any], bool]
_KEYED = (pikepdf.Dictionary, pikepdf.Stream)


def is_number(value: Any) -> bool:
    return isinstance(value, int | float) or type(value).__name__ == "Decimal"


def is_text(value: Any) -> bool:
    return isinstance(value, pikepdf.String)


def name(*allowed: str) -> Rule:
    return lambda v: isinstance(v, pikepdf.Name) and str(v)[1:] in allowed


def whole(low: int = 0, high: int = 2**31) -> Rule:
    return lambda v: isinstance(v, int) and not isinstance(v, bool) and low <= v <= high


def numbers(count: int) -> Rule:
    return lambda v: isinstance(v, pikepdf.Array) and len(v) == count and all(is_number(x) for x in v)


def text(exact: str) -> Rule:
    return lambda v: is_text(v) and str(v) == exact


class Walk:
    """Collects what breaks the whitelist, and (``reached``, by number) which objects were come by. ``file`` has objects
    up to ``last``."""

    def __init__(self, file: Reopened, last: int) -> None:
        self.file = file
        self.problems: list[str] = []
        self.reached = bytearray(last + 1)

    def come_by(self, number: int) -> None:
        self.file.looked_at(number)
        if number < len(self.reached):
            self.reached[number] = 1

    def say(self, problem: str) -> None:
        if len(self.problems) < 50:
            self.problems.append(problem)

    def keys(self, what: str, thing: Any, required: dict[str, Rule | None], optional: dict[str, Rule | None]) -> bool:
        """The thing is a dictionary or stream with these keys and no others, each value as its rule says."""
        if not isinstance(thing, _KEYED):
            self.say(f"{what} is not a dictionary")
            return False
        if thing.is_indirect:
            self.come_by(thing.objgen[0])
        held = {key[1:] for key in thing.keys()}  # noqa: SIM118
        sound = True
        if held != required.keys():
            for key in sorted(held - required.keys() - optional.keys()):
                self.say(f"{what} has the key {key}, which we do not write")
                sound = False
            for key in sorted(required.keys() - held):
                self.say(f"{what} lacks the key {key}")
                sound = False
        for rules in (required, optional):
            for key, rule in rules.items():
                if rule is not None and key in held and not rule(thing["/" + key]):
                    self.say(f"{what} has a value of {key} that we do not write")
                    sound = False
        return sound

    @staticmethod
    def same(place: Place) -> Rule:
        """The very object at ``place``."""
        return lambda v: v.is_indirect and v.objgen == place
