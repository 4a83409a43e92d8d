# SPDX-License-Identifier: AGPL-3.0-or-later
"""An address is a house and its street; a year and the name in the next cell are none."""

from __future__ import annotations

import pytest

from redactor.detect.layers.addresses import find


def addresses(text: str) -> list[str]:
    return [text[span.start : span.end] for span in find(text)]


@pytest.mark.parametrize(
    "text",
    [
        "1998\nHannah Orchard (9) was looked after for seven months",
        "1961\nTamsin Lane born in Wexcombe",
        "15 September 2025\n\nDear Ms Orchard,",
        "Priya Raman 9\nNotes\nMr Martin Close rang",
        "Chronology: 1998 Hannah Orchard (9) came into care",
    ],
)
def test_a_year_before_somebody_is_no_house(text: str) -> None:
    assert addresses(text) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("She moved to 1998 Coventry Road, Birmingham B26 3JA.", "1998 Coventry Road, Birmingham"),
        ("2024 High Street, Lincoln LN5 7DW", "2024 High Street, Lincoln"),
        ("24 June 2025\nMs T Orchard\n27 Gorse Lane\nWexcombe WX4 7PD", "27 Gorse Lane"),
        ("8\nHannah Close", "8\nHannah Close"),
        ("60 Efford Crescent\nPlymouth\n\n11th March 1990", "60 Efford Crescent\nPlymouth"),
        ("58 Windmill Rise\nTelephone\n07700 900723", "58 Windmill Rise"),
        ("58 Windmill Rise\nPriscilla Bannister\n\nHalf-sister", "58 Windmill Rise"),
        ("DEREK PASCOE, of Ropewalk Cottage, Ottermouth, has not", "Ropewalk Cottage, Ottermouth"),
        ("(a) Rev. H. Gill, The Vicarage, Porthallow", "The Vicarage, Porthallow"),
        ('Mrs. Jean Hannaford, "Fairhaven", Quay Hill', '"Fairhaven", Quay Hill'),
        ("he is at Rose Court, Leeds.", "Rose Court, Leeds"),
        ("he lives at 12 Sycamore\nMrs Hill rang", "12 Sycamore"),
    ],
)
def test_houses_are_found(text: str, told: str) -> None:
    assert addresses(text) == [told]


@pytest.mark.parametrize(
    "text",
    [
        "They went to the House, Labour having won.",
        "a letter to Wexcombe House.",
        'He said "Sure", Mum told us.',
        "Ward 4412 was full, Room 1204 too",
        "Present: Tom Brown, Sarah Court, Imogen, Peter Mill, Jane",
    ],
)
def test_what_is_no_home_is_left(text: str) -> None:
    assert addresses(text) == []


def test_houses_by_name_are_found_wherever_each_stands() -> None:
    text = "He stays at 'Fairhaven', Quay Hill; his aunt at The Vicarage, Porthallow."
    assert addresses(text) == ["'Fairhaven', Quay Hill", "The Vicarage, Porthallow"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Their home: The Larches, Mill Hill, Otter Bridge OB4 7DN", "The Larches, Mill Hill, Otter Bridge"),
        ("(Pat and Gwen, Ardvale, Shore Road, after six)", "Ardvale, Shore Road"),
        ("Placed at Sandhulme, Grebe Avenue, Whitsey.", "Sandhulme, Grebe Avenue, Whitsey"),
        ("Ardvale, Shore Road\nIsla", "Ardvale, Shore Road"),
        ("With Mrs Orrin, Fern\nVilla, Thornby Lane.", "Fern\nVilla, Thornby Lane"),
        ("With Mrs Orrin, Fern\nVilla, Thornby Lane.\n10.6.93 Seen.", "Fern\nVilla, Thornby Lane"),
    ],
)
def test_a_house_without_a_number_is_told_by_its_street(text: str, told: str) -> None:
    assert addresses(text) == [told]


@pytest.mark.parametrize(
    "text",
    [
        "The Library, Mill Road is open on Monday.",
        "Smith, John Hill came at ten.",
        "Seen with Sarah, Mill Road first.",
        "the Clinic, Canal Street",
        "Monday, Mill Road was closed.",
        "She likes London, Oxford Street too.",
        "Keira (12 next week, Yr 7 Marsh Park Academy) was seen.",
        "Held on 13 May, 9.30 am, Room 2, Civic Offices",
        "She went to 3 Tai chi sessions and 2 Gwel classes.",
        "The tenant at Flat 4, Mrs Odile Fontaine, has complained.",
    ],
)
def test_a_place_of_work_a_name_or_a_day_before_a_street_is_no_home(text: str) -> None:
    assert addresses(text) == []


def test_a_room_or_flat_with_where_it_is_is_a_home() -> None:
    assert addresses("She has Room 12, Larch Lodge, and her son Flat 3, Gorse Tower.") == [
        "Room 12, Larch Lodge",
        "Flat 3, Gorse Tower",
    ]


@pytest.mark.parametrize(
    "text",
    ["Mum is at 40 Bridge\nSt now", "Mum is at 40 Bridge\n          St. Tea", "went to 40 Bridge  \n   St (Verna)"],
)
def test_a_street_goes_on_in_the_next_line_of_its_column(text: str) -> None:
    assert [" ".join(address.split()) for address in addresses(text)] == ["40 Bridge St"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("She lives at 3 Tan y Bryn, next to Mr Haddad.", "3 Tan y Bryn"),
        ("Address 7 RHES Y CAPEL\nTel none", "7 RHES Y CAPEL"),
        ("4 Gwel y Mor, Trefawel", "4 Gwel y Mor, Trefawel"),
        ("her son farms Hafod Uchaf now", "Hafod Uchaf"),
    ],
)
def test_streets_and_farms_in_wales(text: str, told: str) -> None:
    assert addresses(text) == [told]
