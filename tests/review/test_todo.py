# SPDX-License-Identifier: AGPL-3.0-or-later
"""What blocks submission, and what settles it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from redactor.domain.errors import Refused
from redactor.domain.geometry import Box
from redactor.domain.journal import Anchor, Kind
from redactor.domain.mentions import AT_WORK, Role
from redactor.domain.pages import PageStatus, Where
from redactor.review.checks.approval import require_submittable
from redactor.review.decisions.people import resolve_people
from redactor.review.questions.both import BOTH
from redactor.review.questions.perhaps_at_work import WORK
from redactor.review.state import fold
from redactor.review.todo import todo
from redactor.review.todo_items import PageFact, ResidualHit, TodoKind
from tests.review.outcome import effective
from tests.review.record import DOCUMENTS, FIELDS, MENTIONS, PAGES, PEOPLE, Writer, decide_person, withhold

READ = [PageFact(document, page, PageStatus.READ) for document, page in PAGES]


def listed(write: Writer, mentions=MENTIONS, pages=READ, residual=(), analysed=True):
    state = fold(write.events)
    resolved, people = resolve_people(mentions, PEOPLE.values(), state)
    return todo(resolved, people, effective(resolved, people, state, PAGES), pages, residual, state, analysed)


def kinds(items) -> set[TodoKind]:
    return {item.kind for item in items}


def test_undecided_people_loose_numbers_and_possible_mentions_are_listed_once_each():
    items = listed(Writer())
    assert sorted(item.text for item in items if item.kind is TodoKind.PERSON) == [
        "Kyle Dunn, another person: 4 mentions on 4 pages",
        "Meena Shah, another person: 4 mentions on 4 pages",
    ]
    assert [len(i.mentions) for i in items if i.kind is TodoKind.MENTION] == [4]
    assert [len(i.mentions) for i in items if i.kind is TodoKind.POSSIBLE] == [4]


def test_what_the_analysis_waits_for_is_said():
    def said(pages) -> str:
        return next(item.text for item in listed(Writer(), pages=pages, analysed=False))

    assert said(READ) == "not analysed yet"
    scan = replace(READ[0], status=PageStatus.NEEDS_OCR)
    assert said([scan, *READ[1:]]) == "not all read and searched yet: 1 scanned page to go"


def test_the_list_empties_as_things_are_settled():
    write = Writer()
    for person in ("aunt", "boy"):
        write(*decide_person(person, "redact"))
    items = listed(write)
    assert kinds(items) == {TodoKind.MENTION, TodoKind.POSSIBLE}
    entries = [
        {"id": i.id, "kind": str(i.kind), "anchors": [a.to_json() for a in i.anchors], "fields": FIELDS} for i in items
    ]
    write(Kind.ITEM_SETTLED, {"outcome": "leave", "why": "not her aunt", "items": entries})
    assert listed(write) == []
    require_submittable(listed(write), 4)


def test_a_reason_without_its_fields_blocks_submission():
    write = Writer()
    kind, payload = decide_person("boy", "redact")
    write(kind, payload | {"fields": {"who": "Kyle"}})
    (item,) = [i for i in listed(write) if i.kind is TodoKind.MISSING_FIELD]
    assert "consent" in item.text and "--field consent=" in item.how
    with pytest.raises(Refused, match=r"(?i)left to decide \(.*reasons not complete: 1"):
        require_submittable(listed(write), 4)


def test_child_abuse_data_is_lawful_only_for_a_parent_or_someone_court_appointed():
    """DPA 2018 Sch 3 para 21: only where the requester has parental responsibility or is court-appointed."""
    for requester, refused in (("subject", True), ("solicitor", True), ("attorney", True), ("parent", False)):
        write = Writer()
        write(Kind.CASE_CREATED, {"reference": "R", "subject": "Priya Shah", "requester": requester})
        anchor = [DOCUMENTS[0], 1, "page", "words", [10.0, 10.0, 90.0, 20.0]]
        write(Kind.HARM_MARKED, {"reason": "CA", "fields": {}, "anchors": [anchor]})
        assert (TodoKind.REQUESTER in kinds(listed(write))) is refused


def test_pages_that_need_a_person_block_until_seen_or_withheld():
    pages = [PageFact(DOCUMENTS[0], 1, PageStatus.UNREADABLE, problem="the worker stopped"), *READ[1:]]
    pages[1] = PageFact(DOCUMENTS[0], 2, PageStatus.READ, needs_eyes="handwriting")
    write = Writer()
    assert {TodoKind.UNREADABLE_PAGE, TodoKind.NEEDS_EYES} <= kinds(listed(write, pages=pages))
    write(*withhold(DOCUMENTS[0], 1))
    assert TodoKind.UNREADABLE_PAGE not in kinds(listed(write, pages=pages))
    (item,) = [i for i in listed(write, pages=pages) if i.kind is TodoKind.NEEDS_EYES]
    write(Kind.ITEM_SETTLED, {"outcome": "seen", "why": "read by me", "items": [{"id": item.id, "kind": "needs_eyes"}]})
    assert TodoKind.NEEDS_EYES not in kinds(listed(write, pages=pages))


def test_a_residual_hit_blocks_until_left_or_redacted():
    anchor = Anchor(DOCUMENTS[1], 2, Where.PAGE, "Meeena", (Box(300, 300, 340, 312),))
    hit = ResidualHit(anchor, "aunt", "Meena")
    write = Writer()
    (item,) = [i for i in listed(write, residual=[hit]) if i.kind is TodoKind.RESIDUAL]
    assert "readable here and looks like 'Meena', which is redacted elsewhere" in item.text
    entry = {"id": item.id, "kind": "residual", "anchors": [anchor.to_json()], "fields": FIELDS}
    write(Kind.ITEM_SETTLED, {"outcome": "redact", "reason": "TP", "why": "it is her", "items": [entry]})
    assert TodoKind.RESIDUAL not in kinds(listed(write, residual=[hit]))
    state = fold(write.events)
    resolved, people = resolve_people(MENTIONS, PEOPLE.values(), state)
    outcome = effective(resolved, people, state, PAGES)[DOCUMENTS[1], 2]
    assert anchor.boxes[0] in outcome.boxes and not outcome.lost


def test_a_decision_that_analysis_no_longer_supports_is_put_to_a_person():
    write = Writer()
    write(*decide_person("boy", "redact"))
    fewer = [m for m in MENTIONS if m.person != "boy"]
    lost = [i for i in listed(write, mentions=fewer) if i.kind is TodoKind.LOST_ANCHOR]
    assert len(lost) == 4 and all("stays redacted" in i.how for i in lost)


def test_roles_decide_what_needs_deciding():
    write = Writer()
    write(*decide_person("boy", None, Role.PROFESSIONAL))
    assert not any("Kyle" in i.text for i in listed(write))
    write(*decide_person("worker", None, Role.THIRD_PARTY))
    assert any("Jo Field" in i.text for i in listed(write))


def test_nothing_is_submitted_before_it_is_analysed_or_when_there_is_nothing():
    assert TodoKind.NOT_ANALYSED in kinds(listed(Writer(), analysed=False))
    with pytest.raises(Refused, match="no pages"):
        require_submittable([], 0)


def test_who_is_here_for_work_and_called_family_is_asked_about_once(monkeypatch):
    """DPA 2018 Sch 2 para 17 holds for those who act in their office; an aunt who is a social worker may not."""
    both = replace(PEOPLE["worker"], relationship="aunt")
    monkeypatch.setitem(PEOPLE, "worker", both)

    def asked(write: Writer):
        return [item for item in listed(write) if item.subkind == BOTH]

    write = Writer()
    (item,) = asked(write)
    assert item.kind is TodoKind.PERSON and item.person == "worker" and len(item.mentions) == 4
    assert "left in as a professional, and also 'aunt' by the record" in item.text
    for decided in (("worker", None, Role.PROFESSIONAL), ("worker", "redact")):
        write = Writer()
        write(*decide_person(*decided))
        assert asked(write) == []
    monkeypatch.setitem(PEOPLE, "worker", replace(both, relationship=""))
    assert asked(Writer()) == []


def test_who_reads_as_somebody_at_work_is_asked_about_as_that_until_it_is_said_who_they_are(monkeypatch):
    read = f"{AT_WORK} in 3 of 4 places; signs an entry"
    monkeypatch.setitem(PEOPLE, "boy", replace(PEOPLE["boy"], why=read))

    def asked(write: Writer) -> str:
        (item,) = [item for item in listed(write) if item.kind is TodoKind.PERSON and item.person == "boy"]
        return item.subkind

    (item,) = [item for item in listed(Writer()) if item.subkind == WORK]
    assert item.text == "Kyle Dunn, another person: reads as somebody at work in 3 of 4 places: 4 mentions on 4 pages"
    assert item.id in {i.id for i in listed(Writer()) if i.person == "boy"}
    write = Writer()
    write(*decide_person("boy", None, Role.THIRD_PARTY))
    assert asked(write) == "", "somebody has said that they are another person"
    for decided in (("boy", None, Role.PROFESSIONAL), ("boy", "redact")):
        write = Writer()
        write(*decide_person(*decided))
        assert not any(item.subkind == WORK for item in listed(write))
    monkeypatch.setitem(PEOPLE, "worker", replace(PEOPLE["worker"], why=read))
    assert not any(item.person == "worker" for item in listed(Writer())), "who is left in anyway is not asked about"
