# SPDX-License-Identifier: AGPL-3.0-or-later
"""Commands about searches that are saved in the case, and about redacting what a search finds."""

from __future__ import annotations

from argparse import Namespace
from typing import Any

from redactor.cli import common
from redactor.cli.options import command
from redactor.domain.errors import BadInput
from redactor.operations.deciding.mark import redact_spans
from redactor.operations.finding.find import How, find
from redactor.operations.finding.searches import Search, forget_search, save_search, saved_searches


def searches(arguments: Namespace) -> int:
    """List them, with how often each finds something; or save, or forget one."""
    if arguments.save and arguments.forget:
        raise BadInput("save or forget, not both", do="Give --save T or --forget T")
    write = bool(arguments.save or arguments.forget)
    with common.opened(arguments, write=write) as view:
        how = How.PATTERN if arguments.pattern else How.FUZZY if arguments.fuzzy else How.WORDS
        if arguments.save:
            save_search(view, Search(arguments.save, how))
        elif arguments.forget:
            forget_search(view, Search(arguments.forget, how))
        for search in saved_searches(view):
            places = sum(1 for _ in find(view, search.text, how=search.how))
            row = {"text": search.text, "how": str(search.how), "places": places}
            common.show(arguments, row, f"{search.text} ({search.how}): {places} places")
    return 0


def redact_found(arguments: Namespace) -> int:
    how = How.PATTERN if arguments.pattern else How.FUZZY
    with common.opened(arguments) as view:
        document = view.document_called(arguments.file).sha256 if arguments.file else ""
        found = [f for f in find(view, arguments.text, how=how) if document in ("", f.document)]
        places = [(f.document, f.page, f.span, f.text) for f in found if not f.apart]
        if len(places) < len(found):
            common.note(
                f"Left: {len(found) - len(places)} that are two words over a line's end (redactor find shows them)"
            )
        fields, signer = common.fields_of(arguments), common.signer(arguments)
        event = redact_spans(view, places, arguments.text, arguments.reason, fields=fields, signer=signer)
        row = {"event": event.id, "kind": str(event.kind), "places": len(places)}
        common.show(arguments, row, f"Redacted in {len(places)} places")
    return 0


def register(commands: Any) -> None:
    """Add this family's commands."""
    made = command(commands, "searches", searches)
    made.add_argument("--save", metavar="T")
    made.add_argument("--forget", metavar="T")
    how = made.add_mutually_exclusive_group()
    how.add_argument("--fuzzy", action="store_true")
    how.add_argument("--pattern", action="store_true")
    made = command(commands, "redact-found", redact_found, identity=True)
    made.add_argument("text", metavar="TEXT", help="look first: redactor find CASE TEXT --fuzzy (or --pattern)")
    how = made.add_mutually_exclusive_group(required=True)
    how.add_argument("--fuzzy", action="store_true")
    how.add_argument("--pattern", action="store_true")
    made.add_argument("--file", metavar="F", help="in this document only")
    made.add_argument("--reason", required=True, metavar="CODE")
    made.add_argument("--field", action="append", metavar="K=V")
