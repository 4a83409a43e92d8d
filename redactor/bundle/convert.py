# SPDX-License-Identifier: AGPL-3.0-or-later
"""From a file of another kind to pages: which converter does what. Runs in a worker."""

from __future__ import annotations

import hashlib

import pymupdf

from redactor.bundle.encodings import decoded_text
from redactor.bundle.formats import calendars, typeset
from redactor.bundle.formats.converted import Converted, count_of, hidden_places, tells
from redactor.bundle.formats.hypertext import flat, readable
from redactor.bundle.formats.table_pages import table_pages
from redactor.bundle.formats.tables import Table, is_table, read_table
from redactor.bundle.formats.unshown import not_made
from redactor.bundle.mail.letter import letter_pages, plain_flat
from redactor.domain.errors import BadInput
from redactor.domain.pages import Place, Where

#: Characters of plain text set as pages at most: some 4,000 pages.
_MOST_TEXT = 16_000_000


def convert(data: bytes, name: str, kind: str) -> Converted:
    """The file as pages. Raises BadInput, naming what is wrong with it."""
    source = hashlib.sha256(data).hexdigest()
    if kind == "mail":
        from redactor.bundle.mail.internet import read_mail

        return letter_pages(read_mail(data, name), source)
    if kind == "msg":
        from redactor.bundle.mail.outlook import read_outlook

        return letter_pages(read_outlook(data, name), source)
    if kind == "tnef":
        from redactor.bundle.mail.winmail import opened

        return letter_pages(opened(data), source)
    if kind == "html":
        return _html(data, name, source)
    if kind == "text":
        return _text(data, name, source)
    if kind == "xps":
        return _printed(data, source)
    from redactor.bundle.formats.photos import picture_pdf

    return picture_pdf(data, name, source)


def _html(data: bytes, name: str, source: str) -> Converted:
    text = _decoded(data, name)
    page = flat(text)
    if not page.texts:
        raise BadInput("there are no words on this web page", name, "Save it as PDF from a browser, then add the PDF")
    pdf = typeset.html_pdf(page.html, source)
    missing = typeset.not_set(page.texts, pdf)
    notes = [f"{count_of(len(missing), 'passage')} could not be set on the pages"] if missing else []
    if page.remote:
        notes.append(f"{count_of(len(page.remote), 'picture')} kept elsewhere were not fetched")
    notes += not_made(text)
    places = hidden_places(missing, "text of the web page that is not on its pages")
    places += hidden_places(dict.fromkeys(page.unseen), "in the page's HTML, not shown")
    links = [link for link in dict.fromkeys([*page.links, *page.remote]) if tells(link)]
    if links:
        places.append(Place(Where.HIDDEN_TEXT, "\n".join(links), None, (), "addresses behind links and pictures"))
    return Converted(pdf, "Redactor, web page set as pages", tuple(notes), tuple(places))


def _text(data: bytes, name: str, source: str) -> Converted:
    meant, files = calendars.opened(_decoded(data, name))
    text = readable(meant)
    if len(text) > _MOST_TEXT:
        raise BadInput("the text is longer than can be set as pages", name, "Cut it into files of some megabytes")
    if is_table(name) and (table := read_table(text, name)) is not None:
        return _table(table, source)
    written = plain_flat(text)
    pdf = typeset.html_pdf(f"<pre>{written.html}</pre>" if _columns(text) else written.html, source)
    missing = typeset.not_set(written.texts, pdf)
    notes = [f"{count_of(len(missing), 'line')} could not be set on the pages"] if missing else []
    places = hidden_places(missing, "text of the file that is not on its pages")
    return Converted(pdf, "Redactor, text set as pages", tuple(notes), tuple(places), files)


def _table(table: Table, source: str) -> Converted:
    pdf, texts, side_by_side = table_pages(table, source)
    missing = typeset.not_set(texts, pdf)
    notes = [] if side_by_side else ["its columns do not fit side by side: each row is set with a line for every cell"]
    if missing:
        notes.append(f"{count_of(len(missing), 'line')} could not be set on the pages")
    places = hidden_places(missing, "text of the file that is not on its pages")
    return Converted(pdf, "Redactor, table set as pages", tuple(notes), tuple(places))


def _printed(data: bytes, source: str) -> Converted:
    """Pages that Windows printed to an XPS file."""
    with pymupdf.open(stream=data, filetype="xps") as document:
        pdf = document.convert_to_pdf()
        words = [line for page in document for line in page.get_text("text").splitlines()]
    missing = typeset.not_set(words, pdf)
    notes = [f"{count_of(len(missing), 'line')} could not be set on the pages"] if missing else []
    places = hidden_places(missing, "text of the file that is not on its pages")
    return Converted(typeset.finished(pdf, source), "Redactor, XPS pages", tuple(notes), tuple(places))


def _columns(text: str) -> bool:
    """Whether the text is laid out with blanks, so that it needs letters of one width."""
    lines = text.splitlines()[:400]
    return sum("   " in line.strip() or "\t" in line.strip() for line in lines) * 4 > len(lines)


def _decoded(data: bytes, name: str) -> str:
    text = decoded_text(data)
    if text is None or not text.strip():
        raise BadInput("this is not a text file", name, "Save it as PDF first")
    return text
