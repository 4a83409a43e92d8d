# SPDX-License-Identifier: AGPL-3.0-or-later
"""The journal's events: what people decided, written once and never changed.

An event's id is the SHA-256 of its canonical content, so an event cannot be edited, and its parents
are ids, so none can be dropped or moved without the chain breaking. ``signature`` is Ed25519 over the id
by the actor's key; an event written without an identity carries none and is adopted at submission.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from redactor.domain.geometry import Box
from redactor.domain.pages import Where


class Kind(StrEnum):
    """Every kind of event. Those in :data:`DECIDING` change what is redacted, and void an approval."""

    CASE_CREATED = "case.created"
    DOCUMENT_ADDED = "document.added"
    FILES_NOT_TAKEN = "files.not_taken"
    ROSTER_USED = "roster.used"
    SETTINGS_CHANGED = "settings.changed"
    SUBJECT_DESCRIBED = "subject.described"
    WORDING_USED = "wording.used"
    OFFICE_USED = "office.used"
    REQUEST_RECORDED = "request.recorded"
    CONSENT_RECORDED = "consent.recorded"
    CLASSES_CONFIRMED = "classes.confirmed"
    OPINION_ASKED = "opinion.asked"
    OPINION_RECORDED = "opinion.recorded"
    PERSON_DECIDED = "person.decided"
    PEOPLE_MERGED = "person.merged"
    PERSON_SPLIT = "person.split"
    PERSON_RENAMED = "person.renamed"
    PERSON_NAMED = "person.named"
    PROPOSALS_ACCEPTED = "proposals.accepted"
    OCCURRENCE_DECIDED = "occurrence.decided"
    PASSAGE_REDACTED = "passage.redacted"
    PAGES_WITHHELD = "pages.withheld"
    PASSAGE_RESHAPED = "passage.reshaped"
    REST_HIDDEN = "rest.hidden"
    HARM_MARKED = "harm.marked"
    ITEM_SETTLED = "item.settled"
    DOCUMENTS_ARRANGED = "documents.arranged"
    DOCUMENT_DESCRIBED = "document.described"
    DOCUMENT_SPLIT = "document.split"
    DOCUMENT_LEFT_OUT = "document.left_out"
    DOCUMENT_PUT_BACK = "document.put_back"
    DECISIONS_CARRIED = "decisions.carried"
    UNDONE = "event.undone"
    SUBMITTED = "case.submitted"
    RETURNED = "case.returned"
    SAMPLE_READ = "sample.read"
    APPROVED = "case.approved"
    EXPORTED = "case.exported"
    RELEASE_SENT = "release.sent"
    NOTE_WRITTEN = "note.written"
    NOTE_SETTLED = "note.settled"
    CASE_LOOKED_AT = "case.looked_at"
    HANDED_OVER = "copy.handed_over"
    BROUGHT_BACK = "copy.brought_back"
    MERGED = "copies.merged"
    CONFLICT_DECIDED = "conflict.decided"
    NUMBER_CHALLENGED = "number.challenged"
    CHALLENGE_DECIDED = "challenge.decided"
    CHALLENGE_UPHELD = "challenge.upheld"
    REISSUE_CHOSEN = "reissue.chosen"
    STATEMENT_RECORDED = "statement.recorded"
    HOLD_PUT = "hold.put"
    HOLD_LIFTED = "hold.lifted"
    RETENTION_SET = "retention.set"
    READING_CHOSEN = "reading.chosen"


#: What staff say to each other, and where copies of the case went: nothing of it is released, none of it is undone.
TALKING = frozenset({Kind.NOTE_WRITTEN, Kind.NOTE_SETTLED, Kind.CASE_LOOKED_AT, Kind.HANDED_OVER, Kind.BROUGHT_BACK})
#: How long the case is kept, and why longer: nothing of it is released.
KEEPING = frozenset({Kind.HOLD_PUT, Kind.HOLD_LIFTED, Kind.RETENTION_SET})
#: Events that leave what was submitted as it is.
NOT_DECIDING = TALKING | {Kind.SAMPLE_READ, Kind.RELEASE_SENT, Kind.SUBMITTED, Kind.APPROVED, Kind.EXPORTED} | KEEPING
#: Events that do not make their actor an author of the redactions (who may then not approve them).
NOT_AUTHORING = NOT_DECIDING | {
    Kind.CASE_CREATED,
    Kind.ROSTER_USED,
    Kind.WORDING_USED,
    Kind.OFFICE_USED,
    Kind.RETURNED,
    Kind.CHALLENGE_UPHELD,
}
#: Facts of the request that only the letter tells, never what is released nor whether it may be.
LETTER_FACTS = frozenset({"searches", "address", "format", "how"})
#: Events that say in what order and in what pieces the documents are released, and what is left out.
ARRANGING = frozenset(
    {
        Kind.DOCUMENTS_ARRANGED,
        Kind.DOCUMENT_DESCRIBED,
        Kind.DOCUMENT_SPLIT,
        Kind.DOCUMENT_LEFT_OUT,
        Kind.DOCUMENT_PUT_BACK,
    }
)
#: Events an undo may name.
UNDOABLE = ARRANGING | frozenset(
    {
        Kind.SETTINGS_CHANGED,
        Kind.SUBJECT_DESCRIBED,
        Kind.WORDING_USED,
        Kind.OFFICE_USED,
        Kind.REQUEST_RECORDED,
        Kind.CONSENT_RECORDED,
        Kind.CLASSES_CONFIRMED,
        Kind.OPINION_ASKED,
        Kind.OPINION_RECORDED,
        Kind.PERSON_DECIDED,
        Kind.PEOPLE_MERGED,
        Kind.PERSON_SPLIT,
        Kind.PERSON_RENAMED,
        Kind.PERSON_NAMED,
        Kind.PROPOSALS_ACCEPTED,
        Kind.OCCURRENCE_DECIDED,
        Kind.PASSAGE_REDACTED,
        Kind.PAGES_WITHHELD,
        Kind.PASSAGE_RESHAPED,
        Kind.REST_HIDDEN,
        Kind.HARM_MARKED,
        Kind.ITEM_SETTLED,
        Kind.DECISIONS_CARRIED,
        Kind.CONFLICT_DECIDED,
        Kind.NUMBER_CHALLENGED,
        Kind.CHALLENGE_DECIDED,
        Kind.CHALLENGE_UPHELD,
        Kind.REISSUE_CHOSEN,
        Kind.STATEMENT_RECORDED,
        Kind.READING_CHOSEN,
        Kind.UNDONE,
    }
)


@dataclass(frozen=True, slots=True)
class Actor:
    """Who did it. ``key`` is the Ed25519 public key in hex; all empty when no identity was used."""

    name: str = ""
    role: str = ""
    key: str = ""


@dataclass(frozen=True, slots=True)
class Event:
    """One line of the journal. ``at`` is UTC, ISO 8601 with microseconds and "Z"."""

    id: str
    parents: tuple[str, ...]
    kind: Kind
    at: str
    actor: Actor
    payload: Mapping[str, Any]
    signature: str = field(default="")


def only_for_the_letter(event: Event) -> bool:
    """True when the event records nothing but facts the letter tells: what was submitted or approved stays so."""
    return event.kind is Kind.REQUEST_RECORDED and LETTER_FACTS.issuperset(event.payload)


def canonical(value: Any) -> bytes:
    """JSON with sorted keys, no blanks and no rounding: the same value gives the same bytes everywhere."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False).encode()


