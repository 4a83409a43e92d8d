# SPDX-License-Identifier: AGPL-3.0-or-later
"""Two everyday words over a line's end are no name on equal footing with the name; a torn name is."""

from __future__ import annotations

from pathlib import Path

import pytest

from redactor.operations.deciding.places import anchors_of_text
from redactor.operations.finding.find import find
from redactor.operations.intake.intake import add_paths
from redactor.operations.intake.reading import read_text
from redactor.operations.progress import silent
from redactor.operations.request.case import new_case
from redactor.operations.view import CaseView
from redactor.workers.inline import InlineExecutor
from tests.conftest import PASSPHRASE


@pytest.fixture
def view(tmp_path: Path):
    """A page with a name in a running line, over the lines of a cell, and made by chance by two words."""
    from reportlab.lib.pagesizes import A4
    from reportlab.pdfgen.canvas import Canvas

    canvas = Canvas(str(tmp_path / "note.pdf"), pagesize=A4)
    lines = [
        "She left the flat in a hurry on that Sunday morning as",
        "her mother was ill and nobody was at home.",
    ]
    for number, line in enumerate([*lines, "Asher Pell rang at ten and left a message for the duty team."]):
        canvas.drawString(60, 780 - 14 * number, line)
    for number, line in enumerate(("Ash", "er", "Pell")):
        canvas.drawString(60, 500 - 14 * number, line)
    canvas.save()
    with new_case(tmp_path / "c.case", PASSPHRASE, reference="R", subject="Jo Marsh") as case:
        add_paths(case, [tmp_path / "note.pdf"], InlineExecutor())
        read_text(case, InlineExecutor(), 1, silent, lambda: False)
        yield CaseView(case)


def test_what_is_two_words_rather_comes_last_and_says_so(view: CaseView) -> None:
    for fuzzy in (False, True):
        hits = [(hit.text, hit.apart) for hit in find(view, "Asher", fuzzy=fuzzy)]
        assert hits == [("Asher", False), ("Ash er", False), ("as her", True)]


def test_words_that_are_looked_for_as_two_are_found_over_a_lines_end(view: CaseView) -> None:
    assert [(hit.text, hit.apart) for hit in find(view, "as her mother")] == [("as her mother", False)]


def test_redacting_a_name_everywhere_leaves_two_words_that_are_not_it(view: CaseView) -> None:
    assert [anchor.text for anchor in anchors_of_text(view, "Asher", None, None, False)] == ["Asher", "Ash er"]
