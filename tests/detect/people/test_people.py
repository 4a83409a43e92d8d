# SPDX-License-Identifier: AGPL-3.0-or-later
"""People of a record: who is who, who they are to the subject, whose number is this."""

from __future__ import annotations

import itertools

from redactor.detect.language.found import KnownPerson
from redactor.domain.mentions import Label, Profession, Role, Tier
from tests.detect.helpers import find


def test_roles_from_the_words_around_names() -> None:
    found = find(
        "Visit by SW Parveen Akhtar. Tabitha Winslow was at home with her mother, Marlene Dobbs. "
        "Dr Ruaridh Keane (GP) was told. Neighbour Stanislaw Kot complained. "
        "Ms Akhtar will write to the headteacher, Colette Ndiaye, at St Wilfrid's."
    )
    assert found.person("Tabitha Winslow").role is Role.SUBJECT
    worker = found.person("Parveen Akhtar")
    assert (worker.role, worker.profession) == (Role.PROFESSIONAL, Profession.SOCIAL_WORK)
    assert "'SW' before the name" in worker.why
    assert found.person("Ruaridh Keane").profession is Profession.HEALTH
    assert found.person("Colette Ndiaye").profession is Profession.EDUCATION
    mother = found.person("Marlene Dobbs")
    assert (mother.role, mother.relationship) == (Role.THIRD_PARTY, "mother")
    assert found.person("Stanislaw Kot").role is Role.THIRD_PARTY


def test_who_nothing_is_known_about_is_a_third_party() -> None:
    person = find("Tabitha went to the cinema with Lorcan Devine.").person("Lorcan Devine")
    assert person.role is Role.THIRD_PARTY
    assert person.why


def test_one_person_under_many_forms() -> None:
    found = find(
        "Marlene Dobbs rang. Mrs Dobbs said she is tired. Marlene's car has broken down. M. Dobbs to be seen.",
        "DOBBS, Marlene attended. Marlen Dobbs left early. The meeting closed when MD arrived.",
    )
    person = found.person("Marlene Dobbs")
    for text in ("Marlene Dobbs", "Mrs Dobbs", "Marlene", "M. Dobbs", "DOBBS, Marlene", "Marlen Dobbs"):
        assert {span.person for span in found.spans(text)} == {person.id}, text


def test_a_shared_surname_is_not_one_person() -> None:
    found = find(
        "Gordon Winslow is the father of Tabitha Winslow. Her brother Casper Winslow lives with Gordon.",
        "Casper was seen at school.",
        subject="Tabitha Winslow",
    )
    assert found.owner("Casper") == "Casper Winslow"
    assert found.owner("Gordon") == "Gordon Winslow"
    assert found.person("Gordon Winslow").role is Role.THIRD_PARTY
    assert len({found.person(n).id for n in ("Gordon Winslow", "Casper Winslow", "Tabitha Winslow")}) == 3


def test_a_title_tells_which_of_a_family_is_meant() -> None:
    found = find("Gordon Dobbs and Marlene Dobbs attended. Mrs Dobbs was upset. Mr Dobbs said nothing.")
    assert found.owner("Mrs Dobbs") == "Marlene Dobbs"
    assert found.owner("Mr Dobbs") == "Gordon Dobbs"


def test_the_subject_is_found_under_aliases_and_left_to_themselves() -> None:
    found = find("Tabby said she is fine. TW was seen. T. Winslow signed.", aliases=("Tabby",))
    subject = found.person("Tabitha Winslow")
    for text in ("Tabby", "TW", "T. Winslow"):
        assert {span.person for span in found.spans(text)} == {subject.id}, text


def test_an_everyday_word_is_a_name_only_where_people_stand() -> None:
    found = find(
        "Her aunt, Hope Mercer, rang in May. Hope said that Tabitha has settled. "
        "There is hope that the grace period can be extended in May. I hope so. Spoke to Hope again."
    )
    texts = found.units[0].text
    spans = [s for s in found.findings.spans[0] if s.label is Label.PERSON]
    covered = {texts[s.start : s.end] for s in spans}
    assert "Hope Mercer" in covered
    assert sum(texts[s.start : s.end] == "Hope" for s in spans) == 2
    for never in ("hope", "grace", "May"):
        assert never not in covered


def test_names_split_over_lines_and_in_tables() -> None:
    found = find(
        "Present at the meeting about Tabitha were the social worker and also Mr Benedict\nOkonjo of the school.",
        "Seat\tGroup\n1\nJarvis\nLattimer\n2\nOduya, Femi",
    )
    assert found.covers("Benedict\nOkonjo")
    assert found.covers("Lattimer")
    assert found.covers("Oduya, Femi")


def test_whose_number_is_this() -> None:
    found = find(
        "Marlene Dobbs (07700 900411) rang. Tabitha Winslow can be reached on 07700 900512.\n"
        "Regards,\nParveen Akhtar\nSocial Worker | 01632 960777 | parveen.akhtar@northmarsh.gov.uk\n",
        "Message left on 07700900411.",
    )
    assert found.owner("07700 900411") == "Marlene Dobbs"
    assert found.owner("07700900411") == "Marlene Dobbs"
    assert found.owner("07700 900512") == "Tabitha Winslow"
    assert found.owner("parveen.akhtar@northmarsh.gov.uk") == "Parveen Akhtar"
    assert found.person("Parveen Akhtar").role is Role.PROFESSIONAL


