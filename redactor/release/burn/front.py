# SPDX-License-Identifier: AGPL-3.0-or-later
"""Pages of our own: the cover with the key to the labels and the index, and slip sheets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from redactor.release import wording
from redactor.release.burn.again_sent import SentAgain
from redactor.release.burn.composed import Composed, write_band
from redactor.release.burn.fonts import face
from redactor.release.burn.marks import DRAFT_RED, INK, QUIET, Marks, Node, wrap
from redactor.release.burn.size import BAND
from redactor.release.burn.writer import deflate
from redactor.release.facts import ReleaseFacts
from redactor.release.sheets import Sheet, Told

WIDTH, HEIGHT = 595.0, 842.0
LEFT, TOP = 62.0, 70.0
BODY, LEADING = 10.5, 14.5
COLOURS = {"grey": wording.COLOUR_GREY, "black": wording.COLOUR_BLACK, "white": wording.COLOUR_WHITE}


@dataclass(frozen=True, slots=True)
class IndexEntry:
    """A line of the index: neutral document number, first and last page of the bundle, pages held back, pages left
    out of it; the title and the section a person gave it ("" for none); pages with statements of the person."""

    document: int
    first: int
    last: int
    pages: int
    withheld: int
    left: int = 0
    title: str = ""
    section: str = ""
    said: int = 0


class Flow:
    """Text that runs down our own pages and on to the next."""

    def __init__(self, width: float = WIDTH, height: float = HEIGHT, margin: float = LEFT) -> None:
        self.width, self.height = width, height
        self.left, self.right = margin, width - margin
        self.top, self.bottom = min(margin * 1.13, TOP), height - margin
        self.pages: list[Marks] = []
        self.y = 0.0
        self.turn()

    def turn(self) -> None:
        self.pages.append(Marks(self.width, self.height + BAND))
        self.y = self.top

    @property
    def marks(self) -> Marks:
        return self.pages[-1]

    def room(self, height: float) -> None:
        """Turn the page unless ``height`` points are left on it."""
        if self.y + height > self.bottom:
            self.turn()

    def space(self, height: float) -> None:
        self.y += height

    def heading(self, text: str, kind: str, size: float) -> None:
        lines = wrap(text, face(True), size, self.right - self.left)
        self.room(size * 1.25 * len(lines) + 3 * LEADING)
        self.marks.nodes.append(self.marks.tagged(Node(kind)))
        self.marks.colour(INK)
        for line in lines:
            self.y += size * 1.2
            self.marks.text(self.left, self.y, line, size, bold=True)
        self.marks.end()
        self.y += size * 0.55

    def paragraph(
        self, text: str, *, size: float = BODY, bold: bool = False, colour: tuple[float, ...] = INK, after: float = 7.0
    ) -> None:
        step = size * LEADING / BODY
        lines = wrap(text, face(bold), size, self.right - self.left)
        while lines:
            self.room(step)
            take = max(int((self.bottom - self.y) // step), 1)
            node = self.marks.tagged(Node("P"))
            self.marks.nodes.append(node)
            self.marks.colour(colour)
            for line in lines[:take]:
                self.y += step
                self.marks.text(self.left, self.y, line, size, bold=bold)
            self.marks.end()
            lines = lines[take:]
        self.y += after

    def table(
        self, head: Sequence[str], rows: Sequence[Sequence[str]], widths: Sequence[float], size: float = 9.5
    ) -> None:
        """A table with its head repeated on every page; ``widths`` are shares of the text's width."""
        step, pad = size * 1.35, 4.0
        edges = [self.left]
        for share in widths:
            edges.append(edges[-1] + share * (self.right - self.left))
        cells = [
            [
                wrap(text, face(), size, right - left - 2 * pad)
                for text, left, right in zip(row, edges, edges[1:], strict=False)
            ]
            for row in rows
        ]
        table: Node | None = None
        for row in cells:
            height = max(len(lines) for lines in row) * step + 2 * pad
            if table is None or self.y + height > self.bottom:
                self.room(height + step + 2 * pad)
                table = Node("Table")
                self.marks.nodes.append(table)
                self._row(table, "TH", [[text] for text in head], edges, step + 2 * pad, size, pad)
            self._row(table, "TD", row, edges, height, size, pad)
        self.y += 12

    def _row(
        self,
        table: Node,
        kind: str,
        row: Sequence[Sequence[str]],
        edges: Sequence[float],
        height: float,
        size: float,
        pad: float,
    ) -> None:
        marks, bold = self.marks, kind == "TH"
        marks.artifact()
        if bold:
            marks.colour((0.93,))
            marks.rectangle(self.left, self.y, self.right, self.y + height, fill=True)
        marks.colour((0.75,), stroke=True)
        marks.rectangle(self.left, self.y, self.right, self.y + height, fill=False, line=0.5)
        marks.end()
        node = Node("TR")
        table.kids.append(node)
        for lines, left in zip(row, edges, strict=False):
            marks.tagged(Node(kind), into=node)
            marks.colour(INK)
            for n, line in enumerate(lines):
                marks.text(left + pad, self.y + pad + size * (1.0 + 1.35 * n), line, size, bold=bold)
            marks.end()
        self.y += height

    def finish(self, first_page: int, pages: int, left: str, draft: bool) -> list[Composed]:
        """All pages with their bands; ``first_page`` is the bundle's number of the first."""
        made = []
        for n, marks in enumerate(self.pages):
            write_band(marks, self.width, self.height, BAND, 1.0, left, first_page + n, pages, draft)
            content = deflate(marks.content())
            made.append(Composed(self.width, self.height + BAND, None, content, tuple(marks.nodes), marks.next_mark))
        return made


