# SPDX-License-Identifier: AGPL-3.0-or-later
"""Sending: an encrypted copy that only its passphrase opens, and a record of what went to whom, when and how."""

from __future__ import annotations

import json
from pathlib import Path

import pikepdf
import pytest

from redactor.casefile.identity import load_identity
from redactor.casefile.store import CaseFile
from redactor.cli import main
from redactor.domain.errors import BadInput, Refused
from redactor.operations.approving.approve import approve, submit
from redactor.operations.deciding.accepting import accept
from redactor.operations.releasing.export import export
from redactor.operations.releasing.sending import make_copy, record_sent, sent
from redactor.operations.view import CaseView
from redactor.review.release.sending import way_words
from tests.conftest import PASSPHRASE, STAFF_PASSPHRASE
from tests.operations.clearing import settle_all

SECRET = "seven grey geese"


@pytest.fixture
def released(case_path: Path, staff: Path, pool, tmp_path: Path):
    worker, lead = (load_identity(staff / name, STAFF_PASSPHRASE) for name in ("worker.id", "lead.id"))
    with CaseFile.open(case_path, PASSPHRASE) as case:
        view = CaseView(case)
        accept(view, signer=worker)
        settle_all(view, pool, worker)
        submit(view, worker, pool)
        approve(view, lead)
        export(view, tmp_path / "release", pool, guide=True)
        yield view, tmp_path / "release"


@pytest.mark.slow
def test_the_copy_opens_with_its_passphrase_alone_and_the_sending_is_on_record(
    released, pool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys
) -> None:
    view, folder = released
    copy = tmp_path / "copy.pdf"
    with pytest.raises(BadInput, match="too short"):
        make_copy(view, folder, copy, "short", pool)
    make_copy(view, folder, copy, SECRET, pool)
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(copy)
    with pikepdf.open(copy, password=SECRET) as pdf, pikepdf.open(folder / "bundle.pdf") as bundle:
        assert pdf.encryption.bits == 256 and pdf.encryption.R == 6
        assert len(pdf.pages) == len(bundle.pages)
        assert set(pdf.attachments) == {"guide.pdf", "redaction-log.pdf", "verification.pdf"}
        attached = pdf.attachments["guide.pdf"].get_file().read_bytes()
        assert attached == (folder / "guide.pdf").read_bytes()
    with pytest.raises(BadInput, match="goes another way"):
        record_sent(view, folder, to="Priya Shah", way="email", copy=copy)
    approval = view.state.approval
    record_sent(view, folder, to="Priya Shah", way="email", copy=copy, passphrase="by telephone", on="2026-03-04")
    assert view.state.approval is approval  # sending decides nothing
    (entry,) = sent(view)
    assert (entry.on, entry.to, entry.way, entry.passphrase) == ("2026-03-04", "Priya Shah", "email", "by telephone")
    assert entry.manifest == str(view.state.exports[-1].payload["manifest"]) and len(entry.copy) == 64
    assert SECRET not in json.dumps([dict(event.payload) for event in view.state.events])

    with pytest.raises(Refused, match="not what was released"):
        (folder / "guide.pdf").write_bytes((folder / "guide.pdf").read_bytes() + b"%")
        record_sent(view, folder, to="Priya Shah", way="post")
    export(view, tmp_path / "draft", pool, draft=True)
    with pytest.raises(Refused, match="no release of this case"):
        record_sent(view, tmp_path / "draft", to="Priya Shah", way="post")

    path = str(view.case.path)
    view.case.close()
    monkeypatch.setenv("REDACTOR_PASSPHRASE", PASSPHRASE)
    assert main(["send", path]) == 0
    assert "2026-03-04  to Priya Shah, by e-mail, encrypted" in capsys.readouterr().out
    assert main(["send", path, str(folder), "--to", "X"]) == 2


def test_only_an_encrypted_copy_is_called_encrypted() -> None:
    assert way_words("email", "") == "by e-mail" and way_words("email", "ab" * 32) == "by e-mail, encrypted"
