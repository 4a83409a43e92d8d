# SPDX-License-Identifier: AGPL-3.0-or-later
"""Files that hold files: zip archives and mailboxes. Python alone reads them, and never more than is bearable."""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

import pyzipper

from redactor.bundle.held import Held, OnDisk
from redactor.bundle.kinds import NeedsPassword
from redactor.domain.errors import BadInput
from redactor.domain.saying import say

#: One file in an archive, everything that comes out of one file of the disk, and the number of its files.
_MOST_BYTES, _MOST_TOGETHER, _MOST_FILES = 512 << 20, 4 << 30, 20_000
#: Bytes that are unpacked at a time.
_PIECE = 1 << 20
_BROKEN = (
    zipfile.BadZipFile,
    pyzipper.BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    ValueError,
    KeyError,
    IndexError,
    struct.error,
    UnicodeError,
)
_UNPACK = "Unpack it on this PC, and add the folder"
_IN_PARTS = "Unpack it on this PC, and add the folder in parts"
_LITTER = re.compile(r"(?:.*/)?(?:__MACOSX/.*|\.DS_Store|Thumbs\.db|desktop\.ini|\._[^/]*)", re.IGNORECASE)
#: The line before a message: who sent it and when, or (Mozilla) a dash and often nothing more; a header follows.
_MESSAGE = re.compile(rb"(?m)^From (?:-[ \t]*|[^\r\n]*\d{4}[^\r\n]*)\r?\n(?=[\x21-\x39\x3b-\x7e]+:)")


@dataclass(frozen=True, slots=True)
class Member:
    """A file inside another. ``pieces`` are its bytes, some at a time; they raise BadInput when it cannot be
    unpacked."""

    name: str
    pieces: Callable[[], Iterable[bytes]]
    litter: bool = False

    def read(self) -> bytes:
        """All of it. Raises BadInput."""
        return b"".join(self.pieces())


@dataclass(slots=True)
class Budget:
    """What may still come out of one file of the disk, archives inside archives included."""

    files: int = _MOST_FILES
    size: int = _MOST_TOGETHER

    def spend(self, files: int, size: int, name: str) -> None:
        """Raises BadInput when there is no more."""
        self.files -= files
        self.size -= size
        if self.files < 0 or self.size < 0:
            raise BadInput("more comes out of this archive than can be taken in", name, _IN_PARTS)


def members(data: Held, name: str, passwords: Sequence[str] = ()) -> tuple[list[Member], str]:
    """The files of a zip archive, and the password that opens it ("" when none is needed).

    Raises BadInput when it is damaged, and NeedsPassword when none of ``passwords`` is its own.
    """
    try:
        # Opens what zipfile does, and what is encrypted with AES (WinZip, 7-Zip).
        archive = pyzipper.AESZipFile(data.path if isinstance(data, OnDisk) else io.BytesIO(data))
        entries = [entry for entry in archive.infolist() if not entry.is_dir()]
        password = _password(archive, entries, name, passwords)
    except _BROKEN as error:
        raise BadInput(
            "the archive is damaged and cannot be opened", name, "Ask for it again, or for the files"
        ) from error
    if not entries:
        raise BadInput("the archive is empty", name, "Ask for it again, or leave it out")
    return [member(entry.filename, _reader(archive, entry, password)) for entry in entries], password


def member(name: str, pieces: Callable[[], Iterable[bytes]]) -> Member:
    """A file of an archive under a name that leads nowhere else and can be printed."""
    plain = name.encode("utf-8", "replace").decode("utf-8").replace("\\", "/")
    inner = "/".join(part for part in plain.split("/") if part not in ("", ".", ".."))
    inner = "".join(c if c.isprintable() else "?" for c in inner) or "file"
    return Member(inner, pieces, bool(_LITTER.fullmatch(inner)))


def _password(archive: zipfile.ZipFile, entries: list[zipfile.ZipInfo], name: str, passwords: Sequence[str]) -> str:
    locked = sorted((entry for entry in entries if entry.flag_bits & 1), key=lambda entry: entry.file_size)
    if not locked:
        return ""
    for word in passwords:
        try:
            for _ in _limited(archive, locked[0], word):
                pass  # unpacked to see whether it can be
        except NotImplementedError:
            break
        except (RuntimeError, BadInput, *_BROKEN):
            # One wrong password in 256 passes for right until the content is looked at.
            continue
        return word
    said = "the password given does not open this archive" if passwords else "this archive needs a password"
    raise NeedsPassword(said, name, "Give its password and add it again")


def _reader(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, password: str) -> Callable[[], Iterator[bytes]]:
    def pieces() -> Iterator[bytes]:
        try:
            yield from _limited(archive, entry, password)
        except (RuntimeError, NotImplementedError, *_BROKEN) as error:
            raise BadInput("it cannot be unpacked: the archive is damaged here", entry.filename, _UNPACK) from error

    return pieces


def _limited(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, password: str) -> Iterator[bytes]:
    """The bytes of an entry; counted as they come, since what an archive says of sizes need not be true."""
    size = 0
    with archive.open(entry, pwd=password.encode() if password else None) as file:
        while piece := file.read(_PIECE):
            size += len(piece)
            if size > _MOST_BYTES:
                what = say("it unpacks to more than {most} MB", most=_MOST_BYTES >> 20)
                raise BadInput(what, entry.filename, _UNPACK)
            yield piece


def mailbox(data: bytes) -> list[Member]:
    """The messages of an mbox file, each as it was sent; lines that were marked with ">" are unmarked."""
    # What the file begins with is a message, whatever stands in the line before it.
    starts = sorted({0, *(match.start() for match in _MESSAGE.finditer(data))})
    found = []
    for number, (one, two) in enumerate(zip(starts, [*starts[1:], len(data)], strict=True), start=1):
        found.append(Member(f"message {number:04d}.eml", partial(_unmarked, data, one, two)))
    return found


def _unmarked(data: bytes, one: int, two: int) -> Iterator[bytes]:
    yield re.sub(rb"(?m)^>(>*From )", rb"\1", data[one:two].partition(b"\n")[2])
