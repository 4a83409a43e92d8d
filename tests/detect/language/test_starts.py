# SPDX-License-Identifier: AGPL-3.0-or-later
"""Trying a pattern only where it can begin finds what looking everywhere finds."""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from redactor.detect.language import dates, notpeople
from redactor.detect.language.lexicon import lexicon
from redactor.detect.language.starts import Anywhere, Starts, lowered, tried
from redactor.detect.language.words import NOT_PEOPLE_IN, RELATIONS_IN, ROLES_IN, ROLES_SHORT_IN
from redactor.detect.layers import addresses, fields, identifiers, titled

PASSAGES = (Path(__file__).parents[1] / "passages.txt").read_text(encoding="utf-8")
PHRASES = (
    *(
        "social worker",
        "SW",
        "GP",
        "health visitor",
        "Mum",
        "mums",
        "step-mum",
        "maternal grandmother",
        "children",
        "nan",
    ),
    *("Age UK", "Down's syndrome", "Mr", "Dr.", "MRS", "known as", "aka", "a.k.a.", "née", "call her", "who is called"),
    *("snapchat name is", "user name:", "insta", "ſister", "S\u0130STER", "Kıds", "co-worker", "mum's", "_mum_", "the"),
)
NUMBERS = (
    *("AB12 3CD", "ab12 3cd", "GIR 0AA", "M1 1AE", "999 123 4567", "9991234567", "AB 12 34 56 C", "AB123456C", "_QQ"),
    *(
        "H801200001234",
        "12-34-56",
        "12345678",
        "07700 900123",
        "(01632) 960 001",
        "+44 7700 900123",
        "+33 1 23 45 67 89",
    ),
    *(
        "O77OO 9OO1 23",
        "01632 960 0012",
        "AB12 CDE",
        "reg AB12 CDE",
        "vehicle: X123 ABC",
        "number plate",
        "ref: SC/1/22",
    ),
    *(
        "our ref",
        "case no 1234",
        "URN 12/3456/20",
        "CS-123456",
        "ABC123456",
        "dob 1/2/2010",
        "born 3 May 2011",
        "May 3, 2011",
    ),
    *("2nd of June 2019", "14 Mill Lane", "Flat 3, 12 Alder Road", "flat 2 9 the green", "Rose Cottage, 4 Elm Street"),
    *(
        "community 12 Foo",
        "12",
        "7",
        "20%",
        "@kay_77",
        "kay@post.example",
        "snap kay_77x",
        "sort code",
        "account",
        "tel",
        "NHS No",
    ),
)
BETWEEN = (" ", " ", " ", "\n", ", ", ". ", "-", "/", "_", "'", "(", "\n> ", ":", "\t", "")


def mixtures(pieces: tuple[str, ...], count: int) -> Iterator[str]:
    dice = random.Random(7)
    for _ in range(count):
        chosen = dice.choices(pieces, k=dice.randint(2, 14))
        cased = (dice.choice((str, str, str.upper, str.lower, str.title))(piece) for piece in chosen)
        yield "".join(piece + dice.choice(BETWEEN) for piece in cased)


def everywhere(pattern: re.Pattern[str], text: str, starts: Iterable[int]) -> Iterator[re.Match[str]]:
    return pattern.finditer(text)


@pytest.mark.parametrize(
    "wanted",
    [ROLES_IN, ROLES_SHORT_IN, RELATIONS_IN, NOT_PEOPLE_IN, titled._TITLE, titled._KNOWN_AS, identifiers._SERVICE],
)
def test_a_phrase_is_found_where_looking_everywhere_finds_it(wanted: Anywhere):
    found = 0
    for text in (PASSAGES, PASSAGES.upper(), PASSAGES.title(), *mixtures(PHRASES, 400)):
        spans = [match.span() for match in wanted.finditer(text)]
        assert spans == [match.span() for match in wanted.pattern.finditer(text)], text
        found += len(spans)
    assert found > 10


def test_numbers_and_addresses_are_found_where_looking_everywhere_finds_them(monkeypatch: pytest.MonkeyPatch):
    texts = [PASSAGES, PASSAGES.upper(), *mixtures(NUMBERS, 1500)]
    found = [(identifiers.find(text), addresses.find(text), spans_of_dates(text)) for text in texts]
    for module in (identifiers, addresses, dates):
        monkeypatch.setattr(module, "tried", everywhere)
    for text, before in zip(texts, found, strict=True):
        identifiers.postcodes.cache_clear()
        assert before == (identifiers.find(text), addresses.find(text), spans_of_dates(text)), text
    identifiers.postcodes.cache_clear()
    labels = {span.label for numbers, places, _ in found for span in (*numbers, *places)}
    assert len(labels) > 10, labels


def spans_of_dates(text: str) -> list[tuple[int, int]]:
    return [match.span() for match in dates.dates_in(text)]


def test_closings_are_found_where_looking_everywhere_finds_them():
    pieces = (
        "Kind regards",
        "regards,",
        "thanks",
        "many thanks",
        "Yours sincerely,",
        "Yn gywir",
        "glove",
        "love",
        "Anna",
    )
    for text in mixtures((*pieces, "\n", "\n\n", "   ", "\n  "), 1500):
        found = [match.span() for match in fields.Fields(text, [], lexicon())._closings()]
        assert found == [match.span() for match in fields._CLOSING.finditer(text)], text


def test_the_word_before_is_the_one_a_pattern_would_find():
    pattern = re.compile(r"([A-Za-z]+)\.?[ \t]+$")
    for text in mixtures(("St", "St.", "Mount", "é", "x9", "\n", " \n", ". "), 600):
        match = pattern.search(text)
        assert notpeople._word_before(text) == (match[1] if match else ""), text


def test_lower_case_is_as_long_and_as_the_patterns_compare():
    text = "\u0130ſtanbul STRASSE ẞ K\u0307 ŉ ÅNGSTRÖM \u212a"
    assert len(lowered(text)) == len(text)
    assert lowered("ſ\u0131\u0130\u212a") == "siik"


def test_matches_do_not_overlap_and_long_texts_take_their_length():
    assert [m.span() for m in tried(re.compile("aa"), "aaaa", range(4))] == [(0, 2), (2, 4)]
    starts = Starts("12 Mum 34 mum " * 50_000)
    assert len(starts.of(frozenset(("mum",)))) == 100_000 and len(starts.numbers) == 100_000
