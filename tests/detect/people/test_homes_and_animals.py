# SPDX-License-Identifier: AGPL-3.0-or-later
"""What has a name and is nobody: a home in its own log, a feast, an animal."""

from __future__ import annotations

from redactor.domain.mentions import Label, Tier
from tests.detect.helpers import find


def test_a_homes_own_name_and_feasts_and_animals_are_only_possible() -> None:
    found = find(
        "She moved to Larkfield House.\n\n01/02/2022\nLarkfield\nWell. Sang.\n\n08/02/2022\nLarkfield\nWeight 53.1.",
        "They visit at Easter. Her pony (Duchess) is well, and Biscuit the dog barks.",
    )
    proposed = {
        unit.text[s.start : s.end]
        for unit, spans in zip(found.units, found.findings.spans, strict=True)
        for s in spans
        if s.label is Label.PERSON and s.tier is Tier.PROPOSED
    }
    assert proposed.isdisjoint({"Larkfield", "Larkfield\nWell", "Easter", "Duchess", "Biscuit"}), proposed


def test_a_dog_walker_is_a_person() -> None:
    assert find("She was seen by Ryan Peel the dog walker.").spans("Ryan Peel")[0].tier is Tier.PROPOSED
