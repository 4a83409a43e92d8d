# SPDX-License-Identifier: AGPL-3.0-or-later
"""Small real case documents for the window's tests. Everybody in them is made up."""

from __future__ import annotations

import io
from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

SUBJECT = "Priya Marlowe"
OTHER = "Darren Holt"
WORKER = "Samira Quayle"

NOTES = (
    (
        "Case notes",
        f"Social worker: {WORKER}, Hartsmere Council",
        f"Home visit to {SUBJECT}. Her neighbour {OTHER} was at the door.",
        f"Mr {OTHER} said that he had heard shouting on Tuesday night.",
        f"{OTHER} can be reached on 01632 960456.",
        "The kitchen was clean and there was food in the fridge.",
    ),
    (
        "Case notes, continued",
        f"{SUBJECT} came to the office with her neighbour {OTHER}.",
        "She said that she feels safe at home.",
        f"{WORKER} will write to the housing officer.",
    ),
)
LETTER = (
    (
        "Letter",
        f"Dear {SUBJECT},",
        f"Thank you for meeting me last week. I have spoken to {OTHER} as you asked.",
        "The next review takes place in spring.",
        "Yours sincerely,",
        f"{WORKER}, Social Worker",
    ),
)


def make_pdf(pages: tuple[tuple[str, ...], ...]) -> bytes:
    """A PDF with these lines on its pages."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=True)
    for lines in pages:
        canvas.setFont("Helvetica", 12)
        for number, line in enumerate(lines):
            canvas.drawString(70, 770 - 26 * number, line)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def make_papers(folder: Path) -> Path:
    """Two documents of three pages, and one file that is none."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "Case notes.pdf").write_bytes(make_pdf(NOTES))
    (folder / "Letter.pdf").write_bytes(make_pdf(LETTER))
    (folder / "Broken.pdf").write_bytes(b"this is not a PDF")
    return folder
