# SPDX-License-Identifier: AGPL-3.0-or-later
"""Take another copy's events and papers into this case file, with the event that says so: all of it or nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from redactor.casefile import documents, facts, journal, pages
from redactor.casefile.driver import Database
from redactor.casefile.identity import Identity
from redactor.casefile.pages import Packed
from redactor.domain.journal import Event, Kind
from redactor.domain.pages import Document, Place


@dataclass(frozen=True, slots=True)
class Paper:
    """A document the other copy holds and this one does not. Its bytes are fetched when their turn comes."""

    document: Document
    event: str
    places: Sequence[Place]
    data: Callable[[], bytes]
    source: Callable[[], bytes]


@dataclass(frozen=True, slots=True)
class Joining:
    """What comes in. ``rows`` are the other's journal rows that are new here, in its order; ``positions`` the place of
    every document that either copy added; ``read`` what the other has read of pages that are unread here; ``kept``
    derived facts (packed)."""

    rows: Sequence[tuple[Any, ...]]
    papers: Sequence[Paper]
    positions: Mapping[str, int]
    read: Callable[[], Iterable[tuple[str, Packed]]]
    kept: Mapping[str, bytes]


def join(
    db: Database,
    joining: Joining,
    parents: Sequence[str],
    kind: Kind,
    payload: Mapping[str, Any],
    signer: Identity | None,
    at: str,
) -> Event:
    """Everything in, then one event of ``kind`` that follows ``parents``. The caller holds the transaction."""
    journal.take_in(db, joining.rows)
    for paper in joining.papers:
        position = joining.positions.get(paper.document.sha256, paper.document.position)
        # Of two copies each may have added a paper as its next: the new places are given once all are in.
        document = replace(paper.document, position=position if not joining.positions else -position)
        documents.keep(db, document, paper.places, paper.data(), paper.event, paper.source())
    documents.put_in_places(db, joining.positions)
    for sha256, packed in joining.read():
        pages.put(db, sha256, [packed])
    facts.put(db, joining.kept)
    (event,) = journal.append(db, [(kind, payload)], signer, at, parents=parents)
    return event
