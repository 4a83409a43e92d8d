# SPDX-License-Identifier: AGPL-3.0-or-later
"""Who is in a record for work and is somebody of the subject's life too: an aunt who is a social worker.

Disclosing professionals' names rests on their acting in their office (DPA 2018 Sch 2 para 17). What the record says of
them as family or a neighbour is another person's, so a caseworker is asked.
"""

from __future__ import annotations

import re

from redactor.detect.language.words import RELATION
from redactor.detect.people.record import Record
from redactor.detect.people.roles import Evidence

#: Relations that come with an office, or are nobody's private life.
_OFFICE = """
associate attorney caller carer colleague complainant deputy employer executor guardian infant informant peer
perpetrator referrer suspect tenant victim visitor witness child baby landlord landlady
"""
_OF_OFFICE = frozenset(_OFFICE.split())
#: Letters of one sentence after a name in which it may say what else its owner is.
_REACH = 130
_STOP = re.compile(r"[.;!?](?:\s|$)|\n[ \t]*\n")
_OWNER = r"(?:(?:the|his|her|their|my|our|[\w-]+['\u2019]s?|[\w-]+ of)\s+)"
#: "is also Tabitha's aunt", "is godmother to", "is the brother of".
_IS = re.compile(
    r"\b(?:is|was|being|as|am|be)\s+(?:also\s+|actually\s+|in fact\s+|still\s+)?"
    rf"(?P<owned>{_OWNER}(?:[\w-]+['\u2019]s?\s+)?|an?\s+)?(?:own\s+|close\s+|good\s+|distant\s+|next[- ]door\s+)?",
    re.I,
)
_OF = re.compile(r"\s+(?:of|to|by)\b")
#: Ties that no one relation word says.
_TIED = re.compile(
    r"\b(?:(?:is|are|was)\s+(?:also\s+)?(?:married|engaged|related)\s+to|in\s+a\s+relationship\s+with|lives?\s+(?:next\s+door|"
    r"opposite|two\s+doors)\b|(?:is|are)\s+(?:\w+\s+)?friends\s+with|knows\s+the\s+family\s+(?:personally|socially|privately|"
    r"from\s+(?:church|chapel|mosque|school))|used\s+to\s+go\s+out\s+with|dating|seeing\s+(?:his|her)\s+(?:mum|mother|dad|father)\b)",
    re.I,
)


def own_ties(record: Record) -> None:
    """Add to everybody's evidence what the text says right after their name of who else they are. Weighs nothing: it
    is a question about somebody in office, and what stands before a name tells who is family."""
    for text, places in zip(record.texts, record.places, strict=True):
        for index, place in enumerate(places):
            if place.person < 0 or place.person == record.subject or place.ambiguous:
                continue
            following = [
                p.start for p in places[index + 1 : index + 2] if p.person not in (place.person, record.subject)
            ]
            if relation := _tie(text, place.end, following[0] if following else len(text)):
                record.evidence[place.person].ties[relation] += 1


def _tie(text: str, start: int, other: int) -> str:
    """What somebody whose name ends at ``start`` is said to be besides; ``other`` is where another's name begins."""
    window = text[start : start + _REACH]
    stop = _STOP.search(window)
    window = window[: stop.start()] if stop else window
    said = window[: max(other - start, 0)]
    if tied := _TIED.search(said):
        return " ".join(tied.group().lower().split())
    for found in _IS.finditer(said):
        relation = RELATION.match(window, found.end())
        if relation is None or relation["plural"] or _of_office(relation["rel"]):
            continue
        owned = (found["owned"] or "").lower().split()
        if (owned and owned[0] not in {"a", "an"}) or _OF.match(window, relation.end()):
            return " ".join(relation["rel"].lower().split())
    return ""


def _of_office(relation: str) -> bool:
    return relation.lower().replace("\n", " ").split()[-1] in _OF_OFFICE


def tie_of(evidence: Evidence) -> str:
    """What else somebody in office is, as the record calls it most; "" when it does not say."""
    found = evidence.ties.copy()
    for relation, count in evidence.relations.items():
        if not _of_office(relation) and RELATION.fullmatch(relation):
            found[relation] += count
    return found.most_common(1)[0][0] if found else ""
