# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the verification of a release starts from: it follows from the plan and the sources, and is the same however
often the pages are burned and checked again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from itertools import pairwise

from redactor.domain.pages import PageContent
from redactor.domain.plan import Plan
from redactor.release.facts import ReleaseFacts
from redactor.release.material import Material, PageOf
from redactor.release.verify.expect import Gone, expected_cover, gone_from, words_of
from redactor.release.verify.terms import secret_terms


@dataclass(frozen=True, slots=True)
class Premises:
    """``gone`` is what the boxes of each page take; ``terms`` may stand nowhere in the release. ``proved`` come to be
    the prints of pages, by their number in the release, that a check found right: pages that still have them are not
    compared again."""

    gone: dict[PageOf, Gone]
    terms: tuple[str, ...]
    proved: dict[int, bytes] = field(default_factory=dict)

    @classmethod
    def of(cls, given: Material) -> Premises:
        gone: dict[PageOf, Gone] = {}
        surviving = _surviving(given.plan, given.content, given.facts, gone)
        return cls(gone, secret_terms(given.plan, surviving))


def _surviving(
    plan: Plan, content: Callable[[str, int], PageContent], facts: ReleaseFacts, gone: dict[PageOf, Gone]
) -> frozenset[str]:
    """Every word that legitimately stays readable, in lower case: the pages' own, and those of our sentences. What
    each page's boxes take is put into ``gone``."""
    words: set[str] = set()
    for page in plan.pages:
        if page.withheld is None:
            boxes = tuple(box for redaction in page.redactions for box in redaction.boxes)
            read = content(page.document, page.page)
            own = gone[page.document, page.page] = gone_from(read, boxes)
            open_ = [word.text.lower() for word, taken in zip(read.words, own.words, strict=True) if not taken]
            words.update(open_)
            # Over a line's end: what stays readable of it was asked about before the plan was approved.
            words.update(one.rstrip("-\u2010") + two for one, two in pairwise(open_) if one.endswith(("-", "\u2010")))
    for said in plan.statements:
        words.update(word.lower() for word in f"{said.by} {said.text}".split())  # the person's own words
    # What every spreadsheet says of itself.
    words.update(("microsoft", "excel", "worksheets", "named", "ranges", "print_titles", "false"))
    words.update(("12.0000", "2000-01-01t00:00:00z"))
    # Titles are a person's words: one that holds what is held back elsewhere must be noticed, not excuse itself.
    ours = expected_cover(replace(plan, parts=()), [], facts, 0, 1, 1).shown | words_of(
        [facts.subject, facts.reference]
    )
    return frozenset(words | {word.lower() for word in ours})
