# SPDX-License-Identifier: AGPL-3.0-or-later
"""Accepting everything, worked out ahead: it writes what it would write without, and never what no longer holds."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from redactor.casefile.store import CaseFile
from redactor.operations.deciding.accepting import accept, make_ready
from redactor.operations.deciding.decide import decide_person
from redactor.operations.view import CaseView
from redactor.review.decisions.decided import Outcome
from tests.conftest import PASSPHRASE


@pytest.fixture
def two(analysed_case: Path, tmp_path: Path):
    """Two views on the same case, as the window has them."""
    with CaseFile.open(Path(shutil.copy(analysed_case, tmp_path / "c.case")), PASSPHRASE) as case:
        view = CaseView(case)
        yield view, CaseView(case, beside=view)


def test_made_ready_it_writes_the_same(two, analysed_case: Path, tmp_path: Path) -> None:
    view, beside = two
    ready = make_ready(beside)
    event = accept(view, ready=ready)
    assert ready.payload is not None and event is not None and event.payload is ready.payload.payload
    with CaseFile.open(Path(shutil.copy(analysed_case, tmp_path / "other.case")), PASSPHRASE) as case:
        plainly = accept(CaseView(case))
    assert plainly is not None and event.payload["people"] and plainly.payload == event.payload
    assert view.case.events()[-1] == event and view.case.check() == []


def test_what_was_made_ready_before_a_decision_is_not_used(two) -> None:
    view, beside = two
    ready = make_ready(beside)
    assert ready.payload is not None
    left_in = ready.payload.payload["people"][0]["person"]["id"]
    decide_person(view, left_in, outcome=Outcome.DISCLOSE, why="Everybody knows")
    event = accept(view, ready=ready)
    assert event is not None
    accepted = {entry["person"]["id"] for entry in event.payload["people"]}
    assert accepted and left_in not in accepted
    assert view.state.ground_for(left_in).outcome is Outcome.DISCLOSE


def test_what_was_made_ready_before_an_analysis_is_not_used(two) -> None:
    view, beside = two
    ready = make_ready(beside)
    fewer = view.mentions[:-1]
    assert ready.payload is not None
    kept = [m for m in fewer if m.person != ready.payload.payload["people"][0]["person"]["id"]]
    view.case.replace_findings(kept, view.people.values())
    view.case.put("findings_revision", view.case.get("findings_revision") + 1)
    event = accept(view.refresh(), ready=ready)
    assert event is not None
    gone = ready.payload.payload["people"][0]["person"]["id"]
    assert gone not in {entry["person"]["id"] for entry in event.payload["people"]}


def test_a_score_or_fields_of_ones_own_are_not_what_was_made_ready(two) -> None:
    view, beside = two
    event = accept(view, fields={"steps": "Asked by letter"}, ready=make_ready(beside))
    assert event is not None and event.payload["fields"]["steps"] == "Asked by letter"


def test_nothing_left_is_made_ready_too(two) -> None:
    view, beside = two
    accept(view)
    ready = make_ready(beside.refresh())
    assert ready.payload is None and accept(view, ready=ready) is None
