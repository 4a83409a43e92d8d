# SPDX-License-Identifier: AGPL-3.0-or-later
"""What is undone is what was named: the last step, or one decision of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from redactor.casefile.store import CaseFile
from redactor.cli import main
from redactor.operations.deciding.decide import decide_people
from redactor.operations.deciding.undoing import undo
from redactor.operations.view import CaseView
from redactor.review.decisions.decided import Outcome
from tests.conftest import PASSPHRASE


def person(view: CaseView, name: str) -> str:
    return next(identity for identity, found in view.people.items() if found.name == name)


def outcomes(view: CaseView, *people: str) -> list[str]:
    return [str(ground.outcome) if (ground := view.state.ground_for(each)) else "" for each in people]


def test_one_decision_of_a_step_is_undone_alone_and_the_step_as_a_whole(case_path: Path) -> None:
    with CaseFile.open(case_path, PASSPHRASE) as case:
        view = CaseView(case)
        both = person(view, "Gareth Pole"), person(view, "Oluwaseun Adeyemi")
        first, second = decide_people(view, both, outcome=Outcome.REDACT)
        undo(view, first.id)
        assert outcomes(view, *both) == ["", "redact"]
        # Undo goes on with what is left of the step, and both come back as they went.
        undo(view)
        assert outcomes(view, *both) == ["", ""]
        for left in (["", "redact"], ["redact", "redact"]):
            undo(view, view.state.last_redoable().id, step=True)
            assert outcomes(view, *both) == left
        undo(view, second.id, step=True)
        assert outcomes(view, *both) == ["", ""]


def test_the_shell_says_what_it_undid_and_what_of_the_step_still_stands(
    case_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("REDACTOR_PASSPHRASE", PASSPHRASE)
    with CaseFile.open(case_path, PASSPHRASE) as case:
        view = CaseView(case)
        both = person(view, "Gareth Pole"), person(view, "Oluwaseun Adeyemi")
        first, second = decide_people(view, both, outcome=Outcome.REDACT)
    assert main(["undo", str(case_path), first.id[:12]]) == 0
    out, err = capsys.readouterr()
    assert out.startswith(f"Undone: {first.id[:12]} redact Gareth Pole everywhere") and "Adeyemi" not in out
    assert "1 decision of the same step still stands" in err and f"{second.id[:12]} --step" in err
    assert main(["undo", str(case_path)]) == 0
    out, err = capsys.readouterr()
    assert "redact Oluwaseun Adeyemi everywhere" in out and "still" not in err
