# SPDX-License-Identifier: AGPL-3.0-or-later
"""What was given to the case and could not be taken in, and what conversions left off the pages. Pure.

Nothing is passed over in silence: a file that was refused stays on the list until it is taken in after all (its
password was given, LibreOffice was installed), or somebody has said why the record is complete without it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from redactor.domain.journal import Event, Kind
from redactor.domain.problems import problem_again
from redactor.domain.saying import joined, say


class NotTaken(StrEnum):
    """Why a file is not a document of the case.

    STOPPED: somebody stopped adding before it came to it. LITTER is what operating systems leave in folders, and
    DUPLICATE a file that is there already: both are on record, and nobody needs to look at them.
    """

    REFUSED = "refused"
    PASSED_OVER = "passed_over"
    STOPPED = "stopped"
    LITTER = "litter"
    DUPLICATE = "duplicate"


#: These block submission until somebody has looked.
TO_BE_SEEN = frozenset({NotTaken.REFUSED, NotTaken.PASSED_OVER, NotTaken.STOPPED})


@dataclass(frozen=True, slots=True)
class NotTakenFile:
    """A file given to the case that is not among its documents. ``name`` is as it was given; ``sha256`` is "" when
    it could not be read; ``parent`` is the document it was attached to."""

    name: str
    sha256: str
    size: int
    status: NotTaken
    problem: str
    parent: str = ""
    at: str = ""

    @property
    def id(self) -> str:
        """The id of its thing to do; the same file with another problem is another thing."""
        told = "\x1f".join((self.name, self.sha256, str(self.status), self.problem))
        return "refused_file-" + hashlib.sha256(told.encode("utf-8", "replace")).hexdigest()[:10]

    def to_json(self) -> dict[str, Any]:
        return {
            "file": self.name,
            "sha256": self.sha256,
            "size": self.size,
            "status": str(self.status),
            "problem": self.problem,
            "parent": self.parent,
        }


@dataclass(frozen=True, slots=True)
class Shortfall:
    """A converted document whose pages do not show all of the file they were made from."""

    document: str
    name: str
    converter: str
    notes: tuple[str, ...]

    @property
    def id(self) -> str:
        told = "\x1f".join((self.document, *self.notes))
        return "conversion-" + hashlib.sha256(told.encode("utf-8", "replace")).hexdigest()[:10]


@dataclass(slots=True)
class IntakeRecord:
    """The journal's events about intake, folded."""

    files: dict[str, NotTakenFile] = field(default_factory=dict)
    shortfalls: list[Shortfall] = field(default_factory=list)
    names: set[str] = field(default_factory=set)
    _hashes: set[str] = field(default_factory=set)

    def apply(self, event: Event) -> None:
        """Take one event into account; those that are not about intake change nothing."""
        if event.kind is Kind.DOCUMENT_ADDED:
            self._added(event.payload)
        elif event.kind is Kind.FILES_NOT_TAKEN:
            for entry in event.payload["files"]:
                self._not_taken(entry, event.at)

    def _added(self, data: Mapping[str, Any]) -> None:
        made = data.get("conversion") or {}
        self.names.add(str(data.get("name", "")))
        self._hashes.update(str(value) for value in (data.get("sha256"), made.get("source")) if value)
        if made.get("notes"):
            self.shortfalls.append(
                Shortfall(data["sha256"], data["name"], made["converter"], tuple(map(str, made["notes"])))
            )

    def _not_taken(self, entry: Mapping[str, Any], at: str) -> None:
        file = NotTakenFile(
            str(entry["file"]),
            str(entry["sha256"]),
            int(entry["size"]),
            NotTaken(entry["status"]),
            str(entry["problem"]),
            str(entry.get("parent", "")),
            at,
        )
        self.files[file.id] = file

    def taken_in(self, file: NotTakenFile) -> bool:
        """Whether these very bytes have been taken in after all. Another file of the same name may be a repaired
        copy or something else: that is for a person to say. Only of a file that was never read the name is all
        there is to go by."""
        if file.sha256:
            return file.sha256 in self._hashes
        looked_at = (other for other in self.files.values() if other.name == file.name)
        return file.name in self.names or any(other.sha256 for other in looked_at)

    def open_files(self) -> list[NotTakenFile]:
        """What somebody has to look at, in the order it came."""
        return [file for file in self.files.values() if file.status in TO_BE_SEEN and not self.taken_in(file)]


def todo_lines(
    record: IntakeRecord, settled: Mapping[str, object], settle: Callable[[str, str], str]
) -> Iterator[tuple[str, str, str, str, str, str, str]]:
    """What is left to do about intake, each as (kind, id, document, text, how, file's name, what became of it).
    ``settle`` words the command for a kind and an id."""
    for file in record.open_files():
        if file.id not in settled:
            why = problem_again(file.problem)
            if file.name in record.names:
                why = say("{why} (a document of that name is in the case)", why=why)
            text = say("{name} was not taken in: {why}", name=file.name, why=why)
            how = f"Add a copy that opens if there is one, then {settle('refused_file', file.id)}"
            yield "refused_file", file.id, "", text, how, file.name, why
    for short in record.shortfalls:
        if short.id not in settled:
            lost = say(
                "converted ({converter}); its pages do not show all of it: {notes}",
                converter=short.converter,
                notes=joined([problem_again(note) for note in short.notes], "; "),
            )
            text = say("{name} was {lost}", name=short.name, lost=lost)
            how = "Compare it with the file (redactor source CASE --file F --out FILE), then "
            how += settle("conversion", short.id)
            yield "conversion", short.id, short.document, text, how, short.name, lost
