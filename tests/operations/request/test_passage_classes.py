# SPDX-License-Identifier: AGPL-3.0-or-later
"""A passage of another class than its document: DPA 2018 Sch 3 paras 6 and 7(1) go by the data, not by the paper."""

from __future__ import annotations

import datetime
import json
from pathlib import Path

import pytest

from redactor.casefile.store import CaseFile
from redactor.cli import main
from redactor.domain.errors import BadInput
from redactor.operations.deciding.mark import redact_text
from redactor.operations.deciding.places import anchors_of_text
from redactor.operations.deciding.undoing import undo
from redactor.operations.planning.planned import plan_now
from redactor.operations.request.opinions import confirm_classes, evidence_items, lacks, open_questions, record_opinion
from redactor.operations.request.passage_classes import class_passage
from redactor.operations.view import CaseView
from tests.conftest import PASSPHRASE

TODAY = datetime.date(2026, 5, 4)
WORDS = "believes that telling Priya"


@pytest.fixture
def view(case_path: Path):
    with CaseFile.open(case_path, PASSPHRASE) as case:
        made = CaseView(case)
        confirm_classes(made, dict.fromkeys(made.documents, "social_work"))
        yield made


def places(view: CaseView, words: str = WORDS):
    return list(anchors_of_text(view, words, view.document_called("02 Case notes.pdf"), 1, everywhere=False))


def told(view: CaseView) -> list[str]:
    return [item.text for item in evidence_items(view, TODAY)]


def test_a_health_passage_in_another_paper_needs_its_own_opinion(view: CaseView) -> None:
    """Para 6: not without an opinion that the test is not met, unless the subject knows it."""
    assert told(view) == []
    with pytest.raises(BadInput, match="no class"):
        class_passage(view, places(view), "secret")
    with pytest.raises(BadInput, match="words or a box"):
        class_passage(view, [], "health")
    before = dict(plan_now(view).evidence)["classes"]
    class_passage(view, places(view), "health")
    assert dict(plan_now(view).evidence)["classes"] != before  # the approval covers it
    (text,) = told(view)
    assert "health data" in text and WORDS in text
    assert [anchor.text for _, anchor in open_questions(view) if anchor] == [WORDS]  # a clinician is asked about it
    redact_text(view, WORDS, "OOS", fields={"why": "x"})
    assert told(view) == []  # nothing of it goes out
    undo(view)
    assert len(told(view)) == 1
    undo(view, view.state.events[-3].id)
    assert told(view) == []  # the class taken back


def test_a_social_work_reason_is_refused_on_a_health_passage_and_lawful_on_one_that_is_not(view: CaseView) -> None:
    """Para 7(1): social work data is neither health nor education data."""
    fields = {"who": "x", "likelihood": "x", "seriousness": "x", "prejudice": "x", "opinion": "x", "opinion_date": "x"}
    redact_text(view, WORDS, "SW-HARM", fields=fields)
    assert not [lack for lack in lacks(view, TODAY) if lack.key[0] == "class"]
    class_passage(view, places(view), "health")
    (lack,) = [lack for lack in lacks(view, TODAY) if lack.key[0] == "class"]
    assert "not lawful on health data" in lack.text
    # The other way round: a paper of health data with a passage that is the council's own.
    confirm_classes(view, dict.fromkeys(view.documents, "health"))
    class_passage(view, places(view), "social_work")
    assert not [lack for lack in lacks(view, TODAY) if lack.key[0] == "class"]


def test_an_opinion_on_the_passage_answers_for_it(view: CaseView) -> None:
    class_passage(view, places(view), "health")
    sha = view.document_called("02 Case notes.pdf").sha256
    given = {"profession": "doctor", "basis": "responsible", "given": "2026-04-01", "text": "It would not harm her."}
    record_opinion(view, "not_met", by="Dr Rao", documents=[sha], **given)
    assert told(view) == []
    assert [item.text for item in evidence_items(view, datetime.date(2026, 11, 2))]  # six months later: ask again


def test_the_command(case_path: Path, monkeypatch: pytest.MonkeyPatch, capsys) -> None:
    monkeypatch.setenv("REDACTOR_PASSPHRASE", PASSPHRASE)
    given = ["--file", "02 Case notes.pdf", "--page", "1", "--class", "health"]
    assert main(["classes", str(case_path), *given]) == 2
    assert main(["classes", str(case_path), *given, "--text", WORDS, "--json"]) == 0
    row = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert (row["page"], row["text"], row["class"]) == (1, WORDS, "health")
