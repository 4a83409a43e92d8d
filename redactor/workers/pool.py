# SPDX-License-Identifier: AGPL-3.0-or-later
"""The pool: an executor in which one lost worker costs one task.

A ``ProcessPoolExecutor`` of several workers fails all its tasks when one worker is killed. This one has a
single-worker executor for each slot, so a worker that crashes, hangs or swells takes only its own task
with it, and its slot starts a new one.
"""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable
from concurrent.futures import Executor, Future
from dataclasses import dataclass
from typing import Any, ParamSpec, TypeVar

from redactor.workers.inline import InlineExecutor
from redactor.workers.slot import Limits, Slot, WorkerDied

__all__ = ["InlineExecutor", "Pool", "WorkerDied"]

P = ParamSpec("P")
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _Task:
    future: Future[Any]
    deadline: float
    fn: Callable[..., Any]
    args: tuple[Any, ...]
    kwargs: dict[str, Any]


class Pool(Executor):
    """Runs importable functions in spawned processes, at most ``slots`` at once.

    A task that computes for longer than ``deadline`` seconds or stands still for as long, or whose worker comes to
    hold more than ``memory_limit`` bytes, is ended; its future, and no other, raises WorkerDied, which says why.
    Workers start when they are first needed, run at low priority, write no core dumps and end with this process.
    """

    def __init__(
        self, slots: int = 2, *, deadline: float = 120.0, memory_limit: int = 1536 * 2**20, nice: int = 5
    ) -> None:
        if slots < 1:
            raise ValueError("a pool needs a slot at least")
        self._limits = Limits(deadline, memory_limit, nice)
        self._tasks: queue.SimpleQueue[_Task | None] = queue.SimpleQueue()
        self._slots = [Slot(self._limits) for _ in range(slots)]
        self._threads: list[threading.Thread] = []
        self._idle = threading.Semaphore(0)
        self._lock = threading.Lock()
        self._closed = False

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Run ``fn`` in a worker. The function is found there by its module and name; it, its arguments and
        its result are pickled."""
        return self._submit(self._limits.deadline, fn, args, kwargs)

    def submit_within(self, seconds: float, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """As :meth:`submit`, with a deadline of its own, in seconds of computing."""
        return self._submit(seconds, fn, args, kwargs)

    def worker_pids(self) -> list[int]:
        """The process ids of the workers there are now."""
        return [pid for slot in self._slots if (pid := slot.pid) is not None]

    def cancel_all(self) -> None:
        """Cancel what waits and end what runs (those futures raise WorkerDied "cancelled"). The pool stays
        usable."""
        self._drop_waiting()
        for slot in self._slots:
            slot.kill("cancelled")

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Finish (or, with ``cancel_futures``, drop what waits) and end every worker. With ``wait`` none is
        left, nor a zombie of one, when this returns."""
        with self._lock:
            first = not self._closed
            self._closed = True
        if cancel_futures:
            self._drop_waiting()
        if first:
            for _ in self._threads:
                self._tasks.put(None)
        if wait:
            for thread in self._threads:
                thread.join()

    def _submit(self, deadline: float, fn: Callable[..., T], args: tuple[Any, ...], kwargs: Any) -> Future[T]:
        future: Future[T] = Future()
        with self._lock:
            if self._closed:
                raise RuntimeError("cannot schedule new futures after shutdown")
            self._tasks.put(_Task(future, deadline, fn, args, kwargs))
            if not self._idle.acquire(blocking=False) and len(self._threads) < len(self._slots):
                slot = self._slots[len(self._threads)]
                # The thread that starts a worker must live as long: the kernel ends the worker with it.
                thread = threading.Thread(target=self._serve, args=(slot,), name="worker-slot", daemon=True)
                self._threads.append(thread)
                thread.start()
        return future

    def _drop_waiting(self) -> None:
        kept: list[None] = []
        while True:
            try:
                task = self._tasks.get_nowait()
            except queue.Empty:
                break
            if task is None:
                kept.append(None)
            else:
                task.future.cancel()
                task.future.set_running_or_notify_cancel()
        for mark in kept:
            self._tasks.put(mark)

    def _serve(self, slot: Slot) -> None:
        try:
            while True:
                try:
                    task = self._tasks.get_nowait()
                except queue.Empty:
                    self._idle.release()
                    task = self._tasks.get()
                if task is None:
                    return
                if task.future.set_running_or_notify_cancel():
                    self._do(slot, task)
                del task
        finally:
            slot.close()

    def _do(self, slot: Slot, task: _Task) -> None:
        try:
            result = slot.run(task.deadline, task.fn, task.args, task.kwargs)
        except BaseException as error:
            # Whatever the task raised belongs to whoever asked for it.
            task.future.set_exception(error)
        else:
            task.future.set_result(result)
