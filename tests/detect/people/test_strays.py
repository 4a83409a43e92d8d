# SPDX-License-Identifier: AGPL-3.0-or-later
"""What is printed around a name makes nobody of its own: a page's head, a column, a court case, a letter for a name."""

from __future__ import annotations

import pytest

from redactor.detect.language.found import KnownPerson
from redactor.domain.mentions import Label, Role, Tier
from tests.detect.helpers import find

SUBJECT = "Tamsin Rhodes"
HEAD = "RHODES Tamsin Faye P-2281940   OFFICIAL-SENSITIVE\n\n"
NOTE = "Tamsin was seen at home. Tamsin said that she likes school. NHS 485 777 3456.\n"


def test_the_head_of_every_page_makes_no_second_subject() -> None:
    found = find(HEAD + "Tamsin Faye Rhodes was born in York. " + NOTE, HEAD + NOTE, HEAD + NOTE, subject=SUBJECT)
    assert found.names() == {SUBJECT}
    assert {s.person for s in found.spans("Tamsin")} == {found.person(SUBJECT).id}


def test_two_forenames_are_whoever_has_both_and_a_surname() -> None:
    found = find(
        "Kayden Lee Bickerdike lives with his aunt.\n\nKayden Lee was at school. Kayden Lee ate.", subject=SUBJECT
    )
    assert found.names() == {SUBJECT, "Kayden Lee Bickerdike"}


def test_two_forenames_are_not_taken_for_somebody_whose_surname_the_second_is() -> None:
    found = find("Kayden Lee Bickerdike is a boy. Mr Lee rang. Kayden Lee rang too.", subject=SUBJECT)
    assert "Kayden Lee" in found.names()


def test_a_date_of_birth_after_the_name_is_no_part_of_it() -> None:
    found = find("Re: Tamsin Rhodes d.o.b. 17/03/2001, NHS 485 777 3456\n\nI saw Tamsin today.", subject=SUBJECT)
    assert found.names() == {SUBJECT}
    assert found.owner("485 777 3456") == SUBJECT


def test_a_column_of_workers_is_so_many_names() -> None:
    column = "Worker\nNgozi Eze\nR Stainforth\nR Stainforth\nR Stainforth\nHilary Penhaligon\nR Stainforth\n"
    found = find(column + "\nRob Stainforth, social worker, came. Ngozi Eze, social worker, left.", subject=SUBJECT)
    assert found.names() == {SUBJECT, "Ngozi Eze", "Rob Stainforth", "Hilary Penhaligon"}


@pytest.mark.parametrize("crown", ["R v Fisk", "Regina v Fisk", "R vs Fisk"])
def test_the_crown_is_no_part_of_who_it_tried(crown: str) -> None:
    found = find(f"Raymond Fisk was arrested. Ray Fisk was charged.\n{crown}, Leeds Crown Court.", subject=SUBJECT)
    assert len([p for p in found.findings.people if "Fisk" in p.name]) == 1


def test_whoever_follows_a_whole_name_and_a_comma_is_somebody_else() -> None:
    found = find("To: Duty Team\nDonna Bickerdike, Tamsin and Kayden left the refuge this morning.", subject=SUBJECT)
    assert found.owner("Donna Bickerdike") == "Donna Bickerdike"
    assert found.owner("Tamsin") == SUBJECT


def test_who_follows_the_subjects_address_is_not_left_in_with_it() -> None:
    text = "Tamsin Rhodes lives at 14 Cobden Row.\n\nPolice attended 14 Cobden Row, Lee Wray had smashed the window."
    assert find(text, subject=SUBJECT).owner("Lee Wray") == "Lee Wray"


def test_a_child_is_not_left_in_for_a_counsellor_of_the_same_name() -> None:
    notes = "Blessing and her two girls Hope and Grace came. She said goodbye to Hope.\nHope cried for Hope's mum.\n"
    found = find(notes, "Will see Miss Hope (counsellor) on Wednesday.", subject=SUBJECT)
    people = {p.id: p for p in found.findings.people}
    bare = found.spans("Hope")
    assert len(bare) == 4
    assert all(s.tier is Tier.PROPOSED and people[s.person].role is Role.THIRD_PARTY for s in bare)
    assert people[found.spans("Miss Hope")[0].person].role is Role.PROFESSIONAL


def test_a_letter_is_whoever_the_record_is_full_of() -> None:
    text = "Kayden and Tamsin came. Tamsin ate. Tamsin slept. Kayden ate. Kayden slept. Tracey rang.\n"
    found = find(text + "Visited T and K at home. Pauline rang to say T had a wobble. K was fine.", subject=SUBJECT)
    assert found.owner("T") == SUBJECT
    assert found.owner("K") == "Kayden"


