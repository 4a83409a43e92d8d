# SPDX-License-Identifier: AGPL-3.0-or-later
"""Candidates for the harm test, kept with the findings."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from redactor.casefile.store import CaseFile
from redactor.detect.language.found import Cue, Unit
from redactor.domain.cues import HarmCue
from redactor.domain.geometry import Box
from redactor.domain.pages import Origin
from redactor.operations.finding.findings import boxes_of, on_pages


def to_cues(
    case: CaseFile, units: Sequence[Unit], origins: Sequence[Origin], found: Sequence[Sequence[Cue]]
) -> list[HarmCue]:
    """Candidates with boxes. What a form field or a comment shows on its page is found there, and not twice."""
    cues: list[HarmCue] = []
    at = ("", 0)
    on_page: set[str] = set()
    for unit, origin, candidates, content in on_pages(case, units, origins, found):
        if at != (origin.document, origin.page):
            at, on_page = (origin.document, origin.page), set()
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
