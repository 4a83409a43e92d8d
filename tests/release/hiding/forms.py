# SPDX-License-Identifier: AGPL-3.0-or-later
"""Secrets in form fields: values, defaults, options, names, scripts, fields without a page, XFA, signatures."""

from __future__ import annotations

from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from redactor.domain.pages import Where
from tests.release.hiding.base import SECRET, add, page, text

FIELD = Where.FORM_FIELD
SAID = String(f"Her neighbour {SECRET}")
SCRIPT = Dictionary(S=Name.JavaScript, JS=String(f"event.value = 'Her neighbour {SECRET}'"))


def appearance(pdf: pikepdf.Pdf, page: Any, words: str) -> Any:
    frame, fonts = Array([0, 0, 300, 24]), Dictionary(Font=page.Resources.Font)
    return pdf.make_stream(text(words, 4, 7, 12), Type=Name.XObject, Subtype=Name.Form, BBox=frame, Resources=fonts)


def fields(*made: dict[str, Any], says: str = "", placed: bool = True, form: dict[str, Any] | None = None) -> bytes:
    """A page with fields; ``says`` is what they show."""

    def change(pdf: pikepdf.Pdf, page: Any) -> None:
        widgets = []
        for number, keys in enumerate(made):
            own = {"T": String(f"field {number}"), "FT": Name.Tx} | keys
            if placed:
                rect = Array([20, 20, 320, 44])
                own |= {"Type": Name.Annot, "Subtype": Name.Widget, "Rect": rect, "P": page}
                own |= {"F": 4, "DA": String("/F 12 Tf 0 g"), "AP": Dictionary(N=appearance(pdf, page, says))} | keys
            widgets.append(pdf.make_indirect(Dictionary({f"/{key}": value for key, value in own.items()})))
        if placed:
            page.Annots = Array(widgets)
        more = {key: value(pdf) if callable(value) else value for key, value in (form or {}).items()}
        pdf.Root.AcroForm = pdf.make_indirect(
            Dictionary(
                Fields=Array(widgets), DR=Dictionary(Font=page.Resources.Font), DA=String("/F 12 Tf 0 g"), **more
            )
        )

    return page(b"", change)


def field(name: str, where: Where | None = FIELD, *, says: str = "Seen.", placed: bool = True, **keys: Any) -> None:
    add(name, where, lambda: fields(keys, says=says, placed=placed), shown=SECRET in says)


CHOICE = {"FT": Name.Ch, "Ff": 1 << 17}
field("a field's value", V=SAID, says=str(SAID))
field("a value that does not show", V=SAID)
field("a value of a hidden field", V=SAID, F=2)
field("a password's value", V=SAID, Ff=1 << 13, says="*****")
field("a field's default", DV=SAID, V=String("Seen."))
field("a field's rich value", RV=String(f"<body><p>Her neighbour {SECRET}</p></body>"), V=String("Seen."))
field("a choice's options", Opt=Array([String("Seen."), SAID]), V=String("Seen."), **CHOICE)
field("a choice's exported value", Opt=Array([Array([SAID, String("Seen.")])]), V=SAID, **CHOICE)
field(
    "a choice's shown option",
    Where.PAGE,
    Opt=Array([Array([String("1"), SAID])]),
    V=String("1"),
    says=str(SAID),
    **CHOICE,
)
field("a field's name", T=SAID, V=String("Seen."))
field("a field's hint", TU=SAID, V=String("Seen."))
field("a field's mapping name", TM=SAID, V=String("Seen."))
field("a button's caption", Where.PAGE, FT=Name.Btn, Ff=1 << 16, MK=Dictionary(CA=SAID), says=str(SAID))
field("a button's other caption", FT=Name.Btn, Ff=1 << 16, MK=Dictionary(CA=String("Seen."), AC=SAID))
field("a field's key script", AA=Dictionary(K=SCRIPT), V=String("Seen."))
field("a field's calculation", AA=Dictionary(C=SCRIPT), V=String("Seen."))
field("a button's action", FT=Name.Btn, Ff=1 << 16, A=SCRIPT)
field("a field without a page", V=SAID, placed=False)
field("a field that only looks filled", Where.PAGE, says=f"Her neighbour {SECRET}", V=String(""))
SIGNED = {
    "Type": Name.Sig,
    "Filter": Name("/Adobe.PPKLite"),
    "ByteRange": Array([0, 0, 0, 0]),
    "Contents": String(b"\0" * 32),
}
for key, what in (("Name", "signer"), ("Reason", "reason"), ("Location", "place"), ("ContactInfo", "contact")):
    field(f"a signature's {what}", FT=Name.Sig, V=Dictionary({f"/{k}": v for k, v in (SIGNED | {key: SAID}).items()}))


def xfa(packet: str, name: str) -> Any:
    def make(pdf: pikepdf.Pdf) -> Any:
        head = pdf.make_stream(b"<xdp:xdp xmlns:xdp='http://ns.adobe.com/xdp/'>")
        return Array([String("preamble"), head, String(name), pdf.make_stream(packet.encode())])

    return make


DATA = f"<xfa:datasets xmlns:xfa='x'><xfa:data><f><n>Her neighbour {SECRET}</n></f></xfa:data></xfa:datasets>"
TEMPLATE = f"<template xmlns='t'><draw><value><text>Her neighbour {SECRET}</text></value></draw></template>"
add("XFA form data", FIELD, lambda: fields({"V": String("Seen.")}, says="Seen.", form={"XFA": xfa(DATA, "datasets")}))
add(
    "an XFA template",
    FIELD,
    lambda: fields({"V": String("Seen.")}, says="Seen.", form={"XFA": xfa(TEMPLATE, "template")}),
)
add(
    "XFA in one stream",
    FIELD,
    lambda: fields({"V": String("Seen.")}, says="Seen.", form={"XFA": lambda pdf: pdf.make_stream(DATA.encode())}),
)


def in_xfa(name: str, *packets: bytes) -> None:
    """A form whose data are packed in some other way."""

    def made(pdf: pikepdf.Pdf) -> Any:
        return Array([part for packet in packets for part in (String("datasets"), pdf.make_stream(packet))])

    add(name, FIELD, lambda: fields({"V": String("Seen.")}, says="Seen.", form={"XFA": made}))


in_xfa("XFA form data in an attribute", DATA.replace(f"<n>Her neighbour {SECRET}</n>", f"<n who='{SECRET}'/>").encode())
in_xfa("XFA form data as they are", DATA.replace(f"Her neighbour {SECRET}", f"<![CDATA[{SECRET}]]>").encode())
in_xfa("XFA form data in UTF-16", DATA.encode("utf-16"))
in_xfa(
    "XFA form data in two packets",
    *(half.encode() for half in (DATA[: DATA.index("leigh")], DATA[DATA.index("leigh") :])),
)
