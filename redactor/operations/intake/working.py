# SPDX-License-Identifier: AGPL-3.0-or-later
"""Having a worker do something with a file: with the passwords there are, until it is done or somebody stops it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future
from contextlib import contextmanager, suppress
from typing import ParamSpec, TypeVar

from redactor.bundle.kinds import NeedsPassword
from redactor.domain.errors import BadInput, RedactorError
from redactor.domain.saying import say
from redactor.operations.flow import stopped
from redactor.operations.intake.watching import Watch
from redactor.workers.pool import WorkerDied

P = ParamSpec("P")
R = TypeVar("R")

#: So many times somebody is asked for the password of one file.
ASKED = 3
#: Between two looks whether somebody wants it stopped, in seconds.
_LOOK = 0.2
_ELSE = "Ask for it again, or print it to PDF and add that"

#: Asks a person for the password of a file: its name and what is wrong; None when there is none to give.
Ask = Callable[[str, str], str | None]


class Working:
    """Who works for one run of taking files in. Passwords that were given for one file are tried on the next."""

    def __init__(
        self, executor: Executor, passwords: tuple[str, ...] = (), ask: Ask | None = None, watch: Watch | None = None
    ) -> None:
        self.watch = watch or Watch()
        self._executor = executor
        self._passwords = passwords
        self._ask = ask

    def run(self, task: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
        """A task in a worker. One whose worker was lost is tried once more; then it is the file's fault.

        Raises Cancelled when somebody stops it; what runs in the worker ends by itself, and goes nowhere.
        """
        with suppress(WorkerDied), the_files_fault():
            return self._waited(self._executor.submit(task, *args, **kwargs))
        try:
            return self._waited(self._executor.submit(task, *args, **kwargs))
        except WorkerDied as error:
            raise BadInput(
                say("it could not be opened: {reason}", reason=error.what), error.where, error.do or _ELSE
            ) from error

    def unlocked(self, opening: Callable[[tuple[str, ...]], tuple[R, str]], name: str) -> tuple[R, str]:
        """What ``opening`` gives with the passwords there are; a person is asked when none fits."""
        for attempt in range(ASKED + 1):
            try:
                return opening(self._passwords)
            except NeedsPassword as error:
                given = self._ask(name, error.what) if self._ask is not None and attempt < ASKED else None
                if not given:
                    raise
                self._passwords = (*self._passwords, given)
        raise AssertionError("unreachable: the last refusal is raised")

    def _waited(self, future: Future[R]) -> R:
        while True:
            if self.watch.cancelled():
                future.cancel()
                raise stopped()
            try:
                return future.result(timeout=_LOOK)
            except TimeoutError:
                if future.done():
                    # It ended this very moment, or the task itself raised it.
                    return future.result()


@contextmanager
def the_files_fault() -> Iterator[None]:
    """Nothing a file says may end the whole run; the file is named with what it led to."""
    try:
        yield
    except RedactorError:
        raise
    except Exception as error:
        raise BadInput(say("it could not be opened ({kind})", kind=type(error).__name__), do=_ELSE) from error
