# SPDX-License-Identifier: AGPL-3.0-or-later
"""Bank holidays of England and Wales, Scotland and Northern Ireland, for any year from 2018, with no network.

The usual days follow from the Banking and Financial Dealings Act 1971, Sch 1, and the customs by which days are
proclaimed each year; days that were proclaimed once, or moved, are data (resources/bank-holidays.toml), which says up
to when it knows them.
"""

from __future__ import annotations

import tomllib
from datetime import date, timedelta
from functools import cache
from typing import Any

from redactor.domain.catalogue import NATIONS, RESOURCES

DAY = timedelta(days=1)
MONDAY, SATURDAY = 0, 5


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads((RESOURCES / "bank-holidays.toml").read_text(encoding="utf-8"))


def proclaimed_until() -> date:
    """Up to this day one-off bank holidays are known; after it only the usual ones."""
    until = _data()["proclaimed_until"]
    assert isinstance(until, date)
    return until


def easter(year: int) -> date:
    """Easter Sunday (Gregorian), by Meeus's method (Astronomical Algorithms, ch. 8)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    el = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * el) // 451
    month, day = divmod(h + el - 7 * m + 114, 31)
    return date(year, month, day + 1)


@cache
def bank_holidays(year: int, nation: str) -> dict[date, str]:
    """The bank holidays of a year with their names, in order. ``nation`` is a key of NATIONS."""
    if nation not in NATIONS:
        raise ValueError(f"no such nation: {nation}")
    scotland, ireland = nation == "scotland", nation == "northern_ireland"
    days = {
        date(year, 1, 1): "New Year's Day",
        easter(year) - 2 * DAY: "Good Friday",
        _monday(year, 5): "Early May bank holiday",
        _last_monday(year, 5): "Spring bank holiday",
        (_monday(year, 8) if scotland else _last_monday(year, 8)): "Summer bank holiday",
        date(year, 12, 25): "Christmas Day",
        date(year, 12, 26): "Boxing Day",
    }
    if scotland:
        days |= {date(year, 1, 2): "2nd January", date(year, 11, 30): "St Andrew's Day"}
    else:
        days[easter(year) + DAY] = "Easter Monday"
    if ireland:
        days |= {date(year, 3, 17): "St Patrick's Day", date(year, 7, 12): "Battle of the Boyne"}
    for entry in _data()["moved"]:
        if entry["day"] in days:
            days[entry["to"]] = days.pop(entry["day"])
    for entry in _data()["extra"]:
        if entry["day"].year == year and nation in entry["nations"]:
            days[entry["day"]] = entry["name"]
    return _with_substitutes(days)


def _with_substitutes(days: dict[date, str]) -> dict[date, str]:
    """A holiday on a weekend gives the next weekday that is none."""
    found = {day: name for day, name in days.items() if day.weekday() < SATURDAY}
    for day, name in sorted(days.items()):
        substitute = day
        while substitute.weekday() >= SATURDAY or (substitute != day and substitute in found):
            substitute += DAY
        found.setdefault(substitute, f"{name} (substitute day)")
    return dict(sorted(found.items()))


def _monday(year: int, month: int) -> date:
    first = date(year, month, 1)
    return first + (MONDAY - first.weekday()) % 7 * DAY


def _last_monday(year: int, month: int) -> date:
    last = date(year + month // 12, month % 12 + 1, 1) - DAY
    return last - (last.weekday() - MONDAY) % 7 * DAY


def why_no_working_day(day: date, nation: str) -> str:
    """Why nothing has to be done on this day ("a Saturday", "Good Friday"); "" for a working day."""
    if day.weekday() >= SATURDAY:
        return "a Saturday" if day.weekday() == SATURDAY else "a Sunday"
    return bank_holidays(day.year, nation).get(day, "")
