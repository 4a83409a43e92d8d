# SPDX-License-Identifier: AGPL-3.0-or-later
"""Numbers, dates and addresses: found with their check digits, and without where the text says what they are."""

from __future__ import annotations

import itertools
import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redactor.detect.language.dates import DATE, find_days, read
from redactor.detect.language.found import RawSpan
from redactor.detect.layers import addresses, identifiers
from redactor.domain.mentions import Label


def found(text: str) -> list[tuple[str, str]]:
    return [(str(s.label), text[s.start : s.end]) for s in identifiers.find(text)]


@pytest.mark.parametrize(
    ("text", "label", "value"),
    [
        ("NHS No: 943 476 5919", "NHS_NUMBER", "943 476 5919"),
        ("she gave 943 476 5919 to us", "NHS_NUMBER", "943 476 5919"),
        ("NHS number 123 456 7890", "NHS_NUMBER", "123 456 7890"),
        ("NHS N0 9434765919", "NHS_NUMBER", "9434765919"),
        ("her NI is QQ 12 34 56 C", "NINO", "QQ 12 34 56 C"),
        ("NINO ab123456d.", "NINO", "ab123456d"),
        ("call 07700 900123 now", "PHONE", "07700 900123"),
        ("on +44 (0)7700 900 123.", "PHONE", "+44 (0)7700 900 123"),
        ("ring 01632 960001", "PHONE", "01632 960001"),
        ("left 07700\n900123 for you", "PHONE", "07700\n900123"),
        ("left for her on C16 32 960425 about", "PHONE", "C16 32 960425"),
        ("on CI6 32\n960425 about", "PHONE", "CI6 32\n960425"),
        ("His car is M482 KLT, a blue one", "CAR_REG", "M482 KLT"),
        ("drove off in a Fiesta, KLT 482M", "CAR_REG", "KLT 482M"),
        ("her username is @amberxo_ak there", "OTHER", "@amberxo_ak"),
        ("add him on snap (wazzler.r)", "OTHER", "wazzler.r"),
        ("Insta: dukezz_99", "OTHER", "dukezz_99"),
        ("Tel. Porthallow 2291", "PHONE", "Porthallow 2291"),
        ("Telephone: St Agnes 455.", "PHONE", "St Agnes 455"),
        ("ring Maureen on Penzance 55012.", "PHONE", "Penzance 55012"),
        ("T/C from Mrs. Penrose, Porthallow 3380, whose son", "PHONE", "Porthallow 3380"),
        ("a go-between: 0736 55012.", "PHONE", "0736 55012"),
        ("Tel (0736) 55012", "PHONE", "(0736) 55012"),
        ("His date of birth was given as 02.11.1977 and", "DOB", "02.11.1977"),
        ("Dates of birth  11.2.38     27.10.40", "DOB", "27.10.40"),
        ("Dates of birth: 11.2.38 and 27.10.40", "DOB", "27.10.40"),
        ("Applicants: Hope Brown (12 May 1949)", "DOB", "12 May 1949"),
        ("UPN A123456789012", "UPN", "A123456789012"),
        ("sort code 12-34-56", "SORT_CODE", "12-34-56"),
        ("account number 12345678", "ACCOUNT", "12345678"),
        ("a silver Corsa, reg AB12 CDE", "CAR_REG", "AB12 CDE"),
        ("write to x.y@example.org.", "EMAIL", "x.y@example.org"),
        ("Ref CYP/2025/15175", "CASE_REF", "CYP/2025/15175"),
        ("crime ref URN 29/6448.", "CASE_REF", "URN 29/6448"),
        ("Case ref for Kyle Marsh: 4471023.", "CASE_REF", "4471023"),
        ("Kyle Marsh, Mosaic ID 8812345", "CASE_REF", "8812345"),
        ("DOB: 4.9.17", "DOB", "4.9.17"),
        ("born on 4th September 2017", "DOB", "4th September 2017"),
        ("D0B 11-Sep-1971", "DOB", "11-Sep-1971"),
        ("at WX5 3EN.", "POSTCODE", "WX5 3EN"),
        ("in E41BT", "POSTCODE", "E41BT"),
    ],
)
def test_found(text: str, label: str, value: str) -> None:
    assert (label, value) in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "On 12/03/2024 at 10.15 she paid £12,345.67 for 3 items",
        "invoice of 14 36 89 boxes",
        "the years 1999 2000 2001 2002",
        "Section 42 of the Care Act 2014",
        "He is 17 and weighs 52.5 kg",
    ],
)
def test_figures_that_are_nobodys(text: str) -> None:
    assert found(text) == []


