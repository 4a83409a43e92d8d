# SPDX-License-Identifier: AGPL-3.0-or-later
"""What older files and forms say of who works there, and what looks like it and says nothing."""

from __future__ import annotations

import re

import pytest

from redactor.detect.language.found import RawSpan, SubjectFacts, Unit
from redactor.detect.layers.reading import read
from redactor.detect.people.resolve import resolve
from redactor.detect.people.staff_columns import staff_cells
from redactor.domain.mentions import Label, Role

SUBJECT = SubjectFacts("Tabitha Winslow", id="subject")
LOG = "4.9.98 Tabitha arrived at four. Quiet.{end}\n5.9.98 All in by ten.\n"


def role_of(text: str, name: str, by: str = "lists") -> Role:
    """The role of whoever is named ``name`` there, whatever a network would have found."""
    at = text.index(name)
    raw = [RawSpan(at, at + len(name), Label.PERSON, 0.85, by)]
    found = resolve([Unit("p1", text, group="doc")], [raw], SUBJECT)
    people = {person.id: person for person in found.people}
    (span,) = [span for span in found.spans[0] if span.label is Label.PERSON and span.start <= at < span.end]
    return people[span.person].role


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("From: Miss V. Hext, Adoption Unit\nTo: the file", "V. Hext"),
        ("Copies: Anna Hext, Leaving Care Team.", "Anna Hext"),
        ("Probation (Miss Hext) tells me that he has moved.", "Hext"),
        ("Report of the guardian ad litem, Anna Hext, dated 18 January 1994", "Anna Hext"),
        ("Dated 2 February 1994. H. Hext, clerk to the justices.", "H. Hext"),
        (LOG.format(end=" B. Hext"), "B. Hext"),
        (LOG.format(end="\nB.H."), "B.H."),
        ("Mon 4/9 am Tabitha washed. All in by ten. B.Hext\nMon 4/9 pm Tabitha settled. K.Lowe\n", "B.Hext"),
        ("03/02/2023 RJ: call from the tenant about the gate.", "RJ"),
        ("Signed A. Tenant\nReceived by T. Hext", "T. Hext"),
        ("21/05/2024 SAR received by Dawn Hext. Asked for an opinion.", "Dawn Hext"),
        ("Agent: Chloe Hext\n\nAGENT: how can I help?", "Chloe Hext"),
        ("Sheet checked by: B. Hext\nDate: 6/1/25", "B. Hext"),
        ("Phone note\nDate 28/3/25\nTaken by: Bram\nCaller: a neighbour", "Bram"),
        ("Waking night, all quiet. Bram (agency)\n", "Bram"),
        ("Rang EDT and spoke to a Mr Hext about it.", "Hext"),
        ("Present\n\nAurelia Hext (AH)\nSafeguarding Manager, chair\n", "Aurelia Hext"),
        ("Present: Aurelia Hext (AH) Chair/IRO; Tabitha", "Aurelia Hext"),
        ("PROFESSIONALS\n\nComm. LD nurse\nAnna Hext\n01632 960318\n", "Anna Hext"),
        ("Present\n\nAnna Hext, Team Manager AH\n", "Anna Hext"),
        ("Present: Femi Hext (FH) school; Tabitha", "Femi Hext"),
        ("Present: Tabitha, Ann Pell\nMinutes: B. Hext\n\n1. All met.", "B. Hext"),
    ],
)
def test_who_works_there_is_staff(text: str, name: str) -> None:
    assert role_of(text, name) is Role.PROFESSIONAL


@pytest.mark.parametrize("name", ["Quayle", "M Hext"])
def test_a_sister_with_a_surname_is_a_nurse(name: str) -> None:
    assert role_of(f"Seen with Sister {name} at the clinic.", name, "relation:sister") is Role.PROFESSIONAL


@pytest.mark.parametrize(
    ("text", "name", "by"),
    [
        ("Came with her sister Emma at ten.", "Emma", "relation:sister"),
        ("Sister Emma came at ten.", "Emma", "relation:sister"),
        ("Sister Zynah came at ten.", "Zynah", "relation:sister"),
        ("In the next bed: Sarah Hext, Stroke Unit.", "Sarah Hext", "lists"),
        ("He plays with Kian Hext, Juniors Football Team.", "Kian Hext", "lists"),
        ("A letter was received by T. Hext last week.", "T. Hext", "lists"),
        ("03/02/2023 Carol: rang about the gate.", "Carol", "lists"),
        ("4.9.98 Tabitha went to town with B. Hext and came back late.\n5.9.98 All in.", "B. Hext", "lists"),
        ("She went out. B. Hext is her friend.\n5.9.98 All in.", "B. Hext", "lists"),
        ("Seen by the social worker, Kayleigh Hext and Mum.", "Kayleigh Hext", "lists"),
    ],
)
def test_what_looks_like_it_says_nothing(text: str, name: str, by: str) -> None:
    assert role_of(text, name, by) is Role.THIRD_PARTY


