# SPDX-License-Identifier: AGPL-3.0-or-later
"""The covering letter that goes with the records."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from typing import Any

from redactor.cli import common
from redactor.cli.options import command
from redactor.operations.releasing.answer import answer_letter, template
from redactor.operations.releasing.letters import write_letter


def register(commands: Any) -> None:
    """Add this family's commands."""
    made = command(commands, "letter", letter)
    made.add_argument("--out", required=True, metavar="FILE", help="a new .pdf or .txt")
    made.add_argument("--words", metavar="FILE", help="the council's own words (.toml), laid over those that ship")
    made.add_argument("--large", action="store_true", help="in large print")


def letter(arguments: Namespace) -> int:
    words = template(Path(arguments.words) if arguments.words else None)
    with common.opened(arguments, write=False) as view:
        made = answer_letter(view, words)
        foot = f"Reference {view.fact('reference')}"
    write_letter(Path(arguments.out), made, foot, large=arguments.large)
    common.show(arguments, {"file": arguments.out}, f"Written: {arguments.out}")
    return 0
