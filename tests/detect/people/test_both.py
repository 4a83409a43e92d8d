# SPDX-License-Identifier: AGPL-3.0-or-later
"""Who is here for work and somebody of the subject's life too is known to be both; what is private of them is not
their office's."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from redactor.domain.mentions import Label, Role, Tier
from redactor.domain.why import why_again
from tests.detect.helpers import Found, find

_HEAD = re.compile(r"(?m)^=== (.+?) \| (tie|none) \| ?(.*?) ?\| ?(.*)\n")


def passages() -> list[tuple[str, str, str, str, str]]:
    """Name, tie or none, private details, details of the office, text."""
    parts = _HEAD.split((Path(__file__).parent / "both.txt").read_text(encoding="utf-8"))
    rows = [parts[n : n + 5] for n in range(1, len(parts), 5)]
    return [(name, tie, private, office, text.strip()) for name, tie, private, office, text in rows]


def held_back(found: Found, detail: str) -> bool:
    """Whether a detail is proposed and nobody's who is left in."""
    text, people = found.units[0].text, {p.id: p for p in found.findings.people}
    at = text.index(detail)
    spans = [s for s in found.findings.spans[0] if s.start <= at and at + len(detail) <= s.end + 12 and s.end > at]
    left = {Role.PROFESSIONAL, Role.SUBJECT}
    return any(s.tier is Tier.PROPOSED and not (s.person and people[s.person].role in left) for s in spans)


@pytest.mark.parametrize(("name", "tie", "private", "office", "text"), passages())
def test_both_are_told_and_private_details_are_held_back(name: str, tie: str, private: str, office: str, text: str):
    found = find(text)
    person = found.person(name)
    assert person.role is Role.PROFESSIONAL
    assert bool(person.relationship) is (tie == "tie")
    for detail in filter(None, private.split("; ")):
        assert held_back(found, detail), detail
    for detail in filter(None, office.split("; ")):
        assert not held_back(found, detail), detail


def test_a_private_number_is_private_wherever_it_stands_and_the_reason_can_be_told():
    found = find(
        "Ruth Adeyemi, Health Visitor, asked that her private number 07700 900461 is not given out.",
        "Rang Ruth Adeyemi, Health Visitor, on 07700 900461, no answer.",
    )
    spans = found.spans("07700 900461")
    assert len(spans) == 2 and all(s.label is Label.PHONE and not s.person for s in spans)
    assert all("a private one of somebody who is here for work" in why_again(s.why) for s in spans)


def test_his_address_is_not_hers():
    found = find("Mr Alun Rees was seen with Tabitha. His home address is 22 Mill Rise, Wexbourne.")
    assert held_back(found, "22 Mill Rise")


@pytest.mark.parametrize(
    ("text", "name", "tie"),
    [
        ("Mr Gary Stott came with his own solicitor Damian Fothergill.", "Damian Fothergill", "his own solicitor"),
        ("Gary Stott's solicitor, Mr Damian Fothergill, wrote.", "Damian Fothergill", "stott's solicitor"),
        ("Mrs Joan Tull said her barrister Ann Reed would attend.", "Ann Reed", "her barrister"),
        ("Tabitha Winslow came with her solicitor Damian Fothergill.", "Damian Fothergill", ""),
        ("The Council's solicitor, Mr Damian Fothergill, wrote.", "Damian Fothergill", ""),
        ("Referee 3: Mr John Chance, Grace's class teacher, says", "John Chance", "referee"),
        ("9. Referees (a) Rev. Hubert Tidy, The Vicarage\n  (b) Dr. Ann Keast, GP", "Ann Keast", "referee"),
        ("Referees: not taken up.\n\n\nMedical officer: Dr. Ann Keast, GP", "Ann Keast", ""),
        ("Mr John Chance, class teacher, wrote to the referees.", "John Chance", ""),
    ],
)
def test_who_is_in_office_for_another_person_is_asked_about(text: str, name: str, tie: str) -> None:
    person = find(text, "Tabitha Winslow was told.").person(name)
    assert (person.role, person.relationship) == (Role.PROFESSIONAL, tie)
