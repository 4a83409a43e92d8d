# SPDX-License-Identifier: AGPL-3.0-or-later
"""Office documents through LibreOffice: all of their text ends on pages, nothing runs, nothing is left behind."""

from __future__ import annotations

import http.server
import io
import os
import threading
import time
import zipfile
from pathlib import Path

import msoffcrypto
import psutil
import pytest

from redactor.bundle import tasks
from redactor.bundle.formats.converted import Converted
from redactor.bundle.kinds import NeedsPassword, file_kind
from redactor.bundle.office import libreoffice as office
from redactor.bundle.office import pages, scratch
from redactor.bundle.office.parts import read_parts
from redactor.domain.errors import BadInput, Cancelled
from tests.officemade import W, docx, odt, packed, xlsx

here = pytest.mark.skipif(office.find() is None, reason="LibreOffice is not installed on this machine")


def has(part: str) -> bool:
    program = office.find()
    folder = program.resolve().parent if program else Path()
    return any((folder / name).exists() for name in (f"lib{part}lo.so", f"{part}lo.dll"))


calc = pytest.mark.skipif(not has("sc"), reason="the Calc part of LibreOffice is not installed on this machine")


def converted(data: bytes, name: str = "d.docx") -> Converted:
    return tasks.finish_office(data, office.convert(data, name), name)


def text_of(made: Converted) -> list[str]:
    content, _ = tasks.identify(made.pdf, "d")
    return [page.text for page in tasks.read_pages(made.pdf, "", 1, content.pages)]


def test_without_libreoffice_the_refusal_says_how_to_go_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(office.VARIABLE, "")
    assert office.find() is None
    with pytest.raises(BadInput, match="LibreOffice is not installed") as refused:
        office.convert(docx("words"), "plan.docx")
    assert "Install LibreOffice" in refused.value.do and "PDF" in refused.value.do


@here
def test_all_of_a_text_document_ends_on_pages() -> None:
    data = docx(
        "Dear Jo", "Seen with Gareth Pole.",
        comments=[("Kyle Dunn", "Ask Mrs Adeyemi")], deleted=[("Fiona", "Deleted Oswald")],
        vanished=["Vanished Zebedee"],
    )  # fmt: skip
    assert file_kind(data) == "office"
    made = converted(data)
    pages = text_of(made)
    assert "Seen with Gareth Pole." in pages[0] and "Deleted Oswald" in pages[0]
    assert "Comment by Kyle Dunn" in pages[-1] and "Ask Mrs Adeyemi" in pages[-1] and "Vanished Zebedee" in pages[-1]
    assert made.converter.startswith("LibreOffice ")
    assert "2 texts its pages leave out" in made.notes[0]
    assert ("document property creator", "Fiona Marsh") in {(place.detail, place.text) for place in made.places}


@here
def test_a_plain_document_asks_nobody_to_compare() -> None:
    made = converted(docx("Dear Jo", "Seen with Gareth Pole."))
    assert made.notes == () and len(text_of(made)) == 1


@here
def test_a_row_that_is_too_low_cuts_nothing_off_and_notes_and_changes_in_a_text_lose_nothing() -> None:
    made_up = "Marmaduke Featherstonehaugh of the third flat above, who wrote twice in March and then again in May"
    run = "<w:r><w:t xml:space='preserve'>{}</w:t></w:r>"
    body = (
        f"<w:p>{run.format('Seen with Gareth Pole ')}"
        "<w:del w:id='1' w:author='F'><w:r><w:delText>gone </w:delText></w:r>"
        f"</w:del>{run.format('at home on Tuesday.')}</w:p>"
        "<w:tbl><w:tblPr><w:tblW w:w='3000' w:type='dxa'/></w:tblPr><w:tblGrid><w:gridCol w:w='3000'/></w:tblGrid>"
        f"<w:tr><w:trPr><w:trHeight w:val='240' {'w:hRule=' + chr(34) + 'exact' + chr(34)}/></w:trPr>"
        f"<w:tc><w:p>{run.format(made_up)}</w:p></w:tc></w:tr></w:tbl><w:p/>"
    )
    whole = f"<w:document {W}><w:body>{body}</w:body></w:document>".encode()
    made = converted(docx("x", extra={"word/document.xml": whole}))
    text = text_of(made)
    assert made.notes == () and len(text) == 1
    assert made_up in " ".join(text[0].split()) and "gone" in text[0]


@here
@calc
def test_all_of_a_workbook_ends_on_pages() -> None:
    rows = [
        ["Name", "Phone"],
        ["Gareth Pole and a long note that the next column cuts off", 7700900123],
        ["Hidden Oswald", 1],
    ]
    sheets = {"Contacts": rows, "Secret": [["Zebedee Brown", "NHS"]]}
    data = xlsx(sheets, hidden=["Secret"], hidden_rows=[3], print_area="Contacts!$A$1:$A$2")
    made = converted(data, "w.xlsx")
    text = " ".join(" ".join(text_of(made)).split())
    for said in ("Gareth Pole and a long note that the next column cuts off", "7700900123", "Hidden Oswald"):
        assert said in text
    assert "Hidden sheet 'Secret', row 1" in text and "Zebedee Brown" in text
    assert made.notes


