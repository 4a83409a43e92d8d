# SPDX-License-Identifier: AGPL-3.0-or-later
"""A paper's date, kind and heading are proposed as a clerk would write them on the file's cover."""

from __future__ import annotations

import pytest

from redactor.detect.papers.describe import KINDS, propose
from redactor.detect.papers.headings import heading
from tests.detect.first_pages import HELD_BACK, PAGES, FirstPage


@pytest.mark.parametrize("page", [*PAGES, *HELD_BACK], ids=lambda page: page.name)
def test_as_a_clerk_would(page: FirstPage) -> None:
    found = propose([page.text], page.name, scanned=not page.text)
    assert (found.date, found.kind) == (page.date, page.kind), (found.date_why, found.kind_why)
    assert page.title.casefold() in found.title.casefold() and bool(found.title) == bool(page.title)
    assert found.kind in KINDS and found.date_why and found.kind_why


@pytest.mark.parametrize("label", ["Date of birth", "DOB:", "d.o.b.", "Born on", "Date of next review", "Valid until"])
@pytest.mark.parametrize("gap", [" ", "\n"])
def test_a_day_that_is_another_s_is_never_the_document_s(label: str, gap: str) -> None:
    assert propose([f"Mr Gareth Pole\n{label}{gap}06/05/2011\nSeen at home."], "a.pdf").date != "2011-05-06"


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("MINUTES OF THE LAC REVIEW", "Minutes of the LAC review"),
        ("Care Act Assessment - 14 March 2019", "Care Act Assessment"),
        ("CHRONOLOGY OF EVENTS - Kyle Dunmore, DOB 06/05/2011, ID 418823", "Chronology of events"),
        ("Case recording DUNMORE, Kyle ID 418823", "Case recording"),
        ("Wexbourne Council Assessment Team", ""),
        ("He completed the assessment and left.", ""),
        ("Report by: Fiona Marsh", ""),
        ("Dear Ms Report,", ""),
    ],
)
def test_what_is_a_heading(line: str, said: str) -> None:
    assert heading([line], "document") == said


def test_the_birthdays_in_a_row_of_people_are_not_the_papers_day() -> None:
    rows = "MARSH Reece 14/03/2006 M 41 Furnace Lane\nMARSH Kerry 11/05/1986 F\n"
    text = f"SAFEGUARDING HUB\nReceived 19/01/2020 08:51\n{rows}"
    assert propose([text], "contact.pdf").date == "2020-01-19"
