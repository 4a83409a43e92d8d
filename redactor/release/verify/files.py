# SPDX-License-Identifier: AGPL-3.0-or-later
"""Which PDFs a released folder must hold, and which page of the release is which page of which of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from redactor.release import wording
from redactor.release.verify.expect import ExpectedSheet

#: Bytes in a megabyte.
MB = 1_000_000


@dataclass(frozen=True, slots=True)
class ExpectedFile:
    """A PDF by its name below the folder: its title, the release's number of its first page, and its pages."""

    name: str
    title: str
    first: int
    pages: int


@dataclass(frozen=True, slots=True)
class ExpectedFiles:
    """All PDFs in order; ``front`` is how many cover pages there are."""

    files: tuple[ExpectedFile, ...]
    front: int

    def place(self, number: int) -> tuple[str, int]:
        """The file that holds page ``number`` (from 1) of the release, and the page's place in it from 0."""
        for file in self.files:
            if file.first <= number < file.first + file.pages:
                return file.name, number - file.first
        return self.files[-1].name, number - self.files[-1].first

    def too_large(self, folder: Path, limit: int) -> list[str]:
        """The files with more than ``limit`` megabytes (0: there is no limit)."""
        return [
            file.name
            for file in self.files
            if limit and (folder / file.name).is_file() and (folder / file.name).stat().st_size > limit * MB
        ]


def expected_files(
    folder: Path, layout: str, sheets: Sequence[ExpectedSheet], title: str, count: Callable[[Path], int]
) -> ExpectedFiles:
    """Work out the files from the plan's sheets; only how a part was split into volumes, and how many cover pages
    there are, is taken from the folder. ``count`` gives a file's number of pages."""
    if layout == "bundle":
        names = _volumes(folder, "bundle")
        counts = [count(folder / name) for name in names]
        front = max(sum(counts) - len(sheets), 1)
        counts[-1] = front + len(sheets) - sum(counts[:-1])
        return ExpectedFiles(tuple(_numbered(names, counts, title, 1)), front)
    front = max(count(folder / "contents.pdf"), 1)
    files = [ExpectedFile("contents.pdf", title, 1, front)]
    first = front + 1
    for document, pages in sorted(Counter(sheet.document for sheet in sheets).items()):
        names = _volumes(folder, f"documents/{document:04d}")
        counts = [count(folder / name) for name in names[:-1]]
        counts.append(pages - sum(counts))
        own = f"{title}, {wording.DOCUMENT_SLIP.format(document=document)}"
        files += _numbered(names, counts, own, first)
        first += pages
    return ExpectedFiles(tuple(files), front)


def _volumes(folder: Path, stem: str) -> list[str]:
    """The one file, or its volumes as far as they are numbered without a gap."""
    whole = f"{stem}.pdf"
    found: list[str] = []
    while (folder / f"{stem}-{len(found) + 1}.pdf").is_file():
        found.append(f"{stem}-{len(found) + 1}.pdf")
    return [whole] if len(found) < 2 or (folder / whole).is_file() else found


def _numbered(names: Sequence[str], counts: Sequence[int], title: str, first: int) -> list[ExpectedFile]:
    files = []
    for number, (name, pages) in enumerate(zip(names, counts, strict=True), start=1):
        own = title if number == 1 else f"{title}, {wording.VOLUME.format(volume=number)}"
        files.append(ExpectedFile(name, own, first, pages))
        first += pages
    return files
