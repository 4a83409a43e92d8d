# SPDX-License-Identifier: AGPL-3.0-or-later
"""Text layers that say other things than the page shows: both are read, and each has its place."""

from __future__ import annotations

import io
from html import escape

import pymupdf
import pytest

from redactor.bundle import tasks
from redactor.bundle.page import fonts
from redactor.bundle.page.spelling import Beliefs
from redactor.domain.pages import PageContent, PageStatus, Where, WordSource
from tests.scans import printed, scanned
from tests.typed import typed

NOTE = """Jamal Little attended on Monday and Rashid Little left early.
He was seen by the duty worker at home with his mother.
She said that it had been a hard week for all of them."""
HONEST = """The review was held at the office and the minutes are on file.
It was agreed that she will be seen at home by the end of the month.
Her mother was there as well and said that she would like to come again."""


@pytest.fixture(autouse=True)
def nothing_believed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each test meets its fonts for the first time."""
    monkeypatch.setattr(fonts, "_beliefs", Beliefs())


def shifted(char: str) -> str:
    """The next letter but two, as a broken table of letters says."""
    if not char.isalpha():
        return char
    first = ord("a") if char.islower() else ord("A")
    return chr(first + (ord(char) - first + 3) % 26)


def read(data: bytes) -> tuple[PageContent, PageContent]:
    """The first page before and after OCR."""
    (before,) = tasks.read_pages(data, "", 1, 1)
    return before, tasks.ocr_page(data, "", 1)


def hidden(page: PageContent) -> str:
    return " ".join(place.text for place in page.places if place.where is Where.HIDDEN_TEXT)


def test_a_font_whose_letters_are_wrong_is_read_from_its_pixels(truetype: bytes) -> None:
    before, after = read(typed(truetype, NOTE, shifted))
    assert "Mdpdo Olwwoh" in before.text
    assert before.status is PageStatus.NEEDS_OCR
    assert after.text.split() == NOTE.split()
    assert {word.source for word in after.words} == {WordSource.OCR}
    assert "Mdpdo Olwwoh" in hidden(after), "what can be copied out of the file is looked through too"
    for wrong, right in zip(before.words, after.words, strict=True):
        assert wrong.box.overlap(right.box) > 0.5


def test_a_name_alone_in_a_lying_font_is_read_from_its_pixels(truetype: bytes) -> None:
    before, after = read(typed(truetype, "Jamal Little", shifted, honest=HONEST))
    assert before.status is PageStatus.NEEDS_OCR
    assert after.text.startswith("Jamal Little")
    assert after.text.split()[2:] == HONEST.split()
    assert {word.text: word.source for word in after.words}["minutes"] is WordSource.TEXT
    (place,) = [place for place in after.places if place.where is Where.HIDDEN_TEXT]
    assert place.text == "Mdpdo Olwwoh" and place.page == 1
    assert place.boxes[0].overlap(before.words[0].box.union(before.words[1].box)) > 0.9


@pytest.mark.parametrize("text", [NOTE, "Jamal Little", "Date of birth\n14/03/2009"])
def test_a_font_that_tells_the_truth_is_believed(truetype: bytes, text: str) -> None:
    (page,) = tasks.read_pages(typed(truetype, text, str, honest=HONEST), "", 1, 1)
    assert page.status is PageStatus.READ
    assert page.text.split() == f"{text} {HONEST}".split()


UKRAINIAN = (
    "Олена Коваленко <olena.k@example.com>",
    "15 серпня 2016",
    "Шановна пані, ваш лист отримано.",
    "Зразок.zip (1)",
)


def test_letters_that_ocr_does_not_know_are_no_lies() -> None:
    """OCR leaves out Cyrillic letters; what is left of such a line is no witness against its words."""
    out = io.BytesIO()
    writer = pymupdf.DocumentWriter(out)
    story = pymupdf.Story(
        "".join(f"<p style='font-family: sans-serif; font-size: 9pt'>{escape(line)}</p>" for line in UKRAINIAN)
    )
    page = writer.begin_page(pymupdf.paper_rect("a4"))
    story.place(pymupdf.Rect(50, 50, 545, 792))
    story.draw(page)
    writer.end_page()
    writer.close()
    before, after = read(out.getvalue())
    assert before.text.split() == after.text.split() == " ".join(UKRAINIAN).split()
    assert hidden(after) == ""


def test_a_font_that_calls_latin_letters_cyrillic_lies_all_the_same(truetype: bytes) -> None:
    before, after = read(typed(truetype, NOTE, lambda char: chr(ord(char) + 0x3D0) if char.isalpha() else char))
    assert before.status is PageStatus.NEEDS_OCR
    assert after.text.split() == NOTE.split()


def test_a_name_spelt_with_letters_of_another_script_is_read_from_its_pixels_and_both_are_kept(truetype: bytes) -> None:
    """Among words that make sense nobody doubts the font; and "Jamal" is found by no search."""
    before, after = read(typed(truetype, NOTE, lambda char: {"J": "\u0408"}.get(char, char), honest=HONEST))
    assert "\u0408amal" in before.text and before.status is PageStatus.NEEDS_OCR
    assert after.text.split() == f"{NOTE} {HONEST}".split()
    assert hidden(after).split()[:2] == ["\u0408amal", "Little"]
    sources = {word.text: word.source for word in after.words}
    assert sources["Jamal"] is WordSource.OCR and sources["worker"] is WordSource.TEXT


def test_a_scan_with_the_text_layer_of_another_page(truetype: bytes) -> None:
    document = pymupdf.open(stream=scanned(printed(["Seen with Gareth Pole at home.", "He rang Janet Lister."])))
    layer = "This is page nine of the file. Hassan Okafor was there."
    document[0].insert_text((30, 60), layer, fontsize=11, render_mode=3)
    before, after = read(document.tobytes())
    assert (before.status, before.words) == (PageStatus.NEEDS_OCR, ())
    assert " ".join(after.text.split()) == "Seen with Gareth Pole at home. He rang Janet Lister."
    assert hidden(after) == layer


def test_a_text_layer_out_of_place_gives_no_boxes() -> None:
    document = pymupdf.open(stream=scanned(printed(["Seen with Gareth Pole at home."])))
    document[0].insert_text((80, 12), "Seen with Gareth Pole at home.", fontsize=12, render_mode=3)
    _, after = read(document.tobytes())
    (gareth,) = [word for word in after.words if word.text == "Gareth"]
    # The line stands at y 40, and its first word at x 30.
    assert gareth.box.y0 > 25 and gareth.box.x0 < 95


def test_a_text_layer_too_faint_to_be_seen_is_hidden() -> None:
    document = pymupdf.open(stream=scanned(printed(["Seen with Gareth Pole at home."])))
    document[0].insert_text((30, 40), "Seen with nobody at all.", fontsize=12, fill_opacity=0.005)
    _, after = read(document.tobytes())
    assert " ".join(after.text.split()) == "Seen with Gareth Pole at home."
    assert hidden(after) == "Seen with nobody at all."


def test_invisible_words_over_lettering_do_not_speak_for_it() -> None:
    document = pymupdf.open()
    page = document.new_page()
    page.insert_text((72, 160), "Janet Lister", fontsize=18)
    outlined = pymupdf.open("pdf", pymupdf.open("svg", page.get_svg_image(text_as_path=True).encode()).convert_to_pdf())
    page = outlined[0]
    page.insert_text((72, 100), "Signed for the council:")
    page.insert_text((72, 160), "Peter Grundy", fontsize=18, render_mode=3)
    _, after = read(outlined.tobytes())
    assert " ".join(after.text.split()) == "Signed for the council: Janet Lister"
    assert hidden(after) == "Peter Grundy"


def test_a_stamp_typed_on_a_scan_leaves_the_scan_to_be_read() -> None:
    document = pymupdf.open(stream=scanned(printed(["Seen with Gareth Pole at home."], height=200)))
    document[0].insert_text((250, 180), "RECEIVED 4 May 2019", fontsize=10)
    before, after = read(document.tobytes())
    assert before.text == "RECEIVED 4 May 2019" and before.status is PageStatus.NEEDS_OCR
    assert " ".join(after.text.split()) == "Seen with Gareth Pole at home. RECEIVED 4 May 2019"
    sources = {word.text: word.source for word in after.words}
    assert (sources["RECEIVED"], sources["Pole"]) == (WordSource.TEXT, WordSource.OCR)
