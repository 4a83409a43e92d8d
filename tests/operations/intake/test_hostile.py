# SPDX-License-Identifier: AGPL-3.0-or-later
"""Files made to do harm: each ends as pages or as a named problem in bounded time, and the rest goes on."""

from __future__ import annotations

import subprocess
import time
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from redactor.bundle import tasks
from redactor.casefile.store import CaseFile
from redactor.domain.pages import PageStatus
from redactor.operations.deciding.settle import settle
from redactor.operations.intake.intake import add_paths
from redactor.operations.intake.reading import read_text
from redactor.operations.left.todo import left_to_do
from redactor.operations.progress import silent
from redactor.operations.request.case import new_case
from redactor.operations.view import CaseView
from redactor.review.todo_items import TodoKind
from redactor.workers.pool import Pool
from tests.conftest import PASSPHRASE, make_pdf

WORDS = b"BT /F1 12 Tf 72 700 Td (Seen with Gareth Pole) Tj ET"
FONT = b"/Resources<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>"


def pdf(*objects: bytes) -> bytes:
    """Objects numbered from 1, the first the catalogue, with a table that fits."""
    out, places = bytearray(b"%PDF-1.7\n"), []
    for number, content in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n" % number + content + b"\nendobj\n"
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    tail = b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, len(out))
    return bytes(out + head + table + tail)


def stream(data: bytes, keys: bytes = b"") -> bytes:
    return b"<<%s/Length %d>>stream\n" % (keys, len(data)) + data + b"\nendstream"


def page(content: int, keys: bytes = FONT) -> bytes:
    return b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents %d 0 R%s>>" % (content, keys)


ROOT = b"<</Type/Catalog/Pages 2 0 R>>"
ONE = b"<</Type/Pages/Kids[3 0 R]/Count 1>>"


def swollen(pattern: bytes, times: int) -> bytes:
    """Many megabytes in a few kilobytes."""
    packer = zlib.compressobj(9)
    return b"".join(packer.compress(pattern) for _ in range(times)) + packer.flush()


def form(number: int) -> bytes:
    keys = b"/Type/XObject/Subtype/Form/BBox[0 0 600 800]/Resources<</XObject<</X %d 0 R>>>>" % number
    return stream(b"/X Do /X Do /X Do /X Do", keys)


@pytest.fixture
def case(tmp_path: Path) -> Iterator[CaseFile]:
    with new_case(tmp_path / "new.case", PASSPHRASE, reference="R", subject="Priya Shah") as made:
        yield made


def taken_in(case: CaseFile, folder: Path, data: bytes, pool: Pool) -> tuple[str, list[PageStatus], str]:
    """What becomes of a hostile file beside a good one, which must always be read: its status, its pages, why."""
    folder.mkdir(exist_ok=True)
    (folder / "a hostile.pdf").write_bytes(data)
    make_pdf(folder / "b good.pdf", ["Gareth Pole rang."])
    results = {result.file: result for result in add_paths(case, [folder], pool)}
    read_text(case, pool, 1, silent, lambda: False)
    names = {document.sha256: document.name for document in case.documents()}
    states = {name: [s for s in case.page_states() if names[s.document] == name] for name in names.values()}
    assert [state.status for state in states["b good.pdf"]] == [PageStatus.READ]
    hostile = states.get("a hostile.pdf", [])
    problems = results["a hostile.pdf"].problem + " ".join(state.problem for state in hostile)
    return results["a hostile.pdf"].status, [state.status for state in hostile], problems


def seconds_for_a_page(folder: Path) -> float:
    """Until a new process has opened an ordinary file: what a limit must not cut off on a slow machine."""
    path = make_pdf(folder / "ordinary.pdf", ["Gareth Pole rang."])
    with Pool(slots=1) as pool:
        pool.submit(abs, 1).result()
        start = time.monotonic()
        pool.submit(tasks.read_pages, path.read_bytes(), "", 0, 1).result()
    return time.monotonic() - start


