# SPDX-License-Identifier: AGPL-3.0-or-later
"""A document by which the subject gave or was given information, as the window lists it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class KnownRow:
    """``status``: "open" (proposed to be left in), the outcome somebody chose, or "" where nothing is held back.
    ``why`` shows what it is, ``doubt`` what speaks against it; ``settled`` is what was said on record."""

    id: str
    document: str
    name: str
    page: int
    why: str
    doubt: str
    mentions: int
    people: tuple[str, ...]
    status: str
    settled: str = ""
