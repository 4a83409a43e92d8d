# SPDX-License-Identifier: AGPL-3.0-or-later
"""The team lead's sample of what is left readable, and what it says of the misses that remain."""

from __future__ import annotations

from argparse import Namespace
from typing import Any

from redactor.cli import common
from redactor.cli.options import command
from redactor.operations.approving.sample import record_sample, sample
from redactor.review.checks.sample import SIZE, counted, said_estimate


def register(commands: Any) -> None:
    """Add this family's commands."""
    made = command(commands, "sample", run, identity=True)
    made.add_argument("--size", type=int, default=SIZE, metavar="N", help=f"passages to draw ({SIZE} if left out)")
    made.add_argument("--read", action="store_true", help="put on record that all of it was read")
    made.add_argument("--miss", action="append", type=int, default=[], metavar="N", help="passage N holds a miss")
    made.add_argument("--comment", default="", metavar="T")


def run(arguments: Namespace) -> int:
    size = max(arguments.size, 1)
    with common.opened(arguments, write=arguments.read) as view:
        if arguments.read:
            signer = common.signer(arguments, required=True)
            assert signer is not None
            event, said = record_sample(view, arguments.miss, signer, size=size, comment=arguments.comment)
            row = {"event": event.id, "read": said.read, "passages": said.passages, "found": said.found}
            row |= {"likely": round(said.likely, 1), "low": said.low, "high": said.high}
            common.show(arguments, row, said_estimate(said))
            return 0
        drawn, units = sample(view, size)
        for passage in drawn:
            name = view.documents[passage.unit.document].name
            row = {
                "number": passage.number,
                "file": name,
                "page": passage.unit.page,
                "risk": passage.unit.layer,
                "text": passage.text,
            }
            common.show(arguments, row, f"{passage.number:3}. {name}, page {passage.unit.page}\n     {passage.text}")
        layers = ", ".join(f"{number:,} of {layer} risk" for layer, number in counted(units).items())
        common.note(
            f"{len(drawn)} of {len(units):,} passages ({layers}). Then: "
            "redactor sample CASE --read --miss N ... --as ID"
        )
    return 0
