# SPDX-License-Identifier: AGPL-3.0-or-later
"""The same sentence again, changed, shortened or misread, is found; sentences about the same things are not."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest

from redactor.detect.language.found import Unit
from redactor.detect.sweep.nearcopies import near_copies

PASSAGE = (
    "During the visit he became very angry with the older boy and threw a chair at the kitchen wall. "
    "The neighbours called the police. He was asked to leave."
)


def texts(kind: str) -> list[tuple[str, str]]:
    """The texts of one kind in withheld.txt, with what they are called there."""
    parts = re.split(r"(?m)^=== (\w+) ?(\w*)\n", (Path(__file__).parent / "withheld.txt").read_text(encoding="utf-8"))
    return [(parts[n + 1], parts[n + 2].strip()) for n in range(1, len(parts), 3) if parts[n] == kind]


def found(text: str, *passages: str) -> list[str]:
    return [hit.text for hit in near_copies([Unit("u", text)], passages or (PASSAGE,))]


@pytest.mark.parametrize(
    "text",
    [
        "In summary he got angry with the elder boy and threw a chair against the kitchen wall during our visit.",
        "During the visit he bccame very angrv with the o1der boy and thrcw a chair at the kitchen wall",
        "> he became very angry with the older boy and threw a\n> chair at the kitchen wall",
        PASSAGE,
    ],
)
def test_a_changed_copy_is_found(text: str) -> None:
    assert found(text)
    assert "chair" in found(text)[0]


@pytest.mark.parametrize(
    "text",
    [
        "They spoke about the chair, the kitchen and school. The older boy is well.",
        "The visit was good. Police attended the school in March. Boys were at the wall of the playground.",
        "The kitchen was clean during the visit and the boy was happy, with no sign of anything that was out of order.",
        "",
    ],
)
def test_what_only_tells_of_the_same_things_is_not(text: str) -> None:
    assert found(text) == []


def test_hits_name_their_passage_and_do_not_overlap() -> None:
    other = "Grandmother keeps a shotgun in the cupboard under the stairs of the bungalow."
    text = f"{other} And more. {PASSAGE} {other}"
    hits = near_copies([Unit("u", text)], [PASSAGE, other])
    assert [hit.term for hit in hits if "shotgun" in hit.text] == [other, other]
    assert all(one.end <= two.start for one, two in pairwise(hits))


def test_long_records_take_time_in_proportion() -> None:
    import time

    page = "The boy was at school in the morning and the kitchen was clean. Nothing else was said of the visit. " * 40
    passages = [f"{PASSAGE} Case number {n} of the list of the team." for n in range(40)]

    def seconds(pages: int) -> float:
        began = time.process_time()
        near_copies([Unit(str(n), page) for n in range(pages)], passages)
        return time.process_time() - began

    few, many = seconds(4), seconds(16)
    assert many < 12 * max(few, 0.05)


@pytest.mark.parametrize(("page", "text"), texts("repeats"))
def test_a_sentence_of_a_withheld_page_is_found_in_notes_tables_and_mails(page: str, text: str) -> None:
    assert found(text, dict(texts("page"))[page])


@pytest.mark.parametrize("text", [text for _, text in texts("other")])
def test_papers_about_the_same_things_are_left_alone(text: str) -> None:
    assert found(text, *dict(texts("page")).values()) == []


def test_neighbouring_sentences_of_one_passage_are_one_quotation() -> None:
    quoted = PASSAGE.replace("very angry", "angry")
    assert len(found(f"Before that, nothing. {quoted} After that, nothing.")) == 1
