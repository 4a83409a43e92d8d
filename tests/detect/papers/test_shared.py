# SPDX-License-Identifier: AGPL-3.0-or-later
"""What of a shared paper tells of others alone is found; what tells of the subject, by name or not, is not."""

from __future__ import annotations

import re

import pytest

from redactor.detect.language.found import FoundSpan, SubjectFacts, Unit
from redactor.detect.papers.lines import Line
from redactor.detect.papers.shared import entries_about_others
from redactor.detect.papers.whom import Who
from redactor.domain.mentions import Label, Person, Role, Tier

TYLER = Person("tyler", "Tyler Brand", ("Tyler", "TB"), Role.SUBJECT)
OTHERS = [
    Person("kerry", "Kerry Lowe", ("Kerry", "KL", "Lowe"), Role.THIRD_PARTY),
    Person("josh", "Josh Adeyemi", ("Josh",), Role.THIRD_PARTY),
    Person("mia", "Mia Szabo", ("Mia",), Role.UNKNOWN),
    Person("lisa", "Lisa Brand", ("Lisa",), Role.THIRD_PARTY, None, "mother"),
    Person("wayne", "Wayne Cutts", ("Wayne",), Role.THIRD_PARTY, None, "mother's partner"),
    Person("dawn", "Dawn Reeves", ("Dawn", "D Reeves"), Role.PROFESSIONAL),
    Person("brand", "Brand", (), Role.THIRD_PARTY),
]
PEOPLE = [TYLER, *OTHERS]
FACTS = SubjectFacts("Tyler Brand")


def spans_in(text: str) -> tuple[FoundSpan, ...]:
    """Everybody's names, the longest first, where they stand."""
    names = {name: person.id for person in PEOPLE for name in (person.name, *person.aliases)}
    found = re.finditer("|".join(rf"\b{re.escape(n)}\b" for n in sorted(names, key=len, reverse=True)), text)
    return tuple(FoundSpan(m.start(), m.end(), Label.PERSON, 0.9, Tier.PROPOSED, names[m[0]]) for m in found)


def found(*pages: str) -> list[str]:
    """What is asked about, kind and words."""
    units = [Unit(f"u{number}", page, group="d") for number, page in enumerate(pages)]
    entries = entries_about_others(units, [spans_in(page) for page in pages], PEOPLE, FACTS)
    words = [" ".join(" ".join(pages[n][start:end] for n, start, end in entry.pieces).split()) for entry in entries]
    return [f"{entry.kind}: {text}" for entry, text in zip(entries, words, strict=True)]


LOG = """House log book

Monday 4 March 2019

07:15 Tyler up without being asked. Had toast.

07:30 Kerry refused to get up. Paracetamol given, recorded by
07.45. Dawn

08:10 Josh missed his taxi and cried. Dawn

15:45 He came in from school in a mood. Left to calm down.

16:20 Mia told Dawn about the shed.

18:00 Kerry told about her nan, brought back by police at
20:05. No injuries.

21:00 Everyone watched a film. Josh had popcorn.

21:30 Tyler and Josh in bed.

22:00 Josh asked for the chaplain."""


def test_entries_of_a_log_that_name_others_alone_are_found_whole_and_those_without_a_name_are_not():
    assert found(LOG) == [
        "entry: 07:30 Kerry refused to get up. Paracetamol given, recorded by 07.45. Dawn",
        "entry: 08:10 Josh missed his taxi and cried. Dawn",
        "entry: 16:20 Mia told Dawn about the shed.",
        "entry: 18:00 Kerry told about her nan, brought back by police at 20:05. No injuries.",
        "entry: 22:00 Josh asked for the chaplain.",
    ]


def test_a_file_about_the_subject_may_tell_of_family_in_every_entry():
    notes = """Case notes
Tyler Brand, born 11/06/2007

02/03/2019 Lisa rang, worried about the journey.
05/03/2019 Home visit. Lisa was low in mood.
09/03/2019 Wayne rang and was abusive.
12/03/2019 Wayne did not attend.
19/03/2019 Kerry rang.
20/03/2019 Kerry rang again."""
    assert found(notes) == []


def test_rows_of_a_table_of_residents_are_found_but_not_the_subjects_nor_a_family():
    table = """Young people in residence

Name
Age
Health

Kerry Lowe
14
Anorexia

Josh Adeyemi
15
Sickle cell trait

Tyler Brand
11
Asthma

Mia Szabo
12
Nut allergy"""
    assert found(table) == [
        "row: Kerry Lowe 14 Anorexia",
        "row: Josh Adeyemi 15 Sickle cell trait",
        "row: Mia Szabo 12 Nut allergy",
    ]
    family = """Assessment

Name
Relationship
Address

Lisa Brand
Mother
9 Larch Close here

Wayne Cutts
Mother's partner
9 Larch Close here

Tyler Brand
Child
9 Larch Close here"""
    assert found(family) == []


def test_who_only_stands_in_a_list_of_names_tells_nothing_more():
    seats = "Seating plan\n\n1\nKerry Lowe\n\n2\nJosh Adeyemi\n\n3\nMia Szabo\n\n4\nTyler Brand"
    assert found(seats) == []


