# SPDX-License-Identifier: AGPL-3.0-or-later
"""A release that goes on with another plan burns only what comes out otherwise, and gives what that plan gives."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from redactor.domain.errors import BadInput
from redactor.domain.plan import Plan, Redaction
from redactor.domain.trouble import Trouble
from redactor.release import composing
from redactor.release.burn import page as burning
from redactor.release.trouble import PageNotBurned
from redactor.release.verify.source import SourcePage
from tests.release.papers import DRAFT, SECRET, Case, letter

PAGES = 6


def record() -> Case:
    """Six typed pages with two names hidden on each: a slip sheet in the place of one changes every number after it."""
    case = Case()
    case.add(letter(pages=PAGES))
    return case


@pytest.fixture
def burned(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The pages that are burned, in order."""
    burned: list[int] = []
    burn = burning.burn_page

    def told(source: Any, job: Any) -> Any:
        burned.append(job.inner)
        return burn(source, job)

    monkeypatch.setattr(burning, "burn_page", told)
    return burned


def torn(monkeypatch: pytest.MonkeyPatch, *pages: int) -> None:
    """These pages cannot be burned."""
    burn = burning.burn_page

    def sometimes(source: Any, job: Any) -> Any:
        if job.inner in pages:
            raise BadInput("this page cannot be drawn", job.where)
        return burn(source, job)

    monkeypatch.setattr(burning, "burn_page", sometimes)


def slips(plan: Plan, troubles: Sequence[Trouble]) -> Plan:
    """The plan with a slip sheet in place of every page at fault."""
    fault = {(trouble.document, trouble.page) for trouble in troubles}
    pages = [
        replace(page, redactions=(), withheld=Redaction(page.document, page.page, (), "DAMAGED", ""))
        if (page.document, page.page) in fault
        else page
        for page in plan.pages
    ]
    return replace(plan, pages=tuple(pages))


@pytest.mark.parametrize("layout", ["bundle", "documents"])
def test_all_pages_at_fault_are_told_at_once_and_only_what_changes_is_burned_again(
    layout: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, burned: list[int]
) -> None:
    case, told = record(), []
    torn(monkeypatch, 3, 5)

    def amended(troubles: Sequence[Trouble]) -> Plan:
        told.append([trouble.page for trouble in troubles])
        del burned[:]
        return slips(case.plan, troubles)

    done = case.release(tmp_path / "out", DRAFT, layout=layout, amended=amended)
    assert told == [[3, 5]]
    assert burned == [4, 6], "pages before the fault are kept; after it their numbers are others"
    monkeypatch.undo()
    case.pages = list(slips(case.plan, [Trouble(next(iter(case.documents)), n, "") for n in (3, 5)]).pages)
    alone = case.release(tmp_path / "alone", DRAFT, layout=layout)
    for one, other in zip(done.files, alone.files, strict=True):
        assert one.read_bytes() == other.read_bytes()


def test_a_page_that_only_goes_as_drawn_costs_no_other_page_its_burning(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, burned: list[int]
) -> None:
    case = record()
    sha = next(iter(case.documents))
    draw = SourcePage.picture

    def other(self: Any, columns: int, rows: int) -> Any:
        pixels = draw(self, columns, rows).copy()
        if self._inner == 4:
            pixels[rows * 8 // 10 : rows * 85 // 100, columns // 10 : columns // 2] = 0
        return pixels

    monkeypatch.setattr(SourcePage, "picture", other)
    told: list[Sequence[Trouble]] = []

    def amended(troubles: Sequence[Trouble]) -> Plan:
        told.append(troubles)
        del burned[:]
        places = {trouble.page: trouble.places for trouble in troubles}
        pages = [replace(page, as_drawn=places.get(page.page, ())) for page in case.plan.pages]
        return replace(case.plan, pages=tuple(pages))

    done = case.release(tmp_path / "out", DRAFT, amended=amended)
    assert [[trouble.page for trouble in troubles] for troubles in told] == [[4]] and told[0][0].document == sha
    assert set(burned) <= {4} and done.report.verified


def test_without_another_plan_all_that_is_wrong_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    torn(monkeypatch, 2, 4, 6)
    with pytest.raises(PageNotBurned) as refused:
        record().release(tmp_path / "out", DRAFT)
    assert [trouble.page for trouble in refused.value.troubles] == [2, 4, 6]
    assert SECRET not in refused.value.what and not list(tmp_path.iterdir())


def test_when_nearly_everything_fails_the_rest_is_not_tried(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(composing, "MOST_FAILED", 2)
    torn(monkeypatch, 1, 2, 3, 4)
    with pytest.raises(PageNotBurned) as refused:
        record().release(tmp_path / "out", DRAFT)
    assert [trouble.page for trouble in refused.value.troubles] == [1, 2, 3]
