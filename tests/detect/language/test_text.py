# SPDX-License-Identifier: AGPL-3.0-or-later
"""Views of a text keep its length, so that offsets stay true."""

from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from redactor.detect.language.lexicon import lexicon
from redactor.detect.language.text import flow, line_before, plain, tokens
from redactor.detect.layers import casing

TEXTS = st.text(max_size=300)


@given(TEXTS)
def test_plain_and_flow_keep_the_length(text: str) -> None:
    assert len(plain(text)) == len(text)
    assert len(flow(plain(text))) == len(text)


@given(TEXTS)
def test_the_casing_view_keeps_length_and_letters(text: str) -> None:
    view = casing.view(plain(text), lexicon())
    if view is not None:
        assert len(view) == len(text)
        assert view.casefold() == plain(text).casefold()


@given(TEXTS)
def test_tokens_are_in_order_and_inside(text: str) -> None:
    text = plain(text)
    found = tokens(text)
    assert all(text[t.start : t.end] == t.text and t.text for t in found)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))


def test_shouting_becomes_a_sentence() -> None:
    view = casing.view("MISS NICHOLSON ATTENDED THE OFFICE WITH IRIS AND WAS DISTRESSED.", lexicon())
    assert view == "Miss Nicholson attended the office with Iris and was distressed."


def test_line_breaks_in_running_text_are_bridged_and_cells_are_not() -> None:
    text = "A long line of running text that goes on and on\nto the next one.\nShort\nCell\n"
    assert flow(text).count("\n") == 3
    assert "on to the next" in flow(text)


def test_words() -> None:
    shapes = {t.text: t.shape for t in tokens("J.L. saw O'Neill-Smith, PC 4471 and jane's D0ris K @lma")}
    assert shapes == {
        "J.L.": "D", "saw": "l", "O'Neill-Smith": "C", "PC": "U", "4471": "N", "and": "l", "jane": "l", "s": "l",
        "D0ris": "C", "K": "I", "@lma": "C",
    }  # fmt: skip


def test_what_stands_before_in_the_line() -> None:
    text = "12.30 \n\nAnn Lee rang, Tom Ashe"
    for position in range(len(text) + 1):
        whole = text[:position].rpartition("\n")[2]
        for most in (0, 1, 5, 40):
            assert line_before(text, position, most) == whole[max(len(whole) - most, 0) :]
