# SPDX-License-Identifier: AGPL-3.0-or-later
"""A short form that is a name of its own joins a longer one only where nothing speaks against it."""

from __future__ import annotations

import pytest

from redactor.domain.mentions import Role
from tests.detect.helpers import find


@pytest.mark.parametrize(
    ("text", "short", "whole"),
    [
        (
            "Alison Grey, grandmother, rang. Alison is worried.\n"
            "Ali came round and shouted. Ali is Tabitha's ex-boyfriend and is on bail.",
            "Ali",
            "Alison Grey",
        ),
        (
            "Annabel Shaw, Tabitha's sister, was at home.\nThe neighbour Ann rang the police. Ann is afraid.",
            "Ann",
            "Annabel Shaw",
        ),
        ("Annabel Shaw came with Ann to the meeting. They left at two.", "Ann", "Annabel Shaw"),
    ],
)
def test_two_people_by_what_is_said_of_them_are_two(text: str, short: str, whole: str) -> None:
    found = find(text)
    assert {short, whole} <= found.names(), found.names()
    assert found.owner(short) == short


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("Samuel Price, support worker, visited.\nSam is Tabitha's son and lives with her.", "Sam"),
        ("Annabel Shaw, social worker, visited.\nAnn from next door rang and told us about the noise.", "Ann"),
        ("Danielle Fox, social worker, visited.\nDan is Tabitha's brother.", "Dan"),
    ],
)
def test_nobody_of_the_family_is_left_in_as_a_worker_of_a_longer_name(text: str, short: str) -> None:
    person = find(text).person(short)
    assert person.role is not Role.PROFESSIONAL


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("Alison Grey rang about contact. Ali said that she is worried and Ali asked for a visit.", "Alison Grey"),
        ("Alison Grey (Ali) rang. Ali was worried about contact.", "Alison Grey"),
        ("Elizabeth Pope, mother, called. Mum, Liz, was upset.", "Elizabeth Pope"),
        ("Samuel Price, support worker, visited at ten. Sam will ring again on Monday.", "Samuel Price"),
    ],
)
def test_where_nothing_speaks_against_it_they_are_one(text: str, whole: str) -> None:
    names = find(text).names() - {"Tabitha Winslow"}
    assert names == {whole}
