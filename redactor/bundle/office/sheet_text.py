# SPDX-License-Identifier: AGPL-3.0-or-later
"""How much room a cell's text takes, as far as can be known before LibreOffice sets it: rather too much. Points."""

from __future__ import annotations

from redactor.bundle.office.sheet_styles import CellStyle

#: Between two lines, as a share of the letters' size.
LEADING = 1.3
#: Shares of the letters' size that letters take at most, in the widest of the usual typefaces (those that stand in
#: where the workbook's own is not on this PC are wide).
_NARROW, _SLIM, _WIDE = frozenset("iIjl.,:;'!|()[] -/"), frozenset('frtsJ"*'), frozenset("mwMW@%—…")


def advance(text: str, style: CellStyle) -> float:
    """The width of a text on one line, rather too wide than too narrow."""
    share = 0.0
    for letter in text:
        if letter in _NARROW:
            share += 0.38
        elif letter in _WIDE:
            share += 1.0
        elif letter in _SLIM:
            share += 0.52
        else:
            share += 0.76 if letter.isupper() else 0.65 if letter < "\u0250" else 1.0
    return share * style.size * (1.13 if style.bold else 1.0)


def pieces_of(said: list[str], room: float, style: CellStyle, highest: float) -> list[list[str]]:
    """The lines of a text in pieces, none of which is higher than ``highest`` when set ``room`` wide."""
    most = max(1, int(highest / (style.size * LEADING)))
    pieces: list[list[str]] = [[]]
    count, width = 0, 0.0
    for line in said:
        count, width = count + 1, 0.0
        begun = False
        for word in line.split(" "):
            long = advance(word + " ", style)
            if width and width + long > room:
                count, width = count + 1, 0.0
            width += long
            if count > most:
                pieces.append([])
                count, begun = 1, False
            if begun:
                pieces[-1][-1] += " " + word
            else:
                pieces[-1].append(word)
                begun = True
    return pieces
