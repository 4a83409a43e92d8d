# SPDX-License-Identifier: AGPL-3.0-or-later
"""Two views on one case hold its findings once, and each sees a new analysis when it looks again."""

from __future__ import annotations

from pathlib import Path

from redactor.domain.mentions import Label, Mention, Person, Role, Tier
from redactor.domain.pages import Where
from redactor.operations.intake.intake import add_paths
from redactor.operations.request.case import new_case
from redactor.operations.view import CaseView
from redactor.workers.pool import InlineExecutor
from tests.conftest import PASSPHRASE, make_pdf


def test_findings_are_read_once_for_views_side_by_side(tmp_path: Path) -> None:
    paper = tmp_path / "note.pdf"
    make_pdf(paper, ["Rosa rang."])
    with new_case(tmp_path / "a.case", PASSPHRASE, reference="R", subject="Jo Smith") as case:
        add_paths(case, [paper], InlineExecutor())
        (document,) = case.documents()

        def found(text: str, revision: int) -> None:
            place = (document.sha256, 1, Where.PAGE, 0, 4, text, ())
            case.replace_findings(
                [Mention("m-1", *place, Label.PERSON, 0.9, Tier.PROPOSED, "p")],
                [Person("p", text, (), Role.THIRD_PARTY)],
            )
            case.put("findings_revision", revision)

        found("Rosa", 1)
        first = CaseView(case)
        second = CaseView(case, beside=first)
        assert [mention.text for mention in second.mentions] == ["Rosa"]
        assert second.mentions[0] is first.mentions[0]
        found("Nell", 2)
        # The first has not looked again: what it holds is not taken for what is there now.
        assert [mention.text for mention in second.refresh().mentions] == ["Nell"]
        assert [mention.text for mention in first.mentions] == ["Rosa"]
        assert [mention.text for mention in first.refresh().mentions] == ["Nell"]