@here
def test_opendocument_and_rich_text() -> None:
    text = text_of(converted(odt("Para one", "Siân", note="a quiet word"), "o.odt"))
    assert "Siân" in text[0] and "Comment by Kyle Dunn" in text[-1] and "a quiet word" in text[-1]
    text = text_of(converted(rb"{\rtf1 Hello Gareth\par {\v hidden Oswald}}", "r.rtf"))
    assert "Hello Gareth" in text[0] and "hidden Oswald" in text[-1]


@here
def test_nothing_is_fetched_and_nothing_is_left_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    """Even where the system cannot take its network away, LibreOffice asks nobody for a linked picture."""
    asked: list[str] = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_error(404)

        do_HEAD = do_OPTIONS = do_PROPFIND = do_GET

        def log_message(self, *_: object) -> None:
            pass

    monkeypatch.setattr(office, "_without_network", lambda: ())
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        address = f"http://127.0.0.1:{server.server_address[1]}/beacon.png"
        made = converted(docx("Words", picture_link=address))
        server.shutdown()
    assert asked == []
    assert address.removeprefix("http://") in " ".join(place.text for place in made.places)
    # Another program on the machine may be converting just now.
    assert not [folder for place in scratch_places() for folder in place.glob(f"redactor-scratch-{os.getpid()}-*")]


def scratch_places() -> list[Path]:
    return [*scratch._memory_places(), Path(scratch.tempfile.gettempdir())]


@here
@pytest.mark.parametrize("stopped", [False, True], ids=["by the clock", "by somebody"])
def test_a_conversion_that_takes_too_long_is_ended_with_all_it_started(
    monkeypatch: pytest.MonkeyPatch, stopped: bool
) -> None:
    def enough(seconds: float) -> None:
        if stopped and seconds > 0.3:
            raise Cancelled("enough")

    monkeypatch.setattr(office, "SECONDS", 60.0 if stopped else 0.3)
    with pytest.raises(Cancelled if stopped else BadInput, match="enough" if stopped else "took longer than"):
        office.convert(docx("words"), "slow.docx", enough)
    time.sleep(0.3)
    names = [
        child.name() for child in psutil.Process().children(recursive=True) if child.status() != psutil.STATUS_ZOMBIE
    ]
    assert not [name for name in names if "soffice" in name]


@here
@pytest.mark.parametrize("keep", [0.2, 0.7])
def test_a_damaged_document_is_pages_or_a_named_problem(keep: float) -> None:
    data = docx(*(f"line {n}" for n in range(400)))
    try:
        assert converted(data[: int(len(data) * keep)]).pdf
    except BadInput as error:
        assert error.what and error.do


@here
def test_a_document_the_decrypting_library_stumbles_over_goes_on_to_libreoffice(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def stumble(file: object) -> object:
        assert not file, "its header says something else"
        raise ValueError

    monkeypatch.setattr(pages.msoffcrypto, "OfficeFile", stumble)
    half = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
    assert tasks.unlock_office(half, "talk.ppt") == (half, "")


def test_an_encrypted_document_needs_its_password() -> None:
    from msoffcrypto.format.ooxml import OOXMLFile

    held = io.BytesIO()
    OOXMLFile(io.BytesIO(docx("Secret Gareth", extra={"ballast": os.urandom(9000)}))).encrypt("swordfish", held)
    locked = held.getvalue()
    assert file_kind(locked) == "office" and msoffcrypto.OfficeFile(io.BytesIO(locked)).is_encrypted()
    with pytest.raises(NeedsPassword, match="needs a password"):
        tasks.unlock_office(locked, "l.docx")
    with pytest.raises(NeedsPassword, match="does not open"):
        tasks.unlock_office(locked, "l.docx", ("guess",))
    plain, word = tasks.unlock_office(locked, "l.docx", ("guess", "swordfish"))
    assert word == "swordfish"
    with zipfile.ZipFile(io.BytesIO(plain)) as opened:
        assert b"Secret Gareth" in opened.read("word/document.xml")


def test_files_embedded_in_a_document_come_out() -> None:
    parts = read_parts(docx("words", extra={"word/embeddings/inner.pdf": b"%PDF-1.4 inner"}))
    assert [(part.name, part.data) for part in parts.attachments] == [("inner.pdf", b"%PDF-1.4 inner")]


def test_xml_that_swells_or_lies_is_noted_and_not_followed() -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><w:document xmlns:w="w">&b;</w:document>'
    parts = read_parts(packed({"[Content_Types].xml": "<Types/>", "word/document.xml": bomb}))
    assert parts.said == [] and "could not be looked into" in parts.notes[0]


def test_what_a_crash_left_behind_is_wiped_at_the_next_start(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scratch, "_memory_places", lambda: [tmp_path])
    monkeypatch.setattr(scratch.tempfile, "gettempdir", lambda: str(tmp_path))
    left = tmp_path / "redactor-scratch-999999-1-abc"
    left.mkdir()
    (left / "document.docx").write_bytes(b"Gareth Pole")
    with scratch.scratch() as ours:
        if scratch.sys.platform != "win32":
            assert ours.stat().st_mode & 0o077 == 0
        assert scratch.wipe_left_behind() == [left]
        assert not left.exists() and ours.exists()
    assert not ours.exists()
