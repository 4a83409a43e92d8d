# SPDX-License-Identifier: AGPL-3.0-or-later
"""Find words across the case: as written, spelt differently, or by a pattern; redact one place, some, or all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from redactor.domain.saying import said_all, say
from redactor.gui.casework.told.documents import DocumentRow
from redactor.gui.casework.told.pages import Hit
from redactor.gui.clipboard import keep_off
from redactor.gui.look.flow import Flow
from redactor.gui.look.parts import Choice, button, label, row, search_field
from redactor.gui.look.rows import Row, RowsView
from redactor.gui.wording import words
from redactor.gui.wording.language import tr

#: How to look, in the words of the case and of the screen.
HOW = said_all(
    {
        "words": "As it is written",
        "fuzzy": "Also spelt differently",
        "pattern": "A pattern",
    }
)
#: What of a place is hidden already: badge.
HIDDEN = said_all({"all": "Redacted", "some": "Partly redacted", "page": "Page withheld"})
HINT = say("# is a digit, ? a letter or digit, * the rest of a word: SAR-####, Dar?en, Kayl* Barnes")


class FindPanel(QWidget):
    """``asked`` (words, how), ``gone_to`` a hit, ``redact_wanted`` (words) everywhere, ``hits_wanted`` (words, hits)
    these places, ``keep_wanted`` (words, how, keep or forget), ``cleared``."""

    asked = Signal(str, str)
    gone_to = Signal(object)
    redact_wanted = Signal(str)
    hits_wanted = Signal(str, list)
    keep_wanted = Signal(str, str, bool)
    cleared = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names: dict[str, str] = {}
        self._searched = ""
        #: What was looked for was answered; there are more places than are listed.
        self._answered = self._more = False
        self._saved: list[tuple[str, str]] = []
        self._hits: list[Hit] = []
        self._hidden: dict[Hit, str] = {}
        #: Pages that cannot be searched yet: now, and when what is listed was looked for.
        self._unread = self._unread_then = 0
        self.field = search_field("Find words in the whole case")
        keep_off(self.field)
        self.field.returnPressed.connect(self._ask)
        self.field.textChanged.connect(lambda text: text or self._clear())
        self.how = Choice("How to look")
        for code, text in HOW.items():
            self.how.add(text, code)
        self.how.currentIndexChanged.connect(lambda _: self._how_changed())
        self.saved = button("Saved", tight=True, tip="Searches kept in the case, to run again")
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self._fill_menu)
        self.saved.setMenu(self._menu)
        self._hint = label(HINT, "faint", wrap=True)
        self._hint.hide()
        self._title = label("", "faint", wrap=True)
        self.list = RowsView(tr("Places found"), several=True)
        self.list.gone_to.connect(self.gone_to)
        self.list.taken.connect(self.gone_to)
        self.list.chosen_changed.connect(self._buttons)
        self.chosen_button = button("Redact this place…", self._redact_chosen, tight=True)
        self.all_button = button("Redact all…", self._redact_all, tight=True)
        self.redact_button = button(
            "Redact these words everywhere…",
            lambda: self.redact_wanted.emit(self._searched),
            tip="Also in form fields, comments and bookmarks",
        )
        self._writable = True
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 10, 8, 8)
        column.addLayout(row(self.field, button("Find", self._ask, tight=True)))
        line = row(self.how, self.saved, spacing=6)
        line.setStretch(0, 1)
        column.addLayout(line)
        column.addWidget(self._hint)
        column.addWidget(self._title)
        column.addWidget(self.list, 1)
        column.addLayout(Flow(self.chosen_button, self.all_button))
        column.addWidget(self.redact_button)
        self._buttons()

    def set_documents(self, documents: Sequence[DocumentRow]) -> None:
        self._names = {document.sha256: document.name for document in documents}

    def set_unread(self, pages: int) -> None:
        """So many pages are not read, or cannot be: what stands on them no search finds."""
        if pages != self._unread:
            self._unread = pages
            self._tell_found()

    def set_writable(self, writable: bool) -> None:
        self._writable = writable
        self._buttons()

    # -- looking -----------------------------------------------------------------------------------------

    def _ask(self) -> None:
        text = self.field.text().strip()
        if text:
            self._searched = text
            self._title.setText(tr("Looking…"))
            # What was found before is not what is looked for now: nobody is to redact all of it.
            self._forget()
            self.asked.emit(text, str(self.how.currentData()))

    def _how_changed(self) -> None:
        self._hint.setVisible(self.how.currentData() == "pattern")
        self._ask()

    def run(self, text: str, how: str) -> None:
        """Run a search, as if it had been typed."""
        self.how.blockSignals(True)
        self.how.setCurrentIndex(max(self.how.findData(how), 0))
        self.how.blockSignals(False)
        self._hint.setVisible(how == "pattern")
        self.field.setText(text)
        self._ask()

    def _clear(self) -> None:
        self._searched = ""
        self._title.setText("")
        self._forget()
        self.cleared.emit()

    def _forget(self) -> None:
        """Nothing is found now; what is still to be told of earlier places is of none any more."""
        self._answered = self._more = False
        self._hits, self._hidden = [], {}
        self.list.set_rows(())
        self._buttons()

    def refused(self, text: str) -> None:
        """What was asked for cannot be looked for."""
        self._title.setText(text)
        self._forget()

    def _tell_found(self) -> None:
        """What was found; and that there is more to come, where pages are not read yet or were read since."""
        if not self._answered:
            return
        hits = self._hits
        pages = len({(hit.document, hit.page) for hit in hits})
        if not hits:
            told = tr("“{searched}” is on none of the pages.", searched=self._searched)
        else:
            found = {"places": words.count(len(hits), "place"), "pages": words.count(pages, "page")}
            told = tr("More than {places} on {pages}", **found) if self._more else tr("{places} on {pages}", **found)
            if gone := len(hits) - len(self.open_hits):
                told += " · " + tr("{gone:,} hidden already", gone=gone)
        if self._unread:
            told += " · " + tr("not read, so not searched: {pages}", pages=words.count(self._unread, "page"))
        if self._unread < self._unread_then:
            told += " · " + tr("pages were read since: search again")
        self._title.setText(told)

    def show_hits(self, hits: Sequence[Hit], more: bool) -> None:
        if not self._answered:
            self._unread_then = self._unread
        if list(hits) != self._hits:
            self._hits, self._hidden = list(hits), {}
        self._answered, self._more = True, more
        self._tell_found()
        counts = Counter((hit.apart, hit.document) for hit in hits)
        rows: list[Row] = []
        last = (False, "")
        for hit in hits:
            if (hit.apart, hit.document) != last:
                last = (hit.apart, hit.document)
                name = self._names.get(hit.document, "")
                heading = tr("Perhaps two words: {name}", name=name) if hit.apart else name
                rows.append(Row(heading, badge=f"{counts[last]:,}", heading=True))
            context = f"{_tail(hit.before)}[{words.short(hit.text, 40)}] {hit.after}"
            about = tr("Page {page}: {context}", page=hit.page, context=context)
            hidden = self._hidden.get(hit, "")
            badge, tone = (tr(HIDDEN[hidden]), "warn" if hidden == "some" else "") if hidden else ("", "")
            rows.append(Row(words.short(hit.text), about, badge, tone, key=hit))
        self.list.set_rows(rows)
        self._buttons()

    def show_hidden(self, hits: Sequence[Hit], hidden: Sequence[str]) -> None:
        """What of these places is hidden as decided now; nothing where others were looked for meanwhile."""
        if list(hits) == self._hits:
            self._hidden = dict(zip(hits, hidden, strict=True))
            self.show_hits(self._hits, self._more)

    @property
    def open_hits(self) -> list[Hit]:
        """The places of which something is readable still, without those that are two words rather."""
        return [hit for hit in self._hits if not hit.apart and self._hidden.get(hit, "") not in ("all", "page")]

    @property
    def hits(self) -> list[Hit]:
        return [r.key for r in self.list.rows if r.key is not None]

    def step(self, way: int) -> None:
        """The next or previous place."""
        hits = self.hits
        if not hits:
            return
        chosen = self.list.chosen()
        at = next((n for n, hit in enumerate(hits) if chosen and hit is chosen[0]), -1 if way > 0 else 0)
        self.list.select_key(hits[(at + way) % len(hits)], quiet=False)

    # -- redacting ---------------------------------------------------------------------------------------

    def _buttons(self) -> None:
        hits, chosen = self.hits, self.list.chosen()
        shown = bool(hits) and self._writable
        self.chosen_button.setVisible(shown)
        self.chosen_button.setEnabled(bool(chosen))
        self.chosen_button.setText(
            tr("Redact these {number}…", number=len(chosen)) if len(chosen) > 1 else tr("Redact this place…")
        )
        # What is not listed nobody has seen: then there is no "all".
        open_ = len(self.open_hits)
        self.all_button.setVisible(shown and len(hits) > 1 and bool(open_) and not self._more)
        self.all_button.setText(
            tr("Redact all {number:,}…", number=open_)
            if open_ == len(hits)
            else tr("Redact the {number:,} still open…", number=open_)
        )
        self.redact_button.setVisible(shown and self.how.currentData() == "words")

    def _redact_chosen(self) -> None:
        if self.list.chosen():
            self.hits_wanted.emit(self._searched, self.list.chosen())

    def _redact_all(self) -> None:
        self.hits_wanted.emit(self._searched, self.open_hits)

    # -- saved searches ----------------------------------------------------------------------------------

    def set_saved(self, saved: list[tuple[str, str]]) -> None:
        """The searches kept in the case: what for, and how."""
        self._saved = saved

    def _fill_menu(self) -> None:
        menu = self._menu
        menu.clear()
        for text, how in self._saved:
            kind = "" if how == "words" else f" ({tr(HOW[how]).lower()})"
            menu.addAction(f"{words.short(text, 40)}{kind}", lambda text=text, how=how: self.run(text, how))
        if not self._saved:
            menu.addAction(tr("No search is saved yet")).setEnabled(False)
        menu.addSeparator()
        now = (self.field.text().strip(), str(self.how.currentData()))
        kept = now in self._saved
        name = words.short(now[0], 30)
        save = menu.addAction(
            tr("Forget “{name}”", name=name)
            if kept
            else tr("Save “{name}”", name=name)
            if name
            else tr("Save this search"),
            lambda: self.keep_wanted.emit(*now, not kept),
        )
        save.setEnabled(bool(now[0]) and self._writable)


def _tail(text: str) -> str:
    """The end of the words before a place: that is what stands beside it."""
    if not text:
        return ""
    return (text if len(text) <= 24 else "…" + text[-24:].partition(" ")[2]) + " "
