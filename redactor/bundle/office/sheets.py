# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the sheets of a workbook say (Office Open XML, ECMA-376), hidden ones and hidden rows told apart."""

from __future__ import annotations

import re
from xml.etree import ElementTree

from redactor.bundle.formats.converted import tells
from redactor.bundle.office.zip import Parts, Reader, attribute, local, paragraphs

_LETTERS = re.compile(r"[A-Z]+")


def read_workbook(reader: Reader, parts: Parts) -> None:
    shared = _shared(reader)
    targets = {}
    if (relations := reader.xml("xl/_rels/workbook.xml.rels")) is not None:
        targets = {row.get("Id", ""): row.get("Target", "").lstrip("/").removeprefix("xl/") for row in relations}
    workbook = reader.xml("xl/workbook.xml")
    for sheet in workbook.iter() if workbook is not None else ():
        if local(sheet) != "sheet":
            continue
        hidden = sheet.get("state", "visible") != "visible"
        name = sheet.get("name", "")
        root = reader.xml(f"xl/{targets.get(attribute(sheet, 'id'), '')}")
        if root is not None:
            _sheet(root, name, hidden, shared, parts)
    for _, root in reader.each(re.compile(r"xl/(?:drawings|charts)/[^/]*\.xml")):
        for paragraph in paragraphs(root):
            parts.add(paragraph, "drawing")
    for _, root in reader.each(re.compile(r"xl/pivotCache/pivotCacheDefinition\d*\.xml")):
        for item in root.iter():
            if local(item) == "s" and tells(item.get("v", "")):
                parts.add(item.get("v", ""), "data kept behind a pivot table")
    for _, root in reader.each(re.compile(r"xl/externalLinks/externalLink\d*\.xml")):
        for item in root.iter():
            if local(item) == "v" and tells(item.text or ""):
                parts.add(item.text or "", "values copied from another workbook", hidden=True)


def _shared(reader: Reader) -> list[str]:
    root = reader.xml("xl/sharedStrings.xml")
    return [_joined(item) for item in root if local(item) == "si"] if root is not None else []


def _joined(item: ElementTree.Element) -> str:
    """A string's text without its reading aids."""
    texts: list[str] = []
    for child in item:
        if local(child) == "t":
            texts.append(child.text or "")
        elif local(child) == "r":
            texts += [part.text or "" for part in child if local(part) == "t"]
    return "".join(texts)


def _sheet(root: ElementTree.Element, name: str, hidden: bool, shared: list[str], parts: Parts) -> None:
    dark: list[tuple[int, int]] = []
    for column in root.iter():
        if local(column) == "col" and column.get("hidden") in ("1", "true"):
            dark.append((int(column.get("min", "0")), int(column.get("max", "0"))))
    for row in root.iter():
        if local(row) != "row":
            continue
        row_hidden = hidden or row.get("hidden") in ("1", "true")
        covered: list[str] = []
        for cell in row:
            value, number = _value(cell, shared)
            if not value.strip():
                continue
            ref = cell.get("r", "")
            if row_hidden or any(first <= _column(ref) <= last for first, last in dark):
                covered.append(value)
            elif not number or len(re.sub(r"\D", "", value)) >= 7:
                parts.add(value, f"sheet '{name}', {ref}")
        if covered:
            what = "hidden sheet" if hidden else "hidden row or column of sheet"
            parts.add(" | ".join(covered), f"{what} '{name}', row {row.get('r', '')}", hidden=True)


def _value(cell: ElementTree.Element, shared: list[str]) -> tuple[str, bool]:
    """A cell's text, and whether it is a number (which shows in a form of its own)."""
    kind = cell.get("t", "n")
    raw = next((item.text or "" for item in cell if local(item) == "v"), "")
    if kind == "s":
        return (shared[int(raw)] if raw.isdecimal() and int(raw) < len(shared) else ""), False
    if kind == "inlineStr":
        return "".join(_joined(item) for item in cell if local(item) == "is"), False
    return (raw if kind in ("n", "str", "e", "d") else ""), kind == "n"


def _column(ref: str) -> int:
    """The number of a cell's column, from 1."""
    match = _LETTERS.match(ref)
    number = 0
    for letter in match[0] if match else "":
        number = number * 26 + ord(letter) - 64
    return number
