# SPDX-License-Identifier: AGPL-3.0-or-later
"""What scans make of names: titles, hyphens, initials, endings; and what belongs to a name beside it."""

from __future__ import annotations

import pytest

from redactor.domain.mentions import Role, Tier
from tests.detect.helpers import find


def test_a_damaged_title_makes_nobody_new() -> None:
    found = find("Mrs Yeoman rang. Susan Yeoman will come back. Call from Mks Yeoman today. Mlrs Yeoman was told.")
    assert found.names() - {"Tabitha Winslow"} == {"Susan Yeoman"}
    assert found.owner("Mks Yeoman") == "Susan Yeoman"


def test_a_name_that_only_begins_like_a_title_stays_a_name() -> None:
    assert "Mick Yeoman" in find("Mick Yeoman rang. Mick said no.").names()


def test_a_dot_in_the_middle_is_a_hyphen() -> None:
    found = find("Barnaby Patel-Jones rang. Later Barnaby Patel·Jones wrote.")
    assert found.names() - {"Tabitha Winslow"} == {"Barnaby Patel-Jones"}


def test_initials_with_a_small_letter_are_the_same_initials() -> None:
    found = find("Catrin Kerr visited on Monday and wrote it.\nCK rang. Seen by CK.\n05/12/2019 Ck\nMessage left.")
    assert "Ck" not in found.names()


def test_two_letters_below_a_name_are_not_its_surname() -> None:
    found = find('It was agreed that she should rest.\n\nFrank Stone\nCo"sultant psychiatrist\n')
    assert "Frank Stone" in found.names()


def test_both_names_nearly_right_are_as_sure_as_the_names_themselves() -> None:
    found = find("Neville Bannister came. Neville Bannister left. Neville Bannister rang.", "with Nevllle Bamister ok")
    assert found.covers("Nevllle Bamister")
    assert {span.tier for span in found.spans("Nevllle Bamister")} == {Tier.PROPOSED}


def test_a_pet_name_in_s_is_the_person() -> None:
    found = find("Deborah Bannister rang. Deborah said yes.", "I saw her in the clinic with Debs on Friday.")
    assert found.owner("Debs") == "Deborah Bannister"


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("Boxing on Weds with Big Norm. Big Norm says he is fit.", "Big Norm"),
        ("parents evening (scrap paper)\nfatima z - dad came, lovely.\noscar - no show", "fatima z"),
    ],
)
def test_what_belongs_to_a_name_is_covered_with_it(text: str, whole: str) -> None:
    assert find(text).covers(whole)


def test_a_surname_that_is_furniture_of_records_is_found_inside_sentences() -> None:
    found = find("Pearl named Connor Best. Stills show Best and others. I rang about Best's mother. Best wishes, Ann")
    assert len(found.spans("Best")) == 2


def test_a_person_after_the_title_and_surname_of_another_is_another() -> None:
    found = find("Copies to Miss Goldberg, Leila Lister and the file. Leila Lister rang. Miss Goldberg wrote.")
    assert {"Leila Lister"} <= found.names() and found.covers("Miss Goldberg")
    assert not found.spans("Miss Goldberg, Leila Lister")


def test_a_name_beside_an_address_stays_when_both_were_read_as_one() -> None:
    found = find("Tue - 2 Glebe Cotts - Lilly-Anne hiding in shed, grandad Ken brought her out. Spoke to Ken, Lilly")
    assert found.covers("Lilly-Anne")


def test_officers_after_their_collar_numbers() -> None:
    found = find("Signature witnessed by: PC 2290 Lidstone\nPolice: PS 3312 Whitlock")
    assert found.covers("Lidstone") and found.covers("Whitlock")
    assert {found.person(name).role for name in ("Lidstone", "Whitlock")} == {Role.PROFESSIONAL}
