# SPDX-License-Identifier: AGPL-3.0-or-later
"""The structure tree of a released PDF, as we write it and no other."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pikepdf

from redactor.release.verify.rules import Rule, Walk, is_text, name, numbers, whole

_KINDS = ("P", "H1", "H2", "H3", "Span", "Figure", "Table", "TR", "TH", "TD")


class StructureRules:
    """Checks the structure tree. ``alts`` are the alternate texts, in order, by the object number of their page.

    What is read aloud is what the tree says, in its order: every piece of a page's content must stand in it once, in
    the order of the content (but for a heading that comes first), and be owned by the element that holds it."""

    def __init__(self, walk: Walk, pages: Sequence[Any]) -> None:
        self.walk = walk
        self.pages = pages
        self.alts: dict[int, list[str]] = {}
        #: By object number of the page: its pieces of content in the tree's order, each with its element's number.
        self._held: dict[int, list[tuple[int, int, str]]] = {}

    def check(self, root: Any) -> None:
        required: dict[str, Rule | None] = {
            "Type": name("StructTreeRoot"), "K": None, "ParentTree": None, "ParentTreeNextKey": whole(1),
        }  # fmt: skip
        if not self.walk.keys("the structure tree", root, required, {}):
            return
        self._element(root.K, root, 0)
        tree = root.ParentTree
        self.walk.keys("the parent tree", tree, {"Kids": None}, {})
        count = 0
        for kid in tree.Kids:
            self.walk.keys("a parent-tree node", kid, {"Limits": numbers(2), "Nums": None}, {})
            for position in range(0, len(kid.Nums), 2):
                if kid.Nums[position] != count:
                    self.walk.say("the parent tree is out of order")
                owners = kid.Nums[position + 1]
                self.walk.reached.add(owners.objgen[0])
                if not all(owner.get("/Type") == "/StructElem" for owner in owners):
                    self.walk.say("the parent tree names something that is no structure element")
                if count < len(self.pages):
                    self._order(count, [owner.objgen[0] for owner in owners])
                count += 1
        if count != len(self.pages) or root.ParentTreeNextKey != count:
            self.walk.say("the parent tree does not have one line a page")

    def _order(self, index: int, owners: list[int]) -> None:
        held = self._held.get(self.pages[index].objgen[0], [])
        numbers = [number for number, _, _ in held]
        first = 1 if held and held[0][2] == "H1" else 0
        if sorted(numbers) != list(range(len(owners))) or numbers[first:] != sorted(numbers[first:]):
            self.walk.say(f"the content of page object {index + 1} stands in the structure twice, or in another order")
        elif any(owners[number] != element for number, element, _ in held):
            self.walk.say(f"the content of page object {index + 1} belongs to another element than holds it")

    def _element(self, element: Any, parent: Any, depth: int) -> None:
        kinds = (("Document",), ("Sect",), ("Div",))[depth] if depth < 3 else _KINDS
        on_page: dict[str, Rule | None] = {"Pg": lambda v: v.get("/Type") == "/Page"} if depth >= 3 else {}
        required: dict[str, Rule | None] = {
            "Type": name("StructElem"), "S": name(*kinds), "P": self.walk.same(parent), "K": None, **on_page,
        }  # fmt: skip
        if depth > 6 or not self.walk.keys(
            "a structure element", element, required, {"Alt": is_text, "A": _attributes}
        ):
            self.walk.say("a structure element is not ours")
            return
        if "/Alt" in element and depth >= 3:
            self.alts.setdefault(element.Pg.objgen[0], []).append(str(element.Alt))
        kids = element.K
        for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
            if isinstance(kid, pikepdf.Dictionary):
                self._element(kid, element, depth + 1)
            elif depth >= 3 and isinstance(kid, int):
                here = self._held.setdefault(element.Pg.objgen[0], [])
                here.append((int(kid), element.objgen[0], str(element.S)[1:]))
            else:
                self.walk.say("a structure element holds something we do not write")


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
