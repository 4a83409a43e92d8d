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
from redactor.detect.found import Unit
from redactor.domain.geometry import Box, covered
from redactor.domain.journal import Anchor, canonical
from redactor.domain.mentions import Label, Mention, Person, Role, Status
from redactor.domain.nearby import boxes_nearby
from redactor.domain.pages import PageContent, Where
from redactor.review.decided import PageKey
from redactor.review.effective import PageOutcome
from redactor.review.todo_items import ResidualHit

#: A word with more than this share of its box under redactions does not survive. The burner drops words sooner:
#: what is swept is then a little more than what stays readable, never less.
GONE = 0.3
#: Characters; a redacted text beyond this is a passage, not a name, number or address.
LONGEST_TERM = 80


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
    terms, surviving = redacted_terms(outcomes), open_names(outcomes, mentions, people)
    key = _digest(outcomes, terms, surviving, mentions)
    kept = case.get("sweep")
    if kept and kept["key"] == key:
        return [ResidualHit(Anchor.from_json(anchor), person, term) for anchor, person, term in kept["hits"]]
    hits = _sweep(case, outcomes, mentions, (terms, surviving), executor) if terms else []
    if not case.read_only:
        rows = [[hit.anchor.to_json(), hit.person, hit.term] for hit in hits]
        case.put("sweep", {"key": key, "hits": rows})
    return hits


def redacted_terms(outcomes: Mapping[PageKey, PageOutcome]) -> dict[str, str]:
    """The words of everything redacted, and whose they are ("" when nobody's).

    Long passages are not names; their near-copies are another search (duplicates).
    """
    terms: dict[str, str] = {}
    for outcome in outcomes.values():
        for redaction in outcome.plan.redactions:
            text = redaction.text
            if text and len(text) <= LONGEST_TERM and any(c.isalnum() for c in text):
                terms.setdefault(text, redaction.person)
    return dict(sorted(terms.items()))


def open_names(
    outcomes: Mapping[PageKey, PageOutcome], mentions: Sequence[Mention], people: Mapping[str, Person]
) -> list[str]:
    """Names that stay readable by right: of the subject, of professionals, and of people who are disclosed."""
    names: set[str] = set()
    for mention in mentions:
        if mention.label is not Label.PERSON:
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
    hidden = boxes_nearby(boxes)
    for word, offset in zip(content.words, content.offsets, strict=True):
        if boxes and covered(word.box, hidden.touching((word.box,))) > GONE:
            text[offset : offset + len(word.text)] = " " * len(word.text)
    return "".join(text)


def _sweep(
    case: CaseFile,
    outcomes: Mapping[PageKey, PageOutcome],
    mentions: Sequence[Mention],
    words: tuple[Mapping[str, str], Sequence[str]],
    executor: Executor | None,
) -> list[ResidualHit]:
    units: list[Unit] = []
    keys: dict[str, PageKey] = {}
    contents: dict[PageKey, PageContent] = {}
    for document in case.documents():
        for content in case.pages(document.sha256):
            key = (document.sha256, content.page)
            outcome = outcomes[key]
            if outcome.plan.withheld is not None:
                continue
            contents[key] = content
            unit = Unit(f"{key[0]}/{key[1]}", surviving_text(content, outcome.boxes), Where.PAGE, document.sha256)
            keys[unit.id] = key
            units.append(unit)
    terms, surviving = words
    job = (units, list(terms), surviving)
    found = executor.submit(tasks.sweep, *job).result() if executor else tasks.sweep(*job)
    known = _known_spans(mentions)
    hits = []
    for hit in found:
        key = keys[hit.unit]
        if _spoken_for(known.get(key, ()), hit.start, hit.end):
            continue
        boxes = contents[key].boxes_between(hit.start, hit.end)
        text = " ".join(contents[key].text[hit.start : hit.end].split())
        anchor = Anchor(key[0], key[1], Where.PAGE, text, boxes)
        hits.append(ResidualHit(anchor, terms.get(hit.term, ""), hit.term))
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


def _digest(
    outcomes: Mapping[PageKey, PageOutcome],
    terms: Mapping[str, str],
    surviving: Sequence[str],
    mentions: Sequence[Mention],
) -> str:
    content: list[Any] = [list(terms.items()), list(surviving)]
    content.append(sorted(m.id for m in mentions))
    for (document, page), outcome in outcomes.items():
        content.append([document, page, outcome.plan.withheld is not None, [list(box) for box in outcome.boxes]])
    return hashlib.sha256(canonical(content)).hexdigest()
