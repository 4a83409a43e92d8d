# SPDX-License-Identifier: AGPL-3.0-or-later
"""What an office document says, read from its own XML, so that nothing a conversion leaves out is lost in silence.

Office Open XML (ECMA-376) and OpenDocument 1.2. Everything is gathered with where it stands; what is known to be
hidden (a hidden sheet, a comment, text marked as hidden) is told apart from what should be on the pages.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree import ElementTree

from redactor.bundle.converted import tells
from redactor.domain.pages import Attachment

#: Bytes of XML looked into, of one part and of all together.
_PART, _ALL = 96 << 20, 400 << 20
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, KeyError, RuntimeError, NotImplementedError)
_XL = re.compile(r"xl/(?:worksheets/[^/]*|charts/[^/]*|drawings/[^/]*)\.xml")
_WORD = re.compile(r"word/(?:document|header\d*|footer\d*|footnotes|endnotes)\d*\.xml")
_SLIDES = re.compile(r"ppt/(?:slides|notesSlides|diagrams|charts)/[^/]*\.xml")
_COMMENTS = re.compile(r"(?:word|xl|ppt)/(?:threadedComments/|comments/)?[^/]*[cC]omment[^/]*\.xml")
_CLOCK = re.compile(r"\s*(?:DATE|TIME|SAVEDATE|PRINTDATE)\b")
_LETTERS = re.compile(r"[A-Z]+")


@dataclass(frozen=True, slots=True)
class Said:
    """A text of the document. ``hidden``: it is known not to show; otherwise it should be on the pages."""

    text: str
    where: str
    hidden: bool = False


@dataclass(slots=True)
class Parts:
    """Everything found. ``properties`` and ``links`` never show; ``notes`` as in Converted; ``attachments`` are the
    files embedded in the document."""

    said: list[Said] = field(default_factory=list)
    properties: list[tuple[str, str]] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    attachments: list[Attachment] = field(default_factory=list)

    def add(self, text: str, where: str, hidden: bool = False) -> None:
        if text.strip():
            self.said.append(Said(text.strip(), where, hidden))


def read_parts(data: bytes) -> Parts:
    """What the zip of XML in ``data`` says, as far as it can be read; what cannot is noted."""
    parts = Parts()
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        reader = _Reader(archive, parts)
        if "content.xml" in archive.namelist():
            from redactor.bundle.office_odf import read_odf

            read_odf(reader, parts)
        else:
            _read_ooxml(reader, parts)
        _embedded(reader, parts)
    except _BROKEN:
        parts.notes.append("what is in it besides its pages could not be looked into")
    return parts


class _Reader:
    """The parts of an archive, within limits."""

    def __init__(self, archive: zipfile.ZipFile, parts: Parts) -> None:
        self.names = archive.namelist()
        self._archive = archive
        self._parts = parts
        self._left = _ALL

    def data(self, name: str) -> bytes:
        """A part's bytes; empty, and noted, when there are more than can be looked into."""
        with self._archive.open(name) as file:
            found = file.read(min(_PART, self._left) + 1)
        if len(found) > min(_PART, self._left):
            self._parts.notes.append(f"a part of it ({name}) is too large to be looked into")
            return b""
        self._left -= len(found)
        return found

    def xml(self, name: str) -> ElementTree.Element | None:
        """A part's XML; None, and noted, when it cannot be read."""
        if name not in self.names:
            return None
        try:
            data = self.data(name)
            if b"<!DOCTYPE" in data[:2048] or b"<!ENTITY" in data:
                raise ValueError("entities are not for documents")
            return ElementTree.fromstring(data) if data else None
        except (ElementTree.ParseError, *_BROKEN):
            self._parts.notes.append(f"a part of it ({name}) is damaged and could not be looked into")
            return None

    def each(self, pattern: re.Pattern[str]) -> Iterator[tuple[str, ElementTree.Element]]:
        for name in sorted(self.names, key=_numbered):
            if pattern.fullmatch(name) and (root := self.xml(name)) is not None:
                yield name, root


def _numbered(name: str) -> list[tuple[int, str]]:
    return [(int(part), "") if part.isdigit() else (-1, part) for part in re.split(r"(\d+)", name)]


def local(element: ElementTree.Element) -> str:
    """An element's name without its namespace."""
    return str(element.tag).rpartition("}")[2]


def attribute(element: ElementTree.Element, name: str) -> str:
    """An attribute by its name without namespace; "" when it is not there."""
    return next((value for key, value in element.attrib.items() if key.rpartition("}")[2] == name), "")


def _read_ooxml(reader: _Reader, parts: Parts) -> None:
    for name, root in reader.each(_WORD):
        _word(root, parts, "header or footer" if "header" in name or "footer" in name else "text")
    for name, root in reader.each(_SLIDES):
        where = "speaker notes" if "notesSlides" in name else "slide"
        for paragraph in _paragraphs(root):
            parts.add(paragraph, where)
    if "xl/workbook.xml" in reader.names:
        _workbook(reader, parts)
    authors = _authors(reader)
    for _, root in reader.each(_COMMENTS):
        _comments(root, authors, parts)
    for name in ("docProps/core.xml", "docProps/app.xml", "docProps/custom.xml"):
        if (found := reader.xml(name)) is not None:
            _properties(found, parts)
    for _, root in reader.each(re.compile(r".*\.rels")):
        parts.links += [row.get("Target", "") for row in root if row.get("TargetMode") == "External"]
    if any(name.endswith("vbaProject.bin") for name in reader.names):
        parts.notes.append("it holds macros; they were not run")


