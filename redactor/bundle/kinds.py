# SPDX-License-Identifier: AGPL-3.0-or-later
"""What kind of file some bytes are, by what they are and not by what they are called. Pure."""

from __future__ import annotations

import re
from typing import NamedTuple

from redactor.bundle.held import Raw
from redactor.bundle.old_office import old_office
from redactor.bundle.zip_kinds import zip_kind
from redactor.domain.errors import BadInput
from redactor.domain.saying import say

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
#: Where a web page says how it is encoded, and the encodings that are believed.
_CHARSET = re.compile(
    rb"<(?:meta\b[^<>]*?charset|\?xml\b[^<>]*?encoding)\s*=\s*[\"']?"
    rb"(iso-?8859-?\d+|windows-?125\d|cp125\d|koi8-[ru]|big5|gb2312|gbk|gb18030|shift_jis|euc-(?:jp|kr))\b",
    re.I,
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


class Other(NamedTuple):
    """A kind of file that is never opened: where its signature stands, what it is, and what to do about it."""

    at: int
    signature: bytes
    what: str
    do: str


_IWORK = Other(
    0, _ZIP, "an Apple Pages, Numbers or Keynote document", "Ask for it as PDF (on a Mac: File, Export To, PDF)"
)
#: What files that are never opened are, to say so in plain words; where the signature stands is the first number.
_OTHERS = (
    Other(
        0, b"\xe4\x52\x5c\x7b\x8c\xd8\xa7\x4d", "a OneNote section", "Open it in OneNote, print it to PDF, and add that"
    ),
    Other(
        0,
        b"\xa1\x2f\xff\x43\xd9\xef\xc4\xc7",
        "a list of OneNote sections",
        "It holds no notes: add what they say as PDF",
    ),
    Other(
        0, b"MSCF", "a cabinet of Windows or OneNote", "Open it in its own program, or unpack it, and add what is in it"
    ),
    Other(0, b"\xff\x0a", "a JPEG XL picture", "Save it as JPEG or PNG, and add that"),
    Other(4, b"JXL \x0d\x0a\x87\x0a", "a JPEG XL picture", "Save it as JPEG or PNG, and add that"),
    Other(0, b"AT&TFORM", "a DjVu file", "Open it in its own program, print it to PDF, and add that"),
    Other(0, b"ITSF", "a help file of Windows", "Open it, print what is wanted to PDF, and add that"),
    Other(0, b"\x1f\x8b", "a gzip archive", "Unpack it, and add the folder"),
    Other(
        4,
        b"ftyp",
        "a video or sound recording",
        "Listen or look, and decide by hand: recordings are redacted elsewhere",
    ),
    Other(0, b"ID3", "a sound recording", "Listen to it, and decide by hand: recordings are redacted elsewhere"),
    Other(0, b"\xff\xfb", "a sound recording", "Listen to it, and decide by hand: recordings are redacted elsewhere"),
    Other(0, b"OggS", "a sound recording", "Listen to it, and decide by hand: recordings are redacted elsewhere"),
    Other(
        0,
        b"RIFF",
        "a video or sound recording",
        "Listen or look, and decide by hand: recordings are redacted elsewhere",
    ),
    Other(
        0,
        b"\x30\x26\xb2\x75",
        "a Windows recording",
        "Listen or look, and decide by hand: recordings are redacted elsewhere",
    ),
    Other(0, b"\x1a\x45\xdf\xa3", "a video", "Look at it, and decide by hand: recordings are redacted elsewhere"),
    Other(0, b"MZ", "a program", "Ask what it is for; a program holds no record"),
    Other(0, b"\x7fELF", "a program", "Ask what it is for; a program holds no record"),
    Other(0, b"SQLite format 3", "a database", "Export what it holds about the person as PDF, and add that"),
    Other(4, b"Standard Jet DB", "an Access database", "Export what it holds about the person as PDF, and add that"),
    Other(4, b"Standard ACE DB", "an Access database", "Export what it holds about the person as PDF, and add that"),
    Other(0, b"%!PS", "a PostScript file", "Save it as PDF first, then add the PDF"),
)
#: Kinds of :func:`file_kind` that :mod:`redactor.bundle.convert` makes pages of.
CONVERTED = frozenset({"mail", "msg", "tnef", "html", "text", "xps", "picture", "tiff", "png", "jpeg"})
#: Kinds whose bytes are words: under the name of another kind they are not what they say.
_WORDY = frozenset({"text", "html"})
_NEVER_TEXT = re.compile(
    r".*\.(?:pdf|docx?|docm|dotx?|rtf|od[tsp]|xls[xmb]?|pptx?|msg|tiff?|png|jpe?g|gif|bmp|webp|heic|zip)", re.IGNORECASE
)


class NeedsPassword(BadInput):
    """The document opens only with a password, and the one tried is not it."""


def file_kind(data: Raw) -> str:
    """One of "pdf", "tiff", "png", "jpeg", "picture" (any other), "office", "mail", "msg", "tnef", "mbox", "html",
    "text", "xps", "zip", "7z", "rar", "pst" (or OST), "sealed" (S/MIME), "empty" or "other".

    The PDF header may stand anywhere in the first kilobyte (PDF 32000-1, implementation note 13).
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
    if b"%PDF-" in head[:1024] or (data.find(b"%PDF-") >= 0 and data.find(b"endobj") >= 0):
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


#: Names of the parts of an archive in several files; a part of a zip begins or ends like one, and is none.
_PART = re.compile(r".*\.(?:z\d\d|(?:zip|7z|rar)\.\d{3}|r\d\d)", re.IGNORECASE)


def archive_part(kind: str, data: Raw, name: str) -> bool:
    """Whether this is one part of an archive in several files, without the others."""
    if kind == "7z":
        return re.fullmatch(r".*\.7z\.\d{3}", name, re.IGNORECASE) is not None
    return kind == "other" and (
        _PART.fullmatch(name) is not None or data[:4] == b"PK\x07\x08" or data[-22:-18] == b"PK\x05\x06"
    )


def other_kind(data: Raw) -> tuple[str, str]:
    """What a file that is never opened is, and what to do about it, in plain words; both "" when nobody knows."""
    if data[:4] == _ZIP and zip_kind(data) == "other":
        return say(_IWORK.what), say(_IWORK.do)
    for other in _OTHERS:
        if data[other.at : other.at + len(other.signature)] == other.signature:
            return say(other.what), say(other.do)
    return "", ""


def misnamed(kind: str, name: str) -> bool:
    """Whether words lie under a name that promises something else: half a file, or an error page somebody saved."""
    return kind in _WORDY and _NEVER_TEXT.fullmatch(name) is not None


#: Byte order marks; that of UTF-32 begins like one of UTF-16.
_MARKS = (
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)


def decoded_text(data: bytes) -> str | None:
    """The text in ``data``, or None when the bytes are not text.

    UTF-8, UTF-16 and UTF-32 with their marks, then UTF-8, then what a web page says it is in, then Windows-1252, which
    UK office software still writes.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _decode(data, encoding)
    if b"\x00" in data:
        return _unmarked_utf16(data)
    text = _decode(data, "utf-8") or _declared(data) or _unmarked(data)
    if text is None:
        return None
    return text if _wordy(text) else None


#: Letters of Windows-1252 that nobody types there: of another code page they are "â", "ë" or "£". A dagger marks a note
#: and quotes stand around words: only within one they are letters.
_UNTYPED = re.compile(
    r"[ƒˆ]|[†‡](?=[A-Za-z])|(?<=[A-Za-z])[‹›„](?=[A-Za-z])|(?<=[a-z])[ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜÝŠŽŒŸ](?![A-Z])|(?<!\d)‰|[œŒ](?=\d)|[^\x00-\xff–—‘’“”•…€™œŒŠšŽžŸ‰]"
)


#: What Windows-1252 becomes that is read as of another code page: "M³ller", "ú20", "äM".
_MISREAD = re.compile(
    r"(?<=[A-Za-z])[\xa1-\xbf×÷þÞ](?=[A-Za-z])|[À-ÖØ-öø-ÿ](?=\d)|[à-öø-ÿ](?=[A-Z])|"
    r"(?<![^\W\d_])[À-ÖØ-öø-ÿ](?![^\W\d_])"
)


def _unmarked(data: bytes) -> str | None:
    """Text in one byte a letter: Windows-1252, or what DOS (850) or an old Mac wrote where only that makes words."""
    usual = _decode(data, "cp1252")
    if usual is not None and not _UNTYPED.search(usual):
        return usual
    others = (_decode(data, encoding) for encoding in ("cp850", "mac_roman"))
    return next((text for text in others if text and not (_UNTYPED.search(text) or _MISREAD.search(text))), usual)


def _unmarked_utf16(data: bytes) -> str | None:
    """Text in UTF-16 that does not say so: half of its bytes are nought, all on one side."""
    start = data[:2048]
    for side, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        noughts, others = start[side::2].count(0), start[1 - side :: 2].count(0)
        if len(data) % 2 == 0 and others == 0 and noughts > 0.9 * len(start) / 2:
            text = _decode(data, encoding)
            return text if text and _wordy(text) else None
    return None


def _declared(data: bytes) -> str | None:
    said = _CHARSET.search(data[:2048])
    # What calls itself Latin-1 is Windows-1252, which has more letters (WHATWG Encoding, 4.2).
    return _decode(data, said[1].decode()) if said and not re.fullmatch(rb"iso-?8859-?1", said[1], re.I) else None


def _wordy(text: str) -> bool:
    return sum(ord(c) < 32 and c not in "\t\r\n\f" for c in text) <= len(text) // 200


def _decode(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None
