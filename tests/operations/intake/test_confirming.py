# SPDX-License-Identifier: AGPL-3.0-or-later
"""Headings become titles of the index in one step: by a person, and never with what is redacted in them."""

from __future__ import annotations

from pathlib import Path

import pytest

from redactor.cli import main
from redactor.detect.papers.describe import Proposal
from redactor.operations.deciding.mark import redact_text
from redactor.operations.deciding.undoing import undo
from redactor.operations.finding.analyse import analyse
from redactor.operations.intake import arrange, confirming, contents
from redactor.operations.intake.contents import Entry
from redactor.operations.intake.intake import add_paths
from redactor.operations.request.case import new_case
from redactor.operations.view import CaseView
from redactor.review.papers.arrangement import Part, index_title
from tests.conftest import PASSPHRASE, make_pdf

PAPERS = {
    "1.pdf": ["Care Act Assessment", "Name: Priya Shah", "Date assessment completed: 16/11/2022", "Priya lives alone."],
    "2.pdf": ["From: Fiona Marsh", "Sent: 3 December 2018 16:44", "To: Duty Team", "Subject: FW: Strategy discussion",
              "Please see below."],
    "3.pdf": ["Risk Assessment of Gareth Pole", "Date completed: 09/08/2016", "Gareth Pole shouted at Meena Dunmore."],
    "4.pdf": ["Dunmore family report", "Report date: 2 May 2019", "Meena Dunmore was seen at home."],
    "5.pdf": ["Volume 2"],
}  # fmt: skip


@pytest.fixture
def case(tmp_path: Path, pool):
    folder = tmp_path / "papers"
    folder.mkdir()
    for name, lines in PAPERS.items():
        make_pdf(folder / name, lines)
    with new_case(tmp_path / "c.case", PASSPHRASE, reference="C", subject="Priya Shah") as made:
        add_paths(made, [folder], pool)
        analyse(made, pool)
        yield made


def titles(view: CaseView) -> list[str]:
    return [index_title(part) for part in view.state.arrangement.parts()]


def test_what_a_person_confirms_is_what_the_index_prints(case) -> None:
    view = CaseView(case)
    assert titles(view) == [""] * 5
    event = confirming.confirm(view)
    said = titles(view)
    assert said[0] == "Care Act Assessment, 16 November 2022"
    assert said[1] == "E-mail: Strategy discussion, 3 December 2018"
    # Somebody is named in the heading: it is not even proposed, and the kind and date stand for it.
    assert said[2] == "Assessment, 9 August 2016"
    assert said[4] == ""
    assert confirming.confirm(view) is None
    undo(view, event.id)
    assert titles(view) == [""] * 5


def test_a_heading_that_holds_what_is_redacted_stays_out(case) -> None:
    view = CaseView(case)
    redact_text(view, "Dunmore", "TP", everywhere=True)
    redact_text(view, "2 May 2019", "TP", everywhere=True)
    (found,) = [s for s in confirming.suggestions(view) if view.documents[s.part.document].name == "4.pdf"]
    assert found.title == "" and found.date == "" and found.kind == "report"
    confirming.confirm(view)
    assert not any("Dunmore" in title or "2 May" in title for title in titles(view))


def test_what_was_said_by_hand_stays(case) -> None:
    view = CaseView(case)
    part = contents.part_called(view, "1.pdf")
    arrange.describe(view, [part], title="What we talked about")
    confirming.confirm(view)
    assert titles(view)[0] == "What we talked about"


def test_by_command_for_some_or_for_dates_alone(case, monkeypatch, capsys) -> None:
    path = str(case.path)
    case.close()
    monkeypatch.setenv("REDACTOR_PASSPHRASE", PASSPHRASE)
    assert main(["arrange", path, "2.pdf", "--confirm"]) == 0
    assert main(["arrange", path, "--confirm", "--no-titles"]) == 0
    capsys.readouterr()
    assert main(["documents", path]) == 0
    out = capsys.readouterr().out
    assert "E-mail: Strategy discussion, 3 December 2018" in out
    assert "Assessment, 16 November 2022" in out and "Care Act Assessment, 16" not in out


def test_a_date_as_machines_write_it_is_proposed_as_people_do() -> None:
    def said(title: str) -> str:
        part = Part("aa", 1, 2)
        proposed = Proposal(date="2019-03-08", kind="e-mail", title=title)
        return confirming.heading_of(Entry(1, part, "a.pdf", proposed, 0, ""))

    assert said("Notes of the visit 2019-02-14") == "E-mail: Notes of the visit 14 February 2019, 8 March 2019"
    assert said("Notes of 2019-03-08") == "E-mail: Notes of 8 March 2019"
    assert said("Invoice 2019-03-081") == "E-mail: Invoice 2019-03-081, 8 March 2019"
