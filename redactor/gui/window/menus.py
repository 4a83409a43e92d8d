# SPDX-License-Identifier: AGPL-3.0-or-later
"""What stands in which menu, in its words and with its keys. Menus, toolbar, palette and the shortcut sheet read it.

Within a menu no two entries share the letter that is typed, nor do two menus of the bar (checked in a test).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtGui import QKeySequence

from redactor.domain.saying import say

Keys = QKeySequence.StandardKey


@dataclass(frozen=True)
class Spec:
    """``keys`` may be standard keys, so that each platform has its own."""

    name: str
    text: str
    keys: tuple[str | Keys, ...] = ()
    checkable: bool = False


@dataclass(frozen=True)
class Within:
    """A menu in a menu, for what is seldom wanted or belongs together."""

    text: str
    specs: tuple[Spec | None, ...]


MENUS: dict[str, tuple[Spec | Within | None, ...]] = {
    say("&Case"): (
        Spec("new", "&New case…", (Keys.New,)),
        Spec("open", "&Open…", (Keys.Open,)),
        Spec("close", "&Close case", (Keys.Close,)),
        None,
        Spec("request", "The re&quest and its time limit…", ("Ctrl+T",)),
        None,
        Spec("sign_in", "&Sign in…", ("Ctrl+I",)),
        Spec("sign_out", "Sign ou&t"),
        Within(
            say("O&ffice"),
            (
                Spec("lists", "&Staff, own addresses and terms…"),
                Spec("roster", "Office &roster…"),
                Spec("wording", "Use the council's &wording…"),
            ),
        ),
        None,
        Spec("hand_over", "Hand o&ver a copy…"),
        Spec("bring_back", "&Bring back a copy…"),
        Spec("check", "Chec&k the case file"),
        None,
        Spec("lock", "&Lock now", ("Ctrl+L",)),
        Spec("preferences", "&Preferences…", (Keys.Preferences,)),
        Spec("quit", "Qu&it", (Keys.Quit,)),
    ),
    say("&Edit"): (
        Spec("undo", "&Undo", (Keys.Undo,)),
        Spec("redo", "&Redo", (Keys.Redo, "Ctrl+Y")),
        None,
        Spec("find", "&Find in the case…", (Keys.Find,)),
        Spec("find_next", "Find &next", (Keys.FindNext,)),
        Spec("find_previous", "Find &previous", (Keys.FindPrevious,)),
    ),
    say("D&ocuments"): (
        Spec("add_files", "&Add documents…", ("Ctrl+Shift+O",)),
        Spec("add_folder", "Add a &folder…"),
        Spec("given", "Files not taken i&n…"),
        None,
        Spec("analyse", "Anal&yse"),
        None,
        Spec("save_source", "&Save a document's file as it came…"),
    ),
    say("&Decide"): (
        Spec("next", "&Next thing to decide", ("N",)),
        Spec("together", "Decide all of a kind &together…", ("T",)),
        Spec("accept", "A&ccept what is proposed", ("Ctrl+Shift+A",)),
        None,
        Spec("redact", "&Redact here", ("R",)),
        Spec("leave", "&Leave in here", ("L",)),
        Spec("harm", "&Harm…", ("H",)),
        Spec("other", "Redact for &another reason…", ("Shift+R",)),
        None,
        Spec("box", "Draw &boxes", ("B",), checkable=True),
        Spec("by_lines", "Split the bo&x by lines", ("S",)),
        None,
        Spec("keep_only", "&Keep this, hide the rest of the page…", ("K",)),
        Spec("keep_people", "Keep only the lines that na&me…", ("Shift+K",)),
        Spec("withhold_page", "&Withhold this page…", ("W",)),
        Spec("withhold_pages", "Withhold pa&ges…", ("Shift+W",)),
        None,
        Spec("opinions", "Health &data: classes and opinions…", ("Ctrl+H",)),
        Spec("passage_class", "Cla&ss of the words selected…"),
        None,
        Spec("note", "N&ote, comment, or come back to this…", ("M",)),
    ),
    say("&People"): (
        Spec("redact_everywhere", "&Redact this person everywhere", ("Ctrl+Shift+R",)),
        Spec("leave_everywhere", "&Leave this person in everywhere…", ("Ctrl+Shift+L",)),
        Spec("works_here", "Named for their &work: a professional…", ("J",)),
        Spec("another_person", "Another person, not sta&ff", ("P",)),
        Spec("nobody", "This is &not a person", ("X", "Ctrl+Shift+X")),
        Spec("unsaid", "Say w&ho works here first", ("Shift+J",)),
        None,
        Spec("ask_consent", "&Consent of this person, and what was weighed…", ("Ctrl+Shift+C",)),
        Spec("same_person", "This is the sa&me person as…", ("Ctrl+Shift+M",)),
        Spec("show_person", "Show this &person", ("Ctrl+Shift+P",)),
        None,
        Spec("name", "&Add the name selected, everywhere", ("Shift+N",)),
        Spec("known", "What they &know already…", ("Ctrl+Shift+K",)),
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
        Spec("turn", "T&urn the page", ("Ctrl+R",)),
        None,
        Spec("documents_shown", "Show the &documents", ("F8",), checkable=True),
        Spec("panels_shown", "Show wha&t is to be decided", ("F9",), checkable=True),
        None,
        Spec("next_page", "&Next page", ("Ctrl+PgDown",)),
        Spec("previous_page", "Pre&vious page", ("Ctrl+PgUp",)),
        Spec("next_mark", "Next &mark", ("Ctrl+Down", ".")),
        Spec("previous_mark", "Previous mar&k", ("Ctrl+Up", ",")),
        None,
        Within(
            say("&Go to"),
            (
                Spec("to_todo", "&To do", ("Ctrl+1",)),
                Spec("to_people", "Peop&le", ("Ctrl+2",)),
                Spec("to_passages", "T&his page", ("Ctrl+3",)),
                Spec("to_pages", "The &pages", ("Ctrl+4",)),
                Spec("to_documents", "&Documents", ("Ctrl+5",)),
            ),
        ),
        Within(
            say("&Colours"),
            (
                Spec("theme_system", "Colours of the s&ystem", checkable=True),
                Spec("theme_light", "&Light", checkable=True),
                Spec("theme_dark", "&Dark", checkable=True),
                Spec("theme_contrast", "High &contrast", checkable=True),
            ),
        ),
    ),
    say("&Release"): (
        Spec("submit", "&Submit for approval…", ("Ctrl+Return",)),
        Spec("review", "Re&view: the risky first, and what is new", ("Ctrl+6",)),
        Spec("sample", "Read a samp&le of what stays readable…"),
        Spec("approve", "&Approve or return…", ("Ctrl+Shift+Return",)),
        None,
        Spec("looks", "&How the release looks…"),
        Spec("draft", "Make a &draft…"),
        Spec("export", "&Export the release…", ("Ctrl+E",)),
        Spec("open_result", "Open the res&ult"),
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


def entries(menu: tuple[Spec | Within | None, ...]) -> Iterator[Spec]:
    """Every entry of a menu, those of the menus within it too, in order."""
    for one in menu:
        if isinstance(one, Within):
            yield from entries(one.specs)
        elif one is not None:
            yield one
