# SPDX-License-Identifier: AGPL-3.0-or-later
"""What kind of document this is and from which day: proposed from its first pages and its file's name, with why.

Rules and no model: a caseworker must see at a glance why a letter stands under March. Nothing of it is printed
in a release before a person has confirmed it, since the words it comes from may be redacted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from redactor.detect.dates import DATE, read

#: What a document can be, as the index says it.
KINDS = (
    "letter", "e-mail", "assessment", "case notes", "minutes", "report", "form", "chronology", "plan", "photograph",
    "note", "scan", "document",
)  # fmt: skip
#: Lines from the top in which a document says what it is and from when.
HEAD_LINES = 22
#: Records older than this are misread dates rather than records.
OLDEST = 1930

_BIRTH = re.compile(r"(?i)\b(?:d\.?\s?o\.?\s?b\b\.?|date of birth|born(?: on)?|birth ?date|b\.)[\s:.(]*$")
#: The head of a column of birthdays: dates that stand in cells of their own say nothing of the document then.
_BIRTH_COLUMN = re.compile(r"(?i)^(?:d\.?\s?o\.?\s?b\.?|date of birth|born|birth date)$")
_OTHER_DAYS = re.compile(
    r"(?i)\b(?:next (?:meeting|review|visit|appointment)|expir\w+|due|until|review date)[\s:.\w]*$"
)
_LABEL = re.compile(
    r"(?i)^\W*(?:date(?:d)?(?: (?:of|and time of) (?:this )?(?:letter|report|meeting|assessment|visit|note|contact|"
    r"discharge|referral|incident|conference|review|panel|interview|plan|call))?|typed|dictated|completed(?: on)?|"
    r"prepared(?: on)?|report date|letter date|date (?:completed|typed|written|issued|sent|received)|issued|"
    r"meeting date|date/time|date & time)\s*[:.\-]?\s*"
)
_SENT = re.compile(r"(?i)^\s*(?:sent|date)\s*:")
_HEADER = re.compile(r"(?im)^\s*(from|sent|date|to|cc|subject)\s*:")
_TITLED = re.compile(
    r"(?i)\b(?:held on|meeting on|conference on|visit on|assessment on|review on|notes of|minutes of)\b[^.\n]{0,60}$"
)
_FILE_SIX = re.compile(r"(?<!\d)(\d\d)(\d\d)(\d\d)(?!\d)")
_FILE_EIGHT = re.compile(r"(?<!\d)((?:19|20)\d\d)(\d\d)(\d\d)(?!\d)")

#: Kind, pattern, weight in the title lines, weight in the file's name. Weights were set on made-up papers.
_TITLES: tuple[tuple[str, re.Pattern[str], int, int], ...] = tuple(
    (kind, re.compile(rf"(?i){pattern}"), head, name)
    for kind, pattern, head, name in (
        ("chronology", r"\bchronolog(?:y|ies)\b|\btimeline\b|\bsequence of events\b", 9, 6),
        ("minutes", r"\bminutes\b(?! (?:late|later|early|walk|each|after))|\b(?:meeting|conference|panel|review)\b"
                    r".{0,30}\b(?:notes|record|minutes)\b|\bnotes of (?:the |a )?.{0,30}\bmeeting\b", 9, 6),
        ("case notes", r"\bcase[ -]?notes?\b|\bcase recordings?\b|\b(?:episode|running) (?:narrative|records?)\b|"
                       r"\bcontact (?:log|records?)\b|\bdaily (?:log|record)s?\b|"
                       r"\b(?:progress|handwritten) notes\b", 8, 6),
        ("form", r"\b(?:referral|application|consent|registration|self-assessment|claim|complaint|request) form\b|"
                 r"\bquestionnaire\b|\bchecklist\b|\bself-referral\b|\bform [A-Z]{1,3}\d+\b", 9, 6),
        ("assessment", r"\bassessment(?: report| record| form)?\b|\bscreening tool\b", 6, 5),
        ("plan", r"\b(?:pathway|care|support|safety|education,? health and care|ehc|child protection|child in need|"
                 r"personal education|placement|transition) plan\b", 7, 5),
        ("report", r"\breport\b|\bnotification\b|\bsummary\b|\bstatement of\b", 5, 4),
        ("e-mail", r"\be-?mail (?:thread|chain|correspondence)\b|^(?:re|fw|fwd)\b", 3, 6),
        ("letter", r"\bcorrespondence\b|\bletter\b|\bltr\b", 4, 6),
        ("photograph", r"^\W*(?:photo(?:graph)?|picture|image)\b", 9, 5),
        ("note", r"\b(?:file|telephone|phone) (?:notes?|message)\b|^note(?:\.\w+)?$", 4, 6),
    )
)  # fmt: skip
_DEAR = re.compile(r"(?im)^\s*dear\b.{1,60}")
_CLOSE = re.compile(r"(?i)\byours (?:sincerely|faithfully|truly)\b|\bkind regards\b|\bbest wishes\b")
#: A date at the start of a line, also as OCR misreads noughts and ones.
_ENTRY = re.compile(r"(?m)^\W{0,3}[\dCOIl]{1,2}[./-][\dCOIl]{1,2}[./-][\dCOIl]{2,4}\b")


@dataclass(frozen=True, slots=True)
class Proposal:
    """``date`` is ISO or "", ``kind`` one of :data:`KINDS`; the two reasons say in plain words where each is from."""

    date: str = ""
    date_why: str = ""
    kind: str = "document"
    kind_why: str = ""


def propose(texts: Sequence[str], name: str = "", pages: int = 1, *, scanned: bool = False) -> Proposal:
    """What the first pages (``texts``, in order) and the file's ``name`` say. Pure and quick: no model."""
    first = texts[0] if texts else ""
    head = [line.strip() for line in first.split("\n") if line.strip()][:HEAD_LINES]
    kind, kind_why = _kind(first, head, name, scanned)
    day, date_why = _day(first, head, name, kind)
    return Proposal(day.isoformat() if day else "", date_why, kind, kind_why)


