# SPDX-License-Identifier: AGPL-3.0-or-later
"""After a release: numbers of the log that are questioned, the supplement, and the person's own statements."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from typing import Any

from redactor.cli import common
from redactor.cli.options import command
from redactor.domain.errors import BadInput
from redactor.operations.planning.planned import plan_now
from redactor.operations.planning.released import find_number
from redactor.operations.releasing.answer import again_letter, template
from redactor.operations.releasing.letters import write_letter
from redactor.operations.releasing.reissue import challenge, choose_reissue, decide_again
from redactor.operations.request.statements import record_statement
from redactor.review.release.reissues import OUTCOMES


def register(commands: Any) -> None:
    """Add this family's commands."""
    made = command(
        commands,
        "challenge",
        run_challenge,
        identity=True,
    )
    made.add_argument("--number", type=int, default=0, metavar="N", help="the number in the redaction log")
    made.add_argument("--said", default="", metavar="T", help="what the person asks, in their words")
    made.add_argument("--by", default="", metavar="NAME", help="who asks (the requester if left out)")
    made.add_argument("--on", default="", metavar="DATE", help="when (today if left out)")
    made.add_argument("--outcome", default="", choices=["", *OUTCOMES], help="what comes of looking again")
    made.add_argument("--why", default="", metavar="W", help="the office's reason")
    made.add_argument("--told", default="", metavar="T", help="the answer, in words for the person")
    made.add_argument("--letter", metavar="FILE", help="write the answer to the person: a new .pdf or .txt")
    made.add_argument("--words", metavar="FILE", help="the council's own words (.toml), laid over those that ship")
    made.add_argument("--large", action="store_true", help="the letter in large print")

    made = command(commands, "reissue", run_reissue, identity=True)
    made.add_argument("--whole", action="store_true", help="no: the next release is the whole record again")

    made = command(
        commands,
        "statement",
        run_statement,
        identity=True,
    )
    made.add_argument("--file", metavar="F", help="the document it is about")
    made.add_argument("--page", type=int, default=0, metavar="N", help="its page (the whole document if left out)")
    made.add_argument("--number", type=int, default=0, metavar="N", help="instead: a number of a release's log")
    made.add_argument("--text", default="", metavar="T", help="the statement")
    made.add_argument("--text-file", metavar="FILE", help="a text file that holds it")
    made.add_argument("--by", default="", metavar="NAME", help="whose it is (the subject's if left out)")
    made.add_argument("--on", default="", metavar="DATE", help="when it was made (today if left out)")
    made.add_argument("--passage", default="", metavar="T", help="the words it disputes, for the office")


def run_challenge(arguments: Namespace) -> int:
    if arguments.letter:
        return _letter(arguments)
    if not arguments.number:
        with common.opened(arguments, write=False) as view:
            for entry in view.state.reissues.challenges.values():
                came = OUTCOMES.get(entry.outcome, "not decided yet")
                common.show(arguments, entry.to_json(), f"{entry.number}  {entry.label}, {entry.on}: {came}")
        return 0
    with common.opened(arguments) as view:
        signer = common.signer(arguments)
        if arguments.outcome:
            event = decide_again(
                view, arguments.number, arguments.outcome, why=arguments.why, told=arguments.told, signer=signer
            )
            text = f"Decided: number {arguments.number} {OUTCOMES[arguments.outcome]}"
        else:
            event = challenge(view, arguments.number, arguments.said, by=arguments.by, on=arguments.on, signer=signer)
            text = f"On record: number {arguments.number} is questioned. The next release has only what changed"
    common.show(arguments, {"event": event.id, "number": arguments.number}, text)
    return 0


def _letter(arguments: Namespace) -> int:
    words = template(Path(arguments.words) if arguments.words else None)
    with common.opened(arguments, write=False) as view:
        made, foot = again_letter(view, words), f"Reference {view.fact('reference')}"
    write_letter(Path(arguments.letter), made, foot, large=arguments.large)
    common.show(arguments, {"file": arguments.letter}, f"Written: {arguments.letter}")
    return 0


def run_reissue(arguments: Namespace) -> int:
    with common.opened(arguments) as view:
        event = choose_reissue(view, arguments.whole, signer=common.signer(arguments))
        pages = len(plan_now(view).pages)
    text = "The next release is the whole record" if arguments.whole else "The next release has only what changed"
    count = "1 page" if pages == 1 else f"{pages} pages"
    common.show(arguments, {"event": event.id, "pages": pages}, f"{text}: {count} as it stands now")
    return 0


def run_statement(arguments: Namespace) -> int:
    if not (arguments.text or arguments.text_file):
        with common.opened(arguments, write=False) as view:
            for said in view.state.statements.all:
                name = view.documents[said.document].name
                where = f"page {said.page} of {name}" if said.page else name
                common.show(arguments, said.to_json(), f"{said.on}  {said.by}, on {where}: {said.text[:60]}")
        return 0
    text = arguments.text
    if arguments.text_file:
        try:
            text = Path(arguments.text_file).read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise BadInput("the statement's file cannot be read", arguments.text_file, "Give a text file") from error
    if bool(arguments.file) == bool(arguments.number):
        raise BadInput("a statement is about something", do="Give --file F (and --page N), or --number N of the log")
    with common.opened(arguments) as view:
        if arguments.number:
            held = find_number(view, arguments.number).held
            if not held:
                raise BadInput(f"number {arguments.number} is on no page", do="Give --file F")
            document, page = held[0].document, held[0].page
        else:
            document, page = view.document_called(arguments.file).sha256, arguments.page
        event = record_statement(
            view,
            document,
            page,
            text,
            by=arguments.by,
            on=arguments.on,
            passage=arguments.passage,
            signer=common.signer(arguments),
        )
    row = {"event": event.id, "by": event.payload["by"], "page": page}
    common.show(arguments, row, f"On record: a statement by {event.payload['by']}, to go with the next release")
    return 0
