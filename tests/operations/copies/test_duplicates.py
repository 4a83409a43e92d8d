# SPDX-License-Identifier: AGPL-3.0-or-later
"""The same page twice, once redacted: found, refused, carried over in one step or left by name."""

from __future__ import annotations

import io
import shutil
from pathlib import Path

import pymupdf
import pytest

from redactor.casefile.identity import load_identity
from redactor.casefile.store import CaseFile
from redactor.domain.errors import Refused
from redactor.domain.geometry import Box
from redactor.domain.journal import Kind
from redactor.operations.approving.approve import approve, submit
from redactor.operations.copies import duplicates, opencopies
from redactor.operations.deciding import mark
from redactor.operations.deciding.accepting import accept
from redactor.operations.deciding.decide import decide_occurrences
from redactor.operations.deciding.settle import settle
from redactor.operations.deciding.undoing import undo
from redactor.operations.finding.analyse import analyse
from redactor.operations.intake import arrange
from redactor.operations.intake.intake import add_paths
from redactor.operations.left.todo import left_to_do
from redactor.operations.releasing.export import export
from redactor.operations.request.case import new_case
from redactor.operations.view import CaseView
from redactor.review.decisions.decided import Outcome
from tests.conftest import PASSPHRASE, STAFF_PASSPHRASE, make_pdf
from tests.operations.clearing import outcome_for

HARM = {
    "who": "Priya", "likelihood": "likely", "seriousness": "serious", "opinion": "Dr Whitcombe says it is met",
    "opinion_date": "2026-11-01",
}  # fmt: skip
PASSAGE = "telling Priya where the flat is would put the family at grave risk from whoever stands at the door"
LETTER = [
    "Wexbourne Children's Services",
    "Our ref: WX/2291    Date: 14 March 2019",
    "Dear Ms Shah,",
    "I visited you and your mother, Meena Dunmore, on 12 March and we looked through the papers.",
    "Gareth Pole had been shouting at the neighbour, Mrs Oluwaseun Adeyemi, about the bins.",
    "The health visitor believes that telling Priya where the flat is would put the family",
    "at grave risk from whoever stands at the door, and has written this down for the panel, which",
    "meets on the last Thursday of the month. You asked for a bus pass and for help with the",
    "letters from the housing office about the rent.",
    "Yours sincerely,",
    "Fiona Marsh, Social Worker",
]


def scanned(source: Path, out: Path) -> Path:
    """A picture of the page, as a photocopier sends it."""
    with pymupdf.open(source) as document:
        picture = document[0].get_pixmap(dpi=150, colorspace=pymupdf.csGRAY).tobytes("png")
    with pymupdf.open() as made:
        page = made.new_page(width=595, height=842)
        page.insert_image(pymupdf.Rect(4, 3, 599, 845), stream=io.BytesIO(picture))
        made.save(out)
    return out


@pytest.fixture(scope="module")
def analysed(tmp_path_factory: pytest.TempPathFactory, pool) -> Path:
    folder = tmp_path_factory.mktemp("copies")
    papers = folder / "papers"
    papers.mkdir()
    letter = make_pdf(papers / "01 Letter.pdf", LETTER)
    make_pdf(papers / "02 School copy.pdf", ["Received by the school office, file in pupil's folder", *LETTER])
    scanned(letter, papers / "03 Scan.pdf")
    quoted = ["> " + line for line in LETTER[3:9]]
    mail = ["From: Ola Reed", "Sent: 20 March 2019 10:12", "To: Fiona Marsh", "Subject: RE: the visit", "Hello Fiona,"]
    make_pdf(papers / "04 E-mail.pdf", [*mail, "I agree with all of this, see below.", *quoted, "Best wishes, Ola"])
    path = folder / "copies.case"
    with new_case(path, PASSPHRASE, reference="SAR/2", subject="Priya Shah", dob="2003-04-05") as case:
        add_paths(case, [papers], pool)
        analyse(case, pool)
    return path


@pytest.fixture
def view(analysed: Path, tmp_path: Path):
    with CaseFile.open(Path(shutil.copy(analysed, tmp_path / "copies.case")), PASSPHRASE) as case:
        yield CaseView(case)


def inconsistent(view: CaseView, pool) -> dict[str, list]:
    found: dict[str, list] = {}
    for item in left_to_do(view, pool):
        if item.kind == "inconsistent":
            found.setdefault(view.documents[item.document].name[:2], []).append(item)
    return found


