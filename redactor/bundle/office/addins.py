# SPDX-License-Identifier: AGPL-3.0-or-later
"""Add-ins of Excel and PowerPoint (.xlam, .ppam), which hold sheets and slides like any other document, and which
LibreOffice refuses for what they call themselves. Pure."""

from __future__ import annotations

import io
import zipfile

from redactor.bundle.office.zip import BROKEN, rewritten

_TYPES = "[Content_Types].xml"
#: What the main part of an add-in is called, and that of a document with macros (ECMA-376, part 2, 10.1.2.2).
_AS_DOCUMENT = {
    b"application/vnd.ms-excel.addin.macroEnabled.main+xml": b"application/vnd.ms-excel.sheet.macroEnabled.main+xml",
    b"application/vnd.ms-powerpoint.addin.macroEnabled.main+xml": (
        b"application/vnd.ms-powerpoint.presentation.macroEnabled.main+xml"
    ),
}
#: Bytes of the list of types that are looked into.
_MOST = 4 << 20


def as_document(data: bytes) -> bytes:
    """An add-in that calls itself a document; the data itself when it is none."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if archive.getinfo(_TYPES).file_size > _MOST:
                return data
            said = types = archive.read(_TYPES)
            for addin, document in _AS_DOCUMENT.items():
                said = said.replace(addin, document)
            return data if said == types else rewritten(archive, {_TYPES: said})
    except BROKEN:
        # Broken: LibreOffice may still mend it, and will say if not.
        return data
