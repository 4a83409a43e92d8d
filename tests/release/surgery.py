# SPDX-License-Identifier: AGPL-3.0-or-later
"""Take a released PDF apart and put it together again in its own form, with something changed in between."""

from __future__ import annotations

import io
import re
import zlib
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from redactor.release.burn.writer import PdfWriter
from redactor.release.verify.scan import scan_file

REFERENCE = re.compile(rb"(?<![\d.])(\d+) 0 R\b")


@dataclass
class Parts:
    """Dictionaries by object number, and streams as (dictionary entries apart from Length, raw data)."""

    bodies: dict[int, bytes] = field(default_factory=dict)
    streams: dict[int, tuple[bytes, bytes]] = field(default_factory=dict)
    root: int = 0
    info: int = 0

    def find(self, pattern: bytes) -> int:
        """The first dictionary that matches."""
        return next(n for n, body in sorted(self.bodies.items()) if re.search(pattern, body))

    def page(self, index: int) -> int:
        """The object number of a page, from 0, in the order of the page tree."""
        leaves = re.findall(rb"(\d+) 0 R", self.bodies[self.find(rb"^<</Type/Pages/Count")].split(b"/Kids")[1])
        kids = [k for leaf in leaves for k in re.findall(rb"(\d+) 0 R", self.bodies[int(leaf)].split(b"/Kids")[1])]
        return int(kids[index])

    def content(self, page: int) -> int:
        found = re.search(rb"/Contents (\d+) 0 R", self.bodies[page])
        assert found
        return int(found[1])

    def picture(self, page: int) -> int:
        found = re.search(rb"/P (\d+) 0 R>>", self.bodies[page])
        assert found
        return int(found[1])

    def inflate(self, number: int) -> bytes:
        return zlib.decompress(self.streams[number][1])

    def deflate(self, number: int, data: bytes) -> None:
        self.streams[number] = (self.streams[number][0], zlib.compress(data))

    def sub(self, number: int, old: bytes, new: bytes) -> None:
        assert old in self.bodies[number]
        self.bodies[number] = self.bodies[number].replace(old, new, 1)

    def add(self, body: bytes) -> int:
        number = max((*self.bodies, *self.streams)) + 1
        self.bodies[number] = body
        return number

    def add_stream(self, entries: bytes, data: bytes) -> int:
        number = max((*self.bodies, *self.streams)) + 1
        self.streams[number] = (entries, data)
        return number


def take_apart(path: Path) -> Parts:
    data = path.read_bytes()
    bodies: dict[int, bytes] = {}
    scan = scan_file(path, bodies.__setitem__)
    assert not scan.problems
    parts = Parts(bodies, root=scan.root)
    for number, (start, length) in scan.streams.items():
        if number in scan.packed or number == scan.xref:
            continue
        head = data[data.rindex(b" 0 obj\n", 0, start) : start]
        entries = re.match(rb" 0 obj\n<</Length \d+(.*)>>\nstream\n\Z", head, re.S)
        assert entries
        parts.streams[number] = (entries[1], data[start : start + length])
    parts.info = parts.find(rb"^<</Title\([^)]*\)>>$")
    return parts


def put_together(parts: Parts) -> bytes:
    out = io.BytesIO()
    pdf = PdfWriter(out)
    numbers = {old: pdf.reserve() for old in sorted((*parts.bodies, *parts.streams))}

    def renumbered(body: bytes) -> bytes:
        return REFERENCE.sub(lambda found: b"%d 0 R" % numbers[int(found[1])], body)

    for old, body in sorted(parts.bodies.items()):
        pdf.put(renumbered(body), numbers[old])
    for old, (entries, data) in sorted(parts.streams.items()):
        pdf.stream(renumbered(entries), data, numbers[old])
    pdf.finish(numbers[parts.root], numbers[parts.info])
    return out.getvalue()


def operate(path: Path, change: Callable[[Parts], None]) -> None:
    parts = take_apart(path)
    change(parts)
    path.write_bytes(put_together(parts))
