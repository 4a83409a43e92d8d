# SPDX-License-Identifier: AGPL-3.0-or-later
"""Secrets that show on the page, in every way a file can spell and turn them."""

from __future__ import annotations

import json
from typing import Any

import cv2
import numpy as np
import pikepdf
import pymupdf
from pikepdf import Array, Dictionary, Name
from PIL import Image, ImageDraw, ImageFont
from reportlab.pdfbase.pdfmetrics import stringWidth

from redactor.domain.pages import Where
from tests.release.hiding.base import (
    FIRST,
    FONTS,
    HEIGHT,
    LAST,
    SECRET,
    WIDTH,
    Change,
    X,
    Y,
    add,
    form,
    kind,
    new,
    page,
    saved,
    text,
)  # fmt: skip

LEAD = "Her neighbour "
AT = f"BT /F 12 Tf {X} {Y} Td ".encode()


def shown(name: str, content: bytes, change: Change | None = None) -> None:
    add(name, Where.PAGE, lambda: page(content, change), shown=True)


shown("a literal string", text(LEAD + SECRET))
shown("a string in hex", AT + b"<" + (LEAD + SECRET).encode().hex().encode() + b"> Tj ET\n")
shown("a kerned string", AT + b"[(Her neighbour Kay) -20 (leigh) 40 ( Bar) (nes)] TJ ET\n")
shown("a string in pieces", AT + b"(Her neighbour K) Tj (ayle) Tj (igh B) Tj (arnes) Tj ET\n")
shown("octal escapes", AT + b"(Her neighbour \\113\\141\\171leigh \\102arnes) Tj ET\n")
shown("a string broken over lines", AT + b"(Her neighbour Kay\\\nleigh Bar\\\nnes) Tj ET\n")
shown(
    "letters placed one by one",
    b"".join(text(c, X + stringWidth(SECRET[:n], "Helvetica", 12), Y) for n, c in enumerate(SECRET) if c != " "),
)
shown("two text objects", text(FIRST, X, Y) + text(LAST, X + 51, Y))
shown("the last name drawn first", text(LAST, X + 51, Y) + text(FIRST, X, Y))
shown("letters spaced out", AT + b"3 Tc (Kayleigh Barnes) Tj 0 Tc ET\n")
shown("squeezed letters", AT + b"55 Tz (Her neighbour Kayleigh Barnes) Tj ET\n")
shown("no-break space", AT + b"(Her neighbour Kayleigh\\240Barnes) Tj ET\n")
shown("text rise", AT + b"(Her ) Tj 4 Ts (Kayleigh ) Tj -3 Ts (Barnes) Tj 0 Ts ET\n")
shown("fake bold", text(LEAD + SECRET) + text(LEAD + SECRET, X + 0.3, Y) + text(LEAD + SECRET, X + 0.6, Y))
shown("an outline and a fill", AT + b"2 Tr 0.3 w (Her neighbour Kayleigh Barnes) Tj ET\n")
shown("white on a dark box", b"0 g 25 30 250 24 re f 1 g " + text(LEAD + SECRET) + b"0 g\n")
shown("pale grey", b"0.75 g " + text(LEAD + SECRET) + b"0 g\n")
shown("very small but legible", text(LEAD + SECRET, size=5))
shown("hyphenated over a break", text("Her neighbour Kay-", 30, 52) + text("leigh Barnes was there.", 30, 34))
shown("a name over a break", text("Her neighbour Kayleigh", 30, 52) + text("Barnes was there.", 30, 34))
shown("a soft hyphen inside", AT + b"(Her neighbour Kay\\255leigh Barnes) Tj ET\n")
shown("a line turned by 90", b"BT /F 11 Tf 0 1 -1 0 340 20 Tm (" + SECRET.encode() + b") Tj ET\n")
shown("a slanted line", b"BT /F 12 Tf .966 .259 -.259 .966 30 12 Tm (" + SECRET.encode() + b") Tj ET\n")
shown("a scaled and moved space", b"q 2 0 0 2 10 10 cm " + text(SECRET, 10, 12, 6) + b"Q\n")
shown("marked content with a number", b"/P <</MCID 0>> BDC " + text(LEAD + SECRET) + b"EMC\n")


@kind("a line drawn from its end", Where.PAGE, shown=True)
def _() -> bytes:
    words = [(30, "Her"), (54, "neighbour"), (112, FIRST), (163, LAST)]
    return page(b"".join(text(word, x, Y) for x, word in reversed(words)))


