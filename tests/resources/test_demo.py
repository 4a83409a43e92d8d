# SPDX-License-Identifier: AGPL-3.0-or-later
"""The demo bundle that ships, held against its truth: every mention is on its page, under its boxes."""

from __future__ import annotations

import json
import re
import unicodedata
from collections import defaultdict
from functools import cache
from pathlib import Path
from typing import Any

import pymupdf
import pytest
from stdnum.gb import nhs, upn

from redactor.domain.catalogue import RESOURCES, reason, requesters

DEMO = RESOURCES / "demo"
TRUTH: dict[str, Any] = json.loads((DEMO / "truth.json").read_text(encoding="utf-8"))
CASE: dict[str, Any] = json.loads((DEMO / "case.json").read_text(encoding="utf-8"))
FILES = {entry["file"]: entry for entry in TRUTH["files"]}
PEOPLE = {person["id"]: person for person in TRUTH["people"]}
DIGITAL = [name for name, entry in FILES.items() if not entry["scanned"]]
SCANS = [name for name, entry in FILES.items() if entry["scanned"]]
DPI = 150


def mentions(name: str, *where: str) -> list[dict[str, Any]]:
    return [m for m in TRUTH["mentions"] if m["file"] == name and m["where"] in where]


@cache
def opened(name: str) -> pymupdf.Document:
    """The document with its form fields drawn into the page, as a reader sees it."""
    document = pymupdf.open(DEMO / name)
    document.bake(annots=False)
    return document


@cache
def letters(name: str, page: int) -> list[tuple[str, pymupdf.Point]]:
    """Every letter of a page with the middle of its box."""
    found = []
    for block in opened(name)[page - 1].get_text("rawdict")["blocks"]:
        for line in block.get("lines", ()):
            for span in line["spans"]:
                for char in span["chars"]:
                    x0, y0, x1, y1 = char["bbox"]
                    found.append((char["c"], pymupdf.Point((x0 + x1) / 2, (y0 + y1) / 2)))
    return found


def squeezed(text: str) -> str:
    """Without blanks, and with ligatures taken apart."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))


def under(name: str, page: int, boxes: list[list[float]]) -> str:
    """The letters whose middles lie in ``boxes``, box by box, without blanks."""
    rects = [pymupdf.Rect(box) for box in boxes]
    return "".join(squeezed("".join(c for c, middle in letters(name, page) if middle in rect)) for rect in rects)


def ink(page: pymupdf.Page, boxes: list[list[list[float]]]) -> list[float]:
    """For each list of boxes the share of the darkest tenth of what the page has, 0 (paper) to 1."""
    pixels = page.get_pixmap(dpi=DPI, colorspace=pymupdf.csGRAY)
    scale = DPI / 72
    shares = []
    for group in boxes:
        dark = total = 0
        for x0, y0, x1, y1 in group:
            for row in range(int(y0 * scale), min(int(y1 * scale) + 1, pixels.height)):
                line = pixels.samples_mv[
                    row * pixels.stride + int(x0 * scale) : row * pixels.stride + int(x1 * scale) + 1
                ]
                dark += sum(value < 128 for value in line)
                total += len(line)
        shares.append(dark / total)
    return shares


def test_the_bundle_is_what_a_file_on_one_person_looks_like() -> None:
    assert {path.name for path in DEMO.glob("*.pdf")} == set(FILES)
    assert len(FILES) >= 10
    assert 35 <= sum(entry["pages"] for entry in FILES.values()) <= 45
    for name, entry in FILES.items():
        assert len(pymupdf.open(DEMO / name)) == entry["pages"], name
    producers = " ".join(pymupdf.open(DEMO / name).metadata["producer"] for name in FILES)
    assert all(maker in producers for maker in ("LibreOffice", "ReportLab", "MuPDF", "OfficeScan"))
    size = sum(path.stat().st_size for path in DEMO.rglob("*") if path.is_file() and path.suffix != ".pyc")
    assert size < 3_000_000


def test_who_appears() -> None:
    roles = defaultdict(list)
    for person in PEOPLE.values():
        roles[person["role"]].append(person)
    assert [person["name"] for person in roles["subject"]] == ["Keira Louise Dunmore"]
    assert 12 <= len(roles["third_party"]) <= 18
    assert len(roles["professional"]) >= 12
    kinds = {person["profession"] for person in roles["professional"]}
    assert kinds == {"health", "social_work", "education", "police", "other"}
    seen = {m["person"] for m in TRUTH["mentions"]}
    assert seen == set(PEOPLE)
    assert any(person["dead"] for person in roles["third_party"])


def test_every_kind_of_place_holds_a_mention() -> None:
    places = {m["where"] for m in TRUTH["mentions"]}
    assert places == {"page", "form_field", "annotation", "bookmark", "metadata", "filename"}


@pytest.mark.parametrize("name", DIGITAL)
def test_under_every_box_stands_what_the_truth_says(name: str) -> None:
    on_page = mentions(name, "page", "form_field")
    assert on_page
    wrong = [m for m in on_page if under(name, m["page"], m["boxes"]) != squeezed(m["text"])]
    assert wrong == []


@pytest.mark.parametrize("name", DIGITAL)
def test_no_third_partys_name_stands_outside_the_boxes(name: str) -> None:
    """Looked for from the other side: every alias of four letters or more, anywhere in the page's text."""
    aliases = {
        alias
        for person in PEOPLE.values()
        if person["role"] == "third_party"
        for alias in person["aliases"]
        # April is a month as well; the truth tells the girl from the month by what stands round it.
        if len(alias) > 3 and alias != "April"
    }
    pattern = re.compile(r"\b(?:" + "|".join(map(re.escape, sorted(aliases, key=len, reverse=True))) + r")\b")
    for number in range(1, FILES[name]["pages"] + 1):
        left = letters(name, number)
        rects = [
            pymupdf.Rect(b) for m in mentions(name, "page", "form_field") if m["page"] == number for b in m["boxes"]
        ]
        text = "".join(c for c, _ in left)
        for match in pattern.finditer(text):
            middles = [middle for c, middle in left[match.start() : match.end()] if not c.isspace()]
            assert all(any(middle in rect for rect in rects) for middle in middles), (number, match[0])


