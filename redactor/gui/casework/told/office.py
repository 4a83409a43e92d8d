# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the window is told of the office's own files: its lists, and its roster."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ListsNow:
    """An office's lists: each entry's kind, value and profession; ``new`` of them were put on just now. ``used``: the
    open case goes by them as they are."""

    office: str
    entries: tuple[tuple[str, str, str], ...]
    new: int = 0
    used: bool = False


@dataclass(frozen=True, slots=True)
class RosterNow:
    """An office's roster: name and role of whoever is on it. ``used``: the open case goes by it as it is."""

    office: str
    members: tuple[tuple[str, str], ...]
    used: bool = False
