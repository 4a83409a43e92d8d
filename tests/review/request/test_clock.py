# SPDX-License-Identifier: AGPL-3.0-or-later
"""The time limit: UK GDPR Art 12(3) and 12A, Data (Use and Access) Act 2025 s.76; months, weekends, bank holidays."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redactor.domain.bankholidays import why_no_working_day
from redactor.domain.catalogue import NATIONS
from redactor.domain.dates import british
from redactor.review.request.clock import clock, months_after, months_before
from redactor.review.request.request import Pause, Request, gaps

D = date.fromisoformat
TODAY = date(2026, 2, 10)


def due(**facts: object) -> date | None:
    days = {k: D(v) if isinstance(v, str) and v[:2] == "20" else v for k, v in facts.items()}
    return clock(Request(**days), TODAY).due  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("received", "expected"),
    [
        ("2026-01-31", "2026-03-02"),  # 28 February is a Saturday
        ("2024-01-31", "2024-02-29"),  # a leap year's last day
        ("2026-03-03", "2026-04-07"),  # Good Friday, the weekend and Easter Monday
        ("2026-11-25", "2026-12-29"),  # Christmas Day, a weekend, Boxing Day's substitute
        ("2026-05-31", "2026-06-30"),
        ("2026-12-01", "2027-01-04"),  # New Year's Day, a Friday
        ("2026-06-10", "2026-07-10"),
    ],
)
def test_one_calendar_month_and_the_next_working_day(received: str, expected: str) -> None:
    assert due(received=received) == D(expected)


def test_the_nations_differ() -> None:
    assert due(received="2026-11-02") == D("2026-12-02")
    assert due(received="2026-10-30") == D("2026-11-30")
    assert due(received="2026-10-30", nation="scotland") == D("2026-12-01")  # St Andrew's Day
    assert due(received="2026-02-17", nation="northern_ireland") == D("2026-03-18")  # St Patrick's Day
    assert due(received="2026-03-06", nation="scotland") == D("2026-04-06")  # Easter Monday is none in Scotland
    assert due(received="2026-03-06") == D("2026-04-07")


def test_it_begins_with_the_latest_of_request_proof_and_fee() -> None:
    """Art 12A: the latest of the request, the proof of identity or authority asked for, and the fee."""
    facts = {"received": "2026-06-01", "identity_asked": "2026-06-02", "identity_given": "2026-06-10"}
    assert due(**facts) == D("2026-07-10")
    facts |= {"authority_asked": "2026-06-03", "authority_given": "2026-06-22"}
    assert due(**facts) == D("2026-07-22")
    facts |= {"fee_asked": "2026-06-03", "fee_paid": "2026-06-15"}
    assert due(**facts) == D("2026-07-22")


def test_it_has_not_begun_while_proof_or_fee_is_awaited() -> None:
    found = clock(Request(received=D("2026-06-01"), identity_asked=D("2026-06-02")), TODAY)
    assert (found.state, found.due) == ("waiting", None) and "has not begun" in found.steps[-1]
    assert clock(Request(), TODAY).state == "unknown"


def test_time_spent_on_a_clarification_does_not_count() -> None:
    """s.76: neither towards the month, nor towards the month in which more time can be announced."""
    request = Request(received=D("2026-06-01"), pauses=(Pause(D("2026-06-10"), D("2026-06-17")),))
    found = clock(request, TODAY)
    assert found.due == found.extend_by == D("2026-07-08")
    open_question = clock(replace(request, pauses=(Pause(D("2026-06-10")),)), TODAY)
    assert (open_question.state, open_question.due) == ("paused", None) and "21 days left" in open_question.steps[-1]
    late = replace(request, pauses=(Pause(D("2026-07-10"), D("2026-07-20")),))
    assert clock(late, TODAY).due == D("2026-07-01") and "stops nothing" in clock(late, TODAY).steps[-1]
    twice = replace(request, pauses=(Pause(D("2026-06-10"), D("2026-06-17")), Pause(D("2026-06-12"), D("2026-06-18"))))
    assert clock(twice, TODAY).due == D("2026-07-09")


def test_two_more_months_only_when_said_within_the_first() -> None:
    request = Request(received=D("2026-06-01"), extended=D("2026-07-01"), extension_why="900 documents")
    assert clock(request, TODAY).due == D("2026-09-01")
    late = clock(replace(request, extended=D("2026-07-02")), TODAY)
    assert late.due == D("2026-07-01") and "does not count" in late.steps[-1]
    paused = replace(request, extended=D("2026-07-08"), pauses=(Pause(D("2026-06-10"), D("2026-06-17")),))
    assert clock(paused, TODAY).due == D("2026-09-08")


def test_every_step_is_told_in_words() -> None:
    told = " ".join(clock(Request(received=D("2026-01-31")), TODAY).steps)
    assert told == (
        "Received 31 January 2026. One month from 31 January 2026 ends on 28 February 2026, the last day of that month "
        "(there is no 31st). 28 February 2026 is a Saturday, then a Sunday; so Monday 2 March 2026."
    )
    assert "proclaimed later" in clock(Request(received=D("2030-01-31")), TODAY).steps[-1]


def test_what_is_due_next() -> None:
    request = Request(received=D("2026-01-31"))
    steps = clock(request, TODAY).next
    assert [step.by for step in steps] == [D("2026-03-02")] * 2 and "in 20 days" in steps[-1].what
    overdue = clock(request, D("2026-03-05"))
    assert (overdue.state, overdue.days_left) == ("overdue", -3) and "3 days ago" in overdue.next[0].what


days = st.dates(date(2018, 5, 25), date(2090, 1, 1))
waits = st.integers(0, 40)


@given(days, st.sampled_from(sorted(NATIONS)), st.lists(st.tuples(waits, waits), max_size=3))
def test_the_due_date_is_a_working_day_no_earlier_than_the_month(
    received: date, nation: str, pauses: list[tuple[int, int]]
) -> None:
    made = tuple(Pause(received + timedelta(a), received + timedelta(a + b)) for a, b in pauses)
    plain = clock(Request(received=received, nation=nation), received)
    paused = clock(Request(received=received, nation=nation, pauses=made), received)
    assert plain.due is not None and paused.due is not None
    assert not why_no_working_day(paused.due, nation) and plain.due <= paused.due
    assert months_after(received, 1) <= plain.due <= months_after(received, 1) + timedelta(days=5)
    waited = sum(b for _, b in pauses)
    assert (paused.due - plain.due).days <= waited + 5
    assert british(paused.due) in " ".join(paused.steps)


@given(days, days)
def test_a_later_request_is_never_due_earlier(one: date, other: date) -> None:
    early, late = sorted((one, other))
    first, second = (clock(Request(received=day), early).due for day in (early, late))
    assert first is not None and second is not None and first <= second


@given(days, st.integers(1, 24))
def test_months_keep_the_day_or_take_the_last(day: date, months: int) -> None:
    later = months_after(day, months)
    assert later.day == day.day or (later + timedelta(days=1)).month != later.month
    assert months_before(later, months) <= day


def test_what_must_be_on_record_before_anything_is_sent() -> None:
    assert not list(gaps(Request(received=TODAY)))
    missing = {name for name, _ in gaps(Request(received=TODAY, capacity="solicitor", identity_asked=TODAY))}
    assert missing == {"authority_evidence", "identity_given"}
    assert {name for name, _ in gaps(Request(received=TODAY, pauses=(Pause(TODAY),)))} == {"clarification_answered"}
