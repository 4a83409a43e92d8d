# SPDX-License-Identifier: AGPL-3.0-or-later
"""Pages that cannot be released as they stand: a draft goes on without them, a person decides about each."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from redactor.casefile.store import CaseFile
from redactor.domain.errors import Refused
from redactor.operations.approving.approve import approve, submit
from redactor.operations.deciding.accepting import accept
from redactor.operations.deciding.settle import settle
from redactor.operations.finding.analyse import analyse
from redactor.operations.intake.intake import add_paths
from redactor.operations.intake.reading import read_text
from redactor.operations.left.todo import left_to_do
from redactor.operations.planning.planned import plan_now
from redactor.operations.progress import silent
from redactor.operations.releasing.export import export, verify_folder
from redactor.operations.request.case import new_case
from redactor.operations.view import CaseView
from redactor.review.todo_items import TodoKind
from tests.conftest import PASSPHRASE, make_pdf
from tests.oddmade import field_without_a_parent, one_page_comes_round_again
from tests.operations.clearing import settle_all, text_of


def taken(folder: Path, pool, *, found: bool = False, **papers: bytes) -> CaseView:
    """A case of these papers and of one that is as it should be: read, and with people ``found``, if so wanted."""
    make_pdf(folder / "plain.pdf", ["Gareth Pole rang on Monday."])
    for name, data in papers.items():
        (folder / f"{name}.pdf").write_bytes(data)
    case = new_case(folder / "one.case", PASSPHRASE, reference="R", subject="Priya Shah")
    add_paths(case, sorted(folder.glob("*.pdf")), pool)
    if found:
        analyse(case, pool)
    else:
        read_text(case, pool, 2, silent, lambda: False)
    return CaseView(case)


def opened(view: CaseView, kind: TodoKind, pool):
    return [item for item in left_to_do(view, pool) if item.kind is kind]


def pages_of(folder: Path) -> int:
    report = json.loads((folder / "verification.json").read_text(encoding="utf-8"))
    return int(report["counts"]["pages"])


def test_a_page_that_programs_draw_differently_goes_into_a_draft_as_it_was_burned(tmp_path: Path, pool):
    view = taken(tmp_path, pool, stamped=field_without_a_parent())
    with view.case:
        draft = export(view, tmp_path / "draft", pool, draft=True)
        assert pages_of(tmp_path / "draft") == 3
        assert len(draft.not_as_released) == 1
        assert "stamped.pdf, page 1: another program draws it differently" in draft.not_as_released[0]
        assert all(rule.passed for rule in verify_folder(view, tmp_path / "draft", pool).rules)
    with CaseFile.open(tmp_path / "one.case", PASSPHRASE) as case:
        (item,) = opened(CaseView(case), TodoKind.DRAWN_DIFFERENTLY, pool)
        assert (view.documents[item.document].name, item.page) == ("stamped.pdf", 1)


def test_a_release_waits_until_somebody_has_looked_and_then_goes_by_these_places_only(tmp_path: Path, pool, people):
    worker, lead = people
    view = taken(tmp_path, pool, found=True, stamped=field_without_a_parent())
    with view.case:
        accept(view, signer=worker)
        settle_all(view, pool, worker)
        submit(view, worker, pool)
        approve(view, lead)
        with pytest.raises(Refused, match="not like the source page"):
            export(view, tmp_path / "release", pool)
        assert not (tmp_path / "release").exists()
        items = opened(view, TodoKind.DRAWN_DIFFERENTLY, pool)
        settle(view, items, "seen", "the stamp says when it came in", signer=worker)
        assert view.state.approval is None  # what somebody looked at is part of what is approved
        (page,) = [page for page in plan_now(view).pages if page.as_drawn]
        assert all(place.x0 > 130 and place.y0 > 120 for place in page.as_drawn)  # where the stamp is
        settle_all(view, pool, worker)
        submit(view, worker, pool)
        approve(view, lead)
        assert not export(view, tmp_path / "release", pool).not_as_released
        report = verify_folder(view, tmp_path / "release", pool)
        assert report.verified
        assert dict(report.counts)["pages_compared_in_part"] == 1


def test_a_page_that_is_there_by_number_only_is_a_slip_sheet_in_a_draft(tmp_path: Path, pool, people):
    worker, _ = people
    view = taken(tmp_path, pool, round=one_page_comes_round_again())
    with view.case:
        draft = export(view, tmp_path / "draft", pool, draft=True)
        assert pages_of(tmp_path / "draft") == 4
        assert "round.pdf, page 2: a slip sheet stands in its place" in draft.not_as_released[0]
        assert "damaged in our records" in text_of(tmp_path / "draft" / "bundle.pdf")
        (item,) = opened(view, TodoKind.UNREADABLE_PAGE, pool)
        settle(view, [item], "redact", "asked for it again; there is no other copy", signer=worker)
        held = view.outcomes[item.document, item.page].plan.withheld
        assert held is not None and held.reason == "DAMAGED"
        assert not export(view, tmp_path / "again", pool, draft=True).not_as_released


def test_a_page_that_cannot_be_drawn_is_told_and_stands_aside(tmp_path: Path, pool, people, monkeypatch):
    from redactor.release import composing

    worker, _ = people
    view = taken(tmp_path, pool)
    with view.case:
        monkeypatch.setattr(composing, "burn_pages", no_page)
        draft = export(view, tmp_path / "draft", pool, draft=True)
        assert "a slip sheet stands in its place" in draft.not_as_released[0]
        (item,) = opened(view, TodoKind.NOT_RELEASABLE, pool)
        assert "cannot be released as it stands" in item.text
        with pytest.raises(Refused, match="does not settle"):
            settle(view, [item], "seen", "looked", signer=worker)

        settle(view, [item], "redact", "not to be had", signer=worker)
        assert not opened(view, TodoKind.NOT_RELEASABLE, pool)


def no_page(data: bytes, password: str, jobs: tuple[object, ...]) -> list[object]:
    """Stands in for the burner: its process dies at every page."""
    raise MemoryError
