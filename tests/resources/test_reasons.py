# SPDX-License-Identifier: AGPL-3.0-or-later
"""The reason catalogue that ships: every ground is there, asks for what it must, and gives nothing away."""

from __future__ import annotations

import re
import tomllib

import pytest

from redactor.domain.catalogue import RESOURCES, Reason, catalogue, reason, requesters
from redactor.domain.errors import BadInput

# The grounds of UK GDPR and DPA 2018 a council withholds by, with what must be on record for each.
REQUIRED: dict[str, set[str]] = {
    "TP": {"who", "consent", "information", "duty", "steps", "capability", "refusal"},
    "H-HARM": {"who", "likelihood", "seriousness", "opinion", "opinion_date"},
    "H-NOOP": {"asked", "asked_date", "known"},
    "SW-HARM": {"who", "likelihood", "seriousness", "prejudice", "opinion", "opinion_date"},
    "ED-HARM": {"who", "likelihood", "seriousness"},
    "CA": {"capacity", "best_interests"},
    "H-WISH": {"said", "said_date"},
    "SW-WISH": {"said", "said_date"},
    "SW-REP": {"opinion", "opinion_date"},
    "ED-REP": {"opinion", "opinion_date"},
    "H-COURT": {"court", "rules"},
    "SW-COURT": {"court", "rules"},
    "ED-COURT": {"court", "rules"},
    "CR": {"purpose", "prejudice"},
    "CR-RISK": {"system", "prejudice"},
    "LAW": {"proceedings", "prejudice"},
    "REG": {"function", "prejudice"},
    "LPP": {"lawyer", "kind"},
    "SELF": {"offence", "advice"},
    "MGT": {"why"},
    "NEG": {"why"},
    "REF": {"why"},
    "EXAM": {"why"},
    "S4-HFE": {"enactment"},
    "S4-ADOPT": {"enactment"},
    "S4-SEN": {"enactment"},
    "S4-PO": {"enactment"},
    "S4-REP": {"enactment"},
    "OOS": {"why"},
    "DAMAGED": {"why"},
}
# Grounds that may be named on the page without telling what lies under the box; all others are sealed.
OPEN = {"TP", "LPP", "REF", "EXAM", "OOS", "DAMAGED"}
# Words that would tell a reader what kind of secret a sealed box holds.
TELLING = re.compile(
    r"harm|abuse|child|health|medical|mental|risk|crim|police|court|fraud|adopt|fertil|surroga|parental|wish|"
    r"confiden|negotiat|plan|regulat|reporter|scot|opinion|social work|education|school|special|tax",
    re.IGNORECASE,
)


def sealed() -> list[Reason]:
    return [entry for code, entry in catalogue().items() if code not in OPEN]


def test_every_ground_is_there_in_the_order_of_the_law() -> None:
    assert list(catalogue()) == list(REQUIRED)


@pytest.mark.parametrize("code", REQUIRED)
def test_each_asks_for_what_must_be_on_record(code: str) -> None:
    entry = reason(code)
    assert {name for name, _ in entry.fields} == REQUIRED[code]
    for name, question in entry.fields:
        assert re.fullmatch(r"[a-z]+(_[a-z]+)*", name), name
        assert question[0].isupper(), question
        assert question.endswith("?"), question


def test_a_blank_answer_counts_as_missing() -> None:
    given = {"who": "The subject", "likelihood": "  ", "seriousness": "Suicide", "opinion": "Dr Rao agrees"}
    assert reason("H-HARM").missing(given) == ["likelihood", "opinion_date"]


def test_fields_that_hold_a_date_say_how_to_write_it() -> None:
    for entry in catalogue().values():
        for name, question in entry.fields:
            if name.endswith("_date") and name != "said_date":
                assert "YYYY-MM-DD" in question, (entry.code, name)


def test_only_a_parent_or_the_court_appointed_can_be_kept_from_the_subjects_confidences() -> None:
    limited = {entry.code: set(entry.requesters) for entry in catalogue().values() if entry.requesters}
    only = {"parent", "court_appointed"}
    assert limited == {"CA": only, "H-WISH": only, "SW-WISH": only}