def test_an_unlabelled_number_with_a_wrong_check_digit_is_not_sure() -> None:
    spans = identifiers.find("seen 943 476 5918 there")
    assert all(s.score < 0.5 for s in spans)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("lives at 58 Windmill Rise, Wexford, WX5 3EN", "58 Windmill Rise, Wexford"),
        ("at Flat 4, 142 Victoria Road, RG20 0AS.", "Flat 4, 142 Victoria Road"),
        ("Mrs Bell\n17 Orchard Way\nEastmere\nEM1 2AB\n", "17 Orchard Way\nEastmere"),
        ("Address: Flat 25, 58a Mill Street, Bradford SO7 2WW", "Flat 25, 58a Mill Street, Bradford"),
        ("at Juniper Lodge, 3 Withy Walk, WX9 2BD", "Juniper Lodge, 3 Withy Walk"),
        ("of 101 Ferry Street, Eastmere 07700 900446", "101 Ferry Street, Eastmere"),
        ("perpetrator\n110 Hop Garden Lane, Wexbourne +44 7700", "110 Hop Garden Lane, Wexbourne"),
        ("in the property (148\n\n> Priory Gate, Eastmere)?", "148\n\n> Priory Gate, Eastmere"),
    ],
)
def test_addresses(text: str, value: str) -> None:
    assert value in [text[s.start : s.end] for s in addresses.find(text)]


@pytest.mark.parametrize(
    "text", ["on 4 May 2024", "for 3 Hours a day", "2 Priory nuns", "12 May Street parties were held"]
)
def test_what_is_no_address(text: str) -> None:
    assert all(text[s.start : s.end] in {"12 May Street"} for s in addresses.find(text))


@given(st.dates(date(1920, 1, 1), date(2030, 12, 31)))
def test_a_date_is_read_back_from_every_way_of_writing_it(day: date) -> None:
    for pattern in ("%d/%m/%Y", "%d.%m.%Y", "%Y-%m-%d", "%d %B %Y", "%d-%b-%Y"):
        text = f"on {day.strftime(pattern)}, then"
        match = DATE.search(text)
        assert match is not None, text
        assert read(match) == day
        assert [d for _, _, d in find_days(text, frozenset({day}))] == [day]


def test_a_day_that_is_none() -> None:
    match = DATE.search("on 31/02/2020")
    assert match is not None
    assert read(match) is None


@given(st.text(max_size=200))
def test_any_text_gives_spans_inside_it_that_do_not_overlap(text: str) -> None:
    spans = identifiers.find(text)
    assert all(0 <= s.start < s.end <= len(text) for s in spans)
    assert all(a.end <= b.start for a, b in itertools.pairwise(spans))
    assert all(s.label in set(Label) for s in spans)


def test_overlaps_are_settled_without_looking_at_every_other() -> None:
    spans = [RawSpan(2 * n, 2 * n + 3, Label.PHONE, 0.9 if n % 2 else 0.5, "pattern:phone") for n in range(20_000)]
    begin = time.process_time()
    kept = identifiers.without_overlaps(spans)
    assert time.process_time() - begin < 2.0
    assert kept == spans[1::2] and identifiers.without_overlaps(kept[::-1]) == kept


