# SPDX-License-Identifier: AGPL-3.0-or-later
"""How long cases are kept, what stops it, and erasing: the certificate claims no more than was done."""

from __future__ import annotations

import hashlib
import json
import shutil
from datetime import date
from pathlib import Path

import pytest

from redactor.casefile.erasing import destroy
from redactor.casefile.identity import load_identity, verify
from redactor.casefile.lock import WriteLock
from redactor.casefile.store import CaseFile
from redactor.cli import main
from redactor.domain.errors import BadInput, Refused
from redactor.domain.journal import Kind, canonical
from redactor.operations.keeping.erasing import CLAIM, NOT_CLAIMED, erase, require_erasable
from redactor.operations.keeping.retention import (
    due_list,
    kept,
    lift_hold,
    put_hold,
    read_schedule,
    set_retention,
    shipped_schedule,
)
from redactor.operations.request.case import new_case
from redactor.operations.view import CaseView
from tests.conftest import PASSPHRASE, STAFF_PASSPHRASE

GIVEN = shipped_schedule()


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A case without pages, whose key is in the office's file of recovery keys."""
    (tmp_path / "cases").mkdir()
    path = tmp_path / "cases" / "one.case"
    new_case(path, PASSPHRASE, reference="SAR/9", subject="Priya Shah", recovery=tmp_path / "office.keys").close()
    return path


def opened(path: Path) -> CaseView:
    return CaseView(CaseFile.open(path, PASSPHRASE))


def test_the_day_follows_from_the_schedule_and_the_last_sending(small: Path) -> None:
    view = opened(small)
    assert kept(view, GIVEN).due is None and "still open" in kept(view, GIVEN).why
    view.record(Kind.EXPORTED, {"plan_digest": "", "approval": "", "manifest": "a" * 64}, None)
    view.record(Kind.RELEASE_SENT, {"on": "2024-02-29", "to": "Priya Shah", "way": "post", "manifest": "a" * 64}, None)
    assert kept(view, GIVEN).due == date(2027, 2, 28)  # 36 months; no 29 February then
    before = view.state.events[-1].id
    set_retention(view, GIVEN, "complaint")
    assert kept(view, GIVEN).due == date(2030, 2, 28)
    with pytest.raises(BadInput, match="needs its reason"):
        set_retention(view, GIVEN, until="2031-01-01")
    set_retention(view, GIVEN, until="2031-01-01", why="An inquiry asked for it")
    assert kept(view, GIVEN).due == date(2031, 1, 1) and "An inquiry" in kept(view, GIVEN).why
    with pytest.raises(BadInput, match="no kind"):
        set_retention(view, GIVEN, "for-ever")
    # How long it is kept is no decision on the record: nothing of it makes an author, or voids an approval.
    assert before and not view.state.authors
    view.case.close()


def test_a_schedule_that_is_not_whole_is_refused() -> None:
    good = 'name = "Ours"\ndefault = "a"\n[kinds.a]\ntitle = "A"\nmonths = 12\n'
    assert read_schedule(good, "ours.toml").kinds == {"a": ("A", 12)}
    for old, new in (
        ("12", "0"),
        ("12", "true"),
        ("12", "99999"),
        ('"a"\n[', '"b"\n['),
        ("[kinds.a]", "["),
        ("name", "x"),
    ):
        with pytest.raises(BadInput):
            read_schedule(good.replace(old, new, 1), "ours.toml")


def test_a_hold_stops_everything_until_it_is_lifted(small: Path, lead, tmp_path: Path) -> None:
    view = opened(small)
    set_retention(view, GIVEN, "not_released", ended="2020-01-01", signer=lead)
    assert kept(view, GIVEN).is_due(date(2026, 1, 1))
    with pytest.raises(BadInput, match="reason"):
        put_hold(view, " ")
    put_hold(view, "Proceedings 3XY", signer=lead)
    with pytest.raises(Refused, match="on hold already"):
        put_hold(view, "again")
    assert not kept(view, GIVEN).is_due(date(2026, 1, 1))
    with pytest.raises(Refused, match="on hold: Proceedings 3XY"):
        erase(view, GIVEN, tmp_path / "c.txt", "SAR/9", lead, early="now")
    lift_hold(view, "Proceedings ended", signer=lead)
    with pytest.raises(Refused, match="not on hold"):
        lift_hold(view, "again")
    require_erasable(view, GIVEN, today=date(2026, 1, 1))
    view.case.close()


