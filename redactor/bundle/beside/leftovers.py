# SPDX-License-Identifier: AGPL-3.0-or-later
"""What else a file says: strings of any object, scripts, private data, leftovers of earlier versions.

The readers of pages, fields, notes, bookmarks and metadata know where to look and what to call it. This one looks
everywhere, and is asked for what they did not find (:func:`redactor.bundle.beside.unsaid.unsaid`): a release carries
none of it, but who is named there is in the record all the same.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from redactor.bundle.beside.pictures import jpeg2000_places, photo_places
from redactor.bundle.beside.unsaid import LEFT, tells
from redactor.bundle.encodings import decoded_text
from redactor.bundle.held import Raw, found_in
from redactor.bundle.mupdf.engine import ENGINE_ERRORS
from redactor.bundle.mupdf.rawobjects import RawObject, raw_objects, version_ends
from redactor.bundle.words.coded import address_words, certificate_texts, script_strings
from redactor.bundle.words.glyphs import likeness
from redactor.bundle.words.markup import decoded_markup, node_texts, without_formatting, without_tags
from redactor.domain.pages import Place, Where

#: A string that nothing closes goes on to the end: looking for its end again from each of its brackets takes for ever.
_TOKEN = re.compile(
    rb"/[^\s/<>\[\]()%]+|\((?:[^()\\]++|\\.|\((?:[^()\\]++|\\.)*+\))*+(?:\)|\\?\Z)|<[0-9A-Fa-f\s]*>|%[^\r\n]*|<<|>>"
    rb"|-?\d+\.?\d*|[A-Za-z'\"*]+",
    re.DOTALL,
)
#: A page's drawing that says nothing but what it shows, token by token as above: every string goes to an operator that
#: shows it, every dictionary is the number of a marked piece, and there are no comments.
_SHOWN = re.compile(
    rb"(?:[^(<%/A-Za-z'\"*]++|/[^\s/<>\[\]()%]++|[A-Za-z'\"*]++|<<\s*/MCID\s+\d+\s*>>"
    rb"|(?:(?:\((?:[^()\\]++|\\.)*+\)|<[0-9A-Fa-f\s]*+>)(?:[^(<%/A-Za-z'\"*]++|/[^\s/<>\[\]()%]++)*+)++"
    rb"(?:T[jJ]|['\"])(?![A-Za-z'\"*]))*+",
    re.DOTALL,
)
_ESCAPE = re.compile(rb"\\(?:([0-7]{1,3})|(\r\n|\r|\n)|(.))", re.DOTALL)
_WORTHLESS = re.compile(
    r"D:\d[\d+'Z-]*|[0-9A-Fa-f-]{16,}|/\w+ [\d.]+ Tf.*|[\w-]{1,12}|(?:[\w:.#-]+/)*[\w:.#-]{1,40}|https?://\S*|urn:\S*"
    r"|.*(?:sRGB|IEC61966|CMYK|Gray Gamma|Dot Gain|Adobe RGB|ICC|Hewlett)"
    r".*|.*(?:Artifex|Ghostscript|MuPDF|ReportLab|Pillow PDF).*"
)
_TRAILER = re.compile(rb"trailer\s*<<.*?>>\s*(?=startxref|xref|\Z)", re.DOTALL)
_CONTENTS = re.compile(rb"/Contents\s*(?:(\d+)\s+\d+\s+R|\[([^\]]*)\])")
_REFERENCE = re.compile(rb"(\d+)\s+\d+\s+R")
#: Keys whose strings are technical whatever they say.
_TECHNICAL = frozenset(
    {b"/Registry", b"/Ordering", b"/DA", b"/DS", b"/CheckSum", b"/Cert", b"/U", b"/O", b"/UE", b"/OE"}
)
#: Keys whose strings are addresses, or names of files.
_ADDRESSES = frozenset({b"/URI", b"/Base", b"/F", b"/UF", b"/DOS", b"/Unix", b"/Mac"})
#: No more of these than this from one document, and no longer than this.
MOST_PLACES, LONGEST = 2000, 4000
_VERSIONS, _PAGES = 4, 500
_NOTES = (
    b"/Annot", b"/Text", b"/Link", b"/FreeText", b"/Popup", b"/Highlight", b"/Stamp", b"/Ink", b"/Caret", b"/Redact",
)  # fmt: skip


def leftover_places(data: Raw, reopened: Callable[[bytes], Any]) -> list[Place]:
    """Everything a PDF's bytes say in plain text, each thing once. ``reopened`` opens an earlier version."""
    found: dict[str, Place] = {}
    for where, text, what in (*_said(data), *_earlier(data, reopened)):
        text = " ".join(text.replace("\x00", "").split())[:LONGEST]
        if len(found) < MOST_PLACES and _tells(text):
            found.setdefault(likeness(text), Place(where, text, None, (), f"{LEFT}: {what}"))
    return list(found.values())


