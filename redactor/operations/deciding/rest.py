# SPDX-License-Identifier: AGPL-3.0-or-later
"""Keep these passages, or the lines that name these people, and hide the rest of the page or document.

One event: what it hides is in the plan like any drawn box, in the logs with its reason, and one undo takes it off.
Kept places stay subject to every other decision: a name in them that is redacted everywhere is redacted here too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from redactor.casefile.identity import Identity
from redactor.domain.catalogue import reason as reason_for
from redactor.domain.errors import BadInput, Refused
from redactor.domain.geometry import Box, merged_by_line
from redactor.domain.journal import Anchor, Event, Kind
from redactor.domain.pages import Document, PageContent, Where
from redactor.domain.saying import say
from redactor.operations.deciding.decide import Fields, third_party_fields
from redactor.operations.deciding.places import anchors_of_text, page_content
from redactor.operations.view import CaseView
from redactor.review.decisions.rest import room_about, the_rest

#: Words whose middles are this near (as a share of the lower one's height) stand on one line.
SAME_LINE = 0.5


@dataclass(frozen=True, slots=True)
class Keep:
    """What to keep. ``spans`` and ``boxes`` (points) by page; ``texts`` wherever they stand in the range; of
    ``people`` (ids) every line that names them. ``also``: what was kept on these pages before stays kept."""

    spans: Mapping[int, Sequence[tuple[int, int]]] | None = None
    boxes: Mapping[int, Sequence[Box]] | None = None
    texts: Sequence[str] = ()
    people: Sequence[str] = ()
    also: bool = True


@dataclass(frozen=True, slots=True)
class Effect:
    """What hiding the rest would do, in words of the pages as they are read now. ``blank`` pages keep nothing;
    ``unread`` ones are not read yet and are hidden but for boxes that are kept."""

    pages: int
    kept: int
    hidden: int
    blank: tuple[int, ...]
    unread: tuple[int, ...]


def rest_effect(view: CaseView, document: Document, first: int, last: int, keep: Keep) -> Effect:
    """What :func:`hide_rest` would do. Raises BadInput for pages or words that are not there."""
    kept = hidden = 0
    blank: list[int] = []
    unread: list[int] = []
    for content, areas, words in _pages(view, document, first, last, keep):
        kept += len(words)
        hidden += len(content.words) - len(words)
        if not content.words:
            unread.append(content.page)
        if not areas:
            blank.append(content.page)
    return Effect(last - first + 1, kept, hidden, tuple(blank), tuple(unread))


def hide_rest(
    view: CaseView,
    document: Document,
    first: int,
    last: int,
    keep: Keep,
    reason: str,
    *,
    fields: Fields | None = None,
    signer: Identity | None = None,
) -> Event:
    """Hide everything on pages ``first`` to ``last`` (from 1) but what is kept. A decision about the same pages taken
    before is replaced. Raises BadInput; Refused when nothing would be kept at all."""
    view.case.require_writable()
    code = reason_for(reason).code
    anchors: list[Anchor] = []
    kept: list[Anchor] = []
    for content, areas, words in _pages(view, document, first, last, keep):
        gone = [word.text for number, word in enumerate(content.words) if number not in words]
        place = (document.sha256, content.page, Where.PAGE)
        hidden = the_rest(content.width, content.height, areas)
        if hidden:
            anchors.append(Anchor(*place, " ".join(gone), hidden))
        stays = " ".join(content.words[number].text for number in sorted(words))
        kept.append(Anchor(*place, stays, tuple(areas)))
    if not any(anchor.boxes for anchor in kept):
        raise Refused(
            "nothing would be kept on these pages",
            f"{document.name}, {_range(first, last)}",
            "Withhold the pages instead, or say what to keep",
        )
    payload = {
        "document": document.sha256,
        "first": first,
        "last": last,
        "people": [view.person(identity).name for identity in keep.people],
        "kept": [anchor.to_json() for anchor in kept],
        "anchors": [anchor.to_json() for anchor in anchors],
        "reason": code,
        "fields": third_party_fields(view, code, fields or {}, f"the rest of {_range(first, last)}"),
    }
    return view.record(Kind.REST_HIDDEN, payload, signer)


def _range(first: int, last: int) -> str:
    return f"page {first}" if first == last else f"pages {first} to {last}"


def _pages(
    view: CaseView, document: Document, first: int, last: int, keep: Keep
) -> Iterator[tuple[PageContent, tuple[Box, ...], set[int]]]:
    """Page by page: what is read on it, the areas that are kept, and the indexes of the words in them."""
    if not 1 <= first <= last <= document.pages:
        raise BadInput(
            say("there are no pages {first} to {last}", first=first, last=last),
            document.name,
            say("It has pages 1 to {pages}", pages=document.pages),
        )
    people = {view.person(identity).id for identity in keep.people}
    places = _places(view, document, first, last, keep.texts)
    for page in range(first, last + 1):
        content = page_content(view, document, page)
        words = set(_words_of(content, (keep.spans or {}).get(page, ())))
        words |= _touched(content, places.get(page, ()))
        words |= _lines_naming(view, content, document.sha256, people)
        drawn = list((keep.boxes or {}).get(page, ()))
        if keep.also and (before := view.state.places.rest.get((document.sha256, page))):
            drawn += [box for anchor in before.kept for box in anchor.boxes]
        words |= _touched(content, drawn)
        others = [word.box for number, word in enumerate(content.words) if number not in words]
        lines = merged_by_line(content.words[number].box for number in sorted(words))
        yield content, (*room_about(lines, others), *(box.rounded() for box in drawn)), words


def _places(view: CaseView, document: Document, first: int, last: int, texts: Iterable[str]) -> dict[int, list[Box]]:
    """Where these words stand. Raises BadInput for words that stand nowhere on these pages."""
    found: dict[int, list[Box]] = {}
    for text in texts:
        near = [a for a in anchors_of_text(view, text, document, None, False) if first <= a.page <= last]
        if not near:
            raise BadInput(
                say("the words '{text}' are not there", text=text),
                f"{document.name}, {_range(first, last)}",
                "Check the spelling",
            )
        for anchor in near:
            found.setdefault(anchor.page, []).extend(anchor.boxes)
    return found


def _words_of(content: PageContent, spans: Iterable[tuple[int, int]]) -> Iterator[int]:
    for start, end in spans:
        yield from content.words_between(start, end)


def _touched(content: PageContent, boxes: Sequence[Box]) -> set[int]:
    """The words that lie mostly under one of the boxes."""
    if not boxes:
        return set()
    return {n for n, word in enumerate(content.words) if any(word.box.overlap(box) > 0.5 for box in boxes)}


def _lines_naming(view: CaseView, content: PageContent, document: str, people: set[str]) -> set[int]:
    """The words of every line, from edge to edge of the page, on which one of these people is named."""
    named = [
        box for mention in view.by_page.get((document, content.page), ()) if mention.person in people
        for box in mention.boxes
    ]  # fmt: skip
    return {number for number, word in enumerate(content.words) if any(_on_line(word.box, box) for box in named)}


def _on_line(word: Box, box: Box) -> bool:
    apart = abs((word.y0 + word.y1) / 2 - (box.y0 + box.y1) / 2)
    return apart < SAME_LINE * min(word.height, box.height)
