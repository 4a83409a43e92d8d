# SPDX-License-Identifier: AGPL-3.0-or-later
"""What may be somebody comes in kinds, riskiest first; what may be the subject's own is one question."""

from __future__ import annotations

from dataclasses import replace

from redactor.domain.journal import Kind
from redactor.domain.mentions import EVERYDAY, Label, Tier
from redactor.domain.own import OwnDetail
from redactor.review.questions.own import own_facts, own_id, own_items
from redactor.review.questions.possible import PossibleKind, possible_items, possible_kind
from redactor.review.state import fold
from tests.review.outcome import effective
from tests.review.record import DOCUMENTS, MENTIONS, PAGES, PEOPLE, Writer, mention

POSSIBLE = replace(mention(7, DOCUMENTS[0], 1, ""), tier=Tier.POSSIBLE, score=0.4)


def said(text: str, label: Label = Label.PERSON, score: float = 0.4, person: str = ""):
    return replace(POSSIBLE, id=f"{text}{label}", text=text, label=label, score=score, person=person)


def test_each_possible_find_has_a_kind():
    kinds = {
        said("Rosheen"): PossibleKind.NAME,
        said("SA"): PossibleKind.LETTERS,
        said("M."): PossibleKind.LETTERS,
        said("Loss", score=EVERYDAY): PossibleKind.WORD,
        said("mum", Label.RELATION): PossibleKind.RELATION,
        said("her aunt", Label.RELATION, person="aunt"): PossibleKind.POINTS,
        said("07700 900123", Label.PHONE): PossibleKind.DETAIL,
        said("a signature", Label.OTHER): PossibleKind.PICTURE,
    }
    assert {m.text: possible_kind(m) for m in kinds} == {m.text: kind for m, kind in kinds.items()}


def test_names_come_first_everyday_words_last_and_words_for_one_person_are_one_thing():
    found = [
        said("Loss", score=EVERYDAY),
        said("her aunt", Label.RELATION, person="aunt"),
        said("auntie", Label.RELATION, person="aunt"),
        said("Rosheen"),
        said("rosheen"),
    ]
    items = list(possible_items(found, PEOPLE))
    assert [item.subkind for item in items] == ["name", "points", "word"]
    assert [len(item.mentions) for item in items] == [2, 2, 1]
    assert items[1].text == "Meena Shah: words that point to them (her aunt, auntie): 2 mentions on 1 page"


def test_a_part_of_a_known_name_is_asked_about_as_theirs():
    (item,) = possible_items([said("Meena", person="aunt")], PEOPLE)
    assert item.text == "Meena may be Meena Shah: 1 mention on 1 page" and item.title == "Meena: Meena Shah?"


HOME = OwnDetail(Label.PHONE, frozenset({"07700 900123"}), "07700 900123", "a form about Priya Shah gives it as theirs")


def asked(write: Writer):
    state = fold(write.events)
    return list(own_items([HOME], MENTIONS, effective(MENTIONS, PEOPLE, state, PAGES), state)), state


def test_yes_leaves_it_in_everywhere_and_is_known_of_the_subject():
    write = Writer()
    (item,), _ = asked(write)
    assert len(item.anchors) == 4 and "hidden from them in 4 places" in item.text and HOME.why in item.text
    entry = {"id": item.id, "kind": "own", "anchors": [a.to_json() for a in item.anchors], "text": item.text}
    yes = {"outcome": "leave", "why": "hers", "items": [{**entry, "own": own_facts([HOME], own_id(HOME))}]}
    event = write(Kind.ITEM_SETTLED, yes)
    left, state = asked(write)
    assert left == [] and state.facts["identifiers"] == ["07700 900123"]
    statuses = effective(MENTIONS, PEOPLE, state, PAGES)
    assert {statuses[m.document, m.page].statuses[m.id] for m in MENTIONS if m.label is Label.PHONE} == {"disclosed"}
    write(Kind.UNDONE, {"event": event.id})
    back, state = asked(write)
    assert len(back) == 1 and "identifiers" not in state.facts


def test_no_changes_nothing_but_the_question():
    write = Writer()
    (item,), before = asked(write)
    write(Kind.ITEM_SETTLED, {"outcome": "seen", "why": "a friend's", "items": [{"id": item.id, "kind": "own"}]})
    left, state = asked(write)
    assert left == []
    now, then = (effective(MENTIONS, PEOPLE, s, PAGES) for s in (state, before))
    assert all(now[key].statuses == then[key].statuses for key in PAGES)
