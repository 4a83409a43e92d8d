# SPDX-License-Identifier: AGPL-3.0-or-later
"""The front of a case file that keeps what was read from pages, and finds words in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from redactor.casefile import nearly, pages, search
from redactor.casefile.driver import Database
from redactor.casefile.pages import Packed, PageState
from redactor.casefile.session import Session
from redactor.domain.pages import PageContent

#: Pages read in one go; of chosen pages, more: they are few.
_PAGES_AT_ONCE, _CHOSEN_AT_ONCE = 32, 128


class CasePages:
    """What a case file does with pages."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._vocabulary: tuple[tuple[int, int], tuple[tuple[str, int], ...]] | None = None
        self._near: tuple[object, nearly.Vocabulary] | None = None
        self._pages_written = 0

    def put_pages(self, sha256: str, contents: Sequence[PageContent]) -> None:
        """Write or replace pages, and index their words. Raises BadInput when the document has no such page."""
        self.put_packed(sha256, [pages.packed(content) for content in contents])

    def put_packed(self, sha256: str, packed: Sequence[Packed]) -> None:
        """As :meth:`put_pages`, for pages that were packed where they were read."""
        self._session.write(lambda db: pages.put(db, sha256, packed))
        self._pages_written += 1

    def page(self, sha256: str, page: int) -> PageContent | None:
        """One page as it was put, or None when it has not been read."""
        row = self._session.run(lambda db: pages.get(db, sha256, page))
        return pages.unpacked(row) if row else None

    def pages(self, sha256: str, numbers: Sequence[int] | None = None) -> Iterator[PageContent]:
        """The pages of a document that have been read, in order; of ``numbers`` only, when they are given."""
        if numbers is not None:
            for start in range(0, len(numbers), _CHOSEN_AT_ONCE):
                yield from map(pages.unpacked, self._these(sha256, numbers[start : start + _CHOSEN_AT_ONCE]))
            return
        after = 0
        while rows := self._some(sha256, after):
            for row in rows:
                yield pages.unpacked(row)
            after = rows[-1][0]

    def _these(self, sha256: str, numbers: Sequence[int]) -> list[tuple[Any, ...]]:
        return self._session.run(lambda db: pages.these(db, sha256, numbers))

    def _some(self, sha256: str, after: int) -> list[tuple[Any, ...]]:
        return self._session.run(lambda db: pages.some(db, sha256, after, _PAGES_AT_ONCE))

    def page_states(self) -> list[PageState]:
        """Every page of every document, in order; PENDING where it has not been read."""
        return self._session.run(pages.states)

    def content_digest(self, sha256: str) -> str:
        """SHA-256 (hex) of everything read from a document and of its derived parts, as kept now."""
        return self._session.run(lambda db: pages.digest(db, sha256))

    def search(self, text: str, limit: int | None = None) -> list[tuple[str, int]]:
        """(document, page) of the pages that may hold ``text``, in the case's order.

        Looks at whole words and their order only: case, accents, line ends and punctuation do not matter. Form
        fields, annotations and hidden text of a page count too. It names every page that holds the text, and may
        name one that does not: look at the page's own text. A text without a letter or digit is on no page.
        """
        return self._session.run(lambda db: search.pages(db, search.query_for(text), limit))

    def vocabulary(self) -> tuple[tuple[str, int], ...]:
        """Every different word of the pages (folded, see :mod:`~redactor.casefile.terms`), with its number of pages.

        Kept in memory until pages change. For misspellings: compare with these, then :meth:`pages_with`.
        """
        return self._session.run(self._words)

    def pages_with(self, words: Iterable[str], limit: int | None = None) -> list[tuple[str, int]]:
        """(document, page) of the pages that hold any of these words of the :meth:`vocabulary`."""
        queries = search.query_for_any(words)
        return self._session.run(lambda db: search.pages(db, queries, limit))

    def search_nearly(self, text: str, slips: int) -> list[tuple[str, int]]:
        """As :meth:`search`, for pages that may hold ``text`` with up to ``slips`` letters wrong, its words torn
        apart or run together."""
        exact = search.query_for(text)

        def work(db: Database) -> list[tuple[str, int]]:
            terms = self._words(db)
            if self._near is None or self._near[0] is not terms:
                self._near = (terms, nearly.Vocabulary([term for term, _ in terms]))
            return search.pages(db, exact + nearly.near_queries(self._near[1], text, slips), None)

        return self._session.run(work)

    def _words(self, db: Database) -> tuple[tuple[str, int], ...]:
        # The second number changes when another process has written.
        state = (self._pages_written, db.execute("PRAGMA data_version").fetchone()[0])
        if self._vocabulary is None or self._vocabulary[0] != state:
            self._vocabulary = (state, tuple(search.vocabulary(db)))
        return self._vocabulary[1]
