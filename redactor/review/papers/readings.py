# SPDX-License-Identifier: AGPL-3.0-or-later
"""In which languages scans are read: chosen by a person for a document or some of its pages. Pure.

How a scan is read is not what is redacted; but what is read anew is searched anew, so the choice is a decision like
others: on record, undone like them, and an approval does not survive it.
"""

from __future__ import annotations

from redactor.domain.journal import Event
from redactor.domain.saying import say

#: Tesseract's names of the languages a scan can be read in, by what people call them; "" is the usual reading.
LANGUAGES = {"usual": "", "welsh": "cym+eng"}


class Readings:
    """What was chosen: for pages, and for documents as a whole. The last word counts."""

    def __init__(self) -> None:
        self._pages: dict[tuple[str, int], str] = {}
        self._documents: dict[str, str] = {}

    def apply(self, event: Event) -> None:
        """Take one event into account."""
        document, languages = str(event.payload["document"]), str(event.payload["languages"])
        pages = [int(page) for page in event.payload["pages"]]
        if not pages:
            self._documents[document] = languages
            self._pages = {key: value for key, value in self._pages.items() if key[0] != document}
        for page in pages:
            self._pages[document, page] = languages

    def of(self, document: str, page: int) -> str:
        """The languages this page is to be read in ("cym+eng"); "" for the usual reading."""
        return self._pages.get((document, page), self._documents.get(document, ""))

    @property
    def any(self) -> bool:
        """Whether anything was ever chosen."""
        return bool(self._pages or self._documents)

    @property
    def all(self) -> tuple[tuple[str, int, str], ...]:
        """Every choice that holds, as (document, page or 0 for all, languages)."""
        whole = ((document, 0, languages) for document, languages in self._documents.items())
        return (*whole, *((*key, languages) for key, languages in self._pages.items()))


def language_name(languages: str) -> str:
    """As people call it."""
    return say("Welsh and English" if languages else "the usual way")
