# SPDX-License-Identifier: AGPL-3.0-or-later
"""A small PDF writer that streams to a file and writes only what it is given.

Objects are numbered in the order they are asked for, dictionaries go into object streams, and nothing in
the file comes from a clock, a path or a random source. Memory holds one offset per object.
"""

from __future__ import annotations

from array import array
from typing import BinaryIO

from deflate import zlib_compress

#: How many dictionaries share one object stream.
BATCH = 200
HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
#: What ends a stream.
END = b"\nendstream\nendobj\n"


def deflate(data: bytes | memoryview, level: int = 6) -> bytes:
    """Compressed with libdeflate: half the time of zlib, smaller, and the same bytes on every machine (of one version,
    which is pinned and named in the manifest)."""
    return bytes(zlib_compress(data, level))


def text_string(text: str) -> bytes:
    """A text string: literal when plain ASCII, else UTF-16BE in hex."""
    if text.isascii() and text.isprintable():
        return b"(" + text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)").encode() + b")"
    return b"<FEFF" + text.encode("utf-16-be", "replace").hex().upper().encode() + b">"


def number(value: float) -> bytes:
    """A number with at most two decimals and no trailing zeros."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return b"0" if text in ("-0", "") else text.encode()


class PdfWriter:
    """Writes a PDF 1.7 file with object streams and a cross-reference stream to ``out``."""

    def __init__(self, out: BinaryIO) -> None:
        self._out = out
        self._at = 0
        #: Where in the file the data of the last stream start.
        self.data_at = 0
        # Per object, from number 1: kind (0 not yet written, 1 own offset, 2 in an object stream), place, index.
        self._kinds = array("B")
        self._places = array("Q")
        self._indexes = array("H")
        self._batch: list[tuple[int, bytes]] = []
        self._write(HEADER)

    def _write(self, data: bytes) -> None:
        self._out.write(data)
        self._at += len(data)

    @property
    def size_at_most(self) -> int:
        """Bytes written, what waits to be written, and the table of all objects."""
        return self._at + sum(len(body) + 24 for _, body in self._batch) + 10 * len(self._kinds) + 1000

    def reserve(self) -> int:
        """The number of a new object that will be written later."""
        self._kinds.append(0)
        self._places.append(0)
        self._indexes.append(0)
        return len(self._kinds)

    def put(self, body: bytes, at: int = 0) -> int:
        """Write a dictionary or array object (number ``at``, or a new one)."""
        at = at or self.reserve()
        self._batch.append((at, body))
        if len(self._batch) >= BATCH:
            self._flush()
        return at

    def stream(self, entries: bytes, data: bytes, at: int = 0) -> int:
        """Write a stream object; ``entries`` are its dictionary's entries apart from Length."""
        at = at or self.reserve()
        self._kinds[at - 1] = 1
        self._places[at - 1] = self._at
        head = b"%d 0 obj\n<</Length %d%s>>\nstream\n" % (at, len(data), entries)
        self._write(head)
        self._write(data)
        self.data_at = self._at - len(data)
        self._write(END)
        return at

    def flate(self, entries: bytes, data: bytes, at: int = 0) -> int:
        """Write a stream object whose data is compressed here."""
        return self.stream(b"/Filter/FlateDecode" + entries, deflate(data), at)

    def _flush(self) -> None:
        if not self._batch:
            return
        holder = self.reserve()
        offset, places, bodies = 0, [], []
        for index, (at, body) in enumerate(self._batch):
            self._kinds[at - 1], self._places[at - 1], self._indexes[at - 1] = 2, holder, index
            places.append(b"%d %d" % (at, offset))
            bodies.append(body)
            offset += len(body) + 1
        table = b" ".join(places) + b"\n"
        entries = b"/Type/ObjStm/N %d/First %d" % (len(bodies), len(table))
        self._batch = []
        self.flate(entries, table + b"\n".join(bodies) + b"\n", holder)

    def finish(self, root: int, info: int) -> None:
        """Write the cross-reference stream and the trailer. Every reserved object must have been written."""
        self._flush()
        missing = [index + 1 for index, kind in enumerate(self._kinds) if kind == 0]
        if missing:
            raise ValueError(f"objects never written: {missing[:5]}")
        own = self.reserve()
        self._kinds[own - 1], self._places[own - 1] = 1, self._at
        rows = bytearray(b"\x00\x00\x00\x00\x00\x00\xff\xff")
        for kind, place, index in zip(self._kinds, self._places, self._indexes, strict=True):
            rows += bytes((kind,)) + place.to_bytes(5, "big") + index.to_bytes(2, "big")
        start = self._at
        entries = b"/Type/XRef/Size %d/W[1 5 2]/Root %d 0 R/Info %d 0 R/Filter/FlateDecode" % (own + 1, root, info)
        data = deflate(bytes(rows), 9)
        self._write(b"%d 0 obj\n<</Length %d%s>>\nstream\n" % (own, len(data), entries))
        self._write(data + END)
        self._write(b"startxref\n%d\n%%%%EOF\n" % start)
