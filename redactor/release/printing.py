# SPDX-License-Identifier: AGPL-3.0-or-later
"""A copy of a release for the printer: every page on A4, with room to punch, each document on a leaf of its own.

Made of the released pages as they are: nothing is drawn anew. The library is loaded only where the task runs.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from redactor.domain.errors import BadInput

#: A4 and its margins, in points: 12 mm to the edge, 22 mm where it is bound.
SHORT, LONG = 595.28, 841.89
EDGE, BOUND = 34.0, 62.0


def print_copy(files: tuple[str, ...], out: str) -> tuple[int, int]:
    """Write the released PDFs, in order, to the new file ``out``, for printing on both sides. Each document (each
    bookmark of the release) begins on a right-hand page. Returns the pages and how many of them are blank. Raises
    BadInput."""
    import pikepdf

    path = Path(out)
    if path.exists():
        raise BadInput("this is already there", str(path), "Choose a new name: nothing is written over")
    blank = 0
    with pikepdf.new() as made:
        for file in files:
            with pikepdf.open(file) as pdf:
                begins = {0, *_documents(pdf)}
                for number, page in enumerate(pdf.pages):
                    if number in begins and len(made.pages) % 2:
                        made.add_blank_page(page_size=(SHORT, LONG))
                        blank += 1
                    _place(made, page)
        pages = len(made.pages)
        made.save(path, deterministic_id=True)
    return pages, blank


def _documents(pdf: Any) -> list[int]:
    """The pages (from 0) that the bookmarks at the top level lead to."""
    import pikepdf

    found: list[int] = []
    with pdf.open_outline() as outline:
        for item in outline.root:
            target = item.destination
            if isinstance(target, pikepdf.Array) and len(target):
                begins: Any = pikepdf.Page(target[0])
            found.append(int(begins.index))
    return found


def _place(made: Any, page: Any) -> None:
    """One page on A4, upright or on its side as it is, no larger than it was unless it is smaller than the sheet.
    Odd pages are bound on the left, even ones on the right."""
    import pikepdf

    box = [float(value) for value in page.mediabox]
    wide = box[2] - box[0] > box[3] - box[1]
    width, height = (LONG, SHORT) if wide else (SHORT, LONG)
    made.add_blank_page(page_size=(width, height))
    sheet = made.pages[-1]
    right_hand = len(made.pages) % 2 == 1
    left, right = (BOUND, EDGE) if right_hand else (EDGE, BOUND)
    if wide:  # bound at the top or the foot, as the sheet lies
        inside = pikepdf.Rectangle(EDGE, right, width - EDGE, height - left)
    else:
        inside = pikepdf.Rectangle(left, EDGE, width - right, height - EDGE)
    sheet.add_overlay(page, inside, expand=True, shrink=True)
