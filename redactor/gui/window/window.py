# SPDX-License-Identifier: AGPL-3.0-or-later
"""The main window: start page or desk, menus, status line."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget

from redactor.gui import recent
from redactor.gui.client import CaseClient
from redactor.gui.forms.curtain import curtain
from redactor.gui.look import theme
from redactor.gui.start.page import StartPage
from redactor.gui.window.actions import make_actions, make_menus
from redactor.gui.wording.language import tr

if TYPE_CHECKING:
    from redactor.gui.casework.told.case import Laid, Problem
    from redactor.gui.desk import Desk


class MainWindow(QMainWindow):
    """The start page is there at once. The desk, and what belongs to it, takes most of the time there is to take, and
    nobody needs it before a case is open: it is put in by :meth:`furnish`."""

    #: The window shows, for the first time.
    painted = Signal()

    def __init__(self, client: CaseClient) -> None:
        super().__init__()
        self.client = client
        self.setWindowTitle("Redactor")
        # A screen of 1280 by 720 shown at 200% has no more than 640 by 360, of which the taskbar takes some.
        self.setMinimumSize(632, 300)
        self.start = StartPage(client)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.start)
        self.setCentralWidget(self.stack)
        self._menus = make_menus(self)
        self._desk: Desk | None = None
        self._painted = False
        #: The time of day when it last locked.
        self._locked_at = ""
        self.start.open_wanted.connect(self.open_path)
        self.start.made.connect(self._opened)
        client.lost.connect(self._lost)
        self.start.welcome.try_wanted.connect(lambda: self.desk and self.trying.choose())
        self.start.welcome.sign_in_wanted.connect(lambda: self.desk and self.desk.signing.sign_in())
        geometry = recent.shape("window")
        if geometry.isEmpty() or not self.restoreGeometry(geometry):
            self.resize(QSize(1280, 720).boundedTo(self.screen().availableSize()))

    @property
    def desk(self) -> Desk:
        return self._desk or self.furnish()

    def furnish(self) -> Desk:
        """All that stands behind the start page; the second time there is nothing left to do."""
        if self._desk is None:
            with theme.undressed():
                self._desk = self._furnish()
            self._update()
        return self._desk

    def _furnish(self) -> Desk:
        from redactor.gui.clipboard import ClipboardGuard
        from redactor.gui.desk import Desk
        from redactor.gui.window.enabling import Enabling
        from redactor.gui.window.lock import Idle, LockScreen
        from redactor.gui.window.status import StatusLine
        from redactor.gui.window.toolbar import Toolbar
        from redactor.gui.window.tour import Tour, stops
        from redactor.gui.window.tryout import TryOut

        client = self.client
        desk = Desk(client)
        self.stack.addWidget(desk)
        self.locked = LockScreen(client)
        self.guard = ClipboardGuard(self)
        desk.pages.copied.connect(self.guard.put)
        self.stack.addWidget(self.locked)
        self.idle = Idle(self, self.lock)
        self.actions_by_name = make_actions(self, self._menus, self._does(desk))
        self.toolbar = Toolbar(self.actions_by_name)
        self.addToolBar(self.toolbar)
        self.status = StatusLine(desk)
        self.setStatusBar(self.status)
        self.tour = Tour(self, lambda: stops(desk, self.toolbar, self.status))
        self.trying = TryOut(self, self.start, desk, self.tour, self.refused)
        self.enabling = Enabling(desk, self.actions_by_name)
        desk.changed.connect(self._update)
        self.locked.unlocked.connect(self._unlocked)
        self.locked.close_wanted.connect(self._close_locked)
        desk.erased.connect(self._erased)
        return desk

    def _does(self, desk: Desk) -> dict[str, Callable[[], object]]:
        from redactor.gui.deciding.known import show_known
        from redactor.gui.surface.three_parts import LEFT, RIGHT
        from redactor.gui.taking_in.given import save_source, show_given
        from redactor.gui.window.guide import GuideWindow
        from redactor.gui.window.help import AboutDialog, LegendDialog, ShortcutsDialog

        decide, marking, people, pages = desk.decisions, desk.marking, desk.people_work, desk.pages
        return {
            "new": self.new_case, "open": self.choose_case, "close": self.close_case, "quit": self.close,
            "add_files": desk.taking_in.choose_files, "add_folder": desk.taking_in.choose_folder,
            "known": lambda: show_known(desk),
            "given": lambda: show_given(desk), "save_source": lambda: save_source(desk),
            "analyse": desk.taking_in.analyse,
            "sign_in": desk.signing.sign_in, "sign_out": desk.signing.sign_out, "roster": desk.signing.use_roster,
            "lists": desk.signing.show_lists,
            "wording": desk.evidence.use_wording, "request": desk.evidence.show_request,
            "opinions": desk.evidence.show_opinions, "sample": desk.gate.show_sample,
            "looks": desk.evidence.show_looks, "review": desk.reviewing.show, "note": desk.reviewing.note_here,
            "hand_over": desk.reviewing.hand_over, "bring_back": desk.reviewing.bring_back,
            "letter": desk.aftermath.show_letter, "sent": desk.aftermath.show_sent, "again": desk.aftermath.show_again,
            "passage_class": desk.evidence.class_of_selection, "statement": desk.aftermath.record_statement,
            "keeping": desk.aftermath.show_keeping,
            "report": desk.aftermath.show_report, "cases": desk.aftermath.show_cases,
            "submit": desk.gate.submit, "approve": desk.gate.approve, "draft": lambda: desk.exports.export(draft=True),
            "export": desk.exports.export, "open_result": desk.exports.open_result, "check": desk.exports.check,
            "undo": decide.undo, "redo": decide.redo,
            "find": desk.finding.show, "find_next": lambda: desk.search.step(1),
            "find_previous": lambda: desk.search.step(-1),
            "next": desk.going.next_to_decide, "together": desk.deciding_together.show,
            "redact": marking.redact, "leave": marking.leave, "harm": desk.cues.harm,
            "other": marking.other_reason, "name": people.name_selected, "redact_everywhere": people.redact_everywhere,
            "leave_everywhere": people.leave_everywhere, "nobody": people.nobody,
            "works_here": people.works_here, "another_person": people.another_person,
            "unsaid": people.go_through_unsaid, "same_person": people.same_person, "show_person": people.show_person,
            "ask_consent": desk.evidence.ask_consent, "accept": decide.accept_by_key,
            "by_lines": marking.by_lines, "keep_only": desk.keeping.keep_only, "keep_people": desk.keeping.keep_people,
            "withhold_page": marking.withhold_page, "withhold_pages": marking.withhold_pages, "box": self._box_tool,
            "preview": desk.compare.toggle, "source": lambda: desk.compare.look("source"),
            "released": lambda: desk.compare.look("released"), "both": lambda: desk.compare.look("both"),
            "zoom_in": lambda: pages.zoom_step(1),
            "zoom_out": lambda: pages.zoom_step(-1), "fit": lambda: desk.compare.lead.fit(),
            "turn": desk.compare.turn,
            "next_page": lambda: pages.step_page(1), "previous_page": lambda: pages.step_page(-1),
            "next_mark": lambda: pages.step_mark(1), "previous_mark": lambda: pages.step_mark(-1),
            "to_todo": lambda: self._to_panel(desk.todo, desk.todo.list),
            "to_people": lambda: self._to_panel(desk.people_panel, desk.people_panel.list),
            "to_passages": lambda: self._to_panel(desk.passages, desk.passages.list),
            "to_pages": pages.setFocus, "to_documents": desk.show_documents,
            "documents_shown": lambda: desk.splitter.toggle(LEFT), "panels_shown": lambda: desk.splitter.toggle(RIGHT),
            "theme_system": lambda: self._theme("system"), "theme_light": lambda: self._theme("light"),
            "theme_dark": lambda: self._theme("dark"), "theme_contrast": lambda: self._theme("contrast"),
            "lock": self.lock, "preferences": self._preferences, "palette": self._palette,
            "legend": lambda: LegendDialog(self).exec(), "shortcuts": lambda: ShortcutsDialog(self).exec(),
            "guide": lambda: GuideWindow(self).show(), "tour": lambda: self.tour.begin(),
            "about": lambda: AboutDialog(self).exec(),
        }  # fmt: skip

    # -- cases -------------------------------------------------------------------------------------------

    def new_case(self) -> None:
        if self.close_case():
            self.start.new_case()

    def choose_case(self) -> None:
        self.start.choose()

    def open_path(self, path: str, passphrase: str | None = None) -> None:
        """Open a case file; asks for the passphrase unless it is given."""
        if passphrase is not None:
            self.client.ask("open_case", self._opened, self.refused, path=path, passphrase=passphrase)
            return
        from redactor.gui.start.passphrase import PassphraseDialog

        dialog = PassphraseDialog(self.client, path, self)
        dialog.opened.connect(self._opened)
        dialog.exec()

    def refused(self, problem: Problem) -> None:
        self.stack.setCurrentWidget(self.desk)
        self.desk.notice.problem(problem)

    def _opened(self, laid: Laid) -> None:
        recent.remember_case(laid.facts.path)
        self.desk.open(laid)
        if laid.pages:
            # In a turn of its own: to lay thousands of pages out and to draw the desk for the first time is too much
            # for one.
            QTimer.singleShot(0, self._show_desk)
        else:
            self._show_desk()

    def _show_desk(self) -> None:
        if self.desk.case is None:
            return  # closed again already
        self.stack.setCurrentWidget(self.desk)
        self._update()

    def close_case(self) -> bool:
        """Back to the start page; False when somebody would rather stay."""
        if not self._may_close():
            return False
        if self.desk.case is not None:
            self.desk.work.stop()
            self.tour.end()
            self.desk.clear()
            self.client.ask("close_case")
        curtain.drop()
        self.guard.forget()
        self.start.show_welcome()
        self.stack.setCurrentWidget(self.start)
        self._update()
        return True

    def _erased(self, certificate: str) -> None:
        self.close_case()
        self.start.welcome.tell(tr("The case is erased. Its certificate: {certificate}", certificate=certificate))

    # -- locking -----------------------------------------------------------------------------------------

    def lock(self) -> None:
        """Nothing of the case shows until a passphrase is given. When no case is open, whoever is signed in is signed
        out."""
        if self.stack.currentWidget() is self.locked:
            return
        if self.desk.case is None:
            if self.desk.who is not None:
                self.desk.signing.sign_out()
            return
        curtain.let_down(self.desk.who.key if self.desk.who else "")
        self._locked_at = time.strftime("%H:%M")
        self.desk.card.hide()
        self.tour.end()
        self.guard.forget()
        self.locked.start(self.desk.who is not None)
        self.stack.setCurrentWidget(self.locked)
        self._update()

    def _unlocked(self, still_signed_in: bool) -> None:
        from redactor.gui.window.half_filled import tell_of_them, whose_unknown

        if self.desk.who is not None and not still_signed_in:
            name, key = self.desk.who.name, self.desk.who.key
            self.desk.signing.sign_out()
            waits = self.desk.rest(key) or curtain.holds()
            self.desk.notice.tell(
                tr("Unlocked with the passphrase of the case: {name} is signed out. Sign in to go on.", name=name)
                + (" " + tr("What {name} was filling in is there again then.", name=name) if waits else ""),
                "warn",
                tr("Sign in…"),
                self.desk.signing.sign_in,
            )
        elif self.desk.who is None and self.desk.rest() and not self.desk.rests_of:
            tell_of_them(self.desk, self._locked_at)
        self.stack.setCurrentWidget(self.desk)
        self.desk.pages.setFocus()
        self._update()
        curtain.lift(self.desk.who.key if self.desk.who else "", whose_unknown(self._locked_at))

    def _close_locked(self) -> None:
        """Whoever closes a locked case need not be who was signed in."""
        if self.close_case():
            self.desk.signing.sign_out()

    def _may_close(self) -> bool:
        from redactor.gui.window.closing import may_close

        return self.desk.case is None or may_close(self.desk)

    def _preferences(self) -> None:
        from redactor.gui.window.preferences import PreferencesDialog

        if PreferencesDialog(self).exec():
            self.idle.touched()
            self.start.show_welcome()

    def _palette(self) -> None:
        from redactor.gui.window.palette import PaletteDialog

        dialog = PaletteDialog(self.actions_by_name.values(), self)
        if dialog.exec() and dialog.chosen is not None:
            QTimer.singleShot(0, dialog.chosen.trigger)

    def _lost(self) -> None:
        said = tr(
            "The part of Redactor that keeps the case has stopped. Everything you decided is kept: close "
            "Redactor and open the case again."
        )
        at_the_start = tr(
            "A part of Redactor has stopped, without which no case can be made or opened. Nothing that was decided is "
            "lost: close Redactor and start it again."
        )
        self.start.welcome.tell(at_the_start, bad=True)
        if self._desk is not None:
            self._desk.strip.end()
            self._desk.notice.tell(said, "bad")

    def _update(self) -> None:
        """What can be done now, and what the window's edges say."""
        from redactor.gui.window.status import title_words, who_words

        shown = self.stack.currentWidget()
        open_ = self.desk.case is not None and shown is self.desk
        self.enabling.update(open_, locked=shown is self.locked)
        self.toolbar.setVisible(open_)
        self.status.setVisible(open_)
        self.setWindowTitle(title_words(self.desk if open_ else None, locked=shown is self.locked))
        self.start.welcome.show_who(who_words(self.desk.who) if self.desk.who else "")
        if open_:
            self.status.say()

    def _theme(self, name: str) -> None:
        theme.choose(name)
        self._update()

    def _box_tool(self) -> None:
        self.desk.pages.pointer.boxes_only = self.actions_by_name["box"].isChecked()

    def _to_panel(self, panel: QWidget, focus: QWidget) -> None:
        self.desk.close_reason()
        self.desk.show_tab(panel)
        focus.setFocus()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            self.painted.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.stack.currentWidget() is self._desk and not self._may_close():
            event.ignore()
            return
        curtain.drop()
        recent.remember_shape("window", self.saveGeometry())
        if self._desk is not None:
            self.guard.forget()
            self._desk.splitter.remember()
        self.client.close()
        event.accept()


def case_exists(path: str) -> bool:
    return Path(path).is_file()
