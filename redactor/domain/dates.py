# SPDX-License-Identifier: AGPL-3.0-or-later
"""Dates the British way, whatever language the machine speaks."""

from __future__ import annotations

from datetime import date, datetime

from redactor.domain.saying import said_each, say

MONTHS = said_each(
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def british(day: date | str) -> str:
    """ "31 January 2026" from a date, an ISO date or an ISO moment; what is none comes back as it is."""
    if isinstance(day, str):
        try:
            return _spelt(date.fromisoformat(day[:10]))
        except ValueError:
            return day
    return _spelt(day)


def british_moment(iso: str) -> str:
    """ "31 January 2026, 14:05" in local time, from UTC ISO 8601; what is none comes back as it is."""
    try:
        moment = datetime.fromisoformat(iso.replace("Z", "+00:00")).astimezone()
    except ValueError:
        return iso
    return say("{date}, {time}", date=_spelt(moment), time=f"{moment:%H:%M}")


def _spelt(day: date) -> str:
    return say("{day} {month} {year}", day=day.day, month=MONTHS[day.month - 1], year=day.year)
