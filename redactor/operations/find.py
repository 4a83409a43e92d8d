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
    """Every place on every page. Fuzzy also finds misspellings and OCR damage. Raises BadInput for no words."""
    if not any(c.isalnum() for c in text):
        raise BadInput("there are no words to look for")
    slips = slips_allowed(text) if fuzzy else 0
    pages = view.case.search_nearly(text, slips) if slips else view.case.search(text)
    order = {sha: number for number, sha in enumerate(view.documents)}
    for sha, page in sorted(pages, key=lambda key: order.get(key[0], 0)):
        content = view.case.page(sha, page)
        if content is None:
            continue
        for start, end in find_in(content, text, fuzzy=fuzzy):
            words = " ".join(content.text[start:end].split())
            yield Found(sha, page, words, content.boxes_between(start, end))
