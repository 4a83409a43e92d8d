# SPDX-License-Identifier: AGPL-3.0-or-later
"""The reasons: list them, with what each needs; have a case take the council's own wording."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from typing import Any

from redactor.cli import common
from redactor.cli.options import command
from redactor.domain.catalogue import NATIONS, Reason, Release, releases, requesters
from redactor.domain.errors import BadInput
from redactor.domain.wording import Wording, read_wording, shipped
from redactor.operations.releasing.wording import use_wording


def register(commands: Any) -> None:
    """Add this family's commands."""
    made = command(commands, "reasons", reasons, case=False)
    made.add_argument("code", nargs="?", metavar="CODE", help="one of them")
    made.add_argument("--wording", metavar="FILE", help="as worded in this file of the council (and check the file)")
    made = command(commands, "wording", wording, identity=True)
    made.add_argument("file", metavar="FILE", nargs="?", help="the council's wording (.toml)")
    made.add_argument("--usual", action="store_true", help="back to the wording that ships")


def reasons(arguments: Namespace) -> int:
    words = shipped()
    if arguments.wording:
        words = read_wording(_read(arguments.wording).decode("utf-8", "replace"), arguments.wording)
    wanted = (arguments.code or "").upper()
    entries: list[Reason | Release] = [*words.reasons.values(), *releases().values()]
    shown = [entry for entry in entries if wanted in ("", entry.code)]
    if not shown:
        raise BadInput(f"there is no reason '{arguments.code}'", do="List them all: redactor reasons")
    for entry in shown:
        row = _row(entry, words)
        common.show(arguments, row, _text(row, bool(wanted)))
    return 0


def _row(entry: Reason | Release, words: Wording) -> dict[str, Any]:
    row: dict[str, Any] = {
        "code": entry.code,
        "kind": "withhold" if isinstance(entry, Reason) else "disclose",
        "title": entry.title,
        "reference": entry.reference,
        "checked": entry.checked,
        "checked_in": entry.checked_in,
        "covers": entry.covers,
        "fields": dict(entry.fields),
    }
    if isinstance(entry, Reason):
        row |= {
            "label": entry.label,
            "explanation": entry.explanation,
            "disclosed_reference": entry.disclosed_reference,
            "sealed": entry.sealed,
            "requesters": list(entry.requesters),
            "nations": list(entry.nations),
            "data": entry.data,
            "opinion": entry.opinion,
            "opinion_months": entry.opinion_months,
            "harm": entry.harm,
            "standing": words.standing_for(entry.code),
        }
    return row


def _text(row: dict[str, Any], whole: bool) -> str:
    checked = "checked against the Act" if row["checked"] else "NOT checked against the Act"
    lines = [f"{row['code']:10}{row['title']}", f"          {row['reference']} ({checked})"]
    if not whole:
        return "\n".join(lines)
    lines.append(f"          {row['covers']}")
    if row["kind"] == "withhold":
        lines.append(f"  printed   {row['label']}")
        lines.append(f"  told      {row['explanation']} ({row['disclosed_reference']})")
    if row.get("requesters"):
        lines.append("  only for  " + "; ".join(requesters()[code] for code in row["requesters"]))
    if row.get("nations"):
        lines.append("  only in   " + ", ".join(NATIONS[code] for code in row["nations"]))
    if row.get("opinion"):
        months = row["opinion_months"]
        lasts = f", given at most {months} months before the disclosure" if months else ""
        lines.append(f"  opinion   of {row['opinion']}{lasts}")
    lines += [f"  --field   {name}=...   {question}" for name, question in row["fields"].items()]
    return "\n".join(lines)


def wording(arguments: Namespace) -> int:
    if bool(arguments.file) == arguments.usual:
        raise BadInput("say which wording", do="Give a FILE, or --usual")
    data = _read(arguments.file) if arguments.file else b""
    with common.opened(arguments) as view:
        event = use_wording(view, data, arguments.file or "", signer=common.signer(arguments))
        council = view.state.wording.council
    text = f"The case now speaks in the words of {council}" if council else "The case now speaks in the usual words"
    common.show(arguments, {"event": event.id, "council": council}, text)
    return 0


def _read(file: str) -> bytes:
    try:
        return Path(file).read_bytes()
    except OSError as error:
        raise BadInput("the wording cannot be read", file, "Check the path") from error
