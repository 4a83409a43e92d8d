# SPDX-License-Identifier: AGPL-3.0-or-later
"""What documents of before 2007 and RTF say beside their pages is told of, though LibreOffice leaves it out."""

from __future__ import annotations

import base64
import contextlib
import io
import struct

import pytest

from redactor.bundle import tasks
from redactor.bundle.formats.typeset import html_pdf
from redactor.bundle.office import libreoffice
from redactor.bundle.office.asides import add_code
from redactor.bundle.office.ole_words import lines_of, told_in
from redactor.bundle.office.rtf_words import said_in
from redactor.bundle.office.zip import Parts
from tests.bundle.office.test_asides import places, run, word
from tests.bundle.office.test_office import converted, text_of
from tests.officemade import odt

here = pytest.mark.skipif(libreoffice.find() is None, reason="LibreOffice is not installed on this machine")
DATA = rb"{\pict\wmetafile8 4b796c65}{\*\datastore 4b796c65}{\*\objdata 4b796c65}"
RTF = (
    rb"""{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0 Arial;}}{\info{\author Ann Bell}{\manager Zebedee Brown}}
\pard Seen by {\b Gar}eth Pole.\par
{\field{\*\fldinst { IF "a" = "b" "Kyle }{\rtlch Dunn" "nobody" }}{\fldrslt {nobody}}}\par
{\field{\*\fldinst { ADDIN EN.CITE <EndNote><Author>Oswald Finch</Author></EndNote>}}{\fldrslt {(1)}}}\par
{\xe Meena Dunmore}{\*\ffdeftext Tom Bell}{\*\nobodyknows Jean Fenn}{\*\docvar {who}{Zo\'eb \u352?vec}}"""
    + DATA
    + b"}"
)


def ole(streams: dict[str, bytes]) -> bytes:
    from extract_msg import OleWriter

    writer = OleWriter()
    for name, data in streams.items():
        writer.addEntry(name, data)
    held = io.BytesIO()
    writer.write(held)
    return held.getvalue()


def told(data: bytes) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for what, text in told_in(data):
        found.setdefault(what, []).append(text)
    return found


def strings(*texts: str) -> bytes:
    """A table of strings of Word."""
    each = b"".join(struct.pack("<H", len(text)) + text.encode("utf-16-le") for text in texts)
    return b"\xff\xff" + struct.pack("<HH", len(texts), 0) + each


def art(**texts: str) -> bytes:
    """Properties of a drawn thing, by their numbers ("p897" is its description)."""
    values = [(int(name[1:]), f"{text}\0".encode("utf-16-le")) for name, text in texts.items()]
    fixed = b"".join(struct.pack("<HI", 0x8000 | number, len(value)) for number, value in values)
    body = fixed + b"".join(value for _, value in values)
    return struct.pack("<HHI", len(values) << 4 | 3, 0xF00B, len(body)) + body


def old_word(text: str, wide: str, lists: dict[int, bytes], drawn: bytes) -> bytes:
    """A Word 97 document whose text is in two pieces: one byte a letter, then two."""
    start = 0x900
    ends = struct.pack("<III", 0, len(text), len(text) + len(wide))
    pieces = ends + struct.pack("<HIH", 0, start * 2 | 0x4000_0000, 0) + struct.pack("<HIH", 0, start + len(text), 0)
    clx = b"\x01\x02\x00zz\x02" + struct.pack("<I", len(pieces)) + pieces
    head, table = bytearray(start), bytearray(clx)
    struct.pack_into("<HH", head, 0, 0xA5EC, 0xC1)
    head[11] = 2
    struct.pack_into("<II", head, 0x9A + 8 * 33, 0, len(clx))
    for number, data in lists.items():
        struct.pack_into("<II", head, 0x9A + 8 * number, len(table), len(data))
        table += data
    body = bytes(head) + text.encode("cp1252") + wide.encode("utf-16-le")
    return ole({"WordDocument": body, "1Table": bytes(table) + drawn})


def record(kind: int, body: bytes) -> bytes:
    return struct.pack("<HH", kind, len(body)) + body


