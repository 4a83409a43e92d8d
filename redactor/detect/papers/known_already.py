# SPDX-License-Identifier: AGPL-3.0-or-later
"""Which documents the data subject wrote, was sent, or was present at the making of.

Only what a document says of itself counts: whom it greets, who signs, who was present. What speaks against it (a
draft, minutes that were not sent round, a thread of several people's mails) is said with it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

from redactor.detect.language.dates import DATE, read
from redactor.detect.language.found import SubjectFacts, Unit
from redactor.detect.language.lexicon import lexicon
from redactor.detect.language.text import fold, plain
from redactor.detect.language.words import TITLES
from redactor.domain.known import KnownDocument, KnownKind
from redactor.domain.pages import Where

#: How much of a first page (characters) is its head, and of a last page its end.
HEAD, END = 1800, 900
_TITLE = r"(?:mr|mrs|ms|miss|mx|dr)\.?\s+"
_CLOSE = re.compile(
    r"(?im)^[ \t]*(?:yours (?:sincerely|faithfully|truly)|(?:kind|best|warm)?\s*regards|best wishes|many thanks|thanks|"
    r"thank you|love|from|signed)[ \t]*[,:.!]?[ \t]*$|^[ \t]*signed[ \t]*:[ \t]*"
)
_DRAFT = re.compile(
    r"(?i)\b(?:draft|not sent|unsent|do not send|never sent|for file only|not (?:yet )?posted|returned to sender)\b"
)
_ROUND = re.compile(
    r"(?i)\b(?:not (?:for circulation|circulated|to be circulated)|restricted (?:minutes|part)|"
    r"confidential (?:part|section)|professionals only|without (?:the )?(?:family|parents|subject))\b"
)
_BY_TITLE = re.compile(r"(?i)(?:mr|mrs|ms|miss|mx|dr)\.?\s+(?:\w\.?\s+)?\S+")
_MAILS = re.compile(r"(?im)^[> \t]*from[ \t]*:")
_DEAR = re.compile(r"(?im)^[ \t]*(?:dear|hi|hello)[ \t]+(?P<whom>[^,\n:]{2,60})")


def known_documents(units: Sequence[Unit], subject: SubjectFacts) -> list[KnownDocument]:
    """One entry for each document that shows it, in the order of the record."""
    pages: dict[str, list[str]] = defaultdict(list)
    for unit in units:
        if unit.where is Where.PAGE:
            pages[unit.group].append(plain(unit.text))
    names = _names(subject)
    found = (_known(document, texts, names, subject) for document, texts in pages.items())
    return [entry for entry in found if entry is not None]


def _names(subject: SubjectFacts) -> Mapping[str, str]:
    """Patterns: ``full`` names of the subject, and what a letter may ``greet`` them by."""
    full: set[str] = set()
    greet: set[str] = set()
    for name in (subject.name, *subject.aliases):
        words = name.replace(",", " ").split()
        words = [w for w in words if w.lower().rstrip(".") not in {"mr", "mrs", "ms", "miss", "mx", "dr"}]
        if "," in name:
            last, _, rest = name.partition(",")
            words = [*rest.split(), *last.split()]
        if len(words) > 1:
            first, last = re.escape(words[0]), re.escape(words[-1])
            full |= {rf"{first}\s+(?:\w+\s+)?{last}", rf"{last},\s*{first}"}
            greet |= {rf"(?:{_TITLE})?{first}(?:\s+(?:\w+\s+)?{last})?", rf"{_TITLE}(?:\w\.?\s+)?{last}"}
        elif words and len(words[0]) > 2:
            greet.add(re.escape(words[0]))
    return {"full": "|".join(sorted(full)), "greet": "|".join(sorted(greet))}


def _known(
    document: str, texts: Sequence[str], names: Mapping[str, str], subject: SubjectFacts
) -> KnownDocument | None:
    if not texts or not names["full"]:
        return None
    head, end = texts[0][:HEAD], texts[-1][-END:]
    whole = "\n".join(texts)
    born = date.fromisoformat(subject.dob) if subject.dob else None
    day = next((match for match in DATE.finditer(head) if read(match) != born), None)
    dated = f" of {' '.join(day[0].split())}" if day else ""
    doubts = ["it is marked as a draft, or as not sent"] if _DRAFT.search(texts[0]) or _DRAFT.search(end) else []
    greeted = [" ".join(match["whom"].split()) for match in _DEAR.finditer(whole)]
    theirs = [bool(re.fullmatch(names["greet"], whom, re.I)) and _may_be(whom, subject) for whom in greeted]
    if len(_MAILS.findall(whole)) > 1:
        doubts.append("it is a thread of several mails, and not all of them may have been theirs")
    kind, why = _kind(head, end, theirs, names)
    if kind is None:
        return None
    by_title = [whom for whom, own in zip(greeted, theirs, strict=True) if own and _BY_TITLE.fullmatch(whom)]
    if (
        kind is KnownKind.LETTER_TO
        and by_title
        and not re.search(rf"(?i){names['full']}", head.partition(by_title[0])[0])
    ):
        doubts.append(f"'{by_title[0]}' may be somebody else of that name")
    if kind is KnownKind.LETTER_TO and not all(theirs) and theirs:
        doubts.append("it also greets somebody else")
    if kind is KnownKind.MEETING:
        doubts.append("minutes may hold what was said without them, or may not have been sent to them")
        if _ROUND.search(whole):
            doubts.append("it says that part of it was not for everybody")
    return KnownDocument(document, kind, why + dated, "; ".join(doubts))


def _may_be(whom: str, subject: SubjectFacts) -> bool:
    """Whether a title fits: "Mr Bannister" is not Priscilla Bannister."""
    title = TITLES.get(whom.split()[0].lower().rstrip("."), "b")
    gender = lexicon().gender.get(fold(subject.name.split()[0]), "b")
    return "b" in (title, gender) or title == gender


def _kind(head: str, end: str, theirs: Sequence[bool], names: Mapping[str, str]) -> tuple[KnownKind | None, str]:
    full = names["full"]
    if re.search(rf"(?im)^[ \t]*from[ \t]*:[ \t]*(?:{full})", head):
        return KnownKind.LETTER_FROM, "message from the subject"
    for close in _CLOSE.finditer(end):
        if re.match(rf"(?i)\s*(?:{full}|(?:{names['greet']})\s*$)", end[close.end() : close.end() + 80]):
            return KnownKind.LETTER_FROM, "letter from the subject"
    if re.search(rf"(?im)^[ \t]*to[ \t]*:[^\n]*(?:{full})", head):
        return KnownKind.LETTER_TO, "message to the subject"
    if theirs and theirs[0]:
        return KnownKind.LETTER_TO, "letter to the subject"
    said = r"statement (?:of|by)|(?:form )?(?:completed|filled in|written|made) by|i,|signed(?: by)?"
    own = rf"(?i)\b(?:{said})\s*:?\s*(?:{full})\b"
    if re.search(own, head) or re.search(own, end):
        return KnownKind.STATEMENT, "the subject's own statement or form"
    present = re.search(
        r"(?is)\b(?:present|in attendance|attended by|attendees)\b\s*:?\s*(?P<who>.{0,500}?)"
        r"(?=\.\s|\n\s*(?:apologies|absent|not present|minutes|1\.|agenda)|$)",
        head,
    )
    if present is not None and re.search(rf"(?i){full}", present["who"]):
        return KnownKind.MEETING, "meeting the subject attended"
    return None, ""
