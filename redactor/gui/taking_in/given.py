# SPDX-License-Identifier: AGPL-3.0-or-later
"""At the desk: the files that were not taken in, and a document's file as it came."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QFileDialog

from redactor.domain.saying import say
from redactor.gui.surface.surface import Surface
from redactor.gui.taking_in.not_taken import IntakeDialog
from redactor.gui.wording.language import tr

#: What can be chosen; anything else is looked at too, and named when it cannot be taken in.
FILES = say(
    "Documents (*.pdf *.eml *.msg *.mbox *.pst *.ost *.xps *.oxps "
    "*.doc *.docx *.docm *.odt *.rtf *.xls *.xlsx *.xlsm *.ods *.ppt *.pptx *.odp "
    "*.txt *.csv *.htm *.html *.tif *.tiff *.png *.jpg *.jpeg *.webp *.gif *.bmp *.heic *.zip);;All files (*)"
)


def show_given(desk: Surface) -> None:
    """The list of files that were given and are not in the case."""

    def show(rows: list[Any]) -> None:
        if not rows:
            desk.notice.tell(tr("Everything that was given is in the case."), "good")
            return
        IntakeDialog(rows, desk).exec()

    desk.client.ask("given", show)


def save_source(desk: Surface) -> None:
    """Write the chosen document's file out as it came, to be compared with its pages."""
    document = desk.documents.current_document()
    if document is None:
        desk.notice.hint(tr("Choose a document first."))
        return
    name = document.name.rpartition("/")[2]
    path, _ = QFileDialog.getSaveFileName(desk, tr("Save the file as it came (it is not encrypted)"), name)
    if not path:
        return
    # The dialog has asked whether to write over a file of that name.
    Path(path).unlink(missing_ok=True)

    def done(written: str) -> None:
        desk.notice.tell(
            tr("Saved as it came, not encrypted: {written}. Delete it when you have compared it.", written=written),
            "good",
        )

    desk.client.ask("save_source", done, document=document.sha256, out=path)
