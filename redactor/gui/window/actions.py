# SPDX-License-Identifier: AGPL-3.0-or-later
"""Every action by name, put into the menus that :mod:`redactor.gui.window.menus` lists."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from redactor.domain.saying import say
from redactor.gui.window.menus import MENUS, Keys, Spec, Within, entries
from redactor.gui.wording.language import tr

#: Keys that no menu has, since they mean something in one place only.
ELSEWHERE = {
    say("In a form beside the page"): (
        (say("Save"), "Ctrl+Return"),
        (say("Cancel"), Keys.Cancel),
        (say("Harm: health, education or social work data"), "F4"),
    ),
    say("In the list of documents"): (
        (say("One further up in the release"), "Alt+Up"),
        (say("One further down in the release"), "Alt+Down"),
        (say("Its title, date and kind"), "F2"),
        (say("Leave it out of the release"), "Del"),
    ),
    say("Where several are decided together"): (
        (say("Redact"), "R"),
        (say("Leave in"), "L"),
        (say("Not decided yet"), "Del"),
    ),
}


def make_menus(window: QMainWindow) -> list[QMenu]:
    """The menus of the window's bar, with nothing in them yet."""
    return [window.menuBar().addMenu(tr(title)) for title in MENUS]


def make_actions(
    window: QMainWindow, menus: Sequence[QMenu], does: dict[str, Callable[[], object]]
) -> dict[str, QAction]:
    """The actions, put into the menus of :func:`make_menus`."""
    made: dict[str, QAction] = {}

    def fill(menu: QMenu, specs: tuple[Spec | Within | None, ...]) -> None:
        for spec in specs:
            if spec is None:
                menu.addSeparator()
            elif isinstance(spec, Within):
                fill(menu.addMenu(tr(spec.text)), spec.specs)
            else:
                made[spec.name] = _action(spec, window, does[spec.name])
                menu.addAction(made[spec.name])

    for menu, specs in zip(menus, MENUS.values(), strict=True):
        fill(menu, specs)
    made["quit"].setMenuRole(QAction.MenuRole.QuitRole)
    made["about"].setMenuRole(QAction.MenuRole.AboutRole)
    return made


def _action(spec: Spec, window: QMainWindow, does: Callable[[], object]) -> QAction:
    action = QAction(tr(spec.text), window)
    action.setCheckable(spec.checkable)
    action.setShortcuts(_shortcuts(spec))
    action.triggered.connect(lambda _=False: does())
    return action


def _shortcuts(spec: Spec) -> list[QKeySequence]:
    """Each key once: two of the same on one action make both dead."""
    found: list[QKeySequence] = []
    for key in spec.keys:
        for keys in QKeySequence.keyBindings(key) if isinstance(key, Keys) else [QKeySequence(key)]:
            if keys not in found:
                found.append(keys)
    return found


def shortcut_lines() -> dict[str, list[tuple[str, str]]]:
    """(words, keys) for the sheet of shortcuts, by menu, and by place for what is in none; menus without any are left
    out."""
    lines = {
        tr(title).replace("&", ""): [
            (tr(spec.text).replace("&", "").rstrip("…"), keys[0].toString(QKeySequence.SequenceFormat.NativeText))
            for spec in entries(specs)
            # A standard key may have none on this platform.
            if (keys := _shortcuts(spec))
        ]
        for title, specs in MENUS.items()
    }
    native = QKeySequence.SequenceFormat.NativeText
    for title, more in ELSEWHERE.items():
        lines[tr(title)] = [(tr(text), QKeySequence(keys).toString(native)) for text, keys in more]
    return {title: found for title, found in lines.items() if found}
