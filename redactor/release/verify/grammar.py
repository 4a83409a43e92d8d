# SPDX-License-Identifier: AGPL-3.0-or-later
"""The whitelist: every object, key, value and stream kind a released PDF may have. Read with pikepdf.

Each kind of object is known by the way it is reached, never by what it says of itself.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf

FONTS = Path(__file__).resolve().parents[3] / "resources" / "fonts"
Rule = Callable[[Any], bool]

NUMBER: Rule = lambda v: isinstance(v, int | float) or type(v).__name__ == "Decimal"  # noqa: E731
TEXT: Rule = lambda v: isinstance(v, pikepdf.String)  # noqa: E731


def name(*allowed: str) -> Rule:
    return lambda v: isinstance(v, pikepdf.Name) and str(v)[1:] in allowed


def whole(low: int = 0, high: int = 2**31) -> Rule:
    return lambda v: isinstance(v, int) and not isinstance(v, bool) and low <= v <= high


def numbers(count: int) -> Rule:
    return lambda v: isinstance(v, pikepdf.Array) and len(v) == count and all(NUMBER(x) for x in v)


def text(exact: str) -> Rule:
    return lambda v: TEXT(v) and str(v) == exact


class Grammar:
    """Walks a file from its catalogue. Collects what breaks the whitelist, and which objects it came by."""

    def __init__(self, pdf: pikepdf.Pdf, titles: frozenset[str]) -> None:
        self.pdf = pdf
        self.titles = titles
        self.problems: list[str] = []
        self.font_problems: list[str] = []
        self.reached: set[int] = set()
        self.pages: list[Any] = []
        self.alts: dict[int, list[str]] = {}
        self._sections = 0
        self.first_page = 0

    def say(self, problem: str) -> None:
        if len(self.problems) < 50:
            self.problems.append(problem)

    def keys(self, what: str, thing: Any, required: dict[str, Rule | None], optional: dict[str, Rule | None]) -> bool:
        """The thing is a dictionary or stream with these keys and no others, each value as its rule says."""
        if not isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
            self.say(f"{what} is not a dictionary")
            return False
        if thing.is_indirect:
            self.reached.add(thing.objgen[0])
        held = {key[1:] for key in thing.keys()}  # noqa: SIM118
        sound = True
        for key in sorted(held - required.keys() - optional.keys()):
            self.say(f"{what} has the key {key}, which we do not write")
            sound = False
        for key in sorted(required.keys() - held):
            self.say(f"{what} lacks the key {key}")
            sound = False
        for key, rule in (required | optional).items():
            if rule is not None and key in held and not rule(thing["/" + key]):
                self.say(f"{what} has a value of {key} that we do not write")
                sound = False
        return sound

    def walk(self) -> None:
        trailer = self.pdf.trailer
        held = {key for key in trailer.keys() if key not in ("/Type", "/W", "/Index", "/Filter", "/Length", "/Size")}  # noqa: SIM118
        if held != {"/Root", "/Info"}:
            self.say("the trailer has keys that we do not write")
        self.keys("the document information", trailer.Info, {"Title": lambda v: TEXT(v) and str(v) in self.titles}, {})
        root = trailer.Root
        required: dict[str, Rule | None] = {
            "Type": name("Catalog"), "Pages": None, "StructTreeRoot": None, "MarkInfo": None, "Lang": text("en-GB"),
            "ViewerPreferences": None, "PageLabels": None, "Outlines": None,
        }  # fmt: skip
        if not self.keys("the catalogue", root, required, {}):
            return
        self.keys("MarkInfo", root.MarkInfo, {"Marked": lambda v: v is True}, {})
        self.keys("ViewerPreferences", root.ViewerPreferences, {"DisplayDocTitle": lambda v: v is True}, {})
        self._page_labels(root.PageLabels)
        self._page_tree(root.Pages)
        self._bookmarks(root.Outlines)
        self._structure(root.StructTreeRoot)

    def _page_labels(self, labels: Any) -> None:
        if not self.keys("PageLabels", labels, {"Nums": lambda v: isinstance(v, pikepdf.Array) and len(v) == 2}, {}):
            return
        start, entry = labels.Nums
        if start != 0:
            self.say("PageLabels does not start with the first page")
        if self.keys("a page label", entry, {"S": name("D"), "St": whole(1)}, {}):
            self.first_page = int(entry.St)

    def _page_tree(self, root: Any) -> None:
        self.keys("the page tree", root, {"Type": name("Pages"), "Count": whole(1), "Kids": None}, {})
        for leaf in root.Kids:
            required: dict[str, Rule | None] = {
                "Type": name("Pages"), "Count": whole(1), "Kids": None, "Parent": self._is(root),
            }  # fmt: skip
            if not self.keys("a page-tree node", leaf, required, {}):
                continue
            if leaf.Count != len(leaf.Kids):
                self.say("a page-tree node counts wrongly")
            for page in leaf.Kids:
                self._page(page, leaf)
        if root.Count != len(self.pages):
            self.say("the page tree counts wrongly")

    def _is(self, other: Any) -> Rule:
        return lambda v: v.is_indirect and v.objgen == other.objgen

    def _page(self, page: Any, leaf: Any) -> None:
        index = len(self.pages)
        self.pages.append(page)
        what = f"page object {index + 1}"
        required: dict[str, Rule | None] = {
            "Type": name("Page"), "Parent": self._is(leaf), "MediaBox": numbers(4), "Resources": None, "Contents": None,
            "StructParents": lambda v: v == index, "Tabs": name("S"),
        }  # fmt: skip
        if not self.keys(what, page, required, {}):
            return
        self.keys(f"{what}'s content", page.Contents, {"Length": None, "Filter": name("FlateDecode")}, {})
        if self.keys(f"{what}'s resources", page.Resources, {"Font": None}, {"XObject": None}):
            self._fonts(page.Resources.Font)
            if "/XObject" in page.Resources and self.keys(
                f"{what}'s pictures", page.Resources.XObject, {"P": None}, {}
            ):
                self._picture(f"{what}'s picture", page.Resources.XObject.P)

    def _picture(self, what: str, picture: Any) -> None:
        required: dict[str, Rule | None] = {
            "Type": name("XObject"), "Subtype": name("Image"), "Width": whole(1, 60_000), "Height": whole(1, 60_000),
            "ColorSpace": _colour_space, "BitsPerComponent": lambda v: v in (1, 4, 8), "Length": None,
            "Filter": name("FlateDecode", "DCTDecode", "CCITTFaxDecode"),
        }  # fmt: skip
        if not isinstance(picture, pikepdf.Stream) or not self.keys(what, picture, required, {"DecodeParms": None}):
            self.say(f"{what} is not a picture of ours")
            return
        if "/DecodeParms" in picture:
            fax = picture.DecodeParms
            exact: dict[str, Rule | None] = {
                "K": lambda v: v == -1, "Columns": lambda v: v == picture.Width, "Rows": lambda v: v == picture.Height,
            }  # fmt: skip
            if picture.Filter != "/CCITTFaxDecode" or not self.keys(f"{what}'s parameters", fax, exact, {}):
                self.say(f"{what} has parameters that we do not write")

    def _fonts(self, fonts: Any) -> None:
        if fonts.is_indirect and fonts.objgen[0] in self.reached:
            return
        if self.keys("the fonts", fonts, {"G": None, "S": None, "B": None}, {}):
            hashes = json.loads((FONTS / "fonts.json").read_text(encoding="utf-8"))
            metrics = json.loads((FONTS / "metrics.json").read_text(encoding="utf-8"))
            self._font(fonts.G, hashes["glyphless.ttf"], {})
            self._font(fonts.S, hashes["redactor-sans.ttf"], metrics["regular"])
            self._font(fonts.B, hashes["redactor-sans-bold.ttf"], metrics["bold"])

    def _font(self, font: Any, sha256: str, metrics: dict[str, Any]) -> None:
        """``metrics`` is empty for the invisible font."""
        base = name("RedactorBlank", "RedactorSans-Regular", "RedactorSans-Bold")
        required: dict[str, Rule | None] = {
            "Type": name("Font"), "Subtype": name("Type0"), "BaseFont": base, "Encoding": name("Identity-H"),
            "DescendantFonts": lambda v: isinstance(v, pikepdf.Array) and len(v) == 1, "ToUnicode": None,
        }  # fmt: skip
        if not self.keys("a font", font, required, {}):
            return
        self.keys("a font's ToUnicode", font.ToUnicode, {"Length": None, "Filter": name("FlateDecode")}, {})
        if not exact_map(font.ToUnicode.read_bytes(), metrics):
            self.font_problems.append("a font's ToUnicode does not hold exactly its letters")
        below = font.DescendantFonts[0]
        widths: dict[str, Rule | None] = {"W": _widths(metrics)} if metrics else {"DW": lambda v: v == 500}
        mapping: Rule = (lambda v: isinstance(v, pikepdf.Stream)) if not metrics else name("Identity")
        required = {
            "Type": name("Font"), "Subtype": name("CIDFontType2"), "BaseFont": base, "CIDSystemInfo": None,
            "FontDescriptor": None, "CIDToGIDMap": mapping, **widths,
        }  # fmt: skip
        if not self.keys("a font's descendant", below, required, {}):
            return
        exact: dict[str, Rule | None] = {
            "Registry": text("Adobe"), "Ordering": text("Identity"), "Supplement": lambda v: v == 0,
        }  # fmt: skip
        self.keys("CIDSystemInfo", below.CIDSystemInfo, exact, {})
        if not metrics:
            self.keys("CIDToGIDMap", below.CIDToGIDMap, {"Length": None, "Filter": name("FlateDecode")}, {})
            if below.CIDToGIDMap.read_bytes() != b"\x00\x01" * 0x10000:
                self.font_problems.append("the invisible font's glyph map is not ours")
        descriptor = below.FontDescriptor
        required = {
            "Type": name("FontDescriptor"), "FontName": base, "Flags": whole(), "FontBBox": numbers(4),
            "ItalicAngle": NUMBER,
            "Ascent": NUMBER, "Descent": NUMBER, "CapHeight": NUMBER, "StemV": NUMBER, "FontFile2": None,
        }  # fmt: skip
        if self.keys("a font descriptor", descriptor, required, {}):
            file = descriptor.FontFile2
            self.keys("a font file", file, {"Length": None, "Filter": name("FlateDecode"), "Length1": whole(1)}, {})
            if hashlib.sha256(file.read_bytes()).hexdigest() != sha256:
                self.font_problems.append("a font is not ours")

    def _bookmarks(self, root: Any) -> None:
        required: dict[str, Rule | None] = {"Type": name("Outlines"), "First": None, "Last": None, "Count": whole(1)}
        if not self.keys("the bookmarks", root, required, {}):
            return
        title: Rule = lambda v: TEXT(v) and bool(_BOOKMARK.fullmatch(str(v)))  # noqa: E731
        item: Any = root.First
        for _ in range(int(root.Count)):
            required = {"Title": title, "Parent": self._is(root), "Dest": None}
            if not self.keys("a bookmark", item, required, {"Prev": None, "Next": None}):
                return
            if len(item.Dest) != 2 or item.Dest[1] != "/Fit" or item.Dest[0].get("/Type") != "/Page":
                self.say("a bookmark leads elsewhere than to a page")
            if "/Next" not in item:
                return
            item = item.Next

    def _structure(self, root: Any) -> None:
        required: dict[str, Rule | None] = {
            "Type": name("StructTreeRoot"), "K": None, "ParentTree": None, "ParentTreeNextKey": whole(1),
        }  # fmt: skip
        if not self.keys("the structure tree", root, required, {}):
            return
        self._element(root.K, root, 0)
        tree = root.ParentTree
        self.keys("the parent tree", tree, {"Kids": None}, {})
        count = 0
        for kid in tree.Kids:
            self.keys("a parent-tree node", kid, {"Limits": numbers(2), "Nums": None}, {})
            for position in range(0, len(kid.Nums), 2):
                if kid.Nums[position] != count:
                    self.say("the parent tree is out of order")
                owners = kid.Nums[position + 1]
                self.reached.add(owners.objgen[0])
                if not all(owner.get("/Type") == "/StructElem" for owner in owners):
                    self.say("the parent tree names something that is no structure element")
                count += 1
        if count != len(self.pages) or root.ParentTreeNextKey != count:
            self.say("the parent tree does not have one line a page")

    def _element(self, element: Any, parent: Any, depth: int) -> None:
        kinds = (("Document",), ("Sect",), ("Div",))[depth] if depth < 3 else _KINDS
        on_page: dict[str, Rule | None] = {"Pg": lambda v: v.get("/Type") == "/Page"} if depth >= 3 else {}
        required: dict[str, Rule | None] = {
            "Type": name("StructElem"), "S": name(*kinds), "P": self._is(parent), "K": None, **on_page,
        }  # fmt: skip
        if depth > 6 or not self.keys("a structure element", element, required, {"Alt": TEXT, "A": _attributes}):
            self.say("a structure element is not ours")
            return
        if "/Alt" in element and depth >= 3:
            self.alts.setdefault(element.Pg.objgen[0], []).append(str(element.Alt))
        kids = element.K
        for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
            if isinstance(kid, pikepdf.Dictionary):
                self._element(kid, element, depth + 1)
            elif not (depth >= 3 and isinstance(kid, int)):
                self.say("a structure element holds something we do not write")


_BOOKMARK = re.compile(r"Your records|Redaction log|A guide to your records|Document [1-9]\d*")
_KINDS = ("P", "H1", "H2", "H3", "Span", "Figure", "Table", "TR", "TH", "TD")


def _attributes(value: Any) -> bool:
    if not isinstance(value, pikepdf.Dictionary):
        return False
    held = set(value.keys())
    if value.get("/O") == "/Table":
        return held == {"/O", "/Scope"} and value.Scope == "/Column"
    return (
        held == {"/O", "/Placement", "/BBox"}
        and value.O == "/Layout"
        and value.Placement == "/Block"
        and numbers(4)(value.BBox)
    )


def _colour_space(value: Any) -> bool:
    if isinstance(value, pikepdf.Name):
        return str(value) in ("/DeviceGray", "/DeviceRGB")
    if not isinstance(value, pikepdf.Array) or len(value) != 4 or value[0] != "/Indexed" or value[1] != "/DeviceRGB":
        return False
    return (
        isinstance(value[2], int)
        and isinstance(value[3], pikepdf.String)
        and len(bytes(value[3])) == 3 * (value[2] + 1)
    )


def _widths(metrics: dict[str, Any]) -> Rule:
    """Pairs of a glyph number and an array of one advance: each glyph's own, in order, and no more."""
    advances = sorted({int(glyph): int(advance) for glyph, advance in metrics["glyphs"].values()}.items())

    def rule(value: Any) -> bool:
        if not isinstance(value, pikepdf.Array) or len(value) != 2 * len(advances):
            return False
        found = list(value)
        return all(
            found[2 * n] == glyph and len(found[2 * n + 1]) == 1 and found[2 * n + 1][0] == advance
            for n, (glyph, advance) in enumerate(advances)
        )

    return rule


