# SPDX-License-Identifier: AGPL-3.0-or-later
"""What passes between the window and the case about classes and opinions: plain frozen values, all picklable."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ClassRow:
    """One document: its class, whether somebody confirmed it, and what speaks for it."""

    id: str
    name: str
    kind: str
    confirmed: bool
    why: str


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """A line of the ledger. ``kind``: question (``number`` can be answered), opinion, passage or lacking; ``document``
    is the whole document it is about, where it is; ``place`` the page where something is lacking."""

    id: str
    kind: str
    title: str
    detail: str
    badge: str
    tone: str
    number: int = 0
    document: str = ""
    place: tuple[str, int] | None = None


@dataclass(frozen=True, slots=True)
class LedgerNow:
    classes: tuple[ClassRow, ...]
    ledger: tuple[LedgerRow, ...]
