# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the sheets of a workbook say (Office Open XML, ECMA-376): the texts of cells as they are in the file.

How LibreOffice shows a cell, and what of the sheets is hidden, is read from the OpenDocument it makes of it
(:mod:`redactor.bundle.office.grid`); whatever is in neither is found by what is read here."""

from __future__ import annotations

import re
from xml.etree import ElementTree

from redactor.bundle.formats.converted import tells
from redactor.bundle.office.asides import read_attributes
from redactor.bundle.office.zip import Parts, Reader, attribute, local


def read_workbook(reader: Reader, parts: Parts) -> None:
    shared = _shared(reader)
    targets = {}
    if (relations := reader.xml("xl/_rels/workbook.xml.rels")) is not None:
        targets = {row.get("Id", ""): row.get("Target", "").lstrip("/").removeprefix("xl/") for row in relations}
    workbook = reader.xml("xl/workbook.xml")
    for sheet in workbook.iter() if workbook is not None else ():
        if local(sheet) != "sheet":
            continue
        name = sheet.get("name", "")
        parts.aside("names of sheets", name)
        root = reader.xml(f"xl/{targets.get(attribute(sheet, 'id'), '')}")
        if root is not None:
            _sheet(root, name, shared, parts)
            read_attributes(root, parts)
    if workbook is not None:
        read_attributes(workbook, parts)
    for _, root in reader.each(re.compile(r"xl/tables/[^/]*\.xml")):
        read_attributes(root, parts)
    for _, root in reader.each(re.compile(r"xl/pivotCache/pivotCache(?:Definition|Records)\d*\.xml")):
        for item in root.iter():
            said = item.get("name" if local(item) == "cacheField" else "v", "")
            if local(item) in ("s", "cacheField") and tells(said):
                parts.add(said, "data kept behind a pivot table")
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


def _sheet(root: ElementTree.Element, name: str, shared: list[str], parts: Parts) -> None:
    for cell in root.iter():
        if local(cell) == "c":
            value, number = _value(cell, shared)
            if not number or (value.isdecimal() and len(value) >= 7):
                parts.add(value, f"sheet '{name}', {cell.get('r', '')}")


def _value(cell: ElementTree.Element, shared: list[str]) -> tuple[str, bool]:
    """A cell's text, and whether it is a number (which shows in a form of its own)."""
    kind = cell.get("t", "n")
    raw = next((item.text or "" for item in cell if local(item) == "v"), "")
    if kind == "s":
        return (shared[int(raw)] if raw.isdecimal() and int(raw) < len(shared) else ""), False
    if kind == "inlineStr":
        return "".join(_joined(item) for item in cell if local(item) == "is"), False
    return (raw if kind in ("n", "str", "e", "d") else ""), kind == "n"
