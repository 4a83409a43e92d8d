# SPDX-License-Identifier: AGPL-3.0-or-later
"""What an OpenDocument says, for :mod:`redactor.bundle.office.parts`."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from redactor.bundle.formats.converted import tells
from redactor.bundle.office.asides import MACHINE_MADE, add_quoted
from redactor.bundle.office.grid import add_hidden, all_cells
from redactor.bundle.office.zip import Parts, Reader, attribute, local

#: Attributes that hold words, by the element that has them (OpenDocument 1.3 part 3), and what those are.
_ATTRIBUTES = {
    "user-field-decl": (("string-value",), "variables of the document"),
    "variable-set": (("string-value",), "variables of the document"),
    "conditional-text": (("string-value-if-true", "string-value-if-false"), "codes of fields"),
    "hidden-text": (("string-value",), "codes of fields"), "placeholder": (("description",), "codes of fields"),
    "text-input": (("description",), "codes of fields"), "label": (("value",), "choices of form fields and lists"),
    "bookmark": (("name",), "names given to bookmarks, fields and parts"),
    "bookmark-start": (("name",), "names given to bookmarks, fields and parts"),
    "section": (("name",), "names given to bookmarks, fields and parts"),
    "filter-condition": (("value",), "what lists are filtered by"), "a": (("title",), "tips shown over links"),
}  # fmt: skip
_FORM = ("label", "value", "current-value", "title")
#: Attributes that hold formulas, in which texts stand in quotes.
_FORMULAS = ("formula", "condition", "expression")


def read_odf(reader: Reader, parts: Parts) -> None:
    """Body, headers, comments, changes, hidden sheets and text, properties, links."""
    for name, root in reader.each(re.compile(r"(?:Object [^/]*/)?(?:content|styles)\.xml")):
        _Walk(parts, hidden_styles(root)).take(
            root, "header or footer" if name.endswith("styles.xml") else "text", False
        )
        _attributes(root, parts)
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


def hidden_styles(root: Element) -> set[str]:
    """The names of styles whose texts or sheets do not show."""
    styles = {attribute(style, "name"): style for style in root.iter() if local(style) == "style"}
    return {key for key, style in styles.items() if _says(style, "display", ("none", "false"))}


def _says(style: Element, name: str, values: tuple[str, ...]) -> bool:
    return any(attribute(item, name) in values for item in style)


def _attributes(root: Element, parts: Parts) -> None:
    """Add what is said beside the texts: descriptions of pictures, who changed what, fields, forms, formulas."""
    for item in root.iter():
        kind = local(item)
        if kind in ("title", "desc"):
            parts.add("".join(item.itertext()), "description of a picture", hidden=True)
        elif kind == "change-info":
            who = next((child.text or "" for child in item if local(child) == "creator"), "")
            parts.aside("people who changed the text", who)
        elif "form:1.0}" in str(item.tag):
            for name in _FORM:
                parts.add(attribute(item, name) if tells(attribute(item, name)) else "", "form control")
        names, what = _ATTRIBUTES.get(kind, ((), ""))
        for name in names:
            if not MACHINE_MADE.fullmatch(attribute(item, name)):
                parts.aside(what, attribute(item, name).replace("_", " "))
        for name in _FORMULAS:
            add_quoted(attribute(item, name), parts)


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
            elif kind == "table" and attribute(item, "name"):
                where = f"table '{attribute(item, 'name')}'"
            elif kind == "spreadsheet":
                self._spreadsheet(item, stack)
                continue
            stack += [(child, where, hidden) for child in reversed(list(item))]

    def _paragraph(self, item: Element, where: str, hidden: bool, stack: list[tuple[Element, str, bool]]) -> None:
        shown: list[str] = []
        dark = attribute(item, "style-name") in self._dark

        def within(element: Element) -> None:
            shown.append(element.text or "")
            for child in element:
                kind = local(child)
                if kind in ("annotation", "frame", "custom-shape", "note"):
                    stack.append((child, where, hidden))
                if kind in ("note", "change", "change-start", "change-end"):
                    # On the page the note's number, or what was deleted, stands between.
                    self._parts.add("".join(shown), where, hidden or dark)
                    shown.clear()
                elif kind in ("annotation", "frame", "custom-shape"):
                    pass
                elif attribute(child, "style-name") in self._dark or kind in ("hidden-text", "hidden-paragraph"):
                    self._parts.add("".join(child.itertext()), "text marked as hidden", hidden=True)
                else:
                    shown.append(" " if kind in ("s", "tab", "line-break") else "")
                    within(child)
                shown.append(child.tail or "")

        within(item)
        self._parts.add("".join(shown), where, hidden or dark)

    def _spreadsheet(self, item: Element, stack: list[tuple[Element, str, bool]]) -> None:
        """Its sheets: what is hidden a row at a time, the rest cell by cell."""
        for child in reversed(list(item)):
            if local(child) != "table":
                stack.append((child, "text", False))
                continue
            dark = attribute(child, "style-name") in self._dark
            add_hidden(child, dark, self._parts)
            self._parts.aside("names of sheets", attribute(child, "name"))
            where = f"sheet '{attribute(child, 'name')}'"
            stack += [(other, where, False) for other in child if local(other) in ("shapes", "forms")]
            for held, hidden in reversed(list(all_cells(child))):
                stack += [(one, where, False) for one in held if local(one) != "p" or not (dark or hidden)]

    @staticmethod
    def _who(annotation: Element) -> str:
        name = next((item.text or "" for item in annotation if local(item) == "creator"), "")
        return f" by {name}" if name else ""
