# SPDX-License-Identifier: AGPL-3.0-or-later
"""The team lead's window says in words that nothing changed, instead of showing an empty list."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from redactor.gui.casework.told.case import Change, Standing, Who
from redactor.gui.client import CaseClient
from redactor.gui.gate.forms import ApproveDialog


@pytest.mark.parametrize("done", [[], [Change("Submit the case for approval", "Ada Khan", "2026-11-20T15:10:00Z")]])
def test_nothing_that_changed_is_said_in_words(qtbot: QtBot, done: list[Change]) -> None:
    standing = Standing("submitted", "Ada Khan", "2026-11-20T15:10:00.000000Z")
    lead = Who("Tom Reyes", "team-lead", "01", "")
    dialog = ApproveDialog(CaseClient(), lead, standing, (done, False), None, "Office")
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitExposed(dialog)
    assert dialog.list.isVisible() is bool(done)
    assert dialog.nothing.isVisible() is not bool(done)
