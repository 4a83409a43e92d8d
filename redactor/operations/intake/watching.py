# SPDX-License-Identifier: AGPL-3.0-or-later
"""Telling how far adding is, and stopping it, also within one mailbox and while one large document is converted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from redactor.operations.flow import stopped
from redactor.operations.progress import Progress, silent

#: A conversion that takes longer than this many seconds says so.
_LONG = 2.0
STOPPED = "adding was stopped before it"


@dataclass(slots=True)
class Watch:
    """Somebody who watches files being added and may stop it. ``done`` of ``total`` files given are taken in."""

    progress: Progress = silent
    cancelled: Callable[[], bool] = lambda: False
    done: int = 0
    total: int = 0
    _said: int = field(default=0)

    def adding(self, name: str, done: int) -> None:
        """The next of the files that were given comes."""
        self.done = done
        self.progress(done, self.total, f"Adding {name}")

    def inside(self, name: str, done: int, total: int) -> None:
        """The next of the files within another comes: an item of a mailbox, a file of an archive."""
        self.progress(self.done, self.total, f"Adding {name}: {done} of the {total} in it")

    def listing(self, name: str, done: int, total: int) -> None:
        """So many of the items of a mailbox are known by name."""
        self.progress(self.done, self.total, f"Adding {name}: {done} of its {total} items listed")

    def converting(self, name: str, seconds: float) -> None:
        """LibreOffice has been at a file for so long. Raises Cancelled when it should not go on."""
        if self.cancelled():
            raise stopped()
        if seconds >= _LONG and int(seconds) != self._said:
            self._said = int(seconds)
            self.progress(self.done, self.total, f"Adding {name}: LibreOffice has taken {self._said} s so far")
