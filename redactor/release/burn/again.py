# SPDX-License-Identifier: AGPL-3.0-or-later
"""Set a page's lines with boxes again, before it is drawn: hidden letters are left out, what stays is moved, and
every box gets its new place. What cannot be set again keeps its width, and is told.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from pymupdf import mupdf

from redactor.domain.geometry import Box
from redactor.domain.pages import Word
from redactor.release.burn.adorned import among, decorations
from redactor.release.burn.fields import Field, Slot
from redactor.release.burn.fonts import face
from redactor.release.burn.ink import Glyph, Ink, read_ink, with_shapes
from redactor.release.burn.lines import Anatomy, take_apart
from redactor.release.burn.raised import ONE_LINE
from redactor.release.burn.setting import Placed, Setter
from redactor.release.burn.starts import Heights, Starts
from redactor.release.burn.telling import Telling
from redactor.release.widths import UNSURE, Bands, Width

#: Letters by which the page's type is compared with ours.
ENOUGH_LETTERS = 20


@dataclass(frozen=True, slots=True)
class Again:
    """A page after its lines were set again. ``listed`` is the drawing to use (None: the page's own); ``words`` have
    their new places; ``hidden`` are each redaction's boxes at theirs, ``widths`` what became of each."""

    listed: Any
    words: tuple[Word, ...]
    hidden: tuple[tuple[Box, ...], ...]
    widths: tuple[tuple[Width, ...], ...]


def set_again(
    listed: Any,
    page: Box,
    step: float,
    words: Sequence[Word],
    hidden: Sequence[tuple[Box, ...]],
    taken: frozenset[int],
    left: Bands = (),
) -> Again:
    """Set again every line of the drawing ``listed`` that has boxes. ``page`` is the page's box, ``step`` a pixel
    in points, ``taken`` the indexes of the words that boxes take away. Lines at the heights in ``left`` stay as they
    are."""
    try:
        ink = read_ink(listed)
    except (RuntimeError, ValueError, mupdf.FzErrorBase):
        return left_alone(listed, words, hidden, "the drawing cannot be followed")
    places = [box for boxes in hidden for box in boxes]
    starts = Starts(words, places)
    glyphs = ink.near(places)
    heights = Heights(words)
    anatomy = take_apart(ink, glyphs, words, heights, hidden, starts)
    setter = Setter(ink, glyphs, starts, page.width, step, hidden)
    telling = Telling(ink, glyphs, starts, words, page.width)
    letters = type_ratio(ink)
    moved: dict[int, Word] = {}
    new: dict[Slot, Box] = {}
    widths: dict[Slot, Width] = {}
    changed: dict[tuple[int, int], Box | None] = {}
    for fields in anatomy.fields:
        for number, own in enumerate(fields):
            if not own.slots:
                continue
            placed = setter.place(fields, number)
            beside = [n for n in _beside(own, words, heights) if n not in taken]
            kept = any(_within(_of(hidden, slot), left) for slot in own.slots)
            why = (UNSURE if kept else placed.why) or _strangers(own, anatomy, [words[n].box for n in beside])
            decorated = {} if why else decorations(own, placed, ink)
            if decorated is None or (not why and among(own, ink)):
                why = "lines or areas among the words"
            tells = "" if why else telling.why(fields, number, decorated or {}, ranged=_ranged(own, placed, step))
            for token in own.tokens:
                if token.slot is not None:
                    box = hidden[token.slot[0]][token.slot[1]]
                    kind = "shown" if why or tells else "filled" if token.slot in placed.fills else "set"
                    widths[token.slot] = Width(kind, why or tells, box.width, letters)
                    if not why:
                        x0, x1 = placed.boxes[token.slot]
                        new[token.slot] = Box(x0, box.y0, x1, box.y1)
            if why:
                continue
            moved |= _new_places(own, placed, words, beside)
            changed |= decorated or {}
            _apply(own, placed, anatomy)
    for slot, why in anatomy.bare.items():
        widths[slot] = Width(
            "drawn" if why in ("nothing", "region") else "shown", why, _of(hidden, slot).width, letters
        )
    for h, boxes in enumerate(hidden):
        for j, box in enumerate(boxes):
            if (h, j) not in widths and (h, j) not in anatomy.nested:
                # Its letters are on no line that could be told from others: it stays over them.
                widths[h, j] = Width("shown", "letters printed over each other", box.width, letters)
    for slot, other in anatomy.nested.items():
        widths[slot] = replace(widths[other], points=_of(hidden, slot).width)
        if other in new:
            own_box = _of(hidden, slot)
            new[slot] = Box(new[other].x0, own_box.y0, new[other].x1, own_box.y1)
    if new:
        try:
            listed = with_shapes(ink, changed, page)
        except (RuntimeError, ValueError, mupdf.FzErrorBase):
            return left_alone(None, words, hidden, "the drawing cannot be changed")
    return Again(
        listed,
        tuple(moved.get(n, word) for n, word in enumerate(words)),
        tuple(tuple(new.get((h, j), box) for j, box in enumerate(boxes)) for h, boxes in enumerate(hidden)),
        tuple(tuple(widths[h, j] for j in range(len(boxes))) for h, boxes in enumerate(hidden)),
    )


def left_alone(listed: Any, words: Sequence[Word], hidden: Sequence[tuple[Box, ...]], why: str) -> Again:
    """Every box as wide as what it hides."""
    of = face()
    known = [word for word in words if word.text.isalpha() and len(word.text) > 2]
    ours = sum(of.width(word.text, 1.0) for word in known)
    letters = sum(word.box.width for word in known) / ours if len(known) >= ENOUGH_LETTERS / 4 and ours else 0.0
    widths = tuple(tuple(Width("shown", why, box.width, letters) for box in boxes) for boxes in hidden)
    return Again(listed, tuple(words), tuple(hidden), widths)


def type_ratio(ink: Ink) -> float:
    """How wide the page's letters are against ours of one point: its usual size, in effect; 0.0 when too few."""
    of = face()
    codes, places = np.unique(ink.code, return_inverse=True)
    alpha = np.array([code > 0 and chr(code).isalpha() for code in codes.tolist()], dtype=bool)
    letters = np.flatnonzero(ink.shown & alpha[places])[:2000]
    widths = np.array([of.width(chr(code), 1.0) if known else 0.0 for code, known in zip(codes, alpha, strict=True)])
    own, ours = float(ink.advance[letters].sum()), float(widths[places[letters]].sum())
    return own / ours if len(letters) >= ENOUGH_LETTERS and ours > 0 else 0.0


def _ranged(own: Field, placed: Placed, step: float) -> bool:
    """Whether a field does not start where it did: its middle or its end has stayed."""
    starts = [*(x for _, x, _ in placed.tokens), *(x for x, _ in placed.boxes.values())]
    return abs(min(starts) - own.x0) > 2 * step and not placed.fills


def _within(box: Box, bands: Bands) -> bool:
    middle = (box.y0 + box.y1) / 2
    return any(low <= middle <= high for low, high in bands)


def _of(hidden: Sequence[tuple[Box, ...]], slot: Slot) -> Box:
    return hidden[slot[0]][slot[1]]


def _strangers(own: Field, anatomy: Anatomy, beside: Sequence[Box]) -> str:
    """Why the field cannot be moved as a whole: something among its words (``beside`` are the surviving words at its
    height) is no text that can be set."""
    left, right = own.x0, own.x1
    for glyph in anatomy.odd:
        if left < glyph.x < right and abs(glyph.y - own.y) < own.size:
            return "turned letters among the words"
    staying = sorted([glyph.middle for token in own.staying for glyph in token.glyphs])
    for box in beside:
        if left < (box.x0 + box.x1) / 2 < right and bisect_left(staying, box.x0) >= bisect_right(staying, box.x1):
            return "words that are not drawn as text"
    return ""


def _beside(own: Field, words: Sequence[Word], heights: Heights) -> list[int]:
    """The indexes of the words at a field's height, and of those of its raised marks."""
    found = set(heights.across(own.y - 0.3 * own.size))
    raised = [g for token in own.staying for g in token.glyphs if own.y - g.y >= ONE_LINE * own.size]
    for glyph in raised:
        across = heights.across(glyph.y - 0.3 * glyph.size)
        found.update(n for n in across if words[n].box.x0 <= glyph.middle <= words[n].box.x1)
    return sorted(found)


def _new_places(own: Field, placed: Placed, words: Sequence[Word], beside: Sequence[int]) -> dict[int, Word]:
    """The surviving words of a field with their new boxes. ``beside`` are the words at its height."""
    place = {id(glyph): x for glyph, x in placed.glyphs}
    spans: list[tuple[float, float, float]] = []
    for token, _, end in placed.tokens:
        new = [place[id(glyph)] for glyph in token.glyphs]
        spans += zip((glyph.middle for glyph in token.glyphs), new, [*new[1:], end], strict=True)
    spans.sort()
    middles = [middle for middle, _, _ in spans]
    moved: dict[int, Word] = {}
    left, right = own.x0, own.x1
    for n in beside:
        word, box = words[n], words[n].box
        if box.x1 < left or box.x0 > right:
            continue
        first, last = bisect_left(middles, box.x0), bisect_right(middles, box.x1)
        if first < last:
            moved[n] = word._replace(box=Box(spans[first][1], box.y0, spans[last - 1][2], box.y1))
    return moved


def _apply(own: Field, placed: Placed, anatomy: Anatomy) -> None:
    for token in own.tokens:
        if token.slot is not None:
            for glyph in token.glyphs:
                _each(glyph, anatomy, None)
    for glyph, x in placed.glyphs:
        _each(glyph, anatomy, x)
    for token in own.tokens:
        token.moved()


def _each(glyph: Glyph, anatomy: Anatomy, x: float | None) -> None:
    """Move or drop a glyph with its second printings."""
    for twin in anatomy.twins.get(id(glyph), ()):
        if x is None:
            twin.drop()
        else:
            twin.move_to(x + round((twin.x - glyph.x) * 8) / 8)
    if x is None:
        glyph.drop()
    else:
        glyph.move_to(x)
