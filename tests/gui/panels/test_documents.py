# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the list of documents calls them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from redactor.gui.casework.told.documents import DocumentRow
from redactor.gui.panels.documents_model import DocumentsModel


def shown(qtbot: QtBot, *names: str) -> list[str]:
    model = DocumentsModel()
    model.set_rows([DocumentRow("aa", name, 0, number=number) for number, name in enumerate(names, 1)], [])
    return [str(model.index(n, 0).data()) for n in range(len(names))]


def test_papers_are_numbered_unless_their_names_do_it(qtbot: QtBot) -> None:
    assert shown(qtbot, "Letter.pdf", "12 Larch Close.pdf", "7Up complaint.pdf") == [
        "1. Letter", "2. 12 Larch Close", "3. 7Up complaint",
    ]  # fmt: skip
    # A folder whose files were numbered by whoever made it: their numbers and ours would be read as one.
    assert shown(qtbot, "01 Case notes.pdf", "03. Letter.pdf", "SCAN_0412.pdf", "012_form.pdf") == [
        "01 Case notes", "03. Letter", "SCAN_0412", "012_form",
    ]  # fmt: skip
    # Dates are not numbers of papers.
    assert shown(qtbot, "08-03-2019 letter.pdf")[0] == "1. 08-03-2019 letter"


def test_the_place_in_the_release_is_told_where_it_is_not_shown(qtbot: QtBot) -> None:
    model = DocumentsModel()
    model.set_rows([DocumentRow("aa", "14 Plan.pdf", 0, number=12)], [])
    assert "Number 12 in the release" in model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole).startswith("12. 14 Plan")


def test_a_paper_of_which_the_index_says_the_day_alone_keeps_its_files_name(qtbot: QtBot) -> None:
    model = DocumentsModel()
    rows = [
        DocumentRow("aa", "run sheet.pdf", 0, number=1, title="23 April 2019", date="2019-04-23"),
        DocumentRow("bb", "x.pdf", 0, number=2, title="Letter, 3 May 2019", date="2019-05-03", kind="letter"),
    ]
    model.set_rows(rows, [])
    shown = [str(model.index(n, 0).data()) for n in range(2)]
    assert "run sheet" in shown[0] and "23 April 2019" in shown[0]
    assert "Letter, 3 May 2019" in shown[1] and "x." not in shown[1]
