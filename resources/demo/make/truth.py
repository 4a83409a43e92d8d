# SPDX-License-Identifier: AGPL-3.0-or-later
"""Finds every mention in the finished files: what is written, whose it is, and where it lies on the page."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import groupby
from typing import Any

import pymupdf
from cast import forms
from scans import Tilt

_FORMS = forms()
_EVERY_FORM = re.compile(
    r"(?<![\w@])(?:" + "|".join(f"(?P<f{i}>{form})" for i, (form, _, _) in enumerate(_FORMS)) + r")(?![\w@])"
)


@dataclass(frozen=True)
class Letter:
    char: str
    line: int
    box: tuple[float, float, float, float] | None


def letters(page: pymupdf.Page) -> list[Letter]:
    """The page's letters in the file's order, every run of blanks and line breaks as one blank."""
    found: list[Letter] = []
    flags = pymupdf.TEXT_PRESERVE_WHITESPACE | pymupdf.TEXT_MEDIABOX_CLIP
    number = 0
    for block in page.get_text("rawdict", flags=flags)["blocks"]:
        for line in block.get("lines", ()):
            number += 1
            for span in line["spans"]:
                for char in span["chars"]:
                    blank = char["c"].isspace() or char["c"] == "\xa0"
                    if not blank:
                        found.append(Letter(char["c"], number, tuple(char["bbox"])))
                    elif found and found[-1].box is not None:
                        found.append(Letter(" ", number, None))
            if found and found[-1].box is not None:
                found.append(Letter(" ", number, None))
    return found


def in_text(text: str) -> list[tuple[int, int, str, str]]:
    """Every mention in a text whose blanks are single: (start, end, person, label)."""
    return [(m.start(), m.end(), *_FORMS[int(m.lastgroup[1:])][1:]) for m in _EVERY_FORM.finditer(text) if m.lastgroup]


def counted(text: str) -> Counter[tuple[str, str, str]]:
    """How often each (words, person, label) is in ``text``."""
    return Counter((text[a:b], person, label) for a, b, person, label in in_text(text))


def boxes(part: list[Letter], tilt: Tilt | None) -> list[list[float]]:
    """A box for each line of ``part``, points from the top left of the page as displayed."""
    found: list[list[float]] = []
    for _, group in groupby((letter for letter in part if letter.box), key=lambda letter: letter.line):
        rects = [letter.box for letter in group if letter.box]
        x0, y0 = min(r[0] for r in rects), min(r[1] for r in rects)
        x1, y1 = max(r[2] for r in rects), max(r[3] for r in rects)
        box = tilt.box(x0, y0, x1, y1) if tilt else (x0, y0, x1, y1)
        found.append([round(value, 1) for value in box])
    return found


def mentions(document: pymupdf.Document, name: str, tilts: list[Tilt] | None = None) -> list[dict[str, Any]]:
    """Every mention on the pages of ``document``, which is stored as ``name``.

    Pages count from 1. For a scan ``document`` is what was scanned and ``tilts`` how each page lay.
    """
    found: list[dict[str, Any]] = []
    fields = [[widget.rect for widget in page.widgets()] for page in document]
    if any(fields):
        document = pymupdf.open("pdf", document.tobytes())
        document.bake()
    for number, page in enumerate(document, 1):
        page_letters = letters(page)
        text = "".join(letter.char for letter in page_letters)
        for start, end, person, label in in_text(text):
            part = page_letters[start:end]
            lies = boxes(part, tilts[number - 1] if tilts else None)
            middle = pymupdf.Point((lies[0][0] + lies[0][2]) / 2, (lies[0][1] + lies[0][3]) / 2)
            found.append(
                {
                    "file": name,
                    "page": number,
                    "where": "form_field" if any(middle in rect for rect in fields[number - 1]) else "page",
                    "text": text[start:end],
                    "person": person,
                    "label": label,
                    "boxes": lies,
                }
            )
    return found


def elsewhere(document: pymupdf.Document, name: str) -> list[dict[str, Any]]:
    """Mentions off the page: in the file's name, its metadata and its bookmarks."""
    places = [("filename", 0, name.removesuffix(".pdf"))]
    places += [("metadata", 0, document.metadata[key] or "") for key in ("title", "author")]
    places += [("bookmark", page, title) for _, title, page in document.get_toc()]
    places += [
        ("annotation", page.number + 1, annotation.info[key])
        for page in document
        for annotation in page.annots()
        for key in ("title", "content")
    ]
    return [
        {
            "file": name,
            "page": page,
            "where": where,
            "text": text[start:end],
            "person": person,
            "label": label,
            "boxes": [],
        }
        for where, page, text in places
        for start, end, person, label in in_text(text)
    ]


def passage(document: pymupdf.Document, name: str, reason: str, words: str) -> dict[str, Any]:
    """Where a held-back passage stands. ValueError when it is not whole on one page."""
    for number, page in enumerate(document, 1):
        page_letters = letters(page)
        start = "".join(letter.char for letter in page_letters).find(words)
        if start >= 0:
            part = page_letters[start : start + len(words)]
            return {"file": name, "page": number, "text": words, "reason": reason, "boxes": boxes(part, None)}
    raise ValueError(f"{name}: the passage is not whole on one page: {words[:60]}...")