def counted(text: str, *, wide: bool) -> bytes:
    return struct.pack("<HB", len(text), wide) + text.encode("utf-16-le" if wide else "cp1252")


def test_an_old_word_document_tells_its_codes_its_people_and_what_its_pictures_are() -> None:
    found = told(
        old_word(
            'Seen \x13 IF a = b "Kyle Dunn" "x" \x14x\x15 today',
            ' by \x13 ADDIN EN.CITE "Zoë Brontë"\x14(1)\x15',
            {71: strings("Ann Bell", "H:\\Cases\\Ann Bell.doc"), 51: strings("Unknown", "Tom Bell")},
            art(p897="Photo of Meena Dunmore", p260="C:\\Pictures\\Jean Fenn.jpg", p4="not a text"),
        )
    )
    assert [" ".join(code.split()) for code in found["codes of fields"]] == [
        'IF a = b "Kyle Dunn" "x"', 'ADDIN EN.CITE "Zoë Brontë"',
    ]  # fmt: skip
    assert found["who saved it, and where"] == ["Ann Bell", "H:\\Cases\\Ann Bell.doc"]
    assert found["people who changed the text"] == ["Unknown", "Tom Bell"]
    assert found["description of a picture"] == ["Photo of Meena Dunmore"]
    assert found["files that pictures came from"] == ["C:\\Pictures\\Jean Fenn.jpg"]


def test_the_lines_of_an_old_word_document_are_told_as_a_reader_sees_them() -> None:
    text = 'Seen by Gareth \x13 IF a = b "Kyle" \x13 PAGE \x143\x15\x14Pole\x15\rName\x07Meena\x07'
    assert lines_of(old_word(text, " Dunmore, Zoë\x0bat home\r", {}, b"")) == [
        *("Seen by Gareth Pole", "Name", "Meena", "Dunmore, Zoë", "at home"),
    ]
    older = bytearray(old_word("Seen\r", "", {}, b""))
    at = older.index(struct.pack("<HH", 0xA5EC, 0xC1))
    older[at + 2] = 0x65
    assert lines_of(bytes(older)) == []


@pytest.mark.parametrize(("shown", "said"), [("Seen by Gareth Pole", 3), ("One two three", 0)])
def test_a_word_document_whose_text_is_not_on_its_pages_has_it_set_after_them(shown: str, said: int) -> None:
    """Of a damaged document LibreOffice may show some; what was struck from a sound one it leaves out by right."""
    lines = ["One two three", "Four five", "Six seven", "Eight nine", "Seen by Gareth Pole"]
    whole = shown if said else "<br/>".join(lines[:4])
    data = old_word("\r".join(lines), "", {}, b"")
    pages = libreoffice.OfficePages(html_pdf(f"<p>{whole}</p>", "a" * 64), odt(shown), "LibreOffice", "doc", old=data)
    made = tasks.finish_office(data, pages, "d.doc")
    assert ("Four five" in text_of(made)[-1]) and bool(made.notes) == bool(said)
    assert said == 0 or "text of the document: 4" in made.notes[0]


def test_an_old_workbook_tells_who_saved_reserved_and_commented_it() -> None:
    book = record(0x809, b"\0" * 16)
    book += record(0x5C, counted("Ann Bell" + " " * 20, wide=False))
    book += record(0x5B, b"\0" * 4 + counted("Zoë Brontë", wide=True))
    book += record(0x1C, b"\0" * 8 + counted("Tom Bell", wide=False)) + art(p897="Map of Kyle Dunn's street")
    found = told(ole({"Workbook": book}))
    assert found == {
        "who saved it last": ["Ann Bell"], "who has it reserved": ["Zoë Brontë"], "people who commented": ["Tom Bell"],
        "description of a picture": ["Map of Kyle Dunn's street"],
    }  # fmt: skip


