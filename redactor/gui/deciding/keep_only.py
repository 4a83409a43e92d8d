# SPDX-License-Identifier: AGPL-3.0-or-later
"""Keep what is selected, or what names these people, and hide the rest of the page: from the desk to the decision."""

from __future__ import annotations

from dataclasses import replace

from redactor.gui.casework.told.kept import Kept, RestEffect
from redactor.gui.deciding.decisions import Decisions
from redactor.gui.deciding.rest import RestDialog, effect_words
from redactor.gui.surface.surface import Surface
from redactor.gui.wording import words
from redactor.gui.wording.language import tr


class KeepOnly:
    def __init__(self, desk: Surface, decisions: Decisions) -> None:
        self._desk = desk
        self._decisions = decisions

    def keep_only(self) -> None:
        """K: the selection (or the chosen mention) stays, the rest of its page is hidden. On a page whose rest is
        hidden already the selection stays too."""
        desk = self._desk
        selected = self._decisions.selection()
        if selected is None:
            desk.notice.hint(tr("Select the words, or draw a box, that may be seen, and press K again."))
            return
        if not self._decisions.in_view():
            return
        document, page = selected.key
        box = None if selected.span else selected.boxes[0]
        kept = Kept(document, page, page, span=selected.span, box=box, text=selected.text)

        def answered(already: bool) -> None:
            if already:
                # The reason is on record: what is kept grows by this.
                self._add(kept)
            else:
                self._ask(kept)

        desk.client.ask("kept_on", answered, key=selected.key)

    def keep_people(self) -> None:
        """Shift+K: pages of the document in view keep the lines that name the people chosen."""
        desk = self._desk
        key = desk.pages.current
        if key is None or desk.case is None:
            return
        document = next(d for d in desk.case.documents if d.sha256 == key[0] and d.holds(key[1]))
        dialog = RestDialog(desk.client, document, key[1], desk)
        if dialog.exec():
            self._ask(dialog.kept)

    def _ask(self, kept: Kept) -> None:
        desk = self._desk

        def effect(found: RestEffect) -> None:
            name = desk.names.get(kept.document, "")
            pages = words.pages(kept.first, kept.last)
            about = tr("{pages} of {name}: {effect}", pages=pages, name=name, effect=effect_words(found))

            def saved(reason: str, fields: dict[str, str]) -> None:
                self._decisions.decide("hide_rest", kept=kept, reason=reason, fields=fields)
                desk.pages.select(None)

            self._decisions.ask(tr("Keep this and hide the rest"), about, saved, reason="OOS")

        desk.client.ask("rest_effect", effect, desk.notice.problem, kept=kept)

    def _add(self, kept: Kept) -> None:
        desk = self._desk

        def grounds(found: tuple[str, dict[str, str]]) -> None:
            reason, fields = found
            self._decisions.decide("hide_rest", kept=replace(kept, also=True), reason=reason, fields=fields)
            desk.pages.select(None)

        desk.client.ask("rest_ground", grounds, key=(kept.document, kept.first))
