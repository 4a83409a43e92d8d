# SPDX-License-Identifier: AGPL-3.0-or-later
"""From what LibreOffice made to a document of the case: what its pages leave out is set on pages after them."""

from __future__ import annotations

import hashlib
import io
import struct
from collections.abc import Sequence
from itertools import groupby

import msoffcrypto
import pymupdf
from msoffcrypto.exceptions import DecryptionError, FileFormatError, InvalidKeyError, ParseError

from redactor.bundle.formats import typeset
from redactor.bundle.formats.converted import Converted, count_of, not_among, tells
from redactor.bundle.formats.hypertext import escaped
from redactor.bundle.kinds import NeedsPassword
from redactor.bundle.office import odf_locked, ole_words, rtf_words, sheet_binary, sheet_xml, slide_objects, slide_words
from redactor.bundle.office.asides import add_code
from redactor.bundle.office.libreoffice import OfficePages
from redactor.bundle.office.parts import packaged, read_parts, read_sheets
from redactor.bundle.office.suffixes import suffix_of
from redactor.bundle.office.zip import BROKEN, Parts, Said
from redactor.bundle.old_office import old_office
from redactor.domain.errors import BadInput
from redactor.domain.pages import Attachment, Place, Where

#: Excel protects files without a password with this one (MS-OFFCRYPTO 2.4.2.1).
_EVERYBODYS = "VelvetSweatshop"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
#: What the library raises at the sight of a file that is not as it should be.
_UNLIKE_OFFICE = (FileFormatError, ParseError, AssertionError, OSError, ValueError, KeyError, IndexError, struct.error)
#: More than this share of a document's lines is not left out of its pages by right.
_MUCH = 0.25
#: Texts set after the pages at most.
_MOST = 20_000


def unlocked(data: bytes, name: str, passwords: Sequence[str]) -> tuple[bytes, str]:
    """The office document without its encryption, and the password that opened it.

    Raises NeedsPassword when none of ``passwords`` does.
    """
    if odf_locked.is_locked(data):
        return odf_locked.unlocked(data, name, passwords)
    if not data.startswith(_OLE):
        return data, ""
    try:
        if not msoffcrypto.OfficeFile(io.BytesIO(data)).is_encrypted():
            return data, ""
    except (*_UNLIKE_OFFICE, AttributeError, TypeError):
        # Not a kind that can be encrypted, or half a file: LibreOffice will say.
        return data, ""
    for word in (*passwords, _EVERYBODYS):
        out = io.BytesIO()
        try:
            file = msoffcrypto.OfficeFile(io.BytesIO(data))
            file.load_key(password=word)
            file.decrypt(out)
        except (DecryptionError, InvalidKeyError, *_UNLIKE_OFFICE):
            continue
        if out.tell():
            return out.getvalue(), word
    said = "the password given does not open this document" if passwords else "this document needs a password"
    raise NeedsPassword(said, name, "Give its password and add it again")


def finished(data: bytes, pages: OfficePages, name: str) -> Converted:
    """The pages with what they leave out set behind them. ``data`` is the file as it came."""
    source = hashlib.sha256(data).hexdigest()
    parts = read_parts(pages.parts) if pages.parts else None
    if parts is None:
        notes = ["what is in it besides its pages could not be looked into"]
        return Converted(typeset.finished(pages.pdf, source), pages.program, tuple(notes))
    if pages.sheets:
        read_sheets(pages.sheets, parts)
    _add_old(pages, parts)
    if pages.suffix == "ppt" and pages.old:
        _add_slides(pages.old, parts)
        _add_embedded(pages.old, parts)
    if pages.suffix == "excel.xml":
        try:
            sheet_xml.add_told(data, parts)
        except ValueError:
            parts.notes.append("its properties and comments could not be looked into")
    shown = "\n".join((typeset.pdf_text(pages.pdf), *(said.text for said in parts.said if said.hidden)))
    if pages.suffix == "doc" and pages.old:
        _add_lost(pages.old, parts, shown)
    missing = set(not_among([said.text for said in parts.said if not said.hidden], shown))
    left_out = [said for said in parts.said if said.hidden or said.text in missing]
    left_out = list(dict.fromkeys(left_out))
    notes = list(dict.fromkeys(parts.notes))
    if pages.cut:
        notes.append("its columns could not be made wider: texts and numbers may be cut off on its pages")
    pdf = pages.pdf
    old = old_office(data) is not None or pages.suffix in ("sdw", "sdc", "sdd")
    if old and not parts.said and not shown.strip() and not _drawn(pdf):
        do = "Open it in its own program, save it as PDF, and add that"
        raise BadInput("LibreOffice found nothing to show in this file", name, do)
    if left_out:
        pdf = _with_appendix(pdf, left_out[:_MOST], source)
        notes.append(
            f"{count_of(len(left_out), 'text')} its pages leave out ({_kinds(left_out)}) set on pages after them"
        )
        if len(left_out) > _MOST:
            notes.append(f"only the first {_MOST} of these are set")
    places = [Place(Where.METADATA, value, None, (), f"document property {key}") for key, value in parts.properties]
    links = [link for link in dict.fromkeys(parts.links) if tells(link)]
    if links:
        places.append(Place(Where.HIDDEN_TEXT, "\n".join(links), None, (), "addresses behind links"))
    # A place of its own is made of every bookmark.
    shown += "\n" + "\n".join(title for _, title, _ in pymupdf.open(stream=pages.pdf).get_toc())
    # The rest of an RTF is what nothing else of it says.
    told = [said.text for said in left_out] + [value for _, value in parts.properties]
    told += [text for what, texts in parts.asides.items() if what != rtf_words.REST for text in texts]
    for what, texts in parts.asides.items():
        beside = "\n".join((shown, *told)) if what == rtf_words.REST else shown
        if unseen := [text for text in not_among(texts, beside) if tells(text)]:
            places.append(Place(Where.HIDDEN_TEXT, "\n".join(unseen), None, (), what))
    made = typeset.finished(pdf, source)
    return Converted(made, pages.program, tuple(notes), tuple(dict.fromkeys(places)), tuple(parts.attachments))


