# SPDX-License-Identifier: AGPL-3.0-or-later
"""What looks like a person and is none is not proposed; who stands beside it still is."""

from __future__ import annotations

import pytest

from redactor.detect import tasks
from redactor.detect.language.found import Findings, SubjectFacts, Unit
from redactor.detect.language.lexicon import lexicon
from redactor.domain.mentions import Label, Role, Tier


def found(text: str) -> Findings:
    return tasks.resolve([Unit("u", text)], tasks.names_in([text]), SubjectFacts("Tabitha Winslow"))


def proposed(text: str) -> set[str]:
    spans = found(text).spans[0]
    return {text[s.start : s.end] for s in spans if s.label is Label.PERSON and s.tier is Tier.PROPOSED}


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Who;How;Where\nOkonjo Bella;M;Home\nOkonjo Peter;F;Home", {"Okonjo Bella", "Okonjo Peter"}),
        ("saw kamala at bell lane, spoke to her about rent and teeth.", {"kamala"}),
        ("Kamala Deane works at Robert Bosch GmbH and banks with Royds Rdw, solicitors.", {"Kamala Deane"}),
        ("Kamala Deane was seen at Walter's Yard in Macclesfield.", {"Kamala Deane"}),
        ("Name\nPost\nAgency\n\nKamala Deane\nHealth visitor\nNHS", {"Kamala Deane"}),
        ("English\n5\nGood\nMathematics\n4\nVariable\nArt and Design\n6\nGood", set()),
        ("The referral was made by Ruth O. Donna was told of it.", {"Ruth O", "Donna"}),
        ("Spoke to Catrin Lindqvist, Iris has moved.", {"Catrin Lindqvist", "Iris"}),
        ("Present: Kamala Deane (SW, MASH), Catrin Lindqvist (TM YJS).", {"Kamala Deane", "Catrin Lindqvist"}),
        ("Previous for assault on his ex ptnr Donna in 2011.", {"Donna"}),
        ("The letter is signed Catrin Lindqvist Page 2 of 3", {"Catrin Lindqvist"}),
        (
            "Until she was through her exams. GCSEs sat, six passes. Missing / CE concern, Donna Pell rang.",
            {"Donna Pell"},
        ),
    ],
    ids=[
        "cells",
        "lower case",
        "firms",
        "yards",
        "heads",
        "grades",
        "sentence",
        "list",
        "work",
        "partner",
        "page number",
        "abbreviations",
    ],
)
def test_things_are_not_proposed_as_people(text: str, people: set[str]) -> None:
    assert proposed(text) == people


def test_what_mostly_has_the_before_it_is_looked_for_nowhere() -> None:
    text = "The Sami herd reindeer. The villages of the Sami are far. The Sami Council met. He met Sami, and Sami left."
    assert len(proposed(text)) == 0
    assert "Anders" in proposed("The Anders Council met. Anders rang. I spoke to Anders. Anders said no.")


def test_who_does_what_only_staff_do_is_staff() -> None:
    text = "Reviewed by Catrin Kerr.\n\nDecision: Hazel Quinlan to seek an order.\n\nAction: Meena Rao to ring her."
    roles = {person.name: person.role for person in found(text).people}
    assert roles["Catrin Kerr"] is roles["Hazel Quinlan"] is Role.PROFESSIONAL
    assert roles["Meena Rao"] is Role.THIRD_PARTY


def test_a_title_tells_a_woman_from_a_man_of_her_name() -> None:
    text = "Sheila Allsop and her son Gary Allsop came. Gary left early. Mrs Allsop stayed."
    people = {p.id: p.name for p in found(text).people}
    spans = {text[s.start : s.end]: people[s.person] for s in found(text).spans[0] if s.label is Label.PERSON}
    assert spans["Mrs Allsop"] == "Sheila Allsop"


def test_a_hyphen_that_a_scan_lost_makes_nobody_new() -> None:
    text = "Mr Barnaby Patel-Jones rang. Later Mr Patel Jones wrote."
    assert [p.name for p in found(text).people if p.role is not Role.SUBJECT] == ["Barnaby Patel-Jones"]


def test_words_of_scans_and_of_two_halves_are_words() -> None:
    words = lexicon()
    assert words.misread("narne") and not words.misread("patei") and not words.misread("marnie")
    assert words.word("radar-trap") and not words.word("ellie-mae")


def test_an_ordinary_word_a_scan_has_torn_is_nobody_and_is_not_looked_for_elsewhere() -> None:
    scan = "Neville wil l collect Rory from school on Friday. Oscar wil l not be there.\nMum wil l ring the office."
    typed = "The team will visit again. She will ring."
    texts = [f"Contact notes\n{scan}", typed]
    findings = tasks.resolve(
        [Unit(f"u{n}", text) for n, text in enumerate(texts)], tasks.names_in(texts), SubjectFacts("Tabitha Winslow")
    )
    assert {person.name for person in findings.people} == {"Tabitha Winslow", "Neville", "Rory", "Oscar"}
    assert not findings.spans[1]


def test_an_everyday_word_that_is_read_as_a_name_here_and_there_is_nobody() -> None:
    names = ("Mr Osei", "Dev", "Iris Kerr", "Hamish", "PC Rao")
    left = "\n\n".join(f"Message left for {name} on Monday." for name in names)
    text = f"{left}\n\nI had a message from her. Capacity was assumed. The capacity of the room. Capacity was assumed."
    assert not {"Message", "Capacity"} & {person.name for person in found(text).people}


def test_a_heading_over_running_text_is_nobody() -> None:
    below = "She attended well this term and has made good progress in all that was asked of her, with some help."
    assert "Art" not in proposed(f"Mr Tremayne\n\nArt\n\n{below}\n\nGeography\n\n{below}")


def test_the_letter_of_a_flat_is_nobody() -> None:
    assert proposed("Mon - Flat C, no reply. Bed B is free. Kamala Deane was out.") == {"Kamala Deane"}


def test_a_family_called_by_its_name_makes_nobody_of_it_doubtful() -> None:
    text = (
        "The Okafor family moved here. Visited the Okafor household. The Okafor children were well. Okafor rang. "
        "Amina Okafor was at home."
    )
    assert "Amina Okafor" in proposed(text)
