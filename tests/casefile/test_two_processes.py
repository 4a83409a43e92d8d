# SPDX-License-Identifier: AGPL-3.0-or-later
"""One process writes; others read, and are told who has it."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from redactor.casefile import lock
from redactor.casefile.lock import WriteLock
from redactor.casefile.store import CaseFile
from redactor.domain.errors import Refused
from redactor.domain.journal import Kind
from tests.casefile import making
from tests.casefile.conftest import OnDisk

ROOT = Path(__file__).resolve().parents[2]

OPEN_AND_WAIT = """
import sys
from redactor.casefile.store import CaseFile
case = CaseFile.open({path!r}, recovery={recovery!r}, user={user!r})
print("read-only" if case.read_only else "writer", flush=True)
print(case.holder, flush=True)
for line in sys.stdin:
    exec(line)
case.close()
"""


class Other:
    """Another process with the case open."""

    def __init__(self, on_disk: OnDisk, user: str) -> None:
        code = OPEN_AND_WAIT.format(path=str(on_disk.path), recovery=str(on_disk.recovery), user=user)
        code = code.replace(repr(str(on_disk.recovery)), f"__import__('pathlib').Path({str(on_disk.recovery)!r})")
        self.process = subprocess.Popen(
            [sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT
        )
        self.kind = self.line()
        self.holder = self.line()

    def line(self) -> str:
        assert self.process.stdout is not None
        return self.process.stdout.readline().strip()

    def do(self, code: str) -> str:
        assert self.process.stdin is not None
        self.process.stdin.write(f"{code}; print('done', flush=True)\n")
        self.process.stdin.flush()
        return self.line()

    def end(self) -> None:
        assert self.process.stdin is not None
        self.process.stdin.close()
        assert self.process.wait(30) == 0

    def kill(self) -> None:
        self.process.kill()
        self.process.wait(30)
        for stream in (self.process.stdin, self.process.stdout):
            assert stream is not None
            stream.close()


def test_the_second_process_reads_and_is_told_who_has_it(on_disk: OnDisk) -> None:
    with on_disk.open(user="Wendy Case") as case:
        other = Other(on_disk, "Lena Lead")
        assert other.kind == "read-only"
        assert other.holder.startswith("Wendy Case on ")
        assert f"(process {os.getpid()}, since 2" in other.holder
        # What is written meanwhile can be read there at once.
        event = case.append(Kind.ITEM_SETTLED, {"note": "new"})
        assert other.do(f"assert case.head() == {event.id!r}") == "done"
        assert other.do("assert case.events()[-1].payload == {'note': 'new'}") == "done"
        other.end()
    other = Other(on_disk, "Lena Lead")
    assert (other.kind, other.holder) == ("writer", "None")
    with on_disk.open() as case:
        assert case.read_only
        assert case.holder is not None
        assert (case.holder.name, case.holder.pid) == ("Lena Lead", other.process.pid)
        with pytest.raises(Refused, match=r"open for writing by Lena Lead on .* \(process \d+, since 2") as caught:
            case.append(Kind.ITEM_SETTLED, {})
        assert "Ask them" in caught.value.do
    other.end()
    assert [file.name for file in on_disk.path.parent.iterdir()] == ["my.case"]


def test_the_same_process_cannot_write_twice_either(on_disk: OnDisk) -> None:
    with on_disk.open(user="Wendy Case") as first:
        with on_disk.open() as second:
            assert second.read_only
            assert second.holder is not None
            assert second.holder.name == "Wendy Case"
        first.put("a", 1)
        with on_disk.open(write=False) as third:
            assert third.get("a") == 1
            assert third.holder is not None
    with on_disk.open() as again:
        assert not again.read_only


def test_another_name_for_the_same_file_is_the_same_case(on_disk: OnDisk, tmp_path: Path) -> None:
    link = tmp_path / "elsewhere" / "link.case"
    link.parent.mkdir()
    try:
        link.symlink_to(on_disk.path)
    except OSError:
        pytest.skip("links are not allowed here")
    with on_disk.open(user="Wendy Case"), CaseFile.open(link, recovery=on_disk.recovery) as second:
        assert second.read_only


def test_the_lock_of_a_killed_process_keeps_nobody_out(on_disk: OnDisk) -> None:
    other = Other(on_disk, "Lena Lead")
    other.do("case.put('before', 1)")
    other.kill()
    assert lock.lock_path(on_disk.path).exists()
    with on_disk.open(write=False) as reader:
        assert reader.holder is None
    with on_disk.open() as case:
        assert not case.read_only
        assert case.get("before") == 1
        assert case.check() == []
    assert not lock.lock_path(on_disk.path).exists()


def test_a_lock_file_nobody_holds_keeps_nobody_out(on_disk: OnDisk) -> None:
    lock.lock_path(on_disk.path).write_text("left behind")
    with on_disk.open() as case:
        assert not case.read_only
    assert not lock.lock_path(on_disk.path).exists()


def test_of_many_at_once_one_gets_the_lock(tmp_path: Path) -> None:
    """Held for a moment each, taken and removed over and over: never two at a time, and each gets it in the end."""
    code = """
