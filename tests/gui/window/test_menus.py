# SPDX-License-Identifier: AGPL-3.0-or-later
"""The menus: short enough to be read, every entry with a letter of its own, nothing lost in them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from PySide6.QtGui import QKeySequence, QShortcut

from redactor.gui.window.actions import shortcut_lines
from redactor.gui.window.menus import MENUS, Spec, Within, entries
from tests.gui.hand import Hand

#: Entries and menus within it: more than this nobody reads through.
LONGEST = 18


def letter(text: str) -> str:
    at = text.find("&")
    assert at >= 0, f"{text} has no letter to type"
    return text[at + 1].casefold()


def menus(specs: tuple[Spec | Within | None, ...]) -> list[tuple[Spec | Within, ...]]:
    """A menu and those within it."""
    here = tuple(one for one in specs if one is not None)
    return [here] + [found for one in here if isinstance(one, Within) for found in menus(one.specs)]


def test_each_letter_opens_one_thing() -> None:
    assert max(Counter(map(letter, MENUS)).values()) == 1
    for title, specs in MENUS.items():
        for menu in menus(specs):
            twice = [key for key, number in Counter(letter(one.text) for one in menu).items() if number > 1]
            assert not twice, (title, twice)


def test_no_menu_is_too_long_to_read() -> None:
    long = {title: len(menu) for title, specs in MENUS.items() for menu in menus(specs) if len(menu) > LONGEST}
    assert not long


def test_every_action_stands_in_a_menu_once(open_window: Callable[..., Hand]) -> None:
    names = [spec.name for specs in MENUS.values() for spec in entries(specs)]
    assert len(names) == len(set(names))
    assert set(open_window().window.actions_by_name) == set(names)


def test_the_sheet_of_shortcuts_names_every_key_also_those_that_no_menu_has(open_window: Callable[..., Hand]) -> None:
    hand = open_window()
    sheet = {key for lines in shortcut_lines().values() for _, key in lines}
    in_menus = {spec.keys for specs in MENUS.values() for spec in entries(specs) if spec.keys}
    assert len(in_menus) > 40 and {"N", "R", "L", "H", "Ctrl+K"} <= sheet
    native = QKeySequence.SequenceFormat.NativeText
    elsewhere = {each.key().toString(native) for each in hand.desk.findChildren(QShortcut)}
    assert {"F4", "F2", "Alt+Up"} <= elsewhere <= sheet
