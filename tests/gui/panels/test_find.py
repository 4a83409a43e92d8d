# SPDX-License-Identifier: AGPL-3.0-or-later
"""A search says what it could not look at: nobody is to believe that a name is nowhere because a scan is not read."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from redactor.domain.geometry import Box
from redactor.gui.casework.told.pages import Hit
from redactor.gui.panels.find import FindPanel

HIT = Hit("sha", 1, "Holt", (Box(0, 0, 10, 10),), (0, 4), "", "")


def test_a_search_says_how_many_pages_it_could_not_look_at(qtbot: QtBot) -> None:
    panel = FindPanel()
    qtbot.addWidget(panel)
    panel.set_unread(3)
    assert panel._title.text() == "", "nothing was looked for"
    panel.run("Holt", "words")
    panel.show_hits([], False)
    assert panel._title.text() == "“Holt” is on none of the pages. · not read, so not searched: 3 pages"
    panel.set_unread(1)
    assert panel._title.text().endswith("not read, so not searched: 1 page · pages were read since: search again")
    panel.run("Holt", "words")
    panel.show_hits([HIT], False)
    assert panel._title.text() == "1 place on 1 page · not read, so not searched: 1 page"
    # What is told of the places later does not make the search a new one.
    panel.set_unread(0)
    panel.show_hidden([HIT], ["all"])
    assert panel._title.text() == "1 place on 1 page · 1 hidden already · pages were read since: search again"
    panel.run("Holt", "words")
    assert panel._title.text() == "Looking…"
    panel.set_unread(2)
    assert panel._title.text() == "Looking…"
    panel.show_hits([HIT, HIT], True)
    assert panel._title.text().startswith("More than 2 places on 1 page")


def test_what_is_two_words_rather_stands_apart_and_is_not_redacted_with_the_rest(qtbot: QtBot) -> None:
    panel = FindPanel()
    qtbot.addWidget(panel)
    panel.set_writable(True)
    panel.run("Asher", "words")
    sure = [Hit("sha", page, "Asher", (), (page, page + 5)) for page in (1, 2)]
    panel.show_hits([*sure, Hit("sha", 1, "as her", (), (50, 56), apart=True)], False)
    headings = [row.title for row in panel.list.rows if row.heading]
    assert len(headings) == 2 and headings[1].startswith("Perhaps two words")
    assert panel.open_hits == sure and "the 2 still open" in panel.all_button.text()
