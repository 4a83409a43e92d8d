# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a release is made from, and checked against."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from concurrent.futures import Executor, Future
from dataclasses import dataclass
from typing import Any

from redactor.domain.pages import Document, PageContent
from redactor.domain.plan import Plan
from redactor.release.facts import ReleaseFacts

Source = Callable[[str, int], tuple[bytes, str, int]]
Content = Callable[[str, int], PageContent]
#: A document (SHA-256) and a page of it, from 1.
PageOf = tuple[str, int]
Progress = Callable[[int, int, str], None]
#: Seconds that a task about a whole file may take, and more for each page of the release: some 20 times what a page
#: takes on an idle machine.
WHOLE_FILE, OF_A_PAGE = 120.0, 0.5


@dataclass(frozen=True, slots=True)
class Material:
    """The plan, what it is about, and who does the work.

    ``source`` gives for a document and page (from 1) the bytes of a file that holds it, its password and the page's
    number inside it; ``content`` the words as read. ``layout`` is "bundle" or "documents". ``progress`` is called with
    pages done, pages in all (burning and verifying) and a plain word; ``cancelled`` says when to stop.
    """

    plan: Plan
    documents: Mapping[str, Document]
    source: Source
    content: Content
    facts: ReleaseFacts
    executor: Executor
    layout: str
    progress: Progress
    cancelled: Callable[[], bool]

    def submit_whole(self, task: Callable[..., Any], *what: Any) -> Future[Any]:
        """Have a task done that goes through a whole file. An executor that ends tasks which take too long gives this
        one time by the pages of the release: no fixed time is enough for the log of thousands."""
        within = getattr(self.executor, "submit_within", None)
        if within is None:
            return self.executor.submit(task, *what)
        done: Future[Any] = within(WHOLE_FILE + OF_A_PAGE * len(self.plan.pages), task, *what)
        return done
