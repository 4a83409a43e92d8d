# SPDX-License-Identifier: AGPL-3.0-or-later
"""Where a name begins and ends, and names that a word list would have struck out."""

from __future__ import annotations

import pytest

from redactor.domain.mentions import Label, Tier
from tests.detect.helpers import find


def _proposed(text: str) -> set[str]:
    spans = find(text).findings.spans[0]
    return {text[s.start : s.end] for s in spans if s.label is Label.PERSON and s.tier is Tier.PROPOSED}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Her father is Rhisiart ab Owain. He rang on Monday.", "Rhisiart ab Owain"),
        ("Md Rafiq works nights at the restaurant.", "Md Rafiq"),
        ("Old Mags, her mother-in-law, was in the trailer next door.", "Old Mags"),
        ("He was chased down the road by Hargr eaves and another.", "Hargr eaves"),
        ("Not to live with Uncle Vic. Vic winds me up.", "Vic"),
        ("In the home: lodger Mr Friday, and a cousin.", "Mr Friday"),
        ("alfie in same clothes, asked abt mark, jan says he's back in the house.", "jan"),
        ("Payment to H S AL AMOUDI Monzo, nil.", "H S AL AMOUDI"),
    ],
)
def test_the_whole_name_is_proposed(text: str, name: str) -> None:
    assert name in _proposed(text)


@pytest.mark.parametrize(
    ("text", "nobody"),
    [
        ("Amber Lodge to find facts. Kofi Mensah rang.", "Amber Lodge"),
        ("Kofi Mensah moved. The Ebony Rd address is old.", "Ebony"),
        ("Kofi Mensah wore a camera. ANPR hit on the car.", "ANPR"),
        ("Kofi Mensah was sent home. New or REPEAT referral.", "REPEAT"),
    ],
)
def test_places_codes_and_marks_are_not_proposed(text: str, nobody: str) -> None:
    assert not any(nobody in name for name in _proposed(text))
