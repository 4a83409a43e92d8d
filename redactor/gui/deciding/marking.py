# SPDX-License-Identifier: AGPL-3.0-or-later
"""Decisions about a place on the page: redacted, left in, harm, another reason, moved, withheld with its page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from redactor.domain.geometry import Box
from redactor.gui.casework.told.pages import Mark, PageKey
from redactor.gui.deciding.decisions import Decisions
from redactor.gui.deciding.pagerange import PageRangeDialog
from redactor.gui.pages.selection import Selection
from redactor.gui.surface.surface import Surface
from redactor.gui.wording import words
from redactor.gui.wording.language import tr


class Marking:
    def __init__(self, desk: Surface, decisions: Decisions) -> None:
        self._desk = desk
        self._decisions = decisions

    def redact(self) -> None:
        """R: the selection, or the chosen mentions."""
        selected = self._desk.pages.selection
        if selected is not None:
            self._redact_selection(selected, "TP", {})
        else:
            self._occurrences(self._decisions.targets(), "redact")

    def leave(self) -> None:
        self._occurrences(self._decisions.targets(), "disclose")

    def _occurrences(self, marks: Sequence[Mark], outcome: str) -> None:
        if marks:
            self._desk.card.hide()
            self._decisions.decide("decide_mentions", mentions=[mark.id for mark in marks], outcome=outcome)

    def _redact_selection(self, selected: Selection, reason: str, fields: dict[str, str]) -> None:
        self._decisions.decide("redact", key=selected.key, reason=reason, fields=fields, **_place(selected))
        self._desk.pages.select(None)

    def harm(self) -> None:
        """H: the reason's form for the selection, harm reasons first."""
        selected = self._decisions.selection()
        if selected is None:
            self._desk.notice.tell(tr("Select the words, or draw a box, and press H again."))
            return

        def saved(reason: str, fields: dict[str, str]) -> None:
            self._decisions.decide("mark_harm", key=selected.key, reason=reason, fields=fields, **_place(selected))
            self._desk.pages.select(None)

        self._decisions.ask(
            tr("Hold back this passage: harm"), _about(selected, self._desk.names), saved, harm_first=True
        )

    def other_reason(self) -> None:
        """Shift+R: any reason for the selection, or for the chosen mention."""
        selected, marks = self._desk.pages.selection, self._decisions.targets()
        if selected is not None:
            about = _about(selected, self._desk.names)
            self._decisions.ask(tr("Redact for a reason"), about, lambda r, f: self._redact_selection(selected, r, f))
        elif marks:
            ids = [mark.id for mark in marks]
            self._decisions.ask(
                tr("Redact for a reason"),
                f"“{words.short(marks[0].text)}”"
                + (" " + tr("and {number} more", number=len(marks) - 1) if len(marks) > 1 else ""),
                lambda r, f: self._decisions.decide(
                    "decide_mentions", mentions=ids, outcome="redact", reason=r, fields=f
                ),
            )

    def reshape(self, key: PageKey, mark: Mark, boxes: tuple[Box, ...]) -> None:
        """A box that was marked by hand was moved, resized or split; its card would stand in the way."""
        self._desk.card.hide()
        self._decisions.decide("reshape", key=key, event=mark.event, was=mark.boxes, boxes=boxes)

    def by_lines(self) -> None:
        """S: the chosen box becomes one box a line."""
        if why := self._desk.pages.shaping.split():
            self._desk.notice.tell(why)

    def withhold_page(self) -> None:
        key = self._desk.pages.current
        if key is not None:
            self._withhold(key[0], key[1], key[1])

    def withhold_pages(self) -> None:
        desk = self._desk
        key = desk.pages.current
        if key is None or desk.case is None:
            return
        document = next(d for d in desk.case.documents if d.sha256 == key[0] and d.holds(key[1]))
        dialog = PageRangeDialog(document, key[1], desk)
        if dialog.exec():
            self._withhold(key[0], dialog.first.value(), dialog.last.value())

    def _withhold(self, document: str, first: int, last: int) -> None:
        name = self._desk.names.get(document, "")
        pages = words.pages(first, last)

        def saved(reason: str, fields: dict[str, str]) -> None:
            self._decisions.decide("withhold", document=document, first=first, last=last, reason=reason, fields=fields)

        self._decisions.ask(
            tr("Withhold {pages}", pages=pages.lower()),
            tr("{pages} of {name}. A slip sheet takes the place.", pages=pages, name=name),
            saved,
        )

    def marks_wanted(self, what: str, marks: Sequence[Mark]) -> None:
        """From the panel This page."""
        if what == "take_off":
            for event in dict.fromkeys(mark.event for mark in marks):
                self._decisions.decide("undo", event=event)
        else:
            self._occurrences(marks, "redact" if what == "redact" else "disclose")

    def words_everywhere(self, text: str) -> None:
        self._decisions.ask(
            tr("Redact these words everywhere"),
            tr(
                "“{text}”, wherever they stand in the case; also in form fields, comments and bookmarks.",
                text=words.short(text),
            ),
            lambda r, f: self._decisions.decide("redact_everywhere", text=text, reason=r, fields=f),
            fields={"who": text},
        )


def _place(selected: Selection) -> dict[str, Any]:
    if selected.span is not None:
        return {"span": selected.span}
    return {"box": selected.boxes[0]}


def _about(selected: Selection, names: dict[str, str]) -> str:
    what = f"“{words.short(selected.text, 120)}”" if selected.text else tr("The drawn box")
    return tr("{what}\nPage {key} of {name}", what=what, key=selected.key[1], name=names.get(selected.key[0], ""))
