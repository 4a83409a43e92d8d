# SPDX-License-Identifier: AGPL-3.0-or-later
"""The demo's caseworker: knows the made-up family, so puts right what the finder took for something else."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable
from concurrent.futures import Executor
from pathlib import Path
from typing import Any

from redactor.casefile.identity import Identity
from redactor.domain.catalogue import NOBODY
from redactor.domain.geometry import Box
from redactor.domain.journal import Anchor
from redactor.domain.mentions import Person, Profession, Role
from redactor.operations.checking.sights import look_over
from redactor.operations.deciding.decide import decide_person
from redactor.operations.deciding.settle import settle
from redactor.operations.left.todo import left_to_do
from redactor.operations.view import CaseView
from redactor.review.decisions.anchors import anchor_of
from redactor.review.decisions.decided import Outcome
from redactor.review.todo_items import SETTLED_BY, TodoItem, TodoKind


class DemoCaseworker:
    """Decides as somebody would who has read the whole file; ``truth`` is the demo bundle's truth.json."""

    def __init__(self, view: CaseView, signer: Identity, truth: Path) -> None:
        self._view = view
        self._signer = signer
        data = json.loads(truth.read_text(encoding="utf-8"))
        self._people: dict[str, dict[str, Any]] = {person["id"]: person for person in data["people"]}
        shas = {document.name: document.sha256 for document in view.documents.values()}
        self._places: dict[tuple[str, int], list[tuple[Box, str]]] = defaultdict(list)
        for mention in data["mentions"]:
            for box in mention["boxes"]:
                key = (shas.get(mention["file"], ""), mention["page"])
                self._places[key].append((Box(*box), mention["person"]))

    def who(self, anchors: Iterable[Anchor]) -> str:
        """Whose words these mostly are: an id of the truth, "" for nobody's."""
        votes: Counter[str] = Counter()
        for anchor in anchors:
            here = self._places.get((anchor.document, anchor.page), ())
            owners = {
                owner
                for box in anchor.boxes
                for place, owner in here
                if place.overlap(box) > 0.5 or box.overlap(place) > 0.5
            }
            votes.update(owners or ([""] if anchor.boxes else []))
        # Of as many places with an owner as without, those with one say whose name it is.
        return max(votes, key=lambda owner: (votes[owner], owner), default="")

    def roles(self) -> int:
        """Put right the roles the finder got wrong; returns how many."""
        anchors: dict[str, list[Anchor]] = defaultdict(list)
        for mention in self._view.mentions:
            if mention.person:
                anchors[mention.person].append(anchor_of(mention))
        changed = 0
        for person in list(self._view.people.values()):
            changed += self._role(person, self.who(anchors[person.id]))
        return changed

    def _role(self, person: Person, owner: str) -> bool:
        if not owner:
            if person.role in (Role.SUBJECT, Role.PROFESSIONAL):
                return False
            why = "Not a person: a place, a thing or an organisation"
            decide_person(self._view, person.id, outcome=Outcome.DISCLOSE, reason=NOBODY, why=why, signer=self._signer)
            return True
        truth = self._people[owner]
        role = Role(truth["role"])
        if role is person.role or (role is not Role.PROFESSIONAL and person.role is Role.UNKNOWN):
            return False
        profession = truth.get("profession") or ""
        kind = Profession(profession) if profession in set(Profession) else None
        decide_person(self._view, person.id, role=role, profession=kind, signer=self._signer)
        return True

    def clear_list(self, executor: Executor) -> int:
        """Settle everything on the to-do list; returns how many items there were.

        Redacting something can show that it is readable elsewhere too, so the list is gone through until
        it is empty; what does not empty is left for submission to refuse."""
        settled = 0
        for _ in range(10):
            look_over(self._view, executor)
            items = left_to_do(self._view, executor)
            groups: dict[str, list[TodoItem]] = defaultdict(list)
            for item in items:
                groups[self._outcome(item)].append(item)
            for outcome, why in WHYS.items():
                if groups[outcome]:
                    settle(self._view, groups[outcome], outcome.replace("cue", "leave"), why, signer=self._signer)
                    settled += len(groups[outcome])
            if not items:
                break
        return settled

    def _outcome(self, item: TodoItem) -> str:
        if item.kind is TodoKind.CONSENT:
            ground = self._view.state.ground_for(item.person)
            return "leave" if ground and ground.outcome is Outcome.DISCLOSE else "redact"
        if item.kind is TodoKind.OWN:
            owner = self.who(item.anchors)
            return "leave" if owner and self._people[owner]["role"] == Role.SUBJECT else "seen"
        fitting = SETTLED_BY.get(item.kind, ())
        if "seen" in fitting:
            return "seen"
        if item.kind is TodoKind.INCONSISTENT and any(len(anchor.text) > PASSAGE for anchor in item.anchors):
            return "redact"  # what was marked in one copy goes from the others
        if item.kind in (
            TodoKind.INCONSISTENT,
            TodoKind.POSSIBLE,
            TodoKind.RESIDUAL,
            TodoKind.MENTION,
            TodoKind.PERSON,
        ):
            owner = self.who(item.anchors)
            third = bool(owner) and self._people[owner]["role"] == Role.THIRD_PARTY
            return "redact" if third else "leave"
        if item.kind is TodoKind.OTHERS:
            return "redact"
        return "cue" if item.kind is TodoKind.HARM_CUE else ""


#: Longer than any name: a passage that was marked by hand.
PASSAGE = 40

WHYS = {
    "redact": "A name or detail of somebody else, looked at on the page",
    "leave": "Looked at on the page: tells of nobody but Keira and the professionals",
    "cue": "Read with the team manager: nothing here is likely to cause serious harm; who else it names is redacted",
    "seen": "Looked at on the page; everything that is to go is marked",
}
