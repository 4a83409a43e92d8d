# SPDX-License-Identifier: AGPL-3.0-or-later
"""A page is drawn in colour when anything on it has colour, whatever it is made of, and else in grey."""

from __future__ import annotations

import io
from typing import Any

import pikepdf
import pymupdf
import pytest

from redactor.release.burn.draw import draw

RED = (0.8, 0.1, 0.1)


def _text(page: Any) -> None:
    page.insert_text((72, 120), "The visit was cancelled", fontsize=14, color=RED)


def _area(page: Any) -> None:
    page.draw_rect((72, 100, 200, 140), fill=RED, color=None)


def _line(page: Any) -> None:
    page.draw_line((72, 100), (300, 100), color=RED, width=3)


def _picture(page: Any, colour: tuple[int, int, int] = (200, 20, 20)) -> None:
    pixels = pymupdf.Pixmap(pymupdf.csRGB, (0, 0, 40, 40), False)
    pixels.set_rect(pixels.irect, colour)
    page.insert_image((72, 100, 140, 168), pixmap=pixels)


def _annotation(page: Any) -> None:
    page.add_highlight_annot((72, 100, 200, 140)).update()


def _note(page: Any) -> None:
    page.add_freetext_annot((72, 100, 200, 140), "seen", text_color=RED).update()


@pytest.mark.parametrize("add", [_text, _area, _line, _picture, _annotation, _note])
def test_what_has_colour_is_drawn_in_it(add: Any) -> None:
    with pymupdf.open() as document:
        page = document.new_page()
        page.insert_text((72, 72), "Case note", fontsize=14)
        add(page)
        pixels = draw(document, 0).pixels
        assert pixels.ndim == 3
        assert int((pixels.max(axis=2) - pixels.min(axis=2)).max()) > 60


def test_a_page_of_greys_is_drawn_in_grey_even_if_a_picture_says_it_has_colours() -> None:
    with pymupdf.open() as document:
        page = document.new_page()
        page.insert_text((72, 72), "Case note", fontsize=14, color=(0.4, 0.4, 0.4))
        assert draw(document, 0).pixels.ndim == 2
        _picture(page, (120, 120, 120))
        assert draw(document, 0).pixels.ndim == 2


def _letter_that_is_a_drawing(colour: bytes) -> bytes:
    """A page whose one letter is drawn step by step, with a colour of its own."""
    with pikepdf.new() as pdf:
        page = pdf.add_blank_page(page_size=(200, 200))
        font = pikepdf.Dictionary(
            Type=pikepdf.Name.Font,
            Subtype=pikepdf.Name.Type3,
            FontBBox=[0, 0, 1000, 1000],
            FontMatrix=[0.001, 0, 0, 0.001, 0, 0],
            CharProcs=pikepdf.Dictionary(a=pdf.make_stream(b"1000 0 d0 " + colour + b" rg 0 0 1000 1000 re f")),
            Encoding=pikepdf.Dictionary(Type=pikepdf.Name.Encoding, Differences=[97, pikepdf.Name.a]),
            FirstChar=97,
            LastChar=97,
            Widths=[1000],
        )
        page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F=pdf.make_indirect(font)))
        page.Contents = pdf.make_stream(b"BT /F 60 Tf 50 80 Td (a) Tj ET")
        out = io.BytesIO()
        pdf.save(out)
        return out.getvalue()


def test_letters_that_are_drawings_keep_their_own_colour() -> None:
    with pymupdf.open(stream=_letter_that_is_a_drawing(b"0.8 0.1 0.1")) as document:
        assert draw(document, 0).pixels.ndim == 3
    with pymupdf.open(stream=_letter_that_is_a_drawing(b"0.3 0.3 0.3")) as document:
        assert draw(document, 0).pixels.ndim == 2
