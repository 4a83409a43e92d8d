# SPDX-License-Identifier: AGPL-3.0-or-later
"""Sheets of a workbook made to show all that is in their cells, before they become pages.

On a screen somebody can click a cell and read it; on paper what a column is too narrow for is cut off, and numbers
become "###". So columns get wider, texts wrap and rows grow; columns stand together on a page as long as that stays
readable; and cells outside the print area are printed too. Nothing gets narrower, and nothing hidden comes out: that
is set after the pages. Lengths are points.
"""

from __future__ import annotations

import copy
import io
import math
import zipfile
from typing import Any

from lxml import etree

from redactor.bundle.office.grid import cells, columns, hidden_columns, lines, rows, tables
from redactor.bundle.office.sheet_paper import Papers
from redactor.bundle.office.sheet_styles import FO, OFFICE, STYLE, TABLE, TEXT, CellStyle, Styles, length
from redactor.bundle.office.sheet_text import LEADING, advance, pieces_of
from redactor.bundle.office.zip import BROKEN, attribute, local, rewritten
from redactor.domain.errors import BadInput

#: Bytes of XML that are gone through; a larger workbook is set as it is.
_MOST = 160 << 20
#: Left and right of a cell's text, its borders too; a cell at most so wide,
#: and so wide where a page has room; a text that is wrapped only beyond this.
_ROOM, _WIDEST, _SHARED, _SHORT = 10.0, 420.0, 560.0, 130.0
#: A text that flows over empty cells may need so much of them, else its column gets wider.
_FLOWS = 250.0
#: A text is wrapped to be so much wider than it is high.
_SHAPE = 5.0
_COLUMN, _ROW = 64.0, 12.8
#: Columns share what is left of a page lying down; and a row is so high at most: LibreOffice cuts off what of a row
#: does not go on one page.
_PAGE, _HIGHEST = 765.0, 420.0
#: A number that stands right and a name that stands left in the next cell are not to touch.
_APART = {f"{FO}padding-left": "3pt", f"{FO}padding-right": "3pt"}


def fitted(ods: bytes) -> bytes:
    """The workbook with its cells made large enough. Raises BadInput for one that is damaged or too large for it."""
    try:
        with zipfile.ZipFile(io.BytesIO(ods)) as archive:
            if any(archive.getinfo(name).file_size > _MOST for name in ("content.xml", "styles.xml")):
                raise BadInput("this workbook is too large for its columns to be made wider")
            return _rewritten(archive)
    except (etree.LxmlError, StopIteration, *BROKEN) as error:
        raise BadInput("this workbook is damaged") from error


def _rewritten(archive: zipfile.ZipFile) -> bytes:
    content, named = (_parsed(archive.read(name)) for name in ("content.xml", "styles.xml"))
    styles, papers = Styles(content, named), Papers(named)
    for table in tables(content):
        _Sheet(table, styles).fit(papers)
    made = {"content.xml": etree.tostring(content), "styles.xml": etree.tostring(named)}
    return rewritten(archive, made)


def _parsed(data: bytes) -> Any:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True)
    return etree.fromstring(data, parser)


def _write(cell: Any, said: list[str]) -> None:
    cell.set(f"{OFFICE}value-type", "string")
    for line in said:
        paragraph = cell.makeelement(f"{TEXT}p")
        paragraph.text = line
        cell.append(paragraph)


