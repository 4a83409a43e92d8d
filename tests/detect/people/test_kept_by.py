# SPDX-License-Identifier: AGPL-3.0-or-later
"""Who signs a diary that somebody outside the office keeps is no member of staff."""

from __future__ import annotations

import pytest

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
