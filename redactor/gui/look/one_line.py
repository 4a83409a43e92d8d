# SPDX-License-Identifier: AGPL-3.0-or-later
"""A label of one line that never pushes others aside, and says what it can where there is no room for all of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel

from redactor.gui.wording import words


@dataclass(frozen=True, slots=True)
class OneLine:
    """A head, and parts after it of which as many are shown as there is room for, the first ones first. ``short``
    stands for all of it where there is no room even for the head."""

    head: str
    parts: tuple[str, ...] = ()
    between: str = ": "
    short: str = ""

    def __str__(self) -> str:
        return f"{self.head}{self.between}{', '.join(self.parts)}" if self.parts else self.head

    def within(self, fits: Callable[[str], bool]) -> str:
        """The longest way to say it that fits; the shortest if none does."""
        for number in range(len(self.parts), 0, -1):
            left = len(self.parts) - number
            listed = [*self.parts[:number], words.count(left, "more kind")] if left else list(self.parts)
            if fits(said := f"{self.head}{self.between}{', '.join(listed)}"):
                return said
        return self.head if not self.short or fits(self.head) else self.short


class ElidedLabel(QLabel):
    """What has no room ends in "…" and is told on hovering."""

    _line = OneLine("")

    def minimumSizeHint(self) -> QSize:
        return QSize(60, super().minimumSizeHint().height())

    def say(self, line: OneLine | str) -> None:
        self._line = OneLine(line) if isinstance(line, str) else line
        super().setText(str(self._line))
        self.setToolTip(self.text())

    def setText(self, text: str) -> None:
        self.say(text)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        room, metrics = self.margin(), self.fontMetrics()
        area = self.contentsRect().adjusted(room, 0, -room, 0)
        text = self._line.within(lambda text: metrics.horizontalAdvance(text) <= area.width())
        painter.setPen(self.palette().color(self.foregroundRole()))
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
