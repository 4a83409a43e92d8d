# SPDX-License-Identifier: AGPL-3.0-or-later
"""A damaged PDF is taken in as long as any of the engines finds its pages, and says that it was damaged."""

from __future__ import annotations

import pymupdf
import pytest

from redactor.bundle import tasks
from redactor.bundle.kinds import file_kind
from redactor.domain.errors import BadInput

_WORDS = "Seen by Meena Dunmore"


@pytest.fixture
def sound() -> bytes:
    document = pymupdf.open()
    document.new_page().insert_text((72, 72), _WORDS)
    made: bytes = document.tobytes(no_new_id=True)
    return made


def taken_in(data: bytes) -> tuple[str, tuple[str, ...]]:
    """The text of its only page, and what is said about the file."""
    (content, copy), _ = tasks.identify_mended(data, "a.pdf")
    assert content.pages == 1
    pages = tasks.read_pages(copy.pdf if copy else data, "", 1, 1)
    return pages[0].text, copy.notes if copy else ()


def test_a_sound_pdf_is_left_alone(sound: bytes) -> None:
    assert taken_in(sound) == (_WORDS, ())


@pytest.mark.parametrize("count", [b"0", b"-2147483648"])
def test_pages_that_only_pdfium_finds_are_not_lost(sound: bytes, count: bytes) -> None:
    damaged = sound.replace(b"/Count 1", b"/Count " + count)
    assert damaged != sound
    with pytest.raises(BadInput, match=r"damaged|no pages"):
        tasks.identify(damaged, "a.pdf")
    text, notes = taken_in(damaged)
    assert text == _WORDS
    assert "something of it may be lost" in notes[0]
    assert taken_in(damaged) == (text, notes)


def test_a_locked_pdf_is_found_again_with_its_password(sound: bytes) -> None:
    with pymupdf.open(stream=sound, filetype="pdf") as document:
        locked = document.tobytes(encryption=pymupdf.PDF_ENCRYPT_AES_256, user_pw="swordfish", owner_pw="o")
    damaged = locked.replace(b"/Count 1", b"/Count 0")
    (_, copy), password = tasks.identify_mended(damaged, "a.pdf", ("swordfish",))
    assert copy is not None and password == ""
    assert tasks.read_pages(copy.pdf, "", 1, 1)[0].text == _WORDS


def test_what_no_engine_opens_is_refused_in_the_same_words(sound: bytes) -> None:
    with pytest.raises(BadInput, match="no page could be recovered"):
        tasks.identify_mended(b"%PDF-1.7\n1 0 obj\n<</Type/Catalog>>\nendobj\n", "a.pdf")


@pytest.mark.parametrize("before", [b"", b"%\xe2\xe3\xcf\xd3\n", b"\r\n% cut on the way\r\n"])
def test_a_pdf_whose_header_was_cut_off_is_a_pdf(sound: bytes, before: bytes) -> None:
    headless = before + sound[sound.index(b"1 0 obj") :]
    assert file_kind(headless) == "pdf"
    text, notes = taken_in(headless)
    assert text == _WORDS
    assert "damaged" in notes[0]


def test_words_about_objects_are_words() -> None:
    assert file_kind(b"1 0 object lessons, and endobj\n") == "text"