def test_the_last_column_of_a_schools_report_is_the_teachers() -> None:
    text = (
        "Report\n\nSubject\nGrade\nComment\nTeacher\n\nMusic\nB\nTalks to Joan Pell.\nMiss Hext\n\n"
        "History\nC\nForgets her books, and then\nis sorry.\nMr Orrin\n\nShe sits beside Pat."
    )
    names = ("Joan Pell", "Hext", "Orrin", "Pat")
    raw = [RawSpan(text.index(n), text.index(n) + len(n), Label.PERSON, 0.85, "lists") for n in names]
    found = resolve([Unit("p1", text, group="doc")], [raw], SUBJECT)
    staff = {person.name for person in found.people if person.role is Role.PROFESSIONAL}
    assert staff == {"Hext", "Orrin"}


@pytest.mark.parametrize("end", [" RP", "\nRP", " - RP", " RP."])
def test_letters_that_end_a_dated_entry_are_the_staffs(end: str) -> None:
    assert role_of(LOG.format(end=end), "RP") is Role.PROFESSIONAL


@pytest.mark.parametrize("text", [LOG.format(end=" Seen with RP"), "Tabitha was seen with her friend. RP"])
def test_letters_that_end_no_entry_or_no_sentence_are_not(text: str) -> None:
    assert role_of(text, "RP") is Role.THIRD_PARTY


@pytest.mark.parametrize(
    "text",
    [
        "3.9.98 Rosa Prewett rang for Tabitha.\n" + LOG.format(end=" RP"),
        "02/02/2023 Rosa Prewett rang for Tabitha.\n03/02/2023 RP: call from the tenant about the gate.",
        "Rosa Prewett rang.\n\nDate\nTime\nStaff\n\n03/02/2023\n10:00\nRP\n",
    ],
)
def test_letters_that_sign_make_nobody_staff_who_is_named_in_full(text: str) -> None:
    spots = [(text.index("Rosa Prewett"), 12), (text.rindex("RP"), 2)]
    raw = [RawSpan(at, at + length, Label.PERSON, 0.85, "lists") for at, length in spots]
    found = resolve([Unit("p1", text, group="doc")], [raw], SUBJECT)
    assert all(p.role is Role.THIRD_PARTY for p in found.people if p.name == "Rosa Prewett")
    assert any(p.name == "Rosa Prewett" for p in found.people)


def test_a_date_of_birth_before_a_name_stamps_no_entry() -> None:
    assert role_of("Household\nDOB - 03/05/1988 - Ottoline Prewett\n", "Ottoline Prewett") is Role.THIRD_PARTY


def test_a_short_form_seen_once_is_whom_the_record_calls_so_in_full() -> None:
    text = "Her neighbour Desmond Pike came.\n\nTabitha said that Des shouted at her."
    spots = [(text.index("Desmond Pike"), 12), (text.index("Des shouted"), 3)]
    raw = [RawSpan(at, at + length, Label.PERSON, 0.85, "lists") for at, length in spots]
    found = resolve([Unit("p1", text, group="doc")], [raw], SUBJECT)
    (des,) = [s for s in found.spans[0] if text[s.start : s.end] == "Des"]
    assert {p.id: p.name for p in found.people}[des.person] == "Desmond Pike"


def dates_of_birth(text: str, name: str) -> set[str]:
    """What is a date of birth where only ``name`` is read as one."""
    at = text.rindex(name)
    raw = [RawSpan(at, at + len(name), Label.PERSON, 0.85, "lists")]
    found = resolve([Unit("p1", text, group="doc")], [raw], SUBJECT)
    return {text[s.start : s.end] for s in found.spans[0] if s.label is Label.DOB}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("3.2.2021 Quiet day. RP\n4.2.2021 Rang at ten and left word.\n", "RP"),
        (
            "3.2.2021 Seen with Ottoline Prewett\n4.2.2021 Rang at ten and left word with the neighbour.\n",
            "Ottoline Prewett",
        ),
    ],
)
def test_the_day_of_the_next_entry_is_no_date_of_birth(text: str, name: str) -> None:
    assert not dates_of_birth("Case notes of Tabitha Winslow, DOB on file\n" + text, name)


