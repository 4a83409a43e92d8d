# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the reader's guide may hold: its own sentences, what the logs tell, the facts of the cover, and numbers."""

from __future__ import annotations

from dataclasses import replace

from redactor.domain.plan import Plan
from redactor.release import guide_wording, wording
from redactor.release.facts import ReleaseFacts
from redactor.release.verify.expect import ExpectedPage, expected_cover, words_of


def expected_guide(plan: Plan, facts: ReleaseFacts, pages: int) -> list[ExpectedPage]:
    """What each page of the guide may print. The words of the cover's sentences are among them, since the labels,
    explanations and facts are."""
    cover = expected_cover(plan, [], facts, 0, 1, pages)
    sentences = [value for name, value in vars(guide_wording).items() if name.isupper() and isinstance(value, str)]
    shown = cover.shown | words_of([*sentences, facts.office, wording.PAGE_OF])
    return [replace(cover, index=n, name=f"page {n + 1} of the guide", shown=shown) for n in range(pages)]


def guide_terms(terms: tuple[str, ...], page: ExpectedPage) -> tuple[str, ...]:
    """What was held back and must not stand in the guide either; words of the guide's own sentences tell nothing."""
    own = " ".join(word.lower() for word in page.shown)
    return tuple(term for term in terms if term not in own)
