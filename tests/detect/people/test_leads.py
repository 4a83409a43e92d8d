# SPDX-License-Identifier: AGPL-3.0-or-later
"""What gives somebody away without their full name: a house number, a row of a table, a title, a family."""

from __future__ import annotations

import pytest

from redactor.detect.language.found import Unit
from redactor.detect.tasks import sweep
from redactor.domain.mentions import Label, Tier
from tests.detect.helpers import find

HOMES = "Neighbour Stanislaw Kot of 14 Quarry Road rang. Tabitha Winslow lives at 9 Quarry Road."


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("She shouted at the lady at number 14.", "number 14"),
        ("Curtains moved at no. 14.", "no. 14"),
        ("SHE SHOUTED TOWARDS NO 14 AND LEFT", "NO 14"),
        ("The neighbour at 14 saw it.", "14"),
    ],
)
def test_a_house_called_by_its_number_is_its_owners(written: str, found: str) -> None:
    record = find(HOMES, written)
    (span,) = record.spans(found, unit=1)
    assert (span.label, span.tier) == (Label.ADDRESS, Tier.PROPOSED)
    assert record.owner(found) == "Stanislaw Kot"


@pytest.mark.parametrize(
    "written", ["Phone number 14", "No. 14 of 20", "At 14 she left", "no 14 year old", "at number 9", "number 14.5"]
)
def test_other_numbers_and_the_subjects_own_house_are_not(written: str) -> None:
    assert not [s for s in find(HOMES, written).findings.spans[1] if s.label is Label.ADDRESS]


def test_a_house_number_of_two_homes_is_possible_only() -> None:
    record = find(HOMES, "Her aunt Marlene Dobbs of 14 Mill Lane, Eastmere.", "They met at number 14.")
    (span,) = record.spans("number 14")
    assert (span.tier, span.person) == (Tier.POSSIBLE, "")


def test_the_sweep_looks_for_the_house_of_a_redacted_address() -> None:
    unit = Unit("u", "Curtains moved at no. 14. The lady at 14 and NO 14. Room no 14. At 14 she left. Number 15.")
    hits = [(hit.text, hit.how) for hit in sweep([unit], ["14 Quarry Road"])]
    assert hits == [("no. 14", "house number"), ("14", "house number"), ("NO 14", "house number")]
    assert not sweep([unit], ["14 Quarry Road"], ["14 Mill Lane"])


@pytest.mark.parametrize(
    "table",
    [
        "Household\nName\nRelationship\nDOB\nAddress\n\nTabitha Winslow\nSubject\n03/03/2009\n9 Quarry Road\n\n"
        "Gary Dobbs\nFather\n17/01/1984\nNot known\n\nMarlene Dobbs\nMother\n02/02/1985\nNot known\n",
        "Name Relationship D.O.B. Address\nTabitha Winslow Subject 03/03/2009 9 Quarry Road\n"
        "Gary Dobbs Father 17/01/1984 Not known\nMarlene Dobbs Mother 02/02/1985 Not known\n",
        "Name\tDate of birth\nTabitha Winslow\t03/03/2009\nGary Dobbs\t17/01/1984\nMarlene Dobbs\t02/02/1985\n",
    ],
)
def test_a_date_under_a_heading_for_births_is_the_persons_in_its_row(table: str) -> None:
    record = find(table, dob="2009-03-03")
    for day, owner in (
        ("17/01/1984", "Gary Dobbs"),
        ("02/02/1985", "Marlene Dobbs"),
        ("03/03/2009", "Tabitha Winslow"),
    ):
        (span,) = record.spans(day)
        assert (span.label, span.tier) == (Label.DOB, Tier.PROPOSED)
        assert record.owner(day) == owner


def test_dates_after_both_names_under_one_label_are_births() -> None:
    record = find("Dates of birth: Ann Keast 11.2.38, Bob Keast 27.10.40\n")
    assert (record.owner("11.2.38"), record.owner("27.10.40")) == ("Ann Keast", "Bob Keast")


def test_dates_of_other_tables_and_of_text_after_one_are_no_births() -> None:
    assert not find("Name\nRole\nDate\nGary Dobbs\nFather\n17/01/2019\n").spans("17/01/2019")
    text = (
        "Name\nDOB\nGary Dobbs\n17/01/1984\nThe family was seen together at their home by the duty team, who were "
        "told that all was well.\nGary Dobbs\nfather\n05/06/2019\n"
    )
    assert not find(text).spans("05/06/2019")


def test_an_adults_title_is_not_a_childs() -> None:
    seen = "Tabitha Winslow was seen on 5 May 2019. Ms Winslow declined."
    record = find("Marlene Winslow is her mother. " + seen, dob="2009-03-03")
    assert record.owner("Ms Winslow") == "Marlene Winslow"
    unnamed = find(seen, dob="2009-03-03")
    assert unnamed.owner("Ms Winslow") == "Ms Winslow"
    assert all(span.tier is Tier.PROPOSED for span in unnamed.spans("Ms Winslow"))


def test_a_title_the_subject_may_share_is_left_to_a_person_to_decide() -> None:
    record = find("Her sister, Casey Winslow, rang. Tabitha Winslow was in. Ms Winslow declined.")
    assert record.owner("Ms Winslow") == "Casey Winslow"
    assert record.spans("Ms Winslow")[0].tier is Tier.POSSIBLE
    own = find("Her sister, Casey Winslow, rang. Mrs Tabitha Winslow was in. Mrs Winslow declined.")
    assert own.owner("Mrs Winslow") == "Tabitha Winslow"
    alone = find("Tabitha Winslow was in. Mrs Winslow declined.")
    assert alone.owner("Mrs Winslow") == "Tabitha Winslow"


def test_a_couple_and_a_family_by_their_surname() -> None:
    record = find("Copies: Mr and Mrs Kot. Mr & Mrs Stone were there. I saw the Stones and the Kots. The Kot family.")
    assert record.spans("Mr and Mrs Kot")
    assert record.spans("Mr & Mrs Stone")
    for text in ("Stones", "Kots", "Kot"):
        assert record.covers(text), text


def test_a_scans_small_word_stuck_to_a_name_before_an_address() -> None:
    record = find(
        "Rory Dobbs rang. Tabitha Winslow was in.", "Visited Roryat 58 Windmill Rise.", "Roryat58 Windmill Rise"
    )
    assert record.covers("Rory")
    assert record.covers("58 Windmill Rise")
    assert record.owner("58 Windmill Rise") == "Rory Dobbs"


def test_a_note_that_begins_with_a_verb_names_nobody_new() -> None:
    record = find(
        "Saw Tabitha at home. Rang Marlene Dobbs. Took Tabitha to school. Her gran died of COPD, Tabitha holding her "
        "hand. Tabitha said little.",
        "Marlene Dobbs came.",
    )
    assert record.names() == {"Tabitha Winslow", "Marlene Dobbs"}
    assert record.owner("Tabitha") == "Tabitha Winslow"
