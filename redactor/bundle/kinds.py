# SPDX-License-Identifier: AGPL-3.0-or-later
"""What kind of file some bytes are, by what they are and not by what they are called. Pure."""

from __future__ import annotations

from redactor.domain.errors import BadInput

_SIGNATURES = (
    (b"II*\x00", "tiff"),
    (b"MM\x00*", "tiff"),
    (b"II+\x00", "tiff"),
    (b"MM\x00+", "tiff"),
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"\xff\xd8\xff", "jpeg"),
    (b"{\\rtf", "office"),
)
_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OFFICE_PARTS = (b"word/", b"xl/", b"ppt/", b"[Content_Types].xml", b"application/vnd.oasis.opendocument")
_OUTLOOK = "__substg1.0_".encode("utf-16-le")
_MAIL_HEADERS = (b"from:", b"received:", b"return-path:", b"message-id:", b"mime-version:", b"delivered-to:", b"date:")


class NeedsPassword(BadInput):
    """The document opens only with a password, and the one tried is not it."""


def file_kind(data: bytes) -> str:
    """One of "pdf", "tiff", "png", "jpeg", "office", "mail", "text", "empty" or "other".

    The PDF header may stand anywhere in the first kilobyte (PDF 32000-1, implementation note 13).
    """
    if not data.strip(b"\x00 \t\r\n"):
        return "empty"
    for signature, kind in _SIGNATURES:
        if data.startswith(signature):
            return kind
    if b"%PDF-" in data[:1024] or (b"%PDF-" in data and b"endobj" in data):
        return "pdf"
    if data.startswith(_ZIP):
        return "office" if any(part in data[:4096] for part in _OFFICE_PARTS) else "other"
    if data.startswith(_OLE):
        return "mail" if _OUTLOOK in data else "office"
    if decoded_text(data) is None:
        return "other"
    first = data[:2048].lower().split(b"\n")
    if sum(line.startswith(_MAIL_HEADERS) for line in first) >= 2 and b":" in first[0]:
        return "mail"
    return "text"


def decoded_text(data: bytes) -> str | None:
    """The text in ``data``, or None when the bytes are not text.

    UTF-8 and UTF-16 with their marks, then UTF-8, then Windows-1252, which UK office software still writes.
    """
    for mark, encoding in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if data.startswith(mark):
            return _decode(data, encoding)
    if b"\x00" in data:
        return None
    text = _decode(data, "utf-8") or _decode(data, "cp1252")
    if text is None:
        return None
    controls = sum(ord(c) < 32 and c not in "\t\r\n\f" for c in text)
    return text if controls <= len(text) // 200 else None


def _decode(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None
