# SPDX-License-Identifier: AGPL-3.0-or-later
"""What may be the subject's own address or number is asked about, and what is plainly another's is not."""

from __future__ import annotations

from redactor.detect.language.found import Findings, SubjectFacts, Unit
from redactor.detect.layers import reading as layers
from redactor.detect.people.resolve import resolve
from tests.detect.helpers import find

FORM = """Person record

Name
Tabitha Winslow
Date of birth
04/05/1999
Address
58 Windmill Rise
Telephone
07700 900723
"""
FAMILY = """Household

Carl Bannister
Stepfather
58 Windmill Rise

Priscilla Bannister
Half-sister
58 Windmill Rise
"""


def asked(findings: Findings) -> dict[str, str]:
    return {detail.shown: detail.why for detail in findings.own}


def test_a_home_that_stands_beside_others_is_asked_about_with_the_form_as_the_reason() -> None:
    found = find(FORM, FAMILY)
    assert asked(found.findings)["58 Windmill Rise"] == "a form about Tabitha Winslow gives it as theirs"
    assert "07700 900723" in asked(found.findings)


def test_a_form_about_somebody_else_asks_nothing() -> None:
    found = find(FORM.replace("Tabitha Winslow", "Carl Bannister"), "Tabitha Winslow was seen at school.")
    assert asked(found.findings) == {}


def test_the_nearest_name_field_counts() -> None:
    form = "Child: Tabitha Winslow\nNext of kin: Carl Bannister\nAddress: 3 Quarry View\n"
    assert asked(find(form).findings) == {}


def test_near_the_subjects_name_and_near_anothers_names_both() -> None:
    found = find("Tabitha Winslow, 58 Windmill Rise.", "Carl Bannister, 58 Windmill Rise.", FAMILY)
    assert "Tabitha Winslow, and near that of Carl Bannister" in asked(found.findings)["58 Windmill Rise"]


def resolved(subject: SubjectFacts | None) -> Findings:
    texts = [FORM, FAMILY]
    units = [Unit(str(number), text) for number, text in enumerate(texts)]
    return resolve(units, layers.read(texts), subject)


def test_what_was_said_beforehand_is_not_asked_again() -> None:
    given = SubjectFacts("Tabitha Winslow", addresses=("58 Windmill Rise",), identifiers=("07700 900723",))
    assert asked(resolved(SubjectFacts("Tabitha Winslow"))) and resolved(given).own == ()


def test_nothing_is_asked_without_a_subject() -> None:
    assert resolved(None).own == ()


def test_an_address_with_its_street_shortened_is_the_same() -> None:
    text = "14 Harbour Ct\n\nDear Sir, I want to move from 14 Harbour Ct."
    subject = SubjectFacts("Tabitha Winslow", addresses=("14 Harbour Court, Ottermouth",), id="subject")
    units = [Unit("p1", text, group="doc")]
    found = resolve(units, [list(spans) for spans in layers.read([text])], subject)
    homes = [span for span in found.spans[0] if span.label == "ADDRESS"]
    assert len(homes) == 2 and {span.person for span in homes} == {"subject"}
