# SPDX-License-Identifier: AGPL-3.0-or-later
"""Copies in the record: which pages and passages stand twice, and which document is a later version of another."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from redactor.bundle.duplicates import Alignment, from_json
from redactor.domain.geometry import Box
from redactor.domain.pages import Document
from redactor.operations.copies.copies import copies_of
from redactor.operations.copies.pagecopy import ComparedPage, compared_page
from redactor.operations.view import CaseView
from redactor.review.decisions.decided import PageKey

#: Two pages that share this much of the words of each are one page twice.
SAME_PAGE = 0.8

Edge = tuple[PageKey, bool, Alignment]


@dataclass(frozen=True, slots=True)
class Copy:
    """Two places of the record that share text. ``same`` when they are one page twice; ``similarity`` is the smaller
    of the two shares, else the share of the page that has more of it in common. ``text`` is how it begins."""

    pages: tuple[PageKey, PageKey]
    same: bool
    similarity: float
    words: int
    text: str
    boxes: tuple[tuple[Box, ...], tuple[Box, ...]]


def edges_of(view: CaseView) -> dict[PageKey, list[Edge]]:
    """For every page the pages that share text with it; kept until the next analysis."""
    revision = view.case.get("findings_revision", 0)
    kept: tuple[int, dict[PageKey, list[Edge]]] | None = view.__dict__.get("_copy_edges")
    if kept is None or kept[0] != revision:
        found = copies_of(view.case)
        edges = {key: [(other, back, from_json(row)) for other, back, row in rows] for key, rows in found.items()}
        kept = (revision, edges)
        view.__dict__["_copy_edges"] = kept
    return kept[1]


def copies(view: CaseView) -> list[Copy]:
    """Every two places that share text, the most alike first."""
    found: list[Copy] = []
    order = {key: n for n, key in enumerate(view.page_keys)}
    pages: dict[PageKey, ComparedPage] = {}
    for key, edges in edges_of(view).items():
        for other, back, alignment in edges:
            if back or key not in order or other not in order:
                continue
            first, second = (compared_page(view, one, pages) for one in (key, other))
            if first is None or second is None:
                continue
            same = min(alignment.shared) >= SAME_PAGE
            numbers = [n for a, la, _, _ in alignment.runs for n in range(a, a + la) if a + la <= len(first.spans)]
            others = [n for _, _, b, lb in alignment.runs for n in range(b, b + lb) if b + lb <= len(second.spans)]
            if not numbers or not others:
                continue
            similarity = min(alignment.shared) if same else max(alignment.shared)
            found.append(
                Copy(
                    (key, other),
                    same,
                    similarity,
                    alignment.words,
                    first.text(numbers[:12]),
                    (first.boxes(numbers), second.boxes(sorted(others))),
                )
            )
    return sorted(found, key=lambda copy: (not copy.same, -copy.similarity, order[copy.pages[0]]))


def same_pages(view: CaseView) -> list[list[PageKey]]:
    """Groups of pages that are one page several times, each in the order of the case."""
    root: dict[PageKey, PageKey] = {}

    def find(key: PageKey) -> PageKey:
        while root.setdefault(key, key) != key:
            root[key] = root[root[key]]
            key = root[key]
        return key

    for key, edges in edges_of(view).items():
        for other, _, alignment in edges:
            if min(alignment.shared) >= SAME_PAGE:
                root[find(other)] = find(key)
    groups: dict[PageKey, list[PageKey]] = defaultdict(list)
    for key in view.page_keys:
        if key in root:
            groups[find(key)].append(key)
    return [group for group in groups.values() if len(group) > 1]


def copy_of(view: CaseView, document: Document, first: int, last: int) -> tuple[Document, int] | None:
    """Where else all of these pages stand, page for page, and are released; None when nowhere."""
    keeps = view.state.arrangement.keeps

    def elsewhere(page: int) -> set[PageKey]:
        return {
            (other[0], other[1] - (page - first))
            for other, _, alignment in edges_of(view).get((document.sha256, page), ())
            if min(alignment.shared) >= SAME_PAGE
            and keeps(*other)
            and not (other[0] == document.sha256 and first <= other[1] <= last)
        }

    common = elsewhere(first)
    for page in range(first + 1, last + 1):
        common &= elsewhere(page)
    order = {key: n for n, key in enumerate(view.page_keys)}
    best = min(common, key=lambda key: order.get(key, 0), default=None)
    return (view.documents[best[0]], best[1]) if best else None


def edges_at(view: CaseView, document: Document, page: int) -> list[Edge]:
    return edges_of(view).get((document.sha256, page), [])


def earlier_version(view: CaseView, document: Document) -> Document | None:
    """The document that this one looks like a later version of: the same file name, and mostly the same text."""
    stem = _stem(document.name)
    shared: dict[str, int] = defaultdict(int)
    for page in range(1, document.pages + 1):
        for sha in {other[0] for other, _, al in edges_at(view, document, page) if min(al.shared) >= SAME_PAGE}:
            shared[sha] += 1
    order = list(view.documents)
    for sha, pages in sorted(shared.items(), key=lambda item: -item[1]):
        other = view.documents.get(sha)
        if other is None or sha == document.sha256 or order.index(sha) > order.index(document.sha256):
            continue
        alike = _stem(other.name) == stem
        if alike and 2 * pages >= min(document.pages, other.pages) and view.state.arrangement.keeps(sha, 1):
            return other
    return None


def _stem(name: str) -> str:
    """A file's name without folder, ending and what marks a version: "report v2 (1) FINAL.pdf" is "report"."""
    stem = name.rsplit("/", 1)[-1].rsplit(".", 1)[0].casefold()
    words = "".join(c if c.isalnum() else " " for c in stem).split()
    marks = {"final", "copy", "new", "amended", "corrected", "revised", "rescan", "rescanned", "updated", "draft"}
    kept = [w for w in words if w not in marks and not (w.startswith("v") and w[1:].isdigit())]
    while len(kept) > 1 and kept[-1].isdigit() and len(kept[-1]) == 1:
        kept.pop()
    return " ".join(kept)
