# SPDX-License-Identifier: AGPL-3.0-or-later
"""The finder's people with what staff decided about them laid over: merges, splits, names, roles. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from redactor.domain.mentions import Mention, Person
from redactor.review.decisions.anchors import matches
from redactor.review.decisions.decided import PageKey
from redactor.review.decisions.named import by_place
from redactor.review.state import JournalState


def resolve_people(
    mentions: Sequence[Mention],
    people: Iterable[Person],
    state: JournalState,
    at: Mapping[PageKey, Sequence[int]] | None = None,
) -> tuple[list[Mention], dict[str, Person]]:
    """The mentions with the person they belong to now, and every person by id.

    A person known only to the journal stays in the list: a decision about them stands, found or not. ``at`` is where
    each page's mentions stand among ``mentions`` (:func:`~redactor.review.decisions.named.by_place`), if it is known.
    """
    return resolve_mentions(mentions, state, at), known_people(people, state)


def resolve_mentions(
    mentions: Sequence[Mention], state: JournalState, at: Mapping[PageKey, Sequence[int]] | None = None
) -> list[Mention]:
    """The first half of :func:`resolve_people`."""
    if state.who.named.places:
        mentions = state.who.named.over(mentions, by_place(mentions) if at is None else at)
    return moved_mentions(mentions, state)


def known_people(people: Iterable[Person], state: JournalState) -> dict[str, Person]:
    """The second half of :func:`resolve_people`, for which no mention need be read."""
    found = {person.id: person for person in people}
    merged: dict[str, list[Person]] = defaultdict(list)
    for person in found.values():
        merged[state.root(person.id)].append(person)
    result: dict[str, Person] = {}
    for identity in {*merged, *(state.root(known) for known in state.who.people)}:
        result[identity] = _one_person(identity, merged.get(identity, []), state)
    return dict(sorted(result.items(), key=lambda item: (item[1].name.casefold(), item[0])))


def moved_mentions(mentions: Sequence[Mention], state: JournalState) -> list[Mention]:
    """The mentions with the person staff gave them by splitting and merging."""
    moved = _apply_splits(mentions, state)
    if not state.who.merges:
        return moved
    return [replace(m, person=root) if m.person and (root := state.root(m.person)) != m.person else m for m in moved]


def _apply_splits(mentions: Sequence[Mention], state: JournalState) -> list[Mention]:
    if not state.who.splits:
        return list(mentions)
    by_page = defaultdict(list)
    for split in state.who.splits:
        for anchor in split.anchors:
            by_page[anchor.document, anchor.page].append((split, anchor))
    result = []
    for mention in mentions:
        for split, anchor in by_page.get((mention.document, mention.page), ()):
            if mention.person and mention.person != split.new.id and matches(anchor, mention):
                mention = replace(mention, person=split.new.id)
        result.append(mention)
    return result


def _one_person(identity: str, found: list[Person], state: JournalState) -> Person:
    """One person out of the finder's clusters and the journal's record; the journal has the last word."""
    record = state.who.people.get(identity)
    base = next((p for p in found if p.id == identity), found[0] if found else None)
    if base is None:
        assert record is not None  # identity came from one or the other
        base = record.person
    aliases = {alias for person in found for alias in (person.name, *person.aliases)}
    name, role, profession, relationship = base.name, base.role, base.profession, base.relationship
    if record is not None:
        aliases.update((record.person.name, *record.person.aliases))
        name = record.person.name
        if record.role_decided or record.ground is not None:
            role, profession = record.person.role, record.person.profession
            relationship = record.person.relationship or relationship
    why = base.why if record is None or not record.role_decided else "decided in this case"
    aliases.discard(name)
    return Person(identity, name, tuple(sorted(aliases)), role, profession, relationship, why)
