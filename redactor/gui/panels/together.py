# SPDX-License-Identifier: AGPL-3.0-or-later
"""Things to do of one kind, each with the words around it, decided in one step. Beside the page, which shows the one
that is chosen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from redactor.domain.saying import said_all
from redactor.gui.casework.told.people import Beside, TodoRow
from redactor.gui.look.giving_way import take_what_is_left
from redactor.gui.look.parts import button, label, row
from redactor.gui.look.rows import Row, RowsView
from redactor.gui.panels.todo_words import REDACT, USUAL, USUAL_OWN, group_of, heading_of, two_lines
from redactor.gui.wording import words
from redactor.gui.wording.language import tr
from redactor.review.questions.possible import PossibleKind
from redactor.review.todo_items import TodoKind

#: Letters of the words before that stand in the list: the word itself must stay in view.
BEFORE = 22


@dataclass(frozen=True)
class Way:
    """One of the two ways to decide: the outcome, its words on the button and in the list, its key."""

    outcome: str
    does: str
    done: str
    key: str


_REDACT = Way("redact", "Redact", "Redact", "R")
_LEAVE = Way("leave", "Leave in", "Leave in", "L")
#: By kind of thing to do, what its two ways are called; the kinds that can be decided together.
WAYS: Mapping[str, tuple[Way, Way]] = {
    TodoKind.PERSON: (
        Way("redact", REDACT["person"], "Redact", "R"),
        Way("leave", "Leave in everywhere", "Leave in", "L"),
    ),
    TodoKind.MENTION: (_REDACT, _LEAVE),
    TodoKind.POSSIBLE: (_REDACT, _LEAVE),
    TodoKind.RESIDUAL: (_REDACT, _LEAVE),
    TodoKind.INCONSISTENT: (Way("redact", REDACT["inconsistent"], "Redact", "R"), _LEAVE),
    TodoKind.OTHERS: (Way("redact", REDACT["others"], "Hide", "R"), _LEAVE),
    TodoKind.HARM_CUE: (Way("redact", "Hold back", "Hold back", "R"), Way("leave", "May go", "May go", "L")),
    TodoKind.OWN: (Way("seen", "Not theirs", "Not theirs", "R"), Way("leave", "Theirs", "Theirs", "L")),
}
#: Why they are left in, to begin with: what holds for the whole kind. Shown, and to be changed.
_WHY: Mapping[str, str] = said_all(
    {
        PossibleKind.WORD: "An everyday word, nobody's name",
        PossibleKind.POINTS: "Who it points to may be seen here",
        TodoKind.OWN: USUAL_OWN["leave"],
    }
)
#: What goes on record of the others: their button says why.
_WHY_NOT: Mapping[str, str] = said_all(
    {
        TodoKind.HARM_CUE: "May belong under the harm test",
        TodoKind.OWN: USUAL_OWN["seen"],
    }
)
#: No space comes before these.
_CLOSING = tuple(".,;:!?)’'")


class WaysList(RowsView):
    """``pressed``: the key of a way, or "" to leave it open."""

    pressed = Signal(str)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = {Qt.Key.Key_R: "R", Qt.Key.Key_L: "L", Qt.Key.Key_Delete: ""}.get(Qt.Key(event.key()))
        if key is None or event.modifiers() != Qt.KeyboardModifier.NoModifier:
            super().keyPressEvent(event)
        else:
            self.pressed.emit(key)


class TogetherPanel(QWidget):
    """``decided`` (ids and why, both by outcome); ``gone_to`` a thing to do; ``cancelled``."""

    decided = Signal(dict, dict)
    gone_to = Signal(object)
    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: list[TodoRow] = []
        self._beside: dict[str, Beside] = {}
        #: The way each goes, by id; what is not in it stays open.
        self.choices: dict[str, str] = {}
        self._shown: tuple[dict[str, str], str] = ({}, "")
        self._ways = (_REDACT, _LEAVE)
        self._why_not = ""
        self._title = label("", "title", wrap=True)
        self._about = label(
            "The page shows the one that is selected. Nothing is decided until you press Decide; one undo takes it all "
            "back.",
            "faint",
            wrap=True,
        )
        self._suggested = label("What is marked already is a suggestion: look it through.", "warn", wrap=True)
        self.list = WaysList(tr("To be decided together"), several=True)
        self.list.gone_to.connect(self.gone_to)
        self.list.chosen_changed.connect(self._chosen)
        self._what = label("", wrap=True)
        self._rest = label("", "faint", wrap=True)
        self.way_buttons = tuple(button("", lambda n=n: self.choose(self._ways[n].outcome), tight=True) for n in (0, 1))
        self.open_button = button("Later", lambda: self.choose(""), tight=True, tip="It stays on the list (Del)")
        self.why = QLineEdit()
        self.why.setAccessibleName(tr("Why they may be seen, for the record"))
        self.why.setPlaceholderText(tr("Why they may be seen, for the record"))
        self.why.textChanged.connect(lambda _: self._count())
        self.why.returnPressed.connect(self.save)
        self._hint = label("", "faint", wrap=True)
        # What it tells comes and goes, and the field above stays where it is: a click beside the field leaves the keys
        # with the list, where a typed reason decides by every R and L in it.
        self._hint.setText("\n")
        self._hint.setMinimumHeight(self._hint.sizeHint().height())
        self.save_button = button("Decide", self.save, main=True, tip="Ctrl+Enter")
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 10, 8, 8)
        for widget in (self._title, self._about, self._suggested, self.list, self._what, self._rest):
            column.addWidget(widget)
        column.addLayout(row(*self.way_buttons, self.open_button, 0, spacing=6))
        column.addWidget(self.why)
        column.addWidget(self._hint)
        column.addLayout(row(0, button("Cancel", self.cancelled.emit, tip="Esc"), self.save_button))
        column.setStretchFactor(self.list, 1)
        take_what_is_left(self.list)
        self._keys()

    def _keys(self) -> None:
        self.list.pressed.connect(self._pressed)
        within = Qt.ShortcutContext.WidgetWithChildrenShortcut
        QShortcut(QKeySequence("Ctrl+Return"), self, self.save, context=within)
        QShortcut(QKeySequence("Esc"), self, self.cancelled.emit, context=within)

    def _pressed(self, key: str) -> None:
        self.choose(next((way.outcome for way in self._ways if way.key == key), ""))

    def ask(self, items: Sequence[TodoRow], beside: Sequence[Beside]) -> None:
        """Show these, all of one kind."""
        self._beside = {one.id: one for one in beside}
        self._items = [item for item in items if item.id in self._beside]
        self.choices = {one.id: one.suggested for one in beside if one.suggested}
        kind, subkind = group_of(self._items[0])
        self._ways = WAYS[kind]
        self._title.setText(heading_of(kind, subkind))
        self._suggested.setVisible(bool(self.choices))
        self._why_not = tr(_WHY_NOT.get(kind, USUAL["redact"]))
        for way, made in zip(self._ways, self.way_buttons, strict=True):
            made.setText(f"{tr(way.does)} ({way.key})")
            made.setAccessibleName(tr(way.does))
        self.why.setText(tr(_WHY.get(subkind or kind, "")))
        self._shown = (dict(self.choices), self.why.text())
        self._fill()
        self.list.select_key(self._items[0].id, quiet=False)
        self.list.setFocus()

    @property
    def heading(self) -> str:
        """What kind of thing is decided."""
        return self._title.text()

    @property
    def begun(self) -> bool:
        """True when something was chosen or typed since these were shown."""
        return (self.choices, self.why.text()) != self._shown

    def put_back(self, choices: Mapping[str, str], why: str) -> None:
        """What was chosen and typed when these were shown before."""
        self.choices = {item.id: choices[item.id] for item in self._items if item.id in choices}
        self.why.setText(why or self.why.text())
        self._fill()
        self._chosen()

    def choose(self, outcome: str) -> None:
        """What is selected goes this way ("": it stays open); then the next one."""
        chosen: list[TodoRow] = self.list.chosen()
        for item in chosen:
            if outcome:
                self.choices[item.id] = outcome
            else:
                self.choices.pop(item.id, None)
        self._fill()
        if len(chosen) == 1:
            at = self._items.index(chosen[0])
            self.list.select_key(self._items[min(at + 1, len(self._items) - 1)].id, quiet=False)
        self._chosen()

    def save(self) -> None:
        """Decide what is chosen; says what is missing where something is."""
        if self._lacks_why():
            self._count()
            self.why.setFocus()
            return
        by_outcome: dict[str, list[str]] = {}
        for item in self._items:
            if item.id in self.choices:
                by_outcome.setdefault(self.choices[item.id], []).append(item.id)
        first = self._ways[0].outcome
        said = {outcome: self._why_not if outcome == first else self.why.text().strip() for outcome in by_outcome}
        if by_outcome:
            self.decided.emit(by_outcome, said)

    @property
    def items(self) -> Sequence[TodoRow]:
        return self._items

    def _lacks_why(self) -> bool:
        """What may be seen has its reason on record."""
        return self._ways[1].outcome in self.choices.values() and not self.why.text().strip()

    def _fill(self) -> None:
        done = {way.outcome: tr(way.done) for way in self._ways}
        first = self._ways[0].outcome
        rows = []
        for item in self._items:
            chosen = self.choices.get(item.id, "")
            tone = "" if not chosen else "bad" if chosen == first else "good"
            title, rest = two_lines(item)
            rows.append(Row(title, self._around(item, rest), done.get(chosen, ""), tone, key=item))
        self.list.set_rows(rows)
        self._count()

    def _around(self, item: TodoRow, rest: str) -> str:
        """The words around it; where it stands for several ways to put it, those ways."""
        one = self._beside[item.id]
        if not (one.before or one.after) or item.subkind == PossibleKind.POINTS:
            return rest
        before = one.before
        if len(before) > BEFORE:
            before = "…" + before[-BEFORE:].partition(" ")[2]
        return _flowing(before, one)

    def _chosen(self) -> None:
        chosen: list[TodoRow] = self.list.chosen()
        for made in (*self.way_buttons, self.open_button):
            made.setEnabled(bool(chosen))
        told, rest = tr("{number} selected", number=len(chosen)) if len(chosen) > 1 else "", ""
        if len(chosen) == 1:
            one, (title, rest) = self._beside[chosen[0].id], two_lines(chosen[0])
            told = f"… {_flowing(one.before, one)} …" if one.before or one.after else title
        self._what.setText(words.short(told, 400))
        also = chosen[0].also if len(chosen) == 1 else ""
        self._rest.setText(" ".join(part for part in (words.short(rest, 200), also) if part))
        self._rest.setVisible(bool(rest or also))

    def _count(self) -> None:
        """What the button will do, before it does it."""
        told = []
        for way in self._ways:
            number = sum(outcome == way.outcome for outcome in self.choices.values())
            if number:
                told.append(f"{tr(way.done)}: {number}")
        left = len(self._items) - len(self.choices)
        if left:
            told.append(tr("Later: {number}", number=left))
        missing = tr("Say why first: it goes on record.") if self._lacks_why() else ""
        self._hint.setText("\n".join(part for part in (" · ".join(told), missing) if part))
        number = len(self.choices)
        self.save_button.setText(tr("Decide {number} in one step", number=number) if number else tr("Decide"))
        self.save_button.setEnabled(bool(number))


def _flowing(before: str, one: Beside) -> str:
    after = one.after if one.after.startswith(_CLOSING) else f" {one.after}"
    return f"{before} {one.words}{after}".strip()
