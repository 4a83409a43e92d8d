# SPDX-License-Identifier: AGPL-3.0-or-later
"""Marks and words of the pages in view: asked for as they come into view, kept, asked for again after a decision."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal

from redactor.gui.casework.told.pages import PageKey, PageMarks, WordBoxes
from redactor.gui.client import CaseClient

#: Pages whose marks are kept, and whose words are: those take up to half a megabyte each.
KEPT, KEPT_WORDS = 400, 60


class Overlay(QObject):
    """``changed`` names a page whose marks came in, ``read`` one whose words did."""

    changed = Signal(object)
    read = Signal(object)

    def __init__(self, client: CaseClient, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._client = client
        self._marks: dict[PageKey, PageMarks] = {}
        self._words: dict[PageKey, WordBoxes] = {}
        self._fresh: set[PageKey] = set()
        #: Pages whose words are as they were last read.
        self._read: set[PageKey] = set()
        self._asked: set[tuple[str, PageKey]] = set()
        self._epoch = 0

    def clear(self) -> None:
        self._epoch += 1
        for kept in (self._marks, self._words, self._fresh, self._read, self._asked):
            kept.clear()

    def outdated(self, words: bool = False) -> None:
        """Something was decided (or read: ``words``, for the first time or again): what is shown stays until the new
        is there."""
        self._epoch += 1
        self._fresh.clear()
        self._asked.clear()
        if words:
            self._read.clear()

    def marks(self, key: PageKey) -> PageMarks | None:
        return self._marks.get(key)

    def words(self, key: PageKey) -> WordBoxes | None:
        return self._words.get(key)

    def fresh(self, key: PageKey) -> bool:
        """True when the marks shown are those of the last decision."""
        return key in self._fresh

    def want(self, keys: Iterable[PageKey]) -> None:
        """These pages show now."""
        for key in keys:
            if key not in self._fresh:
                self._ask("marks", key)
            if key not in self._read:
                self._ask("words", key)

    def _ask(self, name: str, key: PageKey) -> None:
        if (name, key) in self._asked:
            return
        self._asked.add((name, key))
        epoch = self._epoch
        self._client.ask(
            name, lambda value: self._take(name, key, epoch, value), lambda problem: self._asked.discard((name, key)),
            key=key,
        )  # fmt: skip

    def _take(self, name: str, key: PageKey, epoch: int, value: PageMarks | WordBoxes) -> None:
        if epoch != self._epoch:
            if name == "words" and isinstance(value, WordBoxes) and value.boxes:
                self._words[key] = value
            return
        self._asked.discard((name, key))
        if isinstance(value, PageMarks):
            self._marks.pop(key, None)
            self._marks[key] = value
            self._fresh.add(key)
            while len(self._marks) > KEPT:
                old = next(iter(self._marks))
                self._marks.pop(old)
                self._fresh.discard(old)
            self.changed.emit(key)
        else:
            self._words.pop(key, None)  # the latest is kept the longest
            self._words[key] = value
            self._read.add(key)
            while len(self._words) > KEPT_WORDS:
                old = next(iter(self._words))
                self._words.pop(old)
                self._read.discard(old)
            self.read.emit(key)
