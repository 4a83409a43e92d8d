# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the first process of :mod:`tests.started` imports: the whole program below the window, and its models."""

from __future__ import annotations

import importlib
import multiprocessing
import os
import pkgutil
import threading
from multiprocessing import forkserver, resource_tracker

from redactor.workers import start
from tests import started

#: A copy of a process has its one thread only.
os.environ.update(dict.fromkeys(start._ONE_THREAD, "1"))
for package in ("bundle", "release", "operations", "detect", "gui.casework"):
    loaded = importlib.import_module(f"redactor.{package}")
    for module in pkgutil.walk_packages(loaded.__path__, loaded.__name__ + "."):
        importlib.import_module(module.name)

importlib.import_module("redactor.detect.tasks").names_and_harm_in(["Gareth Pole rang."])
assert threading.active_count() == 1


def _die_with(_: int) -> None:
    """The kernel would end a worker with the process it is a copy of; that the starter is gone is seen by its pipe."""
    threading.Thread(target=start._leave_after_parent, name="parent-watch", daemon=True).start()


start._die_with = _die_with
# What a copy starts is a copy too, of this process and not of another that it would start.
forkserver._forkserver.ensure_running = resource_tracker.ensure_running  # type: ignore[method-assign]
multiprocessing.get_context = started._context  # type: ignore[assignment]
