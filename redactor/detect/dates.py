# SPDX-License-Identifier: AGPL-3.0-or-later
"""Dates as UK records write them: day before month, or ISO."""

from __future__ import annotations

import re
from datetime import date

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
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


def same_day(match: re.Match[str], day: date) -> bool:
    """Whether the match means that day; a year of two digits fits either century."""
    found = read(match)
    if found is None:
        return False
    return (found.month, found.day) == (day.month, day.day) and found.year % 100 == day.year % 100


def find_days(text: str, days: frozenset[date]) -> list[tuple[int, int, date]]:
    """Every place where one of these days is written, in any format."""
    if not days:
        return []
    return [(m.start(), m.end(), day) for m in DATE.finditer(text) for day in days if same_day(m, day)]
