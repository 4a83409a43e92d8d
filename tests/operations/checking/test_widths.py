# SPDX-License-Identifier: AGPL-3.0-or-later
"""Whoever approves knows which boxes will show how wide is what they hide; the export then agrees."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from redactor.casefile.store import CaseFile
from redactor.domain.geometry import Box
from redactor.operations.checking import sights
from redactor.operations.checking.widths import ahead, lines_left, on_pages
from redactor.operations.deciding.mark import redact_box
from redactor.operations.finding.analyse import analyse
from redactor.operations.intake.intake import add_paths
from redactor.operations.releasing.export import export
from redactor.operations.request.case import new_case
from redactor.operations.view import CaseView
from redactor.release.verify import view as verify_view
from redactor.workers.inline import InlineExecutor
from tests.conftest import PASSPHRASE

NAME = "Kayleigh Barnes"


def paper(path: Path) -> Path:
    """A page with the name on a line, and one with the name up the margin, where no line is set again."""
    canvas = Canvas(str(path), pagesize=A4, invariant=1)
    for turned in (False, True):
        canvas.setFont("Helvetica", 12)
        for n, line in enumerate(("A visit in March.", f"Her neighbour {NAME} opened the door.", "They had tea.") * 3):
            canvas.drawString(60, 760 - 24 * n, line)
        if turned:
            canvas.rotate(90)
            canvas.drawString(300, -40, NAME)
        canvas.showPage()
    canvas.save()
    return path


@pytest.fixture(scope="module")
def analysed(tmp_path_factory: pytest.TempPathFactory, pool) -> Path:
    folder = tmp_path_factory.mktemp("widths")
    path = folder / "widths.case"
    with new_case(path, PASSPHRASE, reference="SAR/4", subject="Priya Shah", dob="2003-04-05") as case:
        add_paths(case, [paper(folder / "paper.pdf")], pool)
        analyse(case, pool)
        view = CaseView(case)
        (document,) = view.documents.values()
        for number in (1, 2):
            content = case.page(document.sha256, number)
            assert content is not None
            for start in (n for n in range(len(content.text)) if content.text.startswith(NAME, n)):
                for box in content.boxes_between(start, start + len(NAME)):
                    redact_box(view, document, number, box, "TP")
    return path


@pytest.fixture
def view(analysed: Path, tmp_path: Path) -> Iterator[CaseView]:
    with CaseFile.open(Path(shutil.copy(analysed, tmp_path / "one.case")), PASSPHRASE) as case:
        yield CaseView(case)


def test_it_is_known_before_anybody_approves_and_the_export_agrees(view: CaseView, pool, tmp_path: Path) -> None:
    before = ahead(view)
    assert (before.unknown, before.showing) == (2, ()) and "2 pages were not looked at" in before.sentence()
    sights.look_over(view, pool)
    known = ahead(CaseView(view.case), fits=True)  # kept with the case
    assert known.unknown == 0 and known.pages == 1
    one = known.showing[0]  # turned words have a box each
    assert {(each.why, each.redaction.page) for each in known.showing} == {("turned", 2)}
    assert one.fits is not None and one.fits.surnames == 5000
    assert on_pages(view, known) == "paper.pdf, page 2"
    assert f"the width of {len(known.showing)} may still tell" in known.sentence() and "on 1 page" in known.sentence()
    released = export(view, tmp_path / "out", pool, draft=True)
    assert released.widths == dict(known.counts)


def test_a_line_that_cannot_be_set_again_is_found_beforehand_and_burned_once(
    view: CaseView, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    inline = InlineExecutor()
    real = verify_view.check_pixels

    def doubts(page, picture, released, *rest):  # type: ignore[no-untyped-def]
        """The verifier finds the second line set again on the first page wanting."""
        lines = sorted(released.lines, key=lambda line: line.y0)
        if page.inner == 1 and len(lines) == 3:
            rest[-1]("source", "not like the source", ((lines[1].y0, lines[1].y1),))
        return real(page, picture, released, *rest)

    monkeypatch.setattr(verify_view, "check_pixels", doubts)
    sights.look_over(view, inline)
    assert Counter(one.why for one in ahead(view).showing)["set again it could not be verified"] == 1
    ((key, bands),) = lines_left(CaseView(view.case)).items()
    middle = (bands[0][0] + bands[0][1]) / 2
    assert key[1] == 1 and any(Box(*box).y0 < middle < Box(*box).y1 for box in _boxes(view, 1))
    burned: list[str] = []
    done = export(view, tmp_path / "out", inline, draft=True, progress=lambda n, total, text: burned.append(text))
    assert done.widths == dict(ahead(view).counts) and burned.count("burning") == 2


def _boxes(view: CaseView, page: int) -> list[Box]:
    (sha,) = view.documents
    return [box for redaction in view.outcomes[sha, page].plan.redactions for box in redaction.boxes]