def _tells(text: str) -> bool:
    if not tells(text) or _WORTHLESS.fullmatch(text):
        return False
    readable = sum(c.isalnum() or c in " .,;:'’()-/@&!?\"_=<>" for c in text)
    return readable >= 0.9 * len(text)


def _said(data: Raw) -> Iterator[tuple[Where, str, str]]:
    contents: set[bytes] = set()
    for found in found_in(_CONTENTS, data):
        contents |= {found[1]} if found[1] else set(_REFERENCE.findall(found[2]))
    for item in raw_objects(data):
        if item.number == 0:
            for trailer in _TRAILER.findall(item.body):
                yield from _strings(RawObject(0, trailer), Where.METADATA, "trailer")
            for line in re.split(rb"[\r\n]+", _TRAILER.sub(b"", item.body)):
                if not line.lstrip().startswith(
                    (b"%PDF", b"%%EOF", b"xref", b"trailer", b"startxref", b"<", b"/", b"[")
                ):
                    yield Where.METADATA, _decoded(line.lstrip(b"% ")), "between its objects"
            continue
        where, what = _kind(item)
        yield from _strings(item, where, what)
        if item.data is not None:
            yield from _stream(item, where, what, b"%d" % item.number in contents)


def _kind(item: RawObject) -> tuple[Where, str]:
    """What sort of object says it."""
    body = item.body
    if b"/Widget" in body or b"/FT" in body or b"/Sig" in body or (b"/Opt" in body and b"/T" in body):
        return Where.FORM_FIELD, "field"
    if (b"/Subtype" in body and b"/Rect" in body) or any(b"/Subtype" + kind in body for kind in _NOTES):
        return Where.ANNOTATION, "note or link"
    if b"/StructElem" in body or b"/StructTreeRoot" in body:
        return Where.HIDDEN_TEXT, "structure"
    if b"/EmbeddedFile" in body or b"/Filespec" in body:
        return Where.ATTACHMENT, "attachment"
    if b"/FontDescriptor" in body or b"/CIDFont" in body:
        return Where.METADATA, "font"
    return Where.METADATA, "other data"


def _strings(item: RawObject, where: Where, what: str) -> Iterator[tuple[Where, str, str]]:
    """The strings of an object with the key before each."""
    key = b""
    for token in _TOKEN.findall(item.body):
        if token.startswith(b"/"):
            key = token
        elif token.startswith((b"(", b"<")) and token not in (b"<<",):
            text = _decoded(_bytes_of(token))
            if key in _TECHNICAL or (key == b"/FontFamily" and _same_font(text, item.body)):
                continue
            if key == b"/Contents" and b"/ByteRange" in item.body:
                yield from ((where, said, "signature") for said in certificate_texts(_bytes_of(token)))
            elif key == b"/JS":
                yield from ((where, said, "script") for said in script_strings(text))
            elif key == b"/RC" or key == b"/RV":
                yield where, without_tags(text), what
            else:
                said = address_words(text) if key in _ADDRESSES else text
                yield where, said, f"{what} {key.decode('latin-1')}"


def _same_font(family: str, body: bytes) -> bool:
    return likeness(family) in likeness(body.decode("latin-1").replace("/FontFamily", "").replace(f"({family})", ""))


