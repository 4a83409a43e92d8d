# SPDX-License-Identifier: AGPL-3.0-or-later
"""The paper sheets of a workbook are set on: turned, larger or made smaller so that their columns stand together."""

from __future__ import annotations

import copy
import math
from typing import Any

from redactor.bundle.office.sheet_styles import FO, STYLE, length
from redactor.bundle.office.zip import attribute, local

#: A4 and A3, the short side first, in points.
_A4, _A3 = (595.3, 841.9), (841.9, 1190.6)
#: Letters are made smaller to this share at most; 10 points are 6 then.
_SMALLEST = 0.6
_MARGIN = 36.0
#: What is printed besides the cells' texts. The lines between cells, as on the screen: without them nobody sees which
#: of two texts a wrapped line belongs to.
_PRINTED = "charts drawings grid objects zero-values"


class Papers:
    """The page styles of a workbook's styles.xml, which new ones are added to."""

    def __init__(self, styles: Any) -> None:
        self._masters = next(item for item in styles if local(item) == "master-styles")
        self._layouts = next(item for item in styles if local(item) == "automatic-styles")
        self._made: dict[tuple[str, str], str] = {}

    def fitting(self, master: str, width: float) -> str:
        """The name of a page style like ``master`` on which columns of ``width`` points stand together, on one page
        where that can be read, else on as few side by side as can be."""
        page = self._named(self._masters, "master-page", master)
        layout = self._named(self._layouts, "page-layout", attribute(page, "page-layout-name"))
        size, said = _size(layout, width)
        key = (master, repr((size, said)))
        if key not in self._made:
            new, sheet = copy.deepcopy(page), copy.deepcopy(layout)
            made = f"fit{len(self._made)}"
            new.set(f"{STYLE}name", made)
            new.set(f"{STYLE}display-name", made)
            new.set(f"{STYLE}page-layout-name", f"{made}layout")
            sheet.set(f"{STYLE}name", f"{made}layout")
            properties = sheet.find(f"{STYLE}page-layout-properties")
            if properties is None:
                properties = sheet.makeelement(f"{STYLE}page-layout-properties")
                sheet.insert(0, properties)
            for what in ("scale-to", "scale-to-pages", "scale-to-X", "scale-to-Y"):
                properties.attrib.pop(f"{STYLE}{what}", None)
            for what, value in said.items():
                properties.set(what, value)
            self._masters.append(new)
            self._layouts.append(sheet)
            self._made[key] = made
        return self._made[key]

    def _named(self, group: Any, kind: str, name: str) -> Any:
        there = [item for item in group if local(item) == kind]
        found = next((item for item in there if attribute(item, "name") == name), there[0] if there else None)
        if found is None:
            found = group.makeelement(f"{STYLE}{kind}")
        return found


def _size(layout: Any, width: float) -> tuple[str, dict[str, str]]:
    """What a page style has to say for columns of ``width`` points, and a name for it."""
    properties = layout.find(f"{STYLE}page-layout-properties")

    def says(key: str) -> str:
        return attribute(properties, key) if properties is not None else ""

    said = {f"{STYLE}print": _PRINTED}
    paper = (length(says("page-width"), _A4[0]), length(says("page-height"), _A4[1]))
    own = paper[0] - length(says("margin-left"), _MARGIN) - length(says("margin-right"), _MARGIN)
    scale = int(says("scale-to").rstrip("%") or 100) / 100 if says("scale-to").rstrip("%").isdecimal() else 1.0
    if width * max(scale, _SMALLEST) <= own and paper[0] >= _A4[0] - 1:
        said[f"{STYLE}scale-to"] = f"{max(scale, _SMALLEST):.0%}"
        return "own", said
    short, long = _A4 if width * _SMALLEST <= _A4[1] - 2 * _MARGIN else _A3
    across = max(1, math.ceil(width * _SMALLEST / (long - 2 * _MARGIN)))
    said |= {f"{FO}page-width": f"{long:.1f}pt", f"{FO}page-height": f"{short:.1f}pt"}
    said |= {f"{FO}margin-left": f"{_MARGIN}pt", f"{FO}margin-right": f"{_MARGIN}pt"}
    said[f"{STYLE}print-orientation"] = "landscape"
    if width <= long - 2 * _MARGIN:
        said[f"{STYLE}scale-to"] = "100%"
    elif across == 1:
        said |= {f"{STYLE}scale-to-X": "1", f"{STYLE}scale-to-Y": "0"}
    else:
        said[f"{STYLE}scale-to"] = f"{_SMALLEST:.0%}"
    return f"{short}", said
