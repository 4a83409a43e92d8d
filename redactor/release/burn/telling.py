# SPDX-License-Identifier: AGPL-3.0-or-later
"""What may still tell how long a hidden name is though its line is set again: things that are where they are because
the words before them ended there, and letters that were made to fit. Such a box is told of; where it lies is as for
any other."""

from __future__ import annotations

from collections.abc import Sequence

from redactor.domain.geometry import Box
from redactor.release.burn.ink import Glyph, Ink
from redactor.release.burn.lines import Field

#: Ems from the end of the words within which a line, a frame or an edge may be there because of them; and a picture or
#: a sign.
CLOSE, NEAR = 0.8, 2.0
#: So many lines share what was there before the words were.
SHARED = 3
#: Two edges are the same within this many points; so is the room on both sides of words in a cell made for them.
SAME, EVEN = 0.5, 1.0
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
TOLD = frozenset({FITTED, SIZED, CUT_OFF, DRAWN, COLUMN})


class Telling:
    """``glyphs`` are those drawn near the boxes of a page."""

    def __init__(self, ink: Ink, glyphs: Sequence[Glyph]) -> None:
        self._ink = ink
        self._letters = [glyph for glyph in glyphs if not glyph.blank]
        self._usual = ink.usual_stretch

    def why(self, fields: Sequence[Field], number: int) -> str:
        """What tells of one of a line's fields; "" when nothing does."""
        own = fields[number]
        letters = [glyph for token in own.staying for glyph in token.glyphs]
        if any(abs(glyph.stretch - self._usual) > STRETCHED * self._usual for glyph in letters):
            return FITTED
        if letters and abs(own.size / STEP - round(own.size / STEP)) * STEP > OFF and not self._shared_size(own.size):
            return SIZED
        if self._cut_off(own):
            return CUT_OFF
        if self._made_for(own):
            return DRAWN
        following = fields[number + 1] if number + 1 < len(fields) else None
        if following is not None and 0 < following.x0 - own.x1 < TAB and not self._ruled(own.x1, following.x0, own):
            return COLUMN
        return ""

    def _shared_size(self, size: float) -> bool:
        lines = {round(glyph.y) for glyph in self._letters if abs(glyph.size - size) < 0.003 * size}
        return len(lines) >= SHARED

    def _cut_off(self, own: Field) -> bool:
        end = min(glyph.clip.x1 for token in own.tokens for glyph in token.glyphs)
        if not own.x1 - SAME < end < own.x1 + CLOSE * own.size:
            return False
        return len({round(glyph.y) for glyph in self._letters if abs(glyph.clip.x1 - end) < SAME}) < SHARED

    def _made_for(self, own: Field) -> bool:
        low, high = own.y - 0.75 * own.size, own.y + 0.2 * own.size
        beside = [shape.box for shape in self._ink.shapes if shape.box.y0 < high and shape.box.y1 > low]
        for box in (*beside, *self._ink.pictures):
            if not (box.y0 < high and box.y1 > low):
                continue
            upright = box.width < 2.5 and box.height > 0.5 * own.size
            if upright:
                gap = box.x0 - own.x1
                if -SAME < gap < NEAR * own.size and self._alone(box, own):
                    return True
                if -SAME < gap < CLOSE * own.size and self._even(own, box, beside):
                    return True
            elif -SAME < box.x0 - own.x1 < NEAR * own.size and box.width < 6 * own.size and box.height > 2.5:
                return True
        return False

    def _alone(self, box: Box, own: Field) -> bool:
        """Whether an upright line is of this line of text only: a table's border goes on, or has others above and
        below."""
        same = [
            shape.box
            for shape in self._ink.shapes
            if abs(shape.box.x0 - box.x0) < SAME and shape.box.width < 2.5 and abs(shape.box.y0 - box.y0) > 2
        ]
        return len(same) + 1 < SHARED and box.height < 1.8 * own.size

    def _even(self, own: Field, right: Box, beside: Sequence[Box]) -> bool:
        """Whether words have as much room on their left as on their right: their column was made for them."""
        left = max((box.x1 for box in beside if box.width < 2.5 and box.x1 <= own.x0 + SAME), default=None)
        return left is not None and abs((own.x0 - left) - (right.x0 - own.x1)) < EVEN

    def _ruled(self, start: float, end: float, own: Field) -> bool:
        return any(
            shape.box.width < 2.5 and start - 1 < shape.box.x0 < end + 1 and shape.box.y0 < own.y < shape.box.y1 + 2
            for shape in self._ink.shapes
        )
