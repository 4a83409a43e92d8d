# SPDX-License-Identifier: AGPL-3.0-or-later
"""What is private of somebody who is in a record for work: their home and their own numbers are not their office's."""

from __future__ import annotations

import re

from redactor.detect.language.text import fold
from redactor.detect.language.words import MAIL_PRIVATE
from redactor.detect.layers.addresses import LIVES
from redactor.detect.people.owners import Owners
from redactor.detect.people.record import Record
from redactor.domain.mentions import Label

_DETAIL = r"(?:add?ress|phone|telephone|tel|mobile|mob|cell|number|no|nos|e-?mail|landline|line|contact details)"
#: What leads to it: "her private mobile:", "own address,", "Home:".
_BEFORE = re.compile(
    r"(?:\b(?:home|private|personal|own)[ \t\n]+(?:(?:phone|telephone|mobile|mob|e-?mail|contact|landline)[ \t\n]+)?"
    rf"{_DETAIL}\b[.\w ,]{{0,24}}?|(?:^|[\n\t|,;(])[ \t]*(?:home|h)[ \t]*[:.]|"
    r"\b(?:at|her|his|their|my)[ \t]+home[ \t]+(?:on|at|in)?|"
    r"\b(?:resid(?:es|ed|ing)|resident)[ \t\n]+(?:at|in|on))[\s:.,|(\u2013-]*\Z",
    re.I,
)
_AFTER = re.compile(
    r"[ \t]*[(\[-]?[ \t]*(?:home|h|private|personal|own phone|own number)\b[ \t]*(?:[)\],;]|\.(?!\w)|\n|$)", re.I
)
_FAR = 60
_KINDS = frozenset({Label.ADDRESS, Label.PHONE, Label.EMAIL})


def private_details(record: Record, owners: Owners) -> frozenset[tuple[str, str]]:
    """Addresses, numbers and e-mail addresses (as :meth:`Owners.key`) that the text calls somebody's own anywhere."""
    found = set()
    for text, spans in zip(record.texts, record.raw, strict=True):
        for span in spans:
            if span.label not in _KINDS:
                continue
            before, value = text[max(span.start - _FAR, 0) : span.start], text[span.start : span.end]
            free = span.label == Label.EMAIL and fold(value).partition("@")[2] in MAIL_PRIVATE
            lives = span.label == Label.ADDRESS and LIVES.search(before)
            if free or lives or _BEFORE.search(before) or _AFTER.match(text, span.end):
                found.add(owners.key(span.label, value))
    return frozenset(found)
