# SPDX-License-Identifier: AGPL-3.0-or-later
"""Take a decision back, or put another in its place: on other grounds, or for fewer places. The journal keeps both."""

from __future__ import annotations

from uuid import uuid4

from redactor.casefile.identity import Identity
from redactor.domain.catalogue import reason as reason_for
from redactor.domain.errors import BadInput, Refused
from redactor.domain.journal import UNDOABLE, Event, Kind
from redactor.domain.saying import say
from redactor.operations.deciding.decide import Fields
from redactor.operations.deciding.holding import as_it_holds
from redactor.operations.view import CaseView
from redactor.review.decisions.undoing import STEP, TOGETHER, taken_together, was

#: In the payload of a decision that stands in the place of another: what of it was put right, its reason or its places.
PUT_RIGHT = "put_right"
#: Events whose reason and fields can be put right without deciding anew.
AMENDABLE = frozenset(
    {
        Kind.PERSON_DECIDED,
        Kind.OCCURRENCE_DECIDED,
        Kind.PASSAGE_REDACTED,
        Kind.PAGES_WITHHELD,
        Kind.REST_HIDDEN,
        Kind.HARM_MARKED,
    }
)


def to_undo(view: CaseView, event: str = "", *, step: bool = False) -> list[Event]:
    """What :func:`undo` takes back, in the order it was decided. Raises BadInput, Refused."""
    step = step or not event
    if not event:
        last = view.state.last_undoable()
        if last is None:
            raise Refused("there is nothing to undo")
        found = [last]
    else:
        found = [e for e in view.state.events if e.id.startswith(event)]
    if len(found) != 1:
        raise BadInput(
            say("more than one event has the id '{event}'", event=event)
            if found
            else say("no event has the id '{event}'", event=event),
            do="Give the whole id",
        )
    target = found[0]
    if target.kind not in UNDOABLE:
        raise Refused(
            say("'{kind}' cannot be undone", kind=target.kind),
            do="Decisions can; submissions and releases stay on record",
        )
    if target.id in view.state.undone:
        raise Refused("this was undone already", do="To do it again, undo the undo")
    # What stands in the place of another decision goes only with that other one coming back.
    whole = step or STEP in target.payload
    return taken_together(view.state.events, view.state.undone, target) if whole else [target]


def undo(view: CaseView, event: str = "", *, step: bool = False, signer: Identity | None = None) -> Event:
    """Undo the last step, all that was decided in it; or the one decision named (its id, or the start of it), and what
    was decided in the same step only with ``step``. Raises BadInput, Refused."""
    view.case.require_writable()
    taken = to_undo(view, event, step=step)
    shared = {}
    if STEP in taken[-1].payload:
        shared = {STEP: uuid4().hex}
    elif TOGETHER in taken[-1].payload and len(taken) > 1:
        shared = {TOGETHER: taken[-1].payload[TOGETHER]}
    pairs = [(Kind.UNDONE, {"event": each.id, "was": was(each), **shared}) for each in taken]
    undone = view.case.append_many(pairs, signer=signer)
    view.refresh()
    return undone[-1]


def amend(view: CaseView, event: str, reason: str, fields: Fields, *, signer: Identity | None = None) -> list[Event]:
    """The same decision on other grounds: the old event is undone and written anew with this reason and fields,
    for the places where it holds now; one undo brings the old grounds back. Raises BadInput for an event that rests on
    no single reason, and for one that holds nowhere any more."""
    view.case.require_writable()
    old = next((e for e in view.state.events if e.id == event), None)
    if old is None or old.kind not in AMENDABLE or "reason" not in old.payload or old.id in view.state.undone:
        raise BadInput("this decision cannot be amended", do="Undo it and decide again")
    payload = {**as_it_holds(view, old), "reason": reason_for(reason).code, "fields": dict(fields), PUT_RIGHT: "reason"}
    shared = {STEP: uuid4().hex}
    pairs = [(Kind.UNDONE, {"event": old.id, "was": was(old), **shared}), (old.kind, {**payload, **shared})]
    events = view.case.append_many(pairs, signer=signer)
    view.refresh()
    return events
