# SPDX-License-Identifier: AGPL-3.0-or-later
"""What kind of office document a file is, by its content."""

from __future__ import annotations

import io
import struct
import zipfile

import olefile

from redactor.bundle.kinds import one_xml
from redactor.bundle.old_office import old_office

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLE_STREAMS = (
    ("WordDocument", "doc"), ("Workbook", "xls"), ("Book", "xls"), ("PowerPoint Document", "ppt"),
    ("VisioDocument", "vsd"), ("Quill", "pub"), ("MatOST", "wps"),
    ("StarWriterDocument", "sdw"), ("StarCalcDocument", "sdc"), ("StarDrawDocument3", "sdd"),
)  # fmt: skip
_ZIP_PARTS = (("word/", "docx"), ("xl/workbook.bin", "xlsb"), ("xl/", "xlsx"), ("ppt/", "pptx"), ("visio/", "vsdx"))
_ODF = {
    "text": "odt", "spreadsheet": "ods", "presentation": "odp", "graphics": "odg", "text-template": "ott",
    "spreadsheet-template": "ots", "presentation-template": "otp", "text-master": "odm",
}  # fmt: skip


#: OpenOffice before OpenDocument.
_SUN = {"writer": "sxw", "calc": "sxc", "impress": "sxi", "draw": "sxd"}
#: Documents in OLE that nobody but their own program opens.
_CLOSED = (
    ("PP40", "a PowerPoint 4 presentation"),
    ("Props14", "a Project plan"),
    ("HwpSummaryInformation", "a Hangul document"),
)


def closed_kind(data: bytes) -> str:
    """What an office document is that LibreOffice does not open; "" when nobody knows."""
    if not data.startswith(_OLE):
        return ""
    return next((what for stream, what in _CLOSED if stream.encode("utf-16-le") + b"\0\0" in data), "")


def suffix_of(data: bytes, name: str = "") -> str | None:
    """The file's kind by its content ("docx"); None for what is no document."""
    if data.startswith(b"{\\rtf"):
        return "rtf"
    if flat := one_xml(data):
        return flat
    if old := old_office(data):
        return old.suffix
    if data.startswith(b"\xffWPC"):
        return "wpd"
    if data.startswith(b"\xd7\xcd\xc6\x9a"):
        return "wmf"
    if data[40:44] == b" EMF":
        return "emf"
    if data.startswith(_OLE):
        return _ole_suffix(data)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
            if "mimetype" in names:
                said = archive.read("mimetype")[:200].decode("ascii", "replace")
                if "vnd.sun.xml." in said:
                    return _SUN.get(said.rpartition("vnd.sun.xml.")[2].strip())
                return _ODF.get(said.rpartition("vnd.oasis.opendocument.")[2].strip())
    except (zipfile.BadZipFile, OSError, ValueError, KeyError, RuntimeError, NotImplementedError):
        # Half a file: LibreOffice may still mend it, if its name says what it was.
        given = name.rpartition(".")[2].lower()
        return given if given in ("docx", "xlsx", "pptx", "odt", "ods", "odp") else None
    return next((kind for part, kind in _ZIP_PARTS if any(entry.startswith(part) for entry in names)), None)


def _ole_suffix(data: bytes) -> str | None:
    """By the streams and folders of the document itself: it has those of documents embedded in it too, further down."""
    try:
        with olefile.OleFileIO(io.BytesIO(data)) as ole:
            top = {path[0].lower() for path in ole.listdir()}
    except (OSError, ValueError, IndexError, TypeError, AttributeError, struct.error):
        top = set()
    found = next((kind for stream, kind in _OLE_STREAMS if stream.lower() in top), None)
    # Half a file: what it has is told by the names that are left.
    return found or next((kind for stream, kind in _OLE_STREAMS if stream.encode("utf-16-le") + b"\0\0" in data), None)
