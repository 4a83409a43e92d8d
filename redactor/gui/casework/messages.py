# SPDX-License-Identifier: AGPL-3.0-or-later
"""What passes between the window and the process that holds the case: plain frozen values, all picklable."""

from __future__ import annotations

from dataclasses import dataclass, field

from redactor.domain.geometry import Box

PageKey = tuple[str, int]
#: A document of the release by its file and its first page.
PartKey = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Problem:
    """An error in a caseworker's words: what happened, where, what to do. ``kind`` is the error's class name."""

    kind: str
    what: str
    where: str = ""
    do: str = ""


@dataclass(frozen=True, slots=True)
class CaseFacts:
    """The case as a whole. ``holder`` says who writes when this opening is read-only."""

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


@dataclass(frozen=True, slots=True)
class ConfirmRow:
    """What the index would say of a document once it is confirmed; ``held`` keeps its heading out of it."""

    key: PartKey
    name: str
    said: str
    held: str = ""


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """One document of the release: ``pages`` pages from page ``first`` of a file. ``title`` is what the index prints,
    ``proposed`` what the program would say and why; ``left`` is how many of its pages are left out."""

    sha256: str
    name: str
    pages: int
    parent: str = ""
    converter: str = ""  # what made its pages, where it came as a file of another kind
    left_out: tuple[str, ...] = ()  # what of that file its pages do not show
    first: int = 1
    number: int = 0
    title: str = ""
    own_title: str = ""
    date: str = ""
    kind: str = ""
    section: str = ""
    proposed: str = ""
    proposed_why: str = ""
    proposed_date: str = ""
    proposed_kind: str = ""
    left: int = 0
    reason: str = ""
    late: bool = False
    split: bool = False
    languages: str = ""  # in which its scans are read ("Welsh and English"), where somebody chose
    looks_welsh: bool = False
    welsh_pages: tuple[int, ...] = ()  # of a document not read so as a whole, the pages chosen by themselves

    @property
    def key(self) -> PartKey:
        return (self.sha256, self.first)

    def holds(self, page: int) -> bool:
        """True for a page of the file that belongs to this document."""
        return self.first <= page < self.first + self.pages


@dataclass(frozen=True, slots=True)
class GivenRow:
    """A file that was given and is not in the case. ``open``: it stands under To do; ``settled`` is what was said."""

    file: str
    status: str
    problem: str
    open: bool
    settled: str = ""


@dataclass(frozen=True, slots=True)
class PageRow:
    """One page: size in points, and why somebody must look at it ("" when not)."""

    document: str
    page: int
    width: float
    height: float
    status: str
    problem: str = ""
    needs_eyes: str = ""

    @property
    def key(self) -> PageKey:
        return (self.document, self.page)


@dataclass(frozen=True, slots=True)
class Scans:
    """How many scanned pages wait to be read, and for how many seconds (None: too early to tell)."""

    waiting: int
    seconds: float | None = None


@dataclass(frozen=True, slots=True)
class PageFlag:
    """What is left and what is held back on a page."""

    left: int = 0
    redacted: int = 0
    withheld: bool = False


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A person with what is decided, what is proposed, and what a decision would touch."""

    id: str
    name: str
    aliases: tuple[str, ...]
    role: str
    profession: str
    relationship: str
    why: str
    mentions: int
    pages: int
    possible: int
    decision: str
    reason: str
    decided: str
    proposal: str
    first: PageKey | None = None
    undecided: int = 0

    @property
    def to_decide(self) -> bool:
        """Nothing is decided of this person as a whole, and something of theirs waits."""
        return self.undecided > 0 and not self.decision


@dataclass(frozen=True, slots=True)
class TodoRow:
    """One thing left to do; ``outcomes`` are the ways it can be settled on the spot. ``mentions`` is the first of
    them only: a person may have thousands."""

    id: str
    kind: str
    document: str
    page: int
    text: str
    outcomes: tuple[str, ...]
    person: str = ""
    mentions: tuple[str, ...] = ()
    boxes: tuple[Box, ...] = ()
    event: str = ""
    suggests: str = ""  # the reason a harm candidate looks like
    other: PageKey | None = None  # the page with the copy, where copies differ
    subkind: str = ""  # of what may be somebody, or of a harm candidate
    title: str = ""  # the same as the text for a list of two lines, where it is to be parted
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Mark:
    """Something shown on a page: a mention, a passage somebody marked, a candidate for the harm test, or words a
    decision lost sight of.

    ``kind``: mention, passage, harm, cue, lost. Of a cue, ``event`` is the thing to do and ``reason`` a suggestion.
    ``decided`` says who decided what and when, in one sentence.
    """

    id: str
    kind: str
    boxes: tuple[Box, ...]
    text: str
    label: str = ""
    role: str = ""
    status: str = ""
    tier: str = ""
    person: str = ""
    name: str = ""
    why: str = ""
    reason: str = ""
    decided: str = ""
    event: str = ""
    where: str = "page"
    score: float = 0.0
    span: tuple[int, int] | None = None  # offsets in the page's text, where it is of the page's words


@dataclass(frozen=True, slots=True)
class PageMarks:
    key: PageKey
    marks: tuple[Mark, ...]
    withheld: str = ""
    withheld_event: str = ""


@dataclass(frozen=True, slots=True)
class WordBoxes:
    """A page's words for selecting: text, offsets in it, and boxes; parallel tuples."""

    key: PageKey
    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    boxes: tuple[Box, ...]
    lines: tuple[int, ...]


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
class Moved:
    """Sent as soon as something was decided or found: what Undo and Redo would do now. ``turn`` counts these."""

    turn: int
    head: int
    undo: str
    redo: str
    standing: Standing


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
class Laid:
    """The documents and pages of the case, in the order of the release."""

    facts: CaseFacts
    documents: tuple[DocumentRow, ...]
    pages: tuple[PageRow, ...]


@dataclass(frozen=True, slots=True)
class Pixels:
    """A drawn page, or a part of it. ``clip`` in points, or None for all of it."""

    key: PageKey
    scale: float
    clip: Box | None
    width: int
    height: int
    stride: int
    data: bytes


@dataclass(frozen=True, slots=True)
class Hit:
    """A place that was searched for. ``span``: offsets in the page's text; ``before`` and ``after``: words about it."""

    document: str
    page: int
    text: str
    boxes: tuple[Box, ...]
    span: tuple[int, int] = (0, 0)
    before: str = ""
    after: str = ""


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
