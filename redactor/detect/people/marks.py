# SPDX-License-Identifier: AGPL-3.0-or-later
"""What stands beside names and is written like initials: "D.o.b.", "Marijke d.", "P.S.", and on a school's report the
subject taught and its grade, "R.E.  A"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from redactor.detect.language.text import Token
from redactor.detect.language.words import HUMAN_VERBS

#: What stands before a date, a name or in the margin and is no initials: "D.o.b.", "p.s. ", "NB. ", "c.c. ", "P.A.:".
_HEAD_OF_A_FIELD = re.compile(
    r"(?<!\w)(?i:d\.[ ]?o\.?[ ]?b)\b|p\.s\b|(?<![\w.])(?:[cC]\.[ ]?[cC]\.?(?=[ :])|P\.[ ]?A\.?[ ]?:)|"
    r"(?<![^\n])[ \t]*NB[.:][ ]|(?:Fl|Rm|No)\.[ ]?\d"
)
#: How far (characters) before one of its letters a field's head may begin.
_BACK = (2, 3, 4)
#: In a chronology: "Marijke d.", "Roisin b. 2001".
_BORN_OR_DIED = re.compile(r"[bd](?:\.(?!\w)|[ ](?=(?:c\.?[ ]?)?(?:\d{1,2}[./]\d{1,2}[./])?(?:1[89]|20)\d\d\b))")
#: Before it, in its line, is whoever it is said of.
_NAME_BEFORE = re.compile(r"[A-Z][\w'’-]+\)?,?[ \t]{1,2}\Z")
#: What is taught, with its grade perhaps, and the tutor of the whole group; initials like any on any other page.
_TAUGHT = re.compile(r"(?:[RP]\.[ ]?E\.?(?:\s+[A-GU])?|GPT)")
_SCHOOL = re.compile(
    r"(?i)\b(?:maths|mathematics|english|science|geography|history|french|lessons?|grades?|timetable|teacher|attainment|"
    r"homework|(?:p\.?e\.?|gym) kit)\b"
)
#: "P.S." begins what is added to a letter; alone in its line it may be who signs.
_ADDED = re.compile(r"P\.[ ]?S\.?")
#: "P.S. was seen", "R.E. said" tell of somebody.
_WORD_AFTER = re.compile(r"[ \t\n]([a-z]+)")
_OF_SOMEBODY = frozenset(("was", "is", "has", "had", "said", "says", "and", "to", "will", "who"))
_GOES_ON = re.compile(r"[ \t]*[:,-]?[ \t]*\w")


def heads_a_field(text: str, start: int) -> bool:
    """Whether what begins here is the label of what follows, or a letter of it: the "o" of "D.o.b."."""
    heads = (_HEAD_OF_A_FIELD.match(text, start - back) for back in (0, *_BACK) if back <= start)
    return any(head is not None and head.end() > start for head in heads)


def born_or_died(text: str, start: int) -> bool:
    """Whether a "b." or "d." at this offset says that whoever stands before it was born or has died."""
    return bool(_BORN_OR_DIED.match(text, start) and _NAME_BEFORE.search(text[max(start - 40, 0) : start]))


def _care_of(text: str, word: Token) -> bool:
    """Whether a letter is of "c/o", which stands between two people."""
    return text.startswith("c/o", word.start) or (word.low == "o" and text.endswith("c/", 0, word.start))


def is_mark(text: str, start: int, end: int) -> bool:
    """Whether ``text[start:end]``, read as somebody's name, is a postscript's "P.S." or a subject taught at school."""
    after = _WORD_AFTER.match(text, end)
    if after is not None and (after[1] in HUMAN_VERBS or after[1] in _OF_SOMEBODY):
        return False
    if _ADDED.fullmatch(text, start, end):
        return not text[text.rfind("\n", 0, start) + 1 : start].strip() and _GOES_ON.match(text, end) is not None
    return _TAUGHT.fullmatch(text, start, end) is not None and _SCHOOL.search(text) is not None


def without_marks(text: str, words: Sequence[Token]) -> Iterator[list[Token]]:
    """The words of a find in the stretches that are left without "b." and "d.", up to where a field begins."""
    stretch: list[Token] = []
    for word in words:
        if heads_a_field(text, word.start):
            break
        if word.shape == "l" and (born_or_died(text, word.start) or _care_of(text, word)):
            if stretch:
                yield stretch
            stretch = []
        else:
            stretch.append(word)
    if stretch:
        yield stretch
