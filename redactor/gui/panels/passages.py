# SPDX-License-Identifier: AGPL-3.0-or-later
"""This page: everything marked on the page in view, as a list. It is the page's full alternative for those who do
not see it, and the quickest way through it by keyboard."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from redactor.gui.casework.told.pages import Mark, PageKey, PageMarks
from redactor.gui.look.flow import Flow
from redactor.gui.look.marks import LEGEND, style_of
from redactor.gui.look.parts import button, label
from redactor.gui.look.rows import Row, RowsView
from redactor.gui.wording import words
from redactor.gui.wording.language import tr


class PassagesPanel(QWidget):
    """``chosen``: a mark to show; ``wanted``: redact, leave or take_off for the chosen marks, and why."""

    chosen = Signal(object)
    wanted = Signal(str, list, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key: PageKey | None = None
        self._title = label("No page", "title", wrap=True)
        self.list = RowsView(tr("Marked on this page"), several=True)
        self.list.gone_to.connect(self.chosen)
        self.list.taken.connect(self.chosen)
        self.list.chosen_changed.connect(self._enable)
        self._redact = button("Redact here", lambda: self._want("redact"), tight=True)
        self._leave = button("Leave in here", self.leave, tight=True)
        self.why = QLineEdit()
        self.why.setAccessibleName(tr("Why may this be seen?"))
        self.why.setPlaceholderText(tr("Why may this be seen?"))
        self.why.returnPressed.connect(self.leave)
        self._hint = label("Say why first: it goes on record.", "bad", wrap=True)
        self._hint.hide()
        self.why.textChanged.connect(self._hint.hide)
        self.why.hide()
        self._asked: frozenset[str] = frozenset()
        self._off = button(
            "Take off",
            lambda: self._want("take_off"),
            tight=True,
            tip="Here alone: what else the same decision marked stays",
        )
        self._writable = True
        self._empty = label("Nothing is marked on this page. Select words or draw a box to redact.", "faint", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 10, 8, 8)
        column.addWidget(self._title)
        column.addWidget(self._empty)
        column.addWidget(self.list, 1)
        column.addWidget(self.why)
        column.addWidget(self._hint)
        column.addLayout(Flow(self._redact, self._leave, self._off))

    def show_page(self, key: PageKey, name: str, marks: PageMarks | None) -> None:
        self.key = key
        withheld = tr(": withheld ({withheld})", withheld=marks.withheld) if marks and marks.withheld else ""
        self._title.setText(tr("Page {page} of {name}{withheld}", page=key[1], name=name, withheld=withheld))
        found = marks.marks if marks else ()
        self.list.set_rows([self._row(mark) for mark in found])
        self._empty.setVisible(not found)

    def set_writable(self, writable: bool) -> None:
        self._writable = writable
        self._enable()

    def _row(self, mark: Mark) -> Row:
        style = style_of(mark)
        badge = tr(dict(LEGEND)[style])
        tone = "warn" if style in ("proposed", "possible") else "bad" if style == "lost" else ""
        if style == "redacted" and mark.reason:
            badge = tr("Redacted ({reason})", reason=mark.reason)
        who = mark.name if mark.name and mark.name != mark.text else ""
        kind = tr(words.LABEL.get(mark.label, "")) if mark.kind == "mention" else mark.label
        detail = " · ".join(
            part
            for part in (
                who,
                *words.facts(fact for fact in mark.facts if fact[0] == "who"),
                kind,
                tr(words.WHERE.get(mark.where, "")),
                mark.decided or tr(mark.why),
            )
            if part
        )
        title = (
            tr("The rest of the page") if mark.kind == "rest" else words.short(mark.text) or words.unnamed(mark.kind)
        )
        return Row(title, detail, badge, tone, key=mark, look=style)

    def _enable(self) -> None:
        marks: list[Mark] = self.list.chosen()
        mentions = bool(marks) and all(mark.kind == "mention" for mark in marks)
        by_hand = bool(marks) and all(mark.event and mark.kind in ("passage", "harm", "rest") for mark in marks)
        self._redact.setEnabled(self._writable and mentions and any(m.status != "redacted" for m in marks))
        self._leave.setEnabled(self._writable and mentions and any(m.status in ("proposed", "redacted") for m in marks))
        self._off.setEnabled(self._writable and by_hand and all(mark.apart for mark in marks))
        ids = frozenset(mark.id for mark in marks)
        if ids.isdisjoint(self._asked):
            # What was typed about one thing is no reason for another.
            self.why.clear()
            self._hint.hide()
        self._asked = ids
        self.why.setVisible(self._leave.isEnabled())

    def leave(self) -> None:
        """What is chosen may be seen here, for the reason that is typed below the list."""
        if not self._leave.isEnabled():
            return
        why = self.why.text().strip()
        if not why:
            self._hint.show()
            self.why.setFocus()
            return
        if self.why.hasFocus():
            self.list.setFocus()
        self._want("leave", why)
        self.why.clear()

    def give_back(self, name: str, arguments: Mapping[str, Any]) -> None:
        """The reason of what was not left in after all, while it is still chosen."""
        if name == "decide_mentions" and [mark.id for mark in self.list.chosen()] == arguments.get("mentions"):
            self.why.setText(self.why.text() or arguments.get("why", ""))

    def half_typed(self) -> tuple[QLineEdit, frozenset[str]]:
        """The line in which a reason is typed, and the ids of what it is about."""
        return self.why, self._asked

    def _want(self, what: str, why: str = "") -> None:
        marks = self.list.chosen()
        if marks:
            self.wanted.emit(what, marks, why)