def test_the_capacities_in_which_somebody_asks() -> None:
    assert set(requesters()) == {"subject", "parent", "court_appointed", "attorney", "solicitor", "representative"}


def test_whose_opinion_is_needed() -> None:
    opinions = {entry.code: entry.opinion for entry in catalogue().values() if entry.opinion}
    assert set(opinions) == {"H-HARM", "H-NOOP", "SW-HARM", "SW-REP", "ED-REP"}
    assert opinions["H-HARM"] == opinions["H-NOOP"] == "an appropriate health professional"


def test_harm_grounds_are_marked() -> None:
    marked = {entry.code for entry in catalogue().values() if entry.harm}
    assert marked == {"H-HARM", "H-NOOP", "SW-HARM", "ED-HARM", "CA", "SW-REP", "ED-REP"}


def test_no_sealed_ground_can_be_told_from_another() -> None:
    seen = {(entry.label, entry.explanation, entry.disclosed_reference) for entry in sealed()}
    assert len(seen) == 1, seen


def test_what_a_sealed_ground_shows_says_nothing_about_it() -> None:
    for text in (sealed()[0].label, sealed()[0].explanation, sealed()[0].disclosed_reference):
        assert not TELLING.search(text), text
        assert not re.search(r"\bpara", text), text


def test_an_open_ground_shows_its_own_reference() -> None:
    for code in OPEN:
        assert reason(code).disclosed_reference == reason(code).reference


@pytest.mark.parametrize("code", REQUIRED)
def test_labels_fit_on_a_box_and_explanations_are_plain(code: str) -> None:
    entry = reason(code)
    assert len(entry.label) <= 24
    assert entry.label[0].isupper()
    assert not entry.label.isupper()
    assert code not in entry.label
    sentences = re.split(r"(?<=[.?])\s", entry.explanation)
    assert max(len(sentence.split()) for sentence in sentences) <= 30
    assert not re.search(
        r"\b(data subject|exempt|pursuant|Sch|para|DPA|GDPR|disclos\w+|redact\w+)\b", entry.explanation
    )


def test_what_claims_to_have_been_checked_against_the_act_is_what_was() -> None:
    checked = {entry.code: entry.checked_in for entry in catalogue().values() if entry.checked}
    assert checked == {
        "TP": "Sch 2 para 16 as enacted",
        "H-COURT": "Sch 3 para 3 as enacted",
        "REG": "",
        "LPP": "",
        "SELF": "",
        "OOS": "",
    }


def test_health_opinions_last_six_months_and_come_from_health_professionals_only() -> None:
    """DPA 2018 Sch 3 paras 5 and 6: the appropriate health professional, within six months."""
    six = {entry.code: entry.opinion_by for entry in catalogue().values() if entry.opinion_months == 6}
    assert six == {"H-HARM": ("health",), "H-NOOP": ("health",)}
    assert all(entry.opinion_months in (0, 6) for entry in catalogue().values())


def test_each_reason_knows_the_class_of_data_and_the_nations_it_is_for() -> None:
    for entry in catalogue().values():
        first = entry.code.partition("-")[0]
        assert entry.data == {"H": "health", "SW": "social_work", "ED": "education"}.get(first, ""), entry.code
    limited = {entry.code: set(entry.nations) for entry in catalogue().values() if entry.nations}
    scotland = {"scotland"}
    assert limited == {
        "CA": {"england_and_wales", "northern_ireland"},  # Sch 3 para 21: not in Scotland
        "SW-REP": scotland,
        "ED-REP": scotland,
        "S4-REP": scotland,
    }


def test_the_standing_assessment_answers_all_but_who() -> None:
    data = tomllib.loads((RESOURCES / "reasons.toml").read_text(encoding="utf-8"))
    assert set(data["standing"]) == {"TP"}
    standing = data["standing"]["TP"]
    assert reason("TP").missing(standing) == ["who"]
    assert set(standing) == REQUIRED["TP"] - {"who"}
    assert all(text.startswith("Standing assessment: ") for text in standing.values())


def test_an_unknown_code_is_refused_with_the_codes_there_are() -> None:
    with pytest.raises(BadInput, match="H-HARM"):
        reason("HARM")
