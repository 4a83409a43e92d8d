# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the whitelist is made of: rules for single values, and a walk that keeps what breaks them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pikepdf

Rule = Callable[[Any], bool]


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
    """Collects what breaks the whitelist, and which objects were come by."""

    def __init__(self) -> None:
        self.problems: list[str] = []
        self.reached: set[int] = set()

    def say(self, problem: str) -> None:
        if len(self.problems) < 50:
            self.problems.append(problem)

    def keys(self, what: str, thing: Any, required: dict[str, Rule | None], optional: dict[str, Rule | None]) -> bool:
        """The thing is a dictionary or stream with these keys and no others, each value as its rule says."""
        if not isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
            self.say(f"{what} is not a dictionary")
            return False
        if thing.is_indirect:
            self.reached.add(thing.objgen[0])
        held = {key[1:] for key in thing.keys()}  # noqa: SIM118
        sound = True
        for key in sorted(held - required.keys() - optional.keys()):
            self.say(f"{what} has the key {key}, which we do not write")
            sound = False
        for key in sorted(required.keys() - held):
            self.say(f"{what} lacks the key {key}")
            sound = False
        for key, rule in (required | optional).items():
            if rule is not None and key in held and not rule(thing["/" + key]):
                self.say(f"{what} has a value of {key} that we do not write")
                sound = False
        return sound

    @staticmethod
    def same(other: Any) -> Rule:
        """The very object that ``other`` is."""
        return lambda v: v.is_indirect and v.objgen == other.objgen
