# SPDX-License-Identifier: AGPL-3.0-or-later
"""Who decides: a name, a role and an Ed25519 key under a passphrase, in one JSON file a person keeps.

Anybody can make an identity with any name and role: it proves that the same key signed, not who holds it. Rank
comes from a roster (:mod:`redactor.casefile.roster`).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from redactor.casefile import files
from redactor.casefile.codec import clean
from redactor.casefile.private import seal, unseal
from redactor.domain.errors import BadInput
from redactor.domain.journal import Actor, canonical
from redactor.domain.saying import say

#: The roles an identity can have.
ROLES = ("caseworker", "team-lead")
_FORMAT = "identity"
_CLAIM = b"redactor identity "


@dataclass(frozen=True)
class Identity:
    """A person who can sign. ``key`` is the public key, 64 hex digits."""

    name: str
    role: str
    key: str
    _private: Ed25519PrivateKey = field(repr=False, compare=False)

    @property
    def actor(self) -> Actor:
        return Actor(self.name, self.role, self.key)

    def sign(self, data: bytes) -> str:
        """The Ed25519 signature over ``data``, 128 hex digits."""
        return self._private.sign(data).hex()


@dataclass(frozen=True, slots=True)
class PublicIdentity:
    """What an identity file says to anybody: no passphrase needed, nothing can be signed."""

    name: str
    role: str
    key: str


def new_identity(path: Path, name: str, role: str, passphrase: str) -> Identity:
    """Make an identity and write it to ``path``, a new file only its owner may read.

    Raises BadInput when the file exists or cannot be written, the name or passphrase is empty, or the role unknown.
    """
    name = clean(" ".join(name.split()))
    if not name:
        raise BadInput("an identity needs a name", do="Give it with --name")
    if role not in ROLES:
        raise BadInput(
            say("there is no role '{role}'", role=role), do=say("Use one of: {known}", known=", ".join(ROLES))
        )
    private = Ed25519PrivateKey.generate()
    identity = Identity(name, role, public_hex(private), private)
    beside = [name, role, identity.key]
    content = {
        "name": name,
        "role": role,
        "key": identity.key,
        # So that whoever puts it on a roster knows that the holder of the key gave this name and role.
        "claim": identity.sign(_CLAIM + canonical(beside)),
        "private": seal(private, passphrase, beside),
    }
    files.write(path, _FORMAT, content)
    return identity


def load_identity(path: Path, passphrase: str) -> Identity:
    """The identity in a file. Raises BadInput when it is none, was changed, or the passphrase is wrong."""
    data = files.parse(files.read_bytes(path), _FORMAT, str(path))
    public = _public(data, path)
    beside = [public.name, public.role, public.key]
    private = unseal(data.get("private"), passphrase, beside, str(path))
    if public_hex(private) != public.key:
        raise BadInput("the two halves of the key do not belong together", str(path), "Use the last good copy")
    return Identity(public.name, public.role, public.key, private)


def read_public(path: Path) -> PublicIdentity:
    """Name, role and key of the identity in a file, as the holder of the key claimed them.

    Raises BadInput when it is no identity file or was changed.
    """
    return _public(files.parse(files.read_bytes(path), _FORMAT, str(path)), path)


def verify(key: str, signature: str, data: bytes) -> bool:
    """Whether ``signature`` (hex) over ``data`` was made with the private half of ``key`` (hex)."""
    try:
        Ed25519PublicKey.from_public_bytes(bytes.fromhex(key)).verify(bytes.fromhex(signature), data)
    except (ValueError, InvalidSignature):
        return False
    return True


def public_hex(private: Ed25519PrivateKey) -> str:
    return private.public_key().public_bytes_raw().hex()


def _public(data: dict[str, Any], path: Path) -> PublicIdentity:
    name, role, key, claim = (data.get(field) for field in ("name", "role", "key", "claim"))
    if not all(isinstance(value, str) and value for value in (name, role, key, claim)) or role not in ROLES:
        raise BadInput("this is no whole identity file", str(path), "Give the file that 'identity new' made")
    if not verify(str(key), str(claim), _CLAIM + canonical([name, role, key])):
        raise BadInput("the identity file has been changed", str(path), "Use the last good copy")
    return PublicIdentity(str(name), str(role), str(key))
