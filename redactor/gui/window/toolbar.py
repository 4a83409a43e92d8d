# SPDX-License-Identifier: AGPL-3.0-or-later
"""The row of buttons above the desk. Where it is too narrow for all, those that have a key and a menu as well go into
a menu of its own, at its end."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QMenu, QToolBar, QToolButton, QWidget

from redactor.domain.saying import said_all, say
from redactor.gui.wording.language import tr

#: Groups of actions with the words of their buttons. Undo's own words change with what it would undo; the button's
#: do not.
GROUPS = (
    said_all({"undo": "Undo", "redo": "Redo"}),
    said_all({"next": "Next to decide"}),
    said_all({"box": "Draw boxes", "find": "Find"}),
    said_all({"source": "Source", "released": "As released", "both": "Side by side"}),
    {"zoom_out": "−", "fit": say("Fit"), "zoom_in": "+"},
    said_all({"submit": "Submit…", "approve": "Approve…", "export": "Export…"}),
)
#: What goes first where there is no room: the zoom, then Undo and Redo and Find, whose keys everybody knows, then the
#: views.
SPARE = (4, 0, 2, 3)


class Toolbar(QToolBar):
    def __init__(self, actions: Mapping[str, QAction], parent: QWidget | None = None) -> None:
        super().__init__(tr("Tools"), parent)
        self.setMovable(False)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self._actions = actions
        #: By group: the separator before it (where it has one) and its buttons, as the toolbar holds them.
        self._groups: list[list[QAction]] = []
        for group in GROUPS:
            # What is done all day stands together.
            held = [self.addSeparator()] if len(self._groups) not in (0, 2) else []
            held += [self.addWidget(_button(actions[name], tr(text))) for name, text in group.items()]
            self._groups.append(held)
        self.more = QToolButton()
        self.more.setObjectName("more")
        self.more.setText("»")
        self.more.setToolTip(tr("More tools, for which this window is too narrow"))
        self.more.setAccessibleName(tr("More tools"))
        self.more.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.more.setMenu(QMenu(self.more))
        self._more = self.addWidget(self.more)
        self._more.setVisible(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        for number in SPARE:
            self._show(number, True)
        self._more.setVisible(False)
        gone: list[int] = []
        for number in SPARE:
            if self.sizeHint().width() > event.size().width():
                self._more.setVisible(True)
                self._show(number, False)
                gone.append(number)
        self._fill(sorted(gone))
        super().resizeEvent(event)

    def _fill(self, groups: Sequence[int]) -> None:
        """The menu of what has no room."""
        menu = self.more.menu()
        menu.clear()
        for number in groups:
            menu.addActions([self._actions[name] for name in GROUPS[number]])
            menu.addSeparator()

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
