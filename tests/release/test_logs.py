# SPDX-License-Identifier: AGPL-3.0-or-later
"""Both logs, word for word, against files kept beside this test (REDACTOR_GOLDEN=1 writes them anew)."""

from __future__ import annotations

import json
import os
import zipfile
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pypdfium2
import pytest

from redactor.domain.geometry import Box
from redactor.domain.plan import Redaction
from redactor.release.internal_log import write_internal_log
from redactor.release.logs.entries import LogLine, SaidLine
from redactor.release.logs.paper import write_pdf
from redactor.release.logs.sheet import write_xlsx
from redactor.release.sheets import Told, key_rows
from tests.release.papers import DRAFT, RELEASE, SECRET, Case, letter

GOLDEN = Path(__file__).parent / "golden"
_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def held(case: Case) -> Case:
    """A reason that is told, one that is sealed, a legal one, and two numbered people."""
    sha = case.add(letter(pages=3), withhold=(3,))
    page = case.pages[1]
    first, second = page.redactions
    told = Redaction(sha, 2, first.boxes, "TP", "Person 1", SECRET, "p1", source="e1")
    other = Redaction(sha, 2, second.boxes, "TP", "Person 2", SECRET, "p2", source="e1")
    law = Redaction(sha, 2, (Box(60, 300, 200, 314),), "LPP", "Legal advice", "what the lawyer said", source="e2")
    sealed = Redaction(sha, 2, (Box(60, 330, 200, 344),), "CA", "Withheld by law", "what the child said", source="e3")
    case.pages[1] = replace(page, redactions=(told, other, law, sealed))
    return case


@pytest.fixture(scope="module")
def released(tmp_path_factory: pytest.TempPathFactory):
    case = held(Case())
    folder = tmp_path_factory.mktemp("logs")
    result = case.release(folder / "out")
    decided = {"e1": ("Ann Author", "2026-03-01T09:00:00Z"), "e2": ("Bo Brown", "2026-03-02T09:00:00Z")}
    for name in ("internal.json", "internal.xlsx"):
        write_internal_log(folder / name, case.plan, result, case.documents, decided, RELEASE, [SECRET, "Ito Lee"])
    return folder


def rows(path: Path) -> list[list[str]]:
    """The cells of a workbook's one sheet."""
    with zipfile.ZipFile(path) as book:
        strings = [
            "".join(part.text or "" for part in item.iter(f"{_MAIN}t"))
            for item in ElementTree.fromstring(book.read("xl/sharedStrings.xml")).iter(f"{_MAIN}si")
        ]
        sheet = ElementTree.fromstring(book.read("xl/worksheets/sheet1.xml"))
    found = []
    for row in sheet.iter(f"{_MAIN}row"):
        cells = []
        for cell in row.iter(f"{_MAIN}c"):
            value = cell.findtext(f"{_MAIN}v") or ""
            cells.append(strings[int(value)] if cell.get("t") == "s" else value)
        found.append(cells)
    return found


def text_of(path: Path) -> str:
    if path.suffix == ".xlsx":
        return "\n".join(" | ".join(cell.replace("\n", " / ") for cell in row) for row in rows(path)) + "\n"
    if path.suffix == ".pdf":
        pages = [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(path)]
        return "\n\f\n".join("\n".join(page.split("\r\n")) for page in pages) + "\n"
    return path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "name",
    [
        "out/redaction-log.json", "out/redaction-log.xlsx", "out/redaction-log.pdf", "internal.json", "internal.xlsx",
    ],
)  # fmt: skip
def test_it_says_what_it_should_word_for_word(name: str, released: Path) -> None:
    path = released / name
    kept = GOLDEN / f"{path.name}.txt"
    text = text_of(path)
    if os.environ.get("REDACTOR_GOLDEN"):
        kept.parent.mkdir(exist_ok=True)
        kept.write_text(text, encoding="utf-8", newline="\n")
    assert text == kept.read_text(encoding="utf-8")


def test_the_disclosable_log_tells_nothing_of_what_is_hidden(released: Path) -> None:
    out = released / "out"
    for path in out.iterdir():
        said = text_of(path) if path.suffix in (".xlsx", ".pdf", ".json") else ""
        for secret in (*SECRET.split(), "lawyer said", "child said", "Ann Author", ".pdf.pdf", "file 0", "CA\n", "p1"):
            assert secret not in said, (path.name, secret)
    lines = json.loads((out / "redaction-log.json").read_text(encoding="utf-8"))
    assert {frozenset(line) for line in lines} == {
        frozenset({"number", "page_in_bundle", "boxes_in_bundle", "label", "explanation", "reference"})
    }


def test_a_sealed_reason_is_told_like_any_other_sealed_one(released: Path) -> None:
    lines = json.loads((released / "out" / "redaction-log.json").read_text(encoding="utf-8"))
    sealed = {(line["label"], line["explanation"], line["reference"]) for line in lines if "law" in line["label"]}
    assert len(sealed) == 1, "the page held back for harm and the passage about child abuse say the same"


def test_the_head_is_repeated_on_every_page_and_people_are_in_one_row(tmp_path: Path) -> None:
    lines = [
        LogLine(
            n,
            2 + n // 20,
            (Box(10.0 * (n % 40), 100.0, 400.0, 112.0),),
            f"Person {1 + n % 12}",
            "About them.",
            "Art 15",
        )
        for n in range(1, 120)
    ]
    write_pdf(tmp_path / "log.pdf", lines, RELEASE, [SaidLine(9, "Priya Shah", "3 May 2026")])
    pages = [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(tmp_path / "log.pdf")]
    assert len(pages) > 4
    assert all("Where on the page" in page for page in pages[:-1])
    assert all(f"Page {n} of {len(pages)}" in page for n, page in enumerate(pages, start=1))
    assert "Person 1 to Person 12" in pages[0]
    assert "a statement by Priya Shah, 3 May 2026" in pages[-1]
    write_xlsx(tmp_path / "log.xlsx", lines)
    assert len(rows(tmp_path / "log.xlsx")) == 120


def test_how_wide_a_box_is_does_not_stand_in_words(tmp_path: Path) -> None:
    narrow = LogLine(1, 2, (Box(72.0, 72.0, 90.0, 84.0),), "Another person", "Why", "Law")
    wide = LogLine(1, 2, (Box(72.0, 72.0, 300.0, 84.0),), "Another person", "Why", "Law")
    assert narrow.place == wide.place == "25 mm across, 25 mm down"
    write_pdf(tmp_path / "a.pdf", [narrow], DRAFT)
    write_pdf(tmp_path / "b.pdf", [wide], DRAFT)
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()


def test_the_key_numbers_people_only_where_they_are_numbered() -> None:
    plain = key_rows([Told("Another person", "About them.", "Art 15")] * 3)
    assert [key.label for key in plain] == ["Another person"]


def test_what_every_spreadsheet_says_of_itself_is_no_secret(tmp_path: Path) -> None:
    case = Case()
    case.add(letter(("False titles were printed in 2000.", "The rest stays.")), ("False", "titles"))
    assert case.release(tmp_path / "out", RELEASE).report.verified
