# SPDX-License-Identifier: AGPL-3.0-or-later
"""Words, colours and geometry that need no window."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor

from redactor.domain.dates import british
from redactor.domain.geometry import Box
from redactor.gui.casework.told.pages import PageRow, WordBoxes
from redactor.gui.look import theme
from redactor.gui.look.marks import LEGEND
from redactor.gui.pages.images import tiles_over
from redactor.gui.pages.layout import GAP, Layout
from redactor.gui.pages.selection import nearest_word, select_words, word_at
from redactor.gui.wording import words
from redactor.gui.wording.hints import without_commands


@pytest.mark.parametrize(
    ("shell", "screen"),
    [
        ("Analyse the case first: redactor analyse CASE", "Analyse the case first"),
        ("Submit it and have a team lead approve it (redactor submit, approve), or make a draft (--draft)",
         "Submit it and have a team lead approve it, or make a draft"),
        ("Say why (--why W)", "Say why"),
        ("Choose a larger limit: redactor settings CASE --volume-mb 30 --as ID", "Choose a larger limit"),
        ("Decide it: redactor challenge CASE --number N --outcome O --as ID", "Decide it"),
        ("Check the path", "Check the path"),
    ],
)  # fmt: skip
def test_hints_for_the_shell_lose_their_commands(shell: str, screen: str) -> None:
    assert without_commands(shell) == screen


def test_numbers_and_dates_are_british() -> None:
    assert words.count(1, "page") == "1 page" and words.count(1204, "page") == "1,204 pages"
    assert british("2026-03-03") == "3 March 2026"
    assert british("no date") == "no date"
    assert words.span_of_time(240) == "about 4 minutes" and words.span_of_time(7200) == "about 2 hours"


def _luminance(colour: str) -> float:
    def linear(value: float) -> float:
        return value / 12.92 if value <= 0.03928 else ((value + 0.055) / 1.055) ** 2.4

    c = QColor(colour)
    return 0.2126 * linear(c.redF()) + 0.7152 * linear(c.greenF()) + 0.0722 * linear(c.blueF())


def contrast(one: str, other: str) -> float:
    """WCAG 2.1, 1.4.3."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("c", [theme.LIGHT, theme.DARK, theme.CONTRAST], ids=["light", "dark", "contrast"])
def test_text_has_contrast_enough(c: theme.Colours) -> None:
    grounds = (c.window, c.panel, c.base, c.raised, c.chosen)
    pairs = [(c.text, ground) for ground in grounds] + [(c.faint, g) for g in (c.window, c.panel, c.base, c.raised)]
    pairs += [(c.warn, c.warn_ground), (c.good, c.good_ground), (c.bad, c.bad_ground), (c.on_accent, c.accent)]
    pairs += [(c.bad, c.window), (c.warn, c.panel), (c.bad, c.panel)]
    assert [pair for pair in pairs if contrast(*pair) < 4.5] == []


def pages(number: int) -> list[PageRow]:
    return [PageRow("d", n, 595, 842 if n % 3 else 400, "read") for n in range(1, number + 1)]


def test_the_layout_finds_the_page_at_every_height() -> None:
    layout = Layout(pages(50), 1.0)
    for number, top in enumerate(layout.tops):
        assert layout.at(top) == number and layout.at(top + layout.heights[number] - 1) == number
    assert layout.height == layout.tops[-1] + layout.heights[-1] + GAP
    assert list(layout.visible(layout.tops[3], 10)) == [3]
    assert list(Layout((), 1.0).visible(0, 500)) == []


def test_tiles_cover_what_shows_and_nothing_beyond_the_page() -> None:
    page = PageRow("d", 1, 595, 842, "read")
    clips = [clip for _, _, clip in tiles_over(page, 4.0, Box(100, 100, 700, 900))]
    assert min(c.x0 for c in clips) <= 100 and max(c.x1 for c in clips) == 595
    assert min(c.y0 for c in clips) <= 100 and max(c.y1 for c in clips) == 842


def test_a_selection_snaps_to_whole_words() -> None:
    boxes = (*tuple(Box(10 + 50 * n, 20, 50 + 50 * n, 32) for n in range(3)), Box(10, 40, 50, 52))
    found = WordBoxes(("d", 1), "one two six\nten", (0, 4, 8, 12), (3, 7, 11, 15), boxes, (0, 0, 0, 1))
    assert word_at(found, 30, 25) == 0 and word_at(found, 55, 25) is None
    assert nearest_word(found, 58, 26) == 1 and nearest_word(found, 400, 46) == 3
    selection = select_words(found, 3, 1)
    assert selection.text == "two six ten" and selection.span == (4, 15) and len(selection.boxes) == 2


def test_a_mark_is_called_the_same_wherever_it_shows() -> None:
    assert words.state("proposed", "possible") == dict(LEGEND)["possible"] == words.TODO["possible"]
    assert words.state("proposed", "proposed") == dict(LEGEND)["proposed"]
    assert words.state("redacted", "possible") == "Redacted"
