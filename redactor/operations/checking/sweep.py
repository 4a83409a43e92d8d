# SPDX-License-Identifier: AGPL-3.0-or-later
"""The residual sweep: what would still be readable and looks like somebody who is redacted.

Two things are readable on a released page: its text layer, and its picture. The first is known; the second is read off
the pages as they will look (:mod:`~redactor.operations.checking.sights`).
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import Executor
from typing import Any

from redactor.detect import tasks
from redactor.detect.language.found import Hit, Unit
from redactor.detect.language.initials import is_abbreviation
from redactor.domain.geometry import Box, covered
from redactor.domain.journal import Anchor, canonical
from redactor.domain.mentions import Label, Mention, Person, Role, Status
from redactor.domain.nearby import boxes_nearby
from redactor.domain.pages import PageContent, Where, Word, WordSource
from redactor.domain.slant import LEVEL, lay_of, split
from redactor.operations.checking.passages import LONGEST_TERM, held_passages
from redactor.operations.checking.peeking import peeking
from redactor.operations.checking.sight_tasks import Reading
from redactor.operations.checking.sights import readings
from redactor.operations.view import CaseView
from redactor.review.decisions.decided import Outcome, PageKey
from redactor.review.decisions.effective import PageOutcome
from redactor.review.todo_items import ResidualHit

#: A word with more than this share of its box under redactions does not survive. The burner drops words sooner:
#: what is swept is then a little more than what stays readable, never less.
GONE = 0.3
#: Letters around a hit that are told with it.
AROUND = 45
#: A hit in the picture is told already when this much of it is a hit, or an open mention, of the text layer.
SAME = 0.5
#: How a hit says that it is much the same as a passage.
NEAR = "near copy"


def surviving_hits(view: CaseView, executor: Executor | None = None) -> list[ResidualHit]:
    """Names, numbers and addresses redacted somewhere that survive elsewhere and that no finding speaks for,
    near-copies of redacted passages, and what can be seen on pages that were read as they will be released.

    A hit on words that are a mention is left out: that mention has been decided, or is on the list already.
    The result is kept in the case under a digest of everything it depends on.
    """
    outcomes, mentions = view.outcomes, view.mentions
    terms = {**named_terms(view), **redacted_terms(outcomes)}
    surviving, passages = open_names(outcomes, mentions, view.people), list(held_passages(view))
    seen = readings(view)
    key = _digest(outcomes, [list(terms.items()), surviving, passages], mentions, seen)
    kept = view.case.get("sweep")
    if kept and kept["key"] == key:
        return [ResidualHit(Anchor.from_json(anchor), *rest) for anchor, *rest in kept["hits"]]
    hits: list[ResidualHit] = []
    if terms or passages:
        hits = _Sweep(view, terms, seen).run((surviving, passages), executor)
    if not view.case.read_only:
        rows = [[hit.anchor.to_json(), hit.person, hit.term, hit.how, hit.context] for hit in hits]
        view.case.put("sweep", {"key": key, "hits": rows})
    return hits


def redacted_terms(outcomes: Mapping[PageKey, PageOutcome]) -> dict[str, str]:
    """The words of everything redacted, and whose they are ("" when nobody's). Long passages are not names."""
    terms: dict[str, str] = {}
    for outcome in outcomes.values():
        for redaction in outcome.plan.redactions:
            text = redaction.text
            if text and len(text) <= LONGEST_TERM and any(c.isalnum() for c in text):
                terms.setdefault(text, redaction.person)
    return dict(sorted(terms.items()))


def named_terms(view: CaseView) -> dict[str, str]:
    """Every name of somebody who is redacted, whether it stands under a box or not, and whose it is."""
    terms: dict[str, str] = {}
    for person in view.people.values():
        ground = view.state.ground_for(person.id)
        if ground is not None and ground.outcome is Outcome.REDACT:
            names = (
                name for name in (person.name, *person.aliases) if any(word[:1].isupper() for word in name.split())
            )
            # "OT" may be somebody's initials; it is the trade's far more often, and where it is theirs it is a mention.
            terms.update(dict.fromkeys((name for name in names if not is_abbreviation(name)), person.id))
    return dict(sorted(terms.items()))


def open_names(
    outcomes: Mapping[PageKey, PageOutcome], mentions: Sequence[Mention], people: Mapping[str, Person]
) -> list[str]:
    """Names and addresses that stay readable by right: of the subject, of professionals, and of people who are
    disclosed."""
    names: set[str] = set()
    for mention in mentions:
        if mention.label not in (Label.PERSON, Label.ADDRESS):
            continue
        outcome = outcomes.get((mention.document, mention.page))
        status = outcome.statuses.get(mention.id) if outcome else None
        person = people.get(mention.person)
        by_role = person is not None and person.role in (Role.SUBJECT, Role.PROFESSIONAL)
        if status is Status.DISCLOSED or (status is Status.LEFT and by_role):
            names.add(mention.text)
    return sorted(names)


def surviving_text(content: PageContent, boxes: Sequence[Box]) -> str:
    """The page's text with every word that a box touches blanked out, offsets unchanged."""
    text = list(content.text)
    lay = lay_of(content.words, content.width) if boxes else LEVEL
    level, upright = split(lay, boxes, [word.box for word in content.words]) if lay else ([], boxes)
    hidden, leaning = boxes_nearby(upright), boxes_nearby(level)
    for word, offset in zip(content.words, content.offsets, strict=True):
        gone = covered(word.box, hidden.touching((word.box,))) if upright else 0.0
        if level:
            own = lay.core(word.box)
            gone = max(gone, covered(own, leaning.touching((own,))))
        if gone > GONE:
            text[offset : offset + len(word.text)] = " " * len(word.text)
    return "".join(text)


class _Sweep:
    """One sweep over everything that stays readable."""

    def __init__(self, view: CaseView, terms: Mapping[str, str], seen: Mapping[PageKey, Reading]) -> None:
        self.view = view
        self.terms = terms
        self.seen = seen
        #: Per unit its page, what was read there, and what of that stays readable.
        self.contents: dict[str, tuple[PageKey, PageContent, str]] = {}
        self.known = _known_spans(view.mentions)
        #: What is nobody's name and stays readable because of whose it is: no finding speaks for a name within it.
        self.details = _known_spans(m for m in view.mentions if self._left_detail(m))
        #: Per page what the text layer's hits and the open mentions speak for.
        self.told: dict[PageKey, list[Box]] = defaultdict(list)

    def run(self, words: tuple[Sequence[str], Sequence[str]], executor: Executor | None) -> list[ResidualHit]:
        units = [*self._text_layers()]
        job = (units, list(self.terms), *words)
        found = executor.submit(tasks.sweep, *job).result() if executor else tasks.sweep(*job)
        hits = [hit for one in found if (hit := self._hit(one))]
        for hit in hits:
            self.told[hit.anchor.document, hit.anchor.page] += hit.anchor.boxes
        pictures = [*self._pictures()]
        if pictures:
            job = (pictures, list(self.terms), *words)
            found = executor.submit(tasks.sweep, *job).result() if executor else tasks.sweep(*job)
            hits += [hit for one in found if (hit := self._hit(one))]
        for key, reading in self.seen.items():
            told = [*self.told[key], *(box for h in hits if _page(h) == key for box in h.anchor.boxes)]
            for word, redaction in peeking(reading.words, self.view.outcomes[key].plan.redactions):
                if covered(word.box, told) < SAME:
                    anchor = Anchor(key[0], key[1], Where.PAGE, word.text, (word.box,))
                    hits.append(ResidualHit(anchor, redaction.person, redaction.text, "looks out"))
        return hits

    def _text_layers(self) -> Iterable[Unit]:
        keeps = self.view.state.arrangement.keeps
        for document in self.view.case.documents():
            for content in self.view.case.pages(document.sha256):
                key = (document.sha256, content.page)
                outcome = self.view.outcomes[key]
                if outcome.plan.withheld is None and keeps(*key):
                    unit = Unit(f"{key[0]}/{key[1]}", surviving_text(content, outcome.boxes), Where.PAGE, key[0])
                    self.contents[unit.id] = (key, content, unit.text)
                    yield unit

    def _pictures(self) -> Iterable[Unit]:
        """What was read in the pictures, as pages of their own."""
        for key, reading in self.seen.items():
            outcome = self.view.outcomes[key]
            for mention in self.view.by_page.get(key, ()):
                if outcome.statuses.get(mention.id) is not Status.REDACTED:
                    self.told[key] += mention.boxes
            if reading.words:
                words = tuple(Word(w.text, w.box, w.line, 0, WordSource.OCR) for w in reading.words)
                content = PageContent(key[1], 0.0, 0.0, words)
                unit = Unit(f"{key[0]}/{key[1]}/picture", content.text, Where.PAGE, key[0])
                self.contents[unit.id] = (key, content, unit.text)
                yield unit

    def _hit(self, hit: Hit) -> ResidualHit | None:
        key, content, readable = self.contents[hit.unit]
        drawn = hit.unit.endswith("/picture")
        boxes = content.boxes_between(hit.start, hit.end)
        if drawn:
            told = self.told[key]
            if boxes and all(covered(box, told) > SAME for box in boxes):
                return None
        elif _spoken_for(self.known.get(key, ()), hit.start, hit.end) and not self._named_within(key, hit):
            return None
        anchor = Anchor(key[0], key[1], Where.PAGE, " ".join(content.text[hit.start : hit.end].split()), boxes)
        how = NEAR if hit.how == NEAR else "picture" if drawn else ""
        return ResidualHit(anchor, self.terms.get(hit.term, ""), hit.term, how, _context(readable, hit.start, hit.end))

    def _left_detail(self, mention: Mention) -> bool:
        """An address or a number left in as a professional's or the subject's, which nobody decided about."""
        outcome = self.view.outcomes.get((mention.document, mention.page))
        status = outcome.statuses.get(mention.id) if outcome else None
        return mention.label is not Label.PERSON and status is Status.LEFT

    def _named_within(self, key: PageKey, hit: Hit) -> bool:
        """Whether somebody redacted is called by their forename within a detail that is left in: "1998 Hannah Orchard"
        taken for an address. A surname there may well be a street's or a mailbox's."""
        person = self.view.people.get(self.terms.get(hit.term, ""))
        if person is None or not person.name:
            return False
        called = hit.text.split()[0].casefold() == person.name.split()[0].casefold()
        return called and _touched(self.details.get(key, ()), hit.start, hit.end)


def _page(hit: ResidualHit) -> PageKey:
    return hit.anchor.document, hit.anchor.page


def _context(text: str, start: int, end: int) -> str:
    """The words around, of the text that stays readable; cut between words."""
    before, after = text[max(start - AROUND, 0) : start], text[end : end + AROUND]
    before = before[before.find(" ") + 1 :] if start > AROUND else before
    after = after[: after.rfind(" ") + 1] if end + AROUND < len(text) else after
    return " ".join(f"{before}{text[start:end]}{after}".split())


def _known_spans(mentions: Iterable[Mention]) -> Mapping[PageKey, list[tuple[int, int]]]:
    spans: dict[PageKey, list[tuple[int, int]]] = defaultdict(list)
    for mention in mentions:
        if mention.where is Where.PAGE:
            spans[mention.document, mention.page].append((mention.start, mention.end))
    return spans


def _spoken_for(spans: Iterable[tuple[int, int]], start: int, end: int) -> bool:
    """True when findings cover the whole hit."""
    left = set(range(start, end))
    for first, last in spans:
        left.difference_update(range(first, last))
    return not left


def _touched(spans: Iterable[tuple[int, int]], start: int, end: int) -> bool:
    return any(first < end and start < last for first, last in spans)


def _digest(
    outcomes: Mapping[PageKey, PageOutcome],
    words: Sequence[Any],
    mentions: Sequence[Mention],
    seen: Mapping[PageKey, Reading],
) -> str:
    content: list[Any] = list(words)
    content.append(sorted(m.id for m in mentions))
    for (document, page), outcome in outcomes.items():
        content.append([document, page, outcome.plan.withheld is not None, [list(box) for box in outcome.boxes]])
    # Where words stand follows from the boxes, which are in already.
    content += [[*key, reading.how, " ".join(w.text for w in reading.words)] for key, reading in sorted(seen.items())]
    return hashlib.sha256(canonical(content)).hexdigest()
