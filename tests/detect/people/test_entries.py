# SPDX-License-Identifier: AGPL-3.0-or-later
"""Who signs an entry of a log works there; whom a dated sentence tells of does not."""

from __future__ import annotations

import pytest

from redactor.detect.people.roles import Evidence, look


def signs(line: str) -> bool:
    """Whether the name between stars is taken for that of an entry's writer."""
    before, name, after = line.split("*")
    evidence = Evidence()
    look(evidence, before + name + after, len(before), len(before) + len(name), "", "context")
    return "signs an entry" in evidence.reasons


@pytest.mark.parametrize(
    "line",
    [
        "Rang her.\n12/03/2021 - *Sarah Jones*\nT/C from mum",
        "12/03/2021 14:30 - *J Bloggs*: home visit",
        "14:30 | *J Bloggs* | visited",
        "12/03/2021 14:30 | *J Bloggs* | visited",
        "1430hrs - *A Bell*\n",
        "Monday 3 March 2021 - *Ann Bell* (duty)",
        "[12/03/21 09:05] - *Kim Roe*",
        "Home visit - 21.11.23 14:41 - *WATTS, Rebecca*\nCall from mum",
        "Supervision - 18.04.18 16:34 - *B. Castellano*\n",
    ],
)
def test_a_stamp_at_the_head_of_a_line_is_signed(line: str) -> None:
    assert signs(line)


@pytest.mark.parametrize(
    "line",
    [
        "In March 2021, *Sarah Jones* moved in with him.",
        "In 2019, *Sarah Jones*\nleft him.",
        "2019, *Maria*, then nobody",
        "12/03/2021 - *Sarah Jones* rang to say he hits her",
        "Ring the desk on 01632 960123, *Bill Turner*\nor his wife",
        "12/03/2021, 14:30 - *Sarah Jones*: u home?",
        "Seen outside school - 12/03/2021 - *Sarah Jones* again",
        "12/03/2021 | *Joan Bell* | rang, crying",
        "12.03.21 | *Joan Bell* | rang, crying",
        "Mum told us all about it on the visit to her new school in the next town - 12/03/2021 - *Sarah Jones*\n",
        "She was seen at 14:30, *Darren Holt* (uncle) too",
    ],
)
def test_a_date_in_a_sentence_or_a_chat_is_no_stamp(line: str) -> None:
    assert not signs(line)
