# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a document holds apart from its pages: metadata, bookmarks, attachments, fields without a page."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from typing import Any

from pymupdf import PDF_ENCRYPT_NONE

from redactor.bundle.beside.associated import associated_files
from redactor.bundle.beside.leftovers import leftover_places
from redactor.bundle.beside.pictures import photo_places
from redactor.bundle.beside.unsaid import tells, unsaid
from redactor.bundle.encodings import decoded_text
from redactor.bundle.held import Raw, found_in
from redactor.bundle.mupdf.engine import ENGINE_ERRORS, open_document
from redactor.bundle.words.markup import form_data
from redactor.domain.pages import Attachment, DocumentContent, Place, Where

_XMP_TEXT = re.compile(r"<([A-Za-z][\w.-]*:[\w.-]+)(?:\s[^<>]*)?>([^<>]+)</")
_XMP_ATTRIBUTE = re.compile(r"\s((?!xmlns|rdf|xml)[A-Za-z][\w.-]*:[\w.-]+)=(?:\"([^\"]*)\"|'([^']*)')")
_ENCRYPTED = re.compile(rb"/Encrypt")


def document_content(document: Any, data: Raw) -> DocumentContent:
    """Everything of an open document that is not on a page. ``data`` are its bytes."""
    metadata = {key: str(value) for key, value in (document.metadata or {}).items() if value}
    # What is encrypted is read as the engine deciphers it.
    locked = document.is_pdf and next(found_in(_ENCRYPTED, data), None) is not None
    plain = document.tobytes(encryption=PDF_ENCRYPT_NONE) if locked else data
    attachments = _attachments(document, plain) if document.is_pdf else ()
    places = _as_far_as_it_goes(_metadata(document, metadata)) + _as_far_as_it_goes(_bookmarks(document))
    places += _as_far_as_it_goes(_attachment_places(document, attachments))
    places += _as_far_as_it_goes(_form_data(document)) if document.is_pdf else photo_places(data[:])
    if document.is_pdf:
        left = _as_far_as_it_goes(leftover_places(plain, open_document))
        places = unsaid([*places, *left], lambda: (), [attached.name for attached in attachments])
    return DocumentContent(document.page_count, metadata.get("producer", ""), tuple(places), attachments)


def _as_far_as_it_goes(places: Iterable[Place]) -> list[Place]:
    """The places up to the first that is broken: a damaged file's metadata is no reason to refuse its pages."""
    found: list[Place] = []
    try:
        for place in places:
            found.append(place)
    except ENGINE_ERRORS:
        pass
    return found


def _metadata(document: Any, common: dict[str, str]) -> Iterator[Place]:
    """Each value of the Info dictionary and of the XMP packet once, with its key; names of layers."""
    seen: set[str] = set()
    for key, value in _values(document) if document.is_pdf else common.items():
        value = value.strip()
        if value not in seen and tells(value) and key not in ("format", "encryption"):
            seen.add(value)
            yield Place(Where.METADATA, value, None, (), key)


def _values(document: Any) -> Iterator[tuple[str, str]]:
    yield from _info(document)
    yield from _xmp(document.get_xml_metadata() or "")
    for layer in (document.get_ocgs() or {}).values():
        yield "layer", str(layer.get("name") or "")


def _info(document: Any) -> Iterator[tuple[str, str]]:
    kind, where = document.xref_get_key(-1, "Info")
    if kind != "xref":
        return
    number = int(where.split()[0])
    for key in document.xref_get_keys(number):
        kind, value = document.xref_get_key(number, key)
        if kind == "string" and value.strip():
            yield key, value.strip()


def _xmp(packet: str) -> Iterator[tuple[str, str]]:
    """Keys and values by pattern and not by an XML parser: the packet is somebody else's and often broken."""
    for pattern in (_XMP_TEXT, _XMP_ATTRIBUTE):
        key = ""
        for match in pattern.finditer(packet):
            value = html.unescape(next(group for group in match.groups()[1:] if group is not None)).strip()
            key = match[1] if match[1] != "rdf:li" else _owner(packet, match.start()) or key
            if value:
                yield key, value


def _owner(packet: str, position: int) -> str:
    """The property a list item belongs to: the last element opened before it that is not rdf's."""
    names = re.findall(r"<([A-Za-z][\w.-]*:[\w.-]+)", packet[max(position - 600, 0) : position])
    return next((name for name in reversed(names) if not name.startswith(("rdf:", "x:"))), "")


def _bookmarks(document: Any) -> Iterator[Place]:
    for _, title, page in document.get_toc(simple=True):
        if str(title).strip():
            yield Place(Where.BOOKMARK, str(title).strip(), page if page > 0 else None)


def _attachments(document: Any, data: Raw) -> tuple[Attachment, ...]:
    """Embedded files, from the name tree, the pages' paper clips and wherever else a file is held, each once.

    One that is broken comes without data, so that whoever takes attachments in will say so.
    """
    found: dict[tuple[str, bytes], None] = {}
    try:
        for name, read in _embedded(document):
            try:
                held = bytes(read())
            except ENGINE_ERRORS:
                held = b""
            found[name, held] = None
    except ENGINE_ERRORS:
        found["attachments that cannot be read", b""] = None
    listed = {held for _, held in found}
    for name, read in associated_files(document, data):
        try:
            held = bytes(read())
        except ENGINE_ERRORS:
            held = b""
        if held not in listed:
            listed.add(held)
            found[name, held] = None
    return tuple(Attachment(name, held) for name, held in found)


def _embedded(document: Any) -> Iterator[tuple[str, Any]]:
    for index in range(document.embfile_count()):
        info = document.embfile_info(index)
        name = info.get("ufilename") or info.get("filename") or info.get("name") or "attachment"
        yield str(name), lambda index=index: document.embfile_get(index)
    for page in range(document.page_count):
        if not any(kind == _FILE_CLIP for _, kind, _ in _annotations(document, page)):
            continue
        for annotation in document[page].annots(types=[_FILE_CLIP]):
            info = annotation.file_info
            yield str(info.get("filename") or "attachment"), annotation.get_file


_FILE_CLIP = 17


def _annotations(document: Any, page: int) -> list[tuple[int, int, str]]:
    try:
        return list(document.page_annot_xrefs(page))
    except ENGINE_ERRORS:
        return []


def _attachment_places(document: Any, attachments: tuple[Attachment, ...]) -> Iterator[Place]:
    """What attached texts say, and how attachments are described."""
    for attachment in attachments:
        text = decoded_text(attachment.data) if attachment.data else None
        if text is not None and text.strip():
            yield Place(Where.ATTACHMENT, text.strip(), None, (), attachment.name)
    for index in range(document.embfile_count() if document.is_pdf else 0):
        info = document.embfile_info(index)
        described = str(info.get("description") or "").strip()
        if tells(described) and described != info.get("filename"):
            yield Place(Where.ATTACHMENT, described, None, (), f"description of {info.get('filename') or 'attachment'}")


def _form_data(document: Any) -> Iterator[Place]:
    """Values of an XFA form, which live beside the fields on the pages."""
    kind, value = document.xref_get_key(document.pdf_catalog(), "AcroForm/XFA")
    numbers = [int(number) for number in re.findall(r"(\d+) 0 R", value)] if kind in ("array", "xref") else []
    packets = b""
    for number in numbers:
        try:
            packets += document.xref_stream(number) or b""
        except ENGINE_ERRORS:
            continue
    texts = dict.fromkeys(" ".join(text.split()) for text in form_data(packets))
    return iter([Place(Where.FORM_FIELD, text, None, (), "XFA form data") for text in texts if tells(text)])
