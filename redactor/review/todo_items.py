# SPDX-License-Identifier: AGPL-3.0-or-later
"""Things to do before a case can be submitted: their kinds, what settles each, and how one is known. Pure."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from redactor.domain.journal import Anchor
from redactor.domain.mentions import LABEL_WORDS, Label, Mention
from redactor.domain.pages import PageStatus
from redactor.domain.saying import count, joined, said_all, say
from redactor.review.decisions.anchors import anchor_of
from redactor.review.decisions.decided import PageKey


class TodoKind(StrEnum):
    """Kinds of things that block submission, most basic first."""

    NOT_ANALYSED = "not_analysed"
    REFUSED_FILE = "refused_file"
    CONVERSION = "conversion"
    UNREADABLE_PAGE = "unreadable_page"
    DRAWN_DIFFERENTLY = "drawn_differently"
    NOT_RELEASABLE = "not_releasable"
    OWN = "own"
    PERSON = "person"
    MENTION = "mention"
    POSSIBLE = "possible"
    MISSING_FIELD = "missing_field"
    REQUESTER = "requester"
    REQUEST = "request"
    CONSENT = "consent"
    CLASS = "class"
    OPINION = "opinion"
    CHALLENGE = "challenge"
    LOST_ANCHOR = "lost_anchor"
    RESIDUAL = "residual"
    NEEDS_EYES = "needs_eyes"
    INCONSISTENT = "inconsistent"
    LATE = "late"
    ARRANGEMENT = "arrangement"
    OTHERS = "others"
    HARM_CUE = "harm_cue"
    KNOWN = "known"
    NOTE = "note"
    CONFLICT = "conflict"


#: What each is called in plain words, as a heading.
KIND_WORDS: Mapping[str, str] = said_all(
    {
        TodoKind.NOT_ANALYSED: "Analysis",
        TodoKind.REFUSED_FILE: "Files not taken in",
        TodoKind.CONVERSION: "Converted documents to compare",
        TodoKind.UNREADABLE_PAGE: "Pages that could not be read",
        TodoKind.DRAWN_DIFFERENTLY: "Pages that programs draw differently",
        TodoKind.NOT_RELEASABLE: "Pages that cannot be released as they stand",
        TodoKind.OWN: "Perhaps the subject's own",
        TodoKind.PERSON: "People",
        TodoKind.MENTION: "Other details",
        TodoKind.POSSIBLE: "Possibly somebody",
        TodoKind.MISSING_FIELD: "Reasons not complete",
        TodoKind.REQUESTER: "Reasons not lawful here",
        TodoKind.REQUEST: "The request",
        TodoKind.CONSENT: "Other people: what is on record",
        TodoKind.CLASS: "Classes of documents",
        TodoKind.OPINION: "Opinions on serious harm",
        TodoKind.CHALLENGE: "Numbers that were questioned",
        TodoKind.LOST_ANCHOR: "Redactions to look at again",
        TodoKind.RESIDUAL: "Still readable elsewhere",
        TodoKind.NEEDS_EYES: "Pages to look at",
        TodoKind.INCONSISTENT: "Redacted in one copy, open in another",
        TodoKind.LATE: "Papers that came late",
        TodoKind.ARRANGEMENT: "The index",
        TodoKind.OTHERS: "Only about other people",
        TodoKind.HARM_CUE: "Passages that may harm",
        TodoKind.KNOWN: "Perhaps known already",
        TodoKind.NOTE: "Comments, and things to come back to",
        TodoKind.CONFLICT: "Decided differently in two copies",
    }
)
#: Kinds that are about one whole page, which "redact" withholds.
OF_A_PAGE = frozenset(
    {TodoKind.UNREADABLE_PAGE, TodoKind.DRAWN_DIFFERENTLY, TodoKind.NOT_RELEASABLE, TodoKind.NEEDS_EYES}
)
#: The outcomes that settle each kind; kinds not named here are settled by doing the work.
SETTLED_BY: Mapping[TodoKind, tuple[str, ...]] = {
    TodoKind.REFUSED_FILE: ("seen",),
    TodoKind.CONVERSION: ("seen",),
    TodoKind.UNREADABLE_PAGE: ("seen", "redact"),
    TodoKind.DRAWN_DIFFERENTLY: ("seen", "redact"),
    TodoKind.NOT_RELEASABLE: ("redact",),
    TodoKind.OWN: ("leave", "seen"),
    TodoKind.PERSON: ("leave", "redact", "known"),
    TodoKind.MENTION: ("leave", "redact", "known"),
    TodoKind.POSSIBLE: ("leave", "redact", "known"),
    TodoKind.REQUEST: ("seen",),
    TodoKind.CONSENT: ("leave", "redact", "known"),
    TodoKind.CLASS: ("seen", "leave"),
    TodoKind.OPINION: ("known",),
    TodoKind.LOST_ANCHOR: ("seen",),
    TodoKind.RESIDUAL: ("leave", "redact", "known"),
    TodoKind.NEEDS_EYES: ("seen", "redact"),
    TodoKind.INCONSISTENT: ("redact", "leave", "known"),
    TodoKind.LATE: ("seen", "leave"),
    TodoKind.OTHERS: ("redact", "leave", "known"),
    TodoKind.HARM_CUE: ("leave", "redact", "seen"),
    TodoKind.KNOWN: ("known", "redact"),
    TodoKind.NOTE: ("seen",),
}


@dataclass(frozen=True, slots=True)
class TodoItem:
    """One thing to do. ``document`` is a SHA-256 ("" for the whole case), ``page`` counts from 1 (0: none).
    ``event`` is the decision that is not complete, where it is one; ``subkind`` the kind of a harm candidate or of what
    may be somebody. Where copies differ, ``places`` are those that are open and ``other`` is the page that redacts
    them. ``title`` and ``detail`` say the same as ``text`` for a list of two lines ("": it is not to be parted).
    ``stands``: where the same words begin, when they stand in several places and one answer settles all of them."""

    id: str
    kind: TodoKind
    document: str
    page: int
    text: str
    how: str
    person: str = ""
    mentions: tuple[str, ...] = ()
    anchors: tuple[Anchor, ...] = field(default=())
    event: str = ""
    subkind: str = ""
    places: tuple[str, ...] = ()
    other: PageKey | None = None
    title: str = ""
    detail: str = ""
    stands: tuple[PageKey, ...] = ()


@dataclass(frozen=True, slots=True)
class PageFact:
    """What is known of a page's reading."""

    document: str
    page: int
    status: PageStatus
    problem: str = ""
    needs_eyes: str = ""


