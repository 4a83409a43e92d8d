# SPDX-License-Identifier: AGPL-3.0-or-later
"""The journal in the case file: events are added at the end, read in order, and checked as a chain."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from itertools import pairwise
from operator import itemgetter
from typing import Any, NamedTuple

from redactor.casefile.codec import pack_written, unpack
from redactor.casefile.driver import Database
from redactor.casefile.identity import Identity, verify
from redactor.domain.errors import BadInput
from redactor.domain.journal import Actor, Event, Kind, canonical, event_id, make_event
from redactor.domain.saying import say

_COLUMNS = "id, parents, kind, at, name, role, key, payload, signature"


def now() -> str:
    """This moment as the journal writes it: UTC, microseconds, "Z"."""
    return datetime.now(UTC).isoformat(timespec="microseconds").removesuffix("+00:00") + "Z"


def signed_bytes(event: str) -> bytes:
    """What an actor signs: the event's id, marked so that the signature is good for nothing else."""
    return b"redactor event " + event.encode("ascii")


class Stored(NamedTuple):
    """A payload as it will be read back (tuples as lists, every key a string, in their order), as canonical JSON, and
    as the case file keeps that."""

    payload: dict[str, Any]
    written: bytes
    packed: bytes


def as_stored(payload: Mapping[str, Any] | Stored) -> Stored:
    """The payload ready to be written down. Raises BadInput when it holds what JSON cannot: NaN, lone surrogates, other
    objects."""
    if isinstance(payload, Stored):
        return payload
    try:
        # Nearly always it is plain already, and written once: a decision may name thousands of places.
        written = canonical(dict(payload))
        stored = json.loads(written, object_pairs_hook=_if_in_order)
    except (TypeError, ValueError):
        stored = _put_in_order(payload)
        written = canonical(stored)
    if not isinstance(stored, dict):  # pragma: no cover - dict() above makes it one
        raise TypeError("a payload is a mapping")
    return Stored(stored, written, pack_written(written))


