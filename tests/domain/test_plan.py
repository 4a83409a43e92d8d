# SPDX-License-Identifier: AGPL-3.0-or-later
"""The plan: written down and read back, it is the same plan; anything that changes it changes its digest."""

from __future__ import annotations

import json
from dataclasses import replace

from redactor.domain.geometry import Box
from redactor.domain.plan import PagePlan, Plan, Redaction

HELD = Redaction(
    "a", 1, (Box(1, 2, 3.1, 4),), "TP", "Another person", "Kyle", "p1", fields=(("who", "Kyle"),), source="e1"
)
PLAN = Plan("R/1", ("a",), (PagePlan("a", 1, (HELD,)), PagePlan("a", 2, (), replace(HELD, page=2, boxes=()))))


def test_a_plan_survives_being_written_down():
    again = Plan.from_json(json.loads(json.dumps(PLAN.to_json())))
    assert again == PLAN and again.digest() == PLAN.digest()


def test_any_change_changes_the_digest():
    page = PLAN.pages[0]
    changed = [
        replace(PLAN, reference="R/2"),
        replace(PLAN, documents=("b",)),
        replace(PLAN, settings=(("boxes", "black"),)),
        replace(PLAN, engines=(("pymupdf", "2.0"),)),
        replace(PLAN, acknowledged=("residual-1:leave",)),
        replace(PLAN, pages=(page,)),
        *(
            replace(PLAN, pages=(replace(page, redactions=(other,)), PLAN.pages[1]))
            for other in (
                replace(HELD, boxes=(Box(1, 2, 3.2, 4),)),
                replace(HELD, reason="LPP"),
                replace(HELD, label="Withheld"),
                replace(HELD, text="Kyl"),
                replace(HELD, fields=()),
            )
        ),
    ]
    digests = {plan.digest() for plan in changed}
    assert len(digests) == len(changed) and PLAN.digest() not in digests
