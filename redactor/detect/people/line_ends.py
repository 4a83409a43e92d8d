# SPDX-License-Identifier: AGPL-3.0-or-later
"""Where a find has gone on over the end of a line or a cell into somebody else's name: "Mrs Dunmore" over "Keira calls
Pat her aunt". The subject's own forename begins most sentences of a record: taken for somebody's surname it would
have the subject's whole page hidden from them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from redactor.detect.language.found import SubjectFacts
from redactor.detect.language.lexicon import Lexicon, lexicon
from redactor.detect.language.nameform import Form, parse
from redactor.detect.language.text import Token, plain, tokens
from redactor.detect.language.words import TITLES, any_of

#: What parts lines and cells.
_BREAK = re.compile(r"\n|\t|[ ]{2,}|\|")
_TITLE_BEFORE = re.compile(rf"(?i)(?<!\w)(?:{any_of(TITLES)})\.?[ \t]\Z")
#: "Gillow, " before a forename: the name is written surname first.
_SURNAME_BEFORE = re.compile(r"(?:\A|[\n\t>|;:] ?)[A-Z][\w'-]+,[ ]?\Z")
_FAR = 40


def own_names(subject: SubjectFacts | None) -> tuple[frozenset[str], frozenset[str]]:
    """The subject's forenames and surnames, folded."""
    forenames: set[str] = set()
    surnames: set[str] = set()
    words = lexicon()
    for written in (subject.name, *subject.aliases) if subject is not None else ():
        text = plain(written)
        if (name := parse(text, tokens(text), words)) is None:
            continue
        if name.form is Form.FULL:
            forenames.update(name.given)
            surnames.add(name.surname)
        elif name.form is Form.SINGLE and name.surname in words.gender:
            forenames.add(name.surname)
    return frozenset(forenames), frozenset(surnames)


def at_line_ends(
    text: str, found: Sequence[Token], own: tuple[frozenset[str], frozenset[str]], words: Lexicon
) -> list[list[Token]]:
    """The words of a find, split where the next line or cell is another's."""
    for at in range(1, len(found)):
        before, word = found[at - 1], found[at]
        gap = text[before.end : word.start]
        if "," in gap or not _BREAK.search(gap):
            continue
        head, rest = list(found[:at]), list(found[at:])
        if word.low in own[0] and before.low not in own[0] | own[1]:
            return [head, *at_line_ends(text, rest, own, words)]
        if at > 1:
            continue
        lead = text[max(before.start - _FAR, 0) : before.start]
        if words.forename(word.low) and before.low not in words.gender and _TITLE_BEFORE.search(lead):
            return [head, rest]
        if words.forename(before.low) and _SURNAME_BEFORE.search(lead):
            return [head, rest] if words.forename(word.low) or word.low in words.surnames else [head]
    return [list(found)]
