# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a page shows beside its words is read, and a page that shows nothing else is not read by OCR."""

from __future__ import annotations

import pytest

from redactor.bundle.mupdf.engine import open_document
from redactor.bundle.page.mute import calls_letters_marks, inked_glyphs, names_of
from redactor.bundle.page.reading import read_page
from redactor.domain.pages import PageStatus
from tests.release.hiding import KINDS, plain
from tests.release.hiding.drawn import LEAD, SECRET, with_type0


def status(data: bytes) -> PageStatus:
    return read_page(open_document(data), 0, 1).content.status


@pytest.mark.parametrize(
    "name", ["a glyph that is called a blank", "letters mapped to dots", "a pattern of small cells"]
)
def test_ink_that_no_word_tells_of_is_looked_at(name: str) -> None:
    assert status(KINDS[name].make()) is PageStatus.NEEDS_OCR


def test_a_plain_page_and_an_honest_font_are_not() -> None:
    assert status(plain()) is PageStatus.READ
    honest = with_type0({c: c for c in LEAD + SECRET})
    reading = read_page(open_document(honest), 0, 1)
    assert not reading.pictures


def test_a_font_that_calls_letters_marks_is_told_from_one_with_marks() -> None:
    rows = b"beginbfchar\n" + b"\n".join(b"<%04X> <%04X>" % (n, 0x2E) for n in range(5)) + b"\nendbfchar"
    assert calls_letters_marks(rows)
    assert not calls_letters_marks(b"beginbfrange\n<0020> <007E> <0020>\n<00A0> <00A0> <00A0>\nendbfrange")
    assert not calls_letters_marks(b"beginbfrange\n<00> <03> [<0000> <0000> <0000> <0000>]\nendbfrange")


def test_letters_called_by_blanks_one_after_the_other_are_marks_unless_they_draw_nothing() -> None:
    blanks = b"beginbfrange\n<0030> <0039> <2000>\nendbfrange"
    assert calls_letters_marks(blanks)
    assert not calls_letters_marks(blanks, lambda code: code < 0x33)


def test_which_glyphs_of_an_embedded_font_draw_something() -> None:
    document = open_document(with_type0({c: c for c in LEAD + SECRET}))
    (xref,) = (font[0] for font in document.get_page_fonts(0) if font[2] == "Type0")
    inked = inked_glyphs(document, xref)
    told = document.xref_stream(int(document.xref_get_key(xref, "ToUnicode")[1].split()[0]))
    drawn = {name: inked(code) for code, name in names_of(told)}
    assert not drawn.pop(" ") and drawn and all(drawn.values())
