# SPDX-License-Identifier: AGPL-3.0-or-later
"""The shell's words: every family of commands, in the order of ``redactor --help``."""

from __future__ import annotations

import re
import shutil
import textwrap
from difflib import get_close_matches
from typing import NoReturn

from redactor.cli import (
    answer,
    approving,
    arranging,
    audit,
    consent,
    cues,
    deciding,
    demo,
    handover,
    intake,
    known,
    looking,
    naming,
    notes,
    office,
    opinions,
    people,
    reasons,
    reissue,
    release,
    reports,
    request,
    reshape,
    rest,
    retention,
    review,
    sample,
    scans,
    searching,
    sending,
    settings,
    setup,
    staff,
    widths,
)
from redactor.cli.options import Parser

#: Every family of commands, by the stage of the work it belongs to, in the order in which help lists them.
STAGES = {
    "to begin": (demo, setup, staff, office),
    "the papers": (intake, arranging, scans),
    "the request": (request, consent, opinions, reasons),
    "looking": (looking, searching, cues, known, widths),
    "deciding": (deciding, people, naming, rest, reshape, notes),
    "approving": (approving, review, sample),
    "releasing": (release, settings, answer, sending),
    "afterwards": (reissue, retention, handover, audit, reports),
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


def build_parser() -> _Whole:
    parser = _Whole(
        prog="redactor", description="Redaction of subject access requests: find people, decide, burn, prove."
    )
    commands = parser.add_subparsers(metavar="COMMAND", dest="command", required=True, parser_class=Parser)
    parser.stages = {}
    for stage, families in STAGES.items():
        before = len(commands.choices)
        for family in families:
            family.register(commands)
        parser.stages[stage] = dict(list(commands.choices.items())[before:])
    return parser
