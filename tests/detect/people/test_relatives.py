# SPDX-License-Identifier: AGPL-3.0-or-later
"""A relation word is the person the record calls by it, and nobody's where it does not say."""

from __future__ import annotations

import pytest

from redactor.detect import tasks
from redactor.detect.language.found import SubjectFacts, Unit
from redactor.detect.people.relatives import kind_of
from redactor.domain.mentions import Label, Tier
from tests.detect.helpers import find

PEOPLE = (
    "Social worker: Jo Orr\nMother: Donna Winslow\nHer nan, Sheila Allsop (paternal grandmother), looks after her. "
    "Her maternal grandmother Gwen Pugh is in Hull. Her ex-partner, Kyle Renshaw, rang. Brother: Ben Winslow. "
    "Her half-brother Jayden Winslow is five. The neighbour, Margaret Pyke of 14 Larch Close, Harrowmere, rang too.\n\n"
)


def owners(text: str, *before: str) -> dict[str, str]:
    """Relation words of the text and whose mentions they are ("" for nobody's); ``before`` are other documents."""
    texts = [*before, text]
    units = [Unit(str(n), t, group=str(n)) for n, t in enumerate(texts)]
    found = tasks.resolve(units, tasks.names_in(texts), SubjectFacts("Tabitha Winslow"))
    names = {person.id: person.name for person in found.people}
    spans = [s for s in found.spans[-1] if s.label is Label.RELATION]
    assert all(span.tier is Tier.POSSIBLE for span in spans)
    return {text[s.start : s.end]: names.get(s.person, "") for s in spans}


@pytest.mark.parametrize(
    ("said", "word", "name"),
    [
        ("Spoke to mum about school.", "mum", "Donna Winslow"),
        ("She said that her mother was out.", "her mother", "Donna Winslow"),
        ("Saw her ex-partner at the door.", "her ex-partner", "Kyle Renshaw"),
        ("Her half-brother was crying.", "Her half-brother", "Jayden Winslow"),
        ("Her maternal grandmother wrote.", "Her maternal grandmother", "Gwen Pugh"),
        ("The neighbour at 14 heard shouting.", "neighbour", "Margaret Pyke"),
        ("Tabitha's mum was late.", "mum", "Donna Winslow"),
    ],
)
def test_a_relation_is_who_the_record_says(said: str, word: str, name: str) -> None:
    assert owners(said, PEOPLE)[word] == name


@pytest.mark.parametrize(
    ("said", "word"),
    [
        ("Beth's mum was late.", "mum"),  # somebody else's
        ("Her nan was out.", "Her nan"),  # there are two
        ("Her uncle rang.", "Her uncle"),  # nobody is called so
        ("Her aunt's sister rang.", "sister"),
    ],
)
def test_where_it_does_not_say_it_is_nobodys(said: str, word: str) -> None:
    assert owners(said, PEOPLE)[word] == ""


def test_of_two_the_one_who_is_named_in_the_document_is_meant() -> None:
    assert owners("Sheila Allsop came. Her nan was upset.", PEOPLE)["Her nan"] == "Sheila Allsop"


def test_relations_have_a_kind_and_what_narrows_them() -> None:
    assert kind_of("Paternal Nan") == ("grandmother", frozenset({"paternal"}))
    assert kind_of("ex partner") == kind_of("ex-husband") == ("former partner", frozenset())
    assert kind_of("half-brother") == ("brother", frozenset({"half"}))


def test_who_visits_for_work_and_who_the_subject_is_are_no_relatives() -> None:
    assert owners("Referral from the Health Visitor. Baby Tabitha was asleep.") == {}
    assert set(owners("A visitor, Anna, came.")) == {"visitor"}


def test_a_speakers_label_points_to_nobody() -> None:
    text = "CALLER: It's about the flat.\nAGENT: Yes?\nCALLER: I'd rather not say.\n"
    assert owners(text) == {}
    assert "Caller" in owners("Caller: Ben Winslow rang at four.")


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("She told her mum Tabitha was safe.", "her mum"),
        ("He asked his brother Tabitha could not find.", "his brother"),
        ("Spoke to mum\nTabitha was upset.", "mum"),
        ("She told her uncle Tabitha, who was at school, had gone.", "her uncle"),
        ("Mum: Tabitha hit me again.", "Mum"),
    ],
)
def test_a_relative_before_the_subjects_name_is_not_the_subject(text: str, word: str) -> None:
    found = find("Tabitha Winslow was seen.\n\n" + text)
    assert found.spans(word) and found.owner(word) != "Tabitha Winslow"


@pytest.mark.parametrize("text", ["Jordan's sister Tabitha, who is nine, came.", "Child: Tabitha Winslow\nSheet 2"])
def test_a_relation_that_says_who_the_subject_is_is_not_asked_about(text: str) -> None:
    record = find("Tabitha Winslow was seen.\n\n" + text)
    assert not [word for word in ("sister", "Jordan's sister", "Child") if record.spans(word)]
