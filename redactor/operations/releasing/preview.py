# SPDX-License-Identifier: AGPL-3.0-or-later
"""See pages as the release would have them now."""

from __future__ import annotations

from dataclasses import replace

from redactor.operations.planning.planned import whole_plan
from redactor.operations.releasing.export import draft_facts
from redactor.operations.view import CaseView
from redactor.release.preview import Previewed


def previewed(view: CaseView) -> Previewed:
    """The release as it stands, to burn single pages of exactly as an approved export would burn them now. (A page
    whose lines, set again, fail the verification is burned once more by an export; here it is not verified.)
    Raises BadInput when the case has no pages."""
    # Without the stamp of a draft: this is what the requester would get.
    plan = whole_plan(view)
    return Previewed.of(plan, view.documents, replace(draft_facts(view, plan), draft=False))