def _if_in_order(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object whose keys are in their order, each once. Raises ValueError for another: keys that are no strings were
    sorted as what they are, and not as what is written."""
    if any(one >= other for (one, _), (other, _) in pairwise(pairs)):
        raise ValueError("not in order")
    return dict(pairs)


def _put_in_order(payload: Mapping[str, Any]) -> Any:
    try:
        # Not canonical yet: keys that are no strings sort otherwise, or not at all.
        text = json.dumps(dict(payload), allow_nan=False, ensure_ascii=False)
        text.encode()
        stored = json.loads(text, object_pairs_hook=_in_order)
    except (TypeError, ValueError) as error:
        raise BadInput(say("a decision holds something that cannot be recorded ({error})", error=str(error))) from error
    return stored


def _in_order(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object with its keys as canonical JSON has them."""
    return dict(sorted(pairs, key=itemgetter(0)))


def append(
    db: Database,
    entries: Sequence[tuple[Kind, Mapping[str, Any] | Stored]],
    signer: Identity | None,
    at: str,
    *,
    parents: Sequence[str] = (),
) -> list[Event]:
    """Add events one after the other, each the parent of the next; the first follows ``parents`` where they are given
    (a merge has two), else the last event. The caller holds the transaction."""
    count, head = db.execute("SELECT count, head FROM journal_head").fetchone()
    actor = signer.actor if signer else Actor()
    events: list[Event] = []
    rows: list[tuple[Any, ...]] = []
    after = tuple(parents) or ((head,) if head else ())
    for kind, payload in entries:
        stored = as_stored(payload)
        event = make_event(after, Kind(kind), at, actor, stored.payload, stored.written)
        if signer is not None:
            event = replace(event, signature=signer.sign(signed_bytes(event.id)))
        head, after = event.id, (event.id,)
        events.append(event)
        rows.append(_to_row(event, stored.packed))
    db.conn.executemany(f"INSERT INTO journal ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)
    db.execute("UPDATE journal_head SET count = ?, head = ?", (count + len(events), head))
    return events


def take_in(db: Database, rows: Sequence[tuple[Any, ...]]) -> None:
    """Add another copy's rows (of :func:`rows`) as they are, in its order. The caller holds the transaction, and adds
    the event in which the two come together."""
    db.conn.executemany(f"INSERT INTO journal ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", [r[1:] for r in rows])
    if rows:
        count = db.execute("SELECT count(*) FROM journal").fetchone()[0]
        db.execute("UPDATE journal_head SET count = ?, head = ?", (count, rows[-1][1]))


def _to_row(event: Event, packed: bytes) -> tuple[Any, ...]:
    actor = event.actor
    parents = " ".join(event.parents)
    return (event.id, parents, str(event.kind), event.at, actor.name, actor.role, actor.key, packed, event.signature)


def _from_row(row: Sequence[Any]) -> Event:
    ident, parents, kind, at, name, role, key, payload, signature = row
    return Event(ident, tuple(parents.split()), Kind(kind), at, Actor(name, role, key), unpack(payload), signature)


def rows(db: Database, after: int = 0) -> list[tuple[Any, ...]]:
    """The rows of the events after the first ``after``, for :func:`read`."""
    return list(db.execute(f"SELECT seq, {_COLUMNS} FROM journal WHERE seq > ? ORDER BY seq", (after,)).fetchall())


def read(rows: Iterable[tuple[Any, ...]]) -> list[Event]:
    """The events of some rows. Raises BadInput when one cannot be read."""
    events = []
    for seq, *row in rows:
        try:
            events.append(_from_row(row))
        except ValueError as error:
            raise BadInput(
                say("event {seq} of the journal cannot be read ({error})", seq=seq, error=str(error)),
                do="Run 'redactor check' on the case and go back to the last good copy",
            ) from None
    return events


def head(db: Database) -> str:
    """The id of the last event; "" when there is none."""
    return str(db.execute("SELECT head FROM journal_head").fetchone()[0])


def problems(db: Database) -> Iterator[str]:
    """What is wrong with the chain, in plain words."""
    seen: set[str] = set()
    parents_named: set[str] = set()
    previous = 0
    last = ""
    cursor = db.execute(f"SELECT seq, {_COLUMNS} FROM journal ORDER BY seq")
    for seq, *row in cursor.fetchall():
        which = f"event {seq} of the journal"
        if seq != previous + 1:
            yield f"the journal goes from event {previous} to event {seq}: what was between has been removed"
        previous = seq
        last = row[0]
        try:
            event = _from_row(row)
        except ValueError as error:
            yield f"{which} cannot be read ({error})"
            seen.add(last)
            continue
        yield from (f"{which} {problem}" for problem in problems_of(event, seen, first=seq == 1))
        yield from (f"{which} {problem}" for problem in problems_of_parents(event, parents_named))
        seen.add(event.id)
        parents_named.update(event.parents)
    count, head_kept = db.execute("SELECT count, head FROM journal_head").fetchone()
    if (count, head_kept) != (previous, last):
        yield f"the journal ends with event {previous}, but event {count} was its last: the end has been changed"
    loose = seen - parents_named - {last}
    if loose:
        yield f"{len(loose)} events of the journal are followed by nothing although they are not the last"


def problems_of_parents(event: Event, followed: set[str]) -> Iterator[str]:
    """A merge, and nothing else, follows two events: the last ones of two copies."""
    if event.kind is not Kind.MERGED:
        if len(event.parents) > 1:
            yield "follows more than one other although it is no merge"
    elif len(set(event.parents)) != 2:
        yield "is a merge, and does not follow two others: a half has been removed"
    elif any(parent in followed for parent in event.parents):
        yield "is a merge of what was followed by something else already: it has been repeated or moved"
    elif list(event.parents) != sorted(event.parents):
        yield "is a merge whose two halves have changed places"


def problems_of(event: Event, seen: set[str], *, first: bool) -> Iterator[str]:
    """What is wrong with one event after those in ``seen`` (ids): its content, its place, its signature."""
    actor = event.actor
    if event_id(event.parents, event.kind, event.at, actor, event.payload) != event.id:
        yield "has been changed after it was written: its content does not fit its id"
    if event.id in seen:
        yield "is there twice"
    if first and event.parents:
        yield "is the first but follows another: the beginning has been removed"
    if not first and not event.parents:
        yield "follows no other although it is not the first"
    if any(parent not in seen for parent in event.parents):
        yield "follows an event that does not come before it: events have been removed or moved"
    if actor.key and not verify(actor.key, event.signature, signed_bytes(event.id)):
        yield f"is not signed by {actor.name or 'the one'} who is named in it"
    if not actor.key and (event.signature or actor.name or actor.role):
        yield "says who did it, or carries a signature, without the key to prove it"
