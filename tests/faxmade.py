# SPDX-License-Identifier: AGPL-3.0-or-later
"""JBIG2 files made byte by byte (ITU-T T.88): pages with upright bars, as many as the page's number."""

from __future__ import annotations

import io
import struct

from PIL import Image

WIDTH, HEIGHT = 64, 40


def segment(number: int, kind: int, page: int, data: bytes) -> bytes:
    """T.88, 7.2: what refers to no other segment."""
    return struct.pack(">IBBBI", number, kind, 0, page, len(data)) + data


def region(bars: int) -> bytes:
    """Upright bars in a generic region, coded as a fax codes them (T.88, 7.4.6: MMR)."""
    image = Image.new("1", (WIDTH, HEIGHT), 0)
    for bar in range(bars):
        image.paste(1, (8 + 16 * bar, 4, 14 + 16 * bar, HEIGHT - 4))
    held = io.BytesIO()
    image.save(held, "TIFF", compression="group4")
    with Image.open(held) as tiff:
        start, size = tiff.tag_v2[273][0], tiff.tag_v2[279][0]  # type: ignore[attr-defined]
    return struct.pack(">IIIIBB", WIDTH, HEIGHT, 0, 0, 0, 1) + held.getvalue()[start : start + size]


def fax(pages: int, *, flags: int = 1) -> bytes:
    made, number = b"\x97JB2\r\n\x1a\n" + bytes((flags,)) + struct.pack(">I", pages), 0
    for page in range(1, pages + 1):
        about = struct.pack(">IIIIBH", WIDTH, HEIGHT, 0, 0, 0, 0)
        for kind, data in ((48, about), (38, region(page)), (49, b"")):
            made += segment(number, kind, page, data)
            number += 1
    return made + segment(number, 51, 0, b"")
