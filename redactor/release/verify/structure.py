# SPDX-License-Identifier: AGPL-3.0-or-later
"""The structure tree of a released PDF, as we write it and no other."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import Any

import pikepdf

from redactor.release.verify.reopened import Place, places
from redactor.release.verify.rules import Rule, Walk, is_text, name, numbers, whole

_KINDS = ("P", "H1", "H2", "H3", "Span", "Figure", "Table", "TR", "TH", "TD")
#: How far down what stands on one page starts: below the document and its sections.
_PAGE = 2
#: And how far down the last may stand.
DEEPEST = 6
_ALL: dict[str, Rule | None] = {"Type": name("StructElem"), "K": None}
#: The plainest of elements, which nearly all are, as pikepdf writes them: with pieces of content, or other elements.
_PLAIN = re.compile(
    rb"<< /K (?:(\d+)|\[ ((?:\d+ )+)\]|(\[ (?:\d+ \d+ R )+\]))"
    rb" /P (\d+ \d+) R /Pg (\d+) \d+ R /S /(%s) /Type /StructElem >>" % "|".join(_KINDS).encode()
)
_OUTER: tuple[dict[str, Rule | None], ...] = tuple({**_ALL, "S": name(kind)} for kind in ("Document", "Sect", "Div"))


class StructureRules:
    """Checks the structure tree. ``pages`` are the numbers of the page objects, in order; ``strange`` comes to hold the
    alternate texts that are not among ``alts``.

    What is read aloud is what the tree says, in its order: every piece of a page's content must stand in it once, in
    the order of the content (but for a heading that comes first), and be owned by the element that holds it."""

    def __init__(self, walk: Walk, pages: list[int], alts: frozenset[str] | None) -> None:
        self.walk = walk
        self.strange: set[str] = set()
        self._alts = alts
        self._pages = {number: index for index, number in enumerate(pages)}
        self._elements = bytearray(len(walk.reached))
        #: Of the part of the tree that is being looked at, by number of the page object: its pieces of content in the
        #: tree's order, each with its element's number and kind.
        self._held: dict[int, list[tuple[int, int, str]]] = {}
        self._ordered = bytearray(len(pages))
        self._nodes: list[tuple[int, Place]] = []
        self._inner: dict[str, Rule | None] = {**_ALL, "S": name(*_KINDS), "Pg": self._is_page}

    def _is_page(self, value: Any) -> bool:
        return value.objgen[0] in self._pages

    def check(self, root: Any) -> None:
        required: dict[str, Rule | None] = {
            "Type": name("StructTreeRoot"), "K": None, "ParentTree": None, "ParentTreeNextKey": whole(1),
        }  # fmt: skip
        if not self.walk.keys("the structure tree", root, required, {}):
            return
        next_key = int(root.ParentTreeNextKey)
        tree = root.ParentTree
        self.walk.keys("the parent tree", tree, {"Kids": None}, {})
        top, place, nodes = root.K.objgen, root.objgen, places(tree.Kids)
        del root, tree
        for node in nodes:
            self.walk.file.rest()
            self._nodes.append((int(self.walk.file.at(node).Limits[0]), node))
        self._outer(top, place, 0)
        for index, done in enumerate(self._ordered):
            if not done:
                self._order(index, [])
        if self._parents() != len(self._pages) or next_key != len(self._pages):
            self.walk.say("the parent tree does not have one line a page")

    def _parents(self) -> int:
        """Check the parent tree's nodes. Returns how many lines they have."""
        count = 0
        for _, place in self._nodes:
            self.walk.file.rest()
            count = self._node(place, count)
        return count

    def _node(self, place: Place, count: int) -> int:
        """Check one whose first line is number ``count``. Returns the number of the next node's first."""
        kid = self.walk.file.at(place)
        self.walk.keys("a parent-tree node", kid, {"Limits": numbers(2), "Nums": None}, {})
        for position in range(0, len(kid.Nums), 2):
            if kid.Nums[position] != count:
                self.walk.say("the parent tree is out of order")
            owners = kid.Nums[position + 1]
            self.walk.come_by(owners.objgen[0])
            if not all(self._elements[number] for number, _ in places(owners)):
                self.walk.say("the parent tree names something that is no structure element")
            count += 1
        return count

    def _owners(self, index: int) -> list[int]:
        """The numbers of the elements that own a page's pieces of content, as the parent tree has them."""
        node = bisect_right(self._nodes, index, key=lambda entry: entry[0]) - 1
        if node < 0:
            return []
        first, place = self._nodes[node]
        return [number for number, _ in places(self.walk.file.at(place).Nums[2 * (index - first) + 1])]

    def _order(self, index: int, held: list[tuple[int, int, str]]) -> None:
        self._ordered[index] = 1
        owners = self._owners(index)
        numbers = [number for number, _, _ in held]
        first = 1 if held and held[0][2] == "H1" else 0
        if sorted(numbers) != list(range(len(owners))) or numbers[first:] != sorted(numbers[first:]):
            self.walk.say(f"the content of page object {index + 1} stands in the structure twice, or in another order")
        elif any(owners[number] != element for number, element, _ in held):
            self.walk.say(f"the content of page object {index + 1} belongs to another element than holds it")

    def _outer(self, place: Place, parent: Place, depth: int) -> None:
        """Check the document, one of its sections, or what stands on one page."""
        element = self.walk.file.at(place)
        if depth == _PAGE:
            self._element(element, parent, depth)
            for page, held in self._held.items():
                index = self._pages.get(page)
                if index is None or self._ordered[index]:
                    self.walk.say("content of a page stands in the structure twice")
                else:
                    self._order(index, held)
            self._held = {}
            return
        if self._sound(element, parent, depth):
            kids = places(element.K)
            del element
            for kid in kids:
                self.walk.file.rest()
                self._outer(kid, place, depth + 1)

    def _sound(self, element: Any, parent: Place, depth: int) -> bool:
        """Whether it is an element as ours are at this depth, but for what it holds."""
        required = {"P": self.walk.same(parent), **(_OUTER[depth] if depth <= _PAGE else self._inner)}
        if depth > DEEPEST or not self.walk.keys("a structure element", element, required, _OPTIONAL):
            self.walk.say("a structure element is not ours")
            return False
        self._elements[element.objgen[0]] = 1
        if "/Alt" in element and self._alts is not None and str(element.Alt) not in self._alts:
            self.strange.add(str(element.Alt))
        return True

    def _element(self, element: Any, parent: Place, depth: int) -> None:
        if depth > _PAGE and self._plain(element, parent, depth):
            return
        if not self._sound(element, parent, depth):
            return
        kids = element.K
        for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
            if isinstance(kid, pikepdf.Dictionary):
                self._element(kid, element.objgen, depth + 1)
            elif depth > _PAGE and isinstance(kid, int):
                here = self._held.setdefault(element.Pg.objgen[0], [])
                here.append((int(kid), element.objgen[0], str(element.S)[1:]))
            else:
                self.walk.say("a structure element holds something we do not write")

    def _plain(self, element: Any, parent: Place, depth: int) -> bool:
        """Whether it is an element of the plainest form, whose every key and value is looked at in one go. Then all it
        holds has been looked at too."""
        found = _PLAIN.fullmatch(element.unparse(resolved=True)) if element.is_indirect and depth <= DEEPEST else None
        if found is None or found[4] != b"%d %d" % parent or int(found[5]) not in self._pages:
            return False
        own = element.objgen
        self.walk.come_by(own[0])
        self._elements[own[0]] = 1
        if found[3]:
            for kid in element.K:
                if isinstance(kid, pikepdf.Dictionary):
                    self._element(kid, own, depth + 1)
                else:
                    self.walk.say("a structure element holds something we do not write")
        else:
            here, kind = self._held.setdefault(int(found[5]), []), found[6].decode()
            here += [(int(piece), own[0], kind) for piece in (found[1] or found[2]).split()]
        return True


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


_OPTIONAL: dict[str, Rule | None] = {"Alt": is_text, "A": _attributes}
