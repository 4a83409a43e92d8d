# SPDX-License-Identifier: AGPL-3.0-or-later
"""In what order things are decided: what could go wrong first. The list stands in this order, and the one key that goes
to the next thing walks it."""

from __future__ import annotations

from collections.abc import Mapping

from redactor.gui.casework.told.people import PersonRow, TodoRow
from redactor.review.questions.perhaps_at_work import WORK
from redactor.review.questions.possible import PossibleKind

#: Kinds of things to do. First what must be there to decide on, then who may be hidden or shown wrongly, then pages
#: nobody could read, then the record of it all.
RISK = (
    "not_analysed",
    "refused_file",
    "unreadable_page",
    "not_releasable",
    "drawn_differently",
    "conflict",
    "challenge",
    "own",
    "person",
    "possible",
    "residual",
    "others",
    "harm_cue",
    "lost_anchor",
    "inconsistent",
    "mention",
    "known",
    "needs_eyes",
    "conversion",
    "late",
    "note",
    "missing_field",
    "requester",
    "consent",
    "class",
    "opinion",
    "request",
    "arrangement",
)
#: Of one kind, which come first; who may be here for work stands after those of whom nothing says so.
_WITHIN = {**{str(kind): number for number, kind in enumerate(PossibleKind)}, WORK: 1}
_PLACE = {kind: number for number, kind in enumerate(RISK)}


def by_risk(item: TodoRow, people: Mapping[str, PersonRow]) -> tuple[int, int, bool, int]:
    """Sorts things to do. Among people: those whose role nobody knows first, then by how often they are named, and who
    reads as being at work after them. What may be somebody: what reads like a name first, everyday words last."""
    person = people.get(item.person)
    sure = person is None or person.role != "unknown"
    often = person.mentions if person is not None and item.kind == "person" else 0
    return (_PLACE.get(item.kind, len(_PLACE)), _WITHIN.get(item.subkind, 0), sure, -often)
