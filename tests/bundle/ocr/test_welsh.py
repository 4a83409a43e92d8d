# SPDX-License-Identifier: AGPL-3.0-or-later
"""Welsh scans: found data, both readings made one, and what is said without data."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from redactor.bundle import tasks
from redactor.bundle.ocr import tesseract
from redactor.bundle.ocr.rapid import OcrResult, OcrWord
from redactor.bundle.ocr.tessdata import VARIABLE, folder_with, folders, require_folder
from redactor.bundle.ocr.tesseract import Spelt, with_spelling
from redactor.domain.errors import BadInput
from redactor.domain.geometry import Box
from redactor.domain.pages import WordSource
from tests.scans import copied, scanned
from tests.welsh import LINES, NEEDS_DATA, welsh_print


@NEEDS_DATA
@pytest.mark.parametrize("kind", ["clean", "copied", "on its head", "sideways"])
def test_welsh_letters_are_read_where_the_usual_reading_leaves_them_out(kind: str) -> None:
    image = welsh_print()
    image = {
        "clean": image,
        "copied": copied(image),
        "on its head": image.rotate(180),
        "sideways": image.rotate(90, expand=True),
    }[kind]
    usual, welsh = tasks.ocr_page(scanned(image), "", 1), tasks.ocr_page(scanned(image), "", 1, languages="cym+eng")
    assert welsh.text.split() == " ".join(LINES).split()
    assert "Tesseract" in welsh.engine and "cym+eng" in welsh.engine and "Tesseract" not in usual.engine
    spelt = [word for word in welsh.words if word.source is WordSource.TESSERACT]
    assert {word.text for word in spelt} >= {"Ŵyn", "dŵr", "Prŷs"}
    # What was sure is as sure as before, and stands where it stood.
    assert [word.box for word in welsh.words] == [word.box for word in usual.words]
    assert [word.confidence for word in welsh.words] == [word.confidence for word in usual.words]
    assert welsh.needs_eyes == usual.needs_eyes


def result(*words: tuple[str, float]) -> OcrResult:
    boxes = [Box(10.0 + 60 * n, 10, 60.0 + 60 * n, 30) for n in range(len(words))]
    return OcrResult(tuple(OcrWord(text, sure, 0, b, b) for (text, sure), b in zip(words, boxes, strict=True)), (), 0)


@pytest.mark.parametrize(
    ("read", "spelt", "text", "source", "sure"),
    [
        ("dr", "dŵr", "dŵr", WordSource.TESSERACT, 0.97),
        ("Llýr,", "Llŷr,", "Llŷr,", WordSource.TESSERACT, 0.97),
        ("Nhir", "Nhŵr", "Nhŵr", WordSource.TESSERACT, 0.97),
        ("Sian", "Siân", "Siân", WordSource.TESSERACT, 0.97),
        ("Lister", "Lister", "Lister", WordSource.OCR, 0.97),
        # Without letters it cannot know, the usual reader is the better one.
        ("Lister", "Lisler", "Lister", WordSource.OCR, 0.97),
        # Two readings of which one must be wrong.
        ("yn", "yŵyn", "yn", WordSource.OCR, 0.9),
        ("Pole", "ŵŷ", "Pole", WordSource.OCR, 0.9),
    ],
)
def test_who_is_believed(
    monkeypatch: pytest.MonkeyPatch, read: str, spelt: str, text: str, source: WordSource, sure: float
) -> None:
    monkeypatch.setattr(tesseract, "spelling", lambda *_: [Spelt(spelt, Box(11, 9, 59, 31))])
    page = np.full((60, 200, 3), 255, np.uint8)
    first, second = with_spelling(page, result((read, 0.97), ("home", 0.99)), 200, "cym+eng").words
    assert (first.text, first.source, first.confidence) == (text, source, sure)
    assert (second.text, second.source, second.confidence) == ("home", WordSource.OCR, 0.99)


def test_a_word_the_other_reader_parts_in_two_is_spelt_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    halves = [Spelt("Tŷ", Box(11, 9, 30, 31)), Spelt("Gwyn", Box(33, 9, 59, 31))]
    monkeypatch.setattr(tesseract, "spelling", lambda *_: halves)
    (word,) = with_spelling(np.full((60, 200, 3), 255, np.uint8), result(("TGwyn", 0.97)), 200, "cym+eng").words
    assert word.text == "TŷGwyn"


def test_data_is_found_where_the_user_put_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, str(tmp_path))
    monkeypatch.delenv("TESSDATA_PREFIX", raising=False)
    (tmp_path / "xx1.traineddata").write_bytes(b"")
    assert folder_with("xx1+xx2") is None
    below = tmp_path / "tessdata"
    below.mkdir()
    for name in ("xx1", "xx2"):
        (below / f"{name}.traineddata").write_bytes(b"")
    assert folder_with("xx1+xx2") == str(below)
    assert [*folders({"TESSDATA_PREFIX": "/there", "PATH": ""})][:2] == [Path("/there"), Path("/there/tessdata")]


def test_data_beside_the_program_is_found(tmp_path: Path) -> None:
    program = tmp_path / "tesseract"
    program.write_text("#!/bin/sh\n")
    program.chmod(0o755)
    assert (tmp_path / "tessdata").resolve() in [*folders({"PATH": str(tmp_path)})]


def test_without_data_it_is_said_what_to_install() -> None:
    with pytest.raises(BadInput) as refused:
        require_folder("xx1+eng")
    assert "xx1.traineddata" in refused.value.what and "nstall" in refused.value.do
    with pytest.raises(BadInput, match=r"xx1\.traineddata"):
        tasks.ocr_page(scanned(welsh_print(LINES[:1])), "", 1, languages="xx1")
