# SPDX-License-Identifier: AGPL-3.0-or-later
"""The pool: a worker that is lost costs its own task and nothing else."""

from __future__ import annotations

import math
import os
import pickle
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import CancelledError, wait
from pathlib import Path

import psutil
import pymupdf
import pytest

from redactor.workers import slot
from redactor.workers.pool import InlineExecutor, Pool, WorkerDied

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def pool() -> Iterator[Pool]:
    with Pool(2, deadline=60) as pool:
        yield pool


def until(condition: Callable[[], object], seconds: float = 20.0) -> None:
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "it did not happen in time"
        time.sleep(0.02)


def test_starts_no_process_before_the_first_task() -> None:
    before = len(psutil.Process().children(recursive=True))
    with Pool(4) as pool:
        assert pool.worker_pids() == []
        assert len(psutil.Process().children(recursive=True)) == before
        assert pool.submit(os.getpid).result() != os.getpid()
        assert len(pool.worker_pids()) == 1


def test_results_arguments_and_the_tasks_own_errors_come_back(pool: Pool) -> None:
    assert pool.submit(int, "ff", base=16).result() == 255
    assert list(pool.map(math.sqrt, [1, 4, 9])) == [1.0, 2.0, 3.0]
    with pytest.raises(ValueError, match=r"math domain|nonnegative"):
        pool.submit(math.sqrt, -1).result()


def test_the_same_worker_serves_one_task_after_another() -> None:
    with Pool(1) as pool:
        assert len({pool.submit(os.getpid).result() for _ in range(3)}) == 1


def test_two_slots_work_at_the_same_time(pool: Pool) -> None:
    wait([pool.submit(time.sleep, 0.01) for _ in range(2)])
    sleepers = [pool.submit(eval, "__import__('time').sleep(.4) or __import__('os').getpid()") for _ in range(2)]
    assert len({sleeper.result() for sleeper in sleepers}) == 2


@pytest.mark.skipif(sys.platform == "win32", reason="kill -9")
def test_a_worker_killed_from_outside_fails_only_its_own_task(pool: Pool) -> None:
    wait([pool.submit(time.sleep, 0.1), pool.submit(time.sleep, 0.1)])
    victims = set(pool.worker_pids())
    assert len(victims) == 2
    futures = [pool.submit(eval, f"__import__('time').sleep(.3) or {n}") for n in range(8)]
    time.sleep(0.1)
    os.kill(pool.worker_pids()[0], signal.SIGKILL)
    outcomes = [future.exception() or future.result() for future in futures]
    lost = [outcome for outcome in outcomes if isinstance(outcome, WorkerDied)]
    assert len(lost) == 1
    assert lost[0].reason == "killed"
    assert sorted(n for n in outcomes if isinstance(n, int)) == [n for n in range(8) if n != outcomes.index(lost[0])]
    assert len(set(pool.worker_pids()) & victims) == 1


def test_a_worker_that_crashes_fails_only_its_own_task(pool: Pool) -> None:
    crash = pool.submit(os.abort)
    rest = [pool.submit(abs, -n) for n in range(6)]
    assert [future.result() for future in rest] == list(range(6))
    with pytest.raises(WorkerDied, match="crashed"):
        crash.result()
    assert pool.submit(abs, -7).result() == 7


@pytest.mark.skipif(sys.platform == "win32", reason="kill -9")
def test_a_worker_killed_while_idle_costs_nothing() -> None:
    with Pool(1) as pool:
        first = pool.submit(os.getpid).result()
        os.kill(first, signal.SIGKILL)
        until(lambda: not psutil.pid_exists(first) or psutil.Process(first).status() == psutil.STATUS_ZOMBIE)
        assert pool.submit(os.getpid).result() != first


def test_a_task_over_its_deadline_is_ended_and_the_slot_goes_on() -> None:
    with Pool(1, deadline=0.5) as pool:
        pool.submit(abs, 1).result()
        begun = time.monotonic()
        slow, after = pool.submit(time.sleep, 60), pool.submit(abs, -3)
        with pytest.raises(WorkerDied, match=r"longer than 0\.5 seconds") as lost:
            slow.result()
        assert lost.value.reason == "still"
        endless = pool.submit(eval, "[None for _ in iter(int, 1)]")
        with pytest.raises(WorkerDied, match=r"longer than 0\.5 seconds of computing"):
            endless.result()
        assert after.result() == 3
        assert time.monotonic() - begun < 50
        assert pool.submit_within(30, time.sleep, 0.8).result() is None


