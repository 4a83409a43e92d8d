# SPDX-License-Identifier: AGPL-3.0-or-later
"""Two people who are one: dragged onto each other in the list, or chosen and merged; said in words before."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QMimeData, QModelIndex, Qt, Signal
from PySide6.QtGui import (
    QDrag,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
)
from PySide6.QtWidgets import QListView, QVBoxLayout, QWidget

from redactor.gui.casework.told.people import PersonRow
from redactor.gui.look.parts import button, label, row
from redactor.gui.look.rows import KEY, RowsView
from redactor.gui.panels.asking import AskingBar
from redactor.gui.wording import words
from redactor.gui.wording.language import tr

#: What is dragged stays within the window: ids of the case mean nothing elsewhere.
DRAGGED = "application/x-redactor-people"


class PeopleList(RowsView):
    """``dropped``: the people dragged, and the one they were dropped on."""

    dropped = Signal(list, object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent, several=True, lines=3)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDragDropMode(QListView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self._model.draggable = True
        self.over: QModelIndex | None = None
        self.allowed = True

    def startDrag(self, actions: Qt.DropAction) -> None:
        if not self.allowed or not self.chosen():
            return
        data = QMimeData()
        data.setData(DRAGGED, b"")
        drag = QDrag(self)
        drag.setMimeData(data)
        drag.exec(Qt.DropAction.MoveAction)
        self._over(None)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self.allowed and event.source() is self and event.mimeData().hasFormat(DRAGGED):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        target = index.data(KEY) if index.isValid() else None
        fits = target is not None and self._others(target)
        self._over(index if fits else None)
        event.setAccepted(bool(fits))

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._over(None)

    def dropEvent(self, event: QDropEvent) -> None:
        """Nothing moves in the list: the panel asks, and the case is told."""
        target = self.indexAt(event.position().toPoint()).data(KEY)
        self._over(None)
        if target is not None and (others := self._others(target)):
            event.acceptProposedAction()
            self.dropped.emit(others, target)

    def _others(self, target: PersonRow) -> list[PersonRow]:
        return [person for person in self.chosen() if person.id != target.id]

    def _over(self, index: QModelIndex | None) -> None:
        if index != self.over:
            self.over = index
            self.viewport().update()


class MergeBar(AskingBar):
    """Asks in words; ``agreed``: ids, the first one's decision and name hold."""

    agreed = Signal(list)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("notice", "warn")
        self.text = label("", wrap=True)
        self.yes = button("They are one person", self._agree, main=True, tight=True)
        self.no = button("No", self.hide, tight=True, tip="Esc")
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 8, 10, 8)
        column.addWidget(self.text)
        column.addLayout(row(self.yes, self.no, 0, spacing=6))
        self.hide()

    def ask(self, people: Sequence[PersonRow]) -> None:
        """The first of them gives name and decision, unless only another one is decided."""
        decided = [p for p in people if p.decision]
        first = decided[0] if len(decided) == 1 else people[0]
        self.begin([first, *(p for p in people if p is not first)])
        self.text.setText(merge_words(self._people))
        self.show()
        self.yes.setFocus()

    def _agree(self) -> None:
        self.hide()
        self.agreed.emit([person.id for person in self._people])


def merge_words(people: Sequence[PersonRow]) -> str:
    """What merging would do: name, mentions, and whose decision holds."""
    into, others = people[0], people[1:]
    names = " and ".join(p.name for p in others[:3]) + ("…" if len(others) > 3 else "")
    mentions = words.count(sum(p.mentions for p in people), "mention")
    text = tr(
        "{names} is {name}? Then they are one person, called {name}, with {mentions}."
        if len(others) == 1
        else "{names} are {name}? Then they are one person, called {name}, with {mentions}.",
        names=names,
        name=into.name,
        mentions=mentions,
    )
    lost = [p for p in others if p.decision and (p.decision, p.reason) != (into.decision, into.reason)]
    if into.decision:
        redacted = into.decision == "redact"
        text += " " + tr(
            "All of them are redacted, as decided for {name}."
            if redacted
            else "All of them are left in, as decided for {name}.",
            name=into.name,
        )
    if lost:
        text += " " + tr(
            "What was decided for {listed} no longer holds.", listed=" and ".join(p.name for p in lost[:3])
        )
    return text + " " + tr("Undo takes them apart again.")
