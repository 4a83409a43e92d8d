# SPDX-License-Identifier: AGPL-3.0-or-later
"""What kind of document this is and from which day: proposed from its first pages and its file's name, with why.

Rules and no model: a caseworker must see at a glance why a letter stands under March. Nothing of it is printed
in a release before a person has confirmed it, since the words it comes from may be redacted.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from redactor.detect.papers.document_dates import document_date, entries
from redactor.detect.papers.headings import heading

#: What a document can be, as the index says it.
KINDS = (
    "letter", "e-mail", "assessment", "case notes", "minutes", "report", "form", "chronology", "plan", "photograph",
    "note", "scan", "document",
)  # fmt: skip
#: Lines from the top in which a document says what it is and from when.
HEAD_LINES = 22

_HEADER = re.compile(r"(?im)^\s*(from|sent|date|to|cc|subject)\s*:")
#: Kind, pattern, weight in the title lines, weight in the file's name. Weights were set on made-up papers.
_TITLES: tuple[tuple[str, re.Pattern[str], int, int], ...] = tuple(
    (kind, re.compile(rf"(?i){pattern}"), head, name)
    for kind, pattern, head, name in (
        ("chronology", r"\bchronolog(?:y|ies)\b|\btimeline\b|\bsequence of events\b", 9, 6),
        ("minutes", r"\bminutes\b(?! (?:late|later|early|walk|each|after))|\b(?:meeting|conference|panel|review)\b"
                    r".{0,30}\b(?:notes|record|minutes)\b|\bnotes of (?:the |a )?.{0,30}\bmeeting\b|"
                    r"\brecord of (?:the )?(?:meeting|review|discussion|conference)\b|"
                    r"\bstrategy (?:discussion|meeting)\b|"
                    r"\b(?:looked after (?:child(?:ren)?(?:'s)?)|lac|cla) review\b", 9, 6),
        ("case notes", r"\bcase[ -]?notes?\b|\bcase recordings?\b|\b(?:episode|running) (?:narrative|records?)\b|"
                       r"\bcontact (?:log|records?)\b|\bdaily (?:log|record)s?\b|"
                       r"\b(?:progress|handwritten) notes\b", 8, 6),
        ("form", r"\b(?:referral|application|consent|registration|self-assessment|claim|complaint|request) form\b|"
                 r"\bconsent to (?:share|the|release|treatment|disclos)|\bapplication$|"
                 r"\bquestionnaire\b|\bchecklist\b|\bself-referral\b|\bform [A-Z]{1,3}\d+\b", 9, 6),
        ("assessment", r"\bassessment(?: report| record| form)?\b|"
                       r"\bsection 47\b.{0,20}\benquir(?:y|ies)\b|\bscreening tool\b", 6, 5),
        ("plan", r"\b(?:pathway|care|support|safety|education,? health and care|ehc|child protection|child in need|"
                 r"personal education|placement|transition) plan\b", 7, 5),
        ("report", r"\breport\b|\bnotification\b|\bsummary\b|\bstatement of\b", 5, 4),
        ("e-mail", r"\be-?mail (?:thread|chain|correspondence)\b|^(?:re|fw|fwd)\b", 3, 6),
        ("letter", r"\bcorrespondence\b|\bletter\b|\bltr\b", 4, 6),
        ("photograph", r"^\W*(?:photo(?:graph)?|picture|image)\b", 9, 5),
        ("note", r"\b(?:file|telephone|phone) (?:notes?|message)\b|"
                 r"\b(?:visit|supervision|telephone) (?:record|note)\b|^note(?:\.\w+)?$", 4, 6),
    )
)  # fmt: skip
_DEAR = re.compile(r"(?im)^\s*dear\b.{1,60}")
_CLOSE = re.compile(r"(?i)\byours (?:sincerely|faithfully|truly)\b|\bkind regards\b|\bbest wishes\b")


@dataclass(frozen=True, slots=True)
class Proposal:
    """``date`` is ISO or "", ``kind`` one of :data:`KINDS`; the two reasons say in plain words where each is from.
    ``title`` is the document's own heading, or "": it may hold names."""

    date: str = ""
    date_why: str = ""
    kind: str = "document"
    kind_why: str = ""
    title: str = ""


def propose(texts: Sequence[str], name: str = "", pages: int = 1, *, scanned: bool = False) -> Proposal:
    """What the first pages (``texts``, in order) and the file's ``name`` say. Pure and quick: no model."""
    first = texts[0] if texts else ""
    head = [line.strip() for line in first.split("\n") if line.strip()][:HEAD_LINES]
    kind, kind_why = _kind(first, head, name, scanned)
    day, date_why = document_date(first, head, name, kind)
    return Proposal(day.isoformat() if day else "", date_why, kind, kind_why, heading(head, kind))


# -- kind --------------------------------------------------------------------------------------------------


def _kind(text: str, head: Sequence[str], name: str, scanned: bool) -> tuple[str, str]:
    if len({match[1].lower() for match in _HEADER.finditer("\n".join(head[:12]))} - {"cc"}) >= 3:
        return "e-mail", "it begins with an e-mail's header"
    stem = re.sub(r"[_\-]+", " ", name.rsplit("/", 1)[-1].rsplit(".", 1)[0]).strip()
    stem = re.sub(r"^[\d\s.]+\s", "", stem)
    scores: dict[str, int] = {}
    why: dict[str, tuple[int, str]] = {}

    def add(kind: str, points: int, reason: str) -> None:
        scores[kind] = scores.get(kind, 0) + points
        why[kind] = max(why.get(kind, (0, "")), (points, reason))

    for kind, pattern, in_head, in_name in _TITLES:
        for number, line in enumerate(head[:8]):
            if line[:4].lower() == "date":
                continue  # the label of a date, "Date of strategy discussion", speaks of another paper
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
    elif re.search(r"(?im)^\s*to whom it may concern\W*$", text) or re.search(r"(?im)^\s*yours (?:sinc|faith)", text):
        add("letter", 5, "it is addressed or ends as letters are")
    if head and re.match(r"(?i)\W*photo(?:graph)?\b\s*:", head[0]):
        add("photograph", 9, f"“{head[0][:60]}” stands at the top")
    count = entries(text)
    if count >= 2 or (count and head and entries("\n".join(head[:2]))):
        add("case notes", 3 + min(count, 3), "its entries begin with dates")
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
