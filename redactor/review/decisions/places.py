# SPDX-License-Identifier: AGPL-3.0-or-later
"""What was decided about places in the record: single occurrences, marked passages, withheld pages. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from redactor.domain.journal import Anchor, Event, Kind
from redactor.review.decisions.anchors import same_place
from redactor.review.decisions.decided import (
    OccurrenceDecision,
    PageKey,
    Passage,
    Withheld,
    anchors_from_json,
    ground_of,
)
from redactor.review.decisions.rest import RestHidden


class PlacesDecided:
    """Decisions by page (page 0: the document's own places). ``order`` says which of two came later."""

    def __init__(self) -> None:
        self.occurrences: dict[PageKey, list[OccurrenceDecision]] = defaultdict(list)
        self.passages: dict[PageKey, list[Passage]] = defaultdict(list)
        self.withheld: list[Withheld] = []
        self.rest: dict[PageKey, RestHidden] = {}

    def decide(self, event: Event, data: Mapping[str, Any], order: int) -> None:
        """One place by itself, whatever holds for the person it belongs to."""
        ground = ground_of(event, data)
        for anchor in anchors_from_json(data["anchors"]):
            decision = OccurrenceDecision(anchor, ground, str(data.get("about", "")), order)
            self.occurrences[anchor.document, anchor.page].append(decision)

    def mark(self, event: Event, data: Mapping[str, Any], *, harm: bool = False) -> None:
        """A passage or a box, redacted whatever the finder says of it."""
        ground = ground_of(event, {**data, "outcome": "redact"})
        for anchor in anchors_from_json(data["anchors"]):
            passage = Passage(anchor, ground, harm or event.kind is Kind.HARM_MARKED, str(data.get("about", "")))
            self.passages[anchor.document, anchor.page].append(passage)

    def reshape(self, data: Mapping[str, Any]) -> None:
        """A marked passage lies elsewhere now. One whose marking was undone since stays away."""
        was = Anchor.from_json(data["was"])
        (now,) = anchors_from_json(data["anchors"])
        here = self.passages[was.document, was.page]
        for number, passage in enumerate(here):
            if passage.ground.source == data["of"] and passage.anchor.boxes == was.boxes:
                here[number] = replace(passage, anchor=now)
                return

    def hide_rest(self, event: Event, data: Mapping[str, Any]) -> None:
        """Everything on these pages but what is kept; what was said of the same pages before is replaced."""
        for anchor in anchors_from_json(data["kept"]):
            key = (anchor.document, anchor.page)
            if key in self.rest:
                before = self.rest[key].source
                self.passages[key] = [p for p in self.passages[key] if p.ground.source != before]
            self.rest[key] = RestHidden(event.id, (anchor,))
        self.mark(event, data)

    def withhold(self, event: Event, data: Mapping[str, Any]) -> None:
        """Whole pages, replaced by a slip sheet."""
        ground = ground_of(event, {**data, "outcome": "redact"})
        self.withheld.append(Withheld(data["document"], data["first"], data["last"], ground))

    def carry(self, event: Event, data: Mapping[str, Any]) -> None:
        """What was decided in one copy, in another."""
        for item in data["items"]:
            self.mark(event, {**item, "why": data["why"]}, harm=item["harm"])
        for pages in data["pages"]:
            self.withhold(event, {**pages, "why": data["why"]})

    def lift(self, event: Event, data: Mapping[str, Any], order: int) -> None:
        """What one number of a released log stood for is let through: the very passage, pages or occurrence, and
        nothing that other decisions hold back in the same place."""
        loose = []
        for anchor in anchors_from_json(data["anchors"]):
            key = (anchor.document, anchor.page)
            stay = [p for p in self.passages.get(key, ()) if not _stands_for(p, anchor, str(data["source"]))]
            if not anchor.boxes:
                self._show(*key)
            elif len(stay) < len(self.passages.get(key, ())):
                self.passages[key] = stay
            else:
                loose.append(anchor.to_json())
        if loose:
            self.decide(event, {**data, "outcome": "disclose", "reason": "", "anchors": loose}, order)

    def _show(self, document: str, page: int) -> None:
        """Take a page out of the ranges that are withheld."""
        for range_ in [w for w in self.withheld if w.document == document and w.first <= page <= w.last]:
            at = self.withheld.index(range_)
            rest = [replace(range_, last=page - 1), replace(range_, first=page + 1)]
            self.withheld[at : at + 1] = [part for part in rest if part.first <= part.last]


def _stands_for(passage: Passage, anchor: Anchor, source: str) -> bool:
    return passage.ground.source == source and same_place(passage.anchor.boxes, anchor.boxes)
