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
from redactor.release.verify.scan import scan_file
from redactor.release.verify.terms import found_in

STRING = re.compile(rb"\((?:[^()\\]|\\.)*\)|<[0-9A-Fa-f]+>")


def check_file(
    path: str, titles: frozenset[str], pages: int, first: int, alts: frozenset[str], terms: tuple[str, ...]
) -> list[tuple[str, str]]:
    """The bytes from first to last, the whitelist of objects, the fonts, and the terms in whatever is text. ``first``
    is the release's number of the file's first page."""
    name = Path(path).name
    scan = scan_file(Path(path))
    problems = [("file", f"{name}: {problem}") for problem in scan.problems]
    if scan.problems:
        return problems
    try:
        with pikepdf.open(path, suppress_warnings=True) as pdf:
            grammar = Grammar(pdf, titles)
            grammar.walk()
            problems += [("grammar", f"{name}: {problem}") for problem in grammar.problems]
            if len(grammar.pages) != pages:
                problems.append(("pages", f"{name}: there are {len(grammar.pages)} pages where {pages} should be"))
            if grammar.first_page != first:
                problems.append(("pages", f"{name}: its pages are not numbered from {first}"))
            problems += [("fonts", f"{name}: {problem}") for problem in grammar.fonts.problems]
            problems += [("grammar", f"{name}: {len(pdf.get_warnings())} warnings")] if pdf.get_warnings() else []
    except (pikepdf.PdfError, RuntimeError, AttributeError, KeyError, TypeError, ValueError, IndexError) as error:
        return [*problems, ("grammar", f"{name}: the file has another form than ours ({type(error).__name__})")]
    left = scan.numbers - grammar.reached
    if left and not grammar.problems:
        problems.append(("grammar", f"{name}: {len(left)} objects that nothing refers to"))
    strange = {alt for own in grammar.alts.values() for alt in own} - alts
    if strange:
        problems.append(("printed", f"{name}: {len(strange)} alternate texts that are not ours"))
    # Keys and names are whitelisted above; what remains is strings.
    strings = b"\n".join(found for body in scan.packed.values() for found in STRING.findall(body))
    if found_in(strings, terms):
        problems.append(("terms", f"{name}: something that was held back stands among the objects"))
    return problems


def check_log(path: str, terms: tuple[str, ...]) -> list[tuple[str, str]]:
    """Nothing that was held back stands in a log (.json, .xlsx, .pdf)."""
    file = Path(path)
    if file.suffix == ".pdf" and (problems := _foreign_to_us(file)):
        return problems
    try:
        if any(found_in(text, terms) for text in _texts(file)):
            return [("terms", f"{file.name}: something that was held back stands in it")]
    except (ElementTree.ParseError, zipfile.BadZipFile, ValueError, AttributeError, pikepdf.PdfError, PdfiumError):
        return [("file", f"{file.name} cannot be read")]
    return []


def _foreign_to_us(file: Path) -> list[tuple[str, str]]:
    """What breaks the whitelist in a log that is a PDF: it has the same bytes, objects and fonts as a bundle."""
    scan = scan_file(file)
    if scan.problems:
        return [("file", f"{file.name}: {problem}") for problem in scan.problems]
    with pikepdf.open(file) as pdf:
        grammar = Grammar(pdf, frozenset({str(pdf.docinfo.get("/Title", ""))}))
        grammar.walk()
        for index, page in enumerate(pdf.pages, start=1):
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
    elif file.suffix == ".json":
        lines = json.loads(file.read_bytes())
        yield "\n".join(json.dumps(list(line.values()), ensure_ascii=False) for line in lines).encode()
    else:
        with pikepdf.open(file) as pdf:
            yield "\n".join(string for thing in [pdf.trailer, *pdf.objects] for string in _strings(thing)).encode()
        document = open_pdf(file)
        for page in document:
            yield page.get_textpage().get_text_range().encode()
        document.close()


def _strings(thing: object) -> Iterator[str]:
    """The strings directly in an object, not those of objects it refers to."""
    if isinstance(thing, pikepdf.String):
        yield str(thing)
    elif isinstance(thing, pikepdf.Array):
        for value in thing:
            if not getattr(value, "is_indirect", False):
                yield from _strings(value)
    elif isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
        for _, value in thing.items():
            if not getattr(value, "is_indirect", False):
                yield from _strings(value)
