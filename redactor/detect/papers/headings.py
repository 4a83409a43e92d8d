# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a document calls itself: its heading, or an e-mail's subject. Proposed, never printed unseen."""

from __future__ import annotations

import re
from collections.abc import Sequence

from redactor.detect.language.dates import DATE

#: Lines from the top among which a heading stands, and its longest.
_TOP, _LONGEST = 12, 80
#: What papers of an office call themselves, in one word.
_PAPER = re.compile(
    r"(?i)\b(?:assessments?|plan|report|review|minutes|notes?|form|chronology|summary|statement|notification|invoice|bill|"
    r"message|discussion|conference|meeting|record|recording|response|referral|application|consent|agreement|order|"
    r"certificate|decision|complaint|questionnaire|checklist|timeline|transcript|log|survey|evaluation|profile|contract|"
    r"risk|screening)\b"
)
#: Who wrote it, where, and how it is to be kept: never what it is.
_NOT = re.compile(
    r"(?i)\b(?:council|services?|infirmary|hospital|nhs|trust|school|academy|college|department|police|partnership|llp|"
    r"ltd|limited|solicitors|team|surgery|practice|centre|court|directorate|unit|locality|clinic)\W*$|"
    r"^\W*(?:dear|re\b|ref\b|our ref|your ref|confidential|private|restricted|official|page \d|in the \w+ court|tel\b|"
    r"e-?mail|www\.|name\b|to\b|from\b|cc\b|date\b|part \d|section \d+\b(?! report))"
)
_SUBJECT = re.compile(r"(?i)^\s*subject\s*:\s*(.*)$")
_ANSWER = re.compile(r"(?i)^(?:\s*(?:re|fw|fwd|aw|sv|antw)\s*(?:\[\d+\])?\s*:\s*)+")
_WHOSE = re.compile(
    r"\s[-–]\s+[A-Z]\w+ [A-Z]\w+|\b[A-Z]{3,}, ?[A-Z][a-z]+|(?i:\b(?:id|dob|d\.o\.b|nhs no|upn|ref|born)\b)|\b\d{5,}"
)
#: What is left of a reference whose number was cut off.
_CUT = re.compile(r"(?i)(?:\s+(?:number|no\.?|ref(?:erence)?\.?))?\s+\S*/$")
#: What stays in capitals where a whole line was written in them.
_ACRONYMS = frozenset({
    "NHS", "GP", "PEP", "LAC", "CLA", "EHCP", "EHC", "SEN", "SEND", "OT", "MCA", "ICPC", "RCPC", "TAF", "TAC", "CIN",
    "CP", "DWP", "PIP", "ESA", "MARAC", "MAPPA", "CAMHS", "IEP", "PPN", "DOLS", "ASD", "ADHD", "CQC", "MASH", "UK",
})  # fmt: skip


def heading(head: Sequence[str], kind: str) -> str:
    """What the document is called in its own words, without dates; "" when nothing near the top is a heading.

    ``head`` are its first lines, ``kind`` what it was found to be. An e-mail's subject comes without "RE:".
    """
    if kind == "e-mail":
        return _subject(head)
    for line in head[:_TOP]:
        if re.match(r"(?i)\W*dear\b", line):
            break
        if said := _as_heading(line):
            return said
    return ""


def _subject(head: Sequence[str]) -> str:
    for number, line in enumerate(head):
        if match := _SUBJECT.match(line):
            # In a printed table the value stands in the next cell, which reads as the next line.
            said = match[1].strip() or (head[number + 1] if number + 1 < len(head) else "")
            said = _ANSWER.sub("", said).strip()
            return said if 3 <= len(said) <= _LONGEST and ":" not in said[:12] else ""
    return ""


def _as_heading(line: str) -> str:
    """The line as a heading, or "": short, no sentence, no label with its value, and in words for papers."""
    plain = DATE.sub(" ", line)
    plain = re.sub(r"(?i)\b(?:held )?on (?:(?:mon|tues|wednes|thurs|fri|satur|sun)day)?\s*(?:at .*)?$", "", plain)
    # What a program prints behind a heading: whose it is, born when, under which number.
    plain = _WHOSE.split(plain, maxsplit=1)[0]
    plain = _CUT.sub("", " ".join(plain.split())).strip(" .,;:-–")
    words = [word for word in plain.split() if word[0].isalpha()]
    if not words or not 4 <= len(plain) <= _LONGEST or not _PAPER.search(plain) or _NOT.search(plain):
        return ""
    if ":" in plain or line.rstrip().endswith((".", ",", "?")) or sum(c.isdigit() for c in plain) > 6:
        return ""
    small = sum(word[0].islower() for word in words)
    if not words[0][0].isupper() or small > max(3, 2 * len(words) // 3):
        return ""
    return _quiet(plain) if plain.isupper() else plain


def _quiet(plain: str) -> str:
    """A line in capitals as one in small letters."""
    words = [word if word.strip("()/,") in _ACRONYMS else word.lower() for word in plain.split()]
    said = " ".join(words)
    return said[:1].upper() + said[1:]
