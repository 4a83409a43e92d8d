# SPDX-License-Identifier: AGPL-3.0-or-later
"""Letters that stand for names, and letters after a name that do not."""

from __future__ import annotations

from redactor.detect.language.found import Findings, RawSpan, SubjectFacts, Unit
from redactor.detect.people.resolve import resolve
from redactor.domain.mentions import Label

SUBJECT = SubjectFacts("Tabitha Ashe-Winslow")


def found(text: str, *names: str) -> Findings:
    raw, at = [], 0
    for name in names:
        at = text.index(name, at)
        raw.append(RawSpan(at, at + len(name), Label.PERSON, 0.85, "lists"))
        at += len(name)
    return resolve([Unit("p1", text, group="doc")], [raw], SUBJECT)


def names(findings: Findings) -> set[str]:
    return {person.name for person in findings.people}


def test_a_double_surname_by_its_letters() -> None:
    text = "Plan of Tabitha A-W. Rhys Tudor-Evans will visit. R. T-E and Rhys T-E did; Rhys M-E is another."
    assert names(found(text, "Tabitha A-W", "Rhys Tudor-Evans", "R. T-E", "Rhys T-E", "Rhys M-E")) == {
        "Tabitha Ashe-Winslow",
        "Rhys Tudor-Evans",
        "Rhys M-E",
    }


def test_a_short_forename_is_nobodys_initials() -> None:
    assert names(found("Jean Ogle drove. Weekly with Jo now.", "Jean Ogle", "Jo")) >= {"Jean Ogle", "Jo"}


def test_what_somebody_has_passed_is_no_surname() -> None:
    text = "Consultant: Dr Vikram Nair MRCPsych wrote. V. Nair will see her."
    assert names(found(text, "Vikram Nair MRCPsych", "V. Nair")) >= {"Vikram Nair"}


def test_the_head_of_a_field_is_nobody() -> None:
    assert "D.o" not in names(found("D.o.b. 09.06.2004", "D.o"))
