# SPDX-License-Identifier: AGPL-3.0-or-later
"""The files a person gives: every one below the folders they name, and what could not even be looked at."""

from __future__ import annotations

import hashlib
import os
import re
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from redactor.domain.errors import BadInput

#: What operating systems and Office leave in folders; on record, and of no concern to anybody.
_LITTER = re.compile(r"thumbs\.db|desktop\.ini|\.ds_store|\._.*|~\$.*|\.localized|\.directory", re.IGNORECASE)
#: Bytes of one file at most: more than any scan of a whole record.
MOST_BYTES = 1 << 30
#: Of an Outlook data file, which is read an item at a time where it lies.
_MOST_OF_A_STORE, _STORE = 50 << 30, b"!BDN"


@dataclass(frozen=True, slots=True)
class Given:
    """A file to take in, by the name it goes by in the case (its path below the folder that was given)."""

    path: Path
    name: str
    problem: str = ""
    litter: bool = False


def given_files(paths: Sequence[Path]) -> list[Given]:
    """Every file of ``paths`` in a steady order. What cannot be read or is no file comes with its problem.

    Raises BadInput for a path that does not exist, and when there is no file at all.
    """
    for path in paths:
        if not path.exists():
            raise BadInput("there is no such file or folder", str(path), "Check the name and try again")
    found: list[Given] = []
    for path in paths:
        found += list(_below(path)) if path.is_dir() else [Given(path, path.name, _unusual(path))]
    if not any(not given.litter for given in found):
        where = str(paths[0]) if len(paths) == 1 else f"{len(paths)} paths"
        raise BadInput(
            "there are no documents in this folder", where, "Choose the folder that holds the case documents"
        )
    return found


def _below(top: Path) -> Iterator[Given]:
    failed: list[OSError] = []
    for folder, folders, names in os.walk(top, onerror=failed.append):
        folders.sort()
        here = Path(folder)
        for name in list(folders):
            if (here / name).is_symlink():
                folders.remove(name)
                yield Given(
                    here / name, _name(here / name, top), "this is a link to another folder. Add that folder itself"
                )
        for name in sorted(names):
            path = here / name
            yield Given(path, _name(path, top), _unusual(path), bool(_LITTER.fullmatch(name)))
    for error in failed:
        path = Path(str(error.filename))
        yield Given(
            path, _name(path, top), f"the folder cannot be read ({error.strerror}). Ask for the right to read it"
        )


def _name(path: Path, top: Path) -> str:
    name = path.relative_to(top).as_posix()
    # A name in bytes that are no text would otherwise fit in neither the journal nor on the screen.
    return name.encode("utf-8", "replace").decode("utf-8")


def _unusual(path: Path) -> str:
    """Why the file is not even opened; "" when it is one like any other."""
    try:
        known = path.stat()
    except OSError as error:
        return f"it cannot be read from disk ({error.strerror}). Copy it to this PC and add it again"
    if not stat.S_ISREG(known.st_mode):
        return "it is not a file but a device or a pipe"
    if known.st_size > MOST_BYTES and not (known.st_size <= _MOST_OF_A_STORE and _starts_with(path, _STORE)):
        return f"it is larger than {MOST_BYTES >> 20} MB. Cut it into parts and add those"
    return ""


def _starts_with(path: Path, sign: bytes) -> bool:
    try:
        with path.open("rb") as file:
            return file.read(len(sign)) == sign
    except OSError:
        return False


def hash_of(path: Path) -> tuple[str, int]:
    """SHA-256 (hex) and size of a file that is not taken in; ("", 0) when it cannot be read."""
    digest = hashlib.sha256()
    size = 0
    try:
        if not path.is_file():
            return "", 0
        with path.open("rb") as file:
            while chunk := file.read(1 << 20):
                digest.update(chunk)
                size += len(chunk)
    except OSError:
        return "", 0
    return digest.hexdigest(), size