def test_a_letter_two_may_go_by_is_nobodys() -> None:
    text = "Tracey and Tamsin came. Tamsin ate. Tracey slept. Pauline rang to say T had a wobble. Visited T at home."
    assert {s.person for s in find(text, subject=SUBJECT).spans("T")} <= {""}


def test_who_made_an_entry_is_staff() -> None:
    entry = "Date 14/02/2007\nCreated by N Eze\nType Home visit\n\nThe home was tidy.\n\n"
    found = find(entry * 5, subject=SUBJECT)
    assert found.person("N Eze").role is Role.PROFESSIONAL


def test_labels_months_and_the_end_of_a_letter_are_nobody() -> None:
    rows = "".join(f"Date 0{n}/02/2007\nType Telephone call\nTarget: stay in class.\n\n" for n in range(1, 8))
    text = rows + "She writes each\nJanuary.\n\nSheet 'Chronology', D8\nVisited at home.\n\nLove,\nRachel"
    shown = {text[s.start : s.end] for s in find(text, subject=SUBJECT).findings.spans[0] if s.label is Label.PERSON}
    assert not shown & {"Type", "Target", "January", "Sheet", "Chronology", "Love"}


def test_a_sheet_called_after_somebody_still_names_them() -> None:
    assert "Donna" in {p.name for p in find("Sheet 'Donna', D8\nSeen at home.", subject=SUBJECT).findings.people}


def test_initials_that_end_a_sentence_are_apart_from_an_abbreviation_that_begins_one() -> None:
    text = "Chelsea Ogden was seen. CO's attendance is low. Joint visit for CO. ABE is to be booked for her by Tuesday."
    assert len(find(text, subject=SUBJECT).spans("CO")) == 2


def test_what_somebody_is_before_their_name_is_nobodys_initials() -> None:
    text = "Donna Cartwright rang. Spoke to DC Nazir and with PA Yusuf Demir. Pauline Achebe came."
    found = find(text, subject=SUBJECT)
    assert not found.spans("DC") and not found.spans("PA")


def test_a_house_name_over_the_street_goes_with_it() -> None:
    text = "Haven Court\n3 Aldwark Mews, Harrogate HG1 9ZZ\n12 April 2007\n\nDonna has left."
    assert find(text, subject=SUBJECT).covers("Haven Court")


def test_a_telephone_number_with_a_digit_too_many_is_one() -> None:
    assert find("Mrs Tattersall rang. Caller ID 01904 555 0163.", subject=SUBJECT).covers("01904 555 0163")


def test_somebody_known_by_initials_alone_is_found_again_under_the_same_id() -> None:
    text = "Her mother is at the school and it was asked that KS is not told how the school knew. KS rang."
    first = find(text, subject=SUBJECT)
    known = tuple(KnownPerson(p.id, p.name, p.aliases, p.role) for p in first.findings.people if p.name == "KS")
    again = find(text, "KS rang again.", subject=SUBJECT, known=known)
    ids = [p.id for p in again.findings.people]
    assert known and len(ids) == len(set(ids))
    assert {s.person for s in again.spans("KS")} == {known[0].id}


def test_the_letter_of_somebodys_sex_makes_their_number_nobody_elses() -> None:
    staff = "Mrs Fenella Ogilvy, DSL, came. Fenella Ogilvy, teacher, rang. Mrs Ogilvy left. Fenella stayed.\n\n"
    head = (
        "VICTIM: BICKERDIKE, Donna   F   02/11/1982   07700 900822\n"
        "INFORMANT: TATTERSALL, Iris   F   1934   16 Cobden Row   01904 555 0163\n"
    )
    found = find(staff, head + "Donna Bickerdike was hurt. Iris Tattersall rang.", subject=SUBJECT)
    people = {p.id: p for p in found.findings.people}
    for value in ("07700 900822", "16 Cobden Row", "01904 555 0163"):
        owners = {people[s.person].name for s in found.spans(value) if s.person}
        assert found.covers(value) and not owners & {"Fenella Ogilvy"}
    assert found.owner("07700 900822") == "Donna Bickerdike"


def test_a_private_address_under_a_professionals_is_not_left_in_as_theirs() -> None:
    mail = (
        'From: "Stainforth, Rob" <rob.stainforth@ridings.gov.uk>\nTo: eileenr52@mailbox.example\n'
        "Subject: our Gareth\n\nDear Mrs Rhodes\n\nThank you for your message.\n\nRob Stainforth, social worker"
    )
    found = find(mail, subject=SUBJECT)
    people = {p.id: p for p in found.findings.people}
    private, own = found.spans("eileenr52@mailbox.example")[0], found.spans("rob.stainforth@ridings.gov.uk")[0]
    assert private.tier is Tier.PROPOSED and private.person == ""
    assert people[own.person].name == "Rob Stainforth"
