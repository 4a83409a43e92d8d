# SPDX-License-Identifier: AGPL-3.0-or-later
"""Documents and their pages, with what is left on each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QHeaderView, QLabel, QTreeView, QVBoxLayout, QWidget

from redactor.gui import theme, words
from redactor.gui.casework.messages import DocumentRow, PageFlag, PageKey, PageRow


class DocumentsModel(QAbstractItemModel):
    """Two levels: documents (internal id 0), and under each its pages (internal id: document's number from 1)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.documents: Sequence[DocumentRow] = ()
        self.pages: list[list[PageRow]] = []
        self.flags_by_page: Mapping[PageKey, PageFlag] = {}
        self._left: list[int] = []

    def set_rows(self, documents: Sequence[DocumentRow], pages: Sequence[PageRow]) -> None:
        self.beginResetModel()
        by_document: dict[str, list[PageRow]] = defaultdict(list)
        for page in pages:
            by_document[page.document].append(page)
        self.documents = documents
        self.pages = [by_document[document.sha256] for document in documents]
        self._count()
        self.endResetModel()

    def set_flags(self, flags: Mapping[PageKey, PageFlag]) -> None:
        self.flags_by_page = flags
        self._count()
        if self.documents:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.documents) - 1, 1))

    def _count(self) -> None:
        self._left = [sum(self._flag(p).left + (p.status == "unreadable") for p in pages) for pages in self.pages]

    def _flag(self, page: PageRow) -> PageFlag:
        return self.flags_by_page.get(page.key, _NONE)

    def index(self, row: int, column: int, parent: QModelIndex | None = None) -> QModelIndex:
        if parent is None or not parent.isValid():
            return self.createIndex(row, column, 0)
        return self.createIndex(row, column, parent.row() + 1)

    def parent(self, index: QModelIndex) -> QModelIndex:
        number = index.internalId() if index.isValid() else 0
        return self.createIndex(number - 1, 0, 0) if number else QModelIndex()

    def rowCount(self, parent: QModelIndex | None = None) -> int:
        if parent is None or not parent.isValid():
            return len(self.documents)
        return len(self.pages[parent.row()]) if parent.internalId() == 0 and parent.column() == 0 else 0

    def columnCount(self, parent: QModelIndex | None = None) -> int:
        return 2

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return ("Documents", "Left")[section]
        return None

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if index.internalId() == 0:
            return self._document(index, role)
        page = self.pages[index.internalId() - 1][index.row()]
        flag = self._flag(page)
        if role == Qt.ItemDataRole.DisplayRole:
            return _page_words(page, flag) if index.column() == 0 else str(flag.left or "")
        if role == Qt.ItemDataRole.ForegroundRole:
            bad = page.status == "unreadable"
            return QColor(theme.colours().bad) if bad else QColor(theme.colours().warn) if flag.left else None
        if role == Qt.ItemDataRole.ToolTipRole and (page.problem or page.needs_eyes):
            return page.problem or page.needs_eyes
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() == 1:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def _document(self, index: QModelIndex, role: int) -> Any:
        document, left = self.documents[index.row()], self._left[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return _plain(document.name) if index.column() == 0 else (str(left) if left else "✓")
        if role == Qt.ItemDataRole.ToolTipRole:
            return _about(document)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            came = ", converted" if document.converter else ""
            return f"{document.name}, {words.count(document.pages, 'page')}{came}, {left} left to decide"
        if role == Qt.ItemDataRole.ForegroundRole and index.column() == 1:
            return QColor(theme.colours().warn if left else theme.colours().good)
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() == 1:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None


_NONE = PageFlag()


def _plain(name: str) -> str:
    """Without the ending that nearly all share, which only takes room."""
    return name[:-4] if name.lower().endswith(".pdf") else name


def _about(document: DocumentRow) -> str:
    """A document in a few lines: its name, its pages, and what they were made from."""
    lines = [document.name, words.count(document.pages, "page")]
    if document.converter:
        lines.append(f"Converted: {document.converter}. The file as it came is kept: Case, Save a document's file.")
    return "\n".join([*lines, *document.left_out])


def _page_words(page: PageRow, flag: PageFlag) -> str:
    text = f"Page {page.page}"
    if page.status == "unreadable":
        return f"{text}: could not be read"
    if page.status in ("pending", "needs_ocr"):
        return f"{text}: not read yet"
    if flag.withheld:
        return f"{text}: withheld"
    if page.needs_eyes:
        return f"{text}: to be looked at"
    return f"{text}: {flag.redacted} redacted" if flag.redacted else text


class DocumentsPanel(QWidget):
    """``gone_to``: a page somebody wants to see."""

    gone_to = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sidePanel")
        self._model = DocumentsModel(self)
        self.tree = QTreeView()
        self.tree.setAccessibleName("Documents and pages")
        self.tree.setModel(self._model)
        self.tree.setUniformRowHeights(True)
        self.tree.setIndentation(14)
        self.tree.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        header = self.tree.header()
        header.setAccessibleName("Columns of the documents")
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Fixed)
        header.resizeSection(1, 48)
        self.tree.selectionModel().currentChanged.connect(lambda index, _: self._go(index))
        self.tree.clicked.connect(self._go)
        self._summary = QLabel()
        self._summary.setProperty("faint", True)
        self._summary.setContentsMargins(4, 0, 4, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 4, 8)
        column.setSpacing(6)
        column.addWidget(self.tree)
        column.addWidget(self._summary)
        self._quiet = False

    def set_rows(self, documents: Sequence[DocumentRow], pages: Sequence[PageRow]) -> None:
        self._quiet = True
        open_ = {
            self._model.documents[n].sha256
            for n in range(len(self._model.documents))
            if self.tree.isExpanded(self._model.index(n, 0))
        }
        self._model.set_rows(documents, pages)
        for number, document in enumerate(documents):
            if document.sha256 in open_:
                self.tree.setExpanded(self._model.index(number, 0), True)
        self._summary.setText(
            f"{words.count(len(documents), 'document')}, {words.count(len(pages), 'page')}" if documents else ""
        )
        self._quiet = False

    def set_flags(self, flags: Mapping[PageKey, PageFlag]) -> None:
        self._model.set_flags(flags)

    def show_page(self, key: PageKey) -> None:
        """The page view moved to this page."""
        number = next((n for n, d in enumerate(self._model.documents) if d.sha256 == key[0]), None)
        if number is None:
            return
        parent = self._model.index(number, 0)
        row = key[1] - 1
        at = self._model.index(row, 0, parent) if self.tree.isExpanded(parent) else parent
        self._quiet = True
        self.tree.setCurrentIndex(at)
        self._quiet = False

    def current_document(self) -> DocumentRow | None:
        index = self.tree.currentIndex()
        if not index.isValid():
            return None
        number = index.internalId() - 1 if index.internalId() else index.row()
        return self._model.documents[number]

    def _go(self, index: QModelIndex) -> None:
        if self._quiet or not index.isValid():
            return
        if index.internalId() == 0:
            pages = self._model.pages[index.row()]
            if pages:
                self.gone_to.emit(pages[0].key)
        else:
            self.gone_to.emit(self._model.pages[index.internalId() - 1][index.row()].key)
