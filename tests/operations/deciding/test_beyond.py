# SPDX-License-Identifier: AGPL-3.0-or-later
"""Who agreed to something is left in everywhere only when that is meant, and what it opens is on record."""

from __future__ import annotations

from pathlib import Path

import pytest

from redactor.casefile.store import CaseFile
from redactor.cli import main
from redactor.operations.deciding.beyond import BeyondConsent
from redactor.operations.deciding.decide import decide_people, decide_person
from redactor.operations.deciding.settle import settle
from redactor.operations.left.todo import left_to_do
from redactor.operations.request.consent import record_consent
from redactor.operations.told.history import describe
from redactor.operations.view import CaseView
from redactor.review.decisions.decided import Outcome
from redactor.review.todo_items import TodoItem, TodoKind
from tests.conftest import PASSPHRASE

AGREED = {"asked": "2026-01-02", "answer": "given", "answered": "2026-01-05", "form": "letter"}
FORM = {**AGREED, "scope": "the complaint form"}


def person(view: CaseView, name: str) -> str:
    return next(identity for identity, found in view.people.items() if found.name == name)


def test_leaving_in_everywhere_says_what_was_agreed_and_what_it_opens(case_path: Path) -> None:
    with CaseFile.open(case_path, PASSPHRASE) as case:
        view = CaseView(case)
        gareth, mrs = person(view, "Gareth Pole"), person(view, "Oluwaseun Adeyemi")
        record_consent(view, gareth, FORM)
        before = case.head()
        for ground in ("", "CONSENT"):
            with pytest.raises(BeyondConsent) as told:
                decide_people(view, [mrs, gareth], outcome=Outcome.DISCLOSE, reason=ground, why="They agreed")
            assert "Gareth Pole agreed, for: the complaint form" in told.value.what
            assert "6 mentions on 3 pages of 2 documents" in told.value.what
        assert case.head() == before, "nothing is decided before it is answered"
        # Another ground carries it; holding back asks nothing, nor does a consent that is not limited.
        decide_person(view, gareth, outcome=Outcome.DISCLOSE, reason="KNOWN", why="She was there")
        decide_person(view, gareth, outcome=Outcome.REDACT)
        record_consent(view, mrs, AGREED)
        decide_person(view, mrs, outcome=Outcome.DISCLOSE, reason="CONSENT", why="They agreed")
        made = decide_person(
            view, gareth, outcome=Outcome.DISCLOSE, reason="CONSENT", why="They agreed", beyond_consent=True
        )
        on_record = made.payload["consent"]
        assert on_record["scope"] == "the complaint form" and (on_record["mentions"], on_record["papers"]) == (6, 2)
        said = describe(made, view)
        assert "disclose Gareth Pole everywhere" in said and "they agreed, for: the complaint form" in said


def test_settling_what_is_left_to_do_about_somebody_asks_as_well(
    case_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with CaseFile.open(case_path, PASSPHRASE) as case:
        view = CaseView(case)
        gareth = person(view, "Gareth Pole")
        record_consent(view, gareth, FORM)
        items = [i for i in left_to_do(view, residual=False) if i.kind == "person" and i.person == gareth]
        assert items
        with pytest.raises(BeyondConsent, match="the complaint form"):
            settle(view, items, "leave", "They agreed")
        assert view.state.ground_for(gareth) is None
    monkeypatch.setenv("REDACTOR_PASSPHRASE", PASSPHRASE)
    asked = ["decide", str(case_path), "--person", "Gareth Pole", "--disclose", "--why", "They agreed"]
    assert main(asked) == 1
    assert "--beyond-consent" in capsys.readouterr().err
    assert main([*asked, "--beyond-consent"]) == 0


def test_a_limit_that_comes_later_is_asked_about_again(case_path: Path) -> None:
    with CaseFile.open(case_path, PASSPHRASE) as case:
        view = CaseView(case)
        gareth = person(view, "Gareth Pole")
        record_consent(view, gareth, AGREED)
        decide_person(view, gareth, outcome=Outcome.DISCLOSE, reason="CONSENT", why="He agreed")

        def asked() -> list[TodoItem]:
            items = [i for i in left_to_do(view, residual=False) if i.kind is TodoKind.CONSENT and i.person == gareth]
            return [item for item in items if "wherever they are named" in item.text]

        assert not asked()
        record_consent(view, gareth, {"scope": "the complaint form"})
        assert "for: the complaint form" in asked()[0].text
        with pytest.raises(BeyondConsent):
            decide_person(view, gareth, outcome=Outcome.DISCLOSE, reason="CONSENT", why="He agreed")
        assert asked(), "what was asked stays until it is answered"
        decide_person(view, gareth, outcome=Outcome.DISCLOSE, why="All of it, he said", beyond_consent=True)
        assert not asked()
        # The same limit is not asked about twice, another one is.
        decide_person(view, gareth, outcome=Outcome.DISCLOSE, why="He said so again")
        record_consent(view, gareth, {"scope": "the first page"})
        assert "for: the first page" in asked()[0].text
        settle(view, asked(), "leave", "Asked him: he meant all of it")
        assert not asked()
