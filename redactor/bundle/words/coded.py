# SPDX-License-Identifier: AGPL-3.0-or-later
"""Words that scripts, addresses and certificates hold in a code of their own. Pure."""

from __future__ import annotations

import binascii
import re
from base64 import b64decode
from collections.abc import Iterator
from urllib.parse import unquote

from redactor.bundle.encodings import decoded_text

_SCRIPT_CODE = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|x([0-9A-Fa-f]{2}))")
#: Two strings of a script that are put together.
_SCRIPT_SUM = re.compile(r"(['\"])\s*\+\s*\1")
_SCRIPT_STRING = re.compile(r"'([^'\\\n]{4,400})'|\"([^\"\\\n]{4,400})\"")
_DATA = re.compile(r"data:[^,]*;base64,(.*)", re.DOTALL)
#: The texts of a certificate (X.690: a tag, the length, the text): UTF-8, printable, T.61 and IA5 strings.
_NAMED = re.compile(rb"[\x0c\x13\x14\x16]([\x04-\x7f])")


def script_strings(script: str) -> Iterator[str]:
    """The strings of a script, as it would show them."""
    plain = _SCRIPT_CODE.sub(lambda code: chr(int(code[1] or code[2], 16)), script)
    for found in _SCRIPT_STRING.finditer(_SCRIPT_SUM.sub("", plain)):
        yield found[1] or found[2]


def address_words(address: str) -> str:
    """An address's words: what a link to a file or a profile says of a person, or what it carries."""
    carried = _DATA.match(address)
    if carried:
        try:
            return decoded_text(b64decode(carried[1], validate=True)) or ""
        except (binascii.Error, ValueError):
            return ""
    address = unquote(address)
    path = address.split("://")[-1].partition("/")[2] if "://" in address else address.partition(":")[2] or address
    return " ".join(re.split(r"[-_/+.%?=&@]+", path))


def certificate_texts(data: bytes) -> Iterator[str]:
    """The texts of a certificate or a signature."""
    for found in _NAMED.finditer(data):
        text = data[found.end() : found.end() + found[1][0]]
        if len(text) == found[1][0] and (said := text.decode("utf-8", "replace")).isprintable():
            yield said
