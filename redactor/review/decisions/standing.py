# SPDX-License-Identifier: AGPL-3.0-or-later
"""How one mention stands: proposed, redacted, disclosed or left, and on what ground. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from redactor.domain.journal import Anchor
from redactor.domain.mentions import Mention, Person, Role, Status, Tier
from redactor.domain.nearby import Nearby, boxes_nearby
from redactor.domain.pages import Where
from redactor.review.decisions.anchors import is_covered, matches, same_place, same_words
from redactor.review.decisions.decided import Ground, OccurrenceDecision, Outcome, PageKey, Passage, Withheld
from redactor.review.state import JournalState

#: Places whose text is drawn into the page and so leaves the building with it.
SHOWN = frozenset({Where.PAGE, Where.FORM_FIELD, Where.ANNOTATION})


class Standing:
    """How the mentions of one page stand, each for itself."""

    def __init__(self, key: PageKey, people: Mapping[str, Person], state: JournalState) -> None:
        self._people, self._state = people, state
        self.decided = Decided(state.places.occurrences.get(key, ()))
        self.withheld = _withheld(key, state)
        self._marked = Marked(state.places.passages.get(key, ()))

    def of(self, mention: Mention) -> tuple[Ground | None, Status]:
        own = self.decided.latest(mention)
        ground = own.ground if own else _person_ground(mention, self._state)
        hidden = self.withheld is not None or self._marked.hides(mention)
        return ground, Status.REDACTED if hidden else _status(mention, ground, self._people)


def undecided(
    by_page: Mapping[PageKey, Sequence[Mention]], people: Mapping[str, Person], state: JournalState
) -> Iterator[Mention]:
    """What the finder is sure of and nobody has decided about, in the order of the pages. Most of a large record is
    about people who are left in or were decided about as a whole: their mentions are not looked at one by one."""
    settled = {
        identity for identity, person in people.items() if state.ground_for(identity) is not None or _left_in(person)
    }
    places = state.places
    #: How a sure mention of somebody stands where nothing else was said of it.
    alike: dict[tuple[str, Where], bool] = {}
    for key, mentions in by_page.items():
        open_ = [m for m in mentions if m.person not in settled and m.tier is Tier.PROPOSED]
        if not open_:
            continue
        if key in places.occurrences or key in places.passages or places.withheld:
            standing = Standing(key, people, state)
            yield from (mention for mention in open_ if standing.of(mention)[1] is Status.PROPOSED)
        else:
            # Nothing was decided about this page by itself: what is said of people decides.
            for mention in open_:
                of = mention.person, mention.where
                if (proposed := alike.get(of)) is None:
                    ground = _person_ground(mention, state)
                    proposed = alike[of] = _status(mention, ground, people) is Status.PROPOSED
                if proposed:
                    yield mention


class Decided:
    """The decisions about single occurrences on one page, by place."""

    def __init__(self, decisions: Sequence[OccurrenceDecision]) -> None:
        self.all = decisions
        self._placed: Nearby[OccurrenceDecision] = Nearby()
        self._unplaced: list[OccurrenceDecision] = []
        for decision in decisions:
            if decision.anchor.boxes:
                self._placed.add(decision.anchor.boxes, decision)
            else:
                self._unplaced.append(decision)

    def latest(self, mention: Mention) -> OccurrenceDecision | None:
        """The last decision that was made about this very occurrence."""
        if not self.all:
            return None
        near = self._placed.touching(mention.boxes) if mention.boxes else self.all
        found = [decision for decision in (*near, *self._unplaced) if matches(decision.anchor, mention)]
        return max(found, key=lambda decision: decision.order, default=None)

    def disclosed_after(self, anchor: Anchor, order: int) -> bool:
        """True when a decision later than ``order`` let this very place through."""
        return any(
            later.order > order
            and later.ground.outcome is Outcome.DISCLOSE
            and same_place(later.anchor.boxes, anchor.boxes)
            for later in self._placed.touching(anchor.boxes)
        )


class Marked:
    """What people marked by hand on one page, by place."""

    def __init__(self, passages: Sequence[Passage]) -> None:
        self._any = bool(passages)
        self._boxes = boxes_nearby(box for passage in passages for box in passage.anchor.boxes)
        self._elsewhere = [passage.anchor for passage in passages if not passage.anchor.boxes]

    def hides(self, mention: Mention) -> bool:
        """True when a mention lies wholly under what was marked, or in a place that was marked by its words."""
        if not self._any:
            return False
        if mention.boxes:
            return is_covered(mention.boxes, self._boxes.touching(mention.boxes))
        return any(
            anchor.where is mention.where and same_words(anchor.text, mention.text) for anchor in self._elsewhere
        )


def _person_ground(mention: Mention, state: JournalState) -> Ground | None:
    if not mention.person:
        return None
    ground = state.ground_for(mention.person)
    if ground is not None and ground.outcome is Outcome.REDACT and mention.tier is Tier.POSSIBLE:
        return None  # "Hope" may be the girl or the feeling: somebody decides, nothing is swept along
    return ground


def _status(mention: Mention, ground: Ground | None, people: Mapping[str, Person]) -> Status:
    if ground is not None:
        return Status.REDACTED if ground.outcome is Outcome.REDACT else Status.DISCLOSED
    person = people.get(mention.person)
    if person is not None and _left_in(person):
        return Status.LEFT
    if mention.where not in SHOWN:
        return Status.LEFT  # nothing of bookmarks, metadata, file names or hidden text is carried into the bundle
    return Status.PROPOSED


def _left_in(person: Person) -> bool:
    return person.role in (Role.SUBJECT, Role.PROFESSIONAL)


def _withheld(key: PageKey, state: JournalState) -> Withheld | None:
    """The last decision to hold this whole page back."""
    document, page = key
    ranges = reversed(state.places.withheld)
    return next((w for w in ranges if w.document == document and w.first <= page <= w.last), None)
