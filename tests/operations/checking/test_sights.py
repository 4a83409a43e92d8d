# SPDX-License-Identifier: AGPL-3.0-or-later
"""What can be read on the pages as they will be released: in their text, and in their pixels."""

from __future__ import annotations

import io
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from textwrap import wrap

import pytest
from PIL import Image, ImageDraw, ImageFont
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from redactor.casefile.identity import load_identity
from redactor.casefile.store import CaseFile
from redactor.domain.errors import Cancelled, Refused
from redactor.domain.geometry import Box
from redactor.domain.mentions import Mention
from redactor.operations.approving.approve import approve, submit
from redactor.operations.checking import sights
from redactor.operations.checking.sight_tasks import Seen
from redactor.operations.deciding.decide import decide_person
from redactor.operations.deciding.mark import mark_harm, redact_box
from redactor.operations.deciding.settle import settle
from redactor.operations.finding.analyse import analyse
from redactor.operations.intake.intake import add_paths
from redactor.operations.left.todo import left_to_do
from redactor.operations.releasing.export import export
from redactor.operations.request.case import new_case
from redactor.operations.view import CaseView
from redactor.review.decisions.decided import Outcome
from redactor.review.todo_items import TodoItem, TodoKind
from tests.conftest import PASSPHRASE, STAFF_PASSPHRASE
from tests.operations.clearing import outcome_for
from tests.release.hiding.base import FONTS

NAME = "Kayleigh Barnes"
PASSAGE = (
    "During the visit he became very angry with the older boy and threw a chair at the kitchen wall before the police"
    " came."
)
COPIED = "Summary: he got angry with the elder boy and threw a chair against the kitchen wall during our visit."
TYPED = (
    "Case note of a visit to the home on Tuesday afternoon in March.",
    f"Her neighbour {NAME} opened the door and stayed in the kitchen.",
    "They spoke about school, the bus fare and the garden fence.",
)


def page(canvas: Canvas, lines: tuple[str, ...]) -> None:
    canvas.setFont("Helvetica", 12)
    for n, line in enumerate(lines):
        canvas.drawString(60, 760 - 24 * n, line)


def paper(path: Path) -> Path:
    """Five pages: typed; with a name as pixels beside a typed one; with a passage; with its near-copy; untouched."""
    canvas = Canvas(str(path), pagesize=A4, invariant=1)
    page(canvas, TYPED)
    canvas.showPage()
    page(canvas, TYPED)
    drawn = Image.new("L", (900, 60), 255)
    font = ImageFont.truetype(str(FONTS / "redactor-sans.ttf"), 44)
    ImageDraw.Draw(drawn).text((6, 4), f"Written beside it: {NAME}", font=font, fill=0)
    held = io.BytesIO()
    drawn.save(held, "PNG")
    held.seek(0)
    canvas.drawImage(ImageReader(held), 60, 600, width=270, height=18)
    canvas.showPage()
    page(canvas, ("Minutes of the meeting.", *wrap(PASSAGE, 62), "Nobody else was there that day."))
    canvas.showPage()
    page(canvas, ("Chronology of the year.", *wrap(COPIED, 60), "The school was told by letter."))
    canvas.showPage()
    page(canvas, ("The bus fare is paid by the council from now on.",))
    canvas.showPage()
    canvas.save()
    return path


@pytest.fixture(scope="module")
def analysed(tmp_path_factory: pytest.TempPathFactory, pool) -> Path:
    folder = tmp_path_factory.mktemp("sights")
    path = folder / "sights.case"
    with new_case(path, PASSPHRASE, reference="SAR/3", subject="Priya Shah", dob="2003-04-05") as case:
        add_paths(case, [paper(folder / "paper.pdf")], pool)
        analyse(case, pool)
    return path


@pytest.fixture
def view(analysed: Path, tmp_path: Path) -> Iterator[CaseView]:
    with CaseFile.open(Path(shutil.copy(analysed, tmp_path / "one.case")), PASSPHRASE) as case:
        yield CaseView(case)


def residual(view: CaseView, pool) -> list[TodoItem]:
    return [item for item in left_to_do(view, pool) if item.kind is TodoKind.RESIDUAL]


def decided(view: CaseView) -> None:
    """The neighbour is redacted, wherever the finder has her."""
    for person in list(view.people.values()):
        if "Kayleigh" in person.name or "Barnes" in person.name:
            decide_person(view, person.id, outcome=Outcome.REDACT, reason="TP")


def box_of(view: CaseView, number: int, text: str) -> Box:
    content = view.case.page(next(iter(view.documents)), number)
    assert content is not None
    start = content.text.index(text)
    (box,) = content.boxes_between(start, start + len(text))
    return box


def found_only(view: CaseView, mentions: list[Mention]) -> CaseView:
    """The case as if the finder had found no more than this."""
    view.case.replace_findings(mentions, [*view.people.values()])
    view.case.put("findings_revision", view.case.get("findings_revision", 0) + 1)
    return CaseView(view.case)


