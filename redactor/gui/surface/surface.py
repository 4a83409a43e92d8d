# SPDX-License-Identifier: AGPL-3.0-or-later
"""What lies on the desk: documents on the left, the page in the middle, what is to be decided on the right; and what is
known of the open case. What can be done at it is added by :mod:`redactor.gui.desk`."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from redactor.gui.casework.told.case import Counted, Laid, Moved, Standing, Who
from redactor.gui.casework.told.people import PersonRow
from redactor.gui.client import CaseClient
from redactor.gui.look.parts import Notice
from redactor.gui.pages.card import Card
from redactor.gui.pages.compare import BOTH, Compare
from redactor.gui.panels.documents import DocumentsPanel
from redactor.gui.panels.empty import EmptyCase
from redactor.gui.panels.find import FindPanel
from redactor.gui.panels.passages import PassagesPanel
from redactor.gui.panels.people import PeoplePanel
from redactor.gui.panels.reason import ReasonForm
from redactor.gui.panels.review import ReviewPanel
from redactor.gui.panels.tabs import CountingTabs
from redactor.gui.panels.thumbnails import Thumbnails
from redactor.gui.panels.todo import TodoPanel
from redactor.gui.panels.together import TogetherPanel
from redactor.gui.panels.work import WorkStrip
from redactor.gui.surface.folding import Fold
from redactor.gui.surface.going_off import GoingOff
from redactor.gui.surface.half_typed import HalfTyped
from redactor.gui.surface.longwork import LongWork
from redactor.gui.surface.three_parts import LEAST, LEFT, ONE_PAGE, RIGHT, TWO_PAGES, ThreeParts
from redactor.gui.wording.language import tr
from redactor.review.checks.approval import took_part

#: Milliseconds in which the desk with its page is drawn.
AFTER_THE_PAGE = 30


class Surface(QWidget):
    """``changed``: something that menus and the status line show has changed. ``erased``: the open case is no more;
    where its certificate is. ``form_left``: the form for a reason is about to be closed."""

    changed = Signal()
    form_left = Signal()
    erased = Signal(str)

    def __init__(self, client: CaseClient, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.client = client
        self.case: Laid | None = None
        #: Its documents and pages are to be listed yet.
        self._unlisted: Laid | None = None
        self.counted: Counted | None = None
        #: A count that came in and is to be shown yet; the last one that is, as it was told; what was decided since.
        self._uncounted: Counted | None = None
        self._told: Counted | None = None
        self.going_off = GoingOff()
        #: Whose half-typed words wait for them ("": somebody's who was not signed in); None where none do.
        self.rests_of: str | None = None
        self.moved: Moved | None = None
        self.who: Who | None = None
        self.people: dict[str, PersonRow] = {}
        self.names: dict[str, str] = {}
        self._build()
        self.work = LongWork(client, self.notice, self.strip, self, self.changed.emit)
        self.strip.stopped.connect(self.work.stop)
        client.moved.connect(self._moved)
        client.laid.connect(self._laid)
        client.counted.connect(self._counted)
        client.failed.connect(self.notice.problem)
        self.pages.verticalScrollBar().valueChanged.connect(lambda _: self.card.pass_by())
        self.pages.zoomed.connect(lambda _: (self.card.pass_by(), self.changed.emit()))
        self.compare.moded.connect(self._moded)
        self.compare.turned.connect(lambda key, quarters: client.ask("turn", None, None, key=key, quarters=quarters))
        self.splitter.folded.connect(self.changed.emit)
        self.tabs.currentChanged.connect(lambda _: self.case and self.splitter.open(RIGHT))
        chosen = (self.pages.mark_chosen, self.pages.selected, self.tabs.currentChanged)
        lists = (self.todo.list, self.people_panel.list, self.passages.list)
        for anything in (*chosen, *(each.chosen_changed for each in lists)):
            anything.connect(lambda *_: self.notice.pass_by())
        self.documents.gone_to.connect(lambda key: self.pages.go_to(key))
        self.todo.copy_wanted.connect(lambda item: self.pages.go_to(item.other) if item.other else None)
        self.search.cleared.connect(lambda: self.pages.show_hits(()))
        self.reason.cancelled.connect(self.close_reason)
        self.changed.connect(lambda: self.todo.next.set_may_approve(self.may_approve))

    def _build(self) -> None:
        self.notice = Notice()
        self.strip = WorkStrip()
        self.documents = DocumentsPanel()
        self.compare = Compare(self.client)
        self.pages = self.compare.source
        self.documents.add_small(Thumbnails(self.client, lambda: self.pages.images.wanting))
        self.card = Card(self.pages.viewport())
        self.empty = EmptyCase()
        self.middle = QStackedWidget()
        self.middle.addWidget(self.empty)
        self.middle.addWidget(self.compare)
        self.todo, self.people_panel = TodoPanel(), PeoplePanel()
        self.passages, self.search = PassagesPanel(), FindPanel()
        self.review = ReviewPanel()
        self.half_typed = HalfTyped(self.todo, self.people_panel, self.passages)
        self.tabs = CountingTabs()
        for panel, name in (
            (self.todo, tr("To do")),
            (self.people_panel, tr("People")),
            (self.passages, tr("This page")),
            (self.search, tr("Find")),
            (self.review, tr("Review")),
        ):
            self.tabs.add(panel, name)
        self.reason = ReasonForm()
        self.right = QStackedWidget()
        self.right.setObjectName("sidePanel")
        self.right.addWidget(self.tabs)
        self.right.addWidget(self.reason)
        self.together = TogetherPanel()
        self.right.addWidget(self.together)
        self.documents.setMinimumWidth(170)
        self.right.setMinimumWidth(356)
        self.middle.setMinimumWidth(LEAST)
        self.splitter = ThreeParts(
            Fold(self.documents, tr("Documents"), tr("Show the documents (F8)")),
            self._above_what_is_told(),
            Fold(self._in_a_low_window(), tr("To do and people"), tr("Show what is to be decided (F9)")),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.splitter)

    def _in_a_low_window(self) -> QWidget:
        """The panels, which scroll where a window is too low for the least that they need."""
        made = QScrollArea()
        made.setWidget(self.right)
        made.setWidgetResizable(True)
        made.setFrameShape(QFrame.Shape.NoFrame)
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        made.setFocusProxy(self.right)
        made.setMinimumWidth(self.right.minimumWidth() + made.verticalScrollBar().sizeHint().width())
        return made

    def _above_what_is_told(self) -> QWidget:
        """The pages, and under them what is told and what goes on: neither moves anything that is being read or
        clicked when it comes."""
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.middle, 1)
        column.addWidget(self.strip)
        column.addWidget(self.notice)
        return made

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
        elif facts.handed:
            self.notice.tell(
                f"{facts.handed}. "
                + tr("When you have finished, close it and send this file back; there, Bring back a copy takes it in."),
                "good",
            )
        if laid.pages:
            self.pages.setFocus()

    def clear(self) -> None:
        """No case is open."""
        self.case = self._unlisted = self.counted = self._uncounted = self._told = self.moved = None
        self.going_off.forget()
        self.people, self.names = {}, {}
        self.notice.hide()
        self.card.hide()
        self.compare.clear()
        self.documents.set_rows((), ())
        if self.documents.small is not None:
            self.documents.small.forget()
        self.people_panel.show_people(())
        self.todo.next.forget()
        self.blank()
        self.tabs.setCurrentIndex(0)

    def blank(self) -> None:
        """Nothing of what was typed stands anywhere, and no form is open: it was typed for another case, or by somebody
        else."""
        self.notice.hide()
        self.right.setCurrentIndex(0)
        for line in self.right.findChildren(QLineEdit):
            line.clear()
        self.reason.blank()
        self.half_typed.forget()
        self.rests_of = None

    def rest(self, whose: str = "") -> bool:
        """Whoever typed (by the key of their identity; "": nobody was signed in) was signed out by the lock, or may not
        be who unlocked: what they typed stands nowhere until :meth:`wake`. True if there is any."""
        return self.half_typed.rest()

    def wake(self, opens: bool = True) -> None:
        """They are signed in again; or whoever is there was told whose words these are. ``opens``: the form that was
        open is there at once."""
        self.rests_of = None
        self.half_typed.wake()

    @property
    def writable(self) -> bool:
        return self.case is not None and not self.case.facts.read_only

    @property
    def standing(self) -> Standing:
        return self.moved.standing if self.moved else Standing("working")

    @property
    def may_approve(self) -> bool:
        """False while somebody is signed in who is no team lead; while nobody is, approving asks who they are."""
        return self.who is None or self.who.role == "team-lead"

    @property
    def could_approve(self) -> bool:
        """True while a team lead is signed in who took no part in this case."""
        who, authors = self.who, self.moved.authors if self.moved else ()
        return who is not None and who.role == "team-lead" and not took_part(authors, who.name, who.key)

    def _laid(self, laid: Laid) -> None:
        new_pages = self.case is None or self.case.pages != laid.pages
        self.case = laid
        self.names = {document.sha256: document.name for document in laid.documents}
        # In a turn of its own, when the page is drawn: thousands would hold the window up for both.
        self._unlisted = laid
        QTimer.singleShot(AFTER_THE_PAGE, self._list_documents)
        if new_pages:
            self.compare.set_pages(laid.pages, self.names)
        # Also what was read before may have been read again, another way.
        self.pages.overlay.outdated(words=True)
        self.todo.set_documents(laid.documents)
        self.people_panel.set_documents(self.names)
        self.search.set_documents(laid.documents)
        self.search.set_unread(sum(page.status != "read" for page in laid.pages))
        self.middle.setCurrentIndex(1 if laid.pages else 0)
        self.changed.emit()

    def _list_documents(self) -> None:
        laid, self._unlisted = self._unlisted, None
        if laid is not None:
            self.documents.set_rows(laid.documents, laid.pages)

    def _moved(self, moved: Moved) -> None:
        self.compare.decided()
        before = self.moved.standing if self.moved else None
        self.moved = moved
        standing = moved.standing
        self.todo.next.set_standing(standing)
        if standing.comment and standing != before:
            self.notice.tell(
                tr("Returned by {returned_by}: “{comment}”", returned_by=standing.returned_by, comment=standing.comment)
            )
        self.changed.emit()

    def _counted(self, counted: Counted) -> None:
        self._uncounted = counted
        if self._unlisted is None:
            self._take_count()
            return
        # The documents it counts go first, in a turn of their own.
        self._list_documents()
        QTimer.singleShot(0, self._take_count)

    def _take_count(self) -> None:
        counted, self._uncounted = self._uncounted, None
        if counted is None:
            return
        self._told = counted
        self.people = {person.id: person for person in counted.people}
        self.documents.set_flags(counted.flags, counted.analysed)
        self.people_panel.show_people(counted.people)
        self.tabs.set_left(self.people_panel, sum(1 for person in counted.people if person.to_decide))
        self._show_left()

    def _show_left(self) -> None:
        """What is left by the last count, without what was decided since."""
        if self._told is None:
            return
        self.counted = counted = self.going_off.without(self._told)
        self.todo.show_counted(counted)
        self.tabs.set_left(self.todo, len(counted.todo))
        self.changed.emit()

    def take_off(self, ids: Collection[str]) -> None:
        """These things to do are being decided: they leave the list before the case is counted again."""
        if ids:
            self.going_off.take(ids)
            self.todo.leave_behind(ids)
            self._show_left()

    def taken_off(self, ids: Collection[str], decided: bool) -> None:
        """They were decided, or not after all: then they are on the list again."""
        if decided and self.moved is not None:
            self.going_off.decided(ids, self.moved.turn)
        else:
            self.going_off.give_back(ids)
        if ids:
            self._show_left()

    def _moded(self, mode: str) -> None:
        self.splitter.want_room(TWO_PAGES if mode == BOTH else ONE_PAGE)
        self.changed.emit()

    def show_tab(self, panel: QWidget) -> None:
        """One of the panels on the right, in the place of the others."""
        self.splitter.open(RIGHT)
        self.tabs.setCurrentWidget(panel)

    def show_documents(self) -> None:
        self.splitter.open(LEFT)
        self.documents.tree.setFocus()

    def open_form(self, form: QWidget) -> None:
        """A form in the place of the panels: the reason's, or the one to decide several things together."""
        self.card.hide()
        if self.reason_open and form is not self.reason:
            self.form_left.emit()
        self.splitter.open(RIGHT)
        self.right.setCurrentWidget(form)
        self.changed.emit()

    def close_reason(self) -> None:
        if self.reason_open:
            self.form_left.emit()
        self.right.setCurrentWidget(self.tabs)
        self.changed.emit()

    @property
    def form_open(self) -> bool:
        """True while keys mean what is typed into a form, and not what is chosen on the page."""
        return self.right.currentWidget() is not self.tabs

    @property
    def reason_open(self) -> bool:
        return self.right.currentWidget() is self.reason