def test_a_visitors_number_is_not_whom_they_visit() -> None:
    book = "Date\nVisitor\nResident\nCar reg\nPhone\n\n"
    rows = "04/09/2023\nMarlene Dobbs\nTabitha Winslow\nYK17 PLT\n07700 900621\n"
    found = find(book + rows)
    assert found.owner("07700 900621") == "Marlene Dobbs"
    assert found.owner("YK17 PLT") == "Marlene Dobbs"
    # Her own row, and a sentence, tell as before.
    assert find("Marlene Dobbs rang Tabitha Winslow on 07700 900621.").owner("07700 900621") == "Tabitha Winslow"
    assert find("Name\nTabitha Winslow\nPhone\n07700 900621\n").owner("07700 900621") == "Tabitha Winslow"


def test_a_shared_home_is_the_subjects_except_beside_somebody_else() -> None:
    found = find(
        "Tabitha Winslow of 12 Larkspur Close, Eastmere, EM3 4QT. Her uncle Nigel Winslow of 9 Quarry Road, Eastmere.",
    )
    assert found.owner("12 Larkspur Close, Eastmere") == "Tabitha Winslow"
    assert found.owner("EM3 4QT") == "Tabitha Winslow"
    assert found.owner("9 Quarry Road, Eastmere") == "Nigel Winslow"


def test_the_subjects_date_of_birth_in_any_form() -> None:
    found = find("Born 3 March 2009.", "On 03/03/2009 she was admitted. On 03/04/2019 she left.", dob="2009-03-03")
    assert found.owner("03/03/2009") == "Tabitha Winslow"
    assert not found.spans("03/04/2019")


def test_relation_words_are_possible_only() -> None:
    found = find("Mum said that his ex-partner had called.")
    relations = [s for s in found.findings.spans[0] if s.label is Label.RELATION]
    assert len(relations) == 2
    assert all(s.tier is Tier.POSSIBLE for s in relations)


def test_people_the_journal_knows_keep_their_ids_names_and_roles() -> None:
    known = KnownPerson("known-1", "Marlene Dobbs", ("Marly",), Role.PROFESSIONAL)
    found = find("Marly rang. Mrs Dobbs was there.", known=(known,))
    person = next(p for p in found.findings.people if p.id == "known-1")
    assert (person.name, person.role) == ("Marlene Dobbs", Role.PROFESSIONAL)
    assert found.owner("Marly") == "Marlene Dobbs"


def test_a_typed_name_is_looked_for_everywhere() -> None:
    text = "Then zebulonn came in. Quistgaard was late."
    assert "Zebulon Quistgaard" not in find(text).names()
    found = find(text, terms=("Zebulon Quistgaard",))
    assert found.owner("Quistgaard") == "Zebulon Quistgaard"
    assert found.spans("zebulonn")


def test_the_same_record_gives_the_same_ids() -> None:
    text = "Marlene Dobbs met Lorcan Devine. SW Parveen Akhtar was present."
    first, second = find(text), find(text)
    assert [p.id for p in first.findings.people] == [p.id for p in second.findings.people]
    assert first.findings == second.findings
    assert len({p.id for p in first.findings.people}) == len(first.findings.people)


def test_things_that_are_not_people() -> None:
    text = (
        "Referred to Victoria Road Surgery and St Hilda's Primary School. He has Down's syndrome and Asperger's. "
        "Universal Credit and Attendance Allowance are paid. A Blue Badge from Age UK. Marie Curie nurses visit."
    )
    found = find(text)
    people = [text[s.start : s.end] for s in found.findings.spans[0] if s.label is Label.PERSON]
    assert people == []


def test_spans_are_sorted_and_do_not_overlap() -> None:
    found = find(
        "From: Akhtar, Parveen <parveen.akhtar@northmarsh.gov.uk>\nTo: Marlene Dobbs\n\nDear Marlene,\n"
        "Tabitha Winslow (DOB 3.3.2009, NHS 943 476 5919) lives at 12 Larkspur Close, Eastmere, EM3 4QT."
    )
    spans = [s for s in found.findings.spans[0] if s.label is not Label.RELATION]
    assert spans == sorted(spans, key=lambda s: s.start)
    assert all(a.end <= b.start for a, b in itertools.pairwise(spans))
    assert {s.label for s in spans} >= {
        Label.PERSON,
        Label.EMAIL,
        Label.DOB,
        Label.NHS_NUMBER,
        Label.ADDRESS,
        Label.POSTCODE,
    }


def test_rushed_lower_case_and_names_torn_apart() -> None:
    found = find(
        "Present: Carol Behan and Tabitha Winslow. Later text: deborah behan rang duty to say carol has not come home.",
        "Re: Car ol Behan. C.arol Behan was seen.",
    )
    assert found.covers("deborah behan")
    assert found.covers("carol")
    assert found.covers("Car ol Behan")


def test_a_pet_name_is_the_subjects_though_a_misread_line_makes_another_of_the_forename() -> None:
    found = find(
        "Tabitha Winslow was seen at school.",
        "Tabitha athome went to bed early. Tabitha athome was well.",
        "Tabby said that she was fine. Tabby then left.",
    )
    assert found.owner("Tabby") == "Tabitha Winslow"


def test_a_number_one_has_alone_is_whose_name_follows_for() -> None:
    text = (
        "Declan Hext came. NHS number 943 476 5919 for Orla Pell was confirmed.\n\n"
        "Declan Hext can be rung on 07700 900345 for Orla Pell."
    )
    found = find(text)
    assert found.owner("943 476 5919") == "Orla Pell"
    assert found.owner("07700 900345") == "Declan Hext"


def test_a_word_right_before_a_postcode_is_not_proposed() -> None:
    found = find("14 Fern Close\nQorvi  SL7 2QT\n\nDear Tabitha\n\nMrs Pell rang.")
    assert not [span for span in found.spans("Qorvi") if span.tier is Tier.PROPOSED]
