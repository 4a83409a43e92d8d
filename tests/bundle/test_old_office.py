# SPDX-License-Identifier: AGPL-3.0-or-later
"""Documents of programs long gone: opened where LibreOffice knows them, else refused in plain words."""

from __future__ import annotations

import struct

import pytest

from redactor.bundle.kinds import file_kind
from redactor.bundle.office import libreoffice
from redactor.bundle.office.suffixes import suffix_of
from redactor.bundle.unopened import archive_part, other_kind
from redactor.domain.errors import BadInput
from tests.bundle.office.test_office import calc, converted, text_of
from tests.officemade import packed

here = pytest.mark.skipif(libreoffice.find() is None, reason="LibreOffice is not installed on this machine")


def lotus(*cells: str) -> bytes:
    """A worksheet of Lotus 1-2-3: a record for its version, one for every cell, one for its end."""

    def record(kind: int, data: bytes) -> bytes:
        return struct.pack("<HH", kind, len(data)) + data

    labels = (
        record(15, struct.pack("<BHH", 255, at, 0) + b"'" + said.encode() + b"\0") for at, said in enumerate(cells)
    )
    return record(0, struct.pack("<H", 0x406)) + b"".join(labels) + record(1, b"")


@calc
def test_a_lotus_worksheet_becomes_pages() -> None:
    data = lotus("Gareth Pole", "Uncle Oswald")
    assert file_kind(data) == "office"
    text = " ".join(text_of(converted(data, "contacts.wk1")))
    assert "Gareth Pole" in text and "Uncle Oswald" in text


@here
@pytest.mark.parametrize(
    "head", [b"\xdb\xa5\x2d\x00", b"\x01\xfe\x32\x00", b"WordPro\x00", b"\x31\xbe\x00\x00\x00\xab"]
)
def test_what_libreoffice_reads_nothing_from_is_refused_and_not_set_as_signs(head: bytes) -> None:
    data = head + bytes(range(256)) * 3
    assert file_kind(data) == "office"
    with pytest.raises(BadInput) as refused:
        converted(data, "old.doc")
    assert "save it as PDF" in refused.value.do


def test_openoffice_before_opendocument_is_told_by_what_it_says_it_is() -> None:
    data = packed({"mimetype": "application/vnd.sun.xml.writer", "content.xml": "<x/>"})
    assert file_kind(data) == "office" and suffix_of(data) == "sxw"


def test_what_nobody_else_opens_is_named() -> None:
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "PP40".encode("utf-16-le") + bytes(40)
    if libreoffice.find() is not None:
        with pytest.raises(BadInput, match="PowerPoint 4"):
            libreoffice.convert(ole, "slides.ppt")
    assert other_kind(b"\xff\x0a" + bytes(30))[0] == "a JPEG XL picture"
    assert file_kind(b"RIFF\x10\0\0\0CDR9vrsn" + bytes(99)) == "office"


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"PK\x07\x08PK\x03\x04" + bytes(99), "a.z01"), (bytes(range(99)) + b"PK\x05\x06" + bytes(18), "a.zip"),
        (bytes(range(90)), "a.7z.002"), (bytes(range(90)), "a.r07"),
    ],
)  # fmt: skip
def test_a_part_of_an_archive_is_told_from_a_damaged_one(data: bytes, name: str) -> None:
    assert archive_part(file_kind(data), data, name)
    assert not archive_part("zip", data, "whole.zip")


@pytest.mark.parametrize(
    "words", ["Missing CDR report of 4 May", "Hey BOBO, see you at six", "WordPro is what we used"]
)
def test_words_that_look_like_a_signature_are_words(words: str) -> None:
    assert file_kind(f"{words}\nJo Smith came too.\n".encode()) == "text"
