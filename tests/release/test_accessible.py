# SPDX-License-Identifier: AGPL-3.0-or-later
"""Everything released can be read aloud, gone through by its headings, and shown by any reader that asks for tags."""

from __future__ import annotations

import re
from pathlib import Path

import pikepdf
import pytest

from redactor.release.facts import ReleaseResult
from tests.release.papers import DRAFT, SECRET, Case, every_kind
from tests.release.surgery import operate
from tests.release.ua import broken, elements, read_aloud

PDFS = ("bundle.pdf", "redaction-log.pdf", "guide.pdf", "verification.pdf")


@pytest.fixture(scope="module")
def released(tmp_path_factory: pytest.TempPathFactory) -> tuple[Case, ReleaseResult]:
    case = every_kind()
    return case, case.release(tmp_path_factory.mktemp("release") / "out", guide=True)


@pytest.mark.parametrize("name", PDFS)
def test_no_clause_of_iso_14289_that_a_program_can_check_is_broken(name: str, released) -> None:
    assert broken(released[1].folder / name) == []


def test_nor_in_files_of_one_document_each_and_drafts(tmp_path: Path) -> None:
    result = every_kind().release(tmp_path / "out", DRAFT, layout="documents")
    files = sorted((result.folder / "documents").glob("*.pdf"))
    assert len(files) > 2
    assert [problem for file in files for problem in broken(file)] == []


def test_a_line_with_a_box_is_read_in_its_order(released) -> None:
    with pikepdf.open(released[1].folder / "bundle.pdf") as pdf:
        said = read_aloud(pdf, 1)
    whole = " ".join(" ".join(said).split())
    told = "Redacted: Another person (number 1 in the redaction log)"
    assert f"Her neighbour {told} opened the door and stayed in the kitchen." in whole
    assert not any(part in whole for part in SECRET.split())


def test_each_document_begins_with_a_heading(released) -> None:
    with pikepdf.open(released[1].folder / "bundle.pdf") as pdf:
        sections = [element for element, _ in elements(pdf) if element.S == "/Sect"]
        kinds = [section.K[0] if isinstance(section.K, pikepdf.Array) else section.K for section in sections]
        firsts = [division.K[0] if isinstance(division.K, pikepdf.Array) else division.K for division in kinds]
        assert [str(first.S) for first in firsts] == ["/H1"] * len(sections)
        assert read_aloud(pdf, 1)[0].startswith("Document 1, page 1 of")


def test_every_box_says_what_it_is(released) -> None:
    case, result = released
    with pikepdf.open(result.folder / "bundle.pdf") as pdf:
        alts = [str(element.Alt) for element, _ in elements(pdf) if "/Alt" in element and element.S == "/Span"]
    boxes = sum(len(page.redactions) for page in case.plan.pages if page.withheld is None)
    assert len(alts) == boxes > 0
    assert all("edacted" in alt for alt in alts)


@pytest.mark.parametrize(
    ("old", "new", "clause"),
    [
        (b"/Marked true", b"/Marked false", "6.2"),
        (b"/DisplayDocTitle true", b"/DisplayDocTitle false", "7.1"),
        (b"/S/H1", b"/S/H3", "7.4.2"),
        (b"/S/TH", b"/S/TD", "7.5"),
        (b"/Tabs/S", b"/Tabs/R", "7.18.3"),
        (b"/Lang(en-GB)", b"/Lang()", "7.2"),
    ],
)
def test_the_rules_notice_what_breaks_them(old: bytes, new: bytes, clause: str, released, tmp_path: Path) -> None:
    copy = tmp_path / "bundle.pdf"
    copy.write_bytes((released[1].folder / "bundle.pdf").read_bytes())

    def change(parts) -> None:
        number = parts.find(re.escape(old))
        parts.bodies[number] = parts.bodies[number].replace(old, new)

    operate(copy, change)
    assert any(problem.startswith(clause) for problem in broken(copy))
