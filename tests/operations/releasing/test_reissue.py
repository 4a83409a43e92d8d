# SPDX-License-Identifier: AGPL-3.0-or-later
"""A number of a released log is questioned, decided again, approved, and only what changed is sent again."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from redactor.domain.errors import BadInput, Refused
from redactor.operations.approving.approve import approve, submit
from redactor.operations.deciding.mark import redact_text
from redactor.operations.deciding.undoing import undo
from redactor.operations.left.todo import left_to_do
from redactor.operations.planning.planned import plan_now
from redactor.operations.planning.released import find_number
from redactor.operations.releasing.answer import again_letter, template
from redactor.operations.releasing.export import export, verify_folder
from redactor.operations.releasing.reissue import challenge, choose_reissue, decide_again
from redactor.operations.request.statements import record_statement
from redactor.operations.view import CaseView
from redactor.review.todo_items import TodoKind
from tests.operations.clearing import log_of, settle_all, text_of


def phone(view: CaseView, folder: Path) -> int:
    """The number of the neighbour's telephone number."""
    found = [row["number"] for row in log_of(folder) if "07700" in find_number(view, row["number"]).held[0].text]
    return int(found[0])


@pytest.mark.slow
def test_a_number_is_questioned_lifted_approved_and_only_its_page_is_sent_again(
    released, people, pool, tmp_path: Path
) -> None:
    view, first = released
    worker, lead = people
    number, before = phone(view, first), log_of(first)
    manifest = hashlib.sha256((first / "manifest.json").read_bytes()).hexdigest()
    assert "07700" not in text_of(first / "bundle.pdf")
    with pytest.raises(BadInput, match="no log"):
        challenge(view, 999, "What is it?", signer=worker)
    challenge(view, number, "That is my own number from when I stayed there.", on="2026-03-09", signer=worker)
    assert view.state.approval is None
    with pytest.raises(Refused, match="questioned already"):
        challenge(view, number, "again", signer=worker)
    assert [item.kind for item in left_to_do(view, pool)] == [TodoKind.CHALLENGE]
    with pytest.raises(Refused, match="left to decide"):
        submit(view, worker, pool)
    with pytest.raises(Refused, match="not decided again"):
        again_letter(view, template())
    decide_again(view, number, "lift", why="It is in her own earlier letter", told="It was yours.", signer=worker)
    settle_all(view, pool, worker, "leave")
    plan = plan_now(view)
    assert plan.reissue is not None and plan.reissue.of == manifest and plan.reissue.number == 2
    assert plan.reissue.shown == (number,) and len(plan.pages) == 1 < len(view.release_keys)
    assert "challenges" in dict(plan.evidence)  # what was questioned is approved too
    submit(view, worker, pool)
    with pytest.raises(Refused, match="no team lead"):
        approve(view, worker)
    # Something else that holds it back after all: the answer would say otherwise.
    page = next(row["page_in_bundle"] for row in before if row["number"] == number)
    where = find_number(view, number).held[0]
    redact_text(view, "07700 900482", "OOS", document=view.documents[where.document], page=where.page, signer=worker)
    (item,) = [item for item in left_to_do(view, pool) if item.kind is TodoKind.CHALLENGE]
    assert "still held back" in item.text
    undo(view, signer=worker)
    submit(view, worker, pool)
    approve(view, lead)
    second = tmp_path / "second"
    export(view, second, pool, guide=True)

    told = json.loads((second / "manifest.json").read_text())["supplement"]
    page = next(row["page_in_bundle"] for row in before if row["number"] == number)
    assert told["earlier_manifest_sha256"] == manifest and told["release"] == 2
    assert told["pages"] == [{"release": 1, "page_in_bundle": page}] and told["no_longer_held_back"] == [number]
    # The numbers of the page stay what they were; the lifted one is gone.
    labels = {
        row["number"]: row["label"] for row in before if row["page_in_bundle"] == page and row["number"] != number
    }
    assert {row["number"]: row["label"] for row in log_of(second)} == labels
    text = text_of(second / "bundle.pdf")
    assert "07700 900482" in text and "Gareth" not in text and "supplement 1" in text
    assert f"page {page} of the first bundle" in text
    event = view.state.exports[-1]
    assert event.payload["supplements"] == manifest and event.payload["release"] == 2
    for folder in (first, second):
        assert verify_folder(view, folder, pool).verified
    letter = " ".join(again_letter(view, template()).text().split())
    assert f"Number {number}" in letter and "It was yours." in letter and "her own earlier letter" not in letter


