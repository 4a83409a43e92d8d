# SPDX-License-Identifier: AGPL-3.0-or-later
"""``scans``: the documents that were read from their pixels, and in what language."""

from __future__ import annotations

from argparse import Namespace
from typing import Any

from redactor.bundle.ocr.tessdata import folder_with, how_to_install
from redactor.cli import common
from redactor.cli.options import command
from redactor.domain.errors import BadInput
from redactor.operations.intake.languages import read_as, scanned_documents
from redactor.review.papers.readings import LANGUAGES, language_name


def register(commands: Any) -> None:
    """Add this family's commands."""
    made = command(commands, "scans", scans, identity=True)
    made.add_argument("--file", metavar="F", help="a document")
    made.add_argument("--page", type=int, action="append", metavar="N", help="only this page of it (repeat)")
    made.add_argument("--language", choices=list(LANGUAGES), help="read its scans in this language from now on")


def scans(arguments: Namespace) -> int:
    if arguments.language:
        return _choose(arguments)
    with common.opened(arguments, write=False) as view:
        wanted = view.document_called(arguments.file).sha256 if arguments.file else ""
        proposed = False
        for found in scanned_documents(view):
            if wanted and found.document.sha256 != wanted:
                continue
            proposed = proposed or found.welsh
            row = {
                "file": found.document.name,
                "scanned": found.scanned,
                "waiting": found.waiting,
                "languages": found.languages or None,
                "looks_welsh": found.welsh,
            }
            said = f"{found.document.name}: {found.scanned} scanned pages, read {language_name(found.languages)}"
            said += f", {found.waiting} waiting" if found.waiting else ""
            said += ". Looks Welsh: redactor scans CASE --file F --language welsh" if found.welsh else ""
            common.show(arguments, row, said)
        if proposed and not folder_with(LANGUAGES["welsh"]):
            common.note(f"For Welsh, this PC needs Tesseract's data. {how_to_install()}")
    return 0


def _choose(arguments: Namespace) -> int:
    if not arguments.file:
        raise BadInput("which document?", do="Give --file F, and --page N for one page of it")
    with common.opened(arguments, write=True) as view:
        document = view.document_called(arguments.file)
        pages = arguments.page or ()
        event = read_as(view, document, arguments.language, pages=pages, signer=common.signer(arguments))
        name = language_name(LANGUAGES[arguments.language])
        row = {"event": event.id, "file": document.name, "pages": list(pages) or None, "language": arguments.language}
        common.show(arguments, row, f"{document.name} will be read {name}: run 'redactor analyse CASE'")
    return 0
