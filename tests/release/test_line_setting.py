# SPDX-License-Identifier: AGPL-3.0-or-later
"""Lines with boxes are set again: records that differ only in the hidden names give the same bundle to the byte, what
stays is there and legible, and the verification notices whatever else was done to such a line.

``python -m tests.release.test_line_setting 75`` runs that many seeds for each program and prints a table
(LibreOffice too, when soffice is on the path).
"""

from __future__ import annotations

import hashlib
import io
import json
import shutil
import sys
import tempfile
from collections import Counter
from dataclasses import replace
from pathlib import Path

import numpy as np
import pymupdf
import pypdfium2
import pytest
from PIL import Image, ImageDraw
from reportlab.pdfgen.canvas import Canvas

from redactor.bundle.tasks import read_pages
from redactor.domain.geometry import Box
from redactor.domain.pages import Document
from redactor.domain.plan import PagePlan, Redaction
from redactor.release.burn.draw import draw, open_source
from redactor.release.burn.encode import _SIXTEEN
from redactor.release.burn.ink import read_ink
from redactor.release.burn.palette import greys
from redactor.release.export import ReleaseResult, verify_release, write_release
from redactor.release.fits import names_that_fit, surnames
from redactor.release.internal_log import write_internal_log
from redactor.release.verify.content import as_hidden
from redactor.release.verify.expect import is_taken
from redactor.release.widths import Width, told_in_words
from tests.release.pairs import PRODUCERS, Record, name_spans, records, with_libreoffice
from tests.release.papers import DRAFT, RELEASE, SECRET, Case, Inline, letter
from tests.release.surgery import operate
from tests.release.test_sabotage import broken_rules, in_pixels

FIXTURES = Path(__file__).parent / "libreoffice"
ATTEMPTS = 40


def case_of(data: bytes, names: tuple[str, ...]) -> Case:
    """A case with one document, every name in it hidden."""
    sha = hashlib.sha256(data).hexdigest()
    with pymupdf.open(stream=data) as document:
        count = len(document)
    case = Case(data={sha: data}, documents={sha: Document(sha, "record.pdf", count, len(data))})
    for content in read_pages(data, "", 1, count):
        case.contents[sha, content.page] = content
        held = [
            Redaction(sha, content.page, content.boxes_between(a, b), "TP", "Another person", content.text[a:b])
            for a, b in name_spans(content.text, names)
        ]
        case.pages.append(PagePlan(sha, content.page, tuple(held)))
    return case


def shape(case: Case) -> list[object]:
    """What must be the same in both records of a pair: the words that stay line by line, and the rules drawn."""
    told: list[object] = []
    for (sha, number), content in case.contents.items():
        redactions = case.pages[number - 1].redactions
        text = content.text
        for redaction in redactions:
            text = text.replace(redaction.text, "@" + "\n@" * redaction.text.count("\n"))
        with pymupdf.open(stream=case.data[sha]) as document:
            shapes = read_ink(document[number - 1].get_displaylist()).shapes
        upright = {(round(s.box.x0, 2), round(s.box.y0, 2)) for s in shapes if s.box.width < 2.5 < 6 < s.box.height}
        told += [text, sorted(upright)]
    return told


def pair(program: str, seed: int, attempts: range = range(ATTEMPTS)) -> tuple[Case, Case] | None:
    """Two cases that differ only in the hidden names, None when no such names were found."""
    make = PRODUCERS[program]
    for attempt in attempts:
        one, other = (case_of(make(record), record.names) for record in records(seed, attempt))
        if shape(one) == shape(other):
            return one, other
    return None


def released(case: Case, out: Path) -> tuple[dict[str, bytes], dict[str, int]]:
    """The files of a draft, and what the export says of its boxes' widths."""
    result = case.release(out, DRAFT)
    return {path.name: path.read_bytes() for path in result.folder.iterdir()}, result.widths