@pytest.mark.parametrize("name", list(FILES))
def test_every_box_lies_on_ink(name: str) -> None:
    for number, page in enumerate(opened(name), 1):
        here = [m for m in mentions(name, "page", "form_field") if m["page"] == number]
        for mention, share in zip(here, ink(page, [m["boxes"] for m in here]), strict=True):
            assert share > 0.03, (number, mention["text"], share)
            for x0, y0, x1, y1 in mention["boxes"]:
                assert 0 <= x0 < x1 <= page.rect.width, mention
                assert 0 <= y0 < y1 <= page.rect.height, mention


@pytest.mark.parametrize("name", SCANS)
def test_a_scan_has_no_text_and_lies_a_little_askew(name: str) -> None:
    document = pymupdf.open(DEMO / name)
    for page in document:
        assert page.get_text().strip() == ""
        assert len(page.get_images()) == 1
    assert len(mentions(name, "page")) > 15
    filters = {document.extract_image(page.get_images()[0][0])["bpc"] for page in document}
    assert filters <= {1, 8}


def test_the_two_scans_are_packed_differently() -> None:
    kinds = {pymupdf.open(DEMO / name)[0].get_images()[0][8] for name in SCANS}
    assert kinds == {"CCITTFaxDecode", "DCTDecode"}


def test_one_document_is_there_twice_in_other_bytes() -> None:
    copies = [(name, entry["copy_of"]) for name, entry in FILES.items() if entry["copy_of"]]
    assert len(copies) == 1
    copy, original = copies[0]
    assert (DEMO / copy).read_bytes() != (DEMO / original).read_bytes()
    texts = [[page.get_text("words") for page in pymupdf.open(DEMO / name)] for name in (copy, original)]
    assert [[word[4] for word in page] for page in texts[0]] == [[word[4] for word in page] for page in texts[1]]
    assert len(mentions(copy, "page")) == len(mentions(original, "page")) > 40


