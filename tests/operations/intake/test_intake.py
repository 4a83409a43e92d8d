# SPDX-License-Identifier: AGPL-3.0-or-later
"""Whatever is given to a case ends as pages or as a named problem on record; nothing is passed over in silence."""

from __future__ import annotations

import io
import json
import os
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest

from redactor.bundle.formats import packed
from redactor.bundle.office import libreoffice as office
from redactor.casefile.store import CaseFile
from redactor.cli import main
from redactor.domain.errors import BadInput
from redactor.domain.journal import Kind
from redactor.domain.pages import Where
from redactor.operations.deciding.settle import settle
from redactor.operations.finding.analyse import analyse
from redactor.operations.intake.intake import Added, add_paths
from redactor.operations.intake.sources import not_taken_in, write_source
from redactor.operations.left.todo import left_to_do
from redactor.operations.request.case import new_case
from redactor.operations.view import CaseView
from redactor.review.todo_items import TodoKind
from tests.conftest import PASSPHRASE, make_pdf
from tests.mailmade import mail, picture
from tests.officemade import docx


@pytest.fixture
def case(tmp_path: Path) -> Iterator[CaseFile]:
    with new_case(tmp_path / "new.case", PASSPHRASE, reference="R", subject="Priya Shah") as made:
        yield made


@pytest.fixture
def given(tmp_path: Path) -> Path:
    folder = tmp_path / "given"
    folder.mkdir()
    return folder


def open_items(case: CaseFile, kind: TodoKind = TodoKind.REFUSED_FILE) -> list[str]:
    return [item.text for item in left_to_do(CaseView(case), residual=False) if item.kind is kind]


def test_a_folder_of_everything_is_accounted_for(case: CaseFile, given: Path, pool) -> None:
    make_pdf(given / "letter.pdf", ["Seen with Gareth Pole."])
    message = mail()
    message.add_attachment(picture("Adeyemi"), maintype="image", subtype="png", filename="photo.png")
    (given / "visit.eml").write_bytes(message.as_bytes())
    (given / "notes.txt").write_text("Call Gareth")
    with zipfile.ZipFile(given / "old.zip", "w") as archive:
        archive.writestr("more/notes.txt", "Call Meena")
        archive.writestr("same.txt", "Call Gareth")
    (given / "call.mp4").write_bytes(b"\0\0\0\x18ftypmp42" + bytes(60))
    (given / "half.pdf").write_bytes(b"%PDF-1.4\nnothing more")
    (given / "error.pdf").write_text("404 not found")
    (given / "empty.doc").write_bytes(b"")
    (given / "Thumbs.db").write_bytes(b"x")
    (given / "sub").mkdir()
    (given / "sub" / ".hidden.txt").write_text("a hidden file is a file")
    results = add_paths(case, [given], pool)
    said = {result.file: result.status for result in results}
    assert said == {
        "Thumbs.db": "passed_over", "call.mp4": "refused", "empty.doc": "refused", "error.pdf": "refused",
        "half.pdf": "refused", "letter.pdf": "added", "notes.txt": "added", "old.zip": "opened",
        "old.zip/more/notes.txt": "added", "old.zip/same.txt": "duplicate", "visit.eml": "added",
        "visit.eml/photo.png": "added", "sub/.hidden.txt": "added",
    }  # fmt: skip
    assert sorted(open_items(case))[0].startswith("call.mp4 was not taken in: this is a video")
    assert len(open_items(case)) == 4
    assert {row.file.name for row in not_taken_in(CaseView(case)) if not row.open} == {"Thumbs.db", "old.zip/same.txt"}
    assert case.check() == []
    events = len(case.events())
    again = add_paths(case, [given], pool)
    assert not [result for result in again if result.status == "added"]
    assert len(open_items(case)) == 4, "the same refusals are not told twice"
    assert len(case.events()) == events


