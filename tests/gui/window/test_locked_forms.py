# SPDX-License-Identifier: AGPL-3.0-or-later
"""Forms and menus left open when the window locks: nothing of them shows, and what was typed is there afterwards."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPoint, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QMessageBox

from redactor.gui.casework.told.case import Problem
from redactor.gui.evidence.request import RequestDialog
from redactor.gui.forms.asking import Ask, AskDialog
from redactor.gui.reviewing.forms import NoteDialog
from tests.gui.conftest import PASSPHRASE
from tests.gui.hand import Hand
from tests.gui.test_whole_way import sign_in


def unlock(hand: Hand) -> None:
    hand.type(hand.window.locked.field, PASSPHRASE)
    hand.click(hand.window.locked.go)


def modal() -> object:
    return QApplication.activeModalWidget()


def when(hand: Hand, until: Callable[[], bool], act: Callable[[], object]) -> None:
    """Later, from no loop of its own: a dialog that waits can only go on when what called it has returned."""
    timer = QTimer(hand.window)

    def look() -> None:
        if until():
            timer.stop()
            act()

    timer.timeout.connect(look)
    timer.start(20)


def test_a_form_half_filled_is_there_again_as_it_was(open_window: Callable[..., Hand], case_path: Path) -> None:
    hand = open_window(case_path)
    hand.wait(lambda: hand.desk.evidence.clock is not None)
    seen: list[str] = []

    def fill() -> None:
        dialog = modal()
        assert isinstance(dialog, RequestDialog)
        received = dialog.field("received")
        assert isinstance(received, QLineEdit)
        hand.type(received, "31/01/2026")
        hand.window.lock()
        seen.append("hidden" if not dialog.isVisible() and modal() is None else "shows")
        # Only once this has returned does the dialog wait by itself, as it does in life.
        QTimer.singleShot(0, come_back)

    def come_back() -> None:
        when(hand, lambda: isinstance(modal(), RequestDialog), save)
        unlock(hand)

    def save() -> None:
        dialog = modal()
        assert isinstance(dialog, RequestDialog) and hand.window.stack.currentWidget() is hand.desk
        received = dialog.field("received")
        assert isinstance(received, QLineEdit)
        seen.append(received.text())
        hand.click(dialog.go)

    QTimer.singleShot(0, fill)
    hand.window.actions_by_name["request"].trigger()
    assert seen == ["hidden", "31/01/2026"]
    hand.wait(lambda: hand.window.status.due.text().startswith("Due 2 March 2026"))


def test_one_form_over_another_comes_back_over_it(open_window: Callable[..., Hand], case_path: Path) -> None:
    hand = open_window(case_path)
    outer = AskDialog("The first", (Ask("why", "Why", "long"),), hand.window.client, "nothing", hand.window)
    inner = AskDialog("The second", (Ask("who", "Who", "long"),), hand.window.client, "nothing", outer)
    ended: list[str] = []

    def lock() -> None:
        assert modal() is inner
        QTest.keyClicks(inner.fields["who"], "Her aunt")
        hand.window.lock()
        assert not inner.isVisible() and not outer.isVisible()
        QTimer.singleShot(0, come_back)

    def come_back() -> None:
        when(hand, lambda: modal() is inner, second)
        unlock(hand)

    def second() -> None:
        assert outer.isVisible() and inner.values()["who"] == "Her aunt"
        when(hand, lambda: modal() is outer, first)
        inner.done(1)

    def first() -> None:
        assert outer.isVisible() and outer.isModal()
        outer.done(2)

    def open_both() -> None:
        QTimer.singleShot(0, lock)
        ended.append(f"second {inner.exec()}")

    QTimer.singleShot(0, open_both)
    assert outer.exec() == 2 and ended == ["second 1"]


def test_what_opens_while_it_is_locked_waits(open_window: Callable[..., Hand], case_path: Path) -> None:
    """An answer of the case may come after the lock, and open a dialog."""
    hand = open_window(case_path)
    late = AskDialog("Late", (Ask("who", "Who", "long"),), hand.window.client, "nothing", hand.window)
    hand.window.lock()

    def look() -> None:
        assert not late.isVisible() and modal() is None
        when(hand, lambda: modal() is late, lambda: late.done(3))
        unlock(hand)

    QTimer.singleShot(0, look)
    assert late.exec() == 3


def test_closing_the_case_ends_what_was_open(open_window: Callable[..., Hand], case_path: Path) -> None:
    hand = open_window(case_path)
    asked = AskDialog("Open", (Ask("who", "Who", "long"),), hand.window.client, "nothing", hand.window)

    def lock() -> None:
        hand.window.lock()
        QTimer.singleShot(0, lambda: hand.click(hand.window.locked.away))

    QTimer.singleShot(0, lock)
    assert asked.exec() == 0
    hand.wait(lambda: hand.window.stack.currentWidget() is hand.window.start)
    assert not asked.isVisible()


def test_menus_and_questions_go_when_it_locks(open_window: Callable[..., Hand], case_path: Path) -> None:
    hand = open_window(case_path)
    menu = QMenu(hand.window)
    menu.addAction("Darren Holt")
    menu.popup(hand.window.mapToGlobal(QPoint(200, 200)))
    hand.wait(menu.isVisible)
    hand.window.lock()
    assert not menu.isVisible()
    unlock(hand)
    hand.opened()

    # A question that takes no "no" is hidden all the same.
    box = QMessageBox(hand.window)
    box.addButton("One", QMessageBox.ButtonRole.AcceptRole)
    box.addButton("Two", QMessageBox.ButtonRole.AcceptRole)
    QTimer.singleShot(0, hand.window.lock)
    box.exec()
    assert not box.isVisible() and hand.window.stack.currentWidget() is hand.window.locked


def test_a_form_that_is_refused_while_it_is_locked_can_be_sent_again(
    open_window: Callable[..., Hand], case_path: Path
) -> None:
    hand = open_window(case_path)
    reviewing, answers = hand.desk.reviewing, list[Callable[[Problem], None]]()
    dialog = NoteDialog("a page", lead=False, parent=hand.desk)
    seen: list[bool] = []

    def ask(name: str, done: object, refused: Callable[[Problem], None], **_: object) -> int:
        answers.append(refused)
        return 0

    def send() -> None:
        hand.type(dialog.field, "Is this his uncle?")
        dialog.try_accept()
        hand.window.lock()
        answers[0](Problem("BadInput", "the case did not take it"))
        QTimer.singleShot(0, come_back)

    def come_back() -> None:
        when(hand, lambda: modal() is dialog, look)
        unlock(hand)

    def look() -> None:
        seen.extend([dialog.go.isEnabled(), dialog.error.isVisible(), not hand.desk.notice.isVisible()])
        dialog.done(0)

    real, client = hand.desk.client.ask, hand.desk.client
    client.ask = ask  # type: ignore[assignment]
    QTimer.singleShot(0, lambda: (send(), setattr(client, "ask", real)))
    reviewing._carry_out(dialog, "write_note", dict)
    assert seen == [True, True, True]


def filled_in(hand: Hand, unlocked: Callable[[], object]) -> tuple[AskDialog, list[object]]:
    """A form that Tom half fills in when the window locks; it is unlocked with the passphrase of the case alone."""
    form = AskDialog("Of Tom", (Ask("why", "Why", "long"),), hand.window.client, "nothing", hand.window)
    ended: list[object] = []

    def lock() -> None:
        QTest.keyClicks(form.fields["why"], "His aunt asked for it")
        hand.window.lock()
        QTimer.singleShot(0, case_passphrase)

    def case_passphrase() -> None:
        when(hand, lambda: hand.window.stack.currentWidget() is hand.desk, unlocked)
        unlock(hand)

    QTimer.singleShot(0, lock)
    ended.append(form.exec())
    return form, ended


def test_what_somebody_was_filling_in_waits_until_they_are_back(
    open_window: Callable[..., Hand], case_path: Path, tmp_path: Path
) -> None:
    hand, seen = open_window(case_path), list[object]()
    sign_in(hand, tmp_path, "Tom Reyes", "caseworker")

    def unlocked() -> None:
        QTest.qWait(50)
        seen.append(modal())
        seen.append(hand.desk.notice.text)
        sign_in(hand, tmp_path, "Tom Reyes", "caseworker")
        when(hand, lambda: isinstance(modal(), AskDialog), back)

    def back() -> None:
        form = modal()
        assert isinstance(form, AskDialog)
        seen.append(form.values()["why"])
        form.done(4)

    _, ended = filled_in(hand, unlocked)
    assert seen[0] is None, "nobody is signed in: it is nobody's to go on with"
    assert "What Tom Reyes was filling in is there again then." in str(seen[1])
    assert seen[2] == "His aunt asked for it" and ended == [4]


def test_what_somebody_was_filling_in_is_nobody_elses(
    open_window: Callable[..., Hand], case_path: Path, tmp_path: Path
) -> None:
    hand = open_window(case_path)
    sign_in(hand, tmp_path, "Tom Reyes", "caseworker")
    form, ended = filled_in(hand, lambda: sign_in(hand, tmp_path, "Ada Khan", "caseworker"))
    assert ended == [0] and not form.isVisible() and modal() is None
    assert hand.desk.who and hand.desk.who.name == "Ada Khan"


def test_a_reason_half_typed_waits_for_whoever_typed_it(
    open_window: Callable[..., Hand], case_path: Path, tmp_path: Path
) -> None:
    hand = open_window(case_path)
    desk, locked = hand.desk, hand.window.locked
    sign_in(hand, tmp_path, "Tom Reyes", "caseworker")
    key = hand.page("Case notes.pdf", 1)

    def half_type() -> None:
        hand.show_page(key)
        hand.select(key, "shouting", "Tuesday")
        hand.keys("H")
        hand.wait(lambda: desk.reason_open)
        hand.type(desk.reason.field("who"), "The neighbour")

    def lock() -> None:
        hand.keys("Ctrl+L")
        hand.wait(locked.field.hasFocus)
        unlock(hand)
        hand.opened()

    half_type()
    lock()
    assert desk.who is None and not desk.reason_open
    assert "What Tom Reyes was filling in is there again then." in desk.notice.text
    # Nor does it come by opening the same form: nobody is signed in.
    hand.show_page(key)
    hand.select(key, "shouting", "Tuesday")
    hand.keys("H")
    hand.wait(lambda: desk.reason_open)
    assert not desk.reason.fields()
    hand.keys("Esc")
    sign_in(hand, tmp_path, "Tom Reyes", "caseworker")
    hand.wait(lambda: desk.reason_open)
    assert desk.reason.fields() == {"who": "The neighbour"}
    lock()
    sign_in(hand, tmp_path, "Ada Khan", "caseworker")
    assert not desk.reason_open
    sign_in(hand, tmp_path, "Tom Reyes", "caseworker")
    assert not desk.reason_open, "somebody else was at the desk: it is nowhere"


def test_words_of_nobody_in_particular_come_back_to_whoever_is_told_so_and_asks(
    open_window: Callable[..., Hand], case_path: Path, tmp_path: Path
) -> None:
    hand = open_window(case_path)
    desk, notice, locked = hand.desk, hand.desk.notice, hand.window.locked
    key = hand.page("Case notes.pdf", 1)

    def half_type() -> None:
        hand.show_page(key)
        hand.select(key, "shouting", "Tuesday")
        hand.keys("H")
        hand.wait(lambda: desk.reason_open)
        hand.type(desk.reason.field("who"), "The neighbour")

    def lock() -> None:
        hand.keys("Ctrl+L")
        hand.wait(locked.field.hasFocus)
        unlock(hand)
        hand.opened()

    half_type()
    lock()
    assert not desk.reason_open and "by somebody who was not signed in" in notice.text
    hand.click(notice._action)
    assert desk.reason_open and not notice.isVisible()
    assert desk.reason.fields() == {"who": "The neighbour"}
    # Signing in does not make them somebody's, unasked.
    lock()
    sign_in(hand, tmp_path, "Tom Reyes", "caseworker")
    assert not desk.reason_open
    hand.click(notice._action)
    assert desk.reason.fields() == {"who": "The neighbour"}
    hand.keys("Esc")


def test_words_of_nobody_in_particular_are_not_lost_with_what_told_of_them(
    open_window: Callable[..., Hand], case_path: Path
) -> None:
    hand = open_window(case_path)
    desk, locked = hand.desk, hand.window.locked
    number = next(n for n, row in enumerate(desk.todo.list.rows) if row.key is not None and row.key.kind == "person")
    hand.keys("Ctrl+1")
    hand.row(desk.todo.list, number)
    hand.type(desk.todo._why, "His mother knows her")
    hand.keys("Ctrl+L")
    hand.wait(locked.field.hasFocus)
    unlock(hand)
    hand.opened()
    assert not desk.todo._why.text() and "by somebody who was not signed in" in desk.notice.text
    desk.notice.dismiss()
    assert desk.todo._why.text() == "His mother knows her"


def test_a_dialog_of_nobody_in_particular_says_so(open_window: Callable[..., Hand], case_path: Path) -> None:
    hand = open_window(case_path)
    said: list[str] = []

    def back() -> None:
        form = modal()
        assert isinstance(form, AskDialog) and form.values()["why"] == "His aunt asked for it"
        said.append(form.error.text() if form.error.isVisible() else "")
        form.done(0)

    filled_in(hand, lambda: when(hand, lambda: isinstance(modal(), AskDialog), back))
    assert "by somebody who was not signed in" in said[0]


def test_a_reason_half_typed_below_a_list_waits_for_whoever_typed_it(
    open_window: Callable[..., Hand], case_path: Path, tmp_path: Path
) -> None:
    hand = open_window(case_path)
    desk, locked = hand.desk, hand.window.locked
    sign_in(hand, tmp_path, "Tom Reyes", "caseworker")
    hand.settled_down()

    def lock() -> None:
        hand.keys("Ctrl+L")
        hand.wait(locked.field.hasFocus)
        unlock(hand)
        hand.opened()

    number = next(n for n, row in enumerate(desk.todo.list.rows) if row.key is not None and row.key.kind == "person")
    hand.keys("Ctrl+1")
    hand.row(desk.todo.list, number)
    hand.type(desk.todo._why, "His mother knows her")
    hand.keys("Ctrl+2")
    hand.row(desk.people_panel.list, 0)
    hand.type(desk.people_panel._why, "Everybody at school knew")
    typed = (desk.todo._why, desk.people_panel._why)
    lock()
    assert [line.text() for line in typed] == ["", ""]
    assert "What Tom Reyes was filling in is there again then." in desk.notice.text
    sign_in(hand, tmp_path, "Tom Reyes", "caseworker")
    assert [line.text() for line in typed] == ["His mother knows her", "Everybody at school knew"]
    lock()
    sign_in(hand, tmp_path, "Ada Khan", "caseworker")
    sign_in(hand, tmp_path, "Tom Reyes", "caseworker")
    assert [line.text() for line in typed] == ["", ""], "somebody else was at the desk: it is nowhere"


def test_a_reason_typed_about_one_person_is_no_reason_for_another(
    open_window: Callable[..., Hand], case_path: Path
) -> None:
    hand = open_window(case_path)
    hand.keys("Ctrl+2")
    panel = hand.desk.people_panel
    hand.wait(lambda: len(panel.list.rows) > 1)
    hand.row(panel.list, 0)
    hand.type(panel._why, "Everybody at school knew")
    hand.row(panel.list, 1)
    assert panel._why.text() == ""
