# SPDX-License-Identifier: AGPL-3.0-or-later
"""Places in which a PDF can keep a secret: one page each, with the same visible text, whose name is redacted."""

from __future__ import annotations

import io
import zlib
from collections.abc import Callable

import pikepdf
import pymupdf
from pikepdf import Array, Dictionary, Name, String

from tests.release.papers import LINES, SECRET, letter

FIRST = "Kayleigh"
Place = Callable[[], bytes]
PLACES: dict[str, Place] = {}


def place(what: str) -> Callable[[Place], Place]:
    def keep(make: Place) -> Place:
        PLACES[what] = make
        return make

    return keep


def with_pikepdf(change: Callable[[pikepdf.Pdf], None]) -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(letter())) as pdf:
        change(pdf)
        pdf.save(out, static_id=True)
    return out.getvalue()


def with_content(extra: bytes, resources: Callable[[pikepdf.Pdf], Dictionary] | None = None) -> bytes:
    def change(pdf: pikepdf.Pdf) -> None:
        page = pdf.pages[0]
        page.contents_add(pdf.make_stream(b"q " + extra + b" Q"))
        page.obj.Resources["/Font"]["/Hv"] = pdf.make_indirect(
            Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
        )
        if resources:
            for key, value in resources(pdf).items():
                page.obj.Resources[key] = value

    return with_pikepdf(change)


def with_pymupdf(change: Callable[[pymupdf.Document, pymupdf.Page], None]) -> bytes:
    with pymupdf.open(stream=letter()) as document:
        change(document, document[0])
        return bytes(document.tobytes())


HIDDEN_TEXT = {
    "white text": b"1 g BT /Hv 12 Tf 60 300 Td (%s) Tj ET",
    "text in render mode 3": b"BT /Hv 12 Tf 3 Tr 60 300 Td (%s) Tj ET",
    "text of no size": b"BT /Hv 0.01 Tf 60 300 Td (%s) Tj ET",
    "text off the page": b"BT /Hv 12 Tf 2000 300 Td (%s) Tj ET",
    "text clipped away": b"0 0 1 1 re W n BT /Hv 12 Tf 60 300 Td (%s) Tj ET",
    "text under a white cover": b"BT /Hv 12 Tf 60 300 Td (%s) Tj ET 1 g 50 290 300 30 re f",
    "text as clipping path only": b"BT /Hv 12 Tf 7 Tr 60 300 Td (%s) Tj ET",
    "text in actual text": b"/Span <</ActualText (%s)>> BDC EMC",
    "text in a property list": b"/Tag <</Secret (%s)>> DP",
    "a comment in the content": b"% %s\n",
    "a name in the content": b"/%s MP",
    "an inline picture": b"BI /W 1 /H 1 /BPC 8 /CS /G /Secret (%s) ID x EI",
}
for _what, _content in HIDDEN_TEXT.items():
    PLACES[_what] = lambda c=_content: with_content(
        c.replace(b"%s", SECRET.replace(" ", "").encode() if b"/%s" in c else SECRET.encode())
    )  # type: ignore[misc]
PLACES["text in hex"] = lambda: with_content(
    b"BT /Hv 12 Tf 3 Tr 60 300 Td <" + SECRET.encode().hex().encode() + b"> Tj ET"
)
PLACES["text in pieces"] = lambda: with_content(
    b"BT /Hv 12 Tf 3 Tr 60 300 Td [(Kay) -20 (leigh) 40 ( Bar) (nes)] TJ ET"
)


@place("text of no opacity")
def _() -> bytes:
    states = lambda pdf: Dictionary({"/ExtGState": Dictionary({"/No": Dictionary(ca=0)})})  # noqa: E731
    return with_content(b"/No gs BT /Hv 12 Tf 60 300 Td (" + SECRET.encode() + b") Tj ET", states)


@place("a layer that is off")
def _() -> bytes:
    def change(document: pymupdf.Document, page: pymupdf.Page) -> None:
        page.insert_text((60, 300), SECRET, oc=document.add_ocg(SECRET, on=False))

    return with_pymupdf(change)


