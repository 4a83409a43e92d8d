# SPDX-License-Identifier: AGPL-3.0-or-later
"""An event is known by its content."""

from __future__ import annotations

import hashlib

from hypothesis import given
from hypothesis import strategies as st

from redactor.domain.geometry import Box
from redactor.domain.journal import Actor, Anchor, Kind, canonical, event_id, make_event
from redactor.domain.pages import Where

texts = st.text(max_size=12)
tenths = st.integers(0, 9000).map(lambda n: n / 10)


def test_every_part_of_an_event_is_in_its_id():
    base = make_event(("p",), Kind.UNDONE, "2026-01-01T00:00:00Z", Actor("A", "caseworker", "k"), {"event": "x"})
    others = [
        make_event(("q",), base.kind, base.at, base.actor, base.payload),
        make_event(("p", "q"), base.kind, base.at, base.actor, base.payload),
        make_event(base.parents, Kind.RETURNED, base.at, base.actor, base.payload),
        make_event(base.parents, base.kind, "2026-01-01T00:00:01Z", base.actor, base.payload),
        make_event(base.parents, base.kind, base.at, Actor("A", "team-lead", "k"), base.payload),
        make_event(base.parents, base.kind, base.at, base.actor, {"event": "y"}),
    ]
    assert len({base.id, *(event.id for event in others)}) == 7


def test_an_id_is_the_hash_of_the_whole_content_however_the_payload_was_given():
    payload = {"b": [1.5, "é"], "a": {"z": None, "y": [True]}}
    content = {"parents": ["p"], "kind": "event.undone", "at": "now", "actor": ["A", "r", "k"], "payload": payload}
    whole = hashlib.sha256(canonical(content)).hexdigest()
    actor = Actor("A", "r", "k")
    assert event_id(("p",), Kind.UNDONE, "now", actor, payload) == whole
    assert event_id(("p",), Kind.UNDONE, "now", actor, canonical(payload)) == whole


@given(texts, st.integers(0, 9), texts, st.lists(st.builds(Box, tenths, tenths, tenths, tenths), max_size=3))
def test_an_anchor_survives_being_written_down(document, page, text, boxes):
    anchor = Anchor(document, page, Where.PAGE, text, tuple(boxes))
    assert Anchor.from_json(anchor.to_json()) == anchor
