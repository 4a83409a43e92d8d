# SPDX-License-Identifier: AGPL-3.0-or-later
"""Names that staff gave: where they stand in the record, laid over what the finder found. Pure.

The event holds the places as they were found when the name was given, so that undo takes back exactly these, and a
later analysis, which knows the name too, loses none of them.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from redactor.domain.journal import Anchor, Event, Kind
from redactor.domain.mentions import Label, Mention, Tier
from redactor.domain.pages import Where
from redactor.review.decisions.anchors import same_words

Key = tuple[str, int]
SURE, DOUBTFUL = 0.9, 0.45


@dataclass(frozen=True, slots=True)
class Given:
    """One place of a name that was given. ``whole``: it is this person's, whoever the finder gave it to."""

    mention: Mention
    whole: bool


def given(event: str, anchor: Anchor, span: Sequence[Any], person: str) -> Given:
    """The mention of ``person`` at ``anchor``; ``span``: start, end, tier, whether whole, why."""
    start, end, tier, whole, why = span
    key = f"{event}/{anchor.document}/{anchor.page}/{anchor.where}/{start}/{end}/{anchor.text}"
    sure = Tier(tier) is Tier.PROPOSED
    mention = Mention(
        id="n-" + hashlib.sha256(key.encode()).hexdigest()[:12],
        document=anchor.document,
        page=anchor.page,
        where=anchor.where,
        start=start,
        end=end,
        text=anchor.text,
        boxes=anchor.boxes,
        label=Label.PERSON,
        score=SURE if sure else DOUBTFUL,
        tier=Tier(tier),
        person=person,
        why=why,
    )
    return Given(mention, bool(whole))


@dataclass
class Named:
    """The places of every name given, by page."""

    places: dict[Key, list[Given]] = field(default_factory=lambda: defaultdict(list))

    def apply(self, event: Event) -> None:
        person = str(event.payload["person"]["id"])
        for data, span in zip(event.payload["anchors"], event.payload["spans"], strict=True):
            anchor = Anchor.from_json(data)
            self.places[anchor.document, anchor.page].append(given(event.id, anchor, span, person))

    def over(self, mentions: Sequence[Mention], at: Mapping[Key, Sequence[int]]) -> list[Mention]:
        """``mentions`` with the names given laid over them; ``at``: where each page's stand in ``mentions``.

        Where the finder found the same words, a whole name is the given person's; anything less stays the finder's.
        """
        cuts: dict[int, list[Mention]] = {}
        last: list[Mention] = []
        for key in self.places:
            numbers = at.get(key, ())
            laid = self.page(key, [mentions[n] for n in numbers])
            cuts.update((n, []) for n in numbers)
            if numbers:
                cuts[numbers[0]] = laid
            else:
                last += laid
        out: list[Mention] = []
        reached = 0
        for number in sorted(cuts):
            out += mentions[reached:number]
            out += cuts[number]
            reached = number + 1
        return [*out, *mentions[reached:], *last]

    def page(self, key: Key, found: Sequence[Mention]) -> list[Mention]:
        """What is mentioned on one page: ``found`` by the finder, and the names given."""
        result = list(found)
        for one in self.places.get(key, ()):
            result = laid(result, one)
        return result


def laid(found: list[Mention], given: Given) -> list[Mention]:
    """``found`` on one page with a name given laid over it; the very list where the finder's own stands."""
    new = given.mention
    over = [m for m in found if _overlap(m, new)]
    if not over:
        return [*found, new]
    if not given.whole:
        return found
    outer = next((m for m in over if takes_in(m, new)), None)
    if outer is None and any(m.start < new.start or new.end < m.end for m in over):
        return found
    if outer is not None:
        new = replace(outer, person=new.person, tier=new.tier, score=max(new.score, outer.score), why=new.why)
    gone = {id(m) for m in over if m.label is Label.PERSON and new.start <= m.start and m.end <= new.end}
    kept = [m for m in found if id(m) not in gone]
    return [*kept, new]


def takes_in(found: Mention, given: Mention) -> bool:
    """Whether the finder's place is the name given, with at most a title beside it. A single word inside more words
    ("Barnes" in "Julian Barnes") is somebody else's name."""
    if found.label is not Label.PERSON or found.start > given.start or found.end < given.end:
        return False
    own, more = len(given.text.split()), len(found.text.split())
    return own == more or (own > 1 and more - own <= 1)


def _overlap(one: Mention, other: Mention) -> bool:
    if one.where is not other.where or one.end <= other.start or other.end <= one.start:
        return False
    # Two comments of a page count their letters from nothing each.
    return one.where is Where.PAGE or same_words(one.text, other.text) or bool(set(one.boxes) & set(other.boxes))


def by_place(mentions: Iterable[Mention]) -> dict[Key, list[int]]:
    """Where the mentions of each page stand among all."""
    at: dict[Key, list[int]] = defaultdict(list)
    for number, mention in enumerate(mentions):
        at[mention.document, mention.page].append(number)
    return at


def pages_of(events: Iterable[Event]) -> set[Key]:
    """The pages whose mentions ``events`` (names given, or undone) can have changed."""
    return {
        (anchor[0], anchor[1])
        for event in events
        if event.kind is Kind.PERSON_NAMED
        for anchor in event.payload["anchors"]
    }


def people_of(event: Event) -> Mapping[str, set[Key]]:
    """Whose mentions a name given adds, and on which pages."""
    if event.kind is not Kind.PERSON_NAMED:
        return {}
    return {str(event.payload["person"]["id"]): {(a[0], a[1]) for a in event.payload["anchors"]}}
