# SPDX-License-Identifier: AGPL-3.0-or-later
"""Short forms that are names in their own right: Ann is not always Annabel, nor Sam always Samuel.

Joined wrongly, a neighbour's name stays readable as a social worker's. So such a name is joined to a longer one only
where nothing in the record speaks against it: other roles or relations, the other sex, both in one sentence, or a
professional who is never named in the same document.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from redactor.detect.language.text import fold
from redactor.detect.language.words import RELATION
from redactor.detect.people.people import contained
from redactor.detect.people.record import Record
from redactor.detect.people.roles import Evidence, look
from redactor.detect.people.ties import tie_after
from redactor.domain.mentions import Label, Role

#: Two relations that one person can be called by in turn.
_ALIKE = (
    "mother mum mam mummy parent birth",
    "father dad daddy parent",
    "grandmother gran nan nana nanna granny grandma grandparent",
    "grandfather grandad granddad grandpa grandparent",
    "partner boyfriend girlfriend husband wife spouse fiance fiancee ex mother father mum dad",
    "sister sibling",
    "brother sibling",
    "son child baby boy toddler infant",
    "daughter child baby girl toddler infant",
    "friend neighbour",
    "carer mother father mum dad aunt uncle gran nan grandmother grandfather foster",
)
#: "Alison (Ali) Grey", "Alison, known as Ali": the text itself joins them.
_SAYS_SO = re.compile(r"[(\"\u2018\u201c]|\b(?:known as|called|aka|or|is|named)\b|(?<!\w)'")
_PARTED = re.compile(r"[.!?;:|]\s|\n[ \t]*\n")
_OWNER = re.compile(r"[ \t]*[,(-][ \t\n]*(?:(?:his|her|their|the|my|our|an?)|[A-Z][\w-]+['\u2019]s?)[ \t\n]+")
_NEXT_DOOR = re.compile(
    r"[ \t\n]*,?[ \t\n]*(?:who lives[ \t\n])?(?:(?:from|at)[ \t\n])?(?:next[ -]door|opposite|over the road)\b"
)
#: Letters between two names of one sentence.
_NEAR = 60


@dataclass
class _Seen:
    evidence: Evidence = field(default_factory=Evidence)
    groups: set[str] = field(default_factory=set)
    relations: set[str] = field(default_factory=set)


def names_apart(record: Record) -> frozenset[tuple[str, str]]:
    """Pairs (short form, forename), folded, that the record speaks against being one person."""
    words = record.people.lexicon
    single, first = _written(record)
    pairs = [
        (short, name)
        for short in sorted(single)
        if len(short) > 2 and short in words.gender
        for name in sorted(first)
        if name != short and len(name) > 2 and (words.same_forename(short, name) or contained(short, name))
    ]
    if not pairs:
        return frozenset()
    seen, beside = _seen(record, {word for pair in pairs for word in pair})
    return frozenset(pair for pair in pairs if pair in beside or _against(record, pair, seen))


def _spans(record: Record) -> Iterator[tuple[int, int, int, list[str], str]]:
    for number, (text, spans) in enumerate(zip(record.texts, record.raw, strict=True)):
        for span in spans:
            if span.label == Label.PERSON:
                yield number, span.start, span.end, fold(text[span.start : span.end]).split(), span.found_by


def _written(record: Record) -> tuple[set[str], set[str]]:
    """The words that stand alone as names, and the forenames of those written in full."""
    single: set[str] = set()
    first: set[str] = set()
    for _, _, _, name, _ in _spans(record):
        if len(name) == 1:
            single.add(name[0].removesuffix("'s"))
        elif len(name) > 1:
            first.add(name[0])
    first.update(person.given[0] for person in record.people.all if person.given)
    return single, first


def _seen(record: Record, wanted: set[str]) -> tuple[dict[str, _Seen], set[tuple[str, str]]]:
    """What stands around each of these names, over the whole record; and which two stand in one sentence."""
    seen: dict[str, _Seen] = defaultdict(_Seen)
    places: dict[int, list[tuple[int, int, str]]] = defaultdict(list)
    for number, start, end, name, by in _spans(record):
        if not name or (word := name[0].removesuffix("'s")) not in wanted:
            continue
        unit, text, one = record.units[number], record.texts[number], seen[word]
        places[number].append((start, end, word))
        one.groups.add(unit.group or unit.id)
        look(one.evidence, text, start, end, "", by)
        if tie := tie_after(text, end) or _apposed(text, end):
            one.relations.add(tie)
    for one in seen.values():
        one.relations.update(one.evidence.relations)
    return seen, {pair for number, found in places.items() for pair in _in_one_sentence(record.texts[number], found)}


def _apposed(text: str, end: int) -> str:
    """ "Annabel Shaw, Tabitha's sister"; "Ann from next door"."""
    if _NEXT_DOOR.match(text, end):
        return "neighbour"
    owner = _OWNER.match(text, end)
    relation = RELATION.match(text, owner.end()) if owner else None
    return relation["rel"].lower() if relation and not relation["plural"] else ""


def _against(record: Record, pair: tuple[str, str], seen: dict[str, _Seen]) -> bool:
    short, name = seen[pair[0]], seen[pair[1]]
    genders = record.people.lexicon.gender
    if {genders.get(word) for word in pair} == {"m", "f"}:
        return True
    at_work = [one.evidence.role() is Role.PROFESSIONAL for one in (short, name)]
    if at_work[0] is not at_work[1] and (name if at_work[0] else short).relations:
        return True
    if at_work[1] and not at_work[0] and not short.groups & name.groups:
        return True
    return bool(short.relations and name.relations) and not _one_relation(short.relations, name.relations)


def _one_relation(some: set[str], others: set[str]) -> bool:
    """Whether somebody can be both: the same word, or two words for one tie."""
    ours, theirs = ({words.replace("-", " ").split()[-1] for words in said} for said in (some, others))
    if ours & theirs:
        return True
    return any(not ours.isdisjoint(alike.split()) and not theirs.isdisjoint(alike.split()) for alike in _ALIKE)


def _in_one_sentence(text: str, places: list[tuple[int, int, str]]) -> Iterator[tuple[str, str]]:
    """Two of these names, both ways round, that a sentence has side by side without saying that they are one."""
    for (_, end, one), (start, _, other) in pairwise(sorted(places)):
        between = text[end:start]
        if one != other and len(between) <= _NEAR and not _PARTED.search(between) and not _SAYS_SO.search(between):
            yield from ((one, other), (other, one))
