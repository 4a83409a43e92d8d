# SPDX-License-Identifier: AGPL-3.0-or-later
"""A page that was read again since somebody pointed at its words: nothing else is hidden in their place."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from redactor.domain.errors import BadInput
from redactor.gui.casework.answering.rest import hide_rest, rest_effect
from redactor.gui.casework.session import Session
from redactor.gui.casework.told.kept import Kept
from redactor.operations.deciding import mark
from redactor.operations.finding.analyse import analyse
from redactor.operations.finding.find import find
from redactor.operations.intake.intake import add_paths
from redactor.operations.request.case import new_case
from redactor.operations.view import CaseView
from tests.conftest import PASSPHRASE, make_pdf


@pytest.fixture
def session(tmp_path: Path, pool):
    make_pdf(tmp_path / "log.pdf", ["Seen at home by the river."], ["Seen at noon near the river today."])
    with new_case(tmp_path / "one.case", PASSPHRASE, reference="R", subject="Priya Shah") as case:
        add_paths(case, [tmp_path / "log.pdf"], pool)
        analyse(case, pool)
        session = Session()
        session.start(case)
        yield session


def read_again(view: CaseView) -> None:
    """The first page now reads as the second."""
    (document,) = view.documents.values()
    content = view.case.page(document.sha256, 2)
    assert content is not None
    view.case.put_pages(document.sha256, [replace(content, page=1)])


def test_words_that_are_no_longer_there_are_not_hidden_by_their_place(session: Session) -> None:
    view = session.view
    (document,) = view.documents.values()
    first = next(iter(find(view, "river")))
    read_again(view)
    place = (document.sha256, 1, first.span, first.text)
    kept = Kept(document.sha256, 1, 1, span=first.span, text=first.text)
    with pytest.raises(BadInput, match="reads differently now"):
        mark.redact_span(view, document, 1, first.span, "TP", seen="river")
    with pytest.raises(BadInput, match="reads differently now"):
        mark.redact_spans(view, [place], "river", "TP")
    with pytest.raises(BadInput, match="reads differently now"):
        mark.mark_harm(view, document, 1, "TP", span=first.span, text="river")
    with pytest.raises(BadInput, match="reads differently now"):
        rest_effect(session, kept)
    with pytest.raises(BadInput, match="reads differently now"):
        hide_rest(session, kept, "TP")
    assert not any(outcome.plan.redactions for outcome in view.outcomes.values())


def test_words_that_are_there_still_are_hidden(session: Session) -> None:
    view = session.view
    (document,) = view.documents.values()
    found = list(find(view, "river"))
    mark.redact_spans(view, [(f.document, f.page, f.span, f.text) for f in found], "river", "TP")
    (start, end) = next(iter(find(view, "at home"))).span
    mark.redact_span(view, document, 1, (start, end), "TP", seen="at  home")
    assert sorted(r.text for o in view.outcomes.values() for r in o.plan.redactions) == ["at home", "river", "river"]
