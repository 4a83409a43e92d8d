# SPDX-License-Identifier: AGPL-3.0-or-later
"""Documents by which the data subject gave or was given information: what is in them they know already."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class KnownKind(StrEnum):
    LETTER_TO = "letter_to"
    LETTER_FROM = "letter_from"
    STATEMENT = "statement"
    MEETING = "meeting"


@dataclass(frozen=True, slots=True)
class KnownDocument:
    """``document`` is a SHA-256. ``why`` says what shows it ("letter to the subject of 3 May 2019"); ``doubt`` what
    speaks against it ("it is marked as a draft"), "" when nothing does. A proposal: a person accepts it."""

    document: str
    kind: KnownKind
    why: str
    doubt: str = ""
