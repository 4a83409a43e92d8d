# SPDX-License-Identifier: AGPL-3.0-or-later
"""Copies in the record: which pages and passages stand twice, what is redacted in one and open in the other, and
carrying decisions from one to the other."""

from __future__ import annotations

import hashlib
from collections import defaultdict, deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING, Any

from rapidfuzz import fuzz

from redactor.bundle.duplicates import Alignment, folded, from_json, is_alike, mapped, spans
from redactor.casefile.identity import Identity
from redactor.domain.errors import BadInput, Refused
from redactor.domain.geometry import Box, covered
from redactor.domain.journal import Anchor, Event, Kind, canonical
from redactor.domain.mentions import Status
from redactor.domain.nearby import Nearby, boxes_nearby
from redactor.domain.pages import Document, PageContent, Where
from redactor.domain.plan import EARLIER, Redaction
from redactor.operations.copies import copies_of
from redactor.operations.sweep import GONE
from redactor.review.duplicates import OpenPlace, carried
from redactor.review.state import PageKey
from redactor.review.todo import ResidualHit

if TYPE_CHECKING:
    from redactor.operations.view import CaseView

#: Two pages that share this much of the words of each are one page twice.
SAME_PAGE = 0.8
#: A word belongs to a redaction that covers more than this of it; one that is brushed does not.
MEANT = 0.6
#: A redaction is carried where at least this share of its words stands again: a sentence that half the letters of the
#: case begin with is not the passage.
ENOUGH = 0.5
#: A redaction of more words than this is a passage: its parts are compared with all of it.
LONG = 6
FEWEST_LETTERS_OF_PASSAGE, PART_ALIKE = 8, 80.0
#: Pages with their words in memory at a time: ten thousand would be gigabytes.
PAGES_HELD = 128
#: Hidden words over which a passage goes on.
LONGEST_BRIDGE = 12
#: Aligned words needed to tell how one page lies on the other.
FEWEST_FOR_PLACE = 6

Edge = tuple[PageKey, bool, Alignment]
#: A redaction known by its page and its number on that page (-1: the page is withheld).
SourceKey = tuple[PageKey, int]


@dataclass(frozen=True, slots=True)
class Copy:
    """Two places of the record that share text. ``same`` when they are one page twice; ``similarity`` is the smaller
    of the two shares, else the share of the page that has more of it in common. ``text`` is how it begins."""

    pages: tuple[PageKey, PageKey]
    same: bool
    similarity: float
    words: int
    text: str
    boxes: tuple[tuple[Box, ...], tuple[Box, ...]]


class _Page:
    """One page's words, by place, and which of them are hidden."""

    def __init__(self, content: PageContent, boxes: Sequence[Box], withheld: bool) -> None:
        self.content = content
        self.spans = spans(content.text)
        self.words: Nearby[int] = Nearby()
        for n, word in enumerate(content.words):
            self.words.add((word.box,), n)
        hidden = boxes_nearby(boxes)
        self._gone = [
            withheld or (bool(boxes) and covered(w.box, hidden.touching((w.box,))) > GONE) for w in content.words
        ]
        self._number = {start: n for n, (start, _) in enumerate(self.spans)}

    def meant(self, boxes: Sequence[Box]) -> list[int]:
        """The words (numbers into ``spans``) that a redaction is about."""
        found = set()
        for n in self.words.touching(boxes):
            if covered(self.content.words[n].box, boxes) > MEANT and (at := self.number(n)) is not None:
                found.add(at)
        return sorted(found)

    def number(self, word: int) -> int | None:
        return self._number.get(self.content.offsets[word])

    def is_open(self, number: int) -> bool:
        start, end = self.spans[number]
        return any(not self._gone[n] for n in self.content.words_between(start, end))

    def boxes(self, numbers: Sequence[int]) -> tuple[Box, ...]:
        start, end = self.spans[numbers[0]][0], self.spans[numbers[-1]][1]
        return self.content.boxes_between(start, end)

    def text(self, numbers: Sequence[int]) -> str:
        return " ".join(self.content.text[self.spans[numbers[0]][0] : self.spans[numbers[-1]][1]].split())


