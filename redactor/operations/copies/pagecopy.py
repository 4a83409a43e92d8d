# SPDX-License-Identifier: AGPL-3.0-or-later
"""One page as copies are compared on it: its words by place, and which of them are hidden."""

from __future__ import annotations

from collections.abc import Sequence

from redactor.bundle.duplicates import spans
from redactor.domain.geometry import Box, covered
from redactor.domain.nearby import Nearby, boxes_nearby
from redactor.domain.pages import PageContent
from redactor.operations.checking.sweep import GONE
from redactor.operations.view import CaseView
from redactor.review.decisions.decided import PageKey

#: A word belongs to a redaction that covers more than this of it; one that is brushed does not.
MEANT = 0.6
#: Pages with their words in memory at a time: ten thousand would be gigabytes.
PAGES_HELD = 128


class ComparedPage:
    """One page's words, by place, and which of them are hidden."""

    def __init__(self, content: PageContent, boxes: Sequence[Box], withheld: bool) -> None:
        self.content = content
        self.spans = spans(content.text)
        self.words: Nearby[int] = Nearby()
        for n, word in enumerate(content.words):
            self.words.add((word.box,), n)
        hidden = boxes_nearby(boxes)
        self._gone = [
            withheld or (bool(boxes) and covered(w.box, hidden.touching((w.box,))) > GONE) for w in content.words
        ]
        self._number = {start: n for n, (start, _) in enumerate(self.spans)}

    def meant(self, boxes: Sequence[Box]) -> list[int]:
        """The words (numbers into ``spans``) that a redaction is about."""
        found = set()
        for n in self.words.touching(boxes):
            if covered(self.content.words[n].box, boxes) > MEANT and (at := self.number(n)) is not None:
                found.add(at)
        return sorted(found)

    def number(self, word: int) -> int | None:
        return self._number.get(self.content.offsets[word])

    def is_open(self, number: int) -> bool:
        start, end = self.spans[number]
        return any(not self._gone[n] for n in self.content.words_between(start, end))

    def boxes(self, numbers: Sequence[int]) -> tuple[Box, ...]:
        start, end = self.spans[numbers[0]][0], self.spans[numbers[-1]][1]
        return self.content.boxes_between(start, end)

    def text(self, numbers: Sequence[int]) -> str:
        return " ".join(self.content.text[self.spans[numbers[0]][0] : self.spans[numbers[-1]][1]].split())


def compared_page(view: CaseView, key: PageKey, pages: dict[PageKey, ComparedPage]) -> ComparedPage | None:
    if key not in pages:
        content = view.case.page(*key)
        outcome = view.outcomes.get(key)
        if content is None or outcome is None:
            return None
        if len(pages) >= PAGES_HELD:
            del pages[next(iter(pages))]
        pages[key] = ComparedPage(content, outcome.boxes, outcome.plan.withheld is not None)
    return pages[key]
