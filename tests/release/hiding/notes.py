# SPDX-License-Identifier: AGPL-3.0-or-later
"""Secrets in annotations and links of every type."""

from __future__ import annotations

from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from redactor.domain.pages import Where
from tests.release.hiding.base import SECRET, Change, add, kind, page, text

NOTE, SAID = Where.ANNOTATION, String(f"Her neighbour {SECRET}")
RECT = Array([250, 10, 340, 40])


def annotated(subtype: str, **keys: Any) -> Change:
    def change(pdf: pikepdf.Pdf, page: Any) -> None:
        made = {key: value(pdf, page) if callable(value) else value for key, value in keys.items()}
        note = Dictionary(Type=Name.Annot, Subtype=Name(f"/{subtype}"), Rect=made.pop("Rect", RECT), P=page, **made)
        page.Annots = Array([*page.get("/Annots", []), pdf.make_indirect(note)])

    return change


def note(name: str, subtype: str, where: Where | None = NOTE, *, shown: bool = False, **keys: Any) -> None:
    add(name, where, lambda: page(b"", annotated(subtype, **keys)), shown=shown)


def blank(pdf: pikepdf.Pdf, _: Any) -> Any:
    """An appearance that shows a grey box."""
    frame = Array([0, 0, 90, 30])
    drawn = pdf.make_stream(b".8 g 0 0 90 30 re f", Type=Name.XObject, Subtype=Name.Form, BBox=frame)
    return Dictionary(N=drawn)


def speaking(state: str) -> Any:
    """Appearances of which the one named holds the secret."""

    def make(pdf: pikepdf.Pdf, page: Any) -> Any:
        frame, fonts = Array([0, 0, 300, 24]), Dictionary(Font=page.Resources.Font)
        words = text(f"Her neighbour {SECRET}", 4, 7, 12)
        says = pdf.make_stream(words, Type=Name.XObject, Subtype=Name.Form, BBox=frame, Resources=fonts)
        made = blank(pdf, page)
        made[f"/{state}"] = says
        return made

    return make


QUAD = Array([30, 120, 200, 120, 30, 106, 200, 106])
LINE_KEYS = {"L": Array([250, 10, 340, 40])}
note("a note", "Text", Contents=SAID)
note("a text box", "FreeText", Contents=SAID, DA=String("/F 9 Tf 0 g"), AP=blank)
note(
    "a highlight's comment",
    "Highlight",
    C=Array([1, 1, 0]),
    Contents=SAID,
    QuadPoints=QUAD,
    Rect=Array([30, 106, 200, 120]),
)
note("an underline's comment", "Underline", Contents=SAID, QuadPoints=QUAD, Rect=Array([30, 106, 200, 120]))
note("a squiggle's comment", "Squiggly", Contents=SAID, QuadPoints=QUAD, Rect=Array([30, 106, 200, 120]))
note("a strike-out's comment", "StrikeOut", Contents=SAID, QuadPoints=QUAD, Rect=Array([30, 106, 200, 120]))
note("a line's comment", "Line", Contents=SAID, **LINE_KEYS)
note("a square's comment", "Square", Contents=SAID, AP=blank)
note("a circle's comment", "Circle", Contents=SAID, AP=blank)
note("a polygon's comment", "Polygon", Contents=SAID, Vertices=Array([250, 10, 340, 10, 300, 40]))
note("a poly-line's comment", "PolyLine", Contents=SAID, Vertices=Array([250, 10, 340, 10, 300, 40]))
note("a stamp's comment", "Stamp", Contents=SAID, AP=blank)
note("a caret's comment", "Caret", Contents=SAID, AP=blank)
note("a drawing's comment", "Ink", Contents=SAID, InkList=Array([Array([250, 10, 340, 40])]))
note("a sound's comment", "Sound", Contents=SAID)
note("a film's title", "Movie", T=SAID)
note("a screen's title", "Screen", T=SAID)
note("a 3D view's comment", "3D", Contents=SAID)
note("a watermark's comment", "Watermark", Contents=SAID, AP=blank)
note("an author of a note", "Text", T=String(SECRET), Contents=String("Seen."))
note("a subject of a note", "Text", Subj=SAID, Contents=String("Seen."))
note("a name of a note", "Text", NM=SAID, Contents=String("Seen."))
note("formatted text of a note", "Text", RC=String(f"<body><p>Her <b>neighbour</b> {SECRET}</p></body>"))
note("a redaction mark's overlay", "Redact", OverlayText=SAID, Contents=String("-"), AP=blank)
note("a hidden note", "Text", Contents=SAID, F=2)
note("a note nobody prints", "FreeText", Contents=SAID, F=32, DA=String("/F 9 Tf"), AP=blank)
note("a link's address", "Link", A=Dictionary(S=Name.URI, URI=String("https://example.org/Kayleigh-Barnes")))
note("an e-mail link", "Link", A=Dictionary(S=Name.URI, URI=String("mailto:kayleigh.barnes@webpost.example")))
note("a link to a file", "Link", A=Dictionary(S=Name.Launch, F=String(f"S:/Families/{SECRET}.doc")))
note("a link's comment", "Link", Contents=SAID, A=Dictionary(S=Name.URI, URI=String("https://example.org/")))
note("a note's script", "Screen", A=Dictionary(S=Name.JavaScript, JS=String(f"app.alert('Her neighbour {SECRET}')")))
note("an appearance that is pressed", "Stamp", Where.HIDDEN_TEXT, AP=speaking("D"))
note("an appearance under the pointer", "Stamp", Where.HIDDEN_TEXT, AP=speaking("R"))
note("a stamp that says it", "Stamp", Where.PAGE, shown=True, AP=speaking("N"), Rect=Array([20, 20, 320, 44]))
note(
    "a text box that says it",
    "FreeText",
    Where.PAGE,
    shown=True,
    AP=speaking("N"),
    Rect=Array([20, 20, 320, 44]),
    Contents=SAID,
)
note("a hidden stamp that says it", "Stamp", Where.HIDDEN_TEXT, F=2, AP=speaking("N"), Rect=Array([20, 20, 320, 44]))


