# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a case without documents shows: how to bring them in."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from redactor.gui.look.parts import button, label, row


class EmptyCase(QWidget):
    files_wanted = Signal()
    folder_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        frame = QFrame()
        frame.setProperty("card", True)
        frame.setMaximumWidth(520)
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(36, 30, 36, 30)
        inside.setSpacing(12)
        title = label("Drop the documents of the case here", "title", wrap=True)
        title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        about = label(
            "PDFs, scans, pictures, e-mails, office files, or a whole folder. They are read and searched for people at "
            "once; nothing leaves this computer.",
            "faint",
            wrap=True,
        )
        about.setAlignment(Qt.AlignmentFlag.AlignCenter)
        inside.addWidget(title)
        inside.addWidget(about)
        inside.addLayout(
            row(
                0,
                button("Choose files…", self.files_wanted.emit, main=True, tip="Ctrl+Shift+O"),
                button("Choose a folder…", self.folder_wanted.emit),
                0,
            )
        )
        column = QVBoxLayout(self)
        column.addStretch(1)
        column.addLayout(row(0, frame, 0))
        column.addStretch(2)
