# SPDX-License-Identifier: AGPL-3.0-or-later
"""A release as the requester gets it."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path
from types import SimpleNamespace

import pikepdf
import pymupdf
import pypdfium2
import pytest

from redactor.domain.errors import BadInput, Cancelled
from redactor.domain.geometry import Box
from redactor.release.export import LAYOUTS
from redactor.release.internal_log import write_internal_log
from redactor.release.verify.content import PageText
from redactor.release.verify.expect import ExpectedPage
from redactor.release.verify.readable import check_words
from tests.release.papers import DRAFT, LINES, RELEASE, SECRET, Case, every_kind, letter


def text_of(path: Path) -> list[str]:
    document = pypdfium2.PdfDocument(path)
    return [page.get_textpage().get_text_range() for page in document]


@pytest.fixture(scope="module")
def released(tmp_path_factory: pytest.TempPathFactory):
    out = tmp_path_factory.mktemp("release") / "out"
    case = every_kind()
    return case, case.release(out)


def test_the_folder_holds_what_it_should(released) -> None:
    _, result = released
    names = sorted(path.name for path in result.folder.iterdir())
    assert names == [
        "bundle.pdf",
        "manifest.json",
        "redaction-log.json",
        "redaction-log.pdf",
        "redaction-log.xlsx",
        "verification.json",
        "verification.pdf",
    ]
    assert result.report.verified
    assert result.redactions == 7  # three pages with the name twice, one page withheld


def test_what_is_hidden_cannot_be_read_and_the_rest_can(released) -> None:
    case, result = released
    pages = text_of(result.folder / "bundle.pdf")
    whole = "".join(pages)
    for piece in SECRET.split():
        assert piece not in whole
        for path in result.folder.iterdir():
            assert piece.encode() not in path.read_bytes()
    for content in case.contents.values():
        if content.page == 1:
            assert "pleased to be visited" in whole
    first = pages[1]
    assert "Her neighbour" in first and "opened the door" in first
    # Reading order: the label stands where the name stood.
    assert first.index("neighbour") < first.index("Another person") < first.index("opened")


def test_the_log_refers_to_the_bundles_own_pages(released) -> None:
    _, result = released
    lines = json.loads((result.folder / "redaction-log.json").read_text(encoding="utf-8"))
    assert [line["number"] for line in lines] == list(range(1, 8))
    assert set(lines[0]) == {"number", "page_in_bundle", "boxes_in_bundle", "label", "explanation", "reference"}
    pages = text_of(result.folder / "bundle.pdf")
    slip = next(line for line in lines if line["boxes_in_bundle"] == [])
    assert "held back" in pages[slip["page_in_bundle"] - 1]
    with pymupdf.open(result.folder / "bundle.pdf") as bundle:
        for line in lines:
            for box in line["boxes_in_bundle"]:
                drawn = bundle[line["page_in_bundle"] - 1].get_pixmap(
                    clip=pymupdf.Rect(box[0] + 1, box[1] + 1, box[2] - 1, box[3] - 1), colorspace=pymupdf.csGRAY
                )
                assert max(drawn.samples) in range(0xDB, 0xE0), "the box is pale grey"


def test_page_numbers_run_through_and_the_cover_explains(released) -> None:
    _, result = released
    pages = text_of(result.folder / "bundle.pdf")
    for number, text in enumerate(pages, start=1):
        assert f"Page {number} of {len(pages)}" in text
    assert "Another person" in pages[0] and "Priscilla Bannister" in pages[0]
    assert "approved by Jo Lead on 9 March 2026" in " ".join(pages[0].split())
    assert "Document 3" in pages[0]


def test_the_bundle_is_tagged_titled_and_in_english(released) -> None:
    _, result = released
    with pikepdf.open(result.folder / "bundle.pdf") as pdf:
        assert str(pdf.Root.Lang) == "en-GB"
        assert pdf.Root.MarkInfo.Marked
        assert "SAR/2026/014" in str(pdf.docinfo.Title)
        document = pdf.Root.StructTreeRoot.K
        assert document.S == "/Document"
        assert [section.S for section in document.K] == ["/Sect"] * 4  # the cover and three documents
        alts = [str(o.Alt) for o in pdf.objects if isinstance(o, pikepdf.Dictionary) and "/Alt" in o]
        assert sum("Another person" in alt for alt in alts) == 6


def test_a_draft_is_stamped_on_every_page_and_holds_no_approval(tmp_path: Path) -> None:
    case = every_kind()
    result = case.release(tmp_path / "draft", DRAFT)
    assert all("DRAFT - NOT FOR RELEASE" in text for text in text_of(result.folder / "bundle.pdf"))
    manifest = json.loads((result.folder / "manifest.json").read_text(encoding="utf-8"))
    assert manifest["draft"] is True and "approval" not in manifest and "journal_head" not in manifest
    assert json.loads((result.folder / "verification.json").read_text(encoding="utf-8"))["draft"] is True


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_same_plan_gives_the_same_bytes(tmp_path: Path, layout: str) -> None:
    one = every_kind().release(tmp_path / "one", layout=layout).folder
    other = every_kind().release(tmp_path / "elsewhere", layout=layout).folder
    names = sorted(path.relative_to(one) for path in one.rglob("*") if path.is_file())
    assert names == sorted(path.relative_to(other) for path in other.rglob("*") if path.is_file())
    for name in names:
        assert (one / name).read_bytes() == (other / name).read_bytes(), name


def test_one_file_a_document(tmp_path: Path) -> None:
    case = every_kind()
    result = case.release(tmp_path / "out", layout="documents")
    assert [path.relative_to(result.folder).as_posix() for path in result.files] == [
        "contents.pdf",
        "documents/0001.pdf",
        "documents/0002.pdf",
        "documents/0003.pdf",
    ]
    numbered = [text for path in result.files for text in text_of(path)]
    for number, text in enumerate(numbered, start=1):
        assert f"Page {number} of {len(numbered)}" in text
    assert case.verify(result.folder).verified


def test_it_can_be_verified_again_and_a_changed_byte_is_found(tmp_path: Path) -> None:
    case = every_kind()
    folder = case.release(tmp_path / "out").folder
    assert case.verify(folder).verified
    log = folder / "redaction-log.xlsx"
    log.write_bytes(log.read_bytes() + b" ")
    report = case.verify(folder)
    assert not report.verified
    assert [rule.rule for rule in report.rules if not rule.passed] == ["manifest"]


def test_verifying_against_another_approval_fails(tmp_path: Path) -> None:
    case = every_kind()
    folder = case.release(tmp_path / "out", DRAFT).folder
    assert not case.verify(folder, RELEASE).verified


def test_cancelling_leaves_nothing(tmp_path: Path) -> None:
    calls = iter(range(1000))
    with pytest.raises(Cancelled):
        every_kind().release(tmp_path / "out", cancelled=lambda: next(calls) > 2)
    assert list(tmp_path.iterdir()) == []


def test_progress_runs_to_the_end(tmp_path: Path) -> None:
    seen: list[tuple[int, int]] = []
    every_kind().release(tmp_path / "out", progress=lambda done, total, _: seen.append((done, total)))
    assert seen == sorted(seen)
    assert seen[-1][0] == seen[-1][1]


def test_an_export_never_writes_over_anything(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "mine.txt").write_text("mine")
    with pytest.raises(BadInput, match="already there"):
        every_kind().release(tmp_path / "out")
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_an_empty_folder_of_that_name_may_be_there(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    assert every_kind().release(tmp_path / "out").report.verified


def test_a_folder_that_is_missing_is_named(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="does not exist"):
        every_kind().release(tmp_path / "nowhere" / "out")


def test_what_a_killed_export_left_is_cleared(tmp_path: Path) -> None:
    left = tmp_path / ".out.unfinished-999999999"
    left.mkdir()
    (left / "bundle.pdf").write_bytes(b"half")
    every_kind().release(tmp_path / "out")
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_a_page_that_cannot_be_opened_is_named(tmp_path: Path) -> None:
    case = Case()
    sha = case.add(letter())
    case.data[sha] = b"%PDF-1.4 nothing of the kind"
    with pytest.raises(BadInput, match=r"file 0\.pdf, page 1"):
        case.release(tmp_path / "out")
    assert list(tmp_path.iterdir()) == []


def test_lines_set_close_lose_no_words_of_their_neighbours(tmp_path: Path) -> None:
    case = Case()
    lines = ["jumping gypsy fjords quickly by pages", f"agile {SECRET} jogs", "hk Élan lfb dtk over all that"]
    with pymupdf.open() as document:
        page = document.new_page()
        for n, line in enumerate(lines):
            page.insert_text((60, 100 + n * 11.2), line, fontsize=12)  # closer than the letters are high
        close = document.tobytes()
    case.add(close)
    folder = case.release(tmp_path / "out").folder
    text = " ".join(text_of(folder / "bundle.pdf")[1].split())
    for word in (*lines[0].split(), *lines[2].split(), "agile", "jogs"):
        assert word in text


def test_a_word_partly_under_a_box_leaves_the_text(tmp_path: Path) -> None:
    case = Case()
    content_box = Box(60, 70, 75, 84)  # over the first letters of "Case"
    case.add(letter(), (), boxes=(content_box,))
    text = text_of(case.release(tmp_path / "out").folder / "bundle.pdf")[1]
    assert "Case" not in text and "note of a visit" in text


def test_the_internal_log_has_what_the_other_must_not(tmp_path: Path) -> None:
    case = every_kind()
    result = case.release(tmp_path / "out")
    decided = {"e1": ("Sam Worker", "2026-03-01T09:00:00.000000Z"), "e3": ("Jo Other", "2026-03-02T09:00:00.000000Z")}
    path = tmp_path / "internal.json"
    write_internal_log(path, case.plan, result, case.documents, decided, RELEASE)
    lines = json.loads(path.read_text(encoding="utf-8"))
    assert lines[0]["text"] == SECRET and lines[0]["decided_by"] == "Sam Worker"
    assert lines[0]["file"].startswith(SECRET) and lines[0]["approved_by"] == "Jo Lead"
    assert {line["number"] for line in lines} == set(range(1, 8))
    sheet = tmp_path / "internal.xlsx"
    write_internal_log(sheet, case.plan, result, case.documents, decided, RELEASE)
    with zipfile.ZipFile(sheet) as book:
        assert SECRET in book.read("xl/sharedStrings.xml").decode()
    with pytest.raises(BadInput, match="already there"):
        write_internal_log(sheet, case.plan, result, case.documents, decided, RELEASE)
    with pytest.raises(BadInput, match=r"\.json or \.xlsx"):
        write_internal_log(tmp_path / "log.txt", case.plan, result, case.documents, decided, RELEASE)


def test_a_read_only_folder_is_told_plainly(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import errno

    def refuse(*_: object, **__: object) -> None:
        raise OSError(errno.EROFS, "Read-only file system")

    monkeypatch.setattr(Path, "mkdir", refuse)
    with pytest.raises(BadInput, match="cannot be written to"):
        every_kind().release(tmp_path / "out")


def test_a_full_disk_is_told_plainly_and_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import errno

    from redactor.release.burn.bundle import Bundle

    def full(*_: object) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Bundle, "finish", full)
    with pytest.raises(BadInput, match="no room left"):
        every_kind().release(tmp_path / "out")
    assert list(tmp_path.iterdir()) == []


def test_ordinary_words_of_a_hidden_passage_do_not_stop_a_release(tmp_path: Path) -> None:
    """Words that are also keys of a PDF, parts of a spreadsheet or of a font's licence."""
    passage = "parent catalog contents figure border string theme number reference under license worksheet count title"
    case = Case()
    case.add(letter((passage, *LINES)), (passage, SECRET), reason="H-HARM", label="Withheld by law")
    assert case.release(tmp_path / "out").report.verified


@pytest.mark.parametrize(
    ("read", "ours", "sound"),
    [
        ("hat a cat sat on the mat", False, True),  # a letter that stood twice in nearly one place
        ("hat a cat sat on the mat", True, False),  # on our own pages none does
        ("that a cat sat on the mat is", False, False),
        ("a cat sat on the mat", False, False),
    ],
)
def test_another_reader_may_tell_two_letters_in_one_place_once_and_no_more(read: str, ours: bool, sound: bool) -> None:
    words = ("that", "a", "cat", "sat", "on", "the", "mat")
    page = ExpectedPage(0, "page 1", words, frozenset(), frozenset(), ours=ours)
    text = PageText(words=list(words))
    drawn = SimpleNamespace(get_textpage=lambda: SimpleNamespace(get_text_range=lambda: read))
    said: list[str] = []
    check_words(page, text, drawn, frozenset(), lambda rule, problem: said.append(problem), ())
    assert ("another reader finds other text on the page" not in said) is sound
