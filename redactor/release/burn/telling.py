# SPDX-License-Identifier: AGPL-3.0-or-later
"""What may still tell how long a hidden name is though its line is set again: things that are where they are because
the words before them ended there, and letters that were made to fit. Such a box is told of; where it lies is as for
any other."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Sequence
from itertools import pairwise

from redactor.domain.pages import Word
from redactor.release.burn.beside import CLOSE, SAME, SHARED, Beside, Part
from redactor.release.burn.columns import Columns
from redactor.release.burn.fields import Field
from redactor.release.burn.ink import Glyph, Ink
from redactor.release.burn.lines import upright_edges
from redactor.release.burn.starts import Starts

#: Letters smaller than this share of the words', not as high above them as a line of text would be (ems), and with the
#: same middle (points) were set above them.
SMALL, RAISED, MIDDLE = 0.8, (0.42, 1.15), 1.0
#: Tabs jump no farther than this (points): half an inch or 1.25 cm, and a little more where words end on a stop.
TAB = 40.5
#: Sizes people choose are multiples of this (points), but for rounding; letters stretched by no more than this are not.
STEP, OFF, STRETCHED = 0.25, 0.05, 0.015
#: What tells, in words.
FITTED = "letters squeezed or stretched to fit"
SIZED = "letters of a size of their own"
CUT_OFF = "a place cut off where the words end"
DRAWN = "something drawn where the words end"
COLUMN = "a column that begins where the words end"
OVER = "words that run over the edge of their cell"
RAISED_OVER = "small letters set above hidden words"
SHARED_OUT = "a table whose columns are as wide as what is written in them"
UNDER_MIDDLE = "a line set above or below the middle of hidden words"
FOREIGN = "letters of another script, whose height can move the lines below"
TOLD = frozenset({FITTED, SIZED, CUT_OFF, DRAWN, COLUMN, OVER, RAISED_OVER, SHARED_OUT, UNDER_MIDDLE, FOREIGN})
#: Letters that fonts made for western Europe do not have: the first beyond Latin, and what is Latin beyond them.
BEYOND_LATIN, LATIN_TOO = 0x250, range(0x1E00, 0x1F00)
#: A line is set in the middle of a page or a cell when it is no farther (points) from it.
IN_THE_MIDDLE = 1.6


class Telling:
    """``glyphs`` are those drawn near the boxes of a page ``width`` points wide, ``words`` all it had."""

    def __init__(self, ink: Ink, glyphs: Sequence[Glyph], starts: Starts, words: Sequence[Word], width: float) -> None:
        self._ink = ink
        self._starts = starts
        self._letters = [glyph for glyph in glyphs if not glyph.blank]
        by_height = sorted(self._letters, key=lambda glyph: glyph.y)
        self._by_height, self._heights = by_height, [glyph.y for glyph in by_height]
        self._usual = ink.usual_stretch
        self._beside = Beside(ink)
        self._columns = Columns(words, ink.shapes, width)
        self._width = width

    def why(self, fields: Sequence[Field], number: int, redrawn: Collection[Part], *, ranged: bool) -> str:
        """What tells of one of a line's fields; "" when nothing does. ``redrawn`` are the shapes that move with its
        words; ``ranged`` fields are centred or end where others end."""
        own = fields[number]
        stretches = {glyph.stretch for token in own.staying for glyph in token.glyphs}
        if any(abs(stretch - self._usual) > STRETCHED * self._usual for stretch in stretches):
            return FITTED
        if stretches and abs(own.size / STEP - round(own.size / STEP)) * STEP > OFF and not self._shared_size(own.size):
            return SIZED
        if self._cut_off(own):
            return CUT_OFF
        if self._beside.runs_over(own):
            return OVER
        if self._beside.tells(own, redrawn, ranged=ranged):
            return DRAWN
        if self._set_above(own):
            return RAISED_OVER
        following = fields[number + 1] if number + 1 < len(fields) else None
        if following is not None and 0 < following.x0 - own.x1 < TAB and not self._ruled(own, following.x0):
            return COLUMN
        if self._column_within(own):
            return COLUMN
        if self._under_the_middle(own):
            return UNDER_MIDDLE
        if self._foreign(own):
            return FOREIGN
        return SHARED_OUT if self._columns.made_for(own, alone=len(fields) == 1) else ""

    def _column_within(self, own: Field) -> bool:
        """Whether a word right after a box begins where a column does, or the next line."""
        middle = own.y - 0.3 * own.size
        first = next(n for n, token in enumerate(own.tokens) if token.slot is not None)
        return any(self._starts.line_beside(t.x0, middle) for t in own.tokens[first:] if t.slot is None) or any(
            before.slot is not None
            and after.slot is None
            and after.blanks
            and self._starts.column_beside(after.x0, before.x1, middle, 0.3 * own.size)
            for before, after in pairwise(own.tokens)
        )

    def _under_the_middle(self, own: Field) -> bool:
        """Whether a line above or below stands in the middle of the words, and not of their page or cell."""
        middle = (own.x0 + own.x1) / 2
        edges = upright_edges(self._ink.shapes_across(*own.band), own.band)
        left = max((x for x in edges if x < own.x0), default=0.0)
        right = min((x for x in edges if x > own.x1), default=self._width)
        if any(abs(middle - centre) < IN_THE_MIDDLE for centre in (self._width / 2, (left + right) / 2)):
            return False
        return self._starts.under_the_middle(own.x0, own.x1, own.y - 0.3 * own.size)

    def _foreign(self, own: Field) -> bool:
        """Whether letters of a script that the words beside them are not in are hidden."""
        hidden = {_beyond_western(glyph) for token in own.tokens if token.slot is not None for glyph in token.glyphs}
        return True in hidden and not any(_beyond_western(glyph) for token in own.staying for glyph in token.glyphs)

    def _shared_size(self, size: float) -> bool:
        lines = {round(glyph.y) for glyph in self._letters if abs(glyph.size - size) < 0.003 * size}
        return len(lines) >= SHARED

    def _cut_off(self, own: Field) -> bool:
        end = min(clip.x1 for clip in own.clips)
        if not own.x1 - SAME < end < own.x1 + CLOSE * own.size:
            return False
        return len({round(glyph.y) for glyph in self._letters if abs(glyph.clip.x1 - end) < SAME}) < SHARED

    def _set_above(self, own: Field) -> bool:
        """Whether small letters stand in the middle above hidden words: what is read with them, or dots for each of
        their letters."""
        low, high = (own.y - share * own.size for share in reversed(RAISED))
        near = self._by_height[bisect_right(self._heights, low) : bisect_left(self._heights, high)]
        above = [glyph for glyph in near if glyph.size < SMALL * own.size]
        for token in own.tokens:
            over = [g for g in above if token.slot and token.x0 < g.middle < token.x1]
            if over and all(g in over or not token.x0 - own.size < g.middle < token.x1 + own.size for g in above):
                middle = (min(g.x for g in over) + max(g.end for g in over)) / 2
                if abs(middle - (token.x0 + token.x1) / 2) < MIDDLE:
                    return True
        return False

    def _ruled(self, own: Field, end: float) -> bool:
        """Whether an upright line stands after a field's words, or through the last of them, and before ``end``."""
        start = min(own.x1, own.tokens[-1].x0 + own.size)
        return any(
            shape.box.width < 2.5 and start - 1 < shape.box.x0 < end + 1 and shape.box.y0 < own.y < shape.box.y1 + 2
            for shape in self._ink.shapes_across(own.y - 2, own.y)
        )


def _beyond_western(glyph: Glyph) -> bool:
    """Whether a glyph is a letter that fonts for western Europe do not have."""
    return glyph.code >= BEYOND_LATIN and glyph.code not in LATIN_TOO and chr(glyph.code).isalpha()
