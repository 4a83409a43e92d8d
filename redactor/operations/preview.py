# SPDX-License-Identifier: AGPL-3.0-or-later
"""See one page as the release would have it now."""

from __future__ import annotations

from concurrent.futures import Executor
from dataclasses import replace

from redactor.operations.export import case_content, case_source, draft_facts
from redactor.operations.view import CaseView
from redactor.release.preview import preview_page


def preview(view: CaseView, document: str, page: int, executor: Executor) -> bytes:
    """A PDF of this page, burned exactly as an approved export would burn it now.
    Raises BadInput for a page that is not there or cannot be burned."""
    # Without the stamp of a draft: this is what the requester would get.
    plan = view.whole_plan()
    facts = replace(draft_facts(view, plan), draft=False)
    return preview_page(plan, view.documents, case_source(view), case_content(view), facts, executor, document, page)