def cover(
    facts: ReleaseFacts,
    keys: Sequence[Told],
    index: Sequence[IndexEntry],
    redactions: int,
    pages: int,
    left: Sequence[str] = (),
    colour: str = "grey",
    volumes: bool = False,
    again: SentAgain | None = None,
) -> tuple[list[Composed], list[int]]:
    """The cover pages: what this is, the key to the labels, the index of documents, what is not in the bundle; of a
    supplement also which pages are sent ``again``.

    Also gives the page on which each sentence of ``left`` stands."""
    flow = Flow()
    flow.space(20)
    flow.heading(wording.REISSUE_TITLE if again else wording.COVER_TITLE, "H1", 28)
    flow.paragraph(wording.COVER_ABOUT.format(subject=facts.subject), size=14, after=2)
    flow.paragraph(wording.COVER_REFERENCE.format(reference=facts.reference), size=11, colour=QUIET, after=2)
    if facts.office:
        flow.paragraph(wording.COVER_OFFICE.format(office=facts.office), size=11, colour=QUIET)
    flow.space(14)
    if facts.draft:
        flow.paragraph(wording.COVER_DRAFT, bold=True, colour=DRAFT_RED)
    if again is not None:
        flow.paragraph(wording.REISSUE_INTRO.format(number=again.number - 1), bold=True)
    flow.paragraph(wording.COVER_INTRO.format(colour=COLOURS[colour]))
    counts = wording.COVER_COUNTS.format(pages=pages, documents=len(index), redactions=redactions)
    flow.paragraph(counts)
    if volumes:
        flow.paragraph(wording.COVER_VOLUMES)
    if not facts.draft and facts.approved_by:
        flow.paragraph(wording.COVER_APPROVED.format(name=facts.approved_by, date=plain_date(facts.approved_at)))
        if not facts.vouched:
            flow.paragraph(wording.COVER_UNVOUCHED)
    flow.space(8)
    flow.heading(wording.KEY_TITLE, "H2", 15)
    if keys:
        head = (wording.KEY_LABEL, wording.KEY_MEANING, wording.KEY_LAW)
        flow.table(head, [(key.label, key.explanation, key.reference) for key in keys], (0.2, 0.52, 0.28))
    else:
        flow.paragraph(wording.KEY_NONE)
    flow.heading(wording.COVER_QUESTIONS_TITLE, "H2", 15)
    flow.paragraph(wording.COVER_QUESTIONS)
    if again is not None:
        flow.heading(wording.REISSUE_PAGES_TITLE, "H2", 15)
        flow.table((wording.REISSUE_HERE, wording.REISSUE_BEFORE), again.rows(), (0.3, 0.7))
        for sentence in again.sentences():
            flow.paragraph(sentence, after=4)
    flow.space(8)
    flow.heading(wording.INDEX_TITLE, "H2", 15)
    columns = (wording.INDEX_DOCUMENT, wording.INDEX_PAGES, wording.INDEX_LENGTH, wording.INDEX_NOTE)
    for section, entries in groupby(index, key=lambda entry: entry.section):
        if section:
            flow.heading(section, "H3", 12)
        flow.table(columns, [_index_row(entry) for entry in entries], (0.42, 0.2, 0.14, 0.24))
    places = []
    if left:
        flow.heading(wording.LEFT_TITLE, "H2", 15)
    for sentence in left:
        flow.paragraph(sentence, after=4)
        places.append(len(flow.pages))
    made = flow.finish(1, pages, wording.COVER_REFERENCE.format(reference=facts.reference), facts.draft)
    return made, places


