# SPDX-License-Identifier: AGPL-3.0-or-later
"""What is asked before a costly pattern is tried lets everything by that the pattern can match."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

import pytest

from redactor.detect.language.starts import lowered, starts_of, tried
from redactor.detect.language.words import STREETS
from redactor.detect.layers import addresses, initialled
from redactor.detect.people import belonging, posts, roles, ties, unnamed, unnamed_homes
from tests.detect.wordings import wordings

TEXTS = 300


def _holding(letters: Iterable[str]) -> Callable[[str], bool]:
    return lambda text: any(some in lowered(text) for some in letters)


@pytest.mark.parametrize(
    ("pattern", "may"),
    [
        (posts._JOB_BEFORE, posts._may_follow_field),
        (posts._REPORT_OF, lambda text: "," in text[-2:]),
        (roles._DONE_BY, roles._ends_in_by),
        (ties._TIED, _holding(ties._TIED_BY)),
        (ties._REFEREE, _holding(ties._REFEREE_IN)),
        (ties._REFEREES, _holding(ties._REFEREE_IN)),
        (ties._LAWYER, lambda text: any(word in text for word in ties._LAWYER_IN)),
        (belonging._BORN_HEADER, _holding(belonging._BORN_IN)),
        (addresses._HOUSE_NAME, lambda text: "," in text and bool(starts_of(text).of(STREETS))),
        (initialled._SIGNS_OFF, initialled.may_sign_off),
    ],
)
def test_what_a_pattern_matches_is_let_by(pattern: re.Pattern[str], may: Callable[[str], bool]) -> None:
    for text in wordings(pattern, TEXTS):
        assert may(text), text


@pytest.mark.parametrize(
    ("pattern", "starts"),
    [
        (
            unnamed_homes._HOME,
            lambda text: sorted(
                {*starts_of(text).beginning(unnamed_homes._HOME_BEGINS), *starts_of(text).holding("#")}
            ),
        ),
        (unnamed._BY_HOME, lambda text: starts_of(text).beginning(unnamed._BY_HOME_BEGINS)),
        (unnamed_homes._PLAIN, lambda text: starts_of(text).of(unnamed_homes._PLAIN_BEGINS)),
        (initialled._INITIALS_SIGN, lambda text: starts_of(text).of(initialled._SIGNED_IN.first)),
        (initialled._LISTED, initialled._list_starts),
    ],
)
def test_a_pattern_is_tried_wherever_it_can_begin(pattern: re.Pattern[str], starts: Callable[[str], list[int]]) -> None:
    for number, text in enumerate(wordings(pattern, TEXTS)):
        whole = f"{text} and {text}" if number % 2 else text
        found = [match.span() for match in pattern.finditer(whole)]
        assert [match.span() for match in tried(pattern, whole, starts(whole))] == found, whole
