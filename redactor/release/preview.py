# SPDX-License-Identifier: AGPL-3.0-or-later
"""One page exactly as the release would have it: the same numbering, the same burning, written to memory."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from concurrent.futures import Executor
from dataclasses import dataclass, replace

from redactor.domain.errors import BadInput
from redactor.domain.pages import Document, PageContent
from redactor.domain.plan import Plan
from redactor.domain.saying import say
from redactor.release import wording
from redactor.release.assemble import front_pages
from redactor.release.burn.bundle import Bundle
from redactor.release.composing import composed_pages
from redactor.release.facts import ReleaseFacts
from redactor.release.sheets import Sheet, Sheets, number_sheets


@dataclass(frozen=True, slots=True)
class Previewed:
    """A release with its numbers given out, from which single pages are burned. Two pages of equal :meth:`looks` are
    burned alike, whatever was decided elsewhere between."""

    sheets: Sheets
    front: int
    facts: ReleaseFacts

    @classmethod
    def of(cls, plan: Plan, documents: Mapping[str, Document], facts: ReleaseFacts) -> Previewed:
        sheets = number_sheets(plan, documents)
        return cls(sheets, len(front_pages(facts, sheets, 0)[0]), facts)

    def sheet(self, document: str, page: int) -> Sheet:
        """The sheet that stands for this page: its own, or the slip sheet it shares. Raises BadInput when the release
        has none."""
        wanted = next((s for s in self.sheets.sheets if s.sha256 == document and s.first <= page <= s.last), None)
        if wanted is None:
            raise BadInput("the release has no such page: it is left out", say("page {page}", page=page))
        return wanted

    def looks(self, sheet: Sheet) -> tuple[Sheet, int, int, ReleaseFacts]:
        """All that decides how a sheet is burned."""
        return (sheet, self.front, len(self.sheets.sheets), self.facts)

    def burn(
        self,
        sheet: Sheet,
        source: Callable[[str, int], tuple[bytes, str, int]],
        content: Callable[[str, int], PageContent],
        executor: Executor,
    ) -> bytes:
        """A PDF of this one sheet. Raises BadInput when it cannot be burned."""
        alone = replace(self.sheets, sheets=(sheet,), documents=((sheet.document, 0, 0),))
        total = self.front + len(self.sheets.sheets)
        made = composed_pages(alone, self.front, total, self.facts, source, content, executor, lambda: False)
        composed, _ = next(made)
        out = io.BytesIO()
        bundle = Bundle(out, wording.TITLE.format(reference=self.facts.reference))
        bundle.section(wording.DOCUMENT_SLIP.format(document=sheet.document))
        bundle.add(composed)
        bundle.finish()
        return out.getvalue()
