# SPDX-License-Identifier: AGPL-3.0-or-later
"""Whoever a rota has on its shifts works there; whoever has the washing-up does not."""

from __future__ import annotations

import re

from redactor.detect.language.found import RawSpan, SubjectFacts, Unit
from redactor.detect.people.resolve import resolve
from redactor.detect.people.shifts import shift_rows
from redactor.domain.mentions import Label, Role

DAYS = "MON TUE WED THU FRI SAT SUN\n"
ROTA = (
    "ROTA w/c Mon 17 Feb\n\n"
    + DAYS
    + "Early 7-3 Bram Bram Priti Priti Bram Anna Anna\nOn call Priti Priti Bram Bram Anna Anna Anna\n"
)


def rows(text: str) -> list[str]:
    return [text[start:end].strip() for start, end in shift_rows(text)]


def test_the_rest_of_a_shifts_row_is_who_works_it() -> None:
    assert rows(ROTA) == ["Bram Bram Priti Priti Bram Anna Anna", "Priti Priti Bram Bram Anna Anna Anna"]
    assert rows(DAYS + "\nW/Night\nBram\nBram\nPriti\n\nNotes\n") == ["Bram\nBram\nPriti"]


def test_what_is_no_row_of_a_rota() -> None:
    assert rows(DAYS + "Washing up Colm Colm Irena Irena Colm Colm Irena\n") == []
    assert rows("Early Colm Irena Colm woke and cried.\n") == []
    assert rows(DAYS + "Night Colm woke and was given tea\n") == []


def test_each_of_them_is_staff_and_nobody_else_of_the_page_is() -> None:
    text = ROTA + "\nNotes\n- Priti cannot do Thurs, her husband Kofi is away.\n"
    # A reader takes cells that stand close for one name.
    raw = [(text.index(name), name) for name in ("Bram Bram Priti Priti", "Bram Anna Anna", "Kofi")]
    raw += [(m.start(), m.group()) for m in re.finditer("Priti Priti Bram Bram|Anna Anna Anna|Priti(?= cannot)", text)]
    spans = [RawSpan(at, at + len(name), Label.PERSON, 0.85, "encoder") for at, name in sorted(raw)]
    found = resolve([Unit("p1", text, group="doc")], [spans], SubjectFacts("Tabitha Winslow"))
    roles = {person.name: person.role for person in found.people}
    staff = {name for name, role in roles.items() if role is Role.PROFESSIONAL}
    assert (staff, roles["Kofi"]) == ({"Bram", "Priti", "Anna"}, Role.THIRD_PARTY)