import sys, time, pathlib
from redactor.casefile.lock import WriteLock
case, busy = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
got = 0
while got < 200:
    lock = WriteLock.acquire(case)
    if lock:
        busy.mkdir()  # fails when somebody else is inside
        got += 1
        busy.rmdir()
        lock.release()
        time.sleep(0.001)  # whoever held it lets others try
"""
    arguments = [sys.executable, "-c", code, str(tmp_path / "a.case"), str(tmp_path / "busy")]
    crowd = [subprocess.Popen(arguments, cwd=ROOT) for _ in range(4)]
    assert [process.wait(timeout=60) for process in crowd] == [0, 0, 0, 0]
    assert not list(tmp_path.iterdir())


def test_a_lock_file_removed_under_our_hands_is_not_the_lock(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Opened before the holder removed it, locked after: another file may be the lock by then."""
    case = tmp_path / "a.case"
    holder = WriteLock.acquire(case)
    assert holder is not None
    really = lock._try_lock
    calls: list[bool] = []

    def try_lock(fd: int) -> bool:
        if not calls:
            holder.release()
        calls.append(really(fd))
        return calls[-1]

    monkeypatch.setattr(lock, "_try_lock", try_lock)
    second = WriteLock.acquire(case)
    assert calls[0]
    assert len(calls) == 2
    assert second is not None
    assert lock.token_of_holder(case) == second.token
    assert WriteLock.acquire(case) is None
    second.release()
    second.release()
    assert not list(tmp_path.iterdir())


def test_who_has_just_got_the_lock_but_not_said_who_it_is_still_has_it(on_disk: OnDisk) -> None:
    held = WriteLock.acquire(on_disk.path)
    assert held is not None
    start = time.monotonic()
    with on_disk.open() as case:
        assert case.read_only
        assert str(case.holder) == "another program"
        with pytest.raises(Refused, match="another program"):
            case.require_writable()
    assert time.monotonic() - start < 10
    held.release()


def test_reading_the_bytes_of_an_open_case_does_not_drop_its_locks(on_disk: OnDisk) -> None:
    """On POSIX, closing any descriptor of a file drops all of the process's locks on it, SQLite's too."""
    with on_disk.open() as case:
        db = case._session._db
        assert db is not None

        def in_the_middle(_: object) -> str:
            with db.atomic():
                db.execute("UPDATE journal_head SET count = count")
                with on_disk.open(write=False) as second:
                    assert second.holder is not None
                db.execute("PRAGMA cache_size = 1")
                other = subprocess.run(
                    [sys.executable, "-c", BEGIN.format(path=str(on_disk.path), key=making.raw_key(on_disk.recovery))],
                    capture_output=True, text=True, cwd=ROOT, check=False,
                )  # fmt: skip
                return other.stdout + other.stderr

        assert "database is locked" in case._session.run(in_the_middle)


BEGIN = """
import pathlib
from redactor.casefile import driver
db = driver.connect(pathlib.Path({path!r}), {key!r}, write=True)
db.execute("PRAGMA busy_timeout = 100")
db.execute("BEGIN IMMEDIATE")
"""
