# SPDX-License-Identifier: AGPL-3.0-or-later
"""``redactor request`` and ``redactor clock``: what is on record, when the answer is due, and what cannot be."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from redactor.casefile.store import CaseFile
from redactor.cli import main
from redactor.domain.journal import Kind
from redactor.operations.deciding.undoing import undo
from redactor.operations.left.todo import left_to_do
from redactor.operations.planning.planned import plan_now
from redactor.operations.view import CaseView
from redactor.review.todo_items import TodoKind
from tests.conftest import PASSPHRASE


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], case_path: Path):
    """A command on the case: (status, first JSON row, stderr)."""
    monkeypatch.setenv("REDACTOR_PASSPHRASE", PASSPHRASE)

    def command(name: str, *words: str) -> tuple[int, dict, str]:
        status = main([name, str(case_path), "--json", *words])
        captured = capsys.readouterr()
        return status, json.loads(captured.out.splitlines()[0]) if captured.out else {}, captured.err

    return command


def test_the_clock_tells_what_is_due_next_and_every_step(run) -> None:
    assert run("clock")[1]["state"] == "unknown"
    status, row, _ = run("request", "--received", "31/01/2026", "--how", "by telephone")
    assert status == 0 and row["due"] == "2026-03-02" and row["how"] == "by telephone"
    row = run("clock", "--on", "2026-02-10")[1]
    assert (row["due"], row["days_left"], row["extend_by"]) == ("2026-03-02", 20, "2026-03-02")
    assert row["steps"][-1] == "28 February 2026 is a Saturday, then a Sunday; so Monday 2 March 2026."
    assert "in 20 days" in row["next"][-1]["what"]
    run("request", "--identity-asked", "2026-02-02")
    assert run("clock")[1]["state"] == "waiting"
    run("request", "--identity-given", "2026-02-09", "--identity-evidence", "passport seen")
    assert run("clock")[1]["due"] == "2026-03-09"
    run("request", "--clarification-asked", "2026-02-11")
    assert run("clock")[1]["state"] == "paused"
    run("request", "--clarification-answered", "2026-02-13")
    assert run("clock")[1]["due"] == "2026-03-11"
    status, _, said = run("request", "--extended", "2026-03-12", "--why", "12,000 pages")
    assert status == 1 and "does not count" in said and "11 March 2026" in said
    assert run("request", "--extended", "2026-03-11", "--why", "12,000 pages")[0] == 0
    assert run("clock")[1]["due"] == "2026-05-11"


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("--received", "31/02/2026"), "not a date"),
        (("--identity-given", "2026-02-02"), "when the request came"),
        (("--received", "2026-02-02", "--identity-asked", "2026-02-01"), "before the request came"),
        (("--received", "2026-02-02", "--identity-given", "2026-02-03"), "not asked for"),
        (("--received", "2026-02-02", "--clarification-answered", "2026-02-03"), "no question was put"),
        (("--received", "2026-02-02", "--extended", "2026-02-03"), "needs its reason"),
    ],
)
def test_what_cannot_be_is_not_recorded(run, case_path: Path, words: tuple[str, ...], says: str) -> None:
    status, _, said = run("request", *words)
    assert status == 2 and says in said and len(said.splitlines()) == 1
    with CaseFile.open(case_path, PASSPHRASE, write=False) as case:
        assert not [event for event in case.events() if event.kind is Kind.REQUEST_RECORDED]


def test_no_release_before_the_requester_has_shown_who_they_are_and_that_they_may(run, case_path: Path) -> None:
    run("request", "--received", "2026-02-02", "--capacity", "solicitor", "--identity-asked", "2026-02-03")
    with CaseFile.open(case_path, PASSPHRASE) as case:
        view = CaseView(case)
        asked = {item.text for item in left_to_do(view, residual=False) if item.kind is TodoKind.REQUEST}
        assert any("may ask" in text for text in asked) and any("Proof of identity" in text for text in asked)
        assert view.fact("requester") == "solicitor" and "request" in dict(plan_now(view).evidence)
        undo(view)
        assert view.fact("requester") == "subject"
        assert not [item for item in left_to_do(view, residual=False) if item.kind is TodoKind.REQUEST]


def test_child_abuse_data_is_not_a_reason_in_scotland(run, case_path: Path) -> None:
    """DPA 2018 Sch 3 para 21."""
    run("request", "--received", "2026-02-02", "--capacity", "parent", "--authority-evidence", "birth certificate")
    fields = ["--field", "capacity=mother", "--field", "best_interests=she would be hurt"]
    harm = ["--file", "02 Case notes.pdf", "--page", "1", "--text", "grave risk", "--reason", "CA", *fields]
    assert run("harm", *harm)[0] == 0
    with CaseFile.open(case_path, PASSPHRASE) as case:
        assert not [item for item in left_to_do(CaseView(case), residual=False) if item.kind is TodoKind.REQUESTER]
    run("request", "--nation", "scotland")
    with CaseFile.open(case_path, PASSPHRASE) as case:
        (item,) = [item for item in left_to_do(CaseView(case), residual=False) if item.kind is TodoKind.REQUESTER]
        assert "not lawful in Scotland" in item.text