def _index_row(entry: IndexEntry) -> tuple[str, str, str, str]:
    where = (
        str(entry.first)
        if entry.first == entry.last
        else wording.INDEX_RANGE.format(first=entry.first, last=entry.last)
    )
    length = wording.INDEX_LENGTH_ONE if entry.pages == 1 else wording.INDEX_LENGTH_MANY.format(count=entry.pages)
    notes = []
    if entry.withheld:
        one = entry.withheld == 1
        notes.append(wording.INDEX_WITHHELD_ONE if one else wording.INDEX_WITHHELD_MANY.format(count=entry.withheld))
    if entry.left:
        notes.append(wording.INDEX_LEFT_ONE if entry.left == 1 else wording.INDEX_LEFT_MANY.format(count=entry.left))
    if entry.said:
        notes.append(wording.INDEX_SAID_ONE if entry.said == 1 else wording.INDEX_SAID_MANY.format(count=entry.said))
    name = wording.DOCUMENT_SLIP.format(document=entry.document)
    if entry.title:
        name = wording.INDEX_TITLED.format(number=entry.document, title=entry.title)
    return (name, where, length, "; ".join(notes))


def slip(sheet: Sheet, what: Told, facts: ReleaseFacts, page: int, pages: int) -> Composed:
    """The sheet that stands in for withheld pages."""
    flow = Flow()
    flow.space(150)
    one = sheet.first == sheet.last
    flow.heading(wording.SLIP_TITLE_ONE if one else wording.SLIP_TITLE_MANY, "H1", 22)
    which = wording.SLIP_WHICH_ONE if one else wording.SLIP_WHICH_MANY
    first, last = sheet.first - sheet.shift, sheet.last - sheet.shift
    flow.paragraph(which.format(first=first, last=last, document=sheet.document), size=13, after=14)
    flow.paragraph(wording.SLIP_LABEL.format(label=what.label), size=12, bold=True, after=4)
    flow.paragraph(what.explanation, size=12, after=10)
    flow.paragraph(wording.SLIP_LAW.format(reference=what.reference), after=2)
    flow.paragraph(wording.SLIP_NUMBER.format(number=sheet.number), after=14)
    flow.paragraph(wording.SLIP_NOTE, colour=QUIET)
    (made,) = flow.finish(page, pages, wording.DOCUMENT_SLIP.format(document=sheet.document), facts.draft)
    return made


_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def plain_date(at: str) -> str:
    """ "2026-03-09T…" as "9 March 2026"; what is no such date is given back as it is."""
    parts = at[:10].split("-")
    if len(parts) != 3 or not all(part.isdigit() for part in parts) or not 1 <= int(parts[1]) <= 12:
        return at
    return f"{int(parts[2])} {_MONTHS[int(parts[1]) - 1]} {parts[0]}"