def test_a_workbook_of_excel_5_tells_who_saved_it_in_its_own_letters() -> None:
    book = record(0x809, b"\0\x05" + b"\0" * 6)
    book += record(0x5C, b"\x08Ann Bell" + b" " * 23) + record(0x1C, b"\0" * 4 + b"\x09\0he said no")
    assert told(ole({"Book": book})) == {"who saved it last": ["Ann Bell"]}


def test_a_reservation_of_nobody_hides_nothing_else() -> None:
    book = (
        record(0x809, b"\0\x06" + b"\0" * 14) + record(0x5B, bytes(6)) + record(0x5C, counted("Ann Bell", wide=False))
    )
    assert told(ole({"Workbook": book}))["who saved it last"] == ["Ann Bell"]


@pytest.mark.parametrize("keep", [0.2, 0.5, 0.9])
def test_half_an_old_document_is_a_plain_error_or_less_told(keep: float) -> None:
    whole = old_word("Seen \x13 IF x \x14\x15", "by Tom", {71: strings("Ann Bell")}, art(p897="Kyle Dunn"))
    with contextlib.suppress(OSError, ValueError, IndexError, struct.error, TypeError, AttributeError):
        assert "Tom Bell" not in str(told(whole[: int(keep * len(whole))]))


def test_everything_an_rtf_says_is_gathered() -> None:
    found: dict[str, list[str]] = {}
    for what, text in said_in(RTF):
        found.setdefault(what, []).append(text)
    rest = found["text of the file that is not on its pages"]
    assert "Seen by Gareth Pole." in rest and "Jean Fenn" in rest and "Ann Bell" in rest
    assert found["codes of fields"][0] == 'IF "a" = "b" "Kyle Dunn" "nobody"'
    assert found["index entries"] == ["Meena Dunmore"]
    assert found["what form fields held before they were filled in"] == ["Tom Bell"]
    assert found["variables of the document"] == ["who Zoë Švec"]
    assert found["document property manager"] == ["Zebedee Brown"]
    assert not any("4b79" in text or "Arial" in text for texts in found.values() for text in texts)


@pytest.mark.parametrize(
    "data", [b"{\\rtf1", b"{" * 9000 + b"x", b"}}}}x", b"\\", b"\\'", b"\\u", b"\\bin9999999999 x"]
)
def test_half_an_rtf_is_no_trouble(data: bytes) -> None:
    assert all(isinstance(text, str) for _, text in said_in(data))


@here
def test_an_rtf_is_told_of_once_and_what_its_pages_show_not_again() -> None:
    made = converted(RTF.replace(DATA, b""), "note.rtf")
    found = places(made)
    assert "Gareth Pole" in text_of(made)[0]
    assert "Kyle Dunn" in found["codes of fields"] and "Oswald Finch" in found["codes of fields"]
    assert "Jean Fenn" in found["text of the file that is not on its pages"]
    assert not any("Gareth" in text for text in found.values())


def test_records_that_programs_for_references_keep_in_a_field_are_told_of() -> None:
    parts = Parts()
    add_code(" ADDIN EN.CITE &lt;EndNote&gt;&lt;Author&gt;Kyle Dunn&lt;/Author&gt;&lt;/EndNote&gt; ", parts)
    add_code(' ADDIN ZOTERO_ITEM CSL_CITATION {"family": "Tom Bell"} ', parts)
    assert list(parts.asides["codes of fields"]) == [
        "ADDIN EN.CITE Kyle Dunn", 'ADDIN ZOTERO_ITEM CSL_CITATION {"family": "Tom Bell"}',
    ]  # fmt: skip


@here
def test_a_record_in_base_64_behind_a_field_is_told_of() -> None:
    data = base64.b64encode(b"<EndNote><Author>Meena Dunmore</Author></EndNote>\0").decode()
    body = (
        f'<w:p><w:r><w:fldChar w:fldCharType="begin"><w:fldData>{data}</w:fldData></w:fldChar></w:r>'
        '<w:r><w:instrText xml:space="preserve"> ADDIN EN.CITE.DATA </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="end"/></w:r>{run("Seen")}</w:p>'
    )
    assert "Meena Dunmore" in places(converted(word(body)))["codes of fields"]
