# SPDX-License-Identifier: AGPL-3.0-or-later
"""What lies about in a file is found once, by its own name, and never twice what its pages say."""

from __future__ import annotations

import base64

import pytest
from hypothesis import example, given
from hypothesis import strategies as some

from redactor.bundle import tasks
from redactor.bundle.beside.leftovers import content_texts
from redactor.bundle.beside.unsaid import unsaid
from redactor.bundle.mupdf.rawobjects import RawObject, raw_objects, version_ends
from redactor.bundle.words.overprint import read_words
from redactor.domain.pages import Where
from tests.release.hiding import KINDS, plain


def places(name: str) -> list[tuple[Where, str]]:
    content, _ = tasks.identify(KINDS[name].make(), "a.pdf")
    return [(place.where, place.text) for place in content.places]


def test_a_plain_file_has_nothing_left_over() -> None:
    content, _ = tasks.identify(plain(), "a.pdf")
    assert unsaid(content.places, lambda: tasks.read_pages(plain(), "", 1, 1)) == []


def test_what_the_page_says_is_not_left_over() -> None:
    data = KINDS["forms inside forms"].make()
    content, _ = tasks.identify(data, "a.pdf")
    assert content.places  # the drawing is read from the bytes
    assert unsaid(content.places, lambda: tasks.read_pages(data, "", 1, 1)) == []


def test_each_place_is_called_by_what_it_is() -> None:
    said = "Her neighbour Kayleigh Barnes"
    assert (Where.FORM_FIELD, said) in places("a signature's reason")
    assert (Where.HIDDEN_TEXT, said) in places("an earlier version of the page")
    assert (Where.METADATA, said) in places("a script at opening")
    assert (Where.ANNOTATION, said) in places("a redaction mark's overlay")


def test_an_earlier_version_ends_where_the_next_begins() -> None:
    data = KINDS["two earlier versions"].make()
    ends = version_ends(data)
    assert len(ends) == 2
    assert all(data[:end].rstrip().endswith(b"%%EOF") for end in ends)
    assert version_ends(plain()) == []


@pytest.mark.parametrize(
    ("among_what_shows", "left"),
    [
        (b"", []),
        (b"/Span <</MCID 7>> BDC (at home) Tj EMC", []),
        (b"[(at) -250 <686F6D65>] TJ", []),
        (b"(Mr \\(Joe\\) Barnes) Tj % seen by Kayleigh\n", [" seen by Kayleigh"]),
        (b"/Span <</ActualText (Kayleigh)>> BDC (K.) Tj EMC", ["Kayleigh"]),
        (b"/Span <</MCID 7 /Alt (Kayleigh)>> BDC (K.) Tj EMC", ["Kayleigh"]),
        (b"(Kayleigh) gone (K.) Tj", ["Kayleigh"]),
        (b"(Kayleigh) /MCID 7 Tjx", ["Kayleigh"]),
        (b"[(Kay) 3 (leigh)] Tc", ["Kay", "leigh"]),
        (b"<< (Kayleigh) Tj >>", ["Kayleigh"]),
    ],
)
def test_of_a_drawing_that_shows_only_what_does_not_show_is_left(among_what_shows: bytes, left: list[str]) -> None:
    shows = b"BT /F1 11 Tf 72 700 Td (She was seen) Tj 0 -14 Td [(on) -3.5 (Monday)] TJ T* (again) ' ET\n0 0 9 9 re f\n"
    assert list(content_texts(shows + among_what_shows + b"\n" + shows, shown=True)) == left


@pytest.mark.parametrize("shown", [True, False])
def test_a_string_that_nothing_closes_is_read_to_its_end(shown: bool) -> None:
    assert " ".join(content_texts(b"/Span <</Alt (Gareth Pole \\(uncle\\)", shown)) == "Gareth Pole (uncle)"


@pytest.mark.parametrize("unit", [b"(\\", b"(", b"((a)", b"(a(", b"/a("])
def test_many_strings_that_nothing_closes_cost_what_their_length_does(unit: bytes) -> None:
    """A megabyte or two of each; with their square this would not end while anybody waits."""
    for shown in (True, False):
        list(content_texts(unit * 400_000, shown))


def test_objects_that_no_table_knows_are_seen() -> None:
    bodies = [item.body for item in raw_objects(KINDS["a stale object in an object stream"].make())]
    assert any(b"Kayleigh" in body for body in bodies)


def decoded(written: bytes) -> bytes:
    return RawObject(7, b"<</Filter /ASCII85Decode>>", written).decoded()


@given(some.binary(max_size=60), some.integers(0, 9))
@example(b"\0" * 12, 0)
@example(b"\xff" * 9, 3)
def test_what_is_written_in_base_85_is_read_as_it_was(data: bytes, width: int) -> None:
    assert decoded(base64.a85encode(data, wrapcol=width) + b"~>") == data
    assert decoded(base64.a85encode(data, adobe=True)) == data


@pytest.mark.parametrize("wrong", [b"ab{de~>", b"uuuuu~>", b's8W-"~>', b"ab\x80de~>"])
def test_what_is_no_base_85_says_nothing(wrong: bytes) -> None:
    assert decoded(wrong) == b""


def word(text: str, x0: float, x1: float, line: int = 0) -> tuple[float, float, float, float, str, int, int, int]:
    return (x0, 10.0, x1, 22.0, text, 0, line, 0)


def test_letters_spaced_out_are_words_and_a_row_of_marks_is_not() -> None:
    spaced = [
        word(c, 10 + 9 * n + (3 if n > 2 else 0), 16 + 9 * n + (3 if n > 2 else 0)) for n, c in enumerate("ANNLEE")
    ]
    assert [w[4] for w in read_words(spaced)[0]] == ["ANN", "LEE"]
    assert read_words(spaced)[0][0][:4] == (10, 10, 34, 22)
    answers = [word(c, 10 + 40 * n, 16 + 40 * n) for n, c in enumerate("YNNYY")]
    assert read_words(answers)[0] == answers


def test_what_is_printed_over_itself_is_one_word() -> None:
    bold = [word("Ann", 10, 30), word("Ann", 10.4, 30.4, 1), word("Ann", 60, 80, 2)]
    assert [w[:3:2] for w in read_words(bold)[0]] == [(10, 30.4), (60, 80)]
