# SPDX-License-Identifier: AGPL-3.0-or-later
"""A released PDF that is opened anew every so many objects: its reader keeps all it has looked at, some 1.6 kB an
object, and a bundle may have millions.

Objects are held by their place (number and generation), never themselves, from one :meth:`Reopened.rest` to the next.
"""

from __future__ import annotations

import re
from pathlib import Path
from types import TracebackType
from typing import Any

import pikepdf

#: Objects with numbers near each other lie packed together in so many, and are read together.
TOGETHER = 200
#: So many of those packs are read before the file is opened anew: about 30 MB.
MOST = 100
#: An object's number and generation.
Place = tuple[int, int]
_REFERENCES = re.compile(rb"\[ ?(?:[1-9]\d* \d+ R ?)*\]")
_REFERENCE = re.compile(rb"(\d+) (\d+) R")


def places(things: Any) -> list[Place]:
    """Where the objects of an array are, without reading any. Raises ValueError when one is no object of its own."""
    told = things.unparse(resolved=True)
    if not _REFERENCES.fullmatch(told):
        raise ValueError("not objects of their own")
    return [(int(number), int(generation)) for number, generation in _REFERENCE.findall(told)]


class Reopened:
    """The PDF at ``path``. ``warnings`` counts the reader's."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._looked: set[int] = set()
        self.warnings = 0
        self.pdf = self._open()

    def _open(self) -> pikepdf.Pdf:
        # What pages inherit is not handed down to them: that would read the whole file, and we write nothing of it.
        return pikepdf.open(self._path, suppress_warnings=True, inherit_page_attributes=False)

    def looked_at(self, number: int) -> None:
        """Note that an object was."""
        self._looked.add(number // TOGETHER)

    def at(self, place: Place) -> Any:
        """The object at a place."""
        self.looked_at(place[0])
        return self.pdf.get_object(*place)

    def rest(self) -> None:
        """A point at which nobody holds an object of the file."""
        if len(self._looked) >= MOST:
            self._close()
            self._looked = set()
            self.pdf = self._open()

    def _close(self) -> None:
        self.warnings += len(self.pdf.get_warnings())
        self.pdf.close()

    def __enter__(self) -> Reopened:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._close()
