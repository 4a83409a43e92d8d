# SPDX-License-Identifier: AGPL-3.0-or-later
"""Logs whose staff stand in a column, rows of forms, and homes that are one house's flats."""

from __future__ import annotations

import pytest

from redactor.detect.language.found import SubjectFacts, Unit
from redactor.detect.tasks import names_in, resolve
from redactor.domain.mentions import Label, Role, Tier
from tests.detect.helpers import Found, find

SUBJECT = "Irena Quayle"
LOG = (
    "BEECHES - Daily log\n\nDate/time\nResident\nEntry\nStaff\n\n15/4 16.00\nIrena Q\nArrived. Tearful, settled.\n"
    "Blessing\n\n15/4 21.00\nTed M\nShouting from 8pm. Refused tablets,\ngiven later.\nDawn Igbo\n\n"
    "16/4 08.30\nMay F\nAte porridge with Ted Marsh.\nBlessing\n"
)
NEXT_PAGE = "BEECHES - Daily log\n\n17/4 09.00\nTed M\nSon visited. Told Blessing he was well.\nMusa\n"
USERS = (
    "Date\nUser\nType\nNote\nAction\n\n11/01/2019\nDSALTER\nASB\nMrs Bridget Ohara heard banging.\nLetter 1\n\n"
    "18/01/2019\nDSALTER\nRepairs\nLeak into Flat 2.\nPlumber\n"
)


def of_one_document(*texts: str, subject: SubjectFacts) -> Found:
    units = [Unit(str(n), text, group="log") for n, text in enumerate(texts)]
    return Found(units, resolve(units, names_in([u.text for u in units]), subject))


def test_who_writes_a_log_works_there_and_whom_it_is_about_does_not() -> None:
    found = of_one_document(LOG, NEXT_PAGE, subject=SubjectFacts(SUBJECT))
    roles = {p.name: p.role for p in found.findings.people}
    assert {roles["Blessing"], roles["Dawn Igbo"], roles["Musa"]} == {Role.PROFESSIONAL}
    assert {roles[n] for n in roles if n.startswith(("Ted", "May"))} == {Role.THIRD_PARTY}


def test_a_user_name_ends_with_its_cell() -> None:
    found = find(USERS, subject=SUBJECT)
    assert {found.person(found.owner("DSALTER")).role} == {Role.PROFESSIONAL}
    assert not found.spans("DSALTER\nASB")


def test_a_table_of_family_has_no_staff() -> None:
    table = "Date of birth\nName\nBy\n\n01/02/1990\nKerry Doyle\nmother\n\n03/04/1992\nSean Doyle\nfather\n"
    found = find(table, subject=SUBJECT)
    assert {p.role for p in found.findings.people if "Doyle" in p.name} == {Role.THIRD_PARTY}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Son Tomek attended. Tomek was loud.", "Tomek"),
        ("Adult: Irena Quayle Swift/Person ID 1048832 Held in March.", SUBJECT),
        ("Recorded by: Duty - Gareth Pugh\nGareth Pugh rang.", "Gareth Pugh"),
        ("Y\nPiotr Nowicki\nY\nPiotr Nowicki", "Piotr Nowicki"),
        ("12 MAR 19 PIOTR NOWICKI 20.00\n13 MAR 19 PIOTR NOWICKI 20.00\n14 MAR 19 CASH", "Piotr Nowicki"),
    ],
)
def test_what_stands_beside_a_name_is_no_part_of_it(text: str, name: str) -> None:
    assert find(text, subject=SUBJECT).names() - {SUBJECT} == {name} - {SUBJECT}


def test_half_of_a_double_name_gives_way_to_the_whole_of_another() -> None:
    text = "Irena Quayle moved. Nadia Quayle-Kowalczyk, her daughter, rang.\n\nMrs Quayle said that she slept."
    found = find(text, subject=SUBJECT)
    assert found.owner("Mrs Quayle") == SUBJECT


