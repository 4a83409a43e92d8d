# SPDX-License-Identifier: AGPL-3.0-or-later
"""People: merged by dragging, said in words before; what is left to decide walked by risk."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from redactor.casefile.store import CaseFile
from redactor.domain.mentions import Role
from redactor.gui.casework.told.people import PersonRow, TodoRow
from redactor.gui.deciding.splitting import SplitDialog
from redactor.gui.panels.merging import DRAGGED, merge_words
from redactor.gui.panels.people import PeoplePanel
from redactor.gui.panels.people_rows import about_person, person_row
from redactor.gui.panels.risk import RISK, by_risk
from redactor.gui.wording.words import TODO
from redactor.operations.request.consent import record_consent
from redactor.operations.view import CaseView
from redactor.review.questions.perhaps_at_work import WORK
from tests.gui.conftest import PASSPHRASE
from tests.gui.hand import Hand
from tests.gui.papers import OTHER, WORKER


def _person(name: str, mentions: int = 3, decision: str = "", role: str = "third_party") -> PersonRow:
    return PersonRow(name, name, (), role, "", "", "", mentions, 2, 0, decision, "TP", "", "redact")


def test_what_merging_does_is_said_before() -> None:
    text = merge_words([_person("Darren Holt", 12, "redact"), _person("Mr Holt", 3)])
    assert "Mr Holt is Darren Holt?" in text and "15 mentions" in text
    assert "All of them are redacted, as decided for Darren Holt" in text
    text = merge_words([_person("A", 1, "redact"), _person("B", 2, "disclose"), _person("C", 2)])
    assert "What was decided for B no longer holds" in text


def test_one_person_dropped_on_another_is_merged_and_undone(case_path: Path, open_window: Callable[..., Hand]) -> None:
    hand = open_window(case_path)
    desk, panel = hand.desk, hand.desk.people_panel
    hand.keys("Ctrl+2")
    before = {p.name for p in desk.people.values()}
    panel.choose(next(p.id for p in desk.people.values() if p.name == WORKER))
    target = next(n for n, row in enumerate(panel.list.rows) if row.key.name == OTHER)
    place = QPointF(panel.list.visualRect(panel.list.model().index(target, 0)).center())
    data = QMimeData()
    data.setData(DRAGGED, b"")
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    panel.list.dropEvent(QDropEvent(place, Qt.DropAction.MoveAction, data, buttons, keys))
    assert panel.merging.isVisible() and f"{WORKER} is {OTHER}?" in panel.merging.text.text()
    assert {p.name for p in desk.people.values()} == before, "nothing is done before it is agreed to"
    hand.after(lambda: hand.click(panel.merging.yes))
    assert WORKER not in {p.name for p in desk.people.values()}
    assert "merge" in desk.moved.undo
    hand.after(lambda: hand.keys("Ctrl+Z"))
    assert {p.name for p in desk.people.values()} == before


def test_leaving_in_everywhere_beyond_what_somebody_agreed_to_is_asked_first(
    case_path: Path, open_window: Callable[..., Hand]
) -> None:
    with CaseFile.open(case_path, PASSPHRASE) as case:
        view = CaseView(case)
        other = next(i for i, found in view.people.items() if found.name == OTHER)
        agreed = {"asked": "2026-01-02", "answer": "given", "answered": "2026-01-05", "scope": "the complaint form"}
        record_consent(view, other, agreed)
    hand = open_window(case_path)
    desk, panel = hand.desk, hand.desk.people_panel
    hand.keys("Ctrl+2")
    panel.choose(other)
    panel._why.setText("She agreed")
    panel.ground.setCurrentIndex(panel.ground.findData("CONSENT"))
    hand.click(panel.disclose_button)
    hand.wait(lambda: "the complaint form" in desk.notice.text)
    assert "opens" in desk.notice.text and "--" not in desk.notice.text
    assert QApplication.activeModalWidget() is None, "what is on record is not asked for again"
    assert not desk.people[other].decision, "nothing is decided before it is answered"
    hand.after(lambda: hand.click(desk.notice._action))
    assert desk.people[other].decision == "disclose" and "the complaint form" in desk.moved.undo


def test_decisions_hold_for_the_one_who_is_decided(qtbot: object) -> None:
    panel = PeoplePanel()
    told: list[tuple[str, dict[str, object]]] = []
    panel.decided.connect(lambda name, arguments: told.append((name, arguments)))
    panel.merging.ask([_person("Often", 90), _person("Decided", 2, "redact")])
    panel.merging.yes.click()
    assert told == [("merge", {"people": ["Decided", "Often"]})], "merging must not open what is redacted"


def test_next_walks_by_risk() -> None:
    assert set(TODO) <= set(RISK), "every kind of thing to do has its place"
    people = {p.id: p for p in (_person("known", 90), _person("unknown", 2, role=str(Role.UNKNOWN)))}
    rows = [
        TodoRow(kind + who, kind, "", 0, "", (), person=who)
        for kind, who in (("request", ""), ("harm_cue", ""), ("person", "known"), ("person", "unknown"), ("late", ""))
    ]
    people["staff"] = _person("staff", 400)
    rows.append(TodoRow("work", "person", "", 0, "", (), person="staff", subkind=WORK))
    walked = [row.kind + row.person for row in sorted(rows, key=lambda row: by_risk(row, people))]
    # Who reads as somebody at work comes after those of whom nothing says so, however often they are named.
    assert walked == ["personunknown", "personknown", "personstaff", "harm_cue", "late", "request"]


def test_a_persons_row_tells_what_is_surely_theirs_and_what_may_be() -> None:
    person = replace(_person("Jayden Dunmore", 64), possible=23, undecided=23)
    assert "41 + 23 possible" in person_row(person).detail and person_row(person).badge == "Redact?"
    assert "3 mentions" in person_row(_person("A")).detail
    # Once decided, the row says so, and nothing else counts them among those to decide.
    decided = replace(person, decision="redact")
    assert person.to_decide and not decided.to_decide and person_row(decided).badge == "Redacted (TP)"


def test_other_names_stand_once_however_they_are_written() -> None:
    names = ("DUNMORE, JAYDEN", "JAYDEN", "Jayden", "JAYDEN", "JAYDEN DUNMORE")
    assert about_person(replace(_person("Jayden Dunmore"), aliases=names)) == "Also: Jayden; DUNMORE, JAYDEN"


def test_redacting_is_not_what_is_proposed_for_somebody_who_is_redacted(qtbot: object) -> None:
    panel = PeoplePanel()
    panel.show_people([_person("Open"), _person("Done", decision="redact")])
    panel.choose("Open")
    assert panel.redact_button.property("main") is True
    panel.choose("Done")
    assert panel.redact_button.property("main") is False


def test_words_taken_for_names_are_left_in_together_with_nothing_typed(qtbot: object) -> None:
    panel = PeoplePanel()
    told: list[tuple[str, dict[str, object]]] = []
    panel.decided.connect(lambda name, arguments: told.append((name, arguments)))
    panel.show_people([_person("Easter"), _person("Mass"), _person("Bo Hale")])
    panel.choose("Easter")
    panel.list.setCurrentIndex(panel.list.model().index(0, 0))
    panel.list.selectAll()
    chosen = {person.id for person in panel.list.chosen()}
    panel.nobody_button.click()
    ((name, a),) = told
    assert name == "decide_people" and set(a["people"]) == chosen == {"Easter", "Mass", "Bo Hale"}  # type: ignore[call-overload]
    assert (a["outcome"], a["reason"], a["why"]) == ("disclose", "NOBODY", "Not a person")


def test_several_people_are_decided_in_one_step(case_path: Path, open_window: Callable[..., Hand]) -> None:
    hand = open_window(case_path)
    desk, panel = hand.desk, hand.desk.people_panel
    hand.keys("Ctrl+2")
    panel.list.select_keys({p.id for p in desk.people.values() if p.name in (OTHER, WORKER)})
    hand.after(panel.redact)
    decided = {p.name: p.decision for p in desk.people.values()}
    assert decided[OTHER] == decided[WORKER] == "redact"
    hand.after(lambda: hand.keys("Ctrl+Z"))
    assert not any(p.decision for p in desk.people.values()), "one undo takes the step back"
    hand.after(lambda: hand.keys("Ctrl+Shift+Z"))
    assert {p.name for p in desk.people.values() if p.decision} >= {OTHER, WORKER}


def test_whose_name_it_is_is_typed(case_path: Path, open_window: Callable[..., Hand]) -> None:
    hand = open_window(case_path)
    desk, panel = hand.desk, hand.desk.people_panel
    hand.keys("Ctrl+2")
    panel.choose(next(p.id for p in desk.people.values() if p.name == WORKER))
    hand.keys("Ctrl+Shift+M")
    hand.wait(lambda: panel.same.field.hasFocus())
    hand.type(panel.same.field, "nobody of that name")
    panel.same.take()
    assert panel.same.isVisible() and panel.same._hint.isVisible(), "a name that is not known is not guessed at"
    hand.type(panel.same.field, OTHER[:6].lower())
    panel.same.take()
    assert panel.same.isHidden() and f"{WORKER} is {OTHER}?" in panel.merging.text.text()
    hand.after(lambda: hand.click(panel.merging.yes))
    assert WORKER not in {p.name for p in desk.people.values()}


def test_several_chosen_are_each_other_and_nobody_is_typed(qtbot: object) -> None:
    panel = PeoplePanel()
    panel.show_people([_person("Bethany Craddock"), _person("Beth"), _person("Donna Dunmore")])
    panel.list.select_keys({"Bethany Craddock", "Beth"})
    panel.ask_same()
    assert panel.same.isHidden() and not panel.merging.isHidden()
    assert "they are one person" in panel.merging.text.text()


def test_words_that_are_nobodys_yet_are_said_to_be_somebodys(qtbot: object) -> None:
    panel = PeoplePanel()
    told: list[tuple[str, str]] = []
    panel.called_wanted.connect(lambda words, person: told.append((words, person)))
    panel.show_people([_person("Bethany Craddock"), replace(_person("Donna Dunmore"), aliases=("Mrs D",))])
    panel.ask_same("Beth")
    panel.same.field.setText("mrs d")
    panel.same.take()
    assert told == [("Beth", "Donna Dunmore")]


def test_the_person_of_a_mark_is_said_to_be_none_by_keys(case_path: Path, open_window: Callable[..., Hand]) -> None:
    hand = open_window(case_path)
    desk, panel = hand.desk, hand.desk.people_panel
    hand.keys("Ctrl+2")
    panel.choose(next(p.id for p in desk.people.values() if p.name == OTHER))
    hand.after(lambda: hand.keys("Ctrl+Shift+X"))
    assert next(p for p in desk.people.values() if p.name == OTHER).decision == "disclose"
    hand.after(lambda: hand.keys("Ctrl+Z"))
    assert next(p for p in desk.people.values() if p.name == OTHER).decision != "disclose"


def test_keys_on_the_list_of_people_mean_the_people(case_path: Path, open_window: Callable[..., Hand]) -> None:
    """Not the one mention of theirs that is framed on the page, while the others stay readable."""
    hand = open_window(case_path)
    desk, panel = hand.desk, hand.desk.people_panel
    hand.keys("Ctrl+2")
    hand.row(panel.list, next(n for n, row in enumerate(panel.list.rows) if row.key.name == WORKER))
    hand.wait(lambda: desk.pages.chosen_mark())
    panel.list.setFocus()
    hand.after(lambda: hand.keys("R"))
    worker = next(p for p in desk.people.values() if p.name == WORKER)
    assert worker.decision == "redact" and f"redact {WORKER} everywhere" in desk.moved.undo
    # L asks for the reason of leaving them in, everywhere too.
    panel.list.setFocus()
    hand.keys("L")
    assert panel._hint.isVisible()
    hand.type(panel._why, "They work for the council")
    panel.list.setFocus()
    hand.after(lambda: hand.keys("L"))
    worker = next(p for p in desk.people.values() if p.name == WORKER)
    assert worker.decision == "disclose" and f"disclose {WORKER} everywhere" in desk.moved.undo
    panel.list.setFocus()
    hand.keys("Shift+R")
    hand.wait(lambda: desk.reason_open)
    assert f"Redact {WORKER} everywhere" in desk.reason._title.text()


def test_mentions_that_are_somebody_else_are_told_by_the_words_around_them_and_split_off(
    case_path: Path, open_window: Callable[..., Hand]
) -> None:
    hand = open_window(case_path)
    desk = hand.desk
    person = next(p for p in desk.people.values() if p.name == OTHER)
    shown: list[tuple[str, str, str]] = []

    def choose(dialog: SplitDialog) -> None:
        hand.wait(lambda: all(row.words for row in dialog.list.rows))
        shown.extend(row.words for row in dialog.list.rows if row.words)
        hand.row(dialog.list, 0)
        assert dialog.field.text(), "a name is proposed"
        hand.click(dialog.field)
        hand.wait(lambda: dialog.field.selectedText() == dialog.field.text())
        QTest.keyClicks(dialog.field, "Somebody Else")
        hand.click(dialog.go)

    done = hand.dialog(SplitDialog, choose)
    hand.after(lambda: desk.people_work.split(person))
    done()
    assert shown and all(name and (before or after) for before, name, after in shown)
    assert "Somebody Else" in {p.name for p in desk.people.values()}
    hand.after(lambda: hand.keys("Ctrl+Z"))
    assert "Somebody Else" not in {p.name for p in desk.people.values()}


def test_who_goes_on_to_somebody_else_is_no_longer_asked_about_two_people(
    case_path: Path, open_window: Callable[..., Hand]
) -> None:
    hand = open_window(case_path)
    desk, panel = hand.desk, hand.desk.people_panel
    hand.keys("Ctrl+2")
    first, second, third = [row.key for row in panel.list.rows][:3]
    panel.choose(first.id)
    panel.merging.ask([first, second])
    assert panel.merging.isVisible() and panel._rename_action.isEnabled()
    panel.choose(second.id)
    assert panel.merging.isVisible(), "one of the two it is about"
    panel.choose(third.id)
    assert not panel.merging.isVisible() and not desk.moved.undo
    assert panel._below.isVisible(), "and they are there to be decided about"
    # The same of who is asked about as one of the staff.
    panel.works_here()
    assert panel.work.isVisible()
    panel.choose(first.id)
    assert not panel.work.isVisible() and not desk.moved.undo
