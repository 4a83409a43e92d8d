# SPDX-License-Identifier: AGPL-3.0-or-later
"""``name``: somebody's name, in the whole case at once."""

from __future__ import annotations

from argparse import Namespace
from typing import Any

from redactor.cli import common
from redactor.cli.options import command
from redactor.domain.mentions import Profession, Role, Tier
from redactor.operations.finding.one_name import add_name


def register(commands: Any) -> None:
    """Add this family's commands."""
    made = command(commands, "name", name, identity=True)
    made.add_argument("name", metavar="NAME", help="as it is written, or nearly: misspellings are found as possible")
    made.add_argument("--person", default="", metavar="ID", help="it is another name of somebody the case knows")
    made.add_argument("--role", choices=[str(role) for role in Role], help="third_party if left out")
    made.add_argument("--profession", choices=[str(each) for each in Profession])


def name(arguments: Namespace) -> int:
    with common.opened(arguments) as view:
        event = add_name(
            view,
            arguments.name,
            person=arguments.person,
            role=Role(arguments.role) if arguments.role else None,
            profession=Profession(arguments.profession) if arguments.profession else None,
            signer=common.signer(arguments),
        )
        who = event.payload["person"]
        tiers = [span[2] for span in event.payload["spans"]]
        possible = tiers.count(Tier.POSSIBLE)
        pages = len({(anchor[0], anchor[1]) for anchor in event.payload["anchors"]})
        row = {
            "event": event.id,
            "kind": str(event.kind),
            "person": who["id"],
            "mentions": len(tiers) - possible,
            "possible": possible,
            "pages": pages,
        }
        many = f"{len(tiers) - possible} new mentions and {possible} possible ones on {pages} pages"
        common.show(arguments, row, f"{who['name']}: {many} ({who['id']})")
    return 0
