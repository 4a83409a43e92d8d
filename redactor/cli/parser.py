# SPDX-License-Identifier: AGPL-3.0-or-later
"""The shell's words: every family of commands, in the order of ``redactor --help``."""

from __future__ import annotations

import re
import shutil
import textwrap
from difflib import get_close_matches
from importlib import import_module
from typing import NoReturn

from redactor.cli.options import Parser

#: Every family of commands (a module beside this one) and its commands, by the stage of the work it belongs to, in the
#: order in which help lists them. Named here so that a command loads its own family and no other: each brings the parts
#: of the program it works with, and all of them together take longer to load than most commands to run.
STAGES: dict[str, dict[str, tuple[str, ...]]] = {
    "to begin": {
        "demo": ("demo",),
        "window": ("gui",),
        "setup": ("new", "subject", "analyse", "detect"),
        "staff": ("identity", "roster"),
        "office": ("office",),
    },
    "the papers": {
        "intake": ("add", "refused", "source"),
        "arranging": ("documents", "arrange", "split-document", "leave-out", "put-back", "duplicates", "replace"),
        "scans": ("scans",),
    },
    "the request": {
        "request": ("request", "clock"),
        "consent": ("consent",),
        "opinions": ("classes", "opinion"),
        "reasons": ("reasons", "wording"),
    },
    "looking": {
        "looking": ("mentions", "people", "find", "todo", "journal", "check"),
        "searching": ("searches", "redact-found"),
        "cues": ("harm-cues",),
        "known": ("known",),
        "widths": ("widths",),
    },
    "deciding": {
        "deciding": ("decide", "redact", "withhold", "harm", "accept", "settle", "undo"),
        "people": ("person",),
        "naming": ("name",),
        "rest": ("hide-rest",),
        "reshape": ("reshape",),
        "notes": ("note", "comment"),
    },
    "approving": {
        "approving": ("submit", "approve", "return"),
        "review": ("review",),
        "sample": ("sample",),
    },
    "releasing": {
        "release": ("export", "verify"),
        "settings": ("settings",),
        "answer": ("letter",),
        "sending": ("send", "print-copy"),
    },
    "afterwards": {
        "reissue": ("challenge", "reissue", "statement"),
        "retention": ("retention", "erase"),
        "handover": ("hand-over", "bring-back", "conflicts"),
        "audit": ("audit-record", "audit"),
        "reports": ("report",),
    },
}


class _Whole(Parser):
    """``redactor`` itself: its help lists the commands by the stage of the work they belong to."""

    stages: dict[str, dict[str, Parser]]

    def format_help(self) -> str:
        lines = [str(self.description), "", "redactor COMMAND --help tells all about a command.", ""]
        room = max(shutil.get_terminal_size().columns - 20, 40)
        for stage, commands in self.stages.items():
            lines.append(f"{stage}:")
            for name, command in commands.items():
                first, *rest = textwrap.wrap(str(command.description), room)
                lines += [f"  {name:16}{first}", *(" " * 18 + line for line in rest)]
            lines.append("")
        return "\n".join(lines)

    def error(self, message: str) -> NoReturn:
        unknown = re.match("argument COMMAND: invalid choice: '(.*?)'", message)
        if unknown:
            near = get_close_matches(unknown[1], [name for commands in self.stages.values() for name in commands])
            message = f"there is no command '{unknown[1]}'" + (f", but there is {' and '.join(near)}" if near else "")
        elif "required: COMMAND" in message:
            message = "say what to do"
        super().error(message)


def build_parser(word: str = "") -> _Whole:
    """The parser of one command, or of all of them when ``word`` is no command: help lists them, and a wrong word is
    answered with those like it."""
    parser = _Whole(
        prog="redactor", description="Redaction of subject access requests: find people, decide, burn, prove."
    )
    commands = parser.add_subparsers(metavar="COMMAND", dest="command", required=True, parser_class=Parser)
    every = not any(word in names for families in STAGES.values() for names in families.values())
    parser.stages = {}
    for stage, families in STAGES.items():
        before = len(commands.choices)
        for family, names in families.items():
            if every or word in names:
                import_module(f"redactor.cli.{family}").register(commands)
        parser.stages[stage] = dict(list(commands.choices.items())[before:])
    return parser
