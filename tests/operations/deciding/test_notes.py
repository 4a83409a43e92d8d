# SPDX-License-Identifier: AGPL-3.0-or-later
"""Comments, notes and flags: who may write and answer them, what they hold up, and that none of it is released."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from redactor.casefile.identity import Identity
from redactor.casefile.store import CaseFile
from redactor.domain.errors import BadInput, Refused
from redactor.operations.approving.approve import approve, send_back, submit
from redactor.operations.deciding.notes import note_place, settle_note, write_note
from redactor.operations.deciding.settle import settle
from redactor.operations.left.todo import left_to_do
from redactor.operations.planning.planned import plan_now
from redactor.operations.releasing.export import export
from redactor.operations.view import CaseView
from redactor.review.checks.notes import Ending, Purpose
from redactor.review.todo_items import TodoKind
from tests.conftest import PASSPHRASE
from tests.operations.clearing import clear


@pytest.fixture
def view(case_path: Path, worker: Identity, pool):
    with CaseFile.open(case_path, PASSPHRASE) as case:
        made = CaseView(case)
        clear(made, pool, signer=worker)
        yield made


def test_a_teams_leads_return_answered_and_approved(
    view: CaseView, worker: Identity, lead: Identity, pool, tmp_path: Path
) -> None:
    submit(view, worker, pool)
    submitted = view.state.submission
    letter = view.document_called("01 Letter.pdf")
    place = note_place(view, letter, 1, words="shouting at the neighbour")
    comment = write_note(view, Purpose.COMMENT, "Does SECRETCOMMENT tell who it was?", anchor=place, signer=lead)
    # A comment changes nothing of what was submitted and makes nobody an author; but approving waits for it.
    assert view.state.submission == submitted and lead.key not in view.state.authors
    with pytest.raises(Refused, match="a note is open"):
        approve(view, lead)
    send_back(view, lead, "")
    assert view.state.returned is not None and view.state.returned.payload["comments"] == [comment.id]
    item = next(item for item in left_to_do(view, pool) if item.kind is TodoKind.NOTE)
    assert item.page == 1 and "SECRETCOMMENT" in item.text and item.anchors == (place,)
    with pytest.raises(Refused, match="Comments, and things to come back to"):
        submit(view, worker, pool)
    settle(view, [item], "seen", "Nobody else reads it so", signer=worker)
    assert not view.state.notes.open()
    submit(view, worker, pool)
    # The answer does not settle it; then it does.
    settle_note(view, comment.id, Ending.OPEN_AGAIN, "Say more", signer=lead)
    with pytest.raises(Refused, match="their own comment"):
        settle_note(view, comment.id, Ending.ANSWERED, "I say so", signer=lead)
    settle_note(view, comment.id, Ending.TAKEN_BACK, signer=lead)
    approve(view, lead)
    export(view, tmp_path / "out", pool, guide=True)
    for path in (tmp_path / "out").rglob("*"):
        if path.is_file():
            assert b"SECRETCOMMENT" not in path.read_bytes()
    plan = json.dumps(plan_now(view).to_json())
    assert "SECRETCOMMENT" not in plan


def test_flags_hold_up_submission_and_notes_the_approval(
    view: CaseView, worker: Identity, lead: Identity, pool
) -> None:
    notes = view.document_called("02 Case notes.pdf")
    flag = write_note(view, Purpose.FLAG, "Ask Fiona about this page", anchor=note_place(view, notes, 2), signer=worker)
    note = write_note(view, Purpose.NOTE, "I was not sure about the GP", signer=worker)
    assert [item.event for item in left_to_do(view, pool) if item.kind is TodoKind.NOTE] == [flag.id]
    settle_note(view, flag.id[:10], Ending.ANSWERED, signer=worker)
    submit(view, worker, pool)
    with pytest.raises(Refused, match="a note is open"):
        approve(view, lead)
    with pytest.raises(Refused, match="answered by a team lead"):
        settle_note(view, note.id, Ending.ANSWERED, "Fine", signer=worker)
    settle_note(view, note.id, Ending.ANSWERED, "Fine", signer=lead)
    approve(view, lead)
    # What is said after the approval does not void it.
    write_note(view, Purpose.NOTE, "Thank you", signer=worker)
    assert view.state.approval is not None


def test_who_may_say_what(view: CaseView, worker: Identity, lead: Identity) -> None:
    letter = view.document_called("01 Letter.pdf")
    with pytest.raises(Refused, match="only a team lead comments"):
        write_note(view, Purpose.COMMENT, "Look", signer=worker)
    with pytest.raises(Refused, match="only a team lead comments"):
        write_note(view, Purpose.COMMENT, "Look")
    with pytest.raises(BadInput, match="needs words"):
        write_note(view, Purpose.NOTE, "  ", signer=worker)
    with pytest.raises(BadInput, match="are not there"):
        note_place(view, letter, 1, words="not in this letter")
    with pytest.raises(BadInput, match="no page 9"):
        note_place(view, letter, 9)
    note = write_note(view, Purpose.FLAG, "Mine", signer=worker)
    with pytest.raises(Refused, match="takes this note back"):
        settle_note(view, note.id, Ending.TAKEN_BACK, signer=lead)
    with pytest.raises(Refused, match="is open"):
        settle_note(view, note.id, Ending.OPEN_AGAIN, signer=worker)
    with pytest.raises(BadInput, match="no note has"):
        settle_note(view, "ffff", Ending.ANSWERED, signer=worker)
    # A note is no decision: nothing to undo, and what was worked out stays worked out.
    last = view.state.last_undoable()
    assert last is not None and last.id != note.id
