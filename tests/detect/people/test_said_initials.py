# SPDX-License-Identifier: AGPL-3.0-or-later
"""Initials that somebody said whose they are: the case the subject's, a document its own people's."""

from __future__ import annotations

import pytest

from redactor.domain.mentions import Tier
from tests.detect.helpers import Found, find

SUBJECT = "Tamsin Rhodes"
TABLE = "Initials\nLS\tLeon, SW for YP2\nSP\tStella Poon\n\n"
OTHER = "Leroy Soundsystem was there. Leroy Soundsystem is her friend.\n"


def _owners(found: Found, text: str, unit: int | None = None) -> set[str]:
    names = {p.id: p.name for p in found.findings.people}
    return {names.get(span.person, "") for span in found.spans(text, unit)}


@pytest.mark.parametrize("written", ["TDB", "T.D.B.", "T. D-B", "T D-B", "Tamsin D-B", "tdb", "t. d-b"])
def test_initials_given_as_the_subjects_other_names_are_hers_in_whatever_letters(written: str) -> None:
    text = f"Tamsin Rhodes rang. Met with {written} at school. Callum Derwent came with {written} too.\n"
    found = find(text, subject=SUBJECT, aliases=("TDB", "T. D-B"))
    assert found.names() == {SUBJECT, "Callum Derwent"}
    assert _owners(found, written) <= {SUBJECT}


def test_initials_of_the_subject_and_of_another_whole_name_are_asked_about() -> None:
    text = "Tamsin Rhodes rang. TDB was well. Thomas David Brown rang. Thomas David Brown is her uncle. TDB left.\n"
    found = find(text, subject=SUBJECT, aliases=("TDB",))
    assert _owners(found, "TDB") == {"Thomas David Brown"}
    assert {span.tier for span in found.spans("TDB")} == {Tier.POSSIBLE}


def test_a_table_of_initials_says_whose_they_are_in_its_document() -> None:
    found = find(TABLE + "LS rang. LS and SP visited.\n" + OTHER, subject=SUBJECT)
    assert _owners(found, "LS") == {"Leon"}
    assert _owners(found, "SP") == {"Stella Poon"}


def test_initials_in_brackets_after_a_name_win_over_those_of_another() -> None:
    text = "Attended: Leon Smart (LS), social worker.\n\nLS rang. LS visited. LS to follow up.\n" + OTHER
    assert _owners(find(text, subject=SUBJECT), "LS") == {"Leon Smart"}


def test_initials_said_to_be_two_peoples_are_not_settled_by_either() -> None:
    text = "Attended: Leon Smart (LS), social worker. Her friend Leroy Soundsystem (LS) came.\n\nLS rang. LS left.\n"
    assert _owners(find(text, subject=SUBJECT), "LS") != {"Leon Smart"}


def test_who_writes_of_somebody_is_not_whom_they_write_of() -> None:
    text = "Initials\nLS   Leon refused tea\nLS   Leon went to bed\n\nLeroy Soundsystem was there. LS rang.\n"
    assert "Leon" not in _owners(find(text, subject=SUBJECT), "LS")
