# SPDX-License-Identifier: AGPL-3.0-or-later
"""Somebody who has the case's key edits its journal: a thousand random ways, each found.

What cannot be found is not claimed: events cut off the end together with the count of them, by whoever holds the key.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any

import pytest

from redactor.casefile import journal, schema
from redactor.casefile.codec import pack, unpack
from redactor.casefile.driver import Database, memory
from redactor.casefile.identity import Identity, new_identity
from redactor.domain.journal import Actor, Kind, event_id

Row = list[Any]  # seq, id, parents, kind, at, name, role, key, payload, signature
ID, PARENTS, KIND, AT, NAME, ROLE, KEY, PAYLOAD, SIGNATURE = range(1, 10)
WAYS = 1000


@pytest.fixture(scope="module")
def staff(tmp_path_factory: pytest.TempPathFactory) -> list[Identity]:
    folder = tmp_path_factory.mktemp("staff")
    names = (("Wendy Case", "caseworker"), ("Lena Lead", "team-lead"))
    return [new_identity(folder / name, name, role, "a long passphrase") for name, role in names]


@pytest.fixture(scope="module")
def kept(staff: list[Identity]) -> list[Row]:
    """The rows of a journal: decisions signed and not signed, submitted and approved."""
    db = _database()
    worker, lead = staff
    kinds = [Kind.CASE_CREATED, *[Kind.PASSAGE_REDACTED, Kind.PERSON_DECIDED, Kind.ITEM_SETTLED] * 6]
    for number, kind in enumerate(kinds):
        at = f"2026-01-05T09:00:{number:02d}.000000Z"
        journal.append(
            db, [(kind, {"number": number, "text": f"decision {number}"})], worker if number % 3 else None, at
        )
    journal.append(db, [(Kind.SUBMITTED, {"plan_digest": "d" * 64})], worker, "2026-01-05T09:01:00.000000Z")
    journal.append(db, [(Kind.APPROVED, {"plan_digest": "d" * 64})], lead, "2026-01-05T09:02:00.000000Z")
    assert list(journal.problems(db)) == []
    return [list(row) for row in journal.rows(db)]


def _database() -> Database:
    db = memory()
    schema.migrate(db)
    return db


def _problems(rows: list[Row]) -> list[str]:
    """What is said of a journal with these rows, its count and end made to fit them."""
    db = _database()
    for row in rows:
        db.execute("INSERT INTO journal VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", tuple(row))
    db.execute("UPDATE journal_head SET count = ?, head = ?", (len(rows), rows[-1][ID] if rows else ""))
    try:
        return list(journal.problems(db))
    finally:
        db.close()


def _rehash(rows: list[Row], start: int) -> None:
    """Make the chain fit again from a row on, as somebody would who knows how ids are made: all but the signatures."""
    for n in range(start, len(rows)):
        row = rows[n]
        row[0] = n + 1
        row[PARENTS] = rows[n - 1][ID] if n else ""
        actor = Actor(row[NAME], row[ROLE], row[KEY])
        row[ID] = event_id(row[PARENTS].split(), row[KIND], row[AT], actor, unpack(row[PAYLOAD]))


def edit(rows: list[Row], dice: random.Random) -> int:
    n = dice.randrange(len(rows))
    column = dice.choice((KIND, AT, NAME, ROLE, PAYLOAD))
    if column == PAYLOAD:
        rows[n][PAYLOAD] = pack({**unpack(rows[n][PAYLOAD]), "text": f"otherwise {dice.random()}"})
    elif column == AT:
        rows[n][AT] = f"2025-{dice.randint(1, 12):02d}-01T00:00:00.000000Z"  # the clock set back afterwards
    else:
        rows[n][column] = {KIND: str(Kind.RETURNED), NAME: "Somebody Else", ROLE: "team-lead "}[column]
    return n


def drop(rows: list[Row], dice: random.Random) -> int:
    n = dice.randrange(len(rows) - 1)
    del rows[n]
    for later in rows[n:]:
        later[0] -= 1
    return n


def reorder(rows: list[Row], dice: random.Random) -> int:
    one, other = sorted(dice.sample(range(len(rows)), 2))
    rows[one], rows[other] = rows[other], rows[one]
    for n, row in enumerate(rows):
        row[0] = n + 1
    return one


def replay(rows: list[Row], dice: random.Random) -> int:
    """An old approval or submission put at the end again."""
    copied = list(rows[dice.choice((-1, -2))])
    copied[0], copied[PARENTS] = len(rows) + 1, rows[-1][ID]
    actor = Actor(copied[NAME], copied[ROLE], copied[KEY])
    copied[ID] = event_id([copied[PARENTS]], copied[KIND], copied[AT], actor, unpack(copied[PAYLOAD]))
    rows.append(copied)
    return len(rows)


def take_over(rows: list[Row], dice: random.Random) -> int:
    """Somebody's name, role or key put on another's decision."""
    n = dice.randrange(len(rows))
    giver = dice.choice([row for row in rows if row[KEY] and row[KEY] != rows[n][KEY]])
    columns = dice.choice(((KEY,), (NAME, ROLE, KEY), (NAME, ROLE, KEY, SIGNATURE), (SIGNATURE,)))
    if columns == (SIGNATURE,) and giver[SIGNATURE] == rows[n][SIGNATURE]:
        columns = (KEY,)
    for column in columns:
        rows[n][column] = giver[column]
    return n


def insert(rows: list[Row], dice: random.Random) -> int:
    """A decision slipped in between."""
    n = dice.randrange(1, len(rows))
    made = list(rows[n - 1])
    made[PAYLOAD] = pack({"number": 99, "text": "never decided"})
    made[NAME] = made[ROLE] = made[KEY] = made[SIGNATURE] = ""
    rows.insert(n, made)
    _rehash(rows, n)
    return n


TAMPERINGS: list[Callable[[list[Row], random.Random], int]] = [edit, drop, reorder, replay, take_over, insert]


def test_a_thousand_random_ways_to_tamper_are_found(kept: list[Row]) -> None:
    dice = random.Random(20260105)
    missed = []
    for number in range(WAYS):
        rows = [list(row) for row in kept]
        tamper = dice.choice(TAMPERINGS)
        first = tamper(rows, dice)
        hashed_anew = dice.random() < 0.5 and tamper is not replay
        if hashed_anew:
            _rehash(rows, min(first, len(rows) - 1) if tamper is not reorder else first)
        if not _problems(rows):
            missed.append((number, tamper.__name__, first, hashed_anew))
    assert not missed, missed[:5]


def test_nothing_is_found_where_nothing_was_done(kept: list[Row]) -> None:
    assert _problems([list(row) for row in kept]) == []
    # What the chain alone cannot find, and the guide says so: the end cut off, with the count made to fit.
    assert _problems([list(row) for row in kept[:-1]]) == []