def test_copies_scans_and_quotations_are_known(view: CaseView):
    names = {sha: document.name[:2] for sha, document in view.documents.items()}
    assert [[names[key[0]] for key in group] for group in duplicates.same_pages(view)] == [["01", "02", "03"]]
    found = {tuple(names[key[0]] for key in copy.pages): copy for copy in duplicates.copies(view)}
    assert found["01", "02"].same and found["01", "03"].similarity > 0.9
    assert not found["01", "04"].same and found["01", "04"].words > 55
    letter, _, scan, mail = view.documents.values()
    assert duplicates.copy_of(view, scan, 1, 1) == (letter, 1)
    assert duplicates.copy_of(view, mail, 1, 1) is None


def test_a_passage_redacted_once_is_asked_about_in_every_copy_and_carried_over_in_one_step(view: CaseView, pool):
    letter = view.document_called("01 Letter.pdf")
    assert inconsistent(view, pool) == {}
    mark.mark_harm(view, letter, 1, "H-HARM", text=PASSAGE, fields=HARM)
    found = inconsistent(view, pool)
    assert sorted(found) == ["02", "03", "04"], "the copy, its scan and the quotation"
    assert "grave risk" in found["04"][0].text or "telling Priya" in found["04"][0].text
    assert found["03"][0].other == (letter.sha256, 1)
    items = [item for group in found.values() for item in group]
    settle(view, items, "redact", "the same passage")
    assert view.state.events[-1].kind is Kind.DECISIONS_CARRIED
    assert inconsistent(view, pool) == {}
    for name in ("02 School copy.pdf", "03 Scan.pdf", "04 E-mail.pdf"):
        key = (view.document_called(name).sha256, 1)
        held = [redaction for redaction in view.outcomes[key].plan.redactions if redaction.reason == "H-HARM"]
        assert held and all(dict(redaction.fields)["who"] == "Priya" for redaction in held)
        hidden = " ".join(redaction.text for redaction in held).casefold()
        assert "grave" in hidden and "door" in hidden, name
        assert all(passage.harm for passage in view.state.places.passages[key])
    undo(view)
    assert len(inconsistent(view, pool)) == 3, "one step back"


def test_submission_waits_for_it_and_what_is_left_stays_left(view: CaseView, staff: Path, pool):
    worker = load_identity(staff / "worker.id", STAFF_PASSPHRASE)
    letter = view.document_called("01 Letter.pdf")
    text = "You asked for a bus pass and for help with the letters from the housing office about the rent"
    mark.redact_text(view, text, "TP", document=letter, page=1)
    accept(view)
    for _ in range(4):
        rest = [item for item in left_to_do(view, pool) if item.kind != "inconsistent"]
        for item in rest:
            settle(view, [item], outcome_for(item), "looked at")
    with pytest.raises(Refused, match="Redacted in one copy, open in another"):
        submit(view, worker, pool)
    items = [item for group in inconsistent(view, pool).values() for item in group]
    settle(view, items, "leave", "the other copies are open on purpose", signer=worker)
    assert inconsistent(view, pool) == {}
    mark.redact_text(
        view,
        "has written this down for the panel, which meets on the last Thursday of the month",
        "TP",
        document=letter,
        page=1,
    )
    again = inconsistent(view, pool)
    assert sorted(again) == ["02", "03", "04"]
    assert all("panel" in item.text and "bus pass" not in item.text for group in again.values() for item in group)
    settle(view, [item for group in again.values() for item in group], "redact", "yes", signer=worker)
    submit(view, worker, pool)


def test_an_exception_in_one_copy_is_asked_about_in_the_other(view: CaseView, pool):
    accept(view)
    school = view.document_called("02 School copy.pdf").sha256
    pole = [m for m in view.by_page[school, 1] if m.text == "Gareth Pole"]
    assert pole and not inconsistent(view, pool).get("02")
    decide_occurrences(view, pole, Outcome.DISCLOSE, why="she was there")
    found = inconsistent(view, pool)["02"]
    assert len(found) == 1 and "'Gareth Pole'" in found[0].text


