# SPDX-License-Identifier: AGPL-3.0-or-later
"""Who is there for work, by what stands after their name; and who only looks so."""

from __future__ import annotations

import pytest

from redactor.detect.people.mail import shared_box
from redactor.domain.mentions import Label, Profession, Role, Tier
from tests.detect.helpers import find


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Present: Jane Marsh (JM), Housing; Tom Brown", "Jane Marsh", Profession.OTHER),
        ("Present: Ms Jo Hussain (school) and Tabitha", "Jo Hussain", Profession.EDUCATION),
        ("Seen by Tom Brown (CAMHS) at home.", "Tom Brown", Profession.HEALTH),
        ("Visited by Imogen Dack, financial assessment\nofficer, on Tuesday.", "Imogen Dack", Profession.OTHER),
        ("Maureen Keel\nSafeguarding Administrator\nBramwick", "Maureen Keel", Profession.SOCIAL_WORK),
        ("Priya Nair     Senior Practitioner     Adult Social Care\n", "Priya Nair", Profession.OTHER),
        ("Ms Temperance Achebe of Achebe & Lowe, acting for Tabitha, rang.", "Temperance Achebe", Profession.OTHER),
        ("Ruth Garside, Marsh & Kerr LLP, wrote to us.", "Ruth Garside", Profession.OTHER),
        ("Mass in the lounge with Fr Declan Nolan.", "Declan Nolan", Profession.OTHER),
        (
            "Kind regards\nJoanne Pickett\nMy days are Monday to Wednesday\njo.pickett@bramwick.gov.uk\n",
            "Joanne Pickett",
            Profession.OTHER,
        ),
    ],
)
def test_a_post_a_body_or_a_firm_after_the_name_tells(text: str, name: str, kind: Profession) -> None:
    person = find(text).person(name)
    assert (person.role, person.profession) == (Role.PROFESSIONAL, kind), person.why


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Her friend Kelly Shaw (school) came to tea.", "Kelly Shaw"),
        ("Handover\nConnor: dentist at 2.15, two teeth out under gas. Soft tea.", "Connor"),
        ("Diary\nConnor Pike is back.\nConnor - GP at 3.30 on Tuesday", "Connor Pike"),
        ("Wayne Dobbs, Father\nWarehouse Manager\n", "Wayne Dobbs"),
        ("John Hart, security officer, lives next door.", "John Hart"),
        ("She stays with Kelly Shaw, acting for her mother.", "Kelly Shaw"),
        ("RPR  Fr Declan Garvey, brother of Tabitha", "Declan Garvey"),
        ("Love from\nKelly Shaw\n\nFrom: Duty <duty@bramwick.gov.uk>\n", "Kelly Shaw"),
    ],
)
def test_what_families_are_and_do_is_no_post(text: str, name: str) -> None:
    assert find(text).person(name).role is Role.THIRD_PARTY


