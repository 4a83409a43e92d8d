# SPDX-License-Identifier: AGPL-3.0-or-later
"""Words below the legal test of serious harm are questioned; those that meet it are not."""

from __future__ import annotations

import pytest

from redactor.review.request.threshold import below_the_test


@pytest.mark.parametrize(
    ("said", "word"),
    [
        ("It would be upsetting for her.", "upsetting"),
        ("He may be embarrassed in front of the family", "embarrassed"),
        ("They will be angry with the school.", "angry"),
        ("She is likely to complain about the worker.", "complain"),
        ("It would damage the relationship with her key worker", "damage the relationship"),
        ("Very distressing reading. There is no risk of suicide.", "distressing"),
    ],
)
def test_what_is_below_the_test_is_questioned(said: str, word: str) -> None:
    assert below_the_test({"seriousness": said}) == word
    assert below_the_test({"seriousness": "", "likelihood": said}) == word


@pytest.mark.parametrize(
    "said",
    [
        "She took an overdose when she last heard of it; it would upset her so much that she may do it again.",
        "He has assaulted her before and would be angry.",
        "Her psychosis would return, as in 2019.",
        "Severe distress, as the consultant writes.",
        "He would trace her to the refuge.",
        "",
    ],
)
def test_what_meets_it_is_not(said: str) -> None:
    assert below_the_test({"seriousness": said, "likelihood": "Likely"}) == ""


def test_a_serious_answer_to_one_question_stands_for_both() -> None:
    assert below_the_test({"likelihood": "He would be upset", "seriousness": "Suicide: two attempts"}) == ""
    assert below_the_test({"who": "The upset aunt"}) == ""
