# SPDX-License-Identifier: AGPL-3.0-or-later
"""The window in a language nobody speaks, a third longer than English: nothing stays English, nothing is cut."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QDialog

from redactor.casefile.store import CaseFile
from redactor.gui.evidence.looks import LooksDialog
from redactor.gui.window.help import AboutDialog, LegendDialog, ShortcutsDialog
from redactor.gui.window.preferences import PreferencesDialog
from redactor.gui.wording import language
from redactor.operations.view import CaseView
from redactor.review.release.settings import effective_settings
from tests.gui.conftest import PASSPHRASE
from tests.gui.hand import Hand
from tests.gui.pseudo import Pseudo, cut, english

#: What stays as it is in every language.
OWN = frozenset({"Redactor", "English", "Cymraeg", "Iaith", "SAR"})


@pytest.fixture
def pseudo(qapp: QApplication) -> Iterator[None]:
    language.use_catalogue(qapp, Pseudo())
    yield
    language.use_catalogue(qapp, None)


def case_words(path: Path) -> Callable[[str], bool]:
    """Words of the case: names, what was found on the pages, and files."""
    with CaseFile.open(path, PASSPHRASE, user="test") as case:
        view = CaseView(case)
        said = [str(view.fact(name)) for name in ("subject", "reference")]
        for person in view.people.values():
            said += [person.name, *person.aliases, person.relationship]
        said += [mention.text for mention in view.mentions] + [mention.why for mention in view.mentions]
        said += [document.name for document in view.documents.values()]
    known = {word.casefold() for text in said for word in re.findall(r"[A-Za-z]{3,}", text)}
    return lambda word: word in OWN or word.casefold() in known


def test_the_start_and_a_new_case(pseudo: None, open_window: Callable[..., Hand]) -> None:
    hand = open_window()
    assert not english(hand.window, OWN.__contains__) and not cut(hand.window)
    hand.window.new_case()
    QApplication.processEvents()
    assert not english(hand.window, OWN.__contains__) and not cut(hand.window.stack)


def test_the_desk(pseudo: None, open_window: Callable[..., Hand], case_path: Path) -> None:
    theirs = case_words(case_path)
    hand = open_window(case_path)
    desk = hand.desk
    for number in range(desk.tabs.count()):
        desk.tabs.setCurrentIndex(number)
        QApplication.processEvents()
        assert not english(hand.window, theirs)
    desk.tabs.setCurrentWidget(desk.todo)
    desk.going.next_to_decide()
    hand.wait(desk.todo.list.chosen)
    assert not english(hand.window, theirs) and not cut(desk.right)
    key = desk.pages.current
    hand.wait(lambda: desk.pages.overlay.fresh(key))
    desk.pages.choose(key, next(mark for mark in desk.pages.overlay.marks(key).marks if mark.person and mark.boxes))
    hand.wait(desk.card.isVisible)
    assert not english(desk.card, theirs) and not cut(desk.card)
    hand.after(desk.decisions.accept)
    assert "⟦" in desk.moved.undo and not english(hand.window, theirs)
    settings = effective_settings({})
    for dialog in (
        PreferencesDialog(hand.window),
        LegendDialog(hand.window),
        ShortcutsDialog(hand.window),
        AboutDialog(hand.window),
        LooksDialog(hand.window.client, settings, True, hand.window),
    ):
        look(dialog, theirs)


def test_what_is_refused_below_the_window(pseudo: None, open_window: Callable[..., Hand], case_path: Path) -> None:
    theirs = case_words(case_path)
    hand = open_window(case_path)
    desk = hand.desk
    for name, arguments, said in (
        ("decide_people", {"people": ["p-0"], "outcome": "redact"}, "⟦nobody in this case has the id 'p-0'"),
        ("decide_mentions", {"mentions": [], "outcome": "redact"}, "⟦no mention was chosen"),
        ("withhold", {"document": next(iter(desk.names)), "first": 9, "last": 1, "reason": "TP"}, "9"),
    ):
        desk.notice.hide()
        desk.decisions.decide(name, **arguments)
        hand.wait(desk.notice.isVisible)
        assert said in desk.notice.text and not english(desk.notice, theirs)


def look(dialog: QDialog, theirs: Callable[[str], bool]) -> None:
    dialog.show()
    QApplication.processEvents()
    try:
        assert not english(dialog, theirs) and not cut(dialog)
    finally:
        dialog.close()