def test_the_form_is_a_form_and_filled_in() -> None:
    document = pymupdf.open(DEMO / "14 Pathway plan - about me.pdf")
    fields = {widget.field_name: widget.field_value for page in document for widget in page.widgets()}
    assert fields["name"] == "Keira Louise Dunmore"
    assert fields["emergency"] == "Sheila Allsop (Nan) 07700 900185"
    values = squeezed(" ".join(str(value) for value in fields.values()))
    for mention in mentions("14 Pathway plan - about me.pdf", "form_field"):
        assert squeezed(mention["text"]) in values


def test_mentions_off_the_page_are_where_the_truth_says() -> None:
    for name in FILES:
        document = pymupdf.open(DEMO / name)
        texts = {
            "filename": name,
            "metadata": f"{document.metadata['title']} | {document.metadata['author']}",
            "bookmark": " | ".join(title for _, title, _ in document.get_toc()),
            "annotation": " | ".join(
                f"{a.info['title']}: {a.info['content']}" for page in document for a in page.annots()
            ),
        }
        for mention in mentions(name, *texts):
            assert mention["text"] in texts[mention["where"]], mention


def test_identifiers_are_sound_in_form_and_nobodys() -> None:
    by_label = defaultdict(set)
    for mention in TRUTH["mentions"]:
        by_label[mention["label"]].add(mention["text"])
    assert {"NHS_NUMBER", "UPN", "PHONE", "EMAIL", "NINO", "POSTCODE"} <= set(by_label)
    assert all(nhs.is_valid(number) and number.startswith("999") for number in by_label["NHS_NUMBER"])
    assert all(upn.is_valid(number) for number in by_label["UPN"])
    assert all(re.fullmatch(r"07700 900\d{3}", number) for number in by_label["PHONE"])
    assert all(address.endswith(".example") for address in by_label["EMAIL"])
    assert all(number.startswith("TN") for number in by_label["NINO"])
    # KM is no postcode area.
    assert all(re.fullmatch(r"KM\d \d[A-Z]{2}", code) for code in by_label["POSTCODE"])
    assert {"CAR_REG", "SORT_CODE", "ACCOUNT", "DOB", "ADDRESS", "RELATION"} <= set(by_label)


def test_passages_to_be_held_back_stand_whole_on_their_page() -> None:
    for passage in TRUTH["passages"]:
        assert under(passage["file"], passage["page"], passage["boxes"]) == squeezed(passage["text"])
    assert sorted(p["reason"] for p in TRUTH["passages"]) == ["H-HARM", "LPP", "SW-HARM"]


def test_the_demo_decides_on_exactly_those_passages() -> None:
    decided = {(p["file"], p["page"], p["text"], p["reason"]) for p in CASE["harm"] + CASE["passages"]}
    assert decided == {(p["file"], p["page"], p["text"], p["reason"]) for p in TRUTH["passages"]}
    assert len(CASE["harm"]) == 2
    for passage in CASE["harm"] + CASE["passages"]:
        ground = reason(passage["reason"])
        assert ground.missing(passage["fields"]) == []
        assert set(passage["fields"]) == {name for name, _ in ground.fields}
        assert not ground.requesters
    assert all(reason(passage["reason"]).harm for passage in CASE["harm"])
    assert all(re.fullmatch(r"today-\d+", p["fields"]["opinion_date"]) for p in CASE["harm"])


def test_the_demo_case_is_about_the_subject() -> None:
    assert CASE["requester"] in requesters()
    subject = next(person for person in PEOPLE.values() if person["role"] == "subject")
    assert set(CASE["aliases"]) | {CASE["subject"]} <= set(subject["aliases"])
    assert CASE["dob"] == "2007-03-14"
    assert len({CASE["caseworker"], CASE["team_lead"], *(p["name"] for p in PEOPLE.values())}) == len(PEOPLE) + 2


def test_the_script_that_made_it_is_kept_with_its_texts() -> None:
    texts = [path.read_text(encoding="utf-8") for path in sorted((DEMO / "make" / "text").glob("*.txt"))]
    made = {match[1] for text in texts if (match := re.search(r"^% file: (.+)$", text, re.M))}
    assert made == {name for name, entry in FILES.items() if not entry["copy_of"]}
    assert (Path(DEMO) / "make" / "make.py").exists()
