# SPDX-License-Identifier: AGPL-3.0-or-later
"""Compare two copies of a case with what they had in common: who changed what, and where they clash. Pure.

Aspect by aspect (:mod:`~redactor.review.merge.aspects`): what one side changed holds; what both changed alike holds;
what both changed differently is a conflict, and so is what would be lost when their events are put together (a person
decided here and merged away there). Neither side comes first: the same two copies give the same answer on both
machines.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from redactor.domain.journal import ARRANGING, TALKING, Anchor, Event, Kind, canonical
from redactor.review.decisions.anchors import is_covered, same_place
from redactor.review.merge.aspects import Key, Says, anchor_key, anchor_of_key, aspects, compared, groups
from redactor.review.merge.merged import Conflict, conflict_to_json
from redactor.review.state import JournalState, fold

#: What both sides may say at once without a clash: each is kept, and none of it undoes what the other said.
ADDING = TALKING | {
    Kind.CASE_CREATED,
    Kind.DOCUMENT_ADDED,
    Kind.FILES_NOT_TAKEN,
    Kind.SUBJECT_DESCRIBED,
    Kind.OPINION_RECORDED,
    Kind.STATEMENT_RECORDED,
    Kind.SUBMITTED,
    Kind.RETURNED,
    Kind.SAMPLE_READ,
    Kind.APPROVED,
    Kind.EXPORTED,
    Kind.RELEASE_SENT,
    Kind.MERGED,
    Kind.CONFLICT_DECIDED,
    Kind.UNDONE,
}
#: What is compared aspect by aspect.
COMPARED = ARRANGING | {
    Kind.ROSTER_USED,
    Kind.SETTINGS_CHANGED,
    Kind.WORDING_USED,
    Kind.OFFICE_USED,
    Kind.REQUEST_RECORDED,
    Kind.CONSENT_RECORDED,
    Kind.CLASSES_CONFIRMED,
    Kind.OPINION_ASKED,
    Kind.PERSON_DECIDED,
    Kind.PEOPLE_MERGED,
    Kind.PERSON_SPLIT,
    Kind.PERSON_RENAMED,
    Kind.PERSON_NAMED,
    Kind.PROPOSALS_ACCEPTED,
    Kind.OCCURRENCE_DECIDED,
    Kind.PASSAGE_REDACTED,
    Kind.PASSAGE_RESHAPED,
    Kind.REST_HIDDEN,
    Kind.PAGES_WITHHELD,
    Kind.HARM_MARKED,
    Kind.ITEM_SETTLED,
    Kind.DECISIONS_CARRIED,
}
#: What only one of two copies may hold: where both do, they are not merged.
APART = frozenset(set(Kind) - ADDING - COMPARED)
#: Aspects where a decision of one side alone that would not hold in the merged case is somebody's to decide.
_ASKED = frozenset({"decision", "place", "passage", "withheld", "split"})

#: Aspects whose event is a decision about them and nothing else.
_OWN_EVENT = frozenset({"name", "decision", "place", "withheld", "item", "left_out", "split", "used"})

Sides = tuple[JournalState, JournalState]
#: What a side says of an aspect, in words; and what the aspect is about.
Tell = Callable[[Key, "Says | None", JournalState], str]
Title = Callable[[Key, JournalState], str]


@dataclass(frozen=True, slots=True)
class Comparison:
    """``corrections``: what one side alone said and the order of events would lose. ``unknown``: kinds of events that
    both sides hold and that cannot be compared."""

    conflicts: tuple[Conflict, ...]
    corrections: tuple[tuple[Key, Says | None], ...]
    unknown: tuple[str, ...]


def compare(
    common: Sequence[Event],
    tails: tuple[Sequence[Event], Sequence[Event]],
    heads: tuple[str, str],
    tell: Tell,
    title: Title,
) -> Comparison:
    """``tails`` are what each side alone holds, ``heads`` their last events, the lower id first."""
    base = fold(common)
    sides = (fold([*common, *tails[0]]), fold([*common, *tails[1]]))
    both = fold([*common, *tails[0], *tails[1]])
    parts = list(base.arrangement.order)
    before, one, other, now = (aspects(state, parts) for state in (base, *sides, both))
    clashes: dict[Key, tuple[Says | None, Says | None]] = {}
    corrections: dict[Key, Says | None] = {}
    for key in sorted({*before, *one, *other, *now}):
        changed = [_changed(key, before.get(key), said.get(key)) for said in (one, other)]
        if all(changed) and compared(one, key) != compared(other, key):
            clashes[key] = (one.get(key), other.get(key))
            continue
        meant = one.get(key) if changed[0] else other.get(key)
        if compared(now, key) != (meant.value if meant else None):
            if key[0] in _ASKED:
                clashes[key] = (one.get(key), other.get(key))
            else:
                corrections[key] = meant
    for key, pair in (*_merges(sides), *_crossed(base, sides), *_left_out(base, sides, tails)):
        clashes.setdefault(key, pair)
    _drop_repeats(clashes, sides)
    conflicts = [
        Conflict(
            hashlib.sha256(canonical([list(key), *heads])).hexdigest()[:10],
            key,
            pair,
            heads,
            title(key, both),
            (tell(key, pair[0], sides[0]), tell(key, pair[1], sides[1])),
        )
        for key, pair in sorted(clashes.items())
    ]
    return Comparison(tuple(conflicts), tuple(sorted(corrections.items())), _unknown(tails))


def _changed(key: Key, was: Says | None, now: Says | None) -> bool:
    """A decision taken again is a change too, where the aspect knows which decision it comes from: while one side
    said the same once more, the other may have taken it back."""
    if was is None or now is None or key[0] not in _OWN_EVENT:
        return (was.value if was else None) != (now.value if now else None)
    return (was.value, was.event) != (now.value, now.event)


def _unknown(tails: tuple[Sequence[Event], Sequence[Event]]) -> tuple[str, ...]:
    apart = [{event.kind for event in tail} & APART for tail in tails]
    return tuple(sorted(str(kind) for kind in apart[0])) if all(apart) else ()


def _merges(sides: Sides) -> Iterator[tuple[Key, tuple[Says | None, Says | None]]]:
    """People who would become one although neither side says so of all of them."""
    one, other = groups(sides[0]), groups(sides[1])
    united: list[set[str]] = []
    for group in {*one.values(), *other.values()}:
        touching = [known for known in united if known & group]
        united = [known for known in united if not known & group]
        united.append(set(group).union(*touching))
    for members in united:
        if any(frozenset(members) in set(side.values()) for side in (one, other)):
            continue
        says = [
            [[person, root] for person in sorted(members) if (root := side.root(person)) != person] for side in sides
        ]
        yield ("same", *sorted(members)), (Says(says[0]), Says(says[1]))


def _crossed(base: JournalState, sides: Sides) -> Iterator[tuple[Key, tuple[Says | None, Says | None]]]:
    """What is one thing to a reader and two to the journal: a place left in here that is held back there, by its
    person, under a box drawn over it, or with its page."""
    known = aspects(base, [])
    said = [aspects(side, []) for side in sides]
    changed = [{key: says for key, says in found.items() if compared(known, key) != says.value} for found in said]
    placed = [_by_page(found) for found in changed]
    for n in (0, 1):
        here, there, near = changed[n], changed[1 - n], placed[1 - n]
        for key, says in here.items():
            anchor = anchor_of_key(key) if key[0] == "place" else None
            if anchor is None or key in there:
                continue
            found = _twin(anchor, says, there, near) if n == 0 else None
            if found is None and says.value[0] == "disclose":
                found = _held(anchor, there, near)
            yield from _against(n, key, says, found or _persons(anchor, says, sides[n], there), there)
        for anchor, says in _left(base, sides[n]):
            yield from _against(n, ("place", anchor_key(anchor)), says, _held(anchor, there, near), there)


Near = Mapping[tuple[str, int], Sequence[tuple[Key, Anchor]]]


def _by_page(changed: Mapping[Key, Says]) -> Near:
    """The keys about places and marked passages, by page."""
    pages: dict[tuple[str, int], list[tuple[Key, Anchor]]] = defaultdict(list)
    for key in changed:
        anchor = anchor_of_key(key) if key[0] in ("place", "passage") else None
        if anchor is not None and anchor.boxes:
            pages[anchor.document, anchor.page].append((key, anchor))
    return pages


def _against(
    n: int, key: Key, says: Says, other: Key | None, there: Mapping[Key, Says]
) -> Iterator[tuple[Key, tuple[Says | None, Says | None]]]:
    if other is not None:
        here, their = replace(says, more="place"), replace(there[other], more="other")
        keys = [canonical(list(each)).decode() for each in (key, other)]
        yield ("against", *keys), _pair(n, here, their)


def _pair(n: int, here: Says | None, there: Says | None) -> tuple[Says | None, Says | None]:
    return (here, there) if n == 0 else (there, here)


def _twin(anchor: Anchor, says: Says, there: Mapping[Key, Says], near: Near) -> Key | None:
    """The same place measured a little otherwise, of which the other side says something else."""
    for key, their in near.get((anchor.document, anchor.page), ()):
        if key[0] == "place" and there[key].value != says.value and same_place(their.boxes, anchor.boxes):
            return key
    return None


def _held(anchor: Anchor, there: Mapping[Key, Says], near: Near) -> Key | None:
    """What the other side holds back over this place: the whole page, or a box drawn."""
    page = ("withheld", anchor.document, str(anchor.page))
    if page in there:
        return page
    for key, box in near.get((anchor.document, anchor.page), ()):
        if key[0] != "passage" or not anchor.boxes:
            continue
        if is_covered(anchor.boxes, box.boxes) or is_covered(box.boxes, anchor.boxes):
            return key
    return None


def _persons(anchor: Anchor, says: Says, here: JournalState, there: Mapping[Key, Says]) -> Key | None:
    """What the other side decided otherwise of the person this place belongs to."""
    for decision in here.places.occurrences.get((anchor.document, anchor.page), ()):
        if decision.anchor == anchor and decision.person:
            for key in (("decision", decision.person), ("decision", here.root(decision.person))):
                if key in there and (there[key].value[0] == "redact") is not (says.value[0] == "redact"):
                    return key
    return None


def _left(base: JournalState, side: JournalState) -> Iterator[tuple[Anchor, Says]]:
    """Passages that this side looked at and let go."""
    for page, anchors in side.cues_left.anchors.items():
        before = base.cues_left.anchors.get(page, [])
        for anchor in anchors:
            if anchor not in before and anchor.boxes:
                yield anchor, Says(["disclose", "", [], "looked at as a candidate for the harm test"])


def _left_out(
    base: JournalState, sides: Sides, tails: tuple[Sequence[Event], Sequence[Event]]
) -> Iterator[tuple[Key, tuple[Says | None, Says | None]]]:
    """Documents that one side left out while the other named, moved or split them."""
    for n in (0, 1):
        gone: dict[str, list[int]] = {}
        for (document, page), leaving in sides[n].arrangement.left.items():
            if base.arrangement.left.get((document, page)) != leaving:
                gone.setdefault(document, []).append(page)
        holding = (event for event in tails[1 - n] if event.id not in sides[1 - n].undone)
        touched = {document for event in holding for document in _touch(event)}
        for document in sorted(touched & set(gone)):
            kept = sorted(page for sha, page in base.arrangement.left if sha == document)
            stay = Says(sorted([*gone[document], *kept]))
            yield ("arranged", document), _pair(n, stay, Says(kept))


def _touch(event: Event) -> Iterator[str]:
    data = event.payload
    if event.kind is Kind.DOCUMENT_DESCRIBED:
        yield from (str(entry["document"]) for entry in data["entries"])
    elif event.kind is Kind.DOCUMENT_SPLIT:
        yield str(data["document"])
    elif event.kind is Kind.DOCUMENTS_ARRANGED and data.get("by") == "hand":
        yield from (str(document) for document, _ in data["order"])


def _drop_repeats(clashes: dict[Key, tuple[Says | None, Says | None]], sides: Sides) -> None:
    """People who are one on both sides differ once, not once each."""
    seen: set[tuple[str, str]] = set()
    for key in sorted(clashes):
        if key[0] == "decision":
            roots = (sides[0].root(key[1]), sides[1].root(key[1]))
            if roots in seen:
                del clashes[key]
            seen.add(roots)


def to_payload(comparison: Comparison) -> dict[str, Any]:
    """What the event of a merge records of it."""
    return {
        "conflicts": [conflict_to_json(conflict) for conflict in comparison.conflicts],
        "corrections": [[list(key), says.to_json() if says else None] for key, says in comparison.corrections],
    }
