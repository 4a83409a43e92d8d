# SPDX-License-Identifier: AGPL-3.0-or-later
"""What was done is told in words."""

from pathlib import Path
from typing import Any, cast

from redactor.casefile.store import CaseFile
from redactor.domain.journal import UNDOABLE, Kind
from redactor.gui.casework.answering.standing import changes_since
from redactor.operations.told.history import _DESCRIBED
from redactor.operations.view import CaseView
from tests.gui.conftest import PASSPHRASE

NO_VIEW = cast(CaseView, None)


def test_everything_that_can_be_undone_has_words_for_the_undo_action() -> None:
    assert UNDOABLE - set(_DESCRIBED) == set()


def test_what_was_settled_is_told_with_its_kind_and_the_reason() -> None:
    cue = {"id": "a", "kind": "harm_cue", "text": "Words of threat on page 2: “will find her”"}
    data: dict[str, Any] = {"outcome": "leave", "why": "Known to all", "items": [cue, cue]}
    assert _DESCRIBED[Kind.ITEM_SETTLED](data, NO_VIEW) == "leave 2 items (Passages that may harm): Known to all"
    views = {"id": "b", "kind": "possible", "text": "Views (PERSON) may be somebody: 1 mention"}
    data = {"outcome": "leave", "why": "", "items": [{**views, "anchors": [["sha", 3, "page", "Views", []]]}]}
    assert _DESCRIBED[Kind.ITEM_SETTLED](data, NO_VIEW) == "leave “Views” (Possibly somebody)"


def test_an_approval_tells_what_was_not_looked_at() -> None:
    told = _DESCRIBED[Kind.APPROVED]({"not_looked_at": ["The sample was not read"]}, NO_VIEW)
    assert told == "approve the case. The sample was not read"
    assert _DESCRIBED[Kind.APPROVED]({}, NO_VIEW) == "approve the case"


def test_documents_added_one_after_the_other_are_one_line(case_path: Path) -> None:
    with CaseFile.open(case_path, PASSPHRASE, write=False) as case:
        told = [change.what for change in changes_since(CaseView(case), "")]
    assert [what for what in told if what.startswith("Add")] == ["Add 2 documents: Case notes.pdf, Letter.pdf"]
