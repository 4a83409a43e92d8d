# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the window may decide: each a call of an operation, with ids turned back into things of the case."""

from __future__ import annotations

from pathlib import Path

from redactor.casefile.identity import Identity, load_identity, new_identity
from redactor.domain.errors import BadInput, Refused
from redactor.domain.geometry import Box
from redactor.domain.mentions import Mention, Profession, Role
from redactor.domain.pages import Document
from redactor.gui.casework.session import Session
from redactor.gui.casework.told.case import Who
from redactor.gui.casework.told.pages import PageKey
from redactor.operations.deciding import accepting, cue_marking, decide, mark, persons, undoing
from redactor.operations.deciding import reshape as reshaping
from redactor.operations.deciding import settle as settling
from redactor.operations.deciding import take_off as taking_off
from redactor.operations.finding import one_name
from redactor.operations.request.roster import use_roster
from redactor.review.decisions.decided import Outcome
from redactor.review.todo_items import TodoItem


def decide_people(
    session: Session,
    people: list[str],
    outcome: str = "",
    role: str = "",
    profession: str = "",
    reason: str = "",
    why: str = "",
    fields: dict[str, str] | None = None,
    beyond_consent: bool = False,
) -> None:
    """The same about each of these people, in one step."""
    decide.decide_people(
        session.view,
        people,
        outcome=Outcome(outcome) if outcome else None,
        role=Role(role) if role else None,
        profession=Profession(profession) if profession else None,
        reason=reason,
        why=why,
        fields=fields,
        beyond_consent=beyond_consent,
        signer=session.identity,
    )


def decide_mentions(
    session: Session,
    mentions: list[str],
    outcome: str,
    reason: str = "TP",
    why: str = "",
    fields: dict[str, str] | None = None,
) -> None:
    chosen = _mentions(session, mentions)
    decide.decide_occurrences(
        session.view, chosen, Outcome(outcome), reason=reason, why=why, fields=fields, signer=session.identity
    )


def _mentions(session: Session, ids: list[str]) -> list[Mention]:
    wanted = set(ids)
    chosen = [m for m in session.view.mentions if m.id in wanted]
    if len(chosen) < len(wanted):
        raise BadInput("the case was analysed again meanwhile, and this mention is another now", do="Click it again")
    return chosen


def accept(session: Session) -> bool:
    """Accept all that is proposed; False when nothing was."""
    return accepting.accept(session.view, signer=session.identity, ready=session.ready) is not None


def redact(
    session: Session,
    key: PageKey,
    reason: str,
    span: tuple[int, int] | None = None,
    box: Box | None = None,
    fields: dict[str, str] | None = None,
    text: str = "",
) -> None:
    """Redact the selected words (``text``, as they were seen) or a drawn box."""
    document = _document(session, key)
    if span is not None:
        view, signer = session.view, session.identity
        mark.redact_span(view, document, key[1], span, reason, seen=text, fields=fields, signer=signer)
    else:
        assert box is not None
        mark.redact_box(session.view, document, key[1], Box(*box), reason, fields=fields, signer=session.identity)


def reshape(session: Session, key: PageKey, event: str, was: tuple[Box, ...], boxes: tuple[Box, ...]) -> None:
    """A box that was marked by hand lies elsewhere, or is several."""
    document = _document(session, key)
    reshaping.reshape(session.view, document, key[1], event, boxes, was=was, signer=session.identity)


def redact_hits(
    session: Session,
    places: list[tuple[str, int, tuple[int, int], str]],
    text: str,
    reason: str,
    fields: dict[str, str] | None = None,
) -> None:
    """Places of a search that were chosen: one decision."""
    mark.redact_spans(session.view, places, text, reason, fields=fields, signer=session.identity)


def redact_everywhere(session: Session, text: str, reason: str, fields: dict[str, str] | None = None) -> None:
    mark.redact_text(session.view, text, reason, everywhere=True, fields=fields, signer=session.identity)


