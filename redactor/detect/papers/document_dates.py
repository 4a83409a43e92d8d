# SPDX-License-Identifier: AGPL-3.0-or-later
"""From which day a document is: its own date, not one it speaks of. Rules, each with its reason in plain words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from redactor.detect.language.dates import DATE, read
from redactor.detect.layers import identifiers
from redactor.domain.mentions import Label

#: Records older than this are misread dates rather than records.
OLDEST = 1930

_BIRTH = re.compile(r"(?i)\b(?:d\.?\s?o\.?\s?b\b\.?|date of birth|born(?: on)?|birth ?date|b\.)[\s:.(]*$")
#: The head of a column of birthdays: dates that stand in cells of their own say nothing of the document then.
_BIRTH_COLUMN = re.compile(r"(?i)^(?:d\.?\s?o\.?\s?b\.?|date of birth|born|birth date)$")
#: What stands before a day that lies ahead of the document, or behind it.
_OTHER_DAYS = re.compile(
    r"(?i)\b(?:next (?:meeting|review|visit|appointment|\w+)|expir\w+|due|until|review date|(?:last|previous) \w+|"
    r"period|hearing|admitted|printed(?: on)?|reviewed? by)[\s:.(\w]{0,16}$"
)
_HEADER = re.compile(r"(?im)^\s*(from|sent|date|to|cc|subject)\s*:")
_SENT = re.compile(r"(?i)^\s*(?:sent|date)\s*:")
#: Words before a date that make it a label, what makes the label the document's own, and what makes it another's.
_LABEL = re.compile(
    r"(?i)\b(?:dates?|dated|typed|dictated|completed|issued|prepared|signed|submitted|discharged|agreed|written|held)\b"
)
_OWN = re.compile(
    r"(?i)\b(?:completed|typed|dictated|issued?|written|signed|submitted|final|agreed|produced|invoice|compiled|prepared|"
    r"discharged|letter|report)\b"
)
_NOT_OWN = re.compile(
    r"(?i)\b(?:birth|d\.?o\.?b|born|next|last|previous|due|expir\w*|expected|deadline|by|hearing|admi\w+|printed|period|"
    r"payment|death|delivery|until|moved|valid)\b"
)
_BEFORE_IT = re.compile(r"(?i)\b(?:start\w*|received|from|began|opened|allocated)\b")
_TITLED = re.compile(
    r"(?i)\b(?:held on|meeting on|conference on|visit on|assessment on|review on|notes of|minutes of)\b[^.\n]{0,60}$"
)
_AROUND = re.compile(r"(?i)\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|date|dated)\b")
#: A date in figures at the start of a line, also with letters that OCR reads for noughts and ones.
_ENTRY = re.compile(r"^\W{0,3}([\dCOIl]{1,2})[./-]([\dCOIl]{1,2})[./-]([\dCOIl]{4}|[\dCOIl]{2})\b(?=(.*))")
_MISREAD = str.maketrans("COIl", "0011")
_FILE_SIX = re.compile(r"(?<!\d)(\d\d)(\d\d)(\d\d)(?!\d)")
_FILE_EIGHT = re.compile(r"(?<!\d)((?:19|20)\d\d)(\d\d)(\d\d)(?!\d)")

Found = tuple[date, str]


def document_date(text: str, head: Sequence[str], name: str, kind: str) -> tuple[date | None, str]:
    """The day a document is from and why; None when nothing says. ``head`` are the first lines of ``text``, its first
    page; ``kind`` is what it was found to be."""
    born = _birthdays(text)
    birthdays = any(
        _BIRTH_COLUMN.match(line) and not DATE.search(after) for line, after in zip(head, [*head[1:], ""], strict=False)
    )
    days = [] if birthdays else [day for day, _ in _days(text, born)]
    if (found := _in_header(head)) is not None:
        return found
    if kind == "chronology" and days:
        return max(days), "the latest date on its first page"
    if kind == "case notes" and (found := _first_entry(text, born)) is not None:
        return found
    alone = None if birthdays else _standing_alone(head, born)
    for found in (_labelled(head, born, kind), alone, _in_title(head, born), _in_name(name)):
        if found is not None:
            return found
    # What speaks of a day was written on it or after it.
    return (max(days), "the latest date on its first page") if days else (None, "no date was found")


def _birthdays(text: str) -> frozenset[date]:
    said = [m for m in DATE.finditer(text) if _BIRTH.search(text[max(m.start() - 24, 0) : m.start()])]
    # In a row of people their birthdays have no label of their own.
    rows = [DATE.match(text, span.start) for span in identifiers.find(text) if span.label == Label.DOB]
    found = (read(match) for match in (*said, *rows) if match is not None)
    return frozenset(day for day in found if day is not None)


def _days(text: str, born: frozenset[date]) -> Iterator[tuple[date, re.Match[str]]]:
    """Dates a document can be from: not somebody's birthday, not in the future, not impossibly old."""
    for match in DATE.finditer(text):
        day = read(match)
        # What stands before it: in its line, or in the cell before, which reads as a line.
        above, _, before = text[max(match.start() - 40, 0) : match.start()].rpartition("\n")
        before = before if before.strip() else above.rstrip().rpartition("\n")[2]
        if day is not None and day.year > date.today().year and len(match[0]) <= 8:
            day = day.replace(year=day.year - 100)  # 04.09.87 is not of 2087
        if day is None or day in born or _BIRTH.search(before) or _OTHER_DAYS.search(before):
            continue
        if _possible(day):
            yield day, match