def _stream(item: RawObject, where: Where, what: str, shown: bool) -> Iterator[tuple[Where, str, str]]:
    body = item.body
    if b"/Image" in body:
        read = photo_places if b"/DCT" in body else jpeg2000_places if b"/JPX" in body else None
        for place in read(item.decoded()) if read and item.data else ():
            yield place.where, place.text, f"picture, {place.detail}"
        return
    if b"/ObjStm" in body or b"/XRef" in body or b"/Length1" in body or b"/FontFile" in body or b"Type1C" in body:
        return
    data = item.decoded()
    if data.startswith(b"%PDF"):
        return  # an attachment, which is a document of its own
    if b"/Metadata" in body or data[:200].lstrip().startswith((b"<?xpacket", b"<x:xmpmeta", b"\xfe\xff", b"\xff\xfe")):
        yield from ((Where.METADATA, text, "metadata") for text in node_texts(decoded_markup(data)))
    elif data[36:40] == b"acsp":
        yield from (
            (Where.METADATA, text.decode("latin-1"), "colour profile")
            for text in re.findall(rb"desc\0{4}....([ -~]{4,})", data, re.DOTALL)
        )
    elif shown or re.search(rb"(?:^|\s)(?:Tj|TJ|Do|re|BDC|BT|DP|MP|d1|m)(?:\s|$)", data[:200_000]):
        yield from ((Where.HIDDEN_TEXT, text, "drawing that does not show") for text in content_texts(data, shown))
    elif b"begincmap" in data:
        yield from (
            (Where.METADATA, _decoded(line[1:]), "font")
            for line in re.findall(rb"^%[^%!\r\n][^\r\n]*", data, re.MULTILINE)
        )
    elif b"<" in data[:100] and b">" in data:
        field = Where.FORM_FIELD if b"xfa" in data.lower() or b"<template" in data else where
        yield from (
            (field, text, "form data" if field is Where.FORM_FIELD else what)
            for text in node_texts(without_formatting(decoded_markup(data)))
        )
    elif data[:1] == b"\x30" and data[1:2] in (b"\x82", b"\x83"):
        yield from ((Where.METADATA, text, "certificate") for text in certificate_texts(data))
    elif b"\x00" not in data[:2000] and (text := decoded_text(data[: 4 * LONGEST])):
        own = Where.HIDDEN_TEXT if where is Where.METADATA and b"Private" not in body and b"JS" not in body else where
        yield from ((own, line, what) for line in text.splitlines())


def content_texts(data: bytes, shown: bool) -> Iterator[str]:
    """Comments, and the strings of dictionaries; the strings that are drawn too, unless they show anyway."""
    if shown and _SHOWN.fullmatch(data):
        return
    depth, line, strings = 0, "", []
    for token in _TOKEN.findall(data):
        if token == b"<<":
            depth += 1
        elif token == b">>":
            depth = max(depth - 1, 0)
        elif token.startswith(b"%"):
            yield _decoded(token[1:])
        elif token.startswith((b"(", b"<")):
            text = _decoded(_bytes_of(token))
            if depth:
                yield text
            else:
                strings.append(text)
        elif token in (b"Tj", b"TJ", b"'", b'"'):
            line += "".join(strings)
            strings = []
        elif token in (b"Td", b"TD", b"Tm", b"T*", b"ET"):
            line += " "
            strings = []
            if token == b"ET":
                if not shown:
                    yield line
                line = ""
        elif strings and token[:1].isalpha():
            # An operator that takes no strings, or that nobody knows, or the start of an inline picture's data.
            yield from strings
            strings = []
    if line and not shown:
        yield line


def _earlier(data: Raw, reopened: Callable[[bytes], Any]) -> Iterator[tuple[Where, str, str]]:
    """Lines that an earlier version of the file shows. Those it shares with the last one are said there."""
    for end in version_ends(data)[-_VERSIONS:]:
        # By a function of its own, so that one version is gone from memory when the next comes.
        yield from _shown(data, end, reopened)


def _shown(data: Raw, end: int, reopened: Callable[[bytes], Any]) -> Iterator[tuple[Where, str, str]]:
    try:
        document = reopened(data[:end])
        for page in range(min(document.page_count, _PAGES)):
            for line in document[page].get_text("text").splitlines():
                yield Where.HIDDEN_TEXT, line, "an earlier version of it"
    except ENGINE_ERRORS:
        return


def _bytes_of(token: bytes) -> bytes:
    if token.startswith(b"<"):
        digits = re.sub(rb"\s", b"", token[1:-1])
        return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode())

    def plain(found: re.Match[bytes]) -> bytes:
        if found[1]:
            return bytes((int(found[1], 8) & 0xFF,))
        if found[2]:
            return b""
        return {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"", b"f": b""}.get(found[3], found[3])

    closed = token.endswith(b")") and (len(token) - 1 - len(token[:-1].rstrip(b"\\"))) % 2 == 0
    return _ESCAPE.sub(plain, token[1:-1] if closed else token[1:])


def _decoded(data: bytes) -> str:
    if data[:2] in (b"\xfe\xff", b"\xff\xfe"):
        return data.decode("utf-16", "replace")
    if data[:3] == b"\xef\xbb\xbf":
        return data[3:].decode("utf-8", "replace")
    return data.decode("latin-1")
