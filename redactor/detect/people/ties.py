# SPDX-License-Identifier: AGPL-3.0-or-later
"""Who is in a record for work and is somebody of the subject's life too: an aunt who is a social worker; or is there
for another person than the subject: a witness's own solicitor, a headmistress who is somebody's referee.

Disclosing professionals' names rests on their acting in their office (DPA 2018 Sch 2 para 17). What the record says of
them as family or a neighbour, or as somebody else's, is another person's, so a caseworker is asked.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from redactor.detect.language.starts import lowered
from redactor.detect.language.text import fold
from redactor.detect.language.words import RELATION
from redactor.detect.people.assemble import Place
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


#: Whose lawyer the name after it is: "his own solicitor", "Mr Stott's barrister".
_LAWYER = re.compile(
    r"(?P<told>(?:\b(?P<whose>[Hh]is|[Hh]er|[Tt]heir)|\b(?P<name>[A-Z][\w-]+)['\u2019]s?)[ \t\n]+(?:own[ \t\n]+)?"
    r"(?:solicitors?|lawyers?|barrister|counsel|legal[ \t\n]representative|attorney))"
    r"[ \t\n]*[,:(-]?[ \t\n]*(?:(?:Mr|Mrs|Ms|Miss|Messrs|Dr)\b\.?[ \t\n]*)?\Z"
)
#: Bodies whose lawyer is nobody's own.
_BODIES = frozenset(("council", "authority", "trust", "borough", "crown", "guardian", "county", "children", "child"))
_REFEREE = re.compile(
    r"(?i)(?:\A|[\n|;.])[ \t]*(?:first |second |third |personal |family |employer )?(?:referee|character reference)"
    r"[ \t]*(?:no\.?[ \t]*)?(?:\d|\([a-d\d]\)|one|two|three)?[ \t]*[:.|-][ \t\n]*(?:name[ \t]*:[ \t]*)?"
    r"(?:(?:mr|mrs|ms|miss|dr|rev)\b\.?[ \t]*){0,2}\Z"
)
#: A list of referees: its head, an item of it, and the head of what comes next.
_REFEREES = re.compile(r"(?i)(?<!\w)(?:names of )?referees\b[ \t]*:?")
_ITEM = re.compile(
    r"(?i)(?:\([a-d\d]\)|(?<=\n)[ \t]*(?:[a-d]|\d)[.)]|[ \t]referees[ \t]*:?)[ \t]*"
    r"(?:(?:mr|mrs|ms|miss|dr|rev)\b\.?[ \t]*){0,2}\Z"
)
_NEXT_HEAD = re.compile(r"\n[ \t]*\n[ \t]*\n|\n[ \t]*\d{1,2}[.)][ \t]+[A-Z][a-z]+[ \t]*:|\n#")
#: How far above its last item the head of such a list can stand (letters).
_LIST = 400


#: What each of these patterns has in it, in small letters; the lawyers are written so.
_TIED_BY = ("married", "engaged", "related", "relationship", "live", "friends", "knows", "used", "dating", "seeing")
_REFEREE_IN = ("referee", "character reference")
_LAWYER_IN = ("solicitor", "lawyer", "barrister", "counsel", "legal", "attorney")


def _holds(low: str, letters: tuple[str, ...]) -> bool:
    return any(some in low for some in letters)


def own_ties(record: Record) -> None:
    """Add to everybody's evidence what the text says right after their name of who else they are. Weighs nothing: it
    is a question about somebody in office, and what stands before a name tells who is family."""
    for text, places in zip(record.texts, record.places, strict=True):
        referees, lawyers = _holds(lowered(text), _REFEREE_IN), _holds(text, _LAWYER_IN)
        for index, place in enumerate(places):
            if place.person < 0 or place.person == record.subject or place.ambiguous:
                continue
            following = [
                p.start for p in places[index + 1 : index + 2] if p.person not in (place.person, record.subject)
            ]
            if relation := _tie(text, place.end, following[0] if following else len(text)):
                record.evidence[place.person].ties[relation] += 1
            elif referees and _referee(text, place.start):
                record.evidence[place.person].ties["referee"] += 1
            elif (
                lawyers
                and (lawyer := _LAWYER.search(text, max(place.start - 70, 0), place.start))
                and _anothers(record, lawyer, places[max(index - 3, 0) : index])
            ):
                record.evidence[place.person].ties[" ".join(lawyer["told"].lower().split())] += 1


def _anothers(record: Record, lawyer: re.Match[str], earlier: Sequence[Place]) -> bool:
    """Whether the lawyer is another person's than the subject's: by name, or by the last of ``earlier`` whom "his" or
    "her" can mean. Where nobody is named before, it is the subject's."""
    people, subject = record.people, record.subject
    if name := lawyer["name"]:
        own = people.all[subject] if subject >= 0 else None
        mine = own is not None and fold(name) in {*own.forenames, *own.surnames}
        return not mine and fold(name) not in _BODIES
    gender = {"his": "m", "her": "f"}.get(lawyer["whose"].lower(), "")
    for place in reversed(earlier):
        if place.person >= 0 and people.all[place.person].gender(people.lexicon) in {gender, "b", ""}:
            return place.person != subject
    return False


def _referee(text: str, start: int) -> bool:
    """Whether the name at ``start`` is given as somebody's referee, alone or as one of a list."""
    before = text[max(start - _LIST, 0) : start]
    if _REFEREE.search(before):
        return True
    item = _ITEM.search(before)
    head = _REFEREES.search(before) if item else None
    return head is not None and not _NEXT_HEAD.search(before, head.end())


def _tie(text: str, start: int, other: int) -> str:
    """What somebody whose name ends at ``start`` is said to be besides; ``other`` is where another's name begins."""
    window = text[start : start + _REACH]
    stop = _STOP.search(window)
    window = window[: stop.start()] if stop else window
    said = window[: max(other - start, 0)]
    if _holds(lowered(said), _TIED_BY) and (tied := _TIED.search(said)):
        return " ".join(tied.group().lower().split())
    for found in _IS.finditer(said):
        relation = RELATION.match(window, found.end())
        if relation is None or relation["plural"] or _of_office(relation["rel"]):
            continue
        owned = (found["owned"] or "").lower().split()
        if (owned and owned[0] not in {"a", "an"}) or _OF.match(window, relation.end()):
            return " ".join(relation["rel"].lower().split())
    return ""


def tie_after(text: str, end: int) -> str:
    """What the text says right after a name that ends at ``end`` of whose family or friend its owner is; or nothing."""
    return _tie(text, end, len(text))


def _of_office(relation: str) -> bool:
    return relation.lower().replace("\n", " ").split()[-1] in _OF_OFFICE


def tie_of(evidence: Evidence) -> str:
    """What else somebody in office is, as the record calls it most; "" when it does not say."""
    found = evidence.ties.copy()
    for relation, count in evidence.relations.items():
        if not _of_office(relation) and RELATION.fullmatch(relation):
            found[relation] += count
    return found.most_common(1)[0][0] if found else ""
