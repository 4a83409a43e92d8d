# SPDX-License-Identifier: AGPL-3.0-or-later
"""Every rule of the verification is broken on purpose, and must notice."""

from __future__ import annotations

import io
import json
import re
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pikepdf
import pymupdf
import pytest
from PIL import Image, ImageDraw

from redactor.release.burn.fonts import face, invisible
from redactor.release.export import VerificationReport
from tests.release.papers import SECRET, Case, every_kind
from tests.release.surgery import Parts, operate

#: In the bundle: the cover, then document 1 page 1 (typed), its slip sheet, a fax, a photographed page.
COVER, TYPED, SLIP, FAX, PHOTO = range(5)


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> tuple[Case, Path]:
    case = every_kind()
    return case, case.release(tmp_path_factory.mktemp("good") / "out").folder


@pytest.fixture
def copy(good: tuple[Case, Path], tmp_path: Path) -> Path:
    return Path(shutil.copytree(good[1], tmp_path / "out"))


def broken_rules(case: Case, folder: Path) -> set[str]:
    """The rules that do not hold, apart from the manifest's hashes, which notice any change at all."""
    return rules_broken(case.verify(folder))


def rules_broken(report: VerificationReport) -> set[str]:
    """As :func:`broken_rules`, of a verification that was made."""
    assert report.verified == all(rule.passed for rule in report.rules)
    for problem in report.problems:
        assert SECRET.split()[0].lower() not in problem.lower(), "a problem never quotes what was held back"
    return {rule.rule for rule in report.rules if not rule.passed} - {"manifest"}


def in_content(page: int, change: Callable[[bytes], bytes]) -> Callable[[Parts], None]:
    def operation(parts: Parts) -> None:
        number = parts.content(parts.page(page))
        before = parts.inflate(number)
        after = change(before)
        assert after != before
        parts.deflate(number, after)

    return operation


def in_page(page: int, old: bytes, new: bytes) -> Callable[[Parts], None]:
    return lambda parts: parts.sub(parts.page(page), old, new)


