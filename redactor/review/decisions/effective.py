# SPDX-License-Identifier: AGPL-3.0-or-later
"""What is redacted: a pure function of what the machine found and what people decided.

Rules, strongest first:
1. a page that is withheld is replaced whole;
2. a passage or box that a person marked is redacted;
3. an occurrence decided by itself goes as decided, the latest decision counting;
4. a person's decision covers all their mentions that the finder is sure of;
5. what was covered by a decision that still holds stays redacted even where a later analysis finds nothing.
Nothing is redacted that nobody decided.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from redactor.domain.geometry import Box
from redactor.domain.journal import Anchor
from redactor.domain.mentions import Mention, Person, Status
from redactor.domain.nearby import Nearby, boxes_nearby
from redactor.domain.pages import Where
from redactor.domain.plan import PagePlan, Redaction
from redactor.domain.wording import Wording, shipped
from redactor.review.decisions.anchors import anchor_of, is_covered, same_place
from redactor.review.decisions.decided import Ground, Outcome, PageKey, Withheld
from redactor.review.decisions.standing import SHOWN, Decided, Standing
from redactor.review.state import JournalState

NOTHING_CARRIED: Mapping[PageKey, Sequence[tuple[str, Anchor]]] = {}
#: By page: the person and the place their decision covered when the record was last analysed.
Carried = Mapping[PageKey, Sequence[tuple[str, Anchor]]]


@dataclass(frozen=True, slots=True)
class PageOutcome:
    """One page's effective redactions, the status of each mention on it, and anchors that lost their mention.
    ``proposed`` are those of its mentions that nobody has decided about and that are not left as they are."""

    plan: PagePlan
    statuses: Mapping[str, Status]
    grounds: Mapping[str, Ground]
    lost: tuple[Anchor, ...]
    proposed: tuple[Mention, ...]

    @property
    def boxes(self) -> tuple[Box, ...]:
        return tuple(box for redaction in self.plan.redactions for box in redaction.boxes)


def effective_page(
    document: str,
    page: int,
    mentions: Sequence[Mention],
    people: Mapping[str, Person],
    state: JournalState,
    carried: Carried = NOTHING_CARRIED,
) -> PageOutcome:
    """The outcome for one page. ``mentions`` are those of this page (page 0: of the document's own places);
    ``carried`` is what :func:`carry` kept before the last analysis."""
    key = (document, page)
    statuses: dict[str, Status] = {}
    grounds: dict[str, Ground] = {}
    proposed: list[Mention] = []
    redactions: list[Redaction] = []
    standing = Standing(key, people, state)
    passages = state.places.passages.get(key, ())
    withheld = standing.withheld
    for mention in mentions:
        ground, status = standing.of(mention)
        statuses[mention.id] = status
        if status is Status.PROPOSED:
            proposed.append(mention)
        if ground is None:
            continue
        grounds[mention.id] = ground
        if ground.outcome is Outcome.REDACT and mention.boxes and mention.where in SHOWN:
            redactions.append(_redaction(anchor_of(mention), ground, mention.person, state.wording))
    for passage in passages:
        if passage.anchor.boxes:  # a bookmark or a comment behind its marker is not carried into the bundle at all
            redactions.append(_redaction(passage.anchor, passage.ground, passage.person, state.wording))
    lost = _lost(key, standing.decided, redactions, state, carried)
    redactions.extend(_redaction(anchor, ground, person, state.wording) for anchor, ground, person in lost)
    return PageOutcome(
        PagePlan(document, page, _without_repeats(redactions), _instead(key, withheld, state)),
        statuses,
        grounds,
        tuple(anchor for anchor, _, _ in lost),
        tuple(proposed),
    )


def carry(
    mentions: Iterable[Mention], outcomes: Mapping[PageKey, PageOutcome]
) -> dict[PageKey, list[tuple[str, Anchor]]]:
    """What decisions about people cover now, to be kept before the findings are replaced: a mention found
    after its person was decided has no anchor in the journal, and must stay redacted all the same."""
    kept: dict[PageKey, list[tuple[str, Anchor]]] = defaultdict(list)
    for mention in mentions:
        key = (mention.document, mention.page)
        outcome = outcomes.get(key)
        ground = outcome.grounds.get(mention.id) if outcome else None
        if mention.person and mention.boxes and ground and ground.outcome is Outcome.REDACT:
            kept[key].append((mention.person, anchor_of(mention)))
    return dict(kept)


def _lost(
    key: PageKey,
    decided: Decided,
    redactions: Sequence[Redaction],
    state: JournalState,
    carried: Carried,
) -> list[tuple[Anchor, Ground, str]]:
    """What a decision that still holds redacts here although no redacted mention stands for it any more."""
    candidates: list[tuple[Anchor, Ground, str, int]] = []
    for decision in decided.all:
        if decision.ground.outcome is Outcome.REDACT:
            candidates.append((decision.anchor, decision.ground, decision.person, decision.order))
    for person, anchor in (*state.who.anchors.get(key, ()), *carried.get(key, ())):
        ground = state.ground_for(person)
        if ground is None or ground.outcome is not Outcome.REDACT or _split_away(state.root(person), anchor, state):
            continue
        candidates.append((anchor, ground, state.root(person), -1))
    if not candidates:
        return []
    hidden = boxes_nearby(box for redaction in redactions for box in redaction.boxes)
    lost = []
    for anchor, ground, person, order in candidates:
        if not anchor.boxes or anchor.where not in SHOWN or is_covered(anchor.boxes, hidden.touching(anchor.boxes)):
            continue
        if decided.disclosed_after(anchor, order):
            continue
        lost.append((anchor, ground, person))
        for box in anchor.boxes:
            hidden.add((box,), box)
    return lost


def _split_away(person: str, anchor: Anchor, state: JournalState) -> bool:
    """True when staff took this very place away from the person whose decision covered it."""
    return any(
        state.root(split.source_person) == person and any(_same_anchor(a, anchor) for a in split.anchors)
        for split in state.who.splits
    )


def _same_anchor(one: Anchor, other: Anchor) -> bool:
    return same_place(one.boxes, other.boxes)


def _redaction(anchor: Anchor, ground: Ground, person: str, wording: Wording) -> Redaction:
    return Redaction(
        document=anchor.document,
        page=anchor.page,
        boxes=anchor.boxes,
        reason=ground.reason,
        label=printed_label(ground.reason, wording),
        text=anchor.text,
        person=person,
        where=anchor.where,
        fields=ground.fields,
        source=ground.source,
        explanation=wording.reasons[ground.reason].explanation
        if wording.digest and ground.reason in wording.reasons
        else "",
    )


def printed_label(code: str, wording: Wording | None = None) -> str:
    """The neutral label the catalogue prints for a reason; a code that is gone prints the plainest one."""
    reason = (wording or shipped()).reasons.get(code)
    return reason.label if reason else "Withheld"


def _without_repeats(redactions: Sequence[Redaction]) -> tuple[Redaction, ...]:
    """One redaction for words that were found twice (a form field is also drawn into the page)."""
    kept: list[Redaction] = []
    places: dict[tuple[str, str], Nearby[Redaction]] = defaultdict(Nearby)
    for redaction in sorted(redactions, key=_reading_order):
        alike = places[redaction.reason, redaction.person]
        if any(is_covered(redaction.boxes, twin.boxes) for twin in alike.touching(redaction.boxes)):
            continue
        alike.add(redaction.boxes, redaction)
        kept.append(redaction)
    return tuple(kept)


def _reading_order(redaction: Redaction) -> tuple[float, float, float, str, str]:
    first = redaction.boxes[0] if redaction.boxes else Box(0, 0, 0, 0)
    area = sum(box.area for box in redaction.boxes)
    return (first.y0, first.x0, -area, redaction.text, redaction.source)


def _instead(key: PageKey, withheld: Withheld | None, state: JournalState) -> Redaction | None:
    """The redaction that stands for a whole page."""
    return _redaction(Anchor(*key, Where.PAGE, "", ()), withheld.ground, "", state.wording) if withheld else None