def mark_harm(
    session: Session,
    key: PageKey,
    reason: str,
    span: tuple[int, int] | None = None,
    box: Box | None = None,
    fields: dict[str, str] | None = None,
    text: str = "",
) -> None:
    mark.mark_harm(
        session.view,
        _document(session, key),
        key[1],
        reason,
        text=text,
        span=span,
        box=Box(*box) if box is not None else None,
        fields=fields,
        signer=session.identity,
    )


def mark_cue(session: Session, cue: str, reason: str, fields: dict[str, str]) -> None:
    """Hold a candidate for the harm test back in all its places."""
    cue_marking.mark_cue(session.view, cue, reason, fields=fields, signer=session.identity)


def withhold(
    session: Session, document: str, first: int, last: int, reason: str, fields: dict[str, str] | None = None
) -> None:
    found = _document(session, (document, first))
    mark.withhold_pages(session.view, found, first, last, reason, fields=fields, signer=session.identity)


def _document(session: Session, key: PageKey) -> Document:
    return session.view.documents[key[0]]


def settle(session: Session, items: list[str], outcome: str, why: str, beyond_consent: bool = False) -> None:
    settle_each(session, {outcome: items}, {outcome: why}, beyond_consent)


def settle_each(
    session: Session, choices: dict[str, list[str]], whys: dict[str, str], beyond_consent: bool = False
) -> None:
    """Things to do in one step, by what is to become of them."""
    chosen = {outcome: _items(session, items) for outcome, items in choices.items()}
    settling.settle_each(session.view, chosen, whys, beyond_consent=beyond_consent, signer=session.identity)


def withhold_items(session: Session, items: list[str], reason: str, fields: dict[str, str]) -> None:
    """Pages that are things to do, withheld in one step."""
    settling.withhold_items(session.view, _items(session, items), reason, fields, signer=session.identity)


def _items(session: Session, ids: list[str]) -> list[TodoItem]:
    known = session.items
    if any(item not in known for item in ids):
        raise Refused("this is settled already", do="Look at the list again")
    return [known[item] for item in ids]


def merge(session: Session, people: list[str]) -> None:
    persons.merge(session.view, people, signer=session.identity)


def split(session: Session, person: str, mentions: list[str], name: str) -> str:
    return persons.split(session.view, person, mentions, name=name, signer=session.identity)[1]


def rename(session: Session, person: str, name: str) -> None:
    persons.rename(session.view, person, name, signer=session.identity)


def add_name(session: Session, name: str, person: str = "") -> str:
    """A name, everywhere at once; whose it is now (an id)."""
    event = one_name.add_name(session.view, name, person=person, signer=session.identity)
    return str(event.payload["person"]["id"])


def undo(session: Session, event: str = "") -> None:
    undoing.undo(session.view, event, signer=session.identity)


def take_off(session: Session, places: list[tuple[PageKey, str, tuple[Box, ...]]], everywhere: bool = False) -> None:
    """What was marked by hand: these places, each with the event that marked it; or all that these events marked."""
    taking_off.take_off(session.view, places, everywhere=everywhere, signer=session.identity)


def redo(session: Session) -> None:
    last = session.view.state.last_redoable()
    if last is None:
        raise Refused("there is nothing to do again")
    undoing.undo(session.view, last.id, step=True, signer=session.identity)


def amend(session: Session, event: str, reason: str, fields: dict[str, str]) -> None:
    undoing.amend(session.view, event, reason, fields, signer=session.identity)


def roster(session: Session, path: str) -> None:
    try:
        data = Path(path).read_bytes()
    except OSError as error:
        raise BadInput("the roster cannot be read", path, "Check the path") from error
    use_roster(session.view, data, signer=session.identity)


# -- identities ------------------------------------------------------------------------------------------


def sign_in(session: Session, path: str, passphrase: str) -> Who:
    """Use this identity from now on."""
    return _use(session, load_identity(Path(path), passphrase), path)


def make_identity(session: Session, path: str, name: str, role: str, passphrase: str) -> Who:
    return _use(session, new_identity(Path(path), name, role, passphrase), path)


def _use(session: Session, identity: Identity, path: str) -> Who:
    session.identity, session.identity_path = identity, path
    return Who(identity.name, identity.role, identity.key, path)


def sign_out(session: Session) -> None:
    session.identity, session.identity_path = None, ""