def _word(root: ElementTree.Element, parts: Parts, where: str) -> None:
    for paragraph in root.iter():
        kind = local(paragraph)
        if kind == "p":
            _word_paragraph(paragraph, parts, where)
        elif kind == "instrText" and _CLOCK.match(paragraph.text or ""):
            parts.notes.append("it holds a date that changes by itself: the pages show the day of conversion")
        elif kind == "docPr" and tells(attribute(paragraph, "descr")):
            parts.add(attribute(paragraph, "descr"), "description of a picture", hidden=True)


def _word_paragraph(paragraph: ElementTree.Element, parts: Parts, where: str) -> None:
    shown: list[str] = []
    for run in _runs(paragraph):
        text = "".join(_text_of(item) for item in run)
        if any(local(item) == "vanish" and attribute(item, "val") not in ("0", "false") for item in run.iter()):
            parts.add(text, "text marked as hidden", hidden=True)
        else:
            shown.append(text)
            deleted = "".join(item.text or "" for item in run if local(item) == "delText")
            parts.add(deleted, "deleted text (a tracked change)")
    parts.add("".join(shown), where)


def _runs(paragraph: ElementTree.Element) -> Iterator[ElementTree.Element]:
    """The runs of a paragraph, not those of paragraphs inside it (text boxes)."""
    for child in paragraph:
        if local(child) == "r":
            yield child
        elif local(child) != "p":
            yield from _runs(child)


def _text_of(item: ElementTree.Element) -> str:
    kind = local(item)
    return (item.text or "") if kind == "t" else " " if kind in ("tab", "br", "cr") else ""


def _paragraphs(root: ElementTree.Element) -> Iterator[str]:
    """Texts of DrawingML, a paragraph each."""
    for paragraph in root.iter():
        if local(paragraph) == "p":
            yield "".join(
                " " if local(item) == "br" else item.text or ""
                for item in paragraph.iter()
                if local(item) in ("t", "br")
            )


def _authors(reader: _Reader) -> dict[str, str]:
    """People who comment, by the numbers they have in spreadsheets and slides."""
    found: dict[str, str] = {}
    for _, root in reader.each(re.compile(r"(?:xl/persons/[^/]*|ppt/(?:commentAuthors|authors))\.xml")):
        for person in root:
            found[person.get("id", "")] = person.get("displayName") or person.get("name") or ""
    return found


def _comments(root: ElementTree.Element, authors: dict[str, str], parts: Parts) -> None:
    listed = [item.text or "" for item in root.iter() if local(item) == "author"]
    for item in root.iter():
        if local(item) not in ("comment", "threadedComment", "cm"):
            continue
        number = attribute(item, "authorId")
        who = attribute(item, "author") or authors.get(attribute(item, "personId") or number, "")
        if not who and number.isdecimal() and int(number) < len(listed):
            who = listed[int(number)]
        text = " ".join(part.text or "" for part in item.iter() if local(part) in ("t", "text") and part.text)
        at = f" at {attribute(item, 'ref')}" if attribute(item, "ref") else ""
        parts.add(text, f"comment{f' by {who}' if who else ''}{at}", hidden=True)


def _properties(root: ElementTree.Element, parts: Parts) -> None:
    for item in root.iter():
        if (
            item.text
            and tells(item.text)
            and local(item) not in ("Application", "AppVersion", "Template", "TitlesOfParts")
        ):
            name = attribute(item, "name") or local(item)
            parts.properties.append((name, item.text.strip()))


# -- spreadsheets ------------------------------------------------------------------------------------------


def _workbook(reader: _Reader, parts: Parts) -> None:
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
        for paragraph in _paragraphs(root):
            parts.add(paragraph, "drawing")
    for _, root in reader.each(re.compile(r"xl/pivotCache/pivotCacheDefinition\d*\.xml")):
        for item in root.iter():
            if local(item) == "s" and tells(item.get("v", "")):
                parts.add(item.get("v", ""), "data kept behind a pivot table")
    for _, root in reader.each(re.compile(r"xl/externalLinks/externalLink\d*\.xml")):
        for item in root.iter():
            if local(item) == "v" and tells(item.text or ""):
                parts.add(item.text or "", "values copied from another workbook", hidden=True)


def _shared(reader: _Reader) -> list[str]:
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


# -- files inside -------------------------------------------------------------------------------------------


def _embedded(reader: _Reader, parts: Parts) -> None:
    for name in sorted(reader.names, key=_numbered):
        if "/embeddings/" not in name or name.endswith("/"):
            continue
        data = reader.data(name)
        inner = _packaged(data) if name.endswith(".bin") else None
        if inner is not None:
            parts.attachments.append(inner)
        elif data:
            parts.attachments.append(Attachment(name.rpartition("/")[2], data))


def _packaged(data: bytes) -> Attachment | None:
    """The file that Office wrapped into an OLE object (MS-OLEDS, OLE 1.0 native stream); None when it is no such."""
    import olefile

    try:
        with olefile.OleFileIO(data) as ole:
            if ole.exists("Package"):
                return Attachment("embedded file", ole.openstream("Package").read())
            if not ole.exists("\x01Ole10Native"):
                return None
            raw = ole.openstream("\x01Ole10Native").read()
    except (OSError, ValueError, IndexError, TypeError, AttributeError):
        return None
    label, _, rest = raw[6:].partition(b"\0")
    _, _, rest = rest.partition(b"\0")
    rest = rest[8:].partition(b"\0")[2]
    size = int.from_bytes(rest[:4], "little")
    name = label.decode("cp1252", "replace").replace("\\", "/").rpartition("/")[2] or "embedded file"
    return Attachment(name, rest[4 : 4 + size]) if 0 < size <= len(rest) - 4 else None
