# SPDX-License-Identifier: AGPL-3.0-or-later
"""PDFs with an embedded font whose table of letters says what a test wants it to say."""

from __future__ import annotations

import io
from collections.abc import Callable

import pikepdf
import pymupdf
from pikepdf import Array, Dictionary, Name


def typed(truetype: bytes, text: str, says: Callable[[str], str], *, honest: str = "") -> bytes:
    """An A4 page with the lines of ``text`` from the top; the file says of each letter that it is ``says(letter)``
    (nothing when that is ""). ``honest`` are lines below, in a standard font that nobody needs to doubt."""
    font = pymupdf.Font(fontbuffer=truetype)
    glyphs = {char: font.has_glyph(ord(char)) for char in map(chr, range(32, 127))}
    pairs = [f"<{glyph:04x}> <{ord(says(char)):04x}>" for char, glyph in glyphs.items() if says(char)]
    cmap = "begincmap 1 begincodespacerange <0000> <ffff> endcodespacerange\n"
    cmap += f"{len(pairs)} beginbfchar {' '.join(pairs)} endbfchar endcmap"
    widths = Array([])
    for char, glyph in glyphs.items():
        widths.append(glyph)
        widths.append(Array([round(font.glyph_advance(ord(char)) * 1000)]))
    pdf = pikepdf.new()
    name = Name("/ABCDEF+Vera")
    described = Dictionary(Type=Name.FontDescriptor, FontName=name, Flags=4, ItalicAngle=0, StemV=80)
    described.update({"/FontBBox": Array([-183, -236, 1287, 928]), "/Ascent": 928, "/Descent": -236, "/CapHeight": 730})
    described.FontFile2 = pdf.make_stream(truetype)
    descendant = Dictionary(
        Type=Name.Font, Subtype=Name.CIDFontType2, BaseFont=name, FontDescriptor=described, W=widths
    )
    descendant.CIDSystemInfo = Dictionary(Registry="Adobe", Ordering="Identity", Supplement=0)
    whole = Dictionary(Type=Name.Font, Subtype=Name.Type0, BaseFont=name, Encoding=Name("/Identity-H"))
    whole.DescendantFonts, whole.ToUnicode = Array([descendant]), pdf.make_stream(cmap.encode())
    plain = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, Encoding=Name.WinAnsiEncoding)
    fonts = Dictionary(F1=whole, F2=plain)
    page = Dictionary(Type=Name.Page, MediaBox=Array([0, 0, 595, 842]), Resources=Dictionary(Font=fonts))
    drawn, y = "", 700
    for line in text.splitlines():
        shown = "".join(f"{glyphs[char]:04x}" for char in line)
        drawn += f"BT /F1 12 Tf 60 {y} Td <{shown}> Tj ET\n"
        y -= 24
    for line in honest.splitlines():
        drawn += f"BT /F2 12 Tf 60 {y} Td ({line}) Tj ET\n"
        y -= 24
    page.Contents = pdf.make_stream(drawn.encode())
    pdf.pages.append(pikepdf.Page(pdf.make_indirect(page)))
    held = io.BytesIO()
    pdf.save(held)
    return held.getvalue()
