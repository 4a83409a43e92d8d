# SPDX-License-Identifier: AGPL-3.0-or-later
"""Candidates for the harm test block submission until somebody has looked, and redact nothing by themselves."""

from __future__ import annotations

from dataclasses import replace

from redactor.domain.cues import CueKind, DataClass, HarmCue
from redactor.domain.geometry import Box
from redactor.domain.journal import Kind
from redactor.domain.pages import Where
from redactor.review.questions.cues import CueStatus, cue_groups, cue_items, cue_status
from redactor.review.state import fold
from redactor.review.todo_items import TodoKind
from tests.review.outcome import effective
from tests.review.record import DOCUMENTS, FIELDS, MENTIONS, PAGES, PEOPLE, Writer, mark, withhold

BOX = Box(72, 300, 400, 312)


def cue(document: str = DOCUMENTS[0], page: int = 1, text: str = "He must not be told.", box: Box = BOX) -> HarmCue:
    kind, own = CueKind.SECRECY, DataClass.SOCIAL_WORK
    identity = f"h-{document[0]}{page}"
    return HarmCue(identity, document, page, Where.PAGE, 10, 30, text, (box,), kind, "not to know", own, "SW-HARM", 0.6)


def leave(*cues: HarmCue):
    items = [
        {"id": item.id, "kind": "harm_cue", "text": item.text, "anchors": [a.to_json() for a in item.anchors]}
        for item in cue_items(cues, fold([]))
    ]
    return Kind.ITEM_SETTLED, {"outcome": "leave", "why": "no risk, says the team manager", "items": items}


def test_a_candidate_redacts_nothing_and_waits() -> None:
    state = fold([])
    (item,) = cue_items([cue()], state)
    assert item.kind is TodoKind.HARM_CUE and "must not be told" in item.text and item.subkind == "secrecy"
    assert not any(o.plan.redactions for o in effective(MENTIONS, PEOPLE, state, PAGES).values())


def test_the_same_words_are_one_thing_to_do_with_all_their_places() -> None:
    cues = [cue(), cue(DOCUMENTS[1], 2, "> He must not\n> be told."), cue(page=2, text="Another.")]
    items = cue_items(cues, fold([]))
    assert sorted(len(item.anchors) for item in items) == [1, 2]


def test_what_is_said_holds_for_that_place_however_it_is_found_again() -> None:
    writer = Writer()
    writer(*leave(cue()))
    state = fold(writer.events)
    assert cue_items([cue()], state) == []
    moved = replace(cue(), id="h-other", start=99, end=119, boxes=(Box(72.3, 300.2, 400.1, 312.2),))
    assert cue_status(moved, state) is CueStatus.LEFT
    less = replace(cue(), text="must not be told", boxes=(Box(90, 300, 400, 312),))
    assert cue_status(less, state) is CueStatus.LEFT
    grown = replace(cue(), text="She is at Heron House. He must not be told.")
    assert cue_status(grown, state) is CueStatus.OPEN
    assert cue_status(cue(page=2), state) is CueStatus.OPEN
    writer(Kind.UNDONE, {"event": writer.events[0].id, "was": "item.settled"})
    assert cue_status(cue(), fold(writer.events)) is CueStatus.OPEN


def test_marking_or_withholding_is_looking() -> None:
    for decision, status in (
        (mark(DOCUMENTS[0], 1, BOX, Kind.HARM_MARKED), CueStatus.MARKED),
        (mark(DOCUMENTS[0], 1, Box(60, 290, 420, 330)), CueStatus.MARKED),
        (mark(DOCUMENTS[0], 1, Box(72, 300, 110, 312)), CueStatus.OPEN),
        (mark(DOCUMENTS[0], 2, BOX), CueStatus.OPEN),
        (withhold(DOCUMENTS[0], 1), CueStatus.WITHHELD),
    ):
        writer = Writer()
        writer(*decision)
        assert cue_status(cue(), fold(writer.events)) is status


def test_a_copy_that_is_not_marked_still_waits() -> None:
    writer = Writer()
    writer(*mark(DOCUMENTS[0], 1, BOX, Kind.HARM_MARKED))
    (group,) = cue_groups([cue(), cue(DOCUMENTS[1], 1)], fold(writer.events))
    assert [place.document for place in group.open] == [DOCUMENTS[1]]


def test_what_no_release_is_made_from_is_nothing_to_do() -> None:
    hidden = replace(cue(), where=Where.HIDDEN_TEXT)
    behind = replace(cue(), where=Where.ANNOTATION, boxes=())
    assert cue_items([hidden, behind], fold([])) == []
    assert cue_status(hidden, fold([])) is CueStatus.NOT_CARRIED


def test_saying_that_a_passage_may_go_decides_nothing_about_names_in_it() -> None:
    name = MENTIONS[1]
    alike = replace(cue(name.document, name.page, name.text), boxes=name.boxes)
    writer = Writer()
    anchors = [[name.document, name.page, "page", name.text, [float(v) for v in name.boxes[0]]]]
    writer(Kind.PASSAGE_REDACTED, {"reason": "TP", "fields": FIELDS, "anchors": []})
    items = [{"id": "harm_cue-1", "kind": "harm_cue", "anchors": anchors}]
    writer(Kind.ITEM_SETTLED, {"outcome": "leave", "why": "w", "items": items})
    state = fold(writer.events)
    assert cue_status(alike, state) is CueStatus.LEFT
    assert not state.places.occurrences
