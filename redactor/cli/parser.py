# SPDX-License-Identifier: AGPL-3.0-or-later
"""The shell's words: every family of commands, in the order of ``redactor --help``."""

from __future__ import annotations

from redactor.cli import (
    answer,
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

FAMILIES = (
    demo,
    setup,
    intake,
    office,
    known,
    staff,
    looking,
    cues,
    deciding,
    settings,
    release,
    reasons,
    request,
    arranging,
    consent,
    opinions,
    sample,
    scans,
    sending,
    answer,
    notes,
    naming,
    rest,
    reshape,
    searching,
    reissue,
    retention,
    handover,
    audit,
    reports,
    review,
    widths,
)


def build_parser() -> Parser:
    parser = Parser(
        prog="redactor", description="Redaction of subject access requests: find people, decide, burn, prove."
    )
    commands = parser.add_subparsers(metavar="COMMAND", required=True, parser_class=Parser)
    for family in FAMILIES:
        family.register(commands)
    return parser
