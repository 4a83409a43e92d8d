# SPDX-License-Identifier: AGPL-3.0-or-later
"""A small letter that notes write for somebody is found, and makes no person unless it signs an entry."""

from __future__ import annotations

import re

import pytest

from redactor.detect import tasks
from redactor.detect.language.found import RawSpan, SubjectFacts, Unit
from redactor.domain.mentions import Label, Role
from tests.detect.helpers import Found

SUBJECT = "Tamsin Rhodes"


def read(text: str) -> Found:
    """As if a reader took every small letter that stands alone, and every name, for somebody."""
    found = re.finditer(r"(?<![\w'])(?:[b-z](?!\w)|Tamsin|Tracey)", text)
    spans = [RawSpan(match.start(), match.end(), Label.PERSON.value, 0.8, "encoder") for match in found]
    units = [Unit("p1", text, group="doc")]
    return Found(units, tasks.resolve(units, [spans], SubjectFacts(SUBJECT)))


def test_a_small_letter_is_nobody_and_is_still_found() -> None:
    found = read("Tracey and Tamsin came. Met with t today. d said that t was upset. Spoke to d.\n")
    assert found.names() == {SUBJECT, "Tracey"}
    assert len(found.spans("t")) == 2 and {span.person for span in found.spans("t")} == {""}
    assert len(found.spans("d")) == 2 and {span.person for span in found.spans("d")} == {""}


def test_the_subjects_small_letter_is_the_subjects_where_the_record_is_full_of_them() -> None:
    found = read("Tamsin came. Tamsin ate. Tamsin slept. Met with t today. d said that t was upset.\n")
    assert found.owner("t") == SUBJECT
    assert {person.role for person in found.findings.people} == {Role.SUBJECT}


@pytest.mark.parametrize(
    "text",
    [
        "03/02/2021 rang t, no answer - d\n04/02/2021 t rang back - d\n",
        "03/02/2021 14:10 met t at home. d\n05/02/2021 spoke to t. d\n",
        "Met t at home.\nSigned: d\n",
    ],
)
def test_a_small_letter_that_signs_an_entry_is_somebody(text: str) -> None:
    assert read(text).owner("d") == "D"
    assert "T" not in read(text).names()
