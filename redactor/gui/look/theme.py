# SPDX-License-Identifier: AGPL-3.0-or-later
"""Light, dark and high contrast, following the system: a palette and a style sheet made of a few named colours."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QColor, QFont, QGuiApplication, QPalette, QPixmap
from PySide6.QtWidgets import QApplication

from redactor.gui import recent
from redactor.gui.look.colours import CONTRAST, DARK, LIGHT, Colours
from redactor.gui.look.style import sheet

#: What was chosen, once it was read: every row that is drawn asks for it.
_chosen: list[str] = []


def colours() -> Colours:
    """The colours of the theme in use."""
    if not _chosen:
        _chosen.append(recent.theme())
    chosen = _chosen[0]
    if chosen == "system":
        chosen = _of_the_system()
    return {"dark": DARK, "contrast": CONTRAST}.get(chosen, LIGHT)


def _of_the_system() -> str:
    hints = QGuiApplication.styleHints()
    if hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
        return "contrast"
    return "dark" if hints.colorScheme() == Qt.ColorScheme.Dark else "light"


def choose(name: str) -> None:
    """Keep to "light", "dark" or "contrast", or follow the "system" again; remembered."""
    recent.remember_theme(name)
    read_again()
    app = QApplication.instance()
    if isinstance(app, QApplication):
        dress(app)


def read_again() -> None:
    """What is remembered may be another choice by now."""
    _chosen.clear()


def use(app: QApplication) -> None:
    """Dress the application, now and whenever the system changes between light and dark."""
    app.setStyle("Fusion")
    font = QFont(app.font())
    if font.pointSizeF() < 9.5:
        font.setPointSizeF(9.5)
    app.setFont(font)
    hints = QGuiApplication.styleHints()
    hints.colorSchemeChanged.connect(lambda _: dress(app))
    hints.accessibility().contrastPreferenceChanged.connect(lambda _: dress(app))
    dress(app)


@contextmanager
def undressed() -> Iterator[None]:
    """While a window is put together: the style sheet is looked through for every part put into another, and once is
    enough, when all of them are there."""
    app = QApplication.instance()
    assert isinstance(app, QApplication), "there is a window"
    sheet_ = app.styleSheet()
    app.setStyleSheet("")
    try:
        yield
    finally:
        app.setStyleSheet(sheet_)


def dress(app: QApplication) -> None:
    c = colours()
    palette = QPalette()
    roles = QPalette.ColorRole
    for role, colour in {
        roles.Window: c.window, roles.WindowText: c.text, roles.Base: c.base, roles.AlternateBase: c.panel,
        roles.Text: c.text, roles.Button: c.raised, roles.ButtonText: c.text, roles.ToolTipBase: c.raised,
        roles.ToolTipText: c.text, roles.Highlight: c.chosen, roles.HighlightedText: c.text, roles.Link: c.accent,
        roles.PlaceholderText: c.faint, roles.BrightText: c.bad, roles.Mid: c.line, roles.Light: c.raised,
        roles.Dark: c.line, roles.Shadow: c.line, roles.Midlight: c.line, roles.Accent: c.accent,
    }.items():  # fmt: skip
        palette.setColor(role, QColor(colour))
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(c.faint))
    if c is CONTRAST:
        # Fusion outlines boxes to tick and choices in a pale grey, but in near black where the window has a texture.
        white = QPixmap(1, 1)
        white.fill(QColor(c.window))
        palette.setBrush(roles.Window, QBrush(white))
    app.setPalette(palette)
    # Taken off before it is put on. With Qt 6.11 exchanging it ended the program now and then, in setStyleSheet: it
    # goes through the parts it remembers dressing (one may be gone), and to put one on through those that are there.
    app.setStyleSheet("")
    app.setStyleSheet(sheet(c))


def faint(text: str) -> str:
    """A part of a label in markup, in the colour of what is only to be read."""
    return f'<span style="color: {colours().faint}">{escape(text)}</span>'
