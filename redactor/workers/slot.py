# SPDX-License-Identifier: AGPL-3.0-or-later
"""One worker process and the watch over it."""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from typing import Any

import psutil

from redactor.domain.allowance import TIMES, Allowance
from redactor.domain.errors import RedactorError
from redactor.workers.start import begin, worker_pid

#: How often a running task is looked at, in seconds.
_TICK = 0.1
#: A worker that has not come up after this many seconds never will.
_START = 120.0
#: A worker that holds more bytes than this does not begin with another kind of work.
_ROOM = 300 * 2**20
#: What takes documents in and reads their text, without a model: a worker that finds people does it too while it holds
#: no more bytes than this, for to start anew and load its models again takes longer than to read a late paper.
_LIGHT = frozenset({"operations.intake.reading_tasks.read_packed", "bundle.tasks.identify_mended"})
_SPARE = 450 * 2**20
#: The modules whose tasks load no models: any worker does them, and stays what it was.
_WITHOUT_MODELS = frozenset({"bundle.copy_tasks"})


class WorkerDied(RedactorError):
    """The worker process was lost with this task, and only this one. ``reason`` is "killed", "deadline", "still",
    "busy" (see :class:`~redactor.domain.allowance.Allowance`), "memory", "cancelled" or "start"."""

    def __init__(self, what: str, where: str = "", do: str = "", reason: str = "killed") -> None:
        super().__init__(what, where, do)
        self.reason = reason

    def __reduce__(self) -> tuple[type[WorkerDied], tuple[str, str, str, str]]:
        return type(self), (self.what, self.where, self.do, self.reason)


@dataclass(frozen=True, slots=True)
class Limits:
    """``deadline`` in seconds of computing a task, ``memory`` in bytes of resident memory, ``nice`` as for nice(1)."""

    deadline: float
    memory: int
    nice: int


class Slot:
    """A place for one worker process. The process starts with the first task and again after a loss.

    :meth:`run` is called by one thread at a time; :meth:`kill` by any.
    """

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self._executor: ProcessPoolExecutor | None = None
        self._process: psutil.Process | None = None
        self._busy = False
        self._stopped = ""
        self._kind = ""

    @property
    def pid(self) -> int | None:
        """The worker's process id while there is one."""
        return self._process.pid if self._process is not None else None

    def run(self, deadline: float, fn: Callable[..., Any], args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
        """The task's result. Raises what the task raised, or WorkerDied when its worker was lost."""
        self._stopped = ""
        self._busy = True
        try:
            light = _name(fn) in _LIGHT
            if self._kind and _kind(fn) not in ("", self._kind) and self._memory() > (_SPARE if light else _ROOM):
                # The models that read and those that find people may not fit into one worker's memory.
                self._dispose()
            executor = self._started()
            self._kind = (self._kind if light else "") or _kind(fn) or self._kind
            if self._stopped:
                raise _died(self._stopped, self.limits, deadline)
            inner = executor.submit(fn, *args, **kwargs)
            self._watch(inner, deadline)
            result = inner.result()
        except BrokenProcessPool as error:
            self._dispose()
            raise _died(self._stopped or "killed", self.limits, deadline) from error
        finally:
            self._busy = False
        if self._memory() > 0.75 * self.limits.memory:
            # It did its work within the limit; a fresh one leaves the next task room.
            self._dispose()
        return result

    def kill(self, reason: str) -> None:
        """Kill the worker now if a task runs in it; that task fails with WorkerDied(``reason``)."""
        if not self._busy:
            return
        self._stopped = self._stopped or reason
        process = self._process
        if process is not None:
            with contextlib.suppress(psutil.Error):
                process.kill()

    def close(self) -> None:
        """End the worker and wait until it is gone."""
        self._dispose()

    def _started(self) -> ProcessPoolExecutor:
        if self._executor is not None and self._alive():
            return self._executor
        self._dispose()
        context = multiprocessing.get_context("spawn")
        arguments = (os.getpid(), self.limits.nice)
        executor = ProcessPoolExecutor(1, mp_context=context, initializer=begin, initargs=arguments)
        try:
            self._process = psutil.Process(executor.submit(worker_pid).result(_START))
        except (BrokenProcessPool, TimeoutError, psutil.Error) as error:
            executor.shutdown(wait=False, cancel_futures=True)
            raise _died("start", self.limits, 0.0) from error
        self._executor = executor
        return executor

    def _alive(self) -> bool:
        """Whether the worker is there; one that was killed while idle must not cost a task."""
        if self._process is None:
            return False
        try:
            return bool(self._process.is_running() and self._process.status() != psutil.STATUS_ZOMBIE)
        except psutil.Error:
            return False

    def _watch(self, inner: Future[Any], deadline: float) -> None:
        """Return when the task is done; kill its worker when it takes too long or too much memory. While others keep
        this PC busy a task may take longer."""
        done = threading.Event()
        inner.add_done_callback(lambda _: done.set())
        allowance = Allowance(deadline)
        began, computed = time.monotonic(), self._computed()
        while not done.wait(_TICK):
            if over := allowance.over(time.monotonic() - began, self._computed() - computed):
                self.kill(over)
            elif self._memory() > self.limits.memory:
                self.kill("memory")

    def _computed(self) -> float:
        """Seconds the worker has computed since it started."""
        if self._process is None:
            return 0.0
        try:
            return float(sum(self._process.cpu_times()[:2]))
        except psutil.Error:
            return 0.0

    def _memory(self) -> int:
        if self._process is None:
            return 0
        try:
            return int(self._process.memory_info().rss)
        except psutil.Error:
            return 0

    def _dispose(self) -> None:
        self._kind = ""
        executor, self._executor = self._executor, None
        process, self._process = self._process, None
        if process is not None:
            with contextlib.suppress(psutil.Error):
                process.kill()
        if executor is not None:
            executor.shutdown(wait=True, cancel_futures=True)


def _kind(fn: Callable[..., Any]) -> str:
    """Which models a task of ours may load: those that find people, or those that read; "" for what loads none, and
    for others' tasks."""
    package, _, rest = (getattr(fn, "__module__", "") or "").partition(".")
    if package != "redactor" or rest in _WITHOUT_MODELS:
        return ""
    return "finding" if rest.startswith("detect") else "reading"


def _name(fn: Callable[..., Any]) -> str:
    """A task of ours by its module and name."""
    return f"{getattr(fn, '__module__', '')}.{getattr(fn, '__name__', '')}".removeprefix("redactor.")


def _died(reason: str, limits: Limits, deadline: float) -> WorkerDied:
    said = {
        "killed": "the process reading it was ended from outside or crashed",
        "deadline": f"it took longer than {deadline:g} seconds of computing",
        "still": f"nothing was done for longer than {deadline:g} seconds",
        "busy": f"this PC was too busy with other work: it was not done within {TIMES * deadline / 60:.0f} minutes",
        "memory": f"it needed more than {limits.memory // 2**20} MB of memory",
        "cancelled": "it was cancelled",
        "start": "a worker process could not be started",
    }[reason]
    do = "Close other programs on this PC, and try again" if reason == "busy" else ""
    return WorkerDied(said, do=do, reason=reason)
