# SPDX-License-Identifier: AGPL-3.0-or-later
"""Names by where papers have a place for them: fields, sheets, the heads of messages, greetings, signatures."""

from __future__ import annotations

import re
from collections.abc import Iterator

from redactor.detect.language.found import RawSpan
from redactor.detect.language.nameread import LABEL
from redactor.detect.language.starts import starts_of
from redactor.detect.language.words import STOP, THING_AFTER
from redactor.detect.layers.introduced import Introduced

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
#: The head of the next column, not what stands in the field.
_HEADINGS = re.compile(
    r"(?i)[ \t]*(?:post|role|agency|title|job title|designation|organi[sz]ation|relationship|relation|address|date|dob|"
    r"d\.o\.b\.?|telephone|tel|phone|contact|contact details|status|comments?|notes?|actions?|age|gender|team|"
    r"signature|attended|position|department|service|email|e-mail|owner|deadline|when|by when)[ \t]*(?=\n|\t|\||$)"
)
#: What stands between two names of a list, and what is said of the first in brackets.
_NEXT = re.compile(r"[ \t]*(?:\([^)\n]{1,40}\)|<[^>\n]{3,80}>)?[ \t]*(?:;|,|&|/|\band\b|\|)[ \t]*(?:\n[ \t>]*)?")
#: The lines over "Subject:" in the head of a message.
_MAIL_ABOVE = re.compile(r"(?im)^[ \t>]{0,40}(?:from|to|sent|date|cc|bcc):[^\n]*\n[ \t>]{0,40}\Z")
_IN_BRACKETS = r"<[ \t]{0,3}(?:mailto:)?[\w.+'-]{1,64}@[\w.-]{3,64}>"
_MAIL_ADDRESS = re.compile(_IN_BRACKETS)
#: The name before an address in brackets; at most as many letters before it as _MAIL_NAME_ROOM.
_MAIL_NAME = re.compile(rf"(?P<name>[^<>\n|;:,]{{3,50}}?|[^<>\n|;:]{{3,50}}?)[ \t]{{0,3}}{_IN_BRACKETS}")
_MAIL_NAME_ROOM = 53
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


class Fields(Introduced):
    """Names in the places made for them."""

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
            more = _NEXT.match(self.text, end)
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
