# SPDX-License-Identifier: AGPL-3.0-or-later
"""How many, in words."""

from __future__ import annotations


def count(number: int, one: str, many: str = "") -> str:
    """ "1 page", "1,204 pages"."""
    return f"1 {one}" if number == 1 else f"{number:,} {many or one + 's'}"