def test_a_task_over_the_memory_limit_is_ended() -> None:
    with Pool(1, memory_limit=200 * 2**20) as pool:
        hungry = pool.submit(eval, "(lambda held: __import__('time').sleep(30))(bytearray(b'x') * (300 * 2**20))")
        with pytest.raises(WorkerDied, match="more than 200 MB of memory") as lost:
            hungry.result()
        assert lost.value.reason == "memory"
        assert pool.submit(abs, -3).result() == 3


def test_a_swollen_worker_is_replaced_after_its_task() -> None:
    with Pool(1, memory_limit=200 * 2**20) as pool:
        swell = "globals().update(held=bytearray(b'x') * (150 * 2**20)) or __import__('os').getpid()"
        first = pool.submit(eval, swell).result()
        assert pool.submit(os.getpid).result() != first


def test_waiting_tasks_can_be_cancelled() -> None:
    with Pool(1) as pool:
        pool.submit(abs, 1).result()
        running = pool.submit(time.sleep, 0.5)
        waiting = pool.submit(abs, 1)
        until(running.running)
        assert waiting.cancel()
        assert running.result() is None
        with pytest.raises(CancelledError):
            waiting.result()


def test_cancel_all_drops_what_waits_and_ends_what_runs() -> None:
    with Pool(1) as pool:
        pool.submit(abs, 1).result()
        running = pool.submit(time.sleep, 60)
        waiting = [pool.submit(abs, 1) for _ in range(5)]
        until(running.running)
        time.sleep(0.2)
        pool.cancel_all()
        assert all(future.cancelled() for future in waiting)
        with pytest.raises(WorkerDied) as lost:
            running.result(timeout=20)
        assert lost.value.reason == "cancelled"
        assert pool.submit(abs, -2).result() == 2


def test_shutdown_leaves_no_process_and_no_zombie() -> None:
    pool = Pool(2)
    wait([pool.submit(time.sleep, 0.3) for _ in range(2)])
    pids = pool.worker_pids()
    assert len(pids) == 2
    unfinished = [pool.submit(eval, f"__import__('time').sleep(.05) or {n}") for n in range(4)]
    pool.shutdown()
    assert [future.result() for future in unfinished] == [0, 1, 2, 3]
    assert not any(psutil.pid_exists(pid) for pid in pids)
    with pytest.raises(RuntimeError, match="after shutdown"):
        pool.submit(abs, 1)


def test_shutdown_can_drop_what_waits() -> None:
    pool = Pool(1)
    running = pool.submit(time.sleep, 0.5)
    waiting = [pool.submit(time.sleep, 60) for _ in range(3)]
    until(running.running)
    pool.shutdown(cancel_futures=True)
    assert running.result() is None
    assert all(future.cancelled() for future in waiting)


@pytest.mark.skipif(sys.platform == "win32", reason="what a worker may leave behind is asked of POSIX")
def test_workers_write_no_core_are_nice_and_ignore_the_keyboards_interrupt(pool: Pool) -> None:
    limit = pool.submit(eval, "__import__('resource').getrlimit(__import__('resource').RLIMIT_CORE)")
    assert limit.result() == (0, 0)
    assert pool.submit(eval, "__import__('os').nice(0)").result() == os.nice(0) + 5
    handler = pool.submit(eval, "__import__('signal').getsignal(2) == __import__('signal').SIG_IGN")
    assert handler.result() is True
    assert pool.submit(eval, "__import__('os').environ['OMP_NUM_THREADS']").result() == "1"


