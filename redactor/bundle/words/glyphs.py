# SPDX-License-Identifier: AGPL-3.0-or-later
"""Characters as a file spells them made into the characters a reader sees. Pure.

A word must be found however its document was produced: "ﬁ" is two letters, a soft hyphen inside a word is
nothing, one at the end of a line is a hyphen, accents are part of their letter.
"""

from __future__ import annotations

import re
import unicodedata

_LIGATURES = {
    "ﬀ": "ff",
    "ﬁ": "fi",
    "ﬂ": "fl",
    "ﬃ": "ffi",
    "ﬄ": "ffl",
    "ﬅ": "st",
    "ﬆ": "st",
    "Ĳ": "IJ",
    "ĳ": "ij",
}
_HYPHENS = {"\u2010": "-", "\u2011": "-", "\u2043": "-"}
#: Zero-width marks and direction controls.
_NOTHING = dict.fromkeys([0, 0xFEFF, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2065)], "")
#: Lines through a letter that are written as marks on it.
_STRUCK = dict.fromkeys([*range(0x0334, 0x0339), 0x20D2, 0x20D3, 0x20E5], "")
#: Letters that are others in another dress: wide ones, mathematical ones, ones in circles.
_DRESSED = {
    code: unicodedata.normalize("NFKC", chr(code))
    for code in (*range(0xFF01, 0xFF5F), *range(0x1D400, 0x1D800), *range(0x24B6, 0x24EA))
}
_TABLE = {**str.maketrans({**_LIGATURES, **_HYPHENS}), **_NOTHING, **_STRUCK, **_DRESSED}
_PLAIN = re.compile(r"[\x20-\x7e\xa3\u2018\u2019\u201c\u201d\u2013\u2014\u2022]*\Z")
_BULLET_FONTS = re.compile("[\uf020-\uf0ff]")
_GARBLED = re.compile("[\ufffd\x01-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ue000-\uf8ff\U000f0000-\U0010fffd]")


def clean(text: str, *, ends_line: bool = False) -> str:
    """A word's text as a reader sees it; "" when nothing of it shows.

    ``ends_line``: a soft hyphen at the end of the word is the hyphen printed at the line's end.
    """
    if _PLAIN.match(text):
        return text
    text = text.translate(_TABLE)
    if "\u00ad" in text:
        if text.strip("\u00ad") == "":
            return "-"
        body = text.rstrip("\u00ad")
        text = body.replace("\u00ad", "") + ("-" if ends_line and body != text else "")
    if len(text) == 1 and _BULLET_FONTS.match(text):
        return "•"
    return unicodedata.normalize("NFC", text)


def plain_text(text: str) -> bool:
    """Whether :func:`clean` would leave every word of it as it is."""
    return (text.isascii() and text.isprintable()) or _PLAIN.match(text) is not None


def garbled(text: str) -> bool:
    """Whether a word holds something that is no character: unmapped glyphs, controls, private-use codes.

    Fonts without a usable mapping spell "Little" as "Li\\x82le"; what such a word says is known only from
    its pixels.
    """
    return _GARBLED.search(text) is not None


def likeness(text: str) -> str:
    """Letters and digits only, lower case: for asking whether two readings say the same."""
    folded = unicodedata.normalize("NFKD", text).casefold()
    return "".join(c for c in folded if c.isalnum())