@pytest.mark.slow
def test_what_is_held_back_anew_gets_a_new_number_and_the_chain_goes_on(released, people, pool, tmp_path: Path) -> None:
    view, first = released
    worker, lead = people
    highest = max(row["number"] for row in log_of(first))
    choose_reissue(view, whole=False, signer=worker)
    with pytest.raises(Refused, match="no page changed"):
        settle_all(view, pool, worker)
        submit(view, worker, pool)
    letter = view.document_called("01 Letter.pdf")
    redact_text(view, "shouting at", "OOS", document=letter, page=1, fields={"why": "not hers"}, signer=worker)
    settle_all(view, pool, worker)
    submit(view, worker, pool)
    approve(view, lead)
    export(view, tmp_path / "second", pool)
    added = {row["number"] for row in log_of(tmp_path / "second")} - {row["number"] for row in log_of(first)}
    assert added == {highest + 1}
    # The next one goes back to the second, also for a number that only the first one's log has.
    other = next(
        n for n in range(1, highest + 1) if find_number(view, n).release != view.state.exports[-1].payload["manifest"]
    )
    challenge(view, other, "Why?", signer=worker)
    words = {"why": "He is alive and was not asked", "told": "It is about him."}
    # The guide promises that somebody who did not make the first decision looks at it again.
    with pytest.raises(Refused, match="decided this first"):
        decide_again(view, other, "uphold", **words, signer=worker)
    with pytest.raises(Refused, match="sign in"):
        decide_again(view, other, "uphold", **words)
    decide_again(view, other, "uphold", **words, signer=lead)
    assert lead.key not in view.state.authors  # who upholds may approve the next release
    assert plan_now(view).reissue.number == 3 and plan_now(view).pages == ()
    undone = view.state.last_undoable()
    undo(view, signer=worker)
    assert [entry.number for entry in view.state.reissues.open()] == [other] and undone is not None


@pytest.mark.slow
def test_a_statement_goes_with_the_release_to_the_letter(released, people, pool, tmp_path: Path) -> None:
    view, _ = released
    worker, lead = people
    sha = view.document_called("01 Letter.pdf").sha256
    words = "This is not so.\nI was at my aunt's, Oluwaseun Adeyemi's, that week. " + "It was quite otherwise. " * 80
    with pytest.raises(BadInput, match="no such page"):
        record_statement(view, sha, 7, words, signer=worker)
    record_statement(view, sha, 1, words, on="2026-03-01", signer=worker)
    choose_reissue(view, whole=False, signer=worker)
    settle_all(view, pool, worker)
    assert "statements" in dict(plan_now(view).evidence) and len(plan_now(view).pages) == 1
    submit(view, worker, pool)
    approve(view, lead)
    export(view, tmp_path / "second", pool)
    text = text_of(tmp_path / "second" / "bundle.pdf")
    assert "This is not so. I was at my aunt's, Oluwaseun Adeyemi's, that week." in text
    assert text.count("It was quite otherwise.") >= 79 and "the record, continued" in text
    assert "By Priya Shah, 1 March 2026, about page 1 of Document 1" in text and "with statements" in text
    assert "a statement by Priya Shah" in text_of(tmp_path / "second" / "redaction-log.pdf")
    assert verify_folder(view, tmp_path / "second", pool).verified
