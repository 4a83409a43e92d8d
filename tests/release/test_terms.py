# SPDX-License-Identifier: AGPL-3.0-or-later
"""What may not stand in a release, either way round, and what stands there by chance."""

from __future__ import annotations

from pathlib import Path

import pytest

from redactor.domain.plan import Plan
from redactor.release.verify.terms import found_in, secret_terms, unbroken
from tests.release.papers import Case, letter

LINES = ("Emergency Department, Wexbourne", "She told nobody that she was raped by Kayleigh Barnes.")


def test_a_held_back_word_is_found_forwards_and_backwards() -> None:
    case = Case()
    case.add(letter(LINES), ("raped", "Kayleigh Barnes"))
    terms = secret_terms(case.plan, frozenset({"she", "told", "nobody"}))
    for text in ("she was RAPED", "depar saw ehs", "hgielyak"):
        assert found_in(text.encode(), terms)
        assert found_in(text.encode("utf-16-be"), terms)


@pytest.mark.parametrize("surviving", ["department", "depar"])
def test_a_surviving_word_that_is_one_written_backwards_tells_nothing(surviving: str) -> None:
    case = Case()
    case.add(letter(LINES), ("raped", "Kayleigh Barnes"))
    terms = secret_terms(case.plan, frozenset({surviving}))
    assert not found_in(f"the emergency {surviving}".encode(), terms)
    assert found_in(b"she was raped", terms) and found_in(b"senrab", terms)


def test_such_a_record_can_be_released(tmp_path: Path) -> None:
    case = Case()
    case.add(letter(LINES), ("raped", "Kayleigh Barnes"))
    assert case.release(tmp_path / "out").report.verified


NAMES = ("Jo saw Asher's brother and Kayleigh-Mae Hughes-Brockle", "and then Mrs Brockle hurst came in.")


@pytest.mark.parametrize("left", ["asher", "ASHER", "kayleigh", "brockle", "Brocklehurst", "a. asher-jones"])
def test_a_name_is_found_without_what_it_was_held_back_with(left: str) -> None:
    case = Case()
    case.add(letter(NAMES), ("Asher's", "Kayleigh-Mae", "Hughes-Brockle", "Brockle hurst"))
    terms = secret_terms(case.plan, frozenset({"brother", "came"}))
    assert found_in(f"a title about {left}".encode(), terms)


def test_a_name_over_a_lines_end_is_found_in_what_is_read() -> None:
    terms = secret_terms(named("Brocklehurst"), frozenset({"brother"}))
    assert found_in(unbroken("seen by Brockle-\r\nhurst at ten").encode(), terms)
    assert not found_in(unbroken("a well-\nknown house").encode(), terms)


def named(*names: str) -> Plan:
    case = Case()
    case.add(letter(("Seen by", *names)), names)
    return case.plan


@pytest.mark.parametrize(
    ("held", "open_"),
    [("Asher's", "Asher"), ("Hughes-Brockle", "Hughes"), ("Brocklehurst", "Brocklehurst"), ("Dawn", "her dawn")],
)
def test_what_stays_readable_by_the_plan_is_no_alarm(held: str, open_: str) -> None:
    surviving = frozenset(open_.lower().split())
    assert not found_in(open_.lower().encode(), secret_terms(named(held), surviving))


def test_a_passages_words_are_not_run_together() -> None:
    long = "Kayleigh said that Aaron was there and Tom saw all of it happen on Friday"
    assert "aaronwas" not in secret_terms(named(long), frozenset())


def test_a_record_with_an_open_name_over_a_lines_end_can_be_released(tmp_path: Path) -> None:
    case = Case()
    case.add(
        letter(("Mr Brocklehurst rang twice.", "At ten the duty worker saw Brockle-", "hurst at home.")),
        ("Brocklehurst",),
    )
    assert case.release(tmp_path / "out").report.verified