# -- kind --------------------------------------------------------------------------------------------------


def _kind(text: str, head: Sequence[str], name: str, scanned: bool) -> tuple[str, str]:
    if len({match[1].lower() for match in _HEADER.finditer("\n".join(head[:8]))} - {"cc"}) >= 3:
        return "e-mail", "it begins with an e-mail's header"
    stem = re.sub(r"[_\-]+", " ", name.rsplit("/", 1)[-1].rsplit(".", 1)[0]).strip()
    stem = re.sub(r"^\d+\s+", "", stem)
    scores: dict[str, int] = {}
    why: dict[str, tuple[int, str]] = {}

    def add(kind: str, points: int, reason: str) -> None:
        scores[kind] = scores.get(kind, 0) + points
        why[kind] = max(why.get(kind, (0, "")), (points, reason))

    for kind, pattern, in_head, in_name in _TITLES:
        for number, line in enumerate(head[:8]):
            # A title is short and stands near the top; the same word in a sentence says little.
            if _is_title(line) and pattern.search(line):
                add(kind, max(in_head - number // 3, 1), f"“{line[:60]}” stands at the top")
                break
        if pattern.search(stem):
            add(kind, in_name, "the file's name says so")
    if _DEAR.search("\n".join(head)):
        closed = bool(_CLOSE.search(text))
        add(
            "letter",
            7 if closed else 5,
            "it begins with “Dear” and ends as letters do" if closed else "it begins with “Dear”",
        )
    if head and re.match(r"(?i)\W*photo(?:graph)?\b\s*:", head[0]):
        add("photograph", 9, f"“{head[0][:60]}” stands at the top")
    entries = len(_ENTRY.findall(text))
    if entries >= 2 or (entries and head and _ENTRY.match(head[0])):
        add("case notes", 3 + min(entries, 3), "its entries begin with dates")
    if not scores:
        return ("scan", "it is a scan, and nothing on it says more") if scanned else ("document", "nothing says more")
    order = {kind: number for number, kind in enumerate(KINDS)}
    best = max(scores, key=lambda kind: (scores[kind], -order[kind]))
    return best, why[best][1]


def _is_title(line: str) -> bool:
    """Short, no sentence, and begun with a capital: "Care Act Assessment", not "HR completed the OT assessment and"."""
    words = [word for word in line.split() if word[0].isalpha()]
    small = sum(word[0].islower() for word in words)
    return (
        len(line) <= 70
        and not line.endswith((".", ","))
        and bool(words)
        and (small <= len(words) // 2 or (len(words) <= 5 and words[0][0].isupper()))
    )


# -- date --------------------------------------------------------------------------------------------------


def _day(text: str, head: Sequence[str], name: str, kind: str) -> tuple[date | None, str]:
    born = _birthdays(text)
    birthdays = any(
        _BIRTH_COLUMN.match(line) and not DATE.search(after) for line, after in zip(head, [*head[1:], ""], strict=False)
    )
    alone = None if birthdays else _standing_alone(head, born)
    for found in (_in_header(head), _labelled(head, born), alone, _in_title(head, born)):
        if found:
            return found
    named = _in_name(name)
    if named:
        return named
    days = [] if birthdays else [day for day, _ in _days(text, born)]
    # What speaks of a day was written on it or after it.
    return (max(days), "the latest date on its first page") if days else (None, "no date was found")


def _birthdays(text: str) -> frozenset[date]:
    found = (
        read(match) for match in DATE.finditer(text) if _BIRTH.search(text[max(match.start() - 24, 0) : match.start()])
    )
    return frozenset(day for day in found if day is not None)


def _days(text: str, born: frozenset[date]) -> Iterator[tuple[date, re.Match[str]]]:
    """Dates a document can be from: not somebody's birthday, not in the future, not impossibly old."""
    for match in DATE.finditer(text):
        day = read(match)
        before = text[max(match.start() - 30, 0) : match.start()].rsplit("\n", 1)[-1]
        if day is not None and day.year > date.today().year and len(match[0]) <= 8:
            day = day.replace(year=day.year - 100)  # 04.09.87 is not of 2087
        if day is None or day in born or _BIRTH.search(before) or _OTHER_DAYS.search(before):
            continue
        if day.year >= OLDEST and day <= date.today() + timedelta(days=1):
            yield day, match


def _in_header(head: Sequence[str]) -> tuple[date, str] | None:
    for line in head[:10]:
        if _SENT.match(line) and len(_HEADER.findall("\n".join(head[:8]))) >= 3:
            for day, _ in _days(line, frozenset()):
                return day, "the e-mail's header"
    return None


def _labelled(head: Sequence[str], born: frozenset[date]) -> tuple[date, str] | None:
    for number, line in enumerate(head):
        label = _LABEL.match(line)
        if not label or re.match(r"(?i)\W*date of birth", line):
            continue
        # The date may stand in the next cell, which reads as the next line.
        after = line[label.end() :].strip() or (head[number + 1] if number + 1 < len(head) else "")
        for day, match in _days(after, born):
            if match.start() <= 12:
                return day, f"“{line[: label.end()].strip(' :.-')}” on the first page"
    return None


def _standing_alone(head: Sequence[str], born: frozenset[date]) -> tuple[date, str] | None:
    for line in head:
        for day, match in _days(line, born):
            around = (line[: match.start()] + line[match.end() :]).strip(" .,:;-")
            if len(around) <= 3:
                return day, "a date on a line of its own, as letters have it"
            if match.start() <= 2 and line is head[0]:
                return day, "the first entry's date"
            break
    return None


def _in_title(head: Sequence[str], born: frozenset[date]) -> tuple[date, str] | None:
    for line in head:
        for day, match in _days(line, born):
            if _TITLED.search(line[: match.start()]) or re.search(
                r"(?i)\b(?:our ref|dated?|typed)\b", line[: match.start()]
            ):
                return day, f"“{line[:60]}”"
    return None


def _in_name(name: str) -> tuple[date, str] | None:
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
