# SPDX-License-Identifier: AGPL-3.0-or-later
"""Names by who they are said to be in running text: titles, roles, relations, "the Hobbs family", "known as"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from redactor.detect.language.found import RawSpan
from redactor.detect.language.nameread import like_name, lower_name
from redactor.detect.language.starts import Anywhere, first_words
from redactor.detect.language.words import RELATIONS_IN, ROLES_IN, ROLES_SHORT_IN, STOP, TITLES
from redactor.detect.layers.introduced import Introduced

_TITLE = Anywhere(
    re.compile(rf"(?<![\w-])(?:{'|'.join(sorted(TITLES, key=len, reverse=True))})(?![\w-])\.?", re.I),
    first_words(TITLES),
)
#: A line that ends in a title: the name begins the next.
_LINE_BROKEN = re.compile(r"[ \t]*\n[ \t>]{0,60}(?=[A-Z])")
#: "PS 3312 Whitlock": without the number PS is a postscript.
_SERGEANT = re.compile(r"(?<![\w-])PS[ \t]+\d{2,5}[ \t]+(?=[A-Z])")
#: Titles of office that are written with one capital, and with a full stop after them.
_SHORTENED = frozenset(("dr", "sgt", "insp"))
#: Ranks and grades as older papers write them: "W.P.C. Stitson", "S.E.N. Curnow". Not those that are as often
#: somebody's initials ("D.S. Brown lodges there"), and none after a title ("Mr. P.C. Hobbs").
_DOTTED_ROLES = {
    **{rank: rank for rank in ("pc", "wpc", "ewo")},
    **dict.fromkeys(("sen", "srn", "rgn"), "staff nurse"),
}
_DOTTED = re.compile(
    rf"(?<![\w.])(?P<role>{'|'.join('[.]'.join(rank.upper()) for rank in _DOTTED_ROLES)})\.[ \t]+(?=[A-Z][a-z])"
)
#: "Sr Tully dressed her leg": in capitals it is as often somebody's initials.
_SISTER = re.compile(r"(?<![\w-])Sr\.?[ \t]+(?=[A-Z][a-z])")
_APPOSITION = re.compile(r"[ ]*(?:,|:|\(|-|is|was|named|called|\(named)?[ \t]*(?:aged \d{1,3},?[ ]*)?[\"'(]?")
#: Blanks between two columns; what ties a word to the name before it.
_COLUMN_GAP = "   "
_SAID_BEFORE = re.compile(r"\w[ ]?[-–,(/:][ ]?\Z")
_FAMILY = re.compile(
    r"\b[Tt]he[ \t]+((?:[A-Z][\w'-]+))[ \t]+(?:family|children|child|household|boys|girls|siblings|"
    r"brothers|sisters|twins|parents|kids)\b"
)
_KNOWN_AS = Anywhere(
    re.compile(
        r"""(?i)(?:\b(?:also |better |sometimes |usually |commonly |who is |is |was )?(?:known (?:as|"""
        r"""to [\w ]{2,20} as)|called|named|nicknamed|goes by(?: the name(?: of)?)?|gave (?:her|his|"""
        r"""their) name as|"""
        r"""name (?:is|was)|aka|a\.k\.a\.?|a/k/a|alias|née|nee|formerly|likes to be called|"""
        r"""prefers(?: to be called)?|call (?:her|him|them)|answers to))[ \t]+["']?"""
    ),
    frozenset(
        (
            *("also", "better", "sometimes", "usually", "commonly", "who", "is", "was", "known", "called"),
            *("named", "nicknamed", "goes", "gave", "name", "aka", "a", "alias", "née", "nee", "formerly"),
            *("likes", "prefers", "call", "answers"),
        )
    ),
)
_QUOTED = re.compile(r"""["(']{1,2}([A-Z][\w-]{2,15})["')]{1,2}""")


