# SPDX-License-Identifier: AGPL-3.0-or-later
"""Tables in plain text (CSV, TSV; RFC 4180 and what programs make of it) as rows of cells. Pure.

Python's own guess at what parts the cells (csv.Sniffer) takes letters for signs; here every usual sign is tried, with
and without quotes, and the one that gives most rows the same number of cells is taken.
"""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from dataclasses import dataclass

#: Names under which tables come, and what parts their cells when nothing speaks for another sign.
_NAMED = re.compile(r".*\.(csv|tsv|tab|psv)", re.I)
_USUAL = {"csv": ",", "tsv": "\t", "tab": "\t", "psv": "|"}
_SIGNS = (",", ";", "\t", "|", ":", "^", "~")
#: Excel's own word for it, in a line before all others.
_SAID = re.compile(r"sep=(.)\r?\n", re.I)
#: Characters, and rows of them, by which the sign is found.
_START, _ROWS = 200_000, 500
#: Lines in one cell: more are no cell, but a quote that was never closed.
_UNCLOSED = 300
_FIGURES = re.compile(r"[\d\s.,:/+£$€%()-]*\d[\d\s.,:/+£$€%()-]*")
#: Characters of a heading.
_HEADING = 60

Rows = list[list[str]]


@dataclass(frozen=True, slots=True)
class Table:
    """``heads`` are the names of its columns, or nothing where the first row is like the others; ``before`` what
    stands above them."""

    heads: list[str]
    rows: Rows
    before: list[str]

    @property
    def columns(self) -> int:
        return max((len(row) for row in (self.heads, *self.rows)), default=0)


def is_table(name: str) -> bool:
    """Whether a file of this name holds a table."""
    return _NAMED.fullmatch(name) is not None


def read_table(text: str, name: str) -> Table | None:
    """The table in ``text``; None where it is none: a column only, or no sign that parts its cells."""
    csv.field_size_limit(1 << 30)
    said = _SAID.match(text)
    body = text[said.end() :] if said else text
    named = _NAMED.fullmatch(name)
    usual = said[1] if said else _USUAL[named[1].lower()] if named else ","
    start = body[:_START] if len(body) <= _START else body[: body.rfind("\n", 0, _START) + 1 or _START]
    signs = [usual] if said else sorted(_SIGNS, key=lambda sign: sign != usual)
    tried = ((_evenness(list(_rows(start, sign, quoted))[:_ROWS]), sign, quoted) for sign in signs for quoted in (1, 0))
    # The first of equals: the usual sign, and quotes that are quotes.
    (even, cells), sign, quoted = max(tried, key=lambda one: one[0])
    if even == 0 or cells < 2:
        return None
    rows = _rows(body, sign, quoted)
    if quoted and any(cell.count("\n") > _UNCLOSED for row in rows for cell in row):
        rows = _rows(body, sign, 0)
    rows = [row for row in rows if any(cell.strip() for cell in row)]
    return _parted(rows, cells)


def _rows(text: str, sign: str, quoted: int) -> Rows:
    # Without quotes a line is a row; any line end is one.
    plain = text if quoted else text.replace("\r\n", "\n").replace("\r", "\n")
    lines = io.StringIO(plain, newline="")
    if quoted:
        return list(csv.reader(lines, delimiter=sign, skipinitialspace=True))
    return list(csv.reader(lines, delimiter=sign, quoting=csv.QUOTE_NONE))


def _evenness(rows: Rows) -> tuple[float, int]:
    """The share of rows with as many cells as most have, and how many those are; (0, 0) for one cell a row."""
    counts = Counter(len(row) for row in rows if any(cell.strip() for cell in row))
    if any(cell.count("\n") > _UNCLOSED for row in rows for cell in row):
        return 0.0, 0
    parted = [(times, cells) for cells, times in counts.items() if cells > 1]
    if not parted:
        return 0.0, 0
    times, cells = max(parted)
    return round(times / sum(counts.values()), 2), cells


def _parted(rows: Rows, cells: int) -> Table:
    """What stands above the table, its heads, and its rows. Empty cells at the end of all rows are no column."""
    used = max((at for row in rows for at, cell in enumerate(row, start=1) if cell.strip()), default=0)
    rows = [row[:used] for row in rows]
    first = next((at for at, row in enumerate(rows[:20]) if len(row) >= min(cells, used)), 0)
    before = [" ".join(cell for cell in row if cell.strip()) for row in rows[:first]]
    rows = rows[first:]
    if len(rows) > 1 and _heads(rows[0], rows[1:200]):
        return Table(rows[0], rows[1:], before)
    return Table([], rows, before)


def _heads(row: list[str], following: Rows) -> bool:
    """Whether the first row names the columns: short, all different, no figures, and in no column said again."""
    said = [cell.strip() for cell in row]
    full = [cell for cell in said if cell]
    if len(set(full)) < len(full) or len(full) * 2 < len(said):
        return False
    if any(len(cell) > _HEADING or _FIGURES.fullmatch(cell) or "@" in cell for cell in full):
        return False
    below = [{other[at].strip() for other in following if at < len(other)} for at in range(len(said))]
    return not any(cell and cell in column for cell, column in zip(said, below, strict=True))
