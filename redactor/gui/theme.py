# SPDX-License-Identifier: AGPL-3.0-or-later
"""Light, dark and high contrast, following the system: a palette and a style sheet made of a few named colours."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QColor, QFont, QGuiApplication, QPalette, QPixmap
from PySide6.QtWidgets import QApplication

from redactor.gui import recent
from redactor.gui.style import sheet


@dataclass(frozen=True)
class Colours:
    """Contrast of text on its ground is 4.5 or more in every theme, 7 or more in high contrast (checked in a test)."""

    window: str
    panel: str
    base: str
    raised: str
    line: str
    text: str
    faint: str
    accent: str
    on_accent: str
    chosen: str
    warn: str
    warn_ground: str
    good: str
    good_ground: str
    bad: str
    bad_ground: str
    desk: str


LIGHT = Colours(
    window="#f3f4f6", panel="#f8f9fa", base="#ffffff", raised="#ffffff", line="#d4d8de", text="#1b1f24",
    faint="#5a6270", accent="#1d5fa8", on_accent="#ffffff", chosen="#d9e7f7", warn="#7a4a00", warn_ground="#fdf1d8",
    good="#1c6b3a", good_ground="#e2f3e8", bad="#a3211b", bad_ground="#fbe4e2", desk="#dfe2e7",
)  # fmt: skip
DARK = Colours(
    window="#1f2226", panel="#24282d", base="#1a1d20", raised="#2c3137", line="#41474f", text="#e6e9ed",
    faint="#a3abb6", accent="#6aaaf0", on_accent="#10161d", chosen="#2b415a", warn="#f2c572", warn_ground="#3d321c",
    good="#86d3a1", good_ground="#1f3527", bad="#ff9d94", bad_ground="#45211f", desk="#131517",
)  # fmt: skip

#: Black on white with every edge drawn: for eyes that need it, and for a projector.
CONTRAST = Colours(
    window="#ffffff", panel="#ffffff", base="#ffffff", raised="#ffffff", line="#000000", text="#000000",
    faint="#484848", accent="#00308f", on_accent="#ffffff", chosen="#ffe97a", warn="#4d2b00", warn_ground="#fff3cf",
    good="#003d17", good_ground="#e5ffee", bad="#7a0000", bad_ground="#ffecec", desk="#b8b8b8",
)  # fmt: skip


def colours() -> Colours:
    """The colours of the theme in use."""
    chosen = recent.theme()
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
    app = QApplication.instance()
    if isinstance(app, QApplication):
        dress(app)


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
def undressed(app: QApplication) -> Iterator[None]:
    """While a window is put together: the style sheet is looked through for every part put into another, and once is
    enough, when all of them are there."""
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
    app.setStyleSheet(sheet(c))
