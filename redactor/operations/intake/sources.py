# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a case was given: files that are not among its documents, and documents as they came."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from redactor.domain.errors import BadInput
from redactor.domain.pages import Document
from redactor.domain.saying import say
from redactor.operations.view import CaseView
from redactor.review.papers.intake import TO_BE_SEEN, NotTakenFile


@dataclass(frozen=True, slots=True)
class NotTakenRow:
    """A file that was given and is no document. ``open``: somebody has to look at it before submission; ``settled``
    is what was said about it ("" when nothing was)."""

    file: NotTakenFile
    open: bool
    settled: str = ""


def not_taken_in(view: CaseView) -> list[NotTakenRow]:
    """Every file that was given and is not among the documents, in the order it came. One that was taken in
    after all is not among them."""
    record, settled = view.state.intake, view.state.settled
    rows = []
    for file in record.files.values():
        if file.status in TO_BE_SEEN and record.taken_in(file):
            continue
        said = settled[file.id].why if file.id in settled else ""
        rows.append(NotTakenRow(file, file.status in TO_BE_SEEN and file.id not in settled, said))
    return rows


def write_source(view: CaseView, document: Document, out: Path) -> Path:
    """Write a document's file as it came (for a converted one: what it was made from) to a new file.

    Raises BadInput when ``out`` exists or cannot be written. What is written is not encrypted any more.
    """
    data = view.case.source_bytes(document.sha256)
    try:
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
        with os.fdopen(os.open(out, flags, 0o600), "wb") as file:
            file.write(data)
    except FileExistsError:
        raise BadInput("there is a file of this name already", str(out), "Choose another name") from None
    except OSError as error:
        raise BadInput(
            say("it cannot be written ({reason})", reason=error.strerror), str(out), "Choose a folder you may write to"
        ) from error
    return out
