# SPDX-License-Identifier: AGPL-3.0-or-later
"""A case as it stands now: decisions folded, people resolved, effective redactions.

Everything here is worked out from the case file and can be thrown away; it is kept between calls and
worked out again only when the journal or the findings have moved on.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Any

from redactor.casefile.identity import Identity
from redactor.casefile.journal import Stored
from redactor.casefile.noticed import stored_cues, stored_known, stored_others
from redactor.casefile.store import CaseFile, PageState
from redactor.domain.cues import HarmCue
from redactor.domain.entries import OthersEntry
from redactor.domain.errors import BadInput
from redactor.domain.journal import Anchor, Event, Kind, canonical
from redactor.domain.known import KnownDocument
from redactor.domain.mentions import Mention, Person
from redactor.domain.pages import Document, PageStatus
from redactor.domain.saying import say
from redactor.review.decisions.decided import PageKey
from redactor.review.decisions.effective import Carried, PageOutcome, carry, effective_page
from redactor.review.decisions.named import by_place, pages_of
from redactor.review.decisions.outcomes import Outcomes, meant, reach_few
from redactor.review.decisions.people import known_people, moved_mentions, resolve_mentions
from redactor.review.questions.known import known_items
from redactor.review.request.classes import Proposal, propose
from redactor.review.state import fold
from redactor.review.todo_items import TodoItem

#: As many pages of a document are read to propose its class.
FIRST_PAGES = 2


class CaseView:
    """What holds in an open case. Call :meth:`refresh` after every change."""

    def __init__(self, case: CaseFile, beside: CaseView | None = None) -> None:
        """``beside``: another view on the same case, whose findings are taken over as long as they are the same: a
        large case has half a million."""
        self.case = case
        self._beside = beside
        events = case.events()
        self.state = fold(events)
        #: The last event taken in, in the order of the file.
        self._head = events[-1].id if events else ""
        self._revision = -1
        self._outcomes: Outcomes | None = None
        self._load(())

    def record(self, kind: Kind, payload: Mapping[str, Any] | Stored, signer: Identity | None) -> Event:
        """Write one event to the journal and take it in. When this returns it is on the disk."""
        event = self.case.append(kind, payload, signer=signer)
        if event.parents == ((self._head,) if self._head else ()):
            # Nobody wrote meanwhile: a decision about thousands of places is not read back.
            self._take([event])
        else:
            self.refresh()
        return event

    def refresh(self) -> CaseView:
        """Take in what was written since; cheap when only a decision was added."""
        self._take(self.case.events(after=len(self.state.events)))
        return self

    def _take(self, new: Sequence[Event]) -> None:
        for event in new:
            self.state.add(event)
            self._head = event.id
        self._load(new)

    def _load(self, new: Sequence[Event]) -> None:
        """Forget what ``new`` events, or a new analysis, may have changed."""
        stale = ["documents", "page_states", "mentions", "people"]
        # Findings stay as they are between analyses, so a decision does not read them again.
        revision = self.case.get("findings_revision", 0)
        if revision != self._revision:
            self._revision = revision
            self._outcomes = None
            stale += ["_found", "_found_people", "_found_at", "by_page", "carried"]
            stale += ["cues", "known", "others", "class_proposals", "_class_proposed"]
        elif not reach_few(new, self.state):
            self._outcomes = None
            stale += ["by_page", "carried"]
        for name in stale:
            self.__dict__.pop(name, None)
        if "by_page" in self.__dict__:
            for key in pages_of(meant(event, self.state) for event in new):
                found = [self._found[number] for number in self._found_at.get(key, ())]
                self.by_page[key] = moved_mentions(self.state.who.named.page(key, found), self.state)
        if self._outcomes is not None:
            self._outcomes.take(new, self.state, self.people)

    @property
    def standing(self) -> tuple[str, int]:
        """The last event and the analysis this view has taken in: two views that agree on both say the same."""
        return self._head, self._revision

    # -- the case -------------------------------------------------------------------------------------

    @cached_property
    def documents(self) -> dict[str, Document]:
        """By SHA-256, in the order of the release."""
        return {document.sha256: document for document in self.case.documents()}

    @cached_property
    def page_states(self) -> list[PageState]:
        return self.case.page_states()

    @property
    def page_keys(self) -> list[PageKey]:
        return [(state.document, state.page) for state in self.page_states]

    @property
    def release_keys(self) -> list[PageKey]:
        """The pages of the release in its order: those of :attr:`page_keys` that are not left out."""
        return self.state.arrangement.released()

    @property
    def analysed(self) -> bool:
        """True when every page was read and the finder has seen all documents of the case."""
        done = set(self.case.get("analysed", []))
        waiting = (PageStatus.PENDING, PageStatus.NEEDS_OCR)
        return done == set(self.documents) and not any(page.status in waiting for page in self.page_states)

    def document_called(self, name: str) -> Document:
        """The document with this name (or a SHA-256 of at least 8 digits). Raises BadInput when there is not one."""
        found = [d for d in self.documents.values() if d.name == name]
        found = found or [d for d in self.documents.values() if d.name.rsplit("/", 1)[-1] == name]
        found = found or [d for d in self.documents.values() if len(name) >= 8 and d.sha256.startswith(name.lower())]
        if len(found) == 1:
            return found[0]
        if not found:
            raise BadInput(
                say("the case has no document '{name}'", name=name), do="redactor mentions CASE --json shows the names"
            )
        raise BadInput(
            say("{number} documents are called '{name}'", number=len(found), name=name),
            do="Give the path it was added from, or its SHA-256",
        )

    # -- findings and decisions --------------------------------------------------------------------------

    @cached_property
    def _found(self) -> list[Mention]:
        """What the finder found; read again only after an analysis, since a decision does not change it."""
        if self._beside is not None and self._beside._revision == self._revision:
            return self._beside._found
        return self.case.mentions()

    @cached_property
    def _found_people(self) -> list[Person]:
        return self.case.people()

    @cached_property
    def _found_at(self) -> dict[PageKey, list[int]]:
        """Where the mentions of each page stand among those that were found."""
        return by_place(self._found)

    @cached_property
    def class_proposals(self) -> dict[str, Proposal]:
        """The class of data each document looks like, by its name and first pages."""
        return {sha: self.class_proposal(sha) for sha in self.documents}

    def class_proposal(self, sha: str) -> Proposal:
        """That of one document: whoever looks at a page does not wait for all of them."""
        if sha not in self._class_proposed:
            document = self.documents[sha]
            pages = (self.case.page(sha, page) for page in range(1, min(FIRST_PAGES, document.pages) + 1))
            text = "\n".join(content.text if content else "" for content in pages)
            self._class_proposed[sha] = propose(sha, document.name, text)
        return self._class_proposed[sha]

    @cached_property
    def _class_proposed(self) -> dict[str, Proposal]:
        return {}

    @cached_property
    def known(self) -> list[KnownDocument]:
        """Documents by which the subject gave or was given information, in the order of the record."""
        return stored_known(self.case)

    def known_items(self) -> list[TodoItem]:
        """What of these documents is held back, or would be: proposed to be left in. It blocks nothing."""
        return known_items(self.known, self.mentions, self.outcomes, self.state)

    @cached_property
    def cues(self) -> list[HarmCue]:
        """Passages that may belong under the harm test, in the order of the record."""
        return stored_cues(self.case)

    @cached_property
    def others(self) -> list[OthersEntry]:
        """Parts of shared papers that tell of others alone, in the order of the record."""
        return stored_others(self.case)

    @cached_property
    def mentions(self) -> list[Mention]:
        return resolve_mentions(self._found, self.state, self._found_at if self.state.who.named.places else None)

    @cached_property
    def people(self) -> dict[str, Person]:
        return known_people(self._found_people, self.state)

    def person(self, identity: str) -> Person:
        """The person with this id (or their former id, if merged). Raises BadInput."""
        found = self.people.get(self.state.root(identity))
        if found is None:
            raise BadInput(
                say("nobody in this case has the id '{identity}'", identity=identity),
                do="redactor people CASE --json lists them",
            )
        return found

    @cached_property
    def by_page(self) -> dict[PageKey, list[Mention]]:
        pages: dict[PageKey, list[Mention]] = defaultdict(list)
        for mention in self.mentions:
            pages[mention.document, mention.page].append(mention)
        return pages

    def on_page(self, key: PageKey) -> Sequence[Mention]:
        """What is mentioned on one page. Until somebody needs all that was found (which takes a second and more to
        read in a large case), only this page's is read: a case is open when its first page stands there."""
        if "_found" in self.__dict__:
            return self.by_page.get(key, ())
        return moved_mentions(self.state.who.named.page(key, self.case.mentions(*key)), self.state)

    def outcome(self, key: PageKey) -> PageOutcome:
        """The effective outcome of one page, by :meth:`on_page`."""
        if "_found" in self.__dict__:
            return self.outcomes[key]
        return effective_page(*key, self.on_page(key), self.people, self.state, self.carried)

    @property
    def outcomes(self) -> Outcomes:
        """The effective outcome of every page, and under page 0 of each document's own places."""
        if self._outcomes is None:
            keys = self.page_keys + [(sha, 0) for sha in self.documents]
            self._outcomes = Outcomes(keys, self.by_page, self.state, self.people, self.carried)
        return self._outcomes

    @cached_property
    def carried(self) -> Carried:
        """What decisions covered before the last analysis (kept by :meth:`keep_carried`)."""
        kept: dict[PageKey, list[tuple[str, Anchor]]] = defaultdict(list)
        for person, data in self.case.get("carried", []):
            anchor = Anchor.from_json(data)
            kept[anchor.document, anchor.page].append((person, anchor))
        return kept

    def keep_carried(self) -> None:
        """Before findings are replaced: note what decisions about people cover, so that none of it opens."""
        now = carry(self.mentions, self.outcomes)
        rows = {(person, canonical(anchor.to_json())) for group in now.values() for person, anchor in group}
        rows |= {(person, canonical(anchor.to_json())) for group in self.carried.values() for person, anchor in group}
        self.case.put("carried", [[person, json.loads(anchor)] for person, anchor in sorted(rows)])

    def fact(self, name: str, default: Any = "") -> Any:
        return self.state.facts.get(name, default)
