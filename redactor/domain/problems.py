# SPDX-License-Identifier: AGPL-3.0-or-later
"""What was wrong with a page or a file, as sentences that can be told in another language.

They stand in the case file as plain English, like the finder's reasons (:mod:`redactor.domain.why`). Here they are
recognised again, sentence by sentence; one that is none of those below stays as it was written.
"""

from __future__ import annotations

import re
from functools import lru_cache

from redactor.domain.saying import count, joined, said_each, say
from redactor.domain.why import pattern_of

#: Sentences with something of the page or file in them. Those of errors are gathered where the errors are.
WITH_VALUES = said_each(
    "Page {number} could not be read ({reason})",
    "Handwriting or unclear print: {unsure} of {words} words may be misread",
    "Something in {places} looks like writing and could not be read with certainty",
    "Something in {places} is written or drawn by hand and was not read: look at it",
    "it cannot be read from disk ({reason})",
    "the same file is in the case already as '{name}'; it is kept once",
    "it unpacks to more than {most} MB",
    "LibreOffice took longer than {seconds} seconds over this file",
    "LibreOffice needed more than {most} MB of memory for this file",
    "the file is damaged and cannot be converted ({kind})",
    "it lies more than {most} files deep in others",
    "it could not be opened ({kind})",
    "it could not be opened: {reason}",
    "this is {what}",
)
#: Sentences that are the same wherever they stand, besides those of errors.
FIXED = said_each(
    "Some words could not be read, neither from their letters nor from how they look: read them on the page",
    "No words could be read on this page, but it is not blank: look for handwriting, faces or names",
    "There is a picture on this page: look for faces, handwriting or names",
    "A picture without readable words: look for faces, handwriting or names",
    "Part of this page is damaged and may be missing: compare it with the paper or ask for the file again",
    "it is not in the file, which is damaged or cut short",
    "left in the folder by Windows, macOS or Office; it holds no record",
    "left in the archive by an operating system; it holds no record",
    "Copy it to this PC and add it again",
    "it holds macros; they were not run",
    "what is in it besides its pages could not be looked into",
)
_PATTERNS = [(pattern_of(template), template) for template in WITH_VALUES]
_PLACES = re.compile(r"(\d+) places?")


@lru_cache(maxsize=4096)
def problem_again(stored: str) -> str:
    """What was wrong, recognised; "" for nothing."""
    return joined([_part(part) for part in stored.split(". ")], ". ") if stored else ""


def _part(part: str) -> str:
    for pattern, template in _PATTERNS:
        if found := pattern.fullmatch(part):
            # What is put in may be such a sentence itself, as a reason within brackets is; a file's name is none.
            return say(template, **{name: _value(name, value) for name, value in found.groupdict().items()})
    return say(part)


def _value(name: str, value: str) -> str:
    if places := _PLACES.fullmatch(value):
        return count(int(places[1]), "place")
    return value if name == "name" else say(value)
