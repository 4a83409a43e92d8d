# SPDX-License-Identifier: AGPL-3.0-or-later
"""Every text of a binary workbook (.xlsb, MS-XLSB), whether or not LibreOffice makes cells of it: of those that early
versions of Excel 2007 wrote it shows empty sheets. Pure."""

from __future__ import annotations

import io
import re
import struct
import zipfile
from collections.abc import Iterator

#: Parts that hold what people wrote, and how much of each is looked into, unpacked.
_PARTS = re.compile(r"xl/(?:sharedStrings\.bin|worksheets/sheet\d+\.bin|comments\d*\.bin)", re.IGNORECASE)
_MOST = 96 << 20
#: Records with a text, and what stands before it (2.4): shared strings, cells with a text of their own or one that a
#: formula gave, comments, and who made them.
_TEXTS = {19: 1, 6: 8, 8: 8, 637: 1, 632: 0}


def texts(data: bytes) -> Iterator[str]:
    """In the order of the parts. Raises ValueError, OSError, KeyError, zipfile.BadZipFile or struct.error for what is
    broken."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for entry in archive.infolist():
            if _PARTS.fullmatch(entry.filename):
                with archive.open(entry) as part:
                    yield from _records(part.read(_MOST))


def _records(data: bytes) -> Iterator[str]:
    at = 0
    while at < len(data):
        kind, at = _number(data, at, 2)
        size, at = _number(data, at, 4)
        if (before := _TEXTS.get(kind)) is not None and size >= before + 4:
            (letters,) = struct.unpack_from("<I", data, at + before)
            if letters <= (size - before - 4) // 2:
                start = at + before + 4
                yield data[start : start + 2 * letters].decode("utf-16-le", "replace")
        at += size


def _number(data: bytes, at: int, most: int) -> tuple[int, int]:
    """A number of seven bits a byte (2.1.4), and where it ends. Of a record's kind the second byte counts for 128."""
    value = 0
    for place in range(most):
        byte = data[at] if at < len(data) else 0
        at += 1
        value |= (byte & 0x7F) << 7 * place
        if not byte & 0x80:
            break
    return value, at
