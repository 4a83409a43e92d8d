# SPDX-License-Identifier: AGPL-3.0-or-later
"""Find words anywhere in the case."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from redactor.bundle.search import find_in
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
    """Every place on every page. Fuzzy also finds misspellings and OCR damage. Raises BadInput for no words."""
    if not any(c.isalnum() for c in text):
        raise BadInput("there are no words to look for")
    for sha, page in _pages(view, text, fuzzy):
        content = view.case.page(sha, page)
        if content is None:
            continue
        for start, end in find_in(content, text, fuzzy=fuzzy):
            words = " ".join(content.text[start:end].split())
            yield Found(sha, page, words, content.boxes_between(start, end))


def _pages(view: CaseView, text: str, fuzzy: bool) -> Iterator[tuple[str, int]]:
    """The pages worth reading, in the order of the release: by the index, or all of them for misspellings
    (OCR tears names apart, so no list of words can narrow those down)."""
    wanted = None if fuzzy else set(view.case.search(text))
    for key in view.page_keys:
        if wanted is None or key in wanted:
            yield key
