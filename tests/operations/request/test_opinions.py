# SPDX-License-Identifier: AGPL-3.0-or-later
"""Health data in a case: classes confirmed, a clinician asked, the answer back on what was asked, the gate."""

from __future__ import annotations

import datetime
from pathlib import Path

import pypdfium2
import pytest

from redactor.casefile.identity import load_identity
from redactor.casefile.store import CaseFile
from redactor.cli import main
from redactor.domain.errors import Refused
from redactor.operations.approving.approve import approve, submit
from redactor.operations.deciding.accepting import accept
from redactor.operations.deciding.mark import mark_harm
from redactor.operations.deciding.settle import settle
from redactor.operations.finding.analyse import analyse
from redactor.operations.intake.intake import add_paths
from redactor.operations.left.todo import left_to_do
from redactor.operations.releasing.export import export
from redactor.operations.request import opinions
from redactor.operations.request.case import new_case
from redactor.operations.view import CaseView
from redactor.review.todo_items import TodoKind
from tests.conftest import PASSPHRASE, STAFF_PASSPHRASE, make_pdf

CLINIC = [
    "Harrow Road Clinic, CAMHS, NHS Trust",
    "Patient: Priya Shah. Diagnosis: low mood. Medication: none.",
    "She does not know that her father is ill; hearing it so could lead to another overdose.",
    "Follow-up in the outpatient clinic in six weeks.",
]
SECRET = "hearing it so could lead to another overdose"
TODAY = datetime.date.today()


@pytest.fixture(scope="module")
def health_case(tmp_path_factory: pytest.TempPathFactory, pool) -> Path:
    folder = tmp_path_factory.mktemp("health")
    make_pdf(folder / "papers" / "Clinic letter.pdf", CLINIC) if (folder / "papers").mkdir() is None else None
    make_pdf(folder / "papers" / "Case notes.pdf", ["Children's services. Home visit by the social worker."])
    with new_case(folder / "h.case", PASSPHRASE, reference="SAR/9", subject="Priya Shah", dob="2003-04-05") as case:
        add_paths(case, [folder / "papers"], pool)
        analyse(case, pool)
    return folder / "h.case"


@pytest.fixture
def view(health_case: Path, tmp_path: Path):
    path = tmp_path / "h.case"
    path.write_bytes(health_case.read_bytes())
    with CaseFile.open(path, PASSPHRASE) as case:
        yield CaseView(case)


def kinds(view: CaseView) -> list[str]:
    return sorted(str(i.kind) for i in left_to_do(view, residual=False) if i.kind in (TodoKind.CLASS, TodoKind.OPINION))


def answer(view: CaseView, finding: str, days: int = 0, **about: object) -> None:
    given = (TODAY - datetime.timedelta(days=days)).isoformat()
    words = {"by": "Dr Rao", "profession": "doctor", "basis": "responsible", "text": "seen and considered"}
    opinions.record_opinion(view, finding, given=given, **words, **about)  # type: ignore[arg-type]


def test_classes_are_confirmed_in_one_step_and_then_health_data_waits_for_its_opinion(view: CaseView) -> None:
    (item,) = [item for item in left_to_do(view, residual=False) if item.kind is TodoKind.CLASS]
    assert "1 health data, 1 social work data" in item.text
    settle(view, [item], "seen", "read the first pages")
    assert kinds(view) == ["opinion"]
    (item,) = [item for item in left_to_do(view, residual=False) if item.kind is TodoKind.OPINION]
    settle(view, [item], "known", "she had this letter from the clinic in 2019")
    assert kinds(view) == []


def test_the_clinician_is_asked_by_an_extract_and_the_answers_come_back_onto_it(view: CaseView, tmp_path: Path) -> None:
    document = view.document_called("Clinic letter.pdf")
    fields = {"who": "Priya", "likelihood": "likely", "seriousness": "an overdose"}
    mark_harm(view, document, 1, "H-HARM", text=SECRET, fields=fields)
    opinions.confirm_classes(view, opinions.classes_now(view))
    assert [i.kind for i in left_to_do(view, residual=False) if i.kind is TodoKind.MISSING_FIELD]
    _, letter = opinions.ask_opinion(view, "Dr Rao")
    pdf = tmp_path / "extract.pdf"
    pdf.write_bytes(letter.pdf("Confidential"))
    with pypdfium2.PdfDocument(pdf) as shown:
        text = " ".join(" ".join(page.get_textpage().get_text_bounded() for page in shown).split())
    assert "1. A passage on page 1 of Clinic letter.pdf" in text and SECRET in text
    assert "2. All of Clinic letter.pdf" in text and "Home visit" not in text
    answer(view, "met", numbers=[1])
    answer(view, "not_met", numbers=[2])
    assert kinds(view) == []
    assert not [i.kind for i in left_to_do(view, residual=False) if i.kind is TodoKind.MISSING_FIELD]
    answer(view, "not_met", numbers=[1])
    (item,) = [i for i in left_to_do(view, residual=False) if i.kind is TodoKind.OPINION]
    assert "the serious harm test is not met here" in item.text


