# SPDX-License-Identifier: AGPL-3.0-or-later
"""Large made-up records, written on the spot and never committed."""

from __future__ import annotations

import io
import random

FORENAMES = (
    "Meena",
    "Gareth",
    "Priya",
    "Fiona",
    "Alan",
    "Seun",
    "Kyle",
    "Rosa",
    "Tomasz",
    "Ffion",
    "Dilys",
    "Hassan",
    "Ayesha",
    "Bronwen",
    "Callum",
    "Nia",
)
SURNAMES = (
    "Dunmore",
    "Pole",
    "Adeyemi",
    "Whitcombe",
    "Marsh",
    "Kowalski",
    "Griffiths",
    "Begum",
    "Okafor",
    "Pritchard",
    "Lister",
    "Hale",
    "Tennant",
)
THINGS = (
    "was seen at home and the flat was tidy",
    "did not attend the review and sent no apologies",
    "rang the duty desk about the school run and the meals at the weekend",
    "said that things had been calmer since the summer and that work was going well",
    "asked for the minutes of the last meeting and for a new appointment in the morning",
)


def sentence(random_: random.Random) -> str:
    name = f"{random_.choice(FORENAMES)} {random_.choice(SURNAMES)}"
    if random_.random() < 0.4:
        name = random_.choice(FORENAMES)
    return f"{name} {random_.choice(THINGS)}."


def record(pages: int, seed: int = 1) -> bytes:
    """A PDF of ``pages`` A4 pages of case notes, about 350 words each."""
    from reportlab.lib.pagesizes import A4
    from reportlab.pdfgen.canvas import Canvas

    random_ = random.Random(seed)
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=1, pageCompression=1)
    for page in range(1, pages + 1):
        canvas.setFont("Helvetica-Bold", 12)
        canvas.drawString(56, 790, f"Case notes, page {page}")
        canvas.setFont("Helvetica", 10)
        y = 766
        while y > 60:
            line = sentence(random_)
            while len(line) < 78:
                line += " " + sentence(random_)
            canvas.drawString(56, y, line[:104])
            y -= 16
        canvas.showPage()
    canvas.save()
    return out.getvalue()
