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
from redactor.domain.dates import british
from redactor.domain.saying import count, said_each, say
from redactor.review.request.request import Request


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
        step = Step(None, say("Record when the request came: the time limit begins then"))
        return Clock("unknown", None, None, None, (say("When the request came is not on record."),), (step,))
    steps = [say("Received {date}.", date=british(request.received))]
    waiting = _waiting(request)
    if waiting is not None:
        steps.append(say("{waiting}: the time has not begun.", waiting=waiting))
        return Clock(
            "waiting",
            None,
            None,
            None,
            tuple(steps),
            (Step(None, say("{waiting}: wait, or ask again", waiting=waiting)),),
        )
    starts = _start(request, steps)
    reckoning = _Reckoning(request, starts)
    extend_by = reckoning.end(1)
    extension = request.extended is not None and (extend_by.due is None or request.extended <= extend_by.due)
    end = reckoning.end(3 if extension else 1)
    steps += end.steps
    if request.extended is not None and not extension:
        assert extend_by.due is not None
        steps.append(
            say(
                "More time was announced on {date}, after the first month had ended on {end}: it does not count.",
                date=british(request.extended),
                end=british(extend_by.due),
            )
        )
    if end.due is None:
        asked = request.pauses[-1].asked
        what = say(
            "Waiting since {asked} to hear what exactly is asked for; {days} left once answered",
            asked=british(asked),
            days=count(end.left, "day"),
        )
        steps.append(say("{what}.", what=what))
        return Clock("paused", starts, None, None, tuple(steps), (Step(None, what),))
    if end.due.year > proclaimed_until().year:
        steps.append(
            say(
                "Bank holidays after {date} are the usual ones of {nation}: a day proclaimed later is not among them.",
                date=british(proclaimed_until()),
                nation=NATIONS[request.nation],
            )
        )
    left = (end.due - today).days
    tasks = list(_tasks(end.due, None if request.extended else extend_by.due, today))
    state = "running" if left >= 0 else "overdue"
    return Clock(state, starts, end.due, None if request.extended else extend_by.due, tuple(steps), tuple(tasks), left)


def _waiting(request: Request) -> str | None:
    """What the time limit waits for before it begins."""
    for asked, given, what in (
        (request.identity_asked, request.identity_given, say("Proof of identity")),
        (request.authority_asked, request.authority_given, say("Proof of authority")),
        (request.fee_asked, request.fee_paid, say("The fee")),
    ):
        if asked is not None and given is None:
            return say("{what} was asked for on {date} and has not come", what=what, date=british(asked))
    return None


def _start(request: Request, steps: list[str]) -> date:
    """The latest of the request, the proofs that were asked for, and the fee."""
    assert request.received is not None
    starts = request.received
    for asked, given, what in (
        (
            request.identity_asked,
            request.identity_given,
            say("Proof of identity was asked for on {asked} and given on {given}"),
        ),
        (
            request.authority_asked,
            request.authority_given,
            say("Proof of authority was asked for on {asked} and given on {given}"),
        ),
        (request.fee_asked, request.fee_paid, say("A fee was asked for on {asked} and paid on {given}")),
    ):
        if asked is not None and given is not None:
            later = given > starts
            starts = max(starts, given)
            begins = say("the time begins then" if later else "this makes the time begin no later")
            told = say(what, asked=british(asked), given=british(given))
            steps.append(say("{told}: {begins}.", told=told, begins=begins))
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
        span = say("One month" if months == 1 else "Three months")
        steps = []
        if months > 1:
            assert self._request.extended is not None
            why = say(" because: {reason}", reason=self._request.extension_why) if self._request.extension_why else ""
            steps.append(
                say(
                    "Two more months were announced on {date}{why}.",
                    date=british(self._request.extended),
                    why=why,
                )
            )
        number = f"{starts.day}{'st' if starts.day == 31 else 'th'}"
        why_short = say(", the last day of that month (there is no {number})", number=number) if short else ""
        steps.append(
            say(
                "{span} from {start} ends on {end}{why}.",
                span=span,
                start=british(starts),
                end=british(end),
                why=why_short,
            )
        )
        for asked, answered in self._pauses():
            if asked > self._working(end)[0]:
                steps.append(
                    say(
                        "A question was put on {date}, after the time had ended: it stops nothing.",
                        date=british(asked),
                    )
                )
                continue
            if answered is None:
                return _End(None, tuple(steps), (end - asked).days)
            pause = (answered - asked).days
            if pause > 0:
                end += timedelta(days=pause)
                steps.append(
                    say(
                        "What is asked for was clarified between {asked} and {answered}: {days} "
                        "not counted, so it ends on {end}.",
                        asked=british(asked),
                        answered=british(answered),
                        days=count(pause, "day"),
                        end=british(end),
                    )
                )
        due, why = self._working(end)
        if why:
            steps.append(
                say(
                    "{day} is {why}; so {weekday} {date}.",
                    day=british(end),
                    why=why,
                    weekday=_WEEKDAYS[due.weekday()],
                    date=british(due),
                )
            )
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
            extend_by,
            say(
                "If one month is not enough, say so and why by {date}: that gives two months more",
                date=british(extend_by),
            ),
        )
    left = (due - today).days
    if left < 0:
        yield Step(due, say("The answer was due on {date}, {days} ago", date=british(due), days=count(-left, "day")))
    else:
        how = say("today") if left == 0 else say("in {days}", days=count(left, "day"))
        yield Step(due, say("The answer is due on {date}, {how}", date=british(due), how=how))


def months_after(day: date, months: int) -> date:
    """The day of the same number so many months on, or that month's last (UK GDPR Art 12(3), by calendar months)."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def months_before(day: date, months: int) -> date:
    """The day of the same number so many months back, or that month's last."""
    return months_after(day, -months)


_WEEKDAYS = said_each("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
