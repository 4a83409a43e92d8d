# SPDX-License-Identifier: AGPL-3.0-or-later
"""The first page: open a case, or make one."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from redactor.gui.client import CaseClient
from redactor.gui.start.files import PATTERN
from redactor.gui.start.welcome import Welcome
from redactor.gui.wording.language import tr

if TYPE_CHECKING:
    from redactor.gui.start.new_case import NewCaseForm


class StartPage(QWidget):
    """``open_wanted`` a path; ``made`` the Laid answer of a new case."""

    open_wanted = Signal(str)
    made = Signal(object)

    def __init__(self, client: CaseClient, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._client = client
        self.stack = QStackedWidget()
        self.welcome = Welcome()
        self._add(self.welcome)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.stack)
        self.welcome.new_wanted.connect(self.new_case)
        self.welcome.open_wanted.connect(self.choose)
        self.welcome.path_wanted.connect(self.open_wanted)

    @cached_property
    def form(self) -> NewCaseForm:
        """Made when it is first wanted: the start page is there sooner without."""
        from redactor.gui.start.new_case import NewCaseForm

        form = NewCaseForm(self._client)
        form.cancelled.connect(self.show_welcome)
        form.made.connect(self.made)
        self._add(form)
        return form

    def _add(self, page: QWidget) -> None:
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(page)
        self.stack.addWidget(scroll)

    def show_welcome(self) -> None:
        self.welcome.refresh()
        self.stack.setCurrentIndex(0)

    def new_case(self) -> None:
        self.form.reset()
        self.stack.setCurrentIndex(1)
        self.form.subject.setFocus()

    def choose(self) -> None:
        path, _ = QFileDialog.getOpenFileName(self, tr("Open a case"), "", tr(PATTERN))
        if path:
            self.open_wanted.emit(path)
