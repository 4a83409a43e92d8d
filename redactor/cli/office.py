# SPDX-License-Identifier: AGPL-3.0-or-later
"""``office``: an office's lists of staff, teams, own addresses and numbers, and terms never to redact."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from typing import Any

from redactor.casefile.office import load_office
from redactor.cli import common
from redactor.cli.options import command, family
from redactor.operations.finding.office import add_entries, new_lists, read_csv, take_off, use_office
from redactor.operations.view import CaseView


def register(commands: Any) -> None:
    """Add this family's commands."""
    actions = family(commands, "office")

    def add(name: str, run: Any, text: str) -> Any:
        made = command(actions, name, run, text, case=False)
        made.add_argument("file", metavar="FILE")
        made.add_argument("--office-passphrase-file", metavar="F", help="file that holds the passphrase of the lists")
        return made

    add("new", new, "make an empty file of lists").add_argument("--office", required=True, metavar="NAME")
    add("import", take_in, "add a CSV list of staff, or kind,value,profession").add_argument("csv", metavar="CSV")
    add("show", show, "what is on the lists")
    add("remove", remove, "take an entry off").add_argument("value", metavar="VALUE")
    made = command(actions, "use", use, "have a case use the lists", identity=True)
    made.add_argument("file", metavar="FILE")
    made.add_argument("--office-passphrase-file", metavar="F")


def new(arguments: Namespace) -> int:
    made = new_lists(Path(arguments.file), arguments.office, common.office_passphrase(arguments, confirm=True))
    common.show(arguments, {"file": arguments.file, "office": made.office}, f"Made {arguments.file}")
    return 0


def take_in(arguments: Namespace) -> int:
    secret = common.office_passphrase(arguments)
    entries = read_csv(Path(arguments.csv))
    together, new_ones = add_entries(Path(arguments.file), secret, entries)
    row = {"read": len(entries), "new": new_ones, "entries": len(together.entries)}
    common.show(arguments, row, f"{len(entries)} entries read, {new_ones} of them new")
    return 0


def show(arguments: Namespace) -> int:
    lists = load_office(Path(arguments.file), common.office_passphrase(arguments))
    for entry in lists.entries:
        row = {"kind": entry.kind, "value": entry.value, "profession": entry.profession or None}
        common.show(arguments, row, f"{entry.kind:8} {entry.value}  {entry.profession}".rstrip())
    common.note(f"{lists.office}: {len(lists.entries)} entries")
    return 0


def remove(arguments: Namespace) -> int:
    left = take_off(Path(arguments.file), common.office_passphrase(arguments), [arguments.value])
    common.show(arguments, {"removed": arguments.value, "entries": len(left.entries)}, f"Removed {arguments.value}")
    return 0


def use(arguments: Namespace) -> int:
    with common.opened(arguments) as view:
        use_file(arguments, view, arguments.file)
        lists = view.state.office
        row = {"office": lists.office, "digest": lists.digest, "entries": len(lists.entries)}
        common.show(arguments, row, f"The case uses the lists of {lists.office}: analyse it to see them at work")
    return 0


def use_file(arguments: Namespace, view: CaseView, file: str) -> None:
    """``--office F`` of a command on a case."""
    use_office(view, load_office(Path(file), common.office_passphrase(arguments)), signer=common.signer(arguments))
