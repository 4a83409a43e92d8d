# SPDX-License-Identifier: AGPL-3.0-or-later
"""Secrets that show on the page, drawn so that the file's own text says nothing of them or says it letter by letter."""

from __future__ import annotations

import io
import struct
from math import cos, pi, radians, sin
from typing import Any

import numpy as np
import pikepdf
from pikepdf import Array, Dictionary, Name
from PIL import Image

from redactor.domain.pages import Where
from tests.release.hiding.base import (
    LAST,
    SECRET,
    Change,
    add,
    form,
    image,
    page,
    picture,
    text,
)
from tests.release.hiding.drawn import LEAD, contours, type0, with_type0
from tests.release.hiding.pictures import placed

NAMED = b"BT /F 1000 Tf (%s) Tj ET" % SECRET.encode()


def shown(name: str, content: bytes, change: Change | None = None) -> None:
    add(name, Where.PAGE, lambda: page(content, change), shown=True)


# -- glyphs that draw whole names ---------------------------------------------------------------------


def glyphs(advance: int, called: str, drawn: bytes = NAMED) -> Change:
    """A font of one glyph, the drawing of a name."""

    def change(pdf: pikepdf.Pdf, page: Any) -> None:
        held = image(pdf, picture(words=SECRET).tobytes(), 720, 90)
        page.Resources.Font.T = pdf.make_indirect(
            Dictionary(
                Type=Name.Font, Subtype=Name.Type3, FontBBox=Array([0, 0, 0, 0]), FirstChar=65, LastChar=65,
                FontMatrix=Array([0.001, 0, 0, 0.001, 0, 0]), Widths=Array([advance]),
                CharProcs=Dictionary({f"/{called}": pdf.make_stream(b"%d 0 d0 %s" % (advance, drawn))}),
                Resources=Dictionary(Font=Dictionary(F=page.Resources.Font.F), XObject=Dictionary(Im=held)),
                Encoding=Dictionary(Type=Name.Encoding, Differences=Array([65, Name(f"/{called}")])),
            )
        )  # fmt: skip

    return change


GLYPH = b"BT /T 14 Tf 30 40 Td (A) Tj ET\n"
shown("a glyph that draws a name", GLYPH, glyphs(7500, "w"))
shown("a glyph of no width that draws a name", GLYPH, glyphs(100, "w"))
shown("a glyph that is called a blank", GLYPH, glyphs(7500, "space"))
shown("a glyph that is a picture", GLYPH, glyphs(20000, "w", b"20000 0 0 2500 0 0 cm /Im Do"))
for what, sign in (("nothing", "\u200b"), ("blanks", "\xa0"), ("dots", "."), ("soft hyphens", "\xad")):
    add(
        f"letters mapped to {what}",
        Where.PAGE,
        lambda sign=sign: with_type0(dict.fromkeys(LEAD + SECRET, sign)),
        shown=True,
    )

# -- letters set one by one ---------------------------------------------------------------------------


def set_at(places: list[tuple[str, float, float]], turn: float = 0.0) -> bytes:
    c, s = cos(turn), sin(turn)
    ops = (
        b"%.3f %.3f %.3f %.3f %.2f %.2f Tm (%s) Tj" % (c, s, -s, c, x, y, letter.encode()) for letter, x, y in places
    )
    return b"BT /F 11 Tf " + b" ".join(ops) + b" ET\n"


shown("letters down the page", set_at([(c, 340, 130 - 12 * n) for n, c in enumerate(LAST)]))
shown("letters in the boxes of a form", set_at([(c, 30 + 19 * n, 40) for n, c in enumerate(LAST.upper())]))
shown("letters far apart", b"BT /F 11 Tf 28 Tc 30 40 Td (%s) Tj ET\n" % LAST.encode())
shown(
    "letters along a curve",
    b"".join(set_at([(c, 40 + 12 * n, 30 + 30 * sin(pi * n / 6))], radians(35 - 14 * n)) for n, c in enumerate(LAST)),
)


def upright() -> bytes:
    """A Type 0 font that is written from the top down (WMode 1)."""

    def change(pdf: pikepdf.Pdf, page: Any) -> None:
        type0(pdf, page, {c: c for c in LEAD + SECRET})
        font = page.Resources.Font.T
        font.Encoding = Name("/Identity-V")
        font.DescendantFonts[0].DW2 = Array([880, -1000])
        rows = font.ToUnicode.read_bytes().decode().partition("beginbfchar\n")[2].partition("endbfchar")[0]
        codes = {chr(int(to[1:-1], 16)): code[1:-1] for code, to in map(str.split, rows.splitlines())}
        shown = "".join(codes[c] for c in LAST)
        page.Contents = Array([page.Contents, pdf.make_stream(f"BT /T 12 Tf 320 130 Td <{shown}> Tj ET".encode())])

    return page(b"", change)


add("vertical writing", Where.PAGE, upright, shown=True)

# -- pictures and patterns in pieces ------------------------------------------------------------------


def cut(across: int, down: int) -> bytes:
    """The picture of the secret cut into so many pieces."""
    whole = np.asarray(picture())
    parts = [
        (x, y, np.ascontiguousarray(part))
        for y, row in enumerate(np.split(whole, down))
        for x, part in enumerate(np.split(row, across, axis=1))
    ]

    def change(pdf: pikepdf.Pdf, page: Any) -> None:
        named = {f"/I{n}": image(pdf, p.tobytes(), p.shape[1], p.shape[0]) for n, (_, _, p) in enumerate(parts)}
        page.Resources.XObject = Dictionary(named)

    wide, high = 320 / across, 40 / down
    ops = (
        b"q %.3f 0 0 %.3f %.3f %.3f cm /I%d Do Q\n" % (wide, high, 20 + x * wide, 12 + (down - 1 - y) * high, n)
        for n, (x, y, _) in enumerate(parts)
    )
    return page(b"".join(ops), change)


