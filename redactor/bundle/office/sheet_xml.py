# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a workbook in one XML file (Excel 2002 and 2003) says that LibreOffice does not carry over: who made it, its
properties, and comments on its cells. Pure."""

from __future__ import annotations

from xml.etree import ElementTree

from redactor.bundle.formats.converted import tells
from redactor.bundle.office.zip import Parts, attribute, local

#: Bytes looked into.
_MOST = 96 << 20


def add_told(data: bytes, parts: Parts) -> None:
    """Add it to ``parts``. Raises ValueError for a file that cannot be looked into."""
    if len(data) > _MOST or b"<!DOCTYPE" in data[:2048] or b"<!ENTITY" in data:
        raise ValueError("it is too large, or declares entities")
    try:
        root = ElementTree.fromstring(data)
    except ElementTree.ParseError as error:
        raise ValueError("it is not well formed") from error
    known = {said.text for said in parts.said if said.hidden}
    for part in root:
        if local(part) in ("DocumentProperties", "CustomDocumentProperties"):
            for item in part:
                if item.text and tells(item.text) and local(item) != "Version":
                    parts.properties.append((local(item), item.text.strip()))
        elif local(part) == "Worksheet":
            for comment in part.iter():
                text = "".join(comment.itertext()).strip() if local(comment) == "Comment" else ""
                if text and text not in known:
                    who = attribute(comment, "Author")
                    parts.add(text, f"comment{f' by {who}' if who else ''}", hidden=True)
