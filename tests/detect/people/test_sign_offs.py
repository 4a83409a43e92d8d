# SPDX-License-Identifier: AGPL-3.0-or-later
"""Initials that end a log's entries are those of whoever works there; on other pages initials tell nothing."""

from __future__ import annotations

from redactor.detect.language.found import RawSpan, SubjectFacts, Unit
from redactor.detect.people.resolve import resolve
from redactor.detect.people.sign_offs import sign_offs
from redactor.domain.mentions import Label, Role

LOG = """SAT
0900
Up by himself, made pancakes. MD said well done.
FA

1120
Contact call, phone thrown. Walked it off.
MD

1400
On the xbox. Words only. FA

1915
Asked to go to the shop.
MD

SUN
0215
Brought back by police. Found with KD again. Crying.
FA
"""
BOOK = "date\nwhat\ninit\n\n" + "\n\n".join(
    f"{day}/11\n{time}\nThrew a tray, one caught Jac.\n{who}\ncheek, wet towel"
    for day, time, who in (
        (6, "10.20", "DB"),
        (8, "9.05", "KR"),
        (13, "3.15", "KR"),
        (16, "9.10", "DB"),
        (20, "1.30", "DB"),
    )
)
SEEN = "\n".join(
    f"0{hour}00 Seen by the nurse.\n{who}" for hour, who in enumerate(("AB", "CD", "EF", "GH", "KL", "MN"))
)


def signed(text: str) -> list[str]:
    return [text[start:end] for start, end in sign_offs(text)]


def test_what_ends_most_entries_of_a_log_signs_them() -> None:
    assert signed(LOG) == ["FA", "MD", "FA", "MD", "FA"]
    assert signed(BOOK) == ["DB", "KR", "KR", "DB", "DB"]


def test_letters_that_hardly_come_again_or_stand_in_few_entries_sign_nothing() -> None:
    assert not signed(SEEN)
    assert not signed("\n\n".join(LOG.split("\n\n")[:3]))
    assert not signed(LOG.replace("\nFA\n", "\n").replace(" FA\n", "\n"))


def test_who_signs_works_there_and_whom_an_entry_names_does_not() -> None:
    raw = [
        RawSpan(at, at + 2, Label.PERSON, 0.8, "encoder")
        for who in ("FA", "MD", "KD")
        for at in range(len(LOG))
        if LOG.startswith(who, at)
    ]
    found = resolve([Unit("p1", LOG, group="doc")], [raw], SubjectFacts("Reece Marsh", (), id="subject"))
    roles = {person.name: person.role for person in found.people}
    assert roles["FA"] is roles["MD"] is Role.PROFESSIONAL
    assert roles["KD"] is Role.THIRD_PARTY


def test_half_a_million_blanks_in_an_entry_change_nothing() -> None:
    """A search begun anew at each of them would not end within any test's time."""
    assert signed(LOG.replace("On the xbox.", "On the xbox." + " " * 500_000 + "x")) == signed(LOG)
