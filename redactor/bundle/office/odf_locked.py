# SPDX-License-Identifier: AGPL-3.0-or-later
"""OpenDocument files with a password, written out without it (OpenDocument 1.3, part 2, chapter 4).

Known is what LibreOffice wrote from 2012 to 2024 and what still is the common form: AES in CBC mode, with a key derived
by PBKDF2. LibreOffice opens such files only in its window, where somebody types the password.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import io
import re
import zipfile
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from xml.etree import ElementTree

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from redactor.bundle.kinds import NeedsPassword
from redactor.bundle.office.zip import attribute, local
from redactor.domain.errors import BadInput

_MANIFEST = "META-INF/manifest.xml"
_ENCRYPTION = re.compile(rb"<(?:\w+:)?encryption-data\b.*?</(?:\w+:)?encryption-data>", re.S)
_BROKEN = (
    zipfile.BadZipFile, zlib.error, ElementTree.ParseError, binascii.Error, OSError, ValueError, KeyError, IndexError,
    RuntimeError, NotImplementedError,
)  # fmt: skip
#: Bytes of one part, and rounds of deriving a key, that are borne.
_MOST_BYTES, _MOST_ROUNDS = 512 << 20, 10_000_000
_OTHERWISE = "Open it in LibreOffice, save it without a password, and add that"


@dataclass(frozen=True, slots=True)
class _Lock:
    """How one part of the file is encrypted; bytes, and seconds' worth of rounds."""

    vector: bytes
    salt: bytes
    rounds: int
    key_size: int
    start: str
    size: int


def is_locked(data: bytes) -> bool:
    """Whether an OpenDocument file needs a password."""
    return data.startswith(b"PK") and b"encryption-data" in _manifest(data)


def unlocked(data: bytes, name: str, passwords: Sequence[str]) -> tuple[bytes, str]:
    """The document without its encryption, and the password that opened it.

    Raises NeedsPassword when none of ``passwords`` does, and BadInput when it is encrypted in another way, or damaged.
    """
    try:
        locks = _locks(_manifest(data))
        for word in passwords:
            if (plain := _opened(data, locks, word)) is not None:
                return plain, word
    except _BROKEN as error:
        raise BadInput("this OpenDocument file is encrypted in a way not known here", name, _OTHERWISE) from error
    said = "the password given does not open this document" if passwords else "this document needs a password"
    raise NeedsPassword(said, name, "Give its password and add it again")


def _manifest(data: bytes) -> bytes:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive, archive.open(_MANIFEST) as file:
            return file.read(1 << 20)
    except _BROKEN:
        return b""


def _locks(manifest: bytes) -> dict[str, _Lock]:
    """By the name of the part. Raises ValueError for encryption of another kind."""
    found: dict[str, _Lock] = {}
    for entry in ElementTree.fromstring(manifest):
        inside = {local(item): item for item in entry.iter()}
        if "encryption-data" not in inside:
            continue
        derived, algorithm = inside["key-derivation"], inside["algorithm"]
        start = attribute(inside.get("start-key-generation", derived), "start-key-generation-name")
        rounds = int(attribute(derived, "iteration-count") or "0")
        if not attribute(algorithm, "algorithm-name").endswith(("aes256-cbc", "aes128-cbc", "aes192-cbc")):
            raise ValueError("another cipher")
        if attribute(derived, "key-derivation-name").rpartition("#")[2].upper() != "PBKDF2":
            raise ValueError("another derivation")
        if not 0 < rounds <= _MOST_ROUNDS:
            raise ValueError("rounds")
        found[attribute(entry, "full-path")] = _Lock(
            base64.b64decode(attribute(algorithm, "initialisation-vector")),
            base64.b64decode(attribute(derived, "salt")),
            rounds,
            int(attribute(derived, "key-size") or "16"),
            "sha256" if start.lower().endswith("sha256") else "sha1",
            int(attribute(entry, "size") or "0"),
        )
    return found


def _opened(data: bytes, locks: dict[str, _Lock], password: str) -> bytes | None:
    """The file written anew without encryption; None when the password is another."""
    held = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as archive, zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as plain:
        for entry in archive.infolist():
            content = archive.read(entry)
            if entry.filename in locks:
                part = _part(content, locks[entry.filename], password)
                if part is None:
                    return None
                content = part
            elif entry.filename == _MANIFEST:
                content = _ENCRYPTION.sub(b"", content)
            # The kind of the document comes first, and is not packed.
            packing = zipfile.ZIP_STORED if entry.filename == "mimetype" else zipfile.ZIP_DEFLATED
            plain.writestr(zipfile.ZipInfo(entry.filename), content, packing)
    return held.getvalue()


def _part(content: bytes, lock: _Lock, password: str) -> bytes | None:
    started = hashlib.new(lock.start, password.encode()).digest()
    key = hashlib.pbkdf2_hmac("sha1", started, lock.salt, lock.rounds, lock.key_size)
    opening = Cipher(algorithms.AES(key), modes.CBC(lock.vector)).decryptor()
    packed = opening.update(content) + opening.finalize()
    unpacking = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        plain = unpacking.decompress(packed, min(lock.size, _MOST_BYTES) + 1)
    except zlib.error:
        return None
    return plain if len(plain) == lock.size and unpacking.eof else None
