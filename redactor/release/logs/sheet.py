# SPDX-License-Identifier: AGPL-3.0-or-later
"""Spreadsheets: built in memory, without a clock, the same bytes for the same lines."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import xlsxwriter

from redactor.release import wording
from redactor.release.logs.entries import LogLine, SaidLine

#: Spreadsheets must carry a date of making; this one tells nothing.
NO_DATE = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)


def write_table(
    path: Path, title: str, head: Sequence[str], rows: Sequence[Sequence[str | int]], widths: Sequence[int]
) -> None:
    """One sheet with a frozen, repeated head, printed across one page's width. Text is never taken for a formula
    or a link."""
    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = xlsxwriter.Workbook(out, options)
    book.set_properties({"title": title, "created": NO_DATE})
    sheet = book.add_worksheet(title[:31])
    bold = book.add_format({"bold": True, "bg_color": "#E6E6E6", "border": 1, "text_wrap": True, "valign": "top"})
    plain = book.add_format({"text_wrap": True, "valign": "top", "border": 1, "border_color": "#C0C0C0"})
    for column, (text, width) in enumerate(zip(head, widths, strict=True)):
        sheet.write_string(0, column, text, bold)
        sheet.set_column(column, column, width)
    for number, row in enumerate(rows, start=1):
        for column, value in enumerate(row):
            if isinstance(value, int):
                sheet.write_number(number, column, value, plain)
            else:
                sheet.write_string(number, column, value[:32_000], plain)
    sheet.freeze_panes(1, 0)
    sheet.repeat_rows(0)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.set_footer("&R&P / &N")
    if rows:
        sheet.autofilter(0, 0, len(rows), len(head) - 1)
    book.close()
    path.write_bytes(out.getvalue())


def write_xlsx(path: Path, lines: Sequence[LogLine], said: Sequence[SaidLine] = ()) -> None:
    """The disclosable log as a spreadsheet; statements that go with the record stand in rows without a number."""
    head = (
        wording.LOG_NUMBER,
        wording.LOG_PAGE,
        wording.LOG_PLACE,
        wording.LOG_LABEL,
        wording.LOG_EXPLANATION,
        wording.LOG_REFERENCE,
    )
    rows: list[tuple[str | int, ...]] = [
        (line.number, line.page, line.place, line.label, line.explanation, line.reference) for line in lines
    ]
    rows += [("", statement.page, "", wording.SAID_LOG_TITLE, str(statement), "") for statement in said]
    write_table(path, wording.LOG_TITLE, head, rows, (6, 6, 30, 22, 70, 36))
