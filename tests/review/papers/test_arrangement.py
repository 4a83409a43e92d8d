# SPDX-License-Identifier: AGPL-3.0-or-later
"""Order, pieces, names and gaps as the journal tells them: every page in one part, whatever is done and undone."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from redactor.domain.journal import Kind
from redactor.review.papers.arrangement import index_title
from redactor.review.state import fold
from tests.review.record import Writer

A, B, C = "a" * 64, "b" * 64, "c" * 64
PAGES = {A: 10, B: 3, C: 1}


def added() -> Writer:
    write = Writer()
    for position, (sha, pages) in enumerate(PAGES.items(), start=1):
        write(Kind.DOCUMENT_ADDED, {"sha256": sha, "name": f"{sha[0]}.pdf", "pages": pages, "position": position})
    return write


def keys(write: Writer) -> list[tuple[str, int, int]]:
    return [(part.document[0], part.first, part.last) for part in fold(write.events).arrangement.parts()]


def test_documents_stand_as_they_were_added_and_the_plan_says_nothing_more():
    write = added()
    assert keys(write) == [("a", 1, 10), ("b", 1, 3), ("c", 1, 1)]
    assert fold(write.events).arrangement.for_plan() == ((), ())


def test_documents_are_ordered_and_moved():
    write = added()
    write(Kind.DOCUMENTS_ARRANGED, {"by": "date", "order": [[C, 1], [B, 1]]})
    assert keys(write) == [("c", 1, 1), ("b", 1, 3), ("a", 1, 10)], "what is not named stands behind"
    write(Kind.DOCUMENTS_ARRANGED, {"by": "hand", "order": [[A, 1]], "before": [B, 1]})
    assert [key[0] for key in keys(write)] == ["c", "a", "b"]
    write(Kind.DOCUMENTS_ARRANGED, {"by": "hand", "order": [[C, 1]], "before": None})
    assert [key[0] for key in keys(write)] == ["a", "b", "c"]
    write(Kind.DOCUMENT_ADDED, {"sha256": "d" * 64, "name": "d.pdf", "pages": 2, "position": 4})
    assert [key[0] for key in keys(write)] == ["a", "b", "c", "d"], "a late paper comes last"


def test_a_file_is_split_and_its_parts_keep_their_place():
    write = added()
    write(Kind.DOCUMENT_DESCRIBED, {"entries": [{"document": A, "first": 1, "title": "Old file"}]})
    write(Kind.DOCUMENT_SPLIT, {"document": A, "first": 4, "last": 6, "title": "Assessment"})
    assert keys(write) == [("a", 1, 3), ("a", 4, 6), ("a", 7, 10), ("b", 1, 3), ("c", 1, 1)]
    arrangement = fold(write.events).arrangement
    assert [index_title(part) for part in arrangement.parts()[:3]] == ["Old file", "Assessment", ""]
    assert arrangement.part_at(A, 5).key == (A, 4)
    write(Kind.UNDONE, {"event": write.events[-1].id, "was": "document.split"})
    assert keys(write) == [("a", 1, 10), ("b", 1, 3), ("c", 1, 1)]


def test_documents_of_one_section_stand_together():
    write = added()
    entries = [{"document": sha, "first": 1, "section": "Health"} for sha in (A, C)]
    write(Kind.DOCUMENT_DESCRIBED, {"entries": entries})
    assert [key[0] for key in keys(write)] == ["a", "c", "b"]
    parts, _ = fold(write.events).arrangement.for_plan()
    assert [(part.document[0], part.section) for part in parts] == [("a", "Health"), ("c", "Health"), ("b", "")]


def test_what_is_left_out_is_in_the_plan_with_its_reason_and_can_be_put_back():
    write = added()
    fields = {"why": "another child's"}
    write(Kind.DOCUMENT_LEFT_OUT, {"document": B, "first": 1, "last": 3, "reason": "OOS", "fields": fields, "why": ""})
    copy = {"document": A, "first": 8, "last": 9, "reason": "COPY", "fields": {}, "like": [A, 1], "why": ""}
    write(Kind.DOCUMENT_LEFT_OUT, copy)
    parts, left = fold(write.events).arrangement.for_plan()
    assert [part.document[0] for part in parts] == ["a", "c"]
    assert [(one.document[0], one.first, one.last, one.reason, one.part, one.like) for one in left] == [
        ("a", 8, 9, "COPY", 0, (A, 1)),
        ("b", 1, 3, "OOS", -1, None),
    ]
    write(Kind.DOCUMENT_PUT_BACK, {"document": A, "first": 8, "last": 8})
    _, left = fold(write.events).arrangement.for_plan()
    assert (left[0].first, left[0].last, left[0].like) == (9, 9, (A, 2)), "the copy's own page stays its counterpart"
    released = fold(write.events).arrangement.released()
    assert (A, 8) in released and (A, 9) not in released and (B, 1) not in released


@given(
    st.lists(
        st.tuples(st.sampled_from([A, B]), st.integers(1, 12), st.integers(0, 5), st.integers(0, 3), st.booleans()),
        max_size=8,
    )
)
def test_every_page_is_in_exactly_one_part(steps):
    write = added()
    for document, first, length, what, undo in steps:
        last = first + length
        if last > PAGES[document]:
            continue
        if what == 0:
            write(Kind.DOCUMENT_SPLIT, {"document": document, "first": first, "last": last, "title": ""})
        elif what == 1:
            write(Kind.DOCUMENTS_ARRANGED, {"by": "hand", "order": [[document, 1]], "before": [C, 1]})
        elif what == 2:
            entries = [{"document": document, "first": first, "section": str(length)}]
            write(Kind.DOCUMENT_DESCRIBED, {"entries": entries})
        else:
            leave = {"document": document, "first": first, "last": last, "reason": "OOS", "fields": {}, "why": ""}
            write(Kind.DOCUMENT_LEFT_OUT, leave)
        if undo:
            write(Kind.UNDONE, {"event": write.events[-1].id, "was": str(write.events[-1].kind)})
    arrangement = fold(write.events).arrangement
    pages = [(part.document, page) for part in arrangement.parts() for page in part.pages]
    assert sorted(pages) == sorted((sha, page) for sha, count in PAGES.items() for page in range(1, count + 1))
    parts, left = arrangement.for_plan()
    gone = {(one.document, page) for one in left for page in range(one.first, one.last + 1)}
    if parts or left:
        held = {(part.document, page) for part in parts for page in range(part.first, part.last + 1)}
        assert held | gone == set(pages), "what the plan does not hold it says is left out"
        assert set(arrangement.released()) == set(pages) - gone
