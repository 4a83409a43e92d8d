# SPDX-License-Identifier: AGPL-3.0-or-later
"""Labels by choice: numbers follow persons, codes are the reasons' own, and sealed reasons never say more."""

from __future__ import annotations

from redactor.domain.catalogue import catalogue
from redactor.domain.geometry import Box
from redactor.domain.plan import PagePlan, Redaction
from redactor.review.decisions.effective import printed_label
from redactor.review.release.labels import with_labels

BOX = (Box(0, 0, 9, 9),)


def held(person: str, reason: str = "TP") -> Redaction:
    return Redaction("d", 1, BOX, reason, printed_label(reason), "words", person)


PAGES = (
    PagePlan("d", 1, (held("bea"), held("ann"), held("", "TP"), held("ann", "H-HARM"))),
    PagePlan("d", 2, (held("ann"), held("cal", "LPP"))),
    PagePlan("d", 3, (), held("", "CA")),
)


def labels(kind: str) -> list[str]:
    pages = with_labels(PAGES, kind)
    return [r.label for page in pages for r in (*page.redactions, *((page.withheld,) if page.withheld else ()))]


def test_the_same_person_has_the_same_number_everywhere_and_no_other_reason_has_one() -> None:
    other, lpp = printed_label("TP"), printed_label("LPP")
    withheld = printed_label("H-HARM")
    assert labels("person") == ["Person 1", "Person 2", other, withheld, "Person 2", lpp, withheld]


def test_codes_are_printed_but_for_reasons_that_would_tell() -> None:
    withheld = printed_label("H-HARM")
    lpp = catalogue()["LPP"]
    expected = "LPP" if lpp.disclosed_reference == lpp.reference else lpp.label
    assert labels("code") == ["TP", "TP", "TP", withheld, "TP", expected, withheld]


def test_sealed_reasons_print_the_same_words_whatever_is_chosen() -> None:
    sealed = [r.code for r in catalogue().values() if r.disclosed_reference != r.reference]
    assert len(sealed) > 10
    pages = [PagePlan("d", 1, tuple(held("ann", code) for code in sealed))]
    for kind in ("words", "person", "code"):
        assert {r.label for r in with_labels(pages, kind)[0].redactions} == {printed_label("H-HARM")}
