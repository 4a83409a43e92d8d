# SPDX-License-Identifier: AGPL-3.0-or-later
"""Documents of programs that are long gone, which LibreOffice still opens: told by what they begin with. Pure.

Each is opened as what it is and nothing else: left to itself LibreOffice takes for plain text what it does not know,
and sets pages of signs.
"""

from __future__ import annotations

import re
from typing import NamedTuple


class Old(NamedTuple):
    """Where its signature stands, what LibreOffice knows it as, and by which of its filters that is opened."""

    at: int
    signature: bytes
    suffix: str
    opened_as: str


_OLD = (
    Old(0, b"\x00\x00\x02\x00\x04\x04", "wk1", "Lotus"),
    Old(0, b"\x00\x00\x02\x00\x06\x04", "wk1", "Lotus"),
    Old(0, b"\x00\x00\x1a\x00\x00\x10", "wk3", "WPS_Lotus_Calc"),
    Old(0, b"\x00\x00\x1a\x00\x02\x10", "wk4", "WPS_Lotus_Calc"),
    Old(0, b"\x00\x00\x1a\x00\x03\x10", "123", "WPS_Lotus_Calc"),
    Old(0, b"\x00\x00\x1a\x00\x05\x10", "123", "WPS_Lotus_Calc"),
    Old(0, b"\x00\x00\x02\x00\x20\x51", "wq1", "WPS_QPro_Calc"),
    Old(0, b"\x00\x00\x02\x00\x01\x10", "wb1", "WPS_QPro_Calc"),
    Old(0, b"\x00\x00\x02\x00\x02\x10", "wb2", "Quattro Pro 6.0"),
    Old(0, b"\xff\x00\x02\x00\x04\x04", "wks", "MS_Works_Calc"),
    Old(0, b"\x01\xfe", "wps", "MS_Works"),
    Old(0, b"\x31\xbe\x00\x00", "wri", "MS_Write"),
    Old(0, b"\x32\xbe\x00\x00", "wri", "MS_Write"),
    Old(0, b"\xdb\xa5", "doc", "MS WinWord 5"),
    Old(0, b"WordPro\x00", "lwp", "LotusWordPro"),
    Old(0, b"WordPro\r\xfb", "lwp", "LotusWordPro"),
    Old(4, b"BOBO", "cwk", "ClarisWorks"),
    Old(8, b"CDR", "cdr", "Corel Draw Document"),
)
#: What stands before a signature that could be words: the number of a version (ClarisWorks 1 to 6), or a frame (RIFF).
_BEFORE = {"cwk": re.compile(rb"[\x01-\x06]"), "cdr": re.compile(rb"RIFF")}


def old_office(data: bytes) -> Old | None:
    """The old kind of document that these bytes begin; None for any other."""
    return next((old for old in _OLD if _begins(data, old)), None)


def _begins(data: bytes, old: Old) -> bool:
    before = _BEFORE.get(old.suffix)
    signed = data[old.at : old.at + len(old.signature)] == old.signature
    return signed and (before is None or before.match(data) is not None)
