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
