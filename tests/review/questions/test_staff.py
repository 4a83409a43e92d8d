# SPDX-License-Identifier: AGPL-3.0-or-later
"""Who may be staff: those of whom nothing says who they are, until somebody says it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from redactor.domain.mentions import Person, Role
from redactor.domain.why import UNSAID
from redactor.review.decisions.decided import Ground, Outcome, PersonRecord
from redactor.review.questions.staff import Staff, may_be_staff
from redactor.review.state import JournalState

SOMEBODY = Person("p", "Rowan Tallis", role=Role.THIRD_PARTY, why=UNSAID)


def test_nothing_says_who_they_are() -> None:
    assert may_be_staff(SOMEBODY, JournalState()) is Staff.PERHAPS
    assert may_be_staff(replace(SOMEBODY, role=Role.UNKNOWN, why=""), JournalState()) is Staff.PERHAPS
    signs = replace(SOMEBODY, why="signs an entry in 3 places")
    assert may_be_staff(signs, JournalState()) is Staff.LIKELY


@pytest.mark.parametrize(
    "known",
    [
        {"relationship": "aunt", "why": "'aunt' before the name"},
        {"role": Role.PROFESSIONAL},
        {"role": Role.SUBJECT},
    ],
)
def test_whose_role_the_record_tells_is_not_asked_about(known: dict[str, object]) -> None:
    assert may_be_staff(replace(SOMEBODY, **known), JournalState()) is Staff.NO  # type: ignore[arg-type]


@pytest.mark.parametrize("record", [{"role_decided": True}, {"ground": Ground(Outcome.REDACT, "TP")}])
def test_who_was_decided_about_is_not_asked_about_again(record: dict[str, object]) -> None:
    state = JournalState()
    state.who.put(PersonRecord(SOMEBODY, **record))  # type: ignore[arg-type]
    assert may_be_staff(SOMEBODY, state) is Staff.NO