def survives(case: Case, folder: dict[str, bytes]) -> None:
    """Every surviving word is in the text layer, and there is ink where it stands."""
    bundle = folder["bundle.pdf"]
    labels = [Box(*box) for line in json.loads(folder["redaction-log.json"]) for box in line["boxes_in_bundle"]]
    document = pypdfium2.PdfDocument(bundle)
    first = len(document) - len(case.pages)
    for plan in case.pages:
        content = case.contents[plan.document, plan.page]
        boxes = tuple(box for redaction in plan.redactions for box in redaction.boxes)
        kept = [as_hidden(word.text) for word in content.words if not is_taken(word.box, boxes)]
        with pymupdf.open(stream=bundle) as held:
            page = held[first + plan.page - 1]
            found = [word for word in page.get_text("words") if word[1] > 0]
            picture = pymupdf.Pixmap(held, page.get_images()[0][0])
            grey = pymupdf.Pixmap(pymupdf.csGRAY, picture) if picture.n > 1 else picture
            pixels = np.frombuffer(grey.samples, dtype=np.uint8).reshape(grey.height, grey.stride)
            scale = grey.width / page.rect.width
        texts = Counter(word[4] for word in found)
        assert not Counter(kept) - texts, "a surviving word is missing"
        for x0, y0, x1, y1, text, *_ in found:
            if any(b.x0 <= (x0 + x1) / 2 <= b.x1 and b.y0 <= (y0 + y1) / 2 <= b.y1 for b in labels):
                continue
            if text in kept and y1 * scale < grey.height:
                part = pixels[int(y0 * scale) : int(y1 * scale) + 1, int(x0 * scale) : int(x1 * scale) + 2]
                assert part.size and int(part.max()) - int(part.min()) > 60, f"no ink where '{text}' should stand"


def assert_same(one: Case, other: Case, tmp: Path) -> None:
    (first, told), (second, told_too) = released(one, tmp / "one"), released(other, tmp / "other")
    shown = [counts["boxes_whose_width_may_show"] for counts in (told, told_too)]
    differ = [name for name in first if first[name] != second[name]]
    assert not differ or any(shown), "the bundles differ, and no box was reported"
    survives(one, first)
    survives(other, second)
    if not differ:
        return
    pytest.fail(f"a box shows its width: {differ}")


#: Seeds and attempts that give the same line breaks with the fonts that come with these programs, or with Debian.
CHOSEN = {
    "ReportLab": ((0, 0), (1, 1), (5, 0)),
    "ReportLab, by hand": ((0, 0), (1, 1), (9, 2)),
    "MuPDF Story": ((0, 0), (1, 1), (5, 1)),
    "Qt": ((0, 1), (1, 3), (13, 0)),
}


