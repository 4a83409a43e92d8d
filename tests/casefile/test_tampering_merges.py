# SPDX-License-Identifier: AGPL-3.0-or-later
"""Somebody who has the key edits a journal in which two halves have come together: each of a thousand ways is found.

A half kept before the other instead of behind it is no tampering: both machines keep their own first, and what holds
comes out the same.
"""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest

from redactor.casefile import journal
from redactor.casefile.codec import pack, unpack
from redactor.casefile.identity import Identity
from redactor.domain.journal import Actor, Kind, event_id
from redactor.domain.lineage import in_order
from tests.casefile.test_tampering import (
    AT,
    ID,
    KEY,
    KIND,
    NAME,
    PARENTS,
    PAYLOAD,
    ROLE,
    SIGNATURE,
    WAYS,
    Row,
    _database,
    _problems,
    staff,
)

__all__ = ["staff"]

COMMON, HALF = 6, 7


@pytest.fixture(scope="module")
def kept(staff: list[Identity]) -> list[Row]:
    """Rows of a journal with a merge in it, decided on and approved afterwards."""
    worker, lead = staff
    here, there = _database(), _database()
    kinds = [Kind.CASE_CREATED, *[Kind.PASSAGE_REDACTED, Kind.ITEM_SETTLED] * 3][:COMMON]
    for number, kind in enumerate(kinds):
        entry = [(kind, {"number": number})]
        journal.append(here, entry, worker if number % 2 else None, f"2026-01-05T09:00:{number:02d}.000000Z")
    journal.take_in(there, journal.rows(here))
    for number in range(HALF):
        for db, half in ((here, "a"), (there, "b")):
            entry = [(Kind.PASSAGE_REDACTED, {"half": half, "number": number})]
            journal.append(db, entry, worker if number % 3 else None, f"2026-01-05T10:00:{number:02d}.000000Z")
    heads = sorted((journal.head(here), journal.head(there)))
    journal.take_in(here, journal.rows(there, COMMON))
    at = "2026-01-06T09:00:00.000000Z"
    merged = {"conflicts": [], "corrections": [], "positions": {}}
    journal.append(here, [(Kind.MERGED, merged)], worker, at, parents=heads)
    journal.append(here, [(Kind.PASSAGE_REDACTED, {"number": 99})], worker, "2026-01-06T09:01:00.000000Z")
    journal.append(here, [(Kind.SUBMITTED, {"plan_digest": "d" * 64})], worker, "2026-01-06T09:02:00.000000Z")
    journal.append(here, [(Kind.APPROVED, {"plan_digest": "d" * 64})], lead, "2026-01-06T09:03:00.000000Z")
    assert list(journal.problems(here)) == []
    return [list(row) for row in journal.rows(here)]


MERGE = COMMON + 2 * HALF  # its place in the rows


def _number(rows: list[Row]) -> None:
    for n, row in enumerate(rows):
        row[0] = n + 1


def _rehash(rows: list[Row], merge_order: bool = True) -> None:
    """Make every id and every parent fit again, as somebody would who knows how ids are made: all but signatures."""
    became: dict[str, str] = {}
    for row in rows:
        parents = [became.get(parent, parent) for parent in row[PARENTS].split()]
        if row[KIND] == Kind.MERGED and merge_order:
            parents.sort()
        actor = Actor(row[NAME], row[ROLE], row[KEY])
        made = event_id(parents, row[KIND], row[AT], actor, unpack(row[PAYLOAD]))
        became[row[ID]] = made
        row[PARENTS], row[ID] = " ".join(parents), made


def replay_merge(rows: list[Row], dice: random.Random) -> bool:
    """The merge once more at the end: after the last event, or of the same halves."""
    copied = list(rows[MERGE])
    parents = dice.choice((rows[-1][ID], rows[MERGE][PARENTS], " ".join(sorted((rows[-1][ID], rows[MERGE][ID])))))
    copied[PARENTS] = parents
    copied[ID] = event_id(
        parents.split(), copied[KIND], copied[AT], Actor(*copied[NAME : KEY + 1]), unpack(copied[PAYLOAD])
    )
    if copied[ID] == rows[MERGE][ID]:
        copied[AT] = "2026-01-07T09:00:00.000000Z"
        copied[ID] = event_id(
            parents.split(), copied[KIND], copied[AT], Actor(*copied[NAME : KEY + 1]), unpack(copied[PAYLOAD])
        )
    rows.append(copied)
    return False


def drop_one_parent(rows: list[Row], dice: random.Random) -> bool:
    """The merge follows one half only, and the other is left hanging or taken out."""
    one, other = rows[MERGE][PARENTS].split()
    rows[MERGE][PARENTS] = dice.choice((one, other))
    if dice.random() < 0.5:
        gone = slice(COMMON + HALF, MERGE) if dice.random() < 0.5 else slice(COMMON, COMMON + HALF)
        del rows[gone]
    return True


