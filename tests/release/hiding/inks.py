# SPDX-License-Identifier: AGPL-3.0-or-later
"""Secrets in inks, blends and paints that do not show, or show though their colour says otherwise; and under things
that are drawn over them."""

from __future__ import annotations

from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from redactor.domain.pages import Where
from tests.release.hiding.base import FIRST, LAST, SECRET, Change, add, form, page, text
from tests.release.hiding.drawn import LEAD

LINE = text(LEAD + SECRET)
PLACE = Array([25, 32, 270, 56])


def hidden(name: str, content: bytes, change: Change | None = None, where: Where = Where.HIDDEN_TEXT) -> None:
    add(name, where, lambda: page(content, change))


def shown(name: str, content: bytes, change: Change | None = None, where: Where = Where.PAGE) -> None:
    add(name, where, lambda: page(content, change), shown=True)


# -- inks ---------------------------------------------------------------------------------------------


def ink(space: Array) -> Change:
    def change(pdf: pikepdf.Pdf, page: Any) -> None:
        page.Resources.ColorSpace = Dictionary(X=space)

    return change


def spots(*names: str) -> Change:
    """Inks that are as white as paper where they cannot be printed."""

    def change(pdf: pikepdf.Pdf, page: Any) -> None:
        count = len(names)
        white = pdf.make_stream(
            b"{ %s 0 0 0 0 }" % (b"pop " * count), FunctionType=4, Domain=Array([0, 1] * count), Range=Array([0, 1] * 4)
        )
        inks = [Name(f"/{name}") for name in names]
        kind = [Name.DeviceN, Array(inks)] if count > 1 else [Name.Separation, inks[0]]
        page.Resources.ColorSpace = Dictionary(X=Array([*kind, Name.DeviceCMYK, white]))

    return change


hidden("the ink None", b"/X cs 1 scn " + LINE, spots("None"))
hidden("an ink without colour", b"/X cs 1 scn " + LINE, spots("Varnish"))
hidden("inks None of two", b"/X cs 1 1 scn " + LINE, spots("None", "Nothing"))
WHITES = String(b"\xff\xff\xff\x00\x00\x00")
hidden("white of a table", b"/X cs 0 scn " + LINE, ink(Array([Name.Indexed, Name.DeviceRGB, 1, WHITES])))
CALIBRATED = Array([Name.CalGray, Dictionary(WhitePoint=Array([0.95, 1, 1.09]), Gamma=2.2)])
hidden("calibrated white", b"/X cs 1 scn " + LINE, ink(CALIBRATED))


# -- blends and paints --------------------------------------------------------------------------------


def state(**keys: Any) -> Change:
    def change(pdf: pikepdf.Pdf, page: Any) -> None:
        page.Resources.ExtGState = Dictionary(G=Dictionary(**keys))

    return change


shown("white that differs", b"1 1 1 rg /G gs " + LINE, state(BM=Name.Difference), Where.HIDDEN_TEXT)
for mode in ("Screen", "Lighten", "ColorDodge"):
    hidden(f"black by {mode}", b"0 0 0 rg /G gs " + LINE, state(BM=Name(f"/{mode}")), Where.PAGE)


def knocked_out(pdf: pikepdf.Pdf, page: Any) -> None:
    group = Dictionary(S=Name.Transparency, K=True, I=True)
    page.Resources.XObject = Dictionary(K=form(pdf, page, LINE + b"1 g 20 30 300 30 re f\n", Group=group))


hidden("under white in a group that knocks out", b"/K Do\n", knocked_out)


def pattern(paint: bytes) -> Change:
    def change(pdf: pikepdf.Pdf, page: Any) -> None:
        page.Resources.Pattern = Dictionary(
            P=pdf.make_stream(
                paint + b" 0 0 4 4 re f", Type=Name.Pattern, PatternType=1, PaintType=1, TilingType=1,
                BBox=Array([0, 0, 4, 4]), XStep=4, YStep=4, Resources=Dictionary(),
            )
        )  # fmt: skip

    return change


