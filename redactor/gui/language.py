# SPDX-License-Identifier: AGPL-3.0-or-later
"""The language of the window. A catalogue is made with Qt's own tools; what it lacks stays English.

``resources/languages/redactor_cy.ts`` is what a translator edits (Qt Linguist opens it); ``pyside6-lrelease`` makes the
``.qm`` beside it, which is what is loaded. The window's own words have the context "Redactor"; those of Qt's standard
buttons have Qt's.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QTranslator

from redactor.domain.catalogue import RESOURCES
from redactor.gui import recent

FOLDER = RESOURCES / "languages"
CONTEXT = "Redactor"
LANGUAGES = {"en": "English", "cy": "Cymraeg"}


def use(app: QCoreApplication, language: str = "") -> None:
    """Show what is made from now on in ``language``, or in the one that was chosen."""
    for old in app.findChildren(QTranslator):
        app.removeTranslator(old)
        old.deleteLater()
    catalogue = QTranslator(app)
    if catalogue.load(f"redactor_{language or recent.language()}", str(FOLDER)):
        app.installTranslator(catalogue)


def tr(text: str) -> str:
    """``text`` in the language in use; as it is where nobody has translated it. For words of the program, never for
    words of a case."""
    return QCoreApplication.translate(CONTEXT, text) if text else text
