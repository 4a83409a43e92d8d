# SPDX-License-Identifier: AGPL-3.0-or-later
"""The release plan: exactly what will be burned. Submission freezes it; an approval signs its digest."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from redactor.domain.geometry import Box
from redactor.domain.journal import canonical
from redactor.domain.pages import Where


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
    """One page of the release. A withheld page is replaced by a slip sheet that says why."""

    document: str
    page: int
    redactions: tuple[Redaction, ...] = ()
    withheld: Redaction | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """The whole release in order. ``settings`` and ``engines`` are part of what is approved;
    ``acknowledged`` are the hits and pages somebody has looked at and left as they are; ``contents`` are digests,
    one a document, of what was read from it: the words that survive are approved too. ``evidence`` are digests of
    what the release rests on besides (the council's wording, the request, consents, opinions), by name."""

    reference: str
    documents: tuple[str, ...]
    pages: tuple[PagePlan, ...]
    settings: tuple[tuple[str, str], ...] = ()
    engines: tuple[tuple[str, str], ...] = ()
    acknowledged: tuple[str, ...] = field(default=())
    contents: tuple[str, ...] = field(default=())
    evidence: tuple[tuple[str, str], ...] = field(default=())

    def to_json(self) -> dict[str, Any]:
        return {
            "reference": self.reference,
            "documents": list(self.documents),
            "pages": [
                {
                    "document": page.document,
                    "page": page.page,
                    "redactions": [redaction.to_json() for redaction in page.redactions],
                    "withheld": page.withheld.to_json() if page.withheld else None,
                }
                for page in self.pages
            ],
            "settings": [list(pair) for pair in self.settings],
            "engines": [list(pair) for pair in self.engines],
            "acknowledged": list(self.acknowledged),
            "contents": list(self.contents),
            "evidence": [list(pair) for pair in self.evidence],
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Plan:
        """The plan that :meth:`to_json` wrote down."""
        pages = []
        for entry in data["pages"]:
            place = (entry["document"], entry["page"])
            held = tuple(Redaction.from_json(*place, redaction) for redaction in entry["redactions"])
            withheld = Redaction.from_json(*place, entry["withheld"]) if entry["withheld"] else None
            pages.append(PagePlan(*place, held, withheld))
        return cls(
            reference=data["reference"],
            documents=tuple(data["documents"]),
            pages=tuple(pages),
            settings=tuple((key, value) for key, value in data["settings"]),
            engines=tuple((key, value) for key, value in data["engines"]),
            acknowledged=tuple(data["acknowledged"]),
            contents=tuple(data["contents"]),
            evidence=tuple((key, value) for key, value in data.get("evidence", ())),
        )

    def digest(self) -> str:
        """SHA-256 (hex) of the canonical plan: what an approval signs."""
        return hashlib.sha256(canonical(self.to_json())).hexdigest()
