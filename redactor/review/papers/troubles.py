# SPDX-License-Identifier: AGPL-3.0-or-later
"""Pages that an export found it cannot release as they stand: what is left to do about each, and what somebody who
looked has agreed to. Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from redactor.domain.geometry import Box
from redactor.domain.saying import count
from redactor.domain.trouble import Trouble
from redactor.review.decisions.decided import PageKey
from redactor.review.decisions.effective import PageOutcome
from redactor.review.todo_items import TodoItem, TodoKind, item_id, settle_words

_COMPARE = "Compare the page with the file as it came (redactor source CASE --file F --out COPY)"


def trouble_id(trouble: Trouble) -> str:
    """The id of the thing to do about it."""
    kind = TodoKind.DRAWN_DIFFERENTLY if trouble.places else TodoKind.NOT_RELEASABLE
    return item_id(kind, trouble.document, trouble.page, trouble.to_json())


def trouble_items(
    troubles: Iterable[Trouble], outcomes: Mapping[PageKey, PageOutcome], settled: Collection[str]
) -> Iterator[TodoItem]:
    """One for each page nobody has decided about; a page that is withheld or left out is no trouble."""
    for trouble in troubles:
        outcome = outcomes.get((trouble.document, trouble.page))
        identity = trouble_id(trouble)
        if outcome is None or outcome.plan.withheld is not None or identity in settled:
            continue
        if trouble.places:
            kind = TodoKind.DRAWN_DIFFERENTLY
            places = count(len(trouble.places), "place")
            text = f"another program draws this page differently ({places}), so what was burned cannot be checked there"
            how = f"{_COMPARE}, then {settle_words(kind, identity)} (seen: it may go as the window shows it)"
        else:
            kind = TodoKind.NOT_RELEASABLE
            text = f"this page cannot be released as it stands: {trouble.why}"
            how = f"Add a better copy (redactor replace), or {settle_words(kind, identity)} (redact withholds the page)"
        yield TodoItem(identity, kind, trouble.document, trouble.page, text, how)


def agreed(troubles: Iterable[Trouble], settled: Collection[str]) -> dict[PageKey, tuple[Box, ...]]:
    """By page, the places that programs draw differently and at which somebody has looked."""
    return {(one.document, one.page): one.places for one in troubles if one.places and trouble_id(one) in settled}
