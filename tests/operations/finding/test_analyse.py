# SPDX-License-Identifier: AGPL-3.0-or-later
"""Analysis goes on when a worker dies, can be stopped, and goes on from where it was."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from redactor.casefile import facts
from redactor.casefile.store import CaseFile
from redactor.domain.errors import Cancelled
from redactor.domain.journal import Actor, Kind, make_event
from redactor.domain.pages import PageStatus
from redactor.operations.deciding.decide import decide_person
from redactor.operations.deciding.settle import settle
from redactor.operations.finding.analyse import analyse, subject_facts
from redactor.operations.intake.intake import add_paths
from redactor.operations.left.todo import left_to_do
from redactor.operations.request.case import new_case
from redactor.operations.view import CaseView
from redactor.review.decisions.decided import Outcome
from redactor.review.state import fold
from redactor.review.todo_items import TodoKind
from tests.conftest import PASSPHRASE, make_pdf
from tests.operations.deadly import DeadlyPage


@pytest.fixture
def fresh(tmp_path: Path, pool):
    """A case with one document of five pages, nothing read yet."""
    pages = [[f"Page {n}.", f"Seen with Gareth Pole, stepfather, on {n} May 2019."] for n in range(1, 6)]
    make_pdf(tmp_path / "five.pdf", *pages)
    with new_case(tmp_path / "five.case", PASSPHRASE, reference="R", subject="Priya Shah") as case:
        add_paths(case, [tmp_path / "five.pdf"], pool)
        yield case


@pytest.mark.skipif(os.name == "nt", reason="kills with SIGKILL")
def test_a_page_that_kills_its_worker_is_unreadable_listed_and_the_rest_is_read(fresh: CaseFile, pool):
    result = analyse(fresh, DeadlyPage(pool, page=3))
    states = {state.page: state for state in fresh.page_states()}
    assert result.unreadable == 1
    assert [page for page, state in states.items() if state.status is PageStatus.READ] == [1, 2, 4, 5]
    assert states[3].status is PageStatus.UNREADABLE and states[3].problem
    view = CaseView(fresh)
    (item,) = [item for item in left_to_do(view) if item.kind is TodoKind.UNREADABLE_PAGE]
    assert item.page == 3 and "--outcome seen|redact" in item.how
    settle(view, [item], "redact", "cannot be read, so it is withheld")
    assert not [item for item in left_to_do(view) if item.kind is TodoKind.UNREADABLE_PAGE]
    assert view.outcomes[item.document, 3].plan.withheld is not None
    assert fresh.check() == []


@pytest.mark.skipif(os.name == "nt", reason="kills with SIGKILL")
def test_a_worker_that_dies_once_costs_nothing(fresh: CaseFile, pool):
    deadly = DeadlyPage(pool, page=2, times=1)
    assert analyse(fresh, deadly).unreadable == 0
    assert deadly.deaths == 1


def test_stopping_keeps_what_was_read(fresh: CaseFile, pool):
    told: list[str] = []

    def progress(done: int, total: int, what: str) -> None:
        told.append(what)

    with pytest.raises(Cancelled):
        analyse(fresh, pool, progress=progress, cancelled=lambda: bool(told))
    assert not CaseView(fresh).analysed
    again = analyse(fresh, pool)
    assert again.pages == 5 and CaseView(fresh).analysed


@pytest.mark.parametrize("fact", ["others_entries", "findings_revision", "analysed"])
def test_what_was_found_is_there_with_all_that_is_asked_about_it_or_not_at_all(
    fresh: CaseFile, pool, monkeypatch, tmp_path: Path, fact: str
):
    analyse(fresh, pool)
    names = ("harm_cues", "others_entries", "findings_revision", "analysed")
    before = fresh.mentions(), fresh.people(), [fresh.get(name) for name in names]
    written = facts.put

    def full(db, packed):
        if fact in packed:
            raise OSError("no room")
        written(db, packed)

    make_pdf(tmp_path / "late.pdf", ["Nadia Okafor, her aunt, rang about Gareth Pole."])
    add_paths(fresh, [tmp_path / "late.pdf"], pool)
    with monkeypatch.context() as patched, pytest.raises(OSError, match="no room"):
        patched.setattr(facts, "put", full)
        analyse(fresh, pool)
    assert (fresh.mentions(), fresh.people(), [fresh.get(name) for name in names]) == before
    analyse(fresh, pool)
    assert fresh.mentions() != before[0] and fresh.get("findings_revision") == before[2][2] + 1


def test_late_papers_keep_every_decision(fresh: CaseFile, pool, tmp_path: Path):
    analyse(fresh, pool)
    view = CaseView(fresh)
    gareth = next(person for person in view.people.values() if person.name == "Gareth Pole")
    decide_person(view, gareth.id, outcome=Outcome.REDACT)
    before = {key: outcome.boxes for key, outcome in view.outcomes.items()}
    make_pdf(tmp_path / "late.pdf", ["A late letter. Gareth Pole, her stepfather, and Nadia Okafor, her aunt, came."])
    add_paths(fresh, [tmp_path / "late.pdf"], pool)
    view.refresh()
    assert next(item.kind for item in left_to_do(view)) is TodoKind.NOT_ANALYSED
    analyse(fresh, pool)
    view = CaseView(fresh)
    assert {key: outcome.boxes for key, outcome in view.outcomes.items() if key in before} == before
    late = next(document for document in view.documents.values() if document.name == "late.pdf")
    assert view.outcomes[late.sha256, 1].boxes, "the decision about Gareth Pole covers the late letter too"


def test_the_subject_is_known_by_all_their_forenames():
    facts = {
        "reference": "R",
        "subject": "Keira Louise Dunmore",
        "aliases": ["DUNMORE, Ann Marie"],
        "requester": "subject",
    }
    state = fold([make_event((), Kind.CASE_CREATED, "2026-01-05T09:00:00Z", Actor(), facts)])
    assert subject_facts(state).aliases == ("DUNMORE, Ann Marie", "Ann Marie", "Keira Louise")
