# SPDX-License-Identifier: AGPL-3.0-or-later
"""Who signs a diary that somebody outside the office keeps is no member of staff."""

from __future__ import annotations

import pytest

from redactor.detect.language.found import Unit
from redactor.detect.people.kept_by import kept_outside
from redactor.domain.mentions import Role
from tests.detect.helpers import find

SHEET = """{head}

Date
Time
{what}
{who}

03/05/2021
23:10
Shouting and banging from number 12. Tabitha was crying.
J Pruett

04/05/2021
01:20
Music until four. Could not sleep.
J Pruett

06/05/2021
22:00
A man kicked the door of number 12.
J Pruett
"""


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            SHEET.format(
                head="Anti-social behaviour incident diary\nMrs Joan Pruett, 14 Birch Row", what="Event", who="Signed"
            ),
            "Joan Pruett",
        ),
        (
            "NOISE LOG SHEET - please return to the Anti-Social Behaviour Team\nYour name: D. Hobbs\n\n"
            "03/05/2021 23:10 - D. Hobbs: shouting from the flat above Tabitha.\n"
            "04/05/2021 01:20 - D. Hobbs: music until four.\n",
            "D Hobbs",
        ),
        (
            "Contact diary\nKept by Lisa Marlow, grandmother\n\n"
            "02/03/2021 Tabitha was happy and ate her tea. L. Marlow\n"
            "03/03/2021 She asked for her mum at bedtime. L. Marlow\n"
            "05/03/2021 Mum did not ring. L. Marlow\n",
            "Lisa Marlow",
        ),
        (
            "Contact book\nLisa Marlow (grandmother) brings the girls.\n\n"
            "02/03/2021 Tabitha was happy and ate her tea. L. Marlow\n"
            "03/03/2021 She asked for her mum at bedtime. L. Marlow\n"
            "05/03/2021 Mum did not ring. L. Marlow\n",
            "Lisa Marlow",
        ),
    ],
)
def test_an_informant_who_signs_stays_another_person(text: str, name: str) -> None:
    person = find(text).person(name)
    assert person.role is Role.THIRD_PARTY, person.why


@pytest.mark.parametrize(
    "text",
    [
        SHEET.format(head="Daily log of the home", what="Entry", who="Staff"),
        SHEET.format(head="Noise patrol: officer's log sheets", what="Entry", who="Officer"),
    ],
)
def test_staff_who_sign_their_log_are_still_staff(text: str) -> None:
    person = find(text).person("J Pruett")
    assert person.role is Role.PROFESSIONAL, person.why


DIARY = SHEET.format(
    head="Anti-social behaviour incident diary\nMrs Joan Pruett, 14 Birch Row", what="Event", who="Signed"
)
NOTES = (
    "Case notes\nTabitha Winslow\n\n"
    "01/04/2021 Home visit. The neighbour was asked to complete this diary of nuisance. K. Osei, social worker\n"
    "02/04/2021 Telephone call to the school. K. Osei\n"
)
MORE = (
    "Date\nTime\nEvent\nSigned\n\n07/05/2021\n23:30\nShouting again.\nP Gadd\n\n"
    "08/05/2021\n02:10\nTabitha was crying.\nP Gadd\n\n09/05/2021\n22:00\nBanging.\nP Gadd\n"
)
LOG = SHEET.format(head="Daily log of the home", what="Entry", who="Staff").replace("Pruett", "Lomax")


def test_a_diary_in_the_middle_of_a_bundle_is_known_by_the_page_that_heads_it() -> None:
    found = find(LOG, NOTES, DIARY, MORE, LOG)
    for informant in ("Joan Pruett", "P Gadd"):
        assert found.person(informant).role is Role.THIRD_PARTY, found.person(informant).why
    assert found.person("J Lomax").role is Role.PROFESSIONAL, "the diary ends where the office's log begins"


def test_staff_who_write_of_a_diary_keep_none() -> None:
    texts = [
        LOG,
        LOG.replace("Daily log of the home", "Daily log of the home\nWeek 2").replace(
            "Music until four.", "Neighbour rang: she will fill in this diary of nuisance."
        ),
    ]
    assert find(*texts).person("J Lomax").role is Role.PROFESSIONAL
    units = [Unit(f"p{n}", text, group="doc") for n, text in enumerate((LOG, NOTES, DIARY, MORE, LOG))]
    assert kept_outside(units, [unit.text for unit in units]) == {2, 3}
