# SPDX-License-Identifier: AGPL-3.0-or-later
"""People are not made of verbs, abbreviations and table cells, and nobody goes black silently for a shared name."""

from __future__ import annotations

from redactor.detect import tasks
from redactor.detect.language.found import RawSpan, SubjectFacts, Unit
from redactor.detect.people.owners import GIVEN
from redactor.detect.people.resolve import resolve
from redactor.domain.mentions import Label, Role, Tier
from tests.detect.helpers import find


def spans_of(*texts: str, names: dict[str, str], subject: SubjectFacts | None = None):
    """Resolve with these person spans, whatever the model would say: {text: layer}."""
    units, raw = [], []
    for number, text in enumerate(texts):
        units.append(Unit(f"u{number}", text, group="doc"))
        found = []
        for name, layer in names.items():
            start = text.find(name)
            while start >= 0:
                found.append(RawSpan(start, start + len(name), Label.PERSON, 0.8, layer))
                start = text.find(name, start + 1)
        raw.append(found)
    return resolve(units, raw, subject or SubjectFacts("Keira Dunmore"))


def test_verbs_and_abbreviations_are_no_part_of_a_name() -> None:
    text = "Saw Keira at school.\nMr Hill dies at home of COPD, Keira holding his hand.\nTook Keira home. Keira slept."
    found = spans_of(
        text, names={"Saw Keira": "encoder", "COPD, Keira": "reversed", "Took Keira": "encoder", "Mr Hill": "encoder"}
    )
    assert {person.name for person in found.people} == {"Keira Dunmore", "Hill"}
    subject = next(person for person in found.people if person.role is Role.SUBJECT)
    keiras = [s for s in found.spans[0] if text[s.start : s.end] == "Keira"]
    assert len(keiras) == 4 and {span.person for span in keiras} == {subject.id}


def test_a_surname_in_capitals_that_is_known_stays() -> None:
    found = spans_of("DUNMORE, Keira. Keira DUNMORE was seen.", names={"DUNMORE, Keira": "reversed"})
    assert {person.name for person in found.people} == {"Keira Dunmore"}


def test_forenames_in_two_cells_are_two_people() -> None:
    text = "Present:\nKaren\nHelen\nMr Hill"
    found = spans_of(text, names={"Karen\nHelen": "encoder"})
    shown = {text[s.start : s.end] for s in found.spans[0] if s.label is Label.PERSON}
    assert {"Karen", "Helen"} <= shown


def test_a_word_nothing_vouches_for_is_possible() -> None:
    text = "Reabtement finished at the end of week six. The review is due."
    found = spans_of(text, names={"Reabtement": "line"})
    (span,) = (s for s in found.spans[0] if s.label is Label.PERSON)
    assert span.tier is Tier.POSSIBLE and "nothing else says" in span.why
    said = spans_of("Reabtement told me that she is well.", names={"Reabtement": "line"})
    assert [s.tier for s in said.spans[0] if s.label is Label.PERSON] == [Tier.PROPOSED]


def test_initials_shared_with_a_professional_are_possible_and_say_whose() -> None:
    found = find(
        "Samuel Adeyemi, social worker, visited. His mother, Sheila Allsop, was in. Spoke to SA. SA will ring back.",
    )
    initials = found.spans("SA")
    assert initials and all(span.tier is Tier.POSSIBLE for span in initials)
    assert all("Sheila Allsop or Samuel Adeyemi" in span.why for span in initials)


def test_the_subject_is_meant_by_their_forename_unless_another_is_named_there() -> None:
    units = [
        Unit("1", "Aunt Iris Penhale rang on Monday about the boiler.", group="a"),
        Unit("2", "Iris was bright today. Iris ate well.", group="b"),
    ]
    raw = tasks.names_in([unit.text for unit in units])
    found = tasks.resolve(units, raw, SubjectFacts("Iris Winslow"))
    subject = next(person for person in found.people if person.role is Role.SUBJECT)
    assert {span.person for span in found.spans[1] if span.label is Label.PERSON} == {subject.id}


def test_what_is_known_to_be_the_subjects_is_left_alone() -> None:
    text = (
        "Caller Amara Iqbal is outside 58 Windmill Rise, Wexbourne, WX5 3EN and refuses to leave.\n"
        "Amara Iqbal 07700 900723\nAmara Iqbal of 12 Mill Lane, Wexbourne, WX1 1AA."
    )
    unit = [Unit("1", text, group="a")]
    raw = tasks.names_in([text])
    facts = SubjectFacts(
        "Tabitha Winslow",
        addresses=("58 Windmill Rise, Wexbourne WX5 3EN",),
        identifiers=("+44 7700 900723",),
        id="me",
    )
    found = tasks.resolve(unit, raw, facts)
    owners = {text[s.start : s.end]: s.person for s in found.spans[0]}
    assert owners["07700 900723"] == "me"
    assert next(who for what, who in owners.items() if what.startswith("58 Windmill")) == "me"
    assert next(who for what, who in owners.items() if what.startswith("12 Mill")) != "me"
    assert GIVEN > 1000
