# SPDX-License-Identifier: AGPL-3.0-or-later
"""A page's text, and the way back from characters to boxes."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from redactor.domain.geometry import Box
from redactor.domain.pages import PageContent, Word

WORDS = (
    Word("Seen", Box(10, 10, 40, 20), 0, 0),
    Word("with", Box(44, 10, 66, 20), 0, 0),
    Word("(Kayleigh's)", Box(70, 10, 142, 20), 0, 0),
    Word("mother.", Box(10, 24, 60, 34), 1, 0),
    Word("Ref", Box(10, 60, 30, 70), 2, 1),
)
PAGE = PageContent(1, 595, 842, WORDS)


def test_text_keeps_lines_and_blocks():
    assert PAGE.text == "Seen with (Kayleigh's)\nmother.\n\nRef"
    assert [PAGE.text[o : o + len(w.text)] for o, w in zip(PAGE.offsets, WORDS, strict=True)] == [w.text for w in WORDS]


def test_a_name_inside_punctuation_leaves_the_punctuation_but_never_a_letter_open():
    start = PAGE.text.index("Kayleigh")
    (box,) = PAGE.boxes_between(start, start + len("Kayleigh"))
    assert 70 <= box.x0 < 76 and 130 < box.x1 <= 142


def test_part_of_a_word_takes_the_whole_word():
    start = PAGE.text.index("moth")
    assert PAGE.boxes_between(start, start + 3) == (Box(10, 24, 60, 34),)


def test_a_span_over_two_lines_has_a_box_on_each():
    start = PAGE.text.index("with")
    assert len(PAGE.boxes_between(start, PAGE.text.index("mother") + 6)) == 2


@given(st.integers(0, 40), st.integers(0, 40))
def test_every_letter_of_a_span_is_under_its_boxes(one, other):
    start, end = min(one, other), max(one, other)
    boxes = PAGE.boxes_between(start, end)
    for word, offset in zip(WORDS, PAGE.offsets, strict=True):
        inside = PAGE.text[max(offset, start) : min(offset + len(word.text), end)] if offset < end else ""
        if any(c.isalnum() for c in inside):
            assert any(box.intersection(word.box) for box in boxes)


def test_a_wide_sign_before_a_number_is_covered_with_it() -> None:
    content = PageContent(
        1, 200, 50, (Word("(+44", Box(10, 10, 34, 20), 0, 0), Word("7700", Box(38, 10, 60, 20), 0, 0))
    )
    (box,) = content.boxes_between(2, 9)
    assert box.x0 == 10
