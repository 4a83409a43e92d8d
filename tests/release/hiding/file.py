# SPDX-License-Identifier: AGPL-3.0-or-later
"""Secrets in the file around its objects: earlier versions, leftovers, bytes before, between and after."""

from __future__ import annotations

import re
import zlib
from typing import Any

import pikepdf
from pikepdf import Dictionary, Name, String

from redactor.domain.pages import Where
from tests.release.hiding.base import BASE, SECRET, add, kind, new, page, plain, saved, text

META, OLD = Where.METADATA, Where.HIDDEN_TEXT
SAID = f"Her neighbour {SECRET}"
PLAIN = {"object_stream_mode": pikepdf.ObjectStreamMode.disable, "compress_streams": False}


def simple() -> bytes:
    """The plain page with a table of offsets, uncompressed."""
    return saved(new(), **PLAIN)


def updated(first: bytes, objects: dict[int, bytes]) -> bytes:
    """An incremental update that replaces objects."""
    start = int(re.findall(rb"startxref\s+(\d+)", first)[-1])
    size = int(re.findall(rb"/Size (\d+)", first)[-1])
    root = re.findall(rb"/Root (\d+) 0 R", first)[-1]
    out = bytearray(first if first.endswith(b"\n") else first + b"\n")
    offsets = {}
    for number, body in objects.items():
        offsets[number] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    at = len(out)
    out += b"xref\n" + b"".join(b"%d 1\n%010d 00000 n \n" % (n, offset) for n, offset in sorted(offsets.items()))
    out += b"trailer\n<</Size %d/Root %s 0 R/Prev %d>>\nstartxref\n%d\n%%%%EOF\n" % (size, root, start, at)
    return bytes(out)


def stream(data: bytes) -> bytes:
    return b"<</Length %d>>\nstream\n%s\nendstream" % (len(data), data)


def content_number(data: bytes) -> int:
    found = re.search(rb"/Contents (\d+) 0 R", data)
    assert found
    return int(found[1])


@kind("an earlier version of the page", OLD)
def _() -> bytes:
    first = saved(new(text(SAID)), **PLAIN)
    return updated(first, {content_number(first): stream(BASE)})


@kind("an earlier version of the information", META)
def _() -> bytes:
    pdf = new()
    pdf.docinfo["/Author"] = String(SAID)
    first = saved(pdf, **PLAIN)
    number = int(re.findall(rb"/Info (\d+) 0 R", first)[-1])
    # The update's trailer has no Info of its own: what the first said is out of use, and still there.
    return updated(first, {number: b"<</Author(Seen)>>"})


@kind("two earlier versions", OLD)
def _() -> bytes:
    first = saved(new(text(SAID)), **PLAIN)
    number = content_number(first)
    return updated(updated(first, {number: stream(BASE)}), {number: stream(BASE + text("Seen."))})


@kind("an object that nothing refers to", META)
def _() -> bytes:
    pdf = new()
    held = pdf.make_indirect(Dictionary(Note=String(SAID)))
    pdf.Root.Keep = held
    data = saved(pdf, **PLAIN)
    return re.sub(rb"/Keep \d+ 0 R", lambda m: b" " * len(m[0]), data)


@kind("a page that nothing refers to", OLD)
def _() -> bytes:
    first = saved(new(text(SAID)), **PLAIN)
    number = content_number(first)
    spare = b"%d 0 obj\n%s\nendobj\n" % (90, stream(BASE))
    at = first.rindex(b"xref\n0")
    body = first[:at].replace(b"/Contents %d 0 R" % number, b"/Contents 90 0 R") + spare
    return body + b"trailer\n<</Root 1 0 R>>\n"


@kind("a comment between objects", META)
def _() -> bytes:
    data = simple()
    at = data.index(b"endobj\n") + 7
    return data[:at] + b"% " + SAID.encode() + b"\n" + data[at:]


@kind("bytes before the header", META)
def _() -> bytes:
    return SAID.encode() + b"\n" + simple()


@kind("bytes after the end", META)
def _() -> bytes:
    return simple() + SAID.encode() + b"\n"


@kind("another file after the end", None)
def _() -> bytes:
    return simple() + zlib.compress(SAID.encode())


@kind("a broken table of offsets", META)
def _() -> bytes:
    data = simple()
    return data.replace(b"startxref\n", b"startxref\n9", 1) + b"% " + SAID.encode() + b"\n"


@kind("object streams", META)
def _() -> bytes:
    pdf = new()
    pdf.Root.PieceInfo = pdf.make_indirect(Dictionary(App=pdf.make_indirect(Dictionary(Private=String(SAID)))))
    return saved(pdf, object_stream_mode=pikepdf.ObjectStreamMode.generate)


@kind("a stale object in an object stream", META)
def _() -> bytes:
    """An object stream says two things of object 60; the table points at the other."""
    first = simple()
    body = b"60 0 " + b"<</Note(%s)>>" % SAID.encode()
    packed = b"<</Type/ObjStm/N 1/First 5/Length %d>>\nstream\n%s\nendstream" % (len(body), body)
    return updated(first, {70: packed, 60: b"<</Note(Seen)>>"})


@kind("data after a stream's own data", None)
def _() -> bytes:
    packed = zlib.compress(BASE) + b"\n" + SAID.encode()
    first = simple()
    return updated(first, {content_number(first): b"<</Filter/FlateDecode" + stream(packed)[2:]})


@kind("a stream longer than it says", None)
def _() -> bytes:
    first = simple()
    body = b"<</Length %d>>\nstream\n%s\n%% %s\nendstream" % (len(BASE), BASE, SAID.encode())
    return updated(first, {content_number(first): body})


@kind("a second trailer", META)
def _() -> bytes:
    data = simple()
    return data.replace(b"trailer", b"% " + SAID.encode() + b"\ntrailer", 1)


@kind("a file with a password", META)
def _() -> bytes:
    pdf = new()
    pdf.docinfo["/Author"] = String(SAID)
    return saved(pdf, static_id=False, deterministic_id=False, encryption=pikepdf.Encryption(owner="boss", user=""))


@kind("an unused stream of text", OLD)
def _() -> bytes:
    def change(pdf: pikepdf.Pdf, page: Any) -> None:
        page.App = Dictionary(Draft=pdf.make_stream(text(SAID)))

    return page(b"", change)


@kind("a file in another compression", OLD)
def _() -> bytes:
    def change(pdf: pikepdf.Pdf, page: Any) -> None:
        packed = SAID.encode().hex().encode() + b">"
        page.App = Dictionary(Draft=pdf.make_stream(packed, Filter=Name.ASCIIHexDecode))

    return page(b"", change)


add("a file's name", Where.FILENAME, plain)


@kind("a key of the trailer", META)
def _() -> bytes:
    return simple().replace(b"trailer <<", b"trailer <</Checked(" + SAID.encode() + b")", 1)