def edges_of(view: CaseView) -> dict[PageKey, list[Edge]]:
    """For every page the pages that share text with it; kept until the next analysis."""
    revision = view.case.get("findings_revision", 0)
    kept: tuple[int, dict[PageKey, list[Edge]]] | None = view.__dict__.get("_copy_edges")
    if kept is None or kept[0] != revision:
        found = copies_of(view.case)
        edges = {key: [(other, back, from_json(row)) for other, back, row in rows] for key, rows in found.items()}
        kept = (revision, edges)
        view.__dict__["_copy_edges"] = kept
    return kept[1]


def copies(view: CaseView) -> list[Copy]:
    """Every two places that share text, the most alike first."""
    found: list[Copy] = []
    order = {key: n for n, key in enumerate(view.page_keys)}
    pages: dict[PageKey, _Page] = {}
    for key, edges in edges_of(view).items():
        for other, back, alignment in edges:
            if back or key not in order or other not in order:
                continue
            first, second = (_load(view, one, pages) for one in (key, other))
            if first is None or second is None:
                continue
            same = min(alignment.shared) >= SAME_PAGE
            numbers = [n for a, la, _, _ in alignment.runs for n in range(a, a + la) if a + la <= len(first.spans)]
            others = [n for _, _, b, lb in alignment.runs for n in range(b, b + lb) if b + lb <= len(second.spans)]
            if not numbers or not others:
                continue
            similarity = min(alignment.shared) if same else max(alignment.shared)
            found.append(
                Copy(
                    (key, other),
                    same,
                    similarity,
                    alignment.words,
                    first.text(numbers[:12]),
                    (first.boxes(numbers), second.boxes(sorted(others))),
                )
            )
    return sorted(found, key=lambda copy: (not copy.same, -copy.similarity, order[copy.pages[0]]))


def same_pages(view: CaseView) -> list[list[PageKey]]:
    """Groups of pages that are one page several times, each in the order of the case."""
    root: dict[PageKey, PageKey] = {}

    def find(key: PageKey) -> PageKey:
        while root.setdefault(key, key) != key:
            root[key] = root[root[key]]
            key = root[key]
        return key

    for key, edges in edges_of(view).items():
        for other, _, alignment in edges:
            if min(alignment.shared) >= SAME_PAGE:
                root[find(other)] = find(key)
    groups: dict[PageKey, list[PageKey]] = defaultdict(list)
    for key in view.page_keys:
        if key in root:
            groups[find(key)].append(key)
    return [group for group in groups.values() if len(group) > 1]


def copy_of(view: CaseView, document: Document, first: int, last: int) -> tuple[Document, int] | None:
    """Where else all of these pages stand, page for page, and are released; None when nowhere."""
    keeps = view.state.arrangement.keeps

    def elsewhere(page: int) -> set[PageKey]:
        return {
            (other[0], other[1] - (page - first))
            for other, _, alignment in edges_of(view).get((document.sha256, page), ())
            if min(alignment.shared) >= SAME_PAGE
            and keeps(*other)
            and not (other[0] == document.sha256 and first <= other[1] <= last)
        }

    common = elsewhere(first)
    for page in range(first + 1, last + 1):
        common &= elsewhere(page)
    order = {key: n for n, key in enumerate(view.page_keys)}
    best = min(common, key=lambda key: order.get(key, 0), default=None)
    return (view.documents[best[0]], best[1]) if best else None


# -- redacted here, open there -----------------------------------------------------------------------------


