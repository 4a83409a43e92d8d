# SPDX-License-Identifier: AGPL-3.0-or-later
"""Who may approve what, and what voids it."""

from __future__ import annotations

import pytest

from redactor.domain.errors import Refused
from redactor.domain.journal import Actor, Kind
from redactor.review.checks.approval import approval_payload, require_approved, require_approver
from redactor.review.request.evidence import evidence
from redactor.review.state import fold
from tests.review.record import Writer, decide_person

ANN = Actor("Ann Worker", "caseworker", "aa")
LEAD = Actor("Lee Lead", "team-lead", "bb")
OTHER = Actor("Olu Lead", "team-lead", "cc")


def submitted(author: Actor = ANN) -> Writer:
    write = Writer()
    write(*decide_person("boy", "redact"), actor=author)
    write(Kind.SUBMITTED, {"plan_digest": "d1", "documents": ["x"]}, actor=ANN)
    return write


def test_a_team_lead_who_decided_nothing_may_approve():
    require_approver(fold(submitted().events), LEAD)


@pytest.mark.parametrize(
    ("actor", "words"),
    [
        (ANN, "only a team lead"),
        (Actor(), "needs an identity"),
        (Actor("Ann Worker", "team-lead", "zz"), "took decisions"),
        (Actor("Somebody", "team-lead", "aa"), "took decisions"),
    ],
)
def test_others_may_not(actor, words):
    with pytest.raises(Refused, match=words):
        require_approver(fold(submitted().events), actor)


def test_a_team_lead_who_decided_something_may_not_even_after_undoing_it():
    write = submitted(author=OTHER)
    write(Kind.UNDONE, {"event": write.events[0].id}, actor=OTHER)
    write(Kind.SUBMITTED, {"plan_digest": "d1", "documents": ["x"]}, actor=ANN)
    with pytest.raises(Refused, match="took decisions"):
        require_approver(fold(write.events), OTHER)


def test_an_approval_is_for_one_plan_and_one_set_of_documents():
    write = submitted()
    write(Kind.APPROVED, approval_payload("d1", ["x"], "h", "s"), actor=LEAD)
    state = fold(write.events)
    assert require_approved(state, "d1", ["x"])["head"] == "h"
    for digest, documents in (("d2", ["x"]), ("d1", ["x", "y"]), ("d1", [])):
        with pytest.raises(Refused, match="not what was approved"):
            require_approved(state, digest, documents)


@pytest.mark.parametrize(
    "kind", [Kind.PERSON_DECIDED, Kind.UNDONE, Kind.RETURNED, Kind.DOCUMENT_ADDED, Kind.ROSTER_USED]
)
def test_anything_later_voids_it(kind):
    write = submitted()
    write(Kind.APPROVED, approval_payload("d1", ["x"], "h", "s"), actor=LEAD)
    payloads = {
        Kind.PERSON_DECIDED: decide_person("aunt", "disclose")[1],
        Kind.UNDONE: {"event": write.events[0].id},
        Kind.RETURNED: {"comment": "look again"},
        Kind.ROSTER_USED: {"roster": "{}"},
    }
    write(kind, payloads.get(kind, {"sha256": "y"}), actor=ANN)
    state = fold(write.events)
    assert state.approval is None and state.submission is None
    with pytest.raises(Refused, match="not approved"):
        require_approved(state, "d1", ["x"])


def test_an_export_leaves_the_approval_standing():
    write = submitted()
    write(Kind.APPROVED, approval_payload("d1", ["x"], "h", "s"), actor=LEAD)
    write(Kind.EXPORTED, {"plan_digest": "d1"}, actor=ANN)
    require_approved(fold(write.events), "d1", ["x"])


@pytest.mark.parametrize(
    ("facts", "stands"),
    [
        ({"searches": "the paper archive", "address": "1 Larch Close", "format": "paper", "how": "by letter"}, True),
        ({"searches": "the paper archive", "capacity": "parent"}, False),
        ({"requester_name": "Somebody Else"}, False),
        ({"sending": "2026-03-01"}, False),
        ({"nation": "scotland"}, False),
    ],
)
def test_what_only_the_letter_tells_voids_nothing_and_changes_no_plan(facts, stands):
    write = submitted()
    write(Kind.APPROVED, approval_payload("d1", ["x"], "h", "s"), actor=LEAD)
    before = evidence(fold(write.events))
    write(Kind.REQUEST_RECORDED, facts, actor=LEAD)
    state = fold(write.events)
    assert (state.approval is not None) is (state.submission is not None) is stands
    assert (evidence(state) == before) is stands
    assert (LEAD.key in state.authors) is not stands
    assert state.request.to_json().items() >= facts.items()
