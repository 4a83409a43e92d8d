# SPDX-License-Identifier: AGPL-3.0-or-later
"""The team lead's sample on a real case: drawn from what was submitted, read by somebody else, kept on record."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from redactor.casefile.identity import load_identity
from redactor.casefile.store import CaseFile
from redactor.cli import main
from redactor.domain.errors import BadInput, Refused
from redactor.operations.approving.approve import approve, submit
from redactor.operations.approving.sample import passages, record_sample, sample
from redactor.operations.deciding.accepting import accept
from redactor.operations.view import CaseView
from tests.conftest import PASSPHRASE, STAFF_PASSPHRASE
from tests.operations.clearing import settle_all


@pytest.fixture(scope="module")
def submitted_once(analysed_case: Path, sworn_in: Path, pool, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What :func:`submitted` is copied from."""
    path = Path(shutil.copy(analysed_case, tmp_path_factory.mktemp("submitted") / "shah.case"))
    worker = load_identity(sworn_in / "worker.id", STAFF_PASSPHRASE)
    with CaseFile.open(path, PASSPHRASE) as case:
        view = CaseView(case)
        accept(view, signer=worker)
        settle_all(view, pool, worker)
        submit(view, worker, pool)
    return path


@pytest.fixture
def submitted(submitted_once: Path, tmp_path: Path):
    """The open case, submitted: the test's own copy."""
    with CaseFile.open(Path(shutil.copy(submitted_once, tmp_path / "shah.case")), PASSPHRASE) as case:
        yield CaseView(case)


def test_what_is_not_submitted_has_no_sample(case_path: Path) -> None:
    with CaseFile.open(case_path, PASSPHRASE) as case, pytest.raises(Refused, match="nothing is submitted"):
        sample(CaseView(case))


def test_the_sample_holds_only_what_stays_readable_and_is_the_submissions_own(submitted: CaseView) -> None:
    everything = list(passages(submitted))
    shown = " ".join(text for _, text in everything)
    assert "Gareth" not in shown and "Adeyemi" not in shown and "I visited you and ▒" in shown
    drawn, units = sample(submitted, 3)
    assert len(drawn) == 3 and len(units) == len(everything)
    assert [p.unit for p in drawn] == [p.unit for p in sample(submitted, 3)[0]]
    assert {unit.layer for unit, _ in everything} >= {"high"}


def test_who_decided_cannot_read_the_sample_and_reading_it_voids_nothing(submitted: CaseView, staff: Path) -> None:
    worker, lead = (load_identity(staff / name, STAFF_PASSPHRASE) for name in ("worker.id", "lead.id"))
    with pytest.raises(Refused, match="cannot read the sample"):
        record_sample(submitted, [], worker)
    with pytest.raises(BadInput, match="no passage 99"):
        record_sample(submitted, [99], lead)
    _, said = record_sample(submitted, [1], lead, size=2)
    assert said.found == 1 and said.read == 2 and said.low <= said.likely <= said.high
    assert submitted.state.submission is not None
    assert approve(submitted, lead)


def test_in_the_shell(submitted: CaseView, staff: Path, monkeypatch: pytest.MonkeyPatch, capsys) -> None:
    path = str(submitted.case.path)
    submitted.case.close()
    monkeypatch.setenv("REDACTOR_PASSPHRASE", PASSPHRASE)
    monkeypatch.setenv("REDACTOR_IDENTITY_PASSPHRASE", STAFF_PASSPHRASE)
    assert main(["sample", path, "--json"]) == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert rows and {"number", "file", "page", "risk", "text"} == set(rows[0])
    assert main(["sample", path, "--read", "--as", str(staff / "lead.id")]) == 0
    assert "passages were read; nothing was missed in them" in capsys.readouterr().out
