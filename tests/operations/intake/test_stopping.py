# SPDX-License-Identifier: AGPL-3.0-or-later
"""Adding can be stopped at any moment; what was not looked at is on record, and adding again goes on from there."""

from __future__ import annotations

import time
import zipfile
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future
from pathlib import Path
from typing import Any

import pytest

from redactor.bundle import tasks
from redactor.casefile.store import CaseFile
from redactor.operations.intake import archives
from redactor.operations.intake.intake import add_paths
from redactor.operations.intake.working import Working
from redactor.operations.left.todo import left_to_do
from redactor.operations.request.case import new_case
from redactor.operations.view import CaseView
from redactor.review.todo_items import TodoKind
from redactor.workers.inline import InlineExecutor
from tests.conftest import PASSPHRASE, make_pdf
from tests.mailmade import mail


@pytest.fixture
def case(tmp_path: Path) -> Iterator[CaseFile]:
    with new_case(tmp_path / "new.case", PASSPHRASE, reference="R", subject="Priya Shah") as made:
        yield made


@pytest.fixture
def given(tmp_path: Path) -> Path:
    folder = tmp_path / "given"
    folder.mkdir()
    return folder


class Told(list[str]):
    """What somebody who watches is told; stops at a word."""

    def __init__(self, until: str) -> None:
        super().__init__()
        self._until = until

    def progress(self, done: int, total: int, what: str) -> None:
        self.append(f"{done}/{total} {what}")

    def stopped(self) -> bool:
        return any(self._until in said for said in self)


def open_items(case: CaseFile) -> list[str]:
    found = left_to_do(CaseView(case), residual=False)
    return [item.text for item in found if item.kind is TodoKind.REFUSED_FILE]


def test_what_was_not_looked_at_is_on_record(case: CaseFile, given: Path, pool) -> None:
    for n in range(4):
        make_pdf(given / f"{n}.pdf", [f"page {n}"])
    told = Told("Adding 2.pdf")
    results = add_paths(case, [given], pool, progress=told.progress, cancelled=told.stopped)
    assert [result.status for result in results] == ["added", "added", "passed_over", "passed_over"]
    assert len(open_items(case)) == 2
    add_paths(case, [given], pool)
    assert open_items(case) == []


def test_an_archive_tells_how_far_it_is_and_can_be_stopped_in_the_middle(case: CaseFile, given: Path, pool) -> None:
    with zipfile.ZipFile(given / "x.zip", "w") as archive:
        for n in range(4):
            archive.writestr(f"{n}.txt", f"note {n}")
        archive.writestr("__MACOSX/._0.txt", "litter")
    told = Told("0/1 Adding x.zip: 2 of the 5 in it")
    results = add_paths(case, [given], pool, progress=told.progress, cancelled=told.stopped)
    assert [(r.file, r.status) for r in results] == [
        ("x.zip", "opened"), ("x.zip/0.txt", "added"), ("x.zip/1.txt", "added"),
        ("x.zip/2.txt", "passed_over"), ("x.zip/3.txt", "passed_over"),
    ]  # fmt: skip
    assert len(open_items(case)) == 2
    add_paths(case, [given], pool)
    assert open_items(case) == []


class Slow(Executor):
    """Never done with what it is given."""

    def __init__(self) -> None:
        self.futures: list[Future[Any]] = []

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        self.futures.append(Future())
        return self.futures[-1]


def test_nobody_waits_for_a_worker_that_is_busy_with_a_file(case: CaseFile, given: Path) -> None:
    make_pdf(given / "a.pdf", ["page"])
    slow = Slow()
    began = time.monotonic()
    (result,) = add_paths(case, [given], slow, cancelled=lambda: bool(slow.futures))
    assert result.status == "passed_over" and slow.futures[0].cancelled()
    assert time.monotonic() - began < 10
    assert len(open_items(case)) == 1


def letter(text: str, **attached: bytes) -> bytes:
    message = mail(html="", text=text)
    for name, data in attached.items():
        message.add_attachment(data, maintype="application", subtype="octet-stream", filename=f"{name}.eml")
    return message.as_bytes()


class StopsAt(Executor):
    """Hands on what it is given; ``now`` once it is given a file with ``word`` in it."""

    def __init__(self, inner: Executor, word: bytes) -> None:
        self._inner, self._word = inner, word
        self.now = False

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        self.now = self.now or (fn is tasks.convert and self._word in args[0])
        return self._inner.submit(fn, *args, **kwargs)


def test_what_is_attached_to_a_message_comes_in_later_where_it_was_stopped(case: CaseFile, given: Path, pool) -> None:
    """The message itself is in the case by then: adding it again is a duplicate, and yet goes on."""
    inner = letter("Inner", second=letter("Second note"), third=letter("Third note"))
    (given / "outer.eml").write_bytes(letter("Outer", first=letter("First note"), inner=inner))
    stops = StopsAt(pool, b"Second note")
    first = add_paths(case, [given], stops, cancelled=lambda: stops.now)
    names = [result.file for result in first if result.status == "added"]
    assert "outer.eml" in names and "outer.eml/first.eml" in names
    left = [result.file for result in first if result.status == "passed_over"]
    assert left and len(open_items(case)) == len(left)
    again = {result.file: result.status for result in add_paths(case, [given], pool)}
    assert all(again[name] == "added" for name in left) and open_items(case) == []
    assert len(case.documents()) == 5
    assert [result.status for result in add_paths(case, [given], pool)] == ["duplicate"], "and then it is finished"


def test_listing_a_large_mailbox_tells_how_far_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    names = [f"Inbox/{number:04d} note.eml" for number in range(7)]

    def listed(data: bytes, name: str, first: int) -> tuple[list[str], int]:
        return names[first : first + 3], len(names)

    monkeypatch.setattr(tasks, "store_items", listed)
    told = Told("never")
    working = Working(InlineExecutor())
    working.watch.progress = told.progress
    assert [one.name for one in archives.members(b"!BDN", "old.pst", "pst", working)] == names
    assert told == [f"0/0 Adding old.pst: {done} of its 7 items listed" for done in (3, 6, 7)]
