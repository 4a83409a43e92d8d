# SPDX-License-Identifier: AGPL-3.0-or-later
"""The order of events in a journal that has parted and come together again. Standard library only.

Where two copies of a case were worked on apart, their events have no order but that of the clocks on two machines.
Whatever is worked out from them must come out the same on both, so the order here hangs on the events alone: nothing
before what it follows, and among what could come next the earlier time, then the lower id.
"""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from redactor.domain.journal import Event, Kind

#: By these somebody says that they have looked at all there was.
LOOKS = frozenset({Kind.CASE_LOOKED_AT, Kind.RETURNED, Kind.APPROVED, Kind.SUBMITTED})
#: By these, that they have weighed every decision: a case may go back for the first thing that is wrong in it.
WEIGHS = LOOKS - {Kind.RETURNED}


def in_order(events: Sequence[Event]) -> list[Event]:
    """The events as they are to be taken in. A journal that never parted comes back as it is."""
    if all(later.parents == (earlier.id,) for earlier, later in pairwise(events)):
        return list(events)
    by_id = {event.id: event for event in events}
    waits = {event.id: sum(parent in by_id for parent in event.parents) for event in events}
    followers: dict[str, list[str]] = defaultdict(list)
    for event in events:
        for parent in event.parents:
            followers[parent].append(event.id)
    ready = [(event.at, event.id) for event in events if not waits[event.id]]
    heapq.heapify(ready)
    ordered: list[Event] = []
    while ready:
        _, identity = heapq.heappop(ready)
        ordered.append(by_id[identity])
        for follower in followers[identity]:
            waits[follower] -= 1
            if not waits[follower]:
                heapq.heappush(ready, (by_id[follower].at, follower))
    return ordered


def with_ancestors(events: Mapping[str, Event], heads: Iterable[str]) -> set[str]:
    """The ids of these events and of all they follow."""
    seen: set[str] = set()
    waiting = [head for head in heads if head in events]
    while waiting:
        identity = waiting.pop()
        if identity not in seen:
            seen.add(identity)
            waiting += [parent for parent in events[identity].parents if parent in events]
    return seen


def unseen_by(events: Sequence[Event], key: str, looks: frozenset[Kind] = LOOKS) -> list[Event]:
    """What the holder of this key has not seen: the events that come before none of their looks, and are not theirs.

    Everything for somebody who never looked. A note written halfway through is no look at the rest. What another copy
    brought in later is new, whatever its clock said."""
    by_id = {event.id: event for event in events}
    own = [event for event in events if key and event.actor.key == key]
    seen = with_ancestors(by_id, [event.id for event in own if event.kind in looks]) | {event.id for event in own}
    return [event for event in events if event.id not in seen]
