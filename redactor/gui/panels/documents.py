# SPDX-License-Identifier: AGPL-3.0-or-later
"""The documents of the release in its order, and their pages, with what is left on each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal, SignalInstance
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHeaderView, QMenu, QToolButton, QTreeView, QVBoxLayout, QWidget

from redactor.gui.casework.told.documents import DocumentRow
from redactor.gui.casework.told.pages import PageFlag, PageKey, PageRow
from redactor.gui.clipboard import keep_off
from redactor.gui.look.one_line import ElidedLabel, OneLine
from redactor.gui.look.parts import row
from redactor.gui.panels.documents_model import DocumentsModel
from redactor.gui.panels.thumbnails import Thumbnails
from redactor.gui.wording import words
from redactor.gui.wording.language import tr

#: Logical pixels from which on names are cut in their middle, and in height from which on pages show below.
ROOMY, TALL = 260, 700


class DocumentsPanel(QWidget):
    """``gone_to``: a page somebody wants to see. ``moved``: documents by key, and the one they go before (None: the
    end); ``menu_wanted``: a document and where; ``describe_wanted`` and ``leave_wanted``: a document."""

    gone_to = Signal(object)
    moved = Signal(list, object)
    menu_wanted = Signal(object, QPoint)
    describe_wanted = Signal(object)
    leave_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sidePanel")
        self._model = DocumentsModel(self)
        self.tree = QTreeView()
        self.tree.setAccessibleName(tr("Documents and pages"))
        self.tree.setModel(self._model)
        keep_off(self.tree)
        self.tree.setUniformRowHeights(True)
        self.tree.setIndentation(12)
        header = self.tree.header()
        header.setAccessibleName(tr("Columns of the documents"))
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Fixed)
        header.resizeSection(1, 40)
        self.tree.selectionModel().currentChanged.connect(lambda index, _: self._go(index))
        self.tree.clicked.connect(self._go)
        self._summary = ElidedLabel()
        self._summary.setProperty("faint", True)
        self._summary.setContentsMargins(2, 0, 0, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 8, 2, 8)
        column.setSpacing(6)
        column.addWidget(self.tree, 3)
        #: The pages of the document in view, where there is room for them.
        self.small: Thumbnails | None = None
        self._in_view: PageKey | None = None
        self.sort_menu = QMenu(self)
        self.sort_button = QToolButton()
        self.sort_button.setText(tr("Sort"))
        self.sort_button.setAccessibleName(tr("Sort the documents of the release"))
        self.sort_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.sort_button.setMenu(self.sort_menu)
        foot = row(self._summary, self.sort_button, spacing=2)
        foot.setStretch(0, 1)
        column.addLayout(foot)
        self.tree.setDragEnabled(True)
        self.tree.setAcceptDrops(True)
        self.tree.setDropIndicatorShown(True)
        self.tree.setDragDropMode(QTreeView.DragDropMode.InternalMove)
        self.tree.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.tree.customContextMenuRequested.connect(self._menu)
        self._model.dropped.connect(self.moved)
        for keys, does in (
            ("Alt+Up", lambda: self.step(-1)),
            ("Alt+Down", lambda: self.step(1)),
            ("F2", lambda: self._with_current(self.describe_wanted)),
            ("Del", lambda: self._with_current(self.leave_wanted)),
        ):
            shortcut = QShortcut(QKeySequence(keys), self.tree)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(does)
        self._quiet = False

    def add_small(self, small: Thumbnails) -> None:
        """Below the documents, their pages."""
        column = self.layout()
        assert isinstance(column, QVBoxLayout)
        column.insertWidget(2, small, 2)
        self.small = small
        small.gone_to.connect(self.gone_to)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is room for both ends of a name both are shown; where there is little, what it begins with."""
        super().resizeEvent(event)
        if self.small is not None:
            self.small.setVisible(event.size().height() >= TALL)
        roomy = event.size().width() >= ROOMY
        self.tree.setTextElideMode(Qt.TextElideMode.ElideMiddle if roomy else Qt.TextElideMode.ElideRight)

    def set_rows(self, documents: Sequence[DocumentRow], pages: Sequence[PageRow]) -> None:
        self._quiet = True
        current = self.current_document()
        open_ = {
            self._model.documents[n].key
            for n in range(len(self._model.documents))
            if self.tree.isExpanded(self._model.index(n, 0))
        }
        self._model.set_rows(documents, pages)
        for number, document in enumerate(documents):
            if document.key in open_:
                self.tree.setExpanded(self._model.index(number, 0), True)
            if current is not None and document.key == current.key:
                self.tree.setCurrentIndex(self._model.index(number, 0))
        pages_ = words.count(len(pages), "page")
        self._show_small()
        self._summary.say(OneLine(words.count(len(documents), "document"), (pages_,), ", ") if documents else "")
        self._quiet = False

    def set_flags(self, flags: Mapping[PageKey, PageFlag], analysed: bool) -> None:
        """``analysed``: everything was searched; before that, nothing left to decide means nothing."""
        self._model.set_flags(flags, analysed)
        if self.small is not None:
            self.small.set_flags(flags, analysed)

    def show_page(self, key: PageKey) -> None:
        """The page view moved to this page."""
        self._in_view = key
        number = self._number_of(key)
        if number is None:
            return
        parent = self._model.index(number, 0)
        line = key[1] - self._model.documents[number].first
        at = self._model.index(line, 0, parent) if self.tree.isExpanded(parent) else parent
        self._quiet = True
        self.tree.setCurrentIndex(at)
        self._quiet = False
        self._show_small()

    def _number_of(self, key: PageKey) -> int | None:
        """The document that this page belongs to."""
        documents = self._model.documents
        return next((n for n, d in enumerate(documents) if d.sha256 == key[0] and d.holds(key[1])), None)

    def _show_small(self) -> None:
        """The pages of the document in view."""
        if self.small is None or self._in_view is None:
            return
        number = self._number_of(self._in_view)
        if number is not None:
            self.small.show_pages(self._model.pages[number], self._in_view)

    def current_document(self) -> DocumentRow | None:
        index = self.tree.currentIndex()
        if not index.isValid():
            return None
        number = index.internalId() - 1 if index.internalId() else index.row()
        return self._model.documents[number]

    def step(self, by: int) -> None:
        """Move the current document one up or down."""
        document = self.current_document()
        if document is None:
            return
        rows = self._model.documents
        at = next(n for n, d in enumerate(rows) if d.key == document.key)
        if not 0 <= at + by < len(rows):
            return
        after = at - 1 if by < 0 else at + 2
        self.moved.emit([document.key], rows[after].key if after < len(rows) else None)

    def _with_current(self, wanted: SignalInstance) -> None:
        document = self.current_document()
        if document is not None:
            wanted.emit(document)

    def _menu(self, at: QPoint) -> None:
        index = self.tree.indexAt(at)
        if index.isValid():
            self._quiet = True
            self.tree.setCurrentIndex(index)
            self._quiet = False
        document = self.current_document()
        if document is not None:
            self.menu_wanted.emit(document, self.tree.viewport().mapToGlobal(at))

    def _go(self, index: QModelIndex) -> None:
        if self._quiet or not index.isValid():
            return
        if index.internalId() == 0:
            pages = self._model.pages[index.row()]
            if pages:
                self.gone_to.emit(pages[0].key)
        else:
            self.gone_to.emit(self._model.pages[index.internalId() - 1][index.row()].key)
