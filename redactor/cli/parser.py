# SPDX-License-Identifier: AGPL-3.0-or-later
"""The parser of a command line: of the one command it names, or of the whole, whose help lists them all."""

from __future__ import annotations

import re
import shutil
import textwrap
from argparse import Namespace
from collections.abc import Sequence
from difflib import get_close_matches
from importlib import import_module
from typing import NoReturn

from redactor.cli.commands import STAGES, families
from redactor.cli.options import Parser


class _Whole(Parser):
    """``redactor`` itself: its help lists the commands by the stage of the work they belong to."""

    def format_help(self) -> str:
        lines = [str(self.description), "", "redactor COMMAND --help tells all about a command.", ""]
        room = max(shutil.get_terminal_size().columns - 20, 40)
        for stage, commands_of in STAGES.items():
            lines.append(f"{stage}:")
            for name, text in (command for names in commands_of.values() for command in names.items()):
                first, *rest = textwrap.wrap(text, room)
                lines += [f"  {name:16}{first}", *(" " * 18 + line for line in rest)]
            lines.append("")
        return "\n".join(lines)

    def parse(self, words: Sequence[str]) -> Namespace:
        """The arguments; words that stand after an option are what a command takes several of (``more``)."""
        arguments, rest = self.parse_known_args(words)
        more = getattr(arguments, getattr(arguments, "more", ""), None)
        if rest and (more is None or any(word.startswith("-") for word in rest)):
            self.error(f"this is not understood here: {' '.join(rest)}")
        if more is not None:
            more += rest
        return arguments

    def error(self, message: str) -> NoReturn:
        unknown = re.match("argument COMMAND: invalid choice: '(.*?)'", message)
        if unknown:
            near = get_close_matches(unknown[1], [name for _, names in families() for name in names])
            message = f"there is no command '{unknown[1]}'" + (f", but there is {' and '.join(near)}" if near else "")
        elif "required: COMMAND" in message:
            message = "say what to do"
        super().error(message)


def build_parser(word: str = "") -> tuple[_Whole, dict[str, Parser]]:
    """The parser of a command line whose first word is ``word``, and those of the commands in it: the family of the
    command it names, or none where it names none. Then there is help to give, or a wrong word to answer."""
    parser = _Whole(
        prog="redactor", description="Redaction of subject access requests: find people, decide, burn, prove."
    )
    commands = parser.add_subparsers(metavar="COMMAND", dest="command", required=True, parser_class=Parser)
    for family in (family for family, names in families() if word in names):
        import_module(f"redactor.cli.{family}").register(commands)
    return parser, commands.choices