WEEK = """Weekly summary

Kerry Lowe
Discharged from the ward on Wednesday with a plan.
Nan died on Friday and she wants to read a poem.

Josh Adeyemi
Exclusion ended. Has kept to his tag times this week."""
WEEK_ON = """and asks about his aunt in Croydon.

Tyler Brand
A good week. Reward money in full, said Dawn.
He asked why he cannot see Josh at weekends."""


def test_sections_under_a_name_go_on_over_a_page_and_end_with_the_next_name():
    assert found(WEEK, WEEK_ON) == [
        "section: Kerry Lowe Discharged from the ward on Wednesday with a plan. Nan died on Friday and she wants to "
        "read a poem.",
        "section: Josh Adeyemi Exclusion ended. Has kept to his tag times this week. and asks about his aunt in "
        "Croydon.",
    ]


def test_of_a_section_that_names_the_subject_too_only_paragraphs_about_others_are_found():
    assert found("""Weekly summary

Kerry Lowe
Kerry was discharged from the ward on Wednesday.
She and Tyler had words about the remote control.
Kerry wants to read a poem at the funeral.

Josh Adeyemi
Exclusion ended on Friday without any trouble.""") == [
        "paragraph: Kerry was discharged from the ward on Wednesday.",
        "paragraph: Kerry wants to read a poem at the funeral.",
        "section: Josh Adeyemi Exclusion ended on Friday without any trouble.",
    ]


def test_another_familys_item_is_found_and_the_subjects_own_family_is_not():
    assert found("""Early Help Panel

The Lowe family
Mother is due in September and wants a course.

The Brand family
Father has indirect contact only, as the court said.

Case 3: Josh Adeyemi
Waiting for an assessment since 2019 without any news.

4. Any other business
The next meeting is on 11 June in the small hall.""") == [
        "section: The Lowe family Mother is due in September and wants a course.",
        "section: Case 3: Josh Adeyemi Waiting for an assessment since 2019 without any news.",
    ]


def test_what_people_say_of_themselves_in_minutes_is_no_entry_about_them():
    assert (
        found("""Minutes

Kerry Lowe: I said that I never saw my letter.
Josh Adeyemi: I was there and my sister too, that day.
Tyler Brand: I do not want to go back there at all.""")
        == []
    )


def test_a_handover_by_letters_is_read_by_whose_they_are():
    assert found("""Handover sheet

KL: at her uncle's until four this afternoon.
MS: does not know that the placement ends.
TB: inhaler before sports, and his letter.
JA: court on Friday with the solicitor.""") == [
        "entry: KL: at her uncle's until four this afternoon.",
        "entry: MS: does not know that the placement ends.",
        "entry: JA: court on Friday with the solicitor.",
    ]


def test_what_stands_on_every_page_is_no_part_of_an_entry():
    feet = [f"{page}\n\nRowan Lodge page {n}" for n, page in enumerate((WEEK, WEEK_ON), 1)]
    assert all("Rowan" not in text for text in found(*feet)) and len(found(*feet)) == 2


def test_without_a_subject_nothing_is_asked():
    unit = Unit("u", LOG, group="d")
    assert entries_about_others([unit], [spans_in(LOG)], OTHERS, FACTS) == ()


def test_a_title_is_no_name_of_the_subject_and_a_room_may_stand_before_a_name_in_brackets():
    subject = Person("tyler", "Edith Brand", ("Mrs Brand",), Role.SUBJECT)
    text = """Night worker's sheet

Room 1 (Kerry Lowe) - drunk on return at one, slept it off.
Room 2 (Josh Adeyemi) - Mrs Jones at the door at midnight."""
    unit = Unit("u", text, group="d")
    entries = entries_about_others([unit], [spans_in(text)], [subject, *OTHERS], SubjectFacts("Mrs Edith Brand"))
    assert [entry.people for entry in entries] == [("kerry",), ("josh",)]


def test_who_is_in_tonight_names_the_subject_among_others_and_makes_it_no_file_of_theirs():
    tonight = LOG.replace("Monday 4 March", "In tonight: Kerry, Josh, Mia and Tyler\n\nMonday 4 March")
    assert found(tonight) == found(LOG) != []


@pytest.mark.parametrize(
    ("forename", "told"),
    [
        ("Will", "07:30 Kerry will not get up."),
        ("May", "07:30 Kerry may go out. Since 4 May 2019 she has."),
        ("Hope", "07:30 Kerry has no hope of that."),
    ],
)
def test_an_everyday_word_is_not_the_subject_who_is_called_so(forename: str, told: str):
    who = Who(Person("subject", f"{forename} Brand", (), Role.SUBJECT), {}, SubjectFacts(f"{forename} Brand"))
    assert not who.meant([Line(0, 0, len(told), told, True)])


@pytest.mark.parametrize("told", ["07:30 Kerry hit Will again.", "07:30 Kerry and tyler fought."])
def test_the_subjects_own_name_tells_where_no_reader_found_it(told: str):
    people = [Person("subject", f"{name} Brand", (), Role.SUBJECT) for name in ("Will", "Tyler")]
    assert any(Who(one, {}, SubjectFacts(one.name)).meant([Line(0, 0, len(told), told, True)]) for one in people)
