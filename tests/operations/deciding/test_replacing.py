# SPDX-License-Identifier: AGPL-3.0-or-later
"""Another copy of a document in its place: taken in, read and put there in one step, decisions with it."""

from __future__ import annotations

from pathlib import Path
from zipfile import ZipFile

import pytest

from redactor.cli import main
from redactor.domain.errors import BadInput, Refused
from redactor.operations.deciding import mark
from redactor.operations.deciding.replacing import replace_with
from redactor.operations.deciding.settle import settle
from redactor.operations.finding.analyse import analyse
from redactor.operations.intake import arrange, contents
from redactor.operations.intake.intake import add_paths
from redactor.operations.left.todo import left_to_do
from redactor.operations.request.case import new_case
from redactor.operations.view import CaseView
from redactor.review.todo_items import TodoKind
from tests.conftest import PASSPHRASE, make_pdf
from tests.oddmade import LINES, one_page_comes_round_again

LETTER = [
    "Dear Priya, thank you for your letter of Monday about the visits to the house in the spring.",
    "The allotment behind the library was mentioned twice and nobody remembers by whom it was.",
    "We shall write to you again when the manager has read what was said about the summer.",
]
ALLOTMENT = "The allotment behind the library"


def paper(path: Path, lines: list[str]) -> Path:
    make_pdf(path, lines)
    return path


@pytest.fixture
def view(tmp_path: Path, pool):
    """A case of a letter and a note; a passage of the letter is redacted, and it has a title in the index."""
    paper(tmp_path / "letter.pdf", LETTER)
    paper(tmp_path / "note.pdf", ["A note about the boiler, which was looked at on Tuesday and found to be sound."])
    with new_case(tmp_path / "one.case", PASSPHRASE, reference="R", subject="Priya Shah") as case:
        add_paths(case, [tmp_path / "letter.pdf", tmp_path / "note.pdf"], pool)
        analyse(case, pool)
        view = CaseView(case)
        letter = view.document_called("letter.pdf")
        mark.redact_text(view, ALLOTMENT, "TP", document=letter, page=1)
        arrange.describe(view, [contents.part_called(view, "letter.pdf")], title="Letter of the spring")
        yield view


def held(view: CaseView, name: str) -> list[str]:
    sha = view.document_called(name).sha256
    return [r.text for key in view.release_keys if key[0] == sha for r in view.outcomes[key].plan.redactions]


def test_a_better_copy_takes_the_place_with_what_was_decided(view: CaseView, tmp_path: Path, pool):
    better = paper(tmp_path / "letter again.pdf", [*LETTER, "Signed by the clerk, with the date on which it was sent."])
    done = replace_with(view, view.document_called("letter.pdf"), better, pool)
    assert (done.carried, done.left_behind) == (1, 0)
    assert held(view, "letter again.pdf") == [ALLOTMENT]
    assert not view.state.arrangement.keeps(view.document_called("letter.pdf").sha256, 1)
    first = next(part for part in view.state.arrangement.parts() if view.state.arrangement.keeps(part.document, 1))
    assert view.documents[first.document].name == "letter again.pdf", "it stands where the other stood"
    assert first.title == "Letter of the spring"


def test_what_found_no_place_is_to_be_come_back_to(view: CaseView, tmp_path: Path, pool):
    shorter = paper(tmp_path / "cut.pdf", [LETTER[0], LETTER[2]])
    done = replace_with(view, view.document_called("letter.pdf"), shorter, pool)
    assert (done.carried, done.left_behind) == (0, 1)
    (item,) = [item for item in left_to_do(view, pool) if item.kind is TodoKind.NOTE]
    assert ALLOTMENT.lower() in item.text.lower()
    assert view.documents[item.document].name == "cut.pdf"


def test_a_damaged_file_makes_way_for_one_that_can_be_read(view: CaseView, tmp_path: Path, pool):
    (tmp_path / "round.pdf").write_bytes(one_page_comes_round_again())
    add_paths(view.case, [tmp_path / "round.pdf"], pool)
    analyse(view.case, pool)
    view.refresh()
    (item,) = [item for item in left_to_do(view, pool) if item.kind is TodoKind.UNREADABLE_PAGE]
    settle(view, [item], "redact", "it cannot be read")
    both = tmp_path / "both.pdf"
    make_pdf(both, list(LINES), ["The second page"])
    done = replace_with(view, view.document_called("round.pdf"), both, pool)
    assert done.left_behind == 0, "a page that could not be read holds nothing back in a copy that can be"
    assert view.outcomes[view.document_called("both.pdf").sha256, 2].plan.withheld is None


def test_a_paper_about_something_else_takes_no_place(view: CaseView, tmp_path: Path, pool):
    other = paper(tmp_path / "other.pdf", ["Minutes of the garden committee, at which nobody spoke for an hour."])
    with pytest.raises(Refused, match="no text in common"):
        replace_with(view, view.document_called("letter.pdf"), other, pool)
    assert view.state.arrangement.keeps(view.document_called("letter.pdf").sha256, 1)
    with pytest.raises(BadInput, match="the same file is in the case already"):
        replace_with(view, view.document_called("letter.pdf"), tmp_path / "note.pdf", pool)


def test_the_shell_does_it_in_one_command(view: CaseView, tmp_path: Path, monkeypatch, capsys):
    case = str(view.case.path)
    view.case.close()
    monkeypatch.setenv("REDACTOR_PASSPHRASE", PASSPHRASE)
    better = paper(tmp_path / "letter again.pdf", [*LETTER, "Signed by the clerk, with the date on which it was sent."])
    assert main(["replace", case, "--file", "letter.pdf", "--with", str(better)]) == 0
    assert "takes the place of letter.pdf; 1 decision carried over" in capsys.readouterr().out


def zipped(path: Path, *files: Path) -> Path:
    with ZipFile(path, "w") as archive:
        for file in files:
            archive.write(file, file.name)
    return path


def test_a_file_of_several_documents_takes_no_place_and_leaves_nothing_behind(view: CaseView, tmp_path: Path, pool):
    one = paper(tmp_path / "one.pdf", [*LETTER, "Another line."])
    two = paper(tmp_path / "two.pdf", ["Something else, said on Wednesday."])
    before = set(view.documents)
    with pytest.raises(BadInput, match=r"2 files are in it; none was taken in"):
        replace_with(view, view.document_called("letter.pdf"), zipped(tmp_path / "both.zip", one, two), pool)
    with pytest.raises(BadInput, match="this is a folder"):
        replace_with(view, view.document_called("letter.pdf"), tmp_path, pool)
    assert set(view.refresh().documents) == before


def test_an_archive_of_one_document_is_that_document(view: CaseView, tmp_path: Path, pool):
    one = paper(tmp_path / "letter again.pdf", [*LETTER, "Signed by the clerk, with the date of it."])
    done = replace_with(view, view.document_called("letter.pdf"), zipped(tmp_path / "sent.zip", one), pool)
    assert (done.new, done.carried) == ("sent.zip/letter again.pdf", 1)
