# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the subject knows already: proposals to leave in, a document each, for the window."""

from __future__ import annotations

from redactor.domain.errors import Refused
from redactor.gui.casework.session import Session
from redactor.gui.casework.told.known import KnownRow
from redactor.operations.deciding.settle import settle
from redactor.review.questions.known import known_id


def known_now(session: Session) -> list[KnownRow]:
    """Every document by which the subject gave or was given information, what is open first."""
    view = session.view
    items = {item.id: item for item in view.known_items()}
    rows = []
    for entry in view.known:
        identity = known_id(entry.document)
        item, settled = items.get(identity), view.state.settled.get(identity)
        people = {view.people[m.person].name for m in view.mentions if item and m.id in set(item.mentions) and m.person}
        rows.append(
            KnownRow(
                id=identity,
                document=entry.document,
                name=view.documents[entry.document].name,
                page=item.page if item else 1,
                why=entry.why,
                doubt=entry.doubt,
                mentions=len(item.mentions) if item else 0,
                people=tuple(sorted(people, key=str.casefold)),
                status="open" if item else settled.outcome if settled else "",
                settled=settled.why if settled else "",
            )
        )
    return sorted(rows, key=lambda row: (row.status != "open", bool(row.doubt)))


def settle_known(session: Session, ids: list[str], outcome: str, why: str = "") -> None:
    """Leave in what these documents mention, or hold it back all the same; one event. Raises Refused."""
    items = {item.id: item for item in session.view.known_items()}
    if any(identity not in items for identity in ids):
        raise Refused("this is settled already", do="Look at the list again")
    whys = {known_id(entry.document): entry.why for entry in session.view.known}
    reason = why or f"the subject knows it already: {'; '.join(whys[identity] for identity in ids)}"
    settle(session.view, [items[identity] for identity in ids], outcome, reason, signer=session.identity)
