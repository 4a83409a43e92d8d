# SPDX-License-Identifier: AGPL-3.0-or-later
"""Command that keeps places of a page or document and hides the rest."""

from __future__ import annotations

from argparse import Namespace
from typing import Any

from redactor.cli import common
from redactor.cli.options import command
from redactor.domain.errors import BadInput
from redactor.operations.deciding.rest import Keep, hide_rest, rest_effect


def run(arguments: Namespace) -> int:
    first, _, last = arguments.page.partition("-")
    if not first.isdecimal() or (last and not last.isdecimal()):
        raise BadInput(f"'{arguments.page}' is not a page or a range", do="Write --page 3 or --page 3-5")
    if not (arguments.keep_text or arguments.keep_box or arguments.keep_person):
        raise BadInput("say what to keep", do="Give --keep-text T, --keep-box x0,y0,x1,y1 or --keep-person ID")
    if arguments.keep_box and last and last != first:
        raise BadInput("a box lies on one page", do="Give one --page with --keep-box")
    keep = Keep(
        boxes={int(first): [common.box_of(box) for box in arguments.keep_box]} if arguments.keep_box else None,
        texts=arguments.keep_text,
        people=arguments.keep_person,
        also=not arguments.replace,
    )
    with common.opened(arguments) as view:
        document = view.document_called(arguments.file)
        span = (int(first), int(last or first))
        effect = rest_effect(view, document, *span, keep)
        fields, signer = common.fields_of(arguments), common.signer(arguments)
        event = hide_rest(view, document, *span, keep, arguments.reason, fields=fields, signer=signer)
        common.show(
            arguments,
            {
                "event": event.id,
                "kind": str(event.kind),
                "pages": effect.pages,
                "words_kept": effect.kept,
                "words_hidden": effect.hidden,
                "pages_hidden_whole": list(effect.blank),
                "pages_not_read": list(effect.unread),
            },
            f"{effect.kept} words stay open on {effect.pages} pages of {document.name}; {effect.hidden} are hidden",
        )
    return 0


def register(commands: Any) -> None:
    """Add this family's commands."""
    made = command(commands, "hide-rest", run, identity=True)
    made.add_argument("--file", required=True, metavar="F")
    made.add_argument("--page", required=True, metavar="N or N-M")
    made.add_argument("--keep-text", action="append", default=[], metavar="T", help="these words, wherever they stand")
    made.add_argument("--keep-box", action="append", default=[], metavar="x0,y0,x1,y1", help="points from the top left")
    made.add_argument("--keep-person", action="append", default=[], metavar="ID", help="every line that names them")
    made.add_argument("--replace", action="store_true", help="forget what was kept on these pages before")
    made.add_argument("--reason", required=True, metavar="CODE", help="why the rest is hidden, such as OOS or TP")
    made.add_argument("--field", action="append", metavar="K=V")
