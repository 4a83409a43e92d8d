# SPDX-License-Identifier: AGPL-3.0-or-later
"""A name that a reader took over the end of a line or a cell takes nobody else's name with it."""

from __future__ import annotations

import pytest

from redactor.detect.language.found import Findings, RawSpan, SubjectFacts, Unit
from redactor.detect.people.resolve import resolve
from redactor.domain.mentions import Label, Role, Tier

SUBJECT = SubjectFacts("Tabitha Winslow", ("Tabby",), id="subject")


def resolved(text: str, *names: str, by: str = "encoder", subject: SubjectFacts = SUBJECT) -> Findings:
    """What becomes of ``names`` of the text, whatever a network would have found in it."""
    raw = []
    for name in names:
        at = text.index(name)
        raw.append(RawSpan(at, at + len(name), Label.PERSON, 0.8, by))
    return resolve([Unit("p1", text, group="doc")], [raw], subject)


def whose(found: Findings, text: str) -> dict[str, str]:
    names = {person.id: person.name for person in found.people}
    return {text[span.start : span.end]: names.get(span.person, "") for span in found.spans[0]}


def test_the_subjects_forename_begins_the_next_line_and_is_no_surname() -> None:
    text = "Present: Mrs Dunmore\nTabitha calls her Auntie. Later Tabitha went home."
    found = resolved(text, "Dunmore\nTabitha")
    owners = whose(found, text)
    assert owners["Tabitha"] == "Tabitha Winslow" and owners["Mrs Dunmore"] == "Dunmore"
    assert {person.name for person in found.people} == {"Tabitha Winslow", "Dunmore"}


def test_the_subjects_forename_in_the_next_cell_is_theirs() -> None:
    text = "History\nC\nTabitha tries hard.\n\nMusic\nB\nTabby sings."
    found = resolved(text, "C\nTabitha", "B\nTabby")
    assert whose(found, text)["Tabitha"] == whose(found, text)["Tabby"] == "Tabitha Winslow"


def test_the_subjects_own_name_over_two_lines_stays_whole() -> None:
    text = "Report on\nWINSLOW\nTabitha\nfor the panel."
    assert whose(resolved(text, "WINSLOW\nTabitha"), text) == {"WINSLOW\nTabitha": "Tabitha Winslow"}


def test_a_titled_name_ends_with_its_line_where_a_forename_begins_the_next() -> None:
    text = "Seen with Mrs Oakhurst\nMartin cooked for us all that night."
    owners = whose(resolved(text, "Oakhurst\nMartin"), text)
    assert owners["Mrs Oakhurst"] != owners["Martin"]


def test_a_name_written_surname_first_ends_with_its_cell() -> None:
    text = "01/02/2003\nGillow, Moira\nAldervale\nmoved on"
    found = resolved(text, "Gillow, Moira", "Moira\nAldervale")
    assert {person.name for person in found.people} == {"Tabitha Winslow", "Moira Gillow"}


def test_the_label_of_the_next_field_is_no_surname() -> None:
    text = "Carers: Pat and Roy Dunmore Child: Tabitha Winslow"
    found = resolved(text, "Roy Dunmore Child", "Tabitha Winslow")
    assert whose(found, text)["Roy Dunmore"] == "Roy Dunmore"


def test_the_month_of_a_day_before_a_name_is_no_part_of_it() -> None:
    text = "15 Jan Tabby knocked with milk.\n16 Jan Gordon Pell shouted."
    found = resolved(text, "Jan Tabby", "Jan Gordon Pell")
    assert {person.name for person in found.people} == {"Tabitha Winslow", "Gordon Pell"}


@pytest.mark.parametrize("post", ["H.V.", "D.C.", "P.C."])
def test_a_dotted_post_is_nobodys_initials(post: str) -> None:
    text = f"Called with {post} Maureen wanted to know who had told."
    found = resolved(text, f"{post} Maureen")
    assert {person.name for person in found.people} == {"Tabitha Winslow", "Maureen"}


