# SPDX-License-Identifier: AGPL-3.0-or-later
"""Commands about the files a case was given: add them, list what was not taken in, get one back as it came."""

from __future__ import annotations

import getpass
import sys
from argparse import Namespace
from pathlib import Path
from typing import Any

from redactor.cli import common
from redactor.cli.options import command
from redactor.domain.errors import BadInput
from redactor.operations.intake.intake import Added, add_paths
from redactor.operations.intake.sources import not_taken_in, write_source
from redactor.operations.intake.working import Ask


def register(commands: Any) -> None:
    """Add this family's commands."""
    add_command = command(commands, "add", add, identity=True)
    add_command.add_argument("paths", nargs="+", metavar="PATH")
    add_command.add_argument("--password-file", metavar="F", help="passwords to try on locked files, one a line")
    command(commands, "refused", refused)
    source_command = command(commands, "source", source)
    source_command.add_argument("--file", required=True, metavar="F")
    source_command.add_argument("--out", required=True, metavar="FILE", help="a new file; it is not encrypted")


def add(arguments: Namespace) -> int:
    passwords = passwords_in(arguments.password_file)
    with common.opened(arguments) as view, common.pool(arguments) as pool, common.stoppable() as stopped:
        results = add_paths(
            view.case,
            [Path(path) for path in arguments.paths],
            pool,
            passwords=passwords,
            signer=common.signer(arguments),
            progress=common.ShellProgress(),
            cancelled=stopped,
            ask=asking(),
        )
        if stopped():
            pool.cancel_all()
    for result in results:
        _show(arguments, result)
    if stopped():
        common.note("redactor: stopped. What was finished is kept; add the same again to go on from there.")
        return 1
    refused_any = any(result.status == "refused" for result in results)
    none_new = not any(result.status == "added" for result in results)
    return 2 if refused_any or none_new else 0


def _show(arguments: Namespace, result: Added) -> None:
    row = {
        "file": result.file,
        "sha256": result.sha256,
        "pages": result.pages,
        "status": result.status,
        "problem": result.problem,
        "converter": result.converter,
        "notes": list(result.notes),
    }
    pages = "1 page" if result.pages == 1 else f"{result.pages} pages"
    about = "; ".join(part for part in (pages if result.pages else "", result.converter) if part)
    common.show(arguments, row, f"{result.status:12} {result.file}{f'  ({about})' if about else ''}")
    if result.problem and result.status != "opened":
        common.note(f"redactor: {result.file}: {result.problem}.")
    for note in result.notes:
        common.note(f"note: {result.file}: {note}.")


def asking() -> Ask | None:
    """Asks for a file's password where there is somebody to ask."""
    if not sys.stdin.isatty():
        return None
    return lambda name, problem: getpass.getpass(f"{name}: {problem}. Password (empty to go on without): ") or None


def passwords_in(file: str | None) -> tuple[str, ...]:
    if not file:
        return ()
    try:
        return tuple(line for line in Path(file).read_text(encoding="utf-8").splitlines() if line)
    except (OSError, UnicodeDecodeError) as error:
        raise BadInput("the password file cannot be read", file, "Check the path") from error


def refused(arguments: Namespace) -> int:
    with common.opened(arguments, write=False) as view:
        rows = not_taken_in(view)
        for row in rows:
            record = {
                "id": row.file.id,
                "file": row.file.name,
                "sha256": row.file.sha256,
                "size": row.file.size,
                "status": str(row.file.status),
                "problem": row.file.problem,
                "open": row.open,
                "settled": row.settled,
            }
            standing = "to be looked at" if row.open else f"seen: {row.settled}" if row.settled else "nothing to do"
            text = f"{record['status']:12} {row.file.name}  ({standing})\n    {row.file.problem}"
            common.show(arguments, record, text)
        if not rows:
            common.note("Everything that was given is in the case.")
    return 0


def source(arguments: Namespace) -> int:
    with common.opened(arguments, write=False) as view:
        document = view.document_called(arguments.file)
        path = write_source(view, document, Path(arguments.out))
    common.show(arguments, {"file": document.name, "out": str(path)}, f"Wrote {path} as it came. It is not encrypted.")
    return 0
