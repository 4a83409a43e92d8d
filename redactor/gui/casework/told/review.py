# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the window is told of notes, the team lead's view and conflicts between copies: plain values."""

from __future__ import annotations

from dataclasses import dataclass

from redactor.domain.geometry import Box
from redactor.gui.casework.told.pages import PageKey


@dataclass(frozen=True, slots=True)
class ReviewRow:
    """One line of the team lead's view. ``family``: note, risk or change; ``kind`` its heading. ``note`` is a note's
    id; ``can`` are the ways this person may settle it; ``lines`` are the details one by one, as they were typed."""

    id: str
    family: str
    kind: str
    title: str
    detail: str
    new: bool = False
    key: PageKey | None = None
    boxes: tuple[Box, ...] = ()
    person: str = ""
    note: str = ""
    open: bool = False
    can: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReviewNow:
    """The team lead's view as it stands. ``sample`` is what the sample said, "" when nobody has read it."""

    rows: tuple[ReviewRow, ...]
    first_look: bool
    sample: str
    lead: bool


@dataclass(frozen=True, slots=True)
class ConflictNow:
    """A conflict between two copies, to be decided: what it is about, and what each says."""

    id: str
    text: str
    told: tuple[str, str]
