# SPDX-License-Identifier: AGPL-3.0-or-later
"""Scans are read behind the review: in the order that serves it, and on from where it was when the power went."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future
from pathlib import Path
from typing import Any

import pymupdf
import pytest

from redactor.casefile.store import CaseFile
from redactor.domain.errors import Cancelled
from redactor.domain.geometry import Box
from redactor.domain.pages import PageStatus, Where
from redactor.operations.finding.analyse import analyse, find_people
from redactor.operations.intake import reading_tasks
from redactor.operations.intake.intake import add_paths
from redactor.operations.intake.scans import Clock, ScanQueue, read_scans, waiting_scans
from redactor.operations.request.case import new_case
from redactor.operations.view import CaseView
from tests.conftest import PASSPHRASE, make_pdf
from tests.scans import printed, scanned

NAMES = ["Gareth Pole", "Janet Lister", "Hassan Okafor", "Bronwen Tennant"]
ROOT = Path(__file__).resolve().parents[3]
VICTIM = """
import sys
from pathlib import Path
from redactor.casefile.store import CaseFile
from redactor.operations.intake.scans import read_scans
from redactor.workers.inline import InlineExecutor
with CaseFile.open(Path(sys.argv[1]), sys.argv[2]) as case:
    read_scans(case, InlineExecutor(), in_flight=1, read=lambda key, waiting, left: print(key[1], flush=True))
