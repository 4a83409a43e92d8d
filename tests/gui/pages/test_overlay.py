# SPDX-License-Identifier: AGPL-3.0-or-later
"""The words of a page are asked for again when pages were read, those of pages that were read before too."""

from __future__ import annotations

from typing import Any, cast

from redactor.domain.geometry import Box
from redactor.gui.casework.told.pages import PageKey, WordBoxes
from redactor.gui.client import CaseClient
from redactor.gui.pages.overlay import KEPT_WORDS, Overlay

PAGE: PageKey = ("sha", 1)


class Case:
    """The other end of the line."""

    def __init__(self) -> None:
        self.waiting: list[tuple[str, Any]] = []

    def ask(self, name: str, done: Any, failed: Any, key: PageKey) -> None:
        self.waiting.append((name, done))

    def answer(self, text: str) -> None:
        """Every question about words that waits."""
        box = (Box(0, 0, 10, 10),) if text else ()
        for name, done in self.waiting:
            if name == "words":
                done(WordBoxes(PAGE, text, (0,) * len(box), (len(text),) * len(box), box, (0,) * len(box)))
        self.waiting = []

    @property
    def asked(self) -> bool:
        return any(name == "words" for name, _ in self.waiting)


def _text(overlay: Overlay) -> str:
    words = overlay.words(PAGE)
    return words.text if words else ""


def test_a_page_read_again_shows_its_new_words() -> None:
    case = Case()
    overlay = Overlay(cast(CaseClient, case))
    overlay.want([PAGE])
    case.answer("as first read")
    overlay.want([PAGE])
    assert not case.asked, "known words are not asked for again"
    overlay.outdated()
    overlay.want([PAGE])
    assert not case.asked, "nor after a decision"
    overlay.outdated(words=True)
    overlay.want([PAGE])
    assert case.asked and _text(overlay) == "as first read", "what is shown stays until the new is there"
    case.answer("as read again")
    assert _text(overlay) == "as read again"
    overlay.want([PAGE])
    assert not case.asked


def test_an_answer_from_before_pages_were_read_does_not_stand_for_the_new_one() -> None:
    case = Case()
    overlay = Overlay(cast(CaseClient, case))
    overlay.want([PAGE])
    overlay.outdated(words=True)
    case.answer("as first read")
    overlay.want([PAGE])
    assert case.asked
    case.answer("as read again")
    assert _text(overlay) == "as read again"


def test_words_are_kept_of_the_pages_looked_at_last_and_asked_for_again_of_others() -> None:
    asked: list[tuple[PageKey, Any]] = []

    class Line:
        def ask(self, name: str, done: Any, failed: Any, key: PageKey) -> None:
            if name == "words":
                asked.append((key, done))

    overlay = Overlay(cast(CaseClient, Line()))
    pages = [("sha", number) for number in range(1, KEPT_WORDS + 3)]
    for page in pages:
        overlay.want([page])
        for key, done in asked:
            done(WordBoxes(key, "here", (), (), (), ()))
        asked.clear()
        if page == pages[KEPT_WORDS - 1]:
            # The first is read once more: it is the latest now.
            overlay.outdated(words=True)
            overlay.want(pages[:1])
            for key, done in asked:
                done(WordBoxes(key, "here again", (), (), (), ()))
            asked.clear()
    kept = [page for page in pages if overlay.words(page)]
    assert len(kept) == KEPT_WORDS and pages[0] in kept and pages[-1] in kept and pages[1] not in kept
    overlay.want([pages[1]])
    assert [key for key, _ in asked] == [pages[1]]
