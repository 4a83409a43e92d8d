# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the papers that go with a bundle may hold (the reader's guide, the printed report of the verification): their
own sentences, what the logs tell, the facts of the cover, and numbers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from types import ModuleType

from redactor.domain.plan import Plan
from redactor.release import wording
from redactor.release.facts import ReleaseFacts
from redactor.release.verify.expect import ExpectedPage, expected_cover, words_of


def expected_paper(
    plan: Plan, facts: ReleaseFacts, own: ModuleType, pages: int, more: Iterable[str] = ()
) -> list[ExpectedPage]:
    """What each page of a paper with the sentences of ``own`` (and ``more``) may print. The words of the cover's
    sentences are among them, since the labels, explanations and facts are."""
    cover = expected_cover(plan, [], facts, 0, 1, pages)
    sentences = [value for name, value in vars(own).items() if name.isupper() and isinstance(value, str)]
    shown = cover.shown | words_of([*sentences, *more, facts.office, wording.PAGE_OF])
    return [replace(cover, index=n, name=f"page {n + 1} of {own.FILE}", shown=shown) for n in range(pages)]


def paper_terms(terms: tuple[str, ...], page: ExpectedPage) -> tuple[str, ...]:
    """What was held back and must not stand in a paper either; words of its own sentences tell nothing."""
    own = " ".join(word.lower() for word in page.shown)
    return tuple(term for term in terms if term not in own)
