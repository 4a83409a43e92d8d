# SPDX-License-Identifier: AGPL-3.0-or-later
"""OpenDocument files with a password, written out without it (OpenDocument 1.3, part 2, chapter 4).

Two forms are known: each part locked by itself with AES in CBC mode (what LibreOffice wrote from 2012 to 2024, and what
other programs write), and the whole document locked as one part with AES in GCM mode (LibreOffice from 24.8 on). Keys
are derived by PBKDF2 or Argon2id. LibreOffice opens such files only in its window, where somebody types the password.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import io
import re
import zipfile
import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any
from xml.etree import ElementTree

from cryptography.exceptions import InvalidTag, UnsupportedAlgorithm
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from redactor.bundle.kinds import NeedsPassword
from redactor.bundle.office.zip import attribute, local
from redactor.domain.errors import BadInput

_MANIFEST = "META-INF/manifest.xml"
_ENCRYPTION = re.compile(rb"<(?:\w+:)?encryption-data\b.*?</(?:\w+:)?encryption-data>", re.S)
_BROKEN = (
    zipfile.BadZipFile, zlib.error, ElementTree.ParseError, binascii.Error, OSError, ValueError, KeyError, IndexError,
    RuntimeError, NotImplementedError, UnsupportedAlgorithm,
)  # fmt: skip
#: The whole document as one part, in LibreOffice's newer form.
_PACKAGE = "encrypted-package"
#: Bytes of one part, rounds of PBKDF2, and rounds and kibibytes of Argon2id, that are borne.
_MOST_BYTES, _MOST_ROUNDS, _MOST_PASSES, _MOST_MEMORY = 512 << 20, 10_000_000, 100, 1 << 20
#: How many bytes follow what AES-GCM encrypts, to tell a wrong key by.
_TAG = 16
_OTHERWISE = "Open it in LibreOffice, save it without a password, and add that"


@dataclass(frozen=True, slots=True)
class _Lock:
    """How one part of the file is encrypted. ``derive`` makes its key from what the password starts as by ``start``;
    ``sealed``: in GCM mode, else in CBC. ``size`` in bytes, open and unpacked."""

    vector: bytes
    derive: Callable[[bytes], bytes]
    sealed: bool
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
        cipher = attribute(algorithm, "algorithm-name").rpartition("#")[2]
        if not re.fullmatch("aes(128|192|256)-(cbc|gcm)", cipher):
            raise ValueError("another cipher")
        found[attribute(entry, "full-path")] = _Lock(
            base64.b64decode(attribute(algorithm, "initialisation-vector")),
            _derivation(derived),
            cipher.endswith("gcm"),
            "sha256" if start.lower().endswith("sha256") else "sha1",
            int(attribute(entry, "size") or "0"),
        )
    return found


def _derivation(derived: Any) -> Callable[[bytes], bytes]:
    """How a key is derived. Raises ValueError for a way that is not known, or takes too long."""
    how = re.split("[#:]", attribute(derived, "key-derivation-name"))[-1].lower()
    salt, size = base64.b64decode(attribute(derived, "salt")), int(attribute(derived, "key-size") or "16")
    if how == "pbkdf2":
        rounds = int(attribute(derived, "iteration-count") or "0")
        if not 0 < rounds <= _MOST_ROUNDS:
            raise ValueError("rounds")
        return lambda started: hashlib.pbkdf2_hmac("sha1", started, salt, rounds, size)
    if how == "argon2id":
        passes, memory, lanes = (
            int(attribute(derived, f"argon2-{name}")) for name in ("iterations", "memory", "lanes")
        )
        if passes > _MOST_PASSES or memory > _MOST_MEMORY:
            raise ValueError("rounds")
        making = partial(Argon2id, salt=salt, length=size, iterations=passes, lanes=lanes, memory_cost=memory)
        return lambda started: making().derive(started)
    raise ValueError("another derivation")


def _opened(data: bytes, locks: dict[str, _Lock], password: str) -> bytes | None:
    """The file written anew without encryption; None when the password is another."""
    held = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as archive, zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as plain:
        if _PACKAGE in locks:
            return _part(archive.read(_PACKAGE), locks[_PACKAGE], password)
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
    key = lock.derive(hashlib.new(lock.start, password.encode()).digest())
    packed = _unsealed(content, lock.vector, key) if lock.sealed else _unchained(content, lock.vector, key)
    unpacking = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        plain = unpacking.decompress(packed, min(lock.size, _MOST_BYTES) + 1)
    except zlib.error:
        return None
    return plain if len(plain) == lock.size and unpacking.eof else None


def _unchained(content: bytes, vector: bytes, key: bytes) -> bytes:
    opening = Cipher(algorithms.AES(key), modes.CBC(vector)).decryptor()
    return opening.update(content) + opening.finalize()


def _unsealed(content: bytes, vector: bytes, key: bytes) -> bytes:
    """Nothing when the key is another: then the tag at the end is wrong."""
    # The vector stands before the content too (XML Encryption 1.1, 5.2.4).
    inner = content.removeprefix(vector)
    if len(inner) < _TAG:
        return b""
    try:
        return AESGCM(key).decrypt(vector, inner, None)
    except InvalidTag:
        return b""
