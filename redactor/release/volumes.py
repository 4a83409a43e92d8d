# SPDX-License-Identifier: AGPL-3.0-or-later
"""The PDFs of a release as they are written: one file, or as many as a size limit needs, page numbers going on."""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO, NamedTuple

from redactor.domain.errors import BadInput
from redactor.domain.saying import say
from redactor.release import wording
from redactor.release.burn.bundle import Bundle
from redactor.release.burn.composed import Composed

#: Bytes in a megabyte as mail systems and portals count it.
MB = 1_000_000


class Stored(NamedTuple):
    """Where the data of a page lie: the part's name below the folder, which of its files from 1, and the places in it
    where those of its picture and of its content start."""

    stem: str
    volume: int
    picture: int
    content: int


class Volumes:
    """One or more PDFs in ``folder``, called ``stem``.pdf, or ``stem``-1.pdf, ``stem``-2.pdf and so on when there is
    more than one. ``first_page`` is the release's number of the first page; ``limit`` the most bytes of a file
    (0: any).
    """

    def __init__(self, folder: Path, stem: str, title: str, first_page: int = 1, limit: int = 0) -> None:
        self._folder, self._stem, self._title = folder, stem, title
        self._page, self._limit = first_page, limit
        self._section = ""
        self._files: list[Path] = []
        self._out: BinaryIO | None = None
        self._bundle: Bundle | None = None
        self._empty = True
        #: The names of the files below the folder, when all are written.
        self.names: list[str] = []

    def section(self, name: str) -> None:
        """Start a part: the cover, or a document. The next page is its first."""
        self._section = name
        if self._bundle is not None:
            self._bundle.section(name)

    def add(self, page: Composed) -> Stored:
        """Write a page, in a new file when it would make this one too large. Raises BadInput for a page that is
        larger than a file may be by itself."""
        if self._bundle is not None and self._limit and not self._empty and self._bundle.size_with(page) > self._limit:
            self._close()
        bundle = self._bundle or self._open()
        if self._limit and self._empty and bundle.size_with(page) > self._limit:
            needed = -(-bundle.size_with(page) // MB)
            raise BadInput(
                say("a page alone is larger than a file may be ({needed} MB)", needed=needed),
                say("page {page} of the release", page=self._page),
                say("Choose a larger limit: redactor settings CASE --volume-mb {needed} --as ID", needed=needed + 1),
            )
        stored = bundle.add(page)
        self._empty = False
        self._page += 1
        return Stored(self._stem, len(self._files), *stored)

    def __enter__(self) -> Volumes:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, where: object) -> None:
        """Finish the last file and give all of them their names; when something went wrong, only let go of it."""
        if kind is not None:
            if self._out is not None:
                self._out.close()
            return
        self._close()
        self.names = [f"{self._stem}.pdf"]
        if len(self._files) > 1:
            self.names = [f"{self._stem}-{number}.pdf" for number in range(1, len(self._files) + 1)]
        for path, name in zip(self._files, self.names, strict=True):
            path.rename(self._folder / name)

    def _open(self) -> Bundle:
        number = len(self._files) + 1
        path = self._folder / f"{self._stem}.part{number}"
        self._files.append(path)
        self._out = path.open("wb")
        title = self._title if number == 1 else f"{self._title}, {wording.VOLUME.format(volume=number)}"
        self._bundle = Bundle(self._out, title, self._page)
        self._bundle.section(self._section)
        self._empty = True
        return self._bundle

    def _close(self) -> None:
        if self._bundle is None or self._out is None:
            return
        self._bundle.finish()
        self._out.close()
        self._bundle = self._out = None
