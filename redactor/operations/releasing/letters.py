# SPDX-License-Identifier: AGPL-3.0-or-later
"""Letters on the disk: only where somebody asks for one, and never over something that is there."""

from __future__ import annotations

from pathlib import Path

from redactor.domain.errors import BadInput
from redactor.release.letter import LARGE, ORDINARY, Letter


def write_letter(path: Path, letter: Letter, foot: str, *, large: bool = False) -> None:
    """Write a letter as PDF or text, by the ending of ``path``. Raises BadInput."""
    kind = path.suffix.lower()
    if kind not in (".pdf", ".txt"):
        raise BadInput("a letter is a PDF or a text", str(path), "Give it the ending .pdf or .txt")
    data = letter.pdf(foot, size=LARGE if large else ORDINARY) if kind == ".pdf" else letter.text().encode()
    try:
        with path.open("xb") as out:
            out.write(data)
    except FileExistsError:
        raise BadInput("this is already there", str(path), "Choose a new name: nothing is written over") from None
