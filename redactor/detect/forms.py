# SPDX-License-Identifier: AGPL-3.0-or-later
"""Names found by what stands around them: roles, relations, forms, e-mail headers, signatures, salutations."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from redactor.detect.found import RawSpan
from redactor.detect.lexicon import Lexicon
from redactor.detect.nameread import like_name, lower_name, read_name
from redactor.detect.notpeople import NotPeople
from redactor.detect.text import Token, starts_sentence
from redactor.detect.words import (
    BEFORE_PERSON,
    HUMAN_VERBS,
    MONTHS,
    RELATION,
    ROLE,
    ROLE_SHORT_RE,
    STOP,
    TITLES,
)

_TITLE = re.compile(rf"(?<![\w-])(?:{'|'.join(sorted(TITLES, key=len, reverse=True))})(?![\w-])\.?", re.I)
_FIELD = re.compile(
    r"(?im)(?:^|(?<=[|\t;]))[ \t>]*(?P<label>(?:full |first |middle |last |family |known |preferred |previous |child'?s |"
    r"client'?s |patient'?s |pupil'?s |parent'?s |carer'?s |mother'?s |father'?s |adult'?s |contact |other |your )*"
    r"(?:name|forenames?|surname|initials|names)(?: of [\w' ]{3,30})?|(?:allocated|assigned|key|responsible|reporting|referring)? ?(?:worker|social worker)|"
    r"author|chair|chaired by|minutes(?: taken)? by|minute taker|from|to|cc|bcc|sent by|sender|recipient|attendees?|attended by|present|"
    r"in attendance|apologies|invited|circulation|distribution|copies to|copy to|copy|copied to|signed(?: by)?|completed by|prepared by|printed by|"
    r"recorded by|entered by|created by|written by|assessor|assessed by|supervisor|supervised by|manager|authorised by|approved by|"
    r"next of kin|nok|emergency contact|main contact|contact person|mother|father|mum|dad|parents?|carers?|siblings?|brother|sister|partner|"
    r"spouse|children|guardian|subject|client|patient|pupil|service user|child|adult|gp|school nurse|health visitor|"
    r"referrer|referred by|caller|complainant|victim|suspect|witness(?:es)?|officer|oic|informant|perpetrator|persons?|by whom|"
    r"tenant|landlord|applicant|interviewer|interviewee|re|regarding|student|tutor|keyworker|key worker|advocate|solicitor)"
    r"[ \t]*(?::|\||\t| - )[ \t]*"
)
_GREETING = re.compile(
    r"(?im)^[ \t>]*(?:dear|hi|hello|hiya|hey|good (?:morning|afternoon|evening)|morning|afternoon)[ \t,]+(?:both |all,? )?"
)
_DEAR_INLINE = re.compile(r"\bDear[ \t]+")
_CLOSING = re.compile(
    r"(?im)(?:yours (?:sincerely|faithfully|truly)|(?:kind|best|warm|many|with)?[ \t]*(?:regards|wishes|thanks)|sincerely|cheers|thanks|many thanks|love)[ \t]*[,.!]?[ \t]*\n(?:[ \t>]*\n){0,4}[ \t>]*"
)
_KNOWN_AS = re.compile(
    r"""(?i)(?:\b(?:also |better |sometimes |usually |commonly |who is |is |was )?(?:known (?:as|to [\w ]{2,20} as)|called|named|nicknamed|goes by(?: the name(?: of)?)?|gave (?:her|his|their) name as|"""
    r"""name (?:is|was)|aka|a\.k\.a\.?|a/k/a|alias|née|nee|formerly|likes to be called|prefers(?: to be called)?|call (?:her|him|them)|answers to))[ \t]+["']?"""
)
_QUOTED = re.compile(r"""["(']{1,2}([A-Z][\w-]{2,15})["')]{1,2}""")
_FAMILY = re.compile(
    r"\b[Tt]he[ \t]+((?:[A-Z][\w'-]+))[ \t]+(?:family|children|child|household|boys|girls|siblings|brothers|sisters|twins|parents|kids)\b"
)
_MAIL_NAME = re.compile(
    r"(?P<name>[^<>\n|;:,]{3,50}?|[^<>\n|;:]{3,50}?)[ \t]*<[ \t]*(?:mailto:)?[\w.+'-]{1,64}@[\w.-]{3,64}>"
)
_APPOSITION = re.compile(r"[ \t]*(?:,|:|\(|-|is|was|named|called|\(named)?[ \t]*(?:aged \d{1,3},?[ \t]*)?[\"'(]?")
_REVERSED = re.compile(r",[ \t]{1,2}")
_AND = re.compile(r"[ \t]*(?:,|&|/|\+|and|or|,[ \t]*and|;)[ \t]*(?:\n[ \t>]*)?")


