# SPDX-License-Identifier: AGPL-3.0-or-later
"""A dialog's button that puts on record what was changed in it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from redactor.gui.client import CaseClient
from redactor.gui.forms.base import Dialog


def save(dialog: Dialog, client: CaseClient, question: str, changes: Mapping[str, str], **given: Any) -> None:
    """Ask ``question`` of the case with ``given``, and close the dialog when it is answered; at once where nothing was
    changed. What is refused shows in the dialog, which stays."""
    if not changes:
        dialog.accept()
        return
    dialog.busy()
    client.ask(question, lambda _: dialog.accept(), dialog.refused, **given)
