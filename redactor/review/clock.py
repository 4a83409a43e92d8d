# SPDX-License-Identifier: AGPL-3.0-or-later
"""When the answer is due, and why, step by step in words. Pure.

UK GDPR Art 12(3) and 12A (Data (Use and Access) Act 2025 s.76): one month from the latest of the request, the proof of
identity or authority that was asked for, and the fee where one is due; two more when that was said within the first
month. Time spent waiting for a clarification of what is asked for does not count, for either. A month ends on the day
with the same number, or the last day of a shorter month; where that is no working day, on the next one.

The law counts a clarification's first and last day among those that do not count. Here the day of the answer does
count: the due date is then never later than the law's, and at most a day earlier.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from redactor.domain.bankholidays import DAY, proclaimed_until, why_no_working_day
from redactor.domain.catalogue import NATIONS
from redactor.review.request import Request


@dataclass(frozen=True, slots=True)
class Step:
    """Something to be done next, by a day (None: as soon as may be)."""

    by: date | None
    what: str


@dataclass(frozen=True, slots=True)
class Clock:
    """``state``: unknown (no date of receipt), waiting (not begun), paused, running or overdue. ``starts`` and ``due``
    are None where they cannot be told yet; ``extend_by`` is the last day to announce two more months. ``steps`` tell
    the computation, ``next`` what is to be done, soonest first."""

    state: str
    starts: date | None
    due: date | None
    extend_by: date | None
    steps: tuple[str, ...]
    next: tuple[Step, ...]
    days_left: int | None = None


def clock(request: Request, today: date) -> Clock:
    """The time limit as it stands on ``today``."""
    if request.received is None:
        step = Step(None, "Record when the request came: the time limit begins then")
        return Clock("unknown", None, None, None, ("When the request came is not on record.",), (step,))
    steps = [f"Received {said(request.received)}."]
    waiting = _waiting(request)
    if waiting is not None:
        steps.append(f"{waiting}: the time has not begun.")
        return Clock("waiting", None, None, None, tuple(steps), (Step(None, f"{waiting}: wait, or ask again"),))
    starts = _start(request, steps)
    reckoning = _Reckoning(request, starts)
    extend_by = reckoning.end(1)
    extension = request.extended is not None and (extend_by.due is None or request.extended <= extend_by.due)
    end = reckoning.end(3 if extension else 1)
    steps += end.steps
    if request.extended is not None and not extension:
        assert extend_by.due is not None
        steps.append(
            f"More time was announced on {said(request.extended)}, after the first month had ended on "
            f"{said(extend_by.due)}: it does not count."
        )
    if end.due is None:
        asked = request.pauses[-1].asked
        what = f"Waiting since {said(asked)} to hear what exactly is asked for; {_days(end.left)} left once answered"
        steps.append(f"{what}.")
        return Clock("paused", starts, None, None, tuple(steps), (Step(None, what),))
    if end.due.year > proclaimed_until().year:
        steps.append(
            f"Bank holidays after {said(proclaimed_until())} are the usual ones of {NATIONS[request.nation]}: a day "
            "proclaimed later is not among them."
        )
    left = (end.due - today).days
    tasks = list(_tasks(end.due, None if request.extended else extend_by.due, today))
    state = "running" if left >= 0 else "overdue"
    return Clock(state, starts, end.due, None if request.extended else extend_by.due, tuple(steps), tuple(tasks), left)


def _waiting(request: Request) -> str | None:
    """What the time limit waits for before it begins."""
    for asked, given, what in (
        (request.identity_asked, request.identity_given, "Proof of identity"),
        (request.authority_asked, request.authority_given, "Proof of authority"),
        (request.fee_asked, request.fee_paid, "The fee"),
    ):
        if asked is not None and given is None:
            return f"{what} was asked for on {said(asked)} and has not come"
    return None


def _start(request: Request, steps: list[str]) -> date:
    """The latest of the request, the proofs that were asked for, and the fee."""
    assert request.received is not None
    starts = request.received
    for asked, given, what in (
        (request.identity_asked, request.identity_given, "Proof of identity was asked for on {} and given on {}"),
        (request.authority_asked, request.authority_given, "Proof of authority was asked for on {} and given on {}"),
        (request.fee_asked, request.fee_paid, "A fee was asked for on {} and paid on {}"),
    ):
        if asked is not None and given is not None:
            later = given > starts
            starts = max(starts, given)
            steps.append(
                what.format(said(asked), said(given))
                + (": the time begins then." if later else ", which makes the time begin no later.")
            )
    return starts


@dataclass(frozen=True, slots=True)
class _End:
    due: date | None
    steps: tuple[str, ...]
    left: int = 0


class _Reckoning:
    def __init__(self, request: Request, starts: date) -> None:
        self._request = request
        self._starts = starts

    def end(self, months: int) -> _End:
        """The last day of so many months, with what does not count added; due None while a question is open."""
        starts = self._starts
        end = months_after(starts, months)
        short = end.day < starts.day
        span = "One month" if months == 1 else "Three months"
        steps = []
        if months > 1:
            assert self._request.extended is not None
            why = f" because: {self._request.extension_why}" if self._request.extension_why else ""
            steps.append(f"Two more months were announced on {said(self._request.extended)}{why}.")
        number = f"{starts.day}{'st' if starts.day == 31 else 'th'}"
        why_short = f", the last day of that month (there is no {number})" if short else ""
        steps.append(f"{span} from {said(starts)} ends on {said(end)}{why_short}.")
        for asked, answered in self._pauses():
            if asked > self._working(end)[0]:
                steps.append(f"A question was put on {said(asked)}, after the time had ended: it stops nothing.")
                continue
            if answered is None:
                return _End(None, tuple(steps), (end - asked).days)
            pause = (answered - asked).days
            if pause > 0:
                end += timedelta(days=pause)
                steps.append(
                    f"What is asked for was clarified between {said(asked)} and {said(answered)}: {_days(pause)} "
                    f"{'does' if pause == 1 else 'do'} not count, so it ends on {said(end)}."
                )
        due, why = self._working(end)
        if why:
            steps.append(f"{said(end)} is {why}; so {_WEEKDAYS[due.weekday()]} {said(due)}.")
        return _End(due, tuple(steps))

    def _working(self, day: date) -> tuple[date, str]:
        """The day itself or the next working day, and what lies between."""
        found: list[str] = []
        while why := why_no_working_day(day, self._request.nation):
            found.append(why)
            day += DAY
        return day, ", then ".join(found)

    def _pauses(self) -> Iterator[tuple[date, date | None]]:
        """The questions in order, those that overlap as one, nothing of them before the time began."""
        ordered = sorted(self._request.pauses, key=lambda pause: pause.asked)
        last: tuple[date, date | None] | None = None
        for pause in ordered:
            asked, answered = max(pause.asked, self._starts), pause.answered
            if answered is not None and answered <= self._starts:
                continue
            if last is not None and (last[1] is None or asked <= last[1]):
                last = (last[0], None if last[1] is None or answered is None else max(last[1], answered))
                continue
            if last is not None:
                yield last
            last = (asked, answered)
        if last is not None:
            yield last


def _tasks(due: date, extend_by: date | None, today: date) -> Iterator[Step]:
    if extend_by is not None and today <= extend_by:
        yield Step(
            extend_by, f"If one month is not enough, say so and why by {said(extend_by)}: that gives two months more"
        )
    left = (due - today).days
    if left < 0:
        yield Step(due, f"The answer was due on {said(due)}, {_days(-left)} ago")
    else:
        how = "today" if left == 0 else f"in {_days(left)}"
        yield Step(due, f"The answer is due on {said(due)}, {how}")


def months_after(day: date, months: int) -> date:
    """The day of the same number so many months on, or that month's last (UK GDPR Art 12(3), by calendar months)."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def months_before(day: date, months: int) -> date:
    """The day of the same number so many months back, or that month's last."""
    return months_after(day, -months)


_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def said(day: date) -> str:
    """ "31 January 2026", whatever language the machine speaks."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def _days(number: int) -> str:
    return "1 day" if number == 1 else f"{number} days"
