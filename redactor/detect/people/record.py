# SPDX-License-Identifier: AGPL-3.0-or-later
"""What is being worked out: the whole record while its people are found."""

from __future__ import annotations

import uuid
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from redactor.detect.language.found import RawSpan, SubjectFacts, Unit
from redactor.detect.people.assemble import Place
from redactor.detect.people.people import People
from redactor.detect.people.roles import Evidence

#: Ids are derived from the record's content, so the same record gives the same ids on any machine.
NAMESPACE = uuid.UUID("5f1f8a52-5a0c-5d0b-9a67-3a1d7c1e9b40")


SURE = 0.5


#: A name seen once, by a weak layer, makes nobody.
ENOUGH_FULL, ENOUGH_SINGLE = 0.45, 0.5


@dataclass
class Record:
    """What is being worked out."""

    units: Sequence[Unit]
    texts: list[str]
    raw: list[list[RawSpan]]
    people: People
    subject: int = -1
    own: SubjectFacts | None = None
    #: Places of terms that are never to be redacted, by text; sorted (start, end).
    never: dict[int, list[tuple[int, int]]] = field(default_factory=dict)
    #: The office's own addresses and numbers, and who stands for the office among the people.
    office: tuple[Sequence[str], Sequence[str], int] = ((), (), -1)
    places: list[list[Place]] = field(default_factory=list)
    evidence: dict[int, Evidence] = field(default_factory=lambda: defaultdict(Evidence))
    #: The cells that say which of the staff wrote an entry, by text.
    staff: list[list[tuple[int, int]]] = field(default_factory=list)
    #: Texts that somebody outside the office wrote: who signs there is no staff.
    outside: frozenset[int] = frozenset()
    #: Whose initials each document says they are: by document and letters.
    said: dict[tuple[str, str], set[int]] = field(default_factory=dict)
    #: Of people who read as being at work: in how many of their places, and how many those are; see at_work.py.
    at_work: dict[int, tuple[int, int]] = field(default_factory=dict)
    first_place: dict[int, tuple[str, int]] = field(default_factory=dict)


def overlaps(spans: list[tuple[int, int]], start: int, end: int) -> bool:
    index = bisect_left(spans, (end, -1))
    return any(a < end and start < b for a, b in spans[max(index - 4, 0) : index])
