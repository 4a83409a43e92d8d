# SPDX-License-Identifier: AGPL-3.0-or-later
"""Opinions on serious harm: DPA 2018 Sch 3 paras 2, 5, 6 and 7."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from redactor.domain.geometry import Box
from redactor.domain.journal import Anchor
from redactor.domain.pages import Where
from redactor.domain.plan import Redaction
from redactor.review.request.classes import propose
from redactor.review.request.clock import months_before
from redactor.review.request.opinions import (
    MET,
    NOT_MET,
    Ledger,
    Opinion,
    class_lacks,
    harm_lacks,
    health_lacks,
    not_in_ledger,
)

DOC, OTHER = "a" * 64, "b" * 64
BOX = Box(72, 100, 300, 140)
PASSAGE = Anchor(DOC, 2, Where.PAGE, "she does not know", (BOX,))
DAY = date(2026, 9, 30)


def opinion(finding: str, given_on: date, **more: object) -> Opinion:
    made = Opinion("e1", finding, "Dr A", "doctor", "responsible", given_on, "said so", (DOC,))
    return replace(made, **more)  # type: ignore[arg-type]


def ledger(*opinions: Opinion) -> Ledger:
    made = Ledger()
    made.opinions.extend(opinions)
    return made


def harm(**fields: str) -> Redaction:
    pairs = tuple(sorted(fields.items()))
    return Redaction(DOC, 2, (BOX,), "H-HARM", "Withheld by law", "she does not know", fields=pairs, source="h1")


def harms(*redactions: Redaction, book: Ledger, day: date = DAY) -> list[str]:
    return [lack.text for lack in harm_lacks(redactions, {"H-HARM": 6}, book, day)]


def test_a_social_workers_judgement_has_a_day_though_the_act_sets_no_age() -> None:
    """What slipped into the field for the date is no date, however old a judgement may be."""

    def said(day: str) -> list[str]:
        held = replace(harm(opinion="T. Lead, team manager", opinion_date=day), reason="SW-HARM")
        return [lack.text for lack in harm_lacks([held], {"SW-HARM": 0}, ledger(opinion(NOT_MET, DAY)), DAY)]

    assert not said("2019-01-31")
    (odd,) = said("T. Lead, team manager")
    assert "no date" in odd
    (late,) = said("2026-10-01")
    assert "after the disclosure" in late


def test_health_data_needs_an_opinion_that_the_test_is_not_met() -> None:
    """Para 6: without one, and not already known, nothing of it goes out."""
    released = {DOC: 1, OTHER: 1}
    classes = {DOC: "health", OTHER: "social_work"}
    (lack,) = health_lacks(classes, released, ledger(), 6, DAY)
    assert lack.document == DOC and lack.knows
    assert not list(health_lacks(classes, released, ledger(opinion(NOT_MET, DAY)), 6, DAY))
    assert not list(health_lacks(classes, {OTHER: 1}, ledger(), 6, DAY))  # held back whole
    assert list(health_lacks(classes, released, ledger(opinion(MET, DAY)), 6, DAY))
    passage_only = opinion(NOT_MET, DAY, documents=(), anchors=(PASSAGE,))
    assert list(health_lacks(classes, released, ledger(passage_only), 6, DAY))


def test_six_months_are_counted_back_from_the_disclosure() -> None:
    """Paras 5 and 6: within six months before it is relied on."""
    said = opinion(NOT_MET, date(2026, 3, 30))
    assert said.counts_on(DAY, 6) and not said.counts_on(DAY + timedelta(days=1), 6)
    assert said.until(6) == DAY
    assert not said.counts_on(date(2026, 3, 29), 6)  # not yet given
    (lack,) = health_lacks({DOC: "health"}, {DOC: 1}, ledger(said), 6, date(2026, 10, 1))
    assert "30 March 2026 is too old" in lack.text


def test_a_harm_passage_needs_its_opinion_in_date() -> None:
    """Para 5: from the reason's own fields or from the ledger."""
    fresh = harm(opinion="Dr A", opinion_date="2026-09-01")
    assert not harms(fresh, book=ledger())
    (old,) = harms(harm(opinion="Dr A", opinion_date="2026-03-29"), book=ledger())
    assert "more than 6 months old" in old and "ask again" in old
    (later,) = harms(harm(opinion="Dr A", opinion_date="2026-10-02"), book=ledger())
    assert "after the disclosure" in later
    (odd,) = harms(harm(opinion="Dr A", opinion_date="last week"), book=ledger())
    assert "no date" in odd
    met = opinion(MET, date(2026, 9, 1), documents=(), anchors=(PASSAGE,))
    assert not harms(harm(), book=ledger(met))
    assert not_in_ledger(["opinion", "opinion_date", "who"], harm(), ledger(met)) == ["who"]
    assert not_in_ledger(["opinion"], harm(), ledger()) == ["opinion"]
    (asked_again,) = harms(harm(), book=ledger(replace(met, given=date(2026, 1, 1))))
    assert "too old" in asked_again


