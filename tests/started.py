# SPDX-License-Identifier: AGPL-3.0-or-later
"""Processes for the tests that have the program loaded when they start.

A process from nothing spends two seconds of computing on loading the program and its models, and the tests start
hundreds. Here one process for each test runner loads them, once, and every other begins as a copy of it that nothing
has happened in yet: a process of its own, which gets its questions, its environment and its end as ever. Tests of the
starting itself use :func:`from_nothing`; so does every program a test runs by its name.
"""

from __future__ import annotations

import multiprocessing
import multiprocessing.context
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from multiprocessing import forkserver
from pathlib import Path
from typing import Any

_AS_EVER = multiprocessing.get_context
_ROOT = str(Path(__file__).resolve().parents[1])
#: What the first process imports before anything is asked of it.
LOADED = "tests.loaded"


class _Process(multiprocessing.context.ForkServerProcess):
    """Starts with the environment of whoever starts it, as a process from nothing does."""

    _environment: dict[str, str]

    def start(self) -> None:
        _start_the_first()
        self._environment = dict(os.environ)
        super().start()

    def run(self) -> None:
        os.environ.clear()
        os.environ.update(self._environment)
        super().run()


class _Loaded(multiprocessing.context.ForkServerContext):
    Process = _Process  # type: ignore[assignment]


_LOADED = _Loaded()


def _context(method: str | None = None) -> Any:
    return _LOADED if method == "spawn" else _AS_EVER(method)


def use() -> None:
    """From here on the program's processes start loaded. Not where there is no fork."""
    if sys.platform == "linux":
        _LOADED.set_forkserver_preload([LOADED])
        multiprocessing.get_context = _context  # type: ignore[assignment]


@cache
def _start_the_first() -> None:
    # It finds the tests by its environment alone.
    before = os.environ.get("PYTHONPATH")
    os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, (_ROOT, before)))
    try:
        forkserver._forkserver.ensure_running()
    finally:
        if before is None:
            del os.environ["PYTHONPATH"]
        else:
            os.environ["PYTHONPATH"] = before


@contextmanager
def from_nothing() -> Iterator[None]:
    """Processes start within as they do for users."""
    before, multiprocessing.get_context = multiprocessing.get_context, _AS_EVER
    try:
        yield
    finally:
        multiprocessing.get_context = before
