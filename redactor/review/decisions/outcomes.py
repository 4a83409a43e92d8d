# SPDX-License-Identifier: AGPL-3.0-or-later
"""The outcome of every page, worked out when asked for and again only where a decision reached. Pure.

A decision about one box must not cost a walk over ten thousand pages. What an event can have changed is read
from the event; where that is not certain (people merged or split, a kind unknown here) everything is worked out anew.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from redactor.domain.journal import ARRANGING, KEEPING, TALKING, Anchor, Event, Kind
from redactor.domain.mentions import Mention, Person
from redactor.review.decisions.decided import PageKey
from redactor.review.decisions.effective import NOTHING_CARRIED, Carried, PageOutcome, effective_page
from redactor.review.decisions.named import people_of
from redactor.review.state import JournalState

#: Events after which every page stands as it stood.
_NOTHING = (
    ARRANGING
    | TALKING
    | KEEPING
    | frozenset(
        {
            Kind.CASE_CREATED,
            Kind.ROSTER_USED,
            Kind.REQUEST_RECORDED,
            Kind.CONSENT_RECORDED,
            Kind.CLASSES_CONFIRMED,
            Kind.OPINION_ASKED,
            Kind.OPINION_RECORDED,
            Kind.SUBMITTED,
            Kind.SAMPLE_READ,
            Kind.RELEASE_SENT,
            Kind.RETURNED,
            Kind.APPROVED,
            Kind.EXPORTED,
            Kind.NUMBER_CHALLENGED,
            Kind.CHALLENGE_UPHELD,
            Kind.REISSUE_CHOSEN,
            Kind.STATEMENT_RECORDED,
        }
    )
)
#: Events that say themselves which people and places they are about.
_TELLING = frozenset(
    {
        Kind.PERSON_DECIDED,
        Kind.PERSON_RENAMED,
        Kind.PERSON_NAMED,
        Kind.PROPOSALS_ACCEPTED,
        Kind.OCCURRENCE_DECIDED,
        Kind.PASSAGE_REDACTED,
        Kind.HARM_MARKED,
        Kind.PAGES_WITHHELD,
        Kind.PASSAGE_RESHAPED,
        Kind.REST_HIDDEN,
        Kind.ITEM_SETTLED,
        Kind.CHALLENGE_DECIDED,
    }
)


def reach_few(events: Iterable[Event], state: JournalState) -> bool:
    """True when what the events can have changed is told by the events: see :meth:`Outcomes.take`."""
    return all(meant(event, state).kind in _NOTHING | _TELLING for event in events)


class Outcomes(Mapping[PageKey, PageOutcome]):
    """Page by page what :func:`~redactor.review.decisions.effective.effective_page` says, for these pages in this
    order."""

    def __init__(
        self,
        pages: Iterable[PageKey],
        by_page: Mapping[PageKey, Sequence[Mention]],
        state: JournalState,
        people: Mapping[str, Person],
        carried: Carried = NOTHING_CARRIED,
    ) -> None:
        self._pages = dict.fromkeys(pages)
        #: Kept up to date by the caller, who knows the mentions of a page that a name given has changed.
        self._by_page = by_page
        self._state = state
        self._people = people
        self._carried = carried
        self._known: dict[PageKey, PageOutcome] = {}
        #: Where decisions about a person reach or reached: it only grows, since what a decision lets go changes too.
        self._of_person: dict[str, set[PageKey]] = defaultdict(set)
        for key, mentions in by_page.items():
            for mention in mentions:
                self._of_person[mention.person].add(key)
        for key, pairs in carried.items():
            self._note(key, pairs)
        for key, pairs in state.who.anchors.items():
            self._note(key, pairs)

    def take(self, events: Iterable[Event], state: JournalState, people: Mapping[str, Person]) -> None:
        """Forget the pages that ``events`` can have touched. ``state`` has them folded in; they reach few
        (:func:`reach_few`): after others the whole is made anew, since the mentions' people may have changed."""
        self._state, self._people = state, people
        for event in (meant(event, state) for event in events):
            for person, keys in people_of(event).items():
                self._of_person[person] |= keys
            for key in self._touched(event):
                self._known.pop(key, None)

    def __getitem__(self, key: PageKey) -> PageOutcome:
        found = self._known.get(key)
        if found is None:
            if key not in self._pages:
                raise KeyError(key)
            mentions = self._by_page.get(key, ())
            found = self._known[key] = effective_page(*key, mentions, self._people, self._state, self._carried)
        return found

    def __iter__(self) -> Iterator[PageKey]:
        return iter(self._pages)

    def __len__(self) -> int:
        return len(self._pages)

    def _touched(self, event: Event) -> set[PageKey]:
        keys: set[PageKey] = set()
        people: set[str] = set()
        for part in _parts(event.payload):
            keys.update((anchor[0], anchor[1]) for anchor in part.get("anchors", ()))
            if isinstance(part.get("person"), Mapping):
                people.add(str(part["person"]["id"]))
        for person in people & self._state.who.people.keys():
            anchors = self._state.who.people[person].anchors
            self._of_person[person].update((anchor.document, anchor.page) for anchor in anchors)
        keys |= self._pages_of(people)
        if event.kind is Kind.PAGES_WITHHELD:
            document, pages = event.payload["document"], range(event.payload["first"], event.payload["last"] + 1)
            keys.update((document, page) for page in pages)
        return keys

    def _pages_of(self, people: set[str]) -> set[PageKey]:
        """Where decisions about these people, or about anybody who is the same person, reach."""
        root = self._state.root
        roots = {root(person) for person in people}
        reached = (keys for identity, keys in self._of_person.items() if identity in people or root(identity) in roots)
        return set().union(*reached)

    def _note(self, key: PageKey, pairs: Iterable[tuple[str, Anchor]]) -> None:
        for person, _ in pairs:
            self._of_person[person].add(key)


def meant(event: Event, state: JournalState) -> Event:
    """The event itself, or what an undo (of an undo...) is about in the end."""
    by_id = None
    while event.kind is Kind.UNDONE:
        by_id = by_id or {known.id: known for known in state.events}
        event = by_id[event.payload["event"]]
    return event


def _parts(payload: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """The payload and the entries of its lists: what several decisions in one event are about."""
    yield payload
    for name in ("people", "mentions", "items"):
        for part in payload.get(name, ()):
            if isinstance(part, Mapping):
                yield part
