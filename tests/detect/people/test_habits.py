# SPDX-License-Identifier: AGPL-3.0-or-later
"""Whom initials or a bare forename mean that a professional shares with somebody else."""

from __future__ import annotations

from redactor.domain.mentions import Role, Tier
from tests.detect.helpers import find

_TWO = "Her aunt Janet Lister came. Janet Lister was cross. SW Jamal Little visited. SW Jamal Little wrote it up."
_AUNT = "Janet Lister rang. Janet Lister asked. Janet Lister agreed. Janet Lister left. Janet Lister slept."


def test_shared_initials_are_proposed_where_staff_go_by_their_whole_names() -> None:
    found = find(f"{_TWO} SW Meena Rao left. {_AUNT}", "She told JL's sister about it.")
    (initials,) = found.spans("JL")
    assert initials.tier is Tier.PROPOSED and initials.person == found.person("Janet Lister").id
    assert "Jamal Little" in initials.why and found.person("Jamal Little").role is Role.PROFESSIONAL


def test_they_stay_to_be_looked_at_where_staff_go_by_theirs() -> None:
    signed = "SW Meena Rao rang. Seen by MR.\n" * 7
    found = find(f"{_TWO}\n{signed}", "She told JL's sister about it.")
    (initials,) = found.spans("JL")
    assert initials.tier is Tier.POSSIBLE and "could be" in initials.why