def in_pixels(page: int, change: Callable[[np.ndarray], None]) -> Callable[[Parts], None]:
    """Change the four-bit grey levels of a typed page's picture."""

    def operation(parts: Parts) -> None:
        number = parts.picture(parts.page(page))
        entries = parts.streams[number][0]
        width, height = (int(re.search(rb"/%s (\d+)" % key, entries)[1]) for key in (b"Width", b"Height"))
        packed = np.frombuffer(parts.inflate(number), dtype=np.uint8).reshape(height, -(-width // 2)).copy()
        levels = np.stack((packed >> 4, packed & 15), axis=2).reshape(height, -1)
        change(levels)
        parts.deflate(number, ((levels[:, 0::2] << 4) | levels[:, 1::2]).astype(np.uint8).tobytes())

    return operation


def first_word(data: bytes) -> re.Match[bytes]:
    found = re.search(rb"\d+ \d+ Td <((?:[0-9A-F]{4})+)> Tj", data)
    assert found
    return found


def without_a_word(data: bytes) -> bytes:
    found = re.search(rb" -?\d+ -?\d+ Td <(?:[0-9A-F]{4})+> Tj ET Q", data)
    assert found
    return data.replace(found[0], b" ET Q", 1)


def with_a_word(data: bytes, text: str = "extra") -> bytes:
    return data.replace(b" ET Q", b" 5 0 Td " + invisible(text)[:-1] + b"0020> Tj ET Q", 1)


def swap_words(data: bytes) -> bytes:
    one, other = re.findall(rb"<(?:[0-9A-F]{4})+0020> Tj", data)[:2]
    return data.replace(one, b"@", 1).replace(other, one, 1).replace(b"@", other, 1)


def secret_in_the_layer_in_two_pieces(data: bytes) -> bytes:
    return with_a_word(with_a_word(data, "Kay"), "leigh")


def move_a_word(data: bytes) -> bytes:
    found = re.search(rb"Tr (?:\d+ Tz )?(\d+) (\d+) Td", data)
    assert found
    return data.replace(found[0], found[0].replace(b" %s Td" % found[2], b" %d Td" % (int(found[2]) - 60)), 1)


def print_label(text: str) -> Callable[[bytes], bytes]:
    def change(data: bytes) -> bytes:
        label = face().encode("1  Another person")
        assert label in data
        return data.replace(label, face().encode(text), 1)

    return change


def cover_a_line(data: bytes) -> bytes:
    return data + b"/Artifact BMC\n1 g\n60 700 300 40 re f\nEMC\n"


def print_in_the_open(data: bytes) -> bytes:
    return data + b"/Artifact BMC\nBT /S 9 Tf 60 400 Td " + face().encode("Another person") + b" Tj ET\nEMC\n"


def one_pixel_in_a_box(levels: np.ndarray) -> None:
    row = int(np.argmax((levels == 13).sum(axis=1))) + 12
    in_box = np.flatnonzero(levels[row] == 13)
    levels[row, in_box[len(in_box) // 2]] = 12


def name_in_the_margin(levels: np.ndarray) -> None:
    picture = Image.fromarray((levels * 17).astype(np.uint8))
    ImageDraw.Draw(picture).text((1000, 1500), SECRET, fill=0, font_size=44)
    levels[:] = np.asarray(picture) // 17


def one_line_gone(levels: np.ndarray) -> None:
    rows = np.flatnonzero((levels < 8).any(axis=1))
    levels[rows[0] : rows[0] + 40] = 15


def another_box_over_words(levels: np.ndarray) -> None:
    rows = np.flatnonzero((levels < 8).any(axis=1))
    levels[rows[0] - 4 : rows[0] + 40, 170:600] = 13


def other_boxes_moved(levels: np.ndarray) -> None:
    levels[:] = np.roll(levels, 260, axis=1)


def swap_pictures(parts: Parts) -> None:
    one, other = parts.picture(parts.page(FAX)), parts.picture(parts.page(PHOTO))
    parts.streams[one], parts.streams[other] = parts.streams[other], parts.streams[one]


def drop_a_page(parts: Parts) -> None:
    page = b"%d 0 R" % parts.page(PHOTO)
    leaf = parts.find(rb"^<</Type/Pages/Parent")
    parts.sub(leaf, b" " + page, b"")
    parts.sub(leaf, b"/Count 5", b"/Count 4")
    parts.sub(parts.find(rb"^<</Type/Pages/Count"), b"/Count 5", b"/Count 4")


def swap_pages(parts: Parts) -> None:
    one, other = b"%d 0 R" % parts.page(FAX), b"%d 0 R" % parts.page(PHOTO)
    leaf = parts.find(rb"^<</Type/Pages/Parent")
    parts.sub(leaf, one + b" " + other, other + b" " + one)


def another_font(parts: Parts) -> None:
    number = next(n for n, (entries, _) in parts.streams.items() if b"/Length1" in entries)
    data = bytearray(parts.inflate(number))
    data[-3] ^= 1
    parts.deflate(number, bytes(data))


def another_map(parts: Parts) -> None:
    number = next(n for n in parts.streams if b"beginbfrange" in _inflated(parts, n))
    parts.deflate(number, parts.inflate(number).replace(b"<0041>", b"<0042>", 1).replace(b"<4100>", b"<4200>", 1))


def a_map_with_a_comment(parts: Parts) -> None:
    number = next(n for n in parts.streams if b"beginbfrange" in _inflated(parts, n))
    parts.deflate(number, parts.inflate(number) + b"% hello\n")


def another_width(parts: Parts) -> None:
    number = parts.find(rb"/W\[")
    parts.bodies[number] = re.sub(rb"/W\[(\d+)\[(\d+)\]", rb"/W[\1[77]", parts.bodies[number], count=1)


def _inflated(parts: Parts, number: int) -> bytes:
    return parts.inflate(number) if b"/FlateDecode" in parts.streams[number][0] else b""


def after_picture_data(page: int) -> Callable[[Parts], None]:
    def operation(parts: Parts) -> None:
        number = parts.picture(parts.page(page))
        entries, data = parts.streams[number]
        parts.streams[number] = (entries, data + b"more of it")

    return operation


def comment_in_jpeg(parts: Parts) -> None:
    number = parts.picture(parts.page(PHOTO))
    entries, data = parts.streams[number]
    parts.streams[number] = (entries, data[:2] + b"\xff\xfe\x00\x08secret" + data[2:])


def extra_picture_row(parts: Parts) -> None:
    number = parts.picture(parts.page(TYPED))
    parts.deflate(number, parts.inflate(number) + bytes(827))


def extra_key(parts: Parts) -> None:
    parts.sub(parts.root, b"/Lang(en-GB)", b"/Lang(en-GB)/PageMode/UseOutlines")


def add_metadata(parts: Parts) -> None:
    stream = parts.add_stream(b"/Type/Metadata/Subtype/XML", b"<x>harmless</x>")
    parts.sub(parts.root, b"/Lang(en-GB)", b"/Lang(en-GB)/Metadata %d 0 R" % stream)


def metadata_that_says_more(parts: Parts) -> None:
    number = next(n for n, (entries, _) in parts.streams.items() if b"/Metadata" in entries)
    entries, data = parts.streams[number]
    more = b"<pdfuaid:part>1</pdfuaid:part><dc:creator>somebody</dc:creator>"
    parts.streams[number] = (entries, data.replace(b"<pdfuaid:part>1</pdfuaid:part>", more))


def metadata_of_another_title(parts: Parts) -> None:
    number = next(n for n, (entries, _) in parts.streams.items() if b"/Metadata" in entries)
    entries, data = parts.streams[number]
    parts.streams[number] = (entries, re.sub(rb'(x-default">)[^<]*', rb"\1The file on somebody", data))


def read_in_another_order(parts: Parts) -> None:
    division = next(n for n, body in sorted(parts.bodies.items()) if body.startswith(b"<</Type/StructElem/S/Div"))
    kids = re.search(rb"/K\[(\d+ 0 R) (\d+ 0 R)", parts.bodies[division])
    assert kids
    parts.sub(division, kids[0], b"/K[" + kids[2] + b" " + kids[1])


def a_box_read_out_twice(parts: Parts) -> None:
    number = parts.find(rb"/S/Span.*/Alt\(Redacted")
    parent = re.search(rb"/P (\d+) 0 R", parts.bodies[number])
    assert parent
    own = b"%d 0 R" % number
    parts.sub(int(parent[1]), own, own + b" " + own)


def content_of_another_owner(parts: Parts) -> None:
    owners = next(n for n, body in sorted(parts.bodies.items()) if re.match(rb"\[\d+ 0 R \d+ 0 R \d+ 0 R", body))
    one, other = re.findall(rb"\d+ 0 R", parts.bodies[owners])[:2]
    parts.bodies[owners] = parts.bodies[owners].replace(one, b"@", 1).replace(other, one, 1).replace(b"@", other, 1)


def content_nothing_knows(data: bytes) -> bytes:
    marks = len(re.findall(rb"MCID", data))
    return data + b"/P<</MCID %d>>BDC\nEMC\n" % marks


def add_script(parts: Parts) -> None:
    parts.sub(parts.root, b"/Lang(en-GB)", b"/Lang(en-GB)/OpenAction<</S/JavaScript/JS(1)>>")


def add_author(parts: Parts) -> None:
    parts.sub(parts.info, b"<</Title", b"<</Author(Somebody)/Title")


def another_title(parts: Parts) -> None:
    parts.bodies[parts.info] = b"<</Title(File on somebody)>>"


def an_object_nobody_needs(parts: Parts) -> None:
    parts.add(b"<</Type/StructElem/S/P>>")


def a_stream_nobody_needs(parts: Parts) -> None:
    parts.add_stream(b"/Filter/FlateDecode", zlib_of(b"left over"))


def zlib_of(data: bytes) -> bytes:
    import zlib

    return zlib.compress(data)


def change_alt(new: bytes) -> Callable[[Parts], None]:
    def operation(parts: Parts) -> None:
        number = parts.find(rb"/Alt\(Redacted")
        parts.bodies[number] = re.sub(rb"/Alt\([^)]*\)*\)", b"/Alt" + new, parts.bodies[number], count=1)

    return operation


def a_bookmark_with_a_name(parts: Parts) -> None:
    parts.sub(parts.find(rb"^<</Title\(Document 1\)"), b"(Document 1)", b"(Assessment)")


def shifted_picture(data: bytes) -> bytes:
    return re.sub(rb" 0 ([\d.]+) cm", rb" 5 \1 cm", data, count=1)


def unstamped(data: bytes) -> bytes:
    return b"\n".join(line for line in data.split(b"\n") if b" 1 Tr " not in line)


OPERATIONS: dict[str, tuple[str, Callable[[Parts], None]]] = {
    "a stray key": ("grammar", extra_key),
    "metadata": ("grammar", add_metadata),
    "metadata that says more": ("grammar", metadata_that_says_more),
    "metadata of another title": ("grammar", metadata_of_another_title),
    "read aloud in another order": ("grammar", read_in_another_order),
    "a box read aloud twice": ("grammar", a_box_read_out_twice),
    "content that belongs to another element": ("grammar", content_of_another_owner),
    "content that the structure does not know": ("grammar", in_content(TYPED, content_nothing_knows)),
    "a script": ("grammar", add_script),
    "an author": ("grammar", add_author),
    "another title": ("grammar", another_title),
    "an annotation": (
        "grammar",
        in_page(TYPED, b"/Tabs/S", b"/Tabs/S/Annots[<</Type/Annot/Subtype/Text/Rect[0 0 1 1]>>]"),
    ),
    "a crop box": ("grammar", in_page(TYPED, b"/Tabs/S", b"/Tabs/S/CropBox[0 0 300 300]")),
    "an object nobody needs": ("grammar", an_object_nobody_needs),
    "a stream nobody needs": ("grammar", a_stream_nobody_needs),
    "a bookmark with a name": ("grammar", a_bookmark_with_a_name),
    "a comment in the content": ("grammar", in_content(TYPED, lambda data: data + b"% hello\n")),
    "a string that is not shown": (
        "grammar",
        in_content(TYPED, lambda data: data + b"/Artifact BMC\n(hello) pop\nEMC\n"),
    ),
    "an offset of a tenth of a point": (
        "grammar",
        in_content(TYPED, lambda data: data.replace(b" 0 Td <", b".5 0 Td <", 1)),
    ),
    "data after a packed picture": ("grammar", after_picture_data(TYPED)),
    "data after a fax": ("grammar", after_picture_data(FAX)),
    "data after a photograph": ("grammar", after_picture_data(PHOTO)),
    "a comment in a photograph": ("grammar", comment_in_jpeg),
    "a row too many": ("grammar", extra_picture_row),
    "a font that is not ours": ("fonts", another_font),
    "a letter that reads as another": ("fonts", another_map),
    "a comment in a map": ("fonts", a_map_with_a_comment),
    "a width that is not the letter's": ("grammar", another_width),
    "a secret in an alternate text": ("terms", change_alt(b"(Redacted: Kayleigh)")),
    "a secret in hex in an alternate text": (
        "terms",
        change_alt(b"<" + "Kayleigh".encode("utf-16-be").hex().encode() + b">"),
    ),
    "another alternate text": ("printed", change_alt(b"(Redacted: her aunt)")),
    "a secret in the content": ("terms", in_content(TYPED, lambda data: data + b"% KAYLEIGH\n")),
    "a secret on a label": ("terms", in_content(TYPED, print_label("Kayleigh"))),
    "a label that tells": ("printed", in_content(TYPED, print_label("1  Her aunt"))),
    "a label of another number": ("printed", in_content(TYPED, print_label("9  Another person"))),
    "a label in the open": ("printed", in_content(TYPED, print_in_the_open)),
    "words on the slip sheet": ("printed", in_content(SLIP, print_in_the_open)),
    "a cover over words": ("pages", in_content(TYPED, cover_a_line)),
    "a picture moved": ("pages", in_content(TYPED, shifted_picture)),
    "a picture shown twice": (
        "grammar",
        in_content(TYPED, lambda d: d.replace(b"/P Do Q", b"/P Do Q\nq 9 0 0 9 0 0 cm /P Do Q", 1)),
    ),
    "a missing page": ("pages", drop_a_page),
    "pages in another order": ("source", swap_pages),
    "the picture of another page": ("source", swap_pictures),
    "a missing word": ("words", in_content(TYPED, without_a_word)),
    "an extra word": ("words", in_content(TYPED, with_a_word)),
    "words in another order": ("words", in_content(TYPED, swap_words)),
    "words in another place": ("words", in_content(TYPED, move_a_word)),
    "a secret split over two runs": ("words", in_content(TYPED, secret_in_the_layer_in_two_pieces)),
    "words on the cover": (
        "words",
        in_content(COVER, lambda d: d + b"/P<</MCID 999>>BDC\nq BT /G 9 Tf 3 Tr 9 9 Td <00410020> Tj ET Q\nEMC\n"),
    ),
    "one pixel in a box": ("boxes", in_pixels(TYPED, one_pixel_in_a_box)),
    "boxes over other words": ("boxes", in_pixels(TYPED, other_boxes_moved)),
    "a name in the pixels": ("source", in_pixels(TYPED, name_in_the_margin)),
    "a line gone from the pixels": ("source", in_pixels(TYPED, one_line_gone)),
    "a box where the plan has none": ("source", in_pixels(TYPED, another_box_over_words)),
}


@pytest.mark.parametrize("what", OPERATIONS)
def test_it_is_noticed(what: str, good: tuple[Case, Path], copy: Path) -> None:
    rule, operation = OPERATIONS[what]
    operate(copy / "bundle.pdf", operation)
    assert rule in broken_rules(good[0], copy)


def test_taking_apart_and_putting_together_breaks_nothing(good: tuple[Case, Path], copy: Path) -> None:
    operate(copy / "bundle.pdf", lambda parts: None)
    assert broken_rules(good[0], copy) == set()


def after_the_end(data: bytes) -> bytes:
    return data + b"Kayleigh"


def before_the_start(data: bytes) -> bytes:
    return b"\n" + data


def between_objects(data: bytes) -> bytes:
    at = data.index(b"endobj\n", 2000) + 7
    return data[:at] + b"% here\n" + data[at:]


def another_version(data: bytes) -> bytes:
    """An incremental update, as a reader makes it when a comment is saved."""
    out = io.BytesIO()
    with pymupdf.open(stream=data) as document:
        document[0].add_text_annot((10, 10), "hello")
        document.save(out, garbage=0)
    return data + out.getvalue()


def written_by_another_program(data: bytes) -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        pdf.save(out)
    return out.getvalue()


def a_length_that_lies(data: bytes) -> bytes:
    found = re.search(rb"<</Length (\d+)", data)
    assert found
    return data.replace(found[0], b"<</Length %d" % (int(found[1]) - 1), 1)


def table_of_another_place(data: bytes) -> bytes:
    found = re.search(rb"startxref\n(\d+)\n", data)
    assert found
    return data.replace(found[0], b"startxref\n%d\n" % (int(found[1]) - 1))


@pytest.mark.parametrize(
    "change",
    [
        after_the_end,
        before_the_start,
        between_objects,
        another_version,
        written_by_another_program,
        a_length_that_lies,
        table_of_another_place,
        lambda data: data[: len(data) // 2],
        lambda data: b"",
    ],
)
def test_bytes_that_belong_to_nothing_are_noticed(
    change: Callable[[bytes], bytes], good: tuple[Case, Path], copy: Path
) -> None:
    bundle = copy / "bundle.pdf"
    bundle.write_bytes(change(bundle.read_bytes()))
    assert "file" in broken_rules(good[0], copy)


def test_a_secret_in_a_log_is_noticed(good: tuple[Case, Path], copy: Path) -> None:
    log = copy / "redaction-log.json"
    lines = json.loads(log.read_text(encoding="utf-8"))
    lines[0]["explanation"] += " (Kayleigh)"
    log.write_text(json.dumps(lines), encoding="utf-8")
    assert broken_rules(good[0], copy) == {"terms"}


def test_a_secret_in_a_spreadsheet_is_noticed(good: tuple[Case, Path], copy: Path) -> None:
    path = copy / "redaction-log.xlsx"
    with zipfile.ZipFile(path) as book:
        parts = {name: book.read(name) for name in book.namelist()}
    parts["docProps/app.xml"] = parts["docProps/app.xml"].replace(b"Microsoft Excel", b"Kayleigh")
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as book:
        for name, data in parts.items():
            book.writestr(name, data)
    assert broken_rules(good[0], copy) == {"terms"}


@pytest.mark.parametrize("name", ["redaction-log.json", "redaction-log.xlsx", "redaction-log.pdf"])
def test_a_log_that_cannot_be_read_is_noticed(name: str, good: tuple[Case, Path], copy: Path) -> None:
    (copy / name).write_bytes(b"not what it says")
    assert "file" in broken_rules(good[0], copy)


def test_a_log_with_a_stray_key_is_noticed(good: tuple[Case, Path], copy: Path) -> None:
    operate(copy / "redaction-log.pdf", extra_key)
    assert broken_rules(good[0], copy) == {"grammar"}


def test_a_file_nobody_listed_is_noticed(good: tuple[Case, Path], copy: Path) -> None:
    (copy / "notes.txt").write_text("left by mistake")
    report = good[0].verify(copy)
    assert [rule.rule for rule in report.rules if not rule.passed] == ["manifest"]


def test_a_missing_bundle_is_noticed(good: tuple[Case, Path], copy: Path) -> None:
    (copy / "bundle.pdf").unlink()
    assert "pages" in broken_rules(good[0], copy)


def test_a_draft_without_its_stamp_is_noticed(tmp_path: Path) -> None:
    from tests.release.papers import DRAFT

    case = every_kind()
    folder = case.release(tmp_path / "out", DRAFT).folder
    operate(folder / "bundle.pdf", in_content(TYPED, unstamped))
    report = case.verify(folder, DRAFT)
    assert "printed" in {rule.rule for rule in report.rules if not rule.passed}
