# SPDX-License-Identifier: AGPL-3.0-or-later
"""What would be lost if the case were closed now. Decisions never are: each is on the disk when it shows."""

from __future__ import annotations

from PySide6.QtWidgets import QMessageBox

from redactor.gui.surface.surface import Surface
from redactor.gui.wording.language import tr


def would_be_lost(desk: Surface) -> str:
    """In words; "" when nothing would be. Analysis and reading of scans go on where they stopped."""
    lost = []
    if desk.reason_open and desk.reason.typed:
        lost.append(tr("What you typed in the form for the reason is not saved."))
    if desk.work.doing == "export":
        lost.append(tr("The export is not finished and would be stopped."))
    elif desk.work.doing in ("add", "replace_with"):
        lost.append(tr("Adding documents is not finished and would be stopped."))
    return " ".join(lost)


def may_close(desk: Surface) -> bool:
    """Asks only when something would be lost."""
    lost = would_be_lost(desk)
    if not lost:
        return True
    box = QMessageBox(QMessageBox.Icon.Warning, tr("Close the case?"), lost, parent=desk.window())
    box.setInformativeText(tr("Everything you decided is kept."))
    leave = box.addButton(tr("Close all the same"), QMessageBox.ButtonRole.DestructiveRole)
    stay = box.addButton(tr("Stay"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(stay)
    box.setEscapeButton(stay)
    box.exec()
    return box.clickedButton() is leave
