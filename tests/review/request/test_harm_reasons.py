# SPDX-License-Identifier: AGPL-3.0-or-later
"""Each class of data has its own test of serious harm: which one a passage is proposed under, and why."""

from __future__ import annotations

import pytest

from redactor.domain.catalogue import catalogue
from redactor.domain.cues import CueKind, DataClass, HarmCue
from redactor.domain.geometry import Box
from redactor.domain.pages import Where
from redactor.review.request.harm_reasons import BY_CLASS, Paper, propose, propose_for

HERE = (Box(50, 100, 300, 112),)
PLAIN = "He must not find out where she moved to."


@pytest.mark.parametrize(("kind", "code"), BY_CLASS.items())
def test_the_class_of_the_paper_decides_confirmed_or_proposed(kind: str, code: str) -> None:
    assert catalogue()[code].data == kind and catalogue()[code].harm
    for paper, said in ((Paper(kind, True), "was confirmed"), (Paper(kind, words="pupil, academy"), "pupil, academy")):
        found, why = propose(paper, HERE, PLAIN)
        assert found == code and said in why


def test_a_passage_confirmed_apart_from_its_paper_has_its_own_reason() -> None:
    paper = Paper("social_work", True, passages=((HERE, "education"),))
    assert propose(paper, HERE, PLAIN)[0] == "ED-HARM"
    assert propose(paper, (Box(50, 200, 300, 212),), PLAIN)[0] == "SW-HARM"


@pytest.mark.parametrize("kind", ["social_work", "education", "other", ""])
def test_what_tells_of_health_is_health_data_in_any_paper(kind: str) -> None:
    found, why = propose(
        Paper(kind, kind != ""), HERE, "Since the overdose in May she keeps the tablets with a friend."
    )
    assert found == "H-HARM" and "overdose" in why
    # A clinic that is only named tells of nobody's health.
    assert propose(Paper(kind, kind != ""), HERE, "We met in the waiting room of the surgery.")[0] != "H-HARM"


def test_the_view_of_a_health_professional_is_health_data_but_not_their_presence() -> None:
    paper = Paper("social_work", True)
    found, why = propose(paper, HERE, "Dr Patel told us that she would not cope with this.", ["Dr Patel"])
    assert found == "H-HARM" and "Dr Patel" in why
    assert propose(paper, HERE, "Dr Patel and the children were in the room.", ["Dr Patel"])[0] == "SW-HARM"


def test_where_nothing_tells_the_reason_says_so() -> None:
    assert "nothing in this paper" in propose(Paper("other"), HERE, PLAIN)[1]
    assert "neither health, education nor social work" in propose(Paper("other", True), HERE, PLAIN)[1]


def _cue(kind: CueKind, reason: str, data_class: DataClass = DataClass.SOCIAL_WORK, text: str = PLAIN) -> HarmCue:
    return HarmCue("h-1", "a" * 64, 1, Where.PAGE, 0, 9, text, HERE, kind, "why", data_class, reason, 0.9)


def test_a_candidate_goes_by_what_was_confirmed_of_its_paper() -> None:
    secret = _cue(CueKind.SECRECY, "SW-HARM")
    assert propose_for(secret, Paper("education", True))[0] == "ED-HARM"
    assert propose_for(secret, Paper("social_work"))[0] == "SW-HARM"
    assert propose_for(_cue(CueKind.SELF_HARM, "H-HARM", DataClass.HEALTH), Paper("education", True))[0] == "H-HARM"


@pytest.mark.parametrize(
    ("kind", "code"), [(CueKind.INTELLIGENCE, "CR"), (CueKind.INFORMANT, "TP"), (CueKind.PRIVILEGE, "LPP")]
)
def test_a_candidate_with_a_reason_of_its_own_keeps_it(kind: CueKind, code: str) -> None:
    found, why = propose_for(_cue(kind, code), Paper("health", True))
    assert found == code and why
