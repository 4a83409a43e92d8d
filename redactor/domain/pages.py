# SPDX-License-Identifier: AGPL-3.0-or-later
"""What was read from a document: words with boxes, and text in other places than the page."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from redactor.domain.geometry import Box, merged_by_line
from redactor.domain.words import Word as Word
from redactor.domain.words import WordSource as WordSource
from redactor.domain.words import joined, starts, text_of


class Where(StrEnum):
    """The kind of place a piece of text was found in."""

    PAGE = "page"
    FORM_FIELD = "form_field"
    ANNOTATION = "annotation"
    BOOKMARK = "bookmark"
    METADATA = "metadata"
    FILENAME = "filename"
    ATTACHMENT = "attachment"
    HIDDEN_TEXT = "hidden_text"


class PageStatus(StrEnum):
    """How far reading a page has come. UNREADABLE blocks submission until a person has looked."""

    PENDING = "pending"
    NEEDS_OCR = "needs_ocr"
    READ = "read"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class Place:
    """Text that is not among the page's words: a field's value, a comment, a bookmark, hidden text...

    ``page`` counts from 1, or is None for the whole document. ``boxes`` are where it shows on that page
    (empty when it does not show). ``detail`` names the place ("field 'Next of kin'", "author").
    """

    where: Where
    text: str
    page: int | None = None
    boxes: tuple[Box, ...] = ()
    detail: str = ""


class Origin(NamedTuple):
    """Where a unit's text stands. ``page`` 0: the document itself; ``place`` None: the page's own words."""

    document: str
    page: int
    place: Place | None


class PictureKind(StrEnum):
    """What a part of a picture looks like."""

    PHOTOGRAPH = "photograph"
    SIGNATURE = "signature"


class Region(NamedTuple):
    """A part of the page, in points as displayed, that looks like ``kind``."""

    kind: PictureKind
    box: Box


@dataclass(frozen=True)
class PageContent:
    """One page as read. ``page`` counts from 1; ``width`` and ``height`` in points as displayed.

    ``words`` include the visible text of form fields and annotations, since those are drawn into the
    page. ``needs_eyes`` says in plain words why a person must look at the page itself ("" when not).
    """

    page: int
    width: float
    height: float
    words: Sequence[Word] = ()
    places: tuple[Place, ...] = ()
    status: PageStatus = PageStatus.READ
    problem: str = ""
    needs_eyes: str = ""
    engine: str = ""
    extras: dict[str, str] = field(default_factory=dict)

    @cached_property
    def offsets(self) -> tuple[int, ...]:
        """The character offset in :attr:`text` at which each word starts."""
        return starts(self.words)

    @cached_property
    def text(self) -> str:
        """The words in reading order: a blank between words, "\\n" between lines, "\\n\\n" between blocks."""
        return joined(self.words)

    def words_between(self, start: int, end: int) -> range:
        """The indexes of the words that share a character with ``text[start:end]``."""
        first = max(bisect_right(self.offsets, start) - 1, 0)
        while first < len(self.words) and self.offsets[first] + len(text_of(self.words, first)) <= start:
            first += 1
        return range(first, max(bisect_left(self.offsets, end), first))

    def boxes_between(self, start: int, end: int) -> tuple[Box, ...]:
        """Boxes over ``text[start:end]``, one a line.

        A word that is only partly inside ("Kayleigh's," for "Kayleigh") is cut in proportion to its
        letters and only at its ends; the cut leaves half a letter more than needed on the safe side.
        """
        boxes: list[Box] = []
        for index in self.words_between(start, end):
            word, offset = self.words[index], self.offsets[index]
            boxes.append(_cut(word, start - offset, end - offset))
        return tuple(box.rounded() for box in merged_by_line(boxes))


#: Signs as wide as a letter: where they end is not to be guessed from a narrow bracket's or comma's width.
_WIDE = "+&@#%=*~€$£<>_"


def _cut(word: Word, start: int, end: int) -> Box:
    """The part of a word's box that holds ``word.text[start:end]``; whole when the rest is letters."""
    length = len(word.text)
    if start <= 0 and end >= length:
        return word.box
    start, end = max(start, 0), min(end, length)
    rest = word.text[:start] + word.text[end:].removeprefix("’s").removeprefix("'s")
    if any(c.isalnum() or c in _WIDE for c in rest):
        return word.box
    # Punctuation is narrow: a third of a letter is a safe guess, and erring keeps more covered, not less.
    units = sum(1.0 if c.isalnum() else 0.3 for c in word.text) or 1.0
    before = sum(0.3 for _ in word.text[:start])
    after = sum(0.3 for _ in word.text[end:]) if not word.text[end:].startswith(("’s", "'s")) else 0.0
    step = word.box.width / units
    return Box(
        word.box.x0 + max(before - 0.15, 0.0) * step,
        word.box.y0,
        word.box.x1 - max(after - 0.15, 0.0) * step,
        word.box.y1,
    )


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file inside a document; taken in as a document of its own."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class DocumentContent:
    """What a document holds apart from its pages (bookmarks, metadata), and its attachments."""

    pages: int
    producer: str = ""
    places: tuple[Place, ...] = ()
    attachments: tuple[Attachment, ...] = ()


@dataclass(frozen=True, slots=True)
class Conversion:
    """What a document was before it became pages: the case keeps that file too, for comparing.

    ``source`` is the SHA-256 (hex) of the file as it came and ``size`` its bytes; ``converter`` says what made the
    pages ("LibreOffice 7.4.7.2"); ``notes`` say in plain words what of the file the pages do not show.
    """

    source: str
    size: int
    converter: str
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """A document of the case. ``name`` is the path below the folder it was added from, for people to
    recognise; identity is ``sha256`` (hex, of the original bytes). ``position`` orders the release;
    ``parent`` is the document an attachment came out of; ``password`` opens the original.
    ``conversion`` is set where the pages were made from a file of another kind; ``sha256`` is then that of the PDF
    that was made, which is what is read, burned and verified."""

    sha256: str
    name: str
    pages: int
    size: int
    position: int = 0
    parent: str = ""
    producer: str = ""
    password: str = ""
    conversion: Conversion | None = None
