# SPDX-License-Identifier: AGPL-3.0-or-later
"""What may be the subject's own name is asked about: neither hidden from them nor left in unasked."""

from __future__ import annotations

from collections.abc import Iterator

from redactor.detect.language.found import RawSpan, SubjectFacts, Unit
from redactor.detect.people.resolve import resolve
from redactor.domain.mentions import Label, Tier
from tests.detect.helpers import find

SUBJECT = "Keira Rhodes"
NOTE = "Keira was seen at home. Keira said that she likes school. Donna Pell rang about Keira.\n"


def test_a_slip_of_the_subjects_name_is_asked_about() -> None:
    found = find(NOTE, NOTE + "Donna feels that Kiera winds the little ones up.", subject=SUBJECT)
    assert {s.tier for s in found.spans("Kiera")} == {Tier.POSSIBLE}
    assert {s.tier for s in found.spans("Donna")} == {Tier.PROPOSED}


def test_somebody_of_nearly_the_subjects_name_is_somebody() -> None:
    other = "Her cousin Kiera Pell came. Kiera was cross, and Keira too.\n"
    found = find(NOTE, other, "Kiera rang the school.", subject=SUBJECT)
    assert {s.tier for s in found.spans("Kiera")} == {Tier.PROPOSED}


def test_a_letter_that_begins_the_subjects_name_is_asked_about_where_it_may_be_anothers() -> None:
    text = "Keira and Kit Pell came. Keira rang. Kit rang. K wrote to Nan. Walked it off with B after tea."
    raw = [RawSpan(at, at + len(name), Label.PERSON, 0.8, "encoder") for name, at in _places(text)]
    found = resolve([Unit("p1", text, group="doc")], [raw], SubjectFacts(SUBJECT, (), id="subject"))
    tiers = {text[span.start : span.end]: span.tier for span in found.spans[0]}
    assert (tiers["K"], tiers["B"], tiers["Kit"]) == (Tier.POSSIBLE, Tier.PROPOSED, Tier.PROPOSED)


def _places(text: str) -> Iterator[tuple[str, int]]:
    for name in ("Keira", "Kit Pell", "K wrote", "B after"):
        yield name.split(" wrote")[0].split(" after")[0], text.index(name)


def test_a_title_and_the_letter_of_the_subjects_surname_are_asked_about() -> None:
    text = "Keira Rhodes was seen with Mrs B. The bath is unsafe, Miss R got stuck."
    raw = [
        RawSpan(text.index(name), text.index(name) + len(name), Label.PERSON, 0.8, "title")
        for name in ("Keira Rhodes", "Mrs B", "Miss R")
    ]
    found = resolve([Unit("p1", text, group="doc")], [raw], SubjectFacts(SUBJECT, (), id="subject"))
    tiers = {text[span.start : span.end]: span.tier for span in found.spans[0]}
    assert (tiers["Miss R"], tiers["Mrs B"]) == (Tier.POSSIBLE, Tier.PROPOSED)
