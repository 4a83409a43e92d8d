# SPDX-License-Identifier: AGPL-3.0-or-later
"""From the list of documents to what is done with them: sort, move, name, split, leave out, put back."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QFileDialog, QMenu

from redactor.domain.saying import say
from redactor.gui.arranging.confirming import ConfirmDialog
from redactor.gui.arranging.forms import DescribeDialog, LeaveOutDialog, ReplaceDialog, SplitDocumentDialog
from redactor.gui.casework.told.documents import ConfirmRow, DocumentRow, PartKey
from redactor.gui.deciding.decisions import Decisions
from redactor.gui.surface.surface import Surface
from redactor.gui.taking_in.given import FILES
from redactor.gui.taking_in.taking_in import TakingIn
from redactor.gui.wording import words
from redactor.gui.wording.language import tr

#: What the index can call a document; the case's own process refuses any other.
KINDS = (
    "letter", "e-mail", "assessment", "case notes", "minutes", "report", "form", "chronology", "plan", "photograph",
    "note", "scan", "document",
)  # fmt: skip
SORTS = (("date", say("By date")), ("folder", say("By folder and name")), ("added", say("As they were added")))


class Arranging:
    def __init__(self, desk: Surface, decisions: Decisions, taking_in: TakingIn) -> None:
        self._desk = desk
        self._decisions = decisions
        self._taking_in = taking_in
        panel = desk.documents
        panel.menu_wanted.connect(self.show_menu)
        panel.moved.connect(self.move)
        panel.describe_wanted.connect(self.describe)
        panel.leave_wanted.connect(self.leave_out)
        for by, text in SORTS:
            panel.sort_menu.addAction(tr(text), lambda by=by: self._do("arrange_by", by=by))
        panel.sort_menu.addSeparator()
        panel.sort_menu.addAction(tr("Confirm proposed titles, dates and kinds…"), self.confirm)

    def _do(self, name: str, /, **arguments: object) -> None:
        self._decisions.decide(name, **arguments)

    def confirm(self) -> None:
        """What is proposed, to be read through and confirmed at once."""

        def show(rows: list[ConfirmRow]) -> None:
            if not rows:
                self._desk.notice.tell(tr("Nothing is left to confirm: the index says what it can."), "good")
                return
            dialog = ConfirmDialog(rows, self._desk)
            if dialog.exec() and dialog.chosen:
                self._desk.client.ask("confirm_some", done, self._desk.notice.problem, documents=dialog.chosen)

        def done(count: int) -> None:
            self._desk.notice.tell(
                tr("The index now says what {documents} are.", documents=words.count(count, "document")), "good"
            )

        self._desk.client.ask("documents_to_confirm", show, self._desk.notice.problem)

    @property
    def _documents(self) -> Sequence[DocumentRow]:
        return self._desk.case.documents if self._desk.case else ()

    def show_menu(self, document: DocumentRow, at: QPoint) -> None:
        menu = self.menu(document)
        menu.exec(at)
        menu.deleteLater()

    def menu(self, document: DocumentRow) -> QMenu:
        """What can be done with a document."""
        menu = QMenu(self._desk)

        def add(text: str, does: Callable[[], object], enabled: bool = True) -> None:
            action = menu.addAction(text, lambda: does())
            action.setEnabled(enabled and self._desk.writable)

        rows = list(self._documents)
        at = next((n for n, row in enumerate(rows) if row.key == document.key), 0)
        add(tr("Title, date, section…\tF2"), lambda: self.describe(document))
        add(tr("Split off pages…"), lambda: self.split(document), document.pages > 1)
        menu.addSeparator()
        add(tr("Move up\tAlt+Up"), lambda: self._desk.documents.step(-1), at > 0)
        add(tr("Move down\tAlt+Down"), lambda: self._desk.documents.step(1), at + 1 < len(rows))
        menu.addSeparator()
        add(tr("Leave out…\tDel"), lambda: self.leave_out(document), document.left < document.pages)
        add(tr("Put back"), lambda: self.put_back(document), document.left > 0)
        add(
            tr("Takes the place of an earlier version…"),
            lambda: self.replace(document),
            len(rows) > 1 and not document.split,
        )
        add(tr("Put a better copy in its place…"), lambda: self.better_copy(document), not document.split)
        menu.addSeparator()
        looks = " " + tr("(it looks Welsh)") if document.looks_welsh else ""
        add(
            tr("Read its scans in Welsh{looks}", looks=looks),
            lambda: self._read(document, "welsh"),
            not document.languages,
        )
        some = bool(document.languages or document.welsh_pages)
        add(tr("Read its scans the usual way"), lambda: self._read(document, "usual"), some)
        view = self._desk.pages.current
        if view is not None and view[0] == document.sha256 and document.holds(view[1]) and document.pages > 1:
            page = view[1]
            so = bool(document.languages) or page in document.welsh_pages
            add(tr("Read page {page} in Welsh", page=page), lambda: self._read(document, "welsh", page), not so)
            add(tr("Read page {page} the usual way", page=page), lambda: self._read(document, "usual", page), so)
        return menu

    def _read(self, document: DocumentRow, language: str, page: int = 0) -> None:
        self._do("read_language", document=document.sha256, language=language, page=page)

    def move(self, documents: list[PartKey], before: PartKey | None) -> None:
        self._do("move_documents", documents=documents, before=before)

    def describe(self, document: DocumentRow) -> None:
        sections = sorted({row.section for row in self._documents if row.section})
        dialog = DescribeDialog(document, KINDS, sections, self._desk)
        if dialog.exec() and dialog.said:
            self._do("describe_documents", documents=[document.key], **dialog.said)

    def split(self, document: DocumentRow) -> None:
        current = self._desk.pages.current
        page = document.first + 1
        if current and current[0] == document.sha256 and document.holds(current[1]):
            page = current[1]
        dialog = SplitDocumentDialog(document, page, self._desk)
        if dialog.exec():
            first, last = dialog.first.value(), dialog.last.value()
            title = dialog.title_field.text().strip()
            self._do("split_document", document=document.sha256, first=first, last=last, title=title)

    def leave_out(self, document: DocumentRow) -> None:
        last = document.first + document.pages - 1

        def show(copy: tuple[str, int] | None) -> None:
            others = [row for row in self._documents if row.left < row.pages]
            dialog = LeaveOutDialog(document, others, copy, self._desk)
            if dialog.exec():
                self._do(
                    "leave_out",
                    document=document.sha256,
                    first=dialog.first.value(),
                    last=dialog.last.value(),
                    reason=dialog.reason,
                    why=dialog.why,
                    like=dialog.like,
                )

        self._desk.client.ask("copy_place", show, document=document.sha256, first=document.first, last=last)

    def put_back(self, document: DocumentRow) -> None:
        last = document.first + document.pages - 1
        self._do("put_back", document=document.sha256, first=document.first, last=last)

    def better_copy(self, document: DocumentRow) -> None:
        """Choose a file that takes this document's place, and have it put there."""
        title = tr("A better copy of {name}", name=document.name)
        path, _ = QFileDialog.getOpenFileName(self._desk, title, "", tr(FILES))
        if path:
            self._taking_in.replace_with(document, path)

    def replace(self, document: DocumentRow) -> None:
        others = [row for row in self._documents if row.sha256 != document.sha256 and not row.split]
        if not others:
            return
        dialog = ReplaceDialog(document, others, self._desk)
        if dialog.exec():
            self._do("replace_document", old=dialog.old, new=document.sha256, why=dialog.why)
