# SPDX-License-Identifier: AGPL-3.0-or-later
"""Names that run together, initials and couples make the people there are, and nobody else."""

from __future__ import annotations

from redactor.detect import tasks
from redactor.detect.language.found import RawSpan, SubjectFacts, Unit
from redactor.domain.mentions import Label
from tests.detect.helpers import find

SUBJECT = "Tabitha Winslow"


def test_initials_before_a_forename_are_somebody_of_their_own() -> None:
    text = (
        "Placed with Desmond Okafor today.\nSource: case notes\nSamuel Adeyemi\n\n"
        "Family time moves to WhatsApp. Agreed with SA.\nSA, Desmond\n\n19/08/2020\nMoves to Mill Bank. SA informed."
    )
    found = find(text)
    assert found.names() - {SUBJECT} == {"Desmond Okafor", "Samuel Adeyemi"}
    assert found.owner("Desmond") == "Desmond Okafor"


def test_an_initial_ends_a_sentence() -> None:
    found = find("She lived with Sheila and Trevor Allsop.\nSheila A.\nEarly bond with her.\n\nSheila cried.")
    assert found.names() - {SUBJECT} == {"Sheila Allsop", "Trevor Allsop"}


def test_two_who_are_greeted_are_two() -> None:
    found = find(
        "From: Helen Critchley\nTo: Karen Tattersall\n\nHello all, Helen Critchley and Karen Tattersall will come.",
        "Helen, Karen\n\nDone. Spoke to the school this afternoon.",
    )
    assert found.names() - {SUBJECT} == {"Helen Critchley", "Karen Tattersall"}
    assert found.owner("Karen") == "Karen Tattersall" and found.owner("Helen") == "Helen Critchley"


def test_a_couple_shares_its_surname() -> None:
    found = find("Placement found: Pauline and Desmond Okafor, in house carers. Pauline made jollof. Signed P. Okafor")
    assert found.names() - {SUBJECT} == {"Pauline Okafor", "Desmond Okafor"}
    assert found.owner("P. Okafor") == "Pauline Okafor"


def test_two_surnames_are_no_couples() -> None:
    found = find("Bethany Craddock and Desmond Okafor came. So did April Whitlock and Kyle.")
    assert {"Bethany Craddock", "Desmond Okafor", "April Whitlock"} <= found.names()
    assert not {"Kyle Whitlock", "Craddock Okafor"} & found.names()


def test_a_rank_is_not_somebodys_initials() -> None:
    found = find("Desmond Sandiford rang. Strategy discussion asked for by DS Verma. DS Verma will attend.")
    assert found.owner("Desmond Sandiford") == "Desmond Sandiford"
    assert not [span for span in found.spans("DS") if span.person]


def test_the_date_of_the_next_entry_is_nobodys_birthday() -> None:
    text = "Maisie Stubbs born at home.\n\nAgreed with Desmond Okafor\n\n19/08/2020\nMoves to Mill Bank."
    assert not [s for s in find(text).findings.spans[0] if s.label is Label.DOB]


def test_the_next_cell_is_nobodys_surname() -> None:
    raw = [RawSpan(0, 12, Label.PERSON, 0.8, "encoder")]
    text = "Tabitha\nLoss; she blames herself\n\nSeen with Catrin Lindqvist."
    findings = tasks.resolve([Unit("u", text)], [raw], SubjectFacts(SUBJECT))
    assert [text[span.start : span.end] for span in findings.spans[0]] == ["Tabitha"]
    assert {person.name for person in findings.people} == {SUBJECT}
