# SPDX-License-Identifier: AGPL-3.0-or-later
"""A full disk is said plainly, and leaves the case as it was."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from redactor.casefile.store import CaseFile
from redactor.domain.errors import BadInput
from redactor.domain.journal import Kind
from tests.casefile import making
from tests.casefile.conftest import OnDisk


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 6 MB."""
    if sys.platform != "linux" or os.geteuid() != 0 or not shutil.which("mount"):
        pytest.skip("mounting a small file system needs root on Linux")
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=6m", "tmpfs", str(disk)], capture_output=True, text=True, check=False
    )
    if mounted.returncode:
        pytest.skip(f"a small file system cannot be mounted here: {mounted.stderr.strip()}")
    yield disk
    subprocess.run(["umount", str(disk)], check=True)


def _cannot_grow(case: CaseFile, size: int) -> None:
    head = case.head()
    with pytest.raises(BadInput, match=r"disk is full") as caught:
        making.add(case, making.data(size, 1), "too large.pdf")
    assert "the case is as it was before" in caught.value.do
    assert str(case.path) == caught.value.where
    assert case.head() == head
    assert [document.name for document in case.documents()] == ["letters/one.pdf"]


def test_a_real_full_disk(small_disk: Path, empty_case: OnDisk) -> None:
    on_disk = OnDisk(Path(shutil.copy(empty_case.path, small_disk / "a.case")), empty_case.recovery, "")
    with on_disk.open() as case:
        small = making.add(case, making.data(1_000_000))
        _cannot_grow(case, 8_000_000)
        # To the last byte: not even a decision fits.
        (small_disk / "filler").write_bytes(b"")
        with (small_disk / "filler").open("wb", buffering=0) as filler:
            while True:
                try:
                    filler.write(bytes(4096))
                except OSError:
                    break
        with pytest.raises(BadInput, match=r"disk is full|disk reports an error"):
            case.append_many([(Kind.ITEM_SETTLED, {"n": n, "why": "x" * 300}) for n in range(200)])
        assert len(case.events()) == 1
        assert case.check() == []
    # It opens, and reads, on the full disk.
    with on_disk.open() as case:
        assert case.document_bytes(small.sha256) == making.data(1_000_000)
        assert case.check() == []
    with pytest.raises(BadInput, match=r"disk is full|disk reports an error|cannot be made"):
        CaseFile.create(small_disk / "new.case", "x")
    assert not list(small_disk.glob("new.case*"))
    (small_disk / "filler").unlink()
    with on_disk.open() as case:
        case.append(Kind.ITEM_SETTLED, {"n": 1})
        assert len(case.events()) == 2
        assert case.check() == []


def test_a_file_that_may_not_grow(empty_case: OnDisk, tmp_path: Path) -> None:
    on_disk = OnDisk(Path(shutil.copy(empty_case.path, tmp_path / "a.case")), empty_case.recovery, "")
    with on_disk.open() as case:
        making.add(case, making.data(100_000))
        case._session.run(lambda db: db.execute("PRAGMA max_page_count = 400").fetchone())
        _cannot_grow(case, 3_000_000)
        case.append(Kind.ITEM_SETTLED, {"n": 1})
        assert case.check() == []
    with on_disk.open() as case:
        assert case.check() == []
        assert len(case.events()) == 2


LIMITED = """
import pathlib, resource, sys
from redactor.casefile.store import CaseFile
from redactor.domain.errors import BadInput
from tests.casefile import making
with CaseFile.open(pathlib.Path(sys.argv[1]), recovery=pathlib.Path(sys.argv[2])) as case:
    making.add(case, making.data(100_000))
    resource.setrlimit(resource.RLIMIT_FSIZE, (1_500_000, 1_500_000))
    try:
        making.add(case, making.data(3_000_000, 1), "too large.pdf")
    except BadInput as error:
        print(error)
    print(len(case.documents()), case.check())
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limit")
def test_a_write_that_fails_half_way(empty_case: OnDisk, tmp_path: Path) -> None:
    """Beyond a limit the system refuses to write, in the middle of a page of the file."""
    on_disk = OnDisk(Path(shutil.copy(empty_case.path, tmp_path / "a.case")), empty_case.recovery, "")
    root = Path(__file__).resolve().parents[2]
    command = [sys.executable, "-c", LIMITED, str(on_disk.path), str(on_disk.recovery)]
    done = subprocess.run(command, capture_output=True, text=True, cwd=root, check=False)
    assert done.returncode == 0, done.stderr
    assert "disk" in done.stdout
    assert "1 []" in done.stdout
    with on_disk.open() as case:
        assert case.check() == []
        making.add(case, making.data(3_000_000, 1), "too large.pdf")
