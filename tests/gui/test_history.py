# SPDX-License-Identifier: AGPL-3.0-or-later
"""What was done is told in words."""

from redactor.domain.journal import UNDOABLE
from redactor.gui.casework.history import _DESCRIBED


def test_everything_that_can_be_undone_has_words_for_the_undo_action() -> None:
    assert UNDOABLE - set(_DESCRIBED) == set()