@kind("a pop-up", NOTE)
def _() -> bytes:
    def change(pdf: pikepdf.Pdf, page: Any) -> None:
        parent = pdf.make_indirect(Dictionary(Type=Name.Annot, Subtype=Name.Text, Rect=RECT, Contents=String("Seen.")))
        popup = pdf.make_indirect(
            Dictionary(Type=Name.Annot, Subtype=Name.Popup, Rect=RECT, Parent=parent, Contents=SAID)
        )
        parent.Popup = popup
        page.Annots = Array([parent, popup])

    return page(b"", change)


@kind("a reply", NOTE)
def _() -> bytes:
    def change(pdf: pikepdf.Pdf, page: Any) -> None:
        first = pdf.make_indirect(Dictionary(Type=Name.Annot, Subtype=Name.Text, Rect=RECT, Contents=String("Who?")))
        reply = Dictionary(Type=Name.Annot, Subtype=Name.Text, Rect=RECT, IRT=first, RT=Name.R, Contents=SAID)
        page.Annots = Array([first, pdf.make_indirect(reply)])

    return page(b"", change)


@kind("a pop-up that is not on the page", NOTE)
def _() -> bytes:
    def change(pdf: pikepdf.Pdf, page: Any) -> None:
        popup = pdf.make_indirect(Dictionary(Type=Name.Annot, Subtype=Name.Popup, Rect=RECT, Contents=SAID))
        page.Annots = Array([pdf.make_indirect(Dictionary(Type=Name.Annot, Subtype=Name.Text, Rect=RECT, Popup=popup))])

    return page(b"", change)


@kind("a paper clip", Where.ATTACHMENT)
def _() -> bytes:
    def change(pdf: pikepdf.Pdf, page: Any) -> None:
        file = pdf.make_stream(f"Her neighbour {SECRET}\n".encode(), Type=Name.EmbeddedFile)
        spec = Dictionary(Type=Name.Filespec, F=String("note.txt"), UF=String("note.txt"), EF=Dictionary(F=file))
        annotated("FileAttachment", FS=pdf.make_indirect(spec), AP=blank)(pdf, page)

    return page(b"", change)


@kind("an annotation of a kind nobody knows", NOTE)
def _() -> bytes:
    return page(b"", annotated("Postcard", Contents=SAID))


note(
    "a note's text in numbers",
    "Text",
    Contents=String("Seen."),
    RC=String("<body><p>" + "".join(f"&#x{ord(c):x};" for c in SECRET) + "</p></body>"),
)
note(
    "a note's text with formatting inside words",
    "Text",
    Contents=String("Seen."),
    RC=String("<body><p>Her neighbour <b>Kay</b>leigh <i>Bar</i>nes</p></body>"),
)
note(
    "a link into another file",
    "Link",
    A=Dictionary(S=Name.GoToR, F=String("letters/Kayleigh_Barnes.pdf"), D=Array([0, Name.Fit])),
)
