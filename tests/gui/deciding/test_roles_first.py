# SPDX-License-Identifier: AGPL-3.0-or-later
"""Before everything proposed is accepted: who of them may be staff is said, gone through by keys, and undone in one."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from redactor.gui.panels.people_rows import UNSAID
from redactor.operations.finding.analyse import analyse
from redactor.operations.intake.intake import add_paths
from redactor.operations.request.case import new_case
from redactor.workers.pool import Pool
from tests.gui.conftest import PASSPHRASE
from tests.gui.hand import Hand
from tests.gui.papers import NOTES, SUBJECT, make_pdf

NAMED = ("Rowan Tallis", "Gwen Harker", "Bridget Oakes")
MORE = (
    (
        "Contact sheet",
        f"{NAMED[0]} came to the flat at noon and stayed for an hour with {SUBJECT}.",
        f"{NAMED[1]} was told of it on the telephone the same day.",
        f"{NAMED[2]} wrote that the flat was cold.",
    ),
    ("Contact sheet, continued", f"{NAMED[0]} and {NAMED[1]} spoke about the flat again."),
)


@pytest.fixture(scope="module")
def unsaid_case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("unsaid")
    (folder / "papers").mkdir()
    (folder / "papers" / "Case notes.pdf").write_bytes(make_pdf(NOTES))
    (folder / "papers" / "Contact sheet.pdf").write_bytes(make_pdf(MORE))
    path = folder / "tallis.case"
    with new_case(path, PASSPHRASE, reference="SAR-9", subject=SUBJECT) as case, Pool(slots=1) as pool:
        add_paths(case, [folder / "papers"], pool)
        analyse(case, pool)
    return path


@pytest.fixture
def hand(unsaid_case: Path, tmp_path: Path, open_window: Callable[..., Hand]) -> Hand:
    made = open_window(Path(shutil.copy(unsaid_case, tmp_path / "tallis.case")))
    unsaid = {p.name for p in made.desk.people.values() if p.staff}
    assert unsaid >= set(NAMED), "nothing says who these are"
    return made


def chosen(hand: Hand) -> list[str]:
    return [person.name for person in hand.desk.people_panel.list.chosen()]


def test_accepting_says_first_whom_it_would_hide_and_offers_to_go_through_them(hand: Hand) -> None:
    next_ = hand.desk.todo.next
    hand.keys("Ctrl+1")
    assert next_.warning.isVisible() and NAMED[0] in next_.warning.text()
    assert next_.staff_button.property("main") and not next_.accept_button.property("main")
    hand.click(next_.staff_button)
    panel = hand.desk.people_panel
    assert panel.isVisible() and panel.list.hasFocus() and panel._filter.currentData() == UNSAID
    assert {row.title for row in panel.list.rows} == {p.name for p in hand.desk.people.values() if p.staff}
    assert chosen(hand) == [panel.list.rows[0].title]


def test_several_are_said_to_be_staff_by_two_keys_and_one_undo_takes_it_back(hand: Hand) -> None:
    desk, panel = hand.desk, hand.desk.people_panel
    hand.keys("Shift+J")
    panel.list.select_keys({p.id for p in desk.people.values() if p.name in NAMED[:2]})
    reach = {p.name: (p.mentions, p.pages) for p in panel.list.chosen()}
    hand.keys("J")
    assert panel.work.isVisible() and not panel._below.isVisible()
    mentions = sum(number for number, _ in reach.values())
    hand.wait(lambda: f"{mentions} mentions on 2 pages" in panel.work.text.text())
    assert not any(p.role == "professional" and p.name in NAMED for p in desk.people.values()), "nothing is done yet"
    hand.after(lambda: hand.keys("2"))
    said = {p.name: (p.role, p.profession, p.undecided) for p in desk.people.values() if p.name in NAMED[:2]}
    assert set(said.values()) == {("professional", "health", 0)}
    assert not panel.work.isVisible() and panel.list.hasFocus()
    assert chosen(hand) and not set(chosen(hand)) & set(NAMED[:2]), "the keys go on with who is left"
    hand.after(lambda: hand.keys("Ctrl+Z"))
    assert {p.name for p in desk.people.values() if p.staff} >= set(NAMED)
    # Enter takes the kind that was taken last; Esc none.
    panel.choose(next(p.id for p in desk.people.values() if p.name == NAMED[2]))
    panel.list.setFocus()
    hand.keys("J")
    hand.keys("Esc")
    assert panel.work.isHidden() and panel.list.hasFocus()
    hand.keys("J")
    assert panel.work.buttons["health"].hasFocus()


def test_who_is_no_staff_stays_proposed_and_the_note_goes(hand: Hand) -> None:
    desk, panel = hand.desk, hand.desk.people_panel
    hand.keys("Shift+J")
    for _ in range(len(panel.list.rows)):
        before = chosen(hand)
        hand.after(lambda: hand.keys("P"))
        assert chosen(hand) != before
    assert not panel.list.rows and "Ctrl+1" in panel._going_through.text()
    assert all(p.to_decide for p in desk.people.values() if p.name in NAMED), "they are hidden when it is accepted"
    hand.keys("Ctrl+1")
    assert not desk.todo.next.warning.isVisible() and desk.todo.next.accept_button.property("main")


def test_accepting_by_keys_shows_first_whom_it_would_hide(hand: Hand) -> None:
    desk = hand.desk
    hand.keys("Ctrl+2")
    head = desk.moved.head
    hand.keys("Ctrl+Shift+A")
    assert desk.todo.next.warning.isVisible() and "press the keys again" in desk.notice.text
    hand.settled_down()
    assert desk.moved.head == head, "nothing is accepted yet"
    hand.after(lambda: hand.keys("Ctrl+Shift+A"))
    assert all(p.decision == "redact" for p in desk.people.values() if p.name in NAMED)


def test_words_taken_for_a_name_go_by_one_key_and_the_next_is_chosen(hand: Hand) -> None:
    desk, panel = hand.desk, hand.desk.people_panel
    hand.keys("Shift+J")
    first, second = panel.list.rows[0].title, panel.list.rows[1].title
    hand.after(lambda: hand.keys("X"))
    assert next(p.decision for p in desk.people.values() if p.name == first) == "disclose"
    assert chosen(hand) == [second]
