# SPDX-License-Identifier: AGPL-3.0-or-later
"""Put facts of the request on record, and tell when the answer is due. Each record is one journal event."""

from __future__ import annotations

import datetime
from collections.abc import Mapping

from redactor.casefile.identity import Identity
from redactor.domain.catalogue import NATIONS, requesters
from redactor.domain.dates import british
from redactor.domain.errors import BadInput, Refused
from redactor.domain.journal import Event, Kind
from redactor.domain.saying import say
from redactor.operations.request.case import iso_date
from redactor.operations.view import CaseView
from redactor.review.request.clock import Clock, clock
from redactor.review.request.request import DATES, PAUSES, TEXTS, Request, wrong_dates


def record_request(view: CaseView, facts: Mapping[str, str], *, signer: Identity | None = None) -> Event:
    """Record these facts by name (see DATES, TEXTS and PAUSES of the request; an empty one takes it back).

    Raises BadInput for a name, date or capacity that is none, and for dates that cannot be; Refused for more time
    announced too late, since it would not count."""
    view.case.require_writable()
    unknown = sorted(facts.keys() - {*DATES, *TEXTS, *PAUSES})
    if unknown:
        raise BadInput(
            say("the request has no fact '{unknown}'", unknown=unknown[0]),
            do=say("Use one of: {known}", known=", ".join((*DATES, *PAUSES, *TEXTS))),
        )
    payload = {name: " ".join(text.split()) for name, text in facts.items() if name in TEXTS}
    for name in (*DATES, *PAUSES):
        if name in facts:
            payload[name] = iso_date(facts[name], DATES.get(name, name.replace("_", " ")))
    if not payload:
        raise BadInput("nothing was recorded", do="Give at least one fact of the request")
    _require_known(payload)
    _require_sense(view.state.request, payload)
    return view.record(Kind.REQUEST_RECORDED, payload, signer)


def _require_known(payload: Mapping[str, str]) -> None:
    if "capacity" in payload and payload["capacity"] not in requesters():
        raise BadInput(
            say("'{given}' is no capacity to ask in", given=payload["capacity"]),
            do=say("Use one of: {known}", known=", ".join(requesters())),
        )
    if "nation" in payload and payload["nation"] not in NATIONS:
        raise BadInput(
            say("'{given}' is no part of the country", given=payload["nation"]),
            do=say("Use one of: {known}", known=", ".join(NATIONS)),
        )


def _require_sense(before: Request, payload: Mapping[str, str]) -> None:
    after = before.changed(payload)
    for wrong in wrong_dates(before, payload):
        raise BadInput(wrong.what, wrong.fact.replace("_", " "), wrong.do)
    if payload.get("extended"):
        if not after.extension_why:
            raise BadInput(
                "more time needs its reason", do="Say why the request is too complex for one month (--why W)"
            )
        without = before.changed({**payload, "extended": ""})
        limit = clock(without, after.received or datetime.date.min).due
        if limit is not None and after.extended is not None and after.extended > limit:
            raise Refused(
                say(
                    "more time announced on {day} does not count: the first month ended on {limit}",
                    day=british(after.extended),
                    limit=british(limit),
                ),
                do="The answer stays due on that day; tell your data protection officer",
            )


def clock_of(view: CaseView, today: datetime.date | None = None) -> Clock:
    """The case's time limit as it stands today."""
    return clock(view.state.request, today or datetime.date.today())
