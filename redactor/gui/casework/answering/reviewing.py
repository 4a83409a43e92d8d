# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the window asks and says about notes, the team lead's view, copies elsewhere and conflicts between copies."""

from __future__ import annotations

from redactor.casefile.identity import Identity
from redactor.domain.dates import british
from redactor.domain.errors import BadInput
from redactor.domain.geometry import Box
from redactor.domain.journal import Anchor
from redactor.domain.saying import joined, say
from redactor.gui.casework.session import Session
from redactor.gui.casework.told.pages import Mark, PageKey
from redactor.gui.casework.told.review import ConflictNow, ReviewNow, ReviewRow
from redactor.operations.approving.review import looked as have_looked
from redactor.operations.approving.review import not_looked_at, review
from redactor.operations.deciding import notes as noting
from redactor.operations.deciding.conflicts import decide_conflict as decide_between
from redactor.operations.keeping.handover import WHICH
from redactor.operations.told.history import told
from redactor.operations.view import CaseView
from redactor.review.checks.approval import took_part
from redactor.review.checks.notes import NAMES, Ending, Note, Purpose
from redactor.review.checks.risks import RISKS
from redactor.review.checks.sample import said_estimate


def review_now(session: Session) -> ReviewNow:
    """The view for whoever is signed in."""
    view = session.counting
    who = session.identity
    seen = review(view, who.key if who else "")
    rows = [_note_row(note, view, session) for note in seen.notes]
    for risk in seen.risks:
        first = risk.places[0] if risk.places else None
        title, detail = risk.text, risk.detail
        rows.append(
            ReviewRow(
                risk.id,
                "risk",
                RISKS[risk.kind],
                title,
                detail,
                risk.new,
                *_where(first, view),
                person=risk.person,
                lines=tuple(line for line in (*risk.said, risk.about) if line),
            )
        )
    since = say("What was done in this case" if seen.first_look else "What changed since you last looked")
    for event, text in reversed(list(told(seen.changes, view))):
        rows.append(ReviewRow(event.id, "change", since, text, f"{event.actor.name}|{event.at}"))
    sample = said_estimate(seen.sample) if seen.sample else ""
    authors = view.state.authors.values()
    lead = who is not None and who.role == "team-lead" and not took_part(authors, who.name, who.key)
    return ReviewNow(tuple(rows), seen.first_look, sample, lead)


def not_looked(session: Session) -> tuple[str, ...]:
    """What whoever is signed in would approve unread, a sentence each."""
    return not_looked_at(session.counting, session.identity.key if session.identity else "")


def _where(anchor: Anchor | None, view: CaseView) -> tuple[PageKey | None, tuple[Box, ...]]:
    if anchor is None or not anchor.page or anchor.document not in view.documents:
        return None, ()
    return (anchor.document, anchor.page), anchor.boxes


def _note_row(note: Note, view: CaseView, session: Session) -> ReviewRow:
    key, boxes = _where(note.anchor, view)
    said = [note.actor.name or say("Not signed")]
    if note.anchor and note.anchor.text:
        said = [say("{name} on “{text}”", name=said[0], text=note.anchor.text[:60])]
    said += [
        joined([answer.actor.name or say("Not signed"), answer.text or say("seen")], ": ") for answer in note.answers
    ]
    kind = say("Comments and notes")
    lines = (NAMES[note.purpose], *said)
    return ReviewRow(
        note.item,
        "note",
        kind,
        note.text,
        joined(lines, " · "),
        note.open,
        key,
        boxes,
        note.person,
        note.id,
        note.open,
        _can(note, session),
        lines,
    )


def _can(note: Note, session: Session) -> tuple[str, ...]:
    """What whoever is signed in may do with a note."""
    who = session.identity
    own = (who.key if who else "") == note.actor.key
    if not note.open:
        return (str(Ending.OPEN_AGAIN),)
    ways = [str(Ending.TAKEN_BACK)] if own else []
    if note.purpose is Purpose.NOTE:
        lead = who is not None and who.role == "team-lead"
        return (*((str(Ending.ANSWERED),) if lead else ()), *ways)
    return tuple(ways) if note.purpose is Purpose.COMMENT and own else (str(Ending.ANSWERED), *ways)


def note_marks(view: CaseView, key: PageKey) -> list[Mark]:
    """The open notes of a page, to be shown beside it."""
    return [
        Mark(
            id=note.item,
            kind="note",
            boxes=note.anchor.boxes if note.anchor else (),
            text=note.text,
            label=NAMES[note.purpose],
            name=note.actor.name,
            why=say("on “{text}”", text=note.anchor.text[:80]) if note.anchor and note.anchor.text else "",
            event=note.id,
        )
        for note in view.state.notes.on(key)
        if note.open
    ]


def write_note(
    session: Session,
    purpose: str,
    text: str,
    key: PageKey | None = None,
    span: tuple[int, int] | None = None,
    box: Box | None = None,
    boxes: tuple[Box, ...] = (),
    quoted: str = "",
    person: str = "",
) -> None:
    """A note on the case, on a page, or on the passage selected there (``boxes`` with the words quoted: of a row)."""
    view = session.view
    anchor = None
    if key is not None:
        document = view.documents[key[0]]
        place = Box(*box) if box is not None else None
        anchor = noting.note_place(view, document, key[1], span=span, box=place)
        if boxes and span is None and box is None:
            anchor = Anchor(key[0], key[1], anchor.where, quoted, tuple(Box(*each) for each in boxes))
    noting.write_note(view, Purpose(purpose), text, anchor=anchor, person=person, signer=session.identity)


def settle_note(session: Session, note: str, ending: str, text: str = "") -> None:
    noting.settle_note(session.view, note, Ending(ending), text, signer=session.identity)


def looked(session: Session) -> None:
    """Whoever is signed in has looked at everything up to here."""
    have_looked(session.view, _named(session, say("putting on record that you have looked needs your identity")))


def conflict_now(session: Session, item: str) -> ConflictNow:
    found = next((c for c in session.view.state.merged.open() if c.item == item), None)
    if found is None:
        raise BadInput("this conflict is decided already", do="Look at the list again")
    return ConflictNow(found.id, found.text, found.told)


def decide_conflict(session: Session, conflict: str, take: int, why: str) -> None:
    decide_between(
        session.view, conflict, take, why, _named(session, say("deciding between two copies needs your identity"))
    )


def _named(session: Session, otherwise: str) -> Identity:
    """Who is signed in. Raises BadInput, which says ``otherwise``."""
    if session.identity is None:
        raise BadInput(otherwise, do="Sign in first")
    return session.identity


NOTHING_DONE = say("came back, and nothing was done in it")


def handed_now(session: Session) -> tuple[str, ...]:
    """What is known of copies elsewhere, a line each."""
    view = session.view
    mine = str(view.case.get(WHICH, ""))
    lines = []
    for copy in view.state.handed.all.values():
        came = say("not back yet") if not copy.back else say("came back" if copy.done else NOTHING_DONE)
        line = say("{name}: {date}, {came}", name=copy.to, date=british(copy.at), came=came)
        lines.append(say("{line} (this is that copy)", line=line) if copy.id == mine else line)
    return tuple(lines)
