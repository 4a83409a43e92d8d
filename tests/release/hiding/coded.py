# SPDX-License-Identifier: AGPL-3.0-or-later
"""Secrets written in a code: escapes, percents, base 64, certificates, letters in another dress."""

from __future__ import annotations

import io
import zipfile
from base64 import b64encode
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from redactor.domain.pages import Where
from tests.release.hiding.base import FIRST, LAST, SECRET, Change, add, page, text
from tests.release.hiding.drawn import LEAD, with_type0

LINE = (LEAD + SECRET).encode()


def note(where: Where = Where.ANNOTATION, /, *, called: str, **keys: Any) -> None:
    def change(pdf: pikepdf.Pdf, page: Any) -> None:
        held = Dictionary(Type=Name.Annot, Rect=Array([25, 32, 270, 56]), F=4, **keys)
        page.Annots = Array([pdf.make_indirect(held)])

    add(called, where, lambda: page(b"", change))


# -- addresses and scripts ----------------------------------------------------------------------------


def link(called: str, **action: Any) -> None:
    note(called=called, Subtype=Name.Link, A=Dictionary(**action))


link("an address in percents", S=Name.URI, URI=String("mailto:%4B%61%79leigh%2E%42arnes@home.example"))
link("an address that carries data", S=Name.URI, URI=String(f"data:text/plain;base64,{b64encode(LINE).decode()}"))
link("an address to send a form to", S=Name.SubmitForm, F=String(f"http://a.example/?name={FIRST}+{LAST}"))
link("a script with escapes", S=Name.JavaScript, JS=String("app.alert('\\u004bayleigh \\x42arnes')"))
link("a script that adds up", S=Name.JavaScript, JS=String(f"app.alert('{FIRST[:4]}' + '{FIRST[4:]} {LAST}')"))
link("what a program is started with", S=Name.Launch, Win=Dictionary(F=String("a.exe"), P=String(f"/n {SECRET}")))
link("an article by its title", S=Name.Thread, D=String(SECRET))
note(called="a note for nobody's eyes", Subtype=Name.Text, Contents=String(SECRET), NM=String("1"))
note(
    called="a text box that is formatted text only",
    Subtype=Name.FreeText,
    DA=String("/F 12 Tf"),
    RC=String(f"<body><p>Her neighbour <b>{FIRST}</b> {LAST}</p></body>"),
)
note(called="data of a projection", Subtype=Name("/Projection"), ExData=Dictionary(Note=String(SECRET)))


# -- fields -------------------------------------------------------------------------------------------


def field(called: str, value: Any, **keys: Any) -> None:
    def change(pdf: pikepdf.Pdf, page: Any) -> None:
        given = value(pdf) if callable(value) else value
        held = Dictionary(
            Type=Name.Annot, Subtype=Name.Widget, FT=Name.Tx, T=String("one"), V=given,
            Rect=Array([25, 32, 270, 56]), F=4, **keys,
        )  # fmt: skip
        one = pdf.make_indirect(held)
        page.Annots = Array([one])
        fonts = Dictionary(Font=page.Resources.Font)
        pdf.Root.AcroForm = Dictionary(Fields=Array([one]), DA=String("/F 12 Tf 0 g"), DR=fonts)

    add(called, Where.FORM_FIELD, lambda: page(b"", change))


#: The name in a certificate (X.690, X.520: commonName).
NAMED = b"\x30\x1a\x06\x03\x55\x04\x03\x0c" + bytes([len(SECRET)]) + SECRET.encode()
field("a value in a stream", lambda pdf: pdf.make_stream(SECRET.encode()))
field("a value that is a name", Name(f"/{FIRST}#20{LAST}"))
field("letters in a comb", String(SECRET), MaxLen=20, Ff=1 << 24)
field(
    "a signature's certificate",
    lambda pdf: Dictionary(
        Type=Name.Sig, Filter=Name("/Adobe.PPKLite"), Contents=String(NAMED), ByteRange=Array([0, 1, 2, 3])
    ),
)


def beside(called: str, where: Where, change: Change) -> None:
    add(called, where, lambda: page(b"", change))


def kept_for_later(pdf: pikepdf.Pdf, page: Any) -> None:
    pdf.Root.DSS = Dictionary(Certs=Array([pdf.make_stream(b"\x30\x82\x01\x01" + NAMED)]))


beside("a certificate kept for later", Where.METADATA, kept_for_later)


def xfa(template: str) -> Change:
    def change(pdf: pikepdf.Pdf, page: Any) -> None:
        told = f'<template xmlns="http://www.xfa.org/schema/xfa-template/3.3/"><subform>{template}</subform></template>'
        pdf.Root.AcroForm = Dictionary(
            Fields=Array([]), XFA=Array([String("template"), pdf.make_stream(told.encode())])
        )

    return change


