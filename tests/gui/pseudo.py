# SPDX-License-Identifier: AGPL-3.0-or-later
"""A language nobody speaks: every text of the catalogue in brackets and a third longer, to find what is not routed
through it and what has no room."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator

from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt, QTranslator
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QMenuBar,
    QPlainTextEdit,
    QPushButton,
    QTabBar,
    QToolButton,
    QTreeView,
    QWidget,
)

from redactor.gui.look.one_line import ElidedLabel
from redactor.gui.wording import language

#: How much longer than English a language may be: German and Welsh are about a third.
LONGER = 0.35
ROWS = 60
_TEXT = Qt.ItemDataRole
_TOLD = re.compile(r"⟦[^⟦⟧]*⟧")
#: Words of the case stand in quotes; keys, numbers and names of files are no words of a language.
_NO_WORDS = re.compile(
    r"“[^”]*”|'[^']*'|\b(?:Ctrl|Shift|Alt|Esc|Del|Return|PgUp|PgDown|Up|Down|Menu|F\d+)\b\+?|[\w-]+\.(?:pdf|case|json)\b"
)
_WORD = re.compile(r"[A-Za-z]{3,}")


class Pseudo(QTranslator):
    """Knows the texts of the catalogue and no other."""

    def __init__(self) -> None:
        super().__init__()
        tree = ET.parse(language.FOLDER / "redactor_cy.ts")
        self._known = {message.findtext("source") for message in tree.iter("message")}

    def isEmpty(self) -> bool:
        return False

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str | None:
        if context != language.CONTEXT or source not in self._known:
            return None
        more = max(1, round(len(source) * LONGER))
        return f"⟦{source}{' ~~~~~~' * (more // 7)}{'~' * (more % 7)}⟧"


def texts(root: QWidget) -> Iterator[tuple[str, str]]:
    """Every text somebody can see or hear in a window as it stands: where, and what."""
    for widget in (root, *root.findChildren(QWidget)):
        if not (widget.isVisible() or isinstance(widget, QMenu)):
            continue
        where = f"{type(widget).__name__} {widget.objectName()}".strip()
        if widget.isWindow() and not isinstance(widget, QMenu):
            yield where, widget.windowTitle()
        yield where, widget.toolTip()
        yield where, widget.accessibleName()
        yield where, widget.accessibleDescription()
        yield from ((where, text) for text in _own(widget))


def _own(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, (QLabel, QAbstractButton)):
        yield widget.text()
    elif isinstance(widget, (QLineEdit, QPlainTextEdit)):
        yield widget.placeholderText()
    elif isinstance(widget, QComboBox):
        yield from (widget.itemText(n) for n in range(widget.count()))
    elif isinstance(widget, QTabBar):
        yield from (widget.tabText(n) for n in range(widget.count()))
    elif isinstance(widget, (QMenu, QMenuBar)):
        yield from (action.text() for action in widget.actions())
    elif isinstance(widget, QAbstractItemView) and widget.model() is not None:
        columns = widget.header().count() if isinstance(widget, QTreeView) else 1
        yield from _rows(widget.model(), QModelIndex(), columns)
        if isinstance(widget, QTreeView) and not widget.isHeaderHidden():
            yield from (str(widget.model().headerData(n, Qt.Orientation.Horizontal) or "") for n in range(columns))


def _rows(model: QAbstractItemModel, parent: QModelIndex, columns: int) -> Iterator[str]:
    for row in range(min(model.rowCount(parent), ROWS)):
        for column in range(columns):
            index = model.index(row, column, parent)
            for role in (_TEXT.DisplayRole, _TEXT.ToolTipRole, _TEXT.AccessibleTextRole):
                yield str(index.data(role) or "")
        yield from _rows(model, model.index(row, 0, parent), columns)


def english(root: QWidget, case_words: Callable[[str], bool]) -> list[str]:
    """What stays English although another language is in use; ``case_words``: true for a word of the case."""
    found = {}
    for where, text in texts(root):
        rest = text.replace("&", "")
        while (shorter := _TOLD.sub(" ", rest)) != rest:
            rest = shorter
        words = [word for word in _WORD.findall(_NO_WORDS.sub(" ", rest)) if not case_words(word)]
        if words:
            found[f"{where}: {text!r} ({' '.join(words)})"] = None
    return list(found)


def _plain(widget: QLabel | QAbstractButton) -> str:
    return widget.text().replace("&", "")


def cut(root: QWidget) -> list[str]:
    """Labels and buttons whose text has no room; what ends in "…" by design is told on hovering and is not meant."""
    found = []
    for widget in root.findChildren(QWidget):
        if not widget.isVisible() or isinstance(widget, ElidedLabel):
            continue
        if isinstance(widget, QLabel) and widget.text():
            room = widget.contentsRect()
            if widget.wordWrap():
                short = widget.heightForWidth(widget.width()) - widget.height()
            else:
                short = widget.fontMetrics().size(0, _plain(widget)).width() - room.width()
        elif isinstance(widget, (QPushButton, QToolButton)) and widget.text():
            short = widget.fontMetrics().size(0, _plain(widget)).width() - widget.width()
        else:
            continue
        if short > 2:
            found.append(f"{type(widget).__name__} {widget.text()[:90]!r} lacks {short} px")
    return found