def test_a_date_below_a_name_in_a_table_of_births_is_one() -> None:
    text = "Name / DOB\nOttoline Prewett\n03/05/1988\naunt\n"
    assert dates_of_birth(text, "Ottoline Prewett") == {"03/05/1988"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("In for the night: Dawn Hext, Bramble Unit", "Dawn Hext"),
        ("With him: Peter Hext, Memory Unit.", "Peter Hext"),
        ("Fell in the yard: V. Hext, Red Team", "V. Hext"),
        ("Asleep: Mrs Hext, Emergency Department", "Hext"),
        ("He was referred to Probation (Mr Hext) after it.", "Hext"),
        ("They are known to social services (Mrs Hext).", "Hext"),
        ("Statement of the carer, Dawn Hext, was read.", "Dawn Hext"),
        ("Section 17 payment of £40\nSigned: T. Orr\nReceived by: Mary Hext\n", "Mary Hext"),
        ("Signed out: keys and clothing\nReceived by Mary Hext\n", "Mary Hext"),
        ("The third in the album.\nTaken by: Mary Hext\n", "Mary Hext"),
        ("The complaint was received by Dawn Hext, next door.", "Dawn Hext"),
        ("12/03/1998\nDear Sir,\nI live next door. He shouts every night.\nB. Hext", "B. Hext"),
        ("3/4/1999 I do not want her to know that I wrote.\nR.H.", "R.H."),
    ],
)
def test_who_only_stands_beside_the_office_is_not_staff(text: str, name: str) -> None:
    assert role_of(text, name) is Role.THIRD_PARTY


@pytest.mark.parametrize(
    "text",
    [
        "Family\nMother K. Orrin\nSister {}\nBrother R. Orrin\n",
        "Lives with Father John Orrin and Sister {}.",
        "Household:\nSister {}\nStepfather - A. Orrin\n",
    ],
)
@pytest.mark.parametrize("name", ["Quayle", "M. Hext"])
def test_a_sister_in_a_list_of_the_family_is_no_nurse(text: str, name: str) -> None:
    assert role_of(text.format(name), name, "relation:sister") is Role.THIRD_PARTY


def test_nobody_below_a_schools_report_is_a_teacher() -> None:
    text = (
        "Report\n\nSubject\nGrade\nTeacher\n\nMusic\nB\nMiss Hext\n\nSits with\nB\nAnn Quirke\n\n"
        "Mother\nat home\nMrs Pell\n\nIn need\n07700 900123\nMr Orrin\n"
    )
    names = ("Hext", "Ann Quirke", "Pell", "Orrin")
    raw = [RawSpan(text.index(n), text.index(n) + len(n), Label.PERSON, 0.85, "lists") for n in names]
    found = resolve([Unit("p1", text, group="doc")], [raw], SUBJECT)
    assert {person.name for person in found.people if person.role is Role.PROFESSIONAL} == {"Hext"}


NIGHTS = (
    "Night log\n\nDate\nStaff\nGuest\nEntry\n\n01/03 21:10{gap}Hext\nTabitha\nSettled. Room 3.\n\n"
    "01/03 21:40{gap}Hext\nColm R\nVomited in the corridor.\n\n02/03 07:20{gap}Hext\nTabitha\nLeft early.\n"
)


def staff_of(text: str) -> set[str]:
    """What fills the cells of the staff's column."""
    return {text[slice(*cell)] for cell in staff_cells([Unit("p1", text, group="doc")], [text])[0]}


def test_who_wrote_an_entry_where_day_and_staff_stand_close() -> None:
    """A narrow column runs on from the day: the cell after it is somebody's who sleeps there."""
    assert staff_of(NIGHTS.format(gap="\n")) == {"Hext"}
    assert staff_of(NIGHTS.format(gap=" ")) == {"Hext"}


def test_a_cell_that_staff_left_empty() -> None:
    rows = "\n\n03/03 22:00\nColm R\nNeedle found.\nWarned.\n\n04/03 23:10\nHext\nColm R\nLate.\n"
    assert staff_of(NIGHTS.format(gap="\n") + rows) == {"Hext"}
    # Nor is somebody staff who is named once in such a row, and nowhere else.
    assert staff_of(NIGHTS.format(gap="\n") + "\n\n03/03 22:00\nIrena Q\nNeedle found.\n") == {"Hext"}


BRACKETED = "12/10/2021 ({0}) Tabitha told me.\n14/10/2021 ({0}, DSL) Spoke with her again.\n"


