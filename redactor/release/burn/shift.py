# SPDX-License-Identifier: AGPL-3.0-or-later
"""Lines of scans with boxes set again from their own pixels: every box gets one width, and the words after it are
moved along the line as they stand, a whole number of pixels each, up or down with the line where the page lies askew.
Where words moved away the page's own paper takes their place.

Only where all of it is plain: a word moves when blank paper lies all around it, onto blank paper, and every word of
its line does. Anything else stays as it is, and is told.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from statistics import median

import cv2
import numpy as np
from numpy.typing import NDArray

from redactor.domain.geometry import Box
from redactor.domain.pages import Word
from redactor.domain.slant import lay_of
from redactor.release.burn.again import Again
from redactor.release.burn.boxes import BLOCK, Pixels
from redactor.release.burn.grain import Grain, grain_of
from redactor.release.burn.rows import Places, Token, fields_of, lines_of
from redactor.release.burn.sheet import INK, is_even, paper_of
from redactor.release.burn.wipe import Patch, Wiper
from redactor.release.widths import UNSURE, Bands

#: A box is this many heights of the page's words wide, or down to the second where the line has no room; and no less
#: than so many points.
WIDE, NARROW = 4.4, 2.0
WIDE_POINTS, NARROW_POINTS = 44.0, 18.0
#: Between a box and a word, in heights of words.
GAP = 0.32
#: Strokes so much darker or lighter than the paper, on average over three pixels a side, are ink too.
PALE = 24
#: Kept clear at the page's edge, in points.
EDGE = 14.0
#: Boxes stay so many pixels inside of the encoder's blocks, since they grow a little.
INSET = 4
#: How far (heights of words) ink may reach beyond the box a word was read in, up and down, and on each side.
LOOSE, BESIDE = 0.3, 0.16
#: Lines are stretched to the margin when so many, and such a share, end no farther from the last one's end than this
#: (heights of words).
STRETCHED, SHARE, SAME_END = 3, 0.2, 0.3


@dataclass(slots=True)
class _Plan:
    """What happens to one field of a line: what is ``gone``, patches that move (with how far down and across), and
    the new ends of its boxes."""

    gone: list[Patch] = field(default_factory=list)
    moves: list[tuple[int, Patch, int, int]] = field(default_factory=list)
    boxes: dict[tuple[int, int], tuple[float, float]] = field(default_factory=dict)


def shifted(
    again: Again,
    taken: frozenset[int],
    pixels: Pixels,
    width: float,
    height: float,
    left: Bands,
    *,
    lossy: bool,
    jpeg: bool,
) -> Again:
    """The page with its lines set again; ``pixels`` (``width`` by ``height`` points) are changed. ``taken`` are the
    indexes of the words that boxes take away; lines at the heights in ``left`` stay as they are. On a page that will
    be ``lossy`` coded boxes lie inside of whole blocks; one that comes from a ``jpeg`` must be even, since that holds
    traces of what is hidden in the paper around it and in letters beside it."""
    staying = {n: word for n, word in enumerate(again.words) if n not in taken}
    if len(staying) < 4:
        return again
    page = _Page(pixels, width, height, list(staying.values()), again.words, BLOCK if lossy else 0)
    if not page.plain and not jpeg:
        page.learn([box for boxes in again.hidden for box in boxes], [word.box for word in again.words])
    if not page.plain:
        return again
    words, hidden = list(again.words), [list(boxes) for boxes in again.hidden]
    widths = [list(own) for own in again.widths]
    slots = [(h, j) for h, boxes in enumerate(again.hidden) for j in range(len(boxes))]
    places = Places([word.box for word in again.words])
    for line in lines_of(slots, again.hidden):
        boxes = {slot: again.hidden[slot[0]][slot[1]] for slot in line}
        if any(low <= (box.y0 + box.y1) / 2 <= high for box in boxes.values() for low, high in left):
            for h, j in line:
                widths[h][j] = replace(widths[h][j], why=UNSURE)
            continue
        level = places.level_with(boxes.values())
        beside = {n: staying[n] for n in level if n in staying}
        gone = [again.words[n].box for n in level if n in taken]
        for tokens in fields_of(boxes, beside, page.high):
            plan = page.plan(tokens, gone)
            if plan is None or not page.apply(plan, [box for box, slot, _ in tokens if slot is not None]):
                continue
            for n, _, down, across in plan.moves:
                x, y = across / page.across, down / page.down
                box = words[n].box
                words[n] = words[n]._replace(box=Box(box.x0 + x, box.y0 + y, box.x1 + x, box.y1 + y))
            for (h, j), (x0, x1) in plan.boxes.items():
                hidden[h][j] = hidden[h][j]._replace(x0=x0, x1=x1)
                widths[h][j] = replace(widths[h][j], kind="set", why="")
    return replace(
        again,
        words=tuple(words),
        hidden=tuple(tuple(boxes) for boxes in hidden),
        widths=tuple(tuple(own) for own in widths),
    )


class _Page:
    """A scanned page: its paper, its words' usual height, how askew its lines run."""

    def __init__(
        self, pixels: Pixels, width: float, height: float, staying: Sequence[Word], every: Sequence[Word], block: int
    ) -> None:
        self.pixels, self.block = pixels, block
        rows, columns = pixels.shape[:2]
        self.across, self.down = columns / width, rows / height
        self.high = median(word.box.height for word in staying)
        self.paper = paper_of(pixels if pixels.ndim == 2 else pixels.min(axis=2))
        off: NDArray[np.int16] = np.zeros(self.paper.shape, dtype=np.int16)
        if pixels.ndim == 2:
            off = np.abs(pixels.astype(np.int16) - self.paper)
        self.ink: NDArray[np.bool_] = off > INK
        self.plain = pixels.ndim == 2 and is_even(off)
        left = min(word.box.x0 for word in staying)
        self.margin = max(max(word.box.x1 for word in staying), width - max(left, EDGE * 2))
        self.margin = min(self.margin, width - EDGE)
        self.lean = lay_of(staying, width).lean
        self.grain: Grain | None = None
        lines: dict[tuple[int, int], list[Word]] = {}
        for word in every:
            lines.setdefault((word.block, word.line), []).append(word)
        #: Where each line of the page starts and ends, as if it lay level.
        self._spans = [(min(map(self._end_of, line)) - 1, max(map(self._end_of, line))) for line in lines.values()]

    def _end_of(self, word: Word) -> float:
        return word.box.x1 + self.lean * (word.box.y0 + word.box.y1) / 2

    def _stretched(self, tokens: Sequence[Token]) -> bool:
        """Whether a field ends at the margin that lines were stretched to. The room between its words would tell how
        much of the line a hidden one took."""
        boxes = [box for box, _, _ in tokens]
        leans = self.lean * (boxes[0].y0 + boxes[0].y1) / 2
        start, end = min(box.x0 for box in boxes) + leans, max(box.x1 for box in boxes) + leans
        ends = [x1 for x0, x1 in self._spans if x0 < end and x1 > start]
        near = max(ends, default=0.0) - SAME_END * self.high
        return end > near and sum(x1 > near for x1 in ends) >= max(STRETCHED, SHARE * len(ends))

    def learn(self, hidden: Sequence[Box], words: Sequence[Box]) -> None:
        """Make blank paper out of the page's own, where there is enough of it."""
        if self.pixels.ndim == 2:
            self.grain = grain_of(self.pixels, self.ink, hidden, words, self.across, self.down)
        if self.grain is not None:
            self.plain = True
            # A thin rule is pale on a scan: it shows by what lies together.
            off = cv2.subtract(self.grain.level, self.pixels, dtype=cv2.CV_32F)
            self.ink |= np.abs(cv2.blur(off, (3, 3))) > PALE

    def plan(self, tokens: Sequence[Token], gone: Sequence[Box]) -> _Plan | None:
        """Where the field's words and boxes go, None when something about it is not plain."""
        patches: dict[int, Patch] = {}
        plan = _Plan()
        even = self._stretched(tokens)
        for at, (box, slot, n) in enumerate(tokens):
            # Words that follow each other move as far, where none of the room between them tells: where they are cut
            # apart does not matter.
            joined = slot is None and not even
            before = tokens[at - 1][0] if at and joined and tokens[at - 1][1] is None else None
            after = tokens[at + 1][0] if at + 1 < len(tokens) and joined and tokens[at + 1][1] is None else None
            patch = self._patch(box, 0.0 if slot is not None else BESIDE, before, after)
            if patch is None:
                return None
            if slot is None:
                patches[n] = patch
            else:
                plan.gone.append(patch)
        fixed = sum(p.x1 - p.x0 for p in patches.values()) / self.across
        count = sum(slot is not None for _, slot, _ in tokens)
        gap = GAP * self.high
        start = self._start(tokens, patches, gap)
        kept_gaps = 0.0 if even else self._gaps(tokens, patches)
        joints = len(tokens) - 1 if even else self._joints(tokens)
        room = self.margin - start - fixed - kept_gaps - gap * joints
        room -= count * 2 * self.block / self.across
        wide = min(max(WIDE * self.high, WIDE_POINTS), room / count)
        if wide < max(NARROW * self.high, NARROW_POINTS):
            return None
        self._place(plan, tokens, patches, start, round(wide * self.across) / self.across, gap, even=even)
        return plan

    def _start(self, tokens: Sequence[Token], patches: dict[int, Patch], gap: float) -> float:
        first, slot, n = tokens[0]
        return first.x0 // 2 * 2 if slot is not None else patches[n].x0 / self.across

    def _joints(self, tokens: Sequence[Token]) -> int:
        return sum(a[1] is not None or b[1] is not None for a, b in pairwise(tokens))

    def _gaps(self, tokens: Sequence[Token], patches: dict[int, Patch]) -> float:
        pairs = ((a[2], b[2]) for a, b in pairwise(tokens) if a[1] is None and b[1] is None)
        total: int = sum(patches[b].x0 - patches[a].x1 for a, b in pairs)
        return float(total / self.across)

    def _place(
        self,
        plan: _Plan,
        tokens: Sequence[Token],
        patches: dict[int, Patch],
        start: float,
        wide: float,
        gap: float,
        *,
        even: bool,
    ) -> None:
        at = round(start * self.across)
        between = round(gap * self.across)
        before: Token | None = None
        for token in tokens:
            _, slot, n = token
            if before is not None:
                words = slot is None and before[1] is None and not even
                at += patches[n].x0 - patches[before[2]].x1 if words else between
            if slot is None:
                patch = patches[n]
                aside = at - patch.x0
                down = round(self.lean * aside / self.across * self.down)
                if aside or down:
                    plan.moves.append((n, patch, down, aside))
                at += patch.x1 - patch.x0
            else:
                end = at + round(wide * self.across)
                if self.block:
                    first = -(-at // self.block) * self.block
                    end = max(end // self.block, first // self.block + 2) * self.block
                    plan.boxes[slot] = ((first + INSET) / self.across, (end - INSET) / self.across)
                else:
                    plan.boxes[slot] = (at / self.across, end / self.across)
                at = end
            before = token

    def _patch(self, box: Box, beside: float, before: Box | None, after: Box | None) -> Patch | None:
        """The pixels of a word, or of what a box hides, with blank paper around them; None when there is other ink.
        Ink may reach ``beside`` heights of a word out of the box on each side; it goes half way to the word ``before``
        and ``after``, if those belong to it."""
        slack = LOOSE * self.high
        rows, columns = self.ink.shape
        x0, x1 = max(int(box.x0 * self.across) - 1, 1), min(int(box.x1 * self.across) + 2, columns - 1)
        if before is not None:
            x0 = max(int((before.x1 + box.x0) / 2 * self.across), 1)
        if after is not None:
            x1 = min(int((box.x1 + after.x0) / 2 * self.across), columns - 1)
        highest, lowest = max(int((box.y0 - slack) * self.down), 1), int((box.y1 + slack) * self.down) + 1
        top, foot = max(int(box.y0 * self.down), 1), min(int(box.y1 * self.down) + 1, rows - 1)
        if x1 - x0 < 1 or foot >= rows - 1 or not self.ink[top:foot, x0:x1].any():
            return None
        while top > highest and self.ink[top - 1, x0:x1].any():
            top -= 1
        while foot < min(lowest, rows - 1) and self.ink[foot, x0:x1].any():
            foot += 1
        for _ in range(int(beside * self.high * self.across)):
            x0 -= bool(before is None and x0 > 1 and self.ink[top:foot, x0].any())
            x1 += bool(after is None and x1 < columns - 1 and self.ink[top:foot, x1 - 1].any())
        sides = [self.ink[top - 1, x0:x1], self.ink[foot, x0:x1]]
        sides += [self.ink[top:foot, x0]] if before is None else []
        sides += [self.ink[top:foot, x1 - 1]] if after is None else []
        if any(side.any() for side in sides):
            return None
        across = np.flatnonzero(self.ink[top:foot, x0:x1].any(axis=0))
        first = x0 if before is not None else x0 + int(across[0])
        last = x1 if after is not None else x0 + int(across[-1]) + 1
        return Patch(top, foot, first, last)

    @property
    def _margin(self) -> int:
        """The column at which lines may end."""
        column: int = round(self.margin * self.across)
        return column

    def _end(self, plan: _Plan) -> int:
        """The column at which the line ends, before or after it is set again."""
        ends = [patch.moved(down, aside).x1 for _, patch, down, aside in plan.moves]
        ends += [patch.x1 for patch in (*plan.gone, *(patch for _, patch, *_ in plan.moves))]
        last: int = max([*ends, *(round(x1 * self.across) for _, x1 in plan.boxes.values())])
        return last

    def apply(self, plan: _Plan, boxes: Sequence[Box]) -> bool:
        """Move the words, if all of them land on blank paper, and nothing else is in the way."""
        free = self.ink.copy()
        for patch in (*plan.gone, *(patch for _, patch, _, _ in plan.moves)):
            free[patch.y0 : patch.y1, patch.x0 : patch.x1] = False
        top = max(int(min(box.y0 for box in boxes) * self.down) - 1, 0)
        foot = int(max(box.y1 for box in boxes) * self.down) + 2
        for box in boxes:
            # Whatever the plan's boxes cover must have been in the patches: nothing of it may stay behind.
            if free[top:foot, max(int(box.x0 * self.across), 0) : int(box.x1 * self.across) + 1].any():
                return False
        for x0, x1 in plan.boxes.values():
            if free[top:foot, int(x0 * self.across) - 1 : int(x1 * self.across) + 2].any():
                return False
        for _, patch, down, aside in plan.moves:
            to = patch.moved(down, aside)
            if min(to.y0, to.x0) < 1 or to.x1 >= self.ink.shape[1] - 1 or to.y1 >= self.ink.shape[0] - 1:
                return False
            if free[to.y0 - 1 : to.y1 + 1, to.x0 - 1 : to.x1 + 1].any():
                return False
        held = [self.pixels[p.area].copy() for _, p, _, _ in plan.moves]
        if self.grain is not None:
            wiper = Wiper(self.pixels, self.ink, self.grain)
            strip = wiper.strip([*plan.gone, *(p for _, p, *_ in plan.moves)], self._end(plan), free, self._margin)
            if not wiper.is_like(strip):
                return False
            wiper.wipe(strip, free)
        for patch in (*plan.gone, *(patch for _, patch, _, _ in plan.moves)):
            # What is hidden goes altogether: the box that is painted may lie elsewhere now.
            area = (slice(patch.y0 - 1, patch.y1 + 1), slice(patch.x0 - 1, patch.x1 + 1))
            self.ink[area] = False
            if self.grain is None:
                self.pixels[area] = self.paper[area]
        for (_, patch, down, aside), part in zip(plan.moves, held, strict=True):
            to = patch.moved(down, aside)
            if self.grain is not None:
                # As dark against the paper there as it was against the paper here.
                change = self.grain.level[to.area] - self.grain.level[patch.area]
                part = np.clip(np.rint(part + change), 0, 255).astype(np.uint8)
            self.pixels[to.area] = part
            at = (slice(to.y0, to.y1), slice(to.x0, to.x1))
            self.ink[at] = np.abs(part.astype(np.int16) - self.paper[at]) > INK
        return True
