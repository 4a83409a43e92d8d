# SPDX-License-Identifier: AGPL-3.0-or-later
"""The office's roster: whose keys count, and for which role, signed by the office's key.

The roster is one JSON file that anybody may read and copy; the office's private key lies beside it under a
passphrase (the roster's name with ".key" added) and stays with the office.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from redactor.casefile import files
from redactor.casefile.codec import clean
from redactor.casefile.identity import public_hex, read_public, verify
from redactor.casefile.private import seal, unseal
from redactor.domain.errors import BadInput
from redactor.domain.journal import canonical
from redactor.domain.saying import say

_FORMAT = "roster"
_KEY_FORMAT = "office key"
_SIGNED = b"redactor roster "


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody the office vouches for. ``key`` is the public key, hex."""

    name: str
    role: str
    key: str


@dataclass(frozen=True, slots=True)
class Roster:
    """A roster whose signature held. ``key`` is the office's public key, hex; ``data`` the file as read."""

    office: str
    key: str
    members: tuple[Member, ...]
    data: bytes

    def vouches(self, key: str, role: str) -> bool:
        """Whether the office says that the holder of ``key`` has ``role``."""
        return any(member.key == key and member.role == role for member in self.members)


def key_path(path: Path) -> Path:
    """Where the office's private key for the roster at ``path`` lies."""
    return path.with_name(path.name + ".key")


def new_roster(path: Path, office: str, passphrase: str) -> Roster:
    """Make an empty roster and the office's key beside it.

    Raises BadInput when either file exists or cannot be written, or the name or passphrase is empty.
    """
    office = clean(" ".join(office.split()))
    if not office:
        raise BadInput("a roster needs the name of the office", do="Give it with --office")
    if path.exists():
        raise BadInput("the file exists already", str(path), "Choose another name; nothing was changed")
    private = Ed25519PrivateKey.generate()
    key = public_hex(private)
    sealed = seal(private, passphrase, [office, key])
    files.write(key_path(path), _KEY_FORMAT, {"office": office, "key": key, "private": sealed})
    try:
        return _write(path, office, private, ())
    except BadInput:
        key_path(path).unlink(missing_ok=True)
        raise


def add_member(path: Path, identity_file: Path, passphrase: str) -> Roster:
    """Put the holder of an identity file on the roster and sign it again with the office's key.

    Raises BadInput when a file is not what it should be, the passphrase is wrong, or the key is on it already.
    """
    roster = read_roster(path)
    person = read_public(identity_file)
    for member in roster.members:
        if member.key == person.key:
            raise BadInput(
                say("{member} ({role}) is on the roster already", member=member.name, role=member.role),
                str(path),
                "Nothing needs doing",
            )
    file = key_path(path)
    data = files.parse(files.read_bytes(file), _KEY_FORMAT, str(file))
    private = unseal(data.get("private"), passphrase, [roster.office, roster.key], str(file))
    if public_hex(private) != roster.key:
        raise BadInput("this is another office's key", str(file), say("Use the key of {office}", office=roster.office))
    return _write(path, roster.office, private, (*roster.members, Member(person.name, person.role, person.key)))


def read_roster(source: Path | bytes) -> Roster:
    """The roster in a file, or in a file's bytes as kept in a case. Raises BadInput unless its signature holds."""
    where = "" if isinstance(source, bytes) else str(source)
    raw = source if isinstance(source, bytes) else files.read_bytes(source)
    data = files.parse(raw, _FORMAT, where)
    office, key, signature = data.get("office"), data.get("key"), data.get("signature")
    rows = data.get("members")
    if not (isinstance(office, str) and isinstance(key, str) and isinstance(signature, str) and _are_members(rows)):
        raise BadInput("the roster is not whole", where, "Ask the office for a good copy")
    members = tuple(Member(row["name"], row["role"], row["key"]) for row in rows or ())
    if not verify(key, signature, _signed(office, key, members)):
        raise BadInput(
            "the roster has been changed after the office signed it", where, "Ask the office for a good copy"
        )
    return Roster(office, key, members, raw)


def _are_members(rows: Any) -> bool:
    return isinstance(rows, list) and all(
        isinstance(row, dict) and all(isinstance(row.get(name), str) for name in ("name", "role", "key"))
        for row in rows
    )


def _signed(office: str, key: str, members: tuple[Member, ...]) -> bytes:
    return _SIGNED + canonical([office, key, [[member.name, member.role, member.key] for member in members]])


def _write(path: Path, office: str, private: Ed25519PrivateKey, members: tuple[Member, ...]) -> Roster:
    key = public_hex(private)
    content = {
        "office": office,
        "key": key,
        "members": [{"name": member.name, "role": member.role, "key": member.key} for member in members],
        "signature": private.sign(_signed(office, key, members)).hex(),
    }
    files.write(path, _FORMAT, content, replace=bool(members), secret=False)
    return read_roster(path)
