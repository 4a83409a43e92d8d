# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the window is told of documents: those of the release, what is proposed of them, and what was not taken in."""

from __future__ import annotations

from dataclasses import dataclass

#: A document of the release by its file and its first page.
PartKey = tuple[str, int]


@dataclass(frozen=True, slots=True)
class ConfirmRow:
    """What the index would say of a document once it is confirmed; ``held`` keeps its heading out of it."""

    key: PartKey
    name: str
    said: str
    held: str = ""


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """One document of the release: ``pages`` pages from page ``first`` of a file. ``title`` is what the index prints,
    ``proposed`` what the program would say and why; ``left`` is how many of its pages are left out."""

    sha256: str
    name: str
    pages: int
    parent: str = ""
    converter: str = ""  # what made its pages, where it came as a file of another kind
    left_out: tuple[str, ...] = ()  # what of that file its pages do not show
    first: int = 1
    number: int = 0
    title: str = ""
    own_title: str = ""
    date: str = ""
    kind: str = ""
    section: str = ""
    proposed: str = ""
    proposed_why: str = ""
    proposed_date: str = ""
    proposed_kind: str = ""
    left: int = 0
    reason: str = ""
    late: bool = False
    split: bool = False
    languages: str = ""  # in which its scans are read ("Welsh and English"), where somebody chose
    looks_welsh: bool = False
    welsh_pages: tuple[int, ...] = ()  # of a document not read so as a whole, the pages chosen by themselves

    @property
    def key(self) -> PartKey:
        return (self.sha256, self.first)

    def holds(self, page: int) -> bool:
        """True for a page of the file that belongs to this document."""
        return self.first <= page < self.first + self.pages


@dataclass(frozen=True, slots=True)
class GivenRow:
    """A file that was given and is not in the case. ``open``: it stands under To do; ``settled`` is what was said."""

    file: str
    status: str
    problem: str
    open: bool
    settled: str = ""
