# SPDX-License-Identifier: AGPL-3.0-or-later
"""The release plan out of the effective redactions. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from redactor.domain.geometry import Box
from redactor.domain.plan import PagePlan, Plan
from redactor.review.decisions.decided import PageKey
from redactor.review.decisions.effective import PageOutcome
from redactor.review.release.labels import with_labels
from redactor.review.release.settings import effective_settings
from redactor.review.request.evidence import evidence
from redactor.review.request.statements import placed
from redactor.review.state import JournalState


def build_plan(
    documents: Sequence[str],
    pages: Iterable[PageKey],
    outcomes: Mapping[PageKey, PageOutcome],
    state: JournalState,
    engines: Mapping[str, str],
    contents: Sequence[str] = (),
    persons: Mapping[str, int] | None = None,
    as_drawn: Mapping[PageKey, tuple[Box, ...]] | None = None,
) -> Plan:
    """Everything that will be burned, in the order of the release. The same case gives the same plan.

    ``contents`` are digests of what was read from each document, in the order of ``documents``; ``persons`` are the
    numbers that an earlier release printed for people; ``as_drawn`` the places that programs draw differently and at
    which somebody has looked."""
    settings = effective_settings(state.settings)
    plans: list[PagePlan] = []
    for key in pages:
        plan = outcomes[key].plan
        # A withheld page's own redactions do not show: the slip sheet takes the whole page's place.
        if plan.withheld:
            plan = PagePlan(plan.document, plan.page, (), plan.withheld)
        elif as_drawn and key in as_drawn:
            plan = replace(plan, as_drawn=as_drawn[key])
        plans.append(plan)
    parts, left_out = state.arrangement.for_plan()
    labelled = with_labels(plans, settings["box-label"], persons or {})
    return Plan(
        reference=str(state.facts.get("reference", "")),
        documents=tuple(documents),
        pages=labelled,
        settings=tuple(sorted(settings.items())),
        engines=tuple(sorted(engines.items())),
        acknowledged=tuple(sorted(f"{identity}:{settled.outcome}" for identity, settled in state.settled.items())),
        contents=tuple(contents),
        evidence=evidence(state),
        parts=parts,
        left_out=left_out,
        statements=placed(state.statements, labelled),
    )