def shading(*colours: list[int]) -> Change:
    def change(pdf: pikepdf.Pdf, page: Any) -> None:
        along = Dictionary(FunctionType=2, Domain=Array([0, 1]), C0=Array(colours[0]), C1=Array(colours[1]), N=1)
        page.Resources.Pattern = Dictionary(
            P=Dictionary(
                PatternType=2,
                Shading=Dictionary(
                    ShadingType=2, ColorSpace=Name.DeviceRGB, Coords=Array([0, 0, 360, 0]), Function=along
                ),
            )
        )

    return change


PAINTED = b"/Pattern cs /P scn "
shown("letters painted with a pattern", PAINTED + text(LEAD + SECRET, size=16), pattern(b"0.2 g"))
hidden("letters painted with a white pattern", PAINTED + LINE, pattern(b"1 g"))
shown("letters painted with a shading", PAINTED + LINE, shading([0, 0, 0], [0, 0, 1]))
hidden("letters painted with a white shading", PAINTED + LINE, shading([1, 1, 1], [1, 1, 1]))
THROUGH = b"q BT /F 16 Tf 7 Tr 30 40 Td (%s) Tj ET 0.1 g 0 0 360 80 re f Q\n" % (LEAD + SECRET).encode()
shown("an area through letters", THROUGH)
shown("letters that are lines only", b"1 Tr 0.5 w " + text(LEAD + SECRET, size=16) + b"0 Tr\n")
shown("letters of dashes", b"[2 1] 0 d 1 Tr 0.4 w " + text(LEAD + SECRET, size=18) + b"0 Tr\n")
shown("letters turned over", b"q -1 0 0 1 360 0 cm " + LINE + b"Q\n")
shown("letters of a size below nothing", b"BT /F -12 Tf -1 0 0 -1 30 40 Tm (%s) Tj ET\n" % (LEAD + SECRET).encode())

# -- under something ----------------------------------------------------------------------------------

hidden("text under a thick line", LINE + b"1 G 16 w 25 44 m 260 44 l S\n")
hidden("text under a thick black line", LINE + b"0 G 16 w 25 44 m 260 44 l S\n")


def note(paint: bytes, **keys: Any) -> Change:
    """A note over the words, with an appearance that is an area."""

    def change(pdf: pikepdf.Pdf, page: Any) -> None:
        drawn = pdf.make_stream(
            paint + b" 0 0 245 24 re f", Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 245, 24])
        )
        held = Dictionary(Type=Name.Annot, Rect=PLACE, F=4, AP=Dictionary(N=drawn), **keys)
        page.Annots = Array([pdf.make_indirect(held)])

    return change


CORNERS = Array([25, 56, 270, 56, 25, 32, 270, 32])
hidden("text under a black square", LINE, note(b"0 g", Subtype=Name.Square))
hidden("text under a white stamp", LINE, note(b"1 g", Subtype=Name.Stamp))
hidden("text under a black highlight", LINE, note(b"0 g", Subtype=Name.Highlight, QuadPoints=CORNERS))
hidden("text under a redaction mark", LINE, note(b"0 g", Subtype=Name.Redact, QuadPoints=CORNERS))
hidden(
    "text under a field",
    LINE,
    note(b"0 g", Subtype=Name.Widget, FT=Name.Tx, T=String("one"), MK=Dictionary(BG=Array([0]))),
)


def beyond(pdf: pikepdf.Pdf, page: Any) -> None:
    page.MediaBox, page.CropBox = Array([0, -60, 360, 150]), Array([0, 0, 360, 150])


hidden("text outside what is printed", text(LEAD + SECRET, 30, -30), beyond)

# -- in faulty content ------------------------------------------------------------------------------

hidden(
    "text of an operator that nobody knows",
    b"BX (%s) xx EX\n" % (LEAD + SECRET).encode(),
)
hidden("names after a fault in the content", b"<< /A ] ) ) \n" + LINE, where=Where.PAGE)
shown("two lines by quotes", b"BT /F 12 Tf 14 TL 30 54 Td (%s) ' (%s) ' ET\n" % (FIRST.encode(), LAST.encode()))
