# SPDX-License-Identifier: AGPL-3.0-or-later
"""A decision that is put on other grounds holds where it held, and takes nothing away from later ones."""

from __future__ import annotations

from pathlib import Path

import pytest

from redactor.domain.errors import BadInput
from redactor.operations.deciding import decide, persons, rest, undoing
from redactor.operations.deciding.places import page_content
from redactor.operations.deciding.rest import Keep
from redactor.operations.finding.analyse import analyse
from redactor.operations.intake.intake import add_paths
from redactor.operations.request.case import new_case
from redactor.operations.view import CaseView
from redactor.review.decisions.decided import Outcome
from tests.conftest import PASSPHRASE, make_pdf

LINES = ["Room one: Mr Gareth Pole came.", "Room two: nobody came.", "Room three: Mr Gareth Pole left."]


@pytest.fixture
def view(tmp_path: Path, pool):
    """A log book of two pages with the same lines."""
    make_pdf(tmp_path / "log.pdf", LINES, LINES)
    with new_case(tmp_path / "one.case", PASSPHRASE, reference="R", subject="Priya Shah") as case:
        add_paths(case, [tmp_path / "log.pdf"], pool)
        analyse(case, pool)
        yield CaseView(case)


def hidden(view: CaseView, page: int) -> list[tuple[str, str]]:
    (document,) = view.documents
    return [(redaction.text, redaction.reason) for redaction in view.outcomes[document, page].plan.redactions]


def test_another_reason_for_one_page_leaves_what_was_kept_on_another_since(view: CaseView) -> None:
    (document,) = view.documents.values()
    text = page_content(view, document, 1).text
    one, two = [(text.index(line), text.index(line) + len(line)) for line in LINES[:2]]
    first = rest.hide_rest(view, document, 1, 2, Keep(spans={1: [one], 2: [one]}), "TP")
    rest.hide_rest(view, document, 2, 2, Keep(spans={2: [two]}, also=False), "TP")
    before = hidden(view, 2)
    assert LINES[0] in before[0][0] and LINES[1] not in before[0][0]
    _, again = undoing.amend(view, first.id, "LPP", {})
    assert hidden(view, 2) == before and hidden(view, 1)[0][1] == "LPP"
    undoing.amend(view, again.id, "TP", {})
    assert hidden(view, 2) == before
    undoing.undo(view)
    undoing.undo(view)
    assert hidden(view, 2) == before and hidden(view, 1)[0][1] == "TP"


def test_another_reason_for_several_occurrences_leaves_those_decided_about_since(view: CaseView) -> None:
    here = [mention for mention in view.mentions if "Pole" in mention.text]
    assert len(here) == 4
    both = decide.decide_occurrences(view, here, Outcome.REDACT)
    decide.decide_occurrences(view, here[:1], Outcome.DISCLOSE, why="She told us herself")
    undoing.amend(view, both.id, "LPP", {})
    reasons = [reason for page in (1, 2) for _, reason in hidden(view, page)]
    assert reasons == ["LPP"] * 3


def test_what_holds_nowhere_any_more_is_not_written_again(view: CaseView) -> None:
    gareth = next(person.id for person in view.people.values() if "Pole" in person.name)
    left = decide.decide_person(view, gareth, outcome=Outcome.DISCLOSE, reason="KNOWN", why="They met")
    decide.decide_person(view, gareth, outcome=Outcome.REDACT, reason="TP")
    before = hidden(view, 1)
    with pytest.raises(BadInput, match="decided anew"):
        undoing.amend(view, left.id, "CONSENT", {})
    assert before and hidden(view, 1) == before


def test_another_reason_for_a_person_keeps_the_name_given_since(view: CaseView) -> None:
    gareth = next(person.id for person in view.people.values() if "Pole" in person.name)
    held = decide.decide_person(view, gareth, outcome=Outcome.REDACT, reason="TP")
    persons.rename(view, gareth, "Gareth Edward Pole")
    undoing.amend(view, held.id, "LPP", {})
    assert view.person(gareth).name == "Gareth Edward Pole"
