# SPDX-License-Identifier: AGPL-3.0-or-later
"""Notes on a case, its pages and passages: a team lead's comments, notes to the team lead, flags to come back to."""

from __future__ import annotations

from argparse import Namespace
from typing import Any

from redactor.cli import common
from redactor.cli.options import command
from redactor.domain.errors import BadInput
from redactor.domain.journal import Anchor
from redactor.operations.deciding.notes import note_place, settle_note, write_note
from redactor.operations.view import CaseView
from redactor.review.checks.notes import Ending, Note, Purpose, told


def register(commands: Any) -> None:
    """Add this family's commands."""
    for name in ("note", "comment"):
        made = command(commands, name, run, identity=True)
        made.set_defaults(comment_on=name == "comment")
        made.add_argument("--say", default="", metavar="T", help="the words of the note, or of the answer")
        made.add_argument("--file", metavar="F")
        made.add_argument("--page", type=int, metavar="N")
        made.add_argument("--text", default="", metavar="T", help="the passage on that page it is about")
        made.add_argument("--box", metavar="x0,y0,x1,y1", help="points from the top left of the page as displayed")
        made.add_argument("--person", default="", metavar="ID", help="the person it is about")
        made.add_argument("--open", action="store_true", help="list only what is open")
        if name == "note":
            made.add_argument("--flag", action="store_true", help="for yourself, to come back to: holds up submission")
        ways = made.add_mutually_exclusive_group()
        ways.add_argument("--answer", metavar="ID", help="answer this note")
        ways.add_argument("--take-back", metavar="ID", help="take back this note of yours")
        ways.add_argument("--open-again", metavar="ID", help="the answer does not settle it")


def run(arguments: Namespace) -> int:
    ends = ((Ending.ANSWERED, "answer"), (Ending.TAKEN_BACK, "take_back"), (Ending.OPEN_AGAIN, "open_again"))
    ending = next(((kind, given) for kind, name in ends if (given := getattr(arguments, name))), None)
    if ending is None and not arguments.say:
        return _list(arguments)
    with common.opened(arguments) as view:
        signer = common.signer(arguments, required=arguments.comment_on)
        if ending is not None:
            event = settle_note(view, ending[1], ending[0], arguments.say, signer=signer)
            note = view.state.notes.all[event.payload["note"]]
        else:
            flagged = getattr(arguments, "flag", False)
            purpose = Purpose.COMMENT if arguments.comment_on else Purpose.FLAG if flagged else Purpose.NOTE
            place = _place(arguments, view)
            event = write_note(view, purpose, arguments.say, anchor=place, person=arguments.person, signer=signer)
            note = view.state.notes.all[event.id]
        _show(arguments, view, note)
    return 0


def _place(arguments: Namespace, view: CaseView) -> Anchor | None:
    if (arguments.file is None) != (arguments.page is None):
        raise BadInput("a place is a file and a page", do="Give --file F and --page N together")
    if arguments.file is None:
        if arguments.text or arguments.box:
            raise BadInput("a passage stands on a page", do="Give --file F and --page N with it")
        return None
    box = common.box_of(arguments.box) if arguments.box else None
    document = view.document_called(arguments.file)
    return note_place(view, document, arguments.page, words=arguments.text, box=box)


def _list(arguments: Namespace) -> int:
    with common.opened(arguments, write=False) as view:
        notes = [note for note in view.state.notes.all.values() if note.open or not arguments.open]
        if arguments.comment_on:
            notes = [note for note in notes if note.purpose is Purpose.COMMENT]
        for note in notes:
            _show(arguments, view, note)
        if not notes:
            common.note("There are none. Write one: redactor note CASE --say T --as ID")
    return 0


def _show(arguments: Namespace, view: CaseView, note: Note) -> None:
    names = {sha: document.name for sha, document in view.documents.items()}
    row = {
        "id": note.id,
        "purpose": str(note.purpose),
        "open": note.open,
        "by": note.actor.name or None,
        "at": note.at,
        "file": names.get(note.key[0]),
        "page": note.key[1] or None,
        "passage": note.anchor.text if note.anchor else "",
        "person": note.person or None,
        "text": note.text,
        "answers": [
            {"ending": str(a.ending), "text": a.text, "by": a.actor.name or None, "at": a.at} for a in note.answers
        ],
    }
    common.show(arguments, row, "\n".join(told(note, names)))
