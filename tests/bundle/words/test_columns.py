# SPDX-License-Identifier: AGPL-3.0-or-later
"""A page kept in columns is the page: word by word, and to the byte as the case keeps it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from redactor.bundle import tasks
from redactor.bundle.words.columns import Columns, PlainPage
from redactor.bundle.words.overprint import read_words
from redactor.casefile.codec import pack_page, pack_plain
from redactor.casefile.pages import packed
from redactor.casefile.terms import words
from tests.bundle.conftest import MakePdf

Line = Callable[..., str]


def plain(*texts: tuple[str, int, int]) -> PlainPage:
    said, lines, blocks = zip(*texts, strict=True) if texts else ((), (), ())
    boxes = np.array([[10.0 + 3 * n, 20.25, 12.0 + 3 * n, 30.5] for n in range(len(said))]).reshape(-1, 4).T
    numbers = np.array(lines, np.int64), np.array(blocks, np.int64)
    return PlainPage(3, 595.0, 842.0, said, boxes, *numbers, (), "MuPDF")


@pytest.mark.parametrize(
    "page",
    [
        plain(),
        plain(("one", 0, 0)),
        plain(("Kay-", 0, 0), ("leigh", 1, 0), ("lives", 1, 0), ("here", 2, 1)),
        plain(("O’Neill", 0, 0), ("“at", 0, 0), ("home”", 1, 0), ("a@b.org", 2, 1)),
        plain(("Siân", 0, 0), ("Ŵyn", 0, 0), ("ﬁ", 1, 0)),
    ],
    ids=["empty", "one word", "broken word", "quotes", "accents"],
)
def test_columns_and_words_are_kept_the_same(page: PlainPage) -> None:
    content = page.content()
    assert content.text == page.text
    assert pack_plain(page) == pack_page(content)
    one, other = packed(page), packed(content)
    assert (one.page, one.state, one.body, one.broken) == (other.page, other.state, other.body, other.broken)
    # What the index takes for words, it takes of both alike.
    assert words(one.words) == words(other.words)


@given(st.lists(st.tuples(st.text("ab-’ é_1", min_size=1).filter(str.strip), st.integers(0, 1), st.integers(0, 1))))
def test_any_page_is_kept_the_same(steps: list[tuple[str, int, int]]) -> None:
    line = block = 0
    texts = []
    for text, down, apart in steps:
        line, block = line + max(down, apart), block + apart
        texts.append(("".join(text.split()), line, block))
    page = plain(*texts)
    assert pack_plain(page) == pack_page(page.content())
    assert packed(page).broken == packed(page.content()).broken
    assert words(packed(page).words) == words(packed(page.content()).words)


def test_reading_in_columns_is_reading(make_pdf: MakePdf, line: Line) -> None:
    data = make_pdf(line(60, 700, "Seen with Janet Lister") + line(60, 680, "at home."), "1 0 0 RG 9 w 9 9 m 80 80 l S")
    found = tasks.read_columns(data, "", 1, 2, 4)
    assert isinstance(found[0], PlainPage) and not isinstance(found[1], PlainPage)
    contents = [page.content() if isinstance(page, PlainPage) else page for page in found]
    assert contents == tasks.read_pages(data, "", 1, 2, 4)
    assert [content.page for content in contents] == [5, 6]


def test_columns_of_nothing() -> None:
    nothing = Columns.of([])
    assert [len(getattr(nothing, part.name)) for part in fields(Columns)] == [0, 4, 0, 0, 0]
    assert read_words([])[0] == []


def test_a_word_printed_three_times_is_one_word_and_its_neighbours_stay() -> None:
    printed = [(60 + n * 0.7, 30 + n * 0.7, 90 + n * 0.7, 42 + n * 0.7, "Lister", 0, 0, n) for n in range(3)]
    below = [(60, 42.5, 90, 54.5, "Lister", 0, 1, 0)]
    other = [(60.2, 31, 80, 43, "Pole", 1, 0, 0)]
    read = read_words([*printed, *below, *other])[0]
    assert [word[4] for word in read] == ["Lister", "Lister", "Pole"]
    assert read[0][:4] == (60, 30, 91.4, 43.4)
