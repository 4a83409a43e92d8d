# SPDX-License-Identifier: AGPL-3.0-or-later
"""Documents embedded in the slides of PowerPoint 97 to 2003 (MS-PPT 2.10.34), of which LibreOffice keeps the picture
only. Pure."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Iterator

import olefile

#: The record that holds an embedded object, and what says that it is packed.
_STORAGE, _PACKED = 0x1011, 1
#: Bytes of one object, unpacked, and objects looked into.
_MOST, _MANY = 64 << 20, 500


def embedded(data: bytes) -> Iterator[bytes]:
    """Each object as the OLE file it is, nothing for one that is broken; macros, which are kept in the same way, are
    left out. Raises OSError, ValueError or struct.error when the slides themselves are broken."""
    with olefile.OleFileIO(io.BytesIO(data)) as ole:
        slides = ole.openstream("PowerPoint Document").read() if ole.exists("PowerPoint Document") else b""
    at = found = 0
    while at + 8 <= len(slides) and found < _MANY:
        head, kind, size = struct.unpack_from("<HHI", slides, at)
        body = slides[at + 8 : at + 8 + size]
        at += 8 + size
        if kind != _STORAGE:
            continue
        found += 1
        try:
            if head >> 4 == _PACKED:
                body = zlib.decompressobj().decompress(body[4:], _MOST)
            with olefile.OleFileIO(io.BytesIO(body)) as inner:
                if inner.exists("VBA"):
                    continue
        except (OSError, ValueError, zlib.error, struct.error, IndexError, TypeError, AttributeError):
            body = b""
        yield body
