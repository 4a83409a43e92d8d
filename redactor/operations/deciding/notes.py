# SPDX-License-Identifier: AGPL-3.0-or-later
"""Write, answer and take back notes: a team lead's comments, notes to the team lead, "come back to this"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from redactor.casefile.identity import Identity
from redactor.domain.errors import BadInput, Refused
from redactor.domain.geometry import Box
from redactor.domain.journal import Anchor, Event, Kind
from redactor.domain.pages import Document, Where
from redactor.domain.saying import say
from redactor.operations.deciding.places import anchors_of_text, box_anchor, span_anchor
from redactor.operations.view import CaseView
from redactor.review.checks.notes import Ending, Note, Purpose

#: Letters of one note; more is a letter, and belongs in one.
LONGEST = 4000


def write_note(
    view: CaseView,
    purpose: Purpose,
    text: str,
    *,
    anchor: Anchor | None = None,
    person: str = "",
    signer: Identity | None = None,
) -> Event:
    """One note: about the case, a page or a passage of it (``anchor``, made by :func:`note_place`), or a person.
    Raises BadInput, and Refused for a comment by nobody or a caseworker, or where the case is open for reading."""
    view.case.require_writable()
    text = " ".join(text.split())
    if not text:
        raise BadInput("a note needs words", do="Say what it is about (--say T)")
    if len(text) > LONGEST:
        raise BadInput(say("a note has at most {most:,} letters", most=LONGEST), do="Say it shorter, or write several")
    if purpose is Purpose.COMMENT:
        require_commenter(view, signer)
    payload: dict[str, Any] = {"purpose": str(purpose), "text": text}
    if anchor is not None:
        payload["anchor"] = anchor.to_json()
    if person:
        payload["person"] = view.person(person).id
    return view.record(Kind.NOTE_WRITTEN, payload, signer)


def note_place(
    view: CaseView,
    document: Document,
    page: int,
    *,
    words: str = "",
    span: tuple[int, int] | None = None,
    box: Box | None = None,
) -> Anchor:
    """Where a note stands: a whole page, or words on it (the first place they stand), a ``span`` of its text, a
    ``box`` in points. Raises BadInput for a page or words that are not there."""
    if box is not None:
        return box_anchor(view, document, page, box)
    if span is not None:
        return span_anchor(view, document, page, span)
    if words:
        found = next(iter(anchors_of_text(view, words, document, page, False)), None)
        if found is None:
            do = "Find them first: redactor find CASE TEXT"
            raise BadInput(
                say("the words '{words}' are not there", words=words),
                say("{document}, page {page}", document=document.name, page=page),
                do,
            )
        return found
    if not 1 <= page <= document.pages:
        raise BadInput(
            say("there is no page {page}", page=page),
            document.name,
            say("It has pages 1 to {pages}", pages=document.pages),
        )
    return Anchor(document.sha256, page, Where.PAGE, "", ())


def require_commenter(view: CaseView, signer: Identity | None) -> None:
    """Raises Refused unless this is a team lead who took no decisions in the case."""
    if signer is None or signer.role != "team-lead":
        raise Refused(
            say("{name} is no team lead; only a team lead comments", name=signer.name)
            if signer
            else say("only a team lead comments"),
            do="Give a team lead's identity, or write a note or a flag",
        )
    if signer.key in view.state.authors:
        raise Refused(
            say("{name} took decisions in this case, so another team lead comments", name=signer.name),
            do="Whoever decided does not review their own work: ask another team lead",
        )


def find_note(view: CaseView, identity: str) -> Note:
    """The note whose id begins so (also as the thing to do). Raises BadInput."""
    wanted = identity.removeprefix("note-")
    found = [note for note in view.state.notes.all.values() if wanted and note.id.startswith(wanted)]
    if len(found) != 1:
        raise BadInput(
            say(
                "more than one note has the id '{identity}'" if found else "no note has the id '{identity}'",
                identity=identity,
            ),
            do="redactor note CASE lists them",
        )
    return found[0]


def settle_note(
    view: CaseView, identity: str, ending: Ending, text: str = "", *, signer: Identity | None = None
) -> Event:
    """Answer a note, take it back, or open it again. Raises BadInput, and Refused where that is not for this person:
    only who wrote a note takes it back, and nobody answers their own comment."""
    view.case.require_writable()
    return view.record(Kind.NOTE_SETTLED, settled_payload(view, identity, ending, text, signer), signer)


def settled_payload(
    view: CaseView, identity: str, ending: Ending, text: str, signer: Identity | None
) -> dict[str, Any]:
    """What settling a note records. Raises as :func:`settle_note`."""
    note = find_note(view, identity)
    text = " ".join(text.split())
    own = (signer.key if signer else "") == note.actor.key
    if note.open is (ending is Ending.OPEN_AGAIN):
        raise Refused("this note is open" if note.open else "this note is settled already", note.text[:60])
    if ending is Ending.TAKEN_BACK and not own:
        raise Refused(
            say("only {actor} takes this note back", actor=note.actor.name or "who wrote it"), do="Answer it instead"
        )
    if ending is Ending.ANSWERED:
        if note.purpose is Purpose.COMMENT and own and note.actor.key:
            raise Refused("nobody answers their own comment", do="Take it back if it is settled")
        if note.purpose is Purpose.NOTE and (signer is None or signer.role != "team-lead"):
            raise Refused("a note to the team lead is answered by a team lead", do="Or taken back by who wrote it")
        if not text and note.purpose is Purpose.COMMENT:
            raise BadInput("an answer needs words", do="Say what was done (--say T)")
    return {"note": note.id, "ending": str(ending), "text": text}


def require_all_settled(notes: Sequence[Note]) -> None:
    """Raises Refused while a note is open: an approval says that everything was looked at."""
    if notes:
        first = notes[0].text[:80]
        raise Refused(
            say("a note is open: {text}", text=first)
            if len(notes) == 1
            else say("{number} notes are open: {text}", number=len(notes), text=first),
            do="Answer or take back each (redactor note CASE lists them), or return the case",
        )
