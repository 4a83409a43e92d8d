# SPDX-License-Identifier: AGPL-3.0-or-later
"""The column of a log that says which of the staff wrote each entry: "Staff" of a care home's, "User" of a housing
system's. Its head stands once, over the first of many pages; the names below it are often forenames or user names. And
the last column of a school's report, which says who teaches what."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from redactor.detect.language.found import Line, RawSpan, Unit
from redactor.detect.language.words import AUTHOR_FIELDS, RELATION_WORDS, any_of
from redactor.detect.people.columns import Heads, cell_below, heads_at
from redactor.domain.mentions import Label
from redactor.domain.pages import Where

#: A cell of the record: where it begins and ends in its text.
Cell = tuple[int, int]
#: Heads of such a column, beside those that lead to an author in a form.
_STAFF = frozenset(
    (
        "staff", "staff name", "staff member", "staff initials", "user", "user name", "username", "by", "worker name",
        "recorded by", "signed", "signed by", "sign", "signature", "logged by", "added by", "officer name",
        "worker then", "worker at the time", "worker at time",
    )
)  # fmt: skip
#: Of the fields that lead to an author, those that hold people of the subject's life as often in a table.
_NOT_A_COLUMN = frozenset(("gp", "chair", "solicitor", "advocate", "social worker", "supervisor", "manager"))
#: What the last column of a table without days can be headed, where only those who work there are named.
_TAUGHT_BY = frozenset(("teacher", "class teacher", "subject teacher", "tutor", "taught by", "lecturer", "instructor"))
#: A teacher has a title or initials there: the table ends without a sign, and below it may stand a friend or a mother.
_TEACHER = re.compile(
    r"(?:Mr|Mrs|Ms|Miss|Mx|Dr)\b\.?(?:[ \t]+[A-Z][\w.'-]*){1,3}|(?:[A-Z]\.?[ \t]?){1,2}[ \t][A-Z][\w'-]+"
)
#: Such a column further left, its head perhaps run together with others; in its rows a title begins a cell.
_TEACHER_HEAD = re.compile(r"\b(?:TEACHER|Teacher|TUTOR)\b(?!['’:])")
_TITLED = re.compile(r"[ \t]*(?:Mr|Mrs|Ms|Miss|Mx|Dr)\b\.?[ \t]+(?:[A-Z]\.?[ \t]+)?[A-Z][\w'’-]+")
_ROW_LINE = 60
_RELATIVE = re.compile(rf"(?i)\b(?:{any_of(RELATION_WORDS)})\b")
_TELEPHONE = re.compile(r"\d[\d \t]{6}")
_DATED_HEAD = re.compile(r"(?i)(?:date|time|when|day|year)\b")
#: A row of a log begins with the day it was written.
_DATED_ROW = re.compile(
    r"(?:19|20)\d\d(?=[ \t]*(?:\n|$))|\d{1,2}[/.-](?:\d{1,2}|[A-Za-z]{3,9})\b|\d{1,2} [A-Z][a-z]{2,8}\b|"
    r"\d{4}-\d{2}-\d{2}\b"
)
#: A day, a time it may have, and somebody's name in one cell.
_RUN_ON = re.compile(
    rf"(?:{_DATED_ROW.pattern})(?:[/.-]\d{{2,4}}\b)?(?:[ \t]+\d{{1,2}}[:.]?\d{{2}}(?:[ \t]?[ap]m)?)?[ \t]+"
    r"(?P<name>[^\W\d][^\n]*)"
)
#: A head has from so many to so many cells of at most so many characters.
_FEWEST, _MOST, _HEAD = 3, 9, 30
#: Stands for the number of the last column in a table whose rows do not begin with a day.
_UNDATED = -1
#: What a cell with somebody's name is at most (characters).
_NAME = 32
_HEAD_LINE = re.compile(rf"(?im)^[ \t]*(?:{any_of(_STAFF | (AUTHOR_FIELDS - _NOT_A_COLUMN))})[ \t]*:?[ \t]*$")
_LINE = re.compile(r"[^\n]*\S[^\n]*")
_BLANK = re.compile(r"\n[ \t]*\n")


def staff_cells(units: Sequence[Unit], texts: Sequence[str]) -> list[list[Cell]]:
    """The cells of such columns, by text. A head goes on over the pages of its document until another stands."""
    out: list[tuple[list[Cell], set[Cell]]] = []
    heads: dict[str, tuple[int, int]] = {}
    edges: dict[str, Heads] = {}
    # How often each name fills a cell of the staff's column, and how often another one.
    here, elsewhere = Counter[tuple[str, str]](), Counter[tuple[str, str]]()
    whole: set[tuple[str, str]] = set()
    for unit, text in zip(units, texts, strict=True):
        found: list[Cell] = []
        sure: set[Cell] = set()
        table = unit.group or unit.id
        if unit.where is Where.PAGE:
            head, taught = heads.get(table), False
            for lines in _blocks(text):
                taught = _taught(text, lines, taught)
                sure.update(_teachers(text, lines) if taught else ())
                if (begun := _head(text, lines)) is not None:
                    head = begun
                    edges[table] = heads_at(lines, unit.lines) if unit.lines and head[0] != _UNDATED else ()
                    continue
                placed = bool(unit.lines and edges.get(table))
                if head is None:
                    continue
                at = edges.get(table, ())
                cell = _placed(text, lines, head[0], at, unit.lines) if placed else _cell(text, lines, *head)
                if cell is not None:
                    found.append(cell)
                    key = table, _written(text, cell)
                    here[key] += 1
                    if placed or _filled(text, lines, cell, *head):
                        whole.add(key)
                    elsewhere.update((table, _written(text, line)) for line in lines if not _overlap(line, cell))
            if head is not None:
                heads[table] = head
        out.append((found, sure))
    # Where staff did not fill theirs, the next column's name stands in its place: a name counts that stands here more
    # often than elsewhere, and twice, if only in rows of fewer lines than columns.
    staff = {key for key, count in here.items() if count > elsewhere[key] and (key in whole or count > 1)}
    return [
        sorted(sure.union(cell for cell in found if (unit.group or unit.id, _written(text, cell)) in staff))
        for unit, text, (found, sure) in zip(units, texts, out, strict=True)
    ]


_PARTED = re.compile(r"[A-Z][\w.'’-]*(?:[ \t]+[A-Z][\w.'’-]*)?[ \t]*\n[ \t]*[A-Z][\w'’-]+")


def parted_names(text: str, cells: Sequence[Cell]) -> list[RawSpan]:
    """The names that a narrow column breaks over two lines: "Col" over "Barnes"."""
    return [RawSpan(*cell, Label.PERSON, 0.6, "line") for cell in cells if _PARTED.fullmatch(text[slice(*cell)])]


def has_staff_head(text: str) -> bool:
    """Whether a text may have the head of such a column: a line of nothing else."""
    return _HEAD_LINE.search(text) is not None


def _placed(text: str, lines: Sequence[Cell], column: int, heads: Heads, drawn: Sequence[Line]) -> Cell | None:
    """The staff's cell of a row by where it stands on the page; None for an empty one, and for what is no row."""
    if len(lines) < _FEWEST - 1 or not _DATED_ROW.match(text, lines[0][0]):
        return None
    cell = cell_below(column, heads, lines, drawn)
    if cell is None and column == 1 and (on := _RUN_ON.match(text, *lines[0])):
        cell = on.span("name")
    return cell if cell and _short(text, cell) and any(c.isupper() for c in text[slice(*cell)]) else None


