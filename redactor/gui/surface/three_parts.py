# SPDX-License-Identifier: AGPL-3.0-or-later
"""The three parts of the desk side by side: wide enough for the window until somebody moves an edge, then as left.
Where the pages have too little room the parts beside them fold away: the documents first. Where not even two parts
fit beside the pages, opening one folds the other."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

from redactor.gui import recent
from redactor.gui.surface.folding import RAIL, Fold

#: Shares of the width that the left and the right part take, and the pixels they take at least and at most.
SHARES = ((0.21, 215, 460), (0.27, 376, 560))
#: Logical pixels below which the middle has too little room: for one page, and for two beside each other.
ONE_PAGE, TWO_PAGES = 480, 1000
#: Logical pixels that the middle keeps beside an open part, however narrow the window is.
LEAST = 230
LEFT, RIGHT = 0, 1


class ThreeParts(QSplitter):
    """``left`` and ``right`` fold; the middle takes what they leave. ``folded``: one of them went or came."""

    folded = Signal()

    def __init__(self, left: Fold, middle: QWidget, right: Fold, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.folds = (left, right)
        for part in (left, middle, right):
            self.addWidget(part)
        # A splitter puts each new part below the one before; screen readers read them from below upwards.
        for part in (left, middle, right, self.handle(1), self.handle(2)):
            part.raise_()
        self.setStretchFactor(1, 1)
        self.setChildrenCollapsible(False)
        self.setHandleWidth(1)
        #: What somebody asked for, by part: open, folded, or as there is room (None).
        self._asked: list[bool | None] = [None, None]
        self._least = ONE_PAGE
        #: The part that was asked for last.
        self._last = RIGHT
        #: The widths somebody gave the two parts by hand. Qt's own memory of them fits them into a window that has no
        #: size yet, and comes back with the least they can be.
        self._by_hand = _widths(recent.shape("desk"))
        self.splitterMoved.connect(lambda *_: self._moved())
        for side, fold in enumerate(self.folds):
            fold.opened.connect(lambda side=side: self.open(side, focus=True))

    def remember(self) -> None:
        """Keep where somebody has put the edges, if anybody has."""
        if self._by_hand is not None:
            recent.remember_shape("desk", QByteArray(" ".join(map(str, self._by_hand)).encode()))

    def want_room(self, least: int) -> None:
        """The middle needs this much, in logical pixels; what was folded or opened for another need is forgotten."""
        if least != self._least:
            self._least = least
            self._asked = [None, None]
            self._arrange()

    def open(self, side: int, *, focus: bool = False) -> None:
        """Somebody needs this part; ``focus``: and goes on in it."""
        if self.folds[side].folded:
            self._ask(side, True)
        if focus:
            self.folds[side].part.setFocus()

    def toggle(self, side: int) -> None:
        self._ask(side, self.folds[side].folded)

    def _ask(self, side: int, shown: bool) -> None:
        self._asked[side] = shown
        if shown:
            self._last = side
        self._arrange()

    def minimumSizeHint(self) -> QSize:
        """One part beside the pages, whatever is open now: the other folds before the window is as narrow."""
        return QSize(RAIL + LEAST + self._narrowest(RIGHT) + 2 * self.handleWidth(), super().minimumSizeHint().height())

    def _narrowest(self, side: int) -> int:
        return self.folds[side].part.minimumWidth()

    def _moved(self) -> None:
        if not any(fold.folded for fold in self.folds):
            self._by_hand = [self.sizes()[0], self.sizes()[2]]

    def _wide(self) -> list[int]:
        """The widths of the two parts where they are open."""
        width = self.width()
        return self._by_hand or [round(min(max(width * share, least), most)) for share, least, most in SHARES]

    def _arrange(self) -> None:
        wide = self._wide()
        shown = [asked is not False for asked in self._asked]
        for side in (LEFT, RIGHT):
            taken = sum(one if open_ else RAIL for one, open_ in zip(wide, shown, strict=True))
            if self._asked[side] is None and self.width() - taken < self._least:
                shown[side] = False
        if all(shown) and self.width() < sum(map(self._narrowest, (LEFT, RIGHT))) + LEAST + 2 * self.handleWidth():
            shown[1 - self._last] = False
        before = [fold.folded for fold in self.folds]
        for fold, open_ in zip(self.folds, shown, strict=True):
            fold.fold(not open_)
        left, right = (one if open_ else RAIL for one, open_ in zip(wide, shown, strict=True))
        if shown[RIGHT]:
            # Asked for where the pages have too little room: no wider than it must be.
            right = max(right - max(ONE_PAGE - (self.width() - left - right), 0), self._narrowest(RIGHT))
        self.setSizes([left, self.width() - left - right, right])
        if before != [fold.folded for fold in self.folds]:
            self.folded.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._arrange()


def _widths(kept: QByteArray) -> list[int] | None:
    """As :meth:`ThreeParts.remember` wrote them; None when nobody has moved an edge."""
    parts = kept.data().split()
    return [int(part) for part in parts] if len(parts) == 2 and all(map(bytes.isdigit, parts)) else None
