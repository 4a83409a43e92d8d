# SPDX-License-Identifier: AGPL-3.0-or-later
"""The documents of the release in its order, and their pages, with what is left on each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QMimeData, QModelIndex, QPoint, Qt, Signal, SignalInstance
from PySide6.QtGui import QColor, QFont, QKeySequence, QShortcut
from PySide6.QtWidgets import QHeaderView, QLabel, QMenu, QToolButton, QTreeView, QVBoxLayout, QWidget

from redactor.gui import theme, words
from redactor.gui.casework.messages import DocumentRow, PageFlag, PageKey, PageRow
from redactor.gui.parts import row


class DocumentsModel(QAbstractItemModel):
    dropped = Signal(list, object)

    """Two levels: documents (internal id 0), and under each its pages (internal id: document's number from 1)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.documents: Sequence[DocumentRow] = ()
        self.pages: list[list[PageRow]] = []
        self.flags_by_page: Mapping[PageKey, PageFlag] = {}
        self._left: list[int] = []

    def set_rows(self, documents: Sequence[DocumentRow], pages: Sequence[PageRow]) -> None:
        self.beginResetModel()
        read = {page.key: page for page in pages}
        self.documents = documents
        self.pages = [[read[d.sha256, n] for n in range(d.first, d.first + d.pages)] for d in documents]
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
            if index.column() == 0:
                return _titled(document)
            return "out" if _is_out(document) else str(left) if left else "✓"
        if role == Qt.ItemDataRole.ToolTipRole:
            return _about(document)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            out = ", left out of the release" if _is_out(document) else ""
            came = ", converted" if document.converter else ""
            pages = words.count(document.pages, "page")
            return f"{_titled(document)}, {pages}{came}, {left} left to decide{out}"
        if role == Qt.ItemDataRole.FontRole and index.column() == 0 and _is_out(document):
            struck = QFont()
            struck.setStrikeOut(True)
            return struck
        if role == Qt.ItemDataRole.ForegroundRole and _is_out(document):
            return QColor(theme.colours().faint)
        if role == Qt.ItemDataRole.ForegroundRole and index.column() == 1:
            return QColor(theme.colours().warn if left else theme.colours().good)
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() == 1:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    # -- dragging ----------------------------------------------------------------------------------------

    def flags(self, index: QModelIndex) -> Qt.ItemFlag:
        flags = super().flags(index)
        if not index.isValid():
            return flags | Qt.ItemFlag.ItemIsDropEnabled  # between documents
        return flags | Qt.ItemFlag.ItemIsDragEnabled if index.internalId() == 0 else flags

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        return [DRAGGED]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        rows = sorted({index.row() for index in indexes if index.internalId() == 0})
        data = QMimeData()
        data.setData(DRAGGED, ",".join(map(str, rows)).encode())
        return data

    def canDropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: QModelIndex
    ) -> bool:
        return data.hasFormat(DRAGGED) and not parent.isValid()

    def dropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: QModelIndex) -> bool:
        """Nothing moves here: the case is told, and what it says then is shown. So Qt must not take rows out."""
        rows = [int(number) for number in bytes(data.data(DRAGGED).data()).decode().split(",") if number]
        at = len(self.documents) if row < 0 else row
        moved = [self.documents[number] for number in rows]
        after = next((d for n, d in enumerate(self.documents) if n >= at and n not in rows), None)
        if moved:
            self.dropped.emit([d.key for d in moved], after.key if after else None)
        return False


DRAGGED = "application/x-redactor-documents"
_NONE = PageFlag()


def _is_out(document: DocumentRow) -> bool:
    return document.left == document.pages


def _titled(document: DocumentRow) -> str:
    """What it is called: as the index will say where a person said so, else by its file."""
    name = document.title or _plain(document.name)
    if not document.title and document.split:
        name += f", from page {document.first}"
    section = f"{document.section}: " if document.section else ""
    late = " · late" if document.late else ""
    return f"{document.number}. {section}{name}{late}"


def _about(document: DocumentRow) -> str:
    last = document.first + document.pages - 1
    pages = f"pages {document.first} to {last} of the file" if document.split else words.count(document.pages, "page")
    lines = [document.name, pages]
    lines.append(f"Index: {document.title}" if document.title else f"Proposed: {document.proposed or 'nothing'}")
    if document.left:
        gone = "Left out of the release" if _is_out(document) else f"{words.count(document.left, 'page')} left out"
        lines.append(f"{gone} ({document.reason})")
    if document.late:
        lines.append("Came after the case was submitted")
    if document.converter:
        lines.append(f"Converted: {document.converter}. The file as it came is kept: Case, Save a document's file.")
    lines += document.left_out
    return "\n".join(lines)


def _plain(name: str) -> str:
    """Without the ending that nearly all share, which only takes room."""
    return name[:-4] if name.lower().endswith(".pdf") else name


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
        self.tree.setAccessibleName("Documents and pages")
        self.tree.setModel(self._model)
        self.tree.setUniformRowHeights(True)
        self.tree.setIndentation(14)
        self.tree.setTextElideMode(Qt.TextElideMode.ElideRight)
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
        self.sort_menu = QMenu(self)
        self.sort_button = QToolButton()
        self.sort_button.setText("Sort")
        self.sort_button.setAccessibleName("Sort the documents of the release")
        self.sort_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.sort_button.setMenu(self.sort_menu)
        column.addLayout(row(self._summary, 0, self.sort_button))
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
        self._summary.setText(
            f"{words.count(len(documents), 'document')}, {words.count(len(pages), 'page')}" if documents else ""
        )
        self._quiet = False

    def set_flags(self, flags: Mapping[PageKey, PageFlag]) -> None:
        self._model.set_flags(flags)

    def show_page(self, key: PageKey) -> None:
        """The page view moved to this page."""
        documents = self._model.documents
        number = next((n for n, d in enumerate(documents) if d.sha256 == key[0] and d.holds(key[1])), None)
        if number is None:
            return
        parent = self._model.index(number, 0)
        line = key[1] - documents[number].first
        at = self._model.index(line, 0, parent) if self.tree.isExpanded(parent) else parent
        self._quiet = True
        self.tree.setCurrentIndex(at)
        self._quiet = False

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