PARENT = """
import os, sys, time
from redactor.workers.pool import Pool
if __name__ == "__main__":
    pool = Pool(2)
    busy = pool.submit(eval, "sum(range(10**12))")
    idle = pool.submit(os.getpid).result()
    while len(pool.worker_pids()) < 2:
        time.sleep(.05)
    print(*pool.worker_pids(), flush=True)
    time.sleep(60)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="kill -9")
def test_no_worker_outlives_a_killed_parent(tmp_path: Path) -> None:
    script = tmp_path / "parent.py"
    script.write_text(PARENT)
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen([sys.executable, str(script)], stdout=subprocess.PIPE, env=environment) as parent:
        assert parent.stdout is not None
        pids = [int(pid) for pid in parent.stdout.readline().split()]
        assert len(pids) == 2
        assert all(psutil.pid_exists(pid) for pid in pids)
        parent.kill()
    until(lambda: not any(_runs(pid) for pid in pids), 10)


def _runs(pid: int) -> bool:
    try:
        return psutil.Process(pid).status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


def test_workers_print_nothing(capfd: pytest.CaptureFixture[str]) -> None:
    with Pool(1) as pool:
        pool.submit(print, "Janet Lister").result()
        pool.submit(eval, "__import__('os').write(2, b'Janet Lister')").result()
    assert capfd.readouterr() == ("", "")


def test_worker_died_travels_between_processes() -> None:
    error = WorkerDied("it was lost", "page 3", "Try again", reason="memory")
    again = pickle.loads(pickle.dumps(error))
    assert (str(again), again.reason) == ("page 3: it was lost. Try again.", "memory")


def test_inline_executor_works_at_once_and_keeps_errors_in_the_future() -> None:
    with InlineExecutor() as executor:
        assert executor.submit(os.getpid).result() == os.getpid()
        assert executor.submit(math.sqrt, 4).done()
        assert isinstance(executor.submit(math.sqrt, -1).exception(), ValueError)
    with pytest.raises(RuntimeError, match="after shutdown"):
        executor.submit(abs, 1)


def test_a_large_worker_does_not_begin_with_another_kind_of_work(monkeypatch: pytest.MonkeyPatch) -> None:
    from redactor.bundle import tasks as reading
    from redactor.detect import tasks as finding

    paper = _paper()
    with Pool(1) as pool:
        pool.submit(reading.read_pages, paper, "", 1, 1).result()
        reader = pool.worker_pids()
        pool.submit(reading.read_pages, paper, "", 1, 1).result()
        assert pool.worker_pids() == reader
        pool.submit(finding.names_in, []).result()
        assert pool.worker_pids() == reader, "there is room in a small one"
        pool.submit(reading.read_pages, paper, "", 1, 1).result()
        monkeypatch.setattr(slot, "_ROOM", 0)
        pool.submit(finding.names_in, []).result()
        (finder,) = pool.worker_pids()
        assert finder not in reader
        until(lambda: not psutil.pid_exists(reader[0]))


def test_any_worker_looks_for_copies_and_keeps_its_models(monkeypatch: pytest.MonkeyPatch) -> None:
    from redactor.bundle import copy_tasks
    from redactor.bundle import tasks as reading
    from redactor.detect import tasks as finding

    monkeypatch.setattr(slot, "_ROOM", 0)
    with Pool(1) as pool:
        pool.submit(finding.names_in, []).result()
        finder = pool.worker_pids()
        pool.submit(copy_tasks.fingerprints, ["hello"]).result()
        pool.submit(finding.names_in, []).result()
        assert pool.worker_pids() == finder
        pool.submit(reading.read_pages, _paper(), "", 1, 1).result()
        assert pool.worker_pids() != finder


def test_a_worker_that_finds_people_reads_a_late_paper_and_keeps_its_models(monkeypatch: pytest.MonkeyPatch) -> None:
    from redactor.bundle import tasks as reading
    from redactor.detect import tasks as finding
    from redactor.operations.intake import reading_tasks

    monkeypatch.setattr(slot, "_ROOM", 0)
    with Pool(1) as pool:
        pool.submit(finding.names_in, []).result()
        finder = pool.worker_pids()
        pool.submit(reading_tasks.read_packed, _paper(), "", 1, 1).result()
        pool.submit(finding.names_in, []).result()
        assert pool.worker_pids() == finder
        # One that read before it found anybody begins with names as any other that read.
        pool.submit(reading.read_pages, _paper(), "", 1, 1).result()
        reader = pool.worker_pids()
        assert reader != finder
        pool.submit(reading_tasks.read_packed, _paper(), "", 1, 1).result()
        pool.submit(finding.names_in, []).result()
        assert pool.worker_pids() != reader
        # A large one starts anew whatever it is asked to read.
        finder = pool.worker_pids()
        monkeypatch.setattr(slot, "_SPARE", 0)
        pool.submit(reading_tasks.read_packed, _paper(), "", 1, 1).result()
        assert pool.worker_pids() != finder


def _paper() -> bytes:
    """A page with a word on it."""
    with pymupdf.open() as document:
        document.new_page().insert_text((72, 72), "hello")
        paper: bytes = document.tobytes()
    return paper
