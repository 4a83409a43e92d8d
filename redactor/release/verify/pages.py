# SPDX-License-Identifier: AGPL-3.0-or-later
"""Check pages of a released PDF against what is expected of them."""

from __future__ import annotations

import hashlib
import re
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import pikepdf
import pypdfium2

from redactor.domain.geometry import Box
from redactor.release.verify.content import read_content
from redactor.release.verify.expect import ExpectedPage, PageGroup
from redactor.release.verify.imagedata import check_image_data, whole
from redactor.release.verify.looks import check_place
from redactor.release.verify.picture import open_pdf
from redactor.release.verify.raster import read_raster
from redactor.release.verify.readable import check_words
from redactor.release.verify.source import SourcePage
from redactor.release.verify.terms import found_in
from redactor.release.verify.view import View
from redactor.release.widths import DOUBTFUL, WHOLE, Bands

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
    """What checking some pages found: (rule, problem) pairs, counts, and by the number of the page the
    heights of the lines that are not as the plan and the source say, the rules it breaks, the first problem with it in
    words, and the places that are not like the source; and the prints of the pages on which nothing was found."""

    problems: Found = field(default_factory=list)
    words: int = 0
    boxes: int = 0
    in_part: int = 0
    doubted: dict[int, Bands] = field(default_factory=dict)
    broken: dict[int, set[str]] = field(default_factory=dict)
    said: dict[int, str] = field(default_factory=dict)
    differing: dict[int, tuple[Box, ...]] = field(default_factory=dict)
    proved: dict[int, bytes] = field(default_factory=dict)

    def say(self, page: ExpectedPage, rule: str, problem: str) -> None:
        self.problems.append((rule, f"{page.name}: {problem}"))
        if page.number:
            self.broken.setdefault(page.number, set()).add(rule)
            self.said.setdefault(page.number, problem)

    def shut(self, page: ExpectedPage) -> None:
        """The source page cannot be opened: none of it can be compared."""
        self.say(page, "source", "the engine that verifies cannot open the source page")
        self.differing[page.number] = (Box(0.0, 0.0, page.width, page.height),)


def check_pages(
    path: str, groups: Sequence[PageGroup], terms: tuple[str, ...], proved: Mapping[int, bytes] | None = None
) -> Checked:
    """Check pages of the PDF at ``path``, each group against the source file it comes from. ``proved`` are prints of
    pages, by number, on which earlier checks against the same plan and sources found nothing."""
    checked = Checked()
    try:
        released = open_pdf(path)
    except pypdfium2.PdfiumError:
        return Checked([("pages", f"{page.name} cannot be read") for _, _, pages in groups for page in pages])
    try:
        with pikepdf.open(path, suppress_warnings=True, inherit_page_attributes=False) as pdf:
            for data, password, pages in groups:
                try:
                    source = open_pdf(data, password) if data else None
                except pypdfium2.PdfiumError:
                    source = None
                for page in pages:
                    _try_page(page, pdf, released, source, data, password, terms, checked, proved or {})
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
    proved: Mapping[int, bytes],
) -> None:
    """Check a page; one that is so damaged that it cannot be read breaks the whitelist."""
    try:
        if page.index >= len(released) or page.index >= int(pdf.Root.Pages.Count):
            checked.problems.append(("pages", f"{page.name} is missing"))
            return
        held, marks = _page_object(pdf, page.index), _marks_known(pdf, page.index)
        own = _print_of(held, marks) if page.number else b""
        if not own or proved.get(page.number) != own:
            before = len(checked.problems), checked.in_part
            there = None if page.ours else _source_page(source, data, password, page)
            if there is None and not page.ours and not page.as_drawn:
                checked.shut(page)
            _check_page(page, marks, held, released[page.index], there, terms, checked)
            if own and before == (len(checked.problems), checked.in_part):
                checked.proved[page.number] = own
    except DAMAGED as error:
        checked.say(page, "grammar", f"it has another form than ours ({type(error).__name__})")
    checked.words += len(page.words)
    checked.boxes += len(page.boxes)


