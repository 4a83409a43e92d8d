# SPDX-License-Identifier: AGPL-3.0-or-later
"""Rows of a Word document's tables that are exactly so high, and cut off what is in them: made at least so high."""

from __future__ import annotations

import io
import re
import zipfile

from redactor.bundle.office.zip import BROKEN, rewritten

_TEXTS = re.compile(r"word/(?:document|header\d*|footer\d*)\.xml")
#: The rule for the height of a row or a frame (ECMA-376 part 1, 17.18.37).
_EXACT, _AT_LEAST = b'w:hRule="exact"', b'w:hRule="atLeast"'
#: Bytes of one part that are gone through.
_MOST = 96 << 20


def unclipped(docx: bytes) -> bytes:
    """The document with rows that grow with what is in them; as it was where there is none to change, or it is damaged
    or too large (what is cut off then is set after its pages)."""
    try:
        with zipfile.ZipFile(io.BytesIO(docx)) as archive:
            texts = [entry for entry in archive.infolist() if _TEXTS.fullmatch(entry.filename)]
            if any(entry.file_size > _MOST for entry in texts):
                return docx
            changed = {
                entry.filename: data.replace(_EXACT, _AT_LEAST)
                for entry in texts
                if _EXACT in (data := archive.read(entry.filename))
            }
            if not changed:
                return docx
            return rewritten(archive, changed)
    except BROKEN:
        return docx