class Forms:
    """All the layers that read one text by its words. ``text`` went through :func:`text.plain`."""

    def __init__(self, text: str, words: list[Token], lexicon: Lexicon) -> None:
        self.text, self.words, self.lexicon = text, words, lexicon
        self.starts = [word.start for word in words]
        self.not_people = NotPeople(text)

    def at(self, offset: int) -> int:
        """The index of the first word that starts at or after the offset."""
        return bisect_left(self.starts, offset)

    def find(self) -> list[RawSpan]:
        found: list[RawSpan] = []
        for layer in (
            self.titles,
            self.roles,
            self.fields,
            self.letters,
            self.known_as,
            self.reversed,
            self.lists,
            self.lexical,
        ):
            found.extend(layer())
        return [span for span in found if not self.not_people.listed(span.start, span.end)]

    def span(self, first: int, last: int, score: float, by: str) -> RawSpan:
        return RawSpan(self.words[first].start, self.words[last - 1].end, "PERSON", score, by)

    def _read(
        self, offset: int, by: str, score: float, *, trusted: bool = True, lower: bool = False, far: int = 3
    ) -> Iterator[RawSpan]:
        """A name that begins within ``far`` characters of the offset; also "Surname, Forename"."""
        first = self.at(offset)
        if first >= len(self.words) or self.words[first].start - offset > far:
            return
        if "\n" in self.text[offset : self.words[first].start]:
            return
        while first < len(self.words) - 1 and self.words[first].low in TITLES:
            first += 1
        last = read_name(self.text, self.words, first, self.lexicon, trusted=trusted, lower=lower)
        if last == first:
            return
        start, end = self.words[first].start, self.words[last - 1].end
        if self.not_people.thing(start, end) or self.not_people.month(start, end):
            return
        yield RawSpan(start, end, "PERSON", score, by)
        yield from self._forename_after(first, last, score, by)

    def _forename_after(self, first: int, last: int, score: float, by: str) -> Iterator[RawSpan]:
        """The rest of "Surname, Forename" after a surname was read."""
        if last >= len(self.words) or not _REVERSED.fullmatch(
            self.text[self.words[last - 1].end : self.words[last].start]
        ):
            return
        word = self.words[last]
        if word.shape in {"C", "U"} and self.lexicon.forename(word.low) and like_name(word, self.lexicon, True):
            end = read_name(self.text, self.words, last, self.lexicon, trusted=True, breaks=False)
            if end - last <= 2 and last - first <= 2 and end > last:
                yield self.span(first, end, score, by + ":reversed")

    def titles(self) -> Iterator[RawSpan]:
        for match in _TITLE.finditer(self.text):
            word = match.group().rstrip(".")
            if word.islower() and word not in {"mr", "mrs", "ms", "miss", "dr"}:
                continue
            if (
                word.lower() in {"fr", "master", "sir", "lady", "lord", "madam", "justice", "judge", "miss"}
                and word.islower()
                and word != "miss"
            ):
                continue
            yield from self._read(match.end(), "title", 0.95, lower=word.islower())

    def roles(self) -> Iterator[RawSpan]:
        text = self.text
        for match in ROLE_SHORT_RE.finditer(text):
            word = match.group()
            if word[0].isupper() and not word.isupper() and word.lower() != "dr":
                continue
            if word.islower():
                yield from self._lower_after(match.end(), f"role:{word.lower()}")
                continue
            yield from self._read(match.end(), f"role:{word.lower()}", 0.9)
        for match in ROLE.finditer(text):
            gap = _APPOSITION.match(text, match.end())
            end = gap.end() if gap else match.end()
            yield from self._read(end, f"role:{match.group().lower()}", 0.85, far=1)
        for match in RELATION.finditer(text):
            gap = _APPOSITION.match(text, match.end())
            end = gap.end() if gap else match.end()
            yield from self._read(end, f"relation:{match['rel'].lower()}", 0.85, far=1)
            if match.group().islower() and end - match.end() <= 2:
                yield from self._lower_after(end, f"relation:{match['rel'].lower()}")
        for match in _FAMILY.finditer(text):
            index = self.at(match.start(1))
            if index < len(self.words) and like_name(self.words[index], self.lexicon, True):
                word = self.words[index]
                if word.low in self.lexicon.surnames or self.lexicon.unheard(word.low):
                    yield self.span(index, index + 1, 0.8, "family")

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

    def fields(self) -> Iterator[RawSpan]:
        for match in _FIELD.finditer(self.text):
            label = match["label"].lower()
            yield from self._name_list(match.end(), f"field:{label}", 0.8)
        for match in _MAIL_NAME.finditer(self.text):
            name = match["name"]
            offset = match.start() + len(name) - len(name.lstrip(" \t\"'>"))
            yield from self._read(offset, "mail header", 0.9)

    def _name_list(self, offset: int, by: str, score: float) -> Iterator[RawSpan]:
        """Names separated by commas, semicolons or "and", to the end of the line."""
        for _ in range(30):
            spans = list(self._read(offset, by, score, far=4))
            if not spans:
                return
            yield from spans
            end = max(span.end for span in spans)
            more = re.compile(
                r"[ \t]*(?:\([^)\n]{1,40}\)|<[^>\n]{3,80}>)?[ \t]*(?:;|,|&|/|\band\b|\|)[ \t]*(?:\n[ \t>]*)?"
            ).match(self.text, end)
            if not more:
                return
            offset = more.end()

    def letters(self) -> Iterator[RawSpan]:
        for pattern, by in ((_GREETING, "greeting"), (_DEAR_INLINE, "greeting"), (_CLOSING, "signature")):
            for match in pattern.finditer(self.text):
                if by == "greeting":
                    yield from self._name_list(match.end(), by, 0.85)
                else:
                    yield from self._read(match.end(), by, 0.85)

    def known_as(self) -> Iterator[RawSpan]:
        for match in _KNOWN_AS.finditer(self.text):
            first = self.at(match.end())
            if (
                first < len(self.words)
                and self.words[first].start == match.end()
                and self.words[first].shape in {"C", "U"}
            ):
                sentence = self.words[first].low
                if sentence not in self.lexicon.common or sentence in self.lexicon.gender:
                    yield from self._read(match.end(), "known as", 0.8)
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

    def reversed(self) -> Iterator[RawSpan]:
        """ "BANNISTER, Priscilla", "Banks, Hazel", "WILLIS Carl"."""
        for index in range(len(self.words) - 1):
            surname, forename = self.words[index], self.words[index + 1]
            if surname.shape not in {"C", "U"} or forename.shape not in {"C", "U"}:
                continue
            gap = self.text[surname.end : forename.start]
            low = forename.low
            if _REVERSED.fullmatch(gap):
                shouted = surname.shape == "U" and forename.shape == "C" and len(surname.text) > 2
                alone = self._line_of(surname.start, index, 3)
                known = self.lexicon.forename(low) and not self.lexicon.word(low)
                if not like_name(surname, self.lexicon, True) or not like_name(forename, self.lexicon, True):
                    continue
                surname_like = (
                    surname.low in self.lexicon.surnames
                    or "-" in surname.low
                    or "'" in surname.low
                    or self.lexicon.unheard(surname.low)
                ) and not (self.lexicon.sure_forename(surname.low) and surname.low not in self.lexicon.surnames)
                if (
                    shouted
                    or (alone and self.lexicon.forename(low) and surname_like)
                    or (
                        known
                        and surname_like
                        and not self.lexicon.word(surname.low)
                        and not self.lexicon.sure_forename(surname.low)
                    )
                ):
                    end = read_name(self.text, self.words, index + 1, self.lexicon, trusted=True, breaks=False)
                    if self.not_people.thing(
                        surname.start, self.words[end - 1].end if end > index + 1 else forename.end
                    ):
                        continue
                    yield self.span(index, max(min(end, index + 3), index + 2), 0.85, "reversed")
            elif gap == " " and surname.shape == "U" and forename.shape == "C" and len(surname.text) > 2:
                if (
                    self.lexicon.forename(low)
                    and surname.low not in STOP
                    and like_name(surname, self.lexicon, True)
                    and like_name(forename, self.lexicon, True)
                    and (surname.low in self.lexicon.surnames or self.lexicon.unheard(surname.low))
                ):
                    yield self.span(index, index + 2, 0.75, "reversed")

    def _line_of(self, start: int, index: int, most: int) -> bool:
        """Whether the word opens a line or cell of at most ``most`` words."""
        before = self.text[max(start - 4, 0) : start].rstrip(" >")
        if before and before[-1] not in "\n|\t;-:":
            return False
        last = min(index + most, len(self.words))
        line_end = self.text.find("\n", start, start + 80)
        stop = line_end if line_end >= 0 else min(start + 80, len(self.text))
        if line_end < 0 and len(self.text) > start + 80:
            return False
        return (
            last >= len(self.words) or self.words[last].start >= stop or any(c in "|\t" for c in self.text[start:stop])
        )

    def lists(self) -> Iterator[RawSpan]:
        """Two or three name-like words alone on a line or in a cell ("Noor Dunmore" in a table)."""
        for index, word in enumerate(self.words):
            if word.shape not in {"C", "U"} or not self._line_of(word.start, index, 3):
                continue
            last = read_name(self.text, self.words, index, self.lexicon, trusted=True, breaks=False)
            if last - index not in (2, 3) or not self.lexicon.forename(word.low):
                continue
            end = self.words[last - 1].end
            after = self.text[end : end + 3].lstrip(" ")
            surname = self.words[last - 1]
            if after and after[0] not in "\n|\t;,(<":
                continue
            if self.not_people.thing(word.start, end):
                continue
            if surname.low in self.lexicon.surnames or self.lexicon.unheard(surname.low):
                both_words = self.lexicon.word(word.low) and self.lexicon.word(surname.low)
                yield self.span(index, last, 0.45 if both_words else 0.7, "line")

    def lexical(self) -> Iterator[RawSpan]:
        """Names by the word lists, and unknown capitalised words that do what only people do."""
        lexicon, text = self.lexicon, self.text
        for index, word in enumerate(self.words):
            if word.shape == "l":
                yield from self._lower_lexical(index)
                continue
            if word.shape not in {"C", "U"} or word.low in STOP or word.low in TITLES:
                continue
            if word.shape == "U" and (len(word.text) < 4 or not lexicon.sure_forename(word.low)):
                continue
            low = word.low
            sure = lexicon.sure_forename(low)
            if not sure and not like_name(word, lexicon, True):
                continue
            last = read_name(text, self.words, index, lexicon, trusted=True)
            if last == index:
                continue
            end = self.words[last - 1].end
            if self.not_people.thing(word.start, end) or self.not_people.month(word.start, word.end):
                continue
            surname = self.words[last - 1].low
            following = self.words[last].low if last < len(self.words) else ""
            beginning = starts_sentence(text, word.start)
            does = (
                following in HUMAN_VERBS
                and text[end : end + 1] in " '"
                and "\n\n" not in text[end : self.words[last].start if last < len(self.words) else end]
            )
            asked = bool(BEFORE_PERSON.search(text[max(word.start - 40, 0) : word.start].replace("\n", " ")))
            owns = text[end : end + 2] in {"'s", "' "} and not beginning
            if last - index >= 2:
                if sure and (surname in lexicon.surnames or lexicon.unheard(surname)):
                    yield self.span(index, last, 0.8, "lists")
                elif lexicon.forename(low) and (surname in lexicon.surnames or lexicon.unheard(surname)):
                    everyday = lexicon.word(low) and lexicon.word(surname)
                    if not (beginning and everyday):
                        yield self.span(index, last, 0.35 if everyday else 0.65, "lists")
                elif (does or asked) and not beginning and lexicon.unheard(surname):
                    yield self.span(index, last, 0.5, "context")
                continue
            if low in lexicon.proper and not sure:
                continue
            if sure:
                yield self.span(
                    index, last, 0.7 if (does or asked or owns or low not in lexicon.proper) else 0.55, "lists"
                )
            elif lexicon.forename(low) and not beginning and (does or asked or owns) and low not in MONTHS:
                yield self.span(index, last, 0.6, "context")
            elif lexicon.unheard(low) and (does or asked) and not (beginning and not does):
                yield self.span(index, last, 0.55 if asked or not beginning else 0.4, "context")
            elif lexicon.forename(low) and low in lexicon.common and does and not beginning:
                yield self.span(index, last, 0.5, "context")

    def _lower_lexical(self, index: int) -> Iterator[RawSpan]:
        """Rushed notes: "daisy gordon texted duty". A sure forename, with the word after it when that is unknown."""
        word, lexicon = self.words[index], self.lexicon
        if (
            len(word.low) < 4
            or not lexicon.sure_forename(word.low)
            or (word.low in lexicon.proper and word.low not in lexicon.gender)
        ):
            return
        before = self.text[max(word.start - 1, 0) : word.start]
        after = self.text[word.end : word.end + 1]
        if (
            before in {"@", ".", "/", "_", "-"}
            or after in {"@", "_", "/"}
            or (after == "." and self.text[word.end + 1 : word.end + 2].isalpha())
        ):
            return
        last = index + 1
        if last < len(self.words):
            following = self.words[last]
            if (
                self.text[word.end : following.start] == " "
                and following.shape == "l"
                and len(following.low) > 2
                and (
                    lexicon.unheard(following.low)
                    or (following.low in lexicon.surnames and not lexicon.word(following.low))
                )
            ):
                last += 1
        yield self.span(index, last, 0.6 if last - index > 1 else 0.5, "lower case")