def event_id(parents: Sequence[str], kind: str, at: str, actor: Actor, payload: Mapping[str, Any] | bytes) -> str:
    """The content hash (SHA-256, hex) by which an event is known. The payload may be given as canonical JSON."""
    content = {"parents": list(parents), "kind": str(kind), "at": at, "actor": [actor.name, actor.role, actor.key]}
    written = payload if isinstance(payload, bytes) else canonical(payload)
    # The payload's key is the last of the sorted ones; thousands of places are not written out twice.
    return hashlib.sha256(canonical(content)[:-1] + b',"payload":' + written + b"}").hexdigest()


def make_event(
    parents: Sequence[str], kind: Kind, at: str, actor: Actor, payload: Mapping[str, Any], written: bytes = b""
) -> Event:
    """An event that nobody has signed. ``written``: the payload as :func:`canonical` wrote it, if at hand."""
    return Event(event_id(parents, kind, at, actor, written or payload), tuple(parents), kind, at, actor, payload)


_WHERE: dict[Any, Where] = {where.value: where for where in Where}


@dataclass(frozen=True, slots=True)
class Anchor:
    """What a decision hangs on: the document's SHA-256, the page (0: the whole document), the quoted
    text and its boxes. Survives any re-analysis, since none of it is derived by the finder."""

    document: str
    page: int
    where: Where
    text: str
    boxes: tuple[Box, ...] = ()

    def to_json(self) -> list[Any]:
        flat = [round(value, 1) for box in self.boxes for value in box]
        return [self.document, self.page, str(self.where), self.text, flat]

    @classmethod
    def from_json(cls, data: Sequence[Any]) -> Anchor:
        document, page, where, text, flat = data
        # Nearly every anchor has one box, and one decision may have thousands of anchors.
        boxes = (Box(*flat),) if len(flat) == 4 else tuple(Box(*flat[i : i + 4]) for i in range(0, len(flat), 4))
        return cls(document, page, _WHERE.get(where) or Where(where), text, boxes)
