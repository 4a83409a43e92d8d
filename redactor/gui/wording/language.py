# SPDX-License-Identifier: AGPL-3.0-or-later
"""The language of the window. A catalogue is made with Qt's own tools; what it lacks stays English.

``resources/languages/redactor_cy.ts`` is what a translator edits (Qt Linguist opens it); ``gather.py`` beside it puts
in every text of the program and makes the ``.qm``, which is what is loaded. The program's own words have the context
"Redactor"; those of Qt's standard buttons have Qt's.

Words reach the screen in two ways. The window's own go through :func:`tr`. What the case process sends is English and
remembers what it was made of (:mod:`redactor.domain.saying`); :func:`told` puts a whole message into the language in
use as it comes in.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Hashable
from functools import cache
from typing import Any

from PySide6.QtCore import QCoreApplication, QTranslator

from redactor.domain.catalogue import RESOURCES
from redactor.domain.saying import Said, say
from redactor.gui import recent

FOLDER = RESOURCES / "languages"
CONTEXT = "Redactor"
#: Each in its own words.
LANGUAGES = {"en": "English", "cy": "Cymraeg"}


#: What is in use besides English.
_catalogues: list[QTranslator] = []


def use(app: QCoreApplication, language: str = "") -> None:
    """Show what is made from now on in ``language``, or in the one that was chosen."""
    catalogue = QTranslator(app)
    loaded = catalogue.load(f"redactor_{language or recent.language()}", str(FOLDER))
    use_catalogue(app, catalogue if loaded else None)


def use_catalogue(app: QCoreApplication, catalogue: QTranslator | None) -> None:
    """Show what is made from now on in this catalogue's words; None: in English."""
    while _catalogues:
        app.removeTranslator(_catalogues.pop())
    if catalogue is not None:
        app.installTranslator(catalogue)
        _catalogues.append(catalogue)


def tr(text: str, /, **values: Any) -> str:
    """``text`` in the language in use, with ``values`` put in by name; as it is where nobody has translated it. For
    words of the program, never for words of a case."""
    return str(told(text if isinstance(text, Said) and not values else say(text, **values)))


def told(message: Any) -> Any:
    """A message of the case process with all its sentences in the language in use. Dataclasses, tuples, lists and
    dictionaries come back as they are where nothing in them changes, and all of it while English is in use."""
    if not _catalogues:
        return message
    if isinstance(message, Said):
        return message.told(_find)
    if isinstance(message, (str, bytes, int, float)) or message is None:
        return message
    if isinstance(message, (tuple, list)):
        parts = [told(part) for part in message]
        if all(new is old for new, old in zip(parts, message, strict=True)):
            return message
        return type(message)(*parts) if hasattr(message, "_fields") else type(message)(parts)
    if isinstance(message, dict):
        return {key: told(value) for key, value in message.items()}
    names = _fields(type(message))  # type: ignore[arg-type]  # a class is hashable
    changed = {name: new for name in names if (new := told(old := getattr(message, name))) is not old}
    return dataclasses.replace(message, **changed) if changed else message


@cache
def _fields(kind: Hashable) -> tuple[str, ...]:
    if not isinstance(kind, type) or not dataclasses.is_dataclass(kind):
        return ()
    return tuple(field.name for field in dataclasses.fields(kind) if field.init)


def _find(template: str, number: int | None) -> str:
    if not template:
        return template
    return QCoreApplication.translate(CONTEXT, template, None, -1 if number is None else number)
