# SPDX-License-Identifier: AGPL-3.0-or-later
"""Headings with a shadow: the same words drawn twice, a little apart. The page is released, nothing of what is hidden
stays in either printing, and what is no shadow is missed as before."""

from __future__ import annotations

import io
from pathlib import Path

import pikepdf
import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from redactor.domain.geometry import Box
from redactor.release.verify.expect import ExpectedPage
from redactor.release.verify.readable import _printed_twice
from tests.release.papers import DRAFT, LINES, SECRET, Case, words_of

HEADING = f"Afterwards {SECRET} telephoned the office"


def shadowed(size: float, aside: float, lower: float) -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=1)
    canvas.setFont("Helvetica", 12)
    for n, line in enumerate(LINES):
        canvas.drawString(60, 600 - 20 * n, line)
    canvas.setFont("Helvetica-Bold", size)
    for grey, x, y in ((0.7, 40 + aside, 760 - lower), (0, 40, 760)):
        canvas.setFillGray(grey)
        canvas.drawString(x, y, HEADING)
    canvas.save()
    return out.getvalue()


@pytest.mark.parametrize(("size", "aside", "lower"), [(24, 0, 4), (24, 1, 1), (24, 2, 2), (16, 0.5, 0.5), (12, 1, 4)])
def test_a_heading_with_a_shadow_is_released(tmp_path: Path, size: float, aside: float, lower: float) -> None:
    data = shadowed(size, aside, lower)
    (content,) = words_of(data)
    assert content.text.count("telephoned") >= 2, "the shadow is read as words of its own"
    case = Case()
    case.add(data)
    result = case.release(tmp_path / "out", DRAFT)
    assert result.report.verified
    with pikepdf.open(result.folder / "bundle.pdf") as pdf:
        shown = pdf.pages[1].obj.Contents.read_bytes()
    word = b"".join(b"%04X" % ord(letter) for letter in "telephoned")
    assert shown.count(word) == content.text.count("telephoned")
    assert b"".join(b"%04X" % ord(letter) for letter in SECRET.split()[-1]) not in shown


def page(*words: tuple[str, Box]) -> ExpectedPage:
    return ExpectedPage(
        0, "page 1", tuple(text for text, _ in words), frozenset(), frozenset(), kept=tuple(box for _, box in words)
    )


def test_only_equal_words_over_each_other_are_one_to_another_reader() -> None:
    own, shadow, apart = Box(10, 10, 50, 20), Box(12, 14, 52, 24), Box(10, 30, 50, 40)
    assert _printed_twice(page(("Anna", own), ("Anna", shadow))).total() == 4
    assert not _printed_twice(page(("Anna", own), ("Anna", apart)))
    assert not _printed_twice(page(("Anna", own), ("Emma", shadow)))