@pytest.mark.parametrize(
    ("program", "seed", "attempt"), [(p, *chosen) for p, some in CHOSEN.items() for chosen in some]
)
def test_names_change_nothing(program: str, seed: int, attempt: int, tmp_path: Path) -> None:
    found = pair(program, seed, range(attempt, ATTEMPTS // 2))
    if found is None:
        pytest.skip("no names with the same line breaks in the fonts of this machine")
    assert_same(*found, tmp_path)


def test_signs_that_follow_a_box_move_with_it_and_count_as_of_its_line(tmp_path: Path) -> None:
    """What is left of "(Lee)?" is no word any more; it stands further right than the source has anything."""
    with pymupdf.open() as document:
        page = document.new_page(width=400, height=300)
        page.insert_text((40, 60), "We were asked whether they are", fontsize=11)
        page.insert_text((40, 74), "at home (Lee)?", fontsize=11)
        page.insert_text((40, 110), "Nobody knew.", fontsize=11)
        data = document.tobytes()
    _, counts = released(case_of(data, ("Lee",)), tmp_path / "out")
    assert counts["boxes_set_again"] == 1 and counts["boxes_whose_width_may_show"] == 0


def test_letters_set_close_under_each_other_are_told_though_they_are_set_at_their_own_widths(tmp_path: Path) -> None:
    """As word processors set "To": the o stands under the bar of the T, in the source and not in the release."""
    out = io.BytesIO()
    page = Canvas(out, invariant=1)
    page.setFont("Helvetica", 14)
    page.drawString(60, 700, "Bartholomew asked")
    x = 60 + page.stringWidth("Bartholomew asked ", "Helvetica", 14)
    for n, pair in enumerate(("To", "Ta", "Yo")):
        page.drawString(x + 24 * n, 700, pair[0])
        page.drawString(x + 24 * n + page.stringWidth(pair[0], "Helvetica", 14) - 2.6, 700, pair[1])
    page.drawString(x + 72, 700, "to come with them on Tuesday.")
    page.save()
    case = case_of(out.getvalue(), ("Bartholomew",))
    files, counts = released(case, tmp_path / "out")
    survives(case, files)
    assert counts["boxes_set_again"] == 1 and counts["boxes_whose_width_may_show"] == 0


def test_a_rule_through_the_first_letter_of_a_hidden_word(tmp_path: Path) -> None:
    """The word begins left of the cell that its letters stand in; such a page once ended the whole export."""
    with pymupdf.open() as document:
        page = document.new_page(width=400, height=300)
        page.insert_text((40, 60), "Maria", fontsize=12)
        for x in (44.5, 120):
            page.draw_line((x, 40), (x, 80), width=0.5)
        data = document.tobytes()
    folder, counts = released(case_of(data, ("Maria",)), tmp_path / "out")
    assert counts["boxes_whose_width_may_show"] == 1
    with pymupdf.open(stream=folder["bundle.pdf"]) as bundle:
        assert "Maria" not in bundle[1].get_text()


def test_boxes_beside_photographs_leave_the_words_beside_them_whole(tmp_path: Path) -> None:
    across, down = np.meshgrid(np.linspace(40, 220, 900), np.linspace(0, 30, 600))
    out = io.BytesIO()
    Image.fromarray(np.stack((across, across * 0.8 + down, 230 - across), axis=2).astype(np.uint8)).save(out, "JPEG")
    bundles = []
    for name in ("Al Ng", "Bartholomew Fitzgerald"):
        with pymupdf.open() as document:
            page = document.new_page()
            page.insert_image(pymupdf.Rect(60, 400, 535, 760), stream=out.getvalue())
            for n, line in enumerate((f"A {name} is a man we saw; I {name} it.", "And no more was said of it.") * 5):
                page.insert_text((60, 90 + 25 * n), line, fontsize=11)
            data = document.tobytes(no_new_id=True)
        case = case_of(data, (name,))
        folder, _ = released(case, tmp_path / str(len(bundles)))
        survives(case, folder)
        bundles.append(folder)
    assert bundles[0] == bundles[1]


@pytest.mark.parametrize("seed", sorted(int(path.name.split("-")[0]) for path in FIXTURES.glob("*-one.pdf")))
def test_names_change_nothing_in_libreoffice(seed: int, tmp_path: Path) -> None:
    (second,) = FIXTURES.glob(f"{seed}-other-*.pdf")
    one, other = records(seed, int(second.stem.rsplit("-", 1)[1]))
    cases = case_of((FIXTURES / f"{seed}-one.pdf").read_bytes(), one.names), case_of(second.read_bytes(), other.names)
    assert shape(cases[0]) == shape(cases[1])
    assert sum(len(plan.redactions) for plan in cases[0].pages) > 3
    assert_same(*cases, tmp_path)


# -- the switch and the report ------------------------------------------------------------------------


def released_as(case: Case, out: Path, width: str) -> ReleaseResult:
    plan = replace(case.plan, settings=(("box-width", width),))
    return write_release(out, plan, case.documents, case.source, case.content, RELEASE, Inline())


def test_it_can_be_switched_off_and_then_says_so(tmp_path: Path) -> None:
    case = Case()
    case.add(letter())
    as_is, own = released_as(case, tmp_path / "a", "as-is"), released_as(case, tmp_path / "c", "canonical")
    counts = [result.widths for result in (as_is, own)]
    assert [c["boxes_set_again"] for c in counts] == [0, 2]
    assert [c["boxes_whose_width_may_show"] for c in counts] == [2, 0]
    # What was approved as it is may not be released set again.
    plan = replace(case.plan, settings=(("box-width", "as-is"),))
    report = verify_release(own.folder, plan, case.documents, case.source, case.content, RELEASE, Inline())
    assert "boxes" in {rule.rule for rule in report.rules if not rule.passed}


def test_the_internal_log_tells_how_many_names_would_fit(tmp_path: Path) -> None:
    case = Case()
    case.add(letter())
    plan = replace(case.plan, settings=(("box-width", "as-is"),))
    result = write_release(tmp_path / "out", plan, case.documents, case.source, case.content, RELEASE, Inline())
    people = (SECRET, "Priscilla Bannister", "Jo Ito")
    write_internal_log(tmp_path / "log.json", plan, result, case.documents, {}, RELEASE, people)
    write_internal_log(tmp_path / "log.xlsx", plan, result, case.documents, {}, RELEASE, people)
    for line in json.loads((tmp_path / "log.json").read_text(encoding="utf-8")):
        (width,) = line["widths"]
        assert width["width"] == "may show" and width["why"] == "switched off"
        fits = width["names_that_fit"]
        assert fits["surnames"] == 5000 and 1 <= fits["fitting_surnames"] < 500
        assert (fits["fitting_people"], fits["people"]) == (1, 3)
    for path in result.folder.rglob("*.json"):
        assert "names_that_fit" not in path.read_text(encoding="utf-8"), "never for the requester"


def test_counts_in_words() -> None:
    counts = {"boxes_set_again": 3, "boxes_widened": 1, "boxes_whose_width_may_show": 0, "boxes_over_no_text": 0}
    assert told_in_words(counts).endswith("no width tells how long the hidden words are")
    assert "2 may still tell" in told_in_words(counts | {"boxes_whose_width_may_show": 2})
    assert told_in_words(dict.fromkeys(counts, 0)) == ""
    assert len(surnames()) == 5000
    assert names_that_fit(Width("set", "", 50.0, 11.0), SECRET, ()) is None
    assert names_that_fit(Width("shown", "", 50.0, 0.0), SECRET, ()) is None


# -- fidelity -----------------------------------------------------------------------------------------


def test_outside_the_lines_set_again_every_pixel_is_the_sources(tmp_path: Path) -> None:
    case = Case()
    sha = case.add(letter())
    bundle = released(case, tmp_path / "out")[0]["bundle.pdf"]
    drawn = draw(open_source(case.data[sha], ""), 0)
    source = greys(np.zeros(16, dtype=np.intp))[_SIXTEEN[drawn.pixels]] * 17
    with pymupdf.open(stream=bundle) as document:
        picture = pymupdf.Pixmap(document, document[1].get_images()[0][0])
    mine = np.frombuffer(picture.samples, dtype=np.uint8).reshape(picture.height, picture.stride)[:, : picture.width]
    lines = np.zeros(len(source), dtype=bool)
    for redaction in case.pages[0].redactions:
        for box in redaction.boxes:
            lines[int(box.y0 * 200 / 72) - 3 : int(box.y1 * 200 / 72) + 4] = True
    assert 0 < lines.sum() < 0.1 * len(lines)
    assert (mine[~lines] == source[~lines]).all()
    assert (mine[lines] != source[lines]).any()


# -- sabotage of a line set again ---------------------------------------------------------------------


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> tuple[Case, Path, dict[str, Box]]:
    """A release, and where (pixels) the words of the line with the box are in it."""
    case = Case()
    case.add(letter())
    folder = case.release(tmp_path_factory.mktemp("set") / "out").folder
    with pymupdf.open(folder / "bundle.pdf") as document:
        words = {word[4]: Box(*(value * 200 / 72 for value in word[:4])) for word in document[1].get_text("words")}
    return case, folder, words


def erase(pixels: np.ndarray, box: Box) -> None:
    pixels[int(box.y0) : int(box.y1), int(box.x0) : int(box.x1) + 1] = 15


@pytest.mark.parametrize("what", ["erased", "another word", "a name at the end", "a name in the gap", "doubled"])
def test_what_else_is_done_to_such_a_line_is_noticed(
    good: tuple[Case, Path, dict[str, Box]], tmp_path: Path, what: str
) -> None:
    case, folder, words = good
    copy = Path(shutil.copytree(folder, tmp_path / "out"))
    opened, kitchen = words["opened"], words["kitchen."]

    def change(levels: np.ndarray) -> None:
        def write(text: str, x: float, y: float) -> None:
            picture = Image.fromarray((levels * 17).astype(np.uint8))
            ImageDraw.Draw(picture).text((x, y), text, fill=0, font_size=30)
            levels[:] = np.asarray(picture) // 17

        if what == "erased":
            erase(levels, opened)
        elif what == "another word":
            erase(levels, opened)
            write("broken", opened.x0, opened.y0 - 2)
        elif what == "a name at the end":
            write("Kayleigh", kitchen.x1 + 8, kitchen.y0 - 2)
        elif what == "a name in the gap":
            write("KB", opened.x1 + 1, opened.y0 - 2)
        else:
            part = levels[int(opened.y0) : int(opened.y1), int(opened.x0) : int(opened.x1)].copy()
            levels[int(opened.y0) : int(opened.y1), int(kitchen.x1) + 9 : int(kitchen.x1) + 9 + part.shape[1]] = part

    operate(copy / "bundle.pdf", in_pixels(1, change))
    assert "source" in broken_rules(case, copy)


# -- by hand ------------------------------------------------------------------------------------------


def main(seeds: int) -> None:
    """Every program's pairs: how many were made, how many are the same to the byte, how many boxes were reported."""
    print(f"{'program':20} {'pairs':>6} {'same':>6} {'boxes':>6} {'set':>6} {'widened':>8} {'may show':>9}")
    for program in (*PRODUCERS, *(["LibreOffice"] if shutil.which("soffice") else [])):
        made = same = 0
        counts: Counter[str] = Counter()
        for one, other in _libreoffice(seeds) if program == "LibreOffice" else _pairs(program, seeds):
            with tempfile.TemporaryDirectory() as name:
                (first, told), (second, _) = released(one, Path(name, "1")), released(other, Path(name, "2"))
            survives(one, first)
            survives(other, second)
            made, same = made + 1, same + (first == second)
            counts += Counter(told)
        own, wide, shown = (counts[f"boxes_{k}"] for k in ("set_again", "widened", "whose_width_may_show"))
        print(f"{program:20} {made:6} {same:6} {own + wide + shown:6} {own:6} {wide:8} {shown:9}", flush=True)


def _pairs(program: str, seeds: int):  # type: ignore[no-untyped-def]
    return (found for seed in range(seeds) if (found := pair(program, seed)))


def _libreoffice(seeds: int, attempts: int = 7):  # type: ignore[no-untyped-def]
    made: list[Record] = []
    for seed in range(seeds):
        made += [records(seed)[0], *(records(seed, attempt)[1] for attempt in range(attempts))]
    with tempfile.TemporaryDirectory() as name:
        data = with_libreoffice(str(shutil.which("soffice")), made, Path(name))
    cases = [case_of(one, record.names) for one, record in zip(data, made, strict=True)]
    for first in range(0, len(cases), attempts + 1):
        one, *others = cases[first : first + attempts + 1]
        other = next((other for other in others if shape(other) == shape(one)), None)
        if other is not None:
            yield one, other


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10)
