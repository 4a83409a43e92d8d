# SPDX-License-Identifier: AGPL-3.0-or-later
"""An office's lists in one file under a passphrase, outside any case."""

from __future__ import annotations

import json
from pathlib import Path

from redactor.casefile import files
from redactor.casefile.private import seal_bytes, unseal_bytes
from redactor.domain.errors import BadInput
from redactor.domain.journal import canonical
from redactor.domain.office import OfficeLists

_FORMAT = "office"


def save_office(path: Path, lists: OfficeLists, passphrase: str, *, replace: bool = False) -> None:
    """Write the lists, whole or not at all. Raises BadInput when the file exists (unless ``replace``) or the
    passphrase is empty."""
    content = {"office": lists.office, "lists": seal_bytes(canonical(lists.to_json()), passphrase, lists.office)}
    files.write(path, _FORMAT, content, replace=replace)


def load_office(path: Path, passphrase: str) -> OfficeLists:
    """The lists in a file. Raises BadInput when it is none, was changed, or the passphrase is wrong."""
    data = files.parse(files.read_bytes(path), _FORMAT, str(path))
    raw = unseal_bytes(data.get("lists"), passphrase, data.get("office"), str(path), "list")
    try:
        return OfficeLists.from_json(json.loads(raw))
    except (ValueError, KeyError, TypeError):
        raise BadInput("the office's lists are not whole", str(path), "Use the last good copy") from None
