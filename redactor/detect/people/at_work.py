# SPDX-License-Identifier: AGPL-3.0-or-later
"""Who reads as somebody at work, though no rule knows of an office of theirs.

It is no proof: of four it means, one is somebody else. So nobody is disclosed by it. Who is hidden as another person
and reads so is put to a caseworker as perhaps being there for work.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence

from redactor.detect.language.around import scores
from redactor.detect.people.record import Record
from redactor.domain.mentions import AT_WORK, Role

#: A person whose places together say less is not asked about: four of five above it work there, by cross-validation.
LEAST = 0.2


def judged(record: Record) -> dict[int, tuple[int, int]]:
    """Of people who read as being at work: in how many of their places, and how many those are."""
    said: dict[int, list[float]] = defaultdict(list)
    for text, places in zip(record.texts, record.places, strict=True):
        named = sorted((p.start, p.end, p.person) for p in places if p.person >= 0 and p.name is not None)
        for number, score in scores(text, [(start, end) for start, end, _ in named]):
            said[named[number][2]].append(score)
    return {
        person: (sum(score > 0 for score in each), len(each)) for person, each in said.items() if together(each) > LEAST
    }


def together(each: Sequence[float]) -> float:
    """What somebody's places say together. Many that say a little add up, though not as if none knew of another."""
    return sum(each) / math.sqrt(len(each))


def perhaps(record: Record, number: int, role: Role) -> str:
    """Why somebody taken for another person may be there for work, in plain words; "" where that is not asked: nothing
    the record says of their own life is outweighed by how the rest reads."""
    evidence, somebody = record.evidence.get(number), record.people.all[number]
    if role is not Role.THIRD_PARTY or somebody.role is not Role.UNKNOWN or (evidence and evidence.personal):
        return ""
    if record.subject >= 0 and somebody.surnames & record.people.all[record.subject].surnames:
        return ""
    some, every = record.at_work.get(number, (0, 0))
    return "" if not some else AT_WORK if every == 1 else f"{AT_WORK} in {some} of {every} places"
