# SPDX-License-Identifier: AGPL-3.0-or-later
"""What is left to do: choose a line to be taken there, settle it where it stands. Above the list, what comes next."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout, QWidget

from redactor.gui.casework.told.case import Counted
from redactor.gui.casework.told.documents import DocumentRow
from redactor.gui.casework.told.people import TodoRow
from redactor.gui.look.flow import Flow
from redactor.gui.look.giving_way import GivingWay, take_what_is_left
from redactor.gui.look.parts import button, label
from redactor.gui.look.rows import KEY, Row, RowsView
from redactor.gui.panels.next_step import NextStep
from redactor.gui.panels.risk import by_risk
from redactor.gui.panels.todo_words import (
    USUAL,
    USUAL_OWN,
    group_of,
    heading_of,
    leaving,
    question_of,
    redacting,
    two_lines,
)
from redactor.gui.panels.together import WAYS
from redactor.gui.wording import words
from redactor.gui.wording.language import tr
from redactor.review.todo_items import OF_A_PAGE

#: Outcomes a kind has that no button offers: a cue is held back or let go, a class is confirmed or put right.
_NOT_ASKED = frozenset((("harm_cue", "seen"), ("class", "leave")))
LOOK = {
    "own": "proposed", "person": "proposed", "mention": "proposed", "possible": "possible", "residual": "possible",
    "others": "others",
    "lost_anchor": "lost", "harm_cue": "cue", "missing_field": "harm", "requester": "harm", "consent": "proposed",
    "inconsistent": "possible", "arrangement": "harm",
}  # fmt: skip


class TodoPanel(QWidget):
    """``settled`` (ids, outcome, why), ``gone_to`` a row, ``complete`` a row whose reason lacks something."""

    gone_to = Signal(object)
    settled = Signal(list, str, str)
    complete = Signal(object)
    undo_wanted = Signal(str)
    harm_wanted = Signal(object)
    withhold_wanted = Signal(list)
    copy_wanted = Signal(object)
    conflict_wanted = Signal(object)
    together_wanted = Signal()
    analyse_wanted = Signal()
    opinions_wanted = Signal(object)
    request_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names: dict[str, str] = {}
        self._writable = True
        self._asked: frozenset[str] = frozenset()
        self.next = NextStep()
        self.list = RowsView(tr("What is left to do"), several=True)
        self.list.follows = True
        self.list.gone_to.connect(self.gone_to)
        self.list.taken.connect(self.gone_to)
        self.list.chosen_changed.connect(self._chosen)
        self._what = label("", wrap=True)
        self._why = QLineEdit()
        self._why.setAccessibleName(tr("Why, for the record"))
        self._why.setPlaceholderText(tr("Why, for the record"))
        self._hint = label("Say why first: it goes on record.", "bad")
        self._why.textChanged.connect(self._hint.hide)
        self._why.returnPressed.connect(self._answered)
        #: What was asked for and waits for its reason.
        self._pending = ""
        self._hint.hide()
        self._buttons = {
            outcome: button(words.OUTCOME[outcome], lambda outcome=outcome: self._settle(outcome))
            for outcome in ("redact", "leave", "known", "seen")
        }
        self._buttons["seen"].setProperty("main", False)
        self._analyse = button("Analyse now", self.analyse_wanted.emit, main=True)
        self._copy = button("Show the copy", self._copy_chosen)
        self._conflict = button("Decide which holds…", self._conflict_chosen, main=True)
        self._complete = button("Complete the reason…", self._complete_chosen, main=True)
        self._undo = button("Undo that decision", self._undo_chosen)
        self.together_button = button("", self.together_wanted.emit, tip="T")
        self._health = button("Health data: classes and opinions…", self._health_chosen, tip="Ctrl+H")
        self._request = button("The request and its time limit…", self.request_wanted.emit, tip="Ctrl+T")
        self._area = QFrame()
        inside = QVBoxLayout(self._area)
        inside.setContentsMargins(8, 8, 8, 8)
        inside.addWidget(self._what)
        inside.addWidget(self._why)
        inside.addWidget(self._hint)
        more = (self._analyse, self._complete, self._undo, self._conflict, self._copy)
        inside.addLayout(Flow(*self._buttons.values(), *more))
        inside.addWidget(self.together_button)
        inside.addWidget(self._health)
        inside.addWidget(self._request)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 10, 8, 8)
        column.addWidget(self.next)
        column.addWidget(self.list, 1)
        self._below = GivingWay(self._area)
        column.addWidget(self._below)
        take_what_is_left(self.list)
        self._below.hide()

    def set_documents(self, documents: Sequence[DocumentRow]) -> None:
        self._names = {document.sha256: document.name for document in documents}
        self.next.set_case(documents=bool(documents), writable=self._writable)

    def set_writable(self, writable: bool) -> None:
        self._writable = writable
        self.next.set_case(documents=bool(self._names), writable=writable)
        self._chosen()

    def show_counted(self, counted: Counted) -> None:
        self.next.show_counted(counted)
        by_id = {person.id: person for person in counted.people}
        self.list.set_rows(self._rows(sorted(counted.todo, key=lambda item: by_risk(item, by_id))))
        self._chosen()

    def _rows(self, todo: Sequence[TodoRow]) -> list[Row]:
        rows: list[Row] = []
        groups: dict[tuple[str, str], list[TodoRow]] = {}
        for item in todo:
            groups.setdefault(group_of(item), []).append(item)
        for (kind, subkind), items in groups.items():
            rows.append(Row(heading_of(kind, subkind), badge=f"{len(items):,}", heading=True))
            for item in items:
                title, rest = two_lines(item)
                place = (
                    tr("{name}, page {page}", name=self._names.get(item.document, ""), page=item.page)
                    if item.page
                    else ""
                )
                if kind == "person":
                    place = ""
                detail = " · ".join(part for part in (rest, place) if part)
                rows.append(Row(title, detail, key=item, look=LOOK.get(kind, "")))
        return rows

    def _chosen(self) -> None:
        items: list[TodoRow] = self.list.chosen()
        if not items and self._why.hasFocus() and self._why.text():
            # It went while somebody types about it: the keys stay where they type, or they would decide something else.
            self._what.setText(tr("This is no longer on the list. What you typed is not saved."))
            self._pending = ""
            return
        self._below.setVisible(bool(items) and self._writable)
        ids = frozenset(item.id for item in items)
        if ids.isdisjoint(self._asked):
            # What was typed about one thing is no reason for another.
            self._why.clear()
            self._pending = ""
        self._asked = ids
        if not items:
            return
        one = items[0]
        outcomes = set(one.outcomes).intersection(*(item.outcomes for item in items))
        if len({item.kind in OF_A_PAGE for item in items}) > 1:
            outcomes.discard("redact")  # a whole page is withheld on facts of its own
        self._what.setText(question_of(items))
        for outcome, made in self._buttons.items():
            made.setVisible(outcome in outcomes and (one.kind, outcome) not in _NOT_ASKED)
        self._buttons["redact"].setText(f"{redacting(one, len(items) == 1)} (R)")
        self._buttons["redact"].setProperty("main", one.kind in ("person", "mention", "residual", "others", "harm_cue"))
        self._buttons["redact"].style().polish(self._buttons["redact"])
        self._buttons["leave"].setText(f"{leaving(one, len(items) == 1)} (L)")
        self._buttons["leave"].setProperty("main", one.kind == "own")
        self._buttons["leave"].style().polish(self._buttons["leave"])
        self._conflict.setVisible(len(items) == 1 and one.kind == "conflict")
        seen = {"note": tr("Answer"), "own": tr("No, it is not") + " (R)", "class": tr("Confirm them as proposed")}
        self._buttons["seen"].setText(seen.get(one.kind, tr(words.OUTCOME["seen"])))
        alike = len(self.alike())
        self.together_button.setText(tr("Decide all {number} of this kind together… (T)", number=alike))
        self.together_button.setVisible(alike > 1)
        self._health.setVisible(one.kind in ("class", "opinion"))
        self._request.setVisible(one.kind == "request")
        self._copy.setVisible(len(items) == 1 and one.other is not None)
        self._why.setVisible(bool(outcomes))
        self._hint.hide()
        self._analyse.setVisible(one.kind == "not_analysed")
        broken = one.kind in ("missing_field", "requester") and bool(one.event) and len(items) == 1
        self._complete.setVisible(broken)
        self._undo.setVisible(broken)

    def _settle(self, outcome: str) -> None:
        if not self.list.chosen():
            return
        cue = any(item.kind == "harm_cue" for item in self.list.chosen())
        usual = tr("May belong under the harm test") if cue and outcome == "redact" else USUAL.get(outcome, "")
        if any(item.kind == "note" for item in self.list.chosen()):
            usual = ""  # what is answered is said, not assumed
        if all(item.kind == "own" for item in self.list.chosen()):
            usual = USUAL_OWN[outcome]
        why = self._why.text().strip() or usual
        if not why:
            self._pending = outcome
            self._hint.show()
            self._why.setFocus()
            return
        items = self.list.chosen()
        if outcome == "redact" and len(items) == 1 and items[0].kind == "harm_cue":
            self.harm_wanted.emit(items[0])
            return
        if outcome == "redact" and items[0].kind in OF_A_PAGE:
            self.withhold_wanted.emit(items)
            return
        if self._why.hasFocus():
            self.list.setFocus()
        self.step_past({item.id for item in items})
        self._why.clear()
        self.settled.emit([item.id for item in items], outcome, why)

    def give_back(self, name: str, arguments: Mapping[str, Any]) -> None:
        """The reason of something that was not settled after all, and the thing itself."""
        if name == "settle" and not self._why.text() and self.list.select_key(arguments["items"][0], quiet=True):
            self._why.setText(arguments["why"])

    def half_typed(self) -> tuple[QLineEdit, frozenset[str]]:
        """The line in which a reason is typed, and the ids of what it is about."""
        return self._why, self._asked

    def _answered(self) -> None:
        """Enter in the field: what waited for its reason has it."""
        if self._pending and self._why.text().strip():
            self._settle(self._pending)

    def press(self, key: str) -> bool:
        """R or L on the list: as its button. False where what is chosen has no such button."""
        own = {"R": "seen", "L": "leave"} if all(item.kind == "own" for item in self.list.chosen()) else {}
        outcome = {"R": "redact", "L": "leave", **own}[key]
        if self._below.isHidden() or self._buttons[outcome].isHidden():
            return False
        self._settle(outcome)
        return True

    def ask_why(self, identity: str) -> None:
        """Choose this thing to do, and ask for the reason to leave it."""
        if self.list.select_key(identity, quiet=False):
            self._pending = "leave"
            self._hint.show()
            self._why.setFocus()

    def step_past(self, gone: Collection[str], quiet: bool = False) -> None:
        """Choose what comes after these, so that settling one leads to the next; where they are the last, what stands
        above them. ``quiet``: the page in view stays."""
        rows = self._items()
        last = max((n for n, item in enumerate(rows) if item.id in gone), default=-1)
        rest = [item for item in rows[last + 1 :] if item.id not in gone]
        rest = rest or [item for item in rows[: last + 1] if item.id not in gone][-1:]
        if rest:
            self.list.select_key(rest[0].id, quiet=quiet)

    def leave_behind(self, gone: Collection[str]) -> None:
        """These go from the list: who has one of them chosen has the next one, and sees it where the keys are the
        list's."""
        if any(item.id in gone for item in self.list.chosen()):
            self.step_past(gone, quiet=not self.list.hasFocus())

    def _items(self) -> list[TodoRow]:
        return [row.key for row in self.list.rows if row.key is not None]

    def alike(self) -> list[TodoRow]:
        """Those of the chosen one's kind (of the first one's where none is chosen) that can be decided together."""
        for one in (self.list.chosen() or self._items())[:1]:
            if one.kind in WAYS:
                return [item for item in self._items() if group_of(item) == group_of(one)]
        return []

    def _complete_chosen(self) -> None:
        for item in self.list.chosen()[:1]:
            self.complete.emit(item)

    def _conflict_chosen(self) -> None:
        for item in self.list.chosen()[:1]:
            self.conflict_wanted.emit(item)

    def _copy_chosen(self) -> None:
        for item in self.list.chosen()[:1]:
            self.copy_wanted.emit(item)

    def _health_chosen(self) -> None:
        one: TodoRow = self.list.chosen()[0]
        self.opinions_wanted.emit((one.document, one.page) if one.kind == "opinion" else None)

    def _undo_chosen(self) -> None:
        for item in self.list.chosen()[:1]:
            self.undo_wanted.emit(item.event)

    def focus_next(self) -> None:
        """Choose the first thing, or the one after the chosen."""
        rows = self._items()
        if not rows:
            return
        chosen = self.list.chosen()
        at = next((n for n, item in enumerate(rows) if chosen and item.id == chosen[-1].id), -1)
        if not chosen and (here := self.list.currentIndex().data(KEY)) is not None:
            # What was chosen went: the list stands at what came after it.
            at = rows.index(here) - 1
        self.list.select_key(rows[(at + 1) % len(rows)].id, quiet=False)