def test_a_drawn_box_and_a_withheld_page_are_compared_too(view: CaseView, pool):
    letter, school, scan, mail = view.documents.values()
    mark.redact_box(view, letter, 1, Box(300, 700, 420, 760), "TP", fields={"who": "a photograph"})
    places = {place.anchor.document: place for place in opencopies.open_places(view)}
    assert set(places) == {school.sha256, scan.sha256}, "where the page is the same, not where it is quoted"
    (box,) = places[scan.sha256].anchor.boxes
    assert abs(box.x0 - 304) < 4 and abs(box.y0 - 703) < 4, "the scan lies a few points off"
    (box,) = places[school.sha256].anchor.boxes
    assert abs(box.y0 - 722) < 4, "one line further down"
    undo(view)
    mark.withhold_pages(view, letter, 1, 1, "LPP", fields={"lawyer": "x", "kind": "advice"})
    found = inconsistent(view, pool)
    assert "withheld" in found["02"][0].text and "withheld" in found["03"][0].text
    assert "04" in found, "most of the withheld page is quoted there"
    settle(view, [*found["02"], *found["03"]], "redact", "the same page")
    assert view.outcomes[scan.sha256, 1].plan.withheld is not None
    assert view.outcomes[school.sha256, 1].plan.withheld is not None
    assert "04" in inconsistent(view, pool) and mail.sha256


def test_a_left_out_copy_needs_nothing_and_the_log_says_so(view: CaseView, staff: Path, pool, tmp_path: Path):
    worker = load_identity(staff / "worker.id", STAFF_PASSPHRASE)
    lead = load_identity(staff / "lead.id", STAFF_PASSPHRASE)
    letter, school, scan, _ = view.documents.values()
    like = duplicates.copy_of(view, scan, 1, 1)
    arrange.leave_out(view, scan, 1, 1, "COPY", like=like)
    arrange.leave_out(view, school, 1, 1, "COPY", like=(letter, 1), why="same letter")
    mark.mark_harm(view, school, 1, "H-HARM", text=PASSAGE, fields=HARM)
    found = inconsistent(view, pool)
    assert sorted(found) == ["01", "04"], "a decision on a copy that is left out still counts for those that stay"
    accept(view)
    for _ in range(4):
        for item in left_to_do(view, pool):
            settle(view, [item], outcome_for(item), "looked at")
    submit(view, worker, pool)
    approve(view, lead)
    result = export(view, tmp_path / "out", pool, signer=lead)
    left = [released.line.explanation for released in result.released if released.line.left_out]
    assert left == ["A document of 1 page is a copy of page 2 of this bundle and is not repeated."] * 2
    assert result.report.verified and result.pages == 3


SECRET = [
    "Note for the file, not to be shared",
    "Meena Dunmore rang in tears. She says Gareth Pole keeps a crossbow under the bed and has told",
    "her that nobody would find her on the moor. She has hidden the passports at the library.",
    "She wants no visit at home and no letters until she has left.",
]
ANSWERS = {
    "05 Mail.pdf": [
        "From: Ola Reed", "Sent: 21 March 2019 09:30", "To: Fiona Marsh", "Subject: RE: tears", "Hi Fiona,",
        "I hear that he keeps a crossbow under the bed and told her nobody would find her on the moor.",
        "Can we talk about Priya's bus pass as well?",
    ],
    "06 Chronology.pdf": [
        "19/03/2019   Home visit, Priya well, homework done",
        "20/03/2019   Passports hidden at the library, wants no visit at home and no letters until she left",
        "22/03/2019   Bus pass sent",
    ],
    "07 Review.pdf": [
        "Priya is doing well at school and would like more books from the library.",
        "There are no letters to answer. The next visit at home is in May.",
    ],
}  # fmt: skip


def test_what_quotes_a_page_that_is_withheld_whole_is_asked_about(tmp_path: Path, pool):
    papers = tmp_path / "papers"
    papers.mkdir()
    make_pdf(papers / "04 Note.pdf", SECRET)
    for name, lines in ANSWERS.items():
        make_pdf(papers / name, lines)
    with new_case(tmp_path / "quoted.case", PASSPHRASE, reference="SAR/3", subject="Priya Shah") as case:
        add_paths(case, [papers], pool)
        analyse(case, pool)
        view = CaseView(case)
        assert inconsistent(view, pool) == {}
        note = view.document_called("04 Note.pdf")
        mark.withhold_pages(view, note, 1, 1, "H-HARM", fields=HARM)
        found = inconsistent(view, pool)
        assert sorted(found) == ["05", "06"], "not the paper that only speaks of the same things"
        (mail,), (entry,) = found["05"], found["06"]
        assert "which is withheld" in mail.text and "crossbow" in mail.text and "bus pass" not in mail.text
        assert mail.other == (note.sha256, 1)
        assert [anchor.text for anchor in entry.anchors if "homework" in anchor.text] == []
        settle(view, [mail], "redact", "the same as on the page")
        held = [r for r in view.outcomes[mail.document, 1].plan.redactions if r.reason == "H-HARM"]
        assert held and "crossbow" in held[0].text, "on the grounds of the page"
        settle(view, [entry], "leave", "she wrote this herself")
        assert inconsistent(view, pool) == {}
