# SPDX-License-Identifier: AGPL-3.0-or-later
"""Candidates for the harm test and whether somebody has looked at them. Pure.

A candidate is looked at when its passage was marked (or redacted by hand), its page withheld, or when somebody said
why it may go. What was said hangs on the place and the words, so it holds after the record was analysed again; a
passage that has grown since has to be looked at anew.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from redactor.domain.cues import CUE_WORDS, HarmCue
from redactor.domain.geometry import Box, covered
from redactor.domain.journal import Anchor
from redactor.domain.pages import Where
from redactor.domain.saying import count, joined, say
from redactor.review.decisions.anchors import SAME_PLACE
from redactor.review.decisions.decided import PageKey
from redactor.review.state import JournalState
from redactor.review.todo_items import TodoItem, TodoKind, item_id

#: So much of a passage (share of its area) under what somebody marked is that passage marked.
MARKED = 0.5
#: Places whose text leaves the building with the page.
_CARRIED = frozenset({Where.PAGE, Where.FORM_FIELD, Where.ANNOTATION})


class CueStatus(StrEnum):
    """``NOT_CARRIED``: the text stands where nothing of a release is taken from."""

    OPEN = "open"
    MARKED = "marked"
    LEFT = "left"
    WITHHELD = "withheld"
    NOT_CARRIED = "not_carried"


@dataclass(frozen=True, slots=True)
class CueGroup:
    """The same words in one or several places: looked at once. ``open`` are the places nobody has looked at yet."""

    id: str
    cues: tuple[HarmCue, ...]
    open: tuple[HarmCue, ...] = field(default=())

    @property
    def first(self) -> HarmCue:
        return self.open[0] if self.open else self.cues[0]


def cue_anchor(cue: HarmCue) -> Anchor:
    return Anchor(cue.document, cue.page, cue.where, cue.text, cue.boxes)


def cue_words(text: str) -> str:
    """A passage's words alone: without a mail's quote marks, in lower case."""
    return " ".join(text.replace(">", " ").casefold().split())


def cue_group_id(text: str) -> str:
    """The id of the thing to do for these words, wherever they stand."""
    return item_id(TodoKind.HARM_CUE, cue_words(text))


def cue_status(cue: HarmCue, state: JournalState) -> CueStatus:
    """Whether, and how, somebody has looked at this place."""
    if cue.where not in _CARRIED or not cue.boxes:
        return CueStatus.NOT_CARRIED
    key: PageKey = (cue.document, cue.page)
    if any(w.document == cue.document and w.first <= cue.page <= w.last for w in state.places.withheld):
        return CueStatus.WITHHELD
    marked = [box for passage in state.places.passages.get(key, ()) for box in passage.anchor.boxes]
    if marked and _share(cue, marked) >= MARKED:
        return CueStatus.MARKED
    words = cue_words(cue.text)
    for anchor in state.cues_left.anchors.get(key, ()):
        if words in cue_words(anchor.text) and (not anchor.boxes or _share(cue, anchor.boxes) >= SAME_PLACE):
            return CueStatus.LEFT
    return CueStatus.OPEN


def _share(cue: HarmCue, boxes: Iterable[Box]) -> float:
    """The share of the passage's area under ``boxes``."""
    by = tuple(boxes)
    area = sum(box.area for box in cue.boxes)
    return sum(covered(box, by) * box.area for box in cue.boxes) / area if area else 0.0


def cue_groups(cues: Iterable[HarmCue], state: JournalState) -> list[CueGroup]:
    """Cues by their words, in the order of the record; those that are carried nowhere are left out."""
    groups: dict[str, list[HarmCue]] = defaultdict(list)
    waiting: dict[str, list[HarmCue]] = defaultdict(list)
    for cue in cues:
        status = cue_status(cue, state)
        if status is CueStatus.NOT_CARRIED:
            continue
        words = cue_words(cue.text)
        groups[words].append(cue)
        if status is CueStatus.OPEN:
            waiting[words].append(cue)
    return [CueGroup(cue_group_id(words), tuple(found), tuple(waiting[words])) for words, found in groups.items()]


def cue_items(cues: Sequence[HarmCue], state: JournalState) -> list[TodoItem]:
    """One thing to do for every passage nobody has looked at, the surest first."""
    items = []
    groups = [group for group in cue_groups(cues, state) if group.open]
    for group in sorted(groups, key=lambda group: -group.first.score):
        cue = group.first
        kind, places = CUE_WORDS[cue.kind], count(len(group.open), "place")
        detail = kind if len(group.open) == 1 else joined([kind, places])
        how = (
            f"Mark it: redactor harm CASE --cue {group.id} --reason {cue.reason} --as ID; or, when it may go: "
            f"redactor settle CASE {group.id} --outcome leave --why W --as ID"
        )
        text = say(
            "'{words}' may belong under the harm test ({detail})",
            words=_short(cue.text),
            detail=detail,
        )
        anchors = tuple(cue_anchor(place) for place in group.open)
        items.append(
            TodoItem(
                group.id,
                TodoKind.HARM_CUE,
                cue.document,
                cue.page,
                text,
                how,
                anchors=anchors,
                subkind=str(cue.kind),
                title=_short(cue.text),
                detail=detail,
            )
        )
    return items


def _short(text: str, length: int = 160) -> str:
    text = " ".join(text.split())
    return text if len(text) <= length else text[: length - 1].rstrip() + "…"
