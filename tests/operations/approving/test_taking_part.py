# SPDX-License-Identifier: AGPL-3.0-or-later
"""Whatever makes a team lead one of a case's authors is told first."""

from __future__ import annotations

from pathlib import Path

import pytest

from redactor.casefile.identity import load_identity
from redactor.casefile.store import CaseFile
from redactor.operations.approving.taking_part import TakesPart, asks_first, meant
from redactor.operations.deciding.decide import decide_person
from redactor.operations.keeping.handover import bring_back, hand_over
from redactor.operations.view import CaseView
from redactor.review.checks.approval import took_part
from redactor.review.decisions.decided import Outcome
from redactor.review.merge.handed import For
from tests.conftest import PASSPHRASE, STAFF_PASSPHRASE

COPY = "a passphrase of its own"


def test_a_team_lead_is_told_before_two_copies_are_merged(case_path: Path, staff: Path, tmp_path: Path) -> None:
    ann, lead = (load_identity(staff / f"{who}.id", STAFF_PASSPHRASE) for who in ("worker", "lead"))
    half = tmp_path / "half.case"
    with CaseFile.open(case_path, PASSPHRASE) as case:
        view = CaseView(case)
        first, second, *_ = view.people
        hand_over(view, half, COPY, to="Ben", purpose=For.HALF, signer=ann)
        decide_person(view, first, outcome=Outcome.REDACT, reason="TP", signer=ann)
    with CaseFile.open(half, COPY) as case:
        decide_person(CaseView(case), second, outcome=Outcome.REDACT, reason="TP", signer=ann)
    with CaseFile.open(case_path, PASSPHRASE) as case:
        case.before_signing = asks_first(case)
        view = CaseView(case)
        before = len(case.events())
        with pytest.raises(TakesPart):
            bring_back(view, half, COPY, signer=lead)
        assert len(case.events()) == before and not took_part(view.state.authors.values(), lead.name, lead.key)
        with meant():
            assert bring_back(view, half, COPY, signer=lead).merged
        assert took_part(view.state.authors.values(), lead.name, lead.key)
