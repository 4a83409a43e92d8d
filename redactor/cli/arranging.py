# SPDX-License-Identifier: AGPL-3.0-or-later
"""Commands about the documents as a whole: list, order, names; what is split, left out, or there twice."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from typing import Any

from redactor.cli import common
from redactor.cli.intake import asking, passwords_in
from redactor.cli.looking import boxes_json
from redactor.cli.options import command
from redactor.domain.dates import british
from redactor.domain.errors import BadInput
from redactor.domain.saying import count
from redactor.operations.copies import duplicates as copying
from redactor.operations.deciding import replacing
from redactor.operations.intake import arrange as arranging
from redactor.operations.intake import confirming, contents
from redactor.operations.view import CaseView
from redactor.review.papers.arrangement import index_title


def documents(arguments: Namespace) -> int:
    with common.opened(arguments, write=False) as view:
        for entry in contents.listing(view):
            part = entry.part
            row: dict[str, Any] = {
                "number": entry.number,
                "file": entry.name,
                "sha256": part.document,
                "first": part.first,
                "last": part.last,
                "title": index_title(part) or None,
                "date": part.date or None,
                "kind": part.kind or None,
                "section": part.section or None,
                "proposed_date": entry.proposed.date or None,
                "proposed_date_why": entry.proposed.date_why,
                "proposed_kind": entry.proposed.kind,
                "proposed_kind_why": entry.proposed.kind_why,
                "proposed_title": confirming.heading_of(entry) or None,
                "left_out": entry.left,
                "reason": entry.reason or None,
                "status": entry.status,
                "late": entry.late,
                "replaces": entry.replaces or None,
            }
            left = f"  [{entry.status}]" if entry.left else ""
            whole = count(part.last - part.first + 1, "page")
            pages = f"pages {part.first} to {part.last}" if part.split else whole
            proposed = confirming.heading_of(entry) or f"{entry.kind}{', ' + british(entry.date) if entry.date else ''}"
            said = index_title(part) or f"({proposed}?)"
            common.show(arguments, row, f"{entry.number:4}  {said}  {entry.name}, {pages}{left}")
    return 0


def arrange(arguments: Namespace) -> int:
    said = {name: getattr(arguments, name) for name in ("title", "date", "kind", "section")}
    described = any(value is not None for value in said.values())
    chosen = [bool(arguments.by), bool(arguments.move), described, arguments.confirm]
    if sum(chosen) != 1:
        raise BadInput("say one thing to arrange", do="Give --by, --move, --confirm, or DOC with --title, --date...")
    with common.opened(arguments) as view:
        signer = common.signer(arguments)
        if arguments.by:
            event = arranging.arrange_by(view, arguments.by, signer=signer)
            text = f"{len(event.payload['order'])} documents by {arguments.by}"
        elif arguments.move:
            if bool(arguments.before) == arguments.to_end:
                raise BadInput("say where to", do="Give --before DOC, or --to-end")
            parts = [contents.part_called(view, name) for name in arguments.move]
            before = contents.part_called(view, arguments.before) if arguments.before else None
            event = arranging.move(view, parts, before, signer=signer)
            text = f"Moved: {len(parts)}"
        elif arguments.confirm:
            chosen_parts = [contents.part_called(view, name) for name in arguments.document] or None
            confirmed = confirming.confirm(view, chosen_parts, titles=not arguments.no_titles, signer=signer)
            if confirmed is None:
                common.show(arguments, {"event": None, "documents": 0}, "Nothing was left to confirm")
                return 0
            event, text = confirmed, f"Confirmed: {count(len(confirmed.payload['entries']), 'document')}"
        else:
            if not arguments.document:
                raise BadInput("say which document", do="Give its number or file: redactor documents CASE lists them")
            parts = [contents.part_called(view, name) for name in arguments.document]
            event = arranging.describe(view, parts, **said, signer=signer)
            text = f"Described: {len(parts)}"
    common.show(arguments, {"event": event.id, "kind": str(event.kind)}, text)
    return 0


def split_document(arguments: Namespace) -> int:
    with common.opened(arguments) as view:
        document = view.document_called(arguments.file)
        first, last = page_range(arguments.pages, document.pages)
        signer = common.signer(arguments)
        event = arranging.split(view, document, first, last, arguments.title, signer=signer)
    common.show(arguments, {"event": event.id}, f"A document of its own: {document.name}, pages {first} to {last}")
    return 0


def leave_out(arguments: Namespace) -> int:
    with common.opened(arguments) as view:
        document = view.document_called(arguments.file)
        first, last = page_range(arguments.pages, document.pages)
        like = None
        if arguments.of:
            like = (view.document_called(arguments.of), arguments.of_page)
        elif arguments.reason.upper() == arranging.COPY:
            like = copying.copy_of(view, document, first, last)
        event = arranging.leave_out(
            view,
            document,
            first,
            last,
            arguments.reason,
            fields=common.fields_of(arguments),
            like=like,
            why=arguments.why,
            signer=common.signer(arguments),
        )
    row = {"event": event.id, "pages": last - first + 1}
    common.show(arguments, row, f"Left out: {document.name}, pages {first} to {last}")
    return 0


def put_back(arguments: Namespace) -> int:
    with common.opened(arguments) as view:
        document = view.document_called(arguments.file)
        first, last = page_range(arguments.pages, document.pages)
        event = arranging.put_back(view, document, first, last, signer=common.signer(arguments))
    common.show(arguments, {"event": event.id}, f"Put back: {document.name}, pages {first} to {last}")
    return 0


def duplicates(arguments: Namespace) -> int:
    with common.opened(arguments, write=False) as view:
        if not view.analysed:
            common.note("Not everything is analysed yet: copies among the rest are not known.")
        for group in copying.same_pages(view):
            places = [_place(view, key) for key in group]
            group_row = {"kind": "pages", "places": places}
            common.show(
                arguments, group_row, "One page: " + "; ".join(f"{p['file']}, page {p['page']}" for p in places)
            )
        for copy in copying.copies(view):
            if copy.words < arguments.minimum_words:
                continue
            places = [
                {**_place(view, key), "boxes": boxes_json(boxes)}
                for key, boxes in zip(copy.pages, copy.boxes, strict=True)
            ]
            row: dict[str, Any] = {
                "kind": "same" if copy.same else "passage",
                "similarity": copy.similarity,
                "words": copy.words,
                "text": copy.text,
                "places": places,
            }
            where = " = ".join(f"{place['file']}, page {place['page']}" for place in places)
            text = f"{copy.similarity:6.1%}  {copy.words:4} words  {where}  “{copy.text[:60]}”"
            common.show(arguments, row, text)
    return 0


def _place(view: CaseView, key: tuple[str, int]) -> dict[str, Any]:
    kept = view.state.arrangement.keeps(*key)
    return {"file": view.documents[key[0]].name, "page": key[1], "left_out": not kept}


def replace(arguments: Namespace) -> int:
    with common.opened(arguments) as view:
        old, signer = view.document_called(arguments.file), common.signer(arguments)
        if arguments.by:
            done = replacing.replace(view, old, view.document_called(arguments.by), why=arguments.why, signer=signer)
        else:
            passwords = passwords_in(arguments.password_file)
            with common.pool(arguments) as pool:
                done = replacing.replace_with(
                    view,
                    old,
                    Path(arguments.with_file),
                    pool,
                    why=arguments.why,
                    passwords=passwords,
                    signer=signer,
                    progress=common.ShellProgress(),
                    ask=asking(),
                )
    row = {"events": list(done.events), "carried": done.carried, "left_behind": done.left_behind}
    common.show(arguments, {**row, "file": done.new}, done.told)
    return 0


def page_range(text: str | None, pages: int) -> tuple[int, int]:
    """ "3" or "3-5"; all of ``pages`` when nothing is given. Raises BadInput."""
    if not text:
        return 1, pages
    first, _, last = text.partition("-")
    if not first.isdecimal() or (last and not last.isdecimal()):
        raise BadInput(f"'{text}' is not a page or a range", do="Write 3 or 3-5")
    return int(first), int(last or first)


def register(commands: Any) -> None:
    """Add this family's commands."""
    command(commands, "documents", documents)
    made = command(commands, "arrange", arrange, identity=True)
    made.add_argument("document", nargs="*", metavar="DOC", help="number in the list, file, or FILE:FIRST-PAGE")
    made.add_argument("--by", choices=("date", "folder", "added"))
    made.add_argument("--move", nargs="+", metavar="DOC")
    made.add_argument("--before", metavar="DOC")
    made.add_argument("--to-end", action="store_true")
    made.add_argument(
        "--confirm", action="store_true", help="proposed titles, dates and kinds, for the index (of DOC, or all)"
    )
    made.add_argument("--no-titles", action="store_true", help="with --confirm: dates and kinds only")
    made.add_argument("--title", metavar="T", help='what the index prints ("": nothing)')
    made.add_argument("--date", metavar="DATE", help="YYYY-MM-DD")
    made.add_argument("--kind", metavar="K", help="letter, e-mail, assessment...")
    made.add_argument("--section", metavar="S", help="the heading of the index it stands under")

    made = command(
        commands,
        "split-document",
        split_document,
        identity=True,
    )
    made.add_argument("--file", required=True, metavar="F")
    made.add_argument("--pages", required=True, metavar="N-M")
    made.add_argument("--title", default="", metavar="T")

    made = command(commands, "leave-out", leave_out, identity=True)
    made.add_argument("--file", required=True, metavar="F")
    made.add_argument("--pages", metavar="N-M", help="default: all")
    made.add_argument("--reason", required=True, metavar="CODE", help="OOS, COPY or EARLIER")
    made.add_argument("--of", metavar="F", help="the file that stays, for a copy or an earlier version")
    made.add_argument("--of-page", type=int, default=1, metavar="N")
    made.add_argument("--why", default="", metavar="W")
    made.add_argument("--field", action="append", metavar="K=V", help="a field the reason asks for")

    made = command(commands, "put-back", put_back, identity=True)
    made.add_argument("--file", required=True, metavar="F")
    made.add_argument("--pages", metavar="N-M", help="default: all")

    made = command(commands, "duplicates", duplicates)
    made.add_argument("--minimum-words", type=int, default=25, metavar="N", help="leave shorter passages out")

    made = command(commands, "replace", replace, identity=True)
    made.add_argument("--file", required=True, metavar="OLD")
    new = made.add_mutually_exclusive_group(required=True)
    new.add_argument("--by", metavar="NEW", help="a document that is in the case already")
    new.add_argument("--with", dest="with_file", metavar="PATH", help="a file to take in, read and put in its place")
    made.add_argument("--password-file", metavar="F", help="passwords to try on the file, one a line")
    made.add_argument("--why", default="", metavar="W")
