# SPDX-License-Identifier: AGPL-3.0-or-later
"""The tasks other layers submit: what they take, what they refuse and in what words, what they return."""

from __future__ import annotations

import io
import pickle
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pikepdf
import pymupdf
import pytest
from pikepdf import Array, Dictionary, Name, String
from PIL import Image

from redactor.bundle import tasks
from redactor.domain.errors import BadInput
from redactor.domain.geometry import Box
from redactor.domain.pages import PageStatus, Where

ROOT = Path(__file__).resolve().parents[2]
MakePdf = Callable[..., bytes]
Line = Callable[..., str]


@pytest.fixture
def three_pages(make_pdf: MakePdf, line: Line) -> bytes:
    return make_pdf(*(line(100, 700, f"Janet Lister page {n}") for n in (1, 2, 3)))


def test_importing_the_tasks_loads_no_engine() -> None:
    code = (
        "import sys, redactor.bundle.tasks, redactor.bundle.words.search, redactor.workers.pool;"
        "print(sorted({'pymupdf', 'rapidocr', 'onnxruntime', 'cv2', 'numpy', 'spacy', 'PIL'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def cut_short(data: bytes) -> bytes:
    return data[:60]


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "the file is empty"),
        (b"\x01\x02\x00\x03" * 40, "no kind of file that can be opened here"),
        (b"%PDF-1.4\n" + b"nothing of a PDF " * 20, "damaged"),
        (b"\x89PNG\r\n\x1a\n" + bytes(50), "damaged"),
    ],
)
def test_what_cannot_be_opened_is_refused_in_plain_words(
    data: bytes, says: str, capfd: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(BadInput, match=says) as refused:
        tasks.identify(data, "letters/odd.pdf")
    assert refused.value.where == "letters/odd.pdf"
    assert refused.value.do
    assert str(pickle.loads(pickle.dumps(refused.value))) == str(refused.value)
    assert capfd.readouterr() == ("", "")


def test_a_pdf_without_pages_is_refused() -> None:
    held = io.BytesIO()
    pikepdf.new().save(held)
    with pytest.raises(BadInput, match="no pages"):
        tasks.identify(held.getvalue(), "empty.pdf")


def test_a_pdf_cut_short_is_recovered_or_refused(three_pages: bytes) -> None:
    content, _ = tasks.identify(three_pages[:-300], "cut.pdf")
    assert content.pages == 3
    with pytest.raises(BadInput, match="damaged"):
        tasks.identify(three_pages[:40], "cut.pdf")


@pytest.fixture
def locked(make_pdf: MakePdf, line: Line) -> bytes:
    encryption = pikepdf.Encryption(user="swordfish", owner="boss")
    return make_pdf(line(100, 700, "Janet Lister"), save={"encryption": encryption})


def test_a_password_is_asked_for_and_the_right_one_found(locked: bytes) -> None:
    with pytest.raises(BadInput, match="needs a password"):
        tasks.identify(locked, "a.pdf")
    with pytest.raises(BadInput, match="does not open"):
        tasks.identify(locked, "a.pdf", ("guess", "other"))
    content, password = tasks.identify(locked, "a.pdf", ("guess", "swordfish"))
    assert (content.pages, password) == (1, "swordfish")
    assert tasks.read_pages(locked, password, 1, 1)[0].text == "Janet Lister"
    assert tasks.page_pixels(locked, password, 1, 0.2).shape[1] == 119
    ((first, last, part),) = tasks.split_parts(locked, password)
    assert (first, last, tasks.read_pages(part, "", 1, 1)[0].text) == (1, 1, "Janet Lister")
    with pytest.raises(BadInput, match="password"):
        tasks.read_pages(locked, "", 1, 1)


def test_a_pdf_with_an_owner_password_only_needs_none(make_pdf: MakePdf, line: Line) -> None:
    data = make_pdf(line(100, 700, "Janet"), save={"encryption": pikepdf.Encryption(user="", owner="boss")})
    assert tasks.identify(data, "a.pdf")[1] == ""
    assert tasks.read_pages(data, "", 1, 1)[0].text == "Janet"


XMP = """<?xpacket begin=''?><x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF
 xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'><rdf:Description xmlns:dc='http://purl.org/dc/elements/1.1/'
 xmlns:pdf='http://ns.adobe.com/pdf/1.3/' pdf:Keywords='Iris &amp; Rory'><dc:creator><rdf:Seq><rdf:li>Janet Lister
</rdf:li></rdf:Seq></dc:creator><dc:date>2024-01-02</dc:date></rdf:Description></rdf:RDF></x:xmpmeta>"""


def test_metadata_of_both_kinds_with_their_keys(make_pdf: MakePdf) -> None:
    def change(pdf: pikepdf.Pdf, _: list[Any]) -> None:
        pdf.docinfo["/Author"] = String("Tobias Moran")
        pdf.docinfo["/Case"] = String("Bannister, Priscilla")
        pdf.docinfo["/Producer"] = String("Crystal Reports")
        pdf.docinfo["/CreationDate"] = String("D:20240102030405Z")
        pdf.Root.Metadata = pdf.make_stream(XMP.encode(), Type=Name.Metadata, Subtype=Name.XML)

    content, _ = tasks.identify(make_pdf("", change=change, save={"fix_metadata_version": False}), "a.pdf")
    found = {(place.detail, place.text) for place in content.places if place.where is Where.METADATA}
    assert found == {
        ("Author", "Tobias Moran"),
        ("Case", "Bannister, Priscilla"),
        ("Producer", "Crystal Reports"),
        ("dc:creator", "Janet Lister"),
        ("pdf:Keywords", "Iris & Rory"),
    }
    assert content.producer == "Crystal Reports"


def test_bookmarks_with_their_pages(three_pages: bytes) -> None:
    document = pymupdf.open(stream=three_pages)
    document.set_toc([[1, "Referral", 1], [2, "Re Simon Bannister", 3]])
    content, _ = tasks.identify(document.tobytes(), "a.pdf")
    marks = [(place.text, place.page) for place in content.places if place.where is Where.BOOKMARK]
    assert marks == [("Referral", 1), ("Re Simon Bannister", 3)]


def test_attachments_from_the_document_and_from_paper_clips(three_pages: bytes) -> None:
    document = pymupdf.open(stream=three_pages)
    document.embfile_add("note.txt", b"Call Graham Crane", filename="note.txt", desc="From Iris Bannister")
    document.embfile_add("scan.pdf", three_pages, filename="scan.pdf")
    document[1].add_file_annot((50, 50), b"\x00\x01\x02", "odd.bin")
    content, _ = tasks.identify(document.tobytes(), "a.pdf")
    assert {item.name: item.data for item in content.attachments} == {
        "note.txt": b"Call Graham Crane",
        "scan.pdf": three_pages,
        "odd.bin": b"\x00\x01\x02",
    }
    said = {(place.detail, place.text) for place in content.places if place.where is Where.ATTACHMENT}
    assert said == {("note.txt", "Call Graham Crane"), ("description of note.txt", "From Iris Bannister")}


def test_an_xfa_forms_values_are_places(make_pdf: MakePdf) -> None:
    def change(pdf: pikepdf.Pdf, _: list[Any]) -> None:
        xml = b"<xfa:datasets xmlns:xfa='x'><xfa:data><kin>Oksana Tennant</kin></xfa:data></xfa:datasets>"
        pdf.Root.AcroForm = Dictionary(Fields=Array([]), XFA=Array([String("datasets"), pdf.make_stream(xml)]))

    content, _ = tasks.identify(make_pdf("", change=change), "a.pdf")
    assert [(place.where, place.text) for place in content.places if "XFA" in place.detail] == [
        (Where.FORM_FIELD, "Oksana Tennant")
    ]


@pytest.mark.parametrize("kind", ["TIFF", "PNG", "JPEG"])
def test_pictures_are_documents_whose_pages_need_ocr(kind: str) -> None:
    pages = [Image.fromarray(np.full((300, 400, 3), shade, np.uint8)) for shade in (255, 250)]
    for page in pages:
        page.paste((0, 0, 0), (50, 50, 200, 60))
    held = io.BytesIO()
    if kind == "TIFF":
        pages[0].save(held, kind, save_all=True, append_images=pages[1:], dpi=(100, 100))
    else:
        exif = pages[0].getexif()
        exif[0x013B] = "Janet Lister"
        pages[0].save(held, kind, dpi=(100, 100), exif=exif)
    data = held.getvalue()
    content, _ = tasks.identify(data, "scan")
    assert content.pages == (2 if kind == "TIFF" else 1)
    (page,) = tasks.read_pages(data, "", 1, 1)
    assert (page.status, page.words) == (PageStatus.NEEDS_OCR, ())
    assert (page.width, page.height) == pytest.approx((288, 216), abs=2)
    if kind == "JPEG":
        assert [(place.detail, place.text) for place in content.places] == [("EXIF Artist", "Janet Lister")]
    ((first, last, part),) = tasks.split_parts(data, "", 2)
    assert (first, last, part[:5]) == (1, content.pages, b"%PDF-")


def test_pixels_of_a_page_and_of_a_part_of_it(three_pages: bytes) -> None:
    whole = tasks.page_pixels(three_pages, "", 2, 1.5)
    assert (whole.shape, whole.dtype) == ((1263, 893, 3), np.uint8)
    clip = Box(90, 120, 250, 150)
    cut = tasks.page_pixels(three_pages, "", 2, 1.5, clip)
    assert cut.shape == (45, 240, 3)
    assert (whole[180:225, 135:375] == cut).all()
    assert cut.min() < 100


def test_a_clip_off_the_page_and_a_page_that_is_not_there_are_refused(three_pages: bytes) -> None:
    with pytest.raises(BadInput, match="not on the page"):
        tasks.page_pixels(three_pages, "", 1, 1.0, Box(2000, 2000, 2100, 2100))
    with pytest.raises(BadInput, match="cannot be drawn"):
        tasks.page_pixels(three_pages, "", 9, 1.0)


def test_parts_hold_all_pages_in_order_with_their_fields(three_pages: bytes) -> None:
    document = pymupdf.open(stream=three_pages)
    field = pymupdf.Widget()
    field.field_name, field.field_value, field.field_type = "kin", "Oksana", pymupdf.PDF_WIDGET_TYPE_TEXT
    field.rect = pymupdf.Rect(100, 200, 300, 220)
    document[2].add_widget(field)
    parts = tasks.split_parts(document.tobytes(), "", 2)
    assert [(first, last) for first, last, _ in parts] == [(1, 2), (3, 3)]
    pages = [page for first, last, data in parts for page in tasks.read_pages(data, "", 1, last - first + 1, first - 1)]
    whole = tasks.read_pages(document.tobytes(), "", 1, 3)
    assert [(page.page, page.words, page.places) for page in pages] == [(p.page, p.words, p.places) for p in whole]
    assert "Oksana" in pages[2].text


def test_results_can_be_pickled(three_pages: bytes) -> None:
    for result in (
        tasks.identify(three_pages, "a.pdf"),
        tasks.read_pages(three_pages, "", 1, 3),
    ):
        assert pickle.loads(pickle.dumps(result)) == result


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "utf-16"])
def test_a_text_file_becomes_a_pdf_with_all_its_words(encoding: str) -> None:
    text = "Call Siân O’Neill\n\n" + "\n".join(f"line {n} about Janet Lister & <others>" for n in range(120))
    made = tasks.convert(text.encode(encoding), "note.txt", "text").pdf
    content, _ = tasks.identify(made, "note.txt")
    pages = tasks.read_pages(made, "", 1, content.pages)
    assert content.pages > 1
    assert " ".join(page.text for page in pages).split() == text.split()


def test_what_is_no_text_is_not_made_a_pdf() -> None:
    with pytest.raises(BadInput, match="not a text file"):
        tasks.convert(bytes(range(256)), "odd.bin", "text")


def test_a_page_too_large_to_draw_at_once_is_refused(three_pages: bytes) -> None:
    with pytest.raises(BadInput, match="too large to draw"):
        tasks.page_pixels(three_pages, "", 1, 100.0)
    assert tasks.page_pixels(three_pages, "", 1, 100.0, Box(100, 100, 101, 101)).shape[1] == 100
