# SPDX-License-Identifier: AGPL-3.0-or-later
"""Text that is in the page and does not show."""

from __future__ import annotations

from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from redactor.domain.pages import Where
from tests.release.hiding.base import HEIGHT, SECRET, WIDTH, Change, X, Y, add, form, image, kind, page, text
from tests.release.hiding.drawn import LEAD

SAID = text(LEAD + SECRET)
AT = f"BT /F 12 Tf {X} {Y} Td ".encode()


def hidden(name: str, content: bytes, change: Change | None = None) -> None:
    add(name, Where.HIDDEN_TEXT, lambda: page(content, change))


def state(**keys: Any) -> Change:
    def change(pdf: pikepdf.Pdf, page: Any) -> None:
        page.Resources.ExtGState = Dictionary(G=Dictionary({f"/{key}": value for key, value in keys.items()}))

    return change


hidden("white text", b"1 g " + SAID + b"0 g\n")
hidden("nearly white text", b".99 g " + SAID + b"0 g\n")
hidden("text of a twentieth of a point", text(LEAD + SECRET, size=0.05))
hidden("text squeezed to nothing", AT + b"0.01 Tz (" + (LEAD + SECRET).encode() + b") Tj ET\n")
hidden("text off the page", text(LEAD + SECRET, x=2000))
hidden("text above the page", text(LEAD + SECRET, y=HEIGHT + 40))
hidden("text clipped away", b"q 0 0 4 4 re W n " + SAID + b"Q\n")
hidden("text of render mode 3", AT + b"3 Tr (" + (LEAD + SECRET).encode() + b") Tj ET\n")
hidden("text as a clip only", b"q " + AT + b"7 Tr (" + (LEAD + SECRET).encode() + b") Tj ET Q\n")
hidden("text of no opacity", b"q /G gs " + SAID + b"Q\n", state(ca=0))
hidden("text under a white box", SAID + b"1 g 20 30 300 24 re f 0 g\n")
hidden("text under a black box", SAID + b"0 g 20 30 300 24 re f\n")
hidden(
    "text under a highlight of its own colour",
    b"1 1 0 rg 20 30 300 24 re f " + SAID + b"1 1 0 rg 20 30 300 24 re f 0 g\n",
)
hidden("text under other text's box", b"q 1 g " + SAID + b"Q " + text("The garden fence was mended."))
hidden(
    "a replacement text",
    b"/Span <</ActualText (" + SECRET.encode() + b")>> BDC (.) pop EMC\n".replace(b"(.) pop", b"BT /F 1 Tf () Tj ET"),
)
hidden("an expansion", b"/Span <</E (" + SECRET.encode() + b")>> BDC " + text("KB") + b"EMC\n")
hidden("an alternate text in the content", b"/Span <</Alt (" + SECRET.encode() + b")>> BDC " + text("her") + b"EMC\n")
hidden("a property list of a point", b"/Tag <</Said (" + SECRET.encode() + b")>> DP\n")
add(
    "a named property list",
    Where.METADATA,
    lambda: page(
        b"/Tag /Pr DP\n",
        lambda pdf, page: page.Resources.__setitem__("/Properties", Dictionary(Pr=Dictionary(Said=String(SECRET)))),
    ),
)
hidden("a comment in the content", b"% " + SECRET.encode() + b"\n")
hidden("an entry of an inline picture", b"BI /W 1 /H 1 /BPC 8 /CS /G /Said (" + SECRET.encode() + b") ID x EI\n")
hidden(
    "a picture over text",
    SAID + b"q 300 0 0 24 20 30 cm /Im Do Q\n",
    lambda pdf, page: page.Resources.__setitem__("/XObject", Dictionary(Im=image(pdf, b"\xff" * 100, 10, 10))),
)


def group(mask: bool) -> Change:
    def change(pdf: pikepdf.Pdf, page: Any) -> None:
        grouped = Dictionary(S=Name.Transparency, CS=Name.DeviceGray)
        page.Resources.XObject = Dictionary(Fm=form(pdf, page, SAID, Group=grouped))
        graphics = Dictionary(ca=0, CA=0)
        if mask:
            black = form(pdf, page, b"0 g 0 0 %d %d re f" % (WIDTH, HEIGHT), Group=grouped)
            graphics = Dictionary(SMask=Dictionary(Type=Name.Mask, S=Name.Luminosity, G=black))
        page.Resources.ExtGState = Dictionary(G=graphics)

    return change


