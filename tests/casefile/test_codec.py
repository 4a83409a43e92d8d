# SPDX-License-Identifier: AGPL-3.0-or-later
"""Pages and places are kept exactly, number by number."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from redactor.casefile import codec
from redactor.domain.geometry import Box
from redactor.domain.pages import PageContent, PageStatus, Place, Where, Word, WordSource
from tests.casefile import making

NUMBERS = st.floats(allow_nan=False, allow_infinity=False) | st.floats(width=32, allow_nan=False, allow_infinity=False)
TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
BOXES = st.builds(Box, NUMBERS, NUMBERS, NUMBERS, NUMBERS)
WORDS = st.builds(
    Word, TEXT, BOXES, st.integers(0, 50), st.integers(0, 9), st.sampled_from(WordSource), st.floats(0, 1)
)
PLACES = st.builds(
    Place, st.sampled_from(Where), TEXT, st.none() | st.integers(1, 9), st.lists(BOXES, max_size=3).map(tuple), TEXT
)
PAGES = st.builds(
    PageContent, st.integers(1, 9999), NUMBERS, NUMBERS, st.lists(WORDS, max_size=12).map(tuple),
    st.lists(PLACES, max_size=3).map(tuple), st.sampled_from(PageStatus), TEXT, TEXT, TEXT,
    st.dictionaries(TEXT, TEXT, max_size=2),
)  # fmt: skip


@settings(deadline=None)
@given(page=PAGES)
def test_a_page_comes_back_exactly(page: PageContent) -> None:
    body = codec.pack_page(page)
    again = codec.unpack_page(body, page.page, page.width, page.height, str(page.status), page.problem, page.needs_eyes)
    assert again == page
    assert all(type(word) is Word and type(word.box) is Box for word in again.words)
    assert all(type(word.source) is WordSource for word in again.words)


@given(places=st.lists(PLACES, max_size=4).map(tuple))
def test_places_come_back_exactly(places: tuple[Place, ...]) -> None:
    assert codec.unpack_places(codec.pack_places(places)) == places


@given(boxes=st.lists(BOXES, max_size=5).map(tuple))
def test_boxes_come_back_exactly(boxes: tuple[Box, ...]) -> None:
    assert codec.unpack_boxes(codec.pack_boxes(boxes)) == boxes


def test_a_page_is_kept_small() -> None:
    page = making.page(1, "\n".join(" ".join(making._WORDS) for _ in range(40)))
    assert len(page.words) > 400
    assert len(codec.pack_page(page)) < 4000


@pytest.mark.parametrize("body", [b"", b"x", b"zzzz", codec.pack({"a": 1})])
def test_what_is_no_page_is_not_read_as_one(body: bytes) -> None:
    with pytest.raises(ValueError, match=r"."):
        codec.unpack_page(body, 1, 1.0, 1.0, "read", "", "")
    with pytest.raises(ValueError, match=r"."):
        codec.unpack_page(codec.pack_page(making.page(1)), 1, 1.0, 1.0, "no such status", "", "")
    with pytest.raises(ValueError, match=r"."):
        codec.unpack(b"")
