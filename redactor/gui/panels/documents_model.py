# SPDX-License-Identifier: AGPL-3.0-or-later
"""Documents and their pages as a tree, and the words and colours of its rows."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QMimeData, QModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QFont
from PySide6.QtWidgets import QWidget

from redactor.gui.casework.told.documents import DocumentRow
from redactor.gui.casework.told.pages import PageFlag, PageKey, PageRow
from redactor.gui.look import theme
from redactor.gui.wording import words
from redactor.gui.wording.language import tr

#: Pages of which nobody can say yet what is on them.
NOT_READ = ("pending", "needs_ocr")


class DocumentsModel(QAbstractItemModel):
    """Two levels: documents (internal id 0), and under each its pages (internal id: document's number from 1).

    ``dropped``: documents by key, and the one they go before (None: the end)."""

    dropped = Signal(list, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.documents: Sequence[DocumentRow] = ()
        self.pages: list[list[PageRow]] = []
        self.flags_by_page: Mapping[PageKey, PageFlag] = {}
        self._left: list[int] = []
        #: By document: every page was read and searched, so that nothing left means that nothing is.
        self._known: list[bool] = []
        self._analysed = False
        #: The list says each one's place in the release. Where most names begin with a number of their own it does
        #: not: two numbers before a name are one too many.
        self._placed = True

    def set_rows(self, documents: Sequence[DocumentRow], pages: Sequence[PageRow]) -> None:
        self.beginResetModel()
        read = {(page.document, page.page): page for page in pages}
        self.documents = documents
        self._placed = 2 * sum(map(_numbers_itself, documents)) < max(len(documents), 1)
        self.pages = [[read[d.sha256, n] for n in range(d.first, d.first + d.pages)] for d in documents]
        self._count()
        self.endResetModel()

    def set_flags(self, flags: Mapping[PageKey, PageFlag], analysed: bool) -> None:
        self.flags_by_page, self._analysed = flags, analysed
        self._count()
        if self.documents:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.documents) - 1, 1))

    def _count(self) -> None:
        # Thousands of pages each time: what few have is looked up, and nothing is called for the others.
        flags = {key: flag.left for key, flag in self.flags_by_page.items() if flag.left}
        self._left = [
            sum(flags.get((p.document, p.page), 0) + (p.status == "unreadable") for p in pages) for pages in self.pages
        ]
        self._known = [self._analysed and not any(p.status in NOT_READ for p in pages) for pages in self.pages]

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
            return (tr("Documents"), tr("Left"))[section]
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
                return f"{document.number}. {_titled(document)}" if self._placed else _titled(document)
            return tr("out") if _is_out(document) else str(left) if left else "✓" if self._known[index.row()] else "…"
        if index.column() == 1 and role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            if _is_out(document):
                return tr("Left out of the release")
            if left or self._known[index.row()]:
                return tr("{left} left to decide", left=left) if left else tr("Nothing is left to decide")
            return tr("Not read and searched yet")
        if role == Qt.ItemDataRole.ToolTipRole:
            return _about(document)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            out = tr(", left out of the release") if _is_out(document) else ""
            came = tr(", converted") if document.converter else ""
            pages = words.count(document.pages, "page")
            return tr(
                "{title}, {pages}{came}, {left} left to decide{out}",
                title=f"{document.number}. {_titled(document)}",
                pages=pages,
                came=came,
                left=left,
                out=out,
            )
        if role == Qt.ItemDataRole.FontRole and index.column() == 0 and _is_out(document):
            struck = QFont()
            struck.setStrikeOut(True)
            return struck
        if role == Qt.ItemDataRole.ForegroundRole and _is_out(document):
            return QColor(theme.colours().faint)
        if role == Qt.ItemDataRole.ForegroundRole and index.column() == 1:
            done = theme.colours().good if self._known[index.row()] else theme.colours().faint
            return QColor(theme.colours().warn if left else done)
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


#: "01 Case notes", "1. Letter", "003_scan".
_NUMBERED = re.compile(r"\d{1,3}(?=[\s._)-])(?!-\d)")
DRAGGED = "application/x-redactor-documents"
_NONE = PageFlag()


def _is_out(document: DocumentRow) -> bool:
    return document.left == document.pages


def _titled(document: DocumentRow) -> str:
    """What it is called: as the index will say where a person said so, else by its file. A day alone tells nobody
    which of a week's papers this is: the file's name stays with it."""
    named = document.own_title or document.kind
    name = document.title if named else ", ".join(part for part in (_plain(document.name), document.title) if part)
    if not document.title and document.split:
        name += tr(", from page {first}", first=document.first)
    section = f"{document.section}: " if document.section else ""
    late = f" · {tr('late')}" if document.late else ""
    return f"{section}{name}{late}"


def _numbers_itself(document: DocumentRow) -> bool:
    return bool(_NUMBERED.match(document.title or document.name))


def _about(document: DocumentRow) -> str:
    last = document.first + document.pages - 1
    pages = (
        tr("pages {first} to {last} of the file", first=document.first, last=last)
        if document.split
        else words.count(document.pages, "page")
    )
    lines = [document.name, tr("Number {number} in the release, {pages}", number=document.number, pages=pages)]
    lines.append(
        tr("Index: {title}", title=document.title)
        if document.title
        else tr("Proposed: {proposed}", proposed=document.proposed or tr("nothing"))
    )
    if document.left:
        gone = (
            tr("Left out of the release")
            if _is_out(document)
            else tr("{pages} left out", pages=words.count(document.left, "page"))
        )
        lines.append(f"{gone} ({document.reason})")
    if document.late:
        lines.append(tr("Came after the case was submitted"))
    if document.converter:
        lines.append(
            tr(
                "Converted: {converter}. The file as it came: Documents, Save a document's file.",
                converter=document.converter,
            )
        )
    if document.languages:
        lines.append(tr("Its scans are read in {languages}", languages=document.languages))
    elif document.welsh_pages:
        numbers = ", ".join(str(page) for page in document.welsh_pages)
        lines.append(tr("Pages read in Welsh and English: {numbers}", numbers=numbers))
    elif document.looks_welsh:
        lines.append(tr("It looks Welsh: its scans can be read in Welsh (right click, or the Menu key)"))
    lines += document.left_out
    return "\n".join(lines)


def _plain(name: str) -> str:
    """Without the ending that nearly all share, which only takes room."""
    return name[:-4] if name.lower().endswith(".pdf") else name


def _page_words(page: PageRow, flag: PageFlag) -> str:
    text = tr("Page {page}", page=page.page)
    if page.status == "unreadable":
        return tr("{text}: could not be read", text=text)
    if page.status in NOT_READ:
        return tr("{text}: not read yet", text=text)
    if flag.withheld:
        return tr("{text}: withheld", text=text)
    if page.needs_eyes:
        return tr("{text}: to be looked at", text=text)
    return tr("{text}: {redacted} redacted", text=text, redacted=flag.redacted) if flag.redacted else text
