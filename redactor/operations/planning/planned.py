# SPDX-License-Identifier: AGPL-3.0-or-later
"""The release plan of a case as it would be frozen now: what a team lead approves, and what is burned."""

from __future__ import annotations

from importlib.metadata import version

from redactor.domain.plan import Plan
from redactor.operations.checking.troubles import kept
from redactor.operations.planning.released import earlier, persons_of
from redactor.operations.view import CaseView
from redactor.review.papers.troubles import agreed
from redactor.review.release.planning import build_plan
from redactor.review.release.reissue_plan import Earlier, reissue

#: Engines whose version can change what is burned; they are part of the plan that is approved.
ENGINES = ("pymupdf", "pillow", "deflate")


def plan_now(view: CaseView) -> Plan:
    """The plan of the whole record, or of what changed since an earlier release.
    Raises Refused when that release cannot be gone back to."""
    of = view.state.reissues.of
    before = earlier(view, of) if of else None
    whole = whole_plan(view, before)
    return reissue(whole, before) if before else whole


def whole_plan(view: CaseView, before: Earlier | None = None) -> Plan:
    """The plan of the whole record, whether or not all of it is released anew."""
    engines = {name: version(name) for name in ENGINES}
    contents = [view.case.content_digest(sha) for sha in view.documents]
    given = (list(view.documents), view.release_keys, view.outcomes, view.state, engines, contents)
    as_drawn = agreed(kept(view), view.state.settled)
    return build_plan(*given, persons_of(before) if before else {}, as_drawn)
