# SPDX-License-Identifier: AGPL-3.0-or-later
"""Every command by its words: type a part, press Enter."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QWidget

from redactor.gui.forms.base import Dialog
from redactor.gui.look.rows import Row, RowsView
from redactor.gui.wording.language import tr


class PaletteDialog(Dialog):
    """``chosen`` is the command to run once the dialog has closed."""

    loses = False

    def __init__(self, actions: Iterable[QAction], parent: QWidget | None = None) -> None:
        super().__init__("Find a command", parent, go="Run", width=520)
        self.chosen: QAction | None = None
        self._actions = [action for action in actions if action.isEnabled()]
        self.field = QLineEdit()
        self.field.setPlaceholderText(tr("Type a part of what you want to do"))
        self.field.setAccessibleName(tr("Find a command"))
        self.field.textChanged.connect(self._narrow)
        self.field.installEventFilter(self)
        self.body.addWidget(self.field)
        self.list = RowsView(tr("Commands"))
        self.list.setMinimumHeight(380)
        self.list.taken.connect(lambda action: self._take(action))
        self.body.addWidget(self.list)
        self._narrow("")
        self.field.setFocus()

    def _narrow(self, text: str) -> None:
        parts = text.casefold().split()
        rows = [row for row in map(_row, self._actions) if all(part in row.title.casefold() for part in parts)]
        # What begins with the first word typed comes first.
        rows.sort(key=lambda row: bool(parts) and not row.title.casefold().startswith(parts[0]))
        self.list.set_rows(rows)
        self.go.setEnabled(bool(rows))
        if rows:
            self.list.select_key(rows[0].key)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and down move in the list while the field keeps the words."""
        keys = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
        if watched is self.field and isinstance(event, QKeyEvent) and event.key() in keys:
            QApplication.sendEvent(self.list, event)
            return True
        return bool(super().eventFilter(watched, event))

    def try_accept(self) -> None:
        chosen = self.list.chosen()
        if chosen:
            self._take(chosen[0])

    def _take(self, action: QAction) -> None:
        self.chosen = action
        self.accept()


def _row(action: QAction) -> Row:
    where = ", ".join(reversed(_menus(action)))
    keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    return Row(action.text().replace("&", "").rstrip("…"), where, badge=keys, key=action)


def _menus(action: QAction) -> list[str]:
    """The menu an action stands in, and those that one stands in."""
    # The bar has a menu without a title of its own, for what it has no room for.
    owner = next((each for each in action.associatedObjects() if isinstance(each, QMenu) and each.title()), None)
    return [owner.title().replace("&", ""), *_menus(owner.menuAction())] if owner is not None else []
