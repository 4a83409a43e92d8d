# SPDX-License-Identifier: AGPL-3.0-or-later
"""Commands on the way out: export, verify."""

from __future__ import annotations

from argparse import BooleanOptionalAction, Namespace
from pathlib import Path
from typing import Any

from redactor.cli import common
from redactor.cli.options import command, passphrase_options, whole_number
from redactor.domain.errors import BadInput
from redactor.operations.releasing import export as releasing
from redactor.release.widths import told_in_words


def register(commands: Any) -> None:
    """Add this family's commands."""
    made = command(commands, "export", export, identity=True)
    made.add_argument("--out", required=True, metavar="DIR")
    made.add_argument("--layout", choices=("bundle", "documents"), help="other files than the case's settings say")
    made.add_argument("--draft", action="store_true", help="unapproved; every page says so")
    made.add_argument(
        "--guide",
        action=BooleanOptionalAction,
        help="a guide in large print for the person, guide.pdf (a draft has none unless asked for)",
    )
    made.add_argument(
        "--internal-log", metavar="FILE", help="also write the internal log (.xlsx or .json): not for release"
    )
    made.add_argument("--workers", type=whole_number, metavar="N")
    made = command(commands, "verify", verify, case=False)
    made.add_argument("folder", metavar="DIR")
    made.add_argument("--case", required=True, metavar="CASE", help="the case file")
    passphrase_options(made)
    made.add_argument("--workers", type=whole_number, metavar="N")


def export(arguments: Namespace) -> int:
    out = Path(arguments.out)
    internal = Path(arguments.internal_log) if arguments.internal_log else None
    if internal is not None and internal.resolve().is_relative_to(out.resolve()):
        raise BadInput("the internal log is not for release", str(internal), "Write it outside the release folder")
    with common.opened(arguments) as view, common.pool(arguments) as pool:
        result = releasing.export(
            view,
            out,
            pool,
            draft=arguments.draft,
            layout=arguments.layout,
            internal_log=internal,
            guide=arguments.guide if arguments.guide is not None else not arguments.draft,
            signer=common.signer(arguments),
            progress=common.ShellProgress(),
        )
    row = {
        "folder": str(result.folder),
        "files": [file.name for file in result.files],
        "pages": result.pages,
        "redactions": result.redactions,
        "draft": arguments.draft,
        "not_as_released": list(result.not_as_released),
        **result.widths,
    }
    kind = "Draft, not for release" if arguments.draft else "Verified and released"
    common.show(arguments, row, f"{kind}: {result.folder} ({result.pages} pages, {result.redactions} redactions)")
    for page in result.not_as_released:
        common.note(f"redactor: {page}.")
    if told := told_in_words(result.widths):
        common.note(f"redactor: {told}")
    return 0


def verify(arguments: Namespace) -> int:
    folder = Path(arguments.folder)
    if not folder.is_dir():
        raise BadInput("there is no such folder", str(folder), "Give the folder that export wrote")
    with common.opened(arguments, write=False) as view, common.pool(arguments) as pool:
        report = releasing.verify_folder(view, folder, pool)
    for rule in report.rules:
        row = {"rule": rule.rule, "holds": rule.holds, "passed": rule.passed, "problems": list(rule.problems)}
        common.show(arguments, row, f"{'passed' if rule.passed else 'FAILED'}  {rule.rule}: {rule.holds}")
        for problem in rule.problems[:5]:
            common.note(f"redactor: {folder}: {problem}.")
    if report.draft:
        common.note("redactor: this is a draft, not for release.")
    return 0 if report.verified and not report.draft else 1
