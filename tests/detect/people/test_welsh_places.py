# SPDX-License-Identifier: AGPL-3.0-or-later
"""Places in Wales make nobody of the words of their names."""

from __future__ import annotations

import pytest

from redactor.detect.language.found import Findings, RawSpan, SubjectFacts, Unit
from redactor.detect.layers import addresses
from redactor.detect.people.resolve import resolve
from redactor.domain.mentions import Label, Role


def resolved(text: str, read: str) -> Findings:
    """What becomes of ``read``, taken for somebody's name, beside the addresses of the text."""
    at = text.index(read)
    raw = [*addresses.find(text), RawSpan(at, at + len(read), Label.PERSON, 0.8, "encoder")]
    return resolve([Unit("p1", text, group="doc")], [raw], SubjectFacts("Eluned Prosser", (), id="subject"))


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Address 7 RHES Y CAPEL, TREFAWEL", "CAPEL, TREFAWEL"),
        ("Meeting in Trefawel Neuadd Alwen at ten.", "Neuadd Alwen"),
        ("Her son farms Hafod Uchaf now.", "Hafod Uchaf"),
    ],
)
def test_a_place_is_nobody(text: str, read: str) -> None:
    found = resolved(text, read)
    assert not [person for person in found.people if person.role is not Role.SUBJECT]


def test_a_name_after_the_street_is_somebody() -> None:
    text = "Lives at 7 Rhes y Capel, Gethin Pell says."
    assert "Gethin Pell" in {person.name for person in resolved(text, "Gethin Pell").people}
