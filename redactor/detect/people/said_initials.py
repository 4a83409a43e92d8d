# SPDX-License-Identifier: AGPL-3.0-or-later
"""Whose initials a document says they are: "Leon Smart (LS)", and in its own table "LS   Leon, social worker". What is
said wins over what could be worked out from somebody else's name, in that document: another may use them otherwise."""

from __future__ import annotations

import re
from collections import defaultdict

from redactor.detect.language.lexicon import lexicon
from redactor.detect.language.nameform import Form, Name, initials_of, parse
from redactor.detect.language.text import fold, tokens
from redactor.detect.people.candidates import candidates
from redactor.detect.people.record import ENOUGH_FULL, Record
from redactor.domain.mentions import Label

_IN_BRACKETS = re.compile(r"[ ]?[(\[]([A-Z](?:\.?[A-Z]){1,3})\.?[)\]]")
#: A row of a table of initials, up to the name.
_ROW = re.compile(
    r"(?:^|\n)[ \t|]*([A-Z](?:\.?[A-Z]){1,3})\.?(?:[ \t]*[\t|:=–—-][ \t]*|[ ]{2,40})(?:(?:Mr|Mrs|Ms|Miss|Dr)\.?[ ])?\Z"
)
#: What such a table is headed by, alone or with little else in its line.
_HEADING = re.compile(r"(?im)^(?:[^\n\t]{0,30}\b(?:initials|abbreviations)\b[^\n\t]{0,30}|\W*key\W*)$")
#: After a forename by itself: who they are, or the row's end. In "LS   Leon refused tea" LS wrote of Leon.
_ENTRY_ENDS = re.compile(r"[ \t]*(?:[,;(|\t\n=:–—-]|$)")
#: A table is no longer than this (characters), and a row's beginning than that.
_TABLE, _BEGINNING = 1500, 60


def said_initials(record: Record) -> dict[tuple[str, str], set[int]]:
    """Whose initials each document says they are. To be called when the people have been made of the names."""
    said: dict[tuple[str, str], set[int]] = defaultdict(set)
    for unit, text, spans in zip(record.units, record.texts, record.raw, strict=True):
        for span in spans:
            if span.label != Label.PERSON:
                continue
            written = text[span.start : span.end]
            name = parse(written, tokens(written), lexicon())
            if name is None or name.form not in {Form.FULL, Form.SINGLE, Form.TITLED}:
                continue
            if letters := _said_of(text, span.start, span.end, name):
                found = candidates(record.people, name, max(span.score, ENOUGH_FULL))
                # Of several of the name any may be meant.
                said[unit.group or unit.id, letters].update(found)
    for (_, letters), numbers in said.items():
        # In other documents they may be this person's too, and are asked about.
        record.people.by_initials[letters].update(numbers)
    return {key: numbers for key, numbers in said.items() if numbers}


def _said_of(text: str, start: int, end: int, name: Name) -> str:
    """The initials said here of a name; "" for none. Letters that do not fit it are an office's or a post's."""
    after = _IN_BRACKETS.match(text, end)
    if after and (letters := _plain(after[1])) and _fit(letters, name):
        return letters
    row = _ROW.search(text[max(start - _BEGINNING, 0) : start])
    if row is None:
        return ""
    letters = _plain(row[1])
    headed = _HEADING.search(text[max(start - _TABLE, 0) : start]) is not None
    one = name.form is Form.SINGLE and name.surname[0] == letters[0] and _ENTRY_ENDS.match(text, end) is not None
    return letters if headed and (one or _fit(letters, name)) else ""


def _fit(letters: str, name: Name) -> bool:
    if name.form is not Form.FULL:
        return False
    words = (*name.given, *name.surname.split())
    return letters in {initials_of(words), words[0][0] + words[-1][0], initials_of((words[0], words[-1]))}


def _plain(letters: str) -> str:
    return fold(letters.replace(".", ""))
