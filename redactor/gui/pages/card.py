# SPDX-License-Identifier: AGPL-3.0-or-later
"""The small card beside what was clicked or selected on a page: who, why, and the decisions that fit."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLayoutItem, QLineEdit, QVBoxLayout, QWidget

from redactor.domain.saying import say
from redactor.gui.casework.told.pages import Mark
from redactor.gui.casework.told.people import PersonRow
from redactor.gui.look.flow import Flow
from redactor.gui.look.parts import button, label
from redactor.gui.pages.selection import Selection, like_name
from redactor.gui.wording import words
from redactor.gui.wording.language import tr

WIDTH = 330
ASKED_WHY = say("Why may this be seen?")


class Card(QFrame):
    """``wanted``: the name of what was chosen (see the buttons below)."""

    wanted = Signal(str)
    why_given = Signal(str)
    #: The reason as far as it is typed.
    why_typed = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self.setAutoFillBackground(True)
        self.setAccessibleName(tr("Decide"))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(12, 10, 12, 10)
        self._column.setSpacing(6)
        self.buttons: dict[str, QWidget] = {}
        self._asked: QLineEdit | None = None
        self.hide()

    @property
    def why(self) -> QLineEdit | None:
        """Where the reason is typed, while it is asked for: then nothing but a choice takes the card away."""
        return self._asked if self.isVisible() else None

    def pass_by(self) -> None:
        """The page moves under the card: nothing that is being typed is lost by that."""
        if self.why is None:
            self.hide()

    def _clear(self) -> None:
        # What is added to a card that shows has no height until the event loop turns: it would be a line.
        self.hide()
        self.buttons, self._asked = {}, None
        while self._column.count():
            for widget in self._widgets(self._column.takeAt(0)):
                widget.hide()
                widget.deleteLater()

    def _widgets(self, item: QLayoutItem | None) -> list[QWidget]:
        """The widget of a layout's item, or those of the row that the item is."""
        widget, layout = (item.widget(), item.layout()) if item else (None, None)
        if widget is not None or layout is None:
            return [widget] if widget is not None else []
        return [inner for _ in range(layout.count()) for inner in self._widgets(layout.takeAt(0))]

    def _add(self, *choices: tuple[str, str, str]) -> None:
        made = []
        for name, text, tip in choices:
            main = not self.buttons
            self.buttons[name] = button(text, lambda name=name: self.wanted.emit(name), main=main, tight=True, tip=tip)
            made.append(self.buttons[name])
        self._column.addLayout(Flow(*made))

    def show_mark(self, mark: Mark, person: PersonRow | None, near: QRectF, writable: bool) -> None:
        """For a mark that was clicked."""
        self._clear()
        self._column.addWidget(label(_title(mark), "title", wrap=True))
        if mark.kind == "mention":
            about = [tr(words.ROLE.get(mark.role, "")), tr(words.LABEL.get(mark.label, ""))]
            if mark.name and mark.name != mark.text:
                about.append(f"“{words.short(mark.text, 40)}”")
        else:
            about = [{
                "harm": tr("Harm passage"), "cue": tr("May belong under the harm test: {label}", label=mark.label),
                "others": tr(mark.label), "rest": tr("All of this page but what is kept"),
                "note": f"{mark.label}, {mark.name or tr('not signed')}",
                "lost": tr("Redacted earlier; the latest analysis does not see it"),
            }.get(mark.kind, tr("Marked by hand"))]  # fmt: skip
        self._column.addWidget(label(" · ".join(part for part in about if part), "faint", wrap=True))
        for text in (
            mark.decided or words.state(mark.status, mark.tier),
            tr("Found because: {why}", why=tr(mark.why)) if mark.why else "",
        ):
            if text:
                self._column.addWidget(label(text, "faint", wrap=True))
        for fact in words.facts(mark.facts):
            self._column.addWidget(label(fact, wrap=True))
        if writable:
            self._mark_buttons(mark, person)
        self._place(near)

    def _mark_buttons(self, mark: Mark, person: PersonRow | None) -> None:
        if mark.kind in ("passage", "harm", "rest"):
            one = ("take_off", tr("Take off here" if mark.places > 1 else "Take off"), tr("This may be seen then"))
            self._add(("edit", tr("Change the reason…"), ""), *([one] if mark.apart else []))
            if mark.places > 1:
                places = words.count(mark.places, "place")
                self._column.addWidget(label(tr("One decision marked {places}", places=places), "faint", wrap=True))
                self._add(("take_all_off", tr("Take all {number:,} off", number=mark.places), ""))
                self.buttons["take_all_off"].setProperty("main", False)
            return
        if mark.kind == "cue":
            tip = tr("The harm form, with the reason it looks like")
            self._add(("harm", tr("Hold back… (H)"), tip), ("may_go", tr("May go… (L)"), tr("Say why")))
            return
        if mark.kind == "others":
            if mark.also:
                self._column.addWidget(label(mark.also, wrap=True))
            hide = tr("Hide it in all {number} places", number=mark.places) if mark.also else tr("Hide all of it")
            self._add(("hide_all", f"{hide} (R)", ""), ("may_go", tr("Leave in… (L)"), tr("Say why")))
            return
        if mark.kind != "mention":
            return
        redact = ("redact_here", tr("Redact here (R)"), "")
        leave = ("leave_here", tr("Leave in here (L)"), "")
        self._add(*([leave] if mark.status == "redacted" else [redact, leave]))
        if person is not None and person.mentions > 1:
            many = words.count(person.mentions - person.possible, "mention")
            name = words.short(mark.name, 22)
            self._column.addWidget(label(tr("Everywhere: {many} of {name}", many=many, name=name), "faint", wrap=True))
            self._add(
                ("redact_everywhere", tr("Redact everywhere"), "Ctrl+Shift+R"),
                ("person", tr("Show this person"), "Ctrl+Shift+P"),
            )
            self.buttons["redact_everywhere"].setProperty("main", False)
        else:
            self._add(("harm", tr("Harm or another reason… (H)"), ""))

    def ask_why(self, mark: Mark, given: Sequence[str], near: QRectF, typed: str = "") -> None:
        """Why this may be seen: typed (or ``typed`` before), or one of the reasons ``given`` before."""
        self._clear()
        self._column.addWidget(label(_title(mark), "title", wrap=True))
        self._column.addWidget(label(ASKED_WHY, wrap=True))
        field = QLineEdit(typed)
        field.setAccessibleName(tr(ASKED_WHY))
        hint = label("Say why first: it goes on record.", "bad", wrap=True)
        hint.hide()
        field.textChanged.connect(hint.hide)

        def answer() -> None:
            if why := field.text().strip():
                self.why_given.emit(why)
            else:
                hint.show()
                self._fit()
                field.setFocus()

        field.textEdited.connect(self.why_typed)
        field.returnPressed.connect(answer)
        self._column.addWidget(field)
        self._column.addWidget(hint)
        save, cancel = button("Leave in here", answer, main=True, tight=True, tip="Enter"), button("Cancel", tight=True)
        cancel.setToolTip(tr("Esc"))
        cancel.clicked.connect(self._leave_off)
        self.buttons = {"leave_in": save, "cancel": cancel}
        self._column.addLayout(Flow(save, cancel))
        if given:
            self._column.addWidget(label("For the same reason as before:", "faint", wrap=True))
        for number, why in enumerate(given):
            made = button(words.short(why, 40), lambda why=why: self.why_given.emit(why), tight=True, tip=why)
            self.buttons[f"again_{number}"] = made
            self._column.addWidget(made)
        self._asked = field
        self._place(near)
        field.setFocus()

    def _leave_off(self) -> None:
        self.hide()
        self.parentWidget().setFocus()

    def show_selection(self, selection: Selection, near: QRectF) -> None:
        """For words or a box that were selected."""
        self._clear()
        title = f"“{words.short(selection.text, 60)}”" if selection.span is not None else tr("Drawn box")
        self._column.addWidget(label(title, "title", wrap=True))
        self._column.addWidget(label("Redacting here is as information about another person.", "faint", wrap=True))
        self._add(("redact", tr("Redact (R)"), ""), ("harm", tr("Harm… (H)"), ""))
        name = [("name", tr("Add as a name"), tr("Shift+N: everywhere in the case"))] if like_name(selection) else []
        self._add(("other", tr("Another reason…"), "Shift+R"), *name)
        self.buttons["other"].setProperty("main", False)
        self._add(("keep_only", tr("Keep this, hide the rest… (K)"), tr("Everything else on this page is hidden")))
        self.buttons["keep_only"].setProperty("main", False)
        self._place(near)

    def _place(self, near: QRectF) -> None:
        """Above what was clicked, over what is read already: the lines that come next stay in view. Below where there
        is no room above; always within the view."""
        self._fit()
        room = self.parentWidget().rect()
        x = max(min(near.left(), room.width() - self.width() - 8), 8)
        y = near.top() - self.height() - 10
        if y < 8:
            y = near.bottom() + 10
        self.move(round(x), round(min(max(y, 8), max(room.height() - self.height() - 8, 8))))
        self.show()
        self.raise_()

    def _fit(self) -> None:
        # Wrapped lines need the height that goes with this width, which adjustSize does not ask for.
        self._column.activate()
        # Beside an open part a narrow window leaves the pages less than the card likes to have.
        wide = max(min(WIDTH, self.parentWidget().width() - 16), self._column.totalMinimumSize().width())
        self.setFixedWidth(wide)
        self.resize(wide, self._column.totalHeightForWidth(wide))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._leave_off()
            return
        if self.why is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return  # the field has dealt with it: the page behind would show the mark's card again
        super().keyPressEvent(event)


def _title(mark: Mark) -> str:
    if mark.kind == "rest":
        return tr("The rest of the page")
    return mark.name or words.short(mark.text, 90) or words.unnamed(mark.kind)
