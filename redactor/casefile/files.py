# SPDX-License-Identifier: AGPL-3.0-or-later
"""Small files of ours beside the case: identities, rosters, recovery keys. JSON, each saying what it is."""

from __future__ import annotations

import json
import os
import secrets
from pathlib import Path
from typing import Any

from redactor.domain.errors import BadInput
from redactor.domain.journal import canonical
from redactor.domain.saying import say


def read_bytes(path: Path) -> bytes:
    """Raises BadInput when the file cannot be read."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise BadInput(
            say("the file cannot be read ({reason})", reason=error.strerror), str(path), "Check the path"
        ) from error


def parse(data: bytes, kind: str, where: str = "") -> dict[str, Any]:
    """The JSON of a file of ours. Raises BadInput when it is another kind of file, or of a newer version."""
    try:
        content = json.loads(data)
        # Lone surrogates and numbers that are none could be neither signed nor kept.
        canonical(content)
    except (ValueError, RecursionError):
        content = None
    article = "an" if kind[0] in "aeiou" else "a"
    if not isinstance(content, dict) or content.get("redactor") != kind:
        raise BadInput(
            say("this is not {article} {kind} file", article=article, kind=kind),
            where,
            say("Give {article} {kind} file as Redactor made it", article=article, kind=kind),
        )
    if content.get("version") != 1:
        raise BadInput(say("this {kind} file is of a newer version", kind=kind), where, "Use a newer Redactor")
    return content


def write(path: Path, kind: str, content: dict[str, Any], *, replace: bool = False, secret: bool = True) -> None:
    """Write a file of ours, whole or not at all; a ``secret`` one only its owner may read.

    Raises BadInput when it exists (unless ``replace``) or cannot be written.
    """
    text = json.dumps({"redactor": kind, "version": 1, **content}, indent=1, ensure_ascii=False)
    try:
        if not replace and path.exists():
            raise BadInput("the file exists already", str(path), "Choose another name; nothing was changed")
        _write(path, text.encode(), 0o600 if secret else 0o644)
    except OSError as error:
        raise BadInput(
            say("the file cannot be written ({reason})", reason=error.strerror),
            str(path),
            "Choose a folder you may write to",
        ) from error


def _write(path: Path, data: bytes, mode: int) -> None:
    temporary = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    fd = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), mode)
    try:
        with os.fdopen(fd, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
