# SPDX-License-Identifier: AGPL-3.0-or-later
"""Names found by what stands around them: roles, relations, forms, e-mail headers, signatures, salutations."""

from __future__ import annotations

import re
from collections.abc import Iterator

from redactor.detect.language.found import RawSpan
from redactor.detect.language.nameread import LABEL, like_name, lower_name, read_name
from redactor.detect.language.scan import Scan
from redactor.detect.language.starts import Anywhere, first_words, starts_of
from redactor.detect.language.words import RELATIONS_IN, ROLES_IN, ROLES_SHORT_IN, STOP, THING_AFTER, TITLES

_TITLE = Anywhere(
    re.compile(rf"(?<![\w-])(?:{'|'.join(sorted(TITLES, key=len, reverse=True))})(?![\w-])\.?", re.I),
    first_words(TITLES),
)
#: What Redactor writes over a cell it has set apart: sheets are called after people too.
_SHEET_NAME = re.compile(r"(?<!\w)[Ss]heet '(?=[^'\n]{2,40}')")
_FIELD = re.compile(
    r"(?i)[ \t>]{0,40}(?P<label>(?:full |first |middle |last |family |known |preferred |"
    r"previous |child'?s |"
    r"client'?s |patient'?s |pupil'?s |parent'?s |carer'?s |mother'?s |father'?s |adult'?s |contact |other |your ){0,3}"
    r"(?:name|forenames?|surname|initials|names)(?: of [\w' ]{3,30})?|(?:allocated|assigned|key|"
    r"responsible|reporting|referring)? ?(?:worker|social worker)|"
    r"author|chair|chaired by|minutes(?: taken)? by|minute taker|from|to|cc|bcc|sent by|sender|recipient|"
    r"attendees?|attended by|present|"
    r"in attendance|apologies|invited|circulation|distribution|copies to|copy to|copy|copied to|"
    r"signed(?: by)?|completed by|prepared by|printed by|"
    r"recorded by|entered by|created by|written by|assessor|assessed by|supervisor|supervised by|manager|"
    r"authorised by|approved by|countersigned(?: by)?|signed off by|reviewed by|logged by|case holder|"
    r"lead professional|duty (?:worker|officer)|"
    r"next of kin|nok|emergency contact|main contact|contact person|mother|father|mum|dad|parents?|"
    r"carers?|siblings?|brother|sister|partner|"
    r"spouse|children|guardian|subject|client|patient|pupil|service user|child|adult|gp|school nurse|health visitor|"
    r"referrer|referred by|caller|complainant|victim|suspect|witness(?:es)?|officer|oic|informant|"
    r"perpetrator|persons?|by whom|"
    r"tenant|landlord|applicant|interviewer|interviewee|re|regarding|student|tutor|keyworker|key worker|"
    r"advocate|solicitor)"
    r"[ \t]*(?::|\||\t| - |(?=\n))[ \t]*\n?[ \t]*"
)
_START = re.compile(r"[\n|\t;]")
_GREETING = re.compile(
    r"(?im)^[ \t>]{0,40}(?:dear|hi|hello|hiya|hey|heya|alright|alrite|annwyl|helo|good (?:morning|afternoon|evening)|"
    r"morning|afternoon)[ \t,]+(?:both |all,? )?"
)
_DEAR_INLINE = re.compile(r"\bDear[ \t]+")
_CLOSING = re.compile(
    r"(?im)(?:yours (?:sincerely|faithfully|truly)|(?:kind|best|warm|many|with)?[ \t]{0,4}(?:regards|wishes|"
    r"thanks)|sincerely|cheers|thanks|many thanks|love|cofion(?: gorau| cynnes)?|diolch(?: yn fawr)?|yn gywir|"
    r"yr eiddoch yn (?:gywir|ddiffuant))[ \t]{0,4}[,.!]?[ \t]{0,4}\n(?:[ \t>]*\n){0,4}[ \t>]*"
)
#: The last words of these.
_CLOSERS = (
    *("sincerely", "faithfully", "truly", "regards", "wishes", "thanks", "cheers", "love", "cofion"),
    *("gorau", "cynnes", "diolch", "fawr", "gywir", "ddiffuant"),
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
_FAMILY = re.compile(
    r"\b[Tt]he[ \t]+((?:[A-Z][\w'-]+))[ \t]+(?:family|children|child|household|boys|girls|siblings|"
    r"brothers|sisters|twins|parents|kids)\b"
)
_IN_BRACKETS = r"<[ \t]{0,3}(?:mailto:)?[\w.+'-]{1,64}@[\w.-]{3,64}>"
_MAIL_ADDRESS = re.compile(_IN_BRACKETS)
#: The name before an address in brackets; at most as many letters before it as _MAIL_NAME_ROOM.
_MAIL_NAME = re.compile(rf"(?P<name>[^<>\n|;:,]{{3,50}}?|[^<>\n|;:]{{3,50}}?)[ \t]{{0,3}}{_IN_BRACKETS}")
_MAIL_NAME_ROOM = 53
_APPOSITION = re.compile(r"[ ]*(?:,|:|\(|-|is|was|named|called|\(named)?[ \t]*(?:aged \d{1,3},?[ ]*)?[\"'(]?")
_REVERSED = re.compile(r",[ \t]{1,2}")


#: Blanks between two columns; what ties a word to the name before it.
_COLUMN_GAP = "   "
_SAID_BEFORE = re.compile(r"\w[ ]?[-–,(/:][ ]?\Z")
#: What may stand between an introduction and the name.
_LEAD = re.compile(r"[ :,(\"'-]{0,4}")
#: The head of the next column, not what stands in the field.
_HEADINGS = re.compile(
    r"(?i)[ \t]*(?:post|role|agency|title|job title|designation|organi[sz]ation|relationship|relation|address|date|dob|"
    r"d\.o\.b\.?|telephone|tel|phone|contact|contact details|status|comments?|notes?|actions?|age|gender|team|"
    r"signature|attended|position|department|service|email|e-mail|owner|deadline|when|by when)[ \t]*(?=\n|\t|\||$)"
)
#: The lines over "Subject:" in the head of a message.
_MAIL_ABOVE = re.compile(r"(?im)^[ \t>]{0,40}(?:from|to|sent|date|cc|bcc):[^\n]*\n[ \t>]{0,40}\Z")
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
_NUMBERED = frozenset({"role:pc", "role:pcso", "role:dc", "role:ds", "role:sgt", "role:wpc", "role:police constable"})


#: A line that ends in a title: the name begins the next.
_LINE_BROKEN = re.compile(r"[ \t]*\n[ \t>]{0,60}(?=[A-Z])")


class Forms(Scan):
    """Names introduced by something."""

    def find(self) -> list[RawSpan]:
        found: list[RawSpan] = []
        for layer in (self.titles, self.roles, self.fields, self.letters, self.known_as):
            found.extend(layer())
        return found

    def _read(
        self, offset: int, by: str, score: float, *, trusted: bool = True, lower: bool = False, far: int = 3
    ) -> Iterator[RawSpan]:
        """A name that begins within ``far`` characters of the offset; also "Surname, Forename"."""
        first = self.at(offset)
        if first >= len(self.words) or self.words[first].start - offset > far:
            return
        if not _LEAD.fullmatch(self.text, offset, self.words[first].start):
            return
        if by in _NUMBERED and self.words[first].shape == "N" and first + 1 < len(self.words):
            # A police officer's collar number stands before the name.
            first += 1
        for _ in range(2):
            # "Mr and Mrs", "Rev. Dr": at most two more titles.
            if first < len(self.words) - 1 and self.words[first].low in TITLES:
                first += 1
        # After a title comes a surname, seldom more: a line break then ends it, unless a forename came first.
        whole = by != "title" or self.lexicon.forename(self.words[first].low)
        last = read_name(self.text, self.words, first, self.lexicon, trusted=trusted, lower=lower, breaks=whole)
        if last == first:
            return
        start, end = self.words[first].start, self.words[last - 1].end
        if self.not_people.thing(start, end, introduced=True) or self.not_people.month(start, end):
            return
        yield RawSpan(start, end, "PERSON", score, by)
        yield from self._forename_after(first, last, score, by)

    def _forename_after(self, first: int, last: int, score: float, by: str) -> Iterator[RawSpan]:
        """The rest of "Surname, Forename" after one word was read as the surname; not after a title."""
        if last - first != 1 or last >= len(self.words) or (first and self.words[first - 1].low in TITLES):
            return
        surname, word = self.words[first], self.words[last]
        if not _REVERSED.fullmatch(self.text[surname.end : word.start]):
            return
        if surname.shape != "U" and self.lexicon.sure_forename(surname.low):
            return
        if word.shape in {"C", "U"} and self.lexicon.forename(word.low) and like_name(word, self.lexicon, True):
            end = read_name(self.text, self.words, last, self.lexicon, trusted=True, breaks=False)
            if end - last == 1:
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

    def fields(self) -> Iterator[RawSpan]:
        for match in self._at_starts():
            label = match["label"].lower()
            if label == "subject" and _MAIL_ABOVE.search(self.text, max(match.start() - 400, 0), match.start()):
                continue  # What a message is about: "Subject: Bank statement". A name in it is read as anywhere.
            yield from self._name_list(match.end(), f"field:{label}", 0.8)
        for match in _SHEET_NAME.finditer(self.text):
            yield from self._name_list(match.end(), "field:sheet", 0.7)
        for match in self._mail_names():
            name: str = match["name"]
            offset = match.start() + len(name) - len(name.lstrip(" \t\"'>"))
            spans = list(self._read(offset, "mail header", 0.9))
            yield from spans or self._before_mail(offset, match.start() + len(name.rstrip(" \t\"'")))

    def _at_starts(self) -> Iterator[re.Match[str]]:
        """Labels at the start of a line or of a cell: tried only there, since the pattern is a long one."""
        reached = 0
        for position in (0, *(mark.end() for mark in _START.finditer(self.text))):
            if position >= reached and (match := _FIELD.match(self.text, position)):
                yield match
                reached = match.end()

    def _mail_names(self) -> Iterator[re.Match[str]]:
        """Names before an address in brackets: looked for only there, since anything could be such a name."""
        reached = 0
        for address in _MAIL_ADDRESS.finditer(self.text):
            start = max(address.start() - _MAIL_NAME_ROOM, reached)
            if match := _MAIL_NAME.search(self.text, start, address.end()):
                yield match
                reached = match.end()

    def _before_mail(self, start: int, end: int) -> Iterator[RawSpan]:
        """Two to four capitalised words before an address are its owner, whatever the lists know."""
        first, last = self.at(start), self.at(end)
        run = self.words[first:last]
        if 2 <= len(run) <= 4 and all(t.shape in {"C", "I", "U"} and t.low not in STOP | THING_AFTER for t in run):
            yield self.span(first, last, 0.75, "mail header")

    def _name_list(self, offset: int, by: str, score: float) -> Iterator[RawSpan]:
        """Names separated by commas, semicolons or "and", to the end of the line."""
        if _HEADINGS.match(self.text, offset):
            return
        for _ in range(30):
            spans = list(self._read(offset, by, score, far=4))
            if not spans:
                return
            yield from spans
            end = max(span.end for span in spans)
            more = re.compile(
                r"[ \t]*(?:\([^)\n]{1,40}\)|<[^>\n]{3,80}>)?[ \t]*(?:;|,|&|/|\band\b|\|)[ \t]*(?:\n[ \t>]*)?"
            ).match(self.text, end)
            if not more or ("\n" in more.group() and LABEL.match(self.text, more.end())):
                return
            offset = more.end()

    def letters(self) -> Iterator[RawSpan]:
        for pattern in (_GREETING, _DEAR_INLINE):
            for match in pattern.finditer(self.text):
                yield from self._name_list(match.end(), "greeting", 0.85)
        for match in self._closings():
            yield from self._read(match.end(), "signature", 0.85)

    def _closings(self) -> Iterator[re.Match[str]]:
        """What ends a letter, with the breaks after it: looked for only in lines that end with such a word."""
        begin = reached = 0
        for line in starts_of(self.text).low.split("\n")[:-1]:
            end = begin + len(line) + 1
            if end > reached and line.rstrip(" \t,.!").endswith(_CLOSERS):
                within = _CLOSING.search(self.text, max(begin, reached), end)
                if within and (match := _CLOSING.match(self.text, within.start())):
                    yield match
                    reached = match.end()
            begin = end

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