def _source_page(source: Any, data: bytes, password: str, page: ExpectedPage) -> SourcePage | None:
    """The page in the source, None when the engine that verifies cannot open it. One that only MuPDF can read is not
    released unless somebody knows it."""
    try:
        if source is not None:
            return SourcePage(source, data, password, page.inner, page.width, page.height)
    except pypdfium2.PdfiumError:
        pass
    return None


def _page_object(pdf: pikepdf.Pdf, index: int) -> Any:
    """The page with this index. The library's own list looks at every page of the file first, for each task anew; ours
    goes down the two levels of tree that the whitelist allows, by their counts."""
    for leaf in pdf.Root.Pages.Kids:
        count = int(leaf.Count)
        if index < count:
            return leaf.Kids[index]
        index -= count
    raise IndexError(index)


def _print_of(held: Any, marks: int) -> bytes:
    """A hash of all that is checked of a page: its entries, its content, its picture, what the structure tree knows of
    it. The fonts are checked once in every file."""
    made = hashlib.sha256(b"%d" % marks)

    def add(thing: Any, *apart: str) -> None:
        for key in sorted(thing.keys()):
            value = thing[key]
            told = b"" if key in apart else value.unparse() if hasattr(value, "unparse") else repr(value).encode()
            made.update(b"%s %d %s" % (key.encode(), len(told), told))

    # What refers to other objects is either looked at here, or the same in every file of ours.
    add(held, "/Parent", "/Contents", "/Resources", "/StructParents")
    add(held.Resources, "/Font", "/XObject")
    pictures = held.Resources.get("/XObject", {})
    add(pictures, "/P")
    for stream in (held.Contents, *pictures.values()):
        add(stream)
        made.update(stream.read_raw_bytes())
    return made.digest()


def _marks_known(pdf: pikepdf.Pdf, index: int) -> int:
    """How many pieces of content the parent tree knows of the page with this index."""
    for kid in pdf.Root.StructTreeRoot.ParentTree.Kids:
        first, last = (int(value) for value in kid.Limits)
        if first <= index <= last:
            return len(kid.Nums[2 * (index - first) + 1])
    return 0


def _check_page(
    page: ExpectedPage,
    marks: int,
    held: Any,
    drawn: Any,
    there: SourcePage | None,
    terms: tuple[str, ...],
    checked: Checked,
) -> None:
    def say(rule: str, problem: str, lines: Bands = WHOLE) -> None:
        checked.say(page, rule, problem)
        if page.number and rule in DOUBTFUL:
            checked.doubted[page.number] = (*checked.doubted.get(page.number, ()), *lines)

    body = held.Contents.read_bytes()
    if not whole(held.Contents.read_raw_bytes()):
        say("grammar", "the content is followed by bytes that belong to nothing")
    text = read_content(body)
    for problem in text.problems:
        say("grammar", problem)
    if text.marks != marks:
        say("grammar", "the page's content is not what the structure tree knows of it")
    if found_in(OURS.sub(b"", body), terms) or found_in("\n".join(s.text for s in text.shown).encode(), terms):
        say("terms", "something that was held back stands in the page's content")
    image = None if page.ours else held.Resources.get("/XObject", {}).get("/P")
    picture = None if page.ours else read_raster(drawn, image)
    view = None
    if picture is not None and text.picture is not None:
        view = View.of(page, text, float(held.MediaBox[3]), picture)
        for rule, problem, lines in view.problems:
            say(rule, problem, lines)
    check_words(page, text, drawn, view.moved if view else frozenset(), say, terms)
    if page.ours:
        if "/XObject" in held.Resources or text.picture:
            say("pages", "one of our own pages holds a picture")
        return
    if picture is None or view is None:
        say("pages", "the page does not hold exactly one picture")
        return
    assert image is not None  # read_raster's
    check_image_data(image, picture, say)
    check_place(page, text, held, picture, view.around, say)
    coded = (image.BitsPerComponent == 1, image.Filter == "/DCTDecode")
    looks = view.check_pixels(there, *coded, say)
    checked.in_part += looks.in_part or bool(page.as_drawn)
    if looks.places:
        checked.differing[page.number] = looks.places
