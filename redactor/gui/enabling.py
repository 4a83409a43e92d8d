# SPDX-License-Identifier: AGPL-3.0-or-later
"""What can be done now, and what the window's edges say: actions on and off, Undo's words, title, status line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from redactor.gui import recent, words
from redactor.gui.language import tr
from redactor.gui.left import left_words

if TYPE_CHECKING:
    from redactor.gui.window import MainWindow


class Enabling:
    def __init__(self, window: MainWindow) -> None:
        self._window = window

    def update(self) -> None:
        desk, act = self._window.desk, self._window.actions_by_name
        open_ = desk.case is not None and self._window.stack.currentWidget() is desk
        pages = open_ and bool(desk.case and desk.case.pages)
        write = open_ and desk.writable
        free = not desk.reason_open
        state = desk.standing.state
        for name in ("close", "check", "request", "looks", "opinions", "find", "find_next", "find_previous",
                     "preview", "source", "released", "both", "zoom_in",
                     "zoom_out", "fit",
                     "next_page", "previous_page", "to_todo", "to_people", "to_passages", "to_pages",
                     "to_documents"):  # fmt: skip
            act[name].setEnabled(pages or (open_ and name in ("close", "check", "request", "looks")))
        for name in ("next", "next_mark", "previous_mark"):
            act[name].setEnabled(pages and free)
        for name in ("redact", "leave", "harm", "other", "name", "redact_everywhere", "leave_everywhere",
                     "show_person", "ask_consent", "withhold_page", "withhold_pages", "keep_only", "keep_people",
                     "by_lines", "box"):  # fmt: skip
            act[name].setEnabled(bool(pages and write and free))
        for name in ("given", "known", "tour"):
            act[name].setEnabled(open_)
        for name in ("letter", "sent", "again", "keeping", "report"):
            act[name].setEnabled(open_)
        for name in ("statement", "passage_class"):
            act[name].setEnabled(bool(pages and write and free))
        act["save_source"].setEnabled(pages)
        for name in ("add_files", "add_folder", "analyse", "roster", "wording"):
            act[name].setEnabled(bool(write and not desk.work.busy))
        act["review"].setEnabled(pages)
        act["note"].setEnabled(bool(pages and write and free))
        for name in ("hand_over", "bring_back"):
            act[name].setEnabled(bool(write and pages and not desk.work.busy))
        act["accept"].setEnabled(bool(write and desk.counted and desk.counted.accept[1]))
        act["submit"].setEnabled(bool(write and pages and free and state == "working"))
        act["sample"].setEnabled(bool(write and free and state == "submitted"))
        act["approve"].setEnabled(bool(write and free and state == "submitted"))
        act["export"].setEnabled(bool(open_ and state in ("approved", "exported") and not desk.work.busy))
        act["draft"].setEnabled(bool(pages and not desk.work.busy))
        act["open_result"].setEnabled(bool(desk.work.released))
        act["sign_out"].setEnabled(desk.who is not None)
        for name in ("system", "light", "dark", "contrast"):
            act[f"theme_{name}"].setChecked(recent.theme() == name)
        for name in ("source", "released", "both"):
            act[name].setChecked(desk.compare.mode == name)
        self._update_undo(write)
        self._update_lock(open_)
        self._window.toolbar.setVisible(open_)
        self._window.statusBar().setVisible(open_)
        self._update_words(open_)

    def _update_lock(self, open_: bool) -> None:
        act, locked = self._window.actions_by_name, self._window.stack.currentWidget() is self._window.locked
        act["lock"].setEnabled(open_)
        if locked:
            for name, action in act.items():
                action.setEnabled(name in ("quit", "about"))
            return
        for name in ("new", "open", "cases", "sign_in", "preferences", "palette", "legend", "shortcuts", "theme_system",
                     "theme_light", "theme_dark", "theme_contrast"):  # fmt: skip
            act[name].setEnabled(True)

    def _update_undo(self, write: bool) -> None:
        moved = self._window.desk.moved
        for name, verb in (("undo", tr("&Undo")), ("redo", tr("&Redo"))):
            what = getattr(moved, name) if moved else ""
            self._window.actions_by_name[name].setText(f"{verb}: {words.short(what, 70)}" if what else verb)
            plain = verb.replace("&", "")
            self._window.actions_by_name[name].setToolTip(f"{plain}: {what}" if what else plain)
            self._window.actions_by_name[name].setEnabled(bool(write and what))

    def _update_words(self, open_: bool) -> None:
        desk = self._window.desk
        if not open_ or desk.case is None:
            locked = self._window.stack.currentWidget() is self._window.locked
            self._window.setWindowTitle(tr("Redactor (locked)") if locked else "Redactor")
            return
        facts = desk.case.facts
        reading = " " + tr("(reading only)") if facts.read_only else ""
        self._window.setWindowTitle(
            tr(
                "{reference}: {subject}{reading} - Redactor",
                reference=facts.reference,
                subject=facts.subject,
                reading=reading,
            )
        )
        self._window.left.say(left_words(desk))
        desk.evidence.show_due(self._window.due)
        key = desk.pages.current
        if key is not None:
            number = desk.pages.layout_.index.get(key, 0) + 1
            zoom = round(desk.pages.layout_.zoom * 100)
            self._window.place.setText(
                tr(
                    "Page {number:,} of {pages:,}  ·  {zoom}%",
                    number=number,
                    pages=len(desk.case.pages),
                    zoom=zoom,
                )
            )
        who = desk.who
        self._window.identity.setText(
            f"{who.name}, {tr(words.STAFF.get(who.role, who.role))}" if who else tr("Not signed in")
        )
