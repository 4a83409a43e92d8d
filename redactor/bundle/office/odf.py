# SPDX-License-Identifier: AGPL-3.0-or-later
"""What an OpenDocument says, for :mod:`redactor.bundle.office.parts`."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from redactor.bundle.formats.converted import tells
from redactor.bundle.office.zip import Parts, Reader, attribute, local


def read_odf(reader: Reader, parts: Parts) -> None:
    """Body, headers, comments, changes, hidden sheets and text, properties, links."""
    for name, root in reader.each(re.compile(r"(?:Object [^/]*/)?(?:content|styles)\.xml")):
        styles = {attribute(style, "name"): style for style in root.iter() if local(style) == "style"}
        dark = {key for key, style in styles.items() if _says(style, "display", ("none", "false"))}
        _Walk(parts, dark).take(root, "header or footer" if name.endswith("styles.xml") else "text", False)
        parts.links += [
            attribute(item, "href")
            for item in root.iter()
            if re.match(r"(?:https?|ftp|mailto|file):", attribute(item, "href"))
        ]
    if (meta := reader.xml("meta.xml")) is not None:
        for item in meta.iter():
            if item.text and tells(item.text) and local(item) != "generator":
                parts.properties.append((attribute(item, "name") or local(item), item.text.strip()))
    if any(name.startswith("Basic/") for name in reader.names):
        parts.notes.append("it holds macros; they were not run")


def _says(style: Element, name: str, values: tuple[str, ...]) -> bool:
    return any(attribute(item, name) in values for item in style)


class _Walk:
    """Goes through an OpenDocument's elements with what is known of where it is."""

    def __init__(self, parts: Parts, dark: set[str]) -> None:
        self._parts = parts
        self._dark = dark

    def take(self, element: Element, where: str, hidden: bool) -> None:
        stack = [(element, where, hidden)]
        while stack:
            item, where, hidden = stack.pop()
            kind = local(item)
            if kind in ("p", "h"):
                self._paragraph(item, where, hidden, stack)
                continue
            if kind == "annotation":
                where, hidden = f"comment{self._who(item)}", True
            elif kind == "tracked-changes":
                where = "deleted text (a tracked change)"
            elif kind == "notes":
                where = "speaker notes"
            elif kind == "table":
                name = attribute(item, "name")
                hidden = hidden or attribute(item, "style-name") in self._dark
                where = f"{'hidden ' if hidden else ''}sheet or table '{name}'"
            elif kind == "table-row" and attribute(item, "visibility") in ("collapse", "filter"):
                where, hidden = f"hidden row of {where}", True
            stack += [(child, where, hidden) for child in reversed(list(item))]
            if kind == "table":
                self._columns(item, where)

    def _paragraph(self, item: Element, where: str, hidden: bool, stack: list[tuple[Element, str, bool]]) -> None:
        shown: list[str] = []

        def within(element: Element) -> None:
            shown.append(element.text or "")
            for child in element:
                kind = local(child)
                if kind in ("annotation", "frame", "custom-shape", "note"):
                    stack.append((child, where, hidden))
                elif attribute(child, "style-name") in self._dark or kind in ("hidden-text", "hidden-paragraph"):
                    self._parts.add("".join(child.itertext()), "text marked as hidden", hidden=True)
                else:
                    shown.append(" " if kind in ("s", "tab", "line-break") else "")
                    within(child)
                shown.append(child.tail or "")

        within(item)
        self._parts.add("".join(shown), where, hidden or attribute(item, "style-name") in self._dark)

    def _columns(self, table: Element, where: str) -> None:
        """Cells of hidden columns: a row at a time, by the columns' visibility."""
        dark: set[int] = set()
        at = 0
        for column in table.iter():
            if local(column) == "table-column":
                times = min(int(attribute(column, "number-columns-repeated") or 1), 20_000)
                if attribute(column, "visibility") in ("collapse", "filter"):
                    dark.update(range(at, at + times))
                at += times
        if not dark:
            return
        for row in table.iter():
            if local(row) != "table-row":
                continue
            at = 0
            for cell in row:
                times = min(int(attribute(cell, "number-columns-repeated") or 1), 20_000)
                if at in dark:
                    self._parts.add("".join(cell.itertext()), f"hidden column of {where}", hidden=True)
                at += times

    @staticmethod
    def _who(annotation: Element) -> str:
        name = next((item.text or "" for item in annotation if local(item) == "creator"), "")
        return f" by {name}" if name else ""
