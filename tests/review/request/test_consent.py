# SPDX-License-Identifier: AGPL-3.0-or-later
"""Other people: DPA 2018 Sch 2 paras 16 and 17, and the dead."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from redactor.domain.mentions import Person, Profession, Role
from redactor.review.request.consent import FACTORS, Answer, Assessment, follows, gaps

AUNT = Person("aunt", "Meena Shah", (), Role.THIRD_PARTY)
NURSE = Person("nurse", "Ann Field", (), Role.PROFESSIONAL, Profession.HEALTH)
OFFICER = Person("pc", "PC Lowe", (), Role.PROFESSIONAL, Profession.POLICE)
WHOLE = {name: f"about {name}" for name in FACTORS}


def record(**facts: str) -> Assessment:
    return Assessment("aunt").changed(facts)


def found(person: Person, about: Assessment, outcome: str, reason: str = "", **fields: str) -> list[str]:
    return list(gaps(person, about, outcome, reason, fields))


def test_consent_given_means_disclosure_within_its_scope() -> None:
    """Para 16(2)(a)."""
    agreed = record(asked="2026-02-01", answer="given", answered="2026-02-09", scope="her address", form="e-mail")
    assert follows(AUNT, agreed).outcome == "disclose" and "her address" in follows(AUNT, agreed).why
    (limit,) = found(AUNT, agreed, "disclose")
    assert "her address" in limit and not list(gaps(AUNT, agreed, "disclose", "", {}, "her address"))
    (gap,) = found(AUNT, agreed, "redact", "TP")
    assert "They agreed" in gap and "16(2)(a)" in gap
    assert not found(AUNT, agreed.changed({"override": "her consent leaves this passage out"}), "redact", "TP")
    half = record(asked="2026-02-01", answer="given", answered="2026-02-09")
    assert found(AUNT, half, "disclose") == ["left in (they agreed), which lacks: scope, form"]


def test_disclosure_without_consent_needs_the_five_factors() -> None:
    """Para 16(2)(b) and 16(3)."""
    assert found(AUNT, record(), "disclose") == ["left in, and on what ground is not on record"]
    yes = record(reasonable="yes", **{name: text for name, text in WHOLE.items() if name != "duty"})
    (gap,) = found(AUNT, yes, "disclose")
    assert gap.endswith("which lacks: duty")
    assert not found(AUNT, record(reasonable="yes", **WHOLE), "disclose")
    assert not found(AUNT, record(), "disclose", "REASONABLE", **WHOLE)
    no = record(reasonable="no", **WHOLE)
    assert found(AUNT, no, "disclose")[0].startswith("left in, though it is on record: Judged not reasonable")
    assert not found(AUNT, no, "redact", "TP")


def test_refusal_silence_and_incapacity_leave_the_judgement_open() -> None:
    """Para 16(3)(c) to (e) are factors, not answers."""
    for answer in ("refused", "no_answer", "not_capable"):
        asked = record(asked="2026-02-01", answer=answer, answered="2026-02-09")
        assert follows(AUNT, asked).outcome == "" and "to be judged" in follows(AUNT, asked).why
    assert found(AUNT, record(asked="2026-02-01"), "redact", "TP") == [
        "consent was asked for and no answer is on record"
    ]


def test_professionals_in_their_official_capacity_are_left_in_and_others_are_not_named() -> None:
    """Para 17 names health, social work and education workers; police go by 16(2)(b)."""
    assert follows(NURSE, record()).ground == "OFFICIAL"
    (gap,) = found(NURSE, record(), "redact", "TP")
    assert "para 17" in gap
    assert not found(NURSE, record(override="She is the subject's aunt and wrote as such"), "redact", "TP")
    assert follows(OFFICER, record()).outcome == "" and not found(OFFICER, record(), "redact", "TP")
    assert not found(NURSE, record(), "disclose") and not found(OFFICER, record(), "disclose")


def test_a_dead_person_has_no_personal_data_but_a_confidence_may_last() -> None:
    dead = record(died="2019")
    assert follows(AUNT, dead).outcome == "disclose"
    assert "para 16 does not apply" in found(AUNT, dead, "redact", "TP")[0]
    assert not found(AUNT, dead, "disclose")
    bound = dead.changed({"confidence": "told to her doctor; her children would be hurt"})
    assert follows(AUNT, bound).outcome == "" and not found(AUNT, bound, "redact", "TP")


def test_what_the_requester_knows_or_is_nobody() -> None:
    assert not found(AUNT, record(), "disclose", known="she told us herself")
    assert not found(AUNT, record(), "disclose", "NOBODY", what="a street")
    assert found(AUNT, record(), "disclose", "NOBODY") == ["left in (not a person), which lacks: what"]


facts = st.fixed_dictionaries(
    {},
    optional={
        "asked": st.dates(date(2026, 1, 1)).map(str),
        "answer": st.sampled_from([str(answer) for answer in Answer]),
        "reasonable": st.sampled_from(["", "yes", "no"]),
        **{name: st.sampled_from(["", "x"]) for name in (*FACTORS, "scope", "form", "known", "died", "confidence")},
    },
)


@given(facts, st.sampled_from([AUNT, NURSE, OFFICER]), st.sampled_from(["redact", "disclose"]))
def test_a_reason_on_record_always_settles_it_and_nothing_else_hides_a_contradiction(
    given_facts: dict[str, str], person: Person, outcome: str
) -> None:
    about = record(**given_facts)
    reason = "TP" if outcome == "redact" else ""
    assert not found(person, about.changed({"override": "W"}), outcome, reason)
    then = follows(person, about).outcome
    if outcome == "redact" and then == "disclose":
        assert found(person, about, outcome, reason)
    if outcome == "disclose" and then == "redact" and person is AUNT:
        assert found(person, about, outcome, reason)


@given(facts, facts)
def test_the_last_word_counts(one: dict[str, str], other: dict[str, str]) -> None:
    both = record(**one).changed(other)
    assert all(both.text(name) == other[name] for name in other if name in both.texts)
