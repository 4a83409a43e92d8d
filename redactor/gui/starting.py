# SPDX-License-Identifier: AGPL-3.0-or-later
"""What makes the window come up sooner: to be called before the rest of it is imported."""

from __future__ import annotations

import builtins
import gc

import PySide6.QtCore  # noqa: F401 - what it puts in the place of Python's import is put back below


def lightly() -> None:
    """From here on the program is loaded without work that is of no use to it."""
    # PySide6 reads the source of every module imported after it, and keeps it, to see whether it uses ways of writing
    # (``__feature__``) that nothing here uses: a tenth of the time.
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
    # What is loaded stays, so that looking through it for garbage is in vain; the window collects its own
    # (:mod:`redactor.gui.window.tidying`).
    gc.disable()