def open_places(view: CaseView, hits: Iterable[ResidualHit] = ()) -> list[OpenPlace]:
    """Everything that is redacted in one place and open in a copy of it, and that is released.

    ``hits`` of the residual sweep are left to it, and so is what nobody has decided yet: those are on the list as they
    are. The result is kept with the case until something changes.
    """
    edges = edges_of(view)
    if not edges:
        return []
    asked = list(hits)
    key = _digest(view, edges, asked)
    kept = view.case.get("copies/open")
    if kept and kept["key"] == key:
        return [OpenPlace.from_json(row) for row in kept["places"]]
    places = _open_places(view, edges, asked)
    if not view.case.read_only:
        view.case.put("copies/open", {"key": key, "places": [place.to_json() for place in places]})
    return places


def _open_places(view: CaseView, edges: Mapping[PageKey, list[Edge]], hits: Sequence[ResidualHit]) -> list[OpenPlace]:
    pages: dict[PageKey, _Page] = {}
    meant = _Meant(view, pages)
    sources: dict[SourceKey, tuple[Redaction, int]] = {}
    wanted: dict[PageKey, dict[int, SourceKey]] = defaultdict(dict)
    waiting: deque[tuple[PageKey, dict[int, SourceKey]]] = deque()
    without_words: list[tuple[PageKey, Redaction]] = []
    for key in edges:
        outcome = view.outcomes.get(key)
        if outcome is None or not (outcome.plan.redactions or outcome.plan.withheld):
            continue
        own: dict[int, SourceKey] = {}
        if outcome.plan.withheld is not None:
            count = len(meant.words(key, ()))
            sources[key, -1] = (outcome.plan.withheld, count)
            own = dict.fromkeys(range(count), (key, -1))
        for number, redaction in enumerate(() if outcome.plan.withheld else outcome.plan.redactions):
            words = meant.words(key, redaction.boxes)
            sources[key, number] = (redaction, len(words))
            own.update(dict.fromkeys(words, (key, number)))
            if redaction.boxes and not words:
                without_words.append((key, redaction))
        wanted[key].update(own)
        waiting.append((key, own))
    # From copy to copy of a copy: every word of every page is reached once at most.
    while waiting:
        key, own = waiting.popleft()
        for other, back, alignment in edges[key]:
            new: dict[int, SourceKey] = {}
            for source, numbers in _by_source(own).items():
                for number in mapped(alignment.runs, numbers, back=back):
                    if number not in wanted[other]:
                        new[number] = source
            if new:
                wanted[other].update(new)
                waiting.append((other, new))
    spoken_for: dict[PageKey, list[Box]] = defaultdict(list)
    for hit in hits:
        spoken_for[hit.anchor.document, hit.anchor.page] += hit.anchor.boxes
    places = []
    for key in view.release_keys:
        if key in wanted:
            places += _open_on(view, key, wanted[key], sources, spoken_for[key], pages)
    for key, redaction in without_words:
        places += _boxes_open(view, key, redaction, edges[key], pages)
    return places


class _Meant:
    """Which words each redaction is about, kept from one call to the next: a decision changes few of them, and a page
    need not be read again to find that out."""

    def __init__(self, view: CaseView, pages: dict[PageKey, _Page]) -> None:
        revision = view.case.get("findings_revision", 0)
        kept: tuple[int, dict[Any, tuple[int, ...]]] = view.__dict__.setdefault("_meant_words", (revision, {}))
        if kept[0] != revision:
            kept = view.__dict__["_meant_words"] = (revision, {})
        self._known = kept[1]
        self._view, self._pages = view, pages

    def words(self, key: PageKey, boxes: tuple[Box, ...]) -> tuple[int, ...]:
        """The words under some boxes; all words of the page when there are none."""
        if (key, boxes) not in self._known:
            page = _load(self._view, key, self._pages)
            found: Iterable[int] = ()
            if page is not None:
                found = page.meant(boxes) if boxes else range(len(page.spans))
            self._known[key, boxes] = tuple(found)
        return self._known[key, boxes]


def _by_source(own: Mapping[int, SourceKey]) -> dict[SourceKey, list[int]]:
    groups: dict[SourceKey, list[int]] = defaultdict(list)
    for number, source in own.items():
        groups[source].append(number)
    return groups


