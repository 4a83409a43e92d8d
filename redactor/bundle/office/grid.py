# SPDX-License-Identifier: AGPL-3.0-or-later
"""The tables of an OpenDocument spreadsheet (OpenDocument 1.3 part 3, chapter 9) as rows and columns, and what of them
is hidden. Numbers count from 0."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from redactor.bundle.office.zip import Parts, attribute, local

#: An element of ElementTree or of lxml: both are gone through alike.
Element = Any
_GROUPS = (
    "table-row-group", "table-header-rows", "table-rows", "table-column-group", "table-header-columns", "table-columns",
)  # fmt: skip
_HIDDEN = ("collapse", "filter")
#: Blanks in a row that a text can say it has.
_BLANKS = 1000
#: Columns a sheet can have.
_COLUMNS = 16_384


def tables(content: Element) -> Iterator[Element]:
    """The sheets of a content.xml; none for a document that is no spreadsheet."""
    for body in content.iter():
        if local(body) == "spreadsheet":
            yield from (child for child in body if local(child) == "table")


def columns(table: Element) -> Iterator[tuple[int, int, Element]]:
    """The number of the first column, how many there are of it, and its element."""
    yield from _numbered(_inside(table, "table-column"), "number-columns-repeated")


def rows(table: Element) -> Iterator[tuple[int, int, Element]]:
    """The number of the first row, how many there are of it, and its element."""
    yield from _numbered(_inside(table, "table-row"), "number-rows-repeated")


def cells(row: Element) -> Iterator[tuple[int, int, Element]]:
    """The number of the first column, how many there are of it, and its element; those under a merged one too."""
    found = (cell for cell in row if local(cell) in ("table-cell", "covered-table-cell"))
    yield from _numbered(found, "number-columns-repeated")


def lines(cell: Element) -> list[str]:
    """What the cell shows, line by line, as it shows it: a date as written, not its number."""
    out: list[str] = []
    for paragraph in cell:
        if local(paragraph) == "p":
            out += _shown(paragraph).split("\n")
    return out if any(line.strip() for line in out) else []


def hidden_columns(table: Element) -> set[int]:
    dark: set[int] = set()
    for first, times, column in columns(table):
        if attribute(column, "visibility") in _HIDDEN:
            dark.update(range(first, min(first + times, _COLUMNS)))
    return dark


def all_cells(table: Element) -> Iterator[tuple[Element, bool]]:
    """Every cell, and whether its row or column is hidden."""
    dark = hidden_columns(table)
    for _, _, row in rows(table):
        hidden = attribute(row, "visibility") in _HIDDEN
        for at, _, cell in cells(row):
            yield cell, hidden or at in dark


def add_hidden(table: Element, sheet_hidden: bool, parts: Parts) -> None:
    """Add what the hidden rows and columns of a sheet show, or all of a hidden sheet: a row at a time."""
    name = attribute(table, "name")
    dark = hidden_columns(table)
    for number, _, row in rows(table):
        whole = sheet_hidden or attribute(row, "visibility") in _HIDDEN
        if not whole and not dark:
            continue
        said = [" ".join(lines(cell)) for at, _, cell in cells(row) if whole or at in dark]
        what = "hidden sheet" if sheet_hidden else "hidden row or column of sheet"
        parts.add(" | ".join(text for text in said if text), f"{what} '{name}', row {number + 1}", hidden=True)


def _numbered(found: Iterator[Element], repeated: str) -> Iterator[tuple[int, int, Element]]:
    at = 0
    for element in found:
        times = int(attribute(element, repeated) or 1)
        yield at, times, element
        at += times


def _inside(table: Element, kind: str) -> Iterator[Element]:
    for child in table:
        if local(child) == kind:
            yield child
        elif local(child) in _GROUPS:
            yield from _inside(child, kind)


def _shown(element: Element) -> str:
    out = [element.text or ""]
    for child in element:
        kind = local(child)
        if kind in ("s", "tab"):
            out.append(" " * min(int(attribute(child, "c") or 1), _BLANKS))
        elif kind == "line-break":
            out.append("\n")
        elif kind not in ("annotation", "frame"):
            out.append(_shown(child))
        out.append(child.tail or "")
    return "".join(out)
