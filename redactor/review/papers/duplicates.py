# SPDX-License-Identifier: AGPL-3.0-or-later
"""What is redacted in one place and open in its copy: what was decided about that, and what is left to decide. Pure."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from redactor.domain.journal import Anchor
from redactor.domain.plan import Redaction
from redactor.domain.saying import listed, say
from redactor.review.todo_items import TodoItem, TodoKind, item_id, settle_words

#: Quoted in one line; the rest is counted.
QUOTED = 3


@dataclass(frozen=True, slots=True)
class OpenPlace:
    """Words (or a box without words) that are open here and redacted where they stand again. ``source`` is the
    redaction there, ``whole`` true when the page there is withheld and this one is the same page; ``near`` when the
    words are much the same, not a copy word by word."""

    anchor: Anchor
    source: Redaction
    whole: bool = False
    near: bool = False

    @property
    def id(self) -> str:
        """Stable as long as the place is open: by it, it is known that somebody left it so."""
        parts = "\x1f".join(str(part) for part in self.anchor.to_json())
        return hashlib.sha256(parts.encode()).hexdigest()[:16]

    def to_json(self) -> list[Any]:
        return [
            self.anchor.to_json(),
            self.source.document,
            self.source.page,
            self.source.to_json(),
            self.whole,
            self.near,
        ]

    @classmethod
    def from_json(cls, data: Sequence[Any]) -> OpenPlace:
        anchor, document, page, source, whole, *near = data
        return cls(Anchor.from_json(anchor), Redaction.from_json(document, page, source), bool(whole), any(near))


def inconsistent_items(
    places: Iterable[OpenPlace], left: frozenset[str] | set[str], names: Mapping[str, str]
) -> Iterator[TodoItem]:
    """One item for each page on which something is open that its copy redacts, and one more for each page of which it
    says much the same. ``names`` are the documents'."""
    open_ = sorted((place for place in places if place.id not in left), key=_together)
    for (document, page, *_), group in groupby(open_, key=_together):
        here = list(group)
        other = (here[0].source.document, here[0].source.page)
        identity = item_id(TodoKind.INCONSISTENT, document, page, *(place.id for place in here))
        yield TodoItem(
            identity,
            TodoKind.INCONSISTENT,
            document,
            page,
            _told(here, say("{name}, page {page}", name=names.get(other[0], ""), page=other[1])),
            f"{settle_words(TodoKind.INCONSISTENT, identity)} (redact carries the decisions over, leave keeps it open)",
            here[0].source.person,
            (),
            tuple(place.anchor for place in here),
            places=tuple(place.id for place in here),
            other=other,
        )


def _together(place: OpenPlace) -> tuple[str, int, bool, str, int]:
    source = (place.source.document, place.source.page) if place.near else ("", 0)
    return place.anchor.document, place.anchor.page, place.near, *source


def _told(here: Sequence[OpenPlace], where: str) -> str:
    if here[0].whole:
        return say("this page is open, and the same page is withheld in {where}", where=where)
    quoted = [f"'{_short(place.anchor.text)}'" if place.anchor.text else say("a drawn box") for place in here[:QUOTED]]
    if len(here) > QUOTED:
        quoted.append(say("{number} more", number=len(here) - QUOTED))
    if here[0].near:
        if here[0].source.boxes:
            return say(
                "{words}: open here, and a passage much like it is redacted in {where}",
                words=listed(quoted),
                where=where,
            )
        return say(
            "{words}: open here, and much the same stands in {where}, which is withheld",
            words=listed(quoted),
            where=where,
        )
    return say(
        "{words} is open here and redacted in the same text in {where}"
        if len(here) == 1
        else "{words} are open here and redacted in the same text in {where}",
        words=listed(quoted),
        where=where,
    )


def _short(text: str) -> str:
    return text if len(text) <= 50 else text[:49].rstrip() + "…"


def carried(places: Iterable[OpenPlace], harm: set[str]) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """What an event records to carry decisions over: passages to mark and pages to withhold, each on the grounds of
    its source. ``harm`` are the events whose passages are held back for harm."""
    items: list[dict[str, Any]] = []
    pages: list[dict[str, Any]] = []
    for place in places:
        source = place.source
        grounds = {"reason": source.reason, "fields": dict(source.fields), "from": source.source}
        if place.whole:
            page = place.anchor.page
            pages.append({"document": place.anchor.document, "first": page, "last": page, **grounds})
        else:
            entry = {"id": place.id, "about": source.person, "harm": source.source in harm, **grounds}
            items.append({**entry, "anchors": [place.anchor.to_json()]})
    return items, pages
