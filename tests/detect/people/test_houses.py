# SPDX-License-Identifier: AGPL-3.0-or-later
"""Somebody's house stays hidden where only its number is written: as a flat, and behind their name."""

from __future__ import annotations

import pytest

from redactor.domain.mentions import Label, Tier
from tests.detect.helpers import find

_HOME = "Maud Ferris of 46 Larch Rise, Wexbourne has complained.\n\n"


def homes(text: str) -> list[tuple[str, Tier]]:
    spans = find(_HOME + text).findings.spans[0]
    whole = _HOME + text
    return [(whole[s.start : s.end], s.tier) for s in spans if s.label is Label.ADDRESS and s.start >= len(_HOME)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Two tenants wrote to us, Mrs Ferris (flat 46) and another.", "flat 46"),
        ("It was Mrs Ferris at 46, who has rung eleven times.", "46"),
        ("Mrs M Ferris lives at 46 and keeps a key.", "46"),
    ],
)
def test_the_number_of_a_home_that_is_known_is_proposed(text: str, told: str) -> None:
    assert homes(text) == [(told, Tier.PROPOSED)]


@pytest.mark.parametrize(
    "text",
    [
        "Mrs Ferris at 46 years of age learned to swim.",
        "Mrs Ferris scored 46 in the test.",
        "Mrs Ferris at 51 was told.",
        "The rent of flat 12 is late.",
    ],
)
def test_other_numbers_are_nobodys_home(text: str) -> None:
    assert not [home for home in homes(text) if home[1] is Tier.PROPOSED]


def test_a_flat_of_another_house_is_not_this_home() -> None:
    assert "flat 46" not in [told for told, _ in homes("The survey of flat 46, Rosewood Court is done.")]