@kind("ligatures", Where.PAGE, shown=True)
def _() -> bytes:
    """Griffin Fisher, with the glyphs for ffi and fi."""

    def change(pdf: pikepdf.Pdf, page: Any) -> None:
        encoding = Dictionary(Type=Name.Encoding, BaseEncoding=Name.WinAnsiEncoding)
        encoding.Differences = Array([1, Name("/fi")])
        page.Resources.Font.L = Dictionary(
            Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, Encoding=encoding
        )

    return page(text(f"{LEAD}{SECRET} and Mrs Ga\\001eld", font="L"), change)


def type0(pdf: pikepdf.Pdf, page: Any, mapping: dict[str, str] | None, *, shuffle: bool = False) -> bytes:
    """A Type 0 font of our own shapes. ``mapping`` is what its ToUnicode says of each letter; None: it has none.
    ``shuffle``: the codes are no glyph numbers. Returns the operators that show the secret."""
    metrics = json.loads((FONTS / "metrics.json").read_text(encoding="utf-8"))["regular"]
    letters = sorted(set(LEAD + SECRET))
    glyphs = {c: int(metrics["glyphs"][c][0]) for c in letters}
    codes = {c: n + 1 if shuffle else glyphs[c] for n, c in enumerate(letters)}
    program = (FONTS / "redactor-sans.ttf").read_bytes()
    descriptor = Dictionary(
        Type=Name.FontDescriptor, FontName=Name("/ABCDEF+Shapes"), Flags=4, FontBBox=Array(metrics["bbox"]),
        ItalicAngle=0, Ascent=750, Descent=-250, CapHeight=640, StemV=80, FontFile2=pdf.make_stream(program),
    )  # fmt: skip
    below = Dictionary(
        Type=Name.Font, Subtype=Name.CIDFontType2, BaseFont=Name("/ABCDEF+Shapes"),
        CIDSystemInfo=Dictionary(Registry="Adobe", Ordering="Identity", Supplement=0),
        FontDescriptor=pdf.make_indirect(descriptor), DW=500,
        W=Array([part for c in letters for part in (codes[c], Array([int(metrics["glyphs"][c][1])]))]),
    )  # fmt: skip
    if shuffle:
        table = bytearray(2 * (len(letters) + 1))
        for c in letters:
            table[2 * codes[c] : 2 * codes[c] + 2] = glyphs[c].to_bytes(2, "big")
        below.CIDToGIDMap = pdf.make_stream(bytes(table))
    else:
        below.CIDToGIDMap = Name.Identity
    font = Dictionary(
        Type=Name.Font, Subtype=Name.Type0, BaseFont=Name("/ABCDEF+Shapes"), Encoding=Name("/Identity-H"),
        DescendantFonts=Array([pdf.make_indirect(below)]),
    )  # fmt: skip
    if mapping is not None:
        rows = "\n".join(f"<{codes[c]:04X}> <{mapping[c].encode('utf-16-be').hex()}>" for c in letters)
        font.ToUnicode = pdf.make_stream(
            f"/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def\n"
            f"1 begincodespacerange <0000> <FFFF> endcodespacerange\n{len(letters)} beginbfchar\n{rows}\n"
            f"endbfchar endcmap end end".encode()
        )
    page.Resources.Font.T = pdf.make_indirect(font)
    shown = "".join(f"{codes[c]:04X}" for c in LEAD + SECRET)
    return f"BT /T 12 Tf {X} {Y} Td <{shown}> Tj ET\n".encode()


def with_type0(mapping: dict[str, str] | None, *, shuffle: bool = False) -> bytes:
    def change(pdf: pikepdf.Pdf, page: Any) -> None:
        content = type0(pdf, page, mapping, shuffle=shuffle)
        page.Contents = Array([page.Contents, pdf.make_stream(content)])

    return page(b"", change)


SAME = {c: c for c in LEAD + SECRET}
_ORDER = sorted(set(LEAD + SECRET) - {" "})
#: Every letter says it is the next one.
PERMUTED = {c: _ORDER[(n + 1) % len(_ORDER)] for n, c in enumerate(_ORDER)} | {" ": " "}
PRIVATE = {c: chr(0xE000 + n) for n, c in enumerate(_ORDER)} | {" ": " "}
add("a Type 0 font", Where.PAGE, lambda: with_type0(SAME), shown=True)
add("a Type 0 font with codes of its own", Where.PAGE, lambda: with_type0(SAME, shuffle=True), shown=True)
add("a Type 0 font without ToUnicode", Where.PAGE, lambda: with_type0(None, shuffle=True), shown=True)
add("a Type 0 font mapped to private codes", Where.PAGE, lambda: with_type0(PRIVATE), shown=True)
add("a Type 0 font whose letters lie", Where.PAGE, lambda: with_type0(PERMUTED), shown=True)


