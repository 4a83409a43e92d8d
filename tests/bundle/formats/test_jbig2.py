# SPDX-License-Identifier: AGPL-3.0-or-later
"""JBIG2 files as fax servers keep them: every page comes in with its own pixels, and what is missing is named."""

from __future__ import annotations

import pymupdf
import pytest
from PIL import Image

from redactor.bundle import tasks
from redactor.bundle.kinds import file_kind
from redactor.domain.errors import BadInput
from tests.faxmade import fax, segment


def bars_on(pdf: bytes, page: int) -> int:
    drawn = tasks.page_pixels(pdf, "", page, 4)
    dark = [value < 128 for value in Image.fromarray(drawn[len(drawn) // 2 :][:1]).convert("L").tobytes()]
    return sum(here and not before for before, here in zip([False, *dark], dark, strict=False))


def test_every_page_with_its_own_pixels() -> None:
    data = fax(3)
    assert file_kind(data) == "picture"
    made = tasks.convert(data, "fax.jb2", "picture")
    assert made.converter == "Redactor, JBIG2 picture set as pages" and made.notes == ()
    with pymupdf.open(stream=made.pdf) as document:
        assert document.page_count == 3
    assert [bars_on(made.pdf, page) for page in (1, 2, 3)] == [1, 2, 3]


def test_what_is_cut_off_is_named() -> None:
    data = fax(3)
    end = data.index(segment(6, 48, 3, b"")[:7])
    made = tasks.convert(data[:end], "fax.jb2", "picture")
    assert any("page 3 cannot be shown" in note for note in made.notes)
    made = tasks.convert(data[:-20], "fax.jb2", "picture")
    assert any("page 3 is cut short" in note for note in made.notes), "MuPDF says nothing of it"


@pytest.mark.parametrize("data", [fax(1)[:30], fax(1, flags=0)])
def test_what_cannot_be_read_is_refused_with_what_to_do(data: bytes) -> None:
    with pytest.raises(BadInput, match="damaged, or packed in a way not known here"):
        tasks.convert(data, "fax.jb2", "picture")
