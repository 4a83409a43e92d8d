# SPDX-License-Identifier: AGPL-3.0-or-later
"""Sheets whose columns only blanks hold apart, read straight across."""

from __future__ import annotations

from redactor.domain.mentions import Label, Role
from tests.detect.helpers import find

HOUSEHOLD = """HOUSEHOLD COMPOSITION
Name                      DOB           Relationship        Ethnicity      School/Occupation
Tabitha Winslow           03/04/2010    Subject             White British  Hartwell Academy
Marlene Dobbs             12/11/1984    Mother              White British  Unemployed
Casper Winslow            01/09/2013    Half brother        Mixed          Hartwell Primary
Stan Kot                  22/05/1979    Mothers partner     Polish         Self employed plasterer
"""
TWO_COLUMNS = """Present                                   Apologies
Ruth Amadi - Chair                        Gwen Price - Health Visitor
Marlene Dobbs - Mother                    PC 2281 Tim Oakes
Lorcan Devine - Grandfather               Sana Mirza, Virtual School
"""


def test_a_date_in_the_row_of_a_name_is_that_persons_birth() -> None:
    found = find(HOUSEHOLD)
    born = {
        HOUSEHOLD[s.start : s.end]: next(p.name for p in found.findings.people if p.id == s.person)
        for s in found.findings.spans[0]
        if s.label is Label.DOB
    }
    assert born == {
        "03/04/2010": "Tabitha Winslow",
        "12/11/1984": "Marlene Dobbs",
        "01/09/2013": "Casper Winslow",
        "22/05/1979": "Stan Kot",
    }


def test_a_register_gives_the_birth_after_the_sex() -> None:
    text = "1. Tarrant Joan F 12/03/1951 widowed\n2. Kot Stanislaw M 22/05/1979 NFA\n"
    assert {text[s.start : s.end] for s in find(text).findings.spans[0] if s.label is Label.DOB} == {
        "12/03/1951",
        "22/05/1979",
    }


def test_nobody_is_made_of_two_columns() -> None:
    found = find(TWO_COLUMNS)
    roles = {person.name: person.role for person in found.findings.people}
    for name in ("Marlene Dobbs", "Lorcan Devine"):
        assert roles[name] is Role.THIRD_PARTY, name
    for name in ("Ruth Amadi", "Gwen Price", "Tim Oakes", "Sana Mirza"):
        assert roles[name] is Role.PROFESSIONAL, name