def _possible(day: date) -> bool:
    return day.year >= OLDEST and day <= date.today() + timedelta(days=1)


def _in_header(head: Sequence[str]) -> Found | None:
    if len(_HEADER.findall("\n".join(head[:12]))) < 3:
        return None
    for number, line in enumerate(head[:14]):
        if _SENT.match(line):
            # In a printed table the value stands in the next cell, which reads as the next line.
            for day, _ in _days(f"{line} {head[number + 1] if number + 1 < len(head) else ''}", frozenset()):
                return day, "the e-mail's header"
    return None


def _labelled(head: Sequence[str], born: frozenset[date], kind: str) -> Found | None:
    """The date that stands behind the most telling label: when a report was completed says more than when somebody was
    visited for it, and that more than when the work began."""
    best: tuple[int, date, str] | None = None
    for number, line in enumerate(head):
        match = next((found for _, found in _days(line, born)), None)
        label = line[: match.start()] if match else line
        day = read(match) if match else None
        if match is None and not DATE.search(line) and number + 1 < len(head):
            after = next(_days(head[number + 1], born), None)
            day = after[0] if after is not None and after[1].start() <= 12 else None
        # A form has several labels in a line: the last is the date's.
        label = re.split(r"\s{2,}|[;|]", label.strip(" .:-\t"))[-1]
        if day is None or len(label) > 60 or not _LABEL.search(label) or _NOT_OWN.search(label):
            continue
        bare = re.sub(r"(?i)\b(?:dates?|dated|of|and|time|on|the|this|signature)\b|\W", "", label) == ""
        weight = 1 if _BEFORE_IT.search(label) else 3 if bare or _OWN.search(label) else 2
        if kind == "minutes" and weight == 2:
            weight = 4
        if best is None or weight > best[0]:
            best = weight, _within(day), f"“{label[-50:].strip()}” on the first page"
    return best[1:] if best else None


def _within(day: date) -> date:
    return day if _possible(day) else day.replace(year=day.year - 100)


def _first_entry(text: str, born: frozenset[date]) -> Found | None:
    """The first dated entry of running notes, which are filed under the day they begin."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    for number, line in enumerate(lines):
        match = _ENTRY.match(line)
        if match is None or not _is_entry(match[4], lines[number + 1 : number + 2]):
            continue
        day_, month, year = (int(part.translate(_MISREAD)) for part in match.groups()[:3])
        try:
            day = date(year if year > 99 else 2000 + year, month, day_)
        except ValueError:
            continue
        if day not in born and _possible(_within(day)):
            return _within(day), "the first entry's date"
    return None


def _is_entry(rest: str, after: Sequence[str]) -> bool:
    """Whether words follow the date, in its line or the next: in a form a label follows, or another cell."""
    words = rest.split() or (after[0].split() if after else [])
    return len(words) >= 3 and not re.match(r"(?i)\W*(?:date|name|d\.?o\.?b|of)\b", " ".join(words))


def entries(text: str) -> int:
    """How many entries of running notes begin with a date."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    found = ((_ENTRY.match(line), lines[number + 1 : number + 2]) for number, line in enumerate(lines))
    return sum(match is not None and _is_entry(match[4], after) for match, after in found)


def _standing_alone(head: Sequence[str], born: frozenset[date]) -> Found | None:
    for number, (above, line) in enumerate(zip(["", *head], head, strict=False)):
        # With the line above, which may be the label of what stands here.
        for day, match in _days(f"{above}\n{line}", born):
            start, end = (place - len(above) - 1 for place in match.span())
            if start < 0:
                continue
            around = _AROUND.sub("", line[:start] + line[end:]).strip(" .,:;-")
            if len(around) <= 3:
                return day, "a date on a line of its own, as letters have it"
            if start <= 2 and number == 0:
                return day, "the first entry's date"
            break
    return None


def _in_title(head: Sequence[str], born: frozenset[date]) -> Found | None:
    for line in head:
        for day, match in _days(line, born):
            before = line[: match.start()]
            if re.search(r"(?i)\b(?:last|previous)\b", before):
                continue
            if _TITLED.search(before) or re.search(r"(?i)\b(?:our ref|dated?|typed)\b", before):
                return day, f"“{line[:60]}”"
    return None


def _in_name(name: str) -> Found | None:
    stem = re.sub(r"_+", " ", name.rsplit("/", 1)[-1].rsplit(".", 1)[0])
    for day, _ in _days(stem, frozenset()):
        return day, "the file's name"
    for pattern, order in ((_FILE_EIGHT, (1, 2, 3)), (_FILE_SIX, (3, 2, 1))):
        for match in pattern.finditer(stem):
            year, month, day_ = (int(match[n]) for n in order)
            try:
                day = date(
                    year if year > 99 else 2000 + year if year <= date.today().year % 100 else 1900 + year, month, day_
                )
            except ValueError:
                continue
            if day.year >= OLDEST and day <= date.today():
                return day, "the file's name"
    return None
