# SPDX-License-Identifier: AGPL-3.0-or-later
"""Destroy a case file on this machine: first what its key hangs on, then every byte, then its name.

The key is derived from the passphrase and the salt in the file's first 16 bytes, so a copy of the rest is of no use to
anybody once the salt is gone. Overwriting says nothing of backups, snapshots, or what a disk keeps of its own accord.
"""

from __future__ import annotations

import hashlib
import os
import secrets
from dataclasses import dataclass
from pathlib import Path

from redactor.casefile import keys
from redactor.casefile.lock import WriteLock
from redactor.domain.errors import BadInput, Refused
from redactor.domain.saying import say

_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class Destroyed:
    """What was destroyed: the file's SHA-256 (hex) and bytes as it last stood; whether a recovery key went too."""

    sha256: str
    size: int
    recovery: bool


def destroy(path: Path, recovery: Path | None = None) -> Destroyed:
    """Destroy a case that is closed; ``recovery`` is the office's file of recovery keys, out of which its key goes.

    Raises Refused while somebody has the case open, BadInput when it cannot be written to. Nothing is destroyed then.
    """
    real = path.resolve()
    try:
        lock = WriteLock.acquire(real)
    except OSError as error:
        raise BadInput("its folder cannot be written to", str(path), "Ask for the right to delete there") from error
    if lock is None:
        raise Refused("somebody has this case open", str(path), "Have it closed everywhere, then try again")
    try:
        with real.open("r+b") as file:
            digest, size = hashlib.file_digest(file, "sha256").hexdigest(), real.stat().st_size
            file.seek(0)
            salt = file.read(keys.SALT_BYTES)
            # The recovery key first: should its file refuse, the case is still whole.
            gone = keys.remove_recovery(recovery, salt) if recovery is not None else False
            _overwrite(file.fileno(), min(size, 4096))
            _overwrite(file.fileno(), size)
        for each in (real, real.with_name(real.name + "-journal"), *([path] if path.is_symlink() else [])):
            each.unlink(missing_ok=True)
        return Destroyed(digest, size, gone)
    except OSError as error:
        raise BadInput(
            say("the case file could not be destroyed ({reason})", reason=error.strerror),
            str(path),
            "Look at it and try again",
        ) from error
    finally:
        lock.release()


def _overwrite(fd: int, size: int) -> None:
    """Random bytes over the first ``size`` bytes, on the disk when this returns."""
    os.lseek(fd, 0, os.SEEK_SET)
    left = size
    while left > 0:
        left -= os.write(fd, secrets.token_bytes(min(left, _CHUNK)))
    os.fsync(fd)
