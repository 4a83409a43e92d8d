# SPDX-License-Identifier: AGPL-3.0-or-later
"""Whatever a source file hides: it is found and called by its name, and nothing of it leaves.

One case with a file for every kind; one person is redacted, as a caseworker would, and everything is released in one
bundle, which is opened once.
"""

from __future__ import annotations

import io
import os
import random
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pikepdf
import pymupdf
import pypdfium2
import pytest

from redactor.bundle.ocr import rapid as ocr
from redactor.domain.pages import Where
from redactor.operations.deciding.decide import decide_person
from redactor.operations.deciding.mark import withhold_pages
from redactor.operations.finding.analyse import analyse
from redactor.operations.intake.intake import add_paths
from redactor.operations.releasing.export import export
from redactor.operations.request.case import new_case
from redactor.operations.view import CaseView
from redactor.review.decisions.decided import Outcome
from tests.conftest import PASSPHRASE, make_pdf
from tests.release.hiding import FIRST, KINDS, LAST, SECRET, plain
from tests.release.hiding.base import LINES

#: Engines do not agree whether this layer is off: such a page is not released as it is, and somebody withholds it.
REFUSED = "a layer that is off by its members"
NAMES = list(KINDS)
#: OCR is slow: a third of the kinds is read unless REDACTOR_FULL is set.
READ = NAMES if os.environ.get("REDACTOR_FULL") else random.Random(20).sample(NAMES, len(NAMES) // 3)
CALLED = f"the papers of {SECRET}.pdf"
#: What is printed on the first page of each document, or on the sheet in its place.
FIRST_PAGE = re.compile(r"(?:Document (?=\d+, page 1 of)|Page 1 of Document (?=\d+ is not))(\d+)")


@dataclass(frozen=True)
class Released:
    """The bundle, as three readers have it; the number of each kind's page in it ("" for the page without a secret);
    and where each kind's secret was found."""

    path: Path
    objects: pikepdf.Pdf
    shown: pypdfium2.PdfDocument
    again: pymupdf.Document
    pages: dict[str, int]
    found: dict[str, set[Where]]

    def text(self, name: str) -> str:
        return read_by(self.shown[self.pages[name]])

    def page(self, name: str) -> bytes:
        """All bytes of a kind's page, and all that any reader makes of them."""
        number = self.pages[name]
        held = self.objects.pages[number].obj
        parts = [repr(held).encode(), repr(held.Resources).encode(), held.Contents.read_bytes()]
        for picture in held.Resources.get("/XObject", {}).values():
            parts += [repr(picture).encode(), picture.read_raw_bytes()]
            if picture.Filter == "/FlateDecode":
                parts.append(picture.read_bytes())
        parts += [self.text(name).encode(), self.again[number].get_text("text").encode()]
        return b"\n".join(parts).lower()


@pytest.fixture(scope="module")
def released(pool, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Released]:
    folder = tmp_path_factory.mktemp("hiding")
    papers = folder / "papers"
    papers.mkdir()
    make_pdf(
        papers / "letter.pdf", [f"Her neighbour {SECRET} telephoned.", f"{FIRST} said that Mrs {LAST} would call."]
    )
    (papers / "plain.pdf").write_bytes(plain())
    names = {"": "plain.pdf"}
    for number, (name, kind) in enumerate(KINDS.items()):
        names[name] = f"{number:03d}.pdf" if name != "a file's name" else CALLED
        (papers / names[name]).write_bytes(kind.make() + (b"\n" if name == "a file's name" else b""))
    with new_case(folder / "case", PASSPHRASE, reference="SAR/1", subject="Priya Shah") as case:
        add_paths(case, [papers], pool)
        analyse(case, pool)
        view = CaseView(case)
        found = {name: _where(view, file) for name, file in names.items()}
        for person in list(view.people.values()):
            if FIRST in person.name or LAST in person.name:
                decide_person(view, person.id, outcome=Outcome.REDACT, reason="TP")
        withhold_pages(view, view.document_called(names[REFUSED]), 1, 1, "TP")
        path = export(view, folder / "out", pool, draft=True).folder / "bundle.pdf"
        order = {document.name: number for number, document in enumerate(view.documents.values(), start=1)}
    with pikepdf.open(path) as objects, pymupdf.open(path) as again:
        shown = pypdfium2.PdfDocument(path)
        first = {told: n for n, page in enumerate(shown) for told in FIRST_PAGE.findall(read_by(page))}
        pages = {name: first[str(order[file])] for name, file in names.items()}
        yield Released(path, objects, shown, again, pages, found)
        shown.close()


def read_by(page: pypdfium2.PdfPage) -> str:
    """The text of a page, as this reader has it."""
    return str(page.get_textpage().get_text_range())


def _where(view: CaseView, file: str) -> set[Where]:
    """Where the secret was found in a file, and in what came out of it."""
    sha = view.document_called(file).sha256
    own = {sha, *(document.sha256 for document in view.documents.values() if document.parent == sha)}
    told = re.compile(f"{FIRST}|{LAST}|leigh", re.IGNORECASE)
    found = {mention.where for mention in view.mentions if mention.document in own and told.search(mention.text)}
    return found | ({Where.ATTACHMENT} if any(m.document in own - {sha} for m in view.mentions) else set())


def everything_in(path: Path) -> bytes:
    """All bytes of a released PDF, and all that any reader makes of them."""
    data = path.read_bytes()
    parts = [data]
    for found in re.finditer(rb"stream\n", data):
        try:
            parts.append(zlib.decompressobj().decompress(data[found.end() :]))
        except zlib.error:
            continue
    with pikepdf.open(io.BytesIO(data)) as pdf:
        parts += [repr(thing).encode() for thing in pdf.objects]
    document = pypdfium2.PdfDocument(data)
    parts += [page.get_textpage().get_text_range().encode() for page in document]
    with pymupdf.open(stream=data) as again:
        parts += [page.get_text("text").encode() for page in again]
        parts.append(repr((again.metadata, again.get_toc(), again.embfile_names())).encode())
    return b"\n".join(parts).lower()


def forms_of(word: str) -> list[bytes]:
    low = word.lower()
    wide = low.encode("utf-16-be")
    return [
        low.encode(),
        wide,
        low.encode("utf-16-le"),
        low.encode().hex().encode(),
        wide.hex().encode(),
        low.encode()[::-1],
    ]


def picture_of(page: pypdfium2.PdfPage) -> np.ndarray:
    """The pixels of a released page above its band, as a reader shows them, at 144 dpi."""
    drawn = page.render(scale=2, grayscale=True).to_numpy()
    drawn = drawn if drawn.ndim == 2 else drawn[:, :, 0]
    band = max(16, round(0.06 * drawn.shape[0]))
    return np.ascontiguousarray(drawn[:-band])


def test_there_is_a_file_for_every_kind() -> None:
    assert len(NAMES) >= 250
    files = [kind.make() for name, kind in KINDS.items() if name not in ("a file's name", "a file with a password")]
    assert len(set(files)) == len(files)


@pytest.mark.parametrize("name", [name for name in NAMES if KINDS[name].where is not None])
def test_it_is_found_and_called_by_its_name(name: str, released: Released) -> None:
    assert KINDS[name].where in released.found[name]


@pytest.mark.parametrize("name", NAMES)
def test_nothing_of_it_leaves(name: str, released: Released) -> None:
    found = released.page(name)
    for word in (FIRST, LAST):
        assert not [form for form in forms_of(word) if form in found]


def test_nothing_of_any_is_elsewhere_in_the_file(released: Released) -> None:
    found = everything_in(released.path)
    for word in (FIRST, LAST):
        assert not [form for form in forms_of(word) if form in found]


@pytest.mark.parametrize("name", READ)
def test_nobody_reads_it_in_the_pixels(name: str, released: Released) -> None:
    drawn, clean = (picture_of(released.shown[released.pages[kind]]) for kind in (name, ""))
    if drawn.shape == clean.shape and (drawn == clean).all():
        return
    read = ocr.read_image(np.ascontiguousarray(np.stack([drawn] * 3, axis=2)))
    said = "".join(word.text for word in read.words).lower()
    assert FIRST.lower() not in said
    assert LAST.lower() not in said


@pytest.mark.parametrize("name", [name for name in NAMES if name != REFUSED])
def test_the_words_beside_it_stay(name: str, released: Released) -> None:
    text = released.text(name).split()
    assert [word for line in LINES for word in line.split() if word not in text] == []


def test_a_draft_tells_of_a_page_on_which_engines_differ(tmp_path: Path, pool) -> None:
    (tmp_path / "one.pdf").write_bytes(KINDS[REFUSED].make())
    with new_case(tmp_path / "case", PASSPHRASE, reference="SAR/1", subject="Priya Shah") as case:
        add_paths(case, [tmp_path / "one.pdf"], pool)
        analyse(case, pool)
        (told,) = export(CaseView(case), tmp_path / "out", pool, draft=True).not_as_released
    assert "another program draws it differently" in told
