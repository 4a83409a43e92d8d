# SPDX-License-Identifier: AGPL-3.0-or-later
"""Make a state say about one aspect what one of two copies said of it. Pure.

The reverse of :mod:`~redactor.review.merge.aspects`: used where copies of a case are merged, for what only one of them
changed and for what a person decided between them. What rests on a decision that was undone since is left alone.
"Since" means after the merge, or after the decision between the copies.
"""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import replace
from typing import TYPE_CHECKING

from redactor.review.merge.aspects import Key, Says
from redactor.review.merge.setting.case import CASE_SET
from redactor.review.merge.setting.grounds import Events, Setter
from redactor.review.merge.setting.people import PEOPLE_SET
from redactor.review.merge.setting.places import PLACES_SET

if TYPE_CHECKING:
    from redactor.review.state import JournalState


def set_right(
    state: JournalState, key: Key, says: Says | None, events: Events, gone: Collection[str] = frozenset()
) -> None:
    """``says`` None: nothing is said any more. ``events`` are those of the journal by id, ``gone`` the ids of those
    that were undone since."""
    if says is not None and says.event in gone:
        return
    if says is not None and key[0] == "passage":
        says = _standing_ones(says, gone)
    _SET[key[0]](state, key[1:], says, events)


def _standing_ones(says: Says, gone: Collection[str]) -> Says:
    """Of several markings of one passage, those that were not undone since."""
    kept = [(value, event) for value, event in zip(says.value, says.more, strict=True) if event not in gone]
    return replace(says, value=[value for value, _ in kept], more=[event for _, event in kept])


def _against(state: JournalState, key: Key, says: Says | None, events: Events) -> None:
    """A place let go on one side and held back otherwise on the other: ``says.more`` tells which of the two holds."""
    place, other = tuple(json.loads(key[0])), tuple(json.loads(key[1]))
    if says is not None and says.more == "other":
        set_right(state, place, None, events)
    elif other[0] != "decision":
        # A decision about a person leaves room for exceptions; a box over the place, or a page withheld, does not.
        set_right(state, other, None, events)


_SET: dict[str, Setter] = {**PEOPLE_SET, **PLACES_SET, **CASE_SET, "against": _against}
