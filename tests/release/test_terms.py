# SPDX-License-Identifier: AGPL-3.0-or-later
"""What may not stand in a release, either way round, and what stands there by chance."""

from __future__ import annotations

from pathlib import Path

import pytest

from redactor.release.verify.terms import found_in, secret_terms
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
