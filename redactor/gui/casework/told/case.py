# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the window is told of the case as a whole: errors, who is at it, where it stands, what it counts."""

from __future__ import annotations

from dataclasses import dataclass, field

from redactor.domain.journal import Actor
from redactor.gui.casework.told.documents import DocumentRow
from redactor.gui.casework.told.pages import PageFlag, PageKey, PageRow
from redactor.gui.casework.told.people import PersonRow, TodoRow


@dataclass(frozen=True, slots=True)
class Problem:
    """An error in a caseworker's words: what happened, where, what to do. ``kind`` is the error's class name."""

    kind: str
    what: str
    where: str = ""
    do: str = ""


@dataclass(frozen=True, slots=True)
class CaseFacts:
    """The case as a whole. ``holder`` says who writes when this opening is read-only; ``handed``, where this is a copy
    that was handed over, to whom, when and what for."""

    path: str
    reference: str
    subject: str
    aliases: tuple[str, ...]
    dob: str
    requester: str
    received: str
    read_only: bool
    holder: str
    office: str
    handed: str = ""


@dataclass(frozen=True, slots=True)
class Laid:
    """The documents and pages of the case, in the order of the release."""

    facts: CaseFacts
    documents: tuple[DocumentRow, ...]
    pages: tuple[PageRow, ...]


@dataclass(frozen=True, slots=True)
class Moved:
    """Sent as soon as something was decided or found: what Undo and Redo would do now. ``turn`` counts these.
    ``authors`` took part in the case, and so cannot approve it."""

    turn: int
    head: int
    undo: str
    redo: str
    standing: Standing
    authors: tuple[Actor, ...] = ()


@dataclass(frozen=True, slots=True)
class Counted:
    """The case worked out again, as of ``turn`` at least (see :class:`Moved`). ``complete`` once the sweep for what
    could still be read has run as well."""

    turn: int
    people: tuple[PersonRow, ...]
    flags: dict[PageKey, PageFlag]
    todo: tuple[TodoRow, ...]
    analysed: bool
    complete: bool
    redactions: int = 0
    widths: str = ""  # how many boxes will show how wide is what they hide, in a sentence; "" until it is known
    accept: tuple[int, int, int] = (0, 0, 0)  # people, mentions and pages that "accept what is proposed" covers


@dataclass(frozen=True, slots=True)
class Standing:
    """Where the case stands between its caseworker and its team lead."""

    state: str  # working, submitted, approved, exported
    submitted_by: str = ""
    submitted_at: str = ""
    approved_by: str = ""
    approved_at: str = ""
    returned_by: str = ""
    comment: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """One line of "what changed since": when, who, what."""

    at: str
    who: str
    what: str


@dataclass(frozen=True, slots=True)
class Who:
    """The identity in use."""

    name: str
    role: str
    key: str
    path: str = field(default="")


@dataclass(frozen=True, slots=True)
class Scans:
    """How many scanned pages wait to be read, and for how many seconds (None: too early to tell)."""

    waiting: int
    seconds: float | None = None
