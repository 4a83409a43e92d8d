# SPDX-License-Identifier: AGPL-3.0-or-later
"""A page exactly as the release would have it. Stays open beside the work and follows the page in view."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QDialog, QLabel, QScrollArea, QVBoxLayout, QWidget

from redactor.gui.casework.messages import PageKey, Pixels, Problem
from redactor.gui.client import CaseClient
from redactor.gui.parts import label, problem_words


class PreviewWindow(QDialog):
    def __init__(self, client: CaseClient, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setWindowTitle("As it would be released")
        self.resize(760, 900)
        self._client = client
        self._asked = 0
        self._key: PageKey | None = None
        self._about = label("", "faint", wrap=True)
        self.picture = QLabel()
        self.picture.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.picture.setAccessibleName("The page as it would be released")
        area = QScrollArea()
        area.setWidget(self.picture)
        area.setWidgetResizable(True)
        column = QVBoxLayout(self)
        column.addWidget(self._about)
        column.addWidget(area, 1)

    def show_page(self, key: PageKey, name: str) -> None:
        """Burn this page in the background and show it."""
        self._key = key
        self._about.setText(f"Page {key[1]} of {name}: burning it as the export would…")
        self._client.forget(self._asked)
        scale = (self.width() - 60) * self.devicePixelRatioF() / 595
        self._asked = self._client.ask(
            "preview", lambda answer: self._take(answer, name), self._refused, key=key, scale=scale
        )

    def _take(self, answer: tuple[Pixels, QImage], name: str) -> None:
        pixels, image = answer
        self._about.setText(f"Page {pixels.key[1]} of {name}, exactly as the export would burn it now.")
        pixmap = QPixmap.fromImage(image)
        pixmap.setDevicePixelRatio(self.devicePixelRatioF())
        self.picture.setPixmap(pixmap)

    def _refused(self, problem: Problem) -> None:
        self.picture.clear()
        self._about.setText(problem_words(problem))
