# SPDX-License-Identifier: AGPL-3.0-or-later
"""The words of the record under people's names: asked for as their rows come into view, and kept in memory alone."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QLabel, QWidget

from redactor.domain.mentions import Spot
from redactor.gui.casework.told.people import PersonRow, Words
from redactor.gui.look.rows import RowsView
from redactor.gui.look.theme import faint
from redactor.gui.panels.people_rows import person_row
from redactor.gui.wording.language import tr

#: Letters before and after a name that are shown of whoever is chosen: three lines of the narrowest panel.
BEFORE, AFTER, LINES = 70, 110, 3


class WordsInView(QObject):
    """``wanted``: people (id, spots) whose rows are in view and whose words are not known yet; ``came``: they are."""

    wanted = Signal(list)
    came = Signal()

    def __init__(self, shown: RowsView) -> None:
        super().__init__(shown)
        self._list = shown
        #: By where they may be read: what somebody is called elsewhere after a new analysis is asked for anew.
        self._known: dict[tuple[Spot, ...], Words | None] = {}
        self._asked: dict[str, tuple[Spot, ...]] = {}
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._look)
        bar = shown.verticalScrollBar()
        bar.valueChanged.connect(lambda _: self.look())
        bar.rangeChanged.connect(lambda *_: self.look())
        shown.installEventFilter(self)

    def of(self, person: PersonRow) -> Words | None:
        return self._known.get(person.spots)

    def look(self) -> None:
        """The list shows other rows: what is not known of them is asked for, once it has done moving."""
        self._soon.start(0)

    def forget(self) -> None:
        """The case is closed."""
        self._known, self._asked = {}, {}

    def not_told(self) -> None:
        """They could not be read: asked again when they are looked at again."""
        self._asked = {}

    def told(self, found: Mapping[str, Words | None]) -> None:
        came = {person: words for person, words in found.items() if person in self._asked}
        for person, words in came.items():
            self._known[self._asked.pop(person)] = words
        rows = enumerate(self._list.rows)
        self._list.put({n: person_row(row.key, self.of(row.key)) for n, row in rows if row.key.id in came})
        self.came.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show:
            self.look()
        return bool(super().eventFilter(watched, event))

    def _look(self) -> None:
        if not self._list.isVisible():
            return
        rows = self._list.rows
        people: list[PersonRow] = [rows[number].key for number in self._list.in_view()]
        if len(chosen := self._list.chosen()) == 1:
            people += chosen
        unknown = {p.id: p.spots for p in people if p.spots not in self._known and self._asked.get(p.id) != p.spots}
        if unknown:
            self._asked |= unknown
            self.wanted.emit(list(unknown.items()))


class WordsLabel(QLabel):
    """Somebody's name in its sentence, and where that stands; always as high, so that nothing below it moves."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)
        self.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.setMinimumHeight(LINES * self.fontMetrics().lineSpacing())

    def say(self, words: Words | None, document: str, elsewhere: str = "") -> None:
        """``elsewhere`` is said where there are no words of a page."""
        if words is None:
            self.setText(faint(elsewhere) if elsewhere else "")
            self.setAccessibleName(elsewhere)
            return
        before, after = words.before, words.after
        if len(before) > BEFORE:
            before = "…" + before[-BEFORE:].partition(" ")[2]
        if len(after) > AFTER:
            after = after[:AFTER].rpartition(" ")[0] + "…"
        place = tr("{name}, page {page}", name=document, page=words.key[1]) if document else ""
        self.setText(f"{escape(before)}<b>{escape(words.name)}</b>{escape(after)} {faint(place)}")
        self.setAccessibleName(" ".join(part for part in (before + words.name + after, place) if part))
