# SPDX-License-Identifier: AGPL-3.0-or-later
"""The key of a case: from its passphrase, or from the office's file of recovery keys.

The key is derived exactly as SQLCipher 4 derives it (PBKDF2-HMAC-SHA512, 256,000 rounds, the salt in the
file's first 16 bytes), so any stock SQLCipher opens a case with the passphrase alone. A passphrase never
appears in an error: not in its text and not in its chain.
"""

from __future__ import annotations

import hashlib
import re
import secrets
import unicodedata
from pathlib import Path
from typing import Any

from redactor.casefile import files
from redactor.casefile.lock import WriteLock
from redactor.domain.errors import BadInput
from redactor.domain.saying import say

SALT_BYTES = 16
_ROUNDS = 256_000
_KEY_BYTES = 32
_FORMAT = "recovery key"


def passphrase_bytes(passphrase: str) -> bytes:
    """The bytes of a passphrase: UTF-8, composed (NFC), so that every keyboard gives the same.

    Raises BadInput when it is empty or no text.
    """
    if not passphrase:
        raise BadInput("no passphrase was given", do="Type one; a file that gives it must not be empty")
    try:
        # Bytes of an environment variable that are no UTF-8 arrive as surrogates; they go back to what they were.
        data = unicodedata.normalize("NFC", passphrase).encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        data = b""
    if not data:
        raise BadInput("the passphrase holds characters that are no text", do="Use letters, digits and punctuation")
    return data


def derive(passphrase: str, salt: bytes) -> str:
    """The raw key and salt as SQLCipher takes them, 96 hex digits. Takes 0.2 to 0.5 s, on purpose."""
    key = hashlib.pbkdf2_hmac("sha512", passphrase_bytes(passphrase), salt, _ROUNDS, _KEY_BYTES)
    return key.hex() + salt.hex()


def new_salt() -> bytes:
    """A random salt that cannot be taken for the start of a known kind of file."""
    while True:
        salt = secrets.token_bytes(SALT_BYTES)
        if not looks_like_something_else(salt):
            return salt


def looks_like_something_else(head: bytes) -> str:
    """What a file starting with these 16 bytes is, when it is surely no case ("" when it may be one)."""
    for magic, name in (
        (b"SQLite format 3", "a database that is not encrypted"),
        (b"%PDF", "a PDF"),
        (b"PK\x03\x04", "a ZIP or Office file"),
        (b"\x89PNG", "a picture"),
        (b"\xff\xd8\xff", "a picture"),
    ):
        if head.startswith(magic):
            return name
    if all(byte in b"\t\n\r" or 0x20 <= byte < 0x7F for byte in head):
        return "a text file"
    return "an empty or wiped file" if not any(head) else ""


def add_recovery(path: Path, raw_key: str) -> None:
    """Write a case's raw key into the recovery file, making the file (owner only) when there is none.

    Raises BadInput when the file is another kind of file, or cannot be written.
    """
    key, salt = raw_key[: 2 * _KEY_BYTES], raw_key[2 * _KEY_BYTES :]
    # Two cases made at once must both end up in it.
    try:
        lock = WriteLock.acquire(path)
    except OSError as error:
        raise BadInput(
            say("the recovery key cannot be written ({reason})", reason=error.strerror),
            str(path),
            "Choose a folder you may write to",
        ) from error
    if lock is None:
        raise BadInput("the file of recovery keys is in use", str(path), "Wait a moment and try again")
    try:
        cases = _cases(path) if path.exists() else {}
        files.write(path, _FORMAT, {"cases": {**cases, salt: key}}, replace=True)
    finally:
        lock.release()


def remove_recovery(path: Path, salt: bytes) -> bool:
    """Take the key of the case with this salt out of the recovery file; False when it was not in it.

    Raises BadInput when the file is another kind of file, is in use or cannot be written."""
    lock = WriteLock.acquire(path)
    if lock is None:
        raise BadInput("the file of recovery keys is in use", str(path), "Wait a moment and try again")
    try:
        cases = _cases(path)
        if salt.hex() not in cases:
            return False
        files.write(path, _FORMAT, {"cases": {s: key for s, key in cases.items() if s != salt.hex()}}, replace=True)
        return True
    finally:
        lock.release()


def recovered(path: Path, salt: bytes) -> str:
    """The raw key and salt of the case with this salt. Raises BadInput when the file does not have it."""
    key = _cases(path).get(salt.hex())
    if not isinstance(key, str) or not re.fullmatch("[0-9a-f]{64}", key):
        raise BadInput("this file holds no recovery key for this case", str(path), "Check that it is the right one")
    return key + salt.hex()


def _cases(path: Path) -> dict[str, Any]:
    cases = files.parse(files.read_bytes(path), _FORMAT, str(path)).get("cases")
    if not isinstance(cases, dict):
        raise BadInput("the file of recovery keys is not whole", str(path), "Use the last good copy")
    return cases
