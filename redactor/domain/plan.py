# SPDX-License-Identifier: AGPL-3.0-or-later
"""The release plan: exactly what will be burned. Submission freezes it; an approval signs its digest."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from redactor.domain.geometry import Box
from redactor.domain.journal import canonical
from redactor.domain.pages import Where
from redactor.domain.reissue import PlanStatement, Reissue


@dataclass(frozen=True, slots=True)
class Redaction:
    """One thing that is held back on one page: its boxes, the reason and what is printed on it.

    ``label`` is what the bundle prints (never of a length that follows the secret); ``reason`` and
    ``fields`` go to the internal log only. ``source`` is the id of the journal event that decided it.
    ``explanation`` is the council's own, where it has one ("": the catalogue's).
    """

    document: str
    page: int
    boxes: tuple[Box, ...]
    reason: str
    label: str
    text: str = ""
    person: str = ""
    where: Where = Where.PAGE
    fields: tuple[tuple[str, str], ...] = ()
    source: str = ""
    explanation: str = ""

    def to_json(self) -> dict[str, Any]:
        return {
            "boxes": [[round(v, 1) for v in box] for box in self.boxes],
            "reason": self.reason,
            "label": self.label,
            "text": self.text,
            "person": self.person,
            "where": str(self.where),
            "fields": [list(pair) for pair in self.fields],
            "source": self.source,
            **({"explanation": self.explanation} if self.explanation else {}),
        }

    @classmethod
    def from_json(cls, document: str, page: int, data: Mapping[str, Any]) -> Redaction:
        """The redaction that :meth:`to_json` wrote down."""
        return cls(
            document=document,
            page=page,
            boxes=tuple(Box(*box) for box in data["boxes"]),
            reason=data["reason"],
            label=data["label"],
            text=data["text"],
            person=data["person"],
            where=Where(data["where"]),
            fields=tuple((key, value) for key, value in data["fields"]),
            source=data["source"],
            explanation=data.get("explanation", ""),
        )


@dataclass(frozen=True, slots=True)
class PagePlan:
    """One page of the release. A withheld page is replaced by a slip sheet that says why.

    ``numbers`` are those of the redactions (or of the slip sheet) in the log, where an earlier release gave them; else
    the release counts on. ``as_drawn`` are places where programs draw the source page differently and somebody has
    looked at it: there the picture is not checked against another program's."""

    document: str
    page: int
    redactions: tuple[Redaction, ...] = ()
    withheld: Redaction | None = None
    numbers: tuple[int, ...] = ()
    as_drawn: tuple[Box, ...] = ()

    def to_json(self) -> dict[str, Any]:
        return {
            "document": self.document,
            "page": self.page,
            "redactions": [redaction.to_json() for redaction in self.redactions],
            "withheld": self.withheld.to_json() if self.withheld else None,
            **({"numbers": list(self.numbers)} if self.numbers else {}),
            **({"as_drawn": [[round(v, 1) for v in box] for box in self.as_drawn]} if self.as_drawn else {}),
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> PagePlan:
        """The page that :meth:`to_json` wrote down."""
        place = (data["document"], data["page"])
        held = tuple(Redaction.from_json(*place, redaction) for redaction in data["redactions"])
        withheld = Redaction.from_json(*place, data["withheld"]) if data["withheld"] else None
        as_drawn = tuple(Box(*box) for box in data.get("as_drawn", ()))
        return cls(*place, held, withheld, tuple(data.get("numbers", ())), as_drawn)


@dataclass(frozen=True, slots=True)
class PlanPart:
    """One document as it is released: pages ``first`` to ``last`` (from 1, both ends included) of a document of the
    case. ``title`` and ``section`` are what the index prints: a person's words, never a file's name."""

    document: str
    first: int
    last: int
    title: str = ""
    section: str = ""

    def to_json(self) -> list[Any]:
        return [self.document, self.first, self.last, self.title, self.section]


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Pages that are not released at all. ``reason`` is a code of the catalogue (OOS) or one of :data:`NOT_REPEATED`,
    where ``like`` is the (document, page) at which what takes their place begins. ``part`` is the part of the plan
    they belong to when others of its pages are released, else -1."""

    document: str
    first: int
    last: int
    reason: str
    part: int = -1
    like: tuple[str, int] | None = None
    fields: tuple[tuple[str, str], ...] = ()
    source: str = ""

    def to_json(self) -> list[Any]:
        like = list(self.like) if self.like else None
        fields = [list(pair) for pair in self.fields]
        return [self.document, self.first, self.last, self.reason, self.part, like, fields, self.source]

    @classmethod
    def from_json(cls, data: Sequence[Any]) -> LeftOut:
        document, first, last, reason, part, like, fields, source = data
        pairs = tuple((key, value) for key, value in fields)
        return cls(document, first, last, reason, part, (like[0], like[1]) if like else None, pairs, source)


#: Why pages are left out that are not held back: what they say is released in another place.
COPY, EARLIER = "COPY", "EARLIER"
NOT_REPEATED = frozenset({COPY, EARLIER})


@dataclass(frozen=True, slots=True)
class Plan:
    """The whole release in order. ``settings`` and ``engines`` are part of what is approved;
    ``acknowledged`` are the hits and pages somebody has looked at and left as they are; ``contents`` are digests,
    one a document, of what was read from it: the words that survive are approved too. ``evidence`` are digests of
    what the release rests on besides (the council's wording, the request, consents, opinions), by name. ``parts`` are
    the documents of the release in its order (empty: ``documents`` as they are), ``left_out`` what is not in it.
    ``statements`` are the person's own words that go with it; ``reissue`` is there when this is a supplement to an
    earlier release, and ``pages`` are then only those that changed."""

    reference: str
    documents: tuple[str, ...]
    pages: tuple[PagePlan, ...]
    settings: tuple[tuple[str, str], ...] = ()
    engines: tuple[tuple[str, str], ...] = ()
    acknowledged: tuple[str, ...] = field(default=())
    contents: tuple[str, ...] = field(default=())
    evidence: tuple[tuple[str, str], ...] = field(default=())
    parts: tuple[PlanPart, ...] = field(default=())
    left_out: tuple[LeftOut, ...] = field(default=())
    statements: tuple[PlanStatement, ...] = field(default=())
    reissue: Reissue | None = None

    def laid_out(self, pages: Mapping[str, int]) -> tuple[PlanPart, ...]:
        """The documents of the release in order; ``pages`` gives the number of pages of each document of the case."""
        return self.parts or tuple(PlanPart(sha, 1, pages[sha]) for sha in self.documents)

    def to_json(self) -> dict[str, Any]:
        return {
            "reference": self.reference,
            "documents": list(self.documents),
            "pages": [page.to_json() for page in self.pages],
            "settings": [list(pair) for pair in self.settings],
            "engines": [list(pair) for pair in self.engines],
            "acknowledged": list(self.acknowledged),
            "contents": list(self.contents),
            "evidence": [list(pair) for pair in self.evidence],
            "parts": [part.to_json() for part in self.parts],
            "left_out": [left.to_json() for left in self.left_out],
            **({"statements": [said.to_json() for said in self.statements]} if self.statements else {}),
            **({"reissue": self.reissue.to_json()} if self.reissue else {}),
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Plan:
        """The plan that :meth:`to_json` wrote down."""
        return cls(
            reference=data["reference"],
            documents=tuple(data["documents"]),
            pages=tuple(PagePlan.from_json(page) for page in data["pages"]),
            settings=tuple((key, value) for key, value in data["settings"]),
            engines=tuple((key, value) for key, value in data["engines"]),
            acknowledged=tuple(data["acknowledged"]),
            contents=tuple(data["contents"]),
            evidence=tuple((key, value) for key, value in data.get("evidence", ())),
            parts=tuple(PlanPart(*part) for part in data.get("parts", ())),
            left_out=tuple(LeftOut.from_json(left) for left in data.get("left_out", ())),
            statements=tuple(PlanStatement.from_json(said) for said in data.get("statements", ())),
            reissue=Reissue.from_json(data["reissue"]) if data.get("reissue") else None,
        )

    def digest(self) -> str:
        """SHA-256 (hex) of the canonical plan: what an approval signs."""
        return hashlib.sha256(canonical(self.to_json())).hexdigest()
