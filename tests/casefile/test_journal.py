# SPDX-License-Identifier: AGPL-3.0-or-later
"""Events come back as they were written, whatever they hold; a chain is whole or says where it is not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from redactor.casefile import codec, driver, journal, schema
from redactor.casefile.driver import Database
from redactor.casefile.identity import Identity, new_identity, verify
from redactor.casefile.store import CaseFile
from redactor.domain.errors import BadInput
from redactor.domain.journal import Actor, Kind, canonical, event_id

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
LEAVES = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | TEXT
VALUES = st.recursive(
    LEAVES, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXT, inner, max_size=4), max_leaves=20
)
PAYLOADS = st.dictionaries(TEXT, VALUES, max_size=5)
#: A merge follows two events, and so is never written by itself.
KINDS = [kind for kind in Kind if kind is not Kind.MERGED]
ENTRIES = st.lists(st.tuples(st.sampled_from(KINDS), PAYLOADS), min_size=1, max_size=4)


@pytest.fixture
def db() -> Iterator[Database]:
    made = driver.memory()
    schema.migrate(made)
    yield made
    made.close()


@pytest.fixture(scope="module")
def wendy(tmp_path_factory: pytest.TempPathFactory) -> Identity:
    return new_identity(tmp_path_factory.mktemp("staff") / "wendy.id", "Wendy Case", "caseworker", "w")


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(batches=st.lists(st.tuples(ENTRIES, st.booleans()), min_size=1, max_size=4))
def test_events_come_back_as_they_were_written(db: Database, wendy: Identity, batches: list) -> None:
    for entries, signed in batches:
        before = journal.head(db)
        count = len(journal.rows(db))
        with db.atomic():
            written = journal.append(db, entries, wendy if signed else None, journal.now())
        assert journal.read(journal.rows(db, count)) == written
        assert [(event.kind, event.payload) for event in written] == entries
        assert journal.head(db) == written[-1].id
        for event in written:
            assert event.parents == ((before,) if before else ())
            assert event.id == event_id(event.parents, event.kind, event.at, event.actor, event.payload)
            assert event.actor == (wendy.actor if signed else Actor())
            assert not signed or verify(wendy.key, event.signature, journal.signed_bytes(event.id))
            before = event.id
    assert list(journal.problems(db)) == []


@given(value=VALUES)
def test_json_is_kept_exactly(value: object) -> None:
    assert codec.unpack(codec.pack(value)) == value


def test_what_json_turns_into_something_else_is_recorded_as_it_will_be_read(case: CaseFile) -> None:
    event = case.append(Kind.ITEM_SETTLED, {"pair": (1, 2), 10: "ten", 9: "nine", "kind": Kind.UNDONE})
    assert event.payload == {"pair": [1, 2], "10": "ten", "9": "nine", "kind": "event.undone"}
    assert case.events() == [event]
    assert case.check() == []


@pytest.mark.parametrize("payload", [{"a": float("inf")}, {"a": "\ud800"}, {"a": object()}, {"a": b"x"}, {("a",): 1}])
def test_what_cannot_be_recorded_is_refused(case: CaseFile, payload: dict) -> None:
    with pytest.raises(BadInput, match="cannot be recorded"):
        case.append(Kind.ITEM_SETTLED, payload)
    assert case.events() == []


def test_a_large_decision_is_kept_small(case: CaseFile) -> None:
    case.append(Kind.SUBMITTED, {"plan": [{"page": n, "boxes": [[1.5, 2.5, 3.5, 4.5]]} for n in range(5000)]})
    length = case._session.run(lambda db: db.execute("SELECT length(payload) FROM journal").fetchone()[0])
    assert length < 30_000
    assert len(case.events()[0].payload["plan"]) == 5000


def test_the_time_is_utc_to_the_microsecond(case: CaseFile) -> None:
    event = case.append(Kind.ITEM_SETTLED, {})
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z", event.at)
    assert case.append(Kind.ITEM_SETTLED, {}, at="2026-01-02T03:04:05.000000Z").at == "2026-01-02T03:04:05.000000Z"


def test_a_signature_is_over_the_id_and_good_for_nothing_else(case: CaseFile, tmp_path: Path) -> None:
    lena = new_identity(tmp_path / "lena.id", "Lena Lead", "team-lead", "l")
    event = case.append(Kind.APPROVED, {"plan": "0"}, signer=lena)
    assert event.actor == Actor("Lena Lead", "team-lead", lena.key)
    assert verify(lena.key, event.signature, journal.signed_bytes(event.id))
    assert not verify(lena.key, event.signature, event.id.encode())
    assert not verify(lena.key, event.signature, bytes.fromhex(event.id))


def test_keys_stand_as_they_are_written_whatever_they_were() -> None:
    stored, written, packed = journal.as_stored({"places": {10: "ten", 9: ("nine",)}, "b": 1, "a": None})
    assert list(stored) == ["a", "b", "places"] and list(stored["places"]) == ["10", "9"]
    assert stored["places"]["9"] == ["nine"] and written == canonical(stored)
    assert codec.unpack(packed) == stored
    mixed, written, _ = journal.as_stored({"of": {"1": "one", 2: "two"}})
    assert list(mixed["of"]) == ["1", "2"] and written == canonical(mixed)
    with pytest.raises(BadInput, match="cannot be recorded"):
        journal.as_stored({"score": float("nan")})