def test_a_sentence_goes_on_after_a_name() -> None:
    text = "I want no Kip in my house."
    found = resolved(text, "Kip in", by="joined")
    assert [person.name for person in found.people if person.role is not Role.SUBJECT] == ["Kip"]


@pytest.mark.parametrize(("said", "name"), [("Tabitha trusts", "Tabitha"), ("Tabitha wood", "Tabitha wood")])
def test_what_somebody_does_is_no_surname_of_theirs(said: str, name: str) -> None:
    text = f"There are two adults outside the home. {said} , and Donna has begun to talk."
    found = resolved(text, said)
    assert name in whose(found, text)


def test_half_of_a_name_of_three_words_is_nobody_else() -> None:
    text = "Jordan Lee Winslow was born in May.\nSeen: T Winslow"
    found = resolved(text, "Jordan Lee Winslow", "Lee Winslow", "T Winslow")
    assert {person.name for person in found.people} == {"Jordan Lee Winslow", "Tabitha Winslow"}


@pytest.mark.parametrize(
    "form",
    [
        "Surname: WINSLOW\nForename: Tabitha Ann\nSheet 2",
        "Forename(s): Tabitha\nSurname: WINSLOW\nSheet 2",
        "Family name: Winslow   First name: Tabitha",
    ],
)
def test_the_surname_field_of_a_form_about_the_subject_is_theirs(form: str) -> None:
    before = "Jordan Winslow and Bryony Winslow were seen first.\n\n"
    at = len(before) + form.lower().index("winslow")
    raw = [
        RawSpan(0, 14, Label.PERSON, 0.8, "lists"),
        RawSpan(19, 33, Label.PERSON, 0.8, "lists"),
        RawSpan(at, at + 7, Label.PERSON, 0.8, "field:surname"),
    ]
    found = resolve([Unit("p1", before + form, group="doc")], [raw], SUBJECT)
    assert next(span.person for span in found.spans[0] if span.start == at) == "subject"


def test_the_surname_field_of_a_form_about_another_is_not_the_subjects() -> None:
    text = "Jordan Winslow was seen first.\n\nSurname: WINSLOW\nForename: Jordan"
    at = text.index("WINSLOW")
    raw = [RawSpan(0, 14, Label.PERSON, 0.8, "lists"), RawSpan(at, at + 7, Label.PERSON, 0.8, "field:surname")]
    found = resolve([Unit("p1", text, group="doc")], [raw], SUBJECT)
    assert next(span.person for span in found.spans[0] if span.start == at) != "subject"


def test_a_number_a_sentence_away_from_the_subjects_name_is_not_left_in_unasked() -> None:
    text = "She would rather Tabitha did not know. The home has the telephone 0199 555 0142."
    at = text.index("0199")
    raw = [
        RawSpan(text.index("Tabitha"), text.index("Tabitha") + 7, Label.PERSON, 0.8, "lists"),
        RawSpan(at, at + 13, Label.PHONE, 0.9, "pattern:phone"),
    ]
    found = resolve([Unit("p1", text, group="doc")], [raw], SUBJECT)
    (number,) = [span for span in found.spans[0] if span.start == at]
    assert number.person == "" and number.tier is Tier.POSSIBLE


def test_initials_with_stops_before_a_surname_stay_hidden() -> None:
    text = "D.S. Oakhurst lodges there. D.S. is often late."
    found = resolved(text, "D.S. Oakhurst", by="initial")
    assert whose(found, text)["D.S. Oakhurst"]


def test_a_name_after_the_number_of_a_room_is_whole() -> None:
    text = "Rooms\n16 Jan Oakhurst\nand others"
    assert "Jan Oakhurst" in whose(resolved(text, "Jan Oakhurst"), text)


def test_a_surname_that_begins_the_next_line_stays_hidden() -> None:
    text = "Contacts\nGillow, Moira\nTolley rang about the rent."
    assert "Tolley" in whose(resolved(text, "Moira\nTolley"), text)