def test_a_reference_is_no_older_number_plate() -> None:
    assert not [one for one in found("See form B12 ABC and room A4 WES for the meeting.") if one[0] == "CAR_REG"]


@pytest.mark.parametrize("between", ["\t", "    ", " | "])
def test_bank_details_are_found_under_the_heads_of_their_columns(between: str) -> None:
    rows = [
        ("Name", "Relationship", "Sort code", "Account number"),
        ("Ottoline Prewett", "aunt", "20-45-67", "43218765"),
        ("Jarvis Prewett", "cousin", "204568", "12345679"),
    ]
    text = "\n".join(between.join(row) for row in rows)
    found = {text[s.start : s.end]: s.label for s in identifiers.find(text)}
    assert [found.get(value) for value in ("20-45-67", "204568")] == [Label.SORT_CODE] * 2
    assert [found.get(value) for value in ("43218765", "12345679")] == [Label.ACCOUNT] * 2


def test_and_where_a_page_gives_its_cells_line_by_line() -> None:
    text = "Name\nSort code\nAccount no.\nOttoline Prewett\n20-45-67\n43218765\nJarvis Prewett\n20-45-68\n12345679\n"
    found = {text[s.start : s.end]: s.label for s in identifiers.find(text)}
    assert found == {
        "20-45-67": Label.SORT_CODE,
        "43218765": Label.ACCOUNT,
        "20-45-68": Label.SORT_CODE,
        "12345679": Label.ACCOUNT,
    }


def test_an_account_beside_any_sort_code_of_a_long_list_is_found() -> None:
    rows = [f"Payee {n}: s/c 20-45-{n:02d} then {43218700 + n}" for n in range(10, 20)]
    text = "\n".join(rows)
    assert sum(s.label == Label.ACCOUNT for s in identifiers.find(text)) == len(rows)


@pytest.mark.parametrize(
    "text", ["Sort code\nasked for on 20-45-67 again", "Sort codes and dates\n20-45-67 is not one"]
)
def test_figures_inside_a_sentence_below_such_a_head_are_none(text: str) -> None:
    assert not [
        s for s in identifiers.find("\n" * 40 + text.replace("\n", "\n" + "word " * 10)) if s.label == Label.SORT_CODE
    ]


def test_a_month_of_a_year_is_no_reference_but_where_it_is_said_to_be_one() -> None:
    assert not [s for s in identifiers.find("03/2024\nPersonal adviser introduced\n") if s.label == Label.CASE_REF]
    assert [s for s in identifiers.find("Crime ref: 03/2024") if s.label == Label.CASE_REF]
    assert [s for s in identifiers.find("PPN 23/01377 recorded") if s.label == Label.CASE_REF]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("ADULTS\n  MARSH       Kerry       11/05/1986   F   as above\n", ["11/05/1986"]),
        ("TOLLEY Wayne L. 30/10/1979 M father of Summer", ["30/10/1979"]),
        ("Name | Sex | Born\nJo Pell | F | 2.9.15 | St Oswins", ["2.9.15"]),
        ("With Kai DUNNE (21/08/2004, dealt with separately) entered the shop.", ["21/08/2004"]),
        ("Starter form: Kelly-Ann Stubbs 22/08/1991 4 Maes Derw", ["22/08/1991"]),
        ("5 AG Cai Idris Prosser, 11/11/2002, caution 2023", ["11/11/2002"]),
        ("Jo Pell 22/08/2021 visited at home.", []),
        ("Reece Marsh was seen on 30/10/2019 Meeting with mother held.", []),
        ("Visit by Kerry Marsh 11/05/2019 Follow up call to her.", []),
    ],
)
def test_a_day_beside_a_name_and_a_sex_is_a_birthday(text: str, days: list[str]) -> None:
    assert [value for label, value in found(text) if label == "DOB"] == days
