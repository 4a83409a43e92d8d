# SPDX-License-Identifier: AGPL-3.0-or-later
"""What may be somebody, in kinds that are gone through one after another: a name-like word first, everyday words last.

A word that points to somebody known ("Mum" for Donna) is one thing to decide for that person, however it is put: what
holds for one of thirty places holds for the rest, and the page shows each.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum

from redactor.domain.mentions import EVERYDAY, LABEL_WORDS, PLACE_OF_WORK, USER_NAME, Label, Mention, Person
from redactor.domain.saying import joined, said_all, say
from redactor.review.todo_items import TodoItem, TodoKind, group_item, how_often, item_id, settle_words, what_and_where


class PossibleKind(StrEnum):
    """Kinds of what may be somebody, the riskiest first."""

    NAME = "name"
    DETAIL = "detail"
    PICTURE = "picture"
    POINTS = "points"
    RELATION = "relation"
    LETTERS = "letters"
    WORD = "word"


#: What each is called as a heading.
POSSIBLE_WORDS: Mapping[str, str] = said_all(
    {
        PossibleKind.NAME: "Possibly somebody: what reads like a name",
        PossibleKind.DETAIL: "Possibly somebody's: numbers and addresses",
        PossibleKind.PICTURE: "Possibly somebody: parts of pages",
        PossibleKind.POINTS: "Words for somebody who is named elsewhere",
        PossibleKind.RELATION: "Family words for nobody named",
        PossibleKind.LETTERS: "Letters that may be initials",
        PossibleKind.WORD: "Everyday words, seldom a name",
    }
)
#: Capitals up to this length are initials or an abbreviation.
_LETTERS = 4


def possible_kind(mention: Mention) -> PossibleKind:
    if mention.label is Label.OTHER:
        return PossibleKind.DETAIL if mention.why.startswith((USER_NAME, PLACE_OF_WORK)) else PossibleKind.PICTURE
    if mention.label is Label.RELATION:
        return PossibleKind.POINTS if mention.person else PossibleKind.RELATION
    if mention.label is not Label.PERSON:
        return PossibleKind.DETAIL
    if mention.score <= EVERYDAY:
        return PossibleKind.WORD
    letters = "".join(c for c in mention.text if c.isalpha())
    if len(letters) == 1 or (letters.isupper() and len(letters) <= _LETTERS):
        return PossibleKind.LETTERS
    return PossibleKind.NAME


def possible_items(mentions: Iterable[Mention], people: Mapping[str, Person]) -> Iterator[TodoItem]:
    """``mentions`` are those not decided: one thing to do for the same words, by kind and how sure."""
    groups: dict[tuple[PossibleKind, str, str, str], list[Mention]] = defaultdict(list)
    for mention in mentions:
        kind = possible_kind(mention)
        words = " ".join(mention.text.casefold().split())
        if kind is PossibleKind.PICTURE:
            # A picture is looked at by itself, whatever was read in it.
            words = repr((mention.document, mention.page, mention.boxes))
        elif kind is PossibleKind.POINTS:
            words = ""
        groups[kind, mention.person, str(mention.label), words].append(mention)
    order = {kind: number for number, kind in enumerate(PossibleKind)}
    for (kind, owner, label, words), group in sorted(
        groups.items(), key=lambda item: (order[item[0][0]], -max(m.score for m in item[1]))
    ):
        key = (owner, label, words)
        how = settle_words(TodoKind.POSSIBLE, item_id(TodoKind.POSSIBLE, *key))
        text, title, detail = _told(kind, group, label, people.get(owner))
        yield group_item(TodoKind.POSSIBLE, key, group, text, how, owner, str(kind), title, detail)


def _told(kind: PossibleKind, group: Sequence[Mention], label: str, person: Person | None) -> tuple[str, str, str]:
    """What is to be decided in a sentence, and in two lines."""
    if kind is PossibleKind.PICTURE:
        return say("A part of the page {why}", why=group[0].why), "", ""
    if kind is PossibleKind.POINTS:
        ways = Counter(mention.text.casefold() for mention in group)
        shown = ", ".join(way for way, _ in ways.most_common(4)) + (", ..." if len(ways) > 4 else "")
        name = person.name if person else say("somebody")
        text = say(
            "{name}: words that point to them ({words}): {where}", name=name, words=shown, where=how_often(group)
        )
        return text, name, joined([shown, how_often(group)], " · ")
    name = group[0].text
    if person and person.name.casefold() != name.casefold():
        text = say("{name} may be {person}: {where}", name=name, person=person.name, where=how_often(group))
        return text, say("{name}: {person}?", name=name, person=person.name), what_and_where(group, label)
    label_ = LABEL_WORDS[Label(label)]
    text = say("{name} ({label}) may be somebody: {where}", name=name, label=label_, where=how_often(group))
    return text, name, what_and_where(group, label)
