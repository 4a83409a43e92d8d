# SPDX-License-Identifier: AGPL-3.0-or-later
"""The caseworker and the team lead, and a case that was released once, as the tests of what comes after find it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from redactor.casefile.identity import Identity, load_identity
from redactor.casefile.store import CaseFile
from redactor.operations.approving.approve import approve, submit
from redactor.operations.deciding.accepting import accept
from redactor.operations.releasing.export import export
from redactor.operations.view import CaseView
from tests.conftest import PASSPHRASE, STAFF_PASSPHRASE
from tests.operations.clearing import settle_all


@pytest.fixture
def worker(staff: Path) -> Identity:
    return load_identity(staff / "worker.id", STAFF_PASSPHRASE)


@pytest.fixture
def lead(staff: Path) -> Identity:
    return load_identity(staff / "lead.id", STAFF_PASSPHRASE)


@pytest.fixture
def people(worker: Identity, lead: Identity) -> tuple[Identity, Identity]:
    """A caseworker and a team lead."""
    return worker, lead


@pytest.fixture(scope="session")
def sent_once(analysed_case: Path, sworn_in: Path, pool, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What :func:`released` is copied from."""
    folder = tmp_path_factory.mktemp("sent")
    worker, lead = (load_identity(sworn_in / name, STAFF_PASSPHRASE) for name in ("worker.id", "lead.id"))
    with CaseFile.open(Path(shutil.copy(analysed_case, folder / "shah.case")), PASSPHRASE) as case:
        view = CaseView(case)
        accept(view, signer=worker)
        settle_all(view, pool, worker)
        submit(view, worker, pool)
        approve(view, lead)
        export(view, folder / "first", pool)
    return folder


@pytest.fixture
def released(sent_once: Path, staff: Path, tmp_path: Path):
    """The open case and the folder of its first release: the test's own copies, with the staff beside them."""
    shutil.copytree(sent_once / "first", tmp_path / "first")
    with CaseFile.open(Path(shutil.copy(sent_once / "shah.case", tmp_path)), PASSPHRASE) as case:
        yield CaseView(case), tmp_path / "first"
