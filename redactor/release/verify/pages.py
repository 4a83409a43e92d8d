# SPDX-License-Identifier: AGPL-3.0-or-later
"""Check pages of a released PDF against what is expected of them."""

from __future__ import annotations

import re
import unicodedata
import zlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import pikepdf
import pypdfium2

from redactor.domain.geometry import Box
from redactor.release import wording
from redactor.release.verify.content import PageText, as_hidden, as_printed, read_content
from redactor.release.verify.expect import ExpectedPage, PageGroup
from redactor.release.verify.moved import Line, Released, check_lines, moved_words, released_boxes
from redactor.release.verify.picture import (
    Comparison,
    Pixels,
    compare,
    flat_problems,
    foreign_to_all,
    in_grey,
    letter_boxes,
    letters_outside,
    open_pdf,
    page_picture,
    source_picture,
)
from redactor.release.verify.terms import found_in
from redactor.release.widths import DOUBTFUL

Found = list[tuple[str, str]]
#: What reading a damaged page raises, in one engine or the other.
DAMAGED = (
    pikepdf.PdfError, pypdfium2.PdfiumError, RuntimeError, AttributeError, KeyError, TypeError, ValueError, IndexError,
    ArithmeticError, MemoryError, zlib.error,
)  # fmt: skip
#: The words of our own content operators, among which no term is looked for.
OURS = re.compile(rb"/(?:Artifact|Span|Figure|P|H1|H2|TH|TD)\b|\b(?:BMC|BDC|EMC|MCID)\b")


@dataclass(slots=True)
class Checked:
    """What checking some pages found: (rule, problem) pairs, counts, and the numbers of the pages that are not as
    the plan and the source say."""

    problems: Found = field(default_factory=list)
    words: int = 0
    boxes: int = 0
    in_part: int = 0
    doubted: set[int] = field(default_factory=set)


def check_pages(path: str, groups: Sequence[PageGroup], terms: tuple[str, ...]) -> Checked:
    """Check pages of the PDF at ``path``, each group against the source file it comes from."""
    checked = Checked()
    try:
        released = open_pdf(path)
    except pypdfium2.PdfiumError:
        return Checked([("pages", f"{page.name} cannot be read") for _, _, pages in groups for page in pages])
    try:
        with pikepdf.open(path, suppress_warnings=True) as pdf:
            for data, password, pages in groups:
                source = open_pdf(data, password) if data else None
                for page in pages:
                    _try_page(page, pdf, released, source, data, password, terms, checked)
                if source is not None:
                    source.close()
    except pikepdf.PdfError:
        checked.problems += [("pages", f"{page.name} cannot be read") for _, _, pages in groups for page in pages]
    released.close()
    return checked


def _try_page(
    page: ExpectedPage,
    pdf: pikepdf.Pdf,
    released: Any,
    source: Any,
    data: bytes,
    password: str,
    terms: tuple[str, ...],
    checked: Checked,
) -> None:
    """Check a page; one that is so damaged that it cannot be read breaks the whitelist."""
    try:
        if page.index >= len(released) or page.index >= len(pdf.pages):
            checked.problems.append(("pages", f"{page.name} is missing"))
            return
        held = pdf.pages[page.index].obj
        _check_page(page, held, released[page.index], source, data, password, terms, checked)
    except DAMAGED as error:
        checked.problems.append(("grammar", f"{page.name} has another form than ours ({type(error).__name__})"))
    checked.words += len(page.words)
    checked.boxes += len(page.boxes)


def _check_page(
    page: ExpectedPage,
    held: Any,
    drawn: Any,
    source: Any,
    data: bytes,
    password: str,
    terms: tuple[str, ...],
    checked: Checked,
) -> None:
    def say(rule: str, problem: str) -> None:
        checked.problems.append((rule, f"{page.name}: {problem}"))
        if page.number and rule in DOUBTFUL:
            checked.doubted.add(page.number)

    body = held.Contents.read_bytes()
    if not _whole(held.Contents.read_raw_bytes()):
        say("grammar", "the content is followed by bytes that belong to nothing")
    text = read_content(body)
    for problem in text.problems:
        say("grammar", problem)
    if found_in(OURS.sub(b"", body), terms) or found_in("\n".join(s.text for s in text.shown).encode(), terms):
        say("terms", "something that was held back stands in the page's content")
    picture = None if page.ours else page_picture(drawn)
    released = Released(list(page.boxes))
    if picture is not None and text.picture is not None:
        released = released_boxes(page, text, float(held.MediaBox[3]), picture.shape)
        for rule, problem in released.problems:
            say(rule, problem)
    _check_words(page, text, drawn, released, say, terms)
    if page.ours:
        if "/XObject" in held.Resources or text.picture:
            say("pages", "one of our own pages holds a picture")
        return
    if picture is None or text.picture is None:
        say("pages", "the page does not hold exactly one picture")
        return
    image = held.Resources.XObject.P
    _check_image_data(image, picture, say)
    _check_place(page, text, held, picture, released, say)
    coded = (image.BitsPerComponent == 1, image.Filter == "/DCTDecode")
    if _check_pixels(page, picture, released, source, data, password, *coded, say):
        checked.in_part += 1


