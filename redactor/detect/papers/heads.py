# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a line of a shared paper begins: a dated entry, a part about one person, a heading about nobody."""

from __future__ import annotations

import re
from dataclasses import dataclass

from redactor.detect.papers.lines import Line

_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*"
_DAY = r"(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*"
_TIME = (
    r"(?:[01]?\d|2[0-3])[.:][0-5]\d(?:[ ]?(?:hrs?|am|pm))?|(?:[01]\d|2[0-3])[0-5]\d[ ]?(?:hrs?|h)|"
    r"\d{1,2}[ ]?(?:am|pm)"
)
_DATED = re.compile(
    rf"""(?ix)^\W{{0,3}}(?:{_DAY}[ ,]+)?(?:
      \d{{1,2}}[./-]\d{{1,2}}(?:[./-]\d{{2,4}})? | \d{{4}}-\d\d-\d\d
    | \d{{1,2}}(?:st|nd|rd|th)?[ ]+(?:of[ ]+)?{_MONTH}(?:[ ,]+\d{{2,4}})? | {_TIME} )(?![\w/])"""
)
#: No sentence goes on with these over a line's end.
_DAY_AND_TIME = re.compile(rf"(?ix)^\d{{1,2}}[./-]\d{{1,2}}[./-]\d{{2,4}}[ ,]+(?:at[ ])?(?:{_TIME})(?![\w/])")
#: Nothing but the day, as a heading over its entries.
_DAY_ALONE = re.compile(
    rf"(?ix)^(?:{_DAY}[ ,]*)?(?:\d{{1,2}}(?:st|nd|rd|th)?[ ]+(?:of[ ]+)?{_MONTH}(?:[ ,]+\d{{2,4}})?"
    r"|\d{1,2}[./-]\d{1,2}[./-]\d{2,4})\W*$"
)
#: What may stand before the name a part is about: its number, and what it calls people.
_BEFORE = re.compile(
    r"""(?ix)^\W{0,3}
    (?:(?:agenda[ ])?(?:case|item|no\.?|number|section|referral)?[ ]?\d{1,3}(?:\.\d)?[.):]?[ ]*[-\u2013\u2014:]?[ ]*)?
    (?:(?:name|re|child|young[ ]person|yp|resident|patient|client|tenant|family|victim|subject|service[ ]user|case|
    pupil|room[ ]?\d+|bed[ ]?\d+)\b(?:[ ]of)?[ ]*[:\u2013-]?[ ]*)?(?:the[ ])?\(?"""
)
#: Words that stand in such a heading beside the name.
_BESIDE = re.compile(
    r"(?i)\b(?:famil(?:y|ies)|household|the|and|victims?|perp(?:etrator)?s?|alleged|suspect|child(?:ren)?|resident|dob|"
    r"born|aged?|years?|yrs?|old|room|bed|no|ref|id|case|male|female|continued|cont|s)\b|\([^)]*\)|[\d\W_]+"
)
_LABELLED = re.compile(r"^\)?[ ]?(?:\([^)]{0,40}\)[ ]?)?(?::|[ ][-\u2013\u2014])[ ]+(?=\S)")
#: A list's line: the name, then a sign between cells or an age.
_LISTED = re.compile(r"^[ ]?(?:[|;,\t]|(?=\(?\d{1,3}\b))")
_INITIALS = re.compile(r"^([A-Z]{2,3})[ ]?:[ ]")
_OWN_WORDS = re.compile(r"\b(?:I|I'm|I've|I'd|[Mm]y|[Mm]e|[Ww]e)\b")
_NUMBERED = re.compile(r"^(?:(?i:item|agenda item|case|section)[ ])?\d{1,2}(?:\.\d)?[.):]?[ ]+[A-Z]")
_LONGEST_HEAD = 70


@dataclass(frozen=True, slots=True)
class Head:
    """A line that begins a part about ``people``. ``alone``: it holds nothing else; ``family``: it names a family."""

    people: tuple[str, ...]
    alone: bool
    family: bool = False
    listed: bool = False


def dated(line: Line) -> bool:
    """Whether an entry of a log begins here, with its day or its time."""
    return (line.fresh and _DATED.match(line.text) is not None) or _DAY_AND_TIME.match(line.text) is not None


def day_alone(line: Line) -> bool:
    return line.fresh and _DAY_ALONE.match(line.text) is not None


def lettered(line: Line) -> str:
    """Somebody's letters where they and a colon begin something of their own; else nothing."""
    found = _INITIALS.match(line.text) if line.fresh else None
    return found[1] if found else ""


def head(line: Line, body: bool) -> Head | None:
    """The line as the head of a part about somebody; ``body``: sentences follow it."""
    if not line.named or not line.fresh:
        return None
    before = _BEFORE.match(line.text)
    first = line.named[0]
    if before is None or not (first[0] <= before.end() <= first[1]):
        return None
    people = tuple(dict.fromkeys(person for _, _, person in line.named))
    bare = _without(line.text[before.end() :] if first[0] >= before.end() else line.text, line, before.end())
    if len(line.text) <= _LONGEST_HEAD and sum(c.isalpha() for c in bare) <= 2:
        family = re.search(r"(?i)\bfamil|\bhousehold", line.text) is not None
        ends = line.text[-1] in ".,;"
        return Head(people, True, family) if body and not ends else None
    rest = line.text[_joined(line) :]
    if label := _LABELLED.match(rest):
        told = rest[label.end() :]
        if len(re.findall(r"[^\W\d_]{2,}", told)) >= 3 and not _OWN_WORDS.search(told):
            return Head(people[:1], False)
    elif _LISTED.match(rest) and len(re.findall(r"\w+", rest)) >= 2:
        return Head(people[:1], False, listed=True)
    return None


def _without(text: str, line: Line, cut: int) -> str:
    """The text after ``cut`` without names and what stands beside them."""
    pieces, at = [], cut if len(text) < len(line.text) else 0
    for start, end, _ in line.named:
        pieces.append(line.text[at : max(start, at)])
        at = max(end, at)
    pieces.append(line.text[at:])
    return _BESIDE.sub(" ", " ".join(pieces))


def _joined(line: Line) -> int:
    """Where the names at the line's start end: "Amy Roe and Ben Roe"."""
    at = line.named[0][1]
    for start, end, _ in line.named[1:]:
        if re.fullmatch(r"\s*(?:,|/|&|and)?\s*", line.text[at:start]):
            at = end
    return at


def title(line: Line, after: Line | None) -> bool:
    """Whether the line is a heading about nobody in particular."""
    text = line.text
    if len(text) > _LONGEST_HEAD or text[-1] in ".,;!?" or not (text[0].isupper() or text[0].isdigit()):
        return False
    if line.fresh and _NUMBERED.match(text):
        return True
    alone = after is None or after.gap or not line.top
    return line.gap and alone and "." not in text and len(text.split()) > 1 - line.gap
