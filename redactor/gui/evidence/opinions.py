# SPDX-License-Identifier: AGPL-3.0-or-later
"""Classes of documents, and the ledger of opinions on serious harm: confirm many at once, ask, record what was said."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QInputDialog, QTabWidget, QVBoxLayout, QWidget

from redactor.domain.catalogue import appropriate, health_professionals
from redactor.domain.dates import british
from redactor.domain.saying import said_all
from redactor.gui.casework.told.case import Problem
from redactor.gui.casework.told.ledger import ClassRow, LedgerNow, LedgerRow
from redactor.gui.client import CaseClient
from redactor.gui.forms.base import Dialog
from redactor.gui.forms.facts import FactsDialog
from redactor.gui.look.parts import Choice, button, label, row
from redactor.gui.look.rows import Row, RowsView
from redactor.gui.wording import words
from redactor.gui.wording.dates import iso
from redactor.gui.wording.language import tr
from redactor.review.request.classes import NAMES
from redactor.review.request.clock import months_after
from redactor.review.request.opinions import FINDINGS


class OpinionsDialog(Dialog):
    """Stays open while classes are set and opinions recorded; every step is saved as it is taken."""

    changed = Signal()

    def __init__(self, client: CaseClient, now: LedgerNow, writable: bool, parent: QWidget | None = None) -> None:
        super().__init__("Health data: classes and opinions", parent, go="Close", width=760)
        self.back.hide()
        self._client = client
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.addTab(self._classes_page(), tr("Classes of documents"))
        self.tabs.addTab(self._ledger_page(), tr("Opinions on serious harm"))
        self.body.addWidget(self.tabs, 1)
        for widget in (self.confirm_button, self.set_button, self.ask_button, self.record_button):
            widget.setEnabled(writable)
        self.show_now(now)

    def _classes_page(self) -> QWidget:
        self.classes = RowsView(tr("Documents and their classes"), several=True)
        self.classes.setMinimumHeight(250)
        self.kind = Choice("Class for the chosen documents")
        for code, text in NAMES.items():
            self.kind.add(text, code)
        self.set_button = button("Set for the chosen", self._set)
        self.confirm_button = button("Confirm all as shown", self._confirm, main=True)
        for made in (self.set_button, self.confirm_button):
            made.setAutoDefault(False)
        page = QWidget()
        column = QVBoxLayout(page)
        column.addWidget(
            label(
                "Each document has one class: health comes before education, education before social work. They are "
                "proposed from the name and the first pages; put right what is wrong, then confirm them all at once.",
                "faint",
                wrap=True,
            )
        )
        column.addWidget(self.classes, 1)
        column.addLayout(row(self.kind, self.set_button, 0, self.confirm_button))
        return page

    def _ledger_page(self) -> QWidget:
        self.ledger = RowsView(tr("Opinions, questions and what is lacking"), several=True)
        self.ledger.setMinimumHeight(250)
        self.ask_button = button("Write an extract for a clinician…", self._ask)
        self.record_button = button("Record an opinion…", self._record, main=True)
        for made in (self.ask_button, self.record_button):
            made.setAutoDefault(False)
        page = QWidget()
        column = QVBoxLayout(page)
        column.addWidget(
            label(
                "Health data goes out only with an opinion that the serious harm test is not met, and is held back for "
                "harm only with one that it is; each given at most six months before the bundle leaves. Choose what an "
                "opinion is about, then record it.",
                "faint",
                wrap=True,
            )
        )
        column.addWidget(self.ledger, 1)
        column.addLayout(row(self.ask_button, 0, self.record_button))
        return page

    def show_now(self, now: LedgerNow) -> None:
        self._now = now
        self.classes.set_rows(
            [
                Row(
                    entry.name,
                    tr("Confirmed") if entry.confirmed else tr("Proposed, for: {why}", why=entry.why),
                    NAMES[entry.kind],
                    "good" if entry.confirmed else "warn",
                    key=entry,
                )
                for entry in now.classes
            ]
        )
        open_ = sum(not entry.confirmed for entry in now.classes)
        self.confirm_button.setText(
            tr("Confirm all as shown ({open})", open=open_) if open_ else tr("All are confirmed")
        )
        self.confirm_button.setEnabled(bool(open_) and self.set_button.isEnabled())
        rows: list[Row] = []
        for kind, title in (
            ("lacking", tr("Lacking")),
            ("passage", tr("Passages of another class")),
            ("question", tr("Asked")),
            ("opinion", tr("Opinions")),
        ):
            entries = [entry for entry in now.ledger if entry.kind == kind]
            if entries:
                rows.append(Row(title, badge=str(len(entries)), heading=True))
                rows += [Row(e.title, e.detail, e.badge, e.tone, key=e) for e in entries]
        self.ledger.set_rows(rows)
        lacking = sum(entry.kind == "lacking" for entry in now.ledger)
        self.tabs.setTabText(
            1,
            tr("Opinions on serious harm ({lacking} lacking)", lacking=lacking)
            if lacking
            else tr("Opinions on serious harm"),
        )

    def begin_at(self, place: tuple[str, int] | None) -> None:
        """Open where something is to be done: at the opinions that this page lacks; else at the classes while one is
        not confirmed, then at whatever opinion is lacking."""
        lacking = [entry for entry in self._now.ledger if entry.kind == "lacking"]
        here = [entry.id for entry in lacking if entry.place == place]
        if here or (lacking and all(entry.confirmed for entry in self._now.classes)):
            self.tabs.setCurrentIndex(1)
            self.ledger.select_keys(here or {lacking[0].id})
            self.ledger.setFocus()

    # -- what is done --------------------------------------------------------------------------------------

    def _again(self, _: object = None) -> None:
        self.error.hide()
        self.changed.emit()
        self._client.ask("opinions_now", self.show_now, self.refused)

    def _set(self) -> None:
        chosen: list[ClassRow] = self.classes.chosen()
        if chosen:
            kind = str(self.kind.currentData())
            self._client.ask("classes", self._again, self.refused, classes={entry.id: kind for entry in chosen})

    def _confirm(self) -> None:
        classes = {entry.id: entry.kind for entry in self._now.classes if not entry.confirmed}
        if classes:
            self._client.ask("classes", self._again, self.refused, classes=classes)

    def _ask(self) -> None:
        whom, given = QInputDialog.getText(
            self, tr("Extract for a clinician"), tr("To whom does it go (name and post)?")
        )
        if not given or not whom.strip():
            return
        path, _ = QFileDialog.getSaveFileName(self, tr("Extract"), "extract.pdf", tr("PDF (*.pdf);;Text (*.txt)"))
        if path:
            self._client.ask("ask_opinion", self._again, self.refused, whom=whom.strip(), path=path)

    def _record(self) -> None:
        chosen: list[LedgerRow] = [e for e in self.ledger.chosen() if e.kind in ("question", "lacking")]
        about = [e for e in chosen if e.number or e.document]
        if not about:
            problem = Problem(
                "BadInput", tr("nothing is chosen that an opinion can be about"), "", tr("Choose questions above")
            )
            self.refused(problem)
            return
        dialog = RecordDialog(self._client, about, self)
        if dialog.exec():
            self._again()


QUESTIONS = said_all(
    {
        "finding": "What they found",
        "by": "Who gave the opinion (name and post)",
        "profession": "Their profession",
        "appropriate": "Why it is they who can say",
        "given": "When they gave it",
        "text": "What they said",
    }
)


class RecordDialog(FactsDialog):
    """What a health professional said about what was chosen."""

    def __init__(self, client: CaseClient, about: Sequence[LedgerRow], parent: QWidget | None = None) -> None:
        super().__init__("Record an opinion", "It is about", parent)
        self._client = client
        self._about = about
        values = {"given": datetime.date.today().isoformat()}
        choices = {
            "finding": {"not_met": FINDINGS["not_met"], "met": FINDINGS["met"]},
            "profession": health_professionals(),
            "appropriate": appropriate(),
        }
        parts = ((tr("The opinion"), tuple(QUESTIONS)),)
        self.fill(parts, QUESTIONS, values, choices, ("given",), ("text",))
        self.headline.setText(words.count(len(about), "thing"))
        self.told.setText("\n\n".join(f"{entry.title}\n{entry.detail}" for entry in about[:8]))

    def follow(self) -> None:
        given = iso(self.values()["given"])
        if given:
            until = months_after(datetime.date.fromisoformat(given), 6)
            self.hint.setText(tr("It counts for a bundle that leaves by {until}.", until=british(until)))
        else:
            self.hint.setText("")

    def try_accept(self) -> None:
        self.busy()
        self._client.ask(
            "opinion",
            lambda _: self.accept(),
            self.refused,
            facts=self.values(),
            numbers=[entry.number for entry in self._about if entry.number],
            documents=[entry.document for entry in self._about if entry.document and not entry.number],
        )
