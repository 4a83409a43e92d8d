# SPDX-License-Identifier: AGPL-3.0-or-later
"""Passages that are of another class of data than their document: a GP's words quoted in a case note.

DPA 2018 Sch 3 speaks of data, not of documents: what is health data is so wherever it stands (para 7(1): social work
data is what is neither health nor education data).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from redactor.casefile.identity import Identity
from redactor.domain.errors import BadInput
from redactor.domain.journal import Anchor, Event, Kind
from redactor.domain.saying import say
from redactor.operations.view import CaseView
from redactor.review.decisions.anchors import is_covered
from redactor.review.request.classes import NAMES


def health_passages(view: CaseView) -> Iterator[Anchor]:
    """Passages of the release that are health data in a document that is not."""
    released = set(view.release_keys)
    for anchor, kind in view.state.classes.passages:
        whole = view.state.classes.confirmed.get(anchor.document) == "health"
        if kind == "health" and not whole and (anchor.document, anchor.page) in released:
            yield anchor


def readable_health(view: CaseView) -> Iterator[Anchor]:
    """Those of them that the release would show."""
    for anchor in health_passages(view):
        outcome = view.outcomes[anchor.document, anchor.page]
        if outcome.plan.withheld is None and not is_covered(anchor.boxes, outcome.boxes):
            yield anchor


def class_passage(view: CaseView, anchors: Sequence[Anchor], kind: str, *, signer: Identity | None = None) -> Event:
    """These passages are of another class than their document. Raises BadInput for a place without boxes."""
    view.case.require_writable()
    if kind not in NAMES:
        raise BadInput(say("'{kind}' is no class of data", kind=kind), do=say("Use: {known}", known=", ".join(NAMES)))
    if not anchors or not all(anchor.boxes and anchor.page for anchor in anchors):
        raise BadInput("a passage is words or a box on a page", do="Give --file F --page N --text T")
    rows = [{"document": anchor.document, "class": kind, "anchor": anchor.to_json()} for anchor in anchors]
    return view.record(Kind.CLASSES_CONFIRMED, {"classes": rows}, signer)
