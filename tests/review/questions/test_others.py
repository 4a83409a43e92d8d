# SPDX-License-Identifier: AGPL-3.0-or-later
"""A part that names only others is one question, until it is hidden, left, or about the subject or nobody private."""

from __future__ import annotations

from dataclasses import replace

from redactor.domain.entries import EntryKind, EntryPlace, OthersEntry
from redactor.domain.geometry import Box
from redactor.domain.journal import Kind
from redactor.domain.mentions import Role
from redactor.review.questions.others import others_items
from redactor.review.state import fold
from redactor.review.todo_items import TodoItem
from tests.review.outcome import effective
from tests.review.record import DOCUMENTS, FIELDS, MENTIONS, PAGES, PEOPLE, Writer, decide_person

#: The line of the page on which Meena Shah is named (see record.py), and what is told of her there.
TEXT = "Meena Shah was sectioned"
PLACE = EntryPlace(1, 30, 30 + len(TEXT), TEXT, (Box(72, 92, 400, 104),))
ENTRY = OthersEntry(DOCUMENTS[0], EntryKind.ROW, ("aunt",), (PLACE,))


def asked(write: Writer, entries=(ENTRY,), people=PEOPLE) -> list[TodoItem]:
    state = fold(write.events)
    return list(others_items(entries, MENTIONS, people, effective(MENTIONS, people, state, PAGES), state))


def settled(write: Writer, item: TodoItem, outcome: str) -> None:
    entry = {"id": item.id, "kind": "others", "anchors": [a.to_json() for a in item.anchors], "fields": FIELDS}
    reason = "TP" if outcome == "redact" else ""
    write(Kind.ITEM_SETTLED, {"outcome": outcome, "why": "w", "reason": reason, "items": [entry]})


def test_it_says_whom_it_names_and_stands_once_for_all_its_copies():
    copy = replace(ENTRY, document=DOCUMENTS[1])
    (item,) = asked(Writer(), (ENTRY, copy))
    assert item.title == "This row names only Meena Shah" and item.detail == f"{TEXT}, 2 places"
    assert [anchor.document for anchor in item.anchors] == list(DOCUMENTS) and item.person == "aunt"
    assert item.stands == tuple((document, 1) for document in DOCUMENTS)
    (alone,) = asked(Writer())
    assert alone.stands == ()


def test_hidden_it_goes_whole_and_left_it_stays_and_either_is_asked_once():
    for outcome in ("redact", "leave", "known"):
        write = Writer()
        (item,) = asked(write)
        settled(write, item, outcome)
        assert asked(write) == []
        state = fold(write.events)
        plan = effective(MENTIONS, PEOPLE, state, PAGES)[DOCUMENTS[0], 1].plan
        boxes = [box for redaction in plan.redactions for box in redaction.boxes]
        assert (PLACE.boxes[0] in boxes) is (outcome == "redact")
        assert not state.places.occurrences


def test_a_copy_that_comes_after_it_was_hidden_is_asked_about_and_one_that_was_left_is_not():
    for outcome, again in (("redact", 1), ("leave", 0)):
        write = Writer()
        (item,) = asked(write)
        settled(write, item, outcome)
        later = replace(PLACE, boxes=(Box(72, 300, 400, 312),))
        assert len(asked(write, (ENTRY, replace(ENTRY, places=(later,))))) == again


def test_hiding_the_name_alone_still_asks():
    write = Writer()
    write(*decide_person("aunt", "redact"))
    assert len(asked(write)) == 1


def test_who_is_left_in_everywhere_is_no_question():
    write = Writer()
    write(*decide_person("aunt", "disclose"))
    assert asked(write) == []


def test_whoever_turns_out_to_be_the_subject_or_at_work_is_no_question():
    for role in (Role.SUBJECT, Role.PROFESSIONAL):
        people = {**PEOPLE, "aunt": replace(PEOPLE["aunt"], role=role)}
        assert asked(Writer(), people=people) == []


def test_a_part_in_which_the_subject_is_named_after_all_is_no_question():
    place = replace(PLACE, start=0)
    assert asked(Writer(), (replace(ENTRY, places=(place,)),)) == []


def test_a_page_that_is_withheld_asks_nothing():
    write = Writer()
    payload = {"document": DOCUMENTS[0], "first": 1, "last": 1, "reason": "TP", "fields": FIELDS}
    write(Kind.PAGES_WITHHELD, payload)
    assert asked(write) == []
