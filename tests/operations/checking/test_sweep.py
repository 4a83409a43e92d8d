# SPDX-License-Identifier: AGPL-3.0-or-later
"""What is left in because of whose it is does not hide that somebody redacted is named within it."""

from __future__ import annotations

from pathlib import Path

from redactor.domain.mentions import Status
from redactor.operations.checking.sweep import surviving_hits
from redactor.operations.deciding.decide import decide_person
from redactor.operations.finding.analyse import analyse
from redactor.operations.intake.intake import add_paths
from redactor.operations.request.case import new_case
from redactor.operations.view import CaseView
from redactor.review.decisions.decided import Outcome
from tests.conftest import PASSPHRASE
from tests.gui.papers import make_pdf

LETTER = (
    "Case notes for Tamsin Peake",
    "Her daughter Hannah Brook came to the office on Monday.",
    "Hannah Brook said that she would come again. Her number is 07700 900284.",
    "Social worker: Grace Adeyemi, 9 Hannah Court, Ashby.",
    "Office of Grace Adeyemi, social worker: 9 Hannah Court, Ashby.",
)


def test_a_forename_within_a_professionals_address_is_told(tmp_path: Path, pool) -> None:
    (tmp_path / "Notes.pdf").write_bytes(make_pdf((LETTER,)))
    with new_case(tmp_path / "a.case", PASSPHRASE, reference="SAR-1", subject="Tamsin Peake") as case:
        add_paths(case, [tmp_path / "Notes.pdf"], pool)
        analyse(case, pool)
        view = CaseView(case)
        hannah = next(person for person in view.people.values() if person.name == "Hannah Brook")
        decide_person(view, hannah.id, outcome=Outcome.REDACT, reason="TP", fields={"who": "her daughter"})
        within = [m for m in case.mentions() if "Hannah Court" in m.text]
        left = [m for m in within if view.outcomes[m.document, m.page].statuses[m.id] is Status.LEFT]
        told = [hit for hit in surviving_hits(view) if hit.anchor.text == "Hannah"]
        assert left
        assert len(told) == len(left) and {hit.person for hit in told} == {hannah.id}
