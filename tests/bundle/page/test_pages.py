# SPDX-License-Identifier: AGPL-3.0-or-later
"""Words, where they stand, in what order; and the places beside the page."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from typing import Any

import numpy as np
import pikepdf
import pymupdf
import pypdfium2
import pytest
from pikepdf import Array, Dictionary, Name, String

from redactor.bundle import tasks
from redactor.bundle.page import reading as pages
from redactor.bundle.words.columns import PlainPage
from redactor.domain.pages import PageContent, PageStatus, Where

MakePdf = Callable[..., bytes]
Line = Callable[..., str]


def read(data: bytes, page: int = 1) -> PageContent:
    (content,) = tasks.read_pages(data, "", page, page)
    return content


def share_of_ink_inside(page: PageContent, ink: np.ndarray[Any, Any], scale: float) -> float:
    inside = np.zeros_like(ink, bool)
    for word in page.words:
        x0, y0, x1, y1 = (int(value * scale) for value in word.box)
        inside[max(y0 - 1, 0) : y1 + 2, max(x0 - 1, 0) : x1 + 2] = True
    assert ink.sum() > 100
    return float((ink & inside).sum() / ink.sum())


@pytest.mark.parametrize("rotation", [0, 90, 180, 270, -90])
@pytest.mark.parametrize("crop", [None, (120, 150, 500, 750)])
@pytest.mark.parametrize("media", [(0, 0, 595, 842), (-50, -30, 545, 812), (100, 100, 695, 942)])
def test_boxes_lie_on_the_ink_as_another_engine_draws_it(
    make_pdf: MakePdf, line: Line, rotation: int, crop: tuple[int, ...] | None, media: tuple[int, ...]
) -> None:
    keys: dict[str, Any] = {"Rotate": rotation}
    if crop:
        keys["CropBox"] = Array(list(crop))
    data = make_pdf(line(150, 600, "Kayleigh Barnes", 14) + line(200, 300, "lower"), media=media, **keys)
    page = read(data)
    assert [word.text for word in page.words] == ["Kayleigh", "Barnes", "lower"]
    with pypdfium2.PdfDocument(data) as document:
        drawn = document[0].render(scale=2, grayscale=True).to_numpy().squeeze()
    assert (round(page.height * 2), round(page.width * 2)) == drawn.shape
    assert share_of_ink_inside(page, drawn < 128, 2) > 0.99


@pytest.mark.parametrize("rotation", [0, 90])
def test_user_unit_enlarges_the_page_and_its_boxes(make_pdf: MakePdf, line: Line, rotation: int) -> None:
    plain = read(make_pdf(line(150, 600, "Kayleigh Barnes"), Rotate=rotation))
    data = make_pdf(line(150, 600, "Kayleigh Barnes"), Rotate=rotation, UserUnit=2.5)
    page = read(data)
    assert (page.width, page.height) == (plain.width * 2.5, plain.height * 2.5)
    ink = tasks.page_pixels(data, "", 1, 0.8)[:, :, 0] < 128
    assert share_of_ink_inside(page, ink, 0.8) > 0.99


@pytest.mark.parametrize("size", [(3370, 2384), (90, 60)])
def test_very_large_and_very_small_pages(make_pdf: MakePdf, line: Line, size: tuple[int, int]) -> None:
    font = size[0] / 30
    page = read(make_pdf(line(size[0] / 10, size[1] / 2, "Kayleigh Barnes", font), media=(0, 0, *size)))
    assert (page.width, page.height, page.text) == (*size, "Kayleigh Barnes")


def test_blank_pages_are_read_and_hold_no_words(make_pdf: MakePdf) -> None:
    page = read(make_pdf(""))
    assert (page.status, page.words, page.needs_eyes) == (PageStatus.READ, (), "")


def test_pages_are_numbered_with_the_offset(make_pdf: MakePdf, line: Line) -> None:
    data = make_pdf(*(line(100, 700, f"page {n}") for n in "abc"))
    pages = tasks.read_pages(data, "", 2, 3, offset=32)
    assert [(page.page, page.text) for page in pages] == [(34, "page b"), (35, "page c")]


def test_form_fields_follow_their_labels_though_the_file_has_them_last() -> None:
    document = pymupdf.open()
    page = document.new_page()
    for number, (label, value) in enumerate([("Partner:", "Oksana Tennant"), ("Phone:", "07700 900176")]):
        page.insert_text((54, 100 + 40 * number), label)
        field = pymupdf.Widget()
        field.field_name, field.field_value = f"f{number}", value
        field.field_type = pymupdf.PDF_WIDGET_TYPE_TEXT
        field.rect = pymupdf.Rect(200, 86 + 40 * number, 400, 106 + 40 * number)
        page.add_widget(field)
    content = read(document.tobytes())
    assert content.text == "Partner:\nOksana Tennant\n\nPhone:\n07700 900176"
    fields = [place for place in content.places if place.where is Where.FORM_FIELD]
    assert [(place.text, place.detail) for place in fields] == [
        ("Oksana Tennant", "field 'f0'"),
        ("07700 900176", "field 'f1'"),
    ]
    assert fields[0].boxes[0] == (200, 86, 400, 106)
    assert all(word.box.overlap(fields[0].boxes[0]) > 0.7 for word in content.words if word.text == "Oksana")


@pytest.mark.parametrize("rotation", [0, 90])
def test_annotations_say_what_and_who_and_where(rotation: int) -> None:
    document = pymupdf.open()
    page = document.new_page()
    page.insert_text((100, 100), "A letter about somebody.")
    note = page.add_text_annot((300, 200), "Check with Janet Lister")
    note.set_info(title="Hazel Winter", subject="Iris")
    note.update()
    box = page.add_freetext_annot((100, 300, 260, 330), "REDACT? Iris Bannister", fontsize=11)
    box.update()
    page.set_rotation(rotation)
    content = read(document.tobytes())
    said = {(place.text, place.detail) for place in content.places if place.where is Where.ANNOTATION}
    assert said >= {
        ("Check with Janet Lister", "note"),
        ("Hazel Winter", "author of a note"),
        ("Iris", "subject of a note"),
        ("REDACT? Iris Bannister", "text box"),
    }
    # A text box is drawn on the page; a note's text is not.
    assert "REDACT? Iris Bannister" in content.text.replace("\n", " ")
    assert "Janet" not in content.text
    (place,) = [place for place in content.places if place.detail == "text box"]
    words = [word.box for word in content.words if word.text in ("Iris", "Bannister")]
    assert all(word.overlap(place.boxes[0]) > 0.7 for word in words)


def test_a_hidden_annotation_is_a_place_and_not_on_the_page(make_pdf: MakePdf, line: Line) -> None:
    def change(pdf: pikepdf.Pdf, pages: list[Any]) -> None:
        note = Dictionary(Type=Name.Annot, Subtype=Name.FreeText, Rect=Array([90, 90, 300, 120]), F=2)
        note.Contents, note.DA = String("Ask Janet Lister"), String("/Helv 12 Tf 0 g")
        link = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array([100, 690, 200, 710]))
        link.A = Dictionary(S=Name.URI, URI=String("mailto:janet@webpost.example?subject=x"))
        pages[0].Annots = Array([pdf.make_indirect(note), pdf.make_indirect(link)])

    content = read(make_pdf(line(100, 700, "Write to me"), change=change))
    assert content.text == "Write to me"
    assert {place.text for place in content.places} == {"Ask Janet Lister", "janet@webpost.example"}


def test_ligatures_soft_hyphens_and_accents_are_what_a_reader_sees(truetype: bytes) -> None:
    document = pymupdf.open()
    page = document.new_page()
    page.insert_font("vera", fontbuffer=truetype)
    for number, text in enumerate(["of\ufb01cer Grif\ufb01ths \ufb02ed", "Siân co\u00adoperates", "end\u00ad"]):
        page.insert_text((72, 100 + 30 * number), text, fontname="vera", fontsize=12)
    assert read(document.tobytes()).text.split() == ["officer", "Griffiths", "fled", "Siân", "cooperates", "end-"]


def test_a_page_that_cannot_be_loaded_is_unreadable_and_the_rest_is_read(make_pdf: MakePdf, line: Line) -> None:
    def change(pdf: pikepdf.Pdf, pages: list[Any]) -> None:
        pages[1].Contents = Array([Name.Nonsense])
        pages[1].MediaBox = Array([0, 0, 0, 0])
        pdf.Root.Pages.Kids[1] = pdf.make_indirect(Dictionary(Type=Name.Page, Parent=pdf.Root.Pages, Contents=7))

    data = make_pdf(*(line(100, 700, f"page {n}") for n in "abc"), change=change)
    pages = tasks.read_pages(data, "", 1, 3)
    assert [page.page for page in pages] == [1, 2, 3]
    assert [page.text for page in pages] == ["page a", "", "page c"]


def test_a_damaged_page_is_read_as_far_as_it_goes_and_somebody_must_look(make_pdf: MakePdf, line: Line) -> None:
    def change(pdf: pikepdf.Pdf, pages: list[Any]) -> None:
        import zlib

        packed = zlib.compress("".join(line(100, 800 - 12 * n, f"line {n} of many") for n in range(60)).encode())
        pages[0].Contents = pdf.make_stream(packed[: len(packed) // 2], Filter=Name.FlateDecode)

    page = read(make_pdf("", change=change))
    assert page.text.startswith("line 0 of many")
    assert "damaged" in page.needs_eyes


def _without(data: bytes, number: int) -> bytes:
    """The file with one of its objects overwritten, as by a bad sector."""
    start = re.search(rb"\n%d 0 obj" % number, data).start()  # type: ignore[union-attr]
    end = data.index(b"endobj", start) + len(b"endobj")
    return data[:start] + b"\n" + b"x" * (end - start - 1) + data[end:]


def test_pages_a_cut_file_has_no_more_are_named_and_not_shown_as_blank() -> None:
    document = pymupdf.open()
    for number in range(40):
        document.new_page().insert_text((60, 100), f"Contact record {number}")
    pages = tasks.read_pages(document.tobytes()[: len(document.tobytes()) // 2], "", 1, 40)
    assert [page.page for page in pages] == list(range(1, 41))
    told = [bool(page.text or page.needs_eyes or page.status is PageStatus.UNREADABLE) for page in pages]
    assert all(told), "a page came out blank with nothing said"
    lost = [page for page in pages if page.status is PageStatus.UNREADABLE]
    assert len(lost) > 10 and "not in the file" in lost[-1].problem
    assert pages[0].text == "Contact record 0" and not pages[0].needs_eyes


def test_content_or_a_picture_that_is_lost_from_the_file_is_said() -> None:
    document = pymupdf.open()
    for number in range(3):
        document.new_page().insert_text((60, 100), f"Contact record {number}")
    grey = pymupdf.Pixmap(pymupdf.csGRAY, pymupdf.IRect(0, 0, 60, 80))
    grey.clear_with(120)
    document.new_page().insert_image(document[3].rect, pixmap=grey)
    document.new_page()
    data = document.tobytes()
    known = pymupdf.open(stream=data)
    cut = _without(_without(data, known[1].get_contents()[0]), known[3].get_images()[0][0])
    first, words, second, picture, blank = tasks.read_pages(cut, "", 1, 5)
    assert "damaged" in words.needs_eyes and "damaged" in picture.needs_eyes
    assert not (first.needs_eyes or second.needs_eyes or blank.needs_eyes)


def test_a_page_that_names_a_picture_it_does_not_hold_is_said_to_be_damaged(make_pdf: MakePdf, line: Line) -> None:
    said = line(60, 700, "Seen with Janet Lister")
    named, whole = tasks.read_pages(make_pdf(said + "q 200 0 0 200 60 300 cm /Im9 Do Q ", said), "", 1, 2)
    assert "damaged" in named.needs_eyes and not whole.needs_eyes
    assert named.text == whole.text == "Seen with Janet Lister"


def test_a_highlight_is_not_a_picture_to_be_read() -> None:
    document = pymupdf.open()
    page = document.new_page()
    page.insert_text((100, 100), "Janet said otherwise on Monday")
    page.add_highlight_annot(page.search_for("Janet said")[0])
    content = read(document.tobytes())
    assert (content.status, content.text) == (PageStatus.READ, "Janet said otherwise on Monday")


def test_reading_leaves_nothing_on_standard_error(make_pdf: MakePdf, capfd: pytest.CaptureFixture[str]) -> None:
    broken = make_pdf("BT /Nowhere 12 Tf (x) Tj ] ] >> ET")
    tasks.read_pages(broken[:-200], "", 1, 1)
    assert capfd.readouterr() == ("", "")


def test_a_glance_and_a_closer_look_read_the_same(
    make_pdf: MakePdf, line: Line, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = "0.9 g 60 600 300 40 re f 0 G 0.5 w 60 600 m 360 600 l S 60 560 300 80 re S 0 g "
    shown = [
        line(60, 700, "Seen with Janet Lister and Gareth Pole") + line(60, 686, "at home, and Pole left.", 6),
        table
        + line(64, 612, "Name")
        + line(200, 612, "Janet Lister")
        + line(64, 572, "Tel.")
        + line(200, 572, "960803"),
        "q 0 0 595 842 re W n " + line(60, 700, "Janet Lister") + "Q " + line(700, 700, "Off the page"),
    ]
    white = "0 0.2 0.5 rg 60 640 300 20 re f 1 g " + line(64, 646, "Chronology of Janet Lister") + "0 g "
    bands = "".join(f"0.9 g 60 {y} 300 20 re f 0 g " + line(64, y + 6, f"Gareth Pole {y}") for y in (600, 560, 520))
    frame = "q 50 500 m 400 500 l 400 720 l 50 720 l 50 500 l h W n " + line(64, 700, "Priya Shah") + "Q "
    shown += [white + bands, frame + "0 0 1 rg " + line(64, 460, "in blue")]
    data = make_pdf(*shown)
    assert all(isinstance(page, PlainPage) for page in tasks.read_columns(data, "", 1, 5))
    glanced = tasks.read_pages(data, "", 1, 5)
    monkeypatch.setattr(pages.Glances, "at", lambda *_, **__: None)
    assert tasks.read_pages(data, "", 1, 5) == glanced
    assert glanced[2].places[0].text == "Off the page"


def test_pages_read_together_are_what_each_is_alone(make_pdf: MakePdf, line: Line) -> None:
    curve = "60 600 m 100 700 200 500 300 600 c S "
    shown = [line(60, 700, f"Seen with Janet Lister, visit {n}") + (curve if n % 7 == 3 else "") for n in range(40)]
    document = pymupdf.open(stream=make_pdf(*shown, line(60, 700, "one " * 9)))
    document[4].add_text_annot((100, 100), "Ask Gareth Pole")
    whole = document.tobytes()
    data = _without(whole, pymupdf.open(stream=whole)[20].get_contents()[0])
    together = tasks.read_columns(data, "", 2, 41, offset=100)
    assert [page.page for page in together] == list(range(102, 142))
    assert {PlainPage, PageContent} == {type(page) for page in together}
    told = [page.page for page in together if isinstance(page, PageContent) and "damaged" in page.needs_eyes]
    assert told == [121]
    alone = [tasks.read_pages(data, "", number, number, offset=100)[0] for number in range(2, 42)]
    assert alone == [page.content() if isinstance(page, PlainPage) else page for page in together]


@pytest.mark.parametrize(
    "content",
    [
        "q 0 0 100 100 re W n {} Q",
        "{} 1 g 50 690 300 40 re f",
        "1 g {}",
        "3 Tr {}",
        "0 g 50 690 300 40 re f {}",
        "{} 1 G 20 w 50 704 m 300 704 l S",
        "0 0 1 rg 50 690 300 40 re f 0 0 0.99 rg {}",
        "0.9 g 0 0 595 842 re f 0 g {} 0.9 g 50 690 300 40 re f",
        "0.2 g 50 690 300 40 re f 1 g 50 690 300 40 re f 1 g {}",
        "q 50 690 m 50 500 l 51 500 l 51 690 l 50 690 l h W n {} Q",
        "50 480 400 100 re W n {}",
    ],
    ids=[
        "clipped away",
        "covered",
        "white",
        "not painted",
        "black on black",
        "struck out in white",
        "blue on blue",
        "covered by a later band",
        "white on a dark ground painted white again",
        "clipped by a box drawn point by point",
        "clipped with all the rest",
    ],
)
def test_text_that_does_not_show_is_no_glance(make_pdf: MakePdf, line: Line, content: str) -> None:
    painted_late = line(60, 700, "Seen") + "0.9 g 60 500 300 20 re f 0 g "
    hiding = content.replace("{}", line(60, 700, "Janet Lister")) + " 0 Tr 0 g " + line(60, 500, "Seen")
    late, *pages = tasks.read_pages(make_pdf(painted_late, hiding, painted_late, hiding), "", 1, 4)
    assert late.text == pages[1].text == "Seen"
    for page in (pages[0], pages[2]):
        assert page.text == "Seen"
        assert [place.text for place in page.places] == ["Janet Lister"]


@pytest.mark.parametrize("drawn", [True, False], ids=["drawn", "for the reader to draw"])
def test_a_value_set_one_letter_to_a_box_is_read_as_it_is_written(drawn: bool) -> None:
    pdf = pikepdf.new()
    page = pdf.add_blank_page(page_size=(400, 200))
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    fonts = Dictionary(Font=Dictionary(Helv=pdf.make_indirect(font)))
    page.obj.Resources = fonts
    fields = []
    for y, value in ((150, "ORCHARD"), (100, "QQ123456C")):
        field = Dictionary(
            Type=Name.Annot, Subtype=Name.Widget, FT=Name.Tx, T=f"at {y}", V=value, Ff=1 << 24, MaxLen=12, F=4,
            DA="/Helv 12 Tf 0 g", Rect=Array([50, y, 266, y + 20]),
        )  # fmt: skip
        if drawn:
            letters = "".join(f"1 0 0 1 {18 * at + 5} 6 Tm ({letter}) Tj " for at, letter in enumerate(value))
            shown = pdf.make_stream(f"/Tx BMC q BT /Helv 12 Tf {letters}ET Q EMC".encode())
            for key, said in (("/Subtype", Name.Form), ("/BBox", Array([0, 0, 216, 20])), ("/Resources", fonts)):
                shown[key] = said
            field.AP = Dictionary(N=shown)
        fields.append(pdf.make_indirect(field))
    page.obj.Annots = Array(fields)
    pdf.Root.AcroForm = Dictionary(Fields=Array(fields), DA="/Helv 12 Tf 0 g", DR=fonts)
    held = io.BytesIO()
    pdf.save(held)
    (read,) = tasks.read_pages(held.getvalue(), "", 1, 1)
    assert [word.text for word in read.words] == ["ORCHARD", "QQ123456C"]
    assert read.words[0].box.x0 < 60 and read.words[0].box.x1 > 165


def test_a_field_that_is_a_part_of_itself_costs_no_page() -> None:
    with pikepdf.new() as made:
        page = made.add_blank_page(page_size=(300, 300))
        whole = made.make_indirect(pikepdf.Dictionary(T="Partner", V="Oksana Tennant", FT=pikepdf.Name.Tx))
        whole.Parent = whole
        part = pikepdf.Dictionary(
            Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Widget, Rect=[20, 20, 200, 40], T="again", Parent=whole
        )
        page.Annots = made.make_indirect([made.make_indirect(part)])
        made.Root.AcroForm = pikepdf.Dictionary(Fields=[page.Annots[0]])
        held = io.BytesIO()
        made.save(held)
    content = read(held.getvalue())
    assert content.status is not PageStatus.UNREADABLE
    fields = [(place.text, place.detail) for place in content.places if place.where is Where.FORM_FIELD]
    assert fields == [("Oksana Tennant", "field 'Partner.again'")]