def test_only_the_appropriate_health_professional_gives_the_opinion(view: CaseView) -> None:
    """DPA 2018 s.204(1) and Sch 3 para 2(1)."""
    document = view.document_called("Clinic letter.pdf").sha256
    words = {"by": "H. Critchley", "given": TODAY.isoformat(), "text": "harm", "documents": [document]}
    with pytest.raises(Refused, match="no health professional"):
        opinions.record_opinion(view, "met", profession="social_worker", basis="responsible", **words)
    with pytest.raises(Refused, match="appropriate"):
        opinions.record_opinion(view, "met", profession="nurse", basis="", **words)


def test_a_social_work_reason_is_refused_on_health_data(view: CaseView) -> None:
    opinions.confirm_classes(view, opinions.classes_now(view))
    document = view.document_called("Clinic letter.pdf")
    recent = TODAY.isoformat()
    limbs = ("who", "likelihood", "seriousness", "prejudice", "opinion")
    fields = dict.fromkeys(limbs, "x") | {"opinion_date": recent}
    mark_harm(view, document, 1, "SW-HARM", text=SECRET, fields=fields)
    (item,) = [i for i in left_to_do(view, residual=False) if i.kind is TodoKind.REQUESTER]
    assert "SW-HARM is not lawful on health data" in item.text


@pytest.mark.slow
def test_an_opinion_that_runs_out_between_approval_and_release_stops_it(
    view: CaseView, staff: Path, pool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    worker, lead = (load_identity(staff / name, STAFF_PASSPHRASE) for name in ("worker.id", "lead.id"))
    opinions.confirm_classes(view, opinions.classes_now(view), signer=worker)
    answer(view, "not_met", days=170, documents=[view.document_called("Clinic letter.pdf").sha256], signer=worker)
    accept(view, signer=worker)
    for _ in range(5):
        for item in left_to_do(view, pool):
            settle(view, [item], "leave" if "leave" in item.how else "seen", "looked at", signer=worker)
    submit(view, worker, pool)
    approve(view, lead)
    with pytest.raises(Refused, match="has run out"):
        opinions.require_opinions(view, TODAY + datetime.timedelta(days=30))
    later = TODAY + datetime.timedelta(days=30)
    monkeypatch.setattr(opinions, "disclosure_day", lambda view, today=None: later)
    with pytest.raises(Refused, match="too old"):
        export(view, tmp_path / "out", pool)
    assert not (tmp_path / "out").exists()
    monkeypatch.undo()
    assert export(view, tmp_path / "out", pool).pages


def test_the_ledger_in_the_shell(view: CaseView, tmp_path: Path, monkeypatch, capsys) -> None:
    path = str(view.case.path)
    view.case.close()
    monkeypatch.setenv("REDACTOR_PASSPHRASE", PASSPHRASE)
    assert main(["classes", path, "--file", "Case notes.pdf", "--class", "other", "--confirm"]) == 0
    told = capsys.readouterr().out
    assert "other        Case notes.pdf  (confirmed)" in told and "health       Clinic letter.pdf  (confirmed)" in told
    extract = tmp_path / "e.txt"
    assert main(["opinion", path, "--ask", "Dr Rao", "--extract", str(extract)]) == 0
    assert "Lacking" in capsys.readouterr().out
    assert "Diagnosis: low mood" in " ".join(extract.read_text(encoding="utf-8").split())
    words = ["--by", "Dr Rao", "--profession", "doctor", "--appropriate", "responsible", "--text", "no harm"]
    assert main(["opinion", path, "--not-met", "--number", "1", "--given", TODAY.isoformat(), *words]) == 0
    told = capsys.readouterr().out
    assert "is not met: Dr Rao" in told and "counts on" in told and "Lacking" not in told
    assert main(["opinion", path, "--not-met", "--number", "9", "--given", TODAY.isoformat(), *words]) == 2
