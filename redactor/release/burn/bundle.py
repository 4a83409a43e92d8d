# SPDX-License-Identifier: AGPL-3.0-or-later
"""Put composed pages together into a PDF: fonts, page tree, structure tree, bookmarks by document number."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import BinaryIO

from redactor.release.burn.composed import Composed
from redactor.release.burn.fonts import (
    BLANK_ADVANCE,
    FONTS,
    Face,
    face,
    face_to_unicode,
    face_widths,
    invisible_to_unicode,
)
from redactor.release.burn.marks import Node
from redactor.release.burn.metadata import packet
from redactor.release.burn.writer import PdfWriter, deflate, number, text_string

#: Pages and parent-tree entries are kept in leaves of this many.
LEAF = 100


@lru_cache(maxsize=16)
def _packed(data: bytes) -> bytes:
    """What every file holds the same, compressed once."""
    return deflate(data, 9)


class Bundle:
    """A PDF being written to ``out``. ``title`` shows in the reader's title bar; ``first_page`` is the number of
    its first page in the release (page labels)."""

    def __init__(self, out: BinaryIO, title: str, first_page: int = 1) -> None:
        self._pdf = PdfWriter(out)
        self._title = title
        self._first_page = first_page
        self._catalog = self._pdf.reserve()
        self._pages = self._pdf.reserve()
        self._structure = self._pdf.reserve()
        self._document = self._pdf.reserve()
        self._info = self._pdf.put(b"<</Title%s>>" % text_string(title))
        self._fonts = self._write_fonts()
        self._leaves: list[tuple[int, int]] = []
        self._leaf: list[int] = []
        self._leaf_at = 0
        self._parents: list[tuple[int, list[int]]] = []
        self._parent_leaves: list[tuple[int, int, int]] = []
        self._sections: list[int] = []
        self._section = 0
        self._section_kids: list[int] = []
        self._bookmarks: list[tuple[str, int]] = []
        self._count = 0

    def size_with(self, page: Composed) -> int:
        """No fewer bytes than the file will have if ``page`` is added and it is then finished."""
        objects = 60 + 4 * page.marks
        own = len(page.content) + len(page.picture.data if page.picture else b"") + 160 * objects
        return self._pdf.size_at_most + own + 200 * self._count + 20_000

    def section(self, name: str) -> None:
        """Start a part of the bundle: the cover, or a document. The next page is its first."""
        self._end_section()
        self._section = self._pdf.reserve()
        self._sections.append(self._section)
        self._bookmarks.append((name, 0))

    def _end_section(self) -> None:
        if self._section:
            kids = b" ".join(b"%d 0 R" % kid for kid in self._section_kids)
            body = b"<</Type/StructElem/S/Sect/P %d 0 R/K[%s]>>" % (self._document, kids)
            self._pdf.put(body, self._section)
        self._section_kids = []

    def add(self, page: Composed) -> tuple[int, int]:
        """Write a page; nothing of it stays in memory but its object numbers. Returns where in the file the data of
        its picture (0 when it has none) and of its content start."""
        pdf = self._pdf
        at = pdf.reserve()
        if self._bookmarks and not self._bookmarks[-1][1]:
            self._bookmarks[-1] = (self._bookmarks[-1][0], at)
        if not self._leaf:
            self._leaf_at = pdf.reserve()
        picture, picture_at = b"", 0
        if page.picture is not None:
            entries = b"/Type/XObject/Subtype/Image/Width %d/Height %d" % (page.picture.width, page.picture.height)
            picture = b"/XObject<</P %d 0 R>>" % pdf.stream(entries + page.picture.entries, page.picture.data)
            picture_at = pdf.data_at
        content = pdf.stream(b"/Filter/FlateDecode", page.content)
        content_at = pdf.data_at
        box = number(page.width) + b" " + number(page.height)
        pdf.put(
            b"<</Type/Page/Parent %d 0 R/MediaBox[0 0 %s]/Resources<</Font %d 0 R%s>>"
            b"/Contents %d 0 R/StructParents %d/Tabs/S>>"
            % (self._leaf_at, box, self._fonts, picture, content, self._count),
            at,
        )
        self._write_structure(page, at)
        self._leaf.append(at)
        self._count += 1
        if len(self._leaf) == LEAF:
            self._end_leaf()
        return picture_at, content_at

    def _write_structure(self, page: Composed, at: int) -> None:
        """One Div for the page, its elements below it, and the page's line of the parent tree."""
        pdf = self._pdf
        division = pdf.reserve()
        owners = [0] * page.marks

        def write(node: Node, parent: int) -> int:
            own = pdf.reserve()
            kids = []
            for kid in node.kids:
                if isinstance(kid, int):
                    owners[kid] = own
                    kids.append(b"%d" % kid)
                else:
                    kids.append(b"%d 0 R" % write(kid, own))
            extra = b"/Alt" + text_string(node.alt) if node.alt else b""
            if node.bbox:
                x0, y0, x1, y1 = node.bbox
                corners = (x0, page.height - y1, x1, page.height - y0)
                extra += b"/A<</O/Layout/Placement/Block/BBox[%s]>>" % b" ".join(number(v) for v in corners)
            if node.kind == "TH":
                extra += b"/A<</O/Table/Scope/Column>>"
            held = kids[0] if len(kids) == 1 else b"[%s]" % b" ".join(kids)
            head = b"<</Type/StructElem/S/%s/P %d 0 R/Pg %d 0 R/K %s" % (node.kind.encode(), parent, at, held)
            pdf.put(head + extra + b">>", own)
            return own

        kids = [write(node, division) for node in page.nodes]
        joined = b" ".join(b"%d 0 R" % kid for kid in kids)
        pdf.put(b"<</Type/StructElem/S/Div/P %d 0 R/K[%s]>>" % (self._section, joined), division)
        self._section_kids.append(division)
        owner = pdf.put(b"[%s]" % b" ".join(b"%d 0 R" % own for own in owners))
        self._parents.append((self._count, [owner]))
        if len(self._parents) == LEAF:
            self._end_parents()

    def _end_leaf(self) -> None:
        if self._leaf:
            kids = b" ".join(b"%d 0 R" % kid for kid in self._leaf)
            body = b"<</Type/Pages/Parent %d 0 R/Count %d/Kids[%s]>>" % (self._pages, len(self._leaf), kids)
            self._leaves.append((self._pdf.put(body, self._leaf_at), len(self._leaf)))
        self._leaf = []

    def _end_parents(self) -> None:
        if self._parents:
            first, last = self._parents[0][0], self._parents[-1][0]
            numbers = b" ".join(b"%d %d 0 R" % (key, owner[0]) for key, owner in self._parents)
            at = self._pdf.put(b"<</Limits[%d %d]/Nums[%s]>>" % (first, last, numbers))
            self._parent_leaves.append((at, first, last))
        self._parents = []

    def finish(self) -> int:
        """Write what holds the pages together. Returns the number of pages."""
        pdf = self._pdf
        self._end_section()
        self._end_leaf()
        self._end_parents()
        pdf.put(
            b"<</Type/Pages/Count %d/Kids[%s]>>" % (self._count, b" ".join(b"%d 0 R" % at for at, _ in self._leaves)),
            self._pages,
        )
        parents = pdf.put(b"<</Kids[%s]>>" % b" ".join(b"%d 0 R" % at for at, _, _ in self._parent_leaves))
        sections = b" ".join(b"%d 0 R" % at for at in self._sections)
        pdf.put(b"<</Type/StructElem/S/Document/P %d 0 R/K[%s]>>" % (self._structure, sections), self._document)
        pdf.put(
            b"<</Type/StructTreeRoot/K %d 0 R/ParentTree %d 0 R/ParentTreeNextKey %d>>"
            % (self._document, parents, self._count),
            self._structure,
        )
        # Not compressed: so that any program finds it (ISO 32000-1, 14.3.2).
        metadata = pdf.stream(b"/Type/Metadata/Subtype/XML", packet(self._title))
        pdf.put(
            b"<</Type/Catalog/Pages %d 0 R/StructTreeRoot %d 0 R/MarkInfo<</Marked true>>/Lang(en-GB)/Metadata %d 0 R"
            b"/ViewerPreferences<</DisplayDocTitle true>>/PageLabels<</Nums[0<</S/D/St %d>>]>>/Outlines %d 0 R>>"
            % (self._pages, self._structure, metadata, self._first_page, self._write_bookmarks()),
            self._catalog,
        )
        pdf.finish(self._catalog, self._info)
        return self._count

    def _write_bookmarks(self) -> int:
        pdf = self._pdf
        root = pdf.reserve()
        items = [(pdf.reserve(), name, page) for name, page in self._bookmarks if page]
        for n, (at, name, page) in enumerate(items):
            before = b"/Prev %d 0 R" % items[n - 1][0] if n else b""
            after = b"/Next %d 0 R" % items[n + 1][0] if n + 1 < len(items) else b""
            body = b"<</Title%s/Parent %d 0 R%s%s/Dest[%d 0 R/Fit]>>" % (text_string(name), root, before, after, page)
            pdf.put(body, at)
        pdf.put(b"<</Type/Outlines/First %d 0 R/Last %d 0 R/Count %d>>" % (items[0][0], items[-1][0], len(items)), root)
        return root

    def _write_fonts(self) -> int:
        blank = self._write_font(
            "RedactorBlank", "glyphless.ttf", (0, -200, 500, 800), (800, -200, 700), 4, b"/DW %d" % BLANK_ADVANCE,
            invisible_to_unicode, b"\x00\x01" * 0x10000,
        )  # fmt: skip
        regular, bold = (self._write_visible(face(is_bold)) for is_bold in (False, True))
        return self._pdf.put(b"<</G %d 0 R/S %d 0 R/B %d 0 R>>" % (blank, regular, bold))

    def _write_visible(self, of: Face) -> int:
        vertical = (of.ascent, of.descent, of.cap_height)
        widths = b"/W" + face_widths(of)
        return self._write_font(of.name, of.file, of.bbox, vertical, 32, widths, lambda: face_to_unicode(of), b"")

    def _write_font(
        self,
        name: str,
        file: str,
        bbox: tuple[int, ...],
        vertical: tuple[int, int, int],
        flags: int,
        widths: bytes,
        mapping: Callable[[], bytes],
        to_glyph: bytes,
    ) -> int:
        """A Type 0 font whose codes are glyph numbers (or go through ``to_glyph``)."""
        pdf = self._pdf
        data = (FONTS / file).read_bytes()
        program = pdf.stream(b"/Filter/FlateDecode/Length1 %d" % len(data), _packed(data))
        own = name.encode()
        ascent, descent, capital = vertical
        descriptor = pdf.put(
            b"<</Type/FontDescriptor/FontName/%s/Flags %d/FontBBox[%s]/ItalicAngle 0/Ascent %d/Descent %d"
            b"/CapHeight %d/StemV 80/FontFile2 %d 0 R>>"
            % (own, flags, b" ".join(b"%d" % v for v in bbox), ascent, descent, capital, program)
        )
        glyphs = b"%d 0 R" % pdf.stream(b"/Filter/FlateDecode", _packed(to_glyph)) if to_glyph else b"/Identity"
        descendant = pdf.put(
            b"<</Type/Font/Subtype/CIDFontType2/BaseFont/%s"
            b"/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
            b"/FontDescriptor %d 0 R%s/CIDToGIDMap %s>>" % (own, descriptor, widths, glyphs)
        )
        unicode = pdf.stream(b"/Filter/FlateDecode", _packed(mapping()))
        return pdf.put(
            b"<</Type/Font/Subtype/Type0/BaseFont/%s/Encoding/Identity-H/DescendantFonts[%d 0 R]/ToUnicode %d 0 R>>"
            % (own, descendant, unicode)
        )
