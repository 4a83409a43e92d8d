# SPDX-License-Identifier: AGPL-3.0-or-later
"""What goes out and what comes after, from the menu After the release."""

from __future__ import annotations

from redactor.gui.casework.told.outgoing import AgainNow, KeepingNow, LetterNow
from redactor.gui.evidence.evidence import EvidenceWork
from redactor.gui.releasing.exports import Exports
from redactor.gui.releasing.keeping import CasesDialog, KeepingDialog, ReportDialog, folder_form
from redactor.gui.releasing.letter import LetterDialog, SentDialog
from redactor.gui.releasing.reissue import AgainDialog, statement_form
from redactor.gui.surface.surface import Surface
from redactor.gui.wording.language import tr


class Aftermath:
    def __init__(self, desk: Surface, evidence: EvidenceWork, exports: Exports) -> None:
        self._desk = desk
        self._evidence = evidence
        self._exports = exports

    def show_letter(self) -> None:
        """The covering letter, to read and to save."""

        def show(now: LetterNow) -> None:
            LetterDialog(self._desk.client, now, self._desk).exec()

        self._desk.client.ask("letter_now", show, self._desk.notice.problem)

    def show_sent(self) -> None:
        """What was sent, and the form that records another sending."""
        desk = self._desk

        def show(sent: tuple[tuple[str, str], ...]) -> None:
            request = self._evidence.request
            to = request.requester_name if request else ""
            to = to or (desk.case.facts.subject if desk.case else "")
            SentDialog(desk.client, sent, self._exports.released, to, desk.writable, desk).exec()

        desk.client.ask("sent_now", show, desk.notice.problem)

    def show_again(self) -> None:
        """The numbers of what was released: questioned, decided again, sent again."""

        def show(now: AgainNow) -> None:
            AgainDialog(self._desk.client, now, self._desk.writable, self._desk).exec()

        self._desk.client.ask("again_now", show, self._desk.notice.problem)

    def record_statement(self) -> None:
        """A statement of the person on the page in view."""
        desk = self._desk
        key = desk.pages.current
        if key is not None:
            document, page = key
            name = desk.names.get(document) or tr("this document")
            title = tr("A statement on page {page} of {name}", page=page, name=name)
            statement_form(desk.client, title, desk, document=document, page=page).exec()

    def show_keeping(self) -> None:
        """How long the case is kept."""

        def show(now: KeepingNow) -> None:
            dialog = KeepingDialog(self._desk.client, now, self._desk.writable, self._desk)
            dialog.erased.connect(self._desk.erased)
            dialog.exec()

        self._desk.client.ask("keeping_now", show, self._desk.notice.problem)

    def show_report(self) -> None:
        """The figures of the case."""

        def show(text: str) -> None:
            ReportDialog(self._desk.client, text, "report_saved", self._desk).exec()

        self._desk.client.ask("report_now", show, self._desk.notice.problem)

    def show_cases(self) -> None:
        """The cases of a folder: which are due, and the report over them."""
        form = folder_form(self._desk.client, self._desk.window())
        if form.exec():
            given = form.values()
            CasesDialog(self._desk.client, form.answer, given, self._desk.window()).exec()
