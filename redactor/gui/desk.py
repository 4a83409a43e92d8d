# SPDX-License-Identifier: AGPL-3.0-or-later
"""The desk: documents on the left, the page in the middle, what is to be decided on the right."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QStackedWidget, QTabWidget, QVBoxLayout, QWidget

from redactor.gui.aftermath import Aftermath
from redactor.gui.arranging import Arranging
from redactor.gui.casework.messages import (
    Counted,
    Laid,
    Moved,
    PersonRow,
    Standing,
    Who,
)
from redactor.gui.casework_jobs import CaseWork
from redactor.gui.client import CaseClient
from redactor.gui.cues import CueWork
from redactor.gui.decisions import Decisions
from redactor.gui.evidence import EvidenceWork
from redactor.gui.finding import Finding
from redactor.gui.going import Going
from redactor.gui.keeping import Keeping
from redactor.gui.known import show_known
from redactor.gui.language import tr
from redactor.gui.pages.card import Card
from redactor.gui.pages.compare import Compare
from redactor.gui.panels.documents import DocumentsPanel
from redactor.gui.panels.empty import EmptyCase
from redactor.gui.panels.find import FindPanel
from redactor.gui.panels.passages import PassagesPanel
from redactor.gui.panels.people import PeoplePanel
from redactor.gui.panels.reason import ReasonForm
from redactor.gui.panels.review import ReviewPanel
from redactor.gui.panels.todo import TodoPanel
from redactor.gui.panels.work import WorkStrip
from redactor.gui.parts import Notice
from redactor.gui.reviewing import Reviewing
from redactor.gui.three_parts import ThreeParts


class Desk(QWidget):
    """``changed``: something that menus and the status line show has changed."""

    changed = Signal()

    def __init__(self, client: CaseClient, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.client = client
        self.case: Laid | None = None
        self.counted: Counted | None = None
        self.moved: Moved | None = None
        self.who: Who | None = None
        self.people: dict[str, PersonRow] = {}
        self.names: dict[str, str] = {}
        self._build()
        self.going = Going(self)
        self.finding = Finding(self)
        self.decisions = Decisions(self)
        self.keeping = Keeping(self)
        self.arranging = Arranging(self)
        self.cues = CueWork(self)
        self.work = CaseWork(self)
        self.evidence = EvidenceWork(self)
        self.reviewing = Reviewing(self)
        self.aftermath = Aftermath(self)
        self._connect()
        self.setAcceptDrops(True)

    def _build(self) -> None:
        self.notice = Notice()
        self.strip = WorkStrip()
        self.documents = DocumentsPanel()
        self.compare = Compare(self.client)
        self.pages = self.compare.source
        self.card = Card(self.pages.viewport())
        self.empty = EmptyCase()
        self.middle = QStackedWidget()
        self.middle.addWidget(self.empty)
        self.middle.addWidget(self.compare)
        self.todo, self.people_panel = TodoPanel(), PeoplePanel()
        self.passages, self.search = PassagesPanel(), FindPanel()
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.addTab(self.todo, tr("To do"))
        self.tabs.addTab(self.people_panel, tr("People"))
        self.tabs.addTab(self.passages, tr("This page"))
        self.tabs.addTab(self.search, tr("Find"))
        self.review = ReviewPanel()
        self.tabs.addTab(self.review, tr("Review"))
        for number in range(self.tabs.count()):
            # Where the panel is narrow their words are cut; resting the pointer tells them.
            self.tabs.setTabToolTip(number, self.tabs.tabText(number))
        self.tabs.tabBar().setAccessibleName(tr("Panels"))
        self.tabs.setUsesScrollButtons(False)
        self.tabs.setElideMode(Qt.TextElideMode.ElideRight)
        self.reason = ReasonForm()
        self.right = QStackedWidget()
        self.right.setObjectName("sidePanel")
        self.right.addWidget(self.tabs)
        self.right.addWidget(self.reason)
        self.documents.setMinimumWidth(170)
        self.right.setMinimumWidth(310)
        self.splitter = ThreeParts((self.documents, self.middle, self.right))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.notice)
        column.addWidget(self.strip)
        column.addWidget(self.splitter, 1)

    def _connect(self) -> None:
        client, pages = self.client, self.pages
        client.moved.connect(self._moved)
        client.laid.connect(self._laid)
        client.counted.connect(self._counted)
        client.failed.connect(self.notice.problem)
        pages.page_changed.connect(self.going.page_changed)
        pages.marks_changed.connect(self.going.marks_changed)
        pages.mark_chosen.connect(self.going.mark_chosen)
        pages.reshaped.connect(self.decisions.reshape)
        pages.selected.connect(self.going.selected)
        pages.verticalScrollBar().valueChanged.connect(lambda _: self.card.hide())
        pages.zoomed.connect(lambda _: self.changed.emit())
        self.compare.moded.connect(lambda _: self.changed.emit())
        self.documents.gone_to.connect(lambda key: pages.go_to(key))
        self.tabs.currentChanged.connect(self.finding.tab_changed)
        self.todo.gone_to.connect(self.going.go_to_item)
        self.todo.copy_wanted.connect(lambda item: self.pages.go_to(item.other) if item.other else None)
        self.todo.settled.connect(self.decisions.settle)
        self.todo.harm_wanted.connect(self.cues.hold_back_item)
        self.todo.complete.connect(self.decisions.complete)
        self.todo.undo_wanted.connect(lambda event: self.decisions.decide("undo", event=event))
        self.todo.accept_wanted.connect(self.decisions.accept)
        self.todo.analyse_wanted.connect(self.work.analyse)
        self.people_panel.decided.connect(lambda name, arguments: self.decisions.decide(name, **arguments))
        self.people_panel.gone_to.connect(self.going.go_to_person)
        self.people_panel.reason_wanted.connect(self.decisions.person_for_reason)
        self.people_panel.split_wanted.connect(self.decisions.split)
        self.people_panel.name_wanted.connect(self.decisions.add_name)
        self.people_panel.known_wanted.connect(lambda: show_known(self))
        self.people_panel.consent_wanted.connect(self.evidence.show_consent)
        self.passages.chosen.connect(self.going.passage_chosen)
        self.passages.wanted.connect(self.decisions.marks_wanted)
        self.search.asked.connect(self.finding.find)
        self.search.gone_to.connect(self.finding.go_to_hit)
        self.search.hits_wanted.connect(self.finding.redact_hits)
        self.search.keep_wanted.connect(self.finding.keep)
        self.search.cleared.connect(lambda: pages.show_hits(()))
        self.search.redact_wanted.connect(self.decisions.words_everywhere)
        self.card.wanted.connect(self.decisions.from_card)
        self.reason.saved.connect(self.decisions.reason_saved)
        self.reason.cancelled.connect(self.close_reason)
        self.empty.files_wanted.connect(self.work.choose_files)
        self.empty.folder_wanted.connect(self.work.choose_folder)
        self.strip.stopped.connect(self.work.stop)

    # -- the case ----------------------------------------------------------------------------------------

    def open(self, laid: Laid) -> None:
        """Show a case that was just opened."""
        self.clear()
        self._laid(laid)
        facts = laid.facts
        writable = not facts.read_only
        for panel in (self.todo, self.people_panel, self.passages, self.search, self.review):
            panel.set_writable(writable)
        self.empty.setEnabled(writable)
        self.pages.shaping.allowed = writable
        if facts.read_only:
            who = (
                tr("{holder} has it open", holder=facts.holder)
                if facts.holder
                else tr("the file may not be written to here")
            )
            self.notice.tell(
                tr("This case is open for reading only: {who}. You can look at everything and decide nothing.", who=who)
            )
        # What this case's own standing assessment says, to start from in the reason's form.
        self.finding.load_saved()
        self.client.ask("reasons", self.reason.set_reasons, lambda problem: None)
        self.client.ask("standing_fields", self.reason.set_usual, lambda problem: None, reason="TP")
        if laid.pages:
            self.pages.setFocus()

    def clear(self) -> None:
        """No case is open."""
        self.case = self.counted = self.moved = None
        self.people, self.names = {}, {}
        self.notice.hide()
        self.card.hide()
        self.compare.clear()
        self.documents.set_rows((), ())
        self.people_panel.show_people(())
        self.search.field.clear()
        self.right.setCurrentIndex(0)
        self.tabs.setCurrentIndex(0)

    @property
    def writable(self) -> bool:
        return self.case is not None and not self.case.facts.read_only

    @property
    def standing(self) -> Standing:
        return self.moved.standing if self.moved else Standing("working")

    def _laid(self, laid: Laid) -> None:
        read_before = self._read_pages(self.case)
        new_pages = self.case is None or self.case.pages != laid.pages
        self.case = laid
        self.names = {document.sha256: document.name for document in laid.documents}
        self.documents.set_rows(laid.documents, laid.pages)
        if new_pages:
            self.compare.set_pages(laid.pages, self.names)
            if self._read_pages(laid) != read_before:
                self.pages.overlay.outdated(words=True)
        self.todo.set_documents(laid.documents)
        self.search.set_documents(laid.documents)
        self.middle.setCurrentIndex(1 if laid.pages else 0)
        self.changed.emit()

    @staticmethod
    def _read_pages(laid: Laid | None) -> int:
        return sum(page.status not in ("pending", "needs_ocr") for page in laid.pages) if laid else 0

    def _moved(self, moved: Moved) -> None:
        self.compare.decided()
        before = self.moved.standing if self.moved else None
        self.moved = moved
        standing = moved.standing
        if standing.comment and standing != before:
            self.notice.tell(
                tr("Returned by {returned_by}: “{comment}”", returned_by=standing.returned_by, comment=standing.comment)
            )
        self.changed.emit()

    def _counted(self, counted: Counted) -> None:
        self.counted = counted
        self.people = {person.id: person for person in counted.people}
        self.documents.set_flags(counted.flags)
        self.people_panel.show_people(counted.people)
        self.todo.show_counted(counted)
        left = len(counted.todo)
        self.tabs.setTabText(0, tr("To do ({left:,})", left=left) if left else tr("To do"))
        undecided = sum(1 for person in counted.people if person.to_decide)
        self.tabs.setTabText(1, tr("People ({undecided:,})", undecided=undecided) if undecided else tr("People"))
        self.changed.emit()

    def open_reason(self) -> None:
        self.card.hide()
        self.right.setCurrentWidget(self.reason)
        self.changed.emit()

    def close_reason(self) -> None:
        self.right.setCurrentWidget(self.tabs)
        self.changed.emit()

    @property
    def reason_open(self) -> bool:
        return self.right.currentWidget() is self.reason

    # -- dropping ----------------------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self.writable and event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            self.work.add(paths)
