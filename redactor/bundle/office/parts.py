# SPDX-License-Identifier: AGPL-3.0-or-later
"""What an office document says, read from its own XML, so that nothing a conversion leaves out is lost in silence.

Office Open XML (ECMA-376) and OpenDocument 1.2. Everything is gathered with where it stands; what is known to be
hidden (a hidden sheet, a comment, text marked as hidden) is told apart from what should be on the pages.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from xml.etree import ElementTree

from redactor.bundle.formats.converted import tells
from redactor.bundle.office.asides import read_asides, read_attributes, read_fields
from redactor.bundle.office.grid import add_hidden, all_cells, lines, tables
from redactor.bundle.office.odf import hidden_styles, read_odf
from redactor.bundle.office.sheets import read_workbook
from redactor.bundle.office.zip import BROKEN, Parts, Reader, attribute, local, numbered, paragraphs
from redactor.domain.pages import Attachment

_WORD = re.compile(r"word/(?:document|header\d*|footer\d*|footnotes|endnotes)\d*\.xml")
_SLIDES = re.compile(r"ppt/(?:slides|notesSlides)/[^/]*\.xml")
_COMMENTS = re.compile(r"(?:word|xl|ppt)/(?:threadedComments/|comments/)?[^/]*[cC]omment[^/]*\.xml")
_MARKS = ("footnoteReference", "endnoteReference")
_CLOCK = re.compile(r"\s*(?:DATE|TIME|SAVEDATE|PRINTDATE)\b")


def read_parts(data: bytes) -> Parts:
    """What the zip of XML in ``data`` says, as far as it can be read; what cannot is noted."""
    parts = Parts()
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        reader = Reader(archive, parts)
        if "content.xml" in archive.namelist():
            read_odf(reader, parts)
        else:
            _read_ooxml(reader, parts)
        _embedded(reader, parts)
    except BROKEN:
        parts.notes.append("what is in it besides its pages could not be looked into")
    return parts


def read_sheets(ods: bytes, parts: Parts) -> None:
    """Add what the sheets of an .ods show: what is hidden, and every cell, in the form it is shown in."""
    try:
        reader = Reader(zipfile.ZipFile(io.BytesIO(ods)), parts)
        content = reader.xml("content.xml")
        dark = hidden_styles(content) if content is not None else set()
        for table in tables(content) if content is not None else ():
            sheet_hidden = attribute(table, "style-name") in dark
            add_hidden(table, sheet_hidden, parts)
            for cell, hidden in all_cells(table):
                if not hidden and not sheet_hidden:
                    for line in lines(cell):
                        parts.add(line, f"sheet '{attribute(table, 'name')}'")
    except BROKEN:
        parts.notes.append("what its sheets hide could not be looked into")


def _read_ooxml(reader: Reader, parts: Parts) -> None:
    for name, root in reader.each(_WORD):
        _word(root, parts, "header or footer" if "header" in name or "footer" in name else "text")
        read_attributes(root, parts)
    for name, root in reader.each(_SLIDES):
        where = "speaker notes" if "notesSlides" in name else "slide"
        read_attributes(root, parts)
        for paragraph in paragraphs(root):
            parts.add(paragraph, where)
    if "xl/workbook.xml" in reader.names:
        read_workbook(reader, parts)
    read_asides(reader, parts)
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
            read_fields(paragraph, parts)
        elif kind == "instrText" and _CLOCK.match(paragraph.text or ""):
            parts.notes.append("it holds a date that changes by itself: the pages show the day of conversion")


def _word_paragraph(paragraph: ElementTree.Element, parts: Parts, where: str) -> None:
    shown: list[str] = []
    for run in _runs(paragraph):
        text = "".join(_text_of(item) for item in run)
        if any(local(item) == "vanish" and attribute(item, "val") not in ("0", "false") for item in run.iter()):
            parts.add(text, "text marked as hidden", hidden=True)
            continue
        shown.append(text)
        deleted = "".join(item.text or "" for item in run if local(item) == "delText")
        parts.add(deleted, "deleted text (a tracked change)")
        if deleted or any(local(item) in _MARKS for item in run):
            # On the page what was deleted, or the number of the note, stands between.
            parts.add("".join(shown), where)
            shown.clear()
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


def _authors(reader: Reader) -> dict[str, str]:
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


# -- files inside -------------------------------------------------------------------------------------------


def _embedded(reader: Reader, parts: Parts) -> None:
    for name in sorted(reader.names, key=numbered):
        # OpenDocument has OLE objects as files beside its parts.
        bare = re.fullmatch(r"Object \d+", name) is not None
        if not bare and ("/embeddings/" not in name or name.endswith("/")):
            continue
        data = reader.data(name)
        inner = packaged(data) if bare or name.endswith(".bin") else None
        if inner is not None:
            parts.attachments.append(inner)
        elif data:
            parts.attachments.append(Attachment(name.rpartition("/")[2], data))


def packaged(data: bytes) -> Attachment | None:
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