def contours(words: str = LEAD + SECRET, x: float = X, y: float = Y + 14, scale: float = 1 / 6) -> str:
    """The words' letters as outlines, from their pixels; a letter is about 12 points high."""
    drawn = Image.new("L", (1600, 120), 0)
    font = ImageFont.truetype(str(FONTS / "redactor-sans.ttf"), 84)
    ImageDraw.Draw(drawn).text((10, 5), words, font=font, fill=255)
    found, _ = cv2.findContours((np.asarray(drawn) > 127).astype(np.uint8), cv2.RETR_CCOMP, cv2.CHAIN_APPROX_SIMPLE)
    parts = []
    for contour in found:
        points = [(x + across * scale, y - down * scale) for across, down in contour[:, 0]]
        if len(points) > 2:
            parts.append("{:.2f} {:.2f} m ".format(*points[0]))
            parts += ["{:.2f} {:.2f} l ".format(*point) for point in points[1:]]
            parts.append("h\n")
    return "".join(parts)


add("letters as outlines", Where.PAGE, lambda: page(contours().encode() + b"f*\n"), shown=True)
add(
    "letters as holes in a box",
    Where.PAGE,
    lambda: page(b"0 g 20 30 300 30 re\n" + contours().encode() + b"f*\n"),
    shown=True,
)


def form_change(nested: bool = False, uses: int = 1) -> Change:
    def change(pdf: pikepdf.Pdf, page: Any) -> None:
        inner = form(pdf, page, text(LEAD + SECRET))
        if nested:
            for _ in range(3):
                outer = form(pdf, page, b"q /In Do Q\n")
                outer.Resources = Dictionary(XObject=Dictionary(In=inner), Font=page.Resources.Font)
                inner = outer
        page.Resources.XObject = Dictionary(Fm=inner)
        use = b"".join(b"q 1 0 0 1 0 %d cm /Fm Do Q\n" % (-18 * n) for n in range(uses))
        page.Contents = Array([page.Contents, pdf.make_stream(use)])

    return change


shown("a form XObject", b"", form_change())
shown("a form XObject used twice", b"", form_change(uses=2))
shown("forms inside forms", b"", form_change(nested=True))


def type3(mapped: bool) -> Change:
    """A font whose glyphs are drawings."""
    letters = sorted(set(LEAD + SECRET) - {" "})
    codes = {c: n + 1 for n, c in enumerate(letters)}

    def change(pdf: pikepdf.Pdf, page: Any) -> None:
        procs, names = Dictionary(), [1]
        for n, c in enumerate(letters):
            drawn = contours(c, 0, 700, 8.0)
            procs[f"/g{n}"] = pdf.make_stream(b"600 0 0 -100 1000 1000 d1\n" + drawn.encode() + b"f*\n")
            names.append(Name(f"/g{n}"))  # type: ignore[arg-type]
        font = Dictionary(
            Type=Name.Font, Subtype=Name.Type3, FontBBox=Array([0, -200, 1000, 1000]), FirstChar=1,
            LastChar=len(letters), FontMatrix=Array([0.001, 0, 0, 0.001, 0, 0]), CharProcs=procs,
            Widths=Array([600] * len(letters)), Resources=Dictionary(),
            Encoding=Dictionary(Type=Name.Encoding, Differences=Array(names)),
        )  # fmt: skip
        if mapped:
            rows = " ".join(f"<{codes[c]:02X}> <{ord(c):04X}>" for c in letters)
            font.ToUnicode = pdf.make_stream(
                f"begincmap 1 begincodespacerange <00> <FF> endcodespacerange {len(letters)} beginbfchar {rows} "
                "endbfchar endcmap".encode()
            )
        page.Resources.Font.T = pdf.make_indirect(font)
        ops, x = b"", float(X)
        for c in LEAD + SECRET:
            if c != " ":
                ops += b"BT /T 12 Tf %g %g Td <%02X> Tj ET\n" % (x, Y, codes[c])
            x += 7.4 if c != " " else 4
        page.Contents = Array([page.Contents, pdf.make_stream(ops)])

    return change