hidden("a group of no opacity", b"q /G gs /Fm Do Q\n", group(False))
hidden("a group under a black soft mask", b"q /G gs /Fm Do Q\n", group(True))


def off(membership: bool, inside: bool) -> Change:
    def change(pdf: pikepdf.Pdf, page: Any) -> None:
        layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("Comments")))
        pdf.Root.OCProperties = Dictionary(OCGs=Array([layer]), D=Dictionary(OFF=Array([layer]), Order=Array([layer])))
        shown = Dictionary(Type=Name.OCMD, OCGs=Array([layer]), P=Name.AllOn) if membership else layer
        if inside:
            page.Resources.XObject = Dictionary(Fm=form(pdf, page, SAID, OC=shown))
        else:
            page.Resources.Properties = Dictionary(L=shown)

    return change


hidden("a layer that is off", b"/OC /L BDC " + SAID + b"EMC\n", off(False, False))
# Readers differ here, and the one that draws shows it: so it is a word of the page.
add(
    "a layer that is off by its members",
    Where.PAGE,
    lambda: page(b"/OC /L BDC " + SAID + b"EMC\n", off(True, False)),
    shown=True,
)
hidden("a form on a layer that is off", b"/Fm Do\n", off(False, True))


@kind("text in the group of a soft mask", Where.PAGE, shown=True)
def _() -> bytes:
    """White letters in a luminosity mask, through which black is painted: they show."""

    def change(pdf: pikepdf.Pdf, page: Any) -> None:
        grouped = Dictionary(S=Name.Transparency, CS=Name.DeviceGray)
        letters = form(pdf, page, b"1 g " + SAID, Group=grouped)
        mask = Dictionary(Type=Name.Mask, S=Name.Luminosity, G=letters)
        page.Resources.ExtGState = Dictionary(G=Dictionary(SMask=mask))

    return page(b"q /G gs 0 g 20 30 320 30 re f Q\n", change)


@kind("text that is white until multiplied", Where.HIDDEN_TEXT)
def _() -> bytes:
    return page(b"q /G gs 1 g " + SAID + b"Q\n", state(BM=Name.Multiply))


@kind("a form that is not used", Where.HIDDEN_TEXT)
def _() -> bytes:
    return page(b"", lambda pdf, page: page.Resources.__setitem__("/XObject", Dictionary(Fm=form(pdf, page, SAID))))


@kind("a pattern that is not used", Where.HIDDEN_TEXT)
def _() -> bytes:
    def change(pdf: pikepdf.Pdf, page: Any) -> None:
        cell = pdf.make_stream(
            SAID, Type=Name.Pattern, PatternType=1, PaintType=1, TilingType=1, BBox=Array([0, 0, 300, 60]),
            XStep=300, YStep=60, Resources=Dictionary(Font=page.Resources.Font),
        )  # fmt: skip
        page.Resources.Pattern = Dictionary(P=cell)

    return page(b"", change)


@kind("the name of a mark in the content", None)
def _() -> bytes:
    return page(b"/" + SECRET.replace(" ", "").encode() + b" MP\n")


@kind("a glyph procedure's comment", Where.HIDDEN_TEXT)
def _() -> bytes:
    def change(pdf: pikepdf.Pdf, page: Any) -> None:
        glyph = pdf.make_stream(b"500 0 0 0 500 500 d1\n% " + SECRET.encode() + b"\n0 0 400 400 re f\n")
        page.Resources.Font.T = Dictionary(
            Type=Name.Font, Subtype=Name.Type3, FontBBox=Array([0, 0, 500, 500]), FirstChar=65, LastChar=65,
            FontMatrix=Array([0.001, 0, 0, 0.001, 0, 0]), CharProcs=Dictionary(g=glyph), Widths=Array([500]),
            Encoding=Dictionary(Type=Name.Encoding, Differences=Array([65, Name("/g")])), Resources=Dictionary(),
        )  # fmt: skip

    return page(b"BT /T 12 Tf 30 40 Td (A) Tj ET\n", change)
