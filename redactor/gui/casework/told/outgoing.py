# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the window is told of letters, of what was released and questioned, and of how long cases are kept."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LetterNow:
    """The covering letter as it would be written, and what it cannot say yet."""

    text: str
    open_points: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NumberRow:
    """A number of the log, or one that is questioned. ``state``: "", open, uphold or lift."""

    number: int
    title: str
    detail: str
    state: str = ""


@dataclass(frozen=True, slots=True)
class AgainNow:
    """What was released, what of it is questioned, and what the next release would be. ``pages`` are those it has."""

    numbers: tuple[NumberRow, ...]
    questioned: tuple[NumberRow, ...]
    statements: tuple[tuple[str, str], ...]
    supplement: bool
    pages: int


@dataclass(frozen=True, slots=True)
class KeepingNow:
    kinds: tuple[tuple[str, str], ...]
    kind: str
    due: str
    why: str
    hold: str


@dataclass(frozen=True, slots=True)
class ErasingNow:
    """What erasing the case would do: ``early`` where it is before its day, ``copies`` known to exist elsewhere."""

    reference: str
    why: str
    early: bool
    events: int
    copies: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DueRow:
    """A case on the list of a folder; ``tone`` is that of its badge."""

    path: str
    title: str
    detail: str
    badge: str
    tone: str
