# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the subject is called by the forms about them: "Likes to be called: Mags" on the sheet at the front of the file.
Nobody else's names may become theirs, so the form's last name above that field has to be the subject's."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from redactor.detect.language.found import SubjectFacts
from redactor.detect.language.lexicon import lexicon
from redactor.detect.language.text import fold
from redactor.detect.language.words import STOP, TITLES

_CALLED = re.compile(
    r"(?im)^[ \t]*(?:(?:is|also|usually|commonly)[ \t]+)?(?:known[ \t]+(?:as|by)|likes?[ \t]+to[ \t]+be[ \t]+called|"
    r"prefers?[ \t]+to[ \t]+be[ \t]+called|preferred[ \t]+(?:fore|first[ \t]+)?name|aliases|alias|aka|nick[ -]?names?)"
    r"[ \t]*(?:\(s\))?[ \t]*(?:[:|\t]|(?P<below>\n)|[ ]{2})[ \t]*(?P<names>[^\n]{2,80})$"
)
#: Fields with a name on a form. The last of them above what somebody is called says who it is about.
_NAME_FIELD = re.compile(
    r"(?im)^[ \t]*(?P<field>(?:[\w'’()/-]+[ \t]+){0,4}?(?:names?|name\(s\)|forenames?|surname|subject|client|"
    r"patient|child|service user|next of kin|contact|"
    r"mother|father|mum|dad|carer|parent|guardian|partner|sister|brother|"
    r"(?:name of )?(?:the )?(?:person|child|client|patient|pupil|resident|tenant|applicant)))"
    r"[ \t]*(?:[:|\t]|\n|[ ]{2}|[ ](?=[A-Z]))"
)
#: The field is no farther below the name than this (characters).
_FAR = 260
_PART = re.compile(r"[;,/|]|\band\b|\bor\b")
#: In quotation marks a name stands by itself, whatever is said of it: '"Kiki" at home'.
_QUOTED = re.compile(r"(?:^|(?<=[;,/| ]))[\"“‘']([^\"“”‘’']{2,40})[\"”’'](?=[ \t;,/|]|$)[^;,/|]*")
_NAME = re.compile(r"[^\W\d_][\w'’-]{1,24}(?:[ ][^\W\d_][\w'’-]{1,24}){0,2}")
_MOST = 6
_ROW_ENDS = re.compile(r"\s*\Z|\n[ \t]*\n")


def called(texts: Sequence[str], subject: SubjectFacts | None) -> SubjectFacts | None:
    """``subject`` with the names that forms about them give beside their own."""
    if subject is None:
        return None
    own = fold(subject.name).replace(",", " ").split()
    if len(own) < 2:
        return subject
    known = {fold(name) for name in (subject.name, *subject.aliases)}
    found = dict.fromkeys(name for text in texts for name in _names(text, own) if fold(name) not in known)
    return replace(subject, aliases=(*subject.aliases, *list(found)[:_MOST])) if found else subject


def _names(text: str, own: Sequence[str]) -> Iterator[str]:
    for field in _CALLED.finditer(text):
        begin = max(field.start() - _FAR, 0)
        above = text[begin : field.start()]
        if not _about(above, own):
            continue
        written = re.split(r"(?i)\bnot\b", re.sub(r"\([^)]*\)?", " ", field["names"]))[0]
        parts = [part.strip(" \t\"'“”‘’.") for part in _PART.split(_QUOTED.sub(r"\1", written))]
        # Below, the field may be empty and somebody else's cell come next, unless the subject's own name is in it.
        theirs = not field["below"] or any(_like(fold(name).split(), own) for name in parts)
        for name in parts:
            if not theirs and (len(fold(name).split()) > 1 or not _ROW_ENDS.match(text, field.end())):
                continue
            if _NAME.fullmatch(name) and name[0].isupper() and not _everyday(name):
                yield name


def _about(above: str, own: Sequence[str]) -> bool:
    """Whether the last names of a form, in this text above a field, are all of the subject's."""
    low = fold(above)
    at = [_last(low, word) for word in (own[0], own[-1])]
    if min(at) < 0:
        return False
    # Forename and surname may have a field each: no other name field comes below the lower of the two.
    return not any(field.start() > max(at) for field in _NAME_FIELD.finditer(above))


def _last(low: str, word: str) -> int:
    return max((m.start() for m in re.finditer(rf"(?<!\w){re.escape(word)}(?!\w)", low)), default=-1)


def _like(name: Sequence[str], own: Sequence[str]) -> bool:
    """Whether a name shares a word with the subject's, or is a usual form of their forename."""
    return bool(set(name) & set(own)) or (len(name) == 1 and lexicon().same_forename(name[0], own[0]))


def _everyday(name: str) -> bool:
    words = lexicon()
    return any(
        low in STOP or low in TITLES or (low in words.basic and low not in words.gender) for low in fold(name).split()
    )
