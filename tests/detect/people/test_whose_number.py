# SPDX-License-Identifier: AGPL-3.0-or-later
"""Whose a number or an address is in a list, in brackets, and beside an officer's name."""

from __future__ import annotations

from redactor.detect.language.found import Findings, RawSpan, SubjectFacts, Unit
from redactor.detect.layers.reading import LAYERS, read
from redactor.detect.people.resolve import resolve
from redactor.domain.mentions import Label, Role, Tier


def found(text: str, *names: str) -> Findings:
    """Names as given, numbers and addresses as the layers find them; no network."""
    raw = [span for span in read([text], LAYERS - {"encoder"})[0] if span.label != Label.PERSON]
    for name in names:
        at = text.index(name)
        while at >= 0:
            raw.append(RawSpan(at, at + len(name), Label.PERSON, 0.85, "lists"))
            at = text.find(name, at + len(name))
    raw.sort(key=lambda span: (span.start, span.end))
    return resolve([Unit("p1", text, group="doc")], [raw], SubjectFacts("Tabitha Winslow"))


def owner(findings: Findings, label: Label) -> str:
    people = {person.id: person.name for person in findings.people}
    (span,) = [span for span in findings.spans[0] if span.label is label]
    return people.get(span.person, "")


def test_whoever_heads_a_row_has_its_number_and_not_whom_another_cell_names() -> None:
    text = "Contacts\n\nEmeka Hext\nDelyth's husband\n01632 960455\n\nDelyth Pell\nsister\nno telephone\n"
    assert owner(found(text, "Emeka Hext", "Delyth Pell", "Delyth"), Label.PHONE) == "Emeka Hext"


def test_brackets_that_say_whose_sister_somebody_is_give_nobody_a_number() -> None:
    text = "Texts to Delyth Pell (Tabitha's sister) 07700 900141 were kept."
    assert owner(found(text, "Delyth Pell", "Tabitha"), Label.PHONE) == "Delyth Pell"


def test_a_birthday_under_an_officers_name_is_not_the_officers() -> None:
    text = "Witnessed by: DC Farrah Hext\nDoB: 19/09/1974\n\nDC Farrah Hext, detective constable, rang.\n"
    findings = found(text, "Farrah Hext")
    (span,) = [span for span in findings.spans[0] if span.label is Label.DOB]
    assert [p.role for p in findings.people if p.name == "Farrah Hext"] == [Role.PROFESSIONAL]
    assert span.person == "" and span.tier in {Tier.PROPOSED, Tier.POSSIBLE}


def test_an_office_number_before_an_address_that_begins_with_h_is_not_private() -> None:
    text = "Social worker: Hannah Hext\n01632 960200 h.hext@bramwick.gov.uk\n\nHannah Hext, social worker, rang.\n"
    findings = found(text, "Hannah Hext")
    assert owner(findings, Label.PHONE) == "Hannah Hext"


def test_a_home_that_is_the_subjects_most_is_asked_about_though_an_officer_stands_near_it() -> None:
    text = (
        "Tabitha Winslow, 61 Alder Road.\n\nTabitha Winslow of 61 Alder Road.\n\n"
        "Witnessed by: DC Farrah Hext\nHome address: 61 Alder Road\n\nDC Farrah Hext, detective constable, rang.\n"
    )
    assert [detail.shown for detail in found(text, "Tabitha Winslow", "Farrah Hext").own] == ["61 Alder Road"]


def test_a_number_under_a_callers_message_is_not_the_subjects_whom_its_last_but_one_sentence_names() -> None:
    text = (
        "4/4/22 2.50 for Nerys\nAled Winslow. found a letter from last year. Would like a photo of Tabitha. "
        "sober 3 yr.\n07700-900-141\n"
    )
    (span,) = [span for span in found(text, "Tabitha").spans[0] if span.label is Label.PHONE]
    assert not span.person and span.tier is Tier.POSSIBLE, "shown for a person to decide"
    assert owner(found(text, "Nerys", "Aled Winslow", "Tabitha"), Label.PHONE) != "Tabitha Winslow"
    theirs = "Would like to hear from Tabitha. home tel 07700 900141"
    assert owner(found(theirs, "Tabitha"), Label.PHONE) == "Tabitha Winslow"
