# SPDX-License-Identifier: AGPL-3.0-or-later
"""What was marked by hand is taken off where it is meant, and nowhere else; what was put right comes back as it was."""

from __future__ import annotations

from pathlib import Path

import pytest

from redactor.domain.errors import BadInput
from redactor.operations.deciding import mark, rest, undoing
from redactor.operations.deciding.rest import Keep
from redactor.operations.deciding.settle import settle_each
from redactor.operations.deciding.take_off import Place, marked_on, take_off
from redactor.operations.finding.analyse import analyse
from redactor.operations.intake.intake import add_paths
from redactor.operations.request.case import new_case
from redactor.operations.told.history import describe, describe_step
from redactor.operations.view import CaseView
from redactor.review.todo_items import TodoItem, TodoKind
from tests.conftest import PASSPHRASE, make_pdf

FAMILIES = ["Room one: the boiler was mended.", "Room two: the boiler was cold.", "Room three: no boiler."]


@pytest.fixture
def view(tmp_path: Path, pool):
    """A log book of three pages and another of one: the same three lines on each."""
    make_pdf(tmp_path / "log.pdf", FAMILIES, FAMILIES, FAMILIES)
    make_pdf(tmp_path / "other log.pdf", [*FAMILIES, "Signed."])
    with new_case(tmp_path / "one.case", PASSPHRASE, reference="R", subject="Priya Shah") as case:
        add_paths(case, [tmp_path / "log.pdf", tmp_path / "other log.pdf"], pool)
        analyse(case, pool)
        yield CaseView(case)


def held(view: CaseView) -> list[tuple[str, int, str]]:
    """What is hidden, and for which reason."""
    again = CaseView(view.case)
    found = [(r, key) for key in view.release_keys for r in view.outcomes[key].plan.redactions]
    assert [r for r, _ in found] == [r for key in again.release_keys for r in again.outcomes[key].plan.redactions]
    return [(f"{r.text} ({r.reason})", key[1], view.documents[key[0]].name) for r, key in found]


def places(view: CaseView) -> list[Place]:
    groups = view.state.places.passages.items()
    return [(key, passage.ground.source, passage.anchor.boxes) for key, group in groups for passage in group]


def undo_words(view: CaseView) -> str:
    last = view.state.last_undoable()
    assert last is not None
    return describe_step(last, view)


def test_one_place_of_many_is_taken_off_and_the_others_stay_hidden(view: CaseView) -> None:
    mark.redact_text(view, "boiler", "TP", everywhere=True)
    before = held(view)
    assert len(before) == 12
    gone = places(view)[4]
    take_off(view, [gone])
    after = held(view)
    assert len(after) == 11 and gone not in places(view)
    assert undo_words(view) == "take some places off: redact “boiler”, 11 places"
    undoing.undo(view)
    assert held(view) == before
    redo = view.state.last_redoable()
    assert redo is not None
    undoing.undo(view, redo.id)
    assert held(view) == after
    undoing.undo(view)
    assert held(view) == before
    # Once more, for what was put back is what it was.
    undoing.undo(view)
    assert held(view) == []


def test_the_last_undo_brings_back_what_was_taken_off(view: CaseView) -> None:
    mark.redact_text(view, "Signed", "TP")
    mark.redact_text(view, "cold", "TP")
    before = held(view)
    (signed,) = [place for place in places(view) if view.documents[place[0][0]].name == "other log.pdf"][:1]
    take_off(view, [signed])
    after = held(view)
    assert len(after) == len(before) - 1
    assert undo_words(view).startswith("take off: redact “Signed”")
    assert view.state.last_redoable() is None, "taking off is done, and not undone"
    undoing.undo(view)
    assert held(view) == before, "and not what was decided before it"
    redo = view.state.last_redoable()
    assert redo is not None and describe(redo, view).startswith("undo: take off: redact “Signed”")
    undoing.undo(view, redo.id)
    assert held(view) == after


def test_everywhere_takes_all_of_one_decision_off(view: CaseView) -> None:
    mark.redact_text(view, "boiler", "TP")
    mark.redact_text(view, "cold", "TP")
    before = held(view)
    boiler = next(place for place in places(view) if "boiler" in _text(view, place))
    take_off(view, [boiler], everywhere=True)
    assert {text for text, _, _ in held(view)} == {"cold (TP)"}
    undoing.undo(view)
    assert held(view) == before


