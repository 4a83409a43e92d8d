# SPDX-License-Identifier: AGPL-3.0-or-later
"""The reason for holding something back, with what must be on record for it. Beside the page, never over it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QTextCursor
from PySide6.QtWidgets import QApplication, QComboBox, QFrame, QPlainTextEdit, QScrollArea, QVBoxLayout, QWidget

from redactor.domain.catalogue import Reason, catalogue, standing
from redactor.gui.look.growing import GrowingText
from redactor.gui.look.parts import Choice, button, label, row
from redactor.gui.panels.as_last import AsLast
from redactor.gui.panels.harm_class import KEY, Doubt, HarmClass
from redactor.gui.wording import words
from redactor.gui.wording.dates import iso, typed
from redactor.gui.wording.language import tr


@dataclass(frozen=True, slots=True)
class Typed:
    """What somebody put into the form: the code of the reason, and what was typed, by field and question."""

    reason: str
    texts: Mapping[tuple[str, str], str]


class ReasonForm(QWidget):
    """``saved`` (reason code, fields) or ``cancelled``."""

    saved = Signal(str, dict)
    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fields: dict[str, QPlainTextEdit] = {}
        #: What is on record already, and for which reason: under another one the same field asks something else.
        self._given: dict[str, str] = {}
        self._given_for = ""
        #: What was typed since the form opened, by field and question.
        self._typed: dict[tuple[str, str], str] = {}
        self._begun: dict[str, str] = {}
        self._title = label("", "title", wrap=True)
        self._about = label("", "faint", wrap=True)
        self.reason = Choice("Reason")
        self.reason.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.reason.currentIndexChanged.connect(lambda _: self._build())
        self._covers = label("", "faint", wrap=True)
        self.harm_class = HarmClass()
        self.harm_class.wanted.connect(self.choose)
        self.as_last = AsLast()
        self.as_last.wanted.connect(self.fill)
        self._warning, self._doubt = label("", "warn", wrap=True), Doubt()
        self._area = QWidget()
        self._column = QVBoxLayout(self._area)
        self._column.setContentsMargins(0, 0, 6, 0)
        scroll = QScrollArea()
        self._scroll = scroll
        scroll.setWidget(self._area)
        scroll.setWidgetResizable(True)
        scroll.verticalScrollBar().rangeChanged.connect(lambda *_: self._into_view())
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.viewport().setAutoFillBackground(False)
        self._area.setAutoFillBackground(False)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._left = label("", "faint", wrap=True)
        self.save_button = button("Save", self.save, main=True, tip="Ctrl+Enter")
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 10, 8, 8)
        for widget in (self._title, self._about, label("Reason"), self.reason, self.harm_class, self._warning):
            column.addWidget(widget)
        column.addWidget(self.as_last)
        column.addWidget(scroll, 1)
        column.addWidget(self._left)
        self.cancel_button = button("Cancel", self.cancelled.emit, tip="Esc")
        column.addLayout(row(0, self.cancel_button, self.save_button))
        QShortcut(QKeySequence("Ctrl+Return"), self, self.save, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        QShortcut(QKeySequence(KEY), self, self._next_class, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        QShortcut(QKeySequence("Esc"), self, self.cancelled.emit, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._requester = ""
        self._usual: dict[str, str] = {}
        self._reasons = list(catalogue().values())

    def set_reasons(self, reasons: Sequence[Reason]) -> None:
        """The reasons in the words of the case."""
        self._reasons = list(reasons)

    def set_usual(self, fields: dict[str, str]) -> None:
        """The case's standing assessment for information about other people."""
        self._usual = fields

    def ask(
        self,
        title: str,
        about: str,
        requester: str,
        *,
        harm_first: bool = False,
        reason: str = "",
        why: str = "",
        fields: Mapping[str, str] | None = None,
    ) -> None:
        """Show the form for one decision. ``requester`` (a code) marks reasons that are not lawful here; ``why`` says
        why this ``reason`` is proposed. What is typed next goes into its first field that is empty; only where somebody
        is to choose the reason first do the keys go there."""
        self._requester = requester
        self._given = dict(fields or {})
        # Nothing of the passage before: its facts and the opinion about it are not this one's.
        self._fields, self._typed = {}, {}
        self._title.setText(title)
        self._about.setText(about)
        reasons = sorted(self._reasons, key=lambda r: (not r.harm) if harm_first else False)
        self.reason.blockSignals(True)
        self.reason.clear()
        for entry in reasons:
            lawful = not entry.requesters or requester in entry.requesters
            self.reason.addItem(
                f"{tr(entry.title)}  ({entry.code})" + ("" if lawful else "  – " + tr("not for this requester")), entry
            )
        chosen = self._given_for = reason or (reasons[0].code if harm_first else "TP")
        self.reason.setCurrentIndex(next(n for n, r in enumerate(reasons) if r.code == chosen))
        self.reason.blockSignals(False)
        self.harm_class.setVisible(bool(why))
        if why:
            self.harm_class.propose(why)
        self._build()
        self.reason.setFocus()
        if harm_first or reason:
            self._to_first_empty()

    def _to_first_empty(self) -> None:
        """The keys go to the first field that nothing stands in; where all are filled, to the reason."""
        first = next((field for field in self._fields.values() if not field.toPlainText()), self.reason)
        first.setFocus()

    def choose(self, code: str) -> None:
        """Another reason; the keys stay where they are."""
        codes = [self.reason.itemData(n).code for n in range(self.reason.count())]
        if code in codes:
            self.reason.setCurrentIndex(codes.index(code))
        self.harm_class.show_chosen(self.code)

    def fill(self, reason: str, fields: Mapping[str, str]) -> None:
        """What was put on record elsewhere, for this; what is typed in a field already stays."""
        self.choose(reason)
        for name, field in self._fields.items():
            if name in fields and not field.toPlainText():
                field.setPlainText(typed(fields[name]) if _is_date(name) else fields[name])
        self._to_first_empty()

    def _next_class(self) -> None:
        if self.harm_class.isVisible():
            self.harm_class.next()

    @property
    def now(self) -> Typed:
        """What stands in the form, for :meth:`put_back`."""
        self._keep()
        return Typed(self.code, dict(self._typed))

    def put_back(self, typed: Typed) -> None:
        """What was typed when the same was asked before."""
        self._fields, self._typed = {}, dict(typed.texts)
        self.reason.blockSignals(True)
        codes = [self.reason.itemData(n).code for n in range(self.reason.count())]
        self.reason.setCurrentIndex(codes.index(typed.reason) if typed.reason in codes else 0)
        self.reason.blockSignals(False)
        self._build()

    def blank(self) -> None:
        """What was typed is no longer in it."""
        for field in self._fields.values():
            field.clear()
        self._typed, self._fields, self._begun = {}, {}, {}

    def _keep(self) -> None:
        for name, field in self._fields.items():
            asked = (name, field.accessibleName())
            if field.toPlainText() != self._begun[name]:
                self._typed[asked] = field.toPlainText()
            else:
                self._typed.pop(asked, None)

    def _build(self) -> None:
        entry: Reason | None = self.reason.currentData()
        if entry is None:
            return
        self._keep()
        self.harm_class.show_chosen(entry.code)
        typing = self._typing()
        if typing is not None:
            self.reason.setFocus()  # else Qt gives the keys to whatever comes next, outside the form too
        self._doubt = Doubt()
        while self._column.count():
            widget = self._column.takeAt(0).widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._fields = {}
        usual = self._usual if entry.code == "TP" and self._usual else standing(entry.code)
        for name, asks in entry.fields:
            question = tr(asks)
            given = self._given.get(name, "") if entry.code == self._given_for else ""
            value = given or usual.get(name, "")
            if is_date := _is_date(name):
                # The catalogue says how dates are kept; here they are typed the British way.
                question, value = tr(asks.replace(" (YYYY-MM-DD)", "")), typed(value)
            asked = label(question, wrap=True)
            self._begun[name] = value
            field = GrowingText(self._typed.get((name, question), value))
            field.setPlaceholderText(tr("day/month/year") if is_date else "")
            field.setAccessibleName(question)
            field.setObjectName(name)
            field.textChanged.connect(self._count)
            asked.setBuddy(field)
            self._column.addWidget(asked)
            self._column.addWidget(field)
            if entry.harm and name == "seriousness":
                self._column.addWidget(self._doubt)
            field.show()  # what is only laid out takes no keys until the event loop turns
            field.installEventFilter(self)
            self._fields[name] = field
        # Below what is typed, which a small window has hardly room for.
        self._column.addWidget(label(tr(entry.covers), "faint", wrap=True))
        self._column.addWidget(label(_law(entry), "faint", wrap=True))
        self._column.addStretch(1)
        self._order()
        if typing is not None and self._fields:
            goes_on = self._fields.get(typing) or next(iter(self._fields.values()))
            goes_on.setFocus()
            goes_on.moveCursor(QTextCursor.MoveOperation.End)
        lawful = not entry.requesters or self._requester in entry.requesters
        notes = [] if lawful else [tr("This reason is not lawful for who is asking in this case.")]
        if entry.opinion:
            lasts = tr(
                ", not older than {opinion_months} months on the day of disclosure", opinion_months=entry.opinion_months
            )
            notes.append(
                tr(
                    "It needs the opinion of {opinion}{lasts}.",
                    opinion=tr(entry.opinion),
                    lasts=lasts if entry.opinion_months else "",
                )
            )
        self._warning.setText(" ".join(notes))
        self._warning.setVisible(bool(notes))
        self._count()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What has the keys is in view, also in a low window; once it lies where it will."""
        if event.type() == QEvent.Type.FocusIn:
            QTimer.singleShot(0, self._into_view)
        return super().eventFilter(watched, event)

    def _into_view(self) -> None:
        if (name := self._typing()) in self._fields:
            if name == "seriousness":
                self._scroll.ensureWidgetVisible(self._doubt, 0, 4)
            self._scroll.ensureWidgetVisible(self._fields[name], 0, 24)

    def _typing(self) -> str | None:
        """The name of the field that has the keys; None where they are elsewhere."""
        focus = QApplication.focusWidget()
        if focus is None or not self._area.isAncestorOf(focus):
            return None
        return focus.objectName()

    def _order(self) -> None:
        """From the reason Tab goes to the fields and then to the buttons. Fields made just now would come last of the
        whole window, after Cancel: the first space of what is typed then closes the form, and what follows is taken for
        keys of the desk."""
        last: QWidget = self.reason
        for each in (self.as_last, *self._fields.values(), self.cancel_button, self.save_button):
            self.setTabOrder(last, each)
            last = each

    def _count(self) -> None:
        self._doubt.ask(self.fields() if self.reason.currentData().harm else {})
        empty = sum(not field.toPlainText().strip() for field in self._fields.values())
        undated = [text for name, text in self.fields().items() if _is_date(name) and iso(text) is None]
        self._left.setText(
            tr("“{text}” is no date: write it as day/month/year.", text=words.short(undated[0], 40))
            if undated
            else tr("Everything that must be on record is there.")
            if not empty
            else tr(
                "{empty} of {number} still to be filled in. You can save now; the case cannot be submitted "
                "until they are.",
                empty=empty,
                number=len(self._fields),
            )
        )

    @property
    def typed(self) -> bool:
        """True when something was typed into the form since it opened, or stands in it from before."""
        return bool(self.now.texts)

    def fields(self) -> dict[str, str]:
        found = {name: field.toPlainText().strip() for name, field in self._fields.items()}
        return {name: (iso(text) or text) if _is_date(name) else text for name, text in found.items() if text}

    def save(self) -> None:
        self.saved.emit(self.code, self.fields())

    @property
    def code(self) -> str:
        """The reason that is chosen."""
        return str(self.reason.currentData().code)

    def field(self, name: str) -> QPlainTextEdit:
        return self._fields[name]


def _law(entry: Reason) -> str:
    """Where the reason stands; and what to do before it is relied on against somebody, where it was not read there."""
    if entry.checked:
        return f"{entry.reference}."
    return tr(
        "{reference}, as usually cited. If this decision is questioned, read the paragraph itself first: the Act is at "
        "www.legislation.gov.uk.",
        reference=entry.reference,
    )


def _is_date(name: str) -> bool:
    return name == "date" or name.endswith("_date")
