# SPDX-License-Identifier: AGPL-3.0-or-later
"""Where a word may go on over a line's end, and the pieces it may be in."""

from __future__ import annotations

import pytest

from redactor.domain.torn import LONGEST, TEAR, is_tear, marked, tears


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Brocklehu\nrst", f"Brocklehu{TEAR}rst"),
        ("BROCKL\n\nEHURST", f"BROCKL{TEAR}{TEAR}EHURST"),
        ("Bro\nck\nle", f"Bro{TEAR}ck{TEAR}le"),
        ("Sarah\nBarnes", "Sarah\nBarnes"),
        ("OT\nvisit", f"OT{TEAR}visit"),
        ("a\nbout", "a\nbout"),
        ("rang.\nshe", "rang.\nshe"),
        ("Kay-\nleigh", "Kay-\nleigh"),
        ("12\nrooms", "12\nrooms"),
        ("", ""),
    ],
)
def test_line_ends_over_which_a_word_may_go_on(text: str, found: str) -> None:
    assert marked(text) == found


def test_every_way_in_which_a_word_may_be_torn() -> None:
    assert sorted(tears("annes")) == [("an", "ne", "s"), ("an", "nes"), ("ann", "es"), ("anne", "s")]
    assert tears("an") == [] and tears("a" * (LONGEST + 1)) == []


def test_whether_a_word_goes_on_with_the_next() -> None:
    text = "Brocklehu\nrst Sarah\nBarnes"
    assert is_tear(text, 9, 10) and not is_tear(text, 13, 14) and not is_tear(text, 19, 20)