def test_a_converted_document_keeps_its_source_and_says_what_it_is(case: CaseFile, given: Path, pool, tmp_path) -> None:
    data = mail().as_bytes()
    (given / "visit.eml").write_bytes(data)
    (added,) = add_paths(case, [given], pool)
    assert added.converter == "Redactor, e-mail set as pages" and added.notes
    (document,) = case.documents()
    made = document.conversion
    assert made is not None and made.size == len(data) and made.converter == added.converter
    assert case.source_bytes(document.sha256) == data and case.document_bytes(document.sha256)[:5] == b"%PDF-"
    event = next(event for event in case.events() if event.kind is Kind.DOCUMENT_ADDED)
    assert event.payload["conversion"]["source"] == made.source
    view = CaseView(case)
    assert write_source(view, document, tmp_path / "out.eml").read_bytes() == data
    with pytest.raises(BadInput, match="file of this name"):
        write_source(view, document, tmp_path / "out.eml")
    analyse(case, pool)
    view = CaseView(case)
    places = {place.detail: place.where for place in case.document_places(document.sha256)}
    assert places["header X-Author"] is Where.METADATA
    assert {"deputy.head@school.example", "Meena Dunmore"} <= {mention.text for mention in view.mentions}
    (item,) = [item for item in left_to_do(view, residual=False) if item.kind is TodoKind.CONVERSION]
    assert "plain-text version" in item.text and "redactor source" in item.how
    settle(view, [item], "seen", "compared: the difference is the signature")
    assert not [item for item in left_to_do(view, residual=False) if item.kind is TodoKind.CONVERSION]
    assert case.check() == []


def test_a_source_changed_in_the_case_file_is_found(case: CaseFile, given: Path, pool) -> None:
    (given / "notes.txt").write_text("Call Gareth")
    add_paths(case, [given], pool)
    assert case.check() == []

    def change(db) -> None:
        db.execute("UPDATE chunks SET data = ? WHERE blob = (SELECT blob FROM sources)", (b"Call Nobody",))

    case._session.write(change)
    assert any("the file it was made from" in problem for problem in case.check())
    case._session.write(lambda db: db.execute("UPDATE sources SET converter = 'somebody else'"))
    assert any("does not fit the journal" in problem for problem in case.check())


def test_a_refused_file_blocks_until_somebody_has_looked(case: CaseFile, given: Path, pool) -> None:
    (given / "half.pdf").write_bytes(b"%PDF-1.4\nnothing more")
    add_paths(case, [given], pool)
    view = CaseView(case)
    (item,) = [item for item in left_to_do(view, residual=False) if item.kind is TodoKind.REFUSED_FILE]
    settle(view, [item], "seen", "a whole copy is in the case as letter.pdf")
    assert open_items(case) == []
    (row,) = not_taken_in(CaseView(case))
    assert row.settled == "a whole copy is in the case as letter.pdf" and not row.open
    make_pdf(given / "half.pdf", ["whole now"])
    add_paths(case, [given], pool)
    assert open_items(case) == []


def test_another_file_of_the_same_name_settles_nothing(case: CaseFile, given: Path, pool) -> None:
    (given / "half.pdf").write_bytes(b"%PDF-1.4\nnothing more")
    add_paths(case, [given], pool)
    make_pdf(given / "half.pdf", ["something else altogether"])
    add_paths(case, [given], pool)
    (text,) = open_items(case)
    assert "a document of that name is in the case" in text


def locked(path: Path, word: str) -> None:
    plain = make_pdf(path.with_name("plain.pdf"), ["Kyle Dunn " + path.name])
    with pikepdf.open(plain) as pdf:
        pdf.save(path, encryption=pikepdf.Encryption(user=word, owner="boss"))
    plain.unlink()


def test_a_password_is_asked_for_again_and_kept_for_the_next_file(case: CaseFile, given: Path, pool) -> None:
    locked(given / "a.pdf", "swordfish")
    locked(given / "b.pdf", "swordfish")
    answers = ["wrong", "swordfish"]
    asked: list[tuple[str, str]] = []

    def ask(name: str, problem: str) -> str | None:
        asked.append((name, problem))
        return answers.pop(0)

    results = add_paths(case, [given], pool, ask=ask)
    assert [result.status for result in results] == ["added", "added"]
    assert [name for name, _ in asked] == ["a.pdf", "a.pdf"]
    assert "needs a password" in asked[0][1] and "does not open" in asked[1][1]


