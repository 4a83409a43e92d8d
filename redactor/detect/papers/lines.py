# SPDX-License-Identifier: AGPL-3.0-or-later
"""A document as lines that know who is named on them, without what stands at the head or foot of every page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from redactor.detect.language.found import FoundSpan, Unit
from redactor.domain.mentions import Label, Tier

#: So many lines at each end of a page may be running heads and feet.
_EDGE = 3
#: A line that ends before this share of its page's longest was ended by its writer, not by the margin.
_SHORT = 0.75
_ENDED = re.compile(r"(?:[.!?:]|[.!?]['\"\u2019\u201d)\]]|\b[A-Z]{2,3})$")


@dataclass(slots=True)
class Line:
    """One line of a page. ``unit`` is the page's place among the units; ``named`` who is named on it: offsets in
    ``text``, the person's id. ``gap``: it is the first of a block; ``fresh``: it does not go on the line before."""

    unit: int
    start: int
    end: int
    text: str
    gap: bool
    fresh: bool = True
    top: bool = False
    named: list[tuple[int, int, str]] = field(default_factory=list)


@dataclass(slots=True)
class Paper:
    """``running`` are the lines at the edge of most pages, each once."""

    lines: list[Line]
    running: list[Line]


def paper(
    numbers: Sequence[int], units: Sequence[Unit], spans: Sequence[Sequence[FoundSpan]], weak: frozenset[str]
) -> Paper:
    """The lines of a document whose pages are these units, in order. Possible mentions count for the people in ``weak``
    alone."""
    pages = [_lines(number, units[number].text, spans[number], weak) for number in numbers]
    edges: Counter[str] = Counter()
    for lines in pages:
        edges.update({_form(line) for line in _edges(lines)})
    often = {form for form, count in edges.items() if len(pages) > 1 and count >= max(2, len(pages) / 2)}
    kept: list[Line] = []
    running: dict[str, Line] = {}
    for lines in pages:
        edge = {id(line) for line in _edges(lines)}
        here = []
        for line in lines:
            if id(line) in edge and (form := _form(line)) in often:
                running.setdefault(form, line)
            else:
                here.append(line)
        if here:
            here[0].top = here[0].gap = True
        kept.extend(here)
    return Paper(kept, list(running.values()))


def _edges(lines: list[Line]) -> list[Line]:
    return lines if len(lines) <= 2 * _EDGE else [*lines[:_EDGE], *lines[-_EDGE:]]


def _form(line: Line) -> str:
    return re.sub(r"\d+", "#", " ".join(line.text.split()))


def _lines(number: int, text: str, spans: Sequence[FoundSpan], weak: frozenset[str]) -> list[Line]:
    lines: list[Line] = []
    offset, gap = 0, True
    for written in text.split("\n"):
        said = written.strip()
        if said:
            start = offset + written.index(said)
            lines.append(Line(number, start, start + len(said), said, gap))
            gap = False
        else:
            gap = True
        offset += len(written) + 1
    widest = max((len(line.text) for line in lines), default=0)
    for before, line in pairwise(lines):
        line.fresh = line.gap or bool(_ENDED.search(before.text)) or len(before.text) < _SHORT * widest
    named = [span for span in spans if span.label is Label.PERSON and span.person]
    people = [span for span in named if span.tier is Tier.PROPOSED or span.person in weak]
    at = 0
    for span in sorted(people, key=lambda s: s.start):
        while at < len(lines) and lines[at].end <= span.start:
            at += 1
        if at < len(lines) and span.end > lines[at].start:
            line = lines[at]
            start, end = max(span.start - line.start, 0), min(span.end, line.end) - line.start
            line.named.append((start, end, span.person))
    return lines