@place("an annotation's contents")
def _() -> bytes:
    return with_pymupdf(lambda _, page: page.add_text_annot((300, 300), SECRET).set_info(title=SECRET, content=SECRET))


@place("a hidden annotation")
def _() -> bytes:
    def change(_: pymupdf.Document, page: pymupdf.Page) -> None:
        note = page.add_freetext_annot(pymupdf.Rect(60, 500, 300, 520), SECRET)
        note.set_flags(pymupdf.PDF_ANNOT_IS_HIDDEN)

    return with_pymupdf(change)


@place("a link")
def _() -> bytes:
    link = {"kind": pymupdf.LINK_URI, "from": pymupdf.Rect(60, 60, 90, 90), "uri": f"https://example.org/{FIRST}"}
    return with_pymupdf(lambda _, page: page.insert_link(link))


@place("a field's value that is not drawn")
def _() -> bytes:
    def change(document: pymupdf.Document, page: pymupdf.Page) -> None:
        field = pymupdf.Widget()
        field.field_type, field.field_name, field.field_value = pymupdf.PDF_WIDGET_TYPE_TEXT, SECRET, SECRET
        field.rect = pymupdf.Rect(60, 500, 300, 520)
        field.field_flags = 0
        page.add_widget(field)
        for widget in page.widgets():
            document.xref_set_key(widget.xref, "F", "2")  # hidden
            document.xref_set_key(widget.xref, "DV", f"({SECRET})")

    return with_pymupdf(change)


@place("document information")
def _() -> bytes:
    def change(document: pymupdf.Document, _: pymupdf.Page) -> None:
        document.set_metadata(dict.fromkeys(("title", "author", "subject", "keywords", "creator", "producer"), SECRET))

    return with_pymupdf(change)


@place("XMP")
def _() -> bytes:
    return with_pymupdf(lambda document, _: document.set_xml_metadata(f"<x>{SECRET}</x>"))


@place("a bookmark")
def _() -> bytes:
    return with_pymupdf(lambda document, _: document.set_toc([[1, SECRET, 1]]))


@place("an attachment")
def _() -> bytes:
    return with_pymupdf(lambda document, _: document.embfile_add(SECRET, SECRET.encode(), filename=SECRET, desc=SECRET))


@place("an attachment on the page")
def _() -> bytes:
    return with_pymupdf(lambda _, page: page.add_file_annot((300, 400), SECRET.encode(), f"{SECRET}.txt"))


@place("a page label")
def _() -> bytes:
    label = {"startpage": 0, "prefix": SECRET, "style": "D", "firstpagenum": 1}
    return with_pymupdf(lambda document, _: document.set_page_labels([label]))


@place("a named destination")
def _() -> bytes:
    def change(pdf: pikepdf.Pdf) -> None:
        pdf.Root.Names = Dictionary(
            Dests=Dictionary(Names=Array([String(SECRET), Array([pdf.pages[0].obj, Name.Fit])]))
        )

    return with_pikepdf(change)


@place("a script")
def _() -> bytes:
    def change(pdf: pikepdf.Pdf) -> None:
        pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String(f"app.alert('{SECRET}')"))

    return with_pikepdf(change)


@place("the structure tree")
def _() -> bytes:
    def change(pdf: pikepdf.Pdf) -> None:
        element = Dictionary(Type=Name.StructElem, S=Name.P, Alt=String(SECRET), E=String(SECRET), T=String(SECRET))
        pdf.Root.StructTreeRoot = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot, K=pdf.make_indirect(element)))

    return with_pikepdf(change)


@place("private data of an application")
def _() -> bytes:
    def change(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].obj.PieceInfo = Dictionary({"/App": Dictionary(Private=String(SECRET))})

    return with_pikepdf(change)


@place("a thumbnail")
def _() -> bytes:
    def change(pdf: pikepdf.Pdf) -> None:
        thumbnail = pdf.make_stream(
            SECRET.encode().ljust(64), Width=8, Height=8, ColorSpace=Name.DeviceGray, BitsPerComponent=8
        )
        pdf.pages[0].obj.Thumb = thumbnail

    return with_pikepdf(change)


