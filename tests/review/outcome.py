# SPDX-License-Identifier: AGPL-3.0-or-later
"""What is redacted on every page, worked out from nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from redactor.domain.mentions import Mention, Person
from redactor.review.decisions.decided import PageKey
from redactor.review.decisions.effective import NOTHING_CARRIED, Carried, PageOutcome, effective_page
from redactor.review.state import JournalState


def effective(
    mentions: Iterable[Mention],
    people: Mapping[str, Person],
    state: JournalState,
    pages: Iterable[PageKey],
    carried: Carried = NOTHING_CARRIED,
) -> dict[PageKey, PageOutcome]:
    """The outcome for every page of ``pages``, in their order."""
    by_page: dict[PageKey, list[Mention]] = defaultdict(list)
    for mention in mentions:
        by_page[mention.document, mention.page].append(mention)
    return {key: effective_page(*key, by_page.get(key, []), people, state, carried) for key in pages}
