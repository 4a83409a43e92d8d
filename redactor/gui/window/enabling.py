# SPDX-License-Identifier: AGPL-3.0-or-later
"""What can be done now: actions on and off, and Undo's words."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtGui import QAction

from redactor.gui import recent
from redactor.gui.desk import Desk
from redactor.gui.wording import words
from redactor.gui.wording.language import tr


class Enabling:
    def __init__(self, desk: Desk, actions: Mapping[str, QAction]) -> None:
        self._desk = desk
        self._actions = actions

    def update(self, open_: bool, locked: bool) -> None:
        """``open_``: the desk shows with a case on it; ``locked``: the locked page shows."""
        desk, act = self._desk, self._actions
        pages = open_ and bool(desk.case and desk.case.pages)
        write = open_ and desk.writable
        free = not desk.form_open
        state = desk.standing.state
        for name in ("close", "check", "request", "looks", "opinions", "find", "find_next", "find_previous",
                     "preview", "source", "released", "both", "zoom_in",
                     "zoom_out", "fit", "turn",
                     "next_page", "previous_page", "to_todo", "to_people", "to_passages", "to_pages",
                     "to_documents"):  # fmt: skip
            act[name].setEnabled(pages or (open_ and name in ("close", "check", "request", "looks")))
        for name in ("next", "next_mark", "previous_mark"):
            act[name].setEnabled(pages and free)
        act["together"].setEnabled(bool(pages and write and free))
        for name in ("redact", "leave", "harm", "other", "name", "redact_everywhere", "leave_everywhere", "nobody",
                     "works_here", "another_person", "unsaid", "same_person", "show_person", "ask_consent",
                     "withhold_page", "withhold_pages", "keep_only", "keep_people",
                     "by_lines", "box"):  # fmt: skip
            act[name].setEnabled(bool(pages and write and free))
        for name in ("given", "known", "tour"):
            act[name].setEnabled(open_)
        for name in ("letter", "sent", "again", "keeping", "report"):
            act[name].setEnabled(open_)
        for name in ("statement", "passage_class"):
            act[name].setEnabled(bool(pages and write and free))
        act["save_source"].setEnabled(pages)
        for name in ("add_files", "add_folder", "analyse", "wording"):
            act[name].setEnabled(bool(write and not desk.work.busy))
        act["review"].setEnabled(pages)
        act["note"].setEnabled(bool(pages and write and free))
        for name in ("hand_over", "bring_back"):
            act[name].setEnabled(bool(write and pages and not desk.work.busy))
        act["accept"].setEnabled(bool(write and desk.counted and desk.counted.accept[1]))
        act["submit"].setEnabled(bool(write and pages and free and state == "working"))
        act["sample"].setEnabled(bool(write and free and state == "submitted"))
        act["approve"].setEnabled(bool(write and free and state in ("submitted", "approved")))
        act["approve"].setProperty("short", tr("Withdraw…") if state == "approved" else "")
        act["approve"].setText(tr("Withdr&aw the approval…" if state == "approved" else "&Approve or return…"))
        act["export"].setEnabled(bool(open_ and state in ("approved", "exported") and not desk.work.busy))
        act["draft"].setEnabled(bool(pages and not desk.work.busy))
        act["open_result"].setEnabled(bool(desk.exports.released))
        act["sign_out"].setEnabled(desk.who is not None)
        # Asked for once: each time costs a look into the settings' file.
        theme = recent.theme()
        for name in ("system", "light", "dark", "contrast"):
            act[f"theme_{name}"].setChecked(theme == name)
        for name, fold in zip(("documents_shown", "panels_shown"), desk.splitter.folds, strict=True):
            act[name].setEnabled(open_)
            act[name].setChecked(not fold.folded)
        for name in ("source", "released", "both"):
            act[name].setChecked(desk.compare.mode == name)
        self._update_undo(write)
        self._update_lock(open_, locked)

    def _update_lock(self, open_: bool, locked: bool) -> None:
        act = self._actions
        act["lock"].setEnabled(open_)
        if locked:
            for name, action in act.items():
                action.setEnabled(name in ("quit", "about"))
            return
        for name in ("new", "open", "cases", "sign_in", "lists", "roster", "preferences", "palette", "legend",
                     "shortcuts", "theme_system", "theme_light", "theme_dark", "theme_contrast"):  # fmt: skip
            act[name].setEnabled(True)

    def _update_undo(self, write: bool) -> None:
        moved = self._desk.moved
        for name, verb in (("undo", tr("&Undo")), ("redo", tr("&Redo"))):
            what = getattr(moved, name) if moved else ""
            self._actions[name].setText(f"{verb}: {words.short(what, 70)}" if what else verb)
            plain = verb.replace("&", "")
            self._actions[name].setToolTip(f"{plain}: {what}" if what else plain)
            self._actions[name].setEnabled(bool(write and what))
