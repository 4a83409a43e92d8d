# SPDX-License-Identifier: AGPL-3.0-or-later
"""Files inside a PDF that no list of attachments names: associated with a page, a picture or a part of its structure,
assets of rich media, targets of links into the file (ISO 32000-2, 14.13; ISO 32000-1, 7.11.4).

They are found by what a file specification must have, wherever it stands: the key EF, which leads to the data.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from redactor.bundle.held import Raw
from redactor.bundle.mupdf.rawobjects import raw_objects

_HELD = re.compile(rb"/EF\s*(?:<<(.*?)>>|(\d+)\s+\d+\s+R)", re.DOTALL)
_REFERENCE = re.compile(rb"(\d+)\s+\d+\s+R")


def associated_files(document: Any, data: Raw) -> Iterator[tuple[str, Callable[[], bytes]]]:
    """Names, and functions that read the data, of all embedded files; ``data`` are the document's bytes, deciphered.

    A file that an attachment list names comes here too; an embedded stream comes once."""
    seen: set[int] = set()
    bodies = {item.number: item.body for item in raw_objects(data) if item.number and b"/" in item.body}
    for number, body in bodies.items():
        if b"/EF" not in body:
            continue
        for found in _HELD.finditer(body):
            held = found[1] if found[1] is not None else bodies.get(int(found[2]), b"")
            for reference in _REFERENCE.findall(held):
                stream = int(reference)
                if stream not in seen:
                    seen.add(stream)
                    yield _name(document, number), partial(_data, document, stream)


def _name(document: Any, number: int) -> str:
    """What the file specification calls the file, where the object is one."""
    for key in ("UF", "F", "Desc"):
        kind, value = document.xref_get_key(number, key)
        if kind == "string" and value.strip():
            return str(value).strip()
    return "attachment"


def _data(document: Any, stream: int) -> bytes:
    return document.xref_stream(stream) or b""