def test_erasing_is_refused_while_anything_speaks_against_it(small: Path, lead, staff: Path, tmp_path: Path) -> None:
    view = opened(small)
    out = tmp_path / "c.txt"
    with pytest.raises(Refused, match="not due"):
        erase(view, GIVEN, out, "SAR/9", lead)
    with pytest.raises(BadInput, match="not this case's"):
        erase(view, GIVEN, out, "SAR/8", lead, early="test")
    with pytest.raises(Refused, match="only a team lead"):
        erase(view, GIVEN, out, "SAR/9", load_identity(staff / "worker.id", STAFF_PASSPHRASE), early="test")
    with pytest.raises(BadInput, match="PDF or a text"):
        erase(view, GIVEN, tmp_path / "c.doc", "SAR/9", lead, early="test")
    with pytest.raises(BadInput, match="cannot be written"):
        erase(view, GIVEN, tmp_path / "nowhere" / "c.txt", "SAR/9", lead, early="test")
    view.record(Kind.SUBMITTED, {"plan_digest": "d", "documents": [], "pages": 0, "adopted": []}, lead)
    with pytest.raises(Refused, match="release is under way"):
        erase(view, GIVEN, out, "SAR/9", lead, early="test")
    view.case.close()
    assert small.exists() and not out.exists() and not out.with_suffix(".json").exists()
    opened(small).case.close()  # and still opens


def test_a_case_somebody_has_open_is_not_destroyed(small: Path, lead, tmp_path: Path) -> None:
    """The lock is asked for again once the case is closed: here somebody else is quicker."""
    held = WriteLock.acquire(small)
    try:
        with pytest.raises(Refused, match="has this case open"):
            destroy(small)
    finally:
        held.release()
    opened(small).case.close()


def test_erasing_destroys_file_and_key_and_certifies_no_more_than_that(
    small: Path, lead, tmp_path: Path, monkeypatch
) -> None:
    keys, backup, other = tmp_path / "office.keys", tmp_path / "backup.case", tmp_path / "cases" / "two.case"
    new_case(other, PASSPHRASE, reference="SAR/10", subject="Ann Other", recovery=keys).close()
    view = opened(small)
    sending = {"on": "2026-01-09", "to": "Priya Shah", "way": "post", "manifest": "b" * 64}
    view.record(Kind.RELEASE_SENT, sending, lead)
    head = view.case.head()

    def copied_first(path: Path, recovery: Path | None):
        shutil.copy(path, backup)
        return destroy(path, recovery)

    monkeypatch.setattr("redactor.operations.keeping.erasing.destroy", copied_first)
    content = erase(view, GIVEN, tmp_path / "cert.txt", "SAR/9", lead, early="Asked for by the court", recovery=keys)
    assert not small.exists() and list(small.parent.iterdir()) == [other]
    assert content["file_bytes"] == backup.stat().st_size
    assert content["file_sha256"] == hashlib.sha256(backup.read_bytes()).hexdigest()
    assert content["journal_head"] == head and content["recovery_key_removed"] is True
    # A backup still opens with its passphrase: which is why the certificate does not claim otherwise.
    CaseFile.open(backup, PASSPHRASE, write=False).close()
    with pytest.raises(BadInput, match="no recovery key"):
        CaseFile.open(backup, "", recovery=keys)
    CaseFile.open(other, "", recovery=keys, write=False).close()  # the other case's key is where it was

    told = json.loads((tmp_path / "cert.json").read_text())
    signature = told.pop("signature")
    assert verify(lead.key, signature, canonical(told))
    assert told["claim"] == CLAIM and told["not_claimed"] == NOT_CLAIMED and "Backups" in NOT_CLAIMED
    assert told["copies_known"] == [
        {"what": "a release that was sent, by post", "on": "2026-01-09", "named_by": "b" * 64}
    ]
    text = (tmp_path / "cert.txt").read_text()
    for words in ("SAR/9", "Lena Lead", content["file_sha256"], head, "Asked for by the court"):
        assert words in text
    assert "Priya" not in text + json.dumps(told)  # nobody's name but the one who erased it


def test_the_list_of_a_folder_leaves_no_case_out_in_silence(
    small: Path, lead, tmp_path: Path, monkeypatch, capsys
) -> None:
    view = opened(small)
    set_retention(view, GIVEN, "not_released", ended="2020-01-01", signer=lead)
    view.case.close()
    new_case(small.parent / "other.case", "another passphrase", reference="SAR/11", subject="Ann Other").close()
    rows = list(due_list(small.parent, GIVEN, passphrase=PASSPHRASE))
    assert [(row.reference, str(row.due or "")) for row in rows] == [("SAR/9", "2021-01-01"), ("", "")]
    assert rows[1].problem
    monkeypatch.setenv("REDACTOR_PASSPHRASE", PASSPHRASE)
    assert main(["retention", str(small.parent), "--due", "--json"]) == 0
    out, err = capsys.readouterr()
    first, second = (json.loads(line) for line in out.splitlines())
    assert first["is_due"] and second["problem"] and "could not be opened" in err
    assert main(["retention", str(small), "--hold", "An inquiry"]) == 0
    shown = capsys.readouterr().out
    assert "ON HOLD: An inquiry" in shown and shown.startswith("2021-01-01")
    assert main(["erase", str(small), "--early", "x", "--certificate", str(tmp_path / "c.txt")]) == 1
    assert "on hold" in capsys.readouterr().err and small.exists()