def test_who_has_no_password_goes_on_and_the_file_is_on_record_until_it_opens(
    case: CaseFile, given: Path, pool
) -> None:
    locked(given / "a.pdf", "swordfish")
    make_pdf(given / "b.pdf", ["open"])
    results = add_paths(case, [given], pool, ask=lambda name, problem: None)
    assert [(result.status, result.locked) for result in results] == [("refused", True), ("added", False)]
    assert len(open_items(case)) == 1
    add_paths(case, [given], pool, passwords=("swordfish",))
    assert open_items(case) == []


def test_an_archive_with_a_password_opens(case: CaseFile, given: Path, pool) -> None:
    (given / "x.zip").write_bytes(LOCKED_ZIP)
    (result,) = add_paths(case, [given], pool)
    assert result.status == "refused" and result.locked
    results = add_paths(case, [given], pool, passwords=("wrong", "swordfish"))
    assert [(r.file, r.status) for r in results] == [("x.zip", "opened"), ("x.zip/note.txt", "added")]


def test_a_mailbox_that_leads_to_an_error_of_ours_is_named_and_the_rest_goes_on(
    case: CaseFile, given: Path, pool, monkeypatch: pytest.MonkeyPatch
) -> None:
    (given / "a.mbox").write_bytes(b"From a\nFrom: jo@x.example\nDate: x\n\none\n")
    make_pdf(given / "b.pdf", ["page"])

    def stumble(data: bytes) -> list[packed.Member]:
        raise IndexError(len(data))

    monkeypatch.setattr(packed, "mailbox", stumble)
    results = add_paths(case, [given], pool)
    assert [(r.file, r.status) for r in results] == [("a.mbox", "refused"), ("b.pdf", "added")]
    assert "could not be opened (IndexError)" in results[0].problem


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="the system's owner may read anything")
def test_a_folder_that_cannot_be_read_is_named(case: CaseFile, given: Path, pool) -> None:
    make_pdf(given / "a.pdf", ["page"])
    (given / "shut").mkdir()
    (given / "shut").chmod(0)
    results = add_paths(case, [given], pool)
    (given / "shut").chmod(0o700)
    assert [(r.file, r.status) for r in results if r.status == "refused"] == [("shut", "refused")]


@pytest.mark.skipif(os.name == "nt", reason="links and pipes are made otherwise on Windows")
def test_links_and_pipes_are_named(case: CaseFile, given: Path, pool, tmp_path: Path) -> None:
    make_pdf(given / "a.pdf", ["page"])
    (tmp_path / "elsewhere").mkdir()
    (given / "link").symlink_to(tmp_path / "elsewhere", target_is_directory=True)
    os.mkfifo(given / "pipe")
    (given / "gone").symlink_to(tmp_path / "nowhere")
    said = {result.file: result.problem for result in add_paths(case, [given], pool)}
    assert "a link to another folder" in said["link"] and "a device or a pipe" in said["pipe"]
    assert "cannot be read from disk" in said["gone"]


def test_archives_inside_archives_end(case: CaseFile, given: Path, pool) -> None:
    data = b"the innermost note"
    for n in range(12):
        held = io.BytesIO()
        with zipfile.ZipFile(held, "w") as archive:
            archive.writestr(f"{n}.zip" if n else "note.txt", data)
        data = held.getvalue()
    (given / "deep.zip").write_bytes(data)
    results = add_paths(case, [given], pool)
    assert results[-1].status == "refused" and "files deep" in results[-1].problem