def swap_parents(rows: list[Row], dice: random.Random) -> bool:
    """The halves named the other way round in the merge."""
    rows[MERGE][PARENTS] = " ".join(reversed(rows[MERGE][PARENTS].split()))
    _rehash(rows, merge_order=False)
    return False


def move_across(rows: list[Row], dice: random.Random) -> bool:
    """A decision of one half put into the other."""
    n = dice.randrange(COMMON, COMMON + HALF)
    row = rows.pop(n)
    at = dice.randrange(COMMON + HALF - 1, MERGE - 1)
    rows.insert(at, row)
    rows[n][PARENTS] = row[PARENTS]
    row[PARENTS] = rows[at - 1][ID]
    rows[at + 1][PARENTS] = row[ID]
    return True


def edit_in_half(rows: list[Row], dice: random.Random) -> bool:
    n = dice.randrange(COMMON, MERGE)
    rows[n][PAYLOAD] = pack({**unpack(rows[n][PAYLOAD]), "number": dice.random()})
    return True


def drop_in_half(rows: list[Row], dice: random.Random) -> bool:
    """One decision of a half taken out, the rest closed up behind it."""
    n = dice.randrange(COMMON, MERGE)
    gone = rows.pop(n)
    for row in rows:
        row[PARENTS] = " ".join(gone[PARENTS] if parent == gone[ID] else parent for parent in row[PARENTS].split())
    return True


def drop_half(rows: list[Row], dice: random.Random) -> bool:
    """All a colleague decided taken out, and the merge with it."""
    first = dice.random() < 0.5
    keep = rows[COMMON + HALF - 1 if not first else MERGE - 1][ID]
    merge = rows[MERGE][ID]
    del rows[MERGE]
    del rows[slice(COMMON, COMMON + HALF) if first else slice(COMMON + HALF, MERGE)]
    for row in rows:
        row[PARENTS] = " ".join(keep if parent == merge else parent for parent in row[PARENTS].split())
    return True


def edit_merge(rows: list[Row], dice: random.Random) -> bool:
    """What the merge found, or who merged, written otherwise: a conflict taken out of it."""
    if dice.random() < 0.5:
        rows[MERGE][PAYLOAD] = pack({"conflicts": [], "corrections": [["name", "p"]], "positions": {}})
    else:
        rows[MERGE][NAME] = "Somebody Else"
    return True


def other_kind(rows: list[Row], dice: random.Random) -> bool:
    """The merge made to look like a decision, or a decision like a merge."""
    n = dice.choice((MERGE, MERGE + 1))
    rows[n][KIND] = str(Kind.MERGED if n != MERGE else Kind.ITEM_SETTLED)
    return True


TAMPERINGS: list[Callable[[list[Row], random.Random], bool]] = [
    replay_merge,
    drop_one_parent,
    swap_parents,
    move_across,
    edit_in_half,
    drop_in_half,
    drop_half,
    edit_merge,
    other_kind,
]


def test_a_thousand_ways_to_tamper_with_a_merge_are_found(kept: list[Row]) -> None:
    dice = random.Random(20260106)
    missed = []
    for number in range(WAYS):
        rows = [list(row) for row in kept]
        tamper = dice.choice(TAMPERINGS)
        may_rehash = tamper(rows, dice)
        hashed_anew = may_rehash and dice.random() < 0.6
        if hashed_anew:
            _rehash(rows)
        _number(rows)
        if not _problems(rows):
            missed.append((number, tamper.__name__, hashed_anew))
    assert not missed, missed[:5]


def test_without_signatures_the_shape_of_a_merge_still_tells(kept: list[Row]) -> None:
    """Decisions nobody signed can be written anew by whoever has the key. What a merge must follow still shows."""
    dice = random.Random(20260107)
    bare = [list(row) for row in kept]
    for row in bare:
        row[NAME] = row[ROLE] = row[KEY] = row[SIGNATURE] = ""
    _rehash(bare)
    assert _problems([list(row) for row in bare]) == []
    for tamper in (replay_merge, drop_one_parent, swap_parents, other_kind):
        for _ in range(20):
            rows = [list(row) for row in bare]
            if tamper(rows, dice):
                _rehash(rows)
            _number(rows)
            if tamper is drop_one_parent and len(rows) < len(bare) and len(rows[COMMON + HALF][PARENTS].split()) == 1:
                assert any("a half has been removed" in problem for problem in _problems(rows))
            assert _problems(rows), tamper.__name__


def test_halves_kept_the_other_way_round_are_the_same_journal(kept: list[Row]) -> None:
    rows = [list(row) for row in kept]
    rows[COMMON:MERGE] = [*rows[COMMON + HALF : MERGE], *rows[COMMON : COMMON + HALF]]
    _number(rows)
    assert _problems([list(row) for row in rows]) == []
    one, other = (journal.read(tuple(row) for row in each) for each in (kept, rows))
    assert one != other and in_order(one) == in_order(other)
