# SPDX-License-Identifier: AGPL-3.0-or-later
"""The release, or a draft of it, written to a folder; and the case file checked."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from redactor.gui.releasing.exporting import ExportDialog
from redactor.gui.surface.surface import Surface
from redactor.gui.wording import words
from redactor.gui.wording.language import tr

#: So many pages of a draft that are not as they will be released are told one by one.
PAGES_TOLD = 3


class Exports:
    def __init__(self, desk: Surface) -> None:
        self._desk = desk
        #: The folder that was written last; "" for none.
        self.released = ""

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

        desk.work.run(
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

        self._desk.work.run(tr("Checking the case file"), "check", done)
