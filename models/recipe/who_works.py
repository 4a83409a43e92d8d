# SPDX-License-Identifier: AGPL-3.0-or-later
"""Who of the records written by hand (encoder/written) is there in their work for a body: at_work/*.txt, one line a record,
``file#number | names of staff | names of which the record does not tell``. Every other marked name is somebody else's.

Three people read the records for this, each a part; none had seen the project's rules, and nobody worked it out by a program.
"""

from __future__ import annotations

import zlib
from collections import Counter, defaultdict
from pathlib import Path
from typing import NamedTuple

from models.recipe.encoder.written import FOLDER, MARK
from redactor.detect.language.found import SubjectFacts, Unit
from redactor.detect.layers.reading import LAYERS, read
from redactor.detect.people.resolve import resolve
from redactor.domain.mentions import AT_WORK, Role

HERE = Path(__file__).with_name("at_work")
#: One record in ASIDE is never learnt from.
ASIDE = 6


class Marked(NamedTuple):
    """Characters ``start`` to ``end`` (exclusive) of a record: somebody's name, and whether they work there (None: not told)."""

    start: int
    end: int
    staff: bool | None


class Reading(NamedTuple):
    """A record's words without marks, and its names in order."""

    id: str
    text: str
    names: tuple[Marked, ...]

    @property
    def aside(self) -> bool:
        return zlib.crc32(self.id.encode()) % ASIDE == 0


def readings() -> list[Reading]:
    """Every record that was read. Raises ValueError where a line names what is not marked in its record."""
    found = []
    for listed in sorted(HERE.glob("*.txt")):
        records = {}
        for file in sorted((FOLDER / listed.stem).glob("*.txt")):
            blocks = ("\n" + file.read_text(encoding="utf-8")).split("\n=== ")[1:]
            records.update({f"{file.stem}#{n}": block.partition("\n")[2].strip("\n") for n, block in enumerate(blocks)})
        for line in listed.read_text(encoding="utf-8").splitlines():
            if line.startswith("#"):
                continue
            name, staff, unclear = [*(part.strip() for part in line.split("|")), ""][:3]
            found.append(_reading(f"{listed.stem}/{name}.txt", records[name], _names(staff), _names(unclear)))
    return found


def _names(listed: str) -> frozenset[str]:
    return frozenset(name.strip() for name in listed.split(";") if name.strip())


def _reading(name: str, record: str, staff: frozenset[str], unclear: frozenset[str]) -> Reading:
    text, names, last, forms = "", [], 0, set()
    for match in MARK.finditer(record):
        text += record[last : match.start()]
        last = match.end()
        if match[1] is not None:
            form = " ".join(match[1].split())
            forms.add(form)
            names.append(Marked(len(text), len(text) + len(match[1]), None if form in unclear else form in staff))
        text += match[1] or match[3]
    if unknown := (staff | unclear) - forms:
        raise ValueError(f"{name}: no such name is marked: {sorted(unknown)}")
    return Reading(name, text + record[last:], tuple(names))


#: The records do not say whose file they are in: nobody's who is named.
_NOBODY = SubjectFacts("Zebedee Quillfeather")


def told(records: list[Reading], layers: frozenset[str] = LAYERS) -> Counter[tuple[str, bool]]:
    """People of ``records`` by what the finder takes them for ("professional", "at work" for other people who read so, "third party")
    and whether they are staff. Whom it did not find is not counted, nor of whom the record does not tell."""
    counts: Counter[tuple[str, bool]] = Counter()
    for record, raw in zip(records, read([record.text for record in records], layers), strict=True):
        found = resolve([Unit(record.id, record.text)], [raw], _NOBODY, layers=layers)
        staff: dict[str, list[bool | None]] = defaultdict(list)
        for span in found.spans[0]:
            staff[span.person] += [name.staff for name in record.names if name.start < span.end and span.start < name.end]
        for person in found.people:
            if not staff[person.id] or person.role is Role.SUBJECT:
                continue
            truth = Counter(staff[person.id]).most_common(1)[0][0]
            kind = "professional" if person.role is Role.PROFESSIONAL else "at work" if person.why.startswith(AT_WORK) else "third party"
            if truth is not None:
                counts[kind, truth] += 1
    return counts
