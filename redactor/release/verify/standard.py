# SPDX-License-Identifier: AGPL-3.0-or-later
"""The fourteen standard fonts, which a PDF need not hold (ISO 32000-1, 9.6.2.2). Engines bring letters of different
makers for them; to compare letters, a file is given the ones that releases are drawn with.
"""

from __future__ import annotations

import io
from functools import lru_cache
from typing import Any

import pikepdf
import pymupdf

from redactor.release.verify.picture import open_pdf

#: Each font's name in PDFs, and by which the library that holds its letters knows it.
STANDARD_FONTS = {
    "Helvetica": "helv", "Helvetica-Bold": "hebo", "Helvetica-Oblique": "heit", "Helvetica-BoldOblique": "hebi",
    "Courier": "cour", "Courier-Bold": "cobo", "Courier-Oblique": "coit", "Courier-BoldOblique": "cobi",
    "Times-Roman": "tiro", "Times-Bold": "tibo", "Times-Italic": "tiit", "Times-BoldItalic": "tibi",
    "Symbol": "symb", "ZapfDingbats": "zadb",
}  # fmt: skip
#: Where a font descriptor has the font's letters.
LETTERS = ("/FontFile", "/FontFile2", "/FontFile3")
#: Of a font descriptor (ISO 32000-1, 9.8.2): whether its letters have an encoding of their own.
SYMBOLIC, NOT_SYMBOLIC = 4, 32


@lru_cache(maxsize=1)
def with_standard_fonts(data: bytes, password: str) -> Any:
    """A PDF, opened, whose standard fonts are in it. Only the letters' shapes are for use."""
    with pikepdf.open(io.BytesIO(data), password=password, suppress_warnings=True) as pdf:
        made: dict[str, Any] = {}
        for thing in pdf.objects:
            name = _missing(thing)
            if name and name not in made:
                letters = pdf.make_stream(pymupdf.Font(STANDARD_FONTS[name]).buffer, Subtype=pikepdf.Name.Type1C)
                made[name] = pdf.make_indirect(_descriptor(name, letters))
            if name:
                thing.FontDescriptor = made[name]
        out = io.BytesIO()
        pdf.save(out, encryption=False)
    return open_pdf(out.getvalue())


def _missing(thing: Any) -> str:
    """The name of a standard font whose letters are not in the file, "" for anything else."""
    if not isinstance(thing, pikepdf.Dictionary) or thing.get("/Type") != "/Font" or thing.get("/Subtype") != "/Type1":
        return ""
    name = str(thing.get("/BaseFont", "")).removeprefix("/")
    held: Any = thing.get("/FontDescriptor", {})
    return name if name in STANDARD_FONTS and not any(key in held for key in LETTERS) else ""


def _descriptor(name: str, letters: Any) -> Any:
    flags = SYMBOLIC if name in ("Symbol", "ZapfDingbats") else NOT_SYMBOLIC
    return pikepdf.Dictionary(
        Type=pikepdf.Name.FontDescriptor, FontName=pikepdf.Name(f"/{name}"), Flags=flags, FontFile3=letters,
        FontBBox=[-250, -300, 1200, 1000], ItalicAngle=0, Ascent=1000, Descent=-300, CapHeight=700, StemV=80,
    )  # fmt: skip
