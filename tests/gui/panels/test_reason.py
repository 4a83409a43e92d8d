# SPDX-License-Identifier: AGPL-3.0-or-later
"""What is typed about one passage goes on record for no other, nor for another question."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from redactor.gui.panels.reason import ReasonForm


def form(qtbot: QtBot) -> ReasonForm:
    made = ReasonForm()
    qtbot.addWidget(made)
    return made


def choose(asked: ReasonForm, code: str) -> None:
    codes = [asked.reason.itemData(n).code for n in range(asked.reason.count())]
    asked.reason.setCurrentIndex(codes.index(code))


def test_nothing_of_the_passage_before_stands_in_the_form(qtbot: QtBot) -> None:
    asked = form(qtbot)
    asked.ask("Harm", "the first passage", "subject", harm_first=True, reason="H-HARM")
    asked.field("who").setPlainText("The subject")
    asked.field("opinion").setPlainText("Dr Brown, psychiatrist")
    asked.save()
    asked.ask("Harm", "the second passage", "subject", harm_first=True, reason="H-HARM")
    assert not asked.fields() and not asked.typed
    asked.ask("Withhold page 1", "a letter", "subject")
    assert "who" not in asked.fields()


def test_another_reason_keeps_only_answers_to_the_same_question(qtbot: QtBot) -> None:
    asked = form(qtbot)
    asked.ask("Harm", "a passage", "subject", harm_first=True, reason="H-HARM")
    for name, text in {"who": "The subject", "likelihood": "Likely", "opinion": "Dr Brown"}.items():
        asked.field(name).setPlainText(text)
    choose(asked, "SW-HARM")
    # Who is likely to be harmed is asked there too; which social work professional judged it is another question.
    assert asked.fields() == {"who": "The subject", "likelihood": "Likely"}
    choose(asked, "TP")
    assert "who" not in asked.fields()
    choose(asked, "H-HARM")
    assert asked.fields() == {"who": "The subject", "likelihood": "Likely", "opinion": "Dr Brown"}


def test_what_is_on_record_is_shown_for_its_own_reason_only(qtbot: QtBot) -> None:
    asked = form(qtbot)
    asked.ask("Complete the reason", "a passage", "subject", reason="H-HARM", fields={"who": "The subject"})
    assert asked.fields() == {"who": "The subject"}
    choose(asked, "TP")
    assert "who" not in asked.fields()


def test_the_law_is_told_with_what_to_do_before_it_is_argued_with(qtbot: QtBot) -> None:
    asked = form(qtbot)
    asked.ask("Harm", "a passage", "subject", reason="SW-HARM")
    told = " ".join(each.text() for each in asked.findChildren(QLabel))
    assert "Sch 3 para 11" in told and "read the paragraph itself first" in told and "not checked" not in told
    asked.ask("Redact", "a passage", "subject", reason="TP")
    told = " ".join(each.text() for each in asked.findChildren(QLabel) if not each.isHidden())
    assert "Sch 2 para 16(1)." in told


def test_what_is_no_date_is_told_while_it_is_typed(qtbot: QtBot) -> None:
    asked = form(qtbot)
    asked.ask("Harm", "a passage", "subject", harm_first=True, reason="SW-HARM")
    for name in ("who", "likelihood", "seriousness", "prejudice", "opinion"):
        asked.field(name).setPlainText("Said")
    asked.field("opinion_date").setPlainText("T. Lead, team manager")
    told = {line.text() for line in asked.findChildren(QLabel)}
    assert any("is no date" in line for line in told)
    assert "Everything that must be on record is there." not in told
    asked.field("opinion_date").setPlainText("20/11/2026")
    assert "Everything that must be on record is there." in {line.text() for line in asked.findChildren(QLabel)}
    assert asked.fields()["opinion_date"] == "2026-11-20"


def test_words_below_the_legal_test_are_questioned_while_they_are_typed(qtbot: QtBot) -> None:
    asked = form(qtbot)
    asked.show()
    asked.ask("Harm", "a passage", "subject", harm_first=True, reason="ED-HARM")

    def questions() -> list[str]:
        return [
            line.text() for line in asked.findChildren(QLabel) if line.isVisibleTo(asked) and "below" in line.text()
        ]

    assert not questions()
    asked.field("seriousness").setPlainText("It would be upsetting for her")
    assert len(questions()) == 1 and "“upsetting”" in questions()[0]
    asked.field("seriousness").setPlainText("It would be upsetting for her, and she may take another overdose")
    assert not questions()
    asked.field("seriousness").setPlainText("He would be angry")
    choose(asked, "TP")
    assert not questions(), "another reason has another test"
