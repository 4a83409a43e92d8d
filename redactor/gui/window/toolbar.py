# SPDX-License-Identifier: AGPL-3.0-or-later
"""The row of buttons above the desk. Where it is too narrow for all, those that have a key and a menu as well go."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QToolBar, QToolButton, QWidget

from redactor.domain.saying import said_all, say
from redactor.gui.wording.language import tr

#: Groups of actions with the words of their buttons. Undo's own words change with what it would undo; the button's
#: do not.
GROUPS = (
    said_all({"undo": "Undo", "redo": "Redo"}),
    said_all({"next": "Next to decide", "box": "Draw boxes", "find": "Find"}),
    said_all({"source": "Source", "released": "As released", "both": "Side by side"}),
    {"zoom_out": "−", "fit": say("Fit"), "zoom_in": "+"},
    said_all({"submit": "Submit…", "approve": "Approve…", "export": "Export…"}),
)
#: What goes first where there is no room: the zoom, then Undo and Redo, whose keys everybody knows, then the views.
SPARE = (3, 0, 2)


class Toolbar(QToolBar):
    def __init__(self, actions: Mapping[str, QAction], parent: QWidget | None = None) -> None:
        super().__init__(tr("Tools"), parent)
        self.setMovable(False)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        #: By group: the separator before it and its buttons, as the toolbar holds them.
        self._groups: list[list[QAction]] = []
        for group in GROUPS:
            held = [self.addSeparator()] if self._groups else []
            held += [self.addWidget(_button(actions[name], tr(text))) for name, text in group.items()]
            self._groups.append(held)

    def resizeEvent(self, event: QResizeEvent) -> None:
        for number in SPARE:
            self._show(number, True)
        for number in SPARE:
            if self.sizeHint().width() > event.size().width():
                self._show(number, False)
        super().resizeEvent(event)

    def _show(self, number: int, shown: bool) -> None:
        for held in self._groups[number]:
            held.setVisible(shown)
        if number == 0:
            # Nothing stands before it then.
            self._groups[1][0].setVisible(shown)


def _button(action: QAction, text: str) -> QToolButton:
    made = QToolButton()
    made.setDefaultAction(action)
    made.setText(text)
    made.setAccessibleName(action.text().replace("&", ""))
    # Where what an action does changes, it says so in a word or two (its property "short").
    action.changed.connect(lambda: made.setText(action.property("short") or text))
    return made
