# SPDX-License-Identifier: AGPL-3.0-or-later
"""Office archives written anew, and what their XML says of repeated things: within limits, whatever they claim."""

from __future__ import annotations

import io
import zipfile
from xml.etree import ElementTree

import pytest

from redactor.bundle.office import zip as office_zip
from redactor.bundle.office.grid import lines
from redactor.bundle.office.table_rows import unclipped
from redactor.bundle.office.zip import rewritten

_TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
_ROW = b'<w:trHeight w:val="240" w:hRule="exact"/>'


def archive(**parts: bytes) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as out:
        for name, data in parts.items():
            out.writestr(name, data)
    return held.getvalue()


def test_what_is_changed_is_changed_and_all_else_is_passed_on() -> None:
    with zipfile.ZipFile(io.BytesIO(archive(one=b"old", two=b"\x00picture" * 40_000))) as given:
        made = rewritten(given, {"one": b"new"})
    with zipfile.ZipFile(io.BytesIO(made)) as found:
        assert found.testzip() is None
        assert found.namelist() == ["one", "two"]
        assert found.read("one") == b"new" and found.read("two") == b"\x00picture" * 40_000


def test_a_document_that_unpacks_to_any_size_is_left_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    document = archive(**{"word/document.xml": _ROW, "word/media/image1.bmp": b"\x00" * 5_000_000})
    with zipfile.ZipFile(io.BytesIO(unclipped(document))) as found:
        assert b"atLeast" in found.read("word/document.xml")
    monkeypatch.setattr(office_zip, "_WHOLE", 1_000_000)
    assert unclipped(document) == document


def test_a_text_that_says_it_has_thousands_of_millions_of_blanks_is_read() -> None:
    cell = ElementTree.fromstring(f'<c xmlns:t="{_TEXT}"><t:p>a<t:s t:c="2000000000"/>b</t:p></c>')
    (line,) = lines(cell)
    assert line.startswith("a ") and line.endswith(" b") and len(line) < 5000