@dataclass(frozen=True, slots=True)
class ResidualHit:
    """Words that would still be readable and look like somebody redacted. ``how`` is "" for words of the text layer,
    "picture" for what only the page's picture shows, "looks out" for part of what a box hides, read beside it, and
    "near copy" for much the same as a passage that is held back, which is the term then; ``context`` are the words
    around, as they stay readable."""

    anchor: Anchor
    person: str
    term: str
    how: str = ""
    context: str = ""


def item_id(kind: TodoKind, *parts: object) -> str:
    """Stable: the same thing to do has the same id however often it is asked."""
    return f"{kind}-" + hashlib.sha256("\x1f".join(str(part) for part in parts).encode()).hexdigest()[:10]


def settle_words(kind: str, identity: str) -> str:
    """The command that settles an item, with the outcomes that fit it."""
    outcomes = "|".join(SETTLED_BY[TodoKind(kind)])
    return f"redactor settle CASE {identity} --outcome {outcomes} --why W --as ID"


def group_item(
    kind: TodoKind,
    key: tuple[str, ...],
    group: Sequence[Mention],
    text: str,
    how: str,
    person: str,
    subkind: str = "",
    title: str = "",
    detail: str = "",
) -> TodoItem:
    """One thing to do about several mentions, shown where the first of them stands."""
    first = group[0]
    mentions, anchors = tuple(m.id for m in group), tuple(anchor_of(m) for m in group)
    return TodoItem(
        item_id(kind, *key),
        kind,
        first.document,
        first.page,
        text,
        how,
        person,
        mentions,
        anchors,
        subkind=subkind,
        title=title,
        detail=detail,
    )


def how_often(group: Sequence[Mention]) -> str:
    """ "3 mentions on 2 pages"."""
    pages = len({(m.document, m.page) for m in group})
    return say("{mentions} on {pages}", mentions=count(len(group), "mention"), pages=count(pages, "page"))


def what_and_where(group: Sequence[Mention], label: str) -> str:
    """ "telephone number: 3 mentions on 2 pages"."""
    return joined([LABEL_WORDS[Label(label)], how_often(group)], ": ")
