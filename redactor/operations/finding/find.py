# SPDX-License-Identifier: AGPL-3.0-or-later
"""Find words anywhere in the case."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from redactor.bundle.words.patterns import find_pattern, pattern_of, words_for
from redactor.bundle.words.search import find_in, slips_allowed
from redactor.detect.language.tornwords import two_words
from redactor.domain.errors import BadInput
from redactor.domain.geometry import Box
from redactor.operations.view import CaseView


class How(StrEnum):
    """As it is written; misspellings and OCR damage too; a pattern with ``#``, ``?`` and ``*``."""

    WORDS = "words"
    FUZZY = "fuzzy"
    PATTERN = "pattern"


@dataclass(frozen=True, slots=True)
class Found:
    """One place the words stand; ``page`` from 1, boxes in points as displayed, ``span`` offsets in the page's text.
    ``before`` and ``after``: the words about it; ``apart``: two everyday words over a line's end rather than one that
    was torn there ("as" and "her" for Asher)."""

    document: str
    page: int
    text: str
    boxes: tuple[Box, ...]
    span: tuple[int, int] = (0, 0)
    before: str = ""
    after: str = ""
    apart: bool = False


#: Letters of context on either side.
ABOUT = 48


def find(view: CaseView, text: str, *, fuzzy: bool = False, how: How | None = None) -> Iterator[Found]:
    """Every place on every page, in the order of the release; raises BadInput for no words.

    Fuzzy also finds misspellings and OCR damage: after all pages that hold the words as they are spelt. What is torn
    apart by a hyphen at a line's end is found by words, not by a pattern. What is two words rather comes last.
    """
    how = how or (How.FUZZY if fuzzy else How.WORDS)
    if not any(c.isalnum() or (how is How.PATTERN and c == "#") for c in text):
        raise BadInput("there are no words to look for")
    order = {sha: number for number, sha in enumerate(view.documents)}
    if how is How.PATTERN:
        pattern_of(text)
        pages = _pattern_pages(view, text, order)
    else:
        pages = _pages(view, text, slips_allowed(text) if how is How.FUZZY else 0, order)
    apart: list[Found] = []
    for sha, page in pages:
        content = view.case.page(sha, page)
        if content is None:
            continue
        spans = (
            find_pattern(content.text, text) if how is How.PATTERN else find_in(content, text, fuzzy=how is How.FUZZY)
        )
        for start, end in spans:
            words = " ".join(content.text[start:end].split())
            before, after = about(content.text, start, end)
            place = (sha, page, words, content.boxes_between(start, end), (start, end), before, after)
            if how is not How.PATTERN and two_words(content.text, start, end, text):
                apart.append(Found(*place, apart=True))
            else:
                yield Found(*place)
    yield from apart


def about(text: str, start: int, end: int) -> tuple[str, str]:
    """The words before and after, whole words only."""
    before = text[max(start - ABOUT, 0) : start]
    after = text[end : end + ABOUT]
    if start > ABOUT:
        before = before[before.find(" ") + 1 :] if " " in before else ""
    if end + ABOUT < len(text):
        after = after[: after.rfind(" ") + 1]
    return " ".join(before.split()), " ".join(after.split())


def _pattern_pages(view: CaseView, text: str, order: dict[str, int]) -> Iterator[tuple[str, int]]:
    words = words_for(text, view.case.vocabulary())
    keys = view.page_keys if words is None else view.case.pages_with(words) if words else []
    yield from sorted(keys, key=lambda key: order.get(key[0], 0))


def _pages(view: CaseView, text: str, slips: int, order: dict[str, int]) -> Iterator[tuple[str, int]]:
    exact = sorted(view.case.search(text), key=lambda key: order.get(key[0], 0))
    yield from exact
    if slips:
        known = set(exact)
        near = sorted(view.case.search_nearly(text, slips), key=lambda key: order.get(key[0], 0))
        yield from (key for key in near if key not in known)
