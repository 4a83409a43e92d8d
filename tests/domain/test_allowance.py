# SPDX-License-Identifier: AGPL-3.0-or-later
"""Work is ended by what it computes; while others keep the PC busy it may take longer, but not for ever."""

from __future__ import annotations

from collections.abc import Callable

from redactor.domain.allowance import ASLEEP, Allowance


def ended(computes: Callable[[float], float], seconds: float = 120.0) -> tuple[str, int]:
    """Why and after how many seconds on the clock work is ended that has computed so much by then."""
    allowance = Allowance(seconds)
    passed = 0
    while not (why := allowance.over(passed, computes(passed))):
        passed += 1
    return why, passed


def test_work_that_has_the_pc_to_itself_may_compute_for_as_long_as_it_is_allowed() -> None:
    assert ended(lambda passed: passed) == ("deadline", 121)


def test_work_on_a_busy_pc_is_not_ended_by_the_clock() -> None:
    assert ended(lambda passed: passed / 6) == ("deadline", 721)


def test_no_work_goes_on_for_ever() -> None:
    assert ended(lambda passed: passed / 60) == ("busy", 1201)


def test_work_that_waits_for_nothing_ends_as_soon_as_it_would_have_by_computing() -> None:
    assert ended(lambda _: 0.0) == ("still", 121)
    assert ended(lambda passed: min(passed, 30.0)) == ("still", 151)


def test_several_threads_at_once_are_not_held_against_it() -> None:
    assert ended(lambda passed: 4.0 * passed) == ("deadline", 121)


def looked_at(*looks: tuple[float, float]) -> list[str]:
    """What is said at each of these looks: seconds on the clock, seconds computed."""
    allowance = Allowance(120.0)
    return [allowance.over(passed, computed) for passed, computed in looks]


def test_a_pc_that_slept_ends_no_work() -> None:
    night = 8 * 3600.0
    assert looked_at((1, 1), (1 + night, 1), (3 + night, 3), (4 + night, 4)) == [""] * 4
    assert looked_at((1, 1), (1 + night, 1), (1 + 2 * night, 1)) == [""] * 3


def test_what_is_allowed_after_a_sleep_is_what_was_left_before_it() -> None:
    night = 8 * 3600.0
    awake = [(float(second), 30.0) for second in range(31, 100)]
    after = [(second + night, 30.0) for second in range(100, 153)]
    said = looked_at(*((float(s), float(s)) for s in range(31)), *awake, *after)
    assert [why for why in said if why] == ["still"] and said[-1] == "still"


def test_work_that_computed_while_nobody_looked_was_not_asleep() -> None:
    assert looked_at((1, 1), (200, 200)) == ["", "deadline"]


def test_looks_that_come_slowly_on_a_busy_pc_are_no_sleep() -> None:
    looks = [(second, 0.0) for second in (ASLEEP, 2 * ASLEEP, 3 * ASLEEP, 4 * ASLEEP, 5 * ASLEEP)]
    assert looked_at(*looks) == ["", "", "", "", "still"]
