# SPDX-License-Identifier: AGPL-3.0-or-later
"""Help: what the marks mean, the keys, and about."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QScrollArea, QWidget

from redactor.domain.saying import said_all
from redactor.gui.forms.base import Dialog
from redactor.gui.look.marks import LEGEND
from redactor.gui.look.parts import label
from redactor.gui.look.rows import Row, RowsView
from redactor.gui.window.actions import shortcut_lines
from redactor.gui.wording.language import tr


class LegendDialog(Dialog):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("What the marks mean", parent, go="Close", width=600)
        self.back.hide()
        shown = RowsView(tr("What the marks mean"))
        shown.set_rows([Row(text, _MEANS[style], key=style, look=style) for style, text in LEGEND])
        shown.setMinimumHeight(430)
        self.body.addWidget(shown)


_MEANS = said_all(
    {
        "proposed": "Redaction is proposed; you decide",
        "possible": "May be somebody: look, and decide each one",
        "redacted": "Will be burned out of the release",
        "rest": "All of a page but what is kept: hidden, also what is found there later",
        "harm": "Held back for harm, with its reason on record",
        "disclosed": "Somebody decided that it stays readable",
        "professional": "Stays readable: in their official capacity",
        "subject": "Stays readable: the record is about them",
        "cue": "Looks like it may harm: hold back, or say why it may go",
        "others": "Names only other people: hide all of it, or say why it may stay",
        "note": "Said between staff; never released",
        "lost": "Stays redacted; look whether that is still right",
    }
)


class ShortcutsDialog(Dialog):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Keyboard shortcuts", parent, go="Close", width=520)
        self.back.hide()
        area = QWidget()
        grid = QGridLayout(area)
        grid.setVerticalSpacing(5)
        grid.setColumnStretch(0, 1)
        for title, lines in shortcut_lines().items():
            heading = label(title, "title")
            heading.setContentsMargins(0, 8 if grid.rowCount() > 1 else 0, 0, 2)
            grid.addWidget(heading, grid.rowCount(), 0, 1, 2)
            for text, keys in lines:
                number = grid.rowCount()
                grid.addWidget(label(text), number, 0)
                grid.addWidget(label(keys, "faint"), number, 1)
        scroll = QScrollArea()
        scroll.setWidget(area)
        scroll.setWidgetResizable(True)
        scroll.setMinimumHeight(460)
        self.body.addWidget(scroll)


class AboutDialog(Dialog):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Redactor", parent, go="Close")
        self.back.hide()
        self.note(
            tr(
                "Version {version}. Takes a subject access request from loose papers to a checked release, "
                "on this computer alone.\n\nFree software under the GNU Affero General Public License, version "
                "3 or later.",
                version=_version(),
            )
        )


def _version() -> str:
    # Imported only here: it takes longer than any other part of the standard library, and the window starts with it.
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("redactor")
    except PackageNotFoundError:
        return tr("not installed")
