# SPDX-License-Identifier: AGPL-3.0-or-later
"""The house of a neighbour nobody names is told; other numbers, and the subject's own house, are not."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from redactor.detect import tasks
from redactor.detect.language.found import FoundSpan, SubjectFacts, Unit
from redactor.domain.mentions import Label, Tier
from redactor.domain.why import why_again
from tests.detect.helpers import find

_HEAD = re.compile(r"(?m)^=== (.*?) ?\| ?(.*)\n")
PASSAGES = _HEAD.split((Path(__file__).parent / "unnamed_homes.txt").read_text(encoding="utf-8"))[1:]


@pytest.mark.parametrize(
    ("homes", "others", "text"), [*zip(PASSAGES[::3], PASSAGES[1::3], PASSAGES[2::3], strict=True)]
)
def test_homes_by_their_number(homes: str, others: str, text: str):
    spans = find(text).findings.spans[0]

    def at(words: str) -> list[FoundSpan]:
        end = text.index(words) + len(words)
        return [span for span in spans if span.start < end <= span.end]

    for home in filter(None, homes.split("; ")):
        assert any(span.label is Label.ADDRESS for span in at(home)), home
    for other in filter(None, others.split("; ")):
        assert at(other) == [], other


def test_who_rang_from_a_house_is_proposed_and_the_reason_can_be_told():
    (span,) = find("The lady at number 14 rang to say that the children were alone.").spans("number 14")
    assert span.tier is Tier.PROPOSED and not span.person
    assert why_again(span.why) == "the home of somebody who is not named, by its number"


@pytest.mark.parametrize(
    ("address", "words"), [("14 Larch Close, Wexbourne", "number 14"), ("Flat 3, 9 Mill Rise", "Flat 3")]
)
def test_the_subjects_own_house_is_theirs(address: str, words: str):
    text = f"The people at {words} said that the music was theirs."
    units = [Unit("p1", text, group="doc")]
    subject = SubjectFacts("Tabitha Winslow", addresses=(address,))
    (spans,) = tasks.resolve(units, tasks.names_in([text]), subject).spans
    assert not [span for span in spans if span.label is Label.ADDRESS and span.tier is Tier.PROPOSED]
