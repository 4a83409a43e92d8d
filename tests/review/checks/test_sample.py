# SPDX-License-Identifier: AGPL-3.0-or-later
"""The sample of what is left readable: nobody chooses it, and its limits hold as often as they say."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from redactor.review.checks.sample import LAYERS, Unit, counted, draw, estimate, limits, said_estimate


def units(high: int, middle: int, low: int) -> list[Unit]:
    kinds = ["high"] * high + ["middle"] * middle + ["low"] * low
    random.Random(7).shuffle(kinds)
    return [Unit("d", 1 + n // 8, n, n + 40, kind) for n, kind in enumerate(kinds)]


def test_the_same_plan_gives_the_same_sample_and_another_plan_another() -> None:
    record = units(50, 300, 2000)
    assert draw(record, "a") == draw(record, "a") != draw(record, "b")
    assert counted(draw(record, "a")) == {"high": 30, "middle": 18, "low": 12}
    assert len(set(draw(record, "a"))) == 60


@given(st.integers(0, 80), st.integers(0, 80), st.integers(0, 80), st.integers(1, 90))
def test_it_is_as_large_as_asked_or_everything(high: int, middle: int, low: int, size: int) -> None:
    record = units(high, middle, low)
    chosen = draw(record, "digest", size)
    assert len(chosen) == len(set(chosen)) == min(size, len(record))
    assert chosen == sorted(chosen, key=record.index)


def test_the_limits_hold_at_least_as_often_as_they_say() -> None:
    """1,000 simulated cases, few misses and many, in all layers: the 90% limits hold in at least 88%."""
    dice = random.Random(2026)
    held = 0
    for case in range(1000):
        record = units(dice.randint(5, 120), dice.randint(20, 500), dice.randint(100, 3000))
        rates = {"high": dice.choice([0, 0.01, 0.1, 0.4]), "middle": dice.choice([0, 0.01, 0.05]), "low": 0.003}
        wrong = {n for n, unit in enumerate(record) if dice.random() < rates[unit.layer]}
        missed = {unit.start for n, unit in enumerate(record) if n in wrong}
        read = draw(record, f"plan {case}")
        found = [unit for unit in read if unit.start in missed]
        said = estimate(counted(record), counted(read), counted(found))
        held += said.low <= len(wrong) - len(found) <= said.high
    assert held >= 880, held


@given(st.integers(1, 400), st.data())
def test_limits_are_possible_and_narrow_to_the_truth_when_all_is_read(size: int, data: st.DataObject) -> None:
    read = data.draw(st.integers(1, size))
    missed = data.draw(st.integers(0, read))
    low, high = limits(size, read, missed, 0.05)
    assert missed <= low <= high <= size - (read - missed)
    if read == size:
        assert low == high == missed


def test_more_reading_says_more() -> None:
    few, many = (estimate({"low": 2000}, {"low": n}, {"low": 0}) for n in (60, 600))
    assert few.high > many.high and few.low == many.low == 0
    assert estimate(dict.fromkeys(LAYERS, 0), {}, {}).high == 0
    assert "nine times in ten there are no more than 95 misses among them" in said_estimate(few)
