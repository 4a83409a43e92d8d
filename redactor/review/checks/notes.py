# SPDX-License-Identifier: AGPL-3.0-or-later
"""What staff say to each other about a case: comments, notes, "come back to this". Pure.

None of it is ever released, and none of it changes what is: a team lead who comments is no author for it. A comment
or a flag holds up the submission until somebody answered it; whatever is open holds up the approval.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from redactor.domain.journal import Actor, Anchor, Event, Kind
from redactor.domain.saying import joined, said_all, say
from redactor.review.todo_items import TodoItem, TodoKind, settle_words


class Purpose(StrEnum):
    """COMMENT: a team lead's, for whoever decides. NOTE: for the team lead. FLAG: to come back to this."""

    COMMENT = "comment"
    NOTE = "note"
    FLAG = "flag"


class Ending(StrEnum):
    """What became of a note: answered, taken back by who wrote it, or open again."""

    ANSWERED = "answered"
    TAKEN_BACK = "taken_back"
    OPEN_AGAIN = "open_again"


#: What these are called in a list.
NAMES = said_all({Purpose.COMMENT: "Comment", Purpose.NOTE: "Note to the team lead", Purpose.FLAG: "Come back to this"})


@dataclass(frozen=True, slots=True)
class Answer:
    """One thing said to a note. ``at`` is UTC, ISO 8601."""

    ending: Ending
    text: str
    actor: Actor
    at: str


@dataclass(frozen=True, slots=True)
class Note:
    """``id`` is that of its event. ``anchor`` says where it stands: a page (no boxes), a passage, or None for the
    case as a whole; ``person`` whom it is about."""

    id: str
    purpose: Purpose
    text: str
    actor: Actor
    at: str
    anchor: Anchor | None = None
    person: str = ""
    answers: tuple[Answer, ...] = ()

    @property
    def open(self) -> bool:
        return not self.answers or self.answers[-1].ending is Ending.OPEN_AGAIN

    @property
    def key(self) -> tuple[str, int]:
        """(document, page); ("", 0) for the case as a whole."""
        return (self.anchor.document, self.anchor.page) if self.anchor else ("", 0)

    @property
    def item(self) -> str:
        """The id of its thing to do."""
        return f"{TodoKind.NOTE}-{self.id[:10]}"


class Notes:
    """Every note by the id of its event, in the order they were written."""

    def __init__(self) -> None:
        self.all: dict[str, Note] = {}

    def apply(self, event: Event) -> None:
        """Take one event into account."""
        data = event.payload
        if event.kind is Kind.NOTE_WRITTEN:
            anchor = Anchor.from_json(data["anchor"]) if data.get("anchor") else None
            purpose, person = Purpose(data["purpose"]), str(data.get("person", ""))
            self.all[event.id] = Note(event.id, purpose, str(data["text"]), event.actor, event.at, anchor, person)
        elif data["note"] in self.all:
            old = self.all[data["note"]]
            answer = Answer(Ending(data["ending"]), str(data["text"]), event.actor, event.at)
            self.all[old.id] = replace(old, answers=(*old.answers, answer))

    def open(self, *purposes: Purpose) -> list[Note]:
        """Those nobody has answered; of these purposes, or all."""
        return [note for note in self.all.values() if note.open and (not purposes or note.purpose in purposes)]

    def on(self, key: tuple[str, int]) -> list[Note]:
        """Those about one page."""
        return [note for note in self.all.values() if note.key == key]


def note_items(notes: Notes) -> Iterator[TodoItem]:
    """What has to be answered before the case is submitted."""
    for note in notes.open(Purpose.COMMENT, Purpose.FLAG):
        text = joined([said_by(note), note.text], ": ")
        anchors = (note.anchor,) if note.anchor and note.anchor.boxes else ()
        how = f"{settle_words(TodoKind.NOTE, note.item)} (W is the answer)"
        yield TodoItem(note.item, TodoKind.NOTE, *note.key, text, how, note.person, (), anchors, note.id)


def said_by(note: Note) -> str:
    """ "Comment by Lena Lead on 'grave risk'"."""
    told = NAMES[note.purpose]
    if note.actor.name:
        told = say("{note} by {name}", note=told, name=note.actor.name)
    if note.anchor and note.anchor.text:
        told = say("{note} on '{text}'", note=told, text=short(note.anchor.text))
    return told


def said_of(comments: Sequence[Note]) -> str:
    """What a return says where it says no more than its comments."""
    return say("See the comment") if len(comments) == 1 else say("See the {number} comments", number=len(comments))


def short(text: str, length: int = 60) -> str:
    text = " ".join(text.split())
    return text if len(text) <= length else text[: length - 1].rstrip() + "…"


def told(note: Note, names: Mapping[str, str]) -> Iterable[str]:
    """The note in lines for a person: what and where, what was said, and every answer."""
    place = f", {names.get(note.anchor.document, '')}, page {note.anchor.page}" if note.anchor else ""
    state = "open" if note.open else "settled"
    yield f"{note.id[:10]}  {said_by(note)}{place} ({state})"
    yield f"    {note.text}"
    for answer in note.answers:
        verb = {"answered": "answered", "taken_back": "took it back", "open_again": "opened it again"}[answer.ending]
        yield f"    {answer.actor.name or 'Not signed'} {verb}{': ' + answer.text if answer.text else ''}"
