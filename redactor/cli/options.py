# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the shell's commands are made with: one helper for a command, and the options that many of them share."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from typing import Any, NoReturn

from redactor.cli.commands import told


class Parser(argparse.ArgumentParser):
    """Usage errors are one line, like every other error."""

    def error(self, message: str) -> NoReturn:
        print(f"redactor: {message}. See: {self.prog} --help", file=sys.stderr)
        sys.exit(2)


def command(
    commands: Any,
    name: str,
    run: Callable[[argparse.Namespace], int],
    text: str = "",
    *,
    case: bool = True,
    identity: bool = False,
) -> Parser:
    """A command that calls ``run``. ``text``: what it does, where it is an action of a command: of a command itself the
    table tells. ``case``: it is about a case file and opens it; ``identity``: somebody signs it."""
    text = text or told(name)
    command: Parser = commands.add_parser(name, help=text, description=text)
    command.set_defaults(run=run, identity=None)
    if case:
        command.add_argument("case", metavar="CASE", help="the case file")
        passphrase_options(command)
    command.add_argument("--json", action="store_true", help="one JSON object a line")
    if identity:
        identity_options(command)
    return command


def family(commands: Any, name: str) -> Any:
    """A command that is followed by an action: the actions are added to what this gives."""
    return actions_of(commands.add_parser(name, description=told(name)))


def passphrase_options(command: Parser) -> None:
    command.add_argument("--passphrase-file", metavar="F", help="file that holds the passphrase of the case")
    command.add_argument("--recovery-key", metavar="F", help="open with the office's recovery key")


def identity_options(command: Parser) -> None:
    command.add_argument("--as", dest="identity", metavar="IDENTITY", help="the identity file of whoever does this")
    command.add_argument("--identity-passphrase-file", metavar="F", help="file that holds its passphrase")
    command.add_argument("--take-part", action="store_true", help="as a team lead who could then not approve the case")


def office_options(command: Parser) -> None:
    command.add_argument("--office", metavar="F", help="use the office's lists of this file")
    command.add_argument("--office-passphrase-file", metavar="F", help="file that holds their passphrase")


def subject_options(command: Parser) -> None:
    command.add_argument("--address", action="append", metavar="A", help="where they live or lived")
    command.add_argument("--identifier", action="append", metavar="I", help="a number or e-mail address of theirs")


def field_options(command: Parser) -> None:
    command.add_argument("--field", action="append", metavar="K=V", help="a field the reason asks for")


def actions_of(parser: Any) -> Any:
    return parser.add_subparsers(metavar="ACTION", required=True, parser_class=Parser)


def whole_number(text: str) -> int:
    number = int(text) if text.isdecimal() else 0
    if number < 1:
        raise argparse.ArgumentTypeError(f"'{text}' is not a whole number from 1")
    return number


def score(text: str) -> float:
    try:
        score = float(text)
    except ValueError:
        score = -1.0
    if not 0 <= score <= 1:
        raise argparse.ArgumentTypeError(f"'{text}' is not a score from 0 to 1")
    return score
