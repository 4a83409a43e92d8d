# SPDX-License-Identifier: AGPL-3.0-or-later
"""The styles of an OpenDocument spreadsheet: what a cell's style says, and new styles made of old ones.

Lengths are points. OpenDocument 1.3 part 3, chapter 16.
"""

from __future__ import annotations

import copy
import re
from dataclasses import dataclass
from typing import Any

from redactor.bundle.office.zip import attribute, local

_NS = "urn:oasis:names:tc:opendocument:xmlns:"
STYLE, FO, TABLE = f"{{{_NS}style:1.0}}", f"{{{_NS}xsl-fo-compatible:1.0}}", f"{{{_NS}table:1.0}}"
OFFICE, TEXT = f"{{{_NS}office:1.0}}", f"{{{_NS}text:1.0}}"
_POINTS = {"in": 72.0, "cm": 72 / 2.54, "mm": 7.2 / 2.54, "pt": 1.0, "pc": 12.0, "px": 0.75}
_LENGTH = re.compile(r"(-?[\d.]+)([a-z]{2})")


@dataclass(frozen=True, slots=True)
class CellStyle:
    """How a cell is set. ``size`` is that of its letters; ``turned``: its text does not run from left to right."""

    size: float = 10.0
    bold: bool = False
    wrap: bool = False
    turned: bool = False
    start: bool = True


def length(said: str, otherwise: float) -> float:
    """ "0.5in" as points."""
    match = _LENGTH.fullmatch(said.strip())
    return float(match[1]) * _POINTS.get(match[2], 1.0) if match and match[2] in _POINTS else otherwise


class Styles:
    """The styles of a spreadsheet's content.xml and styles.xml, which new ones are added to."""

    def __init__(self, content: Any, styles: Any) -> None:
        self._own = next(item for item in content if local(item) == "automatic-styles")
        self._named: dict[tuple[str, str], Any] = {}
        for root in (styles, content):
            for group in root:
                if local(group) in ("styles", "automatic-styles"):
                    for item in group:
                        if local(item) in ("style", "default-style"):
                            self._named[attribute(item, "family"), attribute(item, "name")] = item
        self._cells: dict[str, CellStyle] = {}
        self._made: dict[tuple[str, ...], str] = {}

    def value(self, family: str, name: str, key: str) -> str:
        """What a style says of ``key``, or what it is made of says; "" when none does."""
        for _ in range(20):
            item = self._named.get((family, name))
            if item is None:
                item = self._named.get((family, ""))
                name = ""
            for properties in item if item is not None else ():
                if found := attribute(properties, key):
                    return found
            if item is None or not name:
                return ""
            name = attribute(item, "parent-style-name")
        return ""

    def master(self, sheet_style: str) -> str:
        """The name of the page style that the style of a sheet names."""
        item = self._named.get(("table", sheet_style))
        return (attribute(item, "master-page-name") if item is not None else "") or "Default"

    def cell(self, name: str) -> CellStyle:
        if name not in self._cells:

            def says(key: str) -> str:
                return self.value("table-cell", name, key)

            angle = says("rotation-angle") or "0"
            fixed = says("text-align-source") == "fix"
            self._cells[name] = CellStyle(
                length(says("font-size"), 10.0),
                says("font-weight") in ("bold", "600", "700", "800", "900"),
                says("wrap-option") == "wrap",
                angle not in ("0", "0deg") or says("direction") == "ttb",
                not fixed or says("text-align") in ("start", "left", ""),
            )
        return self._cells[name]

    def of(self, family: str, name: str, said: dict[str, str], *more: str) -> str:
        """The name of a style like ``name`` that also says ``said`` (in its own properties) and, for a sheet's, has
        the master page ``more``. Made once."""
        key = (family, name, *more, *(f"{what}={value}" for what, value in said.items()))
        if key not in self._made:
            old = self._named.get((family, name))
            if old is not None and old.getparent() is self._own:
                new = copy.deepcopy(old)
            else:
                new = self._own.makeelement(f"{STYLE}style")
                if family == "table-cell":
                    new.set(f"{STYLE}parent-style-name", name or "Default")
            made = f"fit{len(self._made)}"
            new.set(f"{STYLE}name", made)
            new.set(f"{STYLE}family", family)
            if more:
                new.set(f"{STYLE}master-page-name", more[0])
            kind = f"{STYLE}{family}-properties"
            properties = new.find(kind)
            if properties is None and said:
                properties = new.makeelement(kind)
                new.insert(0, properties)
            for what, value in said.items():
                properties.set(what, value)
            self._own.append(new)
            self._named[family, made] = new
            self._made[key] = made
        return self._made[key]
