# SPDX-License-Identifier: AGPL-3.0-or-later
"""Files too large to be held in memory: taken in from where they lie, whole or not at all."""

from __future__ import annotations

import errno
import os
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pymupdf
import pytest

from redactor.bundle import held, tasks
from redactor.bundle.formats import parts
from redactor.bundle.office import scratch
from redactor.casefile.store import CaseFile
from redactor.domain.errors import BadInput
from redactor.operations.intake import making_pages
from redactor.operations.intake.intake import add_paths
from redactor.operations.intake.reading import read_text
from redactor.operations.progress import silent
from redactor.operations.request.case import new_case
from redactor.workers.inline import InlineExecutor
from tests.conftest import PASSPHRASE, make_pdf


@pytest.fixture
def case(tmp_path: Path) -> Iterator[CaseFile]:
    with new_case(tmp_path / "new.case", PASSPHRASE, reference="R", subject="Priya Shah") as made:
        yield made


@pytest.fixture(autouse=True)
def everything_is_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(held, "WHOLE", 0)
    monkeypatch.setattr(making_pages, "PART_PAGES", 2)
    monkeypatch.setattr(making_pages, "PARTS_TOGETHER", 1)


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    return make_pdf(tmp_path / "record.pdf", *([f"Page {number}, seen with Gareth Pole."] for number in range(1, 6)))


def blobs(case: CaseFile) -> int:
    return int(case._session.run(lambda db: db.execute("SELECT count(*) FROM blobs").fetchone())[0])


def test_it_is_kept_byte_for_byte_with_its_parts_and_what_is_in_it(case: CaseFile, paper: Path, pool) -> None:
    with pymupdf.open(paper) as document:
        document.embfile_add("notes.txt", b"Call Meena Adeyemi")
        document.saveIncr()
    (paper.parent / "given").mkdir()
    paper = paper.rename(paper.parent / "given" / "record.pdf")
    (paper.parent / "more.txt").write_text("Call Gareth")
    results = add_paths(case, [paper.parent], pool)
    assert [(added.file, added.status) for added in results] == [
        ("more.txt", "added"),
        ("record.pdf", "added"),
        ("record.pdf/notes.txt", "added"),
    ]
    record = case.documents()[1]
    assert case.document_bytes(record.sha256) == paper.read_bytes()
    assert [(first, last) for first, last, _ in case.parts(record.sha256)] == [(1, 2), (3, 4), (5, 5)]
    data, inside = case.part(record.sha256, 4)
    assert "Page 4" in tasks.read_pages(data, "", inside, inside)[0].text
    assert case.check() == []
    assert add_paths(case, [paper], pool)[0].status == "duplicate"


def test_large_pages_make_small_parts_and_every_page_is_read(
    case: CaseFile, paper: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(making_pages, "PART_PAGES", 4)
    monkeypatch.setattr(parts, "LARGE", 1000)
    add_paths(case, [paper], InlineExecutor())
    (record,) = case.documents()
    assert case.part_starts(record.sha256) == [1, 2, 3, 4, 5]
    read_text(case, InlineExecutor(), 2, silent, lambda: False)
    found = {page.page: page.text for page in case.pages(record.sha256)}
    assert sorted(found) == [1, 2, 3, 4, 5]
    assert all(f"Page {number}," in text for number, text in found.items())


def test_parts_hold_fewer_pages_where_pages_are_large(
    case: CaseFile, paper: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(making_pages, "PART_BYTES", paper.stat().st_size // 5)
    add_paths(case, [paper], InlineExecutor())
    assert case.part_starts(case.documents()[0].sha256) == [1, 2, 3, 4, 5]


@pytest.mark.parametrize("room", [True, False])
def test_an_archive_is_opened_where_it_lies_and_so_is_what_is_in_it(
    case: CaseFile, paper: Path, pool, monkeypatch: pytest.MonkeyPatch, room: bool
) -> None:
    if not room:
        monkeypatch.setattr(Path, "write_bytes", _no_room)
    with zipfile.ZipFile(paper.with_suffix(".zip"), "w") as archive:
        archive.write(paper, "record.pdf")
        archive.writestr("notes.txt", "Call Meena")
    results = add_paths(case, [paper.with_suffix(".zip")], pool)
    assert [(added.file, added.status) for added in results] == [
        ("record.zip", "opened"),
        ("record.zip/record.pdf", "added"),
        ("record.zip/notes.txt", "added"),
    ]
    record = case.documents()[0].sha256
    assert case.document_bytes(record) == paper.read_bytes()
    assert case.part_starts(record) == [1, 3, 5]
    assert not list(scratch._best_place()[0].glob(f"{scratch._PREFIX}{os.getpid()}-*"))


def _no_room(path: Path, data: bytes) -> int:
    raise OSError(errno.ENOSPC, "No space left on device")


def test_one_that_cannot_be_cut_leaves_nothing_behind(case: CaseFile, paper: Path) -> None:
    class Stopping(InlineExecutor):
        def submit(self, fn, /, *args, **kwargs):
            if fn is tasks.split_parts and args[3] > 3:
                fn, args, kwargs = _no_more, (), {}
            return super().submit(fn, *args, **kwargs)

    before = blobs(case)
    (added,) = add_paths(case, [paper], Stopping())
    assert (added.status, added.problem) == ("refused", "page 5 cannot be copied. Ask for it again")
    assert not case.documents()
    assert blobs(case) == before


def _no_more() -> None:
    raise BadInput("page 5 cannot be copied", do="Ask for it again")


def test_one_that_is_written_to_meanwhile_is_refused_by_name(case: CaseFile, paper: Path) -> None:
    class Writing(InlineExecutor):
        def submit(self, fn, /, *args, **kwargs):
            done = super().submit(fn, *args, **kwargs)
            if fn is tasks.split_parts and args[3] == 5:
                known = paper.stat()
                data = paper.read_bytes()
                paper.write_bytes(data[:-1] + b"X")
                os.utime(paper, ns=(known.st_atime_ns, known.st_mtime_ns))
            return done

    (added,) = add_paths(case, [paper], Writing())
    assert added.status == "refused"
    assert added.problem.startswith("the file was changed while it was being added")
    assert not case.documents()
    assert blobs(case) == 0


def test_what_a_killed_run_put_aside_goes_with_the_next(case: CaseFile, paper: Path, pool) -> None:
    case.put_aside(1, 2, b"a part nobody came back for")
    assert blobs(case) == 1
    (added,) = add_paths(case, [paper], pool)
    assert added.status == "added"
    assert blobs(case) == 4, "the file and its three parts"
    assert case.check() == []
