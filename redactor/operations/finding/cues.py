# SPDX-License-Identifier: AGPL-3.0-or-later
"""Candidates for the harm test, kept with the findings."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from redactor.casefile.store import CaseFile
from redactor.detect.language.found import Cue, Unit
from redactor.domain.cues import CueKind, DataClass, HarmCue
from redactor.domain.geometry import Box
from redactor.domain.pages import PageContent, Where
from redactor.operations.finding.findings import Origin, boxes_of

_KEY = "harm_cues"


def to_cues(
    case: CaseFile, units: Sequence[Unit], origins: Sequence[Origin], found: Sequence[Sequence[Cue]]
) -> list[HarmCue]:
    """Candidates with boxes. What a form field or a comment shows on its page is found there, and not twice."""
    cues: list[HarmCue] = []
    content: PageContent | None = None
    at = ("", 0)
    on_page: set[str] = set()
    for unit, origin, candidates in zip(units, origins, found, strict=True):
        if not candidates:
            continue
        if at != (origin.document, origin.page):
            at = (origin.document, origin.page)
            content = case.page(*at) if origin.page else None
            on_page = set()
        for cue in candidates:
            text = " ".join(unit.text[cue.start : cue.end].split())
            words = text.casefold()
            if origin.place is None:
                on_page.add(words)
            elif words in on_page:
                continue
            boxes = boxes_of(content, origin, cue.start, cue.end, text)
            cues.append(_cue(unit, origin, cue, text, boxes))
    return cues


def _cue(unit: Unit, origin: Origin, cue: Cue, text: str, boxes: tuple[Box, ...]) -> HarmCue:
    key = f"{unit.id}/{origin.document}/{cue.start}/{cue.end}/{cue.kind}"
    return HarmCue(
        id="h-" + hashlib.sha256(key.encode()).hexdigest()[:12],
        document=origin.document,
        page=origin.page,
        where=unit.where,
        start=cue.start,
        end=cue.end,
        text=text,
        boxes=boxes,
        kind=cue.kind,
        why=cue.why,
        data_class=cue.data_class,
        reason=cue.reason,
        score=cue.score,
    )


def store_cues(case: CaseFile, cues: Sequence[HarmCue]) -> None:
    """Keep them in the place of all there were."""
    case.put(_KEY, [_row(cue) for cue in cues])


def _row(cue: HarmCue) -> list[object]:
    flat = [round(value, 1) for box in cue.boxes for value in box]
    place = [cue.id, cue.document, cue.page, str(cue.where), cue.start, cue.end, cue.text, flat]
    return [*place, str(cue.kind), cue.why, str(cue.data_class), cue.reason, cue.score]


def stored_cues(case: CaseFile) -> list[HarmCue]:
    """What the last analysis found; nothing before the first."""
    cues = []
    for row in case.get(_KEY, []):
        identity, document, page, where, start, end, text, flat, kind, why, data_class, reason, score = row
        boxes = tuple(Box(*flat[i : i + 4]) for i in range(0, len(flat), 4))
        place = (identity, document, page, Where(where), start, end, text, boxes)
        cues.append(HarmCue(*place, CueKind(kind), why, DataClass(data_class), reason, score))
    return cues