def _open_on(
    view: CaseView,
    key: PageKey,
    wanted: Mapping[int, SourceKey],
    sources: Mapping[SourceKey, tuple[Redaction, int]],
    spoken_for: list[Box],
    pages: dict[PageKey, _Page],
) -> list[OpenPlace]:
    outcome = view.outcomes[key]
    page = _load(view, key, pages)
    if page is None or outcome.plan.withheld is not None:
        return []
    undecided: list[Box] = []
    others: Nearby[str] = Nearby()
    for mention in view.by_page.get(key, ()):
        status = outcome.statuses.get(mention.id)
        if status is Status.PROPOSED:
            undecided += mention.boxes
        elif mention.person and status in (Status.LEFT, Status.DISCLOSED):
            others.add(mention.boxes, mention.person)
    passed_over = boxes_nearby([*undecided, *spoken_for])
    places = []
    for source, numbers in _by_source(wanted).items():
        redaction, size = sources[source]
        if source[0] == key or len(numbers) < ENOUGH * size:
            continue
        open_ = [
            n
            for n in sorted(numbers)
            if n < len(page.spans) and page.is_open(n) and not passed_over.touching(page.boxes([n]))
        ]
        if source[1] == -1 and len(open_) >= SAME_PAGE * len(page.spans):
            anchor = Anchor(key[0], key[1], Where.PAGE, "", (Box(0, 0, page.content.width, page.content.height),))
            places.append(OpenPlace(anchor, redaction, whole=True))
            continue
        for run in _runs(open_, page):
            text = page.text(run)
            # The subject's surname in the slot of their sister's is the subject.
            somebody_else = redaction.person and any(
                person != redaction.person for person in others.touching(page.boxes(run))
            )
            if says_the_same(text, redaction.text, whole=source[1] == -1) and not somebody_else:
                places.append(OpenPlace(Anchor(key[0], key[1], Where.PAGE, text, page.boxes(run)), redaction))
    return places


def says_the_same(open_: str, redacted: str, *, whole: bool = False) -> bool:
    """True when open words are (some of) what is redacted elsewhere, as well as OCR lets one tell: alignment alone
    would also pair what only stands in the same slot of two letters. ``whole``: a page is withheld, its words are
    not quoted."""
    words = [word for word in map(folded, open_.split()) if word]
    if whole or not words:
        return whole and len(words) >= FEWEST_FOR_PLACE
    held = [word for word in map(folded, redacted.split()) if word]
    one, other = "".join(words), "".join(held)
    if len(held) > LONG:
        return len(one) >= FEWEST_LETTERS_OF_PASSAGE and fuzz.partial_ratio(one, other) >= PART_ALIKE
    if all(word in held for word in words) and max(map(len, words)) >= 3:
        return True
    return is_alike(one, other)


def _runs(numbers: Sequence[int], page: _Page) -> list[list[int]]:
    """Neighbouring words together, over words between them that are hidden already: a passage stays in one piece."""
    runs: list[list[int]] = []
    for number in numbers:
        between = range(runs[-1][-1] + 1, number) if runs else ()
        if runs and len(between) <= LONGEST_BRIDGE and not any(page.is_open(n) for n in between):
            runs[-1].append(number)
        else:
            runs.append([number])
    return runs


def _boxes_open(
    view: CaseView, key: PageKey, redaction: Redaction, edges: Iterable[Edge], pages: dict[PageKey, _Page]
) -> list[OpenPlace]:
    """A box without words (a photograph, a signature) on pages that are the same page, by where it lies."""
    places = []
    for other, back, alignment in edges:
        outcome = view.outcomes.get(other)
        if min(alignment.shared) < SAME_PAGE or outcome is None or outcome.plan.withheld is not None:
            continue
        one, two = _load(view, key, pages), _load(view, other, pages)
        if one is None or two is None or not view.state.arrangement.keeps(*other):
            continue
        place = _laid_over(one, two, alignment, back)
        if place is None:
            continue
        boxes = tuple(place(box).rounded() for box in redaction.boxes)
        sheet = Box(0, 0, two.content.width, two.content.height)
        boxes = tuple(common for box in boxes if (common := box.intersection(sheet)))
        if boxes and any(covered(box, outcome.boxes) < ENOUGH for box in boxes):
            places.append(OpenPlace(Anchor(other[0], other[1], Where.PAGE, "", boxes), redaction))
    return places