IMAGE = b"/Type/XObject/Subtype/Image/Width 16384/Height 16384/BitsPerComponent 8/ColorSpace/DeviceGray"
BAD_FONT = b"<</Type/Font/Subtype/TrueType/BaseFont/Bad/FirstChar 0/LastChar 255/FontDescriptor 6 0 R>>"
RECTANGLES = b"".join(b"%d 9 3 3 re f\n" % (n % 600) for n in range(100_000))

#: Made when they are asked for: some take seconds.
READABLE: dict[str, Callable[[], bytes]] = {
    "a form in itself": lambda: pdf(
        ROOT, ONE, page(4, b"/Resources<</XObject<</X 5 0 R>>>>"), stream(b"/X Do"), form(5),
    ),
    "100,000 objects": lambda: pdf(ROOT, ONE, page(4), stream(WORDS), *[b"<</X 1>>"] * 100_000),
    "100,000 drawings": lambda: pdf(ROOT, ONE, page(4), stream(RECTANGLES + WORDS)),
    "16,384 x 16,384 pixels": lambda: pdf(
        ROOT, ONE, page(4, b"/Resources<</XObject<</I 5 0 R>>>>"), stream(b"600 0 0 800 0 0 cm /I Do"),
        stream(swollen(bytes(1 << 20), 256), IMAGE + b"/Filter/FlateDecode"),
    ),
    "a broken font": lambda: pdf(
        ROOT, ONE, page(4, b"/Resources<</Font<</F1 5 0 R>>>>"), stream(WORDS), BAD_FONT,
        b"<</Type/FontDescriptor/FontName/Bad/Flags 4/FontFile2 7 0 R>>",
        stream(b"\0\1\0\0\0\x0a\xff\xff" + bytes(range(256)) * 20, b"/Length1 5000"),
    ),
    "a page as large as a country": lambda: pdf(
        ROOT, ONE, page(4).replace(b"0 0 600 800", b"0 0 1e9 1e9"), stream(WORDS),
    ),
    "a stream cut short": lambda: pdf(ROOT, ONE, page(4), stream(swollen(WORDS, 20)[:-60], b"/Filter/FlateDecode")),
}  # fmt: skip
#: Of these MuPDF finds no page; they are written anew by pdfium, and said to be damaged.
RESCUED: dict[str, Callable[[], bytes]] = {
    "two thousand million pages": lambda: pdf(
        ROOT, b"<</Type/Pages/Kids[3 0 R]/Count 2000000000>>", page(4), stream(WORDS)
    ),
    "50,000 levels": lambda: pdf(
        ROOT[:-2] + b"/X " + b"[" * 50_000 + b"]" * 50_000 + b">>", ONE, page(4), stream(WORDS)
    ),
}
BEYOND: dict[str, Callable[[], bytes]] = {
    "a cyclic tree": lambda: pdf(ROOT, b"<</Type/Pages/Kids[2 0 R 3 0 R]/Count 2>>", page(4), stream(WORDS)),
}


@pytest.mark.parametrize("name", [*READABLE, *RESCUED, *BEYOND])
def test_it_ends_as_pages_or_as_a_named_problem(case: CaseFile, tmp_path: Path, pool, name: str) -> None:
    data = (READABLE | RESCUED | BEYOND)[name]()
    status, pages, problem = taken_in(case, tmp_path / "given", data, pool)
    if name in RESCUED:
        assert status == "added" and pages == [PageStatus.READ]
        made = next(d.conversion for d in case.documents() if d.name == "a hostile.pdf")
        assert made is not None and any("so damaged" in note for note in made.notes)
    elif name in READABLE:
        assert status == "added" and pages in ([PageStatus.READ], [PageStatus.NEEDS_OCR])
    else:
        assert problem and (status == "refused" or set(pages) == {PageStatus.UNREADABLE})


