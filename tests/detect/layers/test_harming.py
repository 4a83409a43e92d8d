# SPDX-License-Identifier: AGPL-3.0-or-later
"""Sentences that may do harm, by what the encoder makes of their words."""

from __future__ import annotations

import numpy as np
import pytest

from redactor.detect.language.found import HARM
from redactor.detect.layers.encoder import TELLING
from redactor.detect.layers.harming import KINDS, LEAST, suspected
from redactor.detect.layers.reading import read, read_and_judge
from redactor.domain.cues import CueKind

TEXT = "Visited at four. She is not to know where he lives. Tea was had."


def outputs(kind: str, *, words: range) -> tuple[np.ndarray, np.ndarray]:
    """Where the words of TEXT begin, and outputs by which those of ``words`` speak for ``kind``, the rest for none."""
    starts = np.array([0, *(n + 1 for n, letter in enumerate(TEXT) if letter == " ")])
    telling = np.zeros((starts.size, TELLING), np.float32)
    telling[:, 1 + KINDS.index("none")] = 6
    telling[list(words), 1 + KINDS.index("none")] = 0
    telling[list(words), 1 + KINDS.index(kind)] = 6
    return starts, telling


def test_a_sentence_is_judged_by_its_words() -> None:
    (found,) = suspected(TEXT, *outputs(CueKind.LOCATION, words=range(3, 11)))
    assert TEXT[found.start : found.end] == "She is not to know where he lives."
    assert (found.label, found.found_by) == (HARM, "harm:location")
    assert found.score > 0.9


def test_one_word_counts_for_what_it_tells() -> None:
    starts, telling = outputs(CueKind.SECRECY, words=range(7, 8))
    assert not [s for s in suspected(TEXT, starts, telling) if s.score > 0.5]
    telling[7, 0] = 9
    (found,) = suspected(TEXT, starts, telling)
    assert found.found_by == "harm:secrecy" and found.score > 0.5


def test_a_sentence_is_judged_with_the_one_before_it_in_its_paragraph() -> None:
    starts, telling = outputs(CueKind.LOCATION, words=range(3, 11))
    assert suspected(TEXT, starts, telling)
    telling[:3, 0] = 3  # all is well, these words say, and are the most telling
    assert not suspected(TEXT, starts, telling)
    apart = TEXT.replace("four. ", "four.\n")
    assert [s.found_by for s in suspected(apart, starts, telling)] == ["harm:location"]


def test_what_only_stands_after_harm_is_not_kept() -> None:
    text = "She is not to know where he lives. Tea was had at four."
    starts = np.array([0, *(n + 1 for n, letter in enumerate(text) if letter == " ")])
    telling = np.zeros((starts.size, TELLING), np.float32)
    telling[:8, 1 + KINDS.index(CueKind.LOCATION)] = 9
    telling[8:, 1 + KINDS.index("none")] = 6
    assert [text[s.start : s.end] for s in suspected(text, starts, telling)] == ["She is not to know where he lives."]


def test_what_is_hardly_like_it_is_not_kept() -> None:
    assert not suspected(TEXT, *outputs("none", words=range(11)))
    assert not suspected("", np.zeros(0, np.int64), np.zeros((0, TELLING), np.float32))
    assert 0 < LEAST < 1


def test_every_kind_has_an_output() -> None:
    assert set(KINDS) == {"none", *CueKind}
    assert len(KINDS) == TELLING - 1


#: As nobody would let them go unread, in words of their own.
GRAVE = (
    "She has gone to a friend's in Hull with the baby and he must never find out where they are.",
    "Please dont tell her it was me that rang, I have to live next door to them.",
    "Reading this now would in my view tip him straight back into hospital.",
    "He has a rope in the garage and says he will use it once his mother is buried.",
    "Callum told his teacher that his stepdad holds his head under the bath water.",
    "He stood at the gate with a hammer shouting that he would do for the lot of them.",
    "She says he takes her wages, checks her phone every night and has throttled her twice.",
    "He is not her real dad but she has never been told.",
    "An informant who must stay anonymous says drugs are sold from the back window.",
    "The girl is given vodka and lifts by men in their thirties who take photographs of her.",
)
#: As they stand on every page.
PLAIN = (
    "Visited at ten as arranged, home clean and tidy.",
    "Please ring the surgery to arrange a repeat prescription.",
    "She enjoyed the trip to the farm and fed the lambs.",
    "The boiler was serviced on Monday and a new thermostat fitted.",
    "He has no thoughts of harming himself and is sleeping well.",
    "Attendance this term is 96 per cent, which is very good.",
    "Minutes of the last meeting were agreed.",
    "His aunt collected him at three and they went for chips.",
    "Council tax support was awarded from 4 April.",
    "All staff must read the safeguarding policy each year.",
)


@pytest.fixture(scope="module")
def judged() -> list[bool]:
    return [any(s.label == HARM and s.score >= 0.5 for s in found) for found in read_and_judge([*GRAVE, *PLAIN])]


def test_most_of_what_is_grave_is_seen_and_little_of_what_is_plain(judged: list[bool]) -> None:
    assert sum(judged[: len(GRAVE)]) >= 7
    assert sum(judged[len(GRAVE) :]) <= 2


def test_judging_changes_no_name() -> None:
    text = "Spoke to Kayleigh Barnes. " + GRAVE[1]
    both = read_and_judge([text])[0]
    assert [s for s in both if s.label != HARM] == read([text])[0]
