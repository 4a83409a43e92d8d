# SPDX-License-Identifier: AGPL-3.0-or-later
"""``person``: put right who is who. Each action writes one event to the journal and says which."""

from __future__ import annotations

from argparse import SUPPRESS, Namespace
from typing import Any

from redactor.cli import common
from redactor.cli.options import Parser, actions_of, command
from redactor.operations.deciding import persons


def register(commands: Any) -> None:
    """Add ``person CASE ACTION``: the case comes before the action; options may stand in either place."""
    person = command(commands, "person", merge, identity=True)
    actions = actions_of(person)
    shared = Parser(add_help=False, argument_default=SUPPRESS)
    for option in ("--passphrase-file", "--recovery-key", "--identity-passphrase-file"):
        shared.add_argument(option, metavar="F")
    shared.add_argument("--as", dest="identity", metavar="IDENTITY")
    shared.add_argument("--json", action="store_true")
    action = actions.add_parser("merge", help="these are one person", parents=[shared])
    action.set_defaults(run=merge)
    action.add_argument("ids", nargs="+", metavar="ID", help="their ids; the first stays")
    action = actions.add_parser("split", help="these mentions are somebody else", parents=[shared])
    action.set_defaults(run=split)
    action.add_argument("id", metavar="ID")
    action.add_argument("--mention", nargs="+", action="extend", required=True, metavar="M")
    action.add_argument("--name", default="", metavar="NAME", help="what to call the new person")
    action = actions.add_parser("rename", help="call a person so", parents=[shared])
    action.set_defaults(run=rename)
    action.add_argument("id", metavar="ID")
    action.add_argument("name", metavar="NAME")


def merge(arguments: Namespace) -> int:
    with common.opened(arguments) as view:
        event = persons.merge(view, arguments.ids, signer=common.signer(arguments))
        person = view.person(arguments.ids[0])
        return common.done(arguments, event, f"One person now: {person.name}", person=person.id)


def split(arguments: Namespace) -> int:
    with common.opened(arguments) as view:
        event, new = persons.split(
            view, arguments.id, arguments.mention, name=arguments.name, signer=common.signer(arguments)
        )
        return common.done(arguments, event, f"A person of their own now: {view.person(new).name} ({new})", person=new)


def rename(arguments: Namespace) -> int:
    with common.opened(arguments) as view:
        event = persons.rename(view, arguments.id, arguments.name, signer=common.signer(arguments))
        return common.done(arguments, event, f"Called {arguments.name} now", person=arguments.id)
