# SPDX-License-Identifier: AGPL-3.0-or-later
"""What kind of file some bytes are, by what they are and not by what they are called. Pure."""

from __future__ import annotations

import re

from redactor.bundle.encodings import decoded_text
from redactor.bundle.held import Raw
from redactor.bundle.old_office import old_office
from redactor.bundle.zip_kinds import zip_kind
from redactor.domain.errors import BadInput

_SIGNATURES = (
    (b"II*\x00", "tiff"),
    (b"MM\x00*", "tiff"),
    (b"II+\x00", "tiff"),
    (b"MM\x00+", "tiff"),
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"\xff\xd8\xff", "jpeg"),
    (b"GIF87a", "picture"),
    (b"GIF89a", "picture"),
    (b"{\\rtf", "office"),
    (b"\x78\x9f\x3e\x22", "tnef"),
    (b"7z\xbc\xaf\x27\x1c", "7z"),
    (b"Rar!\x1a\x07", "rar"),
    (b"!BDN", "pst"),
    (b"\xffWPC", "office"),
    (b"\xd7\xcd\xc6\x9a", "office"),
)
#: Other pictures that have a signature: Photoshop, fax (DCX), JPEG 2000, JBIG2.
_PICTURES = (b"8BPS\0\1", b"\xb1\x68\xde\x3a", b"\x00\x00\x00\x0cjP  ", b"\xff\x4f\xff\x51", b"\x97JB2\r\n\x1a\n")
#: How long the heads of BMP pictures are: of OS/2 and of every Windows.
_BMP_HEADS = tuple(bytes((size, 0, 0, 0)) for size in (12, 16, 40, 52, 56, 64, 108, 124))
_PCX = re.compile(rb"\x0a[\x00-\x05]\x01[\x01\x02\x04\x08]", re.S)
#: Netpbm's pictures, as fax and scanning programs write them: size in digits, before it perhaps remarks.
_PNM = re.compile(rb"(?:P[123][ \t\r]*\n|P[456]\s)\s*(?:#[^\n]*\n\s*)*\d+\s+(?:#[^\n]*\n\s*)*\d+\s")
#: How a PDF goes on behind its header, where that was cut off on the way.
_BEHEADED_PDF = re.compile(rb"\s*(?:%[^\r\n]*[\r\n]\s*)*\d{1,10} \d{1,5} obj\b")
_ZIP = b"PK\x03\x04"
_EMPTY_ZIP = b"PK\x05\x06"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SOMETHING = re.compile(rb"[^\x00 \t\r\n]")
_OUTLOOK = "__substg1.0_".encode("utf-16-le")
_MAIL_HEADERS = (b"from:", b"received:", b"return-path:", b"message-id:", b"mime-version:", b"delivered-to:", b"date:")
#: How a web page begins that Word or a browser saved as one file, without a sender (RFC 2557).
_ONE_PAGE = re.compile(rb"content-type:\s*multipart/related\b")
#: A web page, or a part of one that somebody saved or a program wrote, by what it starts with.
_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|meta|title|style|base|link|table|div|p|"
    rb"h[1-6]|center|font|span|ul|ol)(?:\s[^<>]*)?/?>",
    re.I | re.S,
)
#: Documents and drawings in one XML file, by what stands near its start, and what LibreOffice knows them as.
_ONE_XML = (
    (re.compile(rb"<office:document\b[^>]*opendocument\.text\b", re.S), "fodt"),
    (re.compile(rb"<office:document\b[^>]*opendocument\.spreadsheet\b", re.S), "fods"),
    (re.compile(rb"<office:document\b[^>]*opendocument\.presentation\b", re.S), "fodp"),
    (re.compile(rb"<office:document\b[^>]*opendocument\.graphics\b", re.S), "fodg"),
    (re.compile(rb"progid=\"Word\.Document\"|<w:wordDocument\b"), "word.xml"),
    (re.compile(rb"progid=\"Excel\.Sheet\"|<(?:ss:)?Workbook\b[^>]*office:spreadsheet", re.S), "excel.xml"),
    (re.compile(rb"\A\s*(?:<\?xml[^>]*>\s*)?(?:<!DOCTYPE svg[^>]*>\s*|<!--.*?-->\s*)*<svg[\s>]", re.S), "svg"),
)
_HEIF_BRANDS = (b"heic", b"heix", b"hevc", b"hevx", b"heim", b"heis", b"mif1", b"msf1", b"avif", b"avis")


