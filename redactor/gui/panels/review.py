# SPDX-License-Identifier: AGPL-3.0-or-later
"""Review: the case as a team lead sees it with twenty minutes. What is open between staff, the risky first, what is
new; the page follows the line chosen, and a comment is written on it without leaving the list."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from redactor.domain.dates import british_moment
from redactor.domain.saying import said_all, say
from redactor.gui.casework.told.review import ReviewNow, ReviewRow
from redactor.gui.look.parts import button, label, row
from redactor.gui.look.rows import Row, RowsView
from redactor.gui.wording import words
from redactor.gui.wording.language import tr

ENDINGS = said_all({"answered": "Answer", "taken_back": "Take back", "open_again": "Not settled"})
#: What is written on a line, by whether a team lead writes it.
WRITES = {True: ("comment", say("Comment")), False: ("note", say("Note to the team lead"))}


class ReviewPanel(QWidget):
    """``noted`` (purpose, text, row or None), ``settled`` (note, ending, text), ``gone_to`` a row."""

    gone_to = Signal(object)
    noted = Signal(str, str, object)
    settled = Signal(str, str, str)
    sample_wanted = Signal()
    gate_wanted = Signal()
    looked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._writable = True
        self._now: ReviewNow | None = None
        self._names: dict[str, str] = {}
        self.title = label("Nothing is worked out yet", "title", wrap=True)
        self.sample = label("", "faint", wrap=True)
        self.sample_button = button("Read the sample…", self.sample_wanted.emit, tight=True)
        self.list = RowsView(tr("The case to be reviewed"), lines=3)
        self.list.gone_to.connect(self._go_to)
        self.list.taken.connect(lambda _: self.comment_on())
        self.list.chosen_changed.connect(self._chosen)
        self._whole = QPlainTextEdit()
        self._whole.setReadOnly(True)
        self._whole.setAccessibleName(tr("The line in full"))
        self._whole.setTabChangesFocus(True)
        self._whole.setFixedHeight(96)
        self.text = QLineEdit()
        self.text.returnPressed.connect(self._first_way)
        self.buttons = {ending: button(text, tight=True) for ending, text in ENDINGS.items()}
        for ending, made in self.buttons.items():
            made.clicked.connect(lambda _=False, ending=ending: self._settle(ending))
        self.write_button = button("Comment", self._write, tight=True)
        self._hint = label("Write the words first.", "bad")
        self._hint.hide()
        self.text.textChanged.connect(self._hint.hide)
        area = QFrame()
        inside = QVBoxLayout(area)
        inside.setContentsMargins(8, 8, 8, 8)
        inside.addWidget(self._whole)
        inside.addWidget(self.text)
        inside.addWidget(self._hint)
        inside.addLayout(row(*self.buttons.values(), self.write_button, 0, spacing=6))
        self.looked_button = button("I have looked at all of it", self.looked.emit, tight=True)
        self.gate_button = button("Approve or return…", self.gate_wanted.emit, main=True, tight=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 10, 8, 8)
        column.addWidget(self.title)
        above = row(self.sample, self.sample_button, spacing=6)
        above.setStretch(0, 1)
        column.addLayout(above)
        column.addWidget(self.list, 1)
        column.addWidget(area)
        column.addLayout(row(self.looked_button, 0, self.gate_button, spacing=6))
        self._chosen()

    def set_documents(self, names: dict[str, str]) -> None:
        self._names = names

    def set_writable(self, writable: bool) -> None:
        self._writable = writable
        self._chosen()

    def show_review(self, now: ReviewNow, submitted: bool) -> None:
        self._now = now
        risks = [r for r in now.rows if r.family == "risk"]
        new = sum(r.new for r in risks)
        notes = sum(r.open for r in now.rows if r.family == "note")
        decisions = words.count(len(risks), "decision")
        told = tr("{decisions} to weigh", decisions=decisions)
        if new and not now.first_look:
            told = tr("{decisions} to weigh, {new:,} new to you", decisions=decisions, new=new)
        open_notes = tr("{notes} open", notes=words.count(notes, "note")) if notes else ""
        self.title.setText(" · ".join(part for part in (told, open_notes) if part))
        self.sample.setText(
            now.sample or (tr("The sample has not been read" if submitted else "No sample until it is submitted"))
        )
        self.sample_button.setVisible(submitted and now.lead)
        self.looked_button.setVisible(now.lead)
        self.looked_button.setEnabled(self._writable)
        self.gate_button.setVisible(submitted)
        self.list.set_rows(self._rows(now.rows))
        self._chosen()

    def _rows(self, found: Sequence[ReviewRow]) -> list[Row]:
        rows: list[Row] = []
        headings = [(r.family, r.kind) for r in found]
        for family, kind in dict.fromkeys(headings):
            group = [r for r in found if (r.family, r.kind) == (family, kind)]
            rows.append(Row(kind, badge=f"{len(group):,}", heading=True))
            rows += [self._row(r) for r in group]
        return rows

    def _row(self, found: ReviewRow) -> Row:
        detail = found.detail
        if found.family == "change":
            who, _, at = found.detail.partition("|")
            detail = tr("{who}, {moment}", who=who or tr("not signed"), moment=british_moment(at))
        place = (
            tr("{name}, page {page}", name=self._names.get(found.key[0], ""), page=found.key[1]) if found.key else ""
        )
        badge, tone = (
            (tr("Open"), "warn") if found.open else (tr("Settled"), "") if found.family == "note" else ("", "")
        )
        if found.family == "risk" and found.new and self._now and not self._now.first_look:
            badge, tone = tr("New"), "warn"
        return Row(found.title, " · ".join(part for part in (detail, place) if part), badge, tone, key=found)

    def _go_to(self, found: ReviewRow) -> None:
        self.gone_to.emit(found)

    def chosen(self) -> ReviewRow | None:
        found: list[ReviewRow] = self.list.chosen()
        return found[0] if found else None

    def _chosen(self) -> None:
        one = self.chosen()
        lead = bool(self._now and self._now.lead)
        self._whole.setPlainText(self._told(one) if one else "")
        self._whole.setVisible(one is not None)
        for ending, made in self.buttons.items():
            made.setVisible(one is not None and ending in one.can)
            made.setEnabled(self._writable)
        write = tr(WRITES[lead][1])
        self.write_button.setText(write)
        self.write_button.setAccessibleName(write)
        self.write_button.setVisible(one is None or one.family != "note")
        self.write_button.setEnabled(self._writable)
        on = tr("on this" if one is not None and one.family != "note" else "on the case as a whole")
        hint = tr("Your answer") if one is not None and one.family == "note" else f"{write} {on}"
        self.text.setPlaceholderText(hint)
        self.text.setAccessibleName(hint)
        self._hint.hide()

    def _told(self, one: ReviewRow) -> str:
        if one.family == "change":
            return one.title
        # One field a line, and one answer a line, never broken within what somebody typed.
        return "\n".join([one.title, *one.lines])

    def comment_on(self) -> None:
        """To the line where a comment is written, for the row chosen."""
        self.text.setFocus()

    def _first_way(self) -> None:
        one = self.chosen()
        if one is not None and one.family == "note":
            if one.can:
                self._settle(one.can[0])
        else:
            self._write()

    def _write(self) -> None:
        text = self.text.text().strip()
        if not text:
            self._hint.show()
            self.text.setFocus()
            return
        self.text.clear()
        self.noted.emit(WRITES[bool(self._now and self._now.lead)][0], text, self.chosen())
        self.list.setFocus()

    def _settle(self, ending: str) -> None:
        one, text = self.chosen(), self.text.text().strip()
        if one is None:
            return
        if ending == "answered" and not text:
            self._hint.show()
            self.text.setFocus()
            return
        self.text.clear()
        self.settled.emit(one.note, ending, text)
        self.list.setFocus()