def _taught(text: str, lines: Sequence[Cell], before: bool) -> bool:
    """Whether these lines are the head of a school's report with a column of teachers that is not its last, or rows
    below one: running text ends it."""
    written = [text[start:end].strip() for start, end in lines]
    if any(len(line) > _ROW_LINE or (line.endswith((".", ":", "?")) and len(line) > _NAME) for line in written):
        return False
    head = any(map(_TEACHER_HEAD.search, written)) and not any(c.isdigit() for line in written for c in line)
    return before or (head and written[-1].lower() not in _TAUGHT_BY)


def _teachers(text: str, lines: Sequence[Cell]) -> list[Cell]:
    """Who has a title at the beginning of a cell of such a row; nobody in a row about a family."""
    if _RELATIVE.search(text, *lines[0]) or _TELEPHONE.search(text, lines[0][0], lines[-1][1]):
        return []
    return [found.span() for start, end in lines[1:] if (found := _TITLED.match(text, start, end))]


def _filled(text: str, lines: Sequence[Cell], cell: Cell, column: int, columns: int) -> bool:
    """Whether a row surely has all its cells, so that a name that stands there once is the staff's. Where an entry runs
    over lines the number of lines does not tell: the cells before it have to be short ones."""
    if cell not in lines or column in {_UNDATED, columns - 1}:
        return True
    if len(lines) <= columns:
        return len(lines) == columns
    return column == 1 and all(_short(text, line) for line in lines[1 : columns - 1])


