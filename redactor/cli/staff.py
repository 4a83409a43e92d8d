# SPDX-License-Identifier: AGPL-3.0-or-later
"""Commands about staff: their identities, and the office's roster that vouches for them."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from typing import Any

from redactor.casefile.identity import new_identity
from redactor.casefile.roster import add_member, new_roster
from redactor.cli import common
from redactor.cli.options import command, family
from redactor.domain.errors import BadInput
from redactor.operations.request.roster import use_roster


def register(commands: Any) -> None:
    """Add this family's commands."""
    made = command(family(commands, "identity"), "new", identity_new, "make an identity", case=False)
    made.add_argument("file", metavar="FILE")
    made.add_argument("--name", required=True, metavar="N")
    made.add_argument("--role", required=True, choices=("caseworker", "team-lead"))
    made.add_argument("--identity-passphrase-file", metavar="F")

    rosters = family(commands, "roster")
    made = command(rosters, "new", roster_new, "make a roster", case=False)
    made.add_argument("file", metavar="FILE")
    made.add_argument("--office", required=True, metavar="NAME")
    made.add_argument("--identity-passphrase-file", metavar="F")
    made = command(rosters, "add", roster_add, "put an identity on the roster", case=False)
    made.add_argument("file", metavar="FILE")
    made.add_argument("member", metavar="IDENTITY")
    made.add_argument("--identity-passphrase-file", metavar="F")
    made = command(rosters, "use", roster_use, "have a case take a roster", identity=True)
    made.add_argument("file", metavar="FILE")


def identity_new(arguments: Namespace) -> int:
    secret = common.identity_passphrase(arguments, confirm=True)
    identity = new_identity(Path(arguments.file), arguments.name, arguments.role, secret)
    row = {"file": arguments.file, "name": identity.name, "role": identity.role, "key": identity.key}
    common.show(arguments, row, f"Made {arguments.file} for {identity.name} ({identity.role})")
    return 0


def roster_new(arguments: Namespace) -> int:
    new_roster(Path(arguments.file), arguments.office, common.identity_passphrase(arguments, confirm=True))
    common.show(arguments, {"file": arguments.file, "office": arguments.office}, f"Made {arguments.file}")
    return 0


def roster_add(arguments: Namespace) -> int:
    add_member(Path(arguments.file), Path(arguments.member), common.identity_passphrase(arguments))
    common.show(arguments, {"file": arguments.file, "added": arguments.member}, f"Added {arguments.member}")
    return 0


def roster_use(arguments: Namespace) -> int:
    try:
        data = Path(arguments.file).read_bytes()
    except OSError as error:
        raise BadInput("the roster cannot be read", arguments.file, "Check the path") from error
    with common.opened(arguments) as view:
        event = use_roster(view, data, signer=common.signer(arguments))
    common.show(arguments, {"event": event.id}, f"The case now uses {arguments.file}")
    return 0