@pytest.mark.parametrize(
    ("name", "entries", "role"),
    [
        ("Mrs Hext", BRACKETED, Role.PROFESSIONAL),
        ("B Hext", BRACKETED, Role.PROFESSIONAL),
        # A child whom the entries are about; a mother once.
        ("Colm", BRACKETED.replace(", DSL", ""), Role.THIRD_PARTY),
        ("Mrs Hext", BRACKETED.splitlines()[0], Role.THIRD_PARTY),
    ],
)
def test_who_wrote_an_entry_stands_in_brackets_after_its_day(name: str, entries: str, role: Role) -> None:
    text = entries.format(name)
    raw = [RawSpan(m.start(), m.end(), Label.PERSON, 0.85, "title") for m in re.finditer(name, text)]
    found = resolve([Unit("p1", text, group="doc")], [raw], SUBJECT)
    assert [person.role for person in found.people if person.name in name] == [role]


def test_teachers_are_told_in_a_column_that_is_not_the_last() -> None:
    text = (
        "TARGET NOW TEACHER\nNOTE\n\nMaths\n4\n3\nMr Hext\nSits with Colm\n\nMusic\n4 3\nMs Pell Strong voice\n\n"
        "Her mother has written that she is unwell and will be away until the end of the month.\n\nSeen by\nMrs Orrin\n"
    )
    assert staff_of(text) == {"Mr Hext", "Ms Pell"}


WRAPPED = (
    "Contacts\n\nDate\nType\nWorker\nNotes\n\n01/03/2023\nCall\nA Hext\nTabitha rang about\nthe gate and the\nfence.\n"
    "\n"
    "02/03/2023\nVisit\nA Hext\nSeen with Colm\nat home.\n\n03/03/2023\nVisit\nColm R\nwas in and did not\nopen.\n"
)


def test_a_column_in_the_middle_of_entries_that_run_over_lines() -> None:
    assert staff_of(WRAPPED) == {"A Hext"}


def test_a_guest_once_in_a_row_that_an_entry_of_many_lines_fills() -> None:
    rows = "\n\n03/03 22:00\nIrena Q\nNeedle found in the bed of the room below, and she was warned.\nLeft at\nten.\n"
    assert staff_of(NIGHTS.format(gap="\n") + rows) == {"Hext"}


MAIL = (
    "From: Bram Hext <bram.hext@northgate.example>\nTo: Sunita Vale <s.vale@northgate.example>\n"
    "Subject: noise\n\nSee below.\n"
)


def role_by_mail(text: str) -> Role:
    names = [name for name in ("Bram Hext", "Sunita Vale", "Sunita Hext", "Mo Vale") if name in text]
    raw = [RawSpan(at := text.index(n), at + len(n), Label.PERSON, 0.85, "mail header") for n in names]
    for name, by in (("Tabitha Winslow", "mail header"), ("aunt Sunita Vale", "relation:aunt")):
        if name in text:
            end = text.index(name) + len(name)
            raw.append(RawSpan(end - len(name.removeprefix("aunt ")), end, Label.PERSON, 0.85, by))
    found = resolve([Unit("p1", text, group="doc")], [raw], SUBJECT)
    return next(person.role for person in found.people if person.name == names[0])


def test_who_writes_within_an_office_is_at_work() -> None:
    assert role_by_mail(MAIL) is Role.PROFESSIONAL
    assert role_by_mail(MAIL.replace("northgate.example", "gmail.com")) is Role.THIRD_PARTY
    # A family has a host of its own; a customer writes to an office.
    assert role_by_mail(MAIL.replace("Sunita Vale", "Sunita Hext")) is Role.THIRD_PARTY
    assert role_by_mail(MAIL.replace("bram.hext@northgate", "bram@hexts")) is Role.THIRD_PARTY
    assert role_by_mail(MAIL.replace("northgate.example", "ymail.com")) is Role.THIRD_PARTY


def test_a_host_at_which_the_subject_has_mail_is_no_office() -> None:
    more = "Cc: Tabitha Winslow <tabs@northgate.example>\nSubject:"
    assert role_by_mail(MAIL.replace("Subject:", more)) is Role.THIRD_PARTY


def test_a_host_at_which_her_family_have_mail_is_no_office_of_whoever_writes_to_them() -> None:
    assert role_by_mail(MAIL + "\nHer aunt Sunita Vale rang.\n") is Role.THIRD_PARTY
    assert role_by_mail(MAIL + "\nHer manager Sunita Vale rang.\n") is Role.PROFESSIONAL


def test_a_constable_with_a_number_has_a_surname_alone() -> None:
    text = "Present: PC 4417 Dhillon, Lorraine Eccles (Env Health)."
    assert not [s for s in read([text])[0] if text[s.start : s.end].startswith("Dhillon,")]
