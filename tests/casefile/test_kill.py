# SPDX-License-Identifier: AGPL-3.0-or-later
"""A process killed at any moment loses at most what it was doing, and never harms the case."""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from redactor.casefile.store import CaseFile
from redactor.domain.errors import BadInput
from redactor.domain.journal import Kind
from tests.casefile import making, victim
from tests.casefile.conftest import OnDisk

KILL = getattr(signal, "SIGKILL", signal.SIGTERM)
#: 35 deaths inside a transaction, 10 while it commits, 3 right after, 14 from outside at any moment.
INSIDE = [{"point": "begun", "nth": 1 + n % 7} for n in range(7)]
INSIDE += [{"point": "begun", "nth": 1 + n % 7, "steps": 1 + 97 * n} for n in range(14)]
INSIDE += [{"point": "written", "nth": 1 + n % 7} for n in range(14)]
COMMITTING = [{"point": "written", "nth": 2 + n % 6, "seconds": 0.0007 * n} for n in range(1, 11)]
AFTER = [{"point": "committed", "nth": n} for n in (1, 2, 6)]
OUTSIDE: list[dict[str, Any] | None] = [None] * 14
#: A new case every so often, since checking reads all of it.
LIVES = 9


class Victims:
    """Processes that work on a case until they die, one after the other."""

    def __init__(self) -> None:
        self.process = subprocess.Popen(
            [sys.executable, victim.__file__], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    def live_and_die(self, on_disk: OnDisk, start: int, death: dict[str, Any] | None, rng: random.Random) -> list[dict]:
        """What one of them said. Without ``death`` it is killed from here, some turns and milliseconds on."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        order = {"case": str(on_disk.path), "recovery": str(on_disk.recovery), "start": start, "death": death}
        self.process.stdin.write(json.dumps(order) + "\n")
        self.process.stdin.flush()
        said: list[dict] = []
        turns = rng.randrange(0, 8) if death is None else -1
        while not said or "died" not in said[-1]:
            said.append(json.loads(self.process.stdout.readline()))
            if len(said) == turns + 1:
                time.sleep(rng.random() * 0.03)
                os.kill(said[0]["pid"], KILL)
        return said

    def end(self) -> None:
        self.process.communicate(timeout=30)


@pytest.fixture(scope="module")
def victims() -> Iterator[Victims]:
    started = Victims()
    yield started
    started.end()


def test_killed_at_fifty_moments(victims: Victims, empty_case: OnDisk, tmp_path: Path) -> None:
    rng = random.Random(17)
    deaths = [*INSIDE, *COMMITTING, *AFTER, *OUTSIDE]
    rng.shuffle(deaths)
    inside = hot = 0
    for number, death in enumerate(deaths):
        if number % LIVES == 0:
            path = Path(shutil.copy(empty_case.path, tmp_path / f"{number}.case"))
            on_disk, turn = OnDisk(path, empty_case.recovery, ""), 0
        said = victims.live_and_die(on_disk, turn, death, rng)
        assert said[-1]["died"] in (-KILL, KILL)
        inside += any(line.get("inside") for line in said)
        journal = path.with_name(path.name + "-journal")
        hot += journal.exists() and journal.stat().st_size > 0
        assert "Kayleigh" not in path.read_bytes().decode("latin-1")
        turn = _survived(on_disk, [line["done"] for line in said if "done" in line], turn)
    assert len(deaths) >= 50
    assert inside >= 25
    # Otherwise nothing was ever put back, and the test shows nothing.
    assert hot >= 10


def _survived(on_disk: OnDisk, done: list[int], start: int) -> int:
    """Check that everything said to be done is there, whole, and at most one thing more; the next turn."""
    with on_disk.open() as case:
        assert not case.read_only
        assert case.check() == []
        there = _turns_there(case, start + len(done) + 4)
        assert done == list(range(start, start + len(done)))
        assert there in (start + len(done), start + len(done) + 1)
    assert [file.name for file in on_disk.path.parent.iterdir() if file.name.startswith(on_disk.path.name + "-")] == []
    return there


def _turns_there(case: CaseFile, most: int) -> int:
    """How many turns are in the case; fails when one is there in part, or two are mixed."""
    events = [event for event in case.events() if event.kind is not Kind.DOCUMENT_ADDED]
    turns = [turn for turn in range(most) if _is_there(case, turn, most, events)]
    assert turns == list(range(len(turns)))
    return len(turns)


def _is_there(case: CaseFile, turn: int, most: int, events: list) -> bool:
    kind = victim.TURN[turn % len(victim.TURN)]
    cycle = len(victim.TURN)
    latest = turn + cycle >= most
    document = next((d for d in case.documents() if d.name == f"{turn - turn % cycle + 1}.pdf"), None)
    if kind == "append":
        return [event.payload["turn"] for event in events].count(turn) == 1
    if kind == "append_many":
        count = [event.payload["turn"] for event in events].count(turn)
        assert count in (0, victim.EVENTS)
        return count > 0
    if kind == "document":
        assert document is None or case.document_bytes(document.sha256) == victim.content(turn)
        return document is not None
    if kind == "pages":
        pages = list(case.pages(document.sha256)) if document else []
        assert pages in ([], [making.page(n, seed=turn) for n in range(1, victim.PAGES + 1)])
        assert not pages or len(case.search(pages[0].text)) >= 1
        return bool(pages)
    if kind == "parts":
        part = case.part(document.sha256, 1)[0] if document else b""
        assert not document or part in (victim.content(turn)[:700_000], case.document_bytes(document.sha256))
        return len(part) == 700_000
    if kind == "findings":
        whys = {mention.why for mention in case.mentions()} | {person.why for person in case.people()}
        assert len(whys) < 2
        assert len(case.mentions()) in (0, victim.MENTIONS)
        newest = int(next(iter(whys)).split()[1]) if whys else -1
        return newest == turn if latest else newest >= turn
    newest = case.get("turn", -1)
    return newest == turn if latest else newest >= turn


def test_a_wrong_passphrase_after_a_kill_does_no_harm(victims: Victims, empty_case: OnDisk, tmp_path: Path) -> None:
    """SQLite puts back what was half written before it knows whether the key fits."""
    path = Path(shutil.copy(empty_case.path, tmp_path / "a.case"))
    on_disk = OnDisk(path, empty_case.recovery, "")
    death = {"point": "written", "nth": 6}
    done = [line["done"] for line in victims.live_and_die(on_disk, 0, death, random.Random(1)) if "done" in line]
    journal = path.with_name(path.name + "-journal")
    assert journal.stat().st_size > 0
    for write in (True, False):
        with pytest.raises(BadInput, match="passphrase is wrong"):
            CaseFile.open(path, "not the passphrase", write=write)
    assert _survived(on_disk, done, 0) == 5


def test_a_reader_puts_back_what_a_killed_writer_left(victims: Victims, empty_case: OnDisk, tmp_path: Path) -> None:
    path = Path(shutil.copy(empty_case.path, tmp_path / "a.case"))
    on_disk = OnDisk(path, empty_case.recovery, "")
    victims.live_and_die(on_disk, 0, {"point": "written", "nth": 6}, random.Random(1))
    with on_disk.open(write=False) as case:
        assert case.check() == []
        assert _turns_there(case, 8) == 5
        assert case.holder is None


MAKE = """
import os, sys, pathlib
from redactor.casefile import driver, schema
path = pathlib.Path(sys.argv[1])
def dying(db):
    _first(db)
    os.kill(os.getpid(), 9)
_first = schema.MIGRATIONS[0]
schema.MIGRATIONS[0] = dying
from redactor.casefile.store import CaseFile
CaseFile.create(path, "x", recovery=path.with_name("office.keys"))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="needs a signal that kills")
def test_a_case_whose_making_was_cut_short_says_so(tmp_path: Path) -> None:
    root = Path(__file__).resolve().parents[2]
    path = tmp_path / "a.case"
    assert subprocess.run([sys.executable, "-c", MAKE, str(path)], cwd=root, check=False).returncode == -KILL
    assert path.exists()
    with pytest.raises(BadInput, match="making it was cut short"):
        CaseFile.open(path, "x")
    path.unlink()
    for left in tmp_path.glob("a.case*"):
        left.unlink()
    with CaseFile.create(path, "x", recovery=tmp_path / "office.keys") as case:
        assert case.check() == []
