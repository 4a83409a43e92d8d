# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the list of documents calls them."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from redactor.gui.casework.told.documents import DocumentRow
from redactor.gui.panels.documents_model import DocumentsModel


@pytest.mark.parametrize(
    ("number", "name", "shown"),
    [
        (1, "01 Case notes.pdf", "01 Case notes"),
        (3, "3. Letter from the school.pdf", "3. Letter from the school"),
        (12, "012_scan.pdf", "012_scan"),
        # Moved from where its name says it was: its place in the release is told.
        (2, "01 Case notes.pdf", "2. 01 Case notes"),
        (4, "Letter.pdf", "4. Letter"),
        (8, "08-03-2019 letter.pdf", "8. 08-03-2019 letter"),
        (7, "7Up complaint.pdf", "7. 7Up complaint"),
    ],
)
def test_a_name_that_begins_with_its_number_is_not_numbered_again(
    qtbot: QtBot, number: int, name: str, shown: str
) -> None:
    model = DocumentsModel()
    model.set_rows([DocumentRow("aa", name, 0, number=number)], [])
    assert model.index(0, 0).data() == shown
