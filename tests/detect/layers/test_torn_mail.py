# SPDX-License-Identifier: AGPL-3.0-or-later
"""An e-mail address over a line's end is found whole, and nothing else is taken into one."""

from __future__ import annotations

import pytest

from redactor.detect.layers.torn_mail import torn_emails


@pytest.mark.parametrize(
    "address",
    [
        "joan.brockle\nhurst@webpost.example",
        "karl.moss@web\npost.example",
        "karl.moss@\nwebpost.example",
        "karl.moss\n@webpost.example",
        "karl.moss@webpost.\nexample",
        "k.moss@wexbourne.gov.\nuk",
        "k.moss@wexbourne.gov\n.uk",
        "a.longer.name@child\nrens-services.wexbourne.gov.uk",
    ],
)
def test_it_is_found_whole_in_a_cell_and_at_the_end_of_a_text(address: str) -> None:
    for before, after in (("Name\nKarl Moss\n", "\n07700 900482\n"), ("", "")):
        text = before + address + after
        assert [text[start:end] for start, end in torn_emails(text)] == [address]


@pytest.mark.parametrize(
    "text",
    [
        "07700\n900483\nkarl.moss@webpost.example\nnext of kin",
        "karl.moss@webpost.example\njoan@webpost.example",
        "www.wexbourne.gov.uk\nkarl@webpost.example",
        "Write to karl@webpost.example.\nthe office is shut",
        "Karl Moss\nkarl@webpost.example",
        "met @ the gate\nof the school.then left",
        "karl@webpost.example\n.\n",
    ],
)
def test_whole_addresses_stay_as_they_are(text: str) -> None:
    assert list(torn_emails(text)) == []


def test_many_signs_take_no_more_than_linear_work() -> None:
    assert list(torn_emails("a.b\n@" * 20_000)) == []
