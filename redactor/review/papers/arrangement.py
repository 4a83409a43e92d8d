# SPDX-License-Identifier: AGPL-3.0-or-later
"""In what order and in what pieces the documents are released, what they are called, and what is left out. Pure.

A *part* is one document of the release: a range of pages of a document of the case. Every document is one part
until somebody splits it; the parts of a document never overlap and together are all its pages.
"""

from __future__ import annotations

from bisect import bisect_right, insort
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from redactor.domain.dates import british
from redactor.domain.journal import Event, Kind
from redactor.domain.plan import COPY, LeftOut, PlanPart

#: A part by its document's SHA-256 and its first page: what events name it by.
PartKey = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Part:
    """One document of the release, with what people said of it ("" where nobody did). ``date`` is ISO; ``split``
    is the event that made it a document of its own."""

    document: str
    first: int
    last: int
    title: str = ""
    date: str = ""
    kind: str = ""
    section: str = ""
    split: str = ""

    @property
    def key(self) -> PartKey:
        return (self.document, self.first)

    @property
    def pages(self) -> range:
        return range(self.first, self.last + 1)


@dataclass(frozen=True, slots=True)
class Leaving:
    """One page left out: why, on whose word (``source``: the event), and where what it says stands instead."""

    reason: str
    fields: tuple[tuple[str, str], ...]
    source: str
    like: tuple[str, int] | None = None


