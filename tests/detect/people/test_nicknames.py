# SPDX-License-Identifier: AGPL-3.0-or-later
"""A nickname that a record gives with a whole name is that person's wherever it stands alone."""

from __future__ import annotations

import pytest

from redactor.detect.language.found import RawSpan, SubjectFacts, Unit
from redactor.detect.people.resolve import resolve
from redactor.domain.mentions import Label

SUBJECT = SubjectFacts("Tabitha Winslow", id="subject")


def names(text: str, *found: str) -> dict[str, str]:
    """Who each of ``found`` is, whatever a network would have found: every occurrence of it is given as a name."""
    raw = [
        RawSpan(at, at + len(name), Label.PERSON, 0.8, "lists")
        for name in found
        for at in range(len(text))
        if text.startswith(name, at)
    ]
    resolved = resolve([Unit("p1", text, group="doc")], [raw], SUBJECT)
    people = {person.id: person.name for person in resolved.people}
    return {text[span.start : span.end]: people.get(span.person, "") for span in resolved.spans[0]}


@pytest.mark.parametrize(
    "first",
    [
        'Gordon "Gazza" Pell was seen.',
        "Gordon “Gazza” Pell was seen.",
        "Gazza (Gordon Pell) was seen.",
        'Gordon Pell ("Gazza") was seen.',
    ],
)
def test_a_nickname_given_with_the_name_is_theirs(first: str) -> None:
    text = f"{first} Later Gazza rang. Gazza Pell has the key."
    owners = names(text, "Gordon", "Gordon Pell", "Gazza Pell", "Gazza", "Pell")
    assert owners["Gazza Pell"] == "Gordon Pell" and owners["Gazza"] == "Gordon Pell"


def test_a_relation_before_brackets_is_no_nickname() -> None:
    text = "Mother (Donna Pell) came. Mother said no."
    assert "Mother" not in names(text, "Donna Pell").values()


def test_two_forenames_may_be_two_people() -> None:
    text = "Present: Sarah (Emma Pell). Sarah Orrin left early. Sarah spoke."
    owners = names(text, "Emma Pell", "Sarah Orrin", "Sarah")
    assert owners["Sarah Orrin"] == "Sarah Orrin" and owners["Emma Pell"] == "Emma Pell"


def test_somebody_else_of_that_name_stays_somebody_else() -> None:
    text = 'Gordon "Billy" Pell was seen. Billy Orrin rang.'
    owners = names(text, "Gordon", "Billy Orrin", "Pell")
    assert owners["Billy Orrin"] == "Billy Orrin"


@pytest.mark.parametrize("worker", ["Okafor", "Tolley", "Kez"])
def test_whoever_stands_before_the_subject_in_brackets_is_not_the_subject(worker: str) -> None:
    text = f"Seen in March: {worker} (Tabitha Winslow). Later {worker} rang, drunk."
    owners = names(text, worker, "Tabitha Winslow")
    assert owners["Tabitha Winslow"] == "Tabitha Winslow" != owners[worker]


@pytest.mark.parametrize(
    ("subject", "other"), [("Evan", "Eva"), ("Adam", "Ada"), ("Leona", "Leo"), ("Paul", "Paula"), ("Dana", "Dan")]
)
def test_a_forename_one_ending_away_from_the_subjects_is_somebody_elses(subject: str, other: str) -> None:
    text = f"{subject} Winslow was seen. {other} hit out and {other} Winslow cried."
    raw = [
        RawSpan(text.index(name), text.index(name) + len(name), Label.PERSON, 0.8, "lists")
        for name in (f"{subject} Winslow", f"{other} hit", f"{other} Winslow")
    ]
    raw[1] = RawSpan(raw[1].start, raw[1].start + len(other), Label.PERSON, 0.8, "lists")
    resolved = resolve([Unit("p1", text, group="doc")], [raw], SubjectFacts(f"{subject} Winslow", id="subject"))
    whose = [(text[span.start : span.end], span.person) for span in resolved.spans[0]]
    assert all((person == "subject") is name.startswith(f"{subject} ") for name, person in whose) and len(whose) == 3
