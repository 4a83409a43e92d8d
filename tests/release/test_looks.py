# SPDX-License-Identifier: AGPL-3.0-or-later
"""How a bundle looks is a choice: the colour of the boxes, what they say, and how large a file may be."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from pathlib import Path

import numpy as np
import pikepdf
import pymupdf
import pypdfium2
import pytest

from redactor.domain.errors import BadInput
from redactor.release.sheets import Told, key_rows
from redactor.review.release.settings import SETTINGS
from tests.release.papers import SECRET, Case, every_kind, letter, pixels_of, scan, words_of

LEVELS = {"grey": 0xDD, "black": 0, "white": 0xFF}


def picture(path: Path, page: int) -> np.ndarray:
    drawn = pypdfium2.PdfDocument(path)[page].render(scale=2, grayscale=True).to_numpy()
    return drawn if drawn.ndim == 2 else drawn[:, :, 0]


def test_every_colour_that_can_be_chosen_is_drawn() -> None:
    assert {choice.value for choice in SETTINGS["box-colour"].choices} == set(LEVELS)


@pytest.mark.parametrize("colour", LEVELS)
def test_boxes_have_the_colour_that_was_chosen_on_every_kind_of_page(colour: str, tmp_path: Path) -> None:
    case = every_kind()
    case.settings = {"box-colour": colour}
    folder = case.release(tmp_path / "out").folder
    lines = json.loads((folder / "redaction-log.json").read_text(encoding="utf-8"))
    boxes = [(line["page_in_bundle"], box) for line in lines for box in line["boxes_in_bundle"]]
    assert len({page for page, _ in boxes}) == 3
    for page, (x0, y0, x1, y1) in boxes:
        drawn = picture(folder / "bundle.pdf", page - 1)
        inside = drawn[round(y0 * 2) + 3 : round(y1 * 2) - 3, round(x0 * 2) + 3 : round(x1 * 2) - 3]
        levels, counts = np.unique(inside, return_counts=True)
        assert abs(int(levels[counts.argmax()]) - LEVELS[colour]) <= 4
        label = inside < 128 if colour != "black" else inside > 128
        assert label.sum() > 20  # the label is there and can be told from the box
    cover = pypdfium2.PdfDocument(folder / "bundle.pdf")[0].get_textpage().get_text_range()
    assert f"{'pale grey' if colour == 'grey' else colour} box" in " ".join(cover.split())


def test_a_box_of_another_colour_than_was_approved_is_noticed(tmp_path: Path) -> None:
    case = every_kind()
    folder = case.release(tmp_path / "out").folder
    case.settings = {"box-colour": "black"}
    report = case.verify(folder)
    assert "boxes" in {rule.rule for rule in report.rules if not rule.passed}


def test_persons_with_numbers_have_one_row_in_the_key() -> None:
    told = [Told(f"Person {n}", "This part is about somebody else.", "Art 15(4)") for n in (2, 11, 1)]
    rows = key_rows([*told, Told("Withheld by law", "The law.", "DPA 2018")])
    assert [row.label for row in rows] == ["Person 1 to Person 11", "Withheld by law"]
    assert rows[0].explanation.endswith("The same number stands for the same person throughout.")


def test_numbered_persons_are_on_boxes_in_the_key_and_verified(tmp_path: Path) -> None:
    case = Case()
    case.add(letter(), ("Kayleigh Barnes",))
    (page,) = case.pages
    case.pages = [
        replace(page, redactions=tuple(replace(r, label=f"Person {n}") for n, r in enumerate(page.redactions, 1)))
    ]
    folder = case.release(tmp_path / "out").folder
    with pymupdf.open(folder / "bundle.pdf") as bundle:
        assert "Person 1 to Person 2" in bundle[0].get_text()
        assert "Person 2" in bundle[1].get_text()


# -- volumes -------------------------------------------------------------------------------------------------


def large(pages: int = 5) -> Case:
    """Photographs of some 300 kB each, in two documents."""
    case = Case()
    for number in range(2):
        data = scan(pixels_of(letter(size=12 + number), 190), "jpeg")
        with pymupdf.open() as document, pymupdf.open(stream=data) as one:
            for _ in range(pages):
                document.insert_pdf(one)
            data = bytes(document.tobytes())
        words = words_of(letter(size=12 + number))[0]
        scale = 150 / 190
        with pymupdf.open(stream=data) as document:
            width, height = document[0].rect.width, document[0].rect.height
        assert abs(width * scale - words.width) < 2
        moved = [w._replace(box=type(w.box)(*(v / scale for v in w.box))) for w in words.words]
        contents = [replace(words, page=n + 1, words=tuple(moved), width=width, height=height) for n in range(pages)]
        case.add(data, (SECRET,), words=contents)
    return case


@pytest.fixture(scope="module")
def split(tmp_path_factory: pytest.TempPathFactory) -> tuple[Case, Path]:
    case = large()
    case.settings = {"volume-mb": "1"}
    return case, case.release(tmp_path_factory.mktemp("split") / "out").folder


def test_no_volume_is_larger_and_none_is_needlessly_small(split: tuple[Case, Path]) -> None:
    volumes = sorted(split[1].glob("bundle*.pdf"))
    assert [path.name for path in volumes] == [f"bundle-{n}.pdf" for n in range(1, len(volumes) + 1)]
    assert len(volumes) >= 3
    assert all(path.stat().st_size <= 1_000_000 for path in volumes)
    assert all(path.stat().st_size >= 400_000 for path in volumes[:-1])


def test_page_numbers_go_on_and_every_page_is_there_once(split: tuple[Case, Path]) -> None:
    numbers: list[int] = []
    for path in sorted(split[1].glob("bundle*.pdf")):
        with pikepdf.open(path) as pdf:
            first = int(pdf.Root.PageLabels.Nums[1].St)
            assert first == len(numbers) + 1
            numbers += range(first, first + len(pdf.pages))
        document = pypdfium2.PdfDocument(path)
        for place, page in enumerate(document):
            assert f"Page {first + place} of " in page.get_textpage().get_text_range()
    lines = json.loads((split[1] / "redaction-log.json").read_text(encoding="utf-8"))
    assert {line["page_in_bundle"] for line in lines} <= set(numbers)
    assert len(numbers) == 11


def test_volumes_verify_again_and_one_that_is_missing_or_exchanged_is_noticed(
    split: tuple[Case, Path], tmp_path: Path
) -> None:
    case, folder = split
    assert case.verify(folder).verified
    copy = Path(shutil.copytree(folder, tmp_path / "copy"))
    one, two = copy / "bundle-1.pdf", copy / "bundle-2.pdf"
    held = one.read_bytes()
    one.write_bytes(two.read_bytes())
    two.write_bytes(held)
    assert "pages" in {rule.rule for rule in case.verify(copy).rules if not rule.passed}
    two.unlink()
    assert not case.verify(copy).verified


def test_one_pdf_for_each_document_is_split_too(tmp_path: Path) -> None:
    case = large()
    case.settings = {"volume-mb": "1"}
    result = case.release(tmp_path / "out", layout="documents")
    names = [path.relative_to(result.folder).as_posix() for path in result.files]
    assert names[:3] == ["contents.pdf", "documents/0001-1.pdf", "documents/0001-2.pdf"]
    assert all(path.stat().st_size <= 1_000_000 for path in result.files)
    assert case.verify(result.folder).verified


def test_what_fits_in_one_file_is_one_file(tmp_path: Path) -> None:
    case = Case()
    case.add(letter())
    case.settings = {"volume-mb": "25"}
    result = case.release(tmp_path / "out")
    assert [path.name for path in result.files] == ["bundle.pdf"]


def test_a_page_that_is_too_large_by_itself_is_refused_with_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from redactor.release import assemble

    monkeypatch.setattr(assemble, "MB", 200_000)
    case = large(1)
    case.settings = {"volume-mb": "1"}
    with pytest.raises(BadInput, match="larger than a file may be"):
        case.release(tmp_path / "out")
    assert list(tmp_path.iterdir()) == []
