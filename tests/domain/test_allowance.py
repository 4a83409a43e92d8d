# SPDX-License-Identifier: AGPL-3.0-or-later
"""Work is ended by what it computes; while others keep the PC busy it may take longer, but not for ever."""

from __future__ import annotations

from collections.abc import Callable

from redactor.domain.allowance import Allowance


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
