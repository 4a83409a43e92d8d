# SPDX-License-Identifier: AGPL-3.0-or-later
"""Sending a release: an encrypted copy, and what went to whom, when and how."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import asdict
from pathlib import Path
from typing import Any

from redactor.cli import common
from redactor.cli.options import command
from redactor.domain.errors import BadInput
from redactor.operations.releasing.sending import make_copy, make_print_copy, record_sent, sent
from redactor.review.release.sending import WAYS, way_words


def register(commands: Any) -> None:
    """Add this family's commands."""
    made = command(commands, "send", send, identity=True)
    made.add_argument("folder", metavar="DIR", nargs="?", help="the released folder")
    made.add_argument("--to", default="", metavar="NAME", help="who it goes to")
    made.add_argument("--how", default="", choices=["", *WAYS], help="how it goes")
    made.add_argument("--on", default="", metavar="DATE", help="when (today if left out)")
    made.add_argument("--copy", metavar="FILE", help="make an encrypted copy in one PDF (AES-256) to send")
    made.add_argument("--copy-passphrase-file", metavar="F", help="file that holds the copy's passphrase")
    made.add_argument("--passphrase-by", default="", metavar="T", help="how the copy's passphrase goes, apart from it")
    made.add_argument("--note", default="", metavar="T")

    made = command(commands, "print-copy", printed)
    made.add_argument("folder", metavar="DIR", help="the released folder")
    made.add_argument("--out", required=True, metavar="FILE", help="a new .pdf")


def printed(arguments: Namespace) -> int:
    with common.opened(arguments, write=False) as view, common.pool(arguments) as pool:
        pages, blank = make_print_copy(view, Path(arguments.folder), Path(arguments.out), pool)
    row = {"file": arguments.out, "pages": pages, "blank": blank}
    common.show(arguments, row, f"Written: {arguments.out} ({pages} pages for both sides, {blank} of them blank)")
    return 0


def send(arguments: Namespace) -> int:
    if arguments.folder is None:
        with common.opened(arguments, write=False) as view:
            for entry in sent(view):
                text = f"{entry.on}  to {entry.to}, {way_words(entry.way, entry.copy)}  ({entry.manifest[:12]})"
                common.show(arguments, asdict(entry), text)
        return 0
    if not arguments.how or not arguments.to.strip():
        raise BadInput("say to whom it goes, and how", do="Give --to NAME and --how WAY")
    if arguments.copy and not arguments.passphrase_by:
        raise BadInput(
            "an encrypted copy's passphrase goes another way", do="Say which way it goes (--passphrase-by T)"
        )
    if bool(arguments.copy) != bool(arguments.copy_passphrase_file):
        raise BadInput("a copy needs its passphrase", do="Give --copy FILE and --copy-passphrase-file F together")
    folder = Path(arguments.folder)
    with common.opened(arguments) as view, common.pool(arguments) as pool:
        copy = Path(arguments.copy) if arguments.copy else None
        if copy is not None:
            try:
                secret = Path(arguments.copy_passphrase_file).read_text(encoding="utf-8").rstrip("\r\n")
            except OSError as error:
                raise BadInput("the passphrase file cannot be read", arguments.copy_passphrase_file) from error
            make_copy(view, folder, copy, secret, pool)
        event = record_sent(
            view,
            folder,
            to=arguments.to,
            way=arguments.how,
            on=arguments.on,
            copy=copy,
            passphrase=arguments.passphrase_by,
            note=arguments.note,
            signer=common.signer(arguments),
        )
    row = {"event": event.id, **event.payload}
    common.show(
        arguments, row, f"On record: sent on {row['on']} to {row['to']}, {way_words(str(row['way']), str(row['copy']))}"
    )
    return 0
