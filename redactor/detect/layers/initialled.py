# SPDX-License-Identifier: AGPL-3.0-or-later
"""Names of which forms and lists give little more than initials: "sgd RP", "Clutterbuck, R;"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from redactor.detect.language.found import RawSpan
from redactor.detect.language.nameread import like_name
from redactor.detect.language.scan import Scan
from redactor.detect.language.starts import Anywhere, first_words, starts_of, tried
from redactor.detect.language.words import ABBREVIATIONS, ROLE_SHORT, SHORTHAND, STOP
from redactor.domain.mentions import Label

#: "Designated lead's initials: HG", "sgd RP", "seen by KT."
_INITIALS_SIGN = re.compile(
    r"(?<!\w)(?:(?i:initials|initialled|sgd|signed|sig)[ \t]?[:.]?[ \t]{1,2}(?i:by[ \t])?|(?:by|By)[ \t])"
    r"(?P<value>[A-Z]{2,3})(?=[ \t]*(?:[.,;)\n]|$))"
)
_SIGNED_IN = Anywhere(_INITIALS_SIGN, first_words(("initials", "initialled", "sgd", "signed", "sig", "by")))
#: "Clutterbuck, R" in a list, alone between its semicolons or in its cell.
_LISTED = re.compile(r"(?:^|[;:|\t\n][ \t]*)(?P<value>[A-Z][\w'-]{2,30},[ ]{0,2}[A-Z])\.?(?=[ \t]*(?:[;|\t\n]|$))")
#: Who wrote a note signs it at its end: "quiet after 3. CW", and in small letters where blanks set them apart.
_SIGNS_OFF = re.compile(
    r"(?:(?<=[.!?)])[ \t]{1,40}|\t| {3,40})(?P<value>[A-Z]{2,3}|(?<=  )[a-z]{2,3})(?=[ \t]*(?:\n[ \t]*\n|\Z))"
)


#: "Mrs T from no. 19", "Mr P weighed": a title and the first letter of a surname. What goes on in letters is a
#: surname, or initials before one.
_LETTER = re.compile(
    r"(?<![\w'-])(?P<value>(?:(?:Mr|Mrs|Ms|Miss)\.?[ ](?:and|&|\+)[ ])?(?:Mr|Mrs|Ms|Miss|Mx)\.?[ \t][A-Z])"
    r"(?![\w&'’/-]|\.?[ \t]?[A-Z]|\.\w)"
)
#: The same in haste: "spoke to mr d again".
_SMALL_LETTER = re.compile(r"(?<![\w'-])(?P<value>(?:mr|mrs|ms)\.?[ \t][b-hj-z])(?![\w&'’/-]|\.[ \t]*\w)")
_WORD_ON = re.compile(r"\.?[ \t\n]{1,3}([^\W\d]+)")


_BLANK_LINE = re.compile(r"\n[ \t]*\n")
_SHORT_WORD = re.compile(r"[ \t](?:[A-Z]{2,3}|[a-z]{2,3})\Z")


def may_sign_off(text: str) -> bool:
    """Whether a paragraph ends in two or three letters by themselves."""
    ends = (part.rstrip(" \t") for part in _BLANK_LINE.split(text))
    return any(_SHORT_WORD.search(end, max(len(end) - 4, 0)) for end in ends)


def _list_starts(text: str) -> list[int]:
    """Where something listed can begin."""
    return [0, *starts_of(text).holding(*";:|\t\n")] if "," in text else []


class Initialled(Scan):
    """Initials and surnames with one, by where they stand."""

    def find(self) -> list[RawSpan]:
        return [*self.initialled(), *self.signing(), *self.listed(), *self.lettered()]

    def initialled(self) -> Iterator[RawSpan]:
        """Initials that a form says are somebody's."""
        for match in _SIGNED_IN.finditer(self.text):
            low = match["value"].lower()
            if low not in ABBREVIATIONS and low not in ROLE_SHORT and low not in SHORTHAND:
                yield RawSpan(*match.span("value"), Label.PERSON, 0.6 if len(low) == 2 else 0.4, "signature")

    def signing(self) -> Iterator[RawSpan]:
        """The initials at the end of a note."""
        for match in _SIGNS_OFF.finditer(self.text) if may_sign_off(self.text) else ():
            low = match["value"].lower()
            if low not in ABBREVIATIONS | SHORTHAND | STOP and low not in ROLE_SHORT and not self.lexicon.word(low):
                yield RawSpan(*match.span("value"), Label.PERSON, 0.6, "signature")

    def lettered(self) -> Iterator[RawSpan]:
        """A title and one letter."""
        for pattern, score in ((_LETTER, 0.7), (_SMALL_LETTER, 0.6)):
            for match in pattern.finditer(self.text):
                after = _WORD_ON.match(self.text, match.end())
                # "mrs o brien", and what a narrow cell has torn, go on.
                if after is None or self.lexicon.word(after[1].lower()) or after[1].lower() in STOP:
                    yield RawSpan(*match.span("value"), Label.PERSON, score, "title")

    def listed(self) -> Iterator[RawSpan]:
        """Surname and initial, each by itself in a list."""
        for match in tried(_LISTED, self.text, _list_starts(self.text)):
            surname = self.words[self.at(match.start("value"))]
            if like_name(surname, self.lexicon, True) and not self.not_people.listed(*match.span("value")):
                yield RawSpan(*match.span("value"), Label.PERSON, 0.55, "reversed")
