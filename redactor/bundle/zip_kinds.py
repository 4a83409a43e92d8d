# SPDX-License-Identifier: AGPL-3.0-or-later
"""What kind of file a zip is, by the names of what is in it: office documents, XPS and iWork are zips too. Pure."""

from __future__ import annotations

import io
import re
import zipfile

from redactor.bundle.held import Raw

#: What office documents hold (ECMA-376 part 2; OpenDocument 1.3 part 2), besides the list of their parts.
_OFFICE = re.compile(r"(?:word|xl|ppt|visio)/.+")
_XPS = re.compile(r".*(?:\.fdseq|FixedDocSeq[^/]*)", re.I)
#: What an office document begins with, where the list at the end is lost.
_BEGINS = re.compile(rb"\[Content_Types\]\.xml|_rels/|docProps/|word/|xl/|ppt/|visio/|customXml/|mimetype")


def zip_kind(data: Raw) -> str:
    """ "office", "xps", "other" (iWork) or "zip". A zip of office files is a zip, whether or not they are packed
    tightly in it."""
    names = _names(data)
    if names is None:
        # The names stand behind 30 bytes, the first at the start of the file (APPNOTE 4.3.7).
        return "office" if _BEGINS.match(data[30:60]) else "zip"
    if any(_XPS.fullmatch(name) for name in names):
        return "xps"
    if "Index.zip" in names or any(name.startswith("Index/") and name.endswith(".iwa") for name in names):
        return "other"
    if "[Content_Types].xml" in names and any(_OFFICE.fullmatch(name) for name in names):
        return "office"
    # A locked OpenDocument may hold nothing but what it is and its locked self.
    opendocument = "mimetype" in names and ("content.xml" in names or "META-INF/manifest.xml" in names)
    return "office" if opendocument else "zip"


def _names(data: Raw) -> list[str] | None:
    """None for a zip that is damaged."""
    try:
        # A mapped file is read where it lies.
        with zipfile.ZipFile(io.BytesIO(data) if isinstance(data, bytes) else data) as archive:  # type: ignore[arg-type]
            return archive.namelist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, UnicodeError):
        return None
