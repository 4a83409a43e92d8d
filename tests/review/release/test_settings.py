# SPDX-License-Identifier: AGPL-3.0-or-later
"""Settings: only what is known can be chosen, and all of it is in the plan."""

from __future__ import annotations

import pytest

from redactor.domain.errors import BadInput
from redactor.review.release.settings import SETTINGS, checked, effective_settings, setting_in


def test_without_a_choice_every_default_holds_and_can_be_chosen() -> None:
    held = effective_settings({})
    assert list(held) == list(SETTINGS)
    assert checked(held) == held


def test_what_was_chosen_holds_and_an_older_plan_has_the_defaults() -> None:
    held = effective_settings({"layout": "documents"})
    assert held["layout"] == "documents"
    assert setting_in(tuple(held.items()), "layout") == "documents"
    assert setting_in((), "layout") == "bundle"


@pytest.mark.parametrize(
    ("name", "value"),
    [("box-label", "pink"), ("box-label", ""), ("shape", "round")],
)
def test_what_is_not_known_cannot_be_chosen(name: str, value: str) -> None:
    with pytest.raises(BadInput):
        checked({name: value})


def test_values_are_written_down_in_one_way() -> None:
    assert checked({"box-label": " Person "}) == {"box-label": "person"}
