# SPDX-License-Identifier: AGPL-3.0-or-later
"""The pure helpers: kinds of files, characters, slips of OCR, and search in a page's text."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redactor.bundle.encodings import decoded_text
from redactor.bundle.kinds import file_kind
from redactor.bundle.words.glyphs import clean, garbled, plain_text
from redactor.bundle.words.search import find_in, find_in_text
from redactor.domain.geometry import Box
from redactor.domain.pages import PageContent, Word


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"", "empty"),
        (b"\x00\n ", "empty"),
        (b"%PDF-1.7\n", "pdf"),
        (b"junk before\n%PDF-1.4\n", "pdf"),
        (b"II*\x00rest", "tiff"),
        (b"MM\x00*rest", "tiff"),
        (b"\x89PNG\r\n\x1a\nrest", "png"),
        (b"\xff\xd8\xff\xe0rest", "jpeg"),
        (b"PK\x03\x04" + bytes(26) + b"word/document.xml", "office"),
        (b"PK\x03\x04....anything", "zip"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "office"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "__substg1.0_0037".encode("utf-16-le"), "msg"),
        (b"From: a@b.example\r\nDate: today\r\n\r\nHello", "mail"),
        (b"Call Janet on Monday", "text"),
        (b"\x7fELF\x00\x01", "other"),
    ],
)
def test_a_file_is_known_by_its_bytes(data: bytes, kind: str) -> None:
    assert file_kind(data) == kind


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_text_is_decoded_as_office_software_writes_it(encoding: str) -> None:
    assert decoded_text("Siân’s note – £5".encode(encoding)) == "Siân’s note – £5"


def test_bytes_that_are_no_text_are_none() -> None:
    assert decoded_text(bytes(range(256))) is None


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("Griﬃths", "Griffiths"),
        ("ﬁnal", "final"),
        ("Sia\u0302n", "Siân"),
        ("co\u00adoperate", "cooperate"),
        ("Kay\u200bleigh", "Kayleigh"),
        ("Smith\u2011Jones", "Smith-Jones"),
        ("\u00ad", "-"),
        ("\uf0b7", "•"),
        ("\ufeff", ""),
        ("O’Neill", "O’Neill"),
    ],
)
def test_characters_are_what_a_reader_sees(text: str, seen: str) -> None:
    assert clean(text) == seen


def test_a_soft_hyphen_is_a_hyphen_at_the_lines_end_only() -> None:
    assert clean("Kay\u00ad", ends_line=True) == "Kay-"
    assert clean("Kay\u00ad") == "Kay"


@given(st.text(max_size=30))
def test_what_is_plain_is_left_alone(text: str) -> None:
    assert not plain_text(text) or clean(text) == text


@pytest.mark.parametrize("text", ["Li\x82le", "Li\ufffdle", "\uf041\uf042", "a\x01"])
def test_unmapped_glyphs_are_garbled(text: str) -> None:
    assert garbled(text)


@pytest.mark.parametrize("text", ["Little", "Siân", "ŵŷ", "£5", "—", "日本"])
def test_real_characters_are_not_garbled(text: str) -> None:
    assert not garbled(text)


PAGE = (
    "Kayleigh Barnes said\nthat Kay-\nleigh Bar-\nnes’s friend O’Neill-\nSmith and Ann planned planning."
    " Siân JONES\n\nJones. Kaylegh Bames and Amara Igbal"
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("kayleigh barnes", ["Kayleigh Barnes", "Kay-\nleigh Bar-\nnes"]),
        ("BARNES", ["Barnes", "Bar-\nnes"]),
        ("O'Neill-Smith", ["O’Neill-\nSmith"]),
        ("O‘neill", ["O’Neill"]),
        ("Ann", ["Ann"]),
        ("Sian Jones", ["Siân JONES"]),
        ("jones jones", ["JONES\n\nJones"]),
        ("planning.", ["planning."]),
        ("  ", []),
        ("Nobody", []),
        ("a.c", []),
    ],
)
def test_search_finds_what_a_reader_would(text: str, found: list[str]) -> None:
    assert [PAGE[a:b] for a, b in find_in_text(PAGE, text)] == found


@pytest.mark.parametrize(
    ("page", "text", "found"),
    [
        ("Sarah\nBrocklehu\nrst\nMother", "sarah brocklehurst", ["Sarah\nBrocklehu\nrst"]),
        ("BROCKL\n\nEHURST, Sarah", "Brocklehurst", ["BROCKL\n\nEHURST"]),
        ("Bro\nckle\nhurst’s", "Brocklehurst", ["Bro\nckle\nhurst"]),
        # A capital begins a word of its own; so does what stands behind a single letter.
        ("Brockle\nHurst", "Brocklehurst", []),
        ("This is a\nbout of flu", "about", []),
        ("Brocklehu rst", "Brocklehurst", []),
        ("Brocklehu\nrsts", "Brocklehurst", []),
    ],
)
def test_a_word_that_a_cell_tore_without_a_hyphen_is_found(page: str, text: str, found: list[str]) -> None:
    assert [page[a:b] for a, b in find_in_text(page, text)] == found


def test_search_can_find_parts_of_words() -> None:
    assert [PAGE[a:b] for a, b in find_in_text(PAGE, "ann", whole_words=False)] == ["Ann", "ann", "ann"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Kayleigh Barnes", ["Kayleigh Barnes", "Kay-\nleigh Bar-\nnes", "Kaylegh Bames"]),
        ("Amara Iqbal", ["Amara Igbal"]),
        ("Ann", ["Ann"]),
        ("Zebedee", []),
    ],
)
def test_fuzzy_search_finds_misspellings_too(text: str, found: list[str]) -> None:
    assert [PAGE[a:b] for a, b in find_in_text(PAGE, text, fuzzy=True)] == found


def test_fuzzy_search_finds_a_name_torn_apart_or_run_together() -> None:
    page = "told JanetLister and Ja net Lister today"
    found = [page[a:b] for a, b in find_in_text(page, "Janet Lister", fuzzy=True)]
    assert found == ["JanetLister", "Ja net Lister"]


def test_a_pages_offsets_lead_to_its_boxes() -> None:
    words = tuple(
        Word(text, Box(50 + 40 * n, 100, 85 + 40 * n, 112), 0, 0) for n, text in enumerate(["Ask", "Janet", "Lister,"])
    )
    page = PageContent(1, 595, 842, words)
    ((start, end),) = find_in(page, "janet lister")
    assert page.text[start:end] == "Janet Lister"
    (box,) = page.boxes_between(start, end)
    assert (box.x0, box.y0, box.y1) == (90, 100, 112)


@given(st.text(max_size=40), st.text(alphabet="abcXYZ é’-.(\n", min_size=1, max_size=8))
def test_spans_are_in_order_within_the_text_and_do_not_overlap(page: str, text: str) -> None:
    for fuzzy in (False, True):
        spans = find_in_text(page, text, fuzzy)
        assert all(0 <= a < b <= len(page) for a, b in spans)
        assert all(one[1] <= two[0] for one, two in pairwise(spans))