def _short(text: str, cell: Cell) -> bool:
    written = text[slice(*cell)].strip()
    return len(written) <= _NAME and not any(c in written for c in ".:;!?" if not written.endswith(c))


def _written(text: str, cell: Cell) -> str:
    return " ".join(text[slice(*cell)].split())


def _overlap(one: Cell, other: Cell) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _blocks(text: str) -> list[list[Cell]]:
    """The rows of a page: lines between blank ones."""
    rows: list[list[Cell]] = []
    start = 0
    for end in [*(match.start() for match in _BLANK.finditer(text)), len(text)]:
        row = [match.span() for match in _LINE.finditer(text, start, end)]
        if row:
            rows.append(row)
        start = end
    return rows


def _head(text: str, lines: Sequence[Cell]) -> tuple[int, int] | None:
    """(the number of the staff's column, how many columns there are), where these lines are the head of a log."""
    if not _FEWEST <= len(lines) <= _MOST:
        return None
    words = [" ".join(text[start:end].lower().split()).strip(" :") for start, end in lines]
    if any(len(word) > _HEAD or any(c.isdigit() for c in word) for word in words):
        return None
    if not _DATED_HEAD.match(words[0]):
        return (_UNDATED, len(words)) if words[-1] in _TAUGHT_BY else None
    wanted = _STAFF | (AUTHOR_FIELDS - _NOT_A_COLUMN)
    return next(((n, len(words)) for n, word in enumerate(words) if word in wanted), None)


def _cell(text: str, lines: Sequence[Cell], column: int, columns: int) -> Cell | None:
    """The staff's cell of a row. A cell may take several lines, so only the first ones and the last can be counted."""
    if column == _UNDATED:
        taught = len(lines) >= columns and _TEACHER.fullmatch(text[slice(*lines[-1])].strip()) is not None
        private = _RELATIVE.search(text, *lines[0]) or _TELEPHONE.search(text, lines[0][0], lines[-1][1])
        return lines[-1] if taught and not private else None
    if len(lines) > _FEWEST and text[slice(*lines[1])].strip().isdigit():
        # "16/03/" over "22": a narrow column breaks the date.
        lines = [lines[0], *lines[2:]]
    if len(lines) < _FEWEST or not _DATED_ROW.match(text, lines[0][0]):
        return None
    if column == 1 and (on := _RUN_ON.match(text, *lines[0])):
        # Day and staff stand too close to be two cells: the next one is the column after.
        cell = on.span("name")
    elif column == columns - 1:
        cell = lines[-1]
    elif column == 1 or len(lines) >= columns:
        # In the middle of a row that has run over lines: told by how often the name stands there.
        cell = lines[column]
    else:
        return None
    return cell if _short(text, cell) and any(c.isupper() for c in text[slice(*cell)]) else None