def _text(view: CaseView, place: Place) -> str:
    key, event, boxes = place
    return next(
        p.anchor.text for p in view.state.places.passages[key] if p.ground.source == event and p.anchor.boxes == boxes
    )


def test_the_rest_of_one_page_is_shown_and_that_of_the_others_stays_hidden(view: CaseView) -> None:
    log = view.document_called("log.pdf")
    rest.hide_rest(view, log, 1, 3, Keep(texts=["Room one"]), "TP")
    rest.hide_rest(view, log, 2, 2, Keep(texts=["Room two"]), "TP")
    first = next(place for place in places(view) if place[0] == (log.sha256, 1))
    before = held(view)
    take_off(view, [first])
    assert [page for _, page, _ in held(view)] == [2, 3]
    assert [a.text for a in view.state.places.rest[log.sha256, 3].kept] == ["Room one:"]
    # What was kept of the second page by the later decision is kept still.
    assert [a.text for a in view.state.places.rest[log.sha256, 2].kept] == ["Room one: Room two:"]
    undoing.undo(view)
    assert held(view) == before


def test_a_reason_that_is_changed_is_changed_back_and_nothing_comes_to_light(view: CaseView) -> None:
    event = mark.redact_text(view, "boiler", "TP")
    before = held(view)
    undoing.amend(view, event.id, "OOS", {"why": "another case"})
    after = held(view)
    assert {text for text, _, _ in after} == {"boiler (OOS)"} and len(after) == len(before)
    assert undo_words(view) == "change the reason: redact “boiler”, 12 places"
    undoing.undo(view)
    assert held(view) == before
    redo = view.state.last_redoable()
    assert redo is not None
    undoing.undo(view, redo.id)
    assert held(view) == after
    # What was changed twice goes back step by step.
    (now,) = {place[1] for place in places(view)}
    undoing.amend(view, now, "LPP", {})
    undoing.undo(view)
    assert held(view) == after
    undoing.undo(view)
    assert held(view) == before
    undoing.undo(view)
    assert held(view) == []


def test_taking_off_what_had_another_reason_before_shows_it(view: CaseView) -> None:
    event = mark.redact_text(view, "Signed", "TP")
    undoing.amend(view, event.id, "OOS", {"why": "another case"})
    take_off(view, places(view))
    assert held(view) == []


def test_what_settled_several_things_at_once_is_taken_off_as_a_whole(view: CaseView) -> None:
    page = view.document_called("log.pdf").sha256
    mark.redact_text(view, "boiler", "TP")
    anchors = [view.state.places.passages[page, number][0].anchor for number in (1, 2)]
    undoing.undo(view)
    items = [
        TodoItem(f"residual-{n}", TodoKind.RESIDUAL, page, n, "boiler", "how", anchors=(anchor,))
        for n, anchor in enumerate(anchors, 1)
    ]
    settle_each(view, {"redact": items}, {"redact": "it is them"})
    marked = places(view)
    assert len(marked) == 2
    with pytest.raises(BadInput, match="1 more place"):
        take_off(view, marked[:1])
    assert places(view) == marked
    take_off(view, marked[:1], everywhere=True)
    assert held(view) == []


def test_what_is_not_marked_any_more_cannot_be_taken_off(view: CaseView) -> None:
    mark.redact_text(view, "boiler", "TP")
    gone = places(view)[0]
    take_off(view, [gone])
    head = len(view.state.events)
    with pytest.raises(BadInput, match="not marked any more"):
        take_off(view, [gone, places(view)[0]])
    assert len(view.state.events) == head


def test_the_start_of_an_id_that_is_not_of_one_decision_takes_nothing_off(view: CaseView) -> None:
    for text in ("boiler", "cold"):
        mark.redact_text(view, text, "TP", everywhere=True)
    (key, event, _), *_ = places(view)
    with pytest.raises(BadInput, match="more than one"):
        marked_on(view, key, "")
    assert {of for _, of, _ in marked_on(view, key, event[:12])} == {event}
