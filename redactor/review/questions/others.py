# SPDX-License-Identifier: AGPL-3.0-or-later
"""Parts of shared papers that name only other people: one question each, whether all of it is hidden. Pure.

With the names alone hidden, what is told of somebody stays readable, and often says who it is. A part is asked about
as long as it names others and not the subject, by what is decided now; one that was hidden, withheld, left by a person
or is about somebody who is left in everywhere is no question. What was said hangs on its words.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from redactor.domain.entries import EntryKind, EntryPlace, OthersEntry
from redactor.domain.geometry import covered
from redactor.domain.journal import Anchor
from redactor.domain.mentions import Label, Mention, Person, Role, Tier
from redactor.domain.pages import Where
from redactor.domain.saying import count, joined, said_all, say
from redactor.review.decisions.decided import Outcome, PageKey
from redactor.review.decisions.effective import PageOutcome
from redactor.review.state import JournalState
from redactor.review.todo_items import TodoItem, TodoKind, item_id, settle_words

#: So much of a part (share of its area) under redactions is a part that is hidden.
HIDDEN = 0.8
#: What is asked, by how the paper sets the part apart.
_ONLY: Mapping[str, str] = said_all(
    {
        EntryKind.ENTRY: "This entry names only {names}",
        EntryKind.ROW: "This row names only {names}",
        EntryKind.SECTION: "This section names only {names}",
        EntryKind.PARAGRAPH: "This paragraph names only {names}",
    }
)
_MOST_NAMES = 3


def others_items(
    entries: Sequence[OthersEntry],
    mentions: Sequence[Mention],
    people: Mapping[str, Person],
    outcomes: Mapping[PageKey, PageOutcome],
    state: JournalState,
) -> Iterator[TodoItem]:
    """One thing to decide for each, wherever its words stand; those about the same people one after another."""
    groups: dict[str, list[tuple[OthersEntry, tuple[str, ...]]]] = defaultdict(list)
    for identity, entry, about in open_entries(entries, mentions, people, outcomes, state):
        groups[identity].append((entry, about))
    order = {identity: number for number, identity in enumerate(people)}
    last = len(order)
    for identity, group in sorted(groups.items(), key=lambda item: [order.get(p, last) for p in item[1][0][1]][:1]):
        yield _item(identity, group, people)


def open_entries(
    entries: Sequence[OthersEntry],
    mentions: Iterable[Mention],
    people: Mapping[str, Person],
    outcomes: Mapping[PageKey, PageOutcome],
    state: JournalState,
) -> Iterator[tuple[str, OthersEntry, tuple[str, ...]]]:
    """Those that are still a question: the id of the thing to do, the entry, and the ids of whom it names."""
    pages = {(entry.document, place.page) for entry in entries for place in entry.places}
    named: dict[PageKey, list[Mention]] = defaultdict(list)
    for mention in mentions if pages else ():
        if mention.where is Where.PAGE and mention.person and (mention.document, mention.page) in pages:
            named[mention.document, mention.page].append(mention)
    for entry in entries:
        identity = others_id(entry)
        settled = state.settled.get(identity)
        # Hidden where it stood then: a copy that came later is not.
        if (settled and settled.outcome != "redact") or _hidden(entry, outcomes):
            continue
        about = _about(entry, named, people, state)
        if about:
            yield identity, entry, about


def others_id(entry: OthersEntry) -> str:
    """The same for the same words, wherever they stand."""
    words = " ".join(word for place in entry.places for word in place.text.casefold().split())
    return item_id(TodoKind.OTHERS, words)


def _hidden(entry: OthersEntry, outcomes: Mapping[PageKey, PageOutcome]) -> bool:
    return all(_place_hidden(place, outcomes.get((entry.document, place.page))) for place in entry.places)


def _place_hidden(place: EntryPlace, outcome: PageOutcome | None) -> bool:
    if outcome is None or outcome.plan.withheld is not None or not place.boxes:
        return True
    by = tuple(box for redaction in outcome.plan.redactions for box in redaction.boxes)
    area = sum(box.area for box in place.boxes)
    return bool(by) and sum(covered(box, by) * box.area for box in place.boxes) >= HIDDEN * area


def _about(
    entry: OthersEntry,
    named: Mapping[PageKey, Sequence[Mention]],
    people: Mapping[str, Person],
    state: JournalState,
) -> tuple[str, ...]:
    """Whom it names, others all of them; nobody when the subject is among those it names, or who is left in."""
    found: list[str] = []
    for place in entry.places:
        for mention in named.get((entry.document, place.page), ()):
            if mention.start >= place.end or place.start >= mention.end:
                continue
            person = people.get(mention.person)
            if person is None:
                continue
            if person.role is Role.SUBJECT:
                return ()
            sure = mention.label is Label.PERSON and mention.tier is Tier.PROPOSED
            if sure and person.role is not Role.PROFESSIONAL:
                found.append(person.id)
    found += [p for p in map(state.root, entry.people) if p in people and people[p].role is not Role.PROFESSIONAL]
    about = tuple(dict.fromkeys(found))
    if any(people[person].role is Role.SUBJECT for person in about):
        return ()
    grounds = [state.ground_for(person) for person in about]
    return () if all(ground and ground.outcome is Outcome.DISCLOSE for ground in grounds) else about


def names_only(entry: OthersEntry, about: Sequence[str], people: Mapping[str, Person]) -> str:
    """ "This entry names only Kerry Lowe"."""
    names = [people[person].name for person in about]
    shown, more = joined(names[:_MOST_NAMES]), len(names) - _MOST_NAMES
    if more > 0:
        shown = say("{names} and {number} more", names=shown, number=more)
    return say(_ONLY[entry.kind], names=shown)


def _item(
    identity: str, group: Sequence[tuple[OthersEntry, tuple[str, ...]]], people: Mapping[str, Person]
) -> TodoItem:
    entry, about = group[0]
    only = names_only(entry, about, people)
    words = " ".join(" ".join(place.text for place in entry.places).split())
    told = words if len(words) <= 160 else words[:159].rstrip() + "\u2026"
    more = count(len(group), "place") if len(group) > 1 else ""
    anchors = tuple(
        Anchor(each.document, place.page, Where.PAGE, place.text, place.boxes)
        for each, _ in group
        for place in each.places
        if place.boxes
    )
    return TodoItem(
        identity,
        TodoKind.OTHERS,
        entry.document,
        entry.places[0].page,
        say("{only}: '{words}'", only=only, words=told),
        settle_words(TodoKind.OTHERS, identity) + " (redact: all of it)",
        about[0],
        (),
        anchors,
        subkind=str(entry.kind),
        title=only,
        detail=joined([told, more]) if more else told,
        stands=tuple((each.document, each.places[0].page) for each, _ in group) if more else (),
    )
