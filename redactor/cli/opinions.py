# SPDX-License-Identifier: AGPL-3.0-or-later
"""Classes of documents, and the ledger of opinions on serious harm."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from typing import Any

from redactor.cli import common
from redactor.cli.options import command
from redactor.domain.catalogue import appropriate, health_professionals
from redactor.domain.errors import BadInput
from redactor.operations.deciding.places import anchors_of_text, box_anchor
from redactor.operations.releasing.letters import write_letter
from redactor.operations.request.opinions import (
    LASTS,
    ask_opinion,
    classes_now,
    classes_payload,
    confirm_classes,
    disclosure_day,
    lacks,
    record_opinion,
)
from redactor.operations.request.passage_classes import class_passage
from redactor.operations.view import CaseView
from redactor.review.request.classes import NAMES
from redactor.review.request.opinions import FINDINGS, MET, NOT_MET


def register(commands: Any) -> None:
    """Add this family's commands."""
    made = command(commands, "classes", classes, identity=True)
    made.add_argument("--file", action="append", metavar="F", help="a document (with --class; may be repeated)")
    made.add_argument("--page", type=int, default=0, metavar="N", help="only a passage of this page (--text or --box)")
    made.add_argument("--text", default="", metavar="T", help="the words of the passage")
    made.add_argument("--box", default="", metavar="x0,y0,x1,y1", help="instead: points from the top left")
    made.add_argument("--class", dest="kind", choices=list(NAMES), help="what it is")
    made.add_argument("--confirm", action="store_true", help="confirm all others as they are proposed")

    made = command(commands, "opinion", opinion, identity=True)
    made.add_argument("--ask", metavar="WHOM", help="put what is open to this clinician (with --extract)")
    made.add_argument("--extract", metavar="FILE", help="the passages to send them (.pdf or .txt); not for release")
    finding = made.add_mutually_exclusive_group()
    finding.add_argument("--met", action="store_const", dest="finding", const=MET, help="the test is met")
    finding.add_argument("--not-met", action="store_const", dest="finding", const=NOT_MET, help="it is not met")
    made.add_argument("--by", metavar="NAME", default="", help="who said so")
    made.add_argument("--profession", default="", metavar="P", help=", ".join(health_professionals()))
    made.add_argument("--appropriate", default="", metavar="A", help=", ".join(appropriate()))
    made.add_argument("--given", default="", metavar="DATE", help="when")
    made.add_argument("--text", default="", metavar="T", help="what they said")
    made.add_argument("--number", action="append", type=int, default=[], metavar="N", help="a number of the extract")
    made.add_argument("--file", action="append", default=[], metavar="F", help="a whole document")
    made.add_argument("--all-health", action="store_true", help="every document of health data")


def classes(arguments: Namespace) -> int:
    if bool(arguments.file) != bool(arguments.kind):
        raise BadInput("a class belongs to a document", do="Give --file F and --class C together")
    if bool(arguments.page) != bool(arguments.text or arguments.box) or (arguments.page and not arguments.file):
        raise BadInput("a passage is words or a box on a page", do="Give --file F --page N and --text T or --box B")
    change = bool(arguments.file or arguments.confirm)
    with common.opened(arguments, write=change) as view:
        if arguments.page:
            document = view.document_called(arguments.file[0])
            if arguments.text:
                places = list(anchors_of_text(view, arguments.text, document, arguments.page, everywhere=False))
            else:
                places = [box_anchor(view, document, arguments.page, common.box_of(arguments.box))]
            class_passage(view, places, arguments.kind, signer=common.signer(arguments))
        elif change:
            chosen = {view.document_called(name).sha256: arguments.kind for name in arguments.file or ()}
            rest = classes_payload(view)["classes"] if arguments.confirm else []
            wanted = {str(row["document"]): str(row["class"]) for row in rest} | chosen
            # Confirming what is confirmed already is done; it is no mistake.
            if wanted:
                confirm_classes(view, wanted, signer=common.signer(arguments))
        confirmed = view.state.classes.confirmed
        for sha, kind in classes_now(view).items():
            proposal = view.class_proposals[sha]
            name = view.documents[sha].name
            row = {
                "file": name,
                "class": kind,
                "confirmed": sha in confirmed,
                "proposed": proposal.kind,
                "why": proposal.why,
            }
            state = "confirmed" if sha in confirmed else f"proposed, for: {proposal.why}"
            common.show(arguments, row, f"{kind:12} {name}  ({state})")
        for anchor, kind in view.state.classes.passages:
            name = view.documents[anchor.document].name
            row = {"file": name, "page": anchor.page, "text": anchor.text, "class": kind, "confirmed": True}
            common.show(arguments, row, f"{kind:12} {name}, page {anchor.page}: '{anchor.text[:60]}'")
    return 0


def opinion(arguments: Namespace) -> int:
    if bool(arguments.ask) != bool(arguments.extract):
        raise BadInput("an extract goes to somebody", do="Give --ask WHOM and --extract FILE together")
    with common.opened(arguments, write=bool(arguments.ask or arguments.finding)) as view:
        if arguments.ask:
            path = Path(arguments.extract)
            if path.exists():
                raise BadInput("this is already there", str(path), "Choose a new name: nothing is written over")
            _, letter = ask_opinion(view, arguments.ask, signer=common.signer(arguments))
            write_letter(path, letter, f"Confidential. Reference {view.fact('reference')}")
            common.note(f"Written: {path}. It quotes the record: send it to {arguments.ask} only, by a safe way.")
        if arguments.finding:
            documents = [view.document_called(name).sha256 for name in arguments.file]
            if arguments.all_health:
                documents += [sha for sha, kind in classes_now(view).items() if kind == "health"]
            record_opinion(
                view,
                arguments.finding,
                by=arguments.by,
                profession=arguments.profession,
                basis=arguments.appropriate,
                given=arguments.given,
                text=arguments.text,
                numbers=arguments.number,
                documents=documents,
                signer=common.signer(arguments),
            )
        _show(arguments, view)
    return 0


def _show(arguments: Namespace, view: CaseView) -> None:
    day = disclosure_day(view)
    for number, question in sorted(view.state.ledger.questions.items()):
        name = view.documents[question.document].name
        what = f"page {question.anchor.page}: {question.anchor.text[:60]}" if question.anchor else "the whole document"
        row = {"number": number, "file": name, "page": question.anchor.page if question.anchor else None,
               "asked": str(question.asked), "whom": question.whom}  # fmt: skip
        common.show(arguments, row, f"Asked {number:3}  {name}, {what}")
    for found in view.state.ledger.opinions:
        names = [view.documents[sha].name for sha in found.documents if sha in view.documents]
        row = {
            "finding": found.finding,
            "by": found.by,
            "profession": found.profession,
            "given": str(found.given),
            "counts_until": str(found.until(LASTS)),
            "counts": found.counts_on(day, LASTS),
            "documents": names,
            "passages": len(found.anchors),
        }
        counts = "counts" if row["counts"] else "TOO OLD"
        common.show(arguments, row, f"{FINDINGS[found.finding]}: {found.by}, {found.given} ({counts} on {day})")
    for lack in lacks(view, day):
        row = {"lacks": lack.text, "file": view.documents[lack.document].name, "page": lack.page}
        common.show(arguments, row, f"Lacking  {row['file']}: {lack.text}")
