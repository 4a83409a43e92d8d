# SPDX-License-Identifier: AGPL-3.0-or-later
"""Two views on one case hold its findings once, and each sees a new analysis when it looks again."""

from __future__ import annotations

import shutil
from pathlib import Path

from redactor.casefile.store import CaseFile
from redactor.domain.mentions import Label, Mention, Person, Role, Tier
from redactor.domain.pages import Where
from redactor.operations.deciding import persons
from redactor.operations.deciding.accepting import accept
from redactor.operations.deciding.decide import decide_occurrences
from redactor.operations.finding.one_name import add_name
from redactor.operations.intake.intake import add_paths
from redactor.operations.request.case import new_case
from redactor.operations.view import CaseView
from redactor.review.decisions.decided import Outcome
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


def test_a_page_read_alone_is_what_it_is_among_all(analysed_case: Path, tmp_path: Path) -> None:
    with CaseFile.open(Path(shutil.copy(analysed_case, tmp_path / "c.case")), PASSPHRASE) as case:
        view = CaseView(case)
        others = [p for p in view.people.values() if p.role is Role.THIRD_PARTY]
        one, other = others[:2]
        several = next(p for p in view.people.values() if sum(m.person == p.id for m in view.mentions) > 2)
        persons.split(view, several.id, [next(m.id for m in view.mentions if m.person == several.id)], name="A. Twin")
        persons.merge(view, [one.id, other.id])
        found = " ".join(mention.text for mention in view.mentions)
        words = (word.text for word in case.page(*view.page_keys[0]).words)
        add_name(view, next(word for word in words if word.isalpha() and len(word) > 4 and word not in found))
        accept(view)
        decide_occurrences(view, [next(m for m in view.mentions if m.boxes)], Outcome.DISCLOSE, why="Known to all")
        kept = {key: (list(view.by_page.get(key, ())), view.outcomes[key]) for key in view.page_keys}
        assert any(outcome.plan.redactions for _, outcome in kept.values())
        alone = CaseView(case)
        assert {key: (list(alone.on_page(key)), alone.outcome(key)) for key in alone.page_keys} == kept
        # All that was found is not read for it, and once it is, the page comes out of it.
        assert "_found" not in vars(alone)
        assert alone.mentions == view.mentions
        assert {key: (list(alone.on_page(key)), alone.outcome(key)) for key in alone.page_keys} == kept
