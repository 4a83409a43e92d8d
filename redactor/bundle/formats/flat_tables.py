# SPDX-License-Identifier: AGPL-3.0-or-later
"""Tables of somebody else's HTML: set as tables where they are sure to fit, else row by row. Pure."""

from __future__ import annotations

from dataclasses import dataclass, field

#: A table is set as one only when it is sure to fit: columns, letters a cell, letters in its longest words.
_COLUMNS, _CELL, _WORDS = 6, 300, 54
#: Letters of a row that fit one line whatever they are, and that are set on one all the same.
_ONE_LINE, _SHORT = 66, 240

#: Its tag and class ("p q1"), its HTML, its text.
Paragraph = tuple[str, str, str]


@dataclass(slots=True)
class Cell:
    paragraphs: list[Paragraph] = field(default_factory=list)


Rows = list[list[Cell]]


def fits(rows: Rows) -> bool:
    """Whether this is sure to fit a page as a table."""
    columns = max((len(row) for row in rows), default=0)
    if not 2 <= columns <= _COLUMNS:
        return False
    longest = [0] * columns
    for row in rows:
        for at, cell in enumerate(row):
            text = " ".join(text for _, _, text in cell.paragraphs)
            if len(text) > _CELL or len(cell.paragraphs) > 3:
                return False
            if any(not kind.startswith("p") or "<img" in html for kind, html, _ in cell.paragraphs):
                return False
            longest[at] = max([longest[at], *(len(word) for word in text.split())])
    return sum(longest) <= _WORDS


def grid(rows: Rows) -> tuple[list[str], list[str]]:
    """The HTML of a table that :func:`fits`, and its texts."""
    longest = [max((len(_cell_text(row[at])) for row in rows if at < len(row)), default=0) for at in range(_COLUMNS)]
    # Left to itself MuPDF makes columns a little too narrow, and breaks names over two lines.
    widths = [f' style="width:{letters * 5.6 + 12:.0f}pt"' for letters in longest]
    narrow = sum(longest) <= _ONE_LINE
    out = ["<table>" if narrow else '<table style="width:100%">']
    texts: list[str] = []
    for row in rows:
        out.append("<tr>")
        for at, cell in enumerate(row):
            held = "<br/>".join(html for _, html, _ in cell.paragraphs)
            out.append(f"<td{widths[at] if narrow else ''}>{held}</td>")
            texts += [text for _, _, text in cell.paragraphs if text.strip()]
        out.append("</tr>")
    out.append("</table>")
    return out, texts


def in_a_row(row: list[Cell]) -> list[Paragraph]:
    """A row of a table that does not fit: a short one on one line, any other paragraph by paragraph."""
    cells = [cell for cell in row if cell.paragraphs]
    alone = all(len(cell.paragraphs) == 1 and cell.paragraphs[0][0].startswith("p") for cell in cells)
    if len(cells) > 1 and alone and sum(len(cell.paragraphs[0][2]) for cell in cells) < _SHORT:
        html = " &#160;|&#160; ".join(cell.paragraphs[0][1] for cell in cells)
        return [(cells[0].paragraphs[0][0], html, " ".join(cell.paragraphs[0][2] for cell in cells))]
    return [paragraph for cell in cells for paragraph in cell.paragraphs]


def _cell_text(cell: Cell) -> str:
    return max((text for _, _, text in cell.paragraphs), key=len, default="")
