# SPDX-License-Identifier: AGPL-3.0-or-later
"""The pages of an attempt at a release, kept so that the next one burns anew only those that come out otherwise: their
lines are set in another way, their numbers are others, or the pages beside them became a slip sheet.

Their pictures and contents lie in the attempt's own files, which are set aside inside the unfinished folder; what is
not for anybody's eyes (how wide the hidden words are) stays in memory.
"""

from __future__ import annotations

import hashlib
import pickle
import shutil
import zlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from redactor.release.burn.composed import Composed
from redactor.release.material import PageOf
from redactor.release.sheets import Sheet, told
from redactor.release.volumes import Stored

#: The folder for the earlier attempt's files.
ASIDE = ".earlier"


class Kept:
    """Pages of documents, by document and page. ``folder`` is the unfinished release's."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        #: Of this attempt, and of the one before: what was burned, and how it lies in the files.
        self._pages: dict[PageOf, tuple[bytes, Stored, int, int, bytes]] = {}
        self._earlier: dict[PageOf, tuple[bytes, Stored, int, int, bytes]] = {}

    def keep(self, sheet: Sheet, made: bytes, page: Composed, stored: Stored) -> None:
        """Remember a page that was written, and what it was ``made`` of. Some two kilobytes of it stay in memory."""
        if sheet.ours:
            return
        picture = len(page.picture.data) if page.picture else 0
        bare = replace(page, content=b"", picture=replace(page.picture, data=b"") if page.picture else None)
        # All pages are kept at once, and of one with many boxes much is said over and over.
        place = (stored, picture, len(page.content), zlib.compress(pickle.dumps(bare), 1))
        self._pages[sheet.sha256, sheet.first] = (made, *place)

    def set_aside(self) -> None:
        """Empty the folder for the next attempt."""
        self.forget()
        aside = self._folder / ASIDE
        aside.mkdir(mode=0o700)
        for path in sorted(self._folder.iterdir()):
            if path != aside:
                path.rename(aside / path.name)
        self._earlier, self._pages = self._pages, {}

    def forget(self) -> None:
        """Remove what was set aside."""
        self._earlier = {}
        if (self._folder / ASIDE).exists():
            shutil.rmtree(self._folder / ASIDE)

    def has(self, sheet: Sheet, made: bytes) -> bool:
        """Whether the page need not be burned anew: it was made of the same."""
        before = self._earlier.get((sheet.sha256, sheet.first))
        return not sheet.ours and before is not None and before[0] == made

    def page(self, sheet: Sheet) -> Composed:
        """The page as the earlier attempt burned it."""
        _, stored, picture, content, bare = self._earlier[sheet.sha256, sheet.first]
        page: Composed = pickle.loads(zlib.decompress(bare))
        with next(path for path in _paths(self._folder / ASIDE, stored) if path.exists()).open("rb") as file:
            file.seek(stored.content)
            page = replace(page, content=file.read(content))
            if page.picture is not None:
                file.seek(stored.picture)
                page = replace(page, picture=replace(page.picture, data=file.read(picture)))
        return page


def made_of(sheet: Sheet, front: int, pages: int) -> bytes:
    """A digest of all that a page of a document is burned from besides its source: ``front`` pages come before the
    sheets, ``pages`` are there in all."""
    held = [(redaction.boxes, told(redaction).label) for redaction in sheet.held]
    numbers = [plan.numbers for plan in sheet.plans]
    where = (sheet.first, sheet.index, sheet.document, sheet.of, sheet.shift, sheet.number, front, pages)
    looks = (sheet.colour, sheet.canonical, sheet.left)
    return hashlib.sha256(repr((where, looks, numbers, held)).encode()).digest()


def _paths(aside: Path, stored: Stored) -> Iterator[Path]:
    """What the file may be called in which a page lies: one of several, the only one, or one that was not finished."""
    yield aside / f"{stored.stem}-{stored.volume}.pdf"
    yield aside / f"{stored.stem}.pdf"
    yield aside / f"{stored.stem}.part{stored.volume}"
