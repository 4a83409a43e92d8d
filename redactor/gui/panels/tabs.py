# SPDX-License-Identifier: AGPL-3.0-or-later
"""The panels' tabs, each with how much is left in it. Where there is no room for all of that, numbers go before names
are cut: other languages are longer than English."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QTabWidget, QWidget

from redactor.gui.wording.language import tr

#: What the style sheet puts beside the words of a tab, in logical pixels, with a little to spare.
BESIDE = 18


class CountingTabs(QTabWidget):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names: list[str] = []
        self._left: dict[int, int] = {}
        self.setDocumentMode(True)
        self.setUsesScrollButtons(False)
        self.setElideMode(Qt.TextElideMode.ElideRight)
        self.tabBar().setAccessibleName(tr("Panels"))
        self.currentChanged.connect(lambda _: self._fit())

    def add(self, panel: QWidget, name: str) -> None:
        """A panel under its name, already in the language in use."""
        self._names.append(name)
        self.addTab(panel, name)
        self.setTabToolTip(self.count() - 1, name)

    def set_left(self, panel: QWidget, left: int) -> None:
        """So much is left in this panel."""
        number = self.indexOf(panel)
        self._left[number] = left
        self.setTabToolTip(number, self._full(number))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _full(self, number: int) -> str:
        left = self._left.get(number, 0)
        return tr("{name} ({left:,})", name=self._names[number], left=left) if left else self._names[number]

    def _fit(self) -> None:
        full = [self._full(number) for number in range(len(self._names))]
        shown = full if self._takes(full) <= self.width() else self._names
        for number, text in enumerate(shown):
            if self.tabText(number) != text:
                self.setTabText(number, text)

    def _takes(self, texts: list[str]) -> int:
        """The width of these tabs, the one in front in bold."""
        plain, bold = self.tabBar().fontMetrics(), QFont(self.tabBar().font())
        bold.setBold(True)
        front = QFontMetrics(bold)
        return sum(
            (front if number == self.currentIndex() else plain).horizontalAdvance(text) + BESIDE
            for number, text in enumerate(texts)
        )