beside(
    "formatted text in XFA",
    Where.FORM_FIELD,
    xfa(f'<draw><exData contentType="text/html"><p>{FIRST} <b>{LAST}</b></p></exData></draw>'),
)
beside("a script in XFA", Where.FORM_FIELD, xfa(f"<event><script>xfa.host.messageBox('{SECRET}')</script></event>"))


# -- metadata, bookmarks, files -----------------------------------------------------------------------


def xmp(body: str) -> Change:
    def change(pdf: pikepdf.Pdf, page: Any) -> None:
        packet = (
            '<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">'
            '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description '
            f'xmlns:n="http://n.example/">{body}</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>'
        )
        pdf.Root.Metadata = pdf.make_stream(packet.encode(), Type=Name.Metadata, Subtype=Name.XML)

    return change


beside("XMP with numbers for letters", Where.METADATA, xmp("<n:a>&#75;ayleigh &#x42;arnes</n:a>"))
beside("XMP as it is", Where.METADATA, xmp(f"<n:a><![CDATA[{SECRET}]]></n:a>"))
beside("XMP in an attribute", Where.METADATA, xmp(f'<n:a n:who="{SECRET}"/>'))
beside("XMP in a comment", Where.METADATA, xmp(f"<!-- {SECRET} -->"))


def bookmark(title: bytes) -> Change:
    def change(pdf: pikepdf.Pdf, page: Any) -> None:
        root = pdf.make_indirect(Dictionary(Type=Name.Outlines, Count=-1))
        root.First = root.Last = pdf.make_indirect(
            Dictionary(Title=String(title), Parent=root, Dest=Array([page, Name.Fit]))
        )
        pdf.Root.Outlines = root

    return change


beside("a bookmark in UTF-8", Where.BOOKMARK, bookmark(b"\xef\xbb\xbf" + f"{SECRET} \u2013".encode()))
beside("a bookmark the other way round", Where.BOOKMARK, bookmark(b"\xff\xfe" + SECRET.encode("utf-16-le")))
IN_ENGLISH = b"\xfe\xff\x00\x1b\x00e\x00n\x00\x1b" + SECRET.encode("utf-16-be")
beside("a bookmark that says its language", Where.BOOKMARK, bookmark(IN_ENGLISH))


def attached(name: str, data: bytes) -> Change:
    def change(pdf: pikepdf.Pdf, page: Any) -> None:
        held = pdf.make_stream(data, Type=Name.EmbeddedFile)
        listed = pdf.make_indirect(Dictionary(Type=Name.Filespec, UF=String(name), EF=Dictionary(UF=held)))
        kid = pdf.make_indirect(Dictionary(Names=Array([String(name), listed]), Limits=Array([String(name)] * 2)))
        pdf.Root.Names = Dictionary(EmbeddedFiles=Dictionary(Kids=Array([kid])))

    return change


def archive() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        packed.writestr(zipfile.ZipInfo("note.txt", (2020, 1, 1, 0, 0, 0)), LINE)
    return out.getvalue()


MESSAGE = b"From: a@b.example\r\nSubject: visit\r\nContent-Type: text/plain\r\n\r\n" + LINE + b" rang.\r\n"
beside("an attached PDF", Where.ATTACHMENT, attached("inner.pdf", page(text(f"Her aunt is {SECRET}."))))
beside("an attached message", Where.ATTACHMENT, attached("visit.eml", MESSAGE))
beside("an attached archive", Where.ATTACHMENT, attached("papers.zip", archive()))


def of_part(pdf: pikepdf.Pdf, page: Any) -> None:
    pdf.Root.DPartRoot = Dictionary(DPartRootNode=pdf.make_indirect(Dictionary(DPM=Dictionary(Who=String(SECRET)))))


beside("data of a part of the document", Where.METADATA, of_part)

# -- letters in another dress -------------------------------------------------------------------------


def mathematical(letter: str) -> str:
    first = 0x1D400 if letter.isupper() else 0x1D41A - ord("a") + ord("A")
    return chr(first + ord(letter.upper()) - ord("A")) if letter.isalpha() else letter


def dressed(called: str, change: Any) -> None:
    mapping = {letter: change(letter) if letter.isalpha() else letter for letter in LEAD + SECRET}
    add(called, Where.PAGE, lambda: with_type0(mapping), shown=True)


dressed("letters mapped to wide ones", lambda letter: chr(ord(letter) + 0xFEE0))
dressed("letters mapped to mathematical ones", mathematical)
dressed("letters mapped with joiners", lambda letter: f"{letter}\u200d")
dressed("letters mapped with lines through them", lambda letter: f"{letter}\u0336")
