# SPDX-License-Identifier: AGPL-3.0-or-later
"""A council's own wording: words change, what the law asks for does not."""

from __future__ import annotations

import pytest

from redactor.domain.catalogue import catalogue, releases, standing
from redactor.domain.errors import BadInput
from redactor.domain.wording import read_wording

GOOD = """
council = "Wexbourne Council"
[sealed]
label = "Kept back by law"
explanation = "The law keeps this part back. Ask us with its number and we look again."
[reasons.TP]
label = "Somebody else"
explanation = "This part tells of somebody else."
[reasons.TP.fields]
who = "Whose information is it?"
approved_by_panel = "Which panel looked at it?"
[standing.TP]
steps = "None were taken: see the council's policy of 2026."
"""


def test_words_change_and_the_demands_stay() -> None:
    words = read_wording(GOOD)
    tp, usual = words.reasons["TP"], catalogue()["TP"]
    assert (tp.label, tp.explanation) == ("Somebody else", "This part tells of somebody else.")
    assert dict(tp.fields)["who"] == "Whose information is it?"
    assert {name for name, _ in usual.fields} < {name for name, _ in tp.fields}
    assert "approved_by_panel" in tp.missing({name: "x" for name, _ in usual.fields})
    for code, reason in words.reasons.items():
        shipped = catalogue()[code]
        for name in ("reference", "disclosed_reference", "requesters", "opinion", "opinion_months", "checked", "harm"):
            assert getattr(reason, name) == getattr(shipped, name), (code, name)
    assert words.standing_for("TP")["steps"].startswith("None were taken")
    assert words.standing_for("TP")["duty"] == standing("TP")["duty"]


def test_sealed_reasons_stay_alike_under_any_wording() -> None:
    sealed = [r for r in read_wording(GOOD).reasons.values() if r.sealed]
    assert len(sealed) > 20
    assert {(r.label, r.explanation, r.disclosed_reference) for r in sealed} == {
        (
            "Kept back by law",
            "The law keeps this part back. Ask us with its number and we look again.",
            "DPA 2018, Schedules 2, 3 and 4",
        )
    }


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "does not say whose"),
        ("council = 'C'\n[reasons.NEW]\ntitle='x'", "no reason 'NEW'"),
        ("council = 'C'\n[reasons.CA]\nrequesters = ['subject']", "C.toml: CA: the entry CA may not say 'requesters'"),
        ("council = 'C'\n[reasons.H-HARM]\nopinion_months = 60", "may not say 'opinion_months'"),
        ("council = 'C'\n[reasons.TP]\nchecked = true", "may not say 'checked'"),
        ("council = 'C'\n[reasons.TP]\nreference = 'x'", "may not say 'reference'"),
        ("council = 'C'\n[reasons.TP.fields]\nwho = ''", "C.toml: TP: fields.who: there are no words"),
        ("council = 'C'\n[reasons.TP.fields]\nwho = 'Who'", "is no field with a question"),
        ("council = 'C'\n[reasons.TP]\nlabel = 'Information about another person'", "too long for a box"),
        ("council = 'C'\n[reasons.CA]\nlabel = 'Child abuse'", "could be told from the others"),
        ("council = 'C'\n[reasons.CA]\nexplanation = 'It is about abuse.'", "could be told from the others"),
        ("council = 'C'\n[standing.H-HARM]\nwho = 'x'", "no standing assessment"),
        ("council = 'C'\n[standing.TP]\nwho = 'everybody'", "may not say 'who'"),
        ("council = 'C'\n[reasons]\nTP = 3", "table of its own"),
        ("council = 'C'\nrules = 1", "may not say 'rules'"),
        ("council = ", "not a file of wording"),
    ],
)
def test_a_wording_that_takes_something_away_is_refused_with_file_and_entry(text: str, says: str) -> None:
    with pytest.raises(BadInput) as refused:
        read_wording(text, "C.toml")
    assert says in str(refused.value) and "C.toml" in str(refused.value)


def test_every_ground_for_leaving_somebody_in_is_there() -> None:
    """DPA 2018 Sch 2 para 16(2)(a), 16(2)(b) with the five factors of 16(3), and para 17."""
    assert list(releases()) == ["CONSENT", "REASONABLE", "OFFICIAL", "KNOWN", "DECEASED", "NOBODY"]
    assert {name for name, _ in releases()["CONSENT"].fields} == {"date", "scope", "form"}
    factors = {"information", "duty", "steps", "capability", "refusal"}
    assert {name for name, _ in releases()["REASONABLE"].fields} == factors
    assert factors < {name for name, _ in catalogue()["TP"].fields}
