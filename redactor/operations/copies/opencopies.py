# SPDX-License-Identifier: AGPL-3.0-or-later
"""What is redacted in one place and open in a copy of it."""

from __future__ import annotations

import hashlib
from collections import defaultdict, deque
from collections.abc import Iterable, Mapping, Sequence
from statistics import median
from typing import Any

from rapidfuzz import fuzz

from redactor.bundle.duplicates import Alignment, folded, is_alike, mapped
from redactor.domain.geometry import Box, covered
from redactor.domain.journal import Anchor, canonical
from redactor.domain.mentions import Status
from redactor.domain.nearby import Nearby, boxes_nearby
from redactor.domain.pages import Where
from redactor.domain.plan import Redaction
from redactor.operations.checking.passages import held_passages
from redactor.operations.checking.sweep import NEAR, SAME
from redactor.operations.copies.duplicates import SAME_PAGE, Edge, edges_of
from redactor.operations.copies.pagecopy import ComparedPage, compared_page
from redactor.operations.view import CaseView
from redactor.review.decisions.decided import PageKey
from redactor.review.papers.duplicates import OpenPlace
from redactor.review.todo_items import ResidualHit

#: A redaction is carried where at least this share of its words stands again: a sentence that half the letters of the
#: case begin with is not the passage.
ENOUGH = 0.5
#: A redaction of more words than this is a passage: its parts are compared with all of it.
LONG = 6
FEWEST_LETTERS_OF_PASSAGE, PART_ALIKE = 8, 80.0
#: Hidden words over which a passage goes on.
LONGEST_BRIDGE = 12
#: Aligned words needed to tell how one page lies on the other.
FEWEST_FOR_PLACE = 6

#: A redaction known by its page and its number on that page (-1: the page is withheld).
SourceKey = tuple[PageKey, int]


def open_places(view: CaseView, hits: Sequence[ResidualHit] = ()) -> list[OpenPlace]:
    """Everything that is redacted in one place and open in a copy of it, and that is released.

    Of the residual sweep's ``hits`` the near-copies of passages are among them where a comparison word by word does not
    find them; the others are left to the sweep, and so is what nobody has decided yet: those are on the list as they
    are. The result is kept with the case until something changes.
    """
    edges = edges_of(view)
    asked, near = [hit for hit in hits if hit.how != NEAR], [hit for hit in hits if hit.how == NEAR]
    if not edges and not near:
        return []
    key = _digest(view, edges, [*asked, *near])
    kept = view.case.get("copies/open")
    if kept and kept["key"] == key:
        return [OpenPlace.from_json(row) for row in kept["places"]]
    places = _open_places(view, edges, asked)
    places += near_places(near, places, held_passages(view) if near else {})
    if not view.case.read_only:
        view.case.put("copies/open", {"key": key, "places": [place.to_json() for place in places]})
    return places


def _open_places(view: CaseView, edges: Mapping[PageKey, list[Edge]], hits: Sequence[ResidualHit]) -> list[OpenPlace]:
    pages: dict[PageKey, ComparedPage] = {}
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


def near_places(
    hits: Iterable[ResidualHit], places: Iterable[OpenPlace], passages: Mapping[str, Redaction]
) -> list[OpenPlace]:
    """Near-copies of passages, without those of which the comparison of copies has found the same words open."""
    open_: dict[PageKey, list[Box]] = defaultdict(list)
    for place in places:
        open_[place.anchor.document, place.anchor.page] += place.anchor.boxes
    return [
        OpenPlace(hit.anchor, passages[hit.term], near=True)
        for hit in hits
        if sum(covered(box, open_[hit.anchor.document, hit.anchor.page]) * box.area for box in hit.anchor.boxes)
        < SAME * sum(box.area for box in hit.anchor.boxes)
    ]


class _Meant:
    """Which words each redaction is about, kept from one call to the next: a decision changes few of them, and a page
    need not be read again to find that out."""

    def __init__(self, view: CaseView, pages: dict[PageKey, ComparedPage]) -> None:
        revision = view.case.get("findings_revision", 0)
        kept: tuple[int, dict[Any, tuple[int, ...]]] = view.__dict__.setdefault("_meant_words", (revision, {}))
        if kept[0] != revision:
            kept = view.__dict__["_meant_words"] = (revision, {})
        self._known = kept[1]
        self._view, self._pages = view, pages

    def words(self, key: PageKey, boxes: tuple[Box, ...]) -> tuple[int, ...]:
        """The words under some boxes; all words of the page when there are none."""
        if (key, boxes) not in self._known:
            page = compared_page(self._view, key, self._pages)
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
    pages: dict[PageKey, ComparedPage],
) -> list[OpenPlace]:
    outcome = view.outcomes[key]
    page = compared_page(view, key, pages)
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


def _runs(numbers: Sequence[int], page: ComparedPage) -> list[list[int]]:
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
    view: CaseView, key: PageKey, redaction: Redaction, edges: Iterable[Edge], pages: dict[PageKey, ComparedPage]
) -> list[OpenPlace]:
    """A box without words (a photograph, a signature) on pages that are the same page, by where it lies."""
    places = []
    for other, back, alignment in edges:
        outcome = view.outcomes.get(other)
        if min(alignment.shared) < SAME_PAGE or outcome is None or outcome.plan.withheld is not None:
            continue
        one, two = compared_page(view, key, pages), compared_page(view, other, pages)
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


def _laid_over(one: ComparedPage, two: ComparedPage, alignment: Alignment, back: bool) -> Any:
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


def _digest(view: CaseView, edges: Mapping[PageKey, list[Edge]], hits: Iterable[ResidualHit]) -> str:
    told = [[hit.anchor.to_json(), hit.how, hit.term] for hit in hits]
    content: list[Any] = [view.case.get("findings_revision", 0), told]
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