shown("a Type 3 glyph", b"", type3(True))
shown("a Type 3 glyph without ToUnicode", b"", type3(False))


@kind("a tiling pattern", Where.PAGE, shown=True)
def _() -> bytes:
    def change(pdf: pikepdf.Pdf, page: Any) -> None:
        cell = pdf.make_stream(
            text(LEAD + SECRET, 5, 5), Type=Name.Pattern, PatternType=1, PaintType=1, TilingType=1,
            BBox=Array([0, 0, 300, 20]), XStep=400, YStep=200, Resources=Dictionary(Font=page.Resources.Font),
            Matrix=Array([1, 0, 0, 1, 25, 30]),
        )  # fmt: skip
        page.Resources.Pattern = Dictionary(P=cell)

    return page(b"/Pattern cs /P scn 25 30 300 20 re f\n", change)


def laid(**keys: Any) -> bytes:
    def change(pdf: pikepdf.Pdf, page: Any) -> None:
        for key, value in keys.items():
            page[f"/{key}"] = value

    return page(text(LEAD + SECRET), change)


for turn in (90, 180, 270):
    add(f"a page turned by {turn}", Where.PAGE, lambda turn=turn: laid(Rotate=turn), shown=True)
    add(
        f"a cropped page turned by {turn}",
        Where.PAGE,
        lambda turn=turn: laid(Rotate=turn, CropBox=Array([10, 8, WIDTH - 20, HEIGHT - 10])),
        shown=True,
    )
add("a cropped page", Where.PAGE, lambda: laid(CropBox=Array([10, 8, WIDTH - 20, HEIGHT - 10])), shown=True)
add("large user units", Where.PAGE, lambda: laid(UserUnit=2.5), shown=True)


def moved(x: int, y: int, turn: int = 0) -> bytes:
    pdf = new(text(LEAD + SECRET) + b"Q\n", before=b"q 1 0 0 1 %d %d cm\n" % (x, y))
    pdf.pages[0].obj.MediaBox = Array([x, y, x + WIDTH, y + HEIGHT])
    pdf.pages[0].obj.Rotate = turn
    return saved(pdf)


add("a negative origin", Where.PAGE, lambda: moved(-200, -90), shown=True)
add("another origin, turned", Where.PAGE, lambda: moved(150, 77, 270), shown=True)


def beside(markup: str) -> bytes:
    """Text of another script around it, as MuPDF sets it with fonts of its own."""
    with pymupdf.open(stream=page()) as document:
        document[0].insert_htmlbox(pymupdf.Rect(25, 88, 340, 130), markup)
        return bytes(document.tobytes(no_new_id=True))


add("among writing from right to left", Where.PAGE, lambda: beside(f"<p>שלום {SECRET} אמרה</p>"), shown=True)
add("in a line from right to left", Where.PAGE, lambda: beside(f'<p dir="rtl">{SECRET} مرحبا</p>'), shown=True)
add(
    "between marks of direction",
    Where.PAGE,
    lambda: beside(f"<p>seen \u200f\u202a{SECRET}\u202c\u200e today</p>"),
    shown=True,
)


def exchanged() -> bytes:
    """A simple font whose codes stand for each other's letters: the string in the file spells something else."""
    letters = sorted({c for c in LEAD + SECRET if c != " "})
    codes = {c: letters[(n + 5) % len(letters)] for n, c in enumerate(letters)} | {" ": " "}
    differences = [part for c in letters for part in (ord(codes[c]), Name(f"/{c}"))]

    def change(pdf: pikepdf.Pdf, page: Any) -> None:
        page.Resources.Font.E = pdf.make_indirect(
            Dictionary(
                Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica,
                Encoding=Dictionary(BaseEncoding=Name.WinAnsiEncoding, Differences=Array(differences)),
            )
        )  # fmt: skip

    return page(text("".join(codes[c] for c in LEAD + SECRET), font="E"), change)


add("a simple font with letters exchanged", Where.PAGE, exchanged, shown=True)
for turn, matrix in (("180", b"-1 0 0 -1 300 50"), ("270", b"0 -1 1 0 340 140")):
    shown(f"a line turned by {turn}", b"BT /F 12 Tf %s Tm (%s) Tj ET\n" % (matrix, SECRET.encode()))
