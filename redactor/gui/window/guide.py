# SPDX-License-Identifier: AGPL-3.0-or-later
"""The user guide, in a window of its own that stays open beside the work."""

from __future__ import annotations

from PySide6.QtCore import Qt, QUrl
from PySide6.QtWidgets import QDialog, QTextBrowser, QVBoxLayout, QWidget

from redactor.domain.catalogue import RESOURCES
from redactor.gui.wording.language import tr

GUIDE = RESOURCES / "guide" / "guide.md"


class GuideWindow(QDialog):
    """Not modal. Links inside the guide work; nothing else is ever opened from it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("User guide"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(920, 780)
        self.text = QTextBrowser()
        self.text.setAccessibleName(tr("User guide"))
        self.text.setOpenExternalLinks(False)
        self.text.document().setDocumentMargin(24)
        self.text.setSource(QUrl.fromLocalFile(str(GUIDE)))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.text)
