# SPDX-License-Identifier: AGPL-3.0-or-later
"""The index names every page on which a search of the page's own text finds the words."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from redactor.bundle.words.search import find_in
from redactor.casefile import driver, pages, schema, search
from redactor.casefile.store import CaseFile
from redactor.casefile.terms import mended, words
from redactor.domain.pages import PageContent
from tests.casefile import making


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("Kayleigh Barnes rang.", "kayleigh"),
        ("KAYLEIGH BARNES rang.", "Kayleigh Barnes"),
        ("She saw Kayleigh\nBarnes today.", "Kayleigh Barnes"),
        ("She saw Kay-\nleigh Barnes.", "Kayleigh Barnes"),
        ("Kay-\nleigh Smith-\nJones", "Kayleigh Smith-Jones"),
        ("Kay-\nleigh Smith-\nJones", "Kayleigh Smith"),
        ("Anne-\nMarie-\nLouise was", "Marie-Louise"),
        ("Anne-\nMarie-\nLouise was", "AnneMarieLouise"),
        ("Sarah\nBrocklehu\nrst", "Sarah Brocklehurst"),
        ("Mrs\nBro\nckle\n\nhurst", "Brocklehurst"),
        ("soft\u00ad\nware", "software"),
        ("Smith–Jones", "Smith-Jones"),
        ("O’Brien’s house", "O'Brien"),
        ("(Kayleigh)/mum", "Kayleigh"),
        ("Ŵyn and Siân", "wyn"),
        ("the ﬁrst ﬂat", "first flat"),
        ("zero\u200bwidth", "zerowidth"),
        ("tel. 07700 900123", "07700 900123"),
        ("k.barnes@example.org", "k.barnes@example.org"),
    ],
)
def test_pages_are_found(case: CaseFile, text: str, query: str) -> None:
    sha256 = making.add(case, b"1").sha256
    case.put_pages(sha256, [making.page(1, "nothing of it here"), making.page(2, text)])
    assert case.search(query) == [(sha256, 2)]


def test_pages_are_not_found_for_parts_of_words_or_another_order(case: CaseFile) -> None:
    sha256 = making.add(case, b"1").sha256
    case.put_pages(sha256, [making.page(1, "Joanne was planning with Barnes Kayleigh")])
    for query in ("Ann", "Kayleigh Barnes", "plan", "", "?!"):
        assert case.search(query) == []


def test_fields_and_hidden_text_of_a_page_count(case: CaseFile) -> None:
    sha256 = making.add(case, b"1").sha256
    case.put_pages(sha256, [making.full_page(1)])
    assert case.search("ring Gareth") == case.search("Meena Dunmore") == [(sha256, 1)]


def test_pages_come_in_the_order_of_the_case(case: CaseFile) -> None:
    one, two = making.add(case, b"1", "1.pdf", 9).sha256, making.add(case, b"2", "2.pdf", 9).sha256
    for sha256 in (two, one):
        case.put_pages(sha256, [making.page(n, "Gareth Pole") for n in (8, 3)])
    assert case.search("Pole") == [(one, 3), (one, 8), (two, 3), (two, 8)]
    assert case.search("Pole", limit=3) == [(one, 3), (one, 8), (two, 3)]
    assert case.search("Pole", limit=0) == []


def test_a_page_read_again_is_found_by_its_new_words_only(case: CaseFile) -> None:
    sha256 = making.add(case, b"1").sha256
    case.put_pages(sha256, [making.page(1, "Gareth"), making.page(2, "Gareth")])
    assert dict(case.vocabulary()) == {"gareth": 2}
    case.put_pages(sha256, [making.page(1, "Meena")])
    assert case.search("Gareth") == [(sha256, 2)]
    assert case.search("Meena") == [(sha256, 1)]
    assert {"gareth", "meena"} <= dict(case.vocabulary()).keys()


def test_the_vocabulary_is_for_misspellings(case: CaseFile) -> None:
    sha256 = making.add(case, b"1").sha256
    case.put_pages(sha256, [making.page(1, "Kayliegh rang Gareth"), making.page(2, "Kaylee"), making.page(3, "Gareth")])
    assert case.vocabulary() == (("gareth", 2), ("kaylee", 1), ("kayliegh", 1), ("rang", 1))
    near = [word for word, _ in case.vocabulary() if word.startswith("kayl")]
    assert case.pages_with(near) == [(sha256, 1), (sha256, 2)]
    assert case.pages_with([]) == []
    assert case.pages_with(f"word{n}" for n in range(2000)) == []


PIECES = st.sampled_from(
    ["Ann", "ann", "Mary", "Smith", "Ŵyn", "é", "O’B", "9", "-", "–", " ", " ", "\n", "-\n", ",", "/", "'s", "_", "ﬁ"]
)


@settings(max_examples=400, deadline=None)
@given(pieces=st.lists(PIECES, min_size=1, max_size=14), start=st.integers(0, 13), length=st.integers(1, 6))
def test_the_index_misses_nothing_that_a_search_of_the_text_finds(pieces: list[str], start: int, length: int) -> None:
    content = making.page(1, "".join(pieces).replace("_", "x"))
    query = "".join(pieces[start : start + length]).replace("-\n", "").replace("\n", " ").replace("_", "x")
    if words(query) and find_in(content, query):
        assert _indexed(content, query), f"{query!r} in {content.text!r}"


def _indexed(content: PageContent, query: str) -> bool:
    db = driver.memory()
    try:
        schema.migrate(db)
        packed = pages.packed(content)
        db.execute("INSERT INTO page_index (rowid, words, broken) VALUES (1, ?, ?)", (packed.words, packed.broken))
        asked = "SELECT rowid FROM page_index WHERE page_index MATCH ?"
        return any(db.execute(asked, (match,)).fetchall() for match in search.query_for(query))
    finally:
        db.close()


def test_broken_words_are_mended_in_every_way() -> None:
    assert mended("a-\nb-\nc d-\n e") == ["ab", "abc", "bc", "de"]
    assert mended("no - \n break-here\n") == []