def _laid_over(one: _Page, two: _Page, alignment: Alignment, back: bool) -> Any:
    """How boxes of one page lie on the other, from the words both have; None when too few tell."""
    pairs: list[tuple[Box, Box]] = []
    for run in alignment.runs:
        a, la, b, lb = run if not back else (run[2], run[3], run[0], run[1])
        if la == lb and a + la <= len(one.spans) and b + lb <= len(two.spans):
            pairs += [(one.boxes([a + n])[0], two.boxes([b + n])[0]) for n in range(la)]
    if len(pairs) < FEWEST_FOR_PLACE:
        return None

    def axis(low: int, usual: float) -> tuple[float, float]:
        points = sorted(((a[low] + a[low + 2]) / 2, (b[low] + b[low + 2]) / 2) for a, b in pairs)
        third = max(len(points) // 3, 1)
        left, right = points[:third], points[-third:]
        width = median(p[0] for p in right) - median(p[0] for p in left)
        scale = (median(p[1] for p in right) - median(p[1] for p in left)) / width if width > 20 else usual
        # A few lines at the top tell the scale badly, and an error grows down the page: sheets are mostly copied whole.
        scale = usual if abs(scale / usual - 1) < 0.04 else scale
        return scale, median(p[1] - scale * p[0] for p in points)

    first, second = one.content, two.content
    (sx, dx), (sy, dy) = axis(0, second.width / first.width), axis(1, second.height / first.height)
    return lambda box: Box(sx * box.x0 + dx, sy * box.y0 + dy, sx * box.x1 + dx, sy * box.y1 + dy)


def _load(view: CaseView, key: PageKey, pages: dict[PageKey, _Page]) -> _Page | None:
    if key not in pages:
        content = view.case.page(*key)
        outcome = view.outcomes.get(key)
        if content is None or outcome is None:
            return None
        if len(pages) >= PAGES_HELD:
            del pages[next(iter(pages))]
        pages[key] = _Page(content, outcome.boxes, outcome.plan.withheld is not None)
    return pages[key]


def _digest(view: CaseView, edges: Mapping[PageKey, list[Edge]], hits: Iterable[ResidualHit]) -> str:
    content: list[Any] = [view.case.get("findings_revision", 0), [hit.anchor.to_json() for hit in hits]]
    keeps = view.state.arrangement.keeps
    for key in sorted(edges):
        outcome = view.outcomes.get(key)
        if outcome is None:
            continue
        undecided = sorted(ident for ident, status in outcome.statuses.items() if status is Status.PROPOSED)
        held = [redaction.to_json() for redaction in outcome.plan.redactions]
        withheld = outcome.plan.withheld.to_json() if outcome.plan.withheld else None
        content.append([key[0], key[1], keeps(*key), undecided, held, withheld])
    return hashlib.sha256(canonical(content)).hexdigest()


# -- carrying over -------------------------------------------------------------------------------------------


def places_called(view: CaseView, ids: Iterable[str]) -> list[OpenPlace]:
    """The open places with these ids, as they were last listed. Raises Refused for one that is not open any more."""
    wanted = set(ids)
    kept = view.case.get("copies/open")
    listed = [OpenPlace.from_json(row) for row in kept["places"]] if kept else open_places(view)
    found = [place for place in listed if place.id in wanted]
    if {place.id for place in found} != wanted:
        raise Refused("what differed between these copies has changed", do="List it again: redactor todo CASE")
    return found


def carry_over(
    view: CaseView, places: Sequence[OpenPlace], why: str, *, items: Sequence[str] = (), signer: Identity | None = None
) -> Event:
    """Redact these places as their copies are, each on the same grounds; one event. Raises BadInput when none is."""
    view.case.require_writable()
    if not places:
        raise BadInput("there is nothing to carry over", do="redactor duplicates CASE shows what differs")
    return view.record(Kind.DECISIONS_CARRIED, carried_payload(view, places, why, items), signer)


def carried_payload(view: CaseView, places: Sequence[OpenPlace], why: str, items: Sequence[str] = ()) -> dict[str, Any]:
    """What the event records. ``items`` are the to-do items this settles."""
    harm = {event.id for event in view.state.events if event.kind is Kind.HARM_MARKED}
    harm |= {p.ground.source for group in view.state.passages.values() for p in group if p.harm}
    marks, pages = carried(places, harm)
    return {"why": why, "items": marks, "pages": pages, "settles": list(items)}


def replace(
    view: CaseView, old: Document, new: Document, *, why: str = "", signer: Identity | None = None
) -> list[Event]:
    """``new`` is a later version of ``old``: what was decided on the old pages is carried to the same words of the new
    ones, and the old document is left out; one transaction. Raises BadInput, Refused."""
    view.case.require_writable()
    if old.sha256 == new.sha256:
        raise BadInput("a document cannot replace itself", old.name)
    if not view.state.arrangement.keeps(new.sha256, 1):
        raise Refused(f"{new.name} is left out itself", do="Put it back first: redactor put-back CASE")
    shared = {other[0] for page in range(1, old.pages + 1) for other, _, _ in _edges_at(view, old, page)}
    if new.sha256 not in shared:
        raise Refused(f"{old.name} and {new.name} have no text in common", do="Decide about the new one by itself")
    places = [p for p in open_places(view) if p.source.document == old.sha256 and p.anchor.document == new.sha256]
    pairs: list[tuple[Kind, dict[str, Any]]] = []
    if places:
        pairs.append((Kind.DECISIONS_CARRIED, carried_payload(view, places, why or f"carried over from {old.name}")))
    left = {"document": old.sha256, "first": 1, "last": old.pages, "reason": EARLIER, "like": [new.sha256, 1]}
    pairs.append((Kind.DOCUMENT_LEFT_OUT, {**left, "fields": {"why": why} if why else {}, "why": why}))
    events = view.case.append_many(pairs, signer=signer)
    view.refresh()
    return events


def _edges_at(view: CaseView, document: Document, page: int) -> list[Edge]:
    return edges_of(view).get((document.sha256, page), [])


def earlier_version(view: CaseView, document: Document) -> Document | None:
    """The document that this one looks like a later version of: the same file name, and mostly the same text."""
    stem = _stem(document.name)
    shared: dict[str, int] = defaultdict(int)
    for page in range(1, document.pages + 1):
        for sha in {other[0] for other, _, al in _edges_at(view, document, page) if min(al.shared) >= SAME_PAGE}:
            shared[sha] += 1
    order = list(view.documents)
    for sha, pages in sorted(shared.items(), key=lambda item: -item[1]):
        other = view.documents.get(sha)
        if other is None or sha == document.sha256 or order.index(sha) > order.index(document.sha256):
            continue
        alike = _stem(other.name) == stem
        if alike and 2 * pages >= min(document.pages, other.pages) and view.state.arrangement.keeps(sha, 1):
            return other
    return None


def _stem(name: str) -> str:
    """A file's name without folder, ending and what marks a version: "report v2 (1) FINAL.pdf" is "report"."""
    stem = name.rsplit("/", 1)[-1].rsplit(".", 1)[0].casefold()
    words = "".join(c if c.isalnum() else " " for c in stem).split()
    marks = {"final", "copy", "new", "amended", "corrected", "revised", "rescan", "rescanned", "updated", "draft"}
    kept = [w for w in words if w not in marks and not (w.startswith("v") and w[1:].isdigit())]
    while len(kept) > 1 and kept[-1].isdigit() and len(kept[-1]) == 1:
        kept.pop()
    return " ".join(kept)
