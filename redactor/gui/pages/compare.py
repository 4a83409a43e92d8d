# SPDX-License-Identifier: AGPL-3.0-or-later
"""Source, released, or both side by side: one place in the record and one zoom, whichever is scrolled."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QSplitter, QVBoxLayout, QWidget

from redactor.gui.casework.told.pages import PageKey, PageRow
from redactor.gui.client import CaseClient
from redactor.gui.pages.released import ReleasedPages
from redactor.gui.pages.scroll import PageScroll
from redactor.gui.pages.view import PageView
from redactor.gui.wording.language import tr

SOURCE, RELEASED, BOTH = "source", "released", "both"


class Compare(QWidget):
    """``moded``: another way of looking was chosen; ``turned``: a page, and by how many quarters it shows turned."""

    moded = Signal(str)
    turned = Signal(object, int)

    def __init__(self, client: CaseClient, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.source = PageView(client)
        self.released = ReleasedPages(client)
        self.mode = SOURCE
        self._following = False
        #: Pages that show turned, in quarters clockwise.
        self._turns: dict[PageKey, int] = {}
        self._to_lay: tuple[Sequence[PageRow], Mapping[str, str]] | None = None
        self._halves = QSplitter(Qt.Orientation.Horizontal)
        self._halves.setChildrenCollapsible(False)
        self._heads = (self._half(tr("Source"), self.source), self._half(tr("As released"), self.released))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._halves)
        for one, other in ((self.source, self.released), (self.released, self.source)):
            one.verticalScrollBar().valueChanged.connect(lambda _, a=one, b=other: self._follow(a, b))
            one.horizontalScrollBar().valueChanged.connect(lambda _, a=one, b=other: self._follow(a, b))
            one.zoomed.connect(lambda _, a=one, b=other: self._follow(a, b))
        self._show()

    def _half(self, title: str, pages: PageScroll) -> QLabel:
        half = QWidget()
        column = QVBoxLayout(half)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = QLabel(title)
        head.setProperty("half", True)
        head.setAlignment(Qt.AlignmentFlag.AlignCenter)
        head.setContentsMargins(6, 3, 6, 3)
        column.addWidget(head)
        column.addWidget(pages, 1)
        self._halves.addWidget(half)
        return head

    # -- what is shown -----------------------------------------------------------------------------------

    def set_pages(self, pages: Sequence[PageRow], names: Mapping[str, str]) -> None:
        self._turns = {row.key: row.turn for row in pages if row.turn} | self._turns
        self.source.set_pages(pages, names, self._turns)
        self._to_lay = (pages, names)
        if self.mode != SOURCE:
            self._lay_released()

    def _lay_released(self) -> None:
        """Pages come in by the thousand: for a view that nobody looks at there is no hurry."""
        if self._to_lay is not None:
            self.released.set_pages(*self._to_lay, self._turns)
            self._to_lay = None
        self._follow(self.source, self.released)

    def clear(self) -> None:
        self.source.clear()
        self.released.clear()
        self._to_lay = None
        self._turns = {}
        self.look(SOURCE)

    def turn(self) -> None:
        """The page in view a quarter further round, clockwise, in both."""
        key = self.lead.current
        if key is not None:
            self._turns[key] = (self._turns.get(key, 0) + 1) % 4
            for view in (self.source, self.released):
                view.show_turned(self._turns, key)
            self.turned.emit(key, self._turns[key])

    def decided(self) -> None:
        self.source.decided()
        self.released.decided()

    def look(self, mode: str) -> None:
        """Show the source, the release, or both."""
        if mode == self.mode:
            return
        self.mode = mode
        if mode != SOURCE:
            self._lay_released()
        focus = self.released if mode == RELEASED else self.source
        self._show()
        focus.setFocus()
        self.moded.emit(mode)

    @property
    def lead(self) -> PageScroll:
        """The view that shows and that the other follows."""
        return self.released if self.mode == RELEASED else self.source

    def toggle(self) -> None:
        """The release where only the source shows; else back to the source."""
        self.look(RELEASED if self.mode == SOURCE else SOURCE)

    def _show(self) -> None:
        views = (self.source, self.released)
        for view, mode, head in zip(views, (SOURCE, RELEASED), self._heads, strict=True):
            view.parentWidget().setVisible(self.mode in (mode, BOTH))
            head.setVisible(self.mode == BOTH)
        # Alike, whichever of them shows: what was hidden comes back with no width else.
        half = max(self._halves.width() // 2, 1)
        self._halves.setSizes([half, half])
        self._follow(self.source, self.released)

    # -- one place, one zoom -------------------------------------------------------------------------------

    def _follow(self, leader: PageScroll, other: PageScroll) -> None:
        # What does not show has a width of its own, which must not lead.
        if self._following or (self.isVisible() and not leader.isVisible()):
            return
        self._following = True
        try:
            other.follow(leader)
        finally:
            self._following = False
