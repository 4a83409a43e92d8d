# SPDX-License-Identifier: AGPL-3.0-or-later
"""Find words anywhere in the case."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from redactor.bundle.search import find_in, slips_allowed
from redactor.domain.errors import BadInput
from redactor.domain.geometry import Box
from redactor.operations.view import CaseView


@dataclass(frozen=True, slots=True)
class Found:
    """One place the words stand; ``page`` from 1, boxes in points as displayed."""

    document: str
    page: int
    text: str
    boxes: tuple[Box, ...]


def find(view: CaseView, text: str, *, fuzzy: bool = False) -> Iterator[Found]:
    """Every place on every page, in the order of the release; raises BadInput for no words.

    Fuzzy also finds misspellings and OCR damage: after all pages that hold the words as they are spelt.
    """
    if not any(c.isalnum() for c in text):
        raise BadInput("there are no words to look for")
    slips = slips_allowed(text) if fuzzy else 0
    order = {sha: number for number, sha in enumerate(view.documents)}
    for sha, page in _pages(view, text, slips, order):
        content = view.case.page(sha, page)
        if content is None:
            continue
        for start, end in find_in(content, text, fuzzy=fuzzy):
            words = " ".join(content.text[start:end].split())
            yield Found(sha, page, words, content.boxes_between(start, end))


def _pages(view: CaseView, text: str, slips: int, order: dict[str, int]) -> Iterator[tuple[str, int]]:
    exact = sorted(view.case.search(text), key=lambda key: order.get(key[0], 0))
    yield from exact
    if slips:
        known = set(exact)
        near = sorted(view.case.search_nearly(text, slips), key=lambda key: order.get(key[0], 0))
        yield from (key for key in near if key not in known)
