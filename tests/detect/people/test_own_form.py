# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a form says its subject is called, and forms about others."""

from __future__ import annotations

import pytest

from redactor.detect.language.found import SubjectFacts
from redactor.detect.people.own_form import called

SUBJECT = SubjectFacts("Tabitha Rose Winslow", ("Tabs",))


def aliases(text: str) -> tuple[str, ...]:
    found = called([text], SUBJECT)
    assert found is not None
    return found.aliases


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Name of person\nTabitha Rose WINSLOW\n\nLikes to be called\nMags (NOT Rose)\n", ("Mags",)),
        ("Surname: Winslow\nForenames: Tabitha\nAlso known as: Tib; Tabitha Pell\n", ("Tib", "Tabitha Pell")),
        ('Child\nFamily name WINSLOW\nForenames Tabitha Rose\n\nKnown as\n"Tib" (home)\n', ("Tib",)),
        ('Name\nTabitha Winslow\nKnown as\nTabitha, "Kiki" at home\nDate of birth\n', ("Tabitha", "Kiki")),
        ("Name: Tabitha Winslow\nPreferred name: Tabs\n", ()),
        ("Name: Tabitha Winslow\nPreferred name: None\n", ()),
        # Another's form, or another's part of the same one.
        ("Name: Kelly Winslow\nKnown as: Kel\n", ()),
        ("Name: Tabitha Winslow\nNext of kin: Kelly Shaw\nKnown as: Kel\n", ()),
        ("Name: Tabitha Winslow\nMother\nKelly Shaw\nKnown as\nKel\n", ()),
        # An empty field, and the next cell below it.
        ("Name\nTabitha Winslow\nKnown as\nKelly Shaw\n07700 900123\n", ()),
        ("Name\nTabitha Winslow\nKnown as\nKelly Shaw\n\n", ()),
        ("Name\nTabitha Winslow\nKnown as\nKelly\n07700 900123\n", ()),
        ("Tabitha Winslow's sister is also known as Kel.\n", ()),
    ],
)
def test_only_the_subjects_own_form_names_her(text: str, names: tuple[str, ...]) -> None:
    assert aliases(text) == ("Tabs", *names)


def test_without_a_subject_there_is_nothing_to_add_to() -> None:
    assert called(["Name: Tabitha Winslow\nKnown as: Tib\n"], None) is None
