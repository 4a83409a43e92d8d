# SPDX-License-Identifier: AGPL-3.0-or-later
"""check() finds a byte changed anywhere, and what somebody with the key has changed."""

from __future__ import annotations

import random
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from redactor.casefile import check, codec, identity, journal, schema
from redactor.casefile.driver import PAGE_SIZE, Database
from redactor.casefile.store import CaseFile
from redactor.domain.errors import BadInput
from redactor.domain.journal import Kind, event_id
from tests.casefile import making
from tests.casefile.conftest import OnDisk


def _found(on_disk: OnDisk) -> str:
    """What is said of a damaged case, by opening or by checking; empty when nothing is."""
    try:
        with on_disk.open(write=False) as case:
            return "; ".join(case.check())
    except BadInput as error:
        return str(error)


def test_a_sound_case_has_no_problems(on_disk: OnDisk) -> None:
    assert _found(on_disk) == ""
    with on_disk.open() as case:
        assert case.check() == []
        case.put("a", 1)
        assert case.check() == []


def test_a_changed_byte_is_found_wherever_it_is(on_disk: OnDisk) -> None:
    content = on_disk.path.read_bytes()
    size = len(content)
    rng = random.Random(23)
    places = [*range(0, 16, 5), 16, 50, 100, 4000, 4016, 4080, 4095, 4096, size - 1, size - 81, size // PAGE_SIZE // 2]
    places += [rng.randrange(size) for _ in range(60)]
    for place in places:
        with on_disk.path.open("r+b") as file:
            file.seek(place)
            file.write(bytes([content[place] ^ (1 << rng.randrange(8))]))
        found = _found(on_disk)
        assert found, f"a byte changed at {place} of {size} was not found"
        if place < 16:
            assert "holds no recovery key for this case" in found
        elif place < PAGE_SIZE:
            assert "the first page of the file is damaged" in found
        with on_disk.path.open("r+b") as file:
            file.seek(place)
            file.write(content[place : place + 1])
    assert _found(on_disk) == ""


def test_a_changed_first_page_is_told_to_whoever_has_the_passphrase(on_disk: OnDisk) -> None:
    content = bytearray(on_disk.path.read_bytes())
    for place in (3, 900):
        content[place] ^= 1
        on_disk.path.write_bytes(content)
        with pytest.raises(BadInput, match="or the start of the file is damaged"):
            CaseFile.open(on_disk.path, making.PASSPHRASE)
        content[place] ^= 1


def _swap(content: bytes) -> bytes:
    pages = [content[start : start + PAGE_SIZE] for start in range(0, len(content), PAGE_SIZE)]
    pages[40], pages[41] = pages[41], pages[40]
    return b"".join(pages)


DAMAGE: list[tuple[str, Callable[[bytes], bytes]]] = [
    ("one byte more", lambda content: content + b"x"),
    ("pages more", lambda content: content + making.data(9000)),
    ("empty pages more", lambda content: content + bytes(8192)),
    ("an old page more", lambda content: content + content[-PAGE_SIZE:]),
    ("one byte less", lambda content: content[:-1]),
    ("a page less", lambda content: content[:-PAGE_SIZE]),
    ("a page wiped", lambda content: content[: 50 * PAGE_SIZE] + bytes(PAGE_SIZE) + content[51 * PAGE_SIZE :]),
    ("two pages swapped", _swap),
    ("half", lambda content: content[: len(content) // 2]),
]


@pytest.mark.parametrize("damage", [row[1] for row in DAMAGE], ids=[row[0] for row in DAMAGE])
def test_bytes_more_or_less_are_found(on_disk: OnDisk, damage: Callable[[bytes], bytes]) -> None:
    on_disk.path.write_bytes(damage(on_disk.path.read_bytes()))
    assert re.search("changed|damaged|not sound", _found(on_disk))


def test_a_page_put_back_from_an_older_copy_is_found(on_disk: OnDisk) -> None:
    """Its seal holds, since it is a page of this very file; the database or the chain must tell."""
    old = on_disk.path.read_bytes()
    with on_disk.open() as case:
        case.append_many([(Kind.ITEM_SETTLED, {"n": n, "why": "x" * 300}) for n in range(60)])
    new = bytearray(on_disk.path.read_bytes())
    changed = [p for p in range(0, len(old), PAGE_SIZE) if old[p : p + PAGE_SIZE] != new[p : p + PAGE_SIZE]]
    assert len(changed) > 3
    sound, told = _rows(on_disk), 0
    for place in changed:
        on_disk.path.write_bytes(bytes(new[:place]) + old[place : place + PAGE_SIZE] + bytes(new[place + PAGE_SIZE :]))
        # A page can differ in what is of no account: the holder's row is empty before and after.
        found = _found(on_disk)
        assert found or _rows(on_disk) == sound
        told += bool(found)
    assert told > 3


def _rows(on_disk: OnDisk) -> list[object]:
    db = making.with_key(on_disk.path, on_disk.recovery)
    tables = [row[0] for row in db.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND rootpage > 0")]
    rows: list[object] = [db.execute(f"SELECT * FROM {table}").fetchall() for table in sorted(tables)]
    db.close()
    return rows


def test_the_block_that_sqlite_leaves_empty_is_looked_at(on_disk: OnDisk, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is at 1 GiB in a file that long; here it is moved to where something is."""
    monkeypatch.setattr(check, "LOCK_BYTE", 20 * PAGE_SIZE)
    assert "the block that is always empty" in _found(on_disk)


# With the key


def _without_triggers(db: Database, *statements: tuple[str, tuple[object, ...]]) -> None:
    triggers = db.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
    db.execute("PRAGMA foreign_keys = OFF")
    with db.atomic():
        for name, _ in triggers:
            db.execute(f"DROP TRIGGER {name}")
        for statement, values in statements:
            db.execute(statement, values)
        for _, sql in triggers:
            db.execute(sql)


def _sql(*statements: str) -> Callable[[Database], None]:
    return lambda db: _without_triggers(db, *((statement, ()) for statement in statements))


def _edit_payload(db: Database) -> None:
    packed = codec.pack({"person": "p7", "why": "because of something else"})
    _without_triggers(db, ("UPDATE journal SET payload = ? WHERE seq = 11", (packed,)))


def _edit_payload_and_id(db: Database) -> None:
    """As somebody would who knows how ids are made."""
    row = db.execute(f"SELECT {journal._COLUMNS} FROM journal WHERE seq = 11").fetchone()
    event = journal._from_row(row)
    payload = {"person": "p7", "why": "because of something else"}
    ident = event_id(event.parents, event.kind, event.at, event.actor, payload)
    _without_triggers(db, ("UPDATE journal SET payload = ?, id = ? WHERE seq = 11", (codec.pack(payload), ident)))


def _swap_chunks(db: Database) -> None:
    (blob,) = db.execute("SELECT blob FROM documents WHERE size = 2500000").fetchone()
    _without_triggers(
        db,
        ("UPDATE chunks SET n = 99 WHERE blob = ? AND n = 0", (blob,)),
        ("UPDATE chunks SET n = 0 WHERE blob = ? AND n = 1", (blob,)),
        ("UPDATE chunks SET n = 1 WHERE blob = ? AND n = 99", (blob,)),
    )


def _drop_the_last(db: Database) -> None:
    _without_triggers(db, ("DELETE FROM journal WHERE seq = (SELECT max(seq) FROM journal)", ()))


TAMPERING: list[tuple[str, Callable[[Database], None], str]] = [
    ("an edited payload", _edit_payload, "event 11 of the journal has been changed after it was written"),
    ("an edited payload with its id", _edit_payload_and_id, "event 12 of the journal follows an event that does not"),
    ("an edited time", _sql("UPDATE journal SET at = '2020-01-01T00:00:00Z' WHERE seq = 3"), "event 3 .* changed"),
    ("another kind", _sql("UPDATE journal SET kind = 'event.undone' WHERE seq = 9"), "event 9 .* changed"),
    ("a kind there is none of", _sql("UPDATE journal SET kind = 'x' WHERE seq = 9"), "event 9 .* cannot be read"),
    ("a payload of noise", _sql("UPDATE journal SET payload = x'0102' WHERE seq = 9"), "event 9 .* cannot be read"),
    ("a dropped event", _sql("DELETE FROM journal WHERE seq = 20"), "from event 19 to event 21"),
    (
        "a dropped event, the gap closed",
        _sql("DELETE FROM journal WHERE seq = 20", "UPDATE journal SET seq = seq - 1 WHERE seq > 20"),
        "event 20 .* follows an event that does not come before it",
    ),
    ("the last event dropped", _drop_the_last, "the end has been changed"),
    ("the first event dropped", _sql("DELETE FROM journal WHERE seq = 1"), "from event 0 to event 2"),
    (
        "two events swapped",
        _sql(
            "UPDATE journal SET seq = 9999 WHERE seq = 30",
            "UPDATE journal SET seq = 30 WHERE seq = 31",
            "UPDATE journal SET seq = 31 WHERE seq = 9999",
        ),
        "event 30 .* follows an event that does not come before it",
    ),
    (
        "an event put in beside the chain",
        _sql(
            "INSERT INTO journal SELECT 9999, 'f00', parents, kind, at, name, role, key, payload, signature "
            "FROM journal WHERE seq = 30"
        ),
        "event 9999 .* changed after it was written",
    ),
    ("somebody named who did not sign", _sql("UPDATE journal SET name = 'Lena' WHERE seq = 5"), "without the key"),
    ("another head", _sql("UPDATE journal_head SET head = 'f00'"), "the end has been changed"),
    ("chunks swapped", _swap_chunks, r"document 2 \(record/large.pdf\): its bytes have been changed"),
    ("a chunk edited", _sql("UPDATE chunks SET data = x'00' WHERE rowid = 3"), "its bytes have been changed"),
    ("a chunk dropped", _sql("DELETE FROM chunks WHERE rowid = 3"), "its bytes have been changed"),
    (
        "a chunk more",
        _sql("INSERT INTO chunks SELECT blob, 77, data FROM chunks WHERE rowid = 2"),
        "its bytes have been changed",
    ),
    (
        "a document's bytes and digest exchanged",
        _sql("UPDATE chunks SET data = x'00' WHERE rowid = 1", "UPDATE blobs SET size = 1, sha256 = 'x' WHERE id = 1"),
        "document 1 .* its bytes have been changed",
    ),
    ("a part edited", _sql("UPDATE chunks SET data = x'00' WHERE blob = 3"), "the part of record/large.pdf with pages"),
    *(
        (f"a document's {name}", _sql(f"UPDATE documents SET {name} = {value} WHERE id = 1"), "does not fit the jo")
        for name, value in {
            "name": "'x'", "pages": "2", "size": "7", "position": "9", "parent": "'x'", "producer": "'x'",
            "password": "'x'", "places": "x'6a5b5d'", "sha256": "'x'", "event": "'x'",
        }.items()
    ),
    ("a document dropped", _sql("DELETE FROM documents WHERE id = 1"), "1 documents .* are missing"),
    (
        "a document put in",
        _sql(
            "INSERT INTO documents SELECT 9, 'x', name, pages, size, 9, parent, producer, password, places, blob, "
            "event FROM documents WHERE id = 1"
        ),
        "document 9 .* does not fit the journal",
    ),
    ("a page's words", _sql("UPDATE page_bodies SET body = x'00' WHERE page = 3"), "page 3: what was read .* damaged"),
    ("a page dropped", _sql("DELETE FROM pages WHERE id = 3"), "the search index knows 37 pages, but 36 were read"),
    ("a table more", _sql("CREATE TABLE more (a)"), "there is a table more that does not belong"),
    ("an index dropped", _sql("DROP INDEX mentions_by_page"), "the index mentions_by_page is missing"),
    (
        "a trigger changed",
        lambda db: (
            db.execute("DROP TRIGGER journal_never_changes"),
            db.execute("CREATE TRIGGER journal_never_changes BEFORE UPDATE ON journal BEGIN SELECT 1; END"),
        ),
        "the trigger journal_never_changes is missing or has been changed",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("tamper", "words"), [row[1:] for row in TAMPERING], ids=[row[0] for row in TAMPERING])
def test_tampering_with_the_key_is_found(on_disk: OnDisk, tamper: Callable[[Database], None], words: str) -> None:
    db = making.with_key(on_disk.path, on_disk.recovery)
    tamper(db)
    db.close()
    assert re.search(words, _found(on_disk))


def test_the_rows_of_events_cannot_be_changed_by_mistake(case: CaseFile) -> None:
    case.append(Kind.ITEM_SETTLED, {"a": 1})
    for statement in ("UPDATE journal SET at = ''", "DELETE FROM journal"):
        with pytest.raises(Exception, match="an event is never"):
            case._session.write(lambda db, statement=statement: db.execute(statement))
    assert len(case.events()) == 1
    assert case.check() == []


def test_forged_signatures_are_found(empty_case: OnDisk, tmp_path: Path) -> None:
    wendy = identity.new_identity(tmp_path / "wendy.id", "Wendy Case", "caseworker", "w")
    lena = identity.new_identity(tmp_path / "lena.id", "Lena Lead", "team-lead", "l")
    path = Path(shutil.copy(empty_case.path, tmp_path / "a.case"))
    on_disk = OnDisk(path, empty_case.recovery, "")
    with on_disk.open() as case:
        for n in range(3):
            case.append(Kind.ITEM_SETTLED, {"n": n}, signer=wendy)
        case.append(Kind.SUBMITTED, {"plan": "0" * 64}, signer=wendy)
        assert case.check() == []
    sound = path.read_bytes()
    last = "WHERE seq = 4"

    def forged(by: identity.Identity, signed_by: identity.Identity | None, kind: Kind = Kind.APPROVED) -> None:
        db = making.with_key(path, on_disk.recovery)
        row = db.execute(f"SELECT {journal._COLUMNS} FROM journal {last}").fetchone()
        event = journal._from_row(row)
        ident = event_id(event.parents, kind, event.at, by.actor, event.payload)
        signature = signed_by.sign(journal.signed_bytes(ident)) if signed_by else ""
        _without_triggers(
            db,
            (
                f"UPDATE journal SET id = ?, kind = ?, name = ?, role = ?, key = ?, signature = ? {last}",
                (ident, str(kind), by.name, by.role, by.key, signature),
            ),
            ("UPDATE journal_head SET head = ?", (ident,)),
        )
        db.close()

    for by, signed_by in ((lena, wendy), (lena, None)):
        forged(by, signed_by)
        assert "event 4 of the journal is not signed by Lena Lead who is named in it" in _found(on_disk)
        path.write_bytes(sound)
    # What the right key signed is right: the forging above is not what is found.
    forged(lena, lena)
    assert _found(on_disk) == ""
    path.write_bytes(sound)
    db = making.with_key(path, on_disk.recovery)
    other = "(SELECT signature FROM journal WHERE seq = 2)"
    _without_triggers(db, (f"UPDATE journal SET signature = {other} WHERE seq = 3", ()))
    db.close()
    assert "event 3 of the journal is not signed by Wendy Case" in _found(on_disk)


def test_bytes_that_were_changed_are_never_handed_out(on_disk: OnDisk) -> None:
    db = making.with_key(on_disk.path, on_disk.recovery)
    _swap_chunks(db)
    db.execute("UPDATE page_bodies SET body = x'00' WHERE page = 3")
    _without_triggers(db, ("UPDATE journal SET payload = x'0102' WHERE seq = 9", ()))
    db.close()
    with on_disk.open() as case:
        with pytest.raises(BadInput, match="have been changed since they were added"):
            case.document_bytes(on_disk.large)
        with pytest.raises(BadInput, match="page 3 as kept in the case is damaged"):
            case.page(on_disk.large, 3)
        with pytest.raises(BadInput, match="event 9 of the journal cannot be read"):
            case.events()


def test_every_table_is_compared(full_case: OnDisk) -> None:
    db = making.with_key(full_case.path, full_case.recovery)
    names = {name for _, name, _ in schema.shape(db)}
    db.close()
    assert {"journal", "documents", "chunks", "page_index", "page_index_data", "mentions_by_person"} <= names