@pytest.mark.slow
def test_a_bomb_costs_its_own_page_only_and_waits_for_a_person(case: CaseFile, tmp_path: Path) -> None:
    """One page takes for ever, another wants all memory; the third of the same file is read."""
    forms = [form(9 + n) for n in range(30)] + [stream(b"0 0 m 9 9 l S", b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]")]
    data = pdf(
        ROOT, b"<</Type/Pages/Kids[3 0 R 5 0 R 7 0 R]/Count 3>>",
        page(4), stream(swollen(b"q Q 1 0 0 1 0 0 cm\n" * 50_000, 800), b"/Filter/FlateDecode"),
        page(6, b"/Resources<</XObject<</X 8 0 R>>>>"), stream(b"/X Do"), page(39), *forms, stream(WORDS),
    )  # fmt: skip
    patience = max(4.0, 5 * seconds_for_a_page(tmp_path))
    with Pool(slots=1, deadline=patience, memory_limit=700 << 20) as pool:
        status, pages, problem = taken_in(case, tmp_path / "given", data, pool)
    assert (status, pages) == ("added", [PageStatus.UNREADABLE, PageStatus.UNREADABLE, PageStatus.READ])
    assert "longer than" in problem or "MB of memory" in problem
    view = CaseView(case)
    items = [item for item in left_to_do(view, residual=False) if item.kind is TodoKind.UNREADABLE_PAGE]
    assert [item.page for item in items] == [1, 2]
    settle(view, items[:1], "redact", "cannot be read, so it is withheld")
    settle(view, items[1:], "seen", "looked at in another program: a blank page")
    assert not [item for item in left_to_do(view, residual=False) if item.kind is TodoKind.UNREADABLE_PAGE]


def test_nothing_a_file_says_is_run_or_followed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Scripts, launch actions, forms that send themselves, links to other files and addresses."""

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("the file got something done")

    monkeypatch.setattr("socket.socket.connect", refuse)
    monkeypatch.setattr("socket.getaddrinfo", refuse)
    monkeypatch.setattr(subprocess, "Popen", refuse)
    monkeypatch.setattr("os.system", refuse)
    monkeypatch.setattr("webbrowser.open", refuse)
    script = b"<</S/JavaScript/JS(app.alert\\(1\\); this.getField\\('kin'\\).value = 'Scripted';)>>"
    launch = b"<</S/Launch/F(/bin/sh)/Win<</F(cmd.exe)>>>>"
    send = b"<</S/SubmitForm/F<</FS/URL/F(http://a.example/)>>/Fields[]>>"
    field = (
        b"<</Type/Annot/Subtype/Widget/FT/Tx/T(kin)/V(Oksana)/Rect[72 600 300 620]/P 3 0 R/DA(/Helv 12 Tf 0 g)"
        b"/AA<</K " + script + b"/F " + script + b"/PO " + send + b"/C " + script + b">>/A " + launch + b">>"
    )
    remote = b"<</Type/Annot/Subtype/Link/Rect[72 500 300 520]/A<</S/GoToR/F(http://a.example/other.pdf)/D[0/Fit]>>>>"
    catalogue = (
        b"<</Type/Catalog/Pages 2 0 R/OpenAction " + script + b"/AA<</WC " + script + b"/DS " + launch + b">>"
        b"/Names<</JavaScript<</Names[(a) " + script + b"]>>>>/AcroForm<</Fields[5 0 R]/CO[5 0 R]/NeedAppearances true"
        b"/DR<</Font<</Helv<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>>>"
    )
    data = pdf(
        catalogue, ONE, page(4, FONT + b"/Annots[5 0 R 6 0 R]/AA<</O " + launch + b">>"), stream(WORDS), field, remote
    )
    content, _ = tasks.identify(data, "a.pdf")
    (read,) = tasks.read_pages(data, "", 1, 1)
    assert tasks.page_pixels(data, "", 1, 0.5).shape[1] == 300
    assert content.pages == 1 and "Seen with Gareth Pole" in read.text
    assert "Oksana" in read.text and "Scripted" not in read.text
