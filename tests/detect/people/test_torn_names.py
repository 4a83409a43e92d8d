# SPDX-License-Identifier: AGPL-3.0-or-later
"""Names of the record that go on over a line's end where no layer found them."""

from __future__ import annotations

import pytest

from redactor.detect.language.found import RawSpan, Unit
from redactor.detect.tasks import resolve
from redactor.domain.mentions import Label
from tests.detect.helpers import find

TOLD = "Keisha Brocklehurst rang. Keisha Brocklehurst wrote to the office on Monday."


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Name\nBrocklehu\nrst\nRole\nMother", "Brocklehu\nrst"),
        ("Name\nBro\nckle\nhurst\nRole", "Bro\nckle\nhurst"),
        ("Seen by\nBROCKL\n\nEHURST\nat home", "BROCKL\n\nEHURST"),
        ("The duty worker then rang Brockle-\nhurst at home.", "Brockle-\nhurst"),
        ("Name\nBrockle\nHurst\nRole", ""),
    ],
)
def test_a_known_name_over_a_lines_end_is_whose_it_is(text: str, found: str) -> None:
    name = "Keisha Brocklehurst"
    starts = [at for at in range(len(TOLD)) if TOLD.startswith(name, at)]
    raw = [RawSpan(at, at + len(name), Label.PERSON, 0.9, "names") for at in starts]
    findings = resolve([Unit("p1", TOLD), Unit("p2", text)], [raw, []], None)
    keisha = next(person.id for person in findings.people if person.name == name)
    of_hers = [text[span.start : span.end] for span in findings.spans[1] if span.person == keisha]
    assert of_hers == ([found] if found else [])


@pytest.mark.parametrize("torn", ["Mrs Brockle\nhurst", "Mrs Brockle-\nhurst", "Mrs\nBrockle\nhurst"])
def test_a_name_torn_behind_its_title_is_nobody_else(torn: str) -> None:
    found = find(f"Joan Brocklehurst, neighbour, rang.\n\nDate\nWho\nWhat\n\n03/05/2021\n{torn}\nrang about the noise")
    assert found.names() - {"Tabitha Winslow"} == {"Joan Brocklehurst"}
    assert found.covers("hurst")


def test_a_forename_over_a_surname_in_small_letters_is_two_words() -> None:
    assert "Joan Marsh" in find("Date\nWho\nWhat\n\n03/05/2021\nJoan\nmarsh\nrang. Joan Marsh is upset.").names()
