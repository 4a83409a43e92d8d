# SPDX-License-Identifier: AGPL-3.0-or-later
"""Secrets in fonts, colours and the names of resources."""

from __future__ import annotations

from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from redactor.domain.pages import Where
from tests.release.hiding.base import FIRST, LAST, NAME, SECRET, Change, add, form, page, text

META = Where.METADATA
TINT = Dictionary(FunctionType=2, Domain=Array([0, 1]), C0=Array([1]), C1=Array([0]), N=1)
SAID = f"Her neighbour {SECRET}"


def resource(name: str, where: Where | None, make: Change, content: bytes = b"") -> None:
    add(name, where, lambda: page(content, make))


def font(**keys: Any) -> Change:
    def change(pdf: pikepdf.Pdf, page: Any) -> None:
        made = {key: value(pdf) if callable(value) else value for key, value in keys.items()}
        base = {"Type": Name.Font, "Subtype": Name.Type1, "BaseFont": Name.Helvetica} | made
        page.Resources.Font.G = Dictionary({f"/{key}": value for key, value in base.items()})

    return change


def descriptor(**keys: Any) -> Any:
    def make(pdf: pikepdf.Pdf) -> Any:
        return Dictionary(
            Type=Name.FontDescriptor, FontName=Name.Helvetica, Flags=32, FontBBox=Array([0, 0, 1, 1]), ItalicAngle=0,
            Ascent=700, Descent=-200, CapHeight=600, StemV=80, **keys,
        )  # fmt: skip

    return make


USED = text("Seen.", font="G")
resource("a font's name", None, font(BaseFont=Name(NAME)), USED)
resource("a font's family", META, font(FontDescriptor=descriptor(FontFamily=String(SAID))), USED)
resource("a font's set of characters", META, font(FontDescriptor=descriptor(CharSet=String(f"/{FIRST}/{LAST}"))), USED)
resource("a font's letters", None, font(Encoding=Dictionary(Differences=Array([200, Name(NAME)]))), USED)
resource(
    "a font's map",
    META,
    font(ToUnicode=lambda pdf: pdf.make_stream(f"% {SAID}\nbegincmap endcmap".encode())),
    USED,
)
resource("a font that is not used", None, font(Name=Name(NAME)))


def named(kind: str, value: Any) -> Change:
    def change(pdf: pikepdf.Pdf, page: Any) -> None:
        page.Resources[f"/{kind}"] = Dictionary({NAME: value(pdf, page)})

    return change


resource(
    "the name of a font resource", None, lambda pdf, page: page.Resources.Font.__setitem__(NAME, page.Resources.Font.F)
)
resource("the name of a form", None, named("XObject", lambda pdf, page: form(pdf, page, b"")))
resource("the name of a graphics state", None, named("ExtGState", lambda pdf, page: Dictionary(LW=1)))
resource(
    "the name of a colour",
    None,
    named("ColorSpace", lambda pdf, page: Array([Name.Separation, Name(NAME), Name.DeviceGray, TINT])),
)
resource(
    "the name of an ink among many",
    None,
    named(
        "ColorSpace",
        lambda pdf, page: Array(
            [
                Name.DeviceN,
                Array([Name(NAME), Name.Black]),
                Name.DeviceGray,
                Dictionary(FunctionType=4, Domain=Array([0, 1, 0, 1]), Range=Array([0, 1])),
            ]
        ),
    ),
)
resource("a key of an application's", None, lambda pdf, page: page.__setitem__(NAME, 1))


def profile(pdf: pikepdf.Pdf, page: Any) -> None:
    """A colour profile whose description says it."""
    said = SAID.encode()
    described = b"desc\0\0\0\0" + (len(said) + 1).to_bytes(4, "big") + said + b"\0" * 80
    head = bytearray(128)
    head[12:16], head[16:20], head[36:40] = b"mntr", b"GRAY", b"acsp"
    table = (1).to_bytes(4, "big") + b"desc" + (144).to_bytes(4, "big") + len(described).to_bytes(4, "big")
    data = bytes(head) + table + described
    stream = pdf.make_stream(len(data).to_bytes(4, "big") + data[4:], N=1, Alternate=Name.DeviceGray)
    page.Resources.ColorSpace = Dictionary(Cs=Array([Name.ICCBased, stream]))


resource("a colour profile's description", META, profile, b"/Cs cs 0.5 sc 300 10 20 20 re f\n")
resource(
    "an object's own name",
    None,
    lambda pdf, page: page.Resources.__setitem__("/XObject", Dictionary(X=form(pdf, page, b"", Name=Name(NAME)))),
)
resource(
    "a form's private data",
    META,
    lambda pdf, page: page.Resources.__setitem__(
        "/XObject", Dictionary(X=form(pdf, page, b"", PieceInfo=Dictionary(A=Dictionary(Private=String(SAID)))))
    ),
)
resource(
    "a form's reference to a file",
    Where.ATTACHMENT,
    lambda pdf, page: page.Resources.__setitem__(
        "/XObject",
        Dictionary(
            X=form(pdf, page, b"", Ref=Dictionary(F=Dictionary(Type=Name.Filespec, F=String(f"{SECRET}.pdf")), Page=0))
        ),
    ),
)
resource(
    "an OPI comment",
    META,
    lambda pdf, page: page.Resources.__setitem__(
        "/XObject", Dictionary(X=form(pdf, page, b"", OPI=Dictionary({"/2.0": Dictionary(F=String(f"{SECRET}.tif"))})))
    ),
)
