# SPDX-License-Identifier: AGPL-3.0-or-later
"""Secrets in what a document says of itself: information, XMP, bookmarks, attachments, scripts, names."""

from __future__ import annotations

from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from redactor.domain.pages import Where
from tests.release.hiding.base import SECRET, Change, add, page, text

META = Where.METADATA
SAID = String(f"Her neighbour {SECRET}")
PLAIN = f"Her neighbour {SECRET}\n".encode()


def with_root(name: str, where: Where | None, **keys: Any) -> None:
    def change(pdf: pikepdf.Pdf, page: Any) -> None:
        for key, value in keys.items():
            pdf.Root[f"/{key}"] = value(pdf, page) if callable(value) else value

    add(name, where, lambda: page(b"", change))


def with_page(name: str, where: Where | None, **keys: Any) -> None:
    def change(pdf: pikepdf.Pdf, page: Any) -> None:
        for key, value in keys.items():
            page[f"/{key}"] = value(pdf, page) if callable(value) else value

    add(name, where, lambda: page(b"", change))


def with_info(key: str) -> Change:
    def change(pdf: pikepdf.Pdf, page: Any) -> None:
        pdf.docinfo[f"/{key}"] = SAID

    return change


for key in ("Title", "Author", "Subject", "Keywords", "Creator", "Producer", "Company", "SourceModified"):
    add(f"information: {key}", META, lambda key=key: page(b"", with_info(key)))

XMP = (
    "<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>"
    "<rdf:Description rdf:about='' xmlns:dc='http://purl.org/dc/elements/1.1/'>"
    f"<dc:creator><rdf:Seq><rdf:li>{SECRET}</rdf:li></rdf:Seq></dc:creator>"
    "</rdf:Description></rdf:RDF></x:xmpmeta>"
)


def xmp(pdf: pikepdf.Pdf, _: Any) -> Any:
    return pdf.make_stream(XMP.encode(), Type=Name.Metadata, Subtype=Name.XML)


with_root("XMP", META, Metadata=xmp)
with_root(
    "XMP in UTF-16",
    META,
    Metadata=lambda pdf, _: pdf.make_stream(XMP.encode("utf-16"), Type=Name.Metadata, Subtype=Name.XML),
)
with_page("a page's XMP", META, Metadata=xmp)


def outlines(**keys: Any) -> Any:
    def make(pdf: pikepdf.Pdf, page: Any) -> Any:
        root = pdf.make_indirect(Dictionary(Type=Name.Outlines, Count=1))
        item = Dictionary(Parent=root, Title=String("Visit"), Dest=Array([page, Name.Fit]), **keys)
        root.First = root.Last = pdf.make_indirect(item)
        return root

    return make


def titled(pdf: pikepdf.Pdf, page: Any) -> Any:
    root = outlines()(pdf, page)
    root.First.Title = SAID
    return root


with_root("a bookmark", Where.BOOKMARK, Outlines=titled)
with_root(
    "a bookmark's action",
    META,
    Outlines=outlines(A=Dictionary(S=Name.URI, URI=String("mailto:kayleigh.barnes@webpost.example"))),
)
with_root(
    "a named destination",
    META,
    Names=lambda pdf, page: Dictionary(Dests=Dictionary(Names=Array([SAID, Array([page, Name.Fit])]))),
)
with_root(
    "an old named destination", None, Dests=lambda pdf, page: Dictionary({"/KayleighBarnes": Array([page, Name.Fit])})
)
with_root("a page label", META, PageLabels=Dictionary(Nums=Array([0, Dictionary(P=SAID, S=Name.D)])))


def attached(name: str, data: bytes, **keys: Any) -> Any:
    def make(pdf: pikepdf.Pdf, page: Any) -> Any:
        file = pdf.make_stream(data, Type=Name.EmbeddedFile)
        spec = Dictionary(Type=Name.Filespec, F=String(name), UF=String(name), EF=Dictionary(F=file), **keys)
        return Dictionary(EmbeddedFiles=Dictionary(Names=Array([String(name), pdf.make_indirect(spec)])))

    return make


with_root("an attachment", Where.ATTACHMENT, Names=attached("note.txt", PLAIN))
with_root("an attachment's name", Where.FILENAME, Names=attached(f"Letter about {SECRET}.txt", b"Seen on Monday.\n"))
with_root("an attachment's description", Where.ATTACHMENT, Names=attached("note.txt", b"Seen today.\n", Desc=SAID))
with_root(
    "an associated file",
    Where.ATTACHMENT,
    AF=lambda pdf, page: Array([attached("n.txt", PLAIN + b"And again.\n")(pdf, page).EmbeddedFiles.Names[1]]),
)


def held(pdf: pikepdf.Pdf, name: str = "letter.pdf") -> Any:
    """A file specification of a PDF that says it, which no list of attachments names."""
    file = pdf.make_stream(page(text(f"Her neighbour {SECRET}, as {name} has it")))
    return pdf.make_indirect(Dictionary(Type=Name.Filespec, F=String(name), EF=Dictionary(F=file)))