@pytest.mark.parametrize(
    "written", ["Priya Nair, OT, came.", "Priya Nair\nOccupational\ntherapist\nPN", "Priya Nair (OT)"]
)
def test_a_role_is_known_by_its_short_form_and_over_a_line(written: str) -> None:
    assert find(f"Seen with {written}", subject=SUBJECT).person("Priya Nair").role is Role.PROFESSIONAL


def test_another_flat_of_the_subjects_house_is_not_the_subjects() -> None:
    text = (
        "INFORMANT Derek Pound, Flat 6, 22 Cressing Court. Irena lives at Flat 4, 22 Cressing Court.\n\nSeen at Flat 6."
    )
    units = [Unit("0", text)]
    own = SubjectFacts(SUBJECT, addresses=("Flat 4, 22 Cressing Court",))
    found = Found(units, resolve(units, names_in([text]), own))
    assert found.owner("Flat 6, 22 Cressing Court") == "Derek Pound"
    assert found.owner("Flat 4, 22 Cressing Court") == SUBJECT
    assert [(s.label, s.tier) for s in found.spans("Flat 6")] == [(Label.ADDRESS, Tier.PROPOSED)]


def test_a_house_given_without_a_flat_is_the_subjects_in_every_flat() -> None:
    text = "Irena Quayle, Flat 4, 22 Cressing Court, was seen by Derek Pound."
    units = [Unit("0", text)]
    found = Found(units, resolve(units, names_in([text]), SubjectFacts(SUBJECT, addresses=("22 Cressing Court",))))
    assert found.owner("Flat 4, 22 Cressing Court") == SUBJECT


def test_an_address_is_found_again_without_its_postcode() -> None:
    full = "Nadia Kowalczyk, 8 Orchard Leaze, Swindon SN2 9ZZ, her daughter."
    found = find(
        full, "KOWALCZYK, Nadia daughter 8 ORCHARD LEAZE SWINDON", "There are 8 orchard trees.", subject=SUBJECT
    )
    assert found.covers("8 ORCHARD LEAZE SWINDON")
    assert not found.spans("8 orchard trees")


def test_a_home_is_not_the_office_of_whoever_is_named_before_it() -> None:
    text = "Comfort Mensah, social worker, work phone\n\nmy new address is Flat 1, 60 Bath Road, Swindon, tell nobody"
    found = find(text, subject=SUBJECT)
    assert {(s.person, s.tier) for s in found.spans("Flat 1, 60 Bath Road, Swindon")} == {("", Tier.PROPOSED)}


def test_accounts_abroad_and_police_numbers_are_found() -> None:
    found = find(
        "Account PL61 1090 1014 0000 0712 1981 2874. PNC 08/331724K. Ref AB12 3456 7890 1234.", subject=SUBJECT
    )
    assert found.covers("PL61 1090 1014 0000 0712 1981 2874") and found.covers("08/331724K")
    assert not found.spans("AB12 3456 7890 1234")


@pytest.mark.parametrize("address", ["14 Ffordd Gwynedd", "3 Heol y Bont", "Flat 2, 9 Stryd Fawr"])
def test_a_welsh_street_is_an_address(address: str) -> None:
    found = find(f"Mair Pritchard lives at {address} with her son.", subject=SUBJECT)
    assert found.covers(address) and found.owner(address) == "Mair Pritchard"


def test_who_chairs_or_minutes_a_meeting_is_there_for_work() -> None:
    found = find("Present: Martin Quince (chair), Kath Ely (minutes), Kerry Doyle (mother)", subject=SUBJECT)
    roles = {p.name: p.role for p in found.findings.people}
    assert roles["Martin Quince"] is roles["Kath Ely"] is Role.PROFESSIONAL
    assert roles["Kerry Doyle"] is Role.THIRD_PARTY


def test_a_date_broken_by_a_narrow_column_hides_no_worker() -> None:
    log = "Date\nWorker\nChild\nNotes\n\n16/03/\n22\nSEYMOUR\nJac T\nJac was tired.\n"
    found = find(log, subject=SUBJECT)
    assert {found.person(found.owner("SEYMOUR")).role} == {Role.PROFESSIONAL}
