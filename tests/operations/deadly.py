# SPDX-License-Identifier: AGPL-3.0-or-later
"""A page that kills every worker that reads it, for real: the process gets SIGKILL."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from concurrent.futures import Executor, Future
from typing import Any

from redactor.operations.intake import reading_tasks


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


class DeadlyPage(Executor):
    """Hands everything to ``pool``, except that reading a range with ``page`` in it kills the worker.

    ``times`` limits how often; None is always."""

    def __init__(self, pool: Executor, page: int, times: int | None = None) -> None:
        self.pool, self.page, self.times = pool, page, times
        self.deaths = 0

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        if fn is reading_tasks.read_packed and (self.times is None or self.deaths < self.times):
            first, last, offset = args[2], args[3], kwargs.get("offset", 0)
            if first + offset <= self.page <= last + offset:
                self.deaths += 1
                return self.pool.submit(die)
        return self.pool.submit(fn, *args, **kwargs)
