# SPDX-License-Identifier: AGPL-3.0-or-later
"""Tasks that go through a whole file have time by its pages; all others keep the executor's own limit."""

from __future__ import annotations

import time
from concurrent.futures import Executor

import pytest

from redactor.release.material import OF_A_PAGE, WHOLE_FILE, Material
from redactor.workers.pool import Pool
from redactor.workers.slot import WorkerDied
from tests.release.papers import DRAFT, Case, Inline, letter


def given(executor: Executor) -> Material:
    case = Case()
    case.add(letter(pages=3))
    return Material(
        case.plan, case.documents, case.source, case.content, DRAFT, executor, "bundle",
        lambda done, total, text: None, lambda: False,
    )  # fmt: skip


def test_a_task_about_a_whole_file_outlives_the_limit_of_one_page() -> None:
    with Pool(slots=1, deadline=0.4) as pool:
        with pytest.raises(WorkerDied, match=r"longer than 0\.4 seconds"):
            pool.submit(time.sleep, 1.2).result()
        assert given(pool).submit_whole(time.sleep, 1.2).result() is None


def test_the_time_grows_with_the_pages() -> None:
    asked: list[float] = []

    class Counting(Inline):
        def submit_within(self, seconds, fn, /, *args):
            asked.append(seconds)
            return self.submit(fn, *args)

    assert given(Counting()).submit_whole(len, "abc").result() == 3
    assert asked == [WHOLE_FILE + 3 * OF_A_PAGE]


def test_an_executor_without_limits_is_asked_as_ever() -> None:
    assert given(Inline()).submit_whole(len, "abc").result() == 3
