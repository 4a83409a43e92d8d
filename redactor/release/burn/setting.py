# SPDX-License-Identifier: AGPL-3.0-or-later
"""Set a line with boxes again: every box gets a width that has nothing to do with what it hides, and the words
beside it their font's own advances, so that neither tells anything.

Measures are points; positions that are drawn lie on the grid of ``step`` points, one pixel of the page.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from redactor.domain.geometry import Box
from redactor.release.burn.fields import Field, Slot, Token
from redactor.release.burn.ink import Glyph, Ink
from redactor.release.burn.lines import behind, upright_edges
from redactor.release.burn.starts import Starts

#: A box is this many ems wide; where the line has no room it shrinks down to the second.
WIDE, NARROW = 5.5, 2.2
#: But never less than this many points, so that its number can be read.
WIDE_POINTS, NARROW_POINTS = 44.0, 16.0
#: Blanks may shrink to this share when a line has no room.
TIGHT = 0.6
#: Between a box and a letter that touched what it hides: this many ems.
TOUCHING = 0.1
#: Boxes alone in a cell fill it, up to this many ems.
CELL = 26.0
#: What begins further than this many ems from its cell's edge, and ends where others do, is ranged right.
CELL_INDENT = 2.0
#: Pages with so much of pictures (against a square as wide as the page) may be encoded in blocks of so many pixels.
PICTURED, BLOCK = 0.15, 8
#: Text is kept this many points away from the page's edge, and from rules and pictures.
PAGE_EDGE, RULE_EDGE = 14.0, 1.5
#: Letters set wider apart than this many ems, throughout, keep that distance (to a twentieth of an em).
TRACKED = 0.05
#: Words whose letters lie further from their advances than this (ems, most of them) are set by hand.
BY_HAND = 0.2
#: Centred or ranged right: within this many points; a line by itself counts as centred, whatever starts where it does,
#: within the second.
ALIGNED, CENTRED = 1.6, 0.5
#: So many dots or dashes in a row lead the eye to a column.
LEADERS = 4


@dataclass(slots=True)
class Placed:
    """A field set again: where each glyph and each box goes. ``why`` is not empty when it could not be, and says
    so in a word. ``fills`` are the boxes that fill the cell or the rest of the line."""

    glyphs: list[tuple[Glyph, float]] = field(default_factory=list)
    tokens: list[tuple[Token, float, float]] = field(default_factory=list)
    boxes: dict[Slot, tuple[float, float]] = field(default_factory=dict)
    fills: set[Slot] = field(default_factory=set)
    why: str = ""


def _leads(fields: Sequence[Field]) -> bool:
    """Whether some fields have a row of dots or dashes, whose number tells how much room was left."""
    row = 0
    for glyph in (glyph for own in fields for token in own.staying for glyph in token.glyphs):
        row = row + 1 if chr(max(glyph.code, 0)) in "._-\u2026\u00b7" else 0
        if row >= LEADERS:
            return True
    return False


def _part(picture: Box, width: float) -> float:
    """The area of a picture that can be on a page of this width."""
    return max(min(picture.x1, width) - max(picture.x0, 0.0), 0.0) * max(picture.height, 0.0)


def _apart(own: Field) -> list[float]:
    """How far apart the letters that follow each other in a field's words are set, in ems, in order."""
    return sorted(
        [
            (b.x - a.end) / max(a.size, 1e-3)
            for token in own.staying
            for a, b in zip(token.glyphs, token.glyphs[1:], strict=False)
        ]
    )


