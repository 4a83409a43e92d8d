# SPDX-License-Identifier: AGPL-3.0-or-later
"""The residual sweep: what would still be readable and looks like somebody who is redacted."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import Executor
from typing import Any

from redactor.casefile.store import CaseFile
from redactor.detect import tasks
from redactor.detect.found import Term, Unit
from redactor.domain.geometry import Box, covered
from redactor.domain.journal import Anchor, canonical
from redactor.domain.mentions import Label, Mention, Person, Role, Status
from redactor.domain.pages import PageContent, Where
from redactor.review.effective import PageOutcome
from redactor.review.state import PageKey
from redactor.review.todo import ResidualHit

#: A word with more than this share of its box under redactions does not survive.
GONE = 0.02


def surviving_hits(
    case: CaseFile,
    outcomes: Mapping[PageKey, PageOutcome],
    mentions: Sequence[Mention],
    people: Mapping[str, Person],
    executor: Executor | None = None,
) -> list[ResidualHit]:
    """Names, numbers and addresses redacted somewhere that survive elsewhere and that no finding speaks for.

    A hit on words that are a mention is left out: that mention has been decided, or is on the list already.
    The result is kept in the case under a digest of everything it depends on.
    """
    terms = redacted_terms(outcomes, mentions, people)
    key = _digest(outcomes, terms, mentions)
    kept = case.get("sweep")
    if kept and kept["key"] == key:
        return [ResidualHit(Anchor.from_json(anchor), person, term) for anchor, person, term in kept["hits"]]
    hits = _sweep(case, outcomes, mentions, terms, executor) if terms else []
    if not case.read_only:
        rows = [[hit.anchor.to_json(), hit.person, hit.term] for hit in hits]
        case.put("sweep", {"key": key, "hits": rows})
    return hits


def redacted_terms(
    outcomes: Mapping[PageKey, PageOutcome], mentions: Sequence[Mention], people: Mapping[str, Person]
) -> list[Term]:
    """The words of everything redacted, less those that also name somebody who is disclosed."""
    open_words: set[str] = set()
    for mention in mentions:
        outcome = outcomes.get((mention.document, mention.page))
        status = outcome.statuses.get(mention.id) if outcome else None
        if status in (Status.LEFT, Status.DISCLOSED) and mention.label is Label.PERSON:
            person = people.get(mention.person)
            if status is Status.DISCLOSED or (person and person.role in (Role.SUBJECT, Role.PROFESSIONAL)):
                open_words.add(mention.text.casefold())
    found: dict[tuple[str, str], Label] = {}
    status_of: dict[tuple[str, str], Label] = {}
    for mention in mentions:
        outcome = outcomes.get((mention.document, mention.page))
        if outcome and outcome.statuses.get(mention.id) is Status.REDACTED and mention.label is not Label.RELATION:
            status_of[mention.text, mention.person] = mention.label
    for outcome in outcomes.values():
        for redaction in outcome.plan.redactions:
            # Long passages are not names; their near-copies are another search (duplicates).
            if redaction.text and len(redaction.text) <= 80:
                found[redaction.text, redaction.person] = Label.OTHER
    found.update(status_of)
    return [
        Term(text, label, person)
        for (text, person), label in sorted(found.items())
        if text.casefold() not in open_words and any(c.isalnum() for c in text)
    ]


def surviving_text(content: PageContent, boxes: Sequence[Box]) -> str:
    """The page's text with every word that a box touches blanked out, offsets unchanged."""
    text = list(content.text)
    for word, offset in zip(content.words, content.offsets, strict=True):
        if boxes and covered(word.box, boxes) > GONE:
            text[offset : offset + len(word.text)] = " " * len(word.text)
    return "".join(text)


def _sweep(
    case: CaseFile,
    outcomes: Mapping[PageKey, PageOutcome],
    mentions: Sequence[Mention],
    terms: Sequence[Term],
    executor: Executor | None,
) -> list[ResidualHit]:
    units: list[Unit] = []
    keys: list[PageKey] = []
    contents: dict[PageKey, PageContent] = {}
    for document in case.documents():
        for content in case.pages(document.sha256):
            key = (document.sha256, content.page)
            outcome = outcomes[key]
            if outcome.plan.withheld is not None:
                continue
            contents[key] = content
            keys.append(key)
            units.append(
                Unit(f"{key[0]}/{key[1]}", surviving_text(content, outcome.boxes), Where.PAGE, document.sha256)
            )
    found = executor.submit(tasks.sweep, units, terms).result() if executor else tasks.sweep(units, terms)
    known = _known_spans(mentions)
    hits = []
    for hit in found:
        key = keys[hit.unit]
        if _spoken_for(known.get(key, ()), hit.start, hit.end):
            continue
        boxes = contents[key].boxes_between(hit.start, hit.end)
        text = " ".join(contents[key].text[hit.start : hit.end].split())
        anchor = Anchor(key[0], key[1], Where.PAGE, text, boxes)
        hits.append(ResidualHit(anchor, terms[hit.term].person, terms[hit.term].text))
    return hits


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


def _digest(outcomes: Mapping[PageKey, PageOutcome], terms: Sequence[Term], mentions: Sequence[Mention]) -> str:
    content: list[Any] = [[t.text, str(t.label), t.person] for t in terms]
    content.append(sorted(m.id for m in mentions))
    for (document, page), outcome in outcomes.items():
        content.append([document, page, outcome.plan.withheld is not None, [list(box) for box in outcome.boxes]])
    return hashlib.sha256(canonical(content)).hexdigest()
