# SPDX-License-Identifier: AGPL-3.0-or-later
"""Which boxes will show how wide is what they hide, known before anybody approves: from the pages as they will look."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from redactor.domain.plan import Redaction
from redactor.operations.checking.sights import looks, readings
from redactor.operations.view import CaseView
from redactor.release.fits import Fits, names_that_fit
from redactor.release.widths import Bands, Width, counted, told_in_words
from redactor.review.decisions.decided import PageKey

#: So many pages are told by name.
PAGES_NAMED = 4


@dataclass(frozen=True, slots=True)
class Showing:
    """A box whose width may show: ``box`` counts from 0 among the redaction's. ``fits`` says how many names would fit
    it, None when the page does not tell how wide its letters are."""

    redaction: Redaction
    box: int
    why: str
    fits: Fits | None


@dataclass(frozen=True, slots=True)
class Ahead:
    """What is known of the widths of the boxes: ``counts`` as in a release's report; ``unknown`` pages with boxes were
    not looked at yet."""

    showing: tuple[Showing, ...]
    counts: Mapping[str, int]
    unknown: int

    @property
    def pages(self) -> int:
        return len({(one.redaction.document, one.redaction.page) for one in self.showing})

    def sentence(self, where: str = "redactor widths lists them", named: str = "") -> str:
        """For whoever submits or approves; ``where`` says where the boxes are listed, ``named`` some of their pages.
        "" when there are no boxes."""
        told = told_in_words(dict(self.counts), where)
        if told and self.showing:
            told += f", on {'1 page' if self.pages == 1 else f'{self.pages} pages'}"
            told += f" ({named})" if named else ""
        if self.unknown:
            more = "1 page was" if self.unknown == 1 else f"{self.unknown} pages were"
            told = f"{told}{'; ' if told else ''}{more} not looked at yet"
        return told


def ahead(view: CaseView, *, fits: bool = False) -> Ahead:
    """What will become of the boxes' widths, of every page that was read as it will be released. ``fits`` also works
    out how many names would fit those that show."""
    known = readings(view)
    names = tuple(person.name for person in view.people.values()) if fits else ()
    showing: list[Showing] = []
    every: list[Width] = []
    for key in view.release_keys:
        reading = known.get(key)
        if reading is None:
            continue
        redactions = view.outcomes[key].plan.redactions
        for redaction, widths in zip(redactions, reading.widths, strict=True):
            every += widths
            for n, width in enumerate(widths):
                if width.kind == "shown":
                    fit = names_that_fit(width, redaction.text, names) if fits else None
                    showing.append(Showing(redaction, n, width.why, fit))
    return Ahead(tuple(showing), counted(every), len(looks(view)) - len(known))


def on_pages(view: CaseView, known: Ahead) -> str:
    """The first few pages with boxes that will show their width, by name."""
    keys = list(dict.fromkeys((one.redaction.document, one.redaction.page) for one in known.showing))
    named = [f"{view.documents[sha].name}, page {page}" for sha, page in keys[:PAGES_NAMED]]
    more = len(keys) - len(named)
    return "; ".join([*named, *([f"and {more} more"] if more > 0 else [])])


def lines_left(view: CaseView) -> dict[PageKey, Bands]:
    """The lines that cannot be set again, of the pages that are known: an export need not find it out anew."""
    return {key: reading.left for key, reading in readings(view).items() if reading.left}