"""


def test_the_queue_goes_where_somebody_looks():
    queue = ScanQueue([("a", 1), ("a", 2), ("b", 1), ("b", 5), ("b", 9)])
    assert queue.take() == ("a", 1)
    assert queue.take(("b", 5)) == ("b", 5)
    assert queue.take(("b", 5)) == ("b", 9), "the pages after it are turned to next"
    assert queue.take(("b", 5)) == ("b", 1)
    assert queue.take(("b", 5)) == ("a", 2)
    assert queue.take(("b", 5)) is None


def test_the_time_left_is_that_of_the_latest_pages():
    clock = Clock([0.0])
    assert clock.left(10) is None
    clock = Clock([0.0, 2.0, 4.0])
    assert clock.left(10) == 20.0


class Watched(Executor):
    """Hands everything on, and calls ``at_scan`` with the page before a scan is read."""

    def __init__(self, pool: Executor, at_scan: Callable[[int], None]) -> None:
        self.pool, self.at_scan = pool, at_scan

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        if fn is reading_tasks.ocr_packed:
            self.at_scan(args[2] + kwargs["offset"])
        return self.pool.submit(fn, *args, **kwargs)


@pytest.fixture
def mixed(tmp_path: Path, pool) -> Iterator[CaseFile]:
    """A typed note and four scanned pages, taken in."""
    make_pdf(tmp_path / "note.pdf", ["Home visit. Her neighbour Darren Holt was at the door."])
    (tmp_path / "scans.pdf").write_bytes(scanned(*(printed([f"Seen with {name} at home."]) for name in NAMES)))
    with new_case(tmp_path / "mixed.case", PASSPHRASE, reference="R", subject="Priya Shah") as case:
        add_paths(case, [tmp_path / "note.pdf", tmp_path / "scans.pdf"], pool)
        yield case


def test_what_has_text_can_be_reviewed_while_scans_are_read(mixed: CaseFile, pool):
    seen: list[set[str]] = []

    def at_scan(_: int) -> None:
        view = CaseView(mixed)
        seen.append({person.name for person in view.people.values()})
        assert not view.analysed

    result = analyse(mixed, Watched(pool, at_scan), in_flight=1)
    assert len(seen) == 4 and all("Darren Holt" in names for names in seen)
    assert (result.ocr_pages, result.waiting) == (4, 0)
    view = CaseView(mixed)
    assert view.analysed
    assert {"Darren Holt", *NAMES} <= {person.name for person in view.people.values()}


def test_scans_can_be_left_for_later_and_the_case_is_not_analysed_until_they_are_looked_through(mixed: CaseFile, pool):
    result = analyse(mixed, pool, scans=False)
    assert (result.ocr_pages, result.waiting) == (0, 4)
    order: list[int] = []
    told: list[tuple[int, bool]] = []

    def read(key: tuple[str, int], waiting: int, left: float | None) -> None:
        order.append(key[1])
        told.append((waiting, left is not None))

    third = (waiting_scans(mixed)[2][0], 3)
    assert read_scans(mixed, pool, in_flight=1, looked_at=lambda: third, read=read) == 4
    assert order == [3, 4, 2, 1]
    assert told == [(3, True), (2, True), (1, True), (0, True)]
    assert waiting_scans(mixed) == []
    assert not CaseView(mixed).analysed, "nobody looked for people in the scans yet"
    find_people(mixed, pool)
    assert CaseView(mixed).analysed


def test_stopping_keeps_the_scans_that_were_read(mixed: CaseFile, pool):
    analyse(mixed, pool, scans=False)
    done: list[int] = []
    with pytest.raises(Cancelled):
        read_scans(
            mixed, pool, in_flight=1, read=lambda key, waiting, left: done.append(key[1]), cancelled=lambda: bool(done)
        )
    assert [page for _, page in waiting_scans(mixed)] == [page for page in (1, 2, 3, 4) if page not in done]


@pytest.mark.skipif(os.name == "nt", reason="kills with SIGKILL")
def test_killed_in_the_middle_only_the_unread_pages_are_read_again(mixed: CaseFile, pool):
    analyse(mixed, pool, scans=False)
    path = mixed.path
    mixed.close()
    victim = subprocess.Popen(
        [sys.executable, "-c", VICTIM, str(path), PASSPHRASE], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    assert victim.stdout is not None
    said = [int(victim.stdout.readline()), int(victim.stdout.readline())]
    os.kill(victim.pid, signal.SIGKILL)
    victim.wait()
    said += [int(line) for line in victim.stdout if line.endswith("\n")]
    with CaseFile.open(path, PASSPHRASE) as case:
        left = [page for _, page in waiting_scans(case)]
        # What it said was on the disk; it may have read one more and not said so.
        assert set(left) <= set(range(1, 5)) - set(said)
        again: list[int] = []
        read_scans(case, pool, read=lambda key, waiting, left: again.append(key[1]))
        assert sorted(again) == left
        assert all(state.status is PageStatus.READ for state in case.page_states())
        assert case.check() == []


def test_late_papers_cost_only_what_is_new_in_them(mixed: CaseFile, pool, tmp_path: Path):
    analyse(mixed, pool)
    make_pdf(tmp_path / "late.pdf", ["A late letter. Nadia Okafor, her aunt, came."])
    add_paths(mixed, [tmp_path / "late.pdf"], pool)
    tasks: list[tuple[str, int]] = []

    class Counting(Executor):
        def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
            if fn.__name__ == "names_and_harm_in":
                tasks.append((fn.__name__, len(args[0])))
            elif fn is reading_tasks.read_packed:
                tasks.append((fn.__name__, args[3] - args[2] + 1))
            return pool.submit(fn, *args, **kwargs)

    analyse(mixed, Counting())
    # One page is read; the finder sees its text and its file name.
    assert tasks == [("read_packed", 1), ("names_and_harm_in", 2)]


def test_what_a_scan_shows_and_what_its_text_layer_says_are_both_searched(tmp_path: Path, pool):
    document = pymupdf.open(stream=scanned(printed(["Seen with Janet Lister at home."])))
    document[0].insert_text((30, 40), "Seen with Gareth Pole at home.", fontsize=12, render_mode=3)
    document.save(tmp_path / "scan.pdf")
    with new_case(tmp_path / "lies.case", PASSPHRASE, reference="R", subject="Priya Shah") as case:
        add_paths(case, [tmp_path / "scan.pdf"], pool)
        analyse(case, pool)
        found = {mention.text: mention for mention in case.mentions()}
    assert (found["Janet Lister"].where, found["Gareth Pole"].where) == (Where.PAGE, Where.HIDDEN_TEXT)
    (box,) = found["Janet Lister"].boxes
    assert box.overlap(Box(80, 25, 170, 48)) > 0.9
