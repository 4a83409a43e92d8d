# SPDX-License-Identifier: AGPL-3.0-or-later
"""The office's own log: with the text that was hidden, the reasons and who decided. Written only on purpose."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from redactor.domain.errors import BadInput
from redactor.domain.pages import Document
from redactor.domain.plan import Plan
from redactor.release.facts import ReleaseFacts, ReleaseResult
from redactor.release.fits import names_that_fit
from redactor.release.folder import told_plainly
from redactor.release.logs.sheet import write_table
from redactor.release.widths import Width

TITLE = "Internal redaction log"
HEAD = (
    "No.", "Page in bundle", "File", "Page", "Text", "Person", "Reason", "Label", "On record", "Decided by",
    "Decided at (UTC)", "Approved by", "Boxes", "Width",
)  # fmt: skip
WIDTHS = (6, 8, 34, 6, 44, 24, 10, 20, 50, 22, 28, 22, 28, 44)


def write_internal_log(
    path: Path,
    plan: Plan,
    result: ReleaseResult,
    documents: Mapping[str, Document],
    decided_by: Mapping[str, tuple[str, str]],
    facts: ReleaseFacts,
    people: Sequence[str] = (),
) -> None:
    """Write the internal log as .json or .xlsx, by the file's ending.

    One line per redaction and page: the disclosable fields and {file, page, boxes, text, person, reason,
    fields, decided_by, decided_at, approved_by, widths}. ``boxes`` are points on the source page; ``widths`` say of
    each box whether its width was set anew or may show, and then how many names would fit it (of the commonest
    surnames and of ``people``, the names known in the case). ``decided_by`` gives
    for a redaction's source event who decided and when. ``plan`` is the one that was burned. Raises BadInput for
    another ending, a file that is already there, and a folder that cannot be written.
    """
    require_internal_log_path(path)
    suffix = path.suffix.lower()
    lines = list(_lines(result, documents, decided_by, facts, people))
    with told_plainly(path.absolute().parent):
        if suffix == ".json":
            rows = ",\n".join(json.dumps(line, ensure_ascii=False) for line in lines)
            path.write_text(f"[\n{rows}\n]\n" if rows else "[]\n", encoding="utf-8", newline="\n")
        else:
            write_table(path, TITLE, HEAD, [_row(line) for line in lines], WIDTHS)


def require_internal_log_path(path: Path) -> None:
    """Raises BadInput, before any work is done, for a path the internal log cannot be written to."""
    if path.suffix.lower() not in (".json", ".xlsx"):
        raise BadInput("the internal log is a .json or .xlsx file", str(path), "Give the file one of these endings")
    if path.exists():
        raise BadInput("this is already there", str(path), "Choose a new name: a log is never written over")
    if not path.absolute().parent.is_dir():
        raise BadInput("the folder for the internal log does not exist", str(path), "Make it, or choose another")


def _lines(
    result: ReleaseResult,
    documents: Mapping[str, Document],
    decided_by: Mapping[str, tuple[str, str]],
    facts: ReleaseFacts,
    people: Sequence[str],
) -> Iterator[dict[str, Any]]:
    for released in result.released:
        for redaction in released.redactions:
            by, at = decided_by.get(redaction.source, ("", ""))
            yield {
                **released.line.to_json(),
                "file": documents[redaction.document].name,
                "page": redaction.page,
                "boxes": [[round(value, 1) for value in box] for box in redaction.boxes],
                "text": redaction.text,
                "person": redaction.person,
                "reason": redaction.reason,
                "fields": dict(redaction.fields),
                "decided_by": by,
                "decided_at": at,
                "approved_by": facts.approved_by,
                "widths": [_width(width, redaction.text, people) for width in released.widths],
            }


def _row(line: Mapping[str, Any]) -> tuple[str | int, ...]:
    fields = "\n".join(f"{name}: {value}" for name, value in line["fields"].items())
    boxes = "; ".join(", ".join(f"{value:.0f}" for value in box) for box in line["boxes"])
    return (
        line["number"], line["page_in_bundle"], line["file"], line["page"], line["text"], line["person"],
        line["reason"], line["label"], fields, line["decided_by"], line["decided_at"], line["approved_by"], boxes,
        "\n".join(dict.fromkeys(_in_words(width) for width in line["widths"])),
    )  # fmt: skip


def _width(width: Width, text: str, people: Sequence[str]) -> dict[str, Any]:
    """What became of a box's width, and how many names would fit it when it shows."""
    told = {"set": "set again", "filled": "widened", "shown": "may show", "drawn": "over no text"}
    row: dict[str, Any] = {"width": told[width.kind]}
    if width.kind == "shown":
        row["why"] = width.why
        fits = names_that_fit(width, text, people)
        row["names_that_fit"] = asdict(fits) if fits else None
    return row


def _in_words(row: Mapping[str, Any]) -> str:
    if row["width"] != "may show":
        return str(row["width"])
    fits = row["names_that_fit"]
    if fits is None:
        return f"may show ({row['why']})"
    return (
        f"may show ({row['why']}): {fits['fitting_surnames']} of {fits['surnames']} surnames and "
        f"{fits['fitting_people']} of {fits['people']} names in the case would fit"
    )