def _add_old(pages: OfficePages, parts: Parts) -> None:
    """Add what LibreOffice does not carry over from formats that are no zip of XML."""
    try:
        if pages.suffix == "xlsb":
            for text in sheet_binary.texts(pages.old):
                parts.add(text, "text of a cell or comment")
            return
        rtf = pages.suffix == "rtf"
        for what, text in rtf_words.said_in(pages.old) if rtf else ole_words.told_in(pages.old) if pages.old else ():
            if what == "codes of fields":
                add_code(text, parts)
            else:
                parts.aside(what, text)
    except (*_UNLIKE_OFFICE, *BROKEN, AttributeError, TypeError):
        parts.notes.append("codes of fields and descriptions in it could not be looked into")


def _add_slides(slides: bytes, parts: Parts) -> None:
    """Add what slides and notes say: of a damaged presentation LibreOffice may show blank slides."""
    try:
        for text in slide_words.texts(slides):
            parts.add(text, "text of a slide")
    except (*_UNLIKE_OFFICE, AttributeError, TypeError):
        parts.notes.append("what its slides say could not be compared with its pages")


def _add_lost(word: bytes, parts: Parts, shown: str) -> None:
    """Add what a Word document says and its pages do not, where that is much of it: LibreOffice lost its place in a
    damaged one. A little is what was struck from it, or a date that is told anew."""
    try:
        lines = ole_words.lines_of(word)
    except (*_UNLIKE_OFFICE, AttributeError, TypeError):
        parts.notes.append("its text could not be compared with its pages")
        return
    said = "\n".join((shown, *(said.text for said in parts.said)))
    if len(lost := not_among(lines, said)) > _MUCH * len(lines):
        for line in lost:
            parts.add(line, "text of the document")


def _add_embedded(slides: bytes, parts: Parts) -> None:
    """Add the documents embedded in slides, as documents of their own."""
    there = {attached.data for attached in parts.attachments}
    try:
        for number, data in enumerate(slide_objects.embedded(slides), start=1):
            kind = suffix_of(data)
            attached = packaged(data) or (Attachment(f"embedded document {number}.{kind}", data) if kind else None)
            if attached is None:
                parts.notes.append("of something embedded in it only the picture is shown")
            elif attached.data not in there:
                parts.attachments.append(attached)
    except (*_UNLIKE_OFFICE, *BROKEN, AttributeError, TypeError):
        parts.notes.append("what is embedded in it could not be looked into")


def _drawn(pdf: bytes) -> bool:
    """Whether anything but text stands on the pages."""
    document = pymupdf.open(stream=pdf, filetype="pdf")
    return any(page.get_bboxlog() for page in document)


def _kinds(left_out: list[Said]) -> str:
    """ "2 comments, 14 cells": what sorts of text are left out."""
    counts: dict[str, int] = {}
    for said in left_out:
        kind = said.where.split(" '")[0].split(" by ")[0].split(" at ")[0]
        counts[kind] = counts.get(kind, 0) + 1
    return ", ".join(f"{kind}: {number}" for kind, number in counts.items())


def _with_appendix(pdf: bytes, left_out: list[Said], source: str) -> bytes:
    html = '<p class="t2">Not on the pages before this one</p>'
    html += '<p class="banner">Comments, hidden parts and cut-off text of the file, set by Redactor.</p>'
    for where, group in groupby(left_out, key=lambda said: said.where):
        html += f"<p><b>{escaped(where[:1].upper() + where[1:])}</b><br/>"
        html += "</p><p>".join(escaped(said.text).replace("\n", "<br/>") for said in group) + "</p>"
    whole = pymupdf.open(stream=pdf, filetype="pdf")
    whole.insert_pdf(pymupdf.open(stream=typeset.html_pdf(html, source), filetype="pdf"))
    made: bytes = whole.tobytes(no_new_id=True)
    return made
