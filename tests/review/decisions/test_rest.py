# SPDX-License-Identifier: AGPL-3.0-or-later
"""What is left of a page when places of it are kept."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from redactor.domain.geometry import Box, covered
from redactor.domain.journal import Anchor, Kind
from redactor.domain.mentions import Status
from redactor.domain.pages import Where
from redactor.review.decisions.rest import THIN, room_about, the_rest
from redactor.review.state import fold
from tests.review.outcome import effective
from tests.review.record import DOCUMENTS, MENTIONS, PAGES, PEOPLE, Writer

WIDTH, HEIGHT = 595.0, 842.0


@st.composite
def kept_boxes(draw: st.DrawFn) -> list[Box]:
    boxes = []
    for _ in range(draw(st.integers(0, 6))):
        x, y = draw(st.floats(-20, 580)), draw(st.floats(-20, 830))
        boxes.append(Box(x, y, x + draw(st.floats(1, 300)), y + draw(st.floats(1, 60))))
    return boxes


@given(kept_boxes())
def test_kept_and_hidden_never_overlap_and_leave_no_more_than_a_strip_between_them(kept: list[Box]) -> None:
    hidden = the_rest(WIDTH, HEIGHT, kept)
    rounded = [box.rounded() for box in kept]
    for box in hidden:
        assert covered(box, rounded) == 0
        assert all(box.intersection(other) is None for other in hidden if other is not box)
    sheet = Box(0, 0, WIDTH, HEIGHT)
    open_ = 1 - covered(sheet, hidden)
    meant = covered(sheet, rounded)
    # A strip between two kept lines may stay open: each kept box has an upper and a lower edge.
    strips = 2 * len(kept) * THIN * WIDTH / sheet.area
    assert meant - 1e-9 <= open_ <= meant + strips


def test_nothing_kept_hides_the_whole_page() -> None:
    assert the_rest(WIDTH, HEIGHT, ()) == (Box(0, 0, WIDTH, HEIGHT),)


def test_two_kept_lines_set_close_leave_no_thin_box_between_them() -> None:
    hidden = the_rest(WIDTH, HEIGHT, [Box(70, 100, 300, 112), Box(70, 113, 300, 125)])
    assert all(box.height >= THIN for box in hidden)
    assert covered(Box(70, 100, 300, 125), hidden) == 0
    assert covered(Box(320, 100, 500, 125), hidden) == 1


def test_a_kept_place_grows_only_half_way_to_what_is_hidden() -> None:
    (room,) = room_about([Box(100, 100, 200, 112)], [Box(201, 100, 240, 112), Box(100, 110, 200, 122)])
    assert room.x0 < 100 and room.x1 == 200.5
    assert room.y1 == 111


def _hide(write: Writer, document: str, page: int, kept: Box) -> None:
    place = (document, page, Where.PAGE)
    write(
        Kind.REST_HIDDEN,
        {
            "document": document, "first": page, "last": page, "people": [], "reason": "OOS", "fields": {"why": "w"},
            "kept": [Anchor(*place, "kept", (kept,)).to_json()],
            "anchors": [Anchor(*place, "rest", the_rest(WIDTH, HEIGHT, [kept])).to_json()],
        },
    )  # fmt: skip


def test_what_is_found_later_on_such_a_page_is_hidden_and_a_later_decision_replaces_the_first() -> None:
    write = Writer()
    kept = next(m for m in MENTIONS if (m.document, m.page) == PAGES[0] and m.person == "subject").boxes[0]
    _hide(write, DOCUMENTS[0], 1, kept)
    # The finder's mentions were never seen by this decision: all but the kept one are hidden, also possible ones.
    outcome = effective(MENTIONS, PEOPLE, fold(write.events), PAGES)[PAGES[0]]
    statuses = {m.id: outcome.statuses[m.id] for m in MENTIONS if (m.document, m.page) == PAGES[0]}
    assert [i for i, status in statuses.items() if status is not Status.REDACTED] == [
        m.id for m in MENTIONS if (m.document, m.page) == PAGES[0] and m.boxes == (kept,)
    ]
    other = next(m for m in MENTIONS if (m.document, m.page) == PAGES[0] and m.person == "worker").boxes[0]
    _hide(write, DOCUMENTS[0], 1, other)
    state = fold(write.events)
    assert len(state.places.passages[PAGES[0]]) == 1
    outcome = effective(MENTIONS, PEOPLE, state, PAGES)[PAGES[0]]
    assert covered(other, outcome.boxes) == 0 and covered(kept, outcome.boxes) > 0.99
    write(Kind.UNDONE, {"event": write.events[-1].id, "was": str(Kind.REST_HIDDEN)})
    outcome = effective(MENTIONS, PEOPLE, fold(write.events), PAGES)[PAGES[0]]
    assert covered(kept, outcome.boxes) == 0 and covered(other, outcome.boxes) > 0.99
