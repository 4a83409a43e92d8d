# SPDX-License-Identifier: AGPL-3.0-or-later
"""A case that was released once, as the tests of what comes after find it."""

from __future__ import annotations

from pathlib import Path

import pytest

from redactor.casefile.identity import load_identity
from redactor.casefile.store import CaseFile
from redactor.operations.approving.approve import approve, submit
from redactor.operations.deciding.decide import accept
from redactor.operations.releasing.export import export
from redactor.operations.view import CaseView
from tests.conftest import PASSPHRASE, STAFF_PASSPHRASE
from tests.operations.clearing import settle_all


@pytest.fixture
def people(staff: Path):
    """A caseworker and a team lead."""
    return tuple(load_identity(staff / name, STAFF_PASSPHRASE) for name in ("worker.id", "lead.id"))


@pytest.fixture
def released(case_path: Path, people, pool, tmp_path: Path):
    """The open case and the folder of its first release."""
    worker, lead = people
    with CaseFile.open(case_path, PASSPHRASE) as case:
        view = CaseView(case)
        accept(view, signer=worker)
        settle_all(view, pool, worker)
        submit(view, worker, pool)
        approve(view, lead)
        export(view, tmp_path / "first", pool)
        yield view, tmp_path / "first"