def _whole(raw: bytes) -> bool:
    """Compressed data that ends where the stream ends."""
    inflater = zlib.decompressobj()
    try:
        inflater.decompress(raw)
    except zlib.error:
        return False
    return inflater.eof and not inflater.unused_data


def _check_words(
    page: ExpectedPage, text: PageText, drawn: Any, released: Released, say: Any, terms: tuple[str, ...]
) -> None:
    """The invisible words are exactly the surviving ones, what is printed is ours, and another reader agrees."""
    wanted = [word for word in (as_hidden(word) for word in page.words) if word]
    if text.words != wanted:
        missing, extra = Counter(wanted) - Counter(text.words), Counter(text.words) - Counter(wanted)
        if extra:
            say("words", f"{sum(extra.values())} words in the text layer should not be there")
        if missing:
            say("words", f"{sum(missing.values())} surviving words are missing from the text layer")
        if not extra and not missing:
            say("words", "the words of the text layer are out of order")
    elif not page.ours and not _near(page, text, drawn, released):
        say("words", "words of the text layer are not where the words are")
    printed = [shown.text for shown in text.shown]
    if page.ours:
        allowed = {word for sentence in page.shown for word in as_printed(sentence).split()}
        if any(word not in allowed and not _number(word) for line in printed for word in line.split()):
            say("printed", "our own page prints words that are not ours")
    else:
        allowed = {as_printed(string) for string in page.shown}
        if any(line not in allowed for line in printed):
            say("printed", "something is printed above the picture that is neither a label nor a page number")
    if any(stamp != wording.DRAFT for stamp in text.stamps):
        say("printed", "a stamp is not ours")
    if page.draft != bool(text.stamps):
        say("printed", "the page is not stamped as it should be")
    read = drawn.get_textpage().get_text_range()
    want = _letters(" ".join((*text.words, *printed, *text.stamps)))
    got = _letters(read)
    if want != got and sum((got - want).values()) + sum((want - got).values()) > 0:
        say("words", "another reader finds other text on the page")
    if found_in(read.encode(), terms):
        say("terms", "something that was held back can be read")


def _near(page: ExpectedPage, text: PageText, drawn: Any, released: Released) -> bool:
    """Every word starts where its box does, to the point (on its line, where that was set again), and its line's
    baseline runs through its box, or by at most 2 points and a quarter of its height past it: boxes read off a
    crooked scan stand up and down."""
    if text.picture is None or len(page.kept) != len(page.words):
        return False
    scale, height = text.picture[2] / page.width, drawn.get_height()
    moved = moved_words(page, released)
    boxes = [
        (box, n in moved) for n, (box, word) in enumerate(zip(page.kept, page.words, strict=True)) if as_hidden(word)
    ]
    return all(
        (free or abs(x - box.x0 * scale) <= 1.01)
        and box.y0 * scale - (slack := 2 + 0.25 * box.height * scale) <= height - y <= box.y1 * scale + slack
        for (x, y), (box, free) in zip(text.places, boxes, strict=True)
    )


def _letters(text: str) -> Counter[str]:
    """The letters and digits of a text: readers differ in blanks, hyphens and ligatures."""
    return Counter(c for c in unicodedata.normalize("NFKC", text) if c.isalnum())


def _number(word: str) -> bool:
    return word.strip(".,").isdigit()


