# SPDX-License-Identifier: AGPL-3.0-or-later
"""Commands that move, resize or split a box that was marked, or take it off."""

from __future__ import annotations

from argparse import Namespace
from typing import Any

from redactor.cli import common
from redactor.cli.options import command
from redactor.domain.errors import BadInput
from redactor.domain.saying import capital
from redactor.operations.deciding.reshape import by_lines, marked_by, reshape
from redactor.operations.deciding.take_off import marked_on, take_off
from redactor.operations.told.history import describe


def run(arguments: Namespace) -> int:
    if bool(arguments.box) == bool(arguments.by_line):
        raise BadInput("say where it is to lie", do="Give --box x0,y0,x1,y1 (as often as needed), or --by-line")
    was = [common.box_of(box) for box in arguments.was]
    with common.opened(arguments) as view:
        document = view.document_called(arguments.file)
        place = (document, arguments.page)
        boxes = [common.box_of(box) for box in arguments.box]
        if arguments.by_line:
            boxes = list(by_lines(view, *place, marked_by(view, *place, arguments.event, was).anchor.boxes))
        event = reshape(view, *place, arguments.event, boxes, was=was, signer=common.signer(arguments))
        row = {"event": event.id, "kind": str(event.kind), "boxes": [list(box) for box in boxes]}
        common.show(arguments, row, f"Lies under {len(boxes)} {'box' if len(boxes) == 1 else 'boxes'} now")
    return 0


def off(arguments: Namespace) -> int:
    with common.opened(arguments) as view:
        key = (view.document_called(arguments.file).sha256, arguments.page)
        found = marked_on(view, key, arguments.event, [common.box_of(box) for box in arguments.was])
        events = take_off(view, found, everywhere=arguments.everywhere, signer=common.signer(arguments))
        common.show(
            arguments,
            {"events": [event.id for event in events], "places": len(found)},
            capital(describe(events[-1], view)),
        )
    return 0


def register(commands: Any) -> None:
    """Add this family's commands."""
    made = command(commands, "reshape", run, identity=True)
    made.add_argument("event", metavar="EVENT", help="the event that marked it")
    made.add_argument("--file", required=True, metavar="F")
    made.add_argument("--page", required=True, type=int, metavar="N")
    made.add_argument("--box", action="append", default=[], metavar="x0,y0,x1,y1", help="points from the top left")
    made.add_argument("--by-line", action="store_true", help="one box a line, round the words under it")
    made.add_argument("--was", action="append", default=[], metavar="x0,y0,x1,y1", help="where it lay")
    made = command(commands, "take-off", off, identity=True)
    made.add_argument("event", metavar="EVENT", help="the event that marked it")
    made.add_argument("--file", required=True, metavar="F")
    made.add_argument("--page", required=True, type=int, metavar="N")
    made.add_argument("--was", action="append", default=[], metavar="x0,y0,x1,y1", help="only what lies there")
    made.add_argument("--everywhere", action="store_true", help="all that the same event marked, on every page")
