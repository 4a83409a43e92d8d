# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the window remembers between runs: paths of cases and identities, and its shape. Nothing of any case."""

from __future__ import annotations

import threading
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

MOST = 8
#: Minutes; what an office PC's own screen lock is usually set to.
LOCK_AFTER = 10


def _settings() -> QSettings:
    return QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "Redactor", "window")


def _paths(key: str) -> list[str]:
    value = _settings().value(key, [])
    if isinstance(value, str):  # a list of one comes back so
        return [value]
    return [str(entry) for entry in value] if isinstance(value, list) else []


def _remember(key: str, path: str) -> None:
    def write() -> None:
        full = str(Path(path).absolute())
        _settings().setValue(key, [full, *(p for p in _paths(key) if p != full)][:MOST])

    # Written to the disk and made sure of: tens of milliseconds that the event loop need not wait for.
    threading.Thread(target=write, name="settings").start()


def cases() -> list[str]:
    """Recent cases that are still there, the latest first; none where the office does not want them shown."""
    if not shows_cases():
        return []
    return [path for path in _paths("cases") if Path(path).exists()]


def remember_case(path: str) -> None:
    if shows_cases():
        _remember("cases", path)


def shows_cases() -> bool:
    return str(_settings().value("shows_cases", "true")) == "true"


def show_cases(shown: bool) -> None:
    """Show recent cases on the start page, or neither show nor remember them."""
    _settings().setValue("shows_cases", "true" if shown else "false")
    if not shown:
        forget_cases()


def lock_after() -> int:
    """Minutes without a touch after which an open case is locked; 0: never."""
    try:
        return max(int(str(_settings().value("lock_after", LOCK_AFTER))), 0)
    except ValueError:
        return LOCK_AFTER


def remember_lock_after(minutes: int) -> None:
    _settings().setValue("lock_after", minutes)


def copies() -> bool:
    """Whether words of the record may be copied to the clipboard."""
    return str(_settings().value("copies", "false")) == "true"


def allow_copies(allowed: bool) -> None:
    _settings().setValue("copies", "true" if allowed else "false")


def forget_cases() -> None:
    _settings().remove("cases")


def identities() -> list[str]:
    return [path for path in _paths("identities") if Path(path).exists()]


def remember_identity(path: str) -> None:
    _remember("identities", path)


def shape(name: str) -> QByteArray:
    """The remembered shape of a window or splitter; empty when there is none."""
    value = _settings().value(f"shape/{name}")
    return value if isinstance(value, QByteArray) else QByteArray()


def remember_shape(name: str, value: QByteArray) -> None:
    _settings().setValue(f"shape/{name}", value)


def language() -> str:
    """ "en" or "cy"."""
    value = str(_settings().value("language", "en"))
    return value if value in ("en", "cy") else "en"


def remember_language(name: str) -> None:
    _settings().setValue("language", name)


def theme() -> str:
    """ "system", "light", "dark" or "contrast"."""
    value = str(_settings().value("theme", "system"))
    return value if value in ("light", "dark", "contrast") else "system"


def remember_theme(name: str) -> None:
    _settings().setValue("theme", name)
