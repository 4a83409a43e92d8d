# SPDX-License-Identifier: AGPL-3.0-or-later
"""A row's number and the name in its next cell, taken for a house and its street: "2 Tamsin Orchard"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from redactor.detect.language.found import RawSpan
from redactor.detect.language.lexicon import lexicon
from redactor.detect.language.text import fold
from redactor.detect.layers.addresses import LIVES
from redactor.detect.people.record import SURE, Record
from redactor.domain.mentions import Label

_NUMBERED = re.compile(r"\d{1,4}[.)]?[ \t\n|]{1,4}(?P<name>[^\W\d][\w'’-]*(?:[ \t][^\W\d][\w'’-]*){1,3})")
#: How far (letters) after an address a postcode makes it one.
_POST = 40
#: What stands before a row's number: the line begins, or a cell.
_ROW_BEGINS = re.compile(r"(?:\A|\n|[ ]{2}|[\t|])[ \t>]*\Z")


def read_numbered_names(record: Record, given: Iterable[str]) -> None:
    """Read as a name what was read as an address and is a number and the full name of somebody of this case.

    ``given`` are the names known beforehand; what else is somebody's full name is what is read as one, forename first,
    where no number stands before it. "lives at 8 Hannah Close", one with a postcode and one within a sentence stay
    addresses.
    """
    names = {fold(name) for name in given} | set(_read(record))
    for text, spans in zip(record.texts, record.raw, strict=True):
        posts = [span.start for span in spans if span.label == Label.POSTCODE]
        for at, span in enumerate(spans):
            if span.label == Label.ADDRESS and (name := _name(text, span, posts)) and fold(name["name"]) in names:
                spans[at] = RawSpan(*name.span("name"), Label.PERSON, SURE, "pattern:numbered")


def _name(text: str, span: RawSpan, posts: list[int]) -> re.Match[str] | None:
    """The number and the words after it, where nothing says that they are an address."""
    if LIVES.search(text, max(span.start - 40, 0), span.start):
        return None
    if any(span.end <= post <= span.end + _POST for post in posts):
        return None
    if not _ROW_BEGINS.search(text, max(span.start - _POST, 0), span.start):
        return None
    return _NUMBERED.fullmatch(text, span.start, span.end)


def _read(record: Record) -> Iterable[str]:
    """Full names that are read as such where they are no part of an address."""
    words = lexicon()
    for text, spans in zip(record.texts, record.raw, strict=True):
        homes = [(span.start, span.end) for span in spans if span.label == Label.ADDRESS]
        for span in spans:
            if span.label != Label.PERSON or span.score < SURE:
                continue
            said = fold(text[span.start : span.end])
            if " " not in said or said.split()[0] not in words.gender:
                continue
            if not any(start <= span.start < end for start, end in homes):
                yield said
