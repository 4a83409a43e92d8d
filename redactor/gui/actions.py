# SPDX-License-Identifier: AGPL-3.0-or-later
"""Every action by name: its words, its keys, what it does. Menus, toolbar and the shortcut sheet are made of these."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow

from redactor.domain.saying import say
from redactor.gui.language import tr

Keys = QKeySequence.StandardKey


@dataclass(frozen=True)
class Spec:
    """``keys`` may be standard keys, so that each platform has its own."""

    name: str
    text: str
    keys: tuple[str | Keys, ...] = ()
    checkable: bool = False


MENUS: dict[str, tuple[Spec | None, ...]] = {
    say("&Case"): (
        Spec("new", "&New case…", (Keys.New,)),
        Spec("open", "&Open…", (Keys.Open,)),
        Spec("close", "&Close case", (Keys.Close,)),
        None,
        Spec("request", "The re&quest and its time limit…", ("Ctrl+T",)),
        Spec("opinions", "&Health data: classes and opinions…", ("Ctrl+H",)),
        Spec("passage_class", "Class of the &words selected…"),
        None,
        Spec("add_files", "&Add documents…", ("Ctrl+Shift+O",)),
        Spec("add_folder", "Add a &folder…"),
        Spec("given", "Files not taken i&n…"),
        Spec("save_source", "Save a document's file as it ca&me…"),
        Spec("analyse", "Anal&yse"),
        None,
        Spec("sign_in", "Sign &in…", ("Ctrl+I",)),
        Spec("sign_out", "Sign ou&t"),
        Spec("roster", "Use an office &roster…"),
        Spec("wording", "Use the council's &wording…"),
        None,
        Spec("submit", "&Submit for approval…", ("Ctrl+Return",)),
        Spec("review", "Re&view: the risky first, and what is new", ("Ctrl+6",)),
        Spec("sample", "Read a samp&le of what stays readable…"),
        Spec("approve", "A&pprove or return…", ("Ctrl+Shift+Return",)),
        None,
        Spec("hand_over", "Hand o&ver a copy…"),
        Spec("bring_back", "&Bring back a copy…"),
        None,
        Spec("looks", "&How the release looks…"),
        Spec("draft", "Make a &draft…"),
        Spec("export", "&Export the release…", ("Ctrl+E",)),
        Spec("open_result", "Open the re&sult"),
        Spec("check", "Chec&k the case file"),
        None,
        Spec("lock", "&Lock now", ("Ctrl+L",)),
        Spec("preferences", "Pre&ferences…", (Keys.Preferences,)),
        Spec("quit", "&Quit", (Keys.Quit,)),
    ),
    say("&Edit"): (
        Spec("undo", "&Undo", (Keys.Undo,)),
        Spec("redo", "&Redo", (Keys.Redo, "Ctrl+Y")),
        None,
        Spec("find", "&Find in the case…", (Keys.Find,)),
        Spec("find_next", "Find &next", (Keys.FindNext,)),
        Spec("find_previous", "Find &previous", (Keys.FindPrevious,)),
    ),
    say("&Decide"): (
        Spec("next", "&Next thing to decide", ("N",)),
        None,
        Spec("redact", "&Redact here", ("R",)),
        Spec("leave", "&Leave in here", ("L",)),
        Spec("harm", "&Harm…", ("H",)),
        Spec("other", "Redact for &another reason…", ("Shift+R",)),
        Spec("name", "Add the &name selected, everywhere", ("Shift+N",)),
        None,
        Spec("redact_everywhere", "Redact this person &everywhere", ("Ctrl+Shift+R",)),
        Spec("leave_everywhere", "Leave this person &in everywhere…", ("Ctrl+Shift+L",)),
        Spec("ask_consent", "Consent of this person, and what was weighed…", ("Ctrl+Shift+C",)),
        Spec("show_person", "Show this &person", ("Ctrl+Shift+P",)),
        Spec("accept", "Accept what is propose&d", ("Ctrl+Shift+A",)),
        Spec("known", "What they &know already…", ("Ctrl+Shift+K",)),
        None,
        Spec("keep_only", "&Keep this, hide the rest of the page…", ("K",)),
        Spec("keep_people", "Keep only the lines that na&me…", ("Shift+K",)),
        Spec("withhold_page", "&Withhold this page…", ("W",)),
        Spec("withhold_pages", "Withhold pa&ges…", ("Shift+W",)),
        None,
        Spec("by_lines", "Split the bo&x by lines", ("S",)),
        Spec("box", "Draw &boxes", ("B",), checkable=True),
        Spec("note", "N&ote, comment, or come back to this…", ("M",)),
    ),
    say("&View"): (
        Spec("source", "&Source", ("Alt+1",), checkable=True),
        Spec("released", "As &released", ("Alt+2",), checkable=True),
        Spec("both", "Source and release side &by side", ("Alt+3",), checkable=True),
        Spec("preview", "&Preview as released, and back", ("Ctrl+P",)),
        None,
        Spec("zoom_in", "Zoom &in", (Keys.ZoomIn, "Ctrl+=")),
        Spec("zoom_out", "Zoom &out", (Keys.ZoomOut,)),
        Spec("fit", "&Fit the width", ("Ctrl+0",)),
        None,
        Spec("next_page", "&Next page", ("Ctrl+PgDown",)),
        Spec("previous_page", "Pre&vious page", ("Ctrl+PgUp",)),
        Spec("next_mark", "Next &mark", ("Ctrl+Down", ".")),
        Spec("previous_mark", "Previous mar&k", ("Ctrl+Up", ",")),
        None,
        Spec("theme_system", "Colours of the s&ystem", checkable=True),
        Spec("theme_light", "&Light", checkable=True),
        Spec("theme_dark", "&Dark", checkable=True),
        Spec("theme_contrast", "High &contrast", checkable=True),
        None,
        Spec("to_todo", "&To do", ("Ctrl+1",)),
        Spec("to_people", "Peop&le", ("Ctrl+2",)),
        Spec("to_passages", "T&his page", ("Ctrl+3",)),
        Spec("to_pages", "The pa&ges", ("Ctrl+4",)),
        Spec("to_documents", "&Documents", ("Ctrl+5",)),
    ),
    say("Af&ter"): (
        Spec("letter", "The covering &letter…"),
        Spec("sent", "What was &sent…"),
        None,
        Spec("again", "&Questions after the release…", ("Ctrl+Shift+Q",)),
        Spec("statement", "A sta&tement on this page…"),
        None,
        Spec("keeping", "&How long the case is kept…"),
        Spec("report", "&Report on this case…"),
        Spec("cases", "&Cases of a folder: due, and report…"),
    ),
    say("&Help"): (
        Spec("guide", "User &guide", (Keys.HelpContents,)),
        Spec("tour", "Show me &round"),
        Spec("legend", "What the &marks mean"),
        Spec("palette", "&Find a command…", ("Ctrl+K",)),
        Spec("shortcuts", "&Keyboard shortcuts", ("Shift+F1",)),
        Spec("about", "&About Redactor"),
    ),
}


def make_actions(window: QMainWindow, does: dict[str, Callable[[], object]]) -> dict[str, QAction]:
    """The actions, put into the window's menus."""
    made: dict[str, QAction] = {}
    for title, specs in MENUS.items():
        menu = window.menuBar().addMenu(tr(title))
        for spec in specs:
            if spec is None:
                menu.addSeparator()
                continue
            action = QAction(tr(spec.text), window)
            action.setCheckable(spec.checkable)
            action.setShortcuts(_shortcuts(spec))
            action.triggered.connect(lambda _=False, name=spec.name: does[name]())
            menu.addAction(action)
            made[spec.name] = action
    made["quit"].setMenuRole(QAction.MenuRole.QuitRole)
    made["about"].setMenuRole(QAction.MenuRole.AboutRole)
    return made


def _shortcuts(spec: Spec) -> list[QKeySequence]:
    """Each key once: two of the same on one action make both dead."""
    found: list[QKeySequence] = []
    for key in spec.keys:
        for keys in QKeySequence.keyBindings(key) if isinstance(key, Keys) else [QKeySequence(key)]:
            if keys not in found:
                found.append(keys)
    return found


def shortcut_lines() -> list[tuple[str, str]]:
    """(words, keys) for the sheet of shortcuts."""
    lines = []
    for specs in MENUS.values():
        for spec in specs:
            if spec is not None and spec.keys:
                keys = QKeySequence(spec.keys[0]).toString(QKeySequence.SequenceFormat.NativeText)
                lines.append((tr(spec.text).replace("&", "").rstrip("…"), keys))
    return lines