class _Sheet:
    """One sheet: its columns made wider first, then the cells that still do not fit wrapped and their rows grown."""

    def __init__(self, table: Any, styles: Styles) -> None:
        self._table = table
        self._styles = styles
        self._dark = hidden_columns(table)
        self._used = 1 + max((at for _, _, row in rows(table) for at, _, cell in cells(row) if lines(cell)), default=-1)
        self._widths: list[float] = []
        self._defaults: list[str] = []
        self._own: list[str] = []
        for first, times, column in columns(table):
            said = styles.value("table-column", attribute(column, "style-name"), "column-width")
            count = max(0, min(times, self._used - first))
            self._widths += [length(said, _COLUMN)] * count
            self._own += [attribute(column, "style-name")] * count
            self._defaults += [attribute(column, "default-cell-style-name")] * count
        self._whole = [0.0] * self._used
        missing = self._used - len(self._widths)
        self._widths += [_COLUMN] * missing
        self._own += [""] * missing
        self._defaults += [""] * missing

    def fit(self, papers: Papers) -> None:
        for attributes in ("print-ranges", "print"):
            self._table.attrib.pop(f"{TABLE}{attributes}", None)
        if not self._used:
            return
        old = list(self._widths)
        for _, _, row in rows(self._table):
            self._widen(row)
        self._share()
        for _, times, row in list(rows(self._table)):
            if times == 1:
                self._continue(row)
        for _, _, row in rows(self._table):
            self._grow(row)
        if old != self._widths:
            self._set_columns(old)
        name = attribute(self._table, "style-name")
        total = sum(width for at, width in enumerate(self._widths) if at not in self._dark)
        master = papers.fitting(self._styles.master(name), total)
        self._table.set(f"{TABLE}style-name", self._styles.of("table", name, {}, master))

    def _style(self, cell: Any, row: Any, at: int) -> tuple[str, CellStyle]:
        name = attribute(cell, "style-name") or attribute(row, "default-cell-style-name") or self._defaults[at]
        return name, self._styles.cell(name)

    def _widen(self, row: Any) -> None:
        """Columns as wide as this row needs them: all of a number, the longest word of a text, most of a short one."""
        if attribute(row, "visibility"):
            return
        there = [(at, cell, lines(cell)) for at, _, cell in cells(row) if at < self._used]
        for at, cell, said in there:
            if not said or at in self._dark or local(cell) != "table-cell":
                continue
            _, style = self._style(cell, row, at)
            if style.turned:
                self._widths[at] = max(self._widths[at], len(said) * style.size * LEADING + _ROOM)
                continue
            if int(attribute(cell, "number-columns-spanned") or 1) > 1:
                continue
            whole = max(advance(line, style) for line in said) + _ROOM
            text = attribute(cell, "value-type") in ("string", "")
            if text and self._empties(at, there, style) >= min(whole, _FLOWS):
                continue
            if text:
                self._whole[at] = max(self._whole[at], min(whole, _SHARED))
            word = max(advance(word, style) for line in said for word in line.split() or [""]) + _ROOM
            if not text:
                wanted = whole
            elif style.wrap and whole <= _SHORT:
                wanted = word
            elif whole <= _SHORT:
                wanted = whole
            else:
                area = sum(advance(line, style) for line in said) * style.size * LEADING
                wanted = max(word, _SHORT, min(math.sqrt(area * _SHAPE), whole))
            self._widths[at] = max(self._widths[at], min(wanted, _WIDEST))

    def _share(self) -> None:
        """Give what is left of a page's width to the texts that would be wrapped."""
        shown = [at for at in range(self._used) if at not in self._dark]
        left = _PAGE - sum(self._widths[at] for at in shown)
        short = {at: self._whole[at] - self._widths[at] for at in shown if self._whole[at] > self._widths[at]}
        part = min(1.0, left / sum(short.values())) if short and left > 0 else 0.0
        for at, more in short.items():
            self._widths[at] += part * more

    def _continue(self, row: Any) -> None:
        """Cut a row that is higher than a page into rows that are not: its long texts go on in the next."""
        long: dict[int, list[list[str]]] = {}
        for at, _, cell in cells(row):
            if at >= self._used or at in self._dark or local(cell) != "table-cell":
                continue
            _, style = self._style(cell, row, at)
            said = lines(cell)
            if said and not style.turned and not attribute(cell, "number-columns-spanned"):
                pieces = pieces_of(said, self._widths[at] - _ROOM, style, _HIGHEST)
                if len(pieces) > 1:
                    long[at] = pieces
        after = row
        for turn in range(1, max((len(pieces) for pieces in long.values()), default=0)):
            new = copy.deepcopy(row)
            for at, _, cell in list(cells(new)):
                for child in list(cell):
                    cell.remove(child)
                for key in list(cell.attrib):
                    if "value" in key or "formula" in key or "spanned" in key:
                        del cell.attrib[key]
                if turn < len(long.get(at, ())):
                    _write(cell, long[at][turn])
            after.addnext(new)
            after = new
        for at, _, cell in list(cells(row)):
            if at in long:
                for child in [child for child in cell if local(child) == "p"]:
                    cell.remove(child)
                _write(cell, long[at][0])

    def _empties(self, at: int, there: list[tuple[int, Any, list[str]]], style: CellStyle) -> float:
        """The width of a cell with the empty cells after it that its text may flow over; 0 for one that may not."""
        if style.wrap or not style.start:
            return 0.0
        end = min((other for other, _, said in there if other > at and said), default=self._used)
        return sum(self._widths[place] for place in range(at, end) if place not in self._dark) if end > at + 1 else 0.0

    def _grow(self, row: Any) -> None:
        """Wrap what does not fit, and make the row high enough for it."""
        if attribute(row, "visibility"):
            return
        there = [(at, cell, lines(cell)) for at, _, cell in cells(row) if at < self._used]
        filled = [entry for entry in there if entry[2] and entry[0] not in self._dark]
        alone, merged, wraps = 0.0, 0.0, set[int]()
        for at, cell, said in filled:
            name, style = self._style(cell, row, at)
            if style.turned or local(cell) != "table-cell":
                continue
            span = int(attribute(cell, "number-columns-spanned") or 1)
            tall = int(attribute(cell, "number-rows-spanned") or 1)
            empties = self._empties(at, there, style) if span == 1 and tall == 1 else 0.0
            whole = max(advance(line, style) for line in said) + _ROOM
            room = empties or sum(self._widths[place] for place in range(at, min(at + span, self._used)))
            if whole <= room and (len(said) == 1 or style.wrap) and span == 1:
                alone = max(alone, len(said) * style.size * LEADING)
                continue
            if empties and attribute(cell, "value-type") in ("string", ""):
                end = min((other for other, _, more in there if other > at and more), default=self._used)
                cell.set(f"{TABLE}number-columns-spanned", str(end - at))
                cell.set(f"{TABLE}number-rows-spanned", "1")
                span = end - at
            needed = sum(max(1, math.ceil(advance(line, style) * 1.08 / max(room - _ROOM, 1.0))) for line in said)
            height = needed * style.size * LEADING + 2
            if span > 1 or tall > 1:
                merged = max(merged, height - (tall - 1) * _ROW)
            else:
                alone = max(alone, height)
            if not style.wrap:
                wraps.add(at)
        self._set_height(row, alone, merged)
        for at, cell, _ in filled:
            name, style = self._style(cell, row, at)
            said_more = dict(_APART)
            if at in wraps:
                said_more |= {f"{FO}wrap-option": "wrap", f"{STYLE}shrink-to-fit": "false"}
            if not style.turned and (wraps or max(alone, merged) > 2 * _ROW):
                said_more[f"{STYLE}vertical-align"] = "top"
            cell.set(f"{TABLE}style-name", self._styles.of("table-cell", name, said_more))

    def _set_height(self, row: Any, alone: float, merged: float) -> None:
        """LibreOffice finds the height of a row itself, but leaves merged cells out."""
        name = attribute(row, "style-name")
        given = length(self._styles.value("table-row", name, "row-height"), _ROW)
        free = self._styles.value("table-row", name, "use-optimal-row-height") != "false"
        if merged > max(given, alone):
            said = {f"{STYLE}row-height": f"{merged:.1f}pt", f"{STYLE}use-optimal-row-height": "false"}
        elif alone > given or (free and alone):
            said = {f"{STYLE}row-height": f"{max(alone, given):.1f}pt", f"{STYLE}use-optimal-row-height": "true"}
        else:
            return
        row.set(f"{TABLE}style-name", self._styles.of("table-row", name, said))

    def _set_columns(self, old: list[float]) -> None:
        for first, times, column in list(columns(self._table)):
            if first >= self._used or self._widths[first : first + times] == old[first : first + times]:
                continue
            inside, last = min(times, self._used - first), column
            for place in range(first, first + inside):
                new = column if place == first else copy.deepcopy(column)
                new.attrib.pop(f"{TABLE}number-columns-repeated", None)
                width = {f"{STYLE}column-width": f"{self._widths[place]:.1f}pt", f"{FO}break-before": "auto"}
                new.set(f"{TABLE}style-name", self._styles.of("table-column", self._own[place], width))
                if place > first:
                    last.addnext(new)
                last = new
            if times > inside:
                rest = copy.deepcopy(column)
                rest.set(f"{TABLE}style-name", self._own[first])
                rest.set(f"{TABLE}number-columns-repeated", str(times - inside))
                last.addnext(rest)
