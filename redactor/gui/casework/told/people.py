# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the window is told of people and of what is left to do."""

from __future__ import annotations

from dataclasses import dataclass

from redactor.domain.geometry import Box
from redactor.domain.mentions import Spot
from redactor.gui.casework.told.pages import PageKey


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A person with what is decided, what is proposed, and what a decision would touch. ``agreed``: what the consent
    on record covers, "" where there is none or it does not say."""

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
    agreed: str = ""
    spots: tuple[Spot, ...] = ()  # where their name may be read
    staff: str = ""  # whether accepting would hide somebody who may be staff: see ``review.questions.staff``

    @property
    def to_decide(self) -> bool:
        """Nothing is decided of this person as a whole, and something of theirs waits."""
        return self.undecided > 0 and not self.decision


@dataclass(frozen=True, slots=True)
class Words:
    """Somebody's name as it stands in the record, with the words around it: see ``operations.told.sentences``."""

    before: str
    name: str
    after: str
    key: PageKey
    mention: str
    boxes: tuple[Box, ...] = ()


@dataclass(frozen=True, slots=True)
class TodoRow:
    """One thing left to do; ``outcomes`` are the ways it can be settled on the spot. ``mentions`` is the first of
    them only: a person may have thousands. ``alone``: it is the only one."""

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
    suggests: str = ""  # the reason a harm candidate is proposed to be held back for
    suggests_why: str = ""
    other: PageKey | None = None  # the page with the copy, where copies differ
    subkind: str = ""  # of what may be somebody, or of a harm candidate
    title: str = ""  # the same as the text for a list of two lines, where it is to be parted
    detail: str = ""
    places: int = 1  # that one answer settles
    also: str = ""  # where they are, in a sentence, when they are several
    alone: bool = False


@dataclass(frozen=True, slots=True)
class Beside:
    """A thing to do with the words around its first place, as they are read; ``suggested`` is the outcome that follows
    from what is decided or proposed already, "" where nothing does."""

    id: str
    before: str
    words: str
    after: str
    suggested: str = ""
