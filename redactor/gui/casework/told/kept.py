# SPDX-License-Identifier: AGPL-3.0-or-later
"""What passes between window and case about keeping places of pages and hiding the rest: plain values."""

from __future__ import annotations

from dataclasses import dataclass

from redactor.domain.geometry import Box


@dataclass(frozen=True, slots=True)
class Kept:
    """What the window asks to keep: pages of one document, and a selection on the first (with its words as they were
    seen), or people. ``also``: with what is kept there already."""

    document: str
    first: int
    last: int
    span: tuple[int, int] | None = None
    box: Box | None = None
    people: tuple[str, ...] = ()
    also: bool = True
    text: str = ""


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody named on the pages asked about, and in how many places."""

    id: str
    name: str
    role: str
    mentions: int


@dataclass(frozen=True, slots=True)
class RestEffect:
    """What it would do, in words of the pages as they are read now. ``blank`` pages keep nothing, ``unread`` ones are
    not read yet."""

    pages: int
    kept: int
    hidden: int
    blank: int
    unread: int
