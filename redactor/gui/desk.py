# SPDX-License-Identifier: AGPL-3.0-or-later
"""The desk with everything that can be done at it: each part's wishes, and who carries them out."""

from __future__ import annotations

from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from redactor.gui.arranging.arranging import Arranging
from redactor.gui.casework.told.case import Laid
from redactor.gui.client import CaseClient
from redactor.gui.deciding.card_work import CardWork
from redactor.gui.deciding.cues import CueWork
from redactor.gui.deciding.decisions import Decisions
from redactor.gui.deciding.finding import Finding
from redactor.gui.deciding.going import Going
from redactor.gui.deciding.keep_only import KeepOnly
from redactor.gui.deciding.known import show_known
from redactor.gui.deciding.marking import Marking
from redactor.gui.deciding.people import PeopleWork
from redactor.gui.deciding.together import DecideTogether
from redactor.gui.evidence.evidence import EvidenceWork
from redactor.gui.gate.gate import Gate
from redactor.gui.gate.signing import Signing
from redactor.gui.releasing.aftermath import Aftermath
from redactor.gui.releasing.exports import Exports
from redactor.gui.reviewing.reviewing import Reviewing
from redactor.gui.surface.surface import Surface
from redactor.gui.taking_in.taking_in import TakingIn


class Desk(Surface):
    def __init__(self, client: CaseClient, parent: QWidget | None = None) -> None:
        super().__init__(client, parent)
        self.going = Going(self)
        self.decisions = Decisions(self)
        self.marking = Marking(self, self.decisions)
        self.people_work = PeopleWork(self, self.decisions)
        self.cues = CueWork(self, self.decisions, self.marking)
        self.keeping = KeepOnly(self, self.decisions)
        self.card_work = CardWork(self, self.decisions, self.marking, self.people_work, self.cues, self.keeping)
        self.finding = Finding(self, self.decisions)
        self.deciding_together = DecideTogether(self, self.decisions, self.going)
        self.taking_in = TakingIn(self)
        self.arranging = Arranging(self, self.decisions, self.taking_in)
        self.evidence = EvidenceWork(self, self.decisions, self.people_work)
        self.signing = Signing(self)
        self.gate = Gate(self, self.signing, self.evidence.show_request, self.arranging.confirm)
        self.exports = Exports(self)
        self.reviewing = Reviewing(self, self.signing, self.gate)
        self.aftermath = Aftermath(self, self.evidence, self.exports)
        self._connect_pages()
        self._connect_panels()
        self.setAcceptDrops(True)

    def _connect_pages(self) -> None:
        pages = self.pages
        pages.page_changed.connect(self.going.page_changed)
        pages.marks_changed.connect(self.going.marks_changed)
        pages.mark_chosen.connect(self.going.mark_chosen)
        pages.reshaped.connect(self.marking.reshape)
        pages.selected.connect(self.going.selected)
        self.card.wanted.connect(self.card_work.do)
        self.card.why_given.connect(self.marking.left_in)
        self.card.why_typed.connect(self.marking.keep_why)
        self.empty.files_wanted.connect(self.taking_in.choose_files)
        self.empty.folder_wanted.connect(self.taking_in.choose_folder)

    def _connect_panels(self) -> None:
        decide = self.decisions.decide
        self.tabs.currentChanged.connect(self.finding.tab_changed)
        for gives_back in (self.todo, self.people_panel, self.passages, self.marking):
            self.decisions.not_done.connect(gives_back.give_back)
        self.todo.gone_to.connect(self.going.go_to_item)
        self.todo.settled.connect(self.decisions.settle)
        self.todo.harm_wanted.connect(self.cues.hold_back_item)
        self.todo.withhold_wanted.connect(self.marking.withhold_items)
        self.todo.complete.connect(self.decisions.complete)
        self.todo.undo_wanted.connect(lambda event: decide("undo", event=event))
        self.todo.next.accept_wanted.connect(self.decisions.accept)
        self.todo.next.staff_wanted.connect(self.people_work.go_through_unsaid)
        self.todo.analyse_wanted.connect(self.taking_in.analyse)
        self.todo.opinions_wanted.connect(self.evidence.show_opinions)
        self.todo.request_wanted.connect(self.evidence.show_request)
        self.todo.next.submit_wanted.connect(self.gate.submit)
        self.todo.next.review_wanted.connect(self.reviewing.show)
        self.todo.next.approve_wanted.connect(self.gate.approve)
        self.todo.next.export_wanted.connect(lambda: self.exports.export())
        self.todo.next.letter_wanted.connect(self.aftermath.show_letter)
        self.todo.next.sent_wanted.connect(self.aftermath.show_sent)
        self.people_panel.decided.connect(lambda name, arguments: decide(name, **arguments))
        self.people_panel.gone_to.connect(self.going.go_to_person)
        self.people_panel.reach_wanted.connect(self.people_work.find_reach)
        self.people_panel.words_wanted.connect(self.people_work.find_words)
        self.people_panel.reason_wanted.connect(self.people_work.person_for_reason)
        self.people_panel.split_wanted.connect(self.people_work.split)
        self.people_panel.name_wanted.connect(self.people_work.add_name)
        self.people_panel.called_wanted.connect(self.people_work.add_name)
        self.people_panel.known_wanted.connect(lambda: show_known(self))
        self.people_panel.consent_wanted.connect(self.evidence.show_consent)
        self.passages.chosen.connect(self.going.passage_chosen)
        self.passages.wanted.connect(self.marking.marks_wanted)
        self.search.asked.connect(self.finding.find)
        self.search.gone_to.connect(self.finding.go_to_hit)
        self.search.hits_wanted.connect(self.finding.redact_hits)
        self.search.keep_wanted.connect(self.finding.keep)
        self.search.redact_wanted.connect(self.marking.words_everywhere)

    def open(self, laid: Laid) -> None:
        super().open(laid)
        self.finding.load_saved()
        self.client.ask("reasons", self.reason.set_reasons, lambda problem: None)
        # What this case's own standing assessment says, to start from in the reason's form.
        self.client.ask("standing_fields", self.reason.set_usual, lambda problem: None, reason="TP")

    def blank(self) -> None:
        super().blank()
        self.decisions.reasons.forget()
        self.deciding_together.forget()
        self.marking.forget()

    def rest(self, whose: str = "") -> bool:
        parts = (self.deciding_together, self.decisions.reasons, self.marking)
        rests = any([super().rest(whose), *(part.rest() for part in parts)])
        # What waits for somebody already goes on waiting for them alone.
        self.rests_of = (self.rests_of or whose) if rests else None
        return rests

    def wake(self, opens: bool = True) -> None:
        super().wake(opens)
        for part in (self.deciding_together, self.marking):
            part.wake()
        self.decisions.reasons.wake(opens)

    # -- dropping ----------------------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self.writable and event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            self.taking_in.add(paths)
