# SPDX-License-Identifier: AGPL-3.0-or-later
"""The text in some bytes, whatever program wrote them and in whatever letters. Pure."""

from __future__ import annotations

import codecs
import re

#: Byte order marks; that of UTF-32 begins like one of UTF-16.
_MARKS = (
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
#: Where a web page says how it is encoded, and the encodings that are believed.
_CHARSET = re.compile(
    rb"<(?:meta\b[^<>]*?charset|\?xml\b[^<>]*?encoding)\s*=\s*[\"']?"
    rb"(iso-?8859-?\d+|windows-?125\d|cp125\d|koi8-[ru]|big5|gb2312|gbk|gb18030|shift_jis|euc-(?:jp|kr))\b",
    re.I,
)
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


def decoded(data: bytes, charset: str) -> str:
    """Bytes as text: by the alphabet they claim, then UTF-8, then Windows-1252, which nearly fits anything."""
    charset = charset.strip().strip("\"'").lower()
    # What calls itself Latin-1 or ASCII is most often Windows-1252, of which they are parts.
    first = "cp1252" if charset in ("iso-8859-1", "latin-1", "latin1", "us-ascii", "ascii") else charset
    order = ["utf-8", first] if charset in ("us-ascii", "ascii") else [first, "utf-8"]
    for name in (*order, "cp1252"):
        try:
            codecs.lookup(name)
            return data.decode(name)
        except (LookupError, UnicodeError, ValueError):
            continue
    return data.decode("latin-1")