add("a picture in strips", Where.PAGE, lambda: cut(1, 9), shown=True)
add("a picture in columns", Where.PAGE, lambda: cut(18, 1), shown=True)


def small_cells(pdf: pikepdf.Pdf, page: Any) -> None:
    page.Resources.Pattern = Dictionary(
        P=pdf.make_stream(
            text(SECRET, 2, 3, 11), Type=Name.Pattern, PatternType=1, PaintType=1, TilingType=1,
            BBox=Array([0, 0, 92, 14]), XStep=94, YStep=14, Resources=Dictionary(Font=page.Resources.Font),
        )
    )  # fmt: skip


shown("a pattern of small cells", b"/Pattern cs /P scn 28 12 310 44 re f\n", small_cells)


def dots() -> np.ndarray:
    small = Image.fromarray(np.asarray(picture())[10:70]).resize((360, 30), Image.Resampling.BILINEAR)
    return np.argwhere(np.asarray(small) < 110)


def squares(pdf: pikepdf.Pdf, page: Any) -> None:
    page.Resources.Font.Z = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.ZapfDingbats)


shown(
    "letters of dots that are letters",
    b"BT /Z 1.1 Tf "
    + b" ".join(b"1 0 0 1 %.1f %.1f Tm (n) Tj" % (20 + 0.85 * x, 40 - 0.85 * y) for y, x in dots())
    + b" ET\n",
    squares,
)
shown("paint through letters", b"q " + contours().encode() + b"W n 0.1 g 20 20 320 40 re f Q\n")


def sampled() -> bytes:
    """A shading by a table of values (ISO 32000-1, 8.7.4.5.2) that has the words as its values."""

    def change(pdf: pikepdf.Pdf, page: Any) -> None:
        values = pdf.make_stream(
            picture().tobytes(), FunctionType=0, Domain=Array([0, 1, 0, 1]), Range=Array([0, 1]), BitsPerSample=8,
            Size=Array([720, 90]), Encode=Array([0, 719, 89, 0]),
        )  # fmt: skip
        page.Resources.Shading = Dictionary(
            S=Dictionary(
                ShadingType=1, ColorSpace=Name.DeviceGray, Matrix=Array([320, 0, 0, 40, 20, 12]), Function=values
            )
        )

    return page(b"/S sh\n", change)


add("a shading by a table of values", Where.PAGE, sampled, shown=True)


def by_triangles(pdf: pikepdf.Pdf, page: Any) -> None:
    """A mesh of triangles (8.7.4.5.5), two for every dot of the letters."""
    data = bytearray()
    for y, x in dots():
        for across, down in ((0, 0), (1, 0), (0, 1), (1, 0), (1, 1), (0, 1)):
            data += struct.pack(">BHHB", 0, 120 * (x + across), 120 * (500 - y - down), 0)
    page.Resources.Shading = Dictionary(
        S=pdf.make_stream(
            bytes(data), ShadingType=4, ColorSpace=Name.DeviceGray, BitsPerCoordinate=16, BitsPerComponent=8,
            BitsPerFlag=8, Decode=Array([20, 20 + 0.85 * 65535 / 120, -385, -385 + 0.85 * 65535 / 120, 0, 1]),
        )
    )  # fmt: skip


shown("a mesh of triangles", b"/S sh\n", by_triangles)

# -- what does not show, or is no text ----------------------------------------------------------------


def white_of_lab(pdf: pikepdf.Pdf, page: Any) -> None:
    page.Resources.ColorSpace = Dictionary(L=Array([Name.Lab, Dictionary(WhitePoint=Array([0.9505, 1, 1.089]))]))


add(
    "text in the white of another colour space",
    Where.HIDDEN_TEXT,
    lambda: page(b"/L cs 100 0 0 scn " + text(LEAD + SECRET), white_of_lab),
)


def unused_mask(pdf: pikepdf.Pdf, page: Any) -> None:
    words = form(pdf, page, text(LEAD + SECRET), Group=Dictionary(S=Name.Transparency, CS=Name.DeviceGray))
    page.Resources.ExtGState = Dictionary(G=Dictionary(SMask=Dictionary(S=Name.Luminosity, G=words)))


add("a soft mask that is not used", Where.HIDDEN_TEXT, lambda: page(b"", unused_mask))


def credited() -> bytes:
    """A JPEG whose block of captions (IPTC) says who is in the picture."""
    out = io.BytesIO()
    Image.new("L", (200, 20), 255).save(out, "JPEG")
    record = b"\x1c\x02\x78" + struct.pack(">H", len(SECRET)) + SECRET.encode()
    block = (
        b"Photoshop 3.0\0" + b"8BIM\x04\x04\0\0" + struct.pack(">I", len(record)) + record + b"\0" * (len(record) % 2)
    )
    data = out.getvalue()
    data = data[:2] + b"\xff\xed" + struct.pack(">H", len(block) + 2) + block + data[2:]
    return placed(data, Width=200, Height=20, Filter=Name.DCTDecode)


add("a picture's credits", Where.METADATA, credited)
