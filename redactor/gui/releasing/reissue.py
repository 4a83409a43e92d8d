# SPDX-License-Identifier: AGPL-3.0-or-later
"""After a release: which number is questioned, what came of it, the person's statements, and what is sent again."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QFileDialog, QTabWidget, QVBoxLayout, QWidget

from redactor.domain.saying import say
from redactor.gui.casework.told.outgoing import AgainNow, NumberRow
from redactor.gui.client import CaseClient
from redactor.gui.forms.asking import Ask, AskDialog
from redactor.gui.forms.base import Dialog
from redactor.gui.look.parts import button, label, row, search_field
from redactor.gui.look.rows import Row, RowsView
from redactor.gui.wording import words
from redactor.gui.wording.language import tr

STATES = {
    "open": (say("not decided"), "bad"),
    "uphold": (say("stays held back"), ""),
    "lift": (say("is shown"), "good"),
}
OUTCOMES = (("uphold", say("It stays held back")), ("lift", say("It is shown")))
#: Rows of the log shown at once: the field above narrows them.
MOST = 500


class AgainDialog(Dialog):
    """Stays open; every step is saved as it is taken."""

    def __init__(self, client: CaseClient, now: AgainNow, writable: bool, parent: QWidget | None = None) -> None:
        super().__init__("After the release", parent, go="Close", width=760)
        self._client, self._writable = client, writable
        self.back.hide()
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.addTab(self._numbers_page(), tr("The log's numbers"))
        self.tabs.addTab(self._questions_page(), tr("Questioned"))
        self.tabs.addTab(self._statements_page(), tr("Statements"))
        self.body.addWidget(self.tabs, 1)
        self.next = label("", wrap=True)
        self.kind_button = button("Send the whole record again instead", self._other_kind)
        self.kind_button.setAutoDefault(False)
        line = row(self.next, self.kind_button)
        line.setStretch(0, 1)
        self.body.addLayout(line)
        self.show_now(now)

    def _page(self, text: str, *rest: QWidget) -> QVBoxLayout:
        column = QVBoxLayout()
        column.addWidget(label(text, "faint", wrap=True))
        for widget in rest:
            column.addWidget(widget, 1 if isinstance(widget, RowsView) else 0)
        return column

    def _numbers_page(self) -> QWidget:
        self.field = search_field("Find a number", "A number, or words that were held back")
        self.field.textChanged.connect(lambda _: self._fill())
        self.numbers = RowsView(tr("Numbers of the redaction log"))
        self.numbers.setMinimumHeight(230)
        self.numbers.chosen_changed.connect(self._chosen)
        self.ask_button = button("Somebody questions it…", self._ask, main=True)
        self.state_button = button("A statement on it…", self._state)
        page = QWidget()
        column = self._page(
            tr("Each number printed on a box keeps its meaning for good. Choose the one that is questioned."),
            self.field,
            self.numbers,
        )
        column.addLayout(row(0, self.state_button, self.ask_button))
        page.setLayout(column)
        return page

    def _questions_page(self) -> QWidget:
        self.questions = RowsView(tr("Questioned numbers"))
        self.questions.setMinimumHeight(230)
        self.questions.chosen_changed.connect(self._chosen)
        self.decide_button = button("Decide it again…", self._decide, main=True)
        self.letter_button = button("Write the answer…", self._letter)
        page = QWidget()
        column = self._page(
            tr(
                "Decide each again; then submit as ever. A team lead who did not decide it approves, and "
                "only the pages that changed are released, with the numbers they had."
            ),
            self.questions,
        )
        column.addLayout(row(self.letter_button, 0, self.decide_button))
        page.setLayout(column)
        return page

    def _statements_page(self) -> QWidget:
        self.statements = RowsView(tr("Statements of the person"))
        page = QWidget()
        text = tr("The person's own words on the record. Each goes with the next release, behind the page it is about.")
        page.setLayout(self._page(text, self.statements))
        return page

    def show_now(self, now: AgainNow) -> None:
        self._now = now
        self._fill()
        self.questions.set_rows(
            [Row(entry.title, entry.detail, *STATES[entry.state], key=entry) for entry in now.questioned]
        )
        self.statements.set_rows([Row(who, text, key=n) for n, (who, text) in enumerate(now.statements)])
        for at, (name, count) in enumerate(
            (
                (tr("The log's numbers"), 0),
                (tr("Questioned"), len(now.questioned)),
                (tr("Statements"), len(now.statements)),
            )
        ):
            self.tabs.setTabText(at, f"{name} ({count})" if count else name)
        pages = words.count(now.pages, "page")
        if not now.numbers:
            self.next.setText(tr("Nothing was released yet."))
        elif now.supplement:
            self.next.setText(tr("The next release is a supplement: {pages} changed since the last one.", pages=pages))
        else:
            self.next.setText(tr("The next release is the whole record: {pages}.", pages=pages))
        self.kind_button.setText(tr("Send the whole record instead" if now.supplement else "Send only what changed"))
        self.kind_button.setEnabled(self._writable and bool(now.numbers))
        self._chosen()

    def _fill(self) -> None:
        wanted = self.field.text().strip().casefold()
        found = [
            entry
            for entry in self._now.numbers
            if not wanted or (str(entry.number) == wanted if wanted.isdigit() else wanted in entry.title.casefold())
        ]
        rows = [Row(entry.title, entry.detail, key=entry) for entry in found[:MOST]]
        if len(found) > MOST:
            rows.append(Row(tr("{number:,} more: type a number above", number=len(found) - MOST), heading=True))
        self.numbers.set_rows(rows)
        self._chosen()

    def _chosen(self) -> None:
        number, question = self._one(self.numbers), self._one(self.questions)
        for made in (self.ask_button, self.state_button):
            made.setAutoDefault(False)
            made.setEnabled(bool(self._writable and number))
        for made in (self.decide_button, self.letter_button):
            made.setAutoDefault(False)
        self.decide_button.setEnabled(bool(self._writable and question and question.state == "open"))
        rows = getattr(self, "_now", None)
        self.letter_button.setEnabled(
            bool(rows and rows.questioned and all(entry.state != "open" for entry in rows.questioned))
        )

    def _one(self, view: RowsView) -> NumberRow | None:
        chosen = view.chosen()
        return chosen[0] if chosen else None

    # -- the steps -----------------------------------------------------------------------------------------

    def question_form(self, number: int) -> AskDialog:
        fields = (
            Ask("said", tr("What they ask, in their words"), "long"),
            Ask("by", tr("Who asks"), hint=tr("the requester if left empty")),
            Ask("on", tr("When"), "date", hint=tr("day/month/year; today if left empty")),
        )
        note = tr("An approval of this case is void from then on: the next release needs its own.")
        return AskDialog(
            tr("Number {number} is questioned", number=number),
            fields,
            self._client,
            "challenge",
            self,
            note=note,
            number=number,
        )

    def decision_form(self, number: int) -> AskDialog:
        fields = (
            Ask("outcome", tr("What comes of it"), "choice", choices=OUTCOMES),
            Ask("why", tr("Why, for the office"), "long"),
            Ask("told", tr("The answer, in words for the person"), "long"),
        )
        note = tr("To hold back a part of it, show it here and then mark that part on the page.")
        return AskDialog(
            tr("Number {number}, decided again", number=number),
            fields,
            self._client,
            "decide_again",
            self,
            note=note,
            number=number,
        )

    def statement_form(self, number: int) -> AskDialog:
        return statement_form(self._client, tr("A statement on number {number}", number=number), self, number=number)

    def _ask(self) -> None:
        if (entry := self._one(self.numbers)) and self.question_form(entry.number).exec():
            self.look()
            self.tabs.setCurrentIndex(1)  # to be decided there

    def _decide(self) -> None:
        if (entry := self._one(self.questions)) and self.decision_form(entry.number).exec():
            self.look()

    def _state(self) -> None:
        if (entry := self._one(self.numbers)) and self.statement_form(entry.number).exec():
            self.look()

    def _letter(self) -> None:
        path, _ = QFileDialog.getSaveFileName(
            self, tr("Save the answer"), "Answer.pdf", tr("PDF (*.pdf);;Text (*.txt)")
        )
        if path:
            given: dict[str, Any] = {"path": path, "large": False, "again": True}
            self._client.ask("letter_saved", lambda _: self.busy(False), self.refused, **given)

    def _other_kind(self) -> None:
        self._client.ask("reissue", lambda _: self.look(), self.refused, whole=self._now.supplement)

    def look(self) -> None:
        """Show how it stands now."""
        self._client.ask("again_now", self.show_now, self.refused)


def statement_form(client: CaseClient, title: str, parent: QWidget | None, **about: Any) -> AskDialog:
    """The form for a statement of the person on a page (``document`` and ``page``) or a ``number`` of the log."""
    fields = (
        Ask("text", tr("The statement"), "long", hint=tr("It is printed as it stands here")),
        Ask("by", tr("Whose it is"), hint=tr("the subject's if left empty")),
        Ask("on", tr("When it was made"), "date", hint=tr("day/month/year; today if left empty")),
        Ask("passage", tr("The words it disputes (for the office, not printed)")),
    )
    note = tr("It goes with the next release, on a page of its own behind the page it is about.")
    return AskDialog(title, fields, client, "statement", parent, note=note, **about)