#: Kinds of :func:`file_kind` that :mod:`redactor.bundle.convert` makes pages of.
CONVERTED = frozenset({"mail", "msg", "tnef", "html", "text", "xps", "picture", "tiff", "png", "jpeg"})


class NeedsPassword(BadInput):
    """The document opens only with a password, and the one tried is not it."""


def file_kind(data: Raw) -> str:
    """One of "pdf", "tiff", "png", "jpeg", "picture" (any other), "office", "mail", "msg", "tnef", "mbox", "html",
    "text", "xps", "zip", "7z", "rar", "pst" (or OST), "sealed" (S/MIME), "empty" or "other".

    The PDF header may stand anywhere in the first kilobyte (PDF 32000-1, implementation note 13), or be lost.
    """
    head = data[:8192]
    if not head.strip(b"\x00 \t\r\n") and _SOMETHING.search(data) is None:
        return "empty"
    for signature, kind in _SIGNATURES:
        if head.startswith(signature):
            return kind
    if _is_picture(head):
        return "picture"
    if old_office(head):
        return "office"
    # What holds other files comes before what may be among them.
    if head.startswith((_ZIP, _EMPTY_ZIP)):
        return zip_kind(data)
    if head[40:44] == b" EMF":
        return "office"
    if _is_sealed(head):
        return "sealed"
    if head.startswith(_OLE):
        return "msg" if data.find(_OUTLOOK) >= 0 else "office"
    if head.startswith(b"From ") and _is_mail(head.partition(b"\n")[2]):
        return "mbox"
    if _is_mail(head):
        return "mail"
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if (_BEHEADED_PDF.match(head) or data.find(b"%PDF-") >= 0) and data.find(b"endobj") >= 0:
        return "pdf"
    if decoded_text(_start(data)) is None:
        return "other"
    if one_xml(head):
        return "office"
    return "html" if _HTML.match(head[:4096].removeprefix(b"\xef\xbb\xbf")) else "text"


def one_xml(data: bytes) -> str | None:
    """What LibreOffice knows a document as that is one XML file ("fodt"); None for anything else."""
    head = data[:8192].removeprefix(b"\xef\xbb\xbf")
    if not head.lstrip().startswith(b"<"):
        return None
    return next((known for sign, known in _ONE_XML if sign.search(head)), None)


def _start(data: Raw, most: int = 1 << 16) -> bytes:
    """Enough to tell text by, whole lines where there are lines."""
    return data[:] if len(data) <= most else data[: data.rfind(b"\n", 0, most) + 1 or len(data)]


def _is_mail(data: bytes) -> bool:
    """Two headers of a message among its first lines, and a header in the very first."""
    first = data[:4096].removeprefix(b"\xef\xbb\xbf").lower().split(b"\n")
    return (
        sum(line.startswith(_MAIL_HEADERS) or _ONE_PAGE.match(line) is not None for line in first) >= 2
        and re.match(rb"[\x21-\x39\x3b-\x7e]+:", first[0]) is not None
    )


def _is_picture(data: bytes) -> bool:
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return True
    if data.startswith(b"BM") and len(data) > 26 and data[14:18] in _BMP_HEADS:
        return True
    if data[4:8] == b"ftyp" and data[8:12] in _HEIF_BRANDS:
        return True
    return data.startswith(_PICTURES) or _PCX.match(data) is not None or _PNM.match(data) is not None


def _is_sealed(data: bytes) -> bool:
    """A CMS message (RFC 5652), signed or encrypted, bare or in armour."""
    if data[:64].lstrip().startswith((b"-----BEGIN PKCS7-----", b"-----BEGIN CMS-----")):
        return True
    return data.startswith(b"\x30") and b"\x2a\x86\x48\x86\xf7\x0d\x01" in data[:24] and data[2:40].find(b"\x06") >= 0
