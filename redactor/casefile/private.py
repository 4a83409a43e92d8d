# SPDX-License-Identifier: AGPL-3.0-or-later
"""An Ed25519 private key under a passphrase, as JSON.

scrypt (RFC 7914) makes the key that AES-256-GCM encrypts with; what stands beside the private key in the file is
bound to it as associated data, so that a name or role edited in the file is found when it is opened.
"""

from __future__ import annotations

import base64
import secrets
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

from redactor.casefile.keys import passphrase_bytes
from redactor.domain.errors import BadInput
from redactor.domain.journal import canonical
from redactor.domain.saying import say

# 64 MiB and about 0.2 s a try.
_N, _R, _P = 1 << 16, 8, 1
#: What a file may ask for at most (1 GiB): a file from elsewhere must not be able to use up the memory.
_MOST_N = 1 << 20


def seal(private: Ed25519PrivateKey, passphrase: str, beside: Any) -> dict[str, Any]:
    """The private key encrypted; ``beside`` is bound to it. Raises BadInput for an empty passphrase."""
    return seal_bytes(private.private_bytes_raw(), passphrase, beside)


def seal_bytes(secret: bytes, passphrase: str, beside: Any) -> dict[str, Any]:
    """Any bytes encrypted in the same way."""
    salt, nonce = secrets.token_bytes(16), secrets.token_bytes(12)
    key = _derive(passphrase, salt, _N, _R, _P)
    sealed = AESGCM(key).encrypt(nonce, secret, canonical(beside))
    return {
        "scrypt": {"n": _N, "r": _R, "p": _P, "salt": _text(salt)},
        "aes-256-gcm": {"nonce": _text(nonce), "sealed": _text(sealed)},
    }


def unseal(data: Any, passphrase: str, beside: Any, where: str) -> Ed25519PrivateKey:
    """The private key out of what :func:`seal` made.

    Raises BadInput when the passphrase is wrong, the file was changed, or is no such file.
    """
    return Ed25519PrivateKey.from_private_bytes(unseal_bytes(data, passphrase, beside, where))


def unseal_bytes(data: Any, passphrase: str, beside: Any, where: str, what: str = "private key") -> bytes:
    """What :func:`seal_bytes` sealed. Raises BadInput like :func:`unseal`."""
    try:
        kdf, box = data["scrypt"], data["aes-256-gcm"]
        n, r, p = int(kdf["n"]), int(kdf["r"]), int(kdf["p"])
        salt, nonce, sealed = (_bytes(text) for text in (kdf["salt"], box["nonce"], box["sealed"]))
        if not (1 < n <= _MOST_N and n & (n - 1) == 0 and 0 < r <= 8 and 0 < p <= 4 and len(nonce) == 12):
            raise ValueError("settings out of range")
    except (KeyError, TypeError, ValueError):
        raise BadInput(
            say("the {what} in this file cannot be read", what=what), where, "Give the file as it was made"
        ) from None
    key = _derive(passphrase, salt, n, r, p)
    try:
        return AESGCM(key).decrypt(nonce, sealed, canonical(beside))
    except InvalidTag:
        raise BadInput(
            "the passphrase is wrong, or the file has been changed", where, "Try again, or use the last good copy"
        ) from None


def _derive(passphrase: str, salt: bytes, n: int, r: int, p: int) -> bytes:
    return Scrypt(salt=salt, length=32, n=n, r=r, p=p).derive(passphrase_bytes(passphrase))


def _text(data: bytes) -> str:
    return base64.b64encode(data).decode("ascii")


def _bytes(text: str) -> bytes:
    return base64.b64decode(text, validate=True)
