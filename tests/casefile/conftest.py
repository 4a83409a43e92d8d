# SPDX-License-Identifier: AGPL-3.0-or-later
"""Cases to test with. They are opened by recovery key, since deriving a key takes a while on purpose."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from redactor.casefile.store import CaseFile
from tests.casefile import making


@dataclass(frozen=True)
class OnDisk:
    """A closed case and the file with its recovery key."""

    path: Path
    recovery: Path
    large: str

    def open(self, *, write: bool = True, user: str = "") -> CaseFile:
        return CaseFile.open(self.path, recovery=self.recovery, write=write, user=user)


@pytest.fixture(scope="session")
def empty_case(tmp_path_factory: pytest.TempPathFactory) -> OnDisk:
    """A case with nothing in it. Copy it; do not write to it."""
    folder = tmp_path_factory.mktemp("empty")
    made = OnDisk(folder / "empty.case", folder / "office.keys", "")
    CaseFile.create(made.path, making.PASSPHRASE, recovery=made.recovery, user="Wendy Case").close()
    return made


@pytest.fixture(scope="session")
def full_case(empty_case: OnDisk, tmp_path_factory: pytest.TempPathFactory) -> OnDisk:
    """A case with a little of everything. Copy it; do not write to it."""
    path = tmp_path_factory.mktemp("full") / "full.case"
    shutil.copy(empty_case.path, path)
    with CaseFile.open(path, recovery=empty_case.recovery) as case:
        large = making.fill(case)
    return OnDisk(path, empty_case.recovery, large.sha256)


@pytest.fixture
def on_disk(full_case: OnDisk, tmp_path: Path) -> OnDisk:
    """The test's own closed copy of the full case."""
    return OnDisk(Path(shutil.copy(full_case.path, tmp_path / "my.case")), full_case.recovery, full_case.large)


@pytest.fixture
def case(empty_case: OnDisk, tmp_path: Path) -> Iterator[CaseFile]:
    """The test's own empty case, open for writing."""
    path = Path(shutil.copy(empty_case.path, tmp_path / "my.case"))
    with CaseFile.open(path, recovery=empty_case.recovery, user="Wendy Case") as opened:
        yield opened
