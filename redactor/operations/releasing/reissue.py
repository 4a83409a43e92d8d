# SPDX-License-Identifier: AGPL-3.0-or-later
"""After a release: a number of its log is questioned, decided again, and only the pages that changed are sent again."""

from __future__ import annotations

import datetime

from redactor.casefile.identity import Identity
from redactor.domain.errors import BadInput, Refused
from redactor.domain.journal import Anchor, Event, Kind
from redactor.domain.saying import say
from redactor.operations.planning.released import earlier, find_number, latest_release
from redactor.operations.request.case import iso_date
from redactor.operations.view import CaseView
from redactor.review.release.reissues import OUTCOMES, Challenge


def challenge(
    view: CaseView,
    number: int,
    said: str,
    *,
    by: str = "",
    on: str = "",
    signer: Identity | None = None,
) -> Event:
    """Put on record that a number of the latest release's log (or of one it goes back to) is questioned. From then on
    the next release is a supplement. Raises BadInput for a number there is not, Refused before a release."""
    view.case.require_writable()
    if not said.strip():
        raise BadInput("what is questioned is not said", do="Give the person's words (--said T)")
    latest = latest_release(view)
    found = find_number(view, number)
    if any(open_.number == number for open_ in view.state.reissues.open()):
        raise Refused(
            say("number {number} is questioned already", number=number),
            do="Decide it: redactor challenge CASE --number N --outcome O --as ID",
        )
    anchors = [Anchor(held.document, held.page, held.where, held.text, held.boxes) for held in found.held]
    payload = {
        "release": found.release,
        "latest": latest,
        "number": number,
        "page": found.page,
        "label": found.label,
        "said": " ".join(said.split()),
        "by": " ".join(by.split()) or view.state.request.requester_name or str(view.fact("subject")),
        "on": iso_date(on, "day it was questioned") or datetime.date.today().isoformat(),
        "places": [anchor.to_json() for anchor in anchors],
        "source": found.held[0].source if found.held else "",
    }
    return view.record(Kind.NUMBER_CHALLENGED, payload, signer)


def decide_again(
    view: CaseView, number: int, outcome: str, *, why: str, told: str, signer: Identity | None = None
) -> Event:
    """Decide a questioned number: it stays held back ("uphold"), or it is shown ("lift"). ``why`` is for the office,
    ``told`` the answer for the person. To hold back a part of it, lift it and mark that part.

    What is shown is approved like every release. What stays held back is not released again, so the guide's promise
    (somebody who did not make the first decision looks at it) is kept here: upholding needs an identity, another than
    decided first, and makes nobody an author. Raises BadInput, and Refused for a number nobody questioned, or that is
    decided, and for the first decider."""
    view.case.require_writable()
    if outcome not in OUTCOMES:
        raise BadInput(say("'{outcome}' is no outcome", outcome=outcome), do="Use uphold or lift")
    if not why.strip() or not told.strip():
        raise BadInput("an answer needs its reason and words for the person", do="Give --why W and --told T")
    asked = next((entry for entry in view.state.reissues.open() if entry.number == number), None)
    if asked is None:
        raise Refused(
            say("number {number} is not waiting for a decision", number=number),
            do="Put it on record first, or undo what was decided",
        )
    anchors = asked.anchors if outcome == "lift" else ()
    if outcome == "lift" and not anchors:
        raise Refused(
            say("number {number} stands for pages that are left out", number=number),
            do="Put them back: redactor put-back CASE ...",
        )
    payload = {
        "challenge": asked.id,
        "number": number,
        "outcome": outcome,
        "why": " ".join(why.split()),
        "told": " ".join(told.split()),
        "anchors": [anchor.to_json() for anchor in anchors],
        "source": _source_now(view, asked),
        "about": "",
        "fields": {},
    }
    if outcome == "uphold":
        _require_another(view, str(payload["source"]), signer)
        return view.record(Kind.CHALLENGE_UPHELD, payload, signer)
    return view.record(Kind.CHALLENGE_DECIDED, payload, signer)


def _require_another(view: CaseView, source: str, signer: Identity | None) -> None:
    """Raises Refused unless ``signer`` is somebody else than who decided (or, at submission, adopted) it first."""
    do = "Ask a colleague or a team lead to look at it: they may still approve the next release"
    if signer is None:
        raise Refused("that it stays held back is said by somebody who did not decide it first: sign in", do=do)
    first = [event.actor for event in view.state.events if event.id == source and event.actor.key]
    first += [
        event.actor
        for event in view.state.events
        if event.kind is Kind.SUBMITTED and source in event.payload.get("adopted", ())
    ]
    names = {actor.name.casefold() for actor in first}
    if signer.key in {actor.key for actor in first} or signer.name.casefold() in names:
        raise Refused(
            say("{name} decided this first, and so cannot say that it stays held back", name=signer.name), do=do
        )


def _source_now(view: CaseView, asked: Challenge) -> str:
    """The event that holds it back now: it may have been decided anew since the release."""
    for anchor in asked.anchors:
        outcome = view.outcomes.get((anchor.document, anchor.page))
        for held in outcome.plan.redactions if outcome else ():
            if [round(v, 1) for box in held.boxes for v in box] == [round(v, 1) for box in anchor.boxes for v in box]:
                return held.source
    return asked.source


def choose_reissue(view: CaseView, whole: bool, *, signer: Identity | None = None) -> Event:
    """The next release is a supplement to the latest one, or the ``whole`` record again. Raises Refused."""
    view.case.require_writable()
    of = "" if whole else latest_release(view)
    if of:
        earlier(view, of)  # a chain that cannot be followed is found out now
    return view.record(Kind.REISSUE_CHOSEN, {"of": of}, signer)
