# SPDX-License-Identifier: AGPL-3.0-or-later
"""The zip of XML that an office document is, read within limits, and what is gathered from it."""

from __future__ import annotations

import copy
import io
import re
import shutil
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from xml.etree import ElementTree

from redactor.domain.pages import Attachment

#: Bytes of XML looked into, of one part and of all together.
_PART, _ALL = 96 << 20, 400 << 20
#: Bytes an archive may unpack to that is written anew.
_WHOLE = 1 << 30
BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, KeyError, RuntimeError, NotImplementedError)


@dataclass(frozen=True, slots=True)
class Said:
    """A text of the document. ``hidden``: it is known not to show; otherwise it should be on the pages."""

    text: str
    where: str
    hidden: bool = False


@dataclass(slots=True)
class Parts:
    """Everything found. ``properties``, ``links`` and ``asides`` (by what they are) never show; ``notes`` as in
    Converted; ``attachments`` are the files embedded in the document."""

    said: list[Said] = field(default_factory=list)
    properties: list[tuple[str, str]] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    attachments: list[Attachment] = field(default_factory=list)
    asides: dict[str, dict[str, None]] = field(default_factory=dict)

    def add(self, text: str, where: str, hidden: bool = False) -> None:
        if text.strip():
            self.said.append(Said(text.strip(), where, hidden))

    def aside(self, what: str, text: str) -> None:
        """What is no text of the document, but says something all the same."""
        if text.strip():
            self.asides.setdefault(what, {})[text.strip()] = None


def rewritten(archive: zipfile.ZipFile, changed: Mapping[str, bytes]) -> bytes:
    """The archive with these parts in the place of its own. The others are passed on piece by piece: pictures in it may
    unpack to any size. Raises ValueError for one that unpacks to more than a gigabyte, and what ``BROKEN`` holds."""
    if sum(entry.file_size for entry in archive.infolist()) > _WHOLE:
        raise ValueError("it unpacks to more than can be gone through")
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as out:
        for entry in archive.infolist():
            if entry.filename in changed:
                out.writestr(entry.filename, changed[entry.filename])
                continue
            with archive.open(entry) as source, out.open(copy.copy(entry), "w") as target:
                shutil.copyfileobj(source, target)
    return held.getvalue()


class Reader:
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
        except (ElementTree.ParseError, *BROKEN):
            self._parts.notes.append(f"a part of it ({name}) is damaged and could not be looked into")
            return None

    def each(self, pattern: re.Pattern[str]) -> Iterator[tuple[str, ElementTree.Element]]:
        for name in sorted(self.names, key=numbered):
            if pattern.fullmatch(name) and (root := self.xml(name)) is not None:
                yield name, root


def numbered(name: str) -> list[tuple[int, str]]:
    return [(int(part), "") if part.isdigit() else (-1, part) for part in re.split(r"(\d+)", name)]


def local(element: ElementTree.Element) -> str:
    """An element's name without its namespace."""
    return str(element.tag).rpartition("}")[2]


def attribute(element: ElementTree.Element, name: str) -> str:
    """An attribute by its name without namespace; "" when it is not there."""
    return next((value for key, value in element.attrib.items() if key.rpartition("}")[2] == name), "")


def paragraphs(root: ElementTree.Element) -> Iterator[str]:
    """Texts of DrawingML, a paragraph each."""
    for paragraph in root.iter():
        if local(paragraph) == "p":
            yield "".join(
                " " if local(item) == "br" else item.text or ""
                for item in paragraph.iter()
                if local(item) in ("t", "br")
            )
