# SPDX-License-Identifier: AGPL-3.0-or-later
"""One page exactly as the release would have it: the same numbering, the same burning, written to memory."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from concurrent.futures import Executor
from dataclasses import replace

from redactor.domain.errors import BadInput
from redactor.domain.pages import Document, PageContent
from redactor.domain.plan import Plan
from redactor.release import wording
from redactor.release.assemble import composed_pages, front_pages
from redactor.release.burn.bundle import Bundle
from redactor.release.facts import ReleaseFacts
from redactor.release.sheets import number_sheets


def preview_page(
    plan: Plan,
    documents: Mapping[str, Document],
    source: Callable[[str, int], tuple[bytes, str, int]],
    content: Callable[[str, int], PageContent],
    facts: ReleaseFacts,
    executor: Executor,
    document: str,
    page: int,
) -> bytes:
    """A PDF of the one sheet that stands for this page (its own, or the slip sheet it shares).

    Raises BadInput when the plan has no such page, or the page cannot be burned."""
    sheets = number_sheets(plan, documents)
    wanted = next((s for s in sheets.sheets if s.sha256 == document and s.first <= page <= s.last), None)
    if wanted is None:
        raise BadInput("the release has no such page", f"page {page}")
    front = len(front_pages(facts, sheets, 0)[0])
    alone = replace(sheets, sheets=(wanted,), documents=((wanted.document, 0, 0),))
    total = front + len(sheets.sheets)
    composed, _ = next(composed_pages(alone, front, total, facts, source, content, executor, lambda: False))
    out = io.BytesIO()
    bundle = Bundle(out, wording.TITLE.format(reference=facts.reference))
    bundle.section(wording.DOCUMENT_SLIP.format(document=wanted.document))
    bundle.add(composed)
    bundle.finish()
    return out.getvalue()
