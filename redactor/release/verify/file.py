# SPDX-License-Identifier: AGPL-3.0-or-later
"""Check a released PDF as a file, and the logs beside it."""

from __future__ import annotations

import json
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pikepdf
from pypdfium2 import PdfiumError

from redactor.release.verify.content import read_content
from redactor.release.verify.grammar import Grammar
from redactor.release.verify.picture import open_pdf
from redactor.release.verify.reopened import Reopened
from redactor.release.verify.scan import Scan, scan_file
from redactor.release.verify.terms import found_in

STRING = re.compile(rb"\((?:[^()\\]|\\.)*\)|<[0-9A-Fa-f]+>")
#: Strings in which terms are looked for at one go.
MANY = 2000
#: A string as we write them: plain, with three letters escaped, or in hex.
OURS = re.compile(rb"\((?:[^()\\]|\\[()\\])*\)|<(?:[0-9A-F]{2})*>")


def check_file(
    path: str, titles: frozenset[str], pages: int, first: int, alts: frozenset[str], terms: tuple[str, ...]
) -> list[tuple[str, str]]:
    """The bytes from first to last, the whitelist of objects, the fonts, and the terms in whatever is text. ``first``
    is the release's number of the file's first page."""
    name = Path(path).name
    strings = Strings(terms)
    scan = scan_file(Path(path), strings.read)
    problems = [("file", f"{name}: {problem}") for problem in scan.problems]
    if scan.problems:
        return problems
    problems += [(rule, f"{name}: {problem}") for rule, problem in strings.problems()]
    try:
        with Reopened(Path(path)) as pdf:
            grammar = Grammar(pdf, scan.xref, titles, alts)
            grammar.walk()
            problems += [("grammar", f"{name}: {problem}") for problem in grammar.problems]
            if len(grammar.pages) != pages:
                problems.append(("pages", f"{name}: there are {len(grammar.pages)} pages where {pages} should be"))
            if grammar.first_page != first:
                problems.append(("pages", f"{name}: its pages are not numbered from {first}"))
            problems += [("fonts", f"{name}: {problem}") for problem in grammar.fonts.problems]
    except (pikepdf.PdfError, RuntimeError, AttributeError, KeyError, TypeError, ValueError, IndexError) as error:
        return [*problems, ("grammar", f"{name}: the file has another form than ours ({type(error).__name__})")]
    if pdf.warnings:
        problems.append(("grammar", f"{name}: {pdf.warnings} warnings"))
    left = sum(wanted > reached for wanted, reached in zip(scan.referred, grammar.reached, strict=True))
    if left and not grammar.problems:
        problems.append(("grammar", f"{name}: {left} objects that nothing refers to"))
    if grammar.strange:
        problems.append(("printed", f"{name}: {len(grammar.strange)} alternate texts that are not ours"))
    return problems


def check_log(path: str, terms: tuple[str, ...]) -> list[tuple[str, str]]:
    """Nothing that was held back stands in a log (.json, .xlsx, .pdf)."""
    file = Path(path)
    try:
        if file.suffix == ".pdf":
            strings = Strings(terms)
            if problems := _foreign_to_us(file, scan_file(file, strings.read)):
                return problems
            if problems := [(rule, f"{file.name}: {problem}") for rule, problem in strings.problems()]:
                return problems
        texts = _read_by_another(file) if file.suffix == ".pdf" else _texts(file)
        if any(found_in(text, terms) for text in texts):
            return [("terms", f"{file.name}: something that was held back stands in it")]
    except (ElementTree.ParseError, zipfile.BadZipFile, ValueError, AttributeError, pikepdf.PdfError, PdfiumError):
        return [("file", f"{file.name} cannot be read")]
    return []


class Strings:
    """The strings of a file's objects, looked through while they are read. Keys and names are whitelisted: these are
    what remains."""

    def __init__(self, terms: tuple[str, ...]) -> None:
        self._terms = terms
        self._strange = 0
        self._held = False
        self._waiting: list[bytes] = []

    def read(self, number: int, body: bytes) -> None:
        rest = OURS.sub(b"", body).replace(b"<<", b"").replace(b">>", b"")
        self._strange += not rest.isascii() or any(mark in rest for mark in (b"(", b")", b"<", b">", b"%"))
        self._waiting += STRING.findall(body)
        if len(self._waiting) >= MANY:
            self._look()

    def _look(self) -> None:
        self._held = self._held or bool(found_in(b"\n".join(self._waiting), self._terms))
        self._waiting = []

    def problems(self) -> Iterator[tuple[str, str]]:
        """What was wrong with any."""
        self._look()
        if self._strange:
            # What can be written in two ways could say something in the other.
            yield "grammar", f"{self._strange} objects hold strings that are not written as ours"
        if self._held:
            yield "terms", "something that was held back stands among the objects"


def _foreign_to_us(file: Path, scan: Scan) -> list[tuple[str, str]]:
    """What breaks the whitelist in a log that is a PDF: it has the same bytes, objects and fonts as a bundle."""
    if scan.problems:
        return [("file", f"{file.name}: {problem}") for problem in scan.problems]
    with Reopened(file) as opened:
        grammar = Grammar(opened, scan.xref, frozenset({str(opened.pdf.docinfo.get("/Title", ""))}))
        grammar.walk()
        for index, number in enumerate(grammar.pages, start=1):
            opened.rest()
            page = opened.at((number, 0))
            # A log is text and rules: its pages hold our own forms of content, and no picture.
            text = read_content(page.Contents.read_bytes())
            if text.problems or text.picture is not None or text.words:
                grammar.say(f"page {index} holds something that no log holds")
    found = [("grammar", f"{file.name}: {problem}") for problem in grammar.problems]
    return found + [("fonts", f"{file.name}: {problem}") for problem in grammar.fonts.problems]


def _texts(file: Path) -> Iterator[bytes]:
    """Everything in a log that is text, apart from the fixed names of its format."""
    if file.suffix == ".xlsx":
        with zipfile.ZipFile(file) as book:
            for part in book.infolist():
                texts = [part.comment.decode("latin-1"), part.extra.decode("latin-1")]
                for element in ElementTree.fromstring(book.read(part)).iter():
                    texts += [element.text or "", element.tail or ""]
                    if element.tag.endswith("}sheet"):
                        texts.append(element.get("name", ""))
                yield "\n".join(texts).encode()
    else:
        lines = json.loads(file.read_bytes())
        yield "\n".join(json.dumps(list(line.values()), ensure_ascii=False) for line in lines).encode()


def _read_by_another(file: Path) -> Iterator[bytes]:
    """The text of every page, as another reader has it."""
    document = open_pdf(file)
    for page in document:
        yield page.get_textpage().get_text_range().encode()
    document.close()
