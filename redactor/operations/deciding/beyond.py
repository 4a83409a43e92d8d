# SPDX-License-Identifier: AGPL-3.0-or-later
"""Somebody agreed to something; leaving them in everywhere opens everything. That is asked before, and on record."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from redactor.domain.errors import Refused
from redactor.domain.saying import say
from redactor.operations.view import CaseView
from redactor.review.decisions.decided import Outcome
from redactor.review.decisions.standing import SHOWN
from redactor.review.request.consent import Answer, said_opened


class BeyondConsent(Refused):
    """Somebody's consent covers something, and they would be left in wherever they are named."""


@dataclass(frozen=True, slots=True)
class Opens:
    """What leaving somebody in everywhere opens, beside what their consent covers (``scope``, in the words on record:
    which of the places those mean is for people to say)."""

    name: str
    scope: str
    mentions: int
    pages: int
    papers: int

    def to_json(self) -> dict[str, Any]:
        return {"scope": self.scope, "mentions": self.mentions, "pages": self.pages, "papers": self.papers}


def opens(view: CaseView, identity: str, ground: str) -> Opens | None:
    """What leaving this person in everywhere on ``ground`` (a code, "": none named) opens; None unless it rests on a
    consent that covers something only, or where another ground carries it."""
    record = view.state.consents.of(view.person(identity).id)
    scope = record.text("scope")
    if ground not in ("", "CONSENT") or record.answer is not Answer.GIVEN or not scope:
        return None
    person = view.person(identity)
    places = [m for m in view.mentions if m.person == person.id and m.page and m.boxes and m.where in SHOWN]
    pages = {(m.document, m.page) for m in places}
    return Opens(person.name, scope, len(places), len(pages), len({document for document, _ in pages}))


def opened(view: CaseView, people: Iterable[str], ground: str, *, meant: bool) -> dict[str, Opens]:
    """What leaving each of these people in everywhere opens, by their ids as given, where a consent covers something
    only. Raises BeyondConsent for the first of them unless it is ``meant``, or was for the same consent before."""
    found = {identity: each for identity in people if (each := opens(view, identity, ground)) is not None}
    for identity, each in found.items():
        now = view.state.ground_for(identity)
        if not meant and (now is None or now.outcome is not Outcome.DISCLOSE or now.agreed != each.scope):
            raise _beyond(each)
    return found


def _beyond(found: Opens) -> BeyondConsent:
    return BeyondConsent(
        say(
            "{name} agreed, for: {scope}. To leave them in everywhere opens {places}, whatever that covers",
            name=found.name,
            scope=found.scope,
            places=said_opened(found.to_json()),
        ),
        do="Leave in the places it covers, one by one, or say that all of it is meant (--beyond-consent)",
    )