def test_only_pages_with_boxes_are_looked_at_and_each_once(view: CaseView, pool) -> None:
    assert sights.look_over(view, pool) == sights.Looked(0, 0, 0, 0)
    document = next(iter(view.documents.values()))
    redact_box(view, document, 1, box_of(view, 1, NAME), "TP")
    first = sights.look_over(view, pool)
    assert (first.pages, first.new, first.places + first.whole) == (1, 1, 0)  # typed words account for all its ink
    assert sights.look_over(view, pool).new == 0
    assert sights.look_over(CaseView(view.case), pool).new == 0  # kept with the case
    redact_box(view, document, 5, box_of(view, 5, "council"), "TP")
    assert sights.look_over(view, pool).new == 1  # a decision about one page leaves the others as they are


def test_a_name_in_pixels_beside_a_hidden_one_is_listed(view: CaseView, pool) -> None:
    document = next(iter(view.documents.values()))
    sha = document.sha256
    # As if nothing had been read in the picture when the paper was taken in.
    content = view.case.page(sha, 2)
    assert content is not None
    typed = tuple(word for word in content.words if word.box.y0 < 200)
    assert len(typed) < len(content.words)
    view.case.put_pages(sha, [replace(content, words=typed)])
    view.case.replace_findings(
        [m for m in view.mentions if m.page != 2 or m.boxes[0].y0 < 200], [*view.people.values()]
    )
    view.case.put("findings_revision", view.case.get("findings_revision", 0) + 1)
    view = CaseView(view.case)
    decided(view)
    looked = sights.look_over(view, pool)
    assert looked.places == 1
    (item,) = [item for item in residual(view, pool) if item.page == 2]
    assert "Barnes" in item.text
    assert "picture of this page" in item.text
    assert item.anchors[0].boxes[0].y0 == pytest.approx(224, abs=6)
    settle(view, [item], "redact", "It is the neighbour again")
    assert sights.look_over(view, pool).new == 1
    assert not [item for item in residual(view, pool) if item.page == 2]


def test_a_name_that_looks_out_of_its_box_is_listed(view: CaseView, pool) -> None:
    view = found_only(view, [])
    document = next(iter(view.documents.values()))
    name = box_of(view, 1, "Kayleigh")
    redact_box(view, document, 1, Box(name.x0 - 1, name.y0, name.x0 + 0.45 * name.width, name.y1), "TP")
    sights.look_over(view, pool)
    found = [item for item in left_to_do(view, pool) if item.kind is TodoKind.RESIDUAL and item.page == 1]
    assert any("beside the box" in item.text and "eigh" in item.text for item in found)
    place = next(item.anchors[0].boxes[0] for item in found if "beside the box" in item.text)
    assert place.x0 > name.x0 + 0.3 * name.width
    assert abs(place.x1 - name.x1) < 3


def test_a_passage_copied_with_small_changes_is_listed(view: CaseView, pool) -> None:
    document = next(iter(view.documents.values()))
    content = view.case.page(document.sha256, 3)
    assert content is not None
    start = content.text.index("During")
    text = content.text[start : content.text.index("came.") + 5]
    mark_harm(view, document, 3, "SW-HARM", text=text, fields={})
    (item,) = [item for item in left_to_do(view, pool) if item.kind is TodoKind.INCONSISTENT]
    assert item.page == 4 and "a passage much like it is redacted" in item.text
    assert "angry with the elder boy" in " ".join(item.anchors[0].text.split())
    settle(view, [item], "redact", "the same again")
    (held,) = view.outcomes[document.sha256, 4].plan.redactions
    assert held.reason == "SW-HARM", "held back for the passage's own reason"
    assert not [item for item in left_to_do(view, pool) if item.kind is TodoKind.INCONSISTENT]


def test_it_stops_when_told_and_goes_on_later(view: CaseView, pool) -> None:
    decided(view)
    document = next(iter(view.documents.values()))
    redact_box(view, document, 5, box_of(view, 5, "council"), "TP")
    seen: list[int] = []
    with pytest.raises(Cancelled):
        sights.look_over(
            view, pool, in_flight=1, progress=lambda done, *_: seen.append(done), cancelled=lambda: bool(seen)
        )
    assert seen == [1]
    left = len(sights.unlooked(view))
    assert sights.look_over(view, pool).new == left > 0
    assert sights.unlooked(view) == []


def test_a_hit_that_is_new_at_export_refuses(view: CaseView, pool, staff, tmp_path: Path) -> None:
    caseworker, lead = (load_identity(staff / f"{name}.id", STAFF_PASSPHRASE) for name in ("worker", "lead"))
    decided(view)
    for _ in range(6):
        sights.look_over(view, pool)
        items = left_to_do(view, pool)
        for outcome in {outcome_for(item) for item in items}:
            settle(view, [item for item in items if outcome_for(item) == outcome], outcome, "Looked at")
    submit(view, caseworker, pool)
    approve(view, lead)
    # Something can be read there that could not before: another reader, or a page that was kept as read and was not.
    key, (look, reading) = next(iter(sights.Sights.of(view).kept.items()))
    seen = Seen("Barnes", Box(100.0, 700.0, 140.0, 712.0), 99, False)
    sights.Sights.of(view).kept[key] = (look, replace(reading, words=(*reading.words, seen)))
    with pytest.raises(Refused, match="can still be read"):
        export(view, tmp_path / "out", pool)
    assert not (tmp_path / "out").exists()
