# SPDX-License-Identifier: AGPL-3.0-or-later
"""A name that is given is in the whole case at once: misspellings as possible, one event, undone, kept by analysis."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from redactor.domain.errors import BadInput
from redactor.domain.geometry import covered
from redactor.domain.journal import Kind
from redactor.domain.mentions import Label, Mention, Person, Role, Status, Tier
from redactor.domain.pages import Where
from redactor.operations.checking.sweep import surviving_hits
from redactor.operations.deciding.decide import decide_person
from redactor.operations.deciding.undoing import undo
from redactor.operations.finding.analyse import analyse
from redactor.operations.finding.find import find
from redactor.operations.finding.one_name import add_name
from redactor.operations.intake.intake import add_paths
from redactor.operations.intake.reading import read_text
from redactor.operations.request.case import new_case
from redactor.operations.view import CaseView
from redactor.review.decisions.decided import Outcome
from tests.conftest import PASSPHRASE, make_pdf

PAGES = (
    ["Visit of 3 May.", "Zebedee Quill was in the kitchen.", "Later Quill, Zebedee signed the form.", "Mr Quill left."],
    ["Zebedee rang twice. Zebadee Quil was angry.", "Julian Quill is somebody else.", "The quill pen was blue."],
    ["Nothing is said of him here.", "A long line of words that goes on and on to the very end of it with Zebe-"],
    ["dee is a word that the page before has begun.", "Z. Quill wrote this. Anna Marsh did not."],
)


@pytest.fixture
def view(tmp_path: Path, pool) -> Iterator[CaseView]:
    """A case that was read and in which the finder found Anna Marsh, and Julian Quill, and nobody else."""
    make_pdf(tmp_path / "notes of Zebedee Quill.pdf", *[list(page) for page in PAGES])
    with new_case(tmp_path / "c.case", PASSPHRASE, reference="R", subject="Priya Shah") as case:
        add_paths(case, [tmp_path / "notes of Zebedee Quill.pdf"], pool)
        read_text(case, pool, 2, lambda done, total, what: None, lambda: False)
        view = CaseView(case)
        found_by_hand(view, "Anna Marsh", "Julian Quill")
        yield view


def found_by_hand(view: CaseView, *names: str) -> None:
    mentions = []
    for document in view.documents.values():
        for content in view.case.pages(document.sha256):
            for name in names:
                if (start := content.text.find(name)) >= 0:
                    span = (start, start + len(name))
                    place = (document.sha256, content.page, Where.PAGE, *span, name, content.boxes_between(*span))
                    mentions.append(Mention(f"m-{name}", *place, Label.PERSON, 0.8, Tier.PROPOSED, name))
    view.case.replace_findings(mentions, [Person(name, name, (), Role.THIRD_PARTY) for name in names])
    view.case.put("findings_revision", view.case.get("findings_revision", 0) + 1)
    view.case.put("analysed", list(view.documents))
    view.refresh()


def told(view: CaseView, person: str) -> set[tuple[int, str, str]]:
    return {(m.page, m.text, str(m.tier)) for m in view.mentions if m.person == person and m.where is Where.PAGE}


def everything(view: CaseView) -> object:
    """Mentions, outcomes and people: what an undo must bring back to the letter."""
    keys = [*view.page_keys, *((sha, 0) for sha in view.documents)]
    pages = {key: (view.outcomes[key].plan, dict(view.outcomes[key].statuses)) for key in keys}
    return sorted(m.id for m in view.mentions), pages, view.people, {k: v for k, v in view.by_page.items() if v}


def test_a_name_is_found_everywhere_in_one_event(view: CaseView) -> None:
    before = everything(view)
    events = len(view.state.events)
    event = add_name(view, "  Zebedee   Quill ")
    assert len(view.state.events) == events + 1 and event.kind is Kind.PERSON_NAMED
    person = event.payload["person"]["id"]
    assert view.people[person].role is Role.THIRD_PARTY
    assert told(view, person) == {
        (1, "Zebedee Quill", "proposed"),
        (1, "Quill, Zebedee", "proposed"),
        (1, "Quill", "possible"),  # it may be Julian's too
        (2, "Zebedee", "proposed"),
        (2, "Zebadee Quil", "possible"),
        (4, "Z. Quill", "proposed"),
    }
    names = [m for m in view.mentions if m.where is Where.FILENAME]
    assert [m.text for m in names] == ["Zebedee Quill"]
    shown = {m.id for m in view.mentions if m.person == person and m.where is Where.PAGE}
    statuses = {s for key in view.page_keys for i, s in view.outcomes[key].statuses.items() if i in shown}
    assert statuses == {Status.PROPOSED}
    # What was worked out step by step is what a fresh look says.
    assert everything(CaseView(view.case)) == everything(view)
    undo(view)
    assert everything(view) == before == everything(CaseView(view.case))
    undo(view, view.state.last_redoable().id)
    assert len(told(view, person)) == 6 and everything(CaseView(view.case)) == everything(view)


def test_a_name_that_a_narrow_cell_tore_without_a_hyphen_is_found_given_and_swept(tmp_path: Path, pool) -> None:
    make_pdf(
        tmp_path / "rows.pdf", ["Name", "Sarah", "Brocklehu", "rst", "Mother"], ["Brocklehurst rang.", "All well."]
    )
    with new_case(tmp_path / "c.case", PASSPHRASE, reference="R", subject="Priya Shah") as case:
        add_paths(case, [tmp_path / "rows.pdf"], pool)
        read_text(case, pool, 2, lambda done, total, what: None, lambda: False)
        view = CaseView(case)
        found_by_hand(view, "Brocklehurst")
        torn, _ = find(view, "brocklehurst")
        assert (torn.page, torn.text) == (1, "Brocklehu rst")
        upper, lower = sorted(torn.boxes, key=lambda box: box.y0)
        words = {word.text: word.box for word in case.page(torn.document, 1).words}
        assert covered(words["Brocklehu"], [upper]) > 0.95 and covered(words["rst"], [lower]) > 0.95
        # Somebody who is redacted elsewhere stands here for everybody to read: the sweep tells it.
        decide_person(view, "Brocklehurst", outcome=Outcome.REDACT)
        assert [(hit.anchor.page, hit.anchor.text) for hit in surviving_hits(view)] == [(1, "Brocklehu rst")]
        add_name(view, "Sarah Brocklehurst", person="Brocklehurst")
        assert (1, "Brocklehu rst", "proposed") in told(view, "Brocklehurst")


def test_a_decision_about_the_person_takes_the_sure_places_and_leaves_the_possible(view: CaseView) -> None:
    person = add_name(view, "Zebedee Quill").payload["person"]["id"]
    decide_person(view, person, outcome=Outcome.REDACT)
    status = {m.text: view.outcomes[m.document, m.page].statuses[m.id] for m in view.mentions if m.person == person}
    assert status["Zebedee Quill"] is Status.REDACTED and status["Zebadee Quil"] is status["Quill"] is Status.PROPOSED
    redacted = {r.text for key in view.page_keys for r in view.outcomes[key].plan.redactions}
    assert redacted == {"Zebedee Quill", "Quill, Zebedee", "Zebedee", "Z. Quill"}


def test_the_name_of_somebody_known_is_one_more_of_theirs(view: CaseView) -> None:
    event = add_name(view, "Zebedee", person="Anna Marsh")
    assert event.payload["person"]["id"] == "Anna Marsh" and view.people["Anna Marsh"].aliases == ("Zebedee",)
    assert (2, "Zebedee", "proposed") in told(view, "Anna Marsh")
    # Who already has a name gets no second of it, and no place of somebody else's.
    assert add_name(view, "Julian Quill").payload["person"]["id"] == "Julian Quill"
    with pytest.raises(BadInput, match="known in every place"):
        add_name(view, "julian QUILL")
    alone = add_name(view, "Zebedee Quill").payload["person"]["id"]
    assert (2, "Julian Quill", "proposed") in told(view, "Julian Quill")
    assert told(view, alone) >= {(1, "Zebedee Quill", "proposed"), (1, "Quill, Zebedee", "proposed")}


@pytest.mark.parametrize("name", ["", "   ", "07700 900123", "x", "a@b.example", "one two three four five six seven"])
def test_what_is_no_name_is_refused(view: CaseView, name: str) -> None:
    with pytest.raises(BadInput):
        add_name(view, name)


def test_a_name_that_stands_nowhere_is_refused_and_leaves_no_event(view: CaseView) -> None:
    events = len(view.state.events)
    with pytest.raises(BadInput, match="nowhere"):
        add_name(view, "Ethelred Umlaut")
    assert len(view.state.events) == events


def test_an_analysis_keeps_the_name_and_knows_it(tmp_path: Path, pool) -> None:
    make_pdf(tmp_path / "one.pdf", ["The box of lamp is here, and lamp was told."], ["No more of this."])
    with new_case(tmp_path / "c.case", PASSPHRASE, reference="R", subject="Priya Shah") as case:
        add_paths(case, [tmp_path / "one.pdf"], pool)
        analyse(case, pool)
        view = CaseView(case)
        person = add_name(view, "lamp").payload["person"]["id"]
        assert len(told(view, person)) == 1 and len([m for m in view.mentions if m.person == person]) == 2
        make_pdf(tmp_path / "two.pdf", ["A late paper. Lamp has written it."])
        add_paths(case, [tmp_path / "two.pdf"], pool)
        analyse(case, pool)
        later = CaseView(case)
        assert {m.text for m in later.mentions if m.person == person} == {"lamp", "Lamp"}
        assert later.people[person].name == "lamp"


def test_a_case_without_pages_has_no_name(tmp_path: Path) -> None:
    with (
        new_case(tmp_path / "e.case", PASSPHRASE, reference="R", subject="Priya Shah") as case,
        pytest.raises(BadInput, match="nowhere"),
    ):
        add_name(CaseView(case), "Anna Marsh")
