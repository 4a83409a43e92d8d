# SPDX-License-Identifier: AGPL-3.0-or-later
"""What ISO 14289-1:2014 (PDF/UA-1) asks of a file and a program can check, clause by clause, read with pikepdf.

The numbers are the clauses. What only a person can judge (is the text right, is the order sensible) is not here.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pikepdf

#: Structure types of ISO 32000-1, 14.8.4, that may stand under each of these.
BELOW = {
    "Document": {"Sect"},
    "Sect": {"Div"},
    "Div": {"P", "H1", "H2", "H3", "Figure", "Table"},
    "Table": {"TR"},
    "TR": {"TH", "TD"},
    "P": {"Span"},
}
_SHOWING = re.compile(rb"\b(?:Tj|TJ|Do|re|f|S)\b")


def broken(path: Path) -> list[str]:
    """The clauses a file breaks, each with what is wrong; empty when it breaks none of those that are checked."""
    with pikepdf.open(path) as pdf:
        return [*_document(pdf), *_content(pdf), *_structure(pdf), *_fonts(pdf)]


def _document(pdf: pikepdf.Pdf) -> Iterator[str]:
    root = pdf.Root
    if pdf.pdf_version not in ("1.4", "1.5", "1.6", "1.7"):
        yield "6.1: the version is not one of ISO 32000-1"
    if root.get("/MarkInfo", {}).get("/Marked") is not True or root.MarkInfo.get("/Suspects", False):
        yield "6.2 and 7.1: not marked as tagged, or with suspects"
    packet = ElementTree.fromstring(root.Metadata.read_bytes())
    ua, dc = "{http://www.aiim.org/pdfua/ns/id/}", "{http://purl.org/dc/elements/1.1/}"
    if [part.text for part in packet.iter(f"{ua}part")] != ["1"]:
        yield "5: the file does not say that it is PDF/UA-1"
    titles = ["".join(title.itertext()).strip() for title in packet.iter(f"{dc}title")]
    if titles != [str(pdf.docinfo["/Title"])] or not titles[0]:
        yield "7.1: no title, or not that of the document information"
    if root.get("/ViewerPreferences", {}).get("/DisplayDocTitle") is not True:
        yield "7.1: the title is not asked to be shown"
    if not str(root.get("/Lang", "")):
        yield "7.2: no language"
    if "/RoleMap" in root.StructTreeRoot:
        yield "7.1: structure types of its own"
    for key in ("/OCProperties", "/AcroForm", "/Names", "/AA", "/OpenAction"):
        if key in root:
            yield f"7.10 to 7.19: {key}"
    if pdf.is_encrypted:
        yield "7.16: encrypted"
    for page in pdf.pages:
        if "/Annots" in page:
            yield "7.18: annotations"
        if page.get("/Tabs") != "/S":
            yield "7.18.3: the tab order does not follow the structure"
    if "/Outlines" not in root:
        yield "7.17: no bookmarks"


def marked(page: Any) -> Iterator[tuple[str, int | None, bytes]]:
    """Each piece of content with its tag and number (None for an artifact); what stands outside any has tag ""."""
    tag: tuple[str, int | None] = ("", None)
    held: list[bytes] = []
    for operands, operator in pikepdf.parse_content_stream(page):
        name = str(operator)
        if name in ("BMC", "BDC"):
            yield (*tag, b" ".join(held))
            number = int(operands[1]["/MCID"]) if name == "BDC" and "/MCID" in operands[1] else None
            tag, held = (str(operands[0])[1:], number), []
        elif name == "EMC":
            yield (*tag, b" ".join(held))
            tag, held = ("", None), []
        else:
            held.append(name.encode())
    yield (*tag, b" ".join(held))


def _content(pdf: pikepdf.Pdf) -> Iterator[str]:
    for index, page in enumerate(pdf.pages, start=1):
        owners = _owners(pdf, page)
        seen: list[int] = []
        for tag, number, held in marked(page):
            if number is not None:
                seen.append(number)
            elif tag != "Artifact" and _SHOWING.search(held):
                yield f"7.1: page {index} shows something that is neither tagged nor an artifact"
        if seen != list(range(len(owners))):
            yield f"7.1: page {index} has content the structure does not know, or knows twice"
        if any(thing.Subtype != "/Image" for _, thing in page.Resources.get("/XObject", {}).items()):
            yield f"7.20: page {index} has forms"


def _owners(pdf: pikepdf.Pdf, page: Any) -> list[Any]:
    wanted = int(page.StructParents)
    for kid in pdf.Root.StructTreeRoot.ParentTree.Kids:
        numbers = list(kid.Nums)
        for key, value in zip(numbers[::2], numbers[1::2], strict=True):
            if key == wanted:
                return list(value)
    raise AssertionError("a page that the parent tree does not know")


def elements(pdf: pikepdf.Pdf) -> Iterator[tuple[Any, int]]:
    """Every structure element in reading order, with its depth."""

    def walk(element: Any, depth: int) -> Iterator[tuple[Any, int]]:
        yield element, depth
        kids = element.get("/K", [])
        for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
            if isinstance(kid, pikepdf.Dictionary):
                yield from walk(kid, depth + 1)

    yield from walk(pdf.Root.StructTreeRoot.K, 0)


def _structure(pdf: pikepdf.Pdf) -> Iterator[str]:
    level = 0
    for element, _ in elements(pdf):
        kind = str(element.S)[1:]
        kids = element.get("/K", [])
        kids = list(kids) if isinstance(kids, pikepdf.Array) else [kids]
        below = {str(kid.S)[1:] for kid in kids if isinstance(kid, pikepdf.Dictionary)}
        if below - BELOW.get(kind, set()):
            yield f"7.1: {below} under {kind}"
        if kind == "Figure" and not str(element.get("/Alt", "")).strip():
            yield "7.3: a figure without alternate text"
        if re.fullmatch("H[1-6]", kind):
            if int(kind[1]) > level + 1:
                yield f"7.4.2: a heading {kind} after H{level}"
            if not kids:
                yield "7.4: an empty heading"
            level = int(kind[1])
        if kind == "Table":
            rows = [list(row.K) if isinstance(row.K, pikepdf.Array) else [row.K] for row in kids]
            if len({len(row) for row in rows}) != 1:
                yield "7.2 and 7.5: a table whose rows are not of one length"
            if any(cell.S != "/TH" or cell.A.Scope != "/Column" for cell in rows[0]):
                yield "7.5: a table without header cells that say what they head"
        if "/Lang" in element and not str(element.Lang):
            yield "7.2: an empty language"


def _fonts(pdf: pikepdf.Pdf) -> Iterator[str]:
    used: dict[str, set[int]] = {}
    for page in pdf.pages:
        font = ""
        for operands, operator in pikepdf.parse_content_stream(page):
            if str(operator) == "Tf":
                font = str(operands[0])
            elif str(operator) == "Tj":
                data = bytes(operands[0])
                used.setdefault(font, set()).update(
                    int.from_bytes(data[at : at + 2], "big") for at in range(0, len(data), 2)
                )
    for name, codes in sorted(used.items()):
        font = pdf.pages[0].Resources.Font[name]
        below = font.DescendantFonts[0]
        if "/FontFile2" not in below.FontDescriptor:
            yield f"7.21.4.1: {name} is not embedded"
            continue
        advances = glyph_advances(below.FontDescriptor.FontFile2.read_bytes())
        to_glyph = below.CIDToGIDMap.read_bytes() if isinstance(below.CIDToGIDMap, pikepdf.Stream) else None
        widths = _widths(below)
        mapping = _unicode(font.ToUnicode.read_bytes())
        for code in codes:
            glyph = int.from_bytes(to_glyph[2 * code : 2 * code + 2], "big") if to_glyph else code
            if not 0 < glyph < len(advances):
                yield f"7.21.4.1 and 7.21.8: {name} shows a glyph it does not have ({code})"
                continue
            if abs(advances[glyph] - widths.get(code, int(below.get("/DW", 1000)))) > 1:
                yield f"7.21.5: {name}: the width of {code} is not the font program's"
            if mapping.get(code, 0) in (0, 0xFEFF, 0xFFFE):
                yield f"7.21.7: {name}: {code} stands for no character"


def glyph_advances(program: bytes) -> list[float]:
    """The advance of each glyph of a TrueType font program, in thousandths of an em."""
    tables = {}
    for n in range(struct.unpack(">H", program[4:6])[0]):
        tag, _, offset, length = struct.unpack(">4sIII", program[12 + 16 * n : 28 + 16 * n])
        tables[tag] = program[offset : offset + length]
    (per,) = struct.unpack(">H", tables[b"head"][18:20])
    (measured,) = struct.unpack(">H", tables[b"hhea"][34:36])
    (count,) = struct.unpack(">H", tables[b"maxp"][4:6])
    own = [struct.unpack(">H", tables[b"hmtx"][4 * n : 4 * n + 2])[0] * 1000 / per for n in range(measured)]
    return own + own[-1:] * (count - measured)


def _widths(below: Any) -> dict[int, int]:
    found: dict[int, int] = {}
    listed = list(below.get("/W", []))
    for first, advances in zip(listed[::2], listed[1::2], strict=True):
        found.update({int(first) + n: int(advance) for n, advance in enumerate(advances)})
    return found


def _unicode(data: bytes) -> dict[int, int]:
    found: dict[int, int] = {}
    for first, last, text in re.findall(rb"<([0-9A-F]{4})> <([0-9A-F]{4})> <([0-9A-F]{4,8})>\n", data):
        start = ord(bytes.fromhex(text.decode()).decode("utf-16-be")[0])
        found.update({code: start + code - int(first, 16) for code in range(int(first, 16), int(last, 16) + 1)})
    return found


def read_aloud(pdf: pikepdf.Pdf, index: int) -> list[str]:
    """What a screen reader says of a page (from 0), in the order of the structure: alternate text where there is one,
    else the text of the content."""
    page = pdf.pages[index]
    texts: dict[int, str] = {}
    number: int | None = None
    font = ""
    maps = {str(name): _unicode(font.ToUnicode.read_bytes()) for name, font in page.Resources.Font.items()}
    for operands, operator in pikepdf.parse_content_stream(page):
        if str(operator) == "BDC":
            number = int(operands[1]["/MCID"])
        elif str(operator) == "EMC":
            number = None
        elif str(operator) == "Tf":
            font = str(operands[0])
        elif str(operator) == "Tj" and number is not None:
            data = bytes(operands[0])
            codes = (int.from_bytes(data[at : at + 2], "big") for at in range(0, len(data), 2))
            texts[number] = texts.get(number, "") + "".join(chr(maps[font][code]) for code in codes)

    def said(element: Any) -> Iterator[str]:
        if "/Alt" in element:
            yield str(element.Alt)
            return
        kids = element.get("/K", [])
        for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
            if isinstance(kid, int):
                yield texts.get(kid, "").strip()
            else:
                yield from said(kid)

    own = [e for e, _ in elements(pdf) if "/Pg" in e and e.Pg.objgen == page.obj.objgen and "/Pg" not in e.P]
    return [text for element in own for text in said(element) if text]