def _tracking(apart: Sequence[float]) -> float:
    """How far apart letters are set throughout, in ems: 0 for nearly all text."""
    if len(apart) < 4 or abs(apart[len(apart) // 2]) < TRACKED:
        return 0.0
    return round(apart[len(apart) // 2] * 20) / 20


class Setter:
    """Sets the fields of one page. ``glyphs`` are those drawn near boxes; ``width`` is the page's."""

    def __init__(
        self,
        ink: Ink,
        glyphs: Sequence[Glyph],
        starts: Starts,
        width: float,
        step: float,
        hidden: Sequence[Sequence[Box]],
    ) -> None:
        self.ink = ink
        self.starts = starts
        self.width = width
        self.step = step
        self.hidden = hidden
        self.letters = sorted((g for g in glyphs if not g.blank), key=lambda g: g.y)
        self.heights = [g.y for g in self.letters]
        area = sum(_part(picture, width) for picture in ink.pictures)
        self.block = BLOCK * step if area > PICTURED * width * width else 0.0
        margin = starts.margin if starts.margin is not None else 0.08 * width
        self.margin = width - min(max(margin, 24.0), 0.13 * width)

    def place(self, fields: Sequence[Field], number: int) -> Placed:
        """Set one of a line's fields. It stays between its neighbours."""
        own = fields[number]
        apart = _apart(own)
        why = self._unsafe(own, apart) or self._told_beside(fields, number)
        if why:
            return Placed(why=why)
        following = fields[number + 1].x0 - 0.4 * own.size if number + 1 < len(fields) else self.width
        reach = 0.2 * own.size
        low, high, x0, x1 = *own.band, own.x0 - reach, own.x1 + reach
        shapes = [
            s
            for s in self.ink.shapes_across(low, high)
            # Colour behind the words themselves is no edge.
            if s.box.y0 < high
            and s.box.y1 > low
            and not (s.filled and s.box.width > 3 and x0 < s.box.x0 and s.box.x1 < x1)
        ]
        edges = upright_edges(shapes, own.band)
        first, last = own.tokens[0].glyphs[0], own.tokens[-1].glyphs[-1]
        rule = next((x for x in edges if x > first.middle), self.width)
        left = max((x for x in edges if x < first.middle), default=0.0)
        clip = min(clip.x1 for clip in own.clips)
        beside = [p.x0 for p in self.ink.pictures if p.x0 > last.middle and p.y0 < own.band[1] and p.y1 > own.band[0]]
        strange = [
            g.x - 0.4 * own.size
            for g in self._level_with(own.y, 0.8 * own.size)
            if g.x > last.end and abs(g.y - own.y) > 0.3 * own.size and not behind(g, own.size)
        ]
        hard = min(self.width - PAGE_EDGE, following, rule - RULE_EDGE, clip, *beside, *strange)
        bounded = rule < self.width and left > 0 and rule - left <= CELL * own.size and following >= rule
        if bounded and own.x0 <= left - 1:
            return Placed(why="a rule through its first letter")
        if not own.staying and bounded and len(own.tokens) == 1 and number == self._first_in(fields, left):
            return self._cell(own, left, rule)
        return self._line(
            own,
            _tracking(apart),
            number == 0,
            len(fields) == 1,
            hard,
            left if bounded else 0.0,
            rule if bounded else self.width,
        )

    def _level_with(self, y: float, reach: float) -> list[Glyph]:
        """The letters whose baseline is less than ``reach`` away."""
        return self.letters[bisect_right(self.heights, y - reach) : bisect_left(self.heights, y + reach)]

    def _first_in(self, fields: Sequence[Field], left: float) -> int:
        return next(n for n, one in enumerate(fields) if one.x0 > left - 1)

    def _told_beside(self, fields: Sequence[Field], number: int) -> str:
        """Why the line would tell how wide the box was though it is set again."""
        own = fields[number]
        slots = [slot for one in fields for slot in one.slots]
        if any(slots.count(slot) > 1 for slot in own.slots):
            return "letters printed over each other"
        if _leads(fields[number:]):
            return "dots or dashes that lead up to a column"
        following = fields[number + 1] if number + 1 < len(fields) else None
        if following is not None and not following.slots and not self.starts.tabulated(following.x0):
            rules = upright_edges(self.ink.shapes_across(*own.band), own.band)
            if not any(own.tokens[-1].x1 - 1 < x < following.x0 + 1 for x in rules):
                return "words after a gap, where no column is"
        return ""

    def _unsafe(self, own: Field, apart: Sequence[float]) -> str:
        codes = {glyph.code for token in own.staying for glyph in token.glyphs}
        if any(0x590 <= code <= 0x8FF or 0xFB1D <= code <= 0xFEFC for code in codes):
            return "written from right to left"
        if len(apart) > 3:
            middle = apart[len(apart) // 2]
            # They are in order: those that are far off are at the ends.
            near = bisect_right(apart, middle + BY_HAND) - bisect_left(apart, middle - BY_HAND)
            if len(apart) - near > 0.25 * len(apart):
                return "letters set by hand"
        return ""

    def _cell(self, own: Field, left: float, right: float) -> Placed:
        """A box alone in a cell fills it, whatever it hides."""
        slot = own.slots[0]
        x0, x1 = self._up(left + RULE_EDGE + 0.5), self._down(right - RULE_EDGE - 0.5)
        if x1 - x0 < NARROW_POINTS / 2:
            return Placed(why="a narrow cell")
        return Placed(boxes={slot: (x0, x1)}, fills={slot})

    def _line(
        self, own: Field, tracking: float, first: bool, alone: bool, hard: float, left: float, right: float
    ) -> Placed:
        start, ranged = self._start(own, first, alone, left, right)
        boxes = len(own.slots)
        wide, narrow = max(WIDE * own.size, WIDE_POINTS), max(NARROW * own.size, NARROW_POINTS)
        fixed, blanks = 0.0, 0.0
        for n, token in enumerate(own.tokens):
            if n and token.blanks is not None:
                touching = token.blanks == 0.0
                blanks += 0.0 if touching else token.blanks
                fixed += TOUCHING * own.size if touching else 0.0
            if token.slot is None:
                fixed += self._natural(token, tracking)
        soft = min(hard, self.margin)
        share = 1.0
        if ranged:
            low = left + RULE_EDGE if left else PAGE_EDGE
            centre, end = (start, hard) if ranged == "centre" else (0.0, start)
            room = 2 * min(centre - low, end - centre) if ranged == "centre" else end - low
            soft_room = room
        else:
            room, soft_room = hard - start, soft - start
        width = wide
        if fixed + blanks + boxes * width > soft_room:
            width = max((soft_room - fixed - blanks) / boxes, narrow)
        if fixed + blanks + boxes * width > room + 1e-6:
            share = (room - fixed - boxes * width) / blanks if blanks > 0 else -1.0
            if share < TIGHT:
                return Placed(why="no room on the line")
        total = fixed + share * blanks + boxes * width
        if ranged == "centre":
            start -= total / 2
        elif ranged == "right":
            start -= total
        return self._set(own, self._near(start), width, share, tracking, soft if not ranged else 0.0)

    def _start(self, own: Field, first: bool, alone: bool, left: float, right: float) -> tuple[float, str]:
        """Where the field starts, and how it is ranged: "" from the left, "centre" (the place is the middle) or
        "right" (the end). A start that other lines share is taken as theirs."""
        shared = self.starts.start(own.x0, first=first)
        ranged_left = self.starts.usual(own.x0) or self.starts.beside(own.x0, own.y, own.size)
        middle = (own.x0 + own.x1) / 2
        clip = min(own.clips, key=lambda clip: clip.width)
        for centre in ((left + right) / 2, self.width / 2, (clip.x0 + clip.x1) / 2):
            off = abs(middle - centre)
            sure = alone and off < CENTRED and not ranged_left
            if (sure or (shared is None and off < ALIGNED)) and own.x0 > left + 2 * ALIGNED:
                return centre, "centre"
        if shared is not None:
            return shared, ""
        under = self.starts.middle_of_others(middle, own.y) if alone and not ranged_left else None
        if under is not None:
            return under, "centre"
        end = self.starts.end(own.x1)
        far = own.x0 > max(left + 60, 0.45 * self.width)
        if far and end is not None and end >= self.starts.ends[-1] - ALIGNED:
            return end, "right"
        if far and self.starts.margin is not None and abs(own.x1 - (self.width - self.starts.margin)) < CENTRED:
            return self.width - self.starts.margin, "right"
        in_cell = left and own.x0 > left + CELL_INDENT * own.size
        if (far or in_cell) and not ranged_left and self.starts.ends_with_others(own.x1, own.y):
            return own.x1, "right"
        return own.x0, ""

    def _natural(self, token: Token, tracking: float) -> float:
        return sum(glyph.advance + tracking * glyph.size for glyph in token.glyphs)

    def _set(self, own: Field, start: float, width: float, share: float, tracking: float, soft: float) -> Placed:
        placed = Placed()
        at = start
        for n, token in enumerate(own.tokens):
            if n and token.blanks is not None:
                at += TOUCHING * own.size if token.blanks == 0.0 else share * token.blanks
            if token.slot is None:
                begin = at
                for glyph in token.glyphs:
                    placed.glyphs.append((glyph, self._on_grid(at, glyph.size)))
                    at += glyph.advance + tracking * glyph.size
                placed.tokens.append((token, begin, at))
                continue
            x0, x1 = self._near(at), self._near(at + width)
            if self.block:
                # The encoder of pages with photographs covers whole blocks: the box lies inside of some.
                x0, x1 = self._blocks(at, at + width)
            if soft > x1 and n == len(own.tokens) - 1 and self._goes_on(token.slot):
                x1 = self._blocks(x0, soft)[1] if self.block else self._down(soft)
                placed.fills.add(token.slot)
            placed.boxes[token.slot] = (x0, x1)
            at = x1 + (2 * self.step if self.block else 0.0)
        return placed

    def _blocks(self, x0: float, x1: float) -> tuple[float, float]:
        """A place for a box from about ``x0`` to ``x1`` that stays in its blocks when grown by a pixel or two."""
        block, inset = self.block, 2 * self.step
        first = -int(-x0 // block)
        last = max(int(x1 // block), first + 1)
        return first * block + inset, last * block - inset

    def _goes_on(self, slot: Slot) -> bool:
        """Whether the redaction goes on in a box below this one."""
        own, boxes = self.hidden[slot[0]][slot[1]], self.hidden[slot[0]]
        return any(box.y0 > (own.y0 + own.y1) / 2 for box in boxes)

    def _near(self, x: float) -> float:
        return round(x / self.step) * self.step

    def _up(self, x: float) -> float:
        return -int(-x // self.step) * self.step

    def _down(self, x: float) -> float:
        return int(x // self.step) * self.step

    def _on_grid(self, x: float, size: float) -> float:
        """In the middle of one of the places between pixels that the drawing library tells apart: small letters have
        four to a pixel, larger ones two, large ones one."""
        pixels = size / self.step
        parts = 4 if pixels < 24 else 2 if pixels < 48 else 1
        return round(x / self.step * parts) / parts * self.step
