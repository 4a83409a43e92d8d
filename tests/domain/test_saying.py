# SPDX-License-Identifier: AGPL-3.0-or-later
"""Sentences that can be told in another language; dates the British way."""

from __future__ import annotations

import pickle
from datetime import date

import pytest

from redactor.domain.dates import british, british_moment
from redactor.domain.saying import Said, capital, count, joined, listed, said_all, say

SCOTS = {
    "{name} is on {pages}": "{name} bides on {pages}",
    ("{n} page", 1): "{n} leaf",
    ("{n} page", 2): "{n} leaves",
    "Redact": "Score oot",
}


def scots(template: str, number: int | None) -> str:
    return SCOTS.get((template, number) if number is not None else template, template)


def told(text: str) -> str:
    assert isinstance(text, Said)
    return text.told(scots)


def test_a_sentence_is_english_and_told_again_with_what_it_was_made_of() -> None:
    said = say("{name} is on {pages}", name="Ann", pages=count(2, "page"))
    assert said == "Ann is on 2 pages" and told(said) == "Ann bides on 2 leaves"
    assert told(pickle.loads(pickle.dumps(said))) == "Ann bides on 2 leaves"


def test_words_of_the_case_are_never_translated() -> None:
    assert told(say("{name} is on {pages}", name="Redact", pages=count(1, "page"))) == "Redact bides on 1 leaf"


def test_what_nobody_translated_stays_english() -> None:
    assert told(count(1204, "page")) == "1,204 pages" and told(count(1, "person", "people")) == "1 person"
    assert told(say("Nothing is left")) == "Nothing is left"


def test_tables_and_lists_are_told_word_by_word() -> None:
    assert told(said_all({"r": "Redact"})["r"]) == "Score oot"
    row = joined([say("Redact"), count(1, "page"), "Ann {"], "; ")
    assert row == "Redact; 1 page; Ann {" and told(row) == "Score oot; 1 leaf; Ann {"
    assert told(joined([])) == ""


def test_the_first_letter_is_a_capital_in_any_language() -> None:
    assert capital("ann") == "Ann" and capital(count(2, "page")) == "2 pages"
    assert capital(say("{what} it", what=say("Redact"))) == "Redact it"
    assert told(capital(say("{n}", n="low"))) == "Low"


def test_names_are_listed() -> None:
    assert listed(["Ann"]) == "Ann" and listed([]) == ""
    assert listed(["Ann", "Ben", "Cal"]) == "Ann, Ben and Cal"


def test_braces_of_a_text_without_values_stay() -> None:
    assert told(say("use {name}")) == "use {name}"


@pytest.mark.parametrize("day", [date(2026, 3, 3), "2026-03-03", "2026-03-03T23:59:00Z"])
def test_dates_are_british(day: date | str) -> None:
    assert british(day) == "3 March 2026"


def test_what_is_no_date_comes_back_as_it_is() -> None:
    assert british("no date") == "no date" and british("") == "" and british_moment("soon") == "soon"
