# SPDX-License-Identifier: AGPL-3.0-or-later
"""A table set as pages: its heads on every page, long cells wrapped, a cell that is higher than a page gone on with.

What does not fit side by side is set row by row, a line for each cell. Sizes are points.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

import pymupdf
from pymupdf import mupdf

from redactor.bundle.formats import typeset
from redactor.bundle.formats.hypertext import escaped, readable
from redactor.bundle.formats.tables import Table

_SHORT, _LONG, _MARGIN, _SIZE, _LEADING, _PAD = 595.0, 842.0, 36.0, 8.0, 10.2, 3.0
#: A word wider than this is broken: it is an address or a key, no name.
_WORD = 190.0
#: Lines a row may have and still not be parted by the end of a page.
_TOGETHER = 12
#: Cells in a paragraph of a row that is set line by line.
_CELLS = 25
#: Writing whose letters join, change places or run from right to left: set by what can (HTML).
_SHAPED = re.compile("[\u0590-\u08ff\u0900-\u109f\u1780-\u17ff\ufb1d-\ufdff\ufe70-\ufefc]")
_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029]+")

Lines = list[str]


class Pages(NamedTuple):
    """A table as a PDF. ``texts`` are to be found on its pages: every line of every cell, or as much of a cell as
    stands on one page. ``side_by_side``: its columns fit a page."""

    pdf: bytes
    texts: Lines
    side_by_side: bool


def table_pages(table: Table, source: str) -> Pages:
    """Set the table. ``source`` as for :func:`redactor.bundle.formats.typeset.html_pdf`."""
    clean = Table(_clean(table.heads), [_clean(row) for row in table.rows], _clean(table.before))
    if not any(_SHAPED.search(cell) for row in (clean.heads, clean.before, *clean.rows) for cell in row):
        setting = _Setting()
        if (widths := setting.widths(clean)) is not None:
            pdf, texts = setting.pages(clean, widths)
            return Pages(typeset.finished(pdf, source, subset=True), texts, True)
    texts = [line for row in (clean.before, clean.heads, *clean.rows) for line in _lines(row)]
    return Pages(typeset.html_pdf("".join(_row_by_row(clean)), source), texts, False)


def _lines(row: Iterable[str]) -> Lines:
    return [line for cell in row for line in cell.split("\n") if line.strip()]


def _clean(row: Lines) -> Lines:
    return [_CONTROL.sub(" ", readable(cell.replace("\r\n", "\n").replace("\r", "\n"))).strip() for cell in row]


def _row_by_row(table: Table) -> Iterator[str]:
    for line in table.before:
        yield f"<p>{_html(line)}</p>"
    filled = {at for row in table.rows for at, cell in enumerate(row) if cell}
    empty = [head for at, head in enumerate(table.heads) if head and at not in filled]
    if empty:
        yield "<p>Columns with nothing in them: " + ", ".join(f"<b>{_html(head)}</b>" for head in empty) + "</p>"
    for number, row in enumerate(table.rows, start=1):
        yield f"<p><b>Row {number}</b></p>"
        said = [f"{_head(table, at)}: {_html(cell)}" for at, cell in enumerate(row) if cell]
        for first in range(0, len(said), _CELLS):
            yield "<p>" + "<br/>".join(said[first : first + _CELLS]) + "</p>"


def _head(table: Table, at: int) -> str:
    named = table.heads[at] if at < len(table.heads) else ""
    return f"<b>{_html(named)}</b>" if named else f"Column {at + 1}"


def _html(text: str) -> str:
    return escaped(text).replace("\n", "<br/>")


class _Setting:
    """Sets letters of one size, and knows how wide they are."""

    def __init__(self) -> None:
        self._plain, self._bold = pymupdf.Font("helv"), pymupdf.Font("hebo")
        self._letters: dict[str, float] = {}
        self._words: dict[str, float] = {}

    def _width(self, text: str) -> float:
        """On one line; that of bold letters, which are never narrower."""
        known = self._words.get(text)
        if known is None:
            for letter in text:
                if letter not in self._letters:
                    lengths = (font.text_length(letter, _SIZE) for font in (self._plain, self._bold))
                    self._letters[letter] = max(lengths)
            known = sum(self._letters[letter] for letter in text)
            if len(self._words) < 200_000:
                self._words[text] = known
        return known

    def widths(self, table: Table) -> list[float] | None:
        """How wide each column is, within a page; None where they do not fit side by side."""
        count = table.columns
        words, whole = [0.0] * count, [0.0] * count
        space = self._width(" ")
        for row in (table.heads, *table.rows):
            if len(row) == 1 < count:
                continue  # goes over all columns
            for at, cell in enumerate(row):
                for line in cell.split("\n"):
                    each = [self._width(word) for word in line.split(" ")]
                    words[at] = max(words[at], *each)
                    whole[at] = max(whole[at], sum(each) + space * (len(each) - 1))
        least = [min(width, _WORD) + 2 * _PAD + 1 for width in words]
        wished = [width + 2 * _PAD + 1 for width in whole]
        room = (_SHORT if sum(wished) <= _SHORT - 2 * _MARGIN else _LONG) - 2 * _MARGIN
        if sum(least) > room:
            return None
        if sum(wished) <= room:
            return wished
        # Names and dates stay on one line where there is room.
        short = [wish if wish <= _WORD else need for wish, need in zip(wished, least, strict=True)]
        least = short if sum(short) <= room else least
        # What a column wishes for beyond its longest word it gets in part; a very long text wishes for no more.
        more = [min(wish, 3 * room) ** 0.5 if wish > need else 0.0 for wish, need in zip(wished, least, strict=True)]
        left, found = room - sum(least), list(least)
        for at in sorted(range(count), key=lambda one: wished[one] - least[one]):
            share = left * more[at] / (sum(more) or 1.0)
            given = min(wished[at] - least[at], share)
            found[at] += given
            left, more[at] = left - given, 0.0
        return found

    def pages(self, table: Table, widths: list[float]) -> tuple[bytes, Lines]:
        """The table as a PDF, and its texts as :class:`Pages` has them."""
        texts = _lines((*table.before, *table.heads))
        wide = sum(widths) > _SHORT - 2 * _MARGIN
        paper = _Paper(self._plain, self._bold, (_LONG, _SHORT) if wide else (_SHORT, _LONG), widths)
        across = [paper.width]
        for line in table.before:
            paper.row([self._wrapped(line, across[0])], across)
        heads = [self._wrapped(cell, width) for cell, width in zip(table.heads, widths, strict=False)]
        paper.heads = heads if max(map(len, heads), default=0) <= _TOGETHER else []
        if heads:
            paper.row(heads, widths, bold=True)
        for row in table.rows:
            columns = across if len(row) == 1 < len(widths) else widths
            parts = paper.row([self._wrapped(cell, width) for cell, width in zip(row, columns, strict=False)], columns)
            texts += _lines(row) if len(parts) == 1 else (" ".join(lines) for part in parts for lines in part)
        return paper.finished(), texts

    def _wrapped(self, text: str, width: float) -> Lines:
        room, space = width - 2 * _PAD, self._width(" ")
        if not text:
            return []
        lines: Lines = []
        for line in text.split("\n"):
            words: Lines = []
            used = 0.0
            for word in line.split(" "):
                long = self._width(word)
                if words and used + space + long > room:
                    lines.append(" ".join(words))
                    words, used = [], 0.0
                if long > room:
                    *full, word = self._broken(word, room)
                    lines += full
                    long = self._width(word)
                used += long + (space if words else 0.0)
                words.append(word)
            lines.append(" ".join(words))
        return lines

    def _broken(self, word: str, room: float) -> Lines:
        pieces, used = [""], 0.0
        for letter in word:
            if pieces[-1] and used + self._width(letter) > room:
                pieces.append("")
                used = 0.0
            pieces[-1] += letter
            used += self._width(letter)
        return pieces


class _Paper:
    """Pages that are written from top to bottom, row by row."""

    def __init__(self, plain: pymupdf.Font, bold: pymupdf.Font, size: tuple[float, float], widths: list[float]) -> None:
        self._plain, self._bold, self._size = plain, bold, size
        self.width = max(sum(widths), size[0] - 2 * _MARGIN)
        self.heads: list[Lines] = []
        self._widths = widths
        self._document = pymupdf.open()
        self._texts: dict[bool, mupdf.FzText] = {}
        # Rows of the same columns: where those end, and where the rows do.
        self._runs: list[tuple[tuple[float, ...], list[float]]] = []
        self._y = _MARGIN
        self._begun = False

    def row(self, cells: list[Lines], widths: list[float], bold: bool = False) -> list[list[Lines]]:
        """Write a row; one of few lines stands on one page. Returns its cells' lines by the pages they are on."""
        count = max(map(len, cells), default=0)
        room = int((self._size[1] - _MARGIN - self._y - 2 * _PAD) / _LEADING)
        if self._begun and (room < 1 or room < count <= _TOGETHER):
            room = self._new_page(bold)
        done, parts = 0, list[list[Lines]]()
        while True:
            some = min(count - done, max(room, 1))
            parts.append([lines[done : done + some] for lines in cells])
            self._piece(parts[-1], widths, some, bold)
            done += some
            if done >= count:
                return parts
            room = self._new_page(bold)

    def _new_page(self, bold: bool) -> int:
        """A page with the heads of the columns; how many lines fit below them."""
        self._end_page()
        if self.heads and not bold:
            self._piece(self.heads, self._widths, max(map(len, self.heads)), True)
        return int((self._size[1] - _MARGIN - self._y - 2 * _PAD) / _LEADING)

    def _piece(self, cells: list[Lines], widths: list[float], count: int, bold: bool) -> None:
        self._begun = True
        high = count * _LEADING + 2 * _PAD
        text = self._texts.setdefault(bold, mupdf.fz_new_text())
        font = (self._bold if bold else self._plain).this
        x, y = _MARGIN, self._y
        for lines, width in zip(cells, widths, strict=False):
            for number, line in enumerate(lines):
                baseline = self._size[1] - (y + _PAD + number * _LEADING + _SIZE)
                at = mupdf.fz_make_matrix(_SIZE, 0, 0, _SIZE, x + _PAD, baseline)
                mupdf.fz_show_string(text, font, at, line, 0, 0, mupdf.FZ_BIDI_LTR, mupdf.FZ_LANG_UNSET)
            x += width
        edges = (_MARGIN, *(_MARGIN + sum(widths[:at]) for at in range(1, len(widths) + 1)))
        if not self._runs or self._runs[-1][0] != edges:
            self._runs.append((edges, [y]))
        self._runs[-1][1].append(y + high)
        self._y += high

    def _end_page(self) -> None:
        page = self._document.new_page(width=self._size[0], height=self._size[1])
        shape = page.new_shape()
        for edges, levels in self._runs:
            for level in levels:
                shape.draw_line((edges[0], level), (edges[-1], level))
            for edge in edges:
                shape.draw_line((edge, levels[0]), (edge, levels[-1]))
        if self._runs:
            shape.finish(color=(0.6, 0.6, 0.6), width=0.5)
            shape.commit()
        for bold, text in self._texts.items():
            writer = pymupdf.TextWriter(page.rect)
            writer.this, writer.used_fonts = text, {self._bold if bold else self._plain}
            writer.write_text(page)
        self._texts, self._runs, self._y, self._begun = {}, [], _MARGIN, False

    def finished(self) -> bytes:
        self._end_page()
        made: bytes = self._document.tobytes()
        return made
