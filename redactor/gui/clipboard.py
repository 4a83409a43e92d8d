# SPDX-License-Identifier: AGPL-3.0-or-later
"""Words of the record stay off the clipboard, where every program of the computer could read them and some keep a
history. What somebody types themselves may be copied; Preferences can allow the rest."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QClipboard, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from redactor.gui import recent

#: Set on a field that is filled with words of the record.
OF_THE_RECORD = "ofTheRecord"


class _NoCopies(QObject):
    """Swallows the keys that copy."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or recent.copies():
            return False
        return event.matches(QKeySequence.StandardKey.Copy) or event.matches(QKeySequence.StandardKey.Cut)


def keep_off(widget: QWidget) -> None:
    """What this widget shows is of the record: Ctrl+C does nothing in it, unless Preferences allow it."""
    widget.setProperty(OF_THE_RECORD, True)
    widget.installEventFilter(_NoCopies(widget))


class ClipboardGuard(QObject):
    """Make one, keep it. Whatever other way (a menu, a selection under X11) this program put words of the record
    there, they are taken off again."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._clipboard = QApplication.clipboard()
        self._put = ""
        self._clipboard.changed.connect(self._changed)

    def _changed(self, mode: QClipboard.Mode) -> None:
        if self._ours(mode) and not recent.copies() and not _typed(QApplication.focusWidget()):
            self._clipboard.clear(mode)

    def forget(self) -> None:
        """The case is locked or closed: nothing of it stays behind."""
        for mode in (QClipboard.Mode.Clipboard, QClipboard.Mode.Selection):
            if self._ours(mode) or self._put == self._clipboard.text(mode) != "":
                self._clipboard.clear(mode)
        self._put = ""

    def put(self, text: str) -> None:
        """Words of the record, where Preferences allow it."""
        if recent.copies():
            self._put = text
            self._clipboard.setText(text)

    def _ours(self, mode: QClipboard.Mode) -> bool:
        if mode is QClipboard.Mode.Selection:
            return self._clipboard.supportsSelection() and self._clipboard.ownsSelection()
        return self._clipboard.ownsClipboard()


def _typed(widget: QWidget | None) -> bool:
    """True for a field that holds what somebody typed."""
    return isinstance(widget, QLineEdit | QPlainTextEdit) and not widget.property(OF_THE_RECORD)