def _check_image_data(image: Any, picture: Pixels, say: Any) -> None:
    """The picture's data holds the picture and nothing after it or beside it."""
    raw = image.read_raw_bytes()
    width, height, bits = int(image.Width), int(image.Height), int(image.BitsPerComponent)
    if picture.shape[:2] != (height, width):
        say("grammar", "the picture is not of the size it says")
    kind = str(image.Filter)
    if kind == "/FlateDecode":
        inflater = zlib.decompressobj()
        try:
            size = len(inflater.decompress(raw))
        except zlib.error:
            size = -1
        if not inflater.eof or inflater.unused_data or size != height * -(-width * bits // 8):
            say("grammar", "the picture's data is longer or shorter than the picture")
    elif kind == "/DCTDecode":
        if not _plain_jpeg(raw):
            say("grammar", "the picture's JPEG data holds more than a picture")
    elif not _plain_fax(raw):
        say("grammar", "the picture's fax data does not end where the picture ends")


def _plain_fax(raw: bytes) -> bool:
    """Group 4 data with its one end mark at the end, but for the last byte's filling."""
    bits = bin(int.from_bytes(b"\x01" + raw, "big"))[3:]
    mark = "000000000001" * 2
    at = bits.find(mark)
    return at >= 0 and len(bits) - at - len(mark) < 8 and "1" not in bits[at + len(mark) :]


def _plain_jpeg(raw: bytes) -> bool:
    """Only tables, one frame and one scan; no comments, no application data, nothing after the end."""
    if raw[:2] != b"\xff\xd8" or raw[-2:] != b"\xff\xd9":
        return False
    at = 2
    while at + 4 <= len(raw) and raw[at] == 0xFF:
        marker, length = raw[at + 1], int.from_bytes(raw[at + 2 : at + 4], "big")
        if marker == 0xDA:
            end = raw.find(b"\xff\xd9", at)
            return end == len(raw) - 2
        if marker not in (0xC0, 0xC1, 0xC4, 0xDB):
            return False
        at += 2 + length
    return False


def _check_place(page: ExpectedPage, text: PageText, held: Any, picture: Pixels, released: Released, say: Any) -> None:
    """The picture fills the page above the band; what is drawn above it stays inside boxes or the band."""
    assert text.picture is not None  # the caller's condition
    x, y, width, height = text.picture
    _, _, right, top = (float(v) for v in held.MediaBox)
    sound = x == 0 and abs(width - right) < 0.02 and abs(y + height - top) < 0.02 and 0 < y < 0.2 * top
    if not sound or abs(height / width - page.height / page.width) > 0.01 * page.height / page.width:
        say("pages", "the picture is not where it should be, or not of the source page's shape")
        return
    scale = width / page.width
    grown = []
    for box in released.boxes:
        by = 0.1 * box.height + 9 * page.width / picture.shape[1] + 0.2
        grown.append(Box((box.x0 - by) * scale, (box.y0 - by) * scale, (box.x1 + by) * scale, (box.y1 + by) * scale))

    def inside(at_x: float, at_y: float, to_x: float, to_y: float) -> bool:
        if at_y <= y + 0.02 and to_y <= y + 0.6:
            return True
        upper, lower = top - to_y, top - at_y
        return any(b.x0 <= at_x and to_x <= b.x1 and b.y0 <= upper and lower <= b.y1 for b in grown)

    for rx, ry, rw, rh, _ in text.rectangles:
        if not inside(rx, ry, rx + rw, ry + rh):
            say("pages", "something is drawn above the picture outside the boxes")
            break
    for shown in text.shown:
        if not inside(shown.x, shown.y, shown.x, shown.y):
            say("printed", "something is printed above the picture outside the boxes")
            break


def _check_pixels(
    page: ExpectedPage,
    picture: Pixels,
    released: Released,
    source: Any,
    data: bytes,
    password: str,
    two_level: bool,
    lossy: bool,
    say: Any,
) -> bool:
    """The boxes and what lies outside them. True when some of the page could not be compared."""
    width, height = page.width, page.height
    size = (picture.shape[1], picture.shape[0])
    theirs = source_picture(source, page.inner, *size)

    def differs(lines: list[Line]) -> Comparison:
        zones = [line.zone for line in lines]
        # A box may have grown a little beyond its line.
        boxes = (*still(lines), *(box for line in lines for _, box in line.boxes))
        given = (picture, theirs, source, data, password, page.inner, boxes, zones, width, height)
        return compare(*given, lossy=lossy)

    def still(lines: list[Line]) -> tuple[Box, ...]:
        gone = [planned for line in lines for planned, _ in line.boxes]
        return tuple(box for box in page.boxes if box not in gone)

    lines = list(released.lines)
    found = differs(lines)
    if found.tiles and released.perhaps:
        # Some of the lines whose boxes are about as wide as before may have been set again too.
        lines += released.perhaps
        found = differs(lines)
    looks: dict[str, Any] = {"two_level": two_level, "colour": page.colour}
    broken, trimmed = flat_problems(picture, still(lines), page.kept, width, height, **looks)
    moved = [box for line in lines for _, box in line.boxes]
    broken += flat_problems(picture, moved, (), width, height, **looks)[0]
    if broken:
        say("boxes", f"{broken} boxes are not one flat colour")
    if trimmed and letters_outside(source, page.inner, trimmed, picture, width, height):
        say("boxes", "letters look out of a box")
    if found.tones:
        say("source", f"the picture is darker or lighter than the source page ({found.tones} places)")
    if found.tiles:
        say("source", f"the picture is not like the source page outside the boxes ({len(found.tiles)} places)")
    if not lines:
        return found.in_part
    comparable = [line for line in lines if not foreign_to_all(source, page.inner, width, height, line.zone)]
    letters = letter_boxes(source, page.inner, width, height)
    wrong = check_lines(page, comparable, in_grey(picture), theirs, letters)
    if wrong:
        say("source", f"words of lines that were set again are not like those of the source ({wrong} places)")
    return found.in_part or len(comparable) < len(lines)
