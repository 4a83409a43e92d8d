# SPDX-License-Identifier: AGPL-3.0-or-later
"""JBIG2 files, as fax servers and copiers keep scans in (ITU-T T.88, annex D): MuPDF reads them, a page at a time.

MuPDF says nothing of a file that is cut short; how many pages there should be stands at its start, and a mark at its
end. Files in the form for random access, which have no such mark, are not read.
"""

from __future__ import annotations

import struct
from typing import NamedTuple

import pymupdf
from PIL import Image
from pymupdf import mupdf

from redactor.bundle.mupdf.engine import ENGINE_ERRORS

SIGN = b"\x97JB2\r\n\x1a\n"
_SEQUENTIAL, _PAGES_UNKNOWN = 1, 2
#: The last segment: its kind, nothing it refers to, no page, no content.
_END = b"\x33\0\0\0\0\0\0"


class Jbig2Page(NamedTuple):
    """In black and white. ``whole``: nothing of it is missing. Its resolution MuPDF does not tell."""

    image: Image.Image
    whole: bool


class Jbig2:
    """A JBIG2 file; what is none, or cannot be read at all, has no pages."""

    def __init__(self, data: bytes) -> None:
        self.count = self._there = 0
        self._ended = data.endswith(_END)
        if not data.startswith(SIGN) or len(data) < 13 or not data[8] & _SEQUENTIAL:
            return
        (said,) = (0,) if data[8] & _PAGES_UNKNOWN else struct.unpack_from(">I", data, 9)
        self._held = mupdf.fz_new_buffer_from_copied_data(data)
        try:
            self._there = mupdf.fz_load_jbig2_subimage_count(*self._bytes())
        except ENGINE_ERRORS:
            return
        self.count = max(self._there, said) if self._there else 0

    def page(self, number: int) -> Jbig2Page | None:
        """Page ``number``, from 0; None when it is missing or cannot be read."""
        if number >= self._there:
            return None
        try:
            drawn = pymupdf.Pixmap("raw", mupdf.fz_load_jbig2_subimage(*self._bytes(), number))
        except ENGINE_ERRORS:
            return None
        image = Image.frombytes("L", (drawn.width, drawn.height), drawn.samples).convert("1", dither=Image.Dither.NONE)
        return Jbig2Page(image, self._ended or number < self._there - 1)

    def _bytes(self) -> tuple[object, int]:
        size, start = mupdf.ll_fz_buffer_storage(self._held.m_internal)
        return start, size
