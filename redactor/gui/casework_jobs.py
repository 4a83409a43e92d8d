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
from redactor.gui.casework.messages import Problem, Who
from redactor.gui.dialogs.exporting import ExportDialog
from redactor.gui.dialogs.gate import ApproveDialog, SubmitDialog
from redactor.gui.dialogs.identity import IdentityDialog
from redactor.gui.dialogs.intake import IntakeDialog
from redactor.gui.given import FILES

if TYPE_CHECKING:
    from redactor.gui.desk import Desk


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

    def run(self, what: str, name: str, done: Callable[[Any], None], **arguments: Any) -> None:
        """Long work, one at a time, seen in the strip."""
        desk = self._desk
        if self.busy:
            desk.notice.tell("Something is still being done. Wait until it is finished, or stop it first.")
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
            desk.notice.problem(problem)

        self.doing = name
        self._running = desk.client.ask(name, finish, failed, desk.strip.tell, **arguments)
        desk.changed.emit()

    def stop(self) -> None:
        if self._running:
            self._desk.strip.stopping()
            self._desk.client.cancel(self._running)

    # -- documents and analysis --------------------------------------------------------------------------

    def choose_files(self) -> None:
        paths, _ = QFileDialog.getOpenFileNames(self._desk, "Add documents", "", FILES)
        if paths:
            self.add(paths)

    def choose_folder(self) -> None:
        path = QFileDialog.getExistingDirectory(self._desk, "Add a folder of documents")
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

        self.run("Adding documents", "add", done, paths=list(paths), passwords=passwords)

    def _tell_added(self, paths: Sequence[str], added: Sequence[Any], others: Sequence[Any], back: str) -> None:
        notice = self._desk.notice
        pages = sum(r.pages for r in added)
        text = f"{words.count(len(added), 'document')} added, {words.count(pages, 'page')}."
        locked = [r for r in others if r.locked]
        others = sorted(others, key=lambda r: r.status != "refused")
        if converted := sum(bool(r.notes) for r in added):
            text += f" {words.count(converted, 'converted document')} to compare: see To do."
        if back:
            text += f" {words.without_commands(back)}"
        if not others:
            notice.tell(text, "warn" if back else "good")
            return
        first = others[0]
        reason = words.without_commands(first.problem)
        text += f" {words.count(len(others), 'file')} not taken in: {first.file}: {reason}."
        if locked:
            notice.tell(text, "warn", "Give the password…", lambda: self._unlock(paths))
        else:
            notice.tell(text, "warn", "Show all", lambda: IntakeDialog(others, self._desk).exec())

    def _unlock(self, paths: Sequence[str]) -> None:
        word, given = QInputDialog.getText(
            self._desk, "Password", "Password of the protected documents", QLineEdit.EchoMode.Password
        )
        if given and word:
            self.add(paths, (word,))

    def analyse(self, standing: str = "") -> None:
        """``standing`` is told once more at the end: what is new must not hide that a submission was taken back."""
        self._desk.notice.hide() if self._desk.notice.property("notice") == "good" else None

        def done(result: Any) -> None:
            text = (
                f"{words.count(result.mentions, 'mention')} of {words.count(result.people, 'person', 'people')} found."
            )
            if result.unreadable:
                text += f" {words.count(result.unreadable, 'page')} could not be read: see To do."
            if standing:
                text += f" {words.without_commands(standing)}"
            self._desk.notice.tell(text, "warn" if result.unreadable or standing else "good")

        self.run("Analysing", "analyse", done)

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
        path, _ = QFileDialog.getOpenFileName(self._desk, "Office roster")
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
        dialog.submitted.connect(lambda: desk.notice.tell("Submitted. A team lead approves or returns it.", "good"))
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
            dialog.approved.connect(lambda: desk.notice.tell("Approved. The release can be exported.", "good"))
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
            what = "Draft made, not for release" if result.draft else "Exported and verified"
            checks = words.count(len(result.rules), "rule")
            text = (
                f"{what}: {words.count(result.pages, 'page')}, {words.count(result.redactions, 'redaction')}, "
                f"{checks} checked by a second program. {result.folder}"
            )
            if result.widths:
                text += f"\n{result.widths}."
            desk.notice.tell(text, "good", "Open the folder", self.open_result)
            desk.changed.emit()

        self.run(
            "Exporting",
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
                text = f"The case file is not sound: {problems[0]}. Restore a copy and tell your office."
                self._desk.notice.tell(text, "bad")
            else:
                self._desk.notice.tell(
                    "The case file is sound: every decision and document is as it was written.", "good"
                )

        self.run("Checking the case file", "check", done)
