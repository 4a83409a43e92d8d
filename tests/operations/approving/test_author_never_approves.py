# SPDX-License-Identifier: AGPL-3.0-or-later
"""Whoever decided in a case never approves it: every way round that can be seen is tried, and refused.

What cannot be seen is said in the README: two identities of one person under two names that the office vouches for,
and decisions taken without signing in.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from redactor.casefile import files
from redactor.casefile.identity import _CLAIM, Identity, load_identity, new_identity
from redactor.casefile.private import seal
from redactor.casefile.roster import add_member, new_roster
from redactor.casefile.store import CaseFile
from redactor.cli import main
from redactor.domain.errors import BadInput, Refused
from redactor.domain.journal import Kind, canonical
from redactor.operations.approving.approve import approve, submit
from redactor.operations.checking.sound import soundness_problems
from redactor.operations.deciding.decide import decide_person
from redactor.operations.deciding.undoing import undo
from redactor.operations.keeping.handover import bring_back, hand_over
from redactor.operations.planning.planned import plan_now
from redactor.operations.releasing.export import export
from redactor.operations.request.roster import use_roster
from redactor.operations.view import CaseView
from redactor.review.checks.approval import approval_payload
from redactor.review.decisions.decided import Outcome
from tests.conftest import PASSPHRASE, STAFF_PASSPHRASE
from tests.operations.clearing import clear


@pytest.fixture(scope="module")
def made(analysed_case: Path, pool, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with identities, the office's roster, and a submitted case of one caseworker. Copy the case."""
    folder = tmp_path_factory.mktemp("submitted")
    for file, name, role in (
        ("worker.id", "Wendy Case", "caseworker"),
        ("lead.id", "Lena Lead", "team-lead"),
        ("stranger.id", "Sid Stranger", "team-lead"),
    ):
        new_identity(folder / file, name, role, STAFF_PASSPHRASE)
    new_roster(folder / "office.roster", "Wexbourne Council", STAFF_PASSPHRASE)
    for file in ("worker.id", "lead.id"):
        add_member(folder / "office.roster", folder / file, STAFF_PASSPHRASE)
    shutil.copy(analysed_case, folder / "shah.case")
    wendy = load_identity(folder / "worker.id", STAFF_PASSPHRASE)
    with CaseFile.open(folder / "shah.case", PASSPHRASE) as case:
        view = CaseView(case)
        use_roster(view, (folder / "office.roster").read_bytes(), signer=wendy)
        clear(view, pool, signer=wendy)
        submit(view, wendy, pool)
    return folder


@pytest.fixture
def staff(made: Path, tmp_path: Path) -> Path:
    """The test's own copy of all that."""
    return Path(shutil.copytree(made, tmp_path / "staff"))


@pytest.fixture
def case_path(staff: Path) -> Path:
    return staff / "shah.case"


@pytest.fixture
def submitted(case_path: Path):
    with CaseFile.open(case_path, PASSPHRASE) as case:
        yield CaseView(case)


def past_the_command(view: CaseView, identity: Identity) -> None:
    """The approval written straight into the journal, signed as it should be."""
    assert view.state.submission is not None
    payload = approval_payload(
        plan_now(view).digest(), list(view.documents), view.case.head(), view.state.submission.event.id
    )
    payload["signed"] = identity.sign(canonical(payload))
    view.record(Kind.APPROVED, payload, identity)


def refused_everywhere(view: CaseView, identity: Identity, pool, out: Path, match: str = "") -> None:
    """By the command, and by the export when the approval was written past it."""
    with pytest.raises(Refused, match=match):
        approve(view, identity)
    past_the_command(view, identity)
    with pytest.raises(Refused, match=match):
        export(view, out, pool)
    assert not out.exists()


def test_on_the_command_line(
    submitted: CaseView, case_path: Path, staff: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture
) -> None:
    submitted.case.close()
    monkeypatch.setenv("REDACTOR_PASSPHRASE", PASSPHRASE)
    monkeypatch.setenv("REDACTOR_IDENTITY_PASSPHRASE", STAFF_PASSPHRASE)
    assert main(["approve", str(case_path), "--as", str(staff / "worker.id")]) == 1
    assert "only a team lead approves" in capsys.readouterr().err
    assert main(["approve", str(case_path)]) == 2
    assert main(["approve", str(case_path), "--as", str(staff / "stranger.id")]) == 1
    assert "not on the roster" in capsys.readouterr().err
    assert main(["approve", str(case_path), "--as", str(staff / "lead.id")]) == 0


def test_a_lead_who_decided_anything(
    submitted: CaseView, lead: Identity, worker: Identity, pool, tmp_path: Path
) -> None:
    somebody = next(iter(submitted.people))
    event = decide_person(submitted, somebody, outcome=Outcome.REDACT, signer=lead)
    # Also when it was undone since, by the lead or by somebody else.
    undo(submitted, event.id, signer=worker)
    submit(submitted, worker, pool)
    refused_everywhere(submitted, lead, pool, tmp_path / "out", "took decisions in this case")


def test_the_authors_own_key_under_another_name_and_role(
    submitted: CaseView, worker: Identity, staff: Path, pool, tmp_path: Path
) -> None:
    other = replace(worker, name="Petra Lead", role="team-lead")
    refused_everywhere(submitted, other, pool, tmp_path / "out", "took decisions in this case")


