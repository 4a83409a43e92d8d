# SPDX-License-Identifier: AGPL-3.0-or-later
"""Files that are never opened: what each is, and what to do about it, in plain words. Pure."""

from __future__ import annotations

import re
from typing import NamedTuple

from redactor.bundle.held import Raw
from redactor.bundle.zip_kinds import zip_kind
from redactor.domain.saying import say

_ZIP = b"PK\x03\x04"
#: Names of the parts of an archive in several files; a part of a zip begins or ends like one, and is none.
_PART = re.compile(r".*\.(?:z\d\d|(?:zip|7z|rar)\.\d{3}|r\d\d)", re.IGNORECASE)
#: Kinds whose bytes are words: under the name of another kind they are not what they say.
_WORDY = frozenset({"text", "html"})
_NEVER_TEXT = re.compile(
    r".*\.(?:pdf|docx?|docm|dotx?|rtf|od[tsp]|xls[xmb]?|pptx?|msg|tiff?|png|jpe?g|gif|bmp|webp|heic|zip)", re.IGNORECASE
)


class Other(NamedTuple):
    """A kind of file that is never opened: what it is, what to do about it, and by what it is known: where a signature
    stands, and which."""

    what: str
    do: str
    signs: tuple[tuple[int, bytes], ...]


_IWORK = Other(
    "an Apple Pages, Numbers or Keynote document",
    "Ask for it as PDF (on a Mac: File, Export To, PDF)",
    ((0, _ZIP),),
)
_LISTEN = "Listen to it, and decide by hand: recordings are redacted elsewhere"
_LISTEN_OR_LOOK = "Listen or look, and decide by hand: recordings are redacted elsewhere"
_LOOK = "Look at it, and decide by hand: recordings are redacted elsewhere"
_PRINT = "Open it in its own program, print it to PDF, and add that"
_EXPORT = "Export what it holds about the person as PDF, and add that"
_OTHERS = (
    Other(
        "a OneNote section",
        "Open it in OneNote, print it to PDF, and add that",
        ((0, b"\xe4\x52\x5c\x7b\x8c\xd8\xa7\x4d"),),
    ),
    Other(
        "a list of OneNote sections",
        "It holds no notes: add what they say as PDF",
        ((0, b"\xa1\x2f\xff\x43\xd9\xef\xc4\xc7"),),
    ),
    Other(
        "a cabinet of Windows or OneNote",
        "Open it in its own program, or unpack it, and add what is in it",
        ((0, b"MSCF"),),
    ),
    Other(
        "a JPEG XL picture",
        "Save it as JPEG or PNG, and add that",
        ((0, b"\xff\x0a"), (4, b"JXL \x0d\x0a\x87\x0a")),
    ),
    Other("a DjVu file", _PRINT, ((0, b"AT&TFORM"),)),
    Other("a help file of Windows", "Open it, print what is wanted to PDF, and add that", ((0, b"ITSF"),)),
    Other("a gzip archive", "Unpack it, and add the folder", ((0, b"\x1f\x8b"),)),
    Other("a video or sound recording", _LISTEN_OR_LOOK, ((4, b"ftyp"), (0, b"RIFF"))),
    Other("a sound recording", _LISTEN, ((0, b"ID3"), (0, b"\xff\xfb"), (0, b"OggS"))),
    Other("a Windows recording", _LISTEN_OR_LOOK, ((0, b"\x30\x26\xb2\x75"),)),
    Other("a video", _LOOK, ((0, b"\x1a\x45\xdf\xa3"),)),
    Other("a program", "Ask what it is for; a program holds no record", ((0, b"MZ"), (0, b"\x7fELF"))),
    Other("a database", _EXPORT, ((0, b"SQLite format 3"),)),
    Other("an Access database", _EXPORT, ((4, b"Standard Jet DB"), (4, b"Standard ACE DB"))),
    Other("a PostScript file", "Save it as PDF first, then add the PDF", ((0, b"%!PS"),)),
)


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
        if any(data[at : at + len(sign)] == sign for at, sign in other.signs):
            return say(other.what), say(other.do)
    return "", ""


def misnamed(kind: str, name: str) -> bool:
    """Whether words lie under a name that promises something else: half a file, or an error page somebody saved."""
    return kind in _WORDY and _NEVER_TEXT.fullmatch(name) is not None
