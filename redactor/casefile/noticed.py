# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the finder noticed beside the mentions, kept with them until the next analysis: passages that may belong under
the harm test, what the subject knows already, what may be the subject's own address or number, and what tells of
others alone."""

from __future__ import annotations

from collections.abc import Sequence

from redactor.casefile.store import CaseFile
from redactor.domain.cues import CueKind, DataClass, HarmCue
from redactor.domain.entries import EntryKind, EntryPlace, OthersEntry
from redactor.domain.geometry import Box
from redactor.domain.known import KnownDocument, KnownKind
from redactor.domain.mentions import Label
from redactor.domain.own import OwnDetail
from redactor.domain.pages import Where

_CUES = "harm_cues"
_KNOWN = "known_documents"
_OWN = "own_details"
_OTHERS = "others_entries"


def noticed(
    cues: Sequence[HarmCue],
    known: Sequence[KnownDocument],
    own: Sequence[OwnDetail],
    others: Sequence[OthersEntry],
) -> dict[str, object]:
    """All of it as the facts of a case that are kept with what was found."""
    return {
        _CUES: [_row(cue) for cue in cues],
        _KNOWN: [[entry.document, str(entry.kind), entry.why, entry.doubt] for entry in known],
        _OWN: [[str(entry.label), sorted(entry.texts), entry.shown, entry.why] for entry in own],
        _OTHERS: [[e.document, str(e.kind), list(e.people), [_place(p) for p in e.places]] for e in others],
    }


def _row(cue: HarmCue) -> list[object]:
    place = [cue.id, cue.document, cue.page, str(cue.where), cue.start, cue.end, cue.text, _flat(cue.boxes)]
    return [*place, str(cue.kind), cue.why, str(cue.data_class), cue.reason, cue.score]


def stored_cues(case: CaseFile) -> list[HarmCue]:
    """What the last analysis found; nothing before the first."""
    cues = []
    for row in case.get(_CUES, []):
        identity, document, page, where, start, end, text, flat, kind, why, data_class, reason, score = row
        place = (identity, document, page, Where(where), start, end, text, _boxes(flat))
        cues.append(HarmCue(*place, CueKind(kind), why, DataClass(data_class), reason, score))
    return cues


def _flat(boxes: Sequence[Box]) -> list[float]:
    return [round(value, 1) for box in boxes for value in box]


def _boxes(flat: Sequence[float]) -> tuple[Box, ...]:
    return tuple(Box(*flat[i : i + 4]) for i in range(0, len(flat), 4))


def stored_known(case: CaseFile) -> list[KnownDocument]:
    """What the last analysis found; nothing before the first."""
    return [KnownDocument(document, KnownKind(kind), why, doubt) for document, kind, why, doubt in case.get(_KNOWN, [])]


def stored_own(case: CaseFile) -> list[OwnDetail]:
    """What the last analysis asks about; nothing before the first."""
    kept = case.get(_OWN, [])
    return [OwnDetail(Label(label), frozenset(texts), shown, why) for label, texts, shown, why in kept]


def _place(place: EntryPlace) -> list[object]:
    return [place.page, place.start, place.end, place.text, _flat(place.boxes)]


def stored_others(case: CaseFile) -> list[OthersEntry]:
    """What the last analysis found; nothing before the first."""
    entries = []
    for document, kind, people, rows in case.get(_OTHERS, []):
        places = tuple(EntryPlace(page, start, end, text, _boxes(flat)) for page, start, end, text, flat in rows)
        entries.append(OthersEntry(document, EntryKind(kind), tuple(people), places))
    return entries