with_page("a file associated with a page", Where.ATTACHMENT, AF=lambda pdf, _: Array([held(pdf)]))
with_page(
    "a file associated with a mark on the page",
    Where.ATTACHMENT,
    Annots=lambda pdf, _: Array(
        [Dictionary(Type=Name.Annot, Subtype=Name.Square, Rect=Array([5, 5, 9, 9]), AF=Array([held(pdf, "b.pdf")]))]
    ),
)
with_page(
    "an asset of rich media",
    Where.ATTACHMENT,
    Annots=lambda pdf, _: Array(
        [
            Dictionary(
                Type=Name.Annot,
                Subtype=Name.RichMedia,
                Rect=Array([5, 5, 9, 9]),
                RichMediaContent=Dictionary(Assets=Dictionary(Names=Array([String("c.pdf"), held(pdf, "c.pdf")]))),
            )
        ]
    ),
)
with_root(
    "a portfolio's columns",
    Where.ATTACHMENT,
    Names=attached("note.txt", b"Seen.\n", CI=Dictionary(Who=SAID)),
    Collection=Dictionary(Type=Name.Collection, Schema=Dictionary(Who=Dictionary(S=Name.S, N=String("Who")))),
)
SCRIPT = Dictionary(S=Name.JavaScript, JS=String(f"app.alert('Her neighbour {SECRET}')"))
with_root("a script at opening", META, OpenAction=SCRIPT)
with_root("a script at closing", META, AA=Dictionary(WC=SCRIPT))
with_root("a named script", META, Names=Dictionary(JavaScript=Dictionary(Names=Array([String("a"), SCRIPT]))))
with_root(
    "a script in a stream",
    Where.HIDDEN_TEXT,
    OpenAction=lambda pdf, _: Dictionary(S=Name.JavaScript, JS=pdf.make_stream(PLAIN)),
)
with_page("a page's action", META, AA=Dictionary(O=SCRIPT))
with_page("private data of an application", META, PieceInfo=Dictionary(App=Dictionary(Private=Dictionary(Note=SAID))))
with_root("private data of the document", META, PieceInfo=Dictionary(App=Dictionary(Private=SAID)))
with_page(
    "private data in a stream",
    Where.HIDDEN_TEXT,
    PieceInfo=lambda pdf, _: Dictionary(App=Dictionary(Private=pdf.make_stream(PLAIN))),
)


def thread(pdf: pikepdf.Pdf, page: Any) -> Any:
    bead = pdf.make_indirect(Dictionary(Type=Name.Bead, P=page, R=Array([0, 0, 100, 100])))
    bead.N = bead.V = bead
    made = pdf.make_indirect(Dictionary(Type=Name.Thread, F=bead, I=Dictionary(Title=SAID, Author=SAID)))
    bead.T = made
    page.B = Array([bead])
    return Array([made])


with_root("an article thread", META, Threads=thread)
with_root("web capture", META, SpiderInfo=Dictionary(V=1.0, C=Array([Dictionary(URL=SAID)])))
with_root(
    "a web capture's content set",
    META,
    Names=Dictionary(
        IDS=Dictionary(Names=Array([String("1"), Dictionary(Type=Name.SpiderContentSet, S=Name.SPS, T=SAID)]))
    ),
)
with_root("the base of addresses", META, URI=Dictionary(Base=String("https://example.org/Kayleigh Barnes/")))
with_root(
    "an output intent",
    META,
    OutputIntents=Array(
        [Dictionary(Type=Name.OutputIntent, S=Name.GTS_PDFX, OutputConditionIdentifier=SAID, Info=SAID)]
    ),
)
with_root("legal attestation", META, Legal=Dictionary(Attestation=SAID))
with_root(
    "a requirement", META, Requirements=Array([Dictionary(Type=Name.Requirement, S=Name.EnableJavaScripts, Note=SAID)])
)
with_root("an extension of an application", META, App_Extra=Dictionary(Deep=Array([Dictionary(Deeper=Array([SAID]))])))
with_page("units of measure", META, VP=Array([Dictionary(Type=Name.Viewport, BBox=Array([0, 0, 9, 9]), Name=SAID)]))
with_page("separation information", META, SeparationInfo=Dictionary(DeviceColorant=SAID))
with_page("a page's name", META, Tabs=Name.S, Title=SAID)
with_root("a language", META, Lang=SAID)


def layer(pdf: pikepdf.Pdf, page: Any) -> Any:
    own = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=SAID))
    return Dictionary(OCGs=Array([own]), D=Dictionary(Order=Array([own])))


def usage(pdf: pikepdf.Pdf, page: Any) -> Any:
    made = Dictionary(CreatorInfo=Dictionary(Creator=SAID, Subtype=Name.Artwork))
    own = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("Layer"), Usage=made))
    return Dictionary(OCGs=Array([own]), D=Dictionary(Order=Array([own]), Creator=SAID))


with_root("a layer's name", META, OCProperties=layer)
with_root("a layer's maker", META, OCProperties=usage)