class Arrangement:
    """What the journal says of the documents' order, names and gaps."""

    def __init__(self) -> None:
        self._pages: dict[str, int] = {}
        self.order: list[PartKey] = []
        self._starts: dict[str, list[int]] = {}
        self._splits: dict[PartKey, str] = {}
        self.described: dict[PartKey, dict[str, str]] = {}
        self.left: dict[tuple[str, int], Leaving] = {}
        #: True once somebody arranged anything: until then the index says as little as it always did.
        self.touched = False

    def apply(self, event: Event) -> None:
        """Take one event into account."""
        data = event.payload
        if event.kind is Kind.DOCUMENT_ADDED:
            if data["sha256"] in self._pages:
                return
            self._pages[data["sha256"]] = int(data.get("pages", 0))
            self._starts[data["sha256"]] = [1]
            self.order.append((data["sha256"], 1))
            return
        self.touched = True
        _APPLY[event.kind](self, event, data)

    def _arranged(self, event: Event, data: Mapping[str, Any]) -> None:
        """``order`` names parts from the first on; those not named keep their order behind them. With ``before``
        (null: the end) the named parts are moved there, the rest stays."""
        named = [key for document, first in data["order"] if (key := (document, first)) in set(self.order)]
        rest = [key for key in self.order if key not in set(named)]
        if "before" not in data:
            self.order = named + rest
            return
        before = tuple(data["before"]) if data["before"] else None
        at = rest.index(before) if before in rest else len(rest)
        self.order = rest[:at] + named + rest[at:]

    def _described_as(self, event: Event, data: Mapping[str, Any]) -> None:
        for entry in data["entries"]:
            key = (entry["document"], entry["first"])
            given = {name: str(entry[name]) for name in ("title", "date", "kind", "section") if name in entry}
            self.described[key] = {**self.described.get(key, {}), **given}

    def _split(self, event: Event, data: Mapping[str, Any]) -> None:
        document, first, last = data["document"], int(data["first"]), int(data["last"])
        if document not in self._starts:
            return
        for start in (first, last + 1):
            if start <= self._pages[document] and start not in self._starts[document]:
                before = self._starts[document][bisect_right(self._starts[document], start) - 1]
                insort(self._starts[document], start)
                self.order.insert(self.order.index((document, before)) + 1, (document, start))
                self._splits[document, start] = event.id
        if data.get("title"):
            self.described.setdefault((document, first), {})["title"] = str(data["title"])

    def _left_out(self, event: Event, data: Mapping[str, Any]) -> None:
        fields = tuple(sorted((str(key), str(value)) for key, value in data["fields"].items()))
        document, first = data["document"], int(data["first"])
        for page in range(first, int(data["last"]) + 1):
            # A copy goes page by page; an earlier version may have fewer or more pages than the later one.
            step = page - first if data["reason"] == COPY else 0
            like = (data["like"][0], data["like"][1] + step) if data.get("like") else None
            self.left[document, page] = Leaving(str(data["reason"]), fields, event.id, like)

    def _put_back(self, event: Event, data: Mapping[str, Any]) -> None:
        for page in range(int(data["first"]), int(data["last"]) + 1):
            self.left.pop((data["document"], page), None)

    # -- questions -----------------------------------------------------------------------------------

    def parts(self) -> list[Part]:
        """Every part in the order of the release, those of one section together."""
        made = [self._part(key) for key in self.order]
        sections = {section: number for number, section in reversed(list(enumerate(part.section for part in made)))}
        return sorted(made, key=lambda part: sections[part.section])

    def _part(self, key: PartKey) -> Part:
        document, first = key
        starts = self._starts[document]
        at = bisect_right(starts, first)
        last = starts[at] - 1 if at < len(starts) else self._pages[document]
        said = self.described.get(key, {})
        title, date, kind, section = (said.get(name, "") for name in ("title", "date", "kind", "section"))
        return Part(document, first, last, title, date, kind, section, self._splits.get(key, ""))

    def part_at(self, document: str, page: int) -> Part:
        """The part that holds a page of the case."""
        starts = self._starts[document]
        return self._part((document, starts[bisect_right(starts, page) - 1]))

    def is_left_out(self, part: Part) -> bool:
        """True when none of the part's pages are released."""
        return all((part.document, page) in self.left for page in part.pages)

    def released(self) -> list[tuple[str, int]]:
        """Every page of the release in order: (document, page of the document)."""
        return [
            (part.document, page) for part in self.parts() for page in part.pages if self.keeps(part.document, page)
        ]

    def keeps(self, document: str, page: int) -> bool:
        """False for a page that is left out; page 0 stands for the document itself."""
        return (document, page) not in self.left

    def for_plan(self) -> tuple[tuple[PlanPart, ...], tuple[LeftOut, ...]]:
        """What the release plan freezes: the documents in order, and what is not among them. Both empty as long as
        nobody arranged anything."""
        if not self.touched:
            return (), ()
        parts: list[PlanPart] = []
        left: list[LeftOut] = []
        for part in self.parts():
            number = -1
            if not self.is_left_out(part):
                number = len(parts)
                parts.append(PlanPart(part.document, part.first, part.last, index_title(part), part.section))
            left += self._gaps(part, number)
        return tuple(parts), tuple(left)

    def _gaps(self, part: Part, number: int) -> Iterable[LeftOut]:
        gone = enumerate(page for page in part.pages if (part.document, page) in self.left)
        runs = groupby(gone, key=lambda pair: (self.left[part.document, pair[1]].source, pair[1] - pair[0]))
        for _, run in runs:
            pages = [page for _, page in run]
            why = self.left[part.document, pages[0]]
            yield LeftOut(part.document, pages[0], pages[-1], why.reason, number, why.like, why.fields, why.source)


def index_title(part: Part) -> str:
    """What the index prints beside the document's number: a person's title, else the kind and date a person
    confirmed. What the program only proposes is not printed: it may come from words that are redacted."""
    if part.title:
        return part.title
    return ", ".join(word for word in (part.kind.capitalize(), british(part.date)) if word)


_APPLY: dict[Kind, Any] = {
    Kind.DOCUMENTS_ARRANGED: Arrangement._arranged,
    Kind.DOCUMENT_DESCRIBED: Arrangement._described_as,
    Kind.DOCUMENT_SPLIT: Arrangement._split,
    Kind.DOCUMENT_LEFT_OUT: Arrangement._left_out,
    Kind.DOCUMENT_PUT_BACK: Arrangement._put_back,
}
