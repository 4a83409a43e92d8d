# SPDX-License-Identifier: AGPL-3.0-or-later
"""The whitelist: every object, key, value and stream kind a released PDF may have. Read with pikepdf.

Each kind of object is known by the way it is reached, never by what it says of itself.
"""

from __future__ import annotations

import re
from typing import Any

import pikepdf

from redactor.release.verify.fontrules import FontRules
from redactor.release.verify.metadata import is_ours
from redactor.release.verify.reopened import Place, Reopened, places
from redactor.release.verify.rules import Rule, Walk, is_text, name, numbers, text, whole
from redactor.release.verify.structure import StructureRules

_BOOKMARK = re.compile(
    r"Your records|Redaction log|A guide to your records|How this release was checked|Document [1-9]\d*"
)
_TO_PAGE = re.compile(rb"\[ ?([1-9]\d*) 0 R /Fit ?\]")


class Grammar(Walk):
    """Walks a file from its catalogue. Collects what breaks the whitelist, and which objects (up to ``last``) it came
    by. ``pages`` are the numbers of the page objects; ``strange`` the alternate texts that are not among ``alts``."""

    def __init__(self, file: Reopened, last: int, titles: frozenset[str], alts: frozenset[str] | None = None) -> None:
        super().__init__(file, last)
        self.titles = titles
        self.fonts = FontRules(self)
        self.pages: list[int] = []
        self.strange: set[str] = set()
        self.first_page = 0
        self._alts = alts

    def walk(self) -> None:
        trailer = self.file.pdf.trailer
        held = {key for key in trailer.keys() if key not in ("/Type", "/W", "/Index", "/Filter", "/Length", "/Size")}  # noqa: SIM118
        if held != {"/Root", "/Info"}:
            self.say("the trailer has keys that we do not write")
        self.keys(
            "the document information", trailer.Info, {"Title": lambda v: is_text(v) and str(v) in self.titles}, {}
        )
        root = trailer.Root
        required: dict[str, Rule | None] = {
            "Type": name("Catalog"), "Pages": None, "StructTreeRoot": None, "MarkInfo": None, "Lang": text("en-GB"),
            "Metadata": None,
            "ViewerPreferences": None, "PageLabels": None, "Outlines": None,
        }  # fmt: skip
        if not self.keys("the catalogue", root, required, {}):
            return
        self.keys("MarkInfo", root.MarkInfo, {"Marked": lambda v: v is True}, {})
        self.keys("ViewerPreferences", root.ViewerPreferences, {"DisplayDocTitle": lambda v: v is True}, {})
        self._metadata(root.Metadata, str(trailer.Info.get("/Title", "")))
        self._page_labels(root.PageLabels)
        tree, bookmarks, structure = root.Pages.objgen, root.Outlines.objgen, root.StructTreeRoot.objgen
        del root, trailer
        self._page_tree(tree)
        self._bookmarks(bookmarks)
        rules = StructureRules(self, self.pages, self._alts)
        rules.check(self.file.at(structure))
        self.strange = rules.strange

    def _metadata(self, packet: Any, title: str) -> None:
        required: dict[str, Rule | None] = {"Type": name("Metadata"), "Subtype": name("XML"), "Length": None}
        if self.keys("the metadata", packet, required, {}) and not is_ours(packet.read_raw_bytes(), title):
            self.say("the metadata says more than the title")

    def _page_labels(self, labels: Any) -> None:
        if not self.keys("PageLabels", labels, {"Nums": lambda v: isinstance(v, pikepdf.Array) and len(v) == 2}, {}):
            return
        start, entry = labels.Nums
        if start != 0:
            self.say("PageLabels does not start with the first page")
        if self.keys("a page label", entry, {"S": name("D"), "St": whole(1)}, {}):
            self.first_page = int(entry.St)

    def _page_tree(self, place: Place) -> None:
        root = self.file.at(place)
        self.keys("the page tree", root, {"Type": name("Pages"), "Count": whole(1), "Kids": None}, {})
        count, leaves = root.Count, places(root.Kids)
        del root
        for at in leaves:
            self.file.rest()
            self._leaf(at, place)
        if count != len(self.pages):
            self.say("the page tree counts wrongly")

    def _leaf(self, place: Place, parent: Place) -> None:
        leaf = self.file.at(place)
        required: dict[str, Rule | None] = {
            "Type": name("Pages"), "Count": whole(1), "Kids": None, "Parent": self.same(parent),
        }  # fmt: skip
        if not self.keys("a page-tree node", leaf, required, {}):
            return
        if leaf.Count != len(leaf.Kids):
            self.say("a page-tree node counts wrongly")
        for page in leaf.Kids:
            self._page(page, place)

    def _page(self, page: Any, leaf: Place) -> None:
        index = len(self.pages)
        self.pages.append(page.objgen[0])
        what = f"page object {index + 1}"
        required: dict[str, Rule | None] = {
            "Type": name("Page"), "Parent": self.same(leaf), "MediaBox": numbers(4), "Resources": None,
            "Contents": None,
            "StructParents": lambda v: v == index, "Tabs": name("S"),
        }  # fmt: skip
        if not self.keys(what, page, required, {}):
            return
        self.keys(f"{what}'s content", page.Contents, {"Length": None, "Filter": name("FlateDecode")}, {})
        if self.keys(f"{what}'s resources", page.Resources, {"Font": None}, {"XObject": None}):
            self.fonts.check(page.Resources.Font)
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

    def _bookmarks(self, place: Place) -> None:
        root = self.file.at(place)
        required: dict[str, Rule | None] = {"Type": name("Outlines"), "First": None, "Last": None, "Count": whole(1)}
        if not self.keys("the bookmarks", root, required, {}):
            return
        at, count, pages = root.First.objgen, int(root.Count), frozenset(self.pages)
        del root
        for _ in range(count):
            self.file.rest()
            item = self.file.at(at)
            required = {"Title": _is_bookmark, "Parent": self.same(place), "Dest": None}
            if not self.keys("a bookmark", item, required, {"Prev": None, "Next": None}):
                return
            leads = _TO_PAGE.fullmatch(item.Dest.unparse())
            if not leads or int(leads[1]) not in pages:
                self.say("a bookmark leads elsewhere than to a page")
            if "/Next" not in item:
                return
            at = item.Next.objgen


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


def _is_bookmark(value: Any) -> bool:
    return is_text(value) and bool(_BOOKMARK.fullmatch(str(value)))
