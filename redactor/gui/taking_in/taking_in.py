# SPDX-License-Identifier: AGPL-3.0-or-later
"""Documents taken into the case, and analysed."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QInputDialog, QLineEdit

from redactor.gui.casework.told.case import Problem
from redactor.gui.casework.told.documents import DocumentRow
from redactor.gui.surface.surface import Surface
from redactor.gui.surface.taking_part import first_told
from redactor.gui.taking_in.given import FILES
from redactor.gui.taking_in.not_taken import IntakeDialog
from redactor.gui.wording import words
from redactor.gui.wording.hints import without_commands
from redactor.gui.wording.language import tr


class TakingIn:
    def __init__(self, desk: Surface) -> None:
        self._desk = desk
        #: Where papers are looked for first; where they were found last, until the program ends.
        self._folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)

    def choose_files(self) -> None:
        paths, _ = QFileDialog.getOpenFileNames(self._desk, tr("Add documents"), self._folder, tr(FILES))
        if paths:
            self._folder = str(Path(paths[0]).parent)
            self.add(paths)

    def choose_folder(self) -> None:
        path = QFileDialog.getExistingDirectory(self._desk, tr("Add a folder of documents"), self._folder)
        if path:
            self._folder = str(Path(path).parent)
            self.add([path])

    def add(self, paths: Sequence[str], passwords: tuple[str, ...] = ()) -> None:
        """Take these in and analyse what is new; a team lead is told first what that costs."""
        first_told(self._desk, lambda: self._add(paths, passwords))

    def _add(self, paths: Sequence[str], passwords: tuple[str, ...]) -> None:

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

        self._desk.work.run(tr("Adding documents"), "add", done, paths=list(paths), passwords=passwords, meant=True)

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
            text += f" {without_commands(back)}"
        if not others:
            notice.tell(text, "warn" if back else "good")
            return
        first = others[0]
        lost = [r for r in others if r.status != "duplicate"]
        if lost:
            text += " " + tr(
                "{files} not taken in: {file}: {reason}.",
                files=words.count(len(lost), "file"),
                file=first.file,
                reason=without_commands(first.problem),
            )
        if again := len(others) - len(lost):
            text += " " + tr("{files} in the case already, kept once.", files=words.count(again, "file"))
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
        first_told(self._desk, lambda: self._replace_with(document, path, passwords))

    def _replace_with(self, document: DocumentRow, path: str, passwords: tuple[str, ...]) -> None:
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
        asked = {"old": document.sha256, "path": path, "passwords": passwords, "meant": True}
        self._desk.work.run(what, "replace_with", done, refused, **asked)

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
                text += f" {without_commands(standing)}"
            self._desk.notice.tell(text, "warn" if result.unreadable or standing else "good")

        self._desk.work.run(tr("Analysing"), "analyse", done)