def test_an_identity_file_that_was_edited(staff: Path) -> None:
    data = json.loads((staff / "worker.id").read_text(encoding="utf-8"))
    for change in ({"role": "team-lead"}, {"name": "Lena Lead"}):
        edited = staff / f"edited-{next(iter(change))}.id"
        edited.write_text(json.dumps({**data, **change}), encoding="utf-8")
        with pytest.raises(BadInput, match="changed"):
            load_identity(edited, STAFF_PASSPHRASE)


def test_a_copied_key_in_a_file_made_anew(
    submitted: CaseView, worker: Identity, staff: Path, pool, tmp_path: Path
) -> None:
    # Whoever holds the key can claim any name and role for it; the key stays the one that decided.
    private: Ed25519PrivateKey = worker._private
    beside = ["Petra Lead", "team-lead", worker.key]
    content = {
        "name": beside[0],
        "role": beside[1],
        "key": worker.key,
        "claim": private.sign(_CLAIM + canonical(beside)).hex(),
        "private": seal(private, STAFF_PASSPHRASE, beside),
    }
    files.write(tmp_path / "copied.id", "identity", content)
    copied = load_identity(tmp_path / "copied.id", STAFF_PASSPHRASE)
    assert copied.role == "team-lead"
    refused_everywhere(submitted, copied, pool, tmp_path / "out", "took decisions in this case")


@pytest.mark.parametrize("name", ["Wendy Case", "WENDY  CASE", "Wéndy Case", "Wendy-Case", "Ｗendy Case"])
def test_the_authors_name_on_another_key(submitted: CaseView, staff: Path, pool, tmp_path: Path, name: str) -> None:
    twin = new_identity(tmp_path / "twin.id", name, "team-lead", STAFF_PASSPHRASE)
    with pytest.raises(Refused, match="took decisions in this case"):
        approve(submitted, twin)


def test_a_key_the_office_does_not_know(submitted: CaseView, staff: Path, pool, tmp_path: Path) -> None:
    stranger = load_identity(staff / "stranger.id", STAFF_PASSPHRASE)
    refused_everywhere(submitted, stranger, pool, tmp_path / "out", "roster")


def test_an_author_of_the_other_half(
    submitted: CaseView, worker: Identity, lead: Identity, pool, tmp_path: Path
) -> None:
    half = tmp_path / "half.case"
    hand_over(submitted, half, "its own passphrase", to="Lena Lead", signer=worker)
    with CaseFile.open(half, "its own passphrase") as case:
        copy = CaseView(case)
        decide_person(copy, next(iter(copy.people)), outcome=Outcome.REDACT, signer=lead)
    bring_back(submitted, half, "its own passphrase", signer=worker)
    clear(submitted, pool, signer=worker)
    submit(submitted, worker, pool)
    refused_everywhere(submitted, lead, pool, tmp_path / "out", "took decisions in this case")


Edit = Callable[[Any], None]


def _run(*statements: str) -> Edit:
    def edit(db: Any) -> None:
        db.execute("DROP TRIGGER IF EXISTS journal_never_changes")
        db.execute("DROP TRIGGER IF EXISTS journal_never_shrinks")
        for statement in statements:
            db.execute(statement)

    return edit


EDITS = {
    "the author made somebody else": _run("UPDATE journal SET name = 'Nobody', key = '' WHERE name = 'Wendy Case'"),
    "the author's decisions unsigned": _run(
        "UPDATE journal SET name = '', role = '', key = '', signature = '' WHERE name = 'Wendy Case'"
    ),
    "the approval made the lead's": _run(
        "UPDATE journal SET name = 'Lena Lead', role = 'team-lead' WHERE kind = 'case.approved'"
    ),
    "the author's decisions taken out": _run(
        "DELETE FROM journal WHERE kind = 'proposals.accepted'",
        "UPDATE journal_head SET count = (SELECT count(*) FROM journal)",
    ),
}


@pytest.mark.parametrize("name", sorted(EDITS))
def test_an_edited_database(
    submitted: CaseView, worker: Identity, lead: Identity, pool, tmp_path: Path, name: str
) -> None:
    # The author writes an approval of their own, and then makes the journal look otherwise.
    past_the_command(submitted, replace(worker, role="team-lead"))
    submitted.case._session.write(EDITS[name])
    view = CaseView(submitted.case)
    assert soundness_problems(submitted.case)
    with pytest.raises(Refused):
        export(view, tmp_path / "out", pool)
    with pytest.raises(Refused):
        approve(view, lead)
    assert not (tmp_path / "out").exists()


def test_anothers_approval_put_behind_a_later_submission(
    submitted: CaseView, worker: Identity, lead: Identity, pool, tmp_path: Path
) -> None:
    approve(submitted, lead)
    old = next(event for event in submitted.state.events if event.kind is Kind.APPROVED)
    decide_person(submitted, next(iter(submitted.people)), outcome=Outcome.DISCLOSE, why="Agreed", signer=worker)
    clear(submitted, pool, signer=worker)
    submit(submitted, worker, pool)
    # The lead's signature over the old plan, in an event of the author's or of nobody's.
    for signer in (None, replace(worker, role="team-lead")):
        submitted.record(Kind.APPROVED, dict(old.payload), signer)
        with pytest.raises(Refused):
            export(submitted, tmp_path / "out", pool)
