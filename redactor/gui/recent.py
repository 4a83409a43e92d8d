# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the window remembers between runs: paths of cases and identities, and its shape. Nothing of any case."""

from __future__ import annotations

import threading
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

MOST = 8


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
    """Recent cases that are still there, the latest first."""
    return [path for path in _paths("cases") if Path(path).exists()]


def remember_case(path: str) -> None:
    _remember("cases", path)


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


def theme() -> str:
    """ "system", "light" or "dark"."""
    value = str(_settings().value("theme", "system"))
    return value if value in ("light", "dark") else "system"


def remember_theme(name: str) -> None:
    _settings().setValue("theme", name)
