# SPDX-License-Identifier: AGPL-3.0-or-later
"""How many pages are still being read in the background, in the status line."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QWidget

from redactor.gui.casework.told.case import Scans
from redactor.gui.wording import words
from redactor.gui.wording.language import tr


class ScansLine(QLabel):
    """Nothing when no page waits."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Scanned pages being read"))
        self.setToolTip(tr("Read in the background; the page you look at goes first. You can go on reviewing."))
        self.hide()

    def show_scans(self, scans: Scans) -> None:
        text = tr("Reading {pages}", pages=words.count(scans.waiting, "scanned page"))
        if scans.seconds is not None:
            text += tr(", {time} left", time=words.span_of_time(scans.seconds))
        self.setText(text)
        self.setVisible(scans.waiting > 0)


class LookedLine(QLabel):
    """How many pages were read as they will be released. Nothing when none waits."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Pages being read as they will be released"))
        self.setToolTip(
            tr(
                "Pages with boxes are burned and read again, to find what could still be seen on them. You "
                "can go on reviewing; submitting waits for it."
            )
        )
        self.hide()

    def show_progress(self, progress: tuple[int, int, str]) -> None:
        done, total, _ = progress
        self.setText(tr("Checking pages as released: {done} of {total}", done=done, total=total))
        self.setVisible(done < total)
