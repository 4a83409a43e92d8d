# SPDX-License-Identifier: AGPL-3.0-or-later
"""Welsh where somebody has translated it, English where nobody has."""

from __future__ import annotations

import re
import shutil
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QDialogButtonBox
from pytestqt.qtbot import QtBot

from redactor.gui import recent
from redactor.gui.look.parts import button
from redactor.gui.window.preferences import PreferencesDialog
from redactor.gui.wording import language
from tests.gui.catalogue import gather
from tests.gui.hand import Hand

#: What is put into a sentence by name; a translator may put it elsewhere.
NAMED = re.compile(r"\{(\w*)[^}]*\}")
SOURCE = language.FOLDER / "redactor_cy.ts"


@pytest.fixture
def welsh(qapp: QApplication) -> Iterator[None]:
    language.use(qapp, "cy")
    yield
    language.use(qapp, "en")


def test_standard_buttons_are_welsh(qtbot: QtBot, welsh: None) -> None:
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel | QDialogButtonBox.StandardButton.Save)
    qtbot.addWidget(box)
    assert {each.text().replace("&", "") for each in box.buttons()} == {"Canslo", "Cadw"}
    assert button("Cancel").accessibleName() == "Canslo"


def test_what_nobody_has_translated_stays_english(qtbot: QtBot, welsh: None) -> None:
    assert button("Redact here").text() == "Redact here"


def test_the_window_comes_up_in_welsh(welsh: None, open_window: Callable[..., Hand]) -> None:
    hand = open_window()
    menus = [each.text() for each in hand.window.menuBar().actions()]
    assert menus == [
        "&Case", "&Golygu", "D&ocuments", "&Decide", "&People", "G&weld", "&Release", "Af&ter", "&Cymorth"
    ]  # fmt: skip
    keys = {each.shortcut().toString() for each in hand.window.actions_by_name.values()}
    assert {"N", "R", "Ctrl+K"} <= keys, "keys do not change with the language"


def test_the_language_is_chosen_and_remembered(open_window: Callable[..., Hand]) -> None:
    hand = open_window()
    dialog = PreferencesDialog(hand.window)
    assert recent.language() == "en"
    dialog.language.setCurrentIndex(dialog.language.findData("cy"))
    dialog.try_accept()
    assert recent.language() == "cy"


def test_the_catalogue_in_use_is_made_from_the_one_that_can_be_edited(tmp_path: Path) -> None:
    gather.make(SOURCE, tmp_path / "redactor_cy.qm")
    assert (tmp_path / "redactor_cy.qm").read_bytes() == SOURCE.with_suffix(".qm").read_bytes()


def test_every_text_of_the_program_is_in_the_catalogue(tmp_path: Path) -> None:
    shutil.copy(SOURCE, tmp_path / SOURCE.name)
    gather.update(tmp_path / SOURCE.name, gather.texts())
    again = (tmp_path / SOURCE.name).read_text("utf-8")
    assert again == SOURCE.read_text("utf-8"), "run: python resources/languages/gather.py"


def test_no_translation_loses_its_key_or_what_is_put_into_it() -> None:
    for message in ET.parse(SOURCE).iter("message"):
        english, translation = message.findtext("source") or "", message.find("translation")
        for other in [*translation.itertext()] if translation is not None else []:
            if other.strip():
                assert ("&" in english) == ("&" in other), english
                assert set(NAMED.findall(english)) == set(NAMED.findall(other)), english
