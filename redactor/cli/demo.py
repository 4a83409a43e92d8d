# SPDX-License-Identifier: AGPL-3.0-or-later
"""``redactor demo``: the whole way on the demo bundle."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from typing import Any

from redactor.cli import common
from redactor.cli.options import command, whole_number
from redactor.operations.demo.demo import run_demo


def register(commands: Any) -> None:
    """Add this family's commands."""
    made = command(commands, "demo", run, case=False)
    made.add_argument("--out", metavar="DIR", default="redactor-demo", help="folder for the results")
    made.add_argument("--workers", type=whole_number, metavar="N", help="worker processes")
    made.add_argument("--open", action="store_true", help="open the demo case in the window afterwards")


def run(arguments: Namespace) -> int:
    with common.pool(arguments) as pool:
        made = run_demo(Path(arguments.out), pool, say=common.note, progress=common.ShellProgress())
    row = {key: str(value) for key, value in made.paths().items()}
    lines = ["", "The demo case went all the way, from loose papers to a verified release."]
    lines += [f"  {what:22}{path}" for what, path in made.paths().items()]
    lines.append(f"  {'passphrase of it all':22}{made.passphrase}")
    common.show(arguments, row | {"passphrase": made.passphrase}, "\n".join(lines))
    if arguments.open:
        from redactor.app import main as window

        return window([str(made.case)], passphrase=made.passphrase)
    return 0