class Titled(Introduced):
    """Names that a word before them says something of."""

    def titles(self) -> Iterator[RawSpan]:
        for match in _TITLE.finditer(self.text):
            word = match.group().rstrip(".")
            if word.islower() and word not in {"mr", "mrs", "ms", "miss", "dr"}:
                continue
            broken = _LINE_BROKEN.match(self.text, match.end()) if word[0].isupper() else None
            offset = broken.end() if broken else match.end()
            yield from self._read(offset, "title", 0.95, lower=word.islower())

    def roles(self) -> Iterator[RawSpan]:
        text = self.text
        for match in ROLES_SHORT_IN.finditer(text):
            word = match.group()
            if word[0].isupper() and not word.isupper() and word.lower() not in _SHORTENED:
                continue
            if word.islower():
                yield from self._lower_after(match.end(), f"role:{word.lower()}")
                continue
            # "Sgt. Rowe"; but "to see the GP. Kelly said" is two sentences.
            dotted = word.lower() in _SHORTENED and text.startswith(". ", match.end())
            yield from self._read(match.end() + dotted, f"role:{word.lower()}", 0.9)
        for match in _DOTTED.finditer(text):
            if (first := self.at(match.start())) and self.words[first - 1].low in TITLES:
                continue
            yield from self._read(match.end(), f"role:{_DOTTED_ROLES[match['role'].replace('.', '').lower()]}", 0.9)
        for match in _SERGEANT.finditer(text):
            yield from self._read(match.end(), "role:sgt", 0.9)
        for match in _SISTER.finditer(text) if "Sr" in text else ():
            yield from self._read(match.end(), "role:ward sister", 0.9)
        for match in ROLES_IN.finditer(text):
            if self._beside_next_column(match.start(), match.end()):
                continue
            gap = _APPOSITION.match(text, match.end())
            end = gap.end() if gap else match.end()
            yield from self._read(end, f"role:{match.group().lower()}", 0.85, far=1)
        for match in RELATIONS_IN.finditer(text):
            if self._beside_next_column(match.start(), match.end()):
                continue
            gap = _APPOSITION.match(text, match.end())
            end = gap.end() if gap else match.end()
            yield from self._read(end, f"relation:{match['rel'].lower()}", 0.85, far=1)
            if match.group().islower() and end - match.end() <= 2:
                yield from self._lower_after(end, f"relation:{match['rel'].lower()}")
        for match in _FAMILY.finditer(text):
            index = self.at(match.start(1))
            if index < len(self.words) and like_name(self.words[index], self.lexicon, True):
                low = self.words[index].low
                if low in self.lexicon.surnames or self.lexicon.unheard(low):
                    yield self.span(index, index + 1, 0.8, "family")

    def _beside_next_column(self, start: int, end: int) -> bool:
        """Whether a word says who the name before it is, and who follows it stands in the next column: "Lorcan Devine -
        Grandfather      Sana Mirza"."""
        return (
            self.text.startswith(_COLUMN_GAP, end)
            and _SAID_BEFORE.search(self.text, max(start - 6, 0), start) is not None
        )

    def _lower_after(self, offset: int, by: str) -> Iterator[RawSpan]:
        """A name in rushed lower case after a role or a relation ("sw patel", "mum sharon")."""
        first = self.at(offset)
        if (
            first >= len(self.words)
            or self.text[offset : self.words[first].start].strip(" ,(")
            or self.words[first].start - offset > 2
        ):
            return
        last = first
        while (
            last < len(self.words)
            and last - first < 2
            and self.words[last].shape == "l"
            and len(self.words[last].low) > 2
        ):
            if last > first and self.text[self.words[last - 1].end : self.words[last].start] != " ":
                break
            if not lower_name(self.words[last].low, self.lexicon):
                break
            last += 1
        if last > first:
            yield self.span(first, last, 0.7, by)

    def known_as(self) -> Iterator[RawSpan]:
        for match in _KNOWN_AS.finditer(self.text):
            first = self.at(match.end())
            if (
                first < len(self.words)
                and self.words[first].start == match.end()
                and self.words[first].shape in {"C", "U"}
            ):
                spans = list(self._read(match.end(), "known as", 0.8))
                if not spans and self.words[first].shape == "C" and self.words[first].low not in STOP:
                    spans = [self.span(first, first + 1, 0.6, "known as")]
                yield from spans
        for match in _QUOTED.finditer(self.text):
            index = self.at(match.start(1))
            before = self.words[index - 1] if index else None
            if (
                before
                and before.shape == "C"
                and match.start() - before.end <= 1
                and (self.lexicon.forename(before.low) and like_name(self.words[index], self.lexicon, True))
            ):
                yield self.span(index, index + 1, 0.7, "nickname")
