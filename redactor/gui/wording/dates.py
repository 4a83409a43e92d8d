# SPDX-License-Identifier: AGPL-3.0-or-later
"""Dates as they are typed and shown in a field: 31/01/2026; kept as ISO dates."""

from __future__ import annotations

import datetime


def iso(text: str) -> str | None:
    """The date typed, "" for none, None for what is not one yet."""
    if not text:
        return ""
    for form in ("%d/%m/%Y", "%Y-%m-%d", "%d.%m.%Y", "%d-%m-%Y"):
        try:
            return datetime.datetime.strptime(text, form).date().isoformat()
        except ValueError:
            continue
    return None


def typed(text: str) -> str:
    """An ISO date as it is typed here: 31/01/2026."""
    year, _, rest = text.partition("-")
    month, _, day = rest.partition("-")
    return f"{day}/{month}/{year}" if day else text