_MAP_FRAME = re.compile(
    rb"/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
    rb"/CIDSystemInfo <</Registry \(Adobe\) /Ordering \(UCS\) /Supplement 0>> def\n"
    rb"/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
    rb"1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n"
    rb"((?:\d+ beginbfrange\n(?:<[0-9A-F]{4}> <[0-9A-F]{4}> <[0-9A-F]{4,8}>\n)+endbfrange\n)+)"
    rb"endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n\Z"
)
_MAP_RANGE = re.compile(rb"<([0-9A-F]{4})> <([0-9A-F]{4})> <([0-9A-F]{4,8})>\n")


def exact_map(data: bytes, metrics: dict[str, Any]) -> bool:
    """Whether a ToUnicode map says of every code exactly what it stands for, and nothing else."""
    frame = _MAP_FRAME.match(data)
    if not frame:
        return False
    found = [
        (int(a, 16), int(b, 16), bytes.fromhex(c.decode()).decode("utf-16-be"))
        for a, b, c in _MAP_RANGE.findall(frame[1])
    ]
    if metrics:
        first: dict[int, str] = {}
        for letter, (glyph, _) in metrics["glyphs"].items():
            first.setdefault(int(glyph), letter)
        return found == [(glyph, glyph, letter) for glyph, letter in sorted(first.items())]
    wanted = [(page * 256, page * 256 + 255, chr(page * 256)) for page in range(256) if not 0xD8 <= page <= 0xDF]
    wanted += [(0xD800 + n * 256, 0xD8FF + n * 256, chr(0x1F300 + n * 256)) for n in range(8)]
    return found == wanted