@place("page metadata")
def _() -> bytes:
    def change(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].obj.Metadata = pdf.make_stream(f"<x>{SECRET}</x>".encode(), Type=Name.Metadata, Subtype=Name.XML)

    return with_pikepdf(change)


@place("names of resources and fonts")
def _() -> bytes:
    def change(pdf: pikepdf.Pdf) -> None:
        font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name(f"/{FIRST}"))
        pdf.pages[0].obj.Resources["/Font"][f"/{FIRST}"] = pdf.make_indirect(font)

    return with_pikepdf(change)


@place("the name of a colour")
def _() -> bytes:
    def change(pdf: pikepdf.Pdf) -> None:
        tint = Dictionary(FunctionType=2, Domain=[0, 1], C0=[1], C1=[0], N=1)
        space = Array([Name.Separation, Name(f"/{FIRST}"), Name.DeviceGray, tint])
        pdf.pages[0].obj.Resources["/ColorSpace"] = Dictionary({"/Cs": space})

    return with_pikepdf(change)


@place("a form that is not used")
def _() -> bytes:
    def change(pdf: pikepdf.Pdf) -> None:
        form = pdf.make_stream(
            b"BT (" + SECRET.encode() + b") Tj ET", Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 9, 9]
        )
        pdf.pages[0].obj.Resources["/XObject"] = Dictionary({"/Unused": form})

    return with_pikepdf(change)


@place("an object nothing refers to")
def _() -> bytes:
    data = letter()
    at = data.rindex(b"xref")
    return (
        data[:at]
        + b"99 0 obj\n("
        + SECRET.encode()
        + b")\nendobj\n"
        + data[at:].replace(
            b"startxref\n%d" % data.index(b"xref\n0"), b"startxref\n%d" % (data.index(b"xref\n0") + len(SECRET) + 23)
        )
    )


@place("bytes after the end")
def _() -> bytes:
    return letter() + SECRET.encode()


@place("an earlier version")
def _() -> bytes:
    first = letter((*LINES, f"Deleted later: {SECRET}"))
    with pymupdf.open(stream=first) as document:
        page = document[0]
        page.clean_contents()
        xref = page.get_contents()[0]
        body = document.xref_stream(xref)
        document.update_stream(xref, body.replace(b"Deleted later", b"\\040\\040\\040"))
        out = io.BytesIO(first)
        del out
        return bytes(document.tobytes(garbage=0))


@place("a picture's alternate and its EXIF")
def _() -> bytes:
    def change(pdf: pikepdf.Pdf) -> None:
        picture = pdf.make_stream(
            zlib.compress(bytes([200] * 64)), Type=Name.XObject, Subtype=Name.Image, Width=8, Height=8,
            ColorSpace=Name.DeviceGray, BitsPerComponent=8, Filter=Name.FlateDecode, Alt=String(SECRET),
            Metadata=pdf.make_stream(SECRET.encode()),
        )  # fmt: skip
        pdf.pages[0].obj.Resources["/XObject"] = Dictionary({"/Pic": picture})
        pdf.pages[0].contents_add(pdf.make_stream(b"q 50 0 0 50 400 400 cm /Pic Do Q"))

    return with_pikepdf(change)


@place("the covered part of a picture")
def _() -> bytes:
    def change(_: pymupdf.Document, page: pymupdf.Page) -> None:
        small = pymupdf.Pixmap(pymupdf.csGRAY, pymupdf.IRect(0, 0, 200, 60), 0)
        small.clear_with(255)
        page.insert_image(pymupdf.Rect(60, 40, 260, 75), pixmap=small)

    return with_pymupdf(change)


@place("a file with a password")
def _() -> bytes:
    with pymupdf.open(stream=letter()) as document:
        document.set_metadata({"author": SECRET})
        return bytes(document.tobytes(encryption=pymupdf.PDF_ENCRYPT_AES_256, owner_pw="owner", user_pw=""))
