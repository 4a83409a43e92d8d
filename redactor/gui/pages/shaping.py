# SPDX-License-Identifier: AGPL-3.0-or-later
"""Moving and resizing the box that is chosen: by its edges and corners, by dragging it, by arrow keys. What is not
decided yet (a drawn selection) changes at once; what is on record changes when the hand lets go."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, Qt, QTimer

from redactor.domain.geometry import Box, merged_by_line
from redactor.gui.casework.told.pages import Mark, PageKey, WordBoxes
from redactor.gui.pages.selection import Selection
from redactor.gui.wording.language import tr

if TYPE_CHECKING:
    from redactor.gui.pages.view import PageView

#: Logical pixels about an edge that take hold of it.
REACH = 5.0
#: Points: no box becomes smaller.
SMALLEST = 4.0
#: Points an arrow key moves.
STEP = 2.0
#: Milliseconds after the last arrow key: a run of them is one change, and one undo.
SETTLE = 700


class Grip(NamedTuple):
    """Which box is held, and by which edges ("" for the whole box; of l, r, t, b)."""

    number: int
    edges: str


class Shaping:
    def __init__(self, view: PageView) -> None:
        self._view = view
        self.allowed = False
        self._grip: Grip | None = None
        self._from: tuple[float, float] = (0.0, 0.0)
        self._key: PageKey | None = None
        self._mark: Mark | None = None
        self._start: list[Box] = []
        #: What is drawn while a change is under way, in points.
        self.now: list[Box] | None = None
        self._settle = QTimer(view)
        self._settle.setSingleShot(True)
        self._settle.setInterval(SETTLE)
        self._settle.timeout.connect(self.finish)

    # -- what can be shaped --------------------------------------------------------------------------------

    def target(self) -> tuple[PageKey, Mark | None, tuple[Box, ...]] | None:
        """The chosen mark that a person made, or the drawn box that is selected."""
        view = self._view
        if not self.allowed:
            return None
        if view.selection is not None:
            drawn = view.selection.span is None
            return (view.selection.key, None, view.selection.boxes) if drawn else None
        found = view.chosen_mark()
        if found is not None and found[0].kind in ("passage", "harm") and found[0].boxes:
            return found[1], found[0], found[0].boxes
        return None

    def boxes(self, key: PageKey) -> list[Box]:
        """The boxes that have handles now, on this page."""
        target = self.target()
        if target is None or target[0] != key:
            return []
        return self.now if self.now is not None else list(target[2])

    def grip(self, point: QPointF) -> Grip | None:
        """What a press at this point of the viewport would take hold of."""
        target = self.target()
        if target is None:
            return None
        x, y = self._view.inside(target[0], point)
        reach = REACH / self._view.layout_.scale
        for number, box in enumerate(self.boxes(target[0])):
            if not (box.x0 - reach <= x <= box.x1 + reach and box.y0 - reach <= y <= box.y1 + reach):
                continue
            edges = "l" if abs(x - box.x0) <= reach else "r" if abs(x - box.x1) <= reach else ""
            edges += "t" if abs(y - box.y0) <= reach else "b" if abs(y - box.y1) <= reach else ""
            return Grip(number, edges)
        return None

    @staticmethod
    def cursor(grip: Grip) -> Qt.CursorShape:
        return {
            "": Qt.CursorShape.SizeAllCursor,
            "l": Qt.CursorShape.SizeHorCursor,
            "r": Qt.CursorShape.SizeHorCursor,
            "t": Qt.CursorShape.SizeVerCursor,
            "b": Qt.CursorShape.SizeVerCursor,
            "lt": Qt.CursorShape.SizeFDiagCursor,
            "rb": Qt.CursorShape.SizeFDiagCursor,
        }.get(grip.edges, Qt.CursorShape.SizeBDiagCursor)

    # -- the mouse -----------------------------------------------------------------------------------------

    def begin(self, point: QPointF) -> bool:
        """Take hold, if there is something to hold there."""
        self.finish()
        grip = self.grip(point)
        if grip is None or not self._take():
            return False
        self._grip = grip
        self._from = self._place(point)
        return True

    @property
    def held(self) -> bool:
        return self._grip is not None

    def drag(self, point: QPointF) -> None:
        if self._grip is None:
            return
        x, y = self._place(point)
        self._change(self._grip, x - self._from[0], y - self._from[1])

    def end(self) -> bool:
        """Let go; False when nothing was moved."""
        self._grip = None
        return self.finish()

    # -- the keyboard --------------------------------------------------------------------------------------

    def nudge(self, x: int, y: int, resize: bool) -> bool:
        """Move by so many steps, or (``resize``) move the right and lower edge. False when no box is chosen."""
        if self.target() is None:
            return False
        if self.now is None and not self._take():
            return False
        self._start = list(self.now or self._start)
        lay = self._view.layout_
        if not resize and self._key in lay.index:
            x, y = map(int, lay.turn(lay.index[self._key]).step_into(x, y))
        edges = ("r" if x else "") + ("b" if y else "") if resize else ""
        for number in range(len(self._start)):
            if not resize or number == len(self._start) - 1:
                self._change(Grip(number, edges), x * STEP, y * STEP)
        self._settle.start()
        return True

    def split(self) -> str:
        """One box a line round the words under it; why not, or ""."""
        self.finish()
        target = self.target()
        if target is None:
            return tr("Choose a box that was drawn or marked by hand first.")
        words = self._view.overlay.words(target[0])
        lines = lines_under(words, target[2]) if words else ()
        if not lines:
            return tr("No words are read under this box. Draw one box a line.")
        self._take()
        self.now = list(lines)
        self.finish()
        return ""

    # -- changing -------------------------------------------------------------------------------------------

    def _take(self) -> bool:
        target = self.target()
        if target is None:
            return False
        self._key, self._mark, boxes = target
        self._start = list(boxes)
        return True

    def _change(self, grip: Grip, dx: float, dy: float) -> None:
        assert self._key is not None
        view = self._view
        page = view.layout_.pages[view.layout_.index[self._key]]
        now = list(self.now or self._start)
        now[grip.number] = shaped(self._start[grip.number], grip.edges, dx, dy, page.width, page.height)
        if now != self._start or self.now is not None:
            self.now = now
        view.viewport().update()

    def finish(self) -> bool:
        """What was changed is said; False when nothing was."""
        self._settle.stop()
        now, key, mark = self.now, self._key, self._mark
        self.now = None
        if now is None or key is None:
            return False
        boxes = tuple(box.rounded() for box in now)
        if mark is None:
            self._view.select(Selection(key, boxes, "", None))
        elif boxes != mark.boxes:
            self._view.reshaped.emit(key, mark, boxes)
        self._view.viewport().update()
        return True

    def give_up(self) -> bool:
        """Back to where it was, if a change is under way."""
        self._settle.stop()
        changing, self.now, self._grip = self.now is not None, None, None
        return changing

    def _place(self, point: QPointF) -> tuple[float, float]:
        assert self._key is not None
        return self._view.inside(self._key, point)


def shaped(box: Box, edges: str, dx: float, dy: float, width: float, height: float) -> Box:
    """``box`` with these edges moved, or moved whole; on the page (its size in points), never smaller than a letter."""
    x0, y0, x1, y1 = box
    if not edges:
        dx = min(max(dx, -x0), width - x1)
        dy = min(max(dy, -y0), height - y1)
        return Box(x0 + dx, y0 + dy, x1 + dx, y1 + dy)
    if "l" in edges:
        x0 = min(max(x0 + dx, 0.0), x1 - SMALLEST)
    if "r" in edges:
        x1 = max(min(x1 + dx, width), x0 + SMALLEST)
    if "t" in edges:
        y0 = min(max(y0 + dy, 0.0), y1 - SMALLEST)
    if "b" in edges:
        y1 = max(min(y1 + dy, height), y0 + SMALLEST)
    return Box(x0, y0, x1, y1)


def lines_under(words: WordBoxes, boxes: tuple[Box, ...]) -> tuple[Box, ...]:
    """One box a line round the words that lie mostly under ``boxes``."""
    under = [word for word in words.boxes if any(word.overlap(box) > 0.5 for box in boxes)]
    return tuple(box.rounded() for box in merged_by_line(under))
