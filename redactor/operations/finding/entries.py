# SPDX-License-Identifier: AGPL-3.0-or-later
"""Parts of shared papers that tell of others alone, with the boxes they fill on their pages."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from redactor.casefile.store import CaseFile
from redactor.detect.language.found import FoundEntry, Unit
from redactor.domain.entries import EntryPlace, OthersEntry
from redactor.domain.pages import Origin
from redactor.operations.finding.findings import on_pages


def to_entries(
    case: CaseFile, units: Sequence[Unit], origins: Sequence[Origin], found: Sequence[FoundEntry]
) -> list[OthersEntry]:
    """The parts with boxes, in the order of the record. Reads each page that holds one once."""
    wanted: dict[int, list[tuple[int, int, int]]] = defaultdict(list)
    for number, entry in enumerate(found):
        for page, start, end in entry.pieces:
            wanted[page].append((number, start, end))
    places: dict[int, list[EntryPlace]] = defaultdict(list)
    pieces = [wanted.get(number, []) for number in range(len(units))]
    for unit, origin, here, content in on_pages(case, units, origins, pieces):
        for number, start, end in here:
            text = " ".join(unit.text[start:end].split())
            boxes = content.boxes_between(start, end) if content is not None else ()
            places[number].append(EntryPlace(origin.page, start, end, text, boxes))
    return [
        OthersEntry(origins[entry.pieces[0][0]].document, entry.kind, entry.people, tuple(places[number]))
        for number, entry in enumerate(found)
    ]
