# SPDX-License-Identifier: AGPL-3.0-or-later
"""Dates as UK records write them: day before month, or ISO."""

from __future__ import annotations

import calendar
import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from redactor.detect.language.starts import starts_of, tried

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH_WORDS = frozenset((*_MONTHS, "sept", *(name.lower() for name in calendar.month_name[1:])))
_NAMES = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?)"
)
DATE = re.compile(
    rf"""(?ix)(?<![\w/.-])(?:
      (?P<y>(?:19|20)\d\d)[-/.](?P<m>\d\d?)[-/.](?P<d>\d\d?)
    | (?P<d1>\d\d?)(?P<sep>[-/.]|[ ]?/[ ]?)(?P<m1>\d\d?)(?P=sep)(?P<y1>\d{{4}}|\d\d)
    | (?P<d2>\d\d?)(?:st|nd|rd|th)?(?:[ ]day)?(?:[ ]of)?
      [ \t\n/.-]{{0,2}}(?P<m2>{_NAMES})[ \t\n,./-]{{0,2}}(?P<y2>\d{{4}}|'?\d\d)
    | (?P<m3>{_NAMES})[ \t](?P<d3>\d\d?)(?:st|nd|rd|th)?,?[ \t](?P<y3>\d{{4}})
    )(?![\w/-])""",
)


def dates_in(text: str) -> Iterator[re.Match[str]]:
    """What ``DATE.finditer(text)`` gives."""
    starts = starts_of(text)
    return tried(DATE, text, sorted({*starts.numbers, *starts.of(_MONTH_WORDS)}))


def read(match: re.Match[str], today: int = 2100) -> date | None:
    """The day a match of DATE means, or None when there is none such (31 February)."""
    groups = match.groupdict()
    for suffix in ("", "1", "2", "3"):
        year, month, day = groups.get(f"y{suffix}"), groups.get(f"m{suffix}"), groups.get(f"d{suffix}")
        if year and month and day:
            break
    else:
        return None
    year = year.lstrip("'")
    number = int(month) if month.isdigit() else _MONTHS.index(month[:3].lower()) + 1
    full = int(year) if len(year) == 4 else 2000 + int(year)
    try:
        return date(full, number, int(day))
    except ValueError:
        return None


def find_days(text: str, days: frozenset[date]) -> list[tuple[int, int, date]]:
    """Every place where one of these days is written, in any format; a year of two digits fits either century."""
    wanted: dict[tuple[int, int, int], list[date]] = defaultdict(list)
    for day in sorted(days):
        wanted[_without_century(day)].append(day)
    if not wanted:
        return []
    written = ((match, read(match)) for match in dates_in(text))
    return [
        (match.start(), match.end(), day)
        for match, found in written
        if found is not None
        for day in wanted.get(_without_century(found), ())
    ]


def _without_century(day: date) -> tuple[int, int, int]:
    return day.month, day.day, day.year % 100
