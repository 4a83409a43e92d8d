# SPDX-License-Identifier: AGPL-3.0-or-later
"""Problems that stand in a case file as English are told in another language, whatever was put into them."""

from __future__ import annotations

import ast
import inspect
import re

import pytest

from redactor.bundle.page import eyes, reading
from redactor.domain.problems import FIXED, WITH_VALUES, problem_again
from redactor.domain.saying import Said


def told(stored: str) -> str:
    """In a language that writes every sentence in capitals and leaves what is put in as it is."""
    again = problem_again(stored)
    assert again == stored, "the same in English"
    assert isinstance(again, Said)
    return again.told(_capitals)


def _capitals(text: str, _: int | None) -> str:
    return "".join(part if part.startswith("{") else part.upper() for part in re.split(r"(\{\w+\})", text))


def why_to_look() -> list[str]:
    """Every sentence by which a page asks for somebody's eyes, with numbers for what is put in."""
    found = [
        node.value for node in ast.walk(ast.parse(inspect.getsource(eyes.needs_eyes))) if isinstance(node, ast.Return)
    ]
    texts = []
    for value in found:
        if isinstance(value, ast.JoinedStr):
            texts.append("".join(str(p.value) if isinstance(p, ast.Constant) else "3" for p in value.values))
        elif isinstance(value, ast.Constant) and value.value:
            texts.append(str(value.value))
    return [*texts, reading._DAMAGE]


def test_every_reason_to_look_at_a_page_is_known() -> None:
    texts = why_to_look()
    assert len(texts) > 6
    for text in texts:
        again = problem_again(text)
        assert isinstance(again, Said)
        (part,) = again.values.values()
        assert part.template in (*FIXED, *WITH_VALUES), text


@pytest.mark.parametrize(
    ("stored", "expected"),
    [
        (
            "it unpacks to more than 500 MB. Split the archive and add the parts",
            "IT UNPACKS TO MORE THAN 500 MB. SPLIT THE ARCHIVE AND ADD THE PARTS",
        ),
        (
            "Something in 2 places looks like writing and could not be read with certainty",
            "SOMETHING IN 2 PLACE LOOKS LIKE WRITING AND COULD NOT BE READ WITH CERTAINTY",
        ),
        (
            "the same file is in the case already as 'Tom Holt.pdf'; it is kept once",
            "THE SAME FILE IS IN THE CASE ALREADY AS 'Tom Holt.pdf'; IT IS KEPT ONCE",
        ),
    ],
)
def test_what_is_stored_is_told_again(stored: str, expected: str) -> None:
    assert told(stored) == expected


def test_nothing_is_nothing() -> None:
    assert problem_again("") == ""
