# SPDX-License-Identifier: AGPL-3.0-or-later
"""A line of text cut into fields (what a tab, a column or a rule keeps apart), and these into the words that stay and
the boxes, in order."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field

from redactor.domain.geometry import Box
from redactor.release.burn.ink import Glyph
from redactor.release.burn.starts import COLUMN_GAP, Starts

#: Gaps wider than this many ems are blanks between words.
BLANK_GAP = 0.15
#: A rule keeps words apart only in a gap wider than this many ems: text can run over the edge of its cell.
RULE_GAP = 0.4
#: However close the words come to the line between two cells: they may touch it by so many points.
ON_RULE = 0.3
#: Letters no farther apart than this (ems) are of one word, though it runs over such a line.
WITHIN = 0.08
#: Sums of blanks explain a gap up to this share more than their own width.
STRETCHED = 1.35

#: A box of the plan: which redaction, which of its boxes.
Slot = tuple[int, int]


@dataclass(slots=True)
class Token:
    """A word that stays (or what stays of it), or a box (``slot``). ``blanks`` is what stands between it and the
    token before: None at the start of a field, 0.0 when nothing does, else the natural width of the blanks."""

    glyphs: list[Glyph]
    slot: Slot | None = None
    blanks: float | None = None
    _end: float | None = field(default=None, init=False, repr=False, compare=False)

    @property
    def x0(self) -> float:
        return self.glyphs[0].x

    @property
    def x1(self) -> float:
        """Its right end, until it is :meth:`moved`: the letters of a token are many, and this is asked often."""
        if self._end is None:
            self._end = max([glyph.x + glyph.advance for glyph in self.glyphs])
        return self._end

    def moved(self) -> None:
        """Its letters stand elsewhere now."""
        self._end = None


@dataclass(slots=True)
class Field:
    """Tokens that follow each other. ``y`` is the baseline, ``band`` the height of the line's boxes."""

    tokens: list[Token]
    y: float
    band: tuple[float, float]
    size: float

    @property
    def x0(self) -> float:
        return self.tokens[0].x0

    @property
    def x1(self) -> float:
        return max([token.x1 for token in self.tokens])

    @property
    def clips(self) -> list[Box]:
        """Where the page lets its letters show, each once."""
        return list({id(glyph.clip): glyph.clip for token in self.tokens for glyph in token.glyphs}.values())

    @property
    def slots(self) -> list[Slot]:
        return [token.slot for token in self.tokens if token.slot is not None]

    @property
    def staying(self) -> list[Token]:
        return [token for token in self.tokens if token.slot is None]


def fields_of(
    row: list[Glyph],
    blanks: list[tuple[float, float]],
    owners: dict[int, Slot],
    edges: list[float],
    rules: list[float],
    starts: Starts,
    y: float,
    band: tuple[float, float],
    twins: dict[int, list[Glyph]],
) -> list[Field]:
    """The fields of a line, whose letters are ``row`` from left to right; ``blanks`` (place, width) are beside them.
    ``owners`` says of the letters that boxes take whose they are; ``edges`` are upright lines and the sides of areas,
    ``rules`` those of the lines between cells. Second printings of letters are added to ``twins``."""
    fields: list[Field] = []
    last: Glyph | None = None
    places, widths = [x for x, _ in blanks], [width for _, width in blanks]
    for glyph in row:
        if last is not None and _twin(last, glyph):
            twins.setdefault(id(last), []).append(glyph)
            continue
        owner = owners.get(id(glyph))
        if last is None:
            fields.append(Field([Token([glyph], owner)], y, band, glyph.size))
            last = glyph
            continue
        gap = glyph.x - last.end
        em = max(last.size, glyph.size)
        between = widths[bisect_right(places, last.x) : bisect_left(places, glyph.x)]
        token = fields[-1].tokens[-1]
        plain = not between and gap <= BLANK_GAP * em and owner == token.slot
        if plain and not (rules and _any_rule(rules, fields[-1].tokens[0].glyphs[0], last, glyph)):
            # Nothing stands between most letters and the one before.
            token.glyphs.append(glyph)
            last = glyph
            continue
        ruled = _between(rules, last.end, glyph.x) and (gap > WITHIN * em or bool(between) or starts.column(glyph.x))
        if (
            ruled
            or _runs_over(rules, fields[-1].tokens[0].glyphs[0], last, glyph, starts)
            or _apart(last, glyph, gap, em, sum(between), edges, starts, token.slot is not None)
        ):
            fields.append(Field([Token([glyph], owner)], y, band, glyph.size))
        elif owner is not None and owner == token.slot:
            token.glyphs.append(glyph)
        elif between or gap > BLANK_GAP * em:
            beside_box = token.slot is not None or owner is not None
            wide = 0.0 if not between else between[0] if beside_box else sum(between)
            fields[-1].tokens.append(Token([glyph], owner, wide if wide > 0.1 * em else 0.25 * em))
        elif owner is None and token.slot is None:
            token.glyphs.append(glyph)
        else:
            fields[-1].tokens.append(Token([glyph], owner, 0.0))
        last = glyph
    for one in fields:
        sizes = sorted(g.size for token in (one.staying or one.tokens) for g in token.glyphs)
        one.size = sizes[len(sizes) // 2]
    return fields


def _twin(one: Glyph, other: Glyph) -> bool:
    return other.gid == one.gid and other.code == one.code and other.x - one.x < 0.15 * one.size


def _between(rules: list[float], end: float, start: float) -> bool:
    """Whether an upright line stands between the end of a letter and the start of the next."""
    at = bisect_left(rules, end - ON_RULE)
    return at < len(rules) and rules[at] < start + ON_RULE and start > end


def _any_rule(rules: list[float], first: Glyph, last: Glyph, glyph: Glyph) -> bool:
    """Whether an upright line stands anywhere between the first of some letters and the next one."""
    at = bisect_left(rules, min(first.middle, last.end - ON_RULE))
    return at < len(rules) and rules[at] < glyph.x + ON_RULE


def _runs_over(rules: list[float], first: Glyph, last: Glyph, glyph: Glyph, starts: Starts) -> bool:
    """Whether words that began before an upright line run over it up to another cell's, which stay where they are."""
    at = bisect_left(rules, first.middle)
    return at < len(rules) and rules[at] < glyph.x and glyph.x > last.end - ON_RULE and starts.column(glyph.x)


def _apart(
    last: Glyph, glyph: Glyph, gap: float, em: float, natural: float, edges: list[float], starts: Starts, hidden: bool
) -> bool:
    """Whether a tab, a column or a rule stands between two glyphs of a line."""
    at = bisect_left(edges, last.middle)
    if gap > RULE_GAP * em and at < len(edges) and edges[at] < glyph.middle:
        return True
    if natural > 0 and gap <= STRETCHED * natural + 0.1 * em:
        return False
    if gap > COLUMN_GAP * em:
        return True
    return hidden and gap > BLANK_GAP * em and starts.column(glyph.x)
