# SPDX-License-Identifier: AGPL-3.0-or-later
"""Long work from the desk: adding documents, analysis, the gate, export. One at a time, seen in one strip."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QFileDialog, QInputDialog, QLineEdit

from redactor.gui import recent, words
from redactor.gui.casework.messages import DocumentRow, Problem, Who
from redactor.gui.dialogs.exporting import ExportDialog
from redactor.gui.dialogs.gate import ApproveDialog, SubmitDialog
from redactor.gui.dialogs.identity import IdentityDialog
from redactor.gui.dialogs.intake import IntakeDialog
from redactor.gui.given import FILES
from redactor.gui.language import tr

if TYPE_CHECKING:
    from redactor.gui.desk import Desk


#: So many pages of a draft that are not as they will be released are told one by one.
PAGES_TOLD = 3


class CaseWork:
    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._running = 0
        #: The name of what is being done; "" for nothing.
        self.doing = ""
        self._then: Callable[[], None] | None = None
        self.released = ""

    @property
    def busy(self) -> bool:
        return bool(self._running)

    def run(
        self,
        what: str,
        name: str,
        done: Callable[[Any], None],
        refused: Callable[[Problem], None] | None = None,
        **arguments: Any,
    ) -> None:
        """Long work, one at a time, seen in the strip. ``refused`` is told of an error; without it the desk tells."""
        desk = self._desk
        if self.busy:
            desk.notice.tell(tr("Something is still being done. Wait until it is finished, or stop it first."))
            return
        desk.strip.begin(what)

        def ended() -> None:
            self._running, self.doing = 0, ""
            desk.strip.end()
            desk.changed.emit()
            if not desk.isActiveWindow():
                # Quietly: the taskbar says that something is there to look at, and nothing of the case.
                QApplication.alert(desk.window())

        def finish(value: Any) -> None:
            ended()
            done(value)

        def failed(problem: Problem) -> None:
            ended()
            (refused or desk.notice.problem)(problem)

        self.doing = name
        self._running = desk.client.ask(name, finish, failed, desk.strip.tell, **arguments)
        desk.changed.emit()

    def stop(self) -> None:
        if self._running:
            self._desk.strip.stopping()
            self._desk.client.cancel(self._running)

    # -- documents and analysis --------------------------------------------------------------------------

    def choose_files(self) -> None:
        paths, _ = QFileDialog.getOpenFileNames(self._desk, tr("Add documents"), "", tr(FILES))
        if paths:
            self.add(paths)

    def choose_folder(self) -> None:
        path = QFileDialog.getExistingDirectory(self._desk, tr("Add a folder of documents"))
        if path:
            self.add([path])

    def add(self, paths: Sequence[str], passwords: tuple[str, ...] = ()) -> None:
        """Take these in and analyse what is new."""

        def done(taken: Any) -> None:
            results = taken.results
            added = [r for r in results if r.status == "added"]
            others = [r for r in results if r.status in ("refused", "passed_over", "duplicate")]
            if passwords:
                # The second time round, what was taken in the first time is no news.
                others = [r for r in others if r.status == "refused"]
            self._tell_added(paths, added, others, taken.taken_back)
            if added:
                self.analyse(taken.taken_back)

        self.run(tr("Adding documents"), "add", done, paths=list(paths), passwords=passwords)

    def _tell_added(self, paths: Sequence[str], added: Sequence[Any], others: Sequence[Any], back: str) -> None:
        notice = self._desk.notice
        pages = sum(r.pages for r in added)
        text = tr(
            "{documents} added, {pages}.",
            documents=words.count(len(added), "document"),
            pages=words.count(pages, "page"),
        )
        locked = [r for r in others if r.locked]
        others = sorted(others, key=lambda r: r.status != "refused")
        if converted := sum(bool(r.notes) for r in added):
            text += " " + tr(
                "{documents} to compare: see To do.", documents=words.count(converted, "converted document")
            )
        if back:
            text += f" {words.without_commands(back)}"
        if not others:
            notice.tell(text, "warn" if back else "good")
            return
        first = others[0]
        reason = words.without_commands(first.problem)
        text += " " + tr(
            "{files} not taken in: {file}: {reason}.",
            files=words.count(len(others), "file"),
            file=first.file,
            reason=reason,
        )
        if locked:
            notice.tell(text, "warn", tr("Give the password…"), lambda: self._unlock(paths))
        else:
            notice.tell(text, "warn", tr("Show all"), lambda: IntakeDialog(others, self._desk).exec())

    def _unlock(self, paths: Sequence[str]) -> None:
        if word := self._password():
            self.add(paths, (word,))

    def _password(self) -> str:
        word, given = QInputDialog.getText(
            self._desk, tr("Password"), tr("Password of the protected documents"), QLineEdit.EchoMode.Password
        )
        return word if given else ""

    def replace_with(self, document: DocumentRow, path: str, passwords: tuple[str, ...] = ()) -> None:
        """Put another copy of a document in its place; what was decided about it goes over."""
        notice = self._desk.notice

        def unlock() -> None:
            if word := self._password():
                self.replace_with(document, path, (word,))

        def refused(problem: Problem) -> None:
            if problem.kind == "NeedsPassword":
                notice.tell(f"{problem.where}: {problem.what}.", "warn", tr("Give the password…"), unlock)
            else:
                notice.problem(problem)

        def done(replaced: Any) -> None:
            notice.tell(f"{replaced.told}.", "warn" if replaced.left_behind else "good")

        what = tr("Putting a better copy in its place")
        self.run(what, "replace_with", done, refused, old=document.sha256, path=path, passwords=passwords)

    def analyse(self, standing: str = "") -> None:
        """``standing`` is told once more at the end: what is new must not hide that a submission was taken back."""
        self._desk.notice.hide() if self._desk.notice.property("notice") == "good" else None

        def done(result: Any) -> None:
            text = tr(
                "{mentions} of {people} found.",
                mentions=words.count(result.mentions, "mention"),
                people=words.count(result.people, "person", "people"),
            )
            if result.unreadable:
                text += " " + tr("{pages} could not be read: see To do.", pages=words.count(result.unreadable, "page"))
            if standing:
                text += f" {words.without_commands(standing)}"
            self._desk.notice.tell(text, "warn" if result.unreadable or standing else "good")

        self.run(tr("Analysing"), "analyse", done)

    # -- identity ----------------------------------------------------------------------------------------

    def sign_in(self, then: Callable[[], None] | None = None) -> None:
        dialog = IdentityDialog(self._desk.client, recent.identities(), self._desk)
        dialog.signed_in.connect(self._signed_in)
        if dialog.exec() and then is not None:
            then()

    def _signed_in(self, who: Who) -> None:
        self._desk.who = who
        recent.remember_identity(who.path)
        self._desk.changed.emit()

    def sign_out(self) -> None:
        self._desk.who = None
        self._desk.client.ask("sign_out")
        self._desk.changed.emit()

    def use_roster(self) -> None:
        path, _ = QFileDialog.getOpenFileName(self._desk, tr("Office roster"))
        if path:
            self._desk.decisions.decide("roster", path=path)

    # -- the gate ----------------------------------------------------------------------------------------

    def submit(self) -> None:
        desk = self._desk
        if desk.who is None:
            self.sign_in(self.submit)
            return
        if desk.case is None or desk.counted is None:
            return
        dialog = SubmitDialog(desk.client, desk.who, len(desk.case.pages), desk.counted, desk)
        dialog.submitted.connect(lambda: desk.notice.tell(tr("Submitted. A team lead approves or returns it."), "good"))
        dialog.exec()

    def approve(self) -> None:
        desk = self._desk
        if desk.who is None:
            self.sign_in(self.approve)
            return

        def show(changes: list[Any], unread: tuple[str, ...]) -> None:
            if desk.who is None or desk.case is None:
                return
            dialog = ApproveDialog(
                desk.client, desk.who, desk.standing, changes, desk.counted, desk.case.facts.office, unread, desk
            )
            dialog.approved.connect(lambda: desk.notice.tell(tr("Approved. The release can be exported."), "good"))
            dialog.exec()

        def look(changes: list[Any]) -> None:
            desk.client.ask("not_looked", lambda unread: show(changes, unread), desk.notice.problem)

        desk.client.ask("changes", look)

    # -- export ------------------------------------------------------------------------------------------

    def export(self, draft: bool = False) -> None:
        desk = self._desk
        if desk.case is None:
            return
        case = Path(desk.case.facts.path)
        folder = case.with_name(f"{case.stem} {'draft' if draft else 'release'}")
        number = 2
        while folder.exists():
            folder = case.with_name(f"{case.stem} {'draft' if draft else 'release'} {number}")
            number += 1
        dialog = ExportDialog(folder, draft=draft, parent=desk)
        if not dialog.exec():
            return

        def done(result: Any) -> None:
            self.released = result.folder
            what = tr("Draft made, not for release" if result.draft else "Exported and verified")
            checks = words.count(len(result.rules), "rule")
            text = tr(
                "{what}: {pages}, {redactions}, {checks} checked by a second program. {folder}",
                what=what,
                pages=words.count(result.pages, "page"),
                redactions=words.count(result.redactions, "redaction"),
                checks=checks,
                folder=result.folder,
            )
            if result.widths:
                text += f"\n{result.widths}."
            if pages := result.not_as_released:
                text += "".join(f"\n{page}." for page in pages[:PAGES_TOLD])
                if len(pages) > PAGES_TOLD:
                    text += "\n" + tr(
                        "And {pages} more: see To do.", pages=words.count(len(pages) - PAGES_TOLD, "page")
                    )
            desk.notice.tell(text, "warn" if pages else "good", tr("Open the folder"), self.open_result)
            desk.changed.emit()

        self.run(
            tr("Exporting"),
            "export",
            done,
            out=dialog.folder,
            draft=draft,
            layout=dialog.layout_name,
            internal_log=dialog.internal,
            guide=dialog.guide.isChecked(),
        )

    def open_result(self) -> None:
        if self.released:
            QDesktopServices.openUrl(QUrl.fromLocalFile(self.released))

    def check(self) -> None:
        """Is the case file as it was written?"""

        def done(problems: list[str]) -> None:
            if problems:
                text = tr(
                    "The case file is not sound: {problems}. Restore a copy and tell your office.", problems=problems[0]
                )
                self._desk.notice.tell(text, "bad")
            else:
                self._desk.notice.tell(
                    tr("The case file is sound: every decision and document is as it was written."), "good"
                )

        self.run(tr("Checking the case file"), "check", done)