def test_an_office_document_without_libreoffice_is_refused_and_recorded(
    case: CaseFile, given: Path, pool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(office.VARIABLE, "")
    (given / "plan.docx").write_bytes(docx("Seen with Gareth Pole."))
    (result,) = add_paths(case, [given], pool)
    assert result.status == "refused" and "Install LibreOffice" in result.problem
    monkeypatch.delenv(office.VARIABLE)
    if office.find() is None:
        pytest.skip("the rest needs LibreOffice, which is not installed on this machine")
    (result,) = add_paths(case, [given], pool)
    assert result.status == "added" and result.converter.startswith("LibreOffice")
    assert open_items(case) == [], "the same file was taken in after all"


def test_the_shell_lists_what_was_refused_and_writes_a_file_out(
    case_path: Path, given: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setenv("REDACTOR_PASSPHRASE", PASSPHRASE)
    (given / "half.pdf").write_bytes(b"%PDF-1.4\nnothing more")
    (given / "notes.txt").write_text("Call Gareth")
    assert main(["add", str(case_path), str(given), "--json"]) == 2
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert {row["file"]: row["converter"] for row in rows}["notes.txt"] == "Redactor, text set as pages"
    assert main(["refused", str(case_path), "--json"]) == 0
    (row,) = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert row["file"] == "half.pdf" and row["open"] and len(row["sha256"]) == 64
    assert main(["settle", str(case_path), row["id"], "--outcome", "seen", "--why", "empty draft"]) == 0
    capsys.readouterr()
    assert main(["refused", str(case_path), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["settled"] == "empty draft"
    out = tmp_path / "back.txt"
    assert main(["source", str(case_path), "--file", "notes.txt", "--out", str(out)]) == 0
    assert out.read_text() == "Call Gareth"


def test_a_worker_lost_twice_over_a_file_is_a_named_problem(case: CaseFile, given: Path, pool) -> None:
    from redactor.bundle import tasks
    from tests.operations.deadly import die

    class Deadly(type(pool)):
        def __init__(self) -> None:
            pass

        def submit(self, fn, /, *args, **kwargs):
            deadly = fn is tasks.identify_mended and b"deadly" in args[0]
            return pool.submit(die) if deadly else pool.submit(fn, *args, **kwargs)

    if os.name == "nt":
        pytest.skip("kills with SIGKILL")
    (given / "a.pdf").write_bytes(b"%PDF-1.4 deadly")
    make_pdf(given / "b.pdf", ["fine"])
    results: list[Added] = add_paths(case, [given], Deadly())
    assert [result.status for result in results] == ["refused", "added"]
    assert "ended from outside or crashed" in results[0].problem


def _locked_zip() -> bytes:
    """note.txt under the password "swordfish", in the archive's old encryption (APPNOTE.TXT 6.1)."""
    import zlib

    table = []
    for n in range(256):
        value = n
        for _ in range(8):
            value = (value >> 1) ^ 0xEDB88320 if value & 1 else value >> 1
        table.append(value)
    keys = [0x12345678, 0x23456789, 0x34567890]

    def update(byte: int) -> None:
        keys[0] = (keys[0] >> 8) ^ table[(keys[0] ^ byte) & 0xFF]
        keys[1] = ((keys[1] + (keys[0] & 0xFF)) * 134775813 + 1) & 0xFFFFFFFF
        keys[2] = (keys[2] >> 8) ^ table[(keys[2] ^ (keys[1] >> 24)) & 0xFF]

    for byte in b"swordfish":
        update(byte)
    plain = b"Call Gareth from the archive"
    checksum = zlib.crc32(plain)
    secret = b""
    for byte in bytes(11) + bytes([checksum >> 24]) + plain:
        key = keys[2] | 2
        secret += bytes([byte ^ ((key * (key ^ 1)) >> 8) & 0xFF])
        update(byte)
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr("note.txt", secret)
    data = bytearray(held.getvalue())
    for at in (0, data.index(b"PK\x01\x02") + 2):
        data[at + 6] |= 1
        data[at + 14 : at + 18] = checksum.to_bytes(4, "little")
        data[at + 22 : at + 26] = len(plain).to_bytes(4, "little")
    return bytes(data)


LOCKED_ZIP = _locked_zip()


@pytest.mark.slow
def test_what_came_in_as_something_else_goes_out_verified(case: CaseFile, given: Path, pool, tmp_path: Path) -> None:
    """Pictures, a message and a text are burned and verified like any PDF."""
    from PIL import Image

    from redactor.operations.releasing.export import export

    for suffix, kind in (("jpg", "JPEG"), ("png", "PNG"), ("tif", "TIFF"), ("webp", "WEBP")):
        (given / f"photo.{suffix}").write_bytes(picture("Gareth Pole", (700, 200), kind))
    turned = Image.Exif()
    turned[0x0112] = 6
    Image.open(given / "photo.png").save(given / "turned.jpg", exif=turned)
    (given / "visit.eml").write_bytes(mail().as_bytes())
    (given / "notes.txt").write_text("Call Gareth Pole")
    assert {result.status for result in add_paths(case, [given], pool)} == {"added"}
    analyse(case, pool)
    result = export(CaseView(case), tmp_path / "draft", pool, draft=True)
    assert result.report.verified, result.report.problems
    assert result.pages >= 7
