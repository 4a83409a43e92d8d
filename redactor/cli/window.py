# SPDX-License-Identifier: AGPL-3.0-or-later
"""The command that opens the window: by itself, since the window loads what it needs and nothing else."""

from __future__ import annotations

from argparse import Namespace
from typing import Any

from redactor.cli.options import command


def register(commands: Any) -> None:
    """Add this family's command."""
    made = command(commands, "gui", gui, case=False)
    made.add_argument("case", metavar="CASE", nargs="?", help="the case to open")


def gui(arguments: Namespace) -> int:
    from redactor.app import main as window

    return window([arguments.case] if arguments.case else [])
