# SPDX-License-Identifier: AGPL-3.0-or-later
"""What is written like initials beside names and is none; a date of birth that is the subject's own."""

from __future__ import annotations

import pytest

from redactor.detect.people.marks import born_or_died, heads_a_field, is_mark
from tests.detect.helpers import find

SUBJECT = "Tamsin Rhodes"


@pytest.mark.parametrize("written", ["D.o.b.", "D.O.B.", "d. o. b."])
def test_the_head_of_a_date_of_birth_is_nobody_nor_a_letter_of_it(written: str) -> None:
    text = f"Tamsin Rhodes {written} 09.06.2004"
    assert heads_a_field(text, text.index(written))
    assert heads_a_field(text, text.lower().index("o", text.index(written)))
    assert not heads_a_field(text, 0)


def test_the_subjects_own_birthday_is_hers_whoever_stands_beside_it() -> None:
    text = "EIR1 form\nTamsin Rhodes D.o.b. 09.06.2004\nSeen with Callum Derwent.\n\nCallum Derwent, dob 9/6/2004.\n"
    found = find(text, subject=SUBJECT, dob="2004-06-09")
    assert {found.owner("09.06.2004"), found.owner("9/6/2004")} == {SUBJECT}
    assert not found.spans("D.o")


def test_another_date_of_birth_is_still_anothers() -> None:
    found = find("Tamsin Rhodes rang.\n\nCallum Derwent, dob 03/02/2001.", subject=SUBJECT, dob="2004-06-09")
    assert found.owner("03/02/2001") == "Callum Derwent"


def test_born_and_died_are_no_part_of_a_name() -> None:
    text = (
        "Chronology\n1998  Marijke Brouwer d. Tamsin read at funeral\n2004  Roisin Kerrigan b. in Cork\n"
        "Pat Kerrigan b. 1970 d. 2011\n"
    )
    found = find(text, subject=SUBJECT)
    assert not any(name.split()[-1] in {"B", "D", "Tamsin"} for name in found.names())
    assert all(found.covers(name) for name in ("Marijke Brouwer", "Roisin Kerrigan", "Pat Kerrigan"))
    assert found.owner("Tamsin") == SUBJECT
    assert born_or_died("Roisin b. 2001", 7)
    assert born_or_died("Roisin b 2001", 7)
    assert not born_or_died("saw t. and d. today", 11)
    assert not born_or_died("Danny d rang", 6)


def test_a_postscript_and_what_is_taught_are_nobody() -> None:
    report = "Maths  C\nR.E. A\nP.E.  B\nGPT  See me\n"
    assert is_mark(report, report.index("R.E"), report.index(" A") + 2)
    assert is_mark(report, report.index("P.E"), report.index("P.E") + 4)
    assert is_mark(report, report.index("GPT"), report.index("GPT") + 3)
    assert is_mark("P.S. please ring Callum", 0, 4)
    found = find(f"{report}\nP.S. please ring Callum Derwent\n", subject=SUBJECT)
    assert found.names().isdisjoint({"RE", "REA", "PE", "PEB", "PS", "GPT"})


def test_initials_of_somebody_are_found_where_they_look_like_these() -> None:
    # Nothing of a school about it, a signature, a surname after them, or somebody's doing.
    assert not is_mark("R.E. and P.S. met at the park.", 0, 4)
    assert not is_mark("P.S.\n", 0, 4)
    assert not is_mark("P.S. was seen at home", 0, 4)
    assert not is_mark("In the lesson R.E. said she was hit", 14, 18)
    assert not is_mark("Maths lesson: P.E. Smith", 14, 24)
    found = find("Rachel Evans is a friend.\n\nMaths lesson. Homework done with R.E.", subject=SUBJECT)
    assert found.owner("R.E.") == "Rachel Evans"


def test_care_of_stands_between_two_people() -> None:
    text = "Actions. Letter to Gary Pell c/o Alan Derwent. Gary c/o his brother."
    found = find(text, subject=SUBJECT)
    assert found.names() == {SUBJECT, "Gary Pell", "Alan Derwent"}


def test_copies_and_posts_before_a_name_are_nobodys_initials() -> None:
    text = "Driver: Mark Pell\nP.A.: Doreen Sankey\nReport to the panel.\nc.c. C-A Stubbs, casework\n"
    found = find(text, subject=SUBJECT)
    assert found.names() >= {SUBJECT, "Mark Pell", "Doreen Sankey"} and not found.spans("P.A.")
    assert not any("C C" in name for name in found.names())
