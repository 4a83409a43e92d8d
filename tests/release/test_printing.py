# SPDX-License-Identifier: AGPL-3.0-or-later
"""A copy for the printer: A4, every document on a leaf of its own, nothing lost and nothing added."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from redactor.domain.errors import BadInput
from redactor.release.printing import LONG, SHORT, print_copy
from tests.release.papers import every_kind


def texts(path: Path) -> list[str]:
    with pypdfium2.PdfDocument(path) as pdf:
        return [" ".join(page.get_textpage().get_text_range().split()) for page in pdf]


@pytest.mark.slow
def test_every_page_is_there_on_a4_and_documents_begin_on_the_right(tmp_path: Path) -> None:
    released = every_kind().release(tmp_path / "out")
    bundle, out = tmp_path / "out" / "bundle.pdf", tmp_path / "print.pdf"
    pages, blank = print_copy((str(bundle),), str(out))
    shown = texts(out)
    assert len(shown) == pages == released.pages + blank
    assert [text for text in shown if text] == [text for text in texts(bundle) if text]
    with pikepdf.open(out) as made, pikepdf.open(bundle) as source:
        for page in made.pages:
            size = sorted(round(float(v), 2) for v in page.mediabox[2:])
            assert size == [SHORT, LONG]
        with source.open_outline() as outline:
            firsts = [pikepdf.Page(item.destination[0]).index for item in outline.root]
    original = texts(bundle)
    for first in firsts:
        if original[first]:
            assert any(text == original[first] and at % 2 == 0 for at, text in enumerate(shown))
    with pytest.raises(BadInput, match="already there"):
        print_copy((str(bundle),), str(out))