def test_an_opinion_against_the_passage_stops_it_unless_a_later_one_is_for_it() -> None:
    against = opinion(NOT_MET, date(2026, 9, 10), documents=(), anchors=(PASSAGE,))
    fresh = harm(opinion="Dr A", opinion_date="2026-09-01")
    (lack,) = harms(fresh, book=ledger(against))
    assert "the serious harm test is not met here" in lack
    assert not harms(harm(opinion="Dr B", opinion_date="2026-09-20"), book=ledger(against))
    # An opinion on the document as a whole is not against the passage: it is what lets the rest of it go out.
    assert not harms(fresh, book=ledger(opinion(NOT_MET, date(2026, 9, 10))))


def test_social_work_reasons_are_refused_on_health_and_education_data() -> None:
    """Para 7(1): social work data is neither; a health reason stands everywhere."""
    data = {"SW-HARM": "social_work", "H-HARM": "health", "ED-HARM": "education", "TP": ""}

    def refused(reason: str, kind: str) -> bool:
        return bool(list(class_lacks([replace(harm(), reason=reason)], {DOC: kind}, data)))

    assert refused("SW-HARM", "health") and refused("SW-HARM", "education") and not refused("SW-HARM", "social_work")
    assert refused("ED-HARM", "health") and not refused("ED-HARM", "education")
    assert not any(refused("H-HARM", kind) for kind in ("health", "education", "social_work", "other"))
    assert not any(refused("TP", kind) for kind in ("health", "education", "social_work", "other"))


def test_documents_are_proposed_by_their_names_and_first_words() -> None:
    def kind(name: str, text: str = "") -> str:
        return propose("x", name, text).kind

    assert kind("Discharge letter.pdf", "Ward 4, General Hospital. The patient was admitted.") == "health"
    assert kind("09 CAMHS letter.pdf", "Specialist clinic, NHS Foundation Trust") == "health"
    assert kind("School report.pdf", "Park Academy. Pupil: Jo. Attendance 94%") == "education"
    assert kind("Case notes.pdf", "Home visit. NHS number 999 417 2034. GP: Mill Bank Surgery.") == "social_work"
    assert kind("Housing offer.pdf", "The rent is payable weekly.") == "other"
    assert propose("x", "LAC review.pdf", "").why.startswith("lac review")


days = st.dates(date(2019, 1, 1), date(2060, 12, 31))


@given(days, st.integers(-400, 400), st.integers(1, 24))
def test_an_opinion_counts_from_the_day_it_is_given_to_the_last_day_of_its_months(
    given_on: date, later: int, months: int
) -> None:
    said = opinion(MET, given_on)
    day = given_on + timedelta(days=later)
    counts = said.counts_on(day, months)
    assert counts == (given_on <= day and months_before(day, months) <= given_on)
    if counts and later:
        assert said.counts_on(day - timedelta(days=1), months)
    assert said.counts_on(given_on, months)
