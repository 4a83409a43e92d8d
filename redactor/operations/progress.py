# SPDX-License-Identifier: AGPL-3.0-or-later
"""How long work tells how far it is: ``progress(done, total, what)``; total 0 when it is not known."""

from __future__ import annotations

from collections.abc import Callable

Progress = Callable[[int, int, str], None]


def silent(done: int, total: int, what: str) -> None:
    """Tells nobody."""