def test_a_teams_letter_box_is_nobodys_own() -> None:
    assert shared_box("safeguarding@larkfield.example")
    assert shared_box("north.duty2@x.example") is False
    assert shared_box("duty.team2@x.example")
    assert not shared_box("info@gmail.com")
    found = find("Write to safeguarding@larkfield.example or to b.lister@webpost.example.")
    text = found.units[0].text
    assert [(text[s.start : s.end], s.tier) for s in found.findings.spans[0] if s.label is Label.EMAIL] == [
        ("safeguarding@larkfield.example", Tier.POSSIBLE),
        ("b.lister@webpost.example", Tier.PROPOSED),
    ]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Yard: shut   Activities co-ordinator: Moira Tench\nTabitha sang.", "Moira Tench"),
        ("Trade union representative: Ruthie Van Der Berg\n", "Ruthie Van Der Berg"),
        ("Commissioning manager: Philippa Harkness\n", "Philippa Harkness"),
        ("Philippa Harkness, Head of Environmental Operations\n", "Philippa Harkness"),
        ("Yours sincerely\n\nPhilippa Harkness\nHead of Environmental Operations\n", "Philippa Harkness"),
        ("To: Chidi Okafor, HR Business Partner\n", "Chidi Okafor"),
        ("Present: Gideon Whitby-Moss (HR), Tabitha Winslow", "Gideon Whitby-Moss"),
        ("Case worker       Miss Dora Pym\nTabitha was seen.", "Dora Pym"),
        ("          E. M. Fanshawe (Miss)\n          Outdoor Worker\n", "Em Fanshawe"),
        ("4/8/71  W/R Mr. Blackadder\nBed 4 crying.", "Blackadder"),
        ("Held baby, let by S.E.N. Curnow - reprimanded. Tabitha slept.", "Curnow"),
        ("Strat. mtg. with W.P.C. Stitson about Tabitha", "Stitson"),
        ("Letter to Tabitha. Sgt. Rowe informed.", "Rowe"),
    ],
)
def test_posts_in_unusual_heads_and_of_older_papers(text: str, name: str) -> None:
    (person,) = [p for p in find(text).findings.people if p.name.endswith(name)]
    assert person.role is Role.PROFESSIONAL, person.why


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Family representative: Joan Tull\n", "Joan Tull"),
        ("Bar manager: Kelly Shaw\nTabitha was served.", "Kelly Shaw"),
        ("Her support worker was off, so Kelly Shaw came with Tabitha.", "Kelly Shaw"),
        ("Kelly Shaw, head of the family, spoke for Tabitha.", "Kelly Shaw"),
        ("Tabitha told the manager: Kelly Shaw hit me.", "Kelly Shaw"),
    ],
)
def test_a_head_that_is_no_post_leaves_somebody_private(text: str, name: str) -> None:
    person = find(text).person(name)
    assert person.role is Role.THIRD_PARTY, person.why


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Yard: Sal Marsh\nClerk: Pat Dunn\nTabitha rang.", "Sal Marsh"),
        ("Next of kin: Sal Marsh\nSocial worker: Pat Dunn\nTabitha rang.", "Sal Marsh"),
        ("Daughter       Sal Marsh\nTeam manager   Pat Dunn\n", "Sal Marsh"),
        ("Daughter       Sal Marsh\nSocial worker  Miss Pat Dunn\n", "Sal Marsh"),
        ("Next of kin\nSal Marsh\nSocial worker\nPat Dunn\nTabitha rang.", "Sal Marsh"),
        ("Neighbour\nSal Marsh\nTeam manager\nSocial worker: Pat Dunn\n", "Sal Marsh"),
        ("Daughter | Sal Marsh\nTeam manager | Pat Dunn\nSocial worker: Pat Dunn\n", "Sal Marsh"),
    ],
)
def test_the_head_of_the_next_row_is_no_post_of_who_is_named_above_it(text: str, name: str) -> None:
    found = find(text)
    assert found.person(name).role is Role.THIRD_PARTY, found.person(name).why
    assert found.person("Pat Dunn").role is Role.PROFESSIONAL


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Dave Cole, her former business partner, rang Tabitha.", "Dave Cole"),
        ("Business partner: Dave Cole\nTabitha rang.", "Dave Cole"),
        ("Dave Cole, head of their household, rang Tabitha.", "Dave Cole"),
        ("Husband's supervisor: Dave Cole\nTabitha rang.", "Dave Cole"),
        ("Representative: Dave Cole\nTabitha rang.", "Dave Cole"),
        ("Dave Cole, presenting\nwith chest pain, knows Tabitha.", "Dave Cole"),
        ("Dave Cole (HR 72) was pale. Tabitha saw it.", "Dave Cole"),
        ("Ward round: Dave Cole shouts at Tabitha.", "Dave Cole"),
        ("Ward round: Mr Dave Cole shouts at Tabitha.", "Dave Cole"),
    ],
)
def test_words_of_an_office_said_of_a_private_life_are_no_post(text: str, name: str) -> None:
    person = find(text).person(name)
    assert person.role is Role.THIRD_PARTY, person.why


@pytest.mark.parametrize(
    ("text", "surname"),
    [
        ("Adopter: Mr. D.C. Hobbs of Leeds", "Hobbs"),
        ("Mrs. P.C. Hobbs came", "Hobbs"),
        ("D.S. Brown lodges there", "Brown"),
    ],
)
def test_initials_are_no_rank(text: str, surname: str) -> None:
    (person,) = [p for p in find(f"{text}. Tabitha rang.").findings.people if p.name.endswith(surname)]
    assert person.role is Role.THIRD_PARTY, person.why
